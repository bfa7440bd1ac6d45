// What became of the sheet that was scanned: ?m=<material>.<version>. Every sheet and every recall
// stands in the page by now. What the address says is compared with them and never shown.
(() => {
  const all = (name) => Array.from(document.querySelectorAll("[" + name + "]"));
  const now = new Date();
  const today = new Date(now - now.getTimezoneOffset() * 6e4).toISOString().slice(0, 10);
  const asked = new URLSearchParams(location.search).get("m");
  if (!asked) return;
  const dot = asked.indexOf(".");
  const id = asked.slice(0, Math.max(dot, 0));
  const version = asked.slice(dot + 1);
  const sheet = (name) => all("data-m").find((one) => one.dataset.m === name);
  const said = (one, part) => {
    const found = one && one.querySelector("[data-" + part + "]");
    return found ? found.textContent : "";
  };
  const older = (one, other) => {
    const numbers = /^\d+(\.\d+)*$/;
    if (!numbers.test(one) || !numbers.test(other)) return false;
    const a = one.split(".").map(Number);
    const b = other.split(".").map(Number);
    for (let i = 0; i < Math.max(a.length, b.length); i += 1) {
      if ((a[i] || 0) !== (b[i] || 0)) return (a[i] || 0) < (b[i] || 0);
    }
    return false;
  };
  const own = sheet(id);
  const recalls = all("data-recall").filter((one) => {
    const recall = JSON.parse(one.dataset.recall);
    return recall.m === id && (!recall.v.length || recall.v.includes(version));
  });
  const recall = recalls.find((one) => one.dataset.state === "withdrawn") || recalls[0];
  let state = "unknown";
  let next = own;
  if (recall) {
    state = recall.dataset.state;
    next = sheet(JSON.parse(recall.dataset.recall).by);
  } else if (own && version === own.dataset.v) {
    state = own.dataset.last < today ? "expired" : "current";
  } else if (own && older(version, own.dataset.v)) {
    state = "replaced";
  }
  const known = state !== "unknown";
  const facts = {
    title: said(recall || own, "title"),
    version: known && (/^\d[\d.]{0,19}$/.test(version) || (own && version === own.dataset.v)) ? version : "",
    day: recall ? recall.dataset.on : own ? own.dataset.last : "",
    reason: said(recall, "why"),
    "new-title": said(next, "title"),
    "new-version": next ? next.dataset.v : "",
  };
  const box = document.getElementById("scan");
  const part = box.querySelector("[data-scan=" + state + "]");
  for (const slot of Array.from(part.querySelectorAll("[data-fill]"))) {
    slot.textContent = facts[slot.dataset.fill];
    if (!slot.textContent) slot.parentNode.hidden = true;
  }
  const way = part.querySelector("a");
  if (way) way.parentNode.hidden = !next;
  if (way && next) way.href = next.querySelector("a").href;
  part.hidden = false;
  box.hidden = false;
})();
