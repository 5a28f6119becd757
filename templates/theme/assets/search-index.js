/* The index that generator/dateline/pages/search made: loaded piece by piece, and what is found in it, best first.
   Nothing of it is loaded before a reader searches, and nothing from anywhere else. */

import {
  alike, asked, dateIn, distance, endsOf, fold, inOrder, isWithoutSpaces, latin, placeOf, query, skeleton, sound, sounds, wholes,
} from "./search-words.js";

// The build fills in the words (generator/dateline/pages/wording/scripts.py).
const WORDS = {};
const FEW = 4; // documents: a word that is in fewer may be written as two elsewhere
const SHORTEST_HALF = 3; // letters
const MOST_CHUNKS = 3; // of one bundle, for one word: what begins like it
const PER_BUNDLE = 1e7;
const EXACT = 1000;
const SOUNDS_LIKE = 500;
const ASKED = 20; // a question is answered by a dispute rather than by an event that has its words
const WEIGHTS = { // title, text, a part's own text, what belongs to a part
  actor: [10, 2.5], place: [10, 1.5], speaker: [4, 1], day: [2, 1], dispute: [6, 1.2, 3, 1.5], event: [6, 1.5, 4, 1], source: [1, 0.4, 1.2, 0.5],
  page: [3, 0.6],
};
const IS_NAME = new Set(["actor", "place", "speaker"]);
const BY_DATE = { event: 3, dispute: 2, day: 1 };
const OF_JUST_THAT_DAY = 2; // a dispute about one day comes before the many events of that day
const OTHER_NAME = 0.3; // of what only contains a name, where another is called just that
const OTHER_ENDING = 0.5; // of a name that is another word but for its ending: Baghdad, where Baghdadi is asked for
const ENDINGS = new Set(["", ..."s es d ed ing e er ers or ors ion ions n ns an ans ian ians i is ish al ly y ies ied en".split(" ")]);
const MANY = new Set(["", "s", "es"]);
const LEAST_OF_MANY = 0.85; // how well a word answers another that differs in number only
const OF_CLAIMS = ["actor", "outcome", "source"];
const FILTERS = ["kind", "event", "tag", "outcome", "actor", "party", "place", "source", "day"];

/* --- files ----------------------------------------------------------------------------------------------------------- */

async function packed(address, options) {
  const got = await fetch(address, options);
  if (!got.ok) throw new Error(`${address}: ${got.status}`);
  const bytes = new Uint8Array(await got.arrayBuffer());
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return JSON.parse(new TextDecoder().decode(bytes));
  const plain = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return JSON.parse(await new Response(plain).text());
}

/** Return where a value belongs in a sorted list: behind all that are not greater. */
function after(values, value) {
  let [low, high] = [0, values.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (values[middle] <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}

class Bundle {
  constructor(base, head, number) {
    Object.assign(this, { base, head, number, files: new Map() });
    let at = 0;
    this.packs = head.packs.map((step) => (at += step));
    let from = 0;
    this.kinds = head.kinds.map(([kind, count]) => ({ kind, to: (from += count) }));
  }

  file(name) {
    if (!this.files.has(name)) {
      const loading = packed(new URL(`${this.head.folder}/${name}.bin`, this.base));
      loading.catch(() => this.files.delete(name));
      this.files.set(name, loading);
    }
    return this.files.get(name);
  }

  kindOf(document) {
    return this.kinds.find(({ to }) => document < to).kind;
  }

  /** Return the rows of the index whose words begin with this. */
  async beginning(start, most = MOST_CHUNKS) {
    const first = Math.max(0, after(this.head.words, start) - 1);
    const last = Math.max(first, after(this.head.words, `${start}\uffff`) - 1);
    const numbers = Array.from({ length: Math.min(last - first + 1, most) }, (_, at) => first + at);
    const chunks = await Promise.all(this.head.words.length ? numbers.map((number) => this.file(`w${number}`)) : []);
    return chunks.flat().filter(([word]) => word.startsWith(start));
  }

  async shown(document) {
    const pack = after(this.packs, document) - 1;
    const rows = await this.file(`r${pack}`);
    const [address, title, line, mark, parts] = rows[document - this.packs[pack]];
    return {
      kind: this.kindOf(document), address, title, line, mark,
      parts: parts.map(([to, text, of, by, lang]) => ({ address: to, text, mark: of, line: by, lang })),
    };
  }

  facet(name) {
    return this.head.filters.includes(name) ? this.file(`f-${name}`) : Promise.resolve([]);
  }
}

/** Yield the documents of a row with the slots where its word stands. */
function* postings([, places]) {
  let document = 0;
  for (let at = 0; at < places.length;) {
    document += places[at];
    const end = at + 2 + places[at + 1];
    yield [document, places.slice(at + 2, end)];
    at = end;
  }
}

/* --- words ----------------------------------------------------------------------------------------------------------- */

const isNumber = (word) => /^[0-9·]+$/.test(word);

/** Return the begin that all words share which differ from this one by their endings. */
function stemOf(word) {
  if (isNumber(word) || isWithoutSpaces(word)) return word;
  for (let length = 4; length < word.length; length += 1) {
    if (ENDINGS.has(word.slice(length))) return word.slice(0, length);
  }
  return word.length > 3 && word.endsWith("y") ? word.slice(0, -1) : word;
}

/** Return how well a word of the index answers one that is asked for: 1 where they are the same, 0 where not at all. */
function quality(word, found, isLast) {
  if (found === word) return 1;
  if (isNumber(word)) return 0;
  if (isWithoutSpaces(word)) return [...word].length === 1 && found.startsWith(word) ? 0.6 : 0;
  let same = 0;
  while (same < word.length && word[same] === found[same]) same += 1;
  for (let length = same; length >= Math.min(4, word.length - 1) && length > 2; length -= 1) {
    const [own, other] = [word.slice(length), found.slice(length)];
    if (ENDINGS.has(own) && ENDINGS.has(other)) return MANY.has(own) && MANY.has(other) ? LEAST_OF_MANY : 0.7;
  }
  return found.startsWith(word) && (word.length > 2 || (isLast && word.length > 1)) ? 0.5 : 0;
}

const MOST_IN_A_NAME = 4; // words
const SHORT_FATHER = /^(?:[ae]l?)?b(?:ou|oo|[uoi])l?$/;

/** Return the documents, with their slots, in which all words stand together, each as good as the worst of them. */
function together(terms) {
  const found = new Map();
  const [first, ...others] = terms;
  for (const [id, slots] of first ?? []) {
    const both = [...slots]
      .map(([slot, good]) => [slot, Math.min(good, ...others.map((of) => of.get(id)?.get(slot) ?? 0))])
      .filter(([, good]) => good > 0);
    if (both.length) found.set(id, new Map(both));
  }
  return found;
}

/** Add what is found to what else is, the better of the two where both have it. */
function addAll(found, more) {
  for (const [id, slots] of more) {
    const known = found.get(id) ?? new Map();
    for (const [slot, good] of slots) known.set(slot, Math.max(known.get(slot) ?? 0, good));
    found.set(id, known);
  }
  return found;
}

/** Return of each chunk of a text whether it answers what is asked for; a name of several words does as a whole. */
function answering(terms, chunks) {
  const said = chunks.flatMap((chunk, at) => query(chunk).split(" ").filter(Boolean).map((word) => ({ word, at })));
  const answers = new Set();
  for (const { words: typed, called, also } of terms) {
    const isSaid = (word, one) => quality(word, one, false) > 0 || also.includes(one);
    for (const name of [typed, ...called.map((title) => query(title).split(" "))]) {
      for (let from = 0; from + name.length <= said.length; from += 1) {
        const here = said.slice(from, from + name.length);
        if (here.every(({ word }, at) => isSaid(name[at], word))) for (const { at } of here) answers.add(at);
      }
    }
  }
  return chunks.map((_, at) => answers.has(at));
}

const MEANINGS = [...Object.values(WORDS.meanings ?? {}).map((group) => group.split(",")), (WORDS.control ?? "").split(" ")]
  .map((group) => group.map((name) => name.trim()).filter(Boolean));

/** Return the words of equal meaning in the titles of what has a word nowhere that is seen. */
function meaning(word, shown) {
  const isIn = (name) => query(name).split(" ").some((one) => quality(word, one, false) > 0.5);
  const alike = new Set(MEANINGS.filter((group) => group.some(isIn)).flat());
  const term = { words: [word], called: [], also: [] };
  const says = (text) => answering([term], text.split(/\s+/)).some(Boolean);
  const others = shown.filter(({ title, parts }) => ![title, ...parts.map(({ text }) => text)].some(says));
  return [...alike].filter((name) => others.some(({ title }) => ` ${query(title)} `.includes(` ${query(name)} `)));
}

/** Return how a word sounds, whatever its vowels are: Hizballah and Hezbollah, not Baghdad and Baghdadi. */
const rhythm = (word) => sound(word).replace(/[uA]/g, "a");

const withoutUmlauts = (word) => word.replace(/([aou])e/g, "$1");

export class Finder {
  constructor(root) {
    this.base = new URL("search-index/", root);
  }

  inOrder = inOrder;

  async opened() {
    const found = await fetch(new URL("bundles.json", this.base), { cache: "no-cache" });
    if (!found.ok) throw new Error(`no index: ${found.status}`);
    const { bundles } = await found.json();
    this.bundles = await Promise.all(Array.from({ length: bundles }, async (_, number) => {
      const base = new URL(`${number}/`, this.base);
      return new Bundle(base, await packed(new URL("head.bin", base), { cache: "no-cache" }), number);
    }));
    this.count = this.bundles.reduce((sum, bundle) => sum + bundle.head.count, 0);
    return this;
  }

  bundleOf(id) {
    return this.bundles[Math.floor(id / PER_BUNDLE)];
  }

  kindOf(id) {
    return this.bundleOf(id).kindOf(id % PER_BUNDLE);
  }

  rankOf(id) {
    return Number(this.bundleOf(id).head.ranks[id % PER_BUNDLE]);
  }

  shown(id) {
    return this.bundleOf(id).shown(id % PER_BUNDLE);
  }

  async rows(start, most) {
    const found = await Promise.all(this.bundles.map(async (bundle) =>
      (await bundle.beginning(start, most)).map((row) => [bundle, row])));
    return found.flat();
  }

  /** Return where a word stands: for each document its slots, each with how well it answers. */
  async hits(word, isLast) {
    const found = new Map();
    const add = (bundle, row, good) => {
      for (const [document, slots] of postings(row)) {
        const id = bundle.number * PER_BUNDLE + document;
        const known = found.get(id) ?? new Map();
        for (const slot of slots) known.set(slot, Math.max(known.get(slot) ?? 0, good));
        found.set(id, known);
      }
    };
    const take = async (start, qualityOf) => {
      for (const [bundle, row] of await this.rows(start)) {
        const good = qualityOf(row[0]);
        if (good) add(bundle, row, good);
      }
    };
    await take(stemOf(word), (other) => quality(word, other, isLast));
    const plain = withoutUmlauts(word);
    if (plain !== word) await take(plain, (other) => (other === plain ? 0.9 : 0));
    return { found, add, take };
  }

  /** Return the spellings of a word of a name that sounds like this one, each with how alike they are, the nearest only. */
  async spellings(word, least) {
    const tokens = sounds(word).flatMap((heard) => [`~${heard}`, ...(skeleton(heard) ? [`^${skeleton(heard)}`] : [])]);
    const known = new Map();
    for (const token of new Set(tokens)) {
      for (const [, [found, , written]] of await this.rows(token, 1)) {
        if (found !== token) continue;
        for (const one of written) {
          const like = alike(word, one);
          const isWeak = token[0] === "^" && latin(one) === one && latin(word) === word; // vowels are written, and differ
          if (!isWeak || like >= 0.7) known.set(one, Math.max(known.get(one) ?? 0, (token[0] === "~" ? 1 : 0.85) * like));
        }
      }
    }
    const isForeign = (one) => latin(one) !== one;
    const best = (foreign) => Math.max(0, ...[...known].filter(([one]) => isForeign(one) === foreign).map(([, like]) => like));
    const [own, other] = [best(false), best(true)];
    return [...known].filter(([one, like]) => one !== word && like >= least && like >= (isForeign(one) ? other : own) - 0.15);
  }

  /** Return all written words of names: what is near to a word that nobody wrote. */
  async nameWords() {
    const rows = await this.rows("~", 12);
    return new Set(rows.filter(([, [token]]) => token[1] !== "=").flatMap(([, [, , written]]) => written));
  }

  /** Find a word in the index; and where no name has it, those of names that sound like it or contain it. */
  async term(word, isLast) {
    const { found, add, take } = await this.hits(word, isLast);
    const isName = this.isInName(found);
    if (isName) {
      for (const [id, slots] of found) {
        const good = slots.get(0) ?? 1;
        if (good < LEAST_OF_MANY && this.isOfName(id)) slots.set(0, OTHER_ENDING * good);
      }
    }
    const term = { word, found, also: [] };
    if (isName || isNumber(word) || word.length < 3) return term;
    const isForeign = latin(word) !== word;
    const spellings = await this.spellings(word, found.size ? 0.75 : isForeign ? 0.4 : 0.5);
    for (const [spelling, like] of spellings) await take(spelling, (other) => (other === spelling ? 0.95 * like : 0));
    if (!found.size && word.length > 3 && !isWithoutSpaces(word)) {
      for (const longer of await this.nameWords()) {
        if (longer.includes(word)) await take(longer, (other) => (other === longer ? 0.4 : 0));
      }
    }
    term.also = spellings.map(([spelling]) => spelling);
    if (found.size < FEW) await this.inTwo(term);
    return Object.assign(term, { add });
  }

  /** Add where a word that hardly anybody wrote stands as two: airstrikes as air strikes. */
  async inTwo(term) {
    const { word, found } = term;
    if (isWithoutSpaces(word)) return;
    for (let at = SHORTEST_HALF; at <= word.length - SHORTEST_HALF - 1; at += 1) {
      const halves = [word.slice(0, at), word.slice(at)];
      const first = (await this.hits(halves[0], false)).found;
      const isWritten = [...first.values()].some((slots) => [...slots.values()].includes(1));
      if (!isWritten) continue;
      const both = together([first, (await this.hits(halves[1], false)).found]);
      for (const slots of both.values()) for (const [slot, good] of slots) slots.set(slot, 0.8 * good);
      if (both.size) term.also = [...term.also, ...halves];
      addAll(found, both);
    }
  }

  /** Return the terms of what is asked for: words that name an actor or a place together are one, and found by its title too. */
  async terms(asked, isLittle) {
    const single = await Promise.all(asked.map((word, at) => this.term(word, at + 1 === asked.length)));
    const found = [];
    for (let at = 0; at < single.length;) {
      const one = await this.nameAt(single.slice(at, at + MOST_IN_A_NAME), isLittle);
      found.push(one ?? { ...single[at], words: [single[at].word], called: [] });
      at += found.at(-1).words.length;
    }
    return found;
  }

  /** Return the longest name that these terms begin with, as one term; null where they begin with none. */
  async nameAt(terms, isLittle) {
    for (let count = terms.length; count; count -= 1) {
      const some = terms.slice(0, count);
      const asked = some.map(({ word }) => word);
      if (isLittle(asked[0]) || isLittle(asked.at(-1)) || !this.mayName(some)) continue;
      const ids = [...(await this.named(asked.join(" "), count > 1)).keys()].filter((id) => this.isOfName(id)).slice(0, 3);
      if (!ids.length) continue;
      const found = together(some.map((term) => term.found));
      const titles = await Promise.all(ids.map(async (id) => (await this.shown(id)).title));
      for (const title of titles) {
        const hits = await Promise.all(query(title).split(" ").map((word) => this.hits(word, false)));
        addAll(found, together(hits.map((hit) => hit.found)));
      }
      for (const id of ids) addAll(found, [[id, new Map([[0, 1]])]]);
      const called = titles.filter((title) => query(title) !== asked.join(" "));
      return { word: asked.join(" "), words: asked, found, called, also: some.flatMap(({ also }) => also) };
    }
    return null;
  }

  isOfName(id) {
    return ["actor", "place"].includes(this.kindOf(id)); // a speaker without a name is described, not called
  }

  /** Return whether a word, where it was found, stands in a name just as it was typed. */
  isInName(found) {
    return [...found].some(([id, slots]) => this.isOfName(id) && slots.get(0) === 1);
  }

  /** Return whether an actor or a place may be called by these terms: all of them stand in its names, but for a short Abu. */
  mayName(terms) {
    const telling = terms.filter(({ word }, at) => at || terms.length === 1 || !SHORT_FATHER.test(word));
    const [first, ...others] = telling.map(({ word, found }) =>
      (isNumber(word) || isWithoutSpaces(word) ? [] : [...found].filter(([id, slots]) => slots.has(0) && this.isOfName(id)).map(([id]) => id)));
    return first.some((id) => others.every((ids) => ids.includes(id)));
  }

  /** Return the documents that are called just what is typed, or sound like it, with how much that counts. */
  async named(typed, bySound = true) {
    const found = new Map();
    const put = (bundle, row, worth) => {
      for (const [document] of postings(row)) {
        const id = bundle.number * PER_BUNDLE + document;
        found.set(id, Math.max(found.get(id) ?? 0, worth));
      }
    };
    for (const whole of wholes(typed)) {
      for (const [bundle, row] of await this.rows(`=${whole}`, 1)) if (row[0] === `=${whole}`) put(bundle, row, EXACT);
    }
    const [whole] = wholes(typed);
    if (found.size || !bySound || !whole || isNumber(whole)) return found;
    const heard = [...new Set([...sounds(whole), asked(typed).map((word) => sounds(word)[0] ?? "").join("")])].filter(Boolean);
    for (const one of heard) {
      const bare = skeleton(one);
      for (const token of [`~=${one}`, ...(bare ? [`^=${bare}`] : [])]) {
        for (const [bundle, row] of await this.rows(token, 1)) {
          if (row[0] !== token) continue;
          const isForeign = latin(whole) !== whole;
          const may = (written) => token[0] === "~" || isForeign || rhythm(written) === rhythm(whole);
          const like = Math.max(0, ...row[2].filter(may).map((written) => alike(whole, written)));
          if (like >= (isForeign ? 0.4 : 0.6)) put(bundle, row, SOUNDS_LIKE * like);
        }
      }
    }
    return found;
  }

  /* --- filters ------------------------------------------------------------------------------------------------------- */

  /** Return the values of a filter: for each id what a reader sees, and its documents with those of their parts that have it. */
  async values(name) {
    const found = new Map();
    for (const bundle of this.bundles) {
      for (const [id, label, ...rows] of await bundle.facet(name)) {
        const value = found.get(id) ?? { id, label, of: new Map() };
        for (const [document, ...parts] of rows) value.of.set(bundle.number * PER_BUNDLE + document, parts.length ? parts : null);
        found.set(id, value);
      }
    }
    return found;
  }

  /** Return the value of a filter that somebody means by its id, its label or another name, in any case; or null. */
  async meant(name, text) {
    const values = await this.values(name);
    const plain = fold(text.trim());
    const group = name === "outcome" ? [...values.values()].filter(({ id }) => id === plain || id.startsWith(`${plain}-`)) : [];
    if (group.length > 1) return { id: plain, label: text, of: new Map(group.flatMap(({ of }) => [...of])) };
    const same = [...values.values()].find(({ id, label }) => fold(id) === plain || fold(label) === plain);
    if (same || !["actor", "party", "place", "source"].includes(name)) return same ?? null;
    for (const id of (await this.named(text)).keys()) {
      const { address } = await this.shown(id);
      const meant = values.get(address.split("/")[1]);
      if (meant) return meant;
    }
    return null;
  }

  /** Return which documents and parts of them have what the filters ask for; null where none asks, and what nobody knows. */
  async restriction(state, days) {
    const asks = [];
    const unknown = [];
    for (const name of FILTERS.filter((one) => one !== "day" && state[one])) {
      const value = await this.meant(name, state[name]);
      if (value) asks.push([name, value.of]);
      else unknown.push(state[name]);
    }
    if (days) {
      const of = new Map();
      for (const { id, of: documents } of (await this.values("day")).values()) {
        if (days(id)) for (const [document, parts] of documents) of.set(document, union(of.get(document), parts, of.has(document)));
      }
      asks.push(["day", of]);
    }
    return { asks, unknown };
  }

  /* --- finding ------------------------------------------------------------------------------------------------------- */

  /** Find what is asked for: `q` are words, the rest are filters. */
  async find(state) {
    const read = this.read(state);
    if (read.outcome && !read.words.length) state = { ...state, outcome: read.outcome };
    const { asks, unknown } = await this.restriction(state, read.days);
    const found = { state, read, asks, unknown, results: [], isPartial: false, terms: [], near: [], optional: [], named: new Map() };
    found.isOfClaims = OF_CLAIMS.some((name) => state[name]);
    found.answers = (chunks) => answering(found.terms, chunks);
    found.meant = (shown) => found.terms.filter(({ words }) => words.length === 1)
      .map(({ word }) => ({ word, words: meaning(word, shown) })).filter(({ words }) => words.length);
    if (unknown.length) return found;
    const more = read.asksWho ? WORDS.ofDay.split(" ") : [];
    const little = [...WORDS.little.split(" "), ...more];
    found.terms = await this.terms(read.words, (word) => little.includes(word));
    // A word of another script that names have just so is no other name, though it may sound like one without its vowels.
    const [one, ...others] = read.words;
    const isWritten = one && !others.length && latin(one) !== one && this.isInName(found.terms[0].found);
    found.named = read.typed ? await this.named(read.typed, !isWritten) : new Map();
    if (read.key) for (const [id, worth] of await this.ofDate(read)) found.named.set(id, worth);
    found.optional = found.terms.map(({ word }) => little.includes(word));
    if (found.optional.every(Boolean)) found.optional.fill(false);
    await this.rank(found);
    if ((!found.results.length || found.isPartial) && read.outcome && read.words.length) return this.find({ ...state, q: read.without, outcome: read.outcome });
    if (!found.results.length || found.isPartial) found.near = await this.near(found);
    return found;
  }

  /** Return what is typed as words, a date and an outcome. */
  read(state) {
    const languages = ["en", WORDS.language, ...navigator.languages, "ar", "ar-SY", "fa", "ru", "tr", "de", "fr", "es"];
    const typed = (state.q ?? "").trim();
    const date = /[0-9]|^\p{L}+$/u.test(fold(typed)) ? dateIn(typed, languages) : null;
    const isLittle = (word) => WORDS.little.split(" ").includes(word);
    // "Who held the city" asks for a page of a day, where there is one, and else for a dispute: its words say no more.
    const ofControl = WORDS.control.split(" ");
    const typedWords = query(date ? date.rest : typed).split(" ");
    const asksWho = typedWords.some((word) => ofControl.includes(word)) && typedWords.some(isLittle);
    const saysNothing = (word) => isLittle(word) || (date && (ofControl.includes(word) || WORDS.ofDay.split(" ").includes(word)));
    const rest = date ? (typedWords.every(saysNothing) ? "" : typedWords.filter((word) => !saysNothing(word)).join(" ")) : typed;
    const likeHeld = (word) => (asksWho && ofControl.includes(word) ? ofControl[0] : word);
    const words = [...new Set(query(rest).split(" ").filter(Boolean).map(likeHeld))];
    const outcomeOf = (word) => Object.keys(WORDS.asked).find((id) => WORDS.asked[id].split(" ").includes(word));
    const named = Object.keys(WORDS.outcomes).find((id) => fold(WORDS.outcomes[id]) === fold(rest));
    const outcome = named ?? words.map(outcomeOf).find(Boolean);
    const plain = named ? [] : words.filter((word) => !outcomeOf(word));
    const within = (from, to) => (bounds) => daysWithin([bounds], from, to).length > 0;
    const isYear = !date && /^[0-9]{4}$/.test(fold(typed));
    const days = [
      ...(date ? [(bounds) => isOfDate(bounds, date.key)] : []),
      ...(state.from || state.to ? [within(state.from, state.to)] : []),
    ];
    return {
      typed: rest, asksWho, key: date?.key ?? (isYear ? fold(typed) : undefined), isYear, outcome, without: plain.join(" "), words: outcome && !plain.length ? [] : words,
      days: days.length ? (bounds) => days.every((holds) => holds(bounds)) : null,
    };
  }

  /** Return the pages of a date, the very one first, and the disputes that ask about just that day. */
  async ofDate({ key, words, isYear, asksWho }) {
    if (words.length && !isYear && !asksWho) return [];
    const found = [];
    for (const [bundle, row] of await this.rows(`=${key}`)) {
      if (isYear && row[0].length > "=2017-11".length) continue; // its months, not its days
      const isVery = row[0] === `=${key}`;
      for (const [document] of postings(row)) {
        const isPage = bundle.kindOf(document) === "day"; // and not a dispute that asks about the day
        if (isPage || isVery) found.push([bundle.number * PER_BUNDLE + document, isPage && isVery ? EXACT : EXACT / 2]);
      }
    }
    return found;
  }

  /** Put what is found into `results`, best first: what answers all words, else what answers most of them. */
  async rank(found) {
    const { terms, named, asks } = found;
    const ids = terms.length ? new Set([...terms.flatMap((term) => [...term.found.keys()]), ...named.keys()]) :
      new Set(asks.length ? asks[0][1].keys() : named.keys());
    if (!terms.length) for (const id of named.keys()) ids.add(id);
    const rarity = terms.map(({ found: of }) => Math.log(1 + this.count / (1 + of.size)));
    const scored = [...ids].map((id) => this.scored(id, found, rarity)).filter(Boolean);
    const complete = scored.filter((one) => !one.missing.length);
    found.isPartial = !complete.length && scored.length > 0;
    const best = Math.max(...scored.map((one) => one.covered));
    found.results = complete.length ? complete : scored.filter((one) => one.covered >= best * 0.6);
    const order = terms.length || !asks.length ? new Map() : await this.order();
    const timeOf = ({ id }) => order.get(id)?.first ?? "~";
    const startOf = (one) => (timeOf(one) === "~" ? Infinity : startingAt(timeOf(one)));
    const isWide = ({ id }) => (found.read.key && (order.get(id)?.isWide ?? true) ? 1 : 0); // what was on just that day comes first
    if (found.read.key && !terms.length) {
      for (const one of found.results) if (one.kind === "dispute" && !isWide(one)) one.score += OF_JUST_THAT_DAY;
    }
    found.results.sort((one, other) => other.score - one.score || isWide(one) - isWide(other) ||
      inTime(startOf(one), startOf(other)) || timeOf(one).localeCompare(timeOf(other)) || this.rankOf(other.id) - this.rankOf(one.id) || one.id - other.id);
  }

  /** Return the first day of each document, and whether it may have been on others. */
  async order() {
    const found = new Map();
    for (const { id, of } of (await this.values("day")).values()) {
      for (const document of of.keys()) {
        const known = found.get(document)?.first ?? "~";
        const sooner = inTime(startingAt(id), startingAt(known));
        const first = sooner < 0 || (sooner === 0 && id < known) ? id : known;
        found.set(document, { first, isWide: found.has(document) || id.includes("/") });
      }
    }
    return found;
  }

  /** Return a document with its score, the parts that count, and the words it lacks; null where a filter or all words are missed. */
  scored(id, { terms, named, asks, optional, read }, rarity) {
    const allowed = partsOf(id, asks);
    const isNamed = named.has(id);
    if (allowed === undefined) return null;
    const kind = this.kindOf(id);
    const parts = new Map();
    let score = 0;
    let covered = 0;
    const missing = [];
    terms.forEach((term, at) => {
      let best = 0;
      for (const [slot, good] of term.found.get(id) ?? []) {
        const part = slot < 2 ? -1 : (slot >> 1) - 1;
        if (part >= 0 && allowed && !allowed.has(part)) continue;
        const worth = good * WEIGHTS[kind][slot < 2 ? slot : 2 + (slot & 1)];
        best = Math.max(best, worth);
        if (part >= 0) parts.set(part, (parts.get(part) ?? 0) + worth * rarity[at]);
      }
      if (best) [score, covered] = [score + best * rarity[at], covered + rarity[at]];
      else if (!optional[at] && !isNamed) missing.push(term.word);
    });
    if (terms.length && !covered && !isNamed) return null;
    if (WEIGHTS[kind].length === 2 && !missing.length && terms.some((term) => term.found.get(id)?.get(0))) score *= 1.5; // a name
    const together = Math.max(0, ...parts.values());
    score += 0.5 * together + 0.05 * this.rankOf(id) * (terms.length ? 1 + score / 40 : 0);
    if (!terms.length && read.outcome) score = kind === "dispute" ? 6 + this.rankOf(id) : Math.min(9, allowed?.size ?? 1);
    if (!terms.length && read.key) score = BY_DATE[kind] ?? 0;
    if (read.asksWho && kind === "dispute" && covered) score += ASKED;
    if (isNamed) score += named.get(id);
    else if (IS_NAME.has(kind) && Math.max(0, ...named.values()) >= EXACT) score *= OTHER_NAME;
    return { id, kind, score, covered, missing, allowed: allowed ?? null, parts };
  }

  /** Return near spellings of the words that nothing answers. */
  async near({ terms, read }) {
    const lost = terms.filter(({ word, found }) => !found.size && word.length > 3 && !isNumber(word) && !isWithoutSpaces(word));
    if (!lost.length) return [];
    const known = [...await this.nameWords()];
    return lost.flatMap(({ word }) => known
      .filter((one) => Math.abs(one.length - word.length) <= 2)
      .map((one) => [one, distance(word, one)])
      .filter(([one, far]) => far <= (Math.max(word.length, one.length) > 6 ? 2 : 1))
      .toSorted((one, other) => one[1] - other[1] || (one[0] < other[0] ? -1 : 1))
      .filter(([one], at, all) => all.findIndex(([other]) => sound(other) === sound(one)) === at)
      .slice(0, 3)
      .map(([one]) => ({ word, one, q: read.words.map((each) => (each === word ? one : each)).join(" ") })));
  }

  /** Return how many results each value of a filter would have, the other filters as they are. */
  async counts(found, name) {
    const others = found.asks.filter(([one]) => one !== name);
    const rarity = found.terms.map(() => 1);
    const counted = [];
    for (const value of (await this.values(name)).values()) {
      let count = 0;
      for (const id of value.of.keys()) {
        const one = this.scored(id, { ...found, asks: [...others, [name, value.of]] }, rarity);
        if (one && (found.isPartial || !one.missing.length)) count += 1;
      }
      if (count) counted.push({ id: value.id, label: value.label, count });
    }
    return counted;
  }
}

/** Return the parts of a document that all filters allow: undefined where one allows none, null where none asks for parts. */
function partsOf(id, asks) {
  let allowed = null;
  for (const [, of] of asks) {
    if (!of.has(id)) return undefined;
    const parts = of.get(id);
    if (!parts) continue;
    allowed = new Set(parts.filter((part) => !allowed || allowed.has(part)));
    if (!allowed.size) return undefined;
  }
  return allowed;
}

function union(one, other, isThere) {
  if (!isThere) return other;
  return one && other ? [...new Set([...one, ...other])] : null;
}

/** Return where bounds begin, as a number; what is open at its beginning, before all. */
const startingAt = (bounds) => (bounds === "~" ? Infinity : bounds.startsWith("/") ? -Infinity : placeOf(bounds));

const inTime = (one, other) => (one === other ? 0 : one < other ? -1 : 1);

/** Return the values of the filter `day` that a range may include; each is a day or `first/last`, either may be open. */
export function daysWithin(values, from, to) {
  return values.filter((value) => {
    const [first, last] = value.includes("/") ? value.split("/") : [value, value];
    return (!to || !first || placeOf(first) <= placeOf(to)) && (!from || !last || placeOf(last) >= placeOf(from));
  });
}

/** Return whether bounds of days may include a date as `dateIn` tells it. */
function isOfDate(bounds, key) {
  if (key.startsWith("--")) {
    const [first, last] = bounds.includes("/") ? bounds.split("/") : [bounds, bounds];
    const [year, month] = [/^Y?-?\d+/, /^Y?-?\d+-\d\d/].map((part) => part.exec(first)?.[0] ?? "");
    const within = first.slice(year.length);
    return key.length > 4 ? first === last && within === key.slice(1) : last.startsWith(month) && within.slice(0, 3) === key.slice(1);
  }
  if (/^\/|\/$/.test(bounds)) return false; // before or after a day is no date
  return daysWithin([bounds], ...endsOf(key)).length > 0;
}
