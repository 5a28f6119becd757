"""One text in several sources: whose it is, and which sources nobody has yet said to be copies.

What an editor wrote counts first: `copy_of`, and `copies` with the address of another source.  Beside it, equal
fingerprints of paragraphs that are long enough to be nobody's by chance, and addresses that lead to one article.
"""

import re
from collections import defaultdict
from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from dateline.ground.provenance import normalise
from dateline.ground.urls import same_page_key
from dateline.records.types import Source, SourcePart, Spot

FEWEST_WORDS: Final = 12
"""Shorter paragraphs may be equal by chance, or stand on every page of a publisher: "Read more", "Photo: AFP"."""

_SIGNS: Final = re.compile(r"\W+")
_SEVERAL: Final = 2
_ALIKE: Final = 0.8
"""How much of a text's length is left when somebody edits it a little."""

Sources = Mapping[str, Source]
"""Sources by their ids, in the order of their publication."""


@dataclass(frozen=True, slots=True)
class SameText:
    """A source that has something of an earlier one."""

    earlier: Source
    later: Source
    paragraphs: tuple[tuple[int, int], ...] = ()
    """The places, in the earlier and in the later source, of the paragraphs that they share."""
    at_one_address: bool = False


def is_telling(paragraph: SourcePart) -> bool:
    """Return whether a paragraph with the same fingerprint is the same text, and not a phrase that many have."""
    return paragraph.sha256 is not None and (paragraph.words is None or paragraph.words >= FEWEST_WORDS)


class Firsts(NamedTuple):
    """Which source had what first; it takes long to find, so whoever asks twice keeps it."""

    with_text: Mapping[str, tuple[str, int]]
    """The first source that has a text, and where, by fingerprint."""
    at_address: Mapping[str, str]
    """The first source of an address, by each other that has it too."""


def firsts(sources: Sources) -> Firsts:
    """Return which source had each text, and each address, first."""
    return Firsts(_first_with(sources), _first_at(sources))


def originals(sources: Sources, first: Firsts | None = None) -> Mapping[str, Mapping[Spot, str]]:
    """Return, by source and what it is cited by, the source whose text it is, where that is another one."""
    found: dict[str, dict[Spot, str]] = {}
    known = first or firsts(sources)
    for source in sources.values():
        theirs: dict[Spot, str] = {}
        for paragraph in source.parts:
            origin = _original(sources, source, paragraph, known.with_text, known.at_address)
            if origin != source.id:
                theirs[paragraph.spot] = origin
        if theirs:
            found[source.id] = theirs
    return found


def shared_texts(sources: Sources) -> Mapping[tuple[str, Spot], Hashable]:
    """Return what stands for its text, by source and what it is cited by, where several sources have that text."""
    texts: dict[tuple[str, Spot], Hashable] = {}
    owners: defaultdict[Hashable, set[str]] = defaultdict(set)
    for source in sources.values():
        for paragraph in source.parts:
            last, found = _followed(sources, source, paragraph)
            if all(found is not one for one in last.parts):  # nobody can tell which of its paragraphs it is
                last, found = source, paragraph
            text = texts[source.id, paragraph.spot] = found.sha256 if is_telling(found) else (last.id, found.spot)
            owners[text].add(source.id)
    return {place: text for place, text in texts.items() if len(owners[text]) > 1}


def unrecorded(sources: Sources, known: Firsts | None = None) -> Iterator[SameText]:
    """Yield each source that shares an address or telling paragraphs with an earlier one, and does not say so."""
    first_with, first_at = known or firsts(sources)
    for source in sources.values():
        at = first_at.get(source.id, source.id)
        if at != source.id and not _are_related(sources, source.id, at):
            yield SameText(sources[at], source, at_one_address=True)
        shared: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
        for index, paragraph in enumerate(source.parts):
            first, place = first_with.get(paragraph.sha256 or "", (source.id, index))
            if is_telling(paragraph) and first not in {source.id, at}:
                shared[first].append((place, index))
        for first, places in shared.items():
            bare = [pair for pair in places if not _is_said(sources, sources[first], source, pair)]
            if bare:
                yield SameText(sources[first], source, paragraphs=tuple(bare))


def nearly_same(sources: Sources) -> Iterator[SameText]:
    """Yield each source with paragraphs that begin, end and are about as long as an earlier one's, and yet differ.

    Such a text may be the earlier one, edited; nothing but the texts themselves can tell.  One paragraph alone tells
    nothing, unless it is the whole: a publisher opens its reports from one town with the same words.
    """
    known: dict[tuple[str, str], tuple[str, int]] = {}
    found: defaultdict[tuple[str, str], list[tuple[int, int]]] = defaultdict(list)
    for source in sources.values():
        for index, paragraph in enumerate(source.parts):
            if paragraph.begins is None or paragraph.ends is None or not is_telling(paragraph):
                continue
            frame = _letters(paragraph.begins), _letters(paragraph.ends)
            first, place = known.setdefault(frame, (source.id, index))
            if first != source.id and _is_edited(sources[first].parts[place], paragraph):
                found[first, source.id].append((place, index))
    for (first, later), places in found.items():
        fewest = min(_SEVERAL, *(len(sources[id_].parts) for id_ in (first, later)))
        if len(places) >= fewest and not _are_related(sources, first, later):
            yield SameText(sources[first], sources[later], paragraphs=tuple(places))


def _letters(locator: str) -> str:
    """Return a locator without its signs and spaces: a tenth of the time that its normal form takes."""
    return _SIGNS.sub("", locator.casefold())


def _is_edited(one: SourcePart, other: SourcePart) -> bool:
    """Return whether two paragraphs differ, and are about as long, as far as that is told."""
    counts = [paragraph.words for paragraph in (one, other) if paragraph.words is not None]
    return one.sha256 != other.sha256 and min(counts, default=1) >= _ALIKE * max(counts, default=1)


@dataclass(frozen=True, slots=True)
class Match:
    """A source that has something of a text that is not recorded yet."""

    source: str
    at_one_address: bool
    paragraphs: tuple[tuple[int, int], ...]
    """The numbers of the paragraphs that are the same, in the new text and in the source."""


def matches(sources: Sources, address: str | None, texts: Sequence[tuple[str, int]]) -> list[Match]:
    """Return the sources that have the address or paragraphs of a text (fingerprint, words), the likeliest first."""
    key = same_page_key(address) if address is not None else None
    here = {sha256: number for number, (sha256, words) in enumerate(texts, 1) if words >= FEWEST_WORDS}
    addresses = _addresses(sources)
    found = []
    for source in sources.values():
        shared = tuple(
            (here[paragraph.sha256], paragraph.n)
            for paragraph in source.paragraphs
            if is_telling(paragraph) and paragraph.sha256 in here
        )
        if shared or key in addresses[source.id]:
            found.append(Match(source.id, key in addresses[source.id], tuple(sorted(shared))))
    return sorted(found, key=lambda match: (not match.at_one_address, -len(match.paragraphs)))


def _original(
    sources: Sources,
    source: Source,
    paragraph: SourcePart,
    first_with: Mapping[str, tuple[str, int]],
    first_at: Mapping[str, str],
) -> str:
    """Return the source whose text a paragraph is, by what is said, by its fingerprint, by the address."""
    said = _said_original(sources, source, paragraph)
    if said != source.id:
        return said
    if is_telling(paragraph):
        first, place = first_with[paragraph.sha256 or ""]
        if first != source.id:
            return _said_original(sources, sources[first], sources[first].parts[place])
    return first_at.get(source.id, source.id)


def _said_original(sources: Sources, source: Source, paragraph: SourcePart) -> str:
    return _followed(sources, source, paragraph)[0].id


def _followed(sources: Sources, source: Source, paragraph: SourcePart) -> tuple[Source, SourcePart]:
    """Follow `copy_of` from a paragraph to where it ends; a circle, which the check tells, is left where it begins."""
    seen = {source.id}
    while (copied := _copied(source, paragraph)) is not None:
        original = sources.get(copied)
        if original is None or original.id in seen:
            break
        seen.add(original.id)
        same = [one for one in original.parts if _is_copied_from(paragraph, one)]
        at_its_place = (one for one in same if one.spot == paragraph.spot)
        source, paragraph = original, next(at_its_place, same[0] if same else paragraph)
    return source, paragraph


def _is_copied_from(paragraph: SourcePart, other: SourcePart) -> bool:
    """Return whether a paragraph of a copy is this one of the original: by fingerprint, or else by where it begins."""
    if paragraph.sha256 is not None and other.sha256 is not None:
        return paragraph.sha256 == other.sha256
    if paragraph.begins is None or other.begins is None:
        return paragraph.begins == other.begins and paragraph.spot == other.spot
    ends = {_folded(one.ends) for one in (paragraph, other) if one.ends is not None}
    return _folded(paragraph.begins) == _folded(other.begins) and len(ends) <= 1


def _folded(locator: str) -> str:
    return normalise(locator).casefold()


def _copied(source: Source, paragraph: SourcePart) -> str | None:
    copy = source.copy_of
    return copy.source if copy is not None and copy.covers(paragraph.spot) else None


def _first_with(sources: Sources) -> dict[str, tuple[str, int]]:
    """Return the first source that has a text, and where, by fingerprint; a copy that says so is not the first."""
    found: dict[str, tuple[str, int]] = {}
    said: dict[str, tuple[str, int]] = {}
    for source in sources.values():
        for index, paragraph in enumerate(source.parts):
            if is_telling(paragraph):
                into = found if _copied(source, paragraph) is None else said
                into.setdefault(paragraph.sha256 or "", (source.id, index))
    return said | found


def _first_at(sources: Sources) -> dict[str, str]:
    """Return, for each source whose address is another's as well, the first of them, or the one it is listed by."""
    listed = {
        same_page_key(copy.url): source.id
        for source in sources.values()
        for copy in source.copies
        if copy.url is not None
    }
    first: dict[str, str] = {}
    found: dict[str, str] = {}
    for source in sources.values():
        for address in filter(None, (source.url, *(one.url for one in source.archive))):
            key = same_page_key(address)
            one = first.setdefault(key, listed.get(key, source.id))
            if one != source.id:
                found.setdefault(source.id, one)
    return found


def _addresses(sources: Sources) -> dict[str, set[str]]:
    return {
        source.id: {
            same_page_key(address)
            for address in (
                source.url,
                *(one.url for one in source.archive),
                *(copy.url for copy in source.copies),
            )
            if address is not None
        }
        for source in sources.values()
    }


def _are_related(sources: Sources, one: str, other: str) -> bool:
    """Return whether both say that they are copies of one source, or one of the other."""
    return bool({*_line(sources, one)} & {*_line(sources, other)})


def _line(sources: Sources, id_: str) -> Iterator[str]:
    """Yield a source, what it is a copy of, what that is a copy of, and so on."""
    seen: set[str] = set()
    current: str | None = id_
    while current is not None and current not in seen:
        seen.add(current)
        yield current
        source = sources.get(current)
        current = source.copy_of.source if source is not None and source.copy_of is not None else None


def _is_said(sources: Sources, earlier: Source, later: Source, places: tuple[int, int]) -> bool:
    """Return whether one of two equal paragraphs is said to be copied from a line that both belong to."""
    parts = ((earlier, places[0]), (later, places[1]))
    covered = any(_copied(source, source.parts[place]) is not None for source, place in parts)
    return covered and _are_related(sources, earlier.id, later.id)
