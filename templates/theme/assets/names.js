// A field above an index that leaves only the rows whose text has what is typed, whatever fold they are in.
import { asked, fold, words } from "./search-words.js";

(() => {
  // The build fills in the words (generator/dateline/pages/wording/scripts.py).
  const WORDS = {};

  const lead = document.querySelector("[data-names]");
  const parts = [...document.querySelectorAll("[id^='_group-']")].map((part) => ({
    part,
    title: part.previousElementSibling?.matches("h2") ? part.previousElementSibling : null,
    was: part.open,
    rows: [...part.querySelectorAll(".dl-rows > li")],
  }));
  if (!lead || !parts.length) return;

  /** A row's text, folded as the search folds it, and its words without articles. */
  const known = new Map(
    parts.flatMap(({ rows }) => rows.map(({ textContent }, index) => [rows[index], [fold(textContent), ` ${words(textContent).join(" ")}`]])),
  );
  /** Whether a text has a part of a word as it is typed, or words of it, however the search finds them. */
  const has = ([text, all], one) => {
    const wanted = asked(one);
    return text.includes(fold(one)) || (wanted.length > 0 && wanted.every((word) => all.includes(` ${word}`)));
  };

  const field = Object.assign(document.createElement("input"), { type: "search", autocomplete: "off" });
  const label = document.createElement("label");
  const told = document.createElement("span");
  label.append(`${WORDS.find} `, field);
  label.className = "dl-names";
  told.className = "dl-note";
  told.setAttribute("role", "status");
  lead.after(label, told);

  // What stands between the field and the index, such as who is heard most, would hold the rows found below the fold.
  const between = [];
  const first = parts[0].title ?? parts[0].part;
  for (let next = lead.parentElement.nextElementSibling; next && next !== first; next = next.nextElementSibling) between.push(next);

  const show = () => {
    const typed = field.value.split(/\s+/).filter(Boolean);
    let found = 0;
    for (const { part, title, was, rows } of parts) {
      let here = 0;
      for (const row of rows) {
        row.hidden = !typed.every((one) => has(known.get(row), one));
        here += row.hidden ? 0 : 1;
      }
      part.hidden = !here;
      if (title) title.hidden = !here;
      if (part.matches("details")) part.open = typed.length ? Boolean(here) : was;
      found += here;
    }
    for (const element of between) element.hidden = typed.length > 0;
    told.textContent = typed.length && !found ? WORDS.nothing : "";
  };
  field.addEventListener("input", show);
})();
