// Puts what all places share into a local page: the states of a scanned sheet, the list of sheets with
// what this place says otherwise, and their styles.
(() => {
  const styles = document.querySelector("style").sheet;
  for (const rule of common.rules.split("\n")) {
    if (rule.includes("{")) styles.insertRule(rule, styles.cssRules.length);
  }
  document.getElementById("scan").innerHTML = common.scan;
  const place = document.getElementById("sheets");
  place.insertAdjacentHTML("beforebegin", common.sheets);
  for (const own of Array.from(document.querySelectorAll("[data-title-of]"))) {
    const sheet = document.querySelector('[data-m="' + own.dataset.titleOf + '"] [data-title]');
    if (sheet) sheet.textContent = own.textContent;
  }
  const last = document.body.dataset.until;
  if (!last) return;
  for (const sheet of Array.from(document.querySelectorAll("[data-m]"))) {
    if (sheet.dataset.last > last) sheet.dataset.last = last;
  }
  for (const day of Array.from(document.querySelector("main").querySelectorAll("time"))) {
    if (day.closest("details, [data-usual]") && day.textContent > last) day.textContent = last;
  }
})();
