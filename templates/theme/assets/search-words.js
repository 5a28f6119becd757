/* What is typed, brought to the form of what is indexed. generator/dateline/pages/search/folding.py and sounding.py do the
   same to what is indexed; tests hold the two equal. */

const VARIANTS = [..."ٱٲٳىیےةہھەک" + "٠١٢٣٤٥٦٧٨٩" + "۰۱۲۳۴۵۶۷۸۹" + "ςıłøđð"];
const PLAIN = [..."اااييي" + "هههه" + "ك" + "0123456789" + "0123456789" + "σilodd"];
const LETTERS = new Map([
  ...VARIANTS.map((letter, index) => [letter, PLAIN[index]]),
  ["þ", "th"], ["æ", "ae"], ["œ", "oe"], ["ß", "ss"],
  ...[..."'’‘`ʼʻʿʾʹʺـء"].map((character) => [character, ""]),
]);
const WORD = /[\p{L}\p{N}]+(?:·[0-9]+)?/gu;
const THOUSANDS = /(?<![\p{L}\p{N}])(?<![0-9][.,])[0-9]{1,3}(?:[.,][0-9]{3})+(?![\p{L}\p{N}]|[.,][0-9])/gu;
const FRACTION = /(?<![\p{L}\p{N}])(?<![0-9][.,])([0-9]+)[.,]([0-9]+)(?![\p{L}\p{N}]|[.,][0-9])/gu;
const WITHOUT_SPACES = /[\u0e00-\u0eff\u0f00-\u109f\u1100-\u11ff\u1780-\u17ff\u2e80-\u2fdf\u3005-\u3007\u3040-\u30ff\u3130-\u318f\u3400-\u4dbf\u4e00-\u9fff\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\u{20000}-\u{3ffff}]+/gu;
const ARABIC_ARTICLE = /^(?:ال(?=..)|(?:[وفبك]ال|لل)(?=...))/u;
const LATIN_ARTICLE = /(?<![\p{L}\p{N}])(?:al|el|ul|ad|ed|an|en|ar|er|as|es|ash|esh|ach|ech|at|et|ath|az|ez|adh)[-‐‑–](?=[\p{L}\p{N}]{2})|(?<![\p{L}\p{N}])[ae]([dnrstz]) +(?=\1[\p{L}\p{N}])|(?<![\p{L}\p{N}])[ae]([sc]h) +(?=\2[\p{L}\p{N}])/gu;
const LONE_LETTER = /(?<![\p{L}\p{N}])([\p{L}\p{N}])[-‐‑–](?=[\p{L}\p{N}])/gu;
const ARTICLES = new Set(["al", "el"]);

export function fold(text) {
  const bare = text.normalize("NFKD").replace(/[\p{M}\p{Cf}]/gu, "").toLowerCase();
  return [...bare].map((letter) => LETTERS.get(letter) ?? letter).join("").normalize("NFC");
}

function wholeWords(folded) {
  const whole = folded.replace(THOUSANDS, (number) => number.replace(/[.,]/g, "")).replace(FRACTION, "$1·$2");
  return (whole.match(WORD) ?? []).map((word) => word.replace(ARABIC_ARTICLE, ""));
}

/** Return a word, or the pairs of letters that it consists of where its script has no spaces. */
function pieces(word) {
  const found = [];
  let at = 0;
  for (const run of word.matchAll(WITHOUT_SPACES)) {
    if (at < run.index) found.push(word.slice(at, run.index));
    const letters = [...run[0]];
    at = run.index + run[0].length;
    for (let first = 0; first < Math.max(1, letters.length - 1); first += 1) found.push(letters.slice(first, first + 2).join(""));
  }
  if (at < word.length) found.push(word.slice(at));
  return found;
}

export function words(text) {
  return wholeWords(fold(text)).flatMap(pieces);
}

/** Return the words of what is typed or of a name, whole in every script, without articles. */
export function asked(text) {
  const found = wholeWords(fold(text).replace(LATIN_ARTICLE, "").replace(LONE_LETTER, "$1"));
  const kept = found.filter((word) => !ARTICLES.has(word));
  return kept.length ? kept : found;
}

export function query(text) {
  return asked(text).flatMap(pieces).join(" ");
}

/** Return what is typed as one word, with its articles and without: what a name is looked up as. */
export function wholes(text) {
  return [...new Set([asked(text).join(""), wholeWords(fold(text)).join("")])].filter(Boolean);
}

export const isWithoutSpaces = (word) => word.search(WITHOUT_SPACES) >= 0;

// Everybody's browser has the names in one order, that of the indexes (generator/dateline/ground/collation.py).
const ORDER = new Intl.Collator("en", { numeric: true });
const FIRST_ARTICLE = /^(?:(?:al|el|ul|ad|an|ar|as|ash|at|ath|az|ez|adh)[-‐‑–]|al )(?=[\p{L}\p{N}]{2})|^ال(?=[\p{L}\p{N}]{2})/u;

export function inOrder(names) {
  const letters = (name) => fold(name).replaceAll(".", "").replace(/^["“”„«»( ]+/u, "").replace(FIRST_ARTICLE, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ").trim();
  const compare = (one, other) => ORDER.compare(letters(one), letters(other)) || ORDER.compare(one, other);
  return names.toSorted(compare);
}

/* --- how it sounds --------------------------------------------------------------------------------------------------- */

const pairs = (letters, latin) => [...letters].map((letter, at) => [letter, latin.split(" ")[at]]);
const IN_LATIN = new Map([
  ...pairs("абвгдежзиклмнопрстуфхцчшщыэюяіїєґђћјљњџў",
    "a b v g d e zh z i k l m n o p r s t u f kh ts ch sh shch y e yu ya i i ie g dj ch j l n dj u"),
  ...pairs("ابتثجحخدذرزسشصضطظغفقكلمنهويپچژگ", "a b t th j h kh d dh r z s sh s d t z gh f q k l m n h w y p ch zh g"),
]);
const RULES = [
  [/^abd[aeiou]l?(?=[rnsztdlkqhmgw])/g, "abda"], [/t?sch|tch|sh|ch|t[sz]/g, "s"], [/zh|dj/g, "j"], [/kh/g, "h"], [/gh/g, "k"],
  [/ph/g, "f"], [/th/g, "t"], [/dh/g, "z"], [/c(?=[eiy])/g, "s"], [/ck|[cqg]/g, "k"], [/x/g, "ks"], [/[aei]*(?:y+[ae]|ia)[aeiy]*/g, "A"], [/y/g, "i"], [/v/g, "w"], [/z/g, "s"],
  [/([^aeiou])\1+/g, "$1"], [/w(?![aeiouA])/g, "u"], [/h$/g, ""], [/[aei]*[ou][aeiou]*/g, "u"], [/[aei]+/g, "a"],
];
const MOST_HEARD = 200; // letters: the rules about vowels take the square of a word's length
const ARTICLE = /^(?:[ae]l(?=[^aeiou].{3})|[ae]([dnrstz])(?=\1.{3})|[ae]sh(?=sh.{3}))/;

/* Abu Kamal, Abulkamal, Boukamal and Albukamal are one name. */
const FATHER_OF = /^(?:(?:[ae]l)?b(?:ou|oo|[uo])|[ae]b(?:ou|oo|[uoi])l?)(?=[^aeiou].{2})/;

export function latin(word) {
  return [...word].map((letter) => IN_LATIN.get(letter) ?? letter).join("").replace(/[^a-z0-9]+/g, "");
}

export function sound(word) {
  const found = latin(word);
  return /^[0-9]*$/.test(found) || found.length > MOST_HEARD ? "" : RULES.reduce((heard, [pattern, letter]) => heard.replace(pattern, letter), found);
}

export function sounds(word) {
  const found = latin(word);
  return [...new Set([sound(found), sound(found.replace(ARTICLE, "")), sound(found.replace(FATHER_OF, "bu"))])].filter(Boolean);
}

export function skeleton(heard) {
  const bare = heard.replace(/[auwA]/g, "");
  return bare.length >= 3 ? bare : "";
}

/** Return how many letters differ between two words: put in, left out, or another. */
export function distance(one, other) {
  let row = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let first = 1; first <= one.length; first += 1) {
    const next = [first];
    for (let second = 1; second <= other.length; second += 1) {
      const same = one[first - 1] === other[second - 1] ? 0 : 1;
      next.push(Math.min(row[second] + 1, next[second - 1] + 1, row[second - 1] + same));
    }
    row = next;
  }
  return row[other.length];
}

/** Return how alike two words are, from 0 to 1, whatever script each is in. */
export function alike(one, other) {
  const near = (left, right) => 1 - distance(left, right) / (Math.max(left.length, right.length) || Infinity);
  const both = [latin(one), latin(other)];
  if (!both[0] && !both[1]) return 0;
  return Math.max(near(...both), 0.95 * near(...both.map((name) => name.replace(FATHER_OF, "bu"))));
}

/* --- dates ----------------------------------------------------------------------------------------------------------- */

const two = (number) => String(number).padStart(2, "0");

/** Return the months by their folded names, long and short, in these languages. */
function monthsOf(languages) {
  const found = new Map();
  for (const language of new Set(languages)) {
    for (const style of [{ month: "long" }, { month: "short" }, { month: "long", day: "numeric" }]) {
      const format = new Intl.DateTimeFormat(`${language}-u-ca-gregory-nu-latn`, { ...style, timeZone: "UTC" });
      for (let month = 0; month < 12; month += 1) {
        const part = format.formatToParts(Date.UTC(2017, month, 2)).find((one) => one.type === "month");
        const name = fold(part?.value ?? "").replace(/\.$/, "").trim();
        if (/\p{L}/u.test(name) && !found.has(name)) found.set(name, month + 1);
      }
    }
  }
  return found;
}

let months = null;

function monthPattern(languages) {
  months ??= monthsOf(languages);
  const names = [...months.keys()].toSorted((one, other) => other.length - one.length);
  return names.map((name) => name.replace(/[^\p{L}\p{N}\s]/gu, ".")).join("|");
}

const validDay = (year, month, day) => month >= 1 && month <= 12 && day >= 1 && day <= 31 &&
  (year === "" || new Date(Date.UTC(year, month - 1, day)).getUTCDate() === Number(day));

function dayKey(year, month, day) {
  const [first, second] = validDay(year, month, day) ? [month, day] : [day, month]; // 11/19/2017
  if (!validDay(year, first, second)) return null;
  return `${year === "" ? "-" : String(year).length === 2 ? `20${year}` : String(year).padStart(4, "0")}-${two(first)}-${two(second)}`;
}

const ERA = "(?:b\\. ?c\\.(?: ?e\\.)?|bce?|v\\. ?chr\\.?)(?![\\p{L}\\p{N}])";
const BEFORE = "(?<![\\p{L}\\p{N}])";
const CENTURY = new RegExp(`${BEFORE}(\\d{1,2})(?:st|nd|rd|th)?[ -](?:century|cent\\.|c\\.),? ?${ERA}`, "u");
const YEAR = new RegExp(`${BEFORE}(?:(\\d{1,5}) ?${ERA}|bce? (\\d{1,5})(?!\\d))`, "u");

/** Return a year as its page is named: 431 BCE is -0430. */
const yearBefore = (told) => {
  const year = Number(told) - 1;
  return year === 0 ? "0000" : `${year > 9999 ? "Y" : ""}-${String(year).padStart(4, "0")}`;
};

/** Return the date before the Common Era that is typed, and the rest; null where there is none. */
function dateBefore(folded, languages) {
  const century = CENTURY.exec(folded);
  const found = century ?? YEAR.exec(folded);
  const told = found?.[1] ?? found?.[2];
  if (!Number(told)) return null;
  const [start, end] = [folded.slice(0, found.index), folded.slice(found.index + found[0].length)];
  const rest = `${start} ${end}`.trim();
  if (century) return { key: `-${two(told - 1)}xx`, rest };
  const whole = dateIn(`${start}2000${end}`, languages); // a leap year
  if (whole?.key.startsWith("2000-")) return { key: `${yearBefore(told)}${whole.key.slice(4)}`, rest: whole.rest };
  return { key: yearBefore(told), rest };
}

/** Return a day as a number, so that days of any year compare: -0430-03-15, 2017-11-17, Y12025-01-01. */
export function placeOf(day) {
  const [, year, month, number] = /^Y?(-?\d+)(?:-(\d\d))?(?:-(\d\d))?/.exec(day) ?? [];
  return ((Number(year) * 13) + Number(month ?? 1)) * 32 + Number(number ?? 1);
}

/** Return the first and the last day of a date as `dateIn` tells it. */
export function endsOf(key) {
  const [, before, century] = /^(-?)(\d\d)xx$/.exec(key) ?? [];
  if (century) return before ? [`-${century}99-01-01`, `-${century}00-12-31`] : [`${century}00-01-01`, `${century}99-12-31`];
  const parts = key.replace(/^Y?-?/, "").split("-").length;
  return parts === 3 ? [key, key] : parts === 2 ? [`${key}-01`, `${key}-31`] : [`${key}-01-01`, `${key}-12-31`];
}

/** Return the date that is typed, as 2017-11-19, --11-19 (of any year), 2017-11, --11, -0430 or -04xx, and the rest; null where there is none. */
export function dateIn(text, languages) {
  const folded = fold(text);
  if (/^-\d{4}(?:-\d\d){0,2}$/.test(folded.trim())) return { key: folded.trim(), rest: "" };
  const before = dateBefore(folded, languages);
  if (before) return before;
  const name = `(?<month>${monthPattern(languages)})`;
  const of = "(?:\\.? ?(?:of|de|\\.)? ?|[- ])";
  const year = "(?:,? ?(?:of |de )?|[- ])(?<year>\\d{4})";
  const end = "(?![\\p{L}\\p{N}]|[-./,]\\d)";
  const forms = [
    "(?<year>\\d{4})[-./](?<number>\\d{1,2})[-./](?<day>\\d{1,2})",
    "(?<day>\\d{1,2})[-./ ] ?(?<number>\\d{1,2})[-./ ] ?(?<year>\\d{4}|\\d{2})",
    `(?<day>\\d{1,2})(?:st|nd|rd|th|er)?${of}${name}\\.?(?:${year})?`,
    `${name}\\.? (?<day>\\d{1,2})(?:st|nd|rd|th)?(?:${year})?`,
    `${name}\\.?${year}`,
    "(?<year>\\d{4})-(?<number>\\d{2})",
  ];
  for (const form of [...forms, `^${name}$`]) {
    const found = new RegExp(`(?<![\\p{L}\\p{N}]|\\d[-./,])${form}${end}`, "u").exec(folded.trim());
    if (!found) continue;
    const { year: of_, day, number, month } = found.groups;
    const inYear = of_ ?? "";
    const nth = number ?? months.get(month) ?? [...months].find(([known]) => known.replace(/[^\p{L}\p{N}\s]/gu, ".") === month)?.[1];
    const key = day ? dayKey(inYear, Number(nth), Number(day)) :
      nth >= 1 && nth <= 12 ? `${inYear || "-"}-${two(nth)}` : null;
    if (!key) continue;
    const whole = folded.trim();
    return { key, rest: `${whole.slice(0, found.index)} ${whole.slice(found.index + found[0].length)}`.trim() };
  }
  return null;
}
