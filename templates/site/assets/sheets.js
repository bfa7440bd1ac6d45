// Drawings of sheets in a page, and what is typed set into them, at its true place and in their own
// type. A drawing comes as a script, so that it comes from a disk, too (src/handbill/render/fillable.py).
window.hbSheets = (() => {
  // Letters are set in Song, which every system of China has; its slices would double what a site weighs.
  const sans = "hb-sans, sans-serif";
  const serif = '"Noto Serif SC", STSong, SimSun, hb-sans, serif';
  const namespace = "http://www.w3.org/2000/svg";
  const points = 72 / 25.4;
  const turned = document.documentElement.dir === "rtl";
  const filled = (text, values) => text.replace(/\{(\w+)\}/g, (all, name) => values[name] ?? all);

  const unpacked = async (packed) => {
    const bytes = Uint8Array.from(atob(packed), (one) => one.charCodeAt(0));
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"));
    const text = await new Response(stream).text();
    const parsed = new DOMParser().parseFromString(text, "image/svg+xml").documentElement;
    const svg = document.importNode(parsed, true);
    svg.setAttribute("role", "img");
    return svg;
  };
  // One after another: each script calls the same function. script: loads one, as this one was.
  let last = Promise.resolve();
  const load = (source, script) => {
    const loaded = last.then(async () => {
      let given = [];
      window.hbSheet = (...sheet) => { given = sheet; };
      await script(source);
      const [drawings, fields] = given;
      return { drawings: await Promise.all(drawings.map(unpacked)), fields };
    });
    last = loaded.catch(() => {});
    return loaded;
  };

  // Parts of a drawing bear their name and what is known of them (templates/sheet/fill.typ).
  const parts = (sheet, what) => sheet.drawings.flatMap((svg) =>
    [...svg.querySelectorAll(`[data-typst-label^="hb-${what} "]`)].map((element) => {
      const label = element.getAttribute("data-typst-label");
      return { element, known: JSON.parse(label.slice(label.indexOf(" ") + 1)) };
    }));
  const show = (element, shown) => {
    if (shown) element.removeAttribute("display");
    else element.setAttribute("display", "none");
  };
  const drawn = (name, attributes) => {
    const element = document.createElementNS(namespace, name);
    for (const [key, one] of Object.entries(attributes)) element.setAttribute(key, one);
    element.setAttribute("data-typed", "");
    return element;
  };
  const ruler = document.createElement("canvas").getContext("2d");
  const width = (text, size, weight, family = sans) => {
    ruler.font = `${weight} 100px ${family}`;
    return (ruler.measureText(text).width * size) / 100;
  };
  // Numbers and addresses run from left to right in every language.
  const runs = (text) => (/[\p{Script=Arabic}\p{Script=Hebrew}]/u.test(text) ? "rtl" : "ltr");
  // A line of text, from `x` on, around it or up to it.
  const set = (parent, text, x, y, size, weight, fill, at = "start", family = sans) => {
    const direction = runs(text);
    const anchor = direction === "rtl" ? { start: "end", end: "start" }[at] || at : at;
    const line = drawn("text", {
      x, y, fill, direction, "font-size": size, "font-weight": weight, "font-family": family,
      "text-anchor": anchor,
    });
    // Behind letters that run the other way, numbers in groups would stand in the wrong order.
    const marked = text.replace(/[\w+][\w+./:@-]*/g, "\u200e$&\u200e");
    line.textContent = direction === "rtl" ? marked : text;
    parent.append(line);
  };

  // The line of the publisher, broken as templates/sheet/imprint.typ breaks it.
  const pieces = (text, room, size) => {
    const found = [];
    let rest = [...text];
    while (rest.length > 1 && width(rest.join(""), size, 400) > room) {
      let end = rest.length - 1;
      while (end > 1 && width(rest.slice(0, end).join(""), size, 400) > room) end -= 1;
      const cut = Math.max(rest.lastIndexOf("/", end - 1), rest.lastIndexOf("-", end - 1));
      found.push(rest.splice(0, cut > 0 ? cut + 1 : end).join(""));
    }
    return [...found, rest.join("")];
  };
  const broken = (items, room, size) => {
    const gap = 1.1 * size;
    const lines = [];
    let used = room + 1;
    for (const text of items.flatMap((item) => pieces(item, room, size))) {
      const wide = width(text, size, 400);
      if (used + gap + wide > room) {
        lines.push([]);
        used = -gap;
      }
      lines[lines.length - 1].push({ text, x: used + gap, wide });
      used += gap + wide;
    }
    return lines;
  };
  const imprint = (sheet, values, say, long) => {
    const { publisher, valid_until: date, website } = values;
    const typed = Boolean(publisher || date || website);
    for (const { element, known } of parts(sheet, "imprint")) {
      for (const child of element.children) show(child, !typed);
      if (!typed) continue;
      const address = (website || "").replace(/^https?:\/\/|[?#].*$|\/+$/g, "");
      const items = known.items.map((item, index) => {
        if (publisher && index === 0) return filled(say.published_by, { publisher });
        if (date && index === 3) return filled(say.valid_until, { date });
        if (website && index === known.items.length - 1) return filled(say.origin, { address });
        return item.replace(/␣/g, "________");
      });
      const sizes = known.steps.map((step) => step * known.size);
      const fits = (size) => broken(items, known.w, size).length <= known.most;
      const size = sizes.find(fits) || sizes[sizes.length - 1];
      const lines = broken(items, known.w, size);
      if (lines.length > known.most) long.add(publisher ? "publisher" : "website");
      lines.splice(known.most);
      lines.forEach((line, index) => {
        const y = known.h - (lines.length - 1 - index) * known.pitch * size;
        for (const { text, x, wide } of line) {
          set(element, text, turned ? known.w - x - wide : x, y, size, 400, known.fill);
        }
      });
    }
  };
  const codes = (sheet, { website }) => {
    for (const { element, known } of parts(sheet, "code")) {
      for (const child of element.children) show(child, !website);
      if (!website) continue;
      const { count, path } = window.hbPaper.code(website);
      const transform = `scale(${known.w / count})`;
      element.append(drawn("path", { d: path, fill: known.fill, transform }));
    }
  };
  const writtenDay = (day) => new Intl.DateTimeFormat(document.documentElement.lang, {
    dateStyle: "long", timeZone: "UTC",
  }).format(new Date(day));
  // On one line down to a part of its size; on two where there is height for them.
  const [one, two, least, pitch] = [0.6, 0.48, 0.36, 1.14];
  const halves = (text) => {
    const middle = Math.ceil(text.length / 2);
    const space = [...text.matchAll(/ /g)].map((found) => found.index)
      .sort((a, b) => Math.abs(a - middle) - Math.abs(b - middle))[0];
    return [text.slice(0, space || middle).trim(), text.slice(space || middle).trim()];
  };
  const fitted = (text, field, room, family) => {
    const wide = (line) => width(line, field.size, field.weight, family);
    const size = field.size * Math.min(1, room / wide(text));
    if (size >= one * field.size) return { lines: [text], size };
    const lines = halves(text);
    const both = field.size * Math.min(two, room / Math.max(...lines.map(wide)));
    const high = field.height * points >= 0.9 * field.size;
    return both >= least * field.size && high ? { lines, size: both } : {};
  };
  const margin = 20; // mm
  const blanks = (sheet, values, long) => {
    const written = new Set();
    for (const field of sheet.fields) {
      const svg = sheet.drawings[field.page - 1];
      const name = field.name === "signature" ? "publisher" : field.name;
      const text = field.name === "date" && values.date ? writtenDay(values.date) : values[name];
      // The publisher of the imprint stands in a line with others, which is broken anew.
      if (!svg || !text || (field.name === "publisher" && !field.label)) continue;
      const family = /serif/.test(field.fonts[0]) ? serif : sans;
      const after = { start: 0, center: 0.5, end: 1 }[field.align];
      const part = field.direction === "rtl" ? 1 - after : after;
      // What stands in the middle of its room has as much again on both sides, up to the margins.
      const across = svg.viewBox.baseVal.width / points;
      const more = part === 0.5
        ? Math.max(0, Math.min(field.x, across - field.x - field.width) - margin) : 0;
      const room = (field.width + 2 * more) * points;
      const { lines, size } = fitted(text, field, room, family);
      if (!lines) {
        long.add(name);
        continue;
      }
      written.add(field.name);
      const at = { 0: "start", 0.5: "middle", 1: "end" }[part];
      const x = (field.x + part * field.width) * points;
      lines.forEach((line, index) => {
        const y = field.baseline * points - (lines.length - 1 - index) * pitch * size;
        set(svg, line, x, y, size, field.weight, field.colour, at, family);
      });
    }
    for (const { element, known } of parts(sheet, "shown")) show(element, !written.has(known.field));
  };

  // Sets what is typed into a sheet. values: fields of a place by name. known: words, what a sheet
  // that may be posted must have, and whether its last day is past. Returns whether it may be
  // posted, and what does not fit.
  const draw = (sheet, values, { say, lacks, past }) => {
    const long = new Set();
    for (const svg of sheet.drawings) {
      for (const old of svg.querySelectorAll("[data-typed]")) old.remove();
    }
    imprint(sheet, values, say, long);
    codes(sheet, values);
    blanks(sheet, values, long);
    const given = { publisher: values.publisher, site_url: values.website };
    const whole = !past && lacks.every((what) => given[what]);
    for (const { element } of parts(sheet, "specimen")) show(element, !whole);
    return { whole, long };
  };

  // The type of what stands in sheets: a browser fetches the slices that hold it.
  const typeset = (sheets, values, more = "") => {
    const items = sheets.flatMap((sheet) => parts(sheet, "imprint").flatMap((one) => one.known.items));
    const text = [...Object.values(values), ...items, more].join("");
    return Promise.all([400, 700, 900].map((weight) =>
      document.fonts.load([weight, "20px", "hb-sans"].join(" "), text)));
  };
  const styles = (source) => new Promise((resolve, reject) => {
    const link = document.createElement("link");
    link.rel = "stylesheet";
    link.href = source;
    link.onload = resolve;
    link.onerror = reject;
    document.head.append(link);
  });

  // The first page of a set: what goes where, and when it comes down.
  const a4 = { width: 595.276, height: 841.89, edge: 56, foot: 780 };
  const wrapped = (text, room, size, weight) => {
    const lines = [""];
    for (const piece of text.match(/[\x21-\u2fff]+\s*|./gsu) || []) {
      const line = lines[lines.length - 1];
      if (line && width(line + piece.trimEnd(), size, weight) > room) lines.push(piece);
      else lines[lines.length - 1] = line + piece;
    }
    return lines.map((line) => line.trim());
  };
  const cover = (sheets, say) => {
    const pages = [];
    let y = Infinity;
    const add = (text, size, weight, before) => {
      for (const [index, line] of wrapped(text, a4.width - 2 * a4.edge, size, weight).entries()) {
        y += size * 1.5 + (index ? 0 : before);
        if (y > a4.foot) {
          const page = document.createElementNS(namespace, "svg");
          page.setAttribute("viewBox", `0 0 ${a4.width} ${a4.height}`);
          pages.push(page);
          y = a4.edge + size;
        }
        const x = turned ? a4.width - a4.edge : a4.edge;
        set(pages[pages.length - 1], line, x, y, size, weight, "#10233f", turned ? "end" : "start");
      }
    };
    add(say.cover, 24, 900, 0);
    sheets.forEach((sheet, index) => {
      add(`${index + 1}. ${sheet.title}`, 13, 700, 14);
      add(filled(say.where, { where: sheet.where }), 10.5, 400, 2);
      add(filled(say.until, { date: sheet.until }), 10.5, 400, 2);
    });
    return pages;
  };
  return { load, draw, typeset, styles, cover };
})();
