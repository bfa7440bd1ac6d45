// What the desk does with a script, and does as well without: keeps what is typed, draws the sheet
// anew, says what is wrong. Nothing here asks any other computer.
"use strict";
(() => {
  const form = document.querySelector("form[data-desk]");
  const sheet = document.getElementById("sheet");
  const none = document.getElementById("no-sheet");
  if (sheet) {
    sheet.addEventListener("error", () => { none.hidden = false; });
    sheet.addEventListener("load", () => { none.hidden = true; });
  }
  if (!form) return;
  const PAUSE = 350;
  let timer = 0, busy = false, again = false, dirty = false;

  const drawn = version => new Promise(done => {
    if (!sheet) return done();
    const wanted = new URL(sheet.src);
    wanted.searchParams.set("v", version);
    const next = new Image();
    next.onload = () => { sheet.src = next.src; done(); };
    next.onerror = () => { none.hidden = false; done(); };
    next.src = wanted.href;
  });

  const replaced = page => {
    for (const one of document.querySelectorAll("[data-live]")) {
      const other = page.getElementById(one.id);
      if (!other || other.innerHTML === one.innerHTML || one.contains(document.activeElement)) continue;
      one.innerHTML = other.innerHTML;
    }
    for (const one of form.querySelectorAll("input[id], select[id], textarea[id]")) {
      const other = page.getElementById(one.id);
      if (other) one.toggleAttribute("aria-invalid", other.hasAttribute("aria-invalid"));
      if (one.hasAttribute("aria-invalid")) one.setAttribute("aria-invalid", "true");
    }
  };

  const keep = async () => {
    if (busy) { again = true; return; }
    busy = true;
    dirty = false;
    try {
      const sent = new URLSearchParams(new FormData(form));
      sent.set("do", "look");
      const answer = await fetch(form.action, {
        method: "POST", body: sent, headers: {Accept: "application/json"}});
      if (answer.status === 409) { form.querySelector("button[value=look]").click(); return; }
      const states = await answer.json();
      form.querySelectorAll("input[name$='@state']").forEach((one, place) => { one.value = states[place]; });
      await drawn(states.join(""));
      if (!dirty) {
        const page = await (await fetch(location.href)).text();
        if (!dirty) replaced(new DOMParser().parseFromString(page, "text/html"));
      }
    } finally {
      busy = false;
      if (again) { again = false; keep(); }
    }
  };

  form.addEventListener("input", () => {
    dirty = true;
    clearTimeout(timer);
    timer = setTimeout(keep, PAUSE);
  });
  form.addEventListener("submit", () => { clearTimeout(timer); });

  // A second window with the same page is told, and tells.
  const channel = new BroadcastChannel("handbill-desk");
  const told = () => { document.getElementById("other-tab").hidden = false; };
  channel.onmessage = message => {
    if (message.data.page !== location.pathname + location.search) return;
    told();
    if (message.data.asks) channel.postMessage({page: message.data.page});
  };
  channel.postMessage({page: location.pathname + location.search, asks: true});
})();
