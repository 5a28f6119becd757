"""The theme without what no browser asks for: white space around a page's content, and files that no page leads to.

The theme indents what it prints and leaves a line for each condition that it asks: 4 kB of a page.  A browser
takes any run of white space between two tags or words for one, so a line's end in the place of a run says the
same.  Its own search, which is not there, brings 0.9 MB of dictionaries; its maps of scripts and style sheets,
1.3 MB, are for those who write the theme.
"""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation

from dateline.pages.rendering.end_tags import without_end_tags
from dateline.site.dressing import theme_folder

_RUNS: Final = re.compile(r"\n\s+")
_BEFORE_BLOCKS: Final = re.compile(
    r"\n(?=</?(?:body|div|form|head|header|footer|li|link|main|meta|nav|script|title|ul)\b|</a>)"
)
_IN_BLOCKS: Final = re.compile(r"(<(?:li|div|nav|header|main|footer)\b[^<>]*>)\n")
_OF_MARKDOWN: Final = (("&#10;", "\n"), ("&#123;", "{"), ("&#125;", "}"))
"""What our templates write for it (`escaping.preformatted`)."""
_KEEPING: Final = re.compile(r"<(?:pre|textarea)\b", re.IGNORECASE)
"""What keeps its white space."""
_OF_ITS_SEARCH: Final = ("assets/javascripts/lunr/", "assets/javascripts/workers/search.")
_OTHERWISE: Final = frozenset({"navigation.tabs.sticky", "toc.integrate"})
"""Features of the theme that need its navigation elsewhere."""
_OF_NAVIGATION: Final = (
    *("main.html", "base.html"),
    *(f"partials/{name}.html" for name in ("nav", "nav-item", "tabs", "tabs-item", "toc")),
)
"""Templates that say what the navigation is and where it stands: by another main.html a page would have two drawers."""
_MAPS: Final = (".js.map", ".css.map")


def unasked(files: Files, config: MkDocsConfig) -> Iterator[File]:
    """Yield the files of the theme's package that no page of this site asks for."""
    has_its_search = any(key.rpartition("/")[2] == "search" for key in config.plugins)
    for file in files.media_files():
        is_packaged = Path(file.src_dir or "").parts[-2:] == ("material", "templates")
        is_of_search = not has_its_search and file.src_uri.startswith(_OF_ITS_SEARCH)
        if is_packaged and (is_of_search or file.src_uri.endswith(_MAPS)):
            yield file


def tabs_suffice(nav: Navigation, config: MkDocsConfig) -> bool:
    """Return whether the tabs lead wherever the navigation does: it has no section, and nobody has templates for it."""
    features = config.theme.get("features") or ()
    own = Path(config.theme.custom_dir) if config.theme.custom_dir else None
    return (
        "navigation.tabs" in features
        and not _OTHERWISE.intersection(features)
        and not any(item.children for item in nav.items)
        and not (own and any(_is_other(own / name, theme_folder() / name) for name in _OF_NAVIGATION))
    )


def _is_other(own: Path, ours: Path) -> bool:
    return own.is_file() and not (ours.is_file() and own.read_bytes() == ours.read_bytes())


def _tight(frame: str) -> str:
    return without_end_tags(_IN_BLOCKS.sub(r"\1", _BEFORE_BLOCKS.sub("", frame)))


def undone(content: str) -> str:
    """Return a page's content with the signs themselves that only Markdown had to be kept from."""
    for reference, sign in _OF_MARKDOWN:
        content = content.replace(reference, sign)
    return without_end_tags(content)


def in_lines(text: str) -> str:
    """Return text of a template with each run of white space that holds a line's end as that alone."""
    return _RUNS.sub("\n", text)


def lean(output: str, content: str | None, shortened: Callable[[str], str] = str) -> str:
    """Return a page with each run of white space around its `content` as a line's end, and none between blocks.

    What is around it is `shortened` then.  The content says what it said, in fewer signs.
    """
    if not content:
        return output
    before, found, after = output.partition(content)
    if not found or _KEEPING.search(before) or _KEEPING.search(after):
        return output
    return _tight(shortened(in_lines(before))) + undone(found) + _tight(shortened(in_lines(after)))
