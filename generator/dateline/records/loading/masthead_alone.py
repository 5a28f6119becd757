"""What chronology.yml says of the site as a whole, read by itself: before the records are, and without them."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from dateline.ground import yamltree
from dateline.ground.languages import ENGLISH, Language, has_catalogue, language_of
from dateline.records.loading.corpus import MASTHEAD
from dateline.records.loading.files import read_text


@dataclass(frozen=True, slots=True)
class WholeSite:
    """What chronology.yml says of the whole site, as far as it can be read; the check tells the rest."""

    title: str = ""
    licence: str = ""
    language: Language = ENGLISH


def masthead_of(content: Path) -> WholeSite:
    """Return what a chronology says of its whole site; nothing where that cannot be read."""
    text = read_text(content / MASTHEAD, MASTHEAD)
    tree, _ = yamltree.read(text, MASTHEAD) if isinstance(text, str) else (None, [])
    value = tree.value if tree is not None and isinstance(tree.value, Mapping) else {}
    said = {key: found for key in ("title", "licence", "language") if isinstance(found := value.get(key), str)}
    code = said.get("language", "")
    language = language_of(code) if code and has_catalogue(code) else ENGLISH
    return WholeSite(said.get("title", "").strip(), said.get("licence", "").strip(), language)
