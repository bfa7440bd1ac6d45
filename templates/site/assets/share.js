// Sharing, and reading aloud by a voice of this computer: what the browser cannot do is not offered.
for (const bar of document.querySelectorAll("[data-share]")) {
  const say = bar.dataset;
  const language = document.documentElement.lang.toLowerCase().split("-")[0];
  const offer = (text, act) => {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "hb-copy-button";
    button.textContent = text;
    button.addEventListener("click", () => act(button));
    bar.append(button);
    return button;
  };
  // Never what stands behind #: it may be what somebody has chosen.
  const canonical = document.querySelector("link[rel=canonical]");
  const url = canonical ? canonical.href : location.protocol === "file:" ? "" : location.href.split("#")[0];
  if (url && navigator.share) {
    offer(say.share, () => navigator.share({ title: document.title, url }).catch(() => {}));
  }
  if (url && navigator.clipboard) {
    offer(say.link, async (button) => {
      await navigator.clipboard.writeText(url);
      button.textContent = say.copied;
    });
  }
  const speech = window.speechSynthesis;
  if (!speech || !say.aloud) continue;
  // A voice of another computer would send it the words.
  const voice = () =>
    speech.getVoices().find((one) => one.localService && one.lang.toLowerCase().split(/[-_]/)[0] === language);
  const lines = () =>
    [...document.querySelectorAll(say.aloud)]
      .flatMap((part) => [...part.querySelectorAll("h2, h3, p, li, dt, dd")])
      .filter((line) => !line.closest("nav, [hidden], [data-share]") && !line.querySelector("p, li") && line.offsetParent)
      .map((line) => line.innerText.trim())
      .filter(Boolean);
  let listen;
  const stop = () => {
    speech.cancel();
    if (listen) listen.textContent = say.listen;
  };
  const toggle = () => {
    if (speech.speaking || speech.pending) return stop();
    const said = lines().map((line) => {
      const one = new SpeechSynthesisUtterance(line);
      one.voice = voice();
      one.lang = one.voice.lang;
      one.rate = 0.9;
      return one;
    });
    if (!said.length) return;
    said[said.length - 1].addEventListener("end", stop);
    listen.textContent = say.stop;
    for (const one of said) speech.speak(one);
  };
  const ready = () => {
    if (!listen && voice()) listen = offer(say.listen, toggle);
  };
  ready();
  speech.addEventListener("voiceschanged", ready);
  addEventListener("pagehide", stop);
}
