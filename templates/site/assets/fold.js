// Groups that a phone shows closed are open on a wide screen, on paper, below a filter that was chosen,
// and where an address leads into one. Most browsers do the last by themselves.
(() => {
  const folds = [...document.querySelectorAll(".hb-fold")];
  const open = () => {
    for (const one of folds) one.open = true;
  };
  const reveal = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const closed = folds.filter((one) => !one.open && target && one.contains(target));
    for (const one of closed) one.open = true;
    if (closed.length) target.scrollIntoView();
  };
  if (matchMedia("(min-width: 960px)").matches) open();
  reveal();
  addEventListener("hashchange", reveal);
  let shut = [];
  addEventListener("beforeprint", () => {
    shut = folds.filter((one) => !one.open);
    open();
  });
  addEventListener("afterprint", () => {
    for (const one of shut) one.open = false;
  });
  document.querySelector(".hb-filters")?.addEventListener("change", open);
})();
