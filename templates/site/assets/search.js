// Search: first the pages that answer a question (ask.js, from one small file), then every page that
// says it, from Pagefind's index. Both are fetched only when somebody searches, the small one first.
// Pagefind matches unquoted Han words by their parts, and cuts text into words that may differ from
// the reader's. So every run is sent as a phrase first; pages found by its ends alone are added, and
// what a page really says decides. Only when no page holds every run are near results shown.
(() => {
  const box = document.querySelector(".hb-search");
  if (!box) return;
  const form = box.querySelector("form");
  const input = box.querySelector("input");
  const state = box.querySelector(".hb-search-state");
  const list = box.querySelector(".hb-results");
  const best = box.querySelector(".hb-answers");
  const nothing = box.querySelector(".hb-nothing");
  const words = box.dataset;
  const index = new URL(words.index, location.href);
  const home = new URL(words.home, location.href).pathname;
  const page = 10;
  const disk = location.protocol === "file:";
  let engine = null;
  let answers = null;
  let latest = 0;

  const script = (address) => new Promise((done, failed) => {
    const one = document.createElement("script");
    one.src = address;
    one.onload = done;
    one.onerror = failed;
    document.body.append(one);
  });

  // The function that answers a question.
  const ready = () => {
    answers ??= script(new URL(words.answers, location.href).href)
      .then(() => window.handbillAsk(window.handbillAnswers));
    answers.catch(() => { answers = null; });
    return answers;
  };

  const load = () => {
    engine ??= import(index.href + "pagefind.js").then(async (module) => {
      await module.options({ baseUrl: new URL("..", index).pathname });
      await module.init();
      return module;
    });
    engine.catch(() => { engine = null; });
    return engine;
  };

  const plural = new Intl.PluralRules(document.documentElement.lang);
  const found = (count) => {
    const form = plural.select(count);
    const text = words[`found${form[0].toUpperCase()}${form.slice(1)}`] ?? words.found;
    return text.replace("{count}", count);
  };

  const runs = (query) => query.normalize("NFKC").toLowerCase()
    .match(/\p{Script=Han}+|[\p{L}\p{N}]+/gu) ?? [];

  // Pages that hold every run, best first.
  const phrases = async (module, wanted) => {
    const answers = await Promise.all(wanted.map((run) => module.search(`"${run}"`)));
    const scores = new Map();
    for (const { results } of answers) {
      for (const result of results) {
        const known = scores.get(result.id) ?? { result, hits: 0, score: 0 };
        known.hits += 1;
        known.score += result.score;
        scores.set(result.id, known);
      }
    }
    return [...scores.values()].filter((one) => one.hits === wanted.length)
      .sort((one, other) => other.score - one.score).map((one) => one.result);
  };

  // Pages found by the runs without quotes, or by the two characters at either end of a run.
  const parts = async (module, wanted, known) => {
    const asked = new Set(wanted.flatMap((run) => [run, run.slice(0, 2), run.slice(-2)]));
    const answers = await Promise.all([...asked].map((part) => module.search(part)));
    const scores = new Map();
    for (const result of answers.flatMap((answer) => answer.results)) {
      if (known.has(result.id)) continue;
      const before = scores.get(result.id);
      scores.set(result.id, { result, score: result.score + (before?.score ?? 0) });
    }
    return [...scores.values()].sort((one, other) => other.score - one.score)
      .map((one) => one.result);
  };

  const words_of = (data) => `${data.meta.title} ${data.content}`.normalize("NFKC").toLowerCase();
  const holds = (data, wanted) => wanted.every((run) => words_of(data).includes(run));

  // What to do comes before the law, the law before cases, and sheets to print come last.
  const SECTIONS = ["help", "law", "cases"];
  const LAST = ["m", "materials", "set", "screen", "guide"];
  const rank = (data) => {
    const path = decodeURI(new URL(data.url, location.href).pathname);
    const section = path.startsWith(home) ? path.slice(home.length).split("/")[0] : "guide";
    const early = SECTIONS.indexOf(section);
    const late = LAST.indexOf(section);
    return early >= 0 ? early : SECTIONS.length + late + 1;
  };

  // What the index gives for a question, best first.
  const fromIndex = async (wanted) => {
    const module = await load();
    const exact = await phrases(module, wanted);
    const near = await parts(module, wanted, new Set(exact.map((one) => one.id)));
    return Promise.all([...exact.slice(0, 150), ...near.slice(0, 150)].map((one) => one.data()));
  };

  const onDisk = (address) => address.replace(/\/(?=#|$)/, "/index.html");

  // From a disk (file:) nothing can be fetched, but the texts of all pages stand in a script.
  const texts = () => {
    engine ??= script(`${index.href}disk-${document.documentElement.lang.toLowerCase()}.js`)
      .then(() => window.handbillPages.map(([url, title, content]) => ({
        url: onDisk(new URL(`..${url}`, index).href), meta: { title }, content,
      })));
    engine.catch(() => { engine = null; });
    return engine;
  };

  const fromDisk = async (wanted) => {
    const ends = wanted.flatMap((run) => [run.slice(0, 2), run.slice(-2)]);
    const score = (data) => wanted.reduce((sum, run) => sum + words_of(data).split(run).length - 1
      + 20 * data.meta.title.toLowerCase().includes(run), 0);
    return (await texts()).filter((data) => ends.some((part) => words_of(data).includes(part)))
      .map((data) => ({ data, score: score(data) })).sort((one, other) => other.score - one.score)
      .map((one) => one.data);
  };

  const marked = (text, wanted) => {
    const part = document.createDocumentFragment();
    const lower = text.toLowerCase();
    let from = 0;
    while (from < text.length) {
      const next = wanted.map((run) => ({ run, at: lower.indexOf(run, from) }))
        .filter((one) => one.at >= 0).sort((one, other) => one.at - other.at)[0];
      part.append(text.slice(from, next ? next.at : text.length));
      if (!next) break;
      const mark = document.createElement("mark");
      mark.textContent = text.slice(next.at, next.at + next.run.length);
      part.append(mark);
      from = next.at + next.run.length;
    }
    return part;
  };

  const excerpt = (content, wanted) => {
    const lower = content.toLowerCase();
    const found = wanted.map((run) => lower.indexOf(run)).filter((at) => at >= 0);
    const start = Math.max(0, (found.length ? Math.min(...found) : 0) - 24);
    return (start ? "…" : "") + content.slice(start, start + 96) + "…";
  };

  const show = (pages, wanted) => {
    const rest = pages.slice(page);
    for (const data of pages.slice(0, page)) {
      const item = document.createElement("li");
      const title = document.createElement("a");
      title.href = data.url;
      title.append(marked(data.meta.title, wanted));
      const text = document.createElement("p");
      text.append(marked(excerpt(data.content, wanted), wanted));
      item.append(title, text);
      list.append(item);
    }
    box.querySelector(".hb-search-more")?.remove();
    if (!rest.length) return;
    const more = document.createElement("button");
    more.type = "button";
    more.className = "hb-search-more";
    more.textContent = words.more;
    more.addEventListener("click", () => show(rest, wanted));
    list.after(more);
  };

  const showAnswers = (found, wanted) => best.replaceChildren(...found.map((one) => {
    const item = document.createElement("li");
    const title = document.createElement("a");
    const address = new URL(`../${one.url}`, index).href;
    title.href = disk ? onDisk(address) : address;
    title.append(marked(one.title, wanted));
    const text = document.createElement("p");
    text.append(marked(one.line, wanted));
    item.append(title, ...(one.line ? [text] : []));
    return item;
  }));

  const search = async (query) => {
    const turn = ++latest;
    const wanted = runs(query);
    list.replaceChildren();
    best.replaceChildren();
    box.querySelector(".hb-search-more")?.remove();
    nothing.hidden = true;
    state.textContent = "";
    if (!wanted.length) return;
    const answered = await ready().then((ask) => ask(query), () => []);
    if (turn !== latest) return;
    showAnswers(answered, wanted);
    try {
      const read = await (disk ? fromDisk : fromIndex)(wanted);
      if (turn !== latest) return;
      const sure = read.filter((data) => holds(data, wanted))
        .sort((one, other) => rank(one) - rank(other));
      const near = answered.length ? [] : read;
      nothing.hidden = Boolean(sure.length || answered.length);
      state.textContent = sure.length || answered.length ? found(sure.length || answered.length)
        : near.length ? words.loose : words.none;
      show(sure.length ? sure : near, wanted);
    } catch {
      if (turn !== latest) return;
      nothing.hidden = answered.length > 0;
      state.textContent = answered.length ? found(answered.length) : words.failed;
    }
  };

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const query = input.value.trim();
    input.blur();
    search(query);
  });
  input.addEventListener("focus", async () => {
    await ready().catch(() => {});
    (disk ? texts : load)().catch(() => {});
  }, { once: true });
  const asked = new URLSearchParams(location.search).get("q");
  if (asked) {
    input.value = asked.slice(0, 60);
    search(input.value);
  }
})();
