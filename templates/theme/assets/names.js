// A field above an index that leaves only the rows whose text has what is typed, whatever fold they are in.
(() => {
  "use strict";

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

  /** Returns a text without marks and capitals, as names are typed. */
  const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const known = new Map(parts.flatMap(({ rows }) => rows.map((row) => [row, plain(row.textContent)])));

  const field = Object.assign(document.createElement("input"), { type: "search", autocomplete: "off" });
  const label = document.createElement("label");
  const told = document.createElement("span");
  label.append(`${WORDS.find} `, field);
  label.className = "dl-names";
  told.className = "dl-note";
  told.setAttribute("role", "status");
  lead.after(label, told);

  const show = () => {
    const asked = plain(field.value.trim());
    let found = 0;
    for (const { part, title, was, rows } of parts) {
      let here = 0;
      for (const row of rows) {
        row.hidden = !known.get(row).includes(asked);
        here += row.hidden ? 0 : 1;
      }
      part.hidden = !here;
      if (title) title.hidden = !here;
      if (part.matches("details")) part.open = asked ? Boolean(here) : was;
      found += here;
    }
    told.textContent = asked && !found ? WORDS.nothing : "";
  };
  field.addEventListener("input", show);
})();
