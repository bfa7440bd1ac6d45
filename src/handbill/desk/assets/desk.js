// What the desk does with a script, and does as well without: keeps what is typed, draws the sheet
// anew, says what is wrong. Nothing here asks any other computer.
"use strict";
(() => {
  const form = document.querySelector("form[data-desk]");
  // Where an address leads into something closed, it is opened.
  const led = () => {
    const there = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    for (let one = there; one; one = one.parentElement) if (one.localName === "details") one.open = true;
    if (there) there.scrollIntoView();
  };
  addEventListener("hashchange", led);
  if (location.hash) led();
  const sheet = document.getElementById("sheet");
  const none = document.getElementById("no-sheet");
  if (sheet) {
    const judged = () => {
      none.hidden = sheet.naturalWidth > 0;
      sheet.hidden = !none.hidden;
    };
    sheet.addEventListener("error", judged);
    sheet.addEventListener("load", judged);
    if (sheet.complete) judged();
  }
  // Hands a file in, and goes where the answer says.
  const handIn = async (path, asked, file, told) => {
    if (!file) return;
    told.textContent = told.dataset.sending;
    const answer = await fetch(`${path}?${new URLSearchParams({...asked, name: file.name})}`, {
      method: "POST", body: file, headers: {"Content-Type": "application/octet-stream"}});
    if (answer.ok) location.href = (await answer.json()).address;
    else told.textContent = told.dataset.bad;
  };
  const drop = document.getElementById("drop");
  if (drop) {
    const take = file => handIn("/pictures/take",
      {campaign: document.getElementById("campaign").value}, file, document.getElementById("photo-told"));
    document.getElementById("photo").addEventListener("change", event => take(event.target.files[0]));
    for (const name of ["dragover", "drop"]) document.addEventListener(name, event => {
      event.preventDefault();
      if (name === "drop") take(event.dataTransfer.files[0]);
    });
  }
  const table = document.getElementById("table");
  if (table) table.addEventListener("change", () =>
    handIn("/places/take", {}, table.files[0], document.getElementById("table-told")));
  // A job that runs is looked at until it ends.
  const watched = async () => {
    const there = document.getElementById("job");
    if (!there || !("running" in there.dataset)) return;
    try {
      const page = new DOMParser().parseFromString(
        await (await fetch(location.pathname)).text(), "text/html");
      const next = page.getElementById("job");
      const held = there.contains(document.activeElement) && "running" in next.dataset;
      if (held) {
        there.querySelector(".said")?.replaceChildren(next.querySelector(".said")?.textContent ?? "");
        there.querySelector(".far")?.replaceWith(next.querySelector(".far") ?? "");
      } else there.replaceWith(next);
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
    }
    setTimeout(watched, 1000);
  };
  setTimeout(watched, 700);
  if (!form) return;
  const PAUSE = 350, RETRY = 3000;
  const gone = document.getElementById("gone");
  let timer = 0, busy = false, again = false, dirty = false, leaving = false;
  addEventListener("pagehide", () => { leaving = true; });
  addEventListener("pageshow", () => { leaving = false; });

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
      if (!answer.ok) throw new TypeError("another key, or a disk that is full");
      const states = await answer.json();
      form.querySelectorAll("input[name$='@state']").forEach((one, place) => { one.value = states[place]; });
      await drawn(states.join(""));
      if (!dirty) {
        const page = await (await fetch(location.href)).text();
        if (!dirty) replaced(new DOMParser().parseFromString(page, "text/html"));
      }
      gone.hidden = true;
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
      gone.hidden = leaving;
      if (!leaving) timer = setTimeout(keep, RETRY);
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
  form.addEventListener("submit", () => { clearTimeout(timer); leaving = true; });

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
