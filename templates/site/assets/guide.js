// The theme wraps wide tables in boxes that scroll sideways, and no key reaches them: make each a stop.
(() => {
  const boxes = ".md-typeset__scrollwrap";
  const reach = () => { for (const box of document.querySelectorAll(boxes)) box.tabIndex = 0; };
  new MutationObserver(reach).observe(document.body, { childList: true, subtree: true });
  reach();
})();
