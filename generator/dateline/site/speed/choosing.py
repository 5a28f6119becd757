"""Which tricks a build uses: none if it is plain, else those that pass their test."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Final

from dateline.ground import blocks
from dateline.pages.rendering import compiled
from dateline.site.speed import trying_fragments

_LIBRARIES: Final = "Jinja, Material or Python-Markdown"


@dataclass(frozen=True, slots=True)
class Speed:
    """Which tricks are used, and what a user has to know of those that are not."""

    templates: bool = True
    """Whether our templates are compiled our way."""
    fragments: bool = True
    """Whether the theme's fragments are kept from page to page."""
    blocks: bool = True
    """Whether Python-Markdown is spared finished blocks of HTML."""
    listing: bool = True
    """Whether hidden folders of the theme are left out before they are listed."""
    note: str = ""


PLAIN: Final = Speed(templates=False, fragments=False, blocks=False, listing=False)


def speed_of(*, plain: bool) -> Speed:
    """Return the tricks that a build may use; none where it is to be `plain`."""
    return PLAIN if plain else tried()


@cache
def tried() -> Speed:
    """Try out each trick on something tiny; once, since no library changes while we run."""
    templates, fragments = _holds(compiled.says_the_same), _holds(trying_fragments.says_the_same)
    html = _holds(blocks.says_the_same)
    broken = [
        what
        for what, holds in (("compiled templates", templates), ("fragments", fragments), ("HTML blocks", html))
        if not holds
    ]
    note = (
        f"{' and '.join(broken)} do not give what is given without them (another version of {_LIBRARIES}?), so pages "
        "are made without them: as good, and more slowly"
        if broken
        else ""
    )
    return Speed(templates, fragments, html, note=note)


def _holds(says_the_same: Callable[[], bool]) -> bool:
    try:
        return says_the_same()
    except Exception:  # noqa: BLE001 - whatever has changed there, it is not to be used
        return False
