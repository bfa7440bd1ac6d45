// What is typed narrows the list of places in this page; nothing is fetched, and nothing is kept.
(() => {
  const box = document.querySelector(".w-filter");
  if (!box) return;
  const plain = (text) => text.normalize("NFKC").toLowerCase().trim();
  const state = box.querySelector(".w-state");
  const button = box.querySelector("button");
  const rows = Array.from(document.querySelector(".w-places").querySelectorAll("li")).map((item) => {
    const inner = item.querySelector(":scope > details");
    const name = (inner ? inner.querySelector("summary") : item.querySelector("a")).firstChild;
    return { item, inner, open: inner && inner.open, name: plain(name.textContent) };
  });
  const known = new Map(rows.map((row) => [row.item, row]));
  for (const row of rows) {
    const above = known.get(row.item.parentElement.closest("li"));
    row.above = above;
    row.path = above ? above.path + " " + row.name : row.name;
  }
  const narrow = () => {
    const words = plain(box.elements.q.value).split(/\s+/u).filter(Boolean);
    let found = 0;
    for (const row of rows) {
      row.item.hidden = words.length > 0;
      if (row.inner) row.inner.open = words.length ? false : row.open;
    }
    for (const row of words.length ? rows : []) {
      if (!words.every((word) => row.path.includes(word))) continue;
      found += words.some((word) => row.name.includes(word)) ? 1 : 0;
      row.item.hidden = false;
      for (let one = row.above; one; one = one.above) {
        one.item.hidden = false;
        one.inner.open = true;
      }
    }
    state.textContent = !words.length ? "" : found ? box.dataset.found.replace("{count}", found) : box.dataset.none;
    button.hidden = !words.length || found > 0;
  };
  box.addEventListener("input", narrow);
  box.addEventListener("submit", (event) => {
    if (button.hidden) event.preventDefault();
  });
  box.hidden = false;
  narrow();
})();
