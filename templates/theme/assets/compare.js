// Compares any two parties: takes what each says from its own file, and holds the two beside each other as the pages of
// pairs do (generator/dateline/pages/shared/common_ground.py has the same rules).
(() => {
  "use strict";

  // The build fills in the words (generator/dateline/pages/wording/scripts.py).
  const WORDS = {};

  const place = document.querySelector(".dl-compare[data-parties]");
  if (!place) return;
  const root = place.dataset.root;
  // What records say is in their own tongue, where that is not the pages'.
  const tongue = place.dataset.lang ? { lang: place.dataset.lang, dir: place.dataset.dir } : {};
  const address = (target) => `${root}${target}`;

  /** Makes an element with what is in it; text is never read as markup. */
  const make = (tag, properties, ...inside) => {
    const made = Object.assign(document.createElement(tag), properties);
    made.append(...inside);
    return made;
  };
  const read = async (target) => {
    const answer = await fetch(target);
    if (!answer.ok) throw new Error(`${answer.status}`);
    return answer.json();
  };
  const forms = new Intl.PluralRules(WORDS.language);
  const counted = (texts, count) => (texts[forms.select(count)] ?? texts.other).replace("%(count)s", count.toLocaleString(WORDS.language));

  const ofSigns = (one, other) => {
    if (one === other && one !== "both") return "agree";
    return [one, other].sort().join() === "against,says" ? "contradict" : "differ";
  };
  const ofPositions = (excludes, one, other) => {
    const [left, right] = [one, other].map((taken) => new Set(taken.map(([id]) => id)));
    const both = [...left].filter((id) => right.has(id)).length;
    if (both === left.size && both === right.size) return "agree";
    return excludes && !both ? "contradict" : "differ";
  };

  /** Returns the year, month and day of a period such as -0430-03 or 199x; texts would put 44 BCE before 431 BCE. */
  const partsOf = (period) => {
    const found = /^Y?(-?\d+)(?:-(\d\d))?(?:-(\d\d))?/.exec(period.replaceAll("x", "0"));
    return found ? found.slice(1).map((part) => Number(part ?? 0)) : [Infinity, 0, 0];
  };
  const inTime = (one, other) => {
    const [left, right] = [partsOf(one), partsOf(other)];
    const at = left.findIndex((part, index) => part !== right[index]);
    return at < 0 ? 0 : left[at] - right[at];
  };

  /** Returns everything on which both are heard: [day, relation, text, address, what each says, who, where]. */
  const matters = (one, other) => {
    const disputes = new Map(other.disputes.map((dispute) => [dispute[0], dispute]));
    const shared = one.disputes.filter(([id]) => disputes.has(id));
    const common = new Set(shared.map(([id]) => id));
    const found = shared.map((left) => {
      const right = disputes.get(left[0]);
      const said = [left, right].map(([, , , , taken, who, where]) => [taken.map(([, label]) => label), who, where, tongue]);
      return { day: left[1], relation: ofPositions(left[3], left[4], right[4]), text: left[2], to: `disputes/${left[0]}/`, said };
    });
    const claims = new Map(other.claims.map((claim) => [claim[0], claim]));
    for (const left of one.claims) {
      const right = claims.get(left[0]);
      if (!right || left[6].some((id) => common.has(id))) continue;
      const said = [left, right].map(([, , , sign, who, where]) => [[WORDS.signs[sign]], who, where, {}]);
      const [event, claim] = left[0].split("#");
      found.push({ day: left[1], relation: ofSigns(left[3], right[3]), text: left[2], to: `events/${event}/#${claim}`, said });
    }
    // A stable sort keeps the events of a day in the order of the records.
    return found.sort((a, b) => inTime(a.day, b.day));
  };

  const dayInWords = (day, named) => {
    if (named[day]) return named[day];
    const [year, month, date] = day.split("-").map(Number);
    const parts = { year: "numeric", month: "long", timeZone: "UTC", ...(date ? { day: "numeric", weekday: "long" } : {}) };
    return new Intl.DateTimeFormat(WORDS.language === "en" ? "en-001" : WORDS.language, parts).format(new Date(Date.UTC(year, month - 1, date || 1)));
  };
  const column = (name, [told, who, where, as]) => {
    const [, source, anchor, named] = where.match(/^([^#]+)#(\S+)(?: (.+))?$/);
    const words = told.map((text) => make("span", { className: "dl-duo__position", textContent: text, ...as }));
    const cite = make("a", { href: address(`sources/${source}/#${anchor}`), textContent: named || `¶ ${anchor.slice(1)}` });
    return make("div", {}, make("p", {}, make("b", { className: "dl-duo__who", textContent: name, ...tongue }), ...words),
      make("p", { className: "dl-small" }, make("bdi", { textContent: who }), ", ", cite));
  };
  const matter = (one, names) =>
    make("section", { className: `dl-duo__matter dl-duo--${one.relation}` },
      make("p", { className: "dl-duo__what" }, make("span", { className: "dl-duo__mark", textContent: WORDS.relations[one.relation] }),
        make("a", { href: address(one.to) }, make("bdi", { textContent: one.text, ...tongue }))),
      make("div", { className: "dl-duo__sides" }, ...one.said.map((said, index) => column(names[index], said))));

  /** Returns a text as it is looked for: without capitals, marks and apostrophes. */
  const folded = (text) => text.normalize("NFKD").replace(/[\p{M}'’‘ʿʾ]/gu, "").toLowerCase();

  /** Returns how well a name answers words, the best first: called just so, by whole words, an actor before a side, much heard. */
  const merits = ([, kind, name, heard], words) => {
    const own = folded(name).replace(/\s*\([^()]*\)$/, "").match(/[\p{L}\p{N}]+/gu) ?? [];
    const typed = words.join(" ").match(/[\p{L}\p{N}]+/gu) ?? [];
    const isWhole = typed.every((word) => own.includes(word));
    return [own.join(" ") === typed.join(" "), isWhole, kind === "actor", heard].map(Number);
  };
  const best = (found, words) => found.map((party) => [party, merits(party, words)]).reduce((one, other) => {
    const at = one[1].findIndex((merit, index) => merit !== other[1][index]);
    return at < 0 || one[1][at] > other[1][at] ? one : other;
  })[0];

  const result = make("div", { className: "dl-duo" });
  result.setAttribute("role", "status");

  /** Shows the two beside each other, below the form. */
  const show = async (keys, names) => {
    try {
      const [one, other] = await Promise.all(keys.map((key) => read(address(`compare/parties/${key}.json`))));
      const found = matters(one, other);
      const named = { ...one.named, ...other.named };
      const counts = Object.keys(WORDS.relations).map((relation) => [relation, found.filter((each) => each.relation === relation).length]);
      const sums = counts.map(([relation, count]) =>
        make("li", { className: `dl-duo--${relation}` }, make("b", { textContent: count.toLocaleString(WORDS.language) }), ` ${WORDS.relations[relation]}`));
      const days = [...new Set(found.map(({ day }) => day))].flatMap((day) =>
        [make("h3", { textContent: dayInWords(day, named) }), ...found.filter((each) => each.day === day).map((each) => matter(each, names))]);
      const alone = [[one, other], [other, one]].map(([left, right], index) => {
        const heard = new Set(right.claims.map(([reference]) => reference));
        const count = left.claims.filter(([reference]) => !heard.has(reference)).length;
        return make("li", {}, make("bdi", { textContent: names[index], ...tongue }), `: ${counted(WORDS.alone, count)}`);
      });
      const nothing = found.length ? [] : [make("p", { textContent: WORDS.nothing })];
      result.replaceChildren(make("h2", { textContent: names.join(" / ") }), ...nothing,
        make("ul", { className: "dl-duo__counts" }, ...sums), ...days, make("ul", { className: "dl-plain dl-duo__alone" }, ...alone));
    } catch {
      result.replaceChildren(make("p", { textContent: WORDS.unavailable }));
    }
    result.scrollIntoView(); // a form fills the screen of a phone: nothing would seem to have come of it
  };

  const start = async () => {
    const { parties, pages } = await read(place.dataset.parties);
    const names = new Map(parties.map(([key, , name]) => [key, name]));
    const built = new Set(pages);
    const choice = (name, label) => {
      const groups = Object.keys(WORDS.kinds).map((kind) => {
        const options = parties.filter(([, is]) => is === kind).map((party) =>
          Object.assign(make("option", { value: party[0], textContent: party[2], dir: "auto" }), { party }));
        return { group: make("optgroup", { label: WORDS.kinds[kind] }), options };
      });
      const none = make("option", { value: "" });
      const select = make("select", { name, required: true }, none);
      const filter = make("input", { type: "search", placeholder: WORDS.filter, autocomplete: "off", dir: "auto" });
      filter.setAttribute("aria-label", `${label}: ${WORDS.filter}`);
      /** Offers those whose names have every word that was typed; of them the one that is meant most likely, where the chosen one is not among them. */
      const narrow = () => {
        const words = folded(filter.value).split(/\s+/).filter(Boolean);
        const chosen = select.value;
        const found = groups.flatMap(({ group, options }) => {
          const left = options.filter((option) => words.every((word) => folded(option.textContent).includes(word)));
          group.replaceChildren(...left);
          return left;
        });
        none.textContent = found.length ? WORDS.choose : WORDS.noName;
        select.replaceChildren(none, ...groups.map(({ group }) => group).filter((group) => group.children.length));
        const kept = found.some((option) => option.value === chosen);
        select.value = kept || !words.length ? chosen : (found.length ? best(found.map(({ party }) => party), words)[0] : "");
      };
      filter.addEventListener("input", narrow);
      narrow();
      return [select, make("div", { className: "dl-compare__choice" }, filter, make("label", {}, label, select))];
    };
    const [one, left] = choice("a", WORDS.one);
    const [other, right] = choice("b", WORDS.other);
    const form = make("form", { method: "get" }, left, right, make("button", { textContent: WORDS.compare }));
    /** Compares what is chosen: on its page where there is one, which is the same for both orders, unless all days are asked for. */
    const compare = (isAll = false) => {
      if (!one.value || !other.value || one.value === other.value) return;
      const keys = [one.value, other.value].sort();
      if (built.has(keys.join("/")) && !isAll) location.assign(address(`compare/${keys.join("/")}/`));
      else show(keys, keys.map((key) => names.get(key)));
    };
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      history.replaceState(history.state, "", `?${new URLSearchParams({ a: one.value, b: other.value })}`);
      compare();
    });
    place.append(form, result);
    const asked = new URLSearchParams(location.search);
    for (const [select, name] of [[one, "a"], [other, "b"]]) if (names.has(asked.get(name))) select.value = asked.get(name);
    compare(asked.has("all"));
  };
  start().catch(() => place.append(make("p", { textContent: WORDS.unavailable })));
})();
