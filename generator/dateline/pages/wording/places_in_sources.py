"""Where something stands in a source, as readers see it: ¶ 3, p. 4-27, lines 12–25, at 00:12:31, exhibit 7."""

from collections.abc import Callable, Iterable
from typing import Final

from dateline.ground.languages import ENGLISH, Language
from dateline.ground.places_as_typed import RANGE
from dateline.ground.schemes import Scheme, sides
from dateline.records.types import Source, SourcePart, Spot


def spot_in_words(source: Source, spot: Spot, language: Language = ENGLISH) -> str:
    """Return what is cited of a source: "¶ 3", "¶ 3, p. 12", "p. 4-27", "2.47.3"."""
    at = next((part.at for part in source.paragraphs if part.n == spot), None)
    return _in_words(source, spot, at, language)


def part_in_words(source: Source, part: SourcePart, language: Language = ENGLISH) -> str:
    """Return the same of a part that is at hand."""
    return _in_words(source, part.spot, part.at, language)


def _in_words(source: Source, spot: Spot, at: str | None, language: Language) -> str:
    """Return a passage by its place, a paragraph by its number and where it stands as well."""
    if isinstance(spot, str):
        return _placed(source, spot, language)
    return f"¶ {spot}" if at is None else f"¶ {spot}, {_placed(source, at, language)}"


def spots_in_words(source: Source, spots: Iterable[Spot], language: Language = ENGLISH) -> str:
    """Return several: "¶ 1, 2 and 5"; "p. 4-27 and p. 4-30"."""
    all_of_them = list(spots)
    numbers = [str(spot) for spot in all_of_them if isinstance(spot, int)]
    others = [_placed(source, spot, language) for spot in all_of_them if isinstance(spot, str)]
    return language.listed([*([f"¶ {language.listed(numbers)}"] if numbers else []), *others])


def _placed(source: Source, at: str, language: Language) -> str:
    scheme = source.scheme_of(at)
    return at if scheme is None else place_in_words(scheme, at, language)


def place_in_words(scheme: Scheme, at: str, language: Language = ENGLISH) -> str:
    """Return a place of a scheme in words."""
    first, last = sides(scheme, at)
    worded = _WORDED.get(scheme)
    return worded(first, last, language) if worded is not None else at.replace(RANGE, "–")


def _page(first: str, last: str | None, language: Language) -> str:
    if last is None:
        return language.gettext("p. %(page)s", page=first)
    return language.gettext("pp. %(first)s–%(last)s", first=first, last=last)


def _lines(first: str, last: str | None, language: Language) -> str:
    page, _, line = first.partition(":")
    if last is None:
        return language.gettext("p. %(page)s, line %(line)s", page=page, line=line)
    other, _, end = last.partition(":")
    if other == page:
        return language.gettext("p. %(page)s, lines %(first)s–%(last)s", page=page, first=line, last=end)
    return f"{_lines(first, None, language)} – {_lines(last, None, language)}"


def _section(first: str, last: str | None, language: Language) -> str:
    is_numbered = first[:1].isdecimal() and "§" not in first
    if last is None:
        return language.gettext("§ %(section)s", section=first) if is_numbered else first
    told = language.gettext("§§ %(first)s–%(last)s", first=first, last=last)
    words, space, _ = first.rpartition(" ")
    return told if is_numbered else f"{first}–{last.removeprefix(words + space)}"


def _time(first: str, last: str | None, language: Language) -> str:
    return language.gettext("at %(time)s", time=first) if last is None else f"{first}–{last}"


def _folio(first: str, last: str | None, language: Language) -> str:
    if last is None:
        return language.gettext("fol. %(folio)s", folio=first)
    return language.gettext("fols. %(first)s–%(last)s", first=first, last=last)


def _whole(_first: str, _last: str | None, language: Language) -> str:
    return language.gettext("the whole")


_WORDED: Final[dict[Scheme, Callable[[str, str | None, Language], str]]] = {
    "page": _page,
    "page-line": _lines,
    "section": _section,
    "time": _time,
    "folio": _folio,
    "whole": _whole,
}
"""How the places of each scheme are worded; those of others stand as they are."""


def parts_title(source: Source, language: Language) -> str:
    """Return what the list of a source's parts is headed by."""
    if not source.passages:
        return language.gettext("Paragraphs")
    return language.gettext("Paragraphs and passages") if source.paragraphs else language.gettext("Passages")


def parts_counted(source: Source, language: Language) -> str:
    """Return how many parts of a source are recorded, each kind alone: "12 paragraphs", "1 paragraph, 3 passages"."""
    paragraphs, passages = len(source.paragraphs), len(source.passages)
    told = [language.ngettext("%(count)s paragraph", "%(count)s paragraphs", paragraphs)] if paragraphs else []
    told += [language.ngettext("%(count)s passage", "%(count)s passages", passages)] if passages else []
    return language.listed(told)
