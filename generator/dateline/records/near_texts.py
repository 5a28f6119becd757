"""A text that is not recorded yet, and the sources that have nearly the same: edited, cut or added to.

Of a source there are only the first and last words of its paragraphs and how many they have; nothing but the
texts themselves can tell that one is the other.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from dateline.ground.counting import word_count
from dateline.ground.provenance import fingerprint
from dateline.records.same_texts import FEWEST_WORDS, Sources
from dateline.records.types import Paragraph

_SIGNS: Final = re.compile(r"\W+")
_SEVERAL: Final = 2
_ALIKE: Final = 0.8
"""How much of a paragraph's length is left when somebody edits it a little."""


@dataclass(frozen=True, slots=True)
class NearMatch:
    """A source with paragraphs that begin and end as those of a new text, are about as long, and differ."""

    source: str
    paragraphs: tuple[tuple[int, int], ...]
    """The numbers of the paragraphs that are alike, in the new text and in the source."""


@dataclass(frozen=True, slots=True)
class _New:
    number: int
    sha256: str
    words: int
    letters: str


def near_matches(sources: Sources, paragraphs: Sequence[str]) -> list[NearMatch]:
    """Return the sources that have nearly the text of these paragraphs, the likeliest first.

    One paragraph alone tells nothing, unless it is the whole of either, or others of the source are the same.
    """
    new = [_New(at, fingerprint(text), word_count(text), _letters(text)) for at, text in enumerate(paragraphs, 1)]
    long = [one for one in new if one.words >= FEWEST_WORDS]
    known = {one.sha256 for one in long}
    found: list[NearMatch] = []
    for source in sources.values():
        alike = tuple(
            (one.number, paragraph.n) for paragraph in source.paragraphs for one in long if _is_alike(one, paragraph)
        )
        same = sum(paragraph.sha256 in known for paragraph in source.paragraphs)
        if alike and len(alike) + same >= min(_SEVERAL, len(new), len(source.paragraphs)):
            found.append(NearMatch(source.id, tuple(sorted(alike))))
    return sorted(found, key=lambda match: -len(match.paragraphs))


def _is_alike(new: _New, paragraph: Paragraph) -> bool:
    if paragraph.ends is None or paragraph.sha256 in {None, new.sha256} or paragraph.words is None:
        return False
    if min(new.words, paragraph.words) < max(FEWEST_WORDS, _ALIKE * max(new.words, paragraph.words)):
        return False
    return new.letters.startswith(_letters(paragraph.begins)) and new.letters.endswith(_letters(paragraph.ends))


def _letters(text: str) -> str:
    return _SIGNS.sub("", text.casefold())
