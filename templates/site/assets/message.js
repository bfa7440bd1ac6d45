// One button copies the words to send. Where the browser may not (an old one, one inside another
// program, a page from a disk), they are selected, to be copied by hand. Nothing leaves the page.
document.addEventListener("DOMContentLoaded", () => {
  const button = document.querySelector("[data-copied]");
  const words = document.querySelector(".q-words");
  if (!button || !words) return;
  const said = button.textContent;
  const select = () => {
    getSelection().selectAllChildren(words);
    try {
      return document.execCommand("copy");
    } catch {
      return false;
    }
  };
  button.hidden = false;
  button.addEventListener("click", async () => {
    let done;
    try {
      await navigator.clipboard.writeText(words.textContent);
      done = true;
    } catch {
      done = select();
    }
    button.textContent = done ? button.dataset.copied : said;
  });
});
