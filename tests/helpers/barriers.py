"""What keeps somebody from reading a page, as axe finds it in a browser (WCAG 2.2, A and AA).

Three quarters of axe's time are two rules about colour, which it works out for each text of the
page.  A text that looks like one before it, in the colours, type, size and place of every
element around it, is told by that one, so these two rules look at each look once.  What is
placed over something else, or is inside it, is looked at wherever it stands.
"""

from typing import Any, Final

from axe_playwright_python.base import AXE_SCRIPT  # type: ignore[import-untyped]
from playwright.sync_api import Page

_COLOURS: Final = ["color-contrast", "link-in-text-block"]
_WCAG: Final = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
_QUICK: Final = {"resultTypes": ["violations"], "iframes": False, "preload": False}
_OF_COLOUR: Final = _QUICK | {"runOnly": {"type": "rule", "values": _COLOURS}}
_OF_THE_REST: Final = _QUICK | {
    "runOnly": {"type": "tag", "values": _WCAG},
    "rules": {rule: {"enabled": False} for rule in _COLOURS},
}
_MARK_WHAT_LOOKS_ALIKE: Final = """() => {
  const told = ["color", "backgroundColor", "backgroundImage", "opacity", "fontSize", "fontWeight", "textShadow",
    "display", "visibility", "filter", "mixBlendMode", "transform", "textDecorationLine", "borderBottom", "outline"];
  const looks = new Map(), look = new Map(), seen = new Set();
  const number = (key) => looks.get(key) ?? looks.set(key, looks.size).get(key);
  const below = (element) => [element, ...element.querySelectorAll("*")];
  for (const element of below(document.documentElement)) {
    const style = getComputedStyle(element), above = look.get(element.parentElement) ?? "";
    const isPlaced = ["absolute", "fixed"].includes(style.position);
    const hasText = [...element.childNodes].some((child) => child.nodeType === 3 && child.data.trim());
    const box = element.getBoundingClientRect();
    const around = ["::before", "::after"].map((name) => getComputedStyle(element, name)).map((made) =>
      made.content === "none" ? "" : [made.position, made.backgroundColor, made.backgroundImage, made.width]);
    const own = [element.localName, element.getAttribute("role"), element.disabled, element.ariaDisabled,
      element.ariaHidden, hasText, box.width * box.height > 0, element.checkVisibility(), ...around,
      ...told.map((name) => style[name])];
    const alone = isPlaced || String(above).startsWith("alone") ? `alone ${look.size}` : "";
    look.set(element, alone || number(`${above}|${own.join("|")}`));
    element.removeAttribute("data-alike");
  }
  const visit = (element) => {
    if (below(element).every((one) => seen.has(look.get(one)))) {
      element.setAttribute("data-alike", "");
      return;
    }
    seen.add(look.get(element));
    for (const child of element.children) visit(child);
  };
  visit(document.documentElement);
}"""
_RUN: Final = "([options, around]) => axe.run(around ?? document, options).then((found) => found.violations)"


def barriers(page: Page) -> list[str]:
    """Return what axe finds on a page by all rules."""
    return _found(page, _OF_THE_REST) + barriers_of_colour(page)


def barriers_of_colour(page: Page) -> list[str]:
    """Return what axe finds by the rules that judge the scheme alone; sizes and distances are the same in each."""
    page.evaluate(_MARK_WHAT_LOOKS_ALIKE)
    return _found(page, _OF_COLOUR, {"exclude": [["[data-alike]"]]})


def _found(page: Page, options: dict[str, Any], around: dict[str, Any] | None = None) -> list[str]:
    if page.evaluate("typeof window.axe") == "undefined":
        page.evaluate(AXE_SCRIPT)
    return [
        f"{one['id']}: {node['html'][:200]} {node['failureSummary']}"
        for one in page.evaluate(_RUN, [options, around])
        for node in one["nodes"]
    ]
