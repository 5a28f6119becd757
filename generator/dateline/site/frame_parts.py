"""What the frame of every page says word for word, said once in a file: icons, looks, the choice of light and dark.

They were 4 kB of a page, 65 MB of 10,000 events.  An icon becomes an empty `svg` of the same size, which a
style sheet fills by a mask; our style sheets become one; a script that depends on nothing becomes a file that
stands where it stood, and writes the buttons that do nothing without it.  Who changes an icon or a part of the
theme needs to know nothing of it: what is not found in a page as the theme's file has it stays as it is.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from posixpath import normpath
from typing import Final
from urllib.parse import quote

from jinja2 import TemplateError
from mkdocs.config.defaults import MkDocsConfig

from dateline.pages.rendering.bare_attributes import BareAttributes
from dateline.pages.rendering.pages import Page
from dateline.site.dressing import STYLES
from dateline.site.frames import in_lines

ICONS_PATH: Final = "assets/icons.css"
PALETTE_PATH: Final = "assets/palette.js"
SHEETS_PATH: Final = "assets/sheets.css"
_PALETTE: Final = "partials/javascripts/palette.html"
_BUTTONS: Final = "partials/palette.html"
_FORM: Final = re.compile(r"(?P<start><form\b[^>]*>)(?P<inside>.*)(?P<end></form>)", re.DOTALL)
_FILLING: Final = (
    '{{const form=document.currentScript.previousElementSibling;if(form&&form.matches("form:empty"))'
    "form.innerHTML={inside}}}\n"
)
"""Before the code that looks for the buttons."""
_BASE: Final = "partials/javascripts/base.html"
_BEHIND_CONTENT: Final = "partials/javascripts/content.html"
_TABS_EXTENSION: Final = "pymdownx.tabbed"
_ALWAYS: Final = ("material/menu", "material/magnify", "material/arrow-up")
"""Icons that are on every page whatever mkdocs.yml says."""
_SVG: Final = re.compile(r"<svg(?P<attributes> [^>]*)>.*</svg>", re.DOTALL)
_SPACE_OF_NAMES: Final = ' xmlns="http://www.w3.org/2000/svg"'
_KEEPS: Final = "__md_"
"""What the names of that script begin with: whoever stands before the script of light and dark may use them."""
_FROM_PAGE: Final = '",location)'
_FROM_FILE: Final = '",document.currentScript.src)'
_WAY_UP: Final = "{{ config.extra.scope | d(base_url) }}"
_SCRIPT: Final = re.compile(r"<script>(?P<code>[^<>]*)</script>")
_ANY_SCRIPT: Final = re.compile(r"<script>.*</script>")
_SAFE: Final = " ='/:;,()!*-._"
"""What an address of data may hold as it is, between double quotes."""
_EVERY_ICON: Final = """\
/* The theme's icons, once for all pages; made by Dateline. */
[class^="dl-i-"] { mask: var(--dl-i) center / contain no-repeat; background: currentcolor; forced-color-adjust: none; }
"""


@dataclass(frozen=True, slots=True)
class FrameParts:
    """The files, and what takes the place of what in a page."""

    files: tuple[Page, ...]
    icons: Mapping[str, str]
    palette: str = ""
    """The script of light and dark as it stands in a page; empty where it is not the theme's."""
    buttons: str = ""
    """The buttons for light and dark, before that script; empty where somebody else's templates make them."""
    keeping: tuple[str, ...] = ()
    """The script by which the theme's scripts keep things, before and after the way up to the site's root."""
    sheets: tuple[str, ...] = ()
    """The style sheets of every page that stand in one file, in their order."""
    tabs: str = ""
    """The script for tabs where no page can have any."""

    def of(self, page: str) -> "FrameParts":
        """Return the parts that fit a page: icons only where it has the style sheet of the icons."""
        return self if ICONS_PATH in page else replace(self, icons={})

    def shortened(self, frame: str, base: str) -> str:
        """Return a part of a page's frame; `base` is the way up to the site's root."""
        for icon, short in self.icons.items():
            frame = frame.replace(icon, short)
        if self.palette and self.palette in frame:
            if self.buttons:
                frame = frame.replace(f"{self.buttons}\n{self.palette}", f"{_emptied(self.buttons)}{self.palette}")
            frame = frame.replace(self.palette, f'<script src="{base}/{PALETTE_PATH}"></script>')
            without = frame.replace(base.join(self.keeping), "") if self.keeping else frame
            frame = frame if _KEEPS in without.partition(PALETTE_PATH)[0] else without
        if self.sheets:
            frame = frame.replace("\n".join(_link(base, sheet) for sheet in self.sheets), _link(base, SHEETS_PATH))
        return frame.replace(self.tabs, "") if self.tabs else frame


def frame_parts(config: MkDocsConfig) -> FrameParts:
    """Return what the theme's own files say on every page of a site."""
    icons = {name: text for name in _names_of_icons(config) if (text := _text(config, f".icons/{name}.svg"))}
    found = _SCRIPT.search(_text(config, _PALETTE))
    sheet = "".join([_EVERY_ICON, *(_rule(name, text) for name, text in icons.items())])
    sheets = {ICONS_PATH: sheet, **_sheets(config)}
    files = [Page(ICONS_PATH, sheet), Page(SHEETS_PATH, "".join(f"{text.rstrip()}\n" for text in sheets.values()))]
    keeping = _keeping(config)
    short = {text: _short(name, text) for name, text in icons.items()}
    buttons = _buttons(config, short) if found else ""
    if found:
        files.append(Page(PALETTE_PATH, f"{_without_page(keeping)}{_filling(buttons)}{found['code']}\n"))
    return FrameParts(
        tuple(files),
        short,
        found[0] if found else "",
        buttons,
        keeping,
        tuple(sheets),
        "" if _TABS_EXTENSION in config.markdown_extensions else _last_script(config),
    )


def _buttons(config: MkDocsConfig, icons: Mapping[str, str]) -> str:
    """Return the form of the buttons for light and dark as it stands in a page; empty where it is not known before."""
    environment = config.theme.get_env()
    environment.add_extension(BareAttributes)
    try:
        text = in_lines(environment.get_template(_BUTTONS).render(config=config)).strip()
    except TemplateError:  # somebody's own asks for what only a page has
        return ""
    for icon, short in icons.items():
        text = text.replace(icon, short)
    return text if _FORM.fullmatch(text) else ""


def _emptied(form: str) -> str:
    return _FORM.sub(r"\g<start>\g<end>", form)


def _filling(form: str) -> str:
    """Return the code that writes the buttons into their form, right before its own script."""
    found = _FORM.fullmatch(form)
    return _FILLING.format(inside=json.dumps(found["inside"].strip())) if found else ""


def _keeping(config: MkDocsConfig) -> tuple[str, ...]:
    """Return the script by which the theme's scripts keep things, around the way up; empty where it is another."""
    found = _ANY_SCRIPT.search(_text(config, _BASE))
    parts = tuple(found[0].split(_WAY_UP)) if found and "scope" not in config.extra else ()
    return parts if len(parts) == len(("before", "after")) and parts[1].startswith(_FROM_PAGE) else ()


def _without_page(keeping: tuple[str, ...]) -> str:
    """Return the code of that script for a file in assets/, which finds the site's root from its own address."""
    if not keeping:
        return ""
    before, after = keeping[0].removeprefix("<script>"), keeping[1].removesuffix("</script>")
    return f"{before}..{_FROM_FILE}{after.removeprefix(_FROM_PAGE)};\n"


def _sheets(config: MkDocsConfig) -> dict[str, str]:
    """Return our style sheets where every page has them one after the other, as mkdocs.yml has no say in them."""
    paths = [f"assets/{name}.css" for name in STYLES]
    found = {path: _text(config, path) for path in paths}
    return found if list(map(str, config.extra_css[: len(paths)])) == paths and all(found.values()) else {}


def _last_script(config: MkDocsConfig) -> str:
    """Return the script that Material has behind each page's content, for tabs alone."""
    found = _SCRIPT.findall(_text(config, _BEHIND_CONTENT))
    return f"<script>{found[-1]}</script>" if found and "__tabbed_" in found[-1] else ""


def _link(base: str, path: str) -> str:
    """Return the link to a style sheet as MkDocs writes it, in the shortest form of its address."""
    return f'<link rel=stylesheet href="{normpath(f"{base}/{path}")}">'


def _names_of_icons(config: MkDocsConfig) -> list[str]:
    """Return the icons that mkdocs.yml and the theme name, sorted."""
    named = [name for name in (config.theme.get("icon") or {}).values() if isinstance(name, str)]
    palette = config.theme.get("palette") or []
    schemes = [palette] if isinstance(palette, Mapping) else palette
    toggles = [toggle["icon"] for scheme in schemes if (toggle := scheme.get("toggle")) and "icon" in toggle]
    return sorted({*_ALWAYS, *named, *toggles})


def _text(config: MkDocsConfig, name: str) -> str:
    """Return a file of the theme, the one that comes first; empty where there is none."""
    found = (path for folder in config.theme.dirs if (path := Path(folder, name)).is_file())
    first = next(found, None)
    return first.read_text(encoding="utf-8").strip() if first else ""


def _short(name: str, text: str) -> str:
    """Return an icon without its drawing, of the same shape."""
    empty = _SVG.sub(r"<svg\g<attributes>></svg>", text).replace(_SPACE_OF_NAMES, "")
    return empty.replace("<svg", f'<svg class="{_class(name)}"', 1)


def _rule(name: str, text: str) -> str:
    data = quote(text.replace('"', "'"), safe=_SAFE)
    return f'.{_class(name)} {{ --dl-i: url("data:image/svg+xml,{data}"); }}\n'


def _class(name: str) -> str:
    return "dl-i-" + re.sub("[^a-z0-9]+", "-", name.removeprefix("material/").lower())
