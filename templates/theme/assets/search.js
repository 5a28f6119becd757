/* The search: a dialog on every page and the page /search/. What finds (search-index.js, search-words.js) and what is
   found are loaded once a reader opens it, and from nowhere else. */

const SHOWN_AT_ONCE = 10;
const PARTS_SHOWN = 3;
const PARTS_UNASKED = 2;
const CLAIMS_SHOWN = 10;
const PAUSE = 120; // milliseconds without a key before the index is asked
// The build fills in the words (generator/dateline/pages/wording/scripts.py).
const WORDS = {};
const LABELS = WORDS.labels;

let finding = null;
let opened = null;

/** Return what finds in the index of this site. */
function finderOf(root) {
  finding ??= import("./search-index.js");
  opened ??= finding.then(({ Finder }) => new Finder(root).opened());
  opened.catch(() => { finding = opened = null; });
  return opened;
}

/** Return what is found for words and filters, best first, each with the address that it leads to. */
export async function find(root, state) {
  const finder = await finderOf(root);
  const found = await finder.find(state);
  const shown = await Promise.all(found.results.slice(0, SHOWN_AT_ONCE).map((one) => finder.shown(one.id)));
  return { ...found, first: shown.map(({ address }) => address) };
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

/** Return a text with the words marked that answer what is asked for. */
function marked(text, answers) {
  const chunks = text.split(/(\s+)/);
  const isAnswer = answers(chunks);
  return chunks.map((chunk, at) => (isAnswer[at] ? make("mark", {}, chunk) : chunk));
}

const badge = (mark) => make("span", { class: `dl-badge dl-badge--${mark}` }, WORDS.outcomes[mark] ?? WORDS.statuses[mark] ?? mark);

const inText = (text, values) => text.replace(/%\((\w+)\)s/g, (_, name) => values[name]);

/** Return a text about so many of something, in the form that so many take. */
function counted(count, forms) {
  const text = forms[new Intl.PluralRules(WORDS.language).select(count)] ?? forms.other;
  return inText(text, { count: new Intl.NumberFormat(WORDS.language).format(count) });
}

const listed = (items) => new Intl.ListFormat(WORDS.language, { type: "unit" }).format(items.map((item) => `“${item}”`));

/** Return the parts of a result to show, how many at once, and the words that count the others. */
function partsOf({ parts, allowed, kind }, data, state, hasWords) {
  const hits = [...parts].filter(([part]) => !allowed || allowed.has(part));
  // Of a settled dispute, what is so comes first, whatever words were asked for.
  const so = kind === "dispute" ? data.parts.filter(({ mark }) => mark === "settled-stands") : [];
  if (so.length) return [[...so, ...hits.map(([part]) => data.parts[part]).filter((part) => !so.includes(part))], PARTS_SHOWN, WORDS.matching];
  const [first] = hits.toSorted((one, other) => other[1] - one[1]);
  if (first && hasWords) {
    const sorted = hits.toSorted((one, other) => other[1] - one[1] || one[0] - other[0]);
    return [sorted.map(([part]) => data.parts[part]), PARTS_SHOWN, WORDS.matching];
  }
  if (allowed) return [[...allowed].toSorted((one, other) => one - other).map((part) => data.parts[part]), CLAIMS_SHOWN, WORDS.matching];
  return [["event", "day"].includes(kind) ? data.parts : [], PARTS_UNASKED, WORDS.more];
}

function resultOf(result, data, root, found) {
  const answers = (chunks) => found.answers(chunks);
  const [parts, atOnce, more] = partsOf(result, data, found.state, found.terms.length > 0);
  const link = (part, text) => make("a", { href: new URL(part.address, root), dir: "auto", lang: part.lang }, ...marked(text, answers));
  const row = (part) => make("li", {}, ...(data.kind === "dispute" && part.mark ? [badge(part.mark), " "] : []), link(part, part.text), ...(data.kind !== "dispute" && (part.mark || part.line) ? [make("p", { class: "dl-search__line" },
    ...(part.mark ? [badge(part.mark), " "] : []), make("span", { dir: "auto" }, part.line ?? ""))] : []));
  const rows = (some) => make("ul", { class: "dl-search__parts" }, ...some.map(row));
  const rest = parts.length > atOnce ? [make("details", { class: "dl-search__rest" },
    make("summary", {}, counted(parts.length - atOnce, more)), rows(parts.slice(atOnce)))] : [];
  return make("li", { class: `dl-search__result dl-search__result--${data.kind}` },
    make("p", { class: "dl-search__title" }, link(data, data.title)),
    make("p", { class: "dl-search__line" }, make("span", { class: "dl-search__kind" }, WORDS.kinds[data.kind] ?? data.kind),
      ...(data.line ? [" · ", data.line] : []), ...(data.mark ? [" ", badge(data.mark)] : [])),
    ...(found.isPartial && result.missing.length ?
      [make("p", { class: "dl-search__line dl-search__missing" }, inText(WORDS.without, { words: listed(result.missing) }))] : []),
    ...(parts.length ? [rows(parts.slice(0, atOnce)), ...rest] : []));
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
    this.selects.tag.parentElement.hidden = true; // until it is known that there are any
    this.status = make("div", { role: "status", class: "dl-search__status" });
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
    return [...this.list.querySelectorAll("a, summary")].filter((link) => link.checkVisibility());
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
    if (!state.q && Object.keys(state).length < 2) {
      this.found = null;
      if (this.filters.open) await this.count();
      return this.say("");
    }
    try {
      this.finder = await finderOf(this.root);
      const found = await this.finder.find(state);
      if (asked !== this.asked) return;
      this.found = found;
      await this.show();
      this.offerComparison(found, asked);
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
    const { results } = this.found;
    const asked = this.asked;
    const some = results.slice(0, this.shown);
    const loaded = await Promise.all(some.map(({ id }) => this.finder.shown(id)));
    if (asked !== this.asked) return;
    const before = this.list.contains(document.activeElement) ? document.activeElement : null;
    this.list.replaceChildren(...some.map((result, at) => resultOf(result, loaded[at], this.root, this.found)));
    // Whoever had gone into the list already stays where they were, or at its begin.
    if (before) (this.links().find((link) => link.href === before.href) ?? this.links()[0] ?? this.input).focus();
    this.more.hidden = results.length <= this.shown;
    this.status.replaceChildren(...this.told(loaded));
  }

  /** Yield what there is to say about what was found, a line each. */
  *told(loaded) {
    const { results, read, unknown, isPartial, terms, optional, state } = this.found;
    const line = (...content) => make("p", {}, ...content);
    for (const name of unknown) yield line(inText(WORDS.unknown, { name }));
    const claims = this.found.isOfClaims ? results.reduce((sum, { allowed, parts, kind }) => sum +
      (kind !== "event" || !allowed ? 0 : terms.length && parts.size ? parts.size : allowed.size), 0) : 0;
    const counts = [counted(results.length, WORDS.result), ...(claims ? [counted(claims, WORDS.claims)] : []),
      ...(results.length > this.shown ? [counted(this.shown, WORDS.shown)] : [])];
    yield line(results.length ? counts.join(" ") : WORDS.nothing);
    if (read.outcome && !read.words.length) yield line(WORDS.asOutcome);
    if (isPartial) yield line(WORDS.partial);
    for (const { word, also } of terms) {
      if (also.length && !word.includes(" ") && results.length) yield line(inText(WORDS.alsoSpelt, { word, words: listed(also.slice(0, 4)) }));
    }
    for (const { word, called } of terms) {
      if (called.length && results.length) yield line(inText(WORDS.alsoCalled, { word, words: listed(called) }));
    }
    for (const { word, words } of this.found.meant(loaded)) {
      yield line(inText(WORDS.alsoMeant, { word, words: listed(words.slice(0, 4)) }));
    }
    const little = terms.filter((_, at) => optional[at]).map(({ word }) => word);
    if (little.length && results.length) yield line(inText(WORDS.leftOut, { words: listed(little) }));
    if (this.found.near.length) {
      yield line(WORDS.didYouMean, " ", ...this.found.near.flatMap(({ one, q }, at) => [at ? ", " : "", this.linkTo(one, q)]));
    }
  }

  /** Offer to compare two actors, where what is typed names one after the other: "Russia coalition". */
  async offerComparison(found, asked) {
    const words = found.terms.filter((_, at) => !found.optional[at]).flatMap((term) => term.words);
    if (words.length < 2 || words.length > 5 || found.isOfClaims || await this.actorOf(words)) return;
    for (let at = 1; at < words.length; at += 1) {
      const two = [await this.actorOf(words.slice(0, at)), await this.actorOf(words.slice(at))];
      if (two.includes(null) || two[0].key === two[1].key) continue;
      const { parties, pages } = await this.compared();
      if (!two.every(({ key }) => parties.some(([party]) => party === key))) continue;
      const own = [two, two.toReversed()].map((pair) => pair.map(({ key }) => key).join("/")).find((pair) => pages.includes(pair));
      const address = own ? `compare/${own}/` : `compare/?${new URLSearchParams({ a: two[0].key, b: two[1].key })}`;
      if (asked !== this.asked) return;
      const [one, other] = two.map(({ name }) => name);
      this.status.append(make("p", {}, make("a", { href: new URL(address, this.root) }, inText(WORDS.compare, { one, other }))));
      return;
    }
  }

  /** Return the actor that these words name, or null. */
  async actorOf(words) {
    const found = await this.finder.find({ q: words.join(" "), kind: "actor" });
    const first = found.results.find(({ kind }) => kind === "actor"); // who has no name is meant by no word
    if (!first || found.isPartial) return null;
    const { id } = first;
    const { address, title } = await this.finder.shown(id);
    const isNamed = found.named.has(id) || found.answers(title.split(/[\s-]+/)).filter(Boolean).length >= words.length;
    return isNamed ? { key: address.split("/")[1], name: title } : null;
  }

  /** Return who can be compared, and which pairs have pages. */
  async compared() {
    this.parties ??= await fetch(new URL("compare/parties.json", this.root)).then((got) => got.json());
    return this.parties;
  }

  /** Return a link that asks for other words. */
  linkTo(text, q) {
    const address = new URL("search/", this.root);
    address.search = new URLSearchParams({ ...this.state(), q });
    const link = make("a", { href: address }, text);
    link.addEventListener("click", (event) => {
      event.preventDefault();
      event.stopPropagation();
      this.input.value = q;
      this.ask();
      this.input.focus();
    });
    return link;
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

  /** Fill the filters with what there is to choose, and how many results each choice would have. */
  async count() {
    const asked = this.asked;
    const finder = await finderOf(this.root).catch(() => null);
    if (!finder) return;
    this.finder = finder;
    const found = this.found ?? await finder.find({ q: "" });
    const counts = await Promise.all(Object.keys(this.selects).map((name) => finder.counts(found, name)));
    const state = this.state();
    const chosen = await Promise.all(Object.keys(this.selects).map((name) => (state[name] ? finder.meant(name, state[name]) : null)));
    const tags = await finder.values("tag");
    if (asked !== this.asked) return;
    this.selects.tag.parentElement.hidden = !tags.size;
    Object.entries(this.selects).forEach(([name, select], at) => this.fill(select, state[name], chosen[at], counts[at]));
    this.keep(this.state());
  }

  fill(select, typed, chosen, counts) {
    const values = counts.map(({ id, label, count }) => ({ id, text: `${label} (${count})` }));
    const wanted = chosen?.id ?? typed;
    if (wanted && !values.some(({ id }) => id === wanted)) values.push({ id: wanted, text: chosen?.label ?? typed });
    const ofText = new Map(values.map((value) => [value.text, value.id]));
    select.replaceChildren(new Option(WORDS.any, ""),
      ...this.finder.inOrder([...ofText.keys()]).map((text) => new Option(text, ofText.get(text), false, ofText.get(text) === wanted)));
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
  // No page waits for the looks of what is not open yet; the search's own page brings them in its head.
  if (!onPage) document.head.append(make("link", { rel: "stylesheet", href: new URL("search.css", import.meta.url) }));
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
    finderOf(root).catch(() => {});
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
