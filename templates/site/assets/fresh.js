// What is past its last day (data-until) by the reader's calendar says so: its notice is shown.
(() => {
  const now = new Date();
  const today = new Date(now - now.getTimezoneOffset() * 6e4).toISOString().slice(0, 10);
  for (const one of document.querySelectorAll("[data-until]")) {
    if (one.dataset.until < today) one.hidden = false;
  }
})();
