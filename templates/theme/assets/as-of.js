// Known as of, with script: a slider over the days of reporting, and a chosen day that stays chosen while the reader
// follows other links of the page. Without script the links to the days do the same by :target (as-of.css).
(() => {
  "use strict";

  // The build fills in the words (generator/dateline/pages/wording/scripts.py).
  const WORDS = {};

  const banners = [...document.querySelectorAll(".dl-as-of__banner")];
  const fold = document.getElementById("_as-of");
  if (!fold || !banners.length) return;

  const names = [...fold.querySelectorAll("ol a")].map((link) => link.textContent);
  const slider = Object.assign(document.createElement("input"), { type: "range", min: 0, max: banners.length, step: 1 });
  const shown = document.createElement("output");

  /** Shows the page as of a step, counted from 0; the last one is everything known. */
  const choose = (index) => {
    for (const banner of banners) banner.removeAttribute("data-chosen");
    const banner = banners[index];
    if (banner) {
      banner.setAttribute("data-chosen", "");
      document.body.dataset.asOf = banner.dataset.step;
    } else {
      delete document.body.dataset.asOf;
    }
    slider.value = index;
    slider.setAttribute("aria-valuetext", names[index]);
    shown.textContent = names[index];
  };

  /** Follows the address: a banner chooses its day, the fold everything; any other anchor changes nothing. */
  const follow = () => {
    const anchor = location.hash.slice(1);
    const index = banners.findIndex((banner) => banner.id === anchor);
    if (index >= 0) {
      choose(index);
      banners[index].scrollIntoView();
    } else if (anchor === fold.id) {
      fold.open = true;
      choose(banners.length);
    }
  };

  slider.addEventListener("input", () => {
    const index = Number(slider.value);
    history.replaceState(history.state, "", `#${index < banners.length ? banners[index].id : fold.id}`);
    choose(index);
  });
  addEventListener("hashchange", follow);

  const label = Object.assign(document.createElement("label"), { className: "dl-as-of__slider" });
  const name = Object.assign(document.createElement("span"), { textContent: WORDS.asOf });
  label.append(name, slider, shown);
  fold.querySelector("ol").before(label);
  choose(banners.length);
  follow();
})();
