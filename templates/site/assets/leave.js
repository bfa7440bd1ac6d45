// Leave now: blank and replace the page, and older ones of ours when somebody goes back to them.
// Three times Shift or Escape does the same. Without this script the button is a plain link.
(() => {
  const mark = "left";
  const within = 3000; // milliseconds
  // A browser that keeps nothing throws; leaving must work there too.
  const tab = (act) => { try { return act(sessionStorage); } catch { return null; } };
  const leave = () => {
    const button = document.querySelector("[data-leave]");
    if (!button) return;
    document.documentElement.hidden = true;
    document.title = button.hostname;
    tab((kept) => kept.setItem(mark, "1"));
    location.replace(button.href);
  };

  addEventListener("click", (event) => {
    const way = event.target.closest && event.target.closest("[data-leave], [data-replace]");
    if (!way) return;
    const leaving = way.matches("[data-leave]");
    if (!leaving && (event.ctrlKey || event.metaKey || event.shiftKey)) return;
    event.preventDefault();
    if (leaving) leave();
    else location.replace(way.href);
  });

  // In a text field these keys switch and close input methods.
  const fields = "input:not([type=radio], [type=checkbox]), textarea";
  let key = "";
  let times = [];
  addEventListener("keyup", (event) => {
    const typing = event.isComposing || (event.target.matches && event.target.matches(fields));
    if (typing || event.key !== key) times = [];
    key = event.key;
    if (typing || !/^(Shift|Escape)$/.test(key)) return;
    times = times.filter((time) => event.timeStamp - time < within);
    times.push(event.timeStamp);
    if (times.length > 2) leave();
  });

  addEventListener("pageshow", (event) => {
    const [arrival] = performance.getEntriesByType("navigation");
    const back = event.persisted || (arrival && arrival.type === "back_forward");
    if (!tab((kept) => kept.getItem(mark))) return;
    if (back) leave();
    else tab((kept) => kept.removeItem(mark));
  });
})();

// From a disk (file:) a folder opens as a list of its files. A link to one, when it is used, is made a
// link to the page in it, which is where a server leads.
if (location.protocol === "file:") {
  for (const use of ["click", "auxclick", "contextmenu"]) {
    addEventListener(use, (event) => {
      const way = event.target.closest && event.target.closest("a[href]");
      if (!way || way.protocol !== "file:") return;
      if (way.pathname.endsWith("/")) way.pathname += "index.html";
    }, true);
  }
}
