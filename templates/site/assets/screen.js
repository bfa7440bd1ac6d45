// Turns the sheets every fifteen seconds. What is past its last day is never shown.
const EVERY = 15000;
const asked = new URLSearchParams(location.search).get("audience");
const frame = document.querySelector(".sc-sheets");
const all = [...frame.querySelectorAll(".sc-sheet")];
const ours = all.filter((one) => !asked || one.dataset.audience === asked);
const chosen = ours.length ? ours : all;
let now = -1;

const valid = (one) => {
  const day = new Date();
  const today = [day.getFullYear(), day.getMonth() + 1, day.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
  return today <= one.dataset.until;
};

// The next that is valid and there: without a network, what has not come yet is left out.
const turn = (by = 1) => {
  for (let step = 1; step <= chosen.length; step += 1) {
    const next = (now + by * step + chosen.length * step) % chosen.length;
    const picture = chosen[next];
    if (!valid(picture) || (now >= 0 && !(picture.complete && picture.naturalWidth))) continue;
    now = next;
    all.forEach((one) => one.classList.toggle("sc-now", one === picture));
    return;
  }
  if (now < 0 || !valid(chosen[now])) all.forEach((one) => one.classList.remove("sc-now"));
};

frame.classList.add("sc-turning");
turn();
for (const one of chosen) one.loading = "eager";
if (!matchMedia("(prefers-reduced-motion: reduce)").matches) setInterval(turn, EVERY);
addEventListener("keydown", () => turn(1));
frame.addEventListener("click", () => turn(1));
