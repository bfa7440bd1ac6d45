// Finds the pages that answer a question, in the small file that a site has for this (search/answers.js).
// Pages are compared with a question by pairs of characters where a script writes no spaces, and by
// words elsewhere; what is rare counts more than what every question has. A pair or a word that no
// page knows is taken for one that sounds or looks the same: 海保, haibao and hai bao for 海报.
window.handbillAsk = ({ pages, places, alike: groups, simplified, readings }) => {
  const CELLS = "\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}"
    + "\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}";
  const RUNS = new RegExp(`[${CELLS}]+|(?:(?![${CELLS}])[\\p{L}\\p{N}])+`, "gu");
  const CELL = new RegExp(`[${CELLS}]`, "u");
  const ALONE = 0.3; // what one character of such a script counts, beside a pair
  const HEARD = 0.85; // what counts that only sounds or looks the same
  const UNKNOWN = 0.4; // what counts against a page that no page says
  const RANKS = [["help/", 1.15], ["law/", 1], ["cases/", 0.9]];

  const simple = new Map();
  if (simplified) {
    const [from, to] = simplified.map((text) => [...text]);
    from.forEach((one, at) => simple.set(one, to[at]));
  }
  const sounds = new Map(); // character: syllables
  const syllables = new Set();
  // zh and z, ing and in are mixed up in speech, and so in typing.
  const heard = (sound) => sound.replace(/([zcs])h/g, "$1").replace(/([ie])ng/g, "$1n");
  for (const line of readings ? readings.split("|") : []) {
    const [syllable, characters] = line.split(" ");
    if (!characters) continue;
    syllables.add(heard(syllable));
    for (const one of characters) sounds.set(one, [...(sounds.get(one) ?? []), heard(syllable)]);
  }

  const normal = (text) => [...text.normalize("NFKC").toLowerCase().normalize("NFD")
    .replace(/\p{M}/gu, "").normalize("NFC")].map((one) => simple.get(one) ?? one).join("");
  // Of words with one meaning the first stands for all; what is longer is replaced first.
  const firsts = groups.flatMap((group) => {
    const [first, ...others] = group.split(" ").map(normal);
    return others.map((one) => [one, first]);
  }).sort(([one], [other]) => other.length - one.length);
  const isCells = (text) => new RegExp(`^[${CELLS}]+$`, "u").test(text);
  const meant = (text) => firsts.reduce((said, [one, first]) => (isCells(one)
    ? said.replaceAll(one, first) : said.replace(RUNS, (run) => (run === one ? first : run))), text);
  const runsOf = (text) => meant(normal(text)).match(RUNS) ?? [];
  const partsOf = (run) => {
    if (!CELL.test(run)) return [run];
    const cells = [...run];
    return cells.concat(cells.slice(1).map((one, at) => cells[at] + one));
  };
  const featuresOf = (text) => new Set(runsOf(text).flatMap(partsOf));

  const entries = pages.map(([url, title, line, more, asked]) => {
    const forms = [title, ...asked].map(featuresOf);
    const bag = new Set([...featuresOf(`${line} ${more}`), ...forms.flatMap((one) => [...one])]);
    const rank = RANKS.find(([start]) => url.includes(start))?.[1] ?? (asked.length ? 1 : 0.95);
    return { url, title, line, forms, bag, rank };
  });
  const named = places.map(([url, title]) => {
    const features = featuresOf(title);
    return { url, title, line: "", forms: [features], bag: features, rank: 1, place: normal(title) };
  });

  const counts = new Map();
  let forms = 0;
  for (const entry of [...entries, ...named]) {
    for (const form of [...entry.forms, entry.bag]) {
      forms += 1;
      for (const one of form) counts.set(one, (counts.get(one) ?? 0) + 1);
    }
  }
  const isPair = (one) => CELL.test(one) && [...one].length > 1;
  const weigh = (one) => Math.log(1 + forms / (counts.get(one) ?? 2))
    * (!CELL.test(one) || isPair(one) ? 1 : ALONE);
  const sizes = new Map();
  const sizeOf = (form) => {
    if (!sizes.has(form)) sizes.set(form, [...form].reduce((sum, one) => sum + weigh(one), 0));
    return sizes.get(form);
  };

  const bySound = new Map(); // two syllables: pairs that pages know
  const words = [];
  for (const one of counts.keys()) {
    if (!CELL.test(one)) words.push(one);
    else if (isPair(one)) {
      const [first, second] = [...one].map((cell) => sounds.get(cell) ?? []);
      for (const left of first) {
        for (const right of second) {
          const key = `${left} ${right}`;
          bySound.set(key, [...(bySound.get(key) ?? []), one]);
        }
      }
    }
  }

  // How many letters must change to make one word of another, two neighbours changing places as one.
  const distance = (one, other, most) => {
    if (Math.abs(one.length - other.length) > most) return most + 1;
    let before = [];
    let row = Array.from({ length: other.length + 1 }, (_, at) => at);
    for (let at = 1; at <= one.length; at += 1) {
      const next = [at];
      for (let to = 1; to <= other.length; to += 1) {
        const same = one[at - 1] === other[to - 1];
        let least = Math.min(row[to] + 1, next[to - 1] + 1, row[to - 1] + (same ? 0 : 1));
        if (at > 1 && to > 1 && one[at - 1] === other[to - 2] && one[at - 2] === other[to - 1]) {
          least = Math.min(least, before[to - 2] + 1);
        }
        next.push(least);
      }
      before = row;
      row = next;
    }
    return row[other.length];
  };
  // Other forms of a word; of one that no page knows, also what it may be meant for.
  const alike = (word) => {
    if (word.length < 4 || /\p{N}/u.test(word)) return [];
    const most = counts.has(word) ? 0 : word.length < 8 ? 1 : 2;
    return words.filter((one) => {
      if (one.length < 4) return false;
      const [short, long] = one.length < word.length ? [one, word] : [word, one];
      const inner = long.length - short.length <= (most ? 3 : 2)
        && (long.startsWith(short) || long.endsWith(short));
      return inner || (most && distance(word, one, most) <= most);
    });
  };

  // The ways to read typed letters as syllables, the longest first; none if they are no pinyin.
  const spelt = (letters) => {
    if (!letters) return [];
    for (let length = Math.min(6, letters.length); length; length -= 1) {
      if (!syllables.has(letters.slice(0, length))) continue;
      const rest = spelt(letters.slice(length));
      if (rest) return [letters.slice(0, length), ...rest];
    }
    return null;
  };

  // A question as what is looked for: each with what may stand for it, and how much it counts.
  const asked = (question) => {
    const found = new Map();
    const add = (name, same, share) => found.set(name, { same, weight: weigh(name), share });
    let letters = [];
    const typed = () => {
      const run = letters.length && syllables.size ? spelt(heard(letters.join(""))) : null;
      const pairs = run?.slice(1).map((one, at) => `${run[at]} ${one}`) ?? [];
      if (pairs.some((pair) => bySound.has(pair))) {
        for (const pair of pairs) {
          const known = bySound.get(pair) ?? [];
          found.set(pair, { same: known, weight: weigh(known[0] ?? pair), share: HEARD });
        }
      } else {
        for (const word of letters) add(word, alike(word), HEARD);
      }
      letters = [];
    };
    for (const run of runsOf(question)) {
      if (!CELL.test(run) && !counts.has(run)) {
        letters.push(run);
        continue;
      }
      typed();
      for (const part of partsOf(run)) {
        if (counts.has(part)) add(part, CELL.test(part) ? [part] : [part, ...alike(part)], 1);
        else if (!isPair(part)) add(part, [], 1);
        else {
          const [first, second] = [...part].map((cell) => sounds.get(cell) ?? []);
          const known = first.flatMap((left) => second
            .flatMap((right) => bySound.get(`${left} ${right}`) ?? []));
          add(part, known, HEARD);
        }
      }
    }
    typed();
    return [...found.values()].map((one) => (one.same.length ? one
      : { ...one, weight: one.weight * UNKNOWN }));
  };

  const shared = (wanted, form) => wanted.reduce((sum, one) => sum
    + (one.same.some((same) => form.has(same)) ? one.weight * one.share : 0), 0);

  const scored = (entry, wanted, whole, text) => {
    const best = Math.max(...entry.forms.map((form) => shared(wanted, form)
      / Math.sqrt((sizeOf(form) || 1) * whole)));
    const held = shared(wanted, entry.bag) / whole;
    let score = 0.6 * best + 0.4 * held;
    if (entry.place) {
      // 河东 is 河东街道, whatever else is asked; 河 alone is not 河东街道口.
      const name = [...entry.place];
      const start = name.slice(0, Math.max(2, name.length - 3)).join("");
      if (CELL.test(start) && text.includes(start)) score = Math.max(score, 0.8);
    }
    return { url: entry.url, title: entry.title, line: entry.line, score: score * entry.rank };
  };

  // The pages that answer a question, best first, three at most; none where none comes near.
  return (question) => {
    const wanted = asked(question);
    const whole = wanted.reduce((sum, one) => sum + one.weight, 0);
    if (!whole) return [];
    const text = normal(question);
    const found = [...entries, ...named].map((entry) => scored(entry, wanted, whole, text))
      .sort((one, other) => other.score - one.score);
    const best = found[0]?.score ?? 0;
    return found.filter((one) => one.score >= Math.max(0.2, best * 0.5)).slice(0, 3);
  };
};
