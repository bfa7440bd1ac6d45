/* Shows an edit in the page that is open: the server of the preview puts this script into every
   page on its way out. No file of a built site holds it.

   A page that has changed, or that shows a file that has, is loaded anew; where it was scrolled to
   and which parts were open stays. Only a page that somebody sees keeps the channel open: browsers
   allow six to a server. */
(() => {
  "use strict";
  const me = document.currentScript;
  const home = new URL(".", me.src);
  const kept = `handbill-preview ${location.pathname}`;
  let channel = null;
  let asked = "";
  let state = me.dataset.state;
  let shown = null;

  const details = () => [...document.querySelectorAll("details")];
  const named = (part) => part.id || part.querySelector("summary")?.textContent.trim() || "";

  function restore() {
    let was = null;
    try {
      was = JSON.parse(sessionStorage.getItem(kept));
      sessionStorage.removeItem(kept);
    } catch {
      return;
    }
    if (!was) return;
    details().forEach((part, at) => {
      const before = was.parts[at];
      const same = before && before[0] === named(part) ? before
        : was.parts.find((one) => one[0] && one[0] === named(part));
      if (same && part.open !== same[1]) part.open = same[1];
    });
    const back = () => window.scrollTo({ left: was.x, top: was.y, behavior: "instant" });
    back();
    addEventListener("load", () => { back(); history.scrollRestoration = "auto"; }, { once: true });
  }

  function again() {
    try {
      sessionStorage.setItem(kept, JSON.stringify({
        x: scrollX,
        y: scrollY,
        parts: details().map((part) => [named(part), part.open]),
      }));
      history.scrollRestoration = "manual";
    } catch {
      /* Kept by nobody: the page begins at its top. */
    }
    location.reload();
  }

  /* What the page shows of this server, itself first. */
  function files() {
    const loaded = performance.getEntriesByType("resource").map((entry) => entry.name);
    const pictures = [...document.images].map((image) => image.currentSrc);
    return [location.href, ...loaded, ...pictures]
      .map((address) => new URL(address, location.href))
      .filter((url) => url.origin === home.origin && !url.pathname.startsWith(home.pathname))
      .map((url) => url.pathname);
  }

  async function look(now) {
    const answer = await fetch(new URL("state", home), {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify([...new Set(files())]),
    });
    if (!answer.ok) return;
    const { page, files: tag } = await answer.json();
    if (!page) return; // the server has begun again, and has no site yet
    const first = asked === "";
    const moved = page !== me.dataset.page || (first ? now !== state : tag !== asked);
    asked = tag;
    state = now;
    if (moved) again();
  }

  function tell(fault) {
    shown?.remove();
    shown = null;
    if (!fault) return;
    shown = document.createElement("div");
    const inside = shown.attachShadow({ mode: "open" });
    inside.innerHTML = fault;
    const styles = document.createElement("link");
    styles.rel = "stylesheet";
    styles.href = new URL("preview.css", home);
    inside.prepend(styles);
    shown.id = "handbill-preview";
    const close = inside.querySelector("button");
    close?.addEventListener("click", () => tell(null));
    document.documentElement.append(shown);
  }

  function open() {
    if (channel || document.visibilityState !== "visible") return;
    channel = new EventSource(new URL("events", home));
    channel.onmessage = (message) => {
      const { state: now, fault } = JSON.parse(message.data);
      tell(fault);
      look(now).catch(() => {});
    };
    channel.onerror = () => {
      if (channel?.readyState !== EventSource.CLOSED) return; // it tries again by itself
      close();
      setTimeout(open, 1000);
    };
  }

  function close() {
    channel?.close();
    channel = null;
  }

  restore();
  if (window !== window.top) return; // in a frame: the page around it loads it anew
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible") open();
    else close();
  });
  addEventListener("keydown", (event) => { if (event.key === "Escape") tell(null); });
  addEventListener("pagehide", close);
  addEventListener("pageshow", open);
  open();
})();
