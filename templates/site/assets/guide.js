// What the theme's own script adds: boxes around wide tables that scroll sideways, which no key reaches,
// and the buttons of each piece of code as a navigation of its own, which has no name and leads nowhere.
(() => {
  const mend = () => {
    for (const box of document.querySelectorAll(".md-typeset__scrollwrap")) box.tabIndex = 0;
    for (const buttons of document.querySelectorAll(".md-code__nav")) buttons.role = "none";
  };
  new MutationObserver(mend).observe(document.body, { childList: true, subtree: true });
  mend();
})();
