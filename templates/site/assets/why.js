// The arithmetic reckoned anew for other numbers, round by round. It reckons and draws as
// compose/growth.py and compose/why_pages.py do. Nothing is kept or sent.
(() => {
  const page = document.querySelector("[data-why]");
  if (!page) return;
  const find = (name, from = page) => from.querySelector(`[data-${name}]`);
  const make = (name, text, kind) => {
    const made = document.createElement(name);
    if (text !== undefined) made.textContent = text;
    if (kind) made.className = kind;
    return made;
  };
  const fill = (text, values) => text.replace(/\{(\w+)\}/g, (all, name) => values[name] ?? all);
  const full = (number) => number.toLocaleString("en-US", { maximumFractionDigits: 2 });

  const { shares, units, columns, mark: [width, height], words } = JSON.parse(page.dataset.why);
  const group = page.querySelector("#why-each");
  const fee = page.querySelector("#why-fee");
  const town = page.querySelector("#why-town");
  const rows = find("rows");
  const step = find("step");
  const end = find("end");
  let price = Number(fee.value);
  let shown = Infinity;

  const short = (number) => {
    for (const [start, divisor, decimals, word] of units) {
      if (number >= start) {
        const scale = 10 ** decimals;
        return full(Math.floor(number / (divisor / scale)) / scale) + word;
      }
    }
    return full(number);
  };

  // How many of a round have received less than they paid; see growth.py.
  const lacking = (each, people, below) => {
    const bounds = new Set([0, people]);
    below.forEach(([, others], up) => {
      const whole = Math.floor(others / each ** (up + 1));
      bounds.add(Math.min(whole, people)).add(Math.min(whole + 1, people));
    });
    const edges = [...bounds].sort((one, other) => one - other);
    return edges.slice(1).reduce((count, edge, at) => {
      const percent = below.reduce((sum, [share, others], up) => {
        const whole = each ** (up + 1);
        return sum + share * Math.max(0, Math.min(whole, others - edges[at] * whole));
      }, 0);
      return count + (percent < 100 ? edge - edges[at] : 0);
    }, 0);
  };

  // Rounds 0 to last, or to the one that cannot be filled.
  const reckon = (each, people, last) => {
    const came = [];
    for (let left = people, seats = 1; came.length <= last; seats *= each) {
      came.push(Math.min(seats, left));
      left -= came.at(-1);
      if (came.at(-1) < seats) break;
    }
    const levels = came.map((here, number) => {
      const below = shares.map((share, up) => [share, came[number + up + 1]])
        .filter(([, others]) => others !== undefined);
      return {
        number, seats: each ** number, people: here, paid: number ? price * here : 0,
        received: Math.floor(price * below.reduce((sum, [share, others]) => sum + share * others, 0) / 100),
        short: number ? lacking(each, here, below) : 0,
      };
    });
    const sum = (name, from) => levels.slice(from).reduce((total, level) => total + level[name], 0);
    levels[0].received = sum("paid", 1) - sum("received", 1);
    return { levels, payers: sum("people", 1), paid: sum("paid", 1), short: sum("short", 1) };
  };

  const cells = (start, stop, across) => {
    let path = "";
    while (start < stop) {
      const line = Math.floor(start / across);
      const column = start % across;
      const lines = column ? 0 : Math.floor((stop - start) / across);
      const count = lines ? across : Math.min(across - column, stop - start);
      path += `M${column * width} ${line * height}h${count * width}v${Math.max(lines, 1) * height}h-${count * width}z`;
      start += count * Math.max(lines, 1);
    }
    return path;
  };

  const drawing = (name, across, back, came, seats) => {
    const wide = across * width;
    const high = Math.ceil(seats / across) * height;
    const shift = seats < across ? Math.floor((across - seats) * width / 2) : 0;
    const parts = [["back", 0, back], ["short", back, came], ["empty", came, seats]]
      .filter(([, from, to]) => from < to)
      .map(([part, from, to]) => `<path fill="url(#hb-${part})" d="${cells(from, to, across)}"></path>`);
    return `<svg class="hb-why-${name}" width="${wide}" height="${high}" viewBox="0 0 ${wide} ${high}"><g transform="translate(${shift})">${parts.join("")}</g></svg>`;
  };

  const row = (level, size) => {
    const missing = level.people < level.seats;
    const seats = Math.ceil(level.seats / size);
    const came = missing ? Math.min(Math.ceil(level.people / size), seats - 1) : Math.ceil(level.people / size);
    const back = Math.max(0, Math.min(Math.ceil((level.people - level.short) / size), came - (level.short ? 1 : 0)));
    const line = make("li");
    // Numbers and paths only: nothing here is anybody's text.
    line.innerHTML = Object.entries(columns).map(([name, across]) => drawing(name, across, back, came, seats)).join("");
    const label = make("p", undefined, "hb-why-round");
    label.append(make("b", fill(words.round, level)), make("span", level.number
      ? fill(words.wants, { count: full(level.seats) }) : words.founder));
    const said = make("p", undefined, "hb-why-said");
    if (missing) said.append(make("span", fill(words.came, { count: full(level.people), empty: full(level.seats - level.people) })));
    if (level.short) said.append(make("span", level.short === level.people ? words.unpaid_all : fill(words.unpaid, { count: full(level.short) })));
    line.prepend(label);
    line.append(said);
    return line;
  };

  const entry = (level) => {
    const line = make("tr");
    const head = make("th", level.number);
    head.scope = "row";
    const people = make("td", full(level.people));
    if (level.people < level.seats) people.append(make("small", fill(words.wanted, { count: full(level.seats) })));
    line.append(head, people, make("td", short(level.paid)), make("td", short(level.received)), make("td", full(level.short)));
    return line;
  };

  const render = () => {
    const people = Number(town.value);
    const each = Number(group.value);
    const whole = reckon(each, people, Infinity).levels;
    const { levels, payers, paid, short: unpaid } = reckon(each, people, shown);
    const last = levels.at(-1);
    const over = levels.length === whole.length;
    let size = 1;
    for (let turn = 0; whole.at(-1).seats > page.dataset.marks * size; turn += 1) size *= turn % 3 === 1 ? 2.5 : 2;
    rows.replaceChildren(...levels.map((level) => row(level, size)));
    find("mark").textContent = size > 1 ? fill(words.mark, { count: full(size) }) : words.mark_one;
    find("table").replaceChildren(...levels.map(entry));
    for (const [name, text] of [["people", full(payers + 1)], ["paid", short(paid)], ["received", short(paid)], ["short", full(unpaid)]]) {
      page.querySelector(`[data-total="${name}"]`).textContent = text;
    }
    find("now").textContent = fill(over ? words.over : words.going, {
      number: last.number, seats: full(last.seats), left: full(last.people), payers: full(payers),
      people: full(payers + 1), short: full(unpaid), percent: payers ? Math.floor(unpaid * 100 / payers) : 0,
    });
    step.textContent = shown === Infinity ? words.begin : over ? words.restart : words.next;
    end.hidden = over;
    find("steps").classList.toggle("hb-why-stepping", shown < Infinity);
    return over;
  };

  step.addEventListener("click", () => {
    shown = end.hidden ? 0 : shown + 1;
    render();
    rows.lastElementChild.scrollIntoView({ block: "nearest" });
  });
  find("begin").addEventListener("click", () => {
    shown = 0;
    render();
    page.querySelector("#figure").scrollIntoView();
    step.focus({ preventScroll: true });
  });
  end.addEventListener("click", () => {
    shown = Infinity;
    render();
    step.focus();
  });
  for (const one of [group, town]) {
    one.addEventListener("change", () => {
      shown = Infinity;
      render();
    });
  }
  const reprice = () => {
    const value = Number(fee.value.normalize("NFKC").replace(/[,，\s]/g, ""));
    const fits = Number.isInteger(value) && value >= 1 && value <= 1e6;
    fee.setAttribute("aria-invalid", String(!fits));
    if (fits) {
      price = value;
      render();
    }
  };
  fee.addEventListener("input", reprice);
  // A browser that brings back a page may bring back what was chosen in it.
  addEventListener("pageshow", reprice);
  find("choose").hidden = find("buttons").hidden = false;
  find("given").classList.add("hb-print-only");
})();
