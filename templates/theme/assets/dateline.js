// What script adds to pages that read without it: the paragraph behind a citation and the meaning of a word shown on the
// spot, links and citations to copy, folds that open for an anchor. Everything it shows stands on a page of
// this site, at the address of the link; where that page cannot be fetched, the link stays a link.
(() => {
  "use strict";

  // The build fills in the words (generator/dateline/pages/wording/scripts.py).
  const WORDS = {};
  /** Returns a text with its values in the places that it has for them. */
  const say = (text, values = {}) => text.replace(/%\((\w+)\)s|%%/g, (place, name) => values[name] ?? "%");
  const count = (forms, number) => say(forms[new Intl.PluralRules(WORDS.language).select(number)] ?? forms.other, { count: number });

  const ROOT = new URL("..", document.currentScript.src);
  const PREVIEWED = "a.dl-par, a.dl-badge, a.dl-term";
  const [HOVER_DELAY, LEAVE_DELAY, SAID_FOR] = [180, 280, 4000]; // milliseconds
  const [GAP, MARGIN] = [4, 8]; // pixels
  const LONGEST_LIST = 5;

  /** Returns a new element with the given properties and children. */
  const make = (name, properties = {}, ...children) => {
    const element = Object.assign(document.createElement(name), properties);
    element.append(...children);
    return element;
  };

  /** Returns what a fragment names in a document; nothing where it cannot be read, as `#%`, which anybody may link to. */
  const namedBy = (hash, from = document) => {
    try {
      return from.getElementById(decodeURIComponent(hash.slice(1)));
    } catch {
      return null;
    }
  };

  // --- other pages, each fetched once --------------------------------------------------------------------------------

  const pages = new Map();

  /** Returns the document at an address of this site, without its fragment; rejects where it cannot be had. */
  const page = (url) => {
    const address = url.href.replace(/#.*/, "");
    if (address === location.href.replace(/#.*/, "")) return Promise.resolve(document);
    if (!pages.has(address)) {
      const asked = fetch(address).then(async (answer) => {
        if (!answer.ok) throw new Error(`${answer.status}`);
        return new DOMParser().parseFromString(await answer.text(), "text/html");
      });
      pages.set(address, asked);
      asked.catch(() => pages.delete(address));
    }
    return pages.get(address);
  };

  /** Returns a copy of an element for this page: without ids, its links as they were meant on its own page. */
  const copyOf = (element, base) => {
    const copy = document.importNode(element, true);
    for (const one of [copy, ...copy.querySelectorAll("*")]) {
      one.removeAttribute("id");
      if (one.hasAttribute("href")) one.href = new URL(one.getAttribute("href"), base).href;
    }
    for (const one of copy.querySelectorAll(".headerlink, .dl-anchor, .dl-copy, .dl-fn")) one.remove();
    return copy;
  };

  /** Cuts a list to its first items, and says how many are left. */
  const shorten = (list) => {
    const left = [...list.children].slice(LONGEST_LIST);
    for (const item of left) item.remove();
    if (left.length) list.append(make("li", { textContent: count(WORDS.more, left.length) }));
    return list;
  };

  // --- what a link leads to, in a few lines --------------------------------------------------------------------------

  const ofParagraph = (section, from, base) => {
    const [title, number] = [from.querySelector("h1"), section.querySelector("h3")];
    const parts = [...section.querySelectorAll(":scope > :is(.dl-locator, blockquote, .dl-links, .dl-drawn)")];
    const head = make("p", { className: "dl-pop__head" }, make("b", { textContent: copyOf(number, base).textContent.trim() }), " ");
    const name = make("bdi", { textContent: copyOf(title, base).textContent.trim() });
    if (title.lang) Object.assign(name, { lang: title.lang, dir: title.dir });
    const [publisher, published] = [from.querySelector(".dl-publisher > a"), from.querySelector(".dl-published")?.firstChild];
    const whence = [publisher, published].map((node) => node?.textContent.trim()).filter(Boolean).join(", ");
    head.append(name, make("span", { className: "dl-note", textContent: whence && ` (${whence})` }));
    return [head, ...parts.map((part) => (part.matches("ul") ? shorten(copyOf(part, base)) : copyOf(part, base)))];
  };

  const ofMeaning = (target, base) => {
    const label = make("p", { className: "dl-pop__head" }, make("b", { textContent: copyOf(target, base).textContent.trim() }));
    if (!target.matches("dt, h2, h3")) return [copyOf(target, base)];
    const next = target.nextElementSibling;
    return next ? [label, make("p", { textContent: next.textContent.trim() })] : [label];
  };

  const ofCitations = (section) =>
    [...section.querySelectorAll("[data-forms] > dd")].map(({ firstElementChild: cited, previousElementSibling: name }) => {
      const form = name.textContent.trim();
      const copy = make("button", { type: "button", className: "dl-pop__copy", textContent: say(WORDS.copy, { form }) });
      copy.addEventListener("click", () => write(cited.textContent, say(WORDS.copied, { form })));
      const text = make("pre", { textContent: cited.textContent, tabIndex: 0 });
      text.setAttribute("role", "region");
      text.setAttribute("aria-label", form);
      return make("div", { className: "dl-pop__form" }, text, copy);
    });

  /** Returns what stands at a link's address as elements, and the words of the link that leads there. */
  const preview = async (link) => {
    const url = new URL(link.href);
    const from = await page(url);
    const target = namedBy(url.hash, from);
    if (!target) throw new Error("nothing stands there");
    if (link.matches(".dl-citelink")) return [ofCitations(target), WORDS.allCitations];
    if (target.matches(".dl-paragraph")) return [ofParagraph(target, from, url), WORDS.openParagraph];
    return [ofMeaning(target, url), from === document ? WORDS.goToNote : WORDS.readMore];
  };

  // --- the popover: one for the page, never modal ---------------------------------------------------------------------

  const pop = make("div", { id: "_pop", className: "dl-pop" });
  pop.setAttribute("popover", "manual");
  pop.setAttribute("role", "group");
  let [shown, wanted, timer] = [null, null, 0];

  const place = (link) => {
    const spot = [...link.getClientRects()].at(-1) ?? link.getBoundingClientRect();
    const [wide, high] = [document.documentElement.clientWidth, window.innerHeight];
    pop.style.maxHeight = `${Math.max(spot.top, high - spot.bottom) - GAP - MARGIN}px`;
    const [width, height] = [pop.offsetWidth, pop.offsetHeight];
    const above = spot.bottom + GAP + height > high - MARGIN && spot.top > high - spot.bottom;
    const left = Math.max(MARGIN, Math.min(spot.left, wide - width - MARGIN));
    pop.style.left = `${left + window.scrollX}px`;
    pop.style.top = `${(above ? spot.top - GAP - height : spot.bottom + GAP) + window.scrollY}px`;
  };

  const close = () => {
    clearTimeout(timer);
    wanted = null;
    if (!shown) return;
    shown.removeAttribute("aria-describedby");
    if (shown.matches(".dl-citelink")) shown.setAttribute("aria-expanded", "false");
    shown = null;
    pop.hidePopover();
    pop.remove();
  };

  /** Shows what stands at a link's address beside the link; resolves to whether it could be had. */
  const open = async (link) => {
    clearTimeout(timer);
    if (shown === link) return true;
    wanted = link;
    const cites = link.matches(".dl-citelink");
    try {
      const [parts, words] = await preview(link);
      if (wanted !== link) return true; // the reader has gone on
      close();
      const more = make("p", { className: "dl-pop__more" }, make("a", { href: link.href, textContent: words }));
      pop.replaceChildren(make("div", { id: "_pop-text" }, ...parts), more);
      // Tab goes on to what only stands here; the rest is one Enter away, on the page that the link leads to.
      for (const one of pop.querySelectorAll("a")) if (!cites && !one.closest(".dl-links")) one.tabIndex = -1;
      link.after(pop);
      pop.setAttribute("aria-label", cites ? WORDS.cite : link.textContent.trim());
      pop.showPopover();
      shown = link;
      place(link);
      if (!cites) link.setAttribute("aria-describedby", "_pop-text");
      return true;
    } catch {
      if (wanted === link) close();
      return false;
    }
  };

  const later = (action, delay) => {
    clearTimeout(timer);
    timer = setTimeout(action, delay);
  };
  const linkOf = (event, which = PREVIEWED) => event.target.closest?.(which);
  const isHeld = () => shown?.matches(".dl-citelink") || pop.contains(document.activeElement) || shown === document.activeElement;

  const watchPointer = () => {
    document.addEventListener("pointerover", (event) => {
      if (event.pointerType !== "mouse") return;
      if (pop.contains(event.target)) return clearTimeout(timer);
      const link = linkOf(event);
      if (link && link !== shown && !shown?.matches(".dl-citelink")) later(() => open(link), HOVER_DELAY);
      else if (link) clearTimeout(timer);
    });
    document.addEventListener("pointerout", (event) => {
      if (event.pointerType !== "mouse" || !(linkOf(event) || pop.contains(event.target))) return;
      if (!shown) close();
      else later(() => isHeld() || close(), LEAVE_DELAY);
    });
    document.addEventListener("pointerdown", (event) => {
      if (shown && !pop.contains(event.target) && !shown.contains(event.target)) close();
    });
  };

  const watchKeyboard = () => {
    document.addEventListener("focusin", (event) => {
      const link = linkOf(event);
      if (link?.matches(":focus-visible") && !pop.contains(link)) later(() => open(link), HOVER_DELAY);
      else if (shown && event.target !== shown && !pop.contains(event.target)) close();
    });
    document.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !(shown || wanted)) return;
      const link = shown;
      const inside = pop.contains(document.activeElement);
      close();
      if (inside) link.focus();
      clearTimeout(timer); // the focus would open it again
    });
  };

  /** Opens on the first tap and follows on the second; with a mouse or the keyboard a link is followed at once. */
  const watchTaps = () => {
    document.addEventListener("click", async (event) => {
      const link = linkOf(event, `${PREVIEWED}, a.dl-citelink`);
      if (!link || pop.contains(link) || event.ctrlKey || event.metaKey || event.shiftKey) return;
      const cites = link.matches(".dl-citelink");
      if (!cites && (event.pointerType !== "touch" || shown === link)) return;
      event.preventDefault();
      if (cites && shown === link) return close();
      if (!(await open(link))) return location.assign(link.href);
      if (cites && shown === link) {
        link.setAttribute("aria-expanded", "true");
        pop.querySelector("button")?.focus();
      }
    });
  };

  // --- copying -------------------------------------------------------------------------------------------------------

  const said = make("div", { className: "dl-told" });
  said.setAttribute("role", "status");

  const tell = (words) => {
    said.textContent = words;
    setTimeout(() => {
      if (said.textContent === words) said.textContent = "";
    }, SAID_FOR);
  };

  const write = async (text, words) => {
    try {
      await navigator.clipboard.writeText(text);
      tell(words);
    } catch {
      tell(WORDS.notAllowed);
    }
  };

  /** Returns the address of a claim that stays when its event is dated otherwise: events/EVENT/CLAIM/. */
  const lasting = (anchor) => {
    const [event, claim] = anchor.hash.slice(1).split("--");
    return new URL(`events/${event}/${claim}/`, ROOT).href;
  };

  const offerLinks = () => {
    for (const anchor of document.querySelectorAll(".dl-claim__tools > .dl-anchor")) {
      const button = make("button", { type: "button", className: "dl-copy" });
      button.setAttribute("aria-label", WORDS.copyLink);
      button.addEventListener("click", () => write(lasting(anchor), WORDS.linkCopied));
      anchor.after(button);
    }
  };

  // --- maps ----------------------------------------------------------------------------------------------------------

  /** Gives the switches of a map's days a slider that moves them, in their place. */
  const slideDays = () => {
    for (const days of document.querySelectorAll(".dl-mapdays")) {
      const switches = [...days.querySelectorAll("input")];
      const row = make("div", { className: "dl-mapdays__slider" });
      const slider = make("input", { type: "range", min: 0, max: switches.length - 1, value: 0 });
      const told = make("output", {});
      const move = () => {
        const chosen = switches[slider.value];
        chosen.checked = true;
        told.textContent = chosen.parentElement.textContent.trim();
        slider.setAttribute("aria-valuetext", told.textContent);
        for (const count of days.closest(".dl-map").querySelectorAll(".dl-map__count[data-steps]")) {
          count.dataset.told ??= count.textContent;
          const places = new Map(count.dataset.steps.split(" ").map((step) => step.split(":")));
          count.textContent = slider.value === "0" ? count.dataset.told : places.get(slider.value) ?? "";
        }
      };
      slider.setAttribute("aria-label", days.querySelector("legend").textContent);
      slider.addEventListener("input", move);
      row.append(slider, told);
      days.append(row);
      days.querySelector(".dl-mapdays__all").hidden = true;
      move();
    }
  };

  // --- folds ---------------------------------------------------------------------------------------------------------

  /** Opens the folds around what the address names, and brings it into view. */
  const reveal = () => {
    const target = namedBy(location.hash);
    let [fold, opened] = [target?.closest("details"), false];
    for (; fold; fold = fold.parentElement.closest("details")) {
      opened ||= !fold.open;
      fold.open = true;
    }
    if (opened) target.scrollIntoView();
  };

  /** Leads on from the first page of a heavy day to the part where the event or claim stands that the address names. */
  const leadOn = () => {
    const named = namedBy(location.hash);
    const row = named?.closest(".dl-agenda__elsewhere");
    const link = row?.querySelector("a");
    if (link) location.replace(Object.assign(new URL(link.href), { hash: named.id }));
  };

  /** Leads from a comparison that has no page, perhaps since others are asked for more, to where any two are compared. */
  const compareAnyway = () => {
    const pair = location.pathname.match(/\/compare\/([\w.-]+)\/([\w.-]+)\/?$/);
    if (!pair || !document.getElementById("not-found")) return;
    location.replace(new URL(`compare/?${new URLSearchParams({ a: pair[1], b: pair[2] })}`, ROOT));
  };

  /** On paper folds stand as the reader left them: the theme, which would open all, does not hear of it. */
  const printAsRead = () => {
    let opened = [];
    addEventListener("beforeprint", (event) => {
      event.stopImmediatePropagation();
      close();
      opened = [...document.querySelectorAll(".md-content :is(.dl-sources, .dl-strip__more):not([open])")];
      for (const fold of opened) fold.open = true;
      for (const line of document.querySelectorAll(".dl-address[data-address='']")) {
        delete line.dataset.address;
        line.append(`: ${location.href.replace(/#.*/, "")}`);
      }
    }, true);
    addEventListener("afterprint", (event) => {
      event.stopImmediatePropagation();
      for (const fold of opened) fold.open = false;
    }, true);
  };

  // A feed's address is copied as text, and a site that was built without an address knows it only here.
  const nameFeeds = () => {
    for (const link of document.querySelectorAll(".dl-follow a")) {
      if (!/^https?:/.test(link.textContent)) link.textContent = link.href;
    }
  };

  document.body.append(said);
  nameFeeds();
  offerLinks();
  slideDays();
  printAsRead();
  compareAnyway();
  addEventListener("hashchange", reveal);
  addEventListener("hashchange", leadOn);
  reveal();
  leadOn();
  if (pop.showPopover && location.protocol !== "file:") {
    watchPointer();
    watchKeyboard();
    watchTaps();
    addEventListener("hashchange", close);
  }
})();
