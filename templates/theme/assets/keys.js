/* Keys that act alone ("/", "s", "f", and the theme's "p" and "n") can be switched off at the foot of each page: whoever
   speaks to the machine, or rests a hand on the keyboard, would set them off by chance (WCAG 2.2, 2.1.4). */

(() => {
  "use strict";
  const WORDS = {};
  const NAME = "dateline.single-keys";
  const link = document.getElementById("_search-link");

  const stored = () => {
    try {
      return localStorage.getItem(NAME);
    } catch {
      return null; // where nothing may be stored, the choice holds for this page
    }
  };
  let off = stored() === "off";

  const isTyping = (target) => target instanceof Element && target.closest("input, textarea, select, [contenteditable]");

  // In the window, before whoever listens further down; not prevented, so that typing and the browser's own keys go on.
  addEventListener("keydown", (event) => {
    if (!off || event.key.length !== 1 || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    event.stopImmediatePropagation();
  }, true);

  const button = document.createElement("button");
  button.type = "button";
  button.className = "dl-keys-switch";

  const show = () => {
    button.textContent = off ? WORDS.switchOn : WORDS.switchOff;
    document.documentElement.classList.toggle("dl-no-keys", off);
    if (off) link?.removeAttribute("aria-keyshortcuts");
    else link?.setAttribute("aria-keyshortcuts", "/");
  };

  button.addEventListener("click", () => {
    off = !off;
    try {
      localStorage.setItem(NAME, off ? "off" : "on");
    } catch {
      /* see above */
    }
    show();
  });
  document.querySelector(".md-copyright")?.append(button);
  show();
})();
