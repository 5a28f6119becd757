"""What a paragraph names by the reading lint's own lexicon, each with the few words that it rests on.

The lint asks whether a text names what a record says; here it is asked the other way about, and with doubts on the
other side: what no word of the text gives is not found, and what a word leaves open is left open.
"""

# ruff: noqa: RUF001 - letters of other scripts are the point

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final

from dateline.editing.verification import lexicon, wording
from dateline.ground.dates import Day
from dateline.ground.extraction.found_days import days_in
from dateline.records.types import Actor, Place
from dateline.records.types.dated_facts import every_name

MOST_WORDS: Final = 8
_NUMBER_WORDS: Final = 5
_DAY_WORDS: Final = 6
_AROUND: Final = 2
_NEAR: Final = 3
_SIMPLE: Final = (*range(1, 101), *range(200, 1001, 100), 1500, *range(2000, 10_001, 1000))
"""Numbers that are looked for in words; larger ones are written in digits."""
_DIGITS: Final = re.compile(r"\d+(?:[ .,]\d{3})*(?:[.,]\d{1,2})?")
_LOOSE: Final = 3
"""Up to it, words such as "both", "once" and "pair" stand for numbers, and mostly count nothing."""
_BESIDE: Final = '.,;:!?()"”“،؛'
_YEAR: Final = range(1900, 2100)
_CLOCK: Final = re.compile(
    r"\d{1,2}[:.h]\d{2}(?!\d)|^\W*(?:[ap]\.?m\b|o.?clock|gmt|utc|uhr|heures?|hours?|year-?old)", re.IGNORECASE
)
_RANGE: Final = re.compile(r"\d\s*[-\u2010-\u2015]\s*\d")
_AGED: Final = frozenset({"aged", "age", "ages"})
_OF_A_SET: Final = frozenset({"of", "another", "day", "side", "hand", "by", "more", "thing"})
"""What makes "one" no number of anything."""
_STOP: Final = re.compile(r"[.!?؟…۔](?:[\"'”’»)\]]*)\s")


@dataclass(frozen=True, slots=True)
class Named:
    """An actor or place that a paragraph names, and by which words."""

    id: str
    words: str


@dataclass(frozen=True, slots=True)
class FoundNumber:
    """A number that a paragraph gives, whether it bounds what is counted, and by which words."""

    value: float
    key: str | None
    """`exact`, `min` or `max`; None where a word before it leaves that open."""
    words: str


@dataclass(frozen=True, slots=True)
class FoundDay:
    """A day that a paragraph names; whether its year stands there too."""

    day: Day
    words: str
    has_year: bool


@dataclass(frozen=True, slots=True)
class NamedParts:
    """All that is found in one paragraph."""

    speakers: tuple[Named, ...]
    """Actors in a sentence in which somebody says something."""
    actors: tuple[Named, ...]
    """The others."""
    places: tuple[Named, ...]
    numbers: tuple[FoundNumber, ...]
    days: tuple[FoundDay, ...]


def named_parts(
    text: str, language: str, actors: Mapping[str, Actor], places: Mapping[str, Place], published: Day | None
) -> NamedParts:
    """Return what a paragraph names."""
    days = tuple(_days(text, language, published))
    numbers = tuple(_numbers(text, language, [found.words for found in days]))
    who = list(_named(text, language, actors))
    said = {found.id for found in who if _says(text, language, actors[found.id])}
    return NamedParts(
        speakers=tuple(found for found in who if found.id in said),
        actors=tuple(found for found in who if found.id not in said),
        places=tuple(_named(text, language, places)),
        numbers=numbers,
        days=days,
    )


# --- names -----------------------------------------------------------------------------------------------------------


def _named(text: str, language: str, records: Mapping[str, Actor] | Mapping[str, Place]) -> Iterator[Named]:
    for id_, record in records.items():
        names = every_name(record)
        if wording.names(text, names, language):
            words = _fewest(text, MOST_WORDS, partial(_is_named, names, language))
            if words is not None:
                yield Named(id_, words)


def _is_named(names: Iterable[str], language: str, piece: str) -> bool:
    return wording.names(piece, names, language)


def _has_day(day: Day, piece: str) -> bool:
    return day in days_in(piece)


def _has_day_of(day: Day, language: str, piece: str) -> bool:
    return wording.days(piece, day, language)


def _says(text: str, language: str, actor: Actor) -> bool:
    """Return whether a sentence that names the actor has a word of saying."""
    verbs = lexicon.SAYING.get(language.partition("-")[0].lower(), ())
    sentences = _STOP.sub(lambda stop: f"{stop[0]}\n", text).split("\n")
    return any(
        wording.names(sentence, every_name(actor), language) and any(_has_word(sentence, verb) for verb in verbs)
        for sentence in sentences
    )


def _has_word(text: str, word: str) -> bool:
    prefix = "[وف]?" if re.search("[\u0600-\u06ff]", word) else ""
    return re.search(rf"(?<!\w){prefix}{re.escape(wording.plain(word))}(?!\w)", wording.plain(text)) is not None


# --- numbers ---------------------------------------------------------------------------------------------------------


def _numbers(text: str, language: str, of_days: Sequence[str]) -> list[FoundNumber]:
    """Return the numbers of a text in their order; the six of "6 May" counts nothing."""
    bare = " ".join(text.split())
    for words in of_days:
        bare = bare.replace(words, "…")
    found: dict[str, FoundNumber] = {}
    for value in _candidates(bare, language):
        given = _words_of_number(bare, value, language) if wording.numbers(bare, value, language) else None
        if given is not None and not any(set(given.split()) <= set(other.split()) for other in found):
            found[given] = _bounded(bare, value, language, given)
    return [found[words] for words in sorted(found, key=bare.index)]


def _candidates(text: str, language: str) -> list[float]:
    """Return the numbers that may be in a text, those with a word such as "million" behind them first."""
    code = language.partition("-")[0].lower()
    digits = [_value(found) for found in _DIGITS.findall(wording.plain(text))]
    in_digits = {value for value in digits if value is not None and value not in _YEAR}
    known = lexicon.SCALES.get(code, {})
    scales = [scale for scale, words in known.items() if any(_has_word(text, word) for word in words)]
    scaled = {value * scale for value in (*in_digits, *map(float, _SIMPLE[:20])) for scale in scales}
    return [*sorted(scaled), *sorted(in_digits, reverse=True), *sorted(map(float, _SIMPLE), reverse=True)]


def _value(digits: str) -> float | None:
    whole = re.sub(r"[ .,](?=\d{3}(?!\d))", "", digits)
    try:
        return float(whole.replace(",", "."))
    except ValueError:
        return None


def _words_of_number(text: str, value: float, language: str) -> str | None:
    """Return the fewest words that give a number, where it counts something: no article, time of day or age."""
    words, loose = text.split(), _loose(value, language)
    counting = ["…" if wording.plain(word).strip(_BESIDE) in loose else word for word in words]
    for first, last in _windows(len(words), _NUMBER_WORDS):
        piece = " ".join(counting[first:last])
        if "…" in piece or not wording.numbers(piece, value, language):
            continue
        around = " ".join(words[max(0, first - _AROUND) : last + _AROUND])
        behind = words[last] if last < len(words) else ""
        is_one_of = value == 1 and wording.plain(behind).strip(_BESIDE) in _OF_A_SET
        is_age = not _AGED.isdisjoint(map(wording.plain, words[max(0, first - _NEAR) : first]))
        if wording.numbers(around, value, language) and not (is_one_of or is_age or _is_time(piece, behind)):
            return piece.strip(_BESIDE)
        counting[first:last] = ["…"] * (last - first)
    return None


def _loose(value: float, language: str) -> set[str]:
    """Return the words that may stand for a number, and mostly count nothing: "a", "both", "once"."""
    code = language.partition("-")[0].lower()
    beside = lexicon.NUMBERS.get(code, {}).get(int(value), ()) if value <= _LOOSE else ()
    return set(map(wording.plain, (*(lexicon.ARTICLES.get(code, ()) if value == 1 else ()), *beside)))


def _is_time(piece: str, behind: str) -> bool:
    return _CLOCK.search(piece) is not None or _CLOCK.match(behind) is not None


def _bounded(text: str, value: float, language: str, words: str) -> FoundNumber:
    """Return a number with what it is: exact, or a bound that words of the lexicon make of it."""
    at = text.index(words)
    before, after = text[:at].split()[-_NEAR:], text[at + len(words) :].split()[:_AROUND]
    wider = [" ".join([*before[start:], words]) for start in reversed(range(len(before)))]
    wider += [" ".join([words, *after[:count]]) for count in range(1, len(after) + 1)]
    for piece in wider:
        if wording.exceeds(piece, value, language):
            return FoundNumber(value + 1, "min", piece)
        if wording.falls_short(piece, value, language):
            return FoundNumber(value - 1, "max", piece)
    hedges = sorted(lexicon.HEDGES.get(language.partition("-")[0].lower(), ()), key=len, reverse=True)
    hedged = next((piece for hedge in hedges for piece in wider[: len(before)] if _has_word(piece, hedge)), None)
    is_range = bool(after and wording.plain(after[0]) in lexicon.RANGES) or _RANGE.search(words) is not None
    if hedged is not None or is_range:
        return FoundNumber(value, None, hedged or words)
    return FoundNumber(value, "exact", words)


# --- days ------------------------------------------------------------------------------------------------------------


def _days(text: str, language: str, published: Day | None) -> Iterator[FoundDay]:
    with_year = days_in(text)
    for day in with_year:
        words = _fewest(text, MOST_WORDS, partial(_has_day, day))
        if words is not None:
            yield FoundDay(day, words, has_year=True)
    if published is None or not any(wording.months(text, month, language) for month in range(1, 13)):
        return
    known = {(day.month, day.day) for day in with_year}
    for back in range(366):
        day = published.shifted(-back)
        if (day.month, day.day) in known or not wording.months(text, day.month, language):
            continue
        words = (
            _fewest(text, _DAY_WORDS, partial(_has_day_of, day, language)) if _has_day_of(day, language, text) else None
        )
        if words is not None:
            known.add((day.month, day.day))
            yield FoundDay(day, words, has_year=False)


# --- the fewest words ------------------------------------------------------------------------------------------------


def _fewest(text: str, most: int, holds: Callable[[str], bool]) -> str | None:
    """Return the fewest words of a text, at most so many, of which something holds; None where there are none."""
    words = text.split()
    for first, last in _windows(len(words), most):
        piece = " ".join(words[first:last])
        if holds(piece):
            return piece.strip(_BESIDE)
    return None


def _windows(count: int, most: int) -> Iterable[tuple[int, int]]:
    return ((first, first + size) for size in range(1, most + 1) for first in range(count - size + 1))
