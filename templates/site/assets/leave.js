// Leave now: the page is blanked and replaced, so that the back button does not lead here again.
// Without this script the button is a plain link. Three times Shift does the same.
(() => {
  const button = document.querySelector("[data-leave]");
  if (!button) return;
  const leave = () => {
    document.documentElement.hidden = true;
    location.replace(button.href);
  };
  button.addEventListener("click", (event) => {
    event.preventDefault();
    leave();
  });
  let presses = [];
  document.addEventListener("keyup", (event) => {
    if (event.key !== "Shift") {
      presses = [];
      return;
    }
    presses = [...presses, event.timeStamp].filter((time) => event.timeStamp - time < 1500);
    if (presses.length >= 3) leave();
  });
})();
