// The family's sheet of sums: added up as it is filled in. Nothing is kept or sent.
(() => {
  const sums = document.querySelector("[data-sums]");
  if (!sums) return;
  const find = (name, from = sums) => from.querySelector(`[data-${name}]`);
  const fill = (text, values) => text.replace(/\{(\w+)\}/g, (all, name) => values[name] ?? all);
  const make = (text, kind = "") => Object.assign(document.createElement("p"), { textContent: text, className: kind });
  // 3,000 or 1.5万, in full-width digits too; NaN for what is no amount of money.
  const amount = (text) => {
    const [, digits, unit] = /^(\d+(?:\.\d+)?)(万?)$/.exec(
      text.normalize("NFKC").replace(/[,，\s元¥￥]/g, "")) ?? [];
    const value = Number(digits) * (unit ? 10000 : 1);
    return value < 1e12 ? cents(value) : NaN;
  };
  const cents = (value) => Math.round(value * 100) / 100;
  const say = JSON.parse(sums.dataset.sums);
  const inputs = [...sums.querySelectorAll("input")];
  const yuan = (value) => fill(say.yuan, { amount: value.toLocaleString("en-US", { minimumFractionDigits: value % 1 ? 2 : 0 }) });
  const add = () => {
    const result = find("result");
    const faults = [];
    let written = false;
    const [paid, returned] = ["paid", "returned"].map((side) => {
      const part = sums.querySelector(`[data-side="${side}"]`);
      let total = 0;
      let any = false;
      for (const input of part.querySelectorAll("input")) {
        const value = input.value.trim() ? amount(input.value) : 0;
        input.setAttribute("aria-invalid", String(Number.isNaN(value)));
        if (Number.isNaN(value)) faults.push(input.previousElementSibling.textContent);
        else total += value;
        any ||= Boolean(input.value.trim()) && !Number.isNaN(value);
      }
      total = cents(total);
      find("total", part).textContent = any ? yuan(total) : "";
      written ||= any;
      return total;
    });
    find("fault").textContent = faults.length ? fill(say.unread, { row: faults[0] }) : "";
    result.replaceChildren();
    find("hint").hidden = written || faults.length > 0;
    if (!written || faults.length) return;
    const kind = paid > returned ? "lost" : paid < returned ? "gained" : "even";
    const head = make(say[kind], "hb-sum-difference");
    if (kind !== "even") {
      const difference = document.createElement("b");
      difference.textContent = yuan(cents(Math.abs(paid - returned)));
      head.append(" ", difference);
    }
    result.append(head, make(sums.querySelector(`[data-said="${kind}"]`).textContent));
  };
  const clear = () => {
    for (const input of inputs) input.value = "";
    add();
  };
  // Said once a row is left, not while it is typed.
  sums.addEventListener("change", add);
  find("clear").addEventListener("click", () => {
    clear();
    inputs[0].focus();
  });
  find("sum-buttons").hidden = find("answer").hidden = false;
  // A page that comes back from the browser's memory begins anew, like one that is loaded again.
  addEventListener("pageshow", (event) => {
    if (event.persisted) clear();
  });

  const root = document.documentElement;
  for (const button of document.querySelectorAll("[data-print-page]")) {
    button.hidden = false;
    button.addEventListener("click", () => {
      root.dataset.printed = button.dataset.printPage;
      print();
    });
  }
  addEventListener("afterprint", () => delete root.dataset.printed);
})();
