// The form that fills a sheet in, in its page. Nothing is sent and nothing kept, unless the person asks
// for it. What it needs is fetched when somebody begins to type.
(() => {
  const form = document.querySelector("[data-filling]");
  if (!form || typeof DecompressionStream === "undefined") return;
  const { say, facts, files } = JSON.parse(form.dataset.filling);
  const place = "handbill-place";
  const inputs = [...form.querySelectorAll("input[name]")];
  const keep = form.querySelector("[data-keep]");
  const forget = form.querySelector("[data-forget]");
  const status = form.querySelector("[data-status]");
  const now = new Date();
  const today = new Date(now - now.getTimezoneOffset() * 6e4).toISOString().slice(0, 10);

  // A browser that keeps nothing throws.
  const kept = (act) => { try { return act(localStorage); } catch { return null; } };

  // How a country dials (form_of of src/handbill/words/telephones.py).
  const dialled = (form, main, digits) => {
    const { forms, lengths, prefix, code, mobile, all, bare, brackets } = form;
    const is = (pattern, one) => new RegExp(`^(?:${pattern})$`).test(one);
    if (!lengths || (digits.length <= 6 && !forms)) return "";
    if (!brackets && /[()]/.test(main)) return "telephone";
    if (main.startsWith("+")) {
      const own = digits.startsWith(code);
      const right = !own || (!forms && lengths.includes(digits.length - code.length));
      return right ? "" : "telephone";
    }
    const national = !forms && prefix && digits.startsWith(prefix) ? digits.slice(prefix.length) : digits;
    const lacks = bare !== null && national === digits && is(all, digits) && !(bare && is(bare, digits));
    if (!forms && lacks) return "telephone";
    if (forms ? !is(forms, digits) : !lengths.includes(national.length)) return "telephone";
    return mobile && is(mobile, national) ? "mobile" : "";
  };
  // What `check` says of a place's file.
  const telephone = (text) => {
    const main = text.replace(/[ ,;]*(?:转|轉|分机|分機|ext\.?|x|#) ?[0-9]{1,6}$/i, "");
    const digits = main.replace(/[^0-9]/g, "");
    if (!/^\+?[0-9 ().\/-]+$/.test(main) || digits.length < 3 || digits.length > 15) return "telephone";
    // Where a language has several countries, a number of one of them is right.
    const said = facts.telephone.map((form) => dialled(form, main, digits));
    return said.find((one) => one !== "telephone") ?? said[0] ?? "";
  };
  const day = (text) => (text >= today && text <= facts.until ? "" : "day");
  const address = (text) => {
    try {
      return /^https?:$/.test(new URL(text).protocol) ? "" : "address";
    } catch { return "address"; }
  };
  const cell = (text) => (/[\p{L}\p{N}]/u.test(text) && !/^[=\t]/.test(text) ? "" : "cell");
  const dated = (text) => (text <= facts.until ? "" : "day");
  const checks = { tel: telephone, date: day, url: address, text: cell };
  const warnings = new Set(["", "mobile"]);
  const tell = (input, fault) => {
    const text = fault && say[fault].replace("{day}", facts.until);
    const said = document.getElementById(input.getAttribute("aria-describedby"));
    if (said.textContent !== text) said.textContent = text;
    input.setAttribute("aria-invalid", String(!warnings.has(fault)));
  };
  // The fields of the place, without what is wrong.
  const read = () => {
    const values = {};
    for (const input of inputs) {
      const text = input.value.trim();
      const fault = text && (input.name === "date" ? dated : checks[input.type])(text);
      tell(input, fault);
      if (text && warnings.has(fault)) values[input.name] = text;
    }
    return values;
  };

  const script = (source) => new Promise((resolve, reject) => {
    const element = document.createElement("script");
    element.src = source;
    element.onload = resolve;
    element.onerror = reject;
    document.head.append(element);
  });
  // The sheets of the page: one, or those that are chosen of many.
  const boxes = [...form.querySelectorAll("[data-source]")];
  const own = { id: "", sheet: files.sheet, until: facts.until, past: facts.past };
  const size = form.querySelector("[data-size]");
  const chosen = () => (files.sheet ? [own]
    : boxes.filter((box) => box.checked).map((box) => JSON.parse(box.dataset.source)));
  const desk = document.querySelector(".hb-desk");
  const title = document.querySelector("h1").textContent;
  const figure = (svg, name, label = title) => {
    const element = document.createElement("figure");
    svg.setAttribute("role", "img");
    svg.setAttribute("aria-label", label);
    element.className = `hb-sheet hb-paper-${name}`;
    element.append(svg);
    return element;
  };
  // A drawing stands where its picture stood; for a page that is set as text, in its place.
  const put = (sheets) => {
    if (!files.sheet) {
      const cover = sheets.length ? window.hbSheets.cover(sheets, say) : [];
      desk.replaceChildren(...cover.map((svg) => figure(svg, "cover", say.cover)),
        ...sheets.flatMap((one) => one.drawings.map((svg) => figure(svg, one.paper, one.title))));
      return cover;
    }
    const pictures = [...desk.querySelectorAll(".hb-sheet > img, .hb-sheet > svg")];
    const texts = desk.querySelectorAll("article:not([hidden])");
    const { drawings } = sheets[0];
    if (drawings[0].isConnected) return [];
    drawings.forEach((svg, index) => {
      const old = pictures[index];
      if (!old) return desk.append(figure(svg, "own"));
      svg.setAttribute("aria-label", old.alt || old.getAttribute("aria-label"));
      return old.replaceWith(svg);
    });
    for (const old of pictures.slice(drawings.length)) old.parentNode.remove();
    if (!pictures.length) for (const text of texts) text.hidden = true;
    return [];
  };
  const fetched = async () => {
    await Promise.all([files.sheets, files.paper].map(script));
    await window.hbSheets.styles(files.type);
  };
  let fetching = null;
  const loaded = new Map();
  const load = async (one) => {
    if (!loaded.has(one.sheet)) loaded.set(one.sheet, window.hbSheets.load(one.sheet, script));
    return { ...one, ...(await loaded.get(one.sheet)) };
  };
  const everywhere = new Set(["publisher", "valid_until", "website"]);
  let turn = 0;
  const draw = async () => {
    const mine = (turn += 1);
    const values = read();
    let sheets;
    let cover;
    try {
      await (fetching ||= fetched());
      sheets = await Promise.all(chosen().map(load));
      await window.hbSheets.typeset(sheets, values, files.sheet ? "" : JSON.stringify([say, chosen()]));
    } catch {
      fetching = null;
      loaded.clear();
      status.textContent = say.failed;
      return [];
    }
    if (mine !== turn) return [];
    cover = put(sheets);
    // What no sheet has room for is not asked.
    const asked = new Set(sheets.flatMap((sheet) => sheet.fields.map((field) => field.name)));
    for (const input of inputs) {
      input.parentNode.hidden = sheets.length > 0 && !everywhere.has(input.name) && !asked.has(input.name);
    }
    const { lacks } = facts;
    const drawn = sheets.map((sheet) => {
      const { valid_until: last, ...rest } = values;
      const held = last && last <= sheet.until && !sheet.fixed ? values : rest;
      return window.hbSheets.draw(sheet, held, { say, lacks, past: sheet.past });
    });
    for (const name of drawn.flatMap((one) => [...one.long])) tell(form.elements.namedItem(name), "long");
    const whole = drawn.length > 0 && drawn.every((one) => one.whole);
    for (const note of document.querySelectorAll("p.hb-specimen")) note.hidden = whole;
    const ready = whole && lacks.length && !drawn.some((one) => one.long.size);
    status.textContent = ready ? say.ready : "";
    if (keep.checked) {
      const typed = Object.fromEntries(inputs.map((one) => [one.name, one.value]));
      kept((storage) => storage.setItem(place, JSON.stringify({
        ...JSON.parse(storage.getItem(place)), ...typed,
      })));
    }
    return [...cover, ...sheets.flatMap((one) => one.drawings)];
  };

  form.addEventListener("input", (event) => {
    if (!event.isComposing && event.target.name) draw();
  });
  // The choice stands in the address, behind its #, which goes to no server.
  const choose = () => {
    const ids = boxes.filter((box) => box.checked).map((box) => JSON.parse(box.dataset.source).id);
    history.replaceState(null, "", `#m=${ids.join(",")}`);
    draw();
  };
  for (const box of boxes) box.addEventListener("change", choose);
  // Another size is another drawing, on a paper of its own.
  if (size) {
    size.addEventListener("change", () => {
      const { sheet, paper } = JSON.parse(size.value);
      own.sheet = sheet;
      document.querySelector("link[media=print]").href = paper;
      draw();
    });
  }
  for (const role of form.querySelectorAll("[data-role]")) {
    role.addEventListener("click", () => {
      for (const box of boxes) box.checked = box.dataset.of === role.dataset.role;
      choose();
    });
  }
  form.addEventListener("compositionend", draw);
  form.addEventListener("submit", (event) => event.preventDefault());
  keep.addEventListener("change", () => {
    forget.hidden = !keep.checked;
    if (keep.checked) draw();
    else kept((storage) => storage.removeItem(place));
  });
  forget.addEventListener("click", () => {
    kept((storage) => storage.removeItem(place));
    keep.checked = false;
    forget.hidden = true;
    for (const input of inputs) input.value = "";
    draw();
  });
  for (const button of form.querySelectorAll("[data-do]")) {
    button.addEventListener("click", async () => {
      const drawings = await draw();
      if (!drawings.length || button.dataset.do === "print") window.print();
      else window.hbPaper[button.dataset.do](drawings, button.dataset.name);
    });
  }
  form.hidden = false;
  const asked = /^#(m|for)=(.*)$/.exec(decodeURIComponent(location.hash)) || [];
  for (const box of asked[1] ? boxes : []) {
    const { id } = JSON.parse(box.dataset.source);
    box.checked = asked[1] === "m" ? asked[2].split(",").includes(id) : box.dataset.of === asked[2];
  }
  const remembered = kept((storage) => JSON.parse(storage.getItem(place)));
  if (remembered) {
    keep.checked = true;
    forget.hidden = false;
    for (const input of inputs) input.value = remembered[input.name] || "";
  }
  if (remembered || asked[1]) draw();
})();
