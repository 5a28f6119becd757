/* The search: a dialog on every page and the page /search/, over an index that Pagefind made (generator/dateline/pages/search).
   Nothing of it is loaded before a reader opens it, and nothing from anywhere else. */

/* --- folding: generator/dateline/pages/search/folding.py does the same to what is indexed; tests hold the two equal --- */

const VARIANTS = [..."ٱٲٳىیےةہھەک" + "٠١٢٣٤٥٦٧٨٩" + "۰۱۲۳۴۵۶۷۸۹" + "ςıłøđð"];
const PLAIN = [..."اااييي" + "هههه" + "ك" + "0123456789" + "0123456789" + "σilodd"];
const LETTERS = new Map([
  ...VARIANTS.map((letter, index) => [letter, PLAIN[index]]),
  ["þ", "th"], ["æ", "ae"], ["œ", "oe"], ["ß", "ss"],
  ...[..."'’‘`ʼʻʿʾʹʺـء"].map((character) => [character, ""]),
]);
const WORD = /[\p{L}\p{N}]+/gu;
const ARABIC_ARTICLE = /^(?:ال(?=..)|(?:[وفبك]ال|لل)(?=...))/u;
const LATIN_ARTICLE = /(?<![\p{L}\p{N}])(?:al|el|ul|ad|an|ar|as|ash|at|az|ez)[-‐‑–](?=[\p{L}\p{N}]{2})/gu;
const LONE_LETTER = /(?<![\p{L}\p{N}])([\p{L}\p{N}])[-‐‑–](?=[\p{L}\p{N}])/gu;
const ARTICLES = new Set(["al", "el"]);

export function fold(text) {
  const bare = text.normalize("NFKD").replace(/[\p{M}\p{Cf}]/gu, "").toLowerCase();
  return [...bare].map((letter) => LETTERS.get(letter) ?? letter).join("").normalize("NFC");
}

export function words(text) {
  return (fold(text).match(WORD) ?? []).map((word) => word.replace(ARABIC_ARTICLE, ""));
}

export function query(text) {
  const found = words(fold(text).replace(LATIN_ARTICLE, "").replace(LONE_LETTER, "$1"));
  const asked = found.filter((word) => !ARTICLES.has(word));
  return (asked.length ? asked : found).join(" ");
}

// Everybody's browser has the names in one order, that of the indexes (generator/dateline/ground/collation.py).
const ORDER = new Intl.Collator("en", { numeric: true });
const FIRST_ARTICLE = /^(?:(?:al|el|ul|ad|an|ar|as|ash|at|ath|az|ez|adh)[-‐‑–]|al )(?=[\p{L}\p{N}]{2})|^ال(?=[\p{L}\p{N}]{2})/u;

export function inOrder(names) {
  const letters = (name) => fold(name).replaceAll(".", "").replace(/^["“”„«»( ]+/u, "").replace(FIRST_ARTICLE, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ").trim();
  const compare = (one, other) => ORDER.compare(letters(one), letters(other)) || ORDER.compare(one, other);
  return names.toSorted(compare);
}

/* --- the index ----------------------------------------------------------------------------------------------------- */

const SHOWN_AT_ONCE = 10;
const PARTS_SHOWN = 3;
const PARTS_UNASKED = 2;
const PAUSE = 120; // milliseconds without a key before the index is asked
// The build fills in the words (generator/dateline/pages/wording/scripts.py).
const WORDS = {};
const LABELS = WORDS.labels;

let instance = null;

function index(root) {
  instance ??= opened(new URL("pagefind/", root));
  instance.catch(() => { instance = null; });
  return instance;
}

/** Return the first bundle, which has the program, with the others merged into it. */
async function opened(base) {
  const [pagefind, others] = await Promise.all([
    import(new URL("pagefind.js", base)),
    fetch(new URL("bundles.json", base), { cache: "no-cache" }).then((found) => found.json()),
  ]);
  const finder = pagefind.createInstance({ basePath: base.pathname, noWorker: true });
  if (others.length) {
    await finder.search(""); // fails where the program cannot be loaded; mergeIndex would wait for it for ever
    await Promise.all(others.map((folder) => finder.mergeIndex(`${base.pathname}${folder}`)));
  }
  return finder;
}

/** Return the values of the filter `day` that a range may include; each is a day or `first/last`, either may be open. */
export function daysWithin(values, from, to) {
  return values.filter((value) => {
    const [first, last] = value.includes("/") ? value.split("/") : [value, value];
    return (!to || !first || first <= to) && (!from || !last || last >= from);
  });
}

/** Return what is asked of Pagefind besides the words; null where no day lies in the range. */
async function restrictions(finder, state) {
  const filters = Object.fromEntries(Object.keys(LABELS).filter((name) => state[name]).map((name) => [name, state[name]]));
  if (state.from || state.to) {
    const known = Object.keys((await finder.filters()).day ?? {});
    const days = daysWithin(known, state.from, state.to);
    if (!days.length) return null;
    filters.day = { any: days };
  }
  return filters;
}

/** Return a result's parts, each with its own text, outcome, speakers and the words that matched. */
function partsOf(data) {
  const parts = [];
  const content = (data.raw_content ?? data.content).split(/\s+/);
  for (const anchor of data.anchors) {
    const part = parts.at(-1);
    if (/^h[12]$/.test(anchor.element)) {
      parts.push({ address: anchor.id, text: anchor.text, begins: anchor.location, ends: content.length, hits: [] });
      if (part) part.ends = anchor.location;
    } else if (part && part.line === undefined) {
      [part.mark, part.lang, part.day] = anchor.id.split(":");
      part.line = anchor.text;
    }
  }
  for (const place of data.locations) {
    parts.findLast((part) => part.begins <= place)?.hits.push(place);
  }
  return parts;
}

/** Return the parts of a document to show: those that match, or a few that say what it is about; and how many more. */
function partsShown(parts, kind, { outcome, from, to }) {
  const wanted = outcome && Object.keys(WORDS.outcomes).find((mark) => WORDS.outcomes[mark] === outcome);
  const asked = parts.filter((part) => (!wanted || part.mark === wanted) &&
    (!part.day || daysWithin([part.day], from, to).length));
  const hit = asked.filter((part) => part.hits.length);
  if (hit.length) return [hit.slice(0, PARTS_SHOWN), hit.length - PARTS_SHOWN];
  return [kind === "event" ? asked.slice(0, outcome ? PARTS_SHOWN : PARTS_UNASKED) : [], 0];
}

/* --- what is seen -------------------------------------------------------------------------------------------------- */

function make(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== "" && value !== false) element.setAttribute(key, value === true ? "" : value);
  }
  element.append(...children);
  return element;
}

/** Return a part's text with the words that matched marked: those that the index tells, and those that fold alike. */
function marked(part, asked) {
  const hits = new Set(part.hits.map((place) => place - part.begins));
  const matches = (chunk) => words(chunk).some((word) => asked.some((term) => word === term ||
    (term.length > 2 && word.startsWith(term))));
  return part.text.split(/(\s+)/).map((chunk, at) => {
    const hit = at % 2 === 0 && (hits.has(at / 2) || matches(chunk));
    return hit ? make("mark", {}, chunk) : chunk;
  });
}

const inWords = (mark) => WORDS.kinds[mark] ?? WORDS.outcomes[mark] ?? mark;

/** Return a text about so many of something, in the form that so many take. */
function counted(count, forms) {
  const text = forms[new Intl.PluralRules(WORDS.language).select(count)] ?? forms.other;
  return text.replace("%(count)s", new Intl.NumberFormat(WORDS.language).format(count));
}

function resultOf(data, root, asked, state) {
  const [head, ...parts] = partsOf(data);
  const [shown, more] = partsShown(parts, head.mark, state);
  const link = (part) => make("a", { href: new URL(part.address, root), dir: "auto", lang: part.lang }, ...marked(part, asked));
  const rows = shown.map((part) => make("li", {}, link(part), make("p", { class: "dl-search__line" },
    ...(part.mark ? [make("span", { class: `dl-badge dl-badge--${part.mark}` }, inWords(part.mark)), " "] : []),
    make("span", { dir: "auto" }, part.line ?? ""))));
  const rest = more > 0 ? [make("p", { class: "dl-search__line" }, counted(more, WORDS.matching))] : [];
  const list = rows.length ? [make("ul", { class: "dl-search__parts" }, ...rows), ...rest] : [];
  return make("li", { class: "dl-search__result" },
    make("p", { class: "dl-search__title" }, link(head)),
    make("p", { class: "dl-search__line" }, make("span", { class: "dl-search__kind" }, inWords(head.mark)),
      ...(head.line ? [" · ", head.line] : [])),
    ...list);
}

/** A form with its results, in the dialog or on the page. */
class Search {
  constructor(root, id, onPage) {
    Object.assign(this, { root, id, onPage, asked: 0, shown: SHOWN_AT_ONCE });
    this.input = make("input", {
      type: "search", id: `${id}-words`, name: "q", autocomplete: "off", autocapitalize: "off", spellcheck: "false",
      enterkeyhint: "search", placeholder: WORDS.placeholder,
    });
    this.selects = Object.fromEntries(Object.keys(LABELS).map((name) =>
      [name, make("select", { id: `${id}-${name}`, name }, new Option(WORDS.any, ""))]));
    this.from = make("input", { type: "date", id: `${id}-from`, name: "from" });
    this.to = make("input", { type: "date", id: `${id}-to`, name: "to" });
    this.filters = make("details", { class: "dl-search__filters", open: onPage && matchMedia("(min-width: 45em)").matches },
      this.summary = make("summary", {}, WORDS.filters), make("div", { class: "dl-search__fields" },
        ...Object.entries(this.selects).map(([name, select]) => this.labelled(LABELS[name], select)),
        this.labelled(WORDS.from, this.from), this.labelled(WORDS.to, this.to),
        make("button", { type: "reset", class: "dl-search__button" }, WORDS.clear)));
    this.status = make("p", { role: "status", class: "dl-search__status" });
    this.list = make("ol", { class: "dl-search__results" });
    this.more = make("button", { type: "button", class: "dl-search__button", hidden: true }, WORDS.showMore);
    this.form = make("form", { role: "search", class: "dl-search__form" },
      this.labelled(WORDS.searchFor, this.input), this.filters);
    this.element = make("div", { class: "dl-search" }, this.form, this.status, this.list, this.more);
    this.listen();
  }

  labelled(text, field) {
    return make("div", { class: "dl-search__field" }, make("label", { for: field.id }, text), field);
  }

  listen() {
    this.form.addEventListener("input", () => this.later());
    this.form.addEventListener("reset", () => setTimeout(() => this.later(), 0));
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.links()[0]?.focus();
    });
    this.filters.addEventListener("toggle", () => this.filters.open && this.state().q !== "" && this.count());
    this.filters.addEventListener("focusin", () => this.count());
    this.more.addEventListener("click", () => {
      const first = this.list.children.length;
      this.shown += SHOWN_AT_ONCE;
      this.show().then(() => this.list.children[first]?.querySelector("a")?.focus());
    });
    this.element.addEventListener("keydown", (event) => this.arrow(event));
  }

  /** Move through the results with the arrow keys. */
  arrow(event) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const links = this.links();
    const here = links.indexOf(document.activeElement);
    if (!step || !links.length || (here < 0 && document.activeElement !== this.input)) return;
    event.preventDefault();
    (here + step < 0 ? this.input : links[Math.min(here + step, links.length - 1)]).focus();
  }

  links() {
    return [...this.list.querySelectorAll("a")];
  }

  state() {
    const fields = [...new FormData(this.form)].map(([name, value]) => [name, value.trim()]);
    return Object.fromEntries(fields.filter(([name, value]) => value || name === "q"));
  }

  /** Take up what a link asks for. */
  take(parameters) {
    for (const [name, value] of parameters) {
      const field = this.form.elements.namedItem(name);
      if (!(field instanceof HTMLElement)) continue;
      if (field instanceof HTMLSelectElement) field.append(new Option(value, value));
      field.value = value;
    }
    return this.ask();
  }

  later() {
    clearTimeout(this.timer);
    this.list.setAttribute("aria-busy", "true");
    this.timer = setTimeout(() => this.ask(), PAUSE);
  }

  /** Show what is found for what is asked now; the list is busy until then. */
  async ask() {
    clearTimeout(this.timer);
    this.timer = 0;
    const asked = ++this.asked;
    this.list.setAttribute("aria-busy", "true");
    await this.find(asked);
    if (asked === this.asked && !this.timer) this.list.removeAttribute("aria-busy");
  }

  async find(asked) {
    const state = this.state();
    this.keep(state);
    this.shown = SHOWN_AT_ONCE;
    const words = query(state.q ?? "");
    if (!words && Object.keys(state).length < 2) {
      this.found = null;
      return this.say("");
    }
    try {
      const finder = await index(this.root);
      const filters = await restrictions(finder, state);
      const found = filters && await finder.search(words || null, { filters });
      if (asked !== this.asked) return;
      this.found = { results: found?.results ?? [], terms: words.split(" ").filter(Boolean), state, counts: found };
      await this.show();
      if (this.filters.open || Object.keys(state).length > 1) await this.count();
    } catch (error) {
      console.debug(error);
      if (asked === this.asked) this.fail();
    }
  }

  /** Keep the page's address in step, so that it can be shared. */
  keep(state) {
    const set = Object.keys(state).filter((name) => name !== "q").length;
    this.summary.textContent = set ? counted(set, WORDS.filtersSet) : WORDS.filters;
    const parameters = new URLSearchParams(Object.entries(state).filter(([, value]) => value));
    const address = new URL("search/", this.root);
    address.search = parameters;
    if (this.onPage) history.replaceState(history.state, "", address);
    else this.page?.setAttribute("href", address);
  }

  async show() {
    const { results, terms, state } = this.found;
    const asked = this.asked;
    const loaded = await Promise.all(results.slice(0, this.shown).map((result) => result.data()));
    if (asked !== this.asked) return;
    const before = this.list.contains(document.activeElement) ? document.activeElement : null;
    this.list.replaceChildren(...loaded.map((data) => resultOf(data, this.root, terms, state)));
    // Whoever had gone into the list already stays where they were, or at its begin.
    if (before) (this.links().find((link) => link.href === before.href) ?? this.links()[0] ?? this.input).focus();
    this.more.hidden = results.length <= this.shown;
    this.status.textContent = results.length ? counted(results.length, WORDS.result) :
      WORDS.nothing;
  }

  say(text) {
    this.list.replaceChildren();
    this.more.hidden = true;
    this.status.textContent = text;
  }

  fail() {
    this.say("");
    const link = (address, text) => make("a", { href: new URL(address, this.root) }, text);
    const isPreview = document.querySelector("[data-dateline=preview]");
    const why = isPreview ? WORDS.indexing : WORDS.unavailable;
    this.status.append(`${why} ${WORDS.indexes} `, link("days/", WORDS.days), ", ",
      link("actors/", WORDS.actors), ", ", link("places/", WORDS.places), ", ", link("sources/", WORDS.sources), ".");
  }

  /** Fill the filters with what there is to choose, and how often. */
  async count() {
    const asked = this.asked;
    const finder = await index(this.root).catch(() => null);
    const all = await finder?.filters();
    if (!all || asked !== this.asked) return;
    const state = this.state();
    let counts = this.found?.counts;
    if (counts && this.found && asked === this.asked && !Object.keys(counts.filters ?? {}).length) {
      counts = await finder.search(query(state.q ?? "") || null, { filters: await restrictions(finder, state) ?? {} });
      if (asked !== this.asked) return;
    }
    for (const [name, select] of Object.entries(this.selects)) {
      const of = (state[name] ? counts?.totalFilters : counts?.filters)?.[name] ?? (counts ? {} : all[name]) ?? {};
      this.fill(select, state[name] ?? "", of);
    }
  }

  fill(select, chosen, counts) {
    const values = Object.keys(counts).filter((value) => counts[value] || value === chosen);
    if (chosen && !values.includes(chosen)) values.push(chosen);
    select.replaceChildren(new Option(WORDS.any, ""),
      ...inOrder(values).map((value) => new Option(`${value} (${counts[value] ?? 0})`, value, false, value === chosen)));
  }
}

/* --- where it stands ----------------------------------------------------------------------------------------------- */

function dialogOf(search) {
  const close = make("button", { type: "button", class: "dl-search__button" }, WORDS.close);
  search.page = make("a", { href: new URL("search/", search.root) }, WORDS.asPage);
  const dialog = make("dialog", { class: "dl-search-dialog md-typeset", "aria-label": WORDS.search },
    make("div", { class: "dl-search__top" }, search.page, close), search.element);
  close.addEventListener("click", () => dialog.close());
  dialog.addEventListener("click", (event) => {
    const onLink = event.target instanceof Element && event.target.closest("a");
    if (event.target === dialog || onLink) dialog.close();
  });
  document.body.append(dialog);
  return dialog;
}

function isTyping(element) {
  return element instanceof HTMLElement && (element.isContentEditable || /^(INPUT|SELECT|TEXTAREA)$/.test(element.tagName));
}

function start() {
  const link = document.getElementById("_search-link");
  if (!link) return;
  const root = new URL("..", link.href);
  const place = document.getElementById("_search");
  const onPage = place !== null;
  let search, dialog;
  if (onPage) {
    search = new Search(root, "_search", true);
    place.replaceChildren(search.element);
    search.take(new URLSearchParams(location.search));
    if (!location.search) search.input.focus();
  }
  const open = () => {
    search ??= new Search(root, "_search-here", false);
    if (!onPage) {
      dialog ??= dialogOf(search);
      if (!dialog.open) dialog.showModal();
    }
    search.input.focus();
    search.input.select();
    index(root).then((finder) => finder.init(), () => {});
  };
  link.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
    event.preventDefault();
    open();
  });
  document.addEventListener("keydown", (event) => {
    if (!["/", "s", "f"].includes(event.key) || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    if (dialog?.open) return;
    event.preventDefault();
    event.stopPropagation();
    open();
  }, true);
}

start();
