// The menu closes behind whoever walks out of it by key, and on Escape: open, it would lie over the page.
(() => {
  const menu = document.querySelector(".hb-menu");
  if (!menu) return;
  menu.addEventListener("focusout", (event) => {
    if (event.relatedTarget && !menu.contains(event.relatedTarget)) menu.open = false;
  });
  menu.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !menu.open) return;
    menu.open = false;
    menu.querySelector("summary").focus();
  });
})();
