"""Whether a text names a number, a day or a name: in digits or words, in the text's language.

Everything is compared in a plain form: folded case, no accents or vowel signs, digits as
0-9, letters that keyboards have in two forms as one.  Where in doubt, a text is said to
name what is looked for: the lint finds slips, and must not cry wolf.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Final

from babel import Locale, UnknownLocaleError
from num2words import num2words

from dateline.editing.verification import lexicon
from dateline.ground.dates import Day
from dateline.ground.keyboard import with_all_digits_plain
from dateline.ground.provenance import normalise

_POSSESSIVE: Final = re.compile(r"'s\b", re.IGNORECASE)
_INITIALS: Final = re.compile(r"(?<![^\W\d_])(?:[^\W\d_]\.){2,}")
_FRACTIONS: Final = str.maketrans({"½": ".5", "¼": ".25", "¾": ".75"})
_BARE_FRACTION: Final = re.compile(r"(?<!\d)(?=[½¼¾])")
_APOSTROPHES: Final = "'`ʼʿʾʻ"
_JOINERS: Final = "\u200b\u200c\u200d\u2060\u00ad\u0640"
_JOINED: Final = str.maketrans(lexicon.LETTERS | lexicon.SIGNS | dict.fromkeys(_APOSTROPHES + _JOINERS, ""))
_APART: Final = str.maketrans(
    lexicon.LETTERS | lexicon.SIGNS | dict.fromkeys(_APOSTROPHES + "\u200c", " ") | {"\u00ad": ""}
)
_ACRONYM: Final = re.compile(r"[A-Z]{2,3}")
_ARABIC: Final = re.compile(r"[\u0600-\u06ff]")
_CYRILLIC_WORD: Final = re.compile(r"[\u0400-\u04ff]{4,}")
_HEBREW: Final = re.compile(r"[\u0590-\u05ff]")
_DEMONYM: Final = re.compile(r"(?:i|an|en|ian|rd|rk|ite|ni)$")


@lru_cache(maxsize=8192)
def plain(text: str) -> str:
    """Return `text` for comparison, with what apostrophes part joined: Shu'aytat is Shuaytat."""
    return _folded(text.casefold(), _JOINED)


@lru_cache(maxsize=8192)
def _apart(text: str) -> str:
    """Return `text` for comparison, parted where apostrophes are: l'Iran, Suriye'nin."""
    return _folded(text.casefold(), _APART)


@lru_cache(maxsize=8192)
def _cased(text: str) -> str:
    """Return `text` for comparison with its capitals: US is not us."""
    return _folded(text, _JOINED)


def _folded(text: str, table: dict[int, str]) -> str:
    whole = _BARE_FRACTION.sub("0", text).translate(_FRACTIONS)
    owned = _POSSESSIVE.sub("", normalise(whole))
    initials = _INITIALS.sub(lambda match: match[0].replace(".", ""), owned)
    bare = "".join(char for char in unicodedata.normalize("NFKD", initials) if not unicodedata.combining(char))
    digits = with_all_digits_plain(bare)
    return " ".join(digits.translate(table).split())


# --- names -----------------------------------------------------------------------------------------------------------


def names(text: str, known_as: Iterable[str], language: str = "") -> bool:
    """Return whether `text` has one of the names, as whole words in any of their forms.

    Two or three capitals (US, IS) are found only as capitals.
    """
    code = _code(language)
    for name in known_as:
        if _ACRONYM.fullmatch(_cased(name)):
            if re.search(rf"(?<!\w){_cased(name)}s?(?!\w)", _cased(text)):
                return True
        elif any(re.search(_name_pattern(form(name), code), form(text)) for form in (plain, _apart) if form(name)):
            return True
    return False


@lru_cache(maxsize=8192)
def _name_pattern(name: str, code: str) -> str:
    """Return a pattern for a name in plain form with what its language puts before or behind it."""
    escaped = re.escape(name)
    if _ARABIC.search(name):
        with_article = f"|[وف]?لل{re.escape(name[2:])}" if name.startswith("ال") else ""
        return rf"(?<!\w)(?:[وف]?[بلک]?{escaped}{with_article})(?!\w)"
    if _HEBREW.search(name):
        return rf"(?<!\w)[והבלמשכ]{{0,3}}{escaped}(?!\w)"
    if _CYRILLIC_WORD.search(name):
        inflected = [_inflected(word) for word in name.split()]
        return rf"(?<!\w){' '.join(inflected)}(?!\w)"
    plural = "s?" if code == "de" or _DEMONYM.search(name) else ""
    return rf"(?<!\w){escaped}{plural}(?!\w)"


def _inflected(word: str) -> str:
    """Return a pattern for a Cyrillic word in any of its cases: its stem and up to three letters."""
    if not _CYRILLIC_WORD.fullmatch(word):
        return re.escape(word)
    return rf"{re.escape(word[:-1] if word[-1] in 'аеиоуыэюяьії' else word)}[\u0400-\u04ff]{{0,3}}"


# --- numbers ---------------------------------------------------------------------------------------------------------

_MODEL: Final = re.compile(r"(?<![^\W\d_])([^\W\d_]{1,5})[-\u2010\u2011](?=\d)")
_GROUPED: Final = re.compile(r"(?<![\d.,])\d{1,3}(?:([ .,])\d{3})(?:\1\d{3})*(?!\d|[.,]\d)")
_BEFORE: Final = r"(?<![A-Za-z\u0400-\u04ff\d])(?<!\d[.,:])"
_AFTER: Final = r"(?!\d|[.,:]\d|(?:st|nd|rd|th)\b)"
_CONNECTORS: Final = frozenset({"and", "et", "y", "e", "و"})
_WORDS_BETWEEN: Final = r"(?:\w+ ){0,3}?"
_TENS: Final = range(20, 100, 10)
_DOZEN: Final = 12


def numbers(text: str, value: float, language: str) -> bool:
    """Return whether `text` has the number, in digits or in words of `language`."""
    return any(True for _ in _occurrences(text, value, language))


def exceeds(text: str, value: float, language: str) -> bool:
    """Return whether `text` has "more than" the number, in `language`."""
    return _bounded(text, value, language, lexicon.MORE, lexicon.MORE_AFTER)


def falls_short(text: str, value: float, language: str) -> bool:
    """Return whether `text` has "fewer than" the number, in `language`."""
    return _bounded(text, value, language, lexicon.FEWER, lexicon.FEWER_AFTER)


def has_number(text: str, language: str) -> bool:
    """Return whether `text` has any number at all, in digits or words; an article is none."""
    words = _number_words(_code(language)) | {plain(word) for word in lexicon.DOZENS.get(_code(language), ())}
    return any(char.isdigit() for char in plain(text)) or not words.isdisjoint(plain(text).split())


def _bounded(
    text: str,
    value: float,
    language: str,
    before: Mapping[str, tuple[str, ...]],
    after: Mapping[str, tuple[str, ...]],
) -> bool:
    code = _code(language)
    leads = _either(before.get(code, ()))
    follows = _either(after.get(code, ()))
    for found in _occurrences(text, value, language):
        head, tail = found.string[: found.start()], found.string[found.end() :]
        if (leads and re.search(rf"(?<!\w){leads} {_WORDS_BETWEEN}$", head)) or (
            follows and re.match(rf" ?{_WORDS_BETWEEN}{follows}(?!\w)", tail)
        ):
            return True
    return False


def _occurrences(text: str, value: float, language: str) -> Iterator[re.Match[str]]:
    """Yield where the number stands, in plain forms of the text."""
    code = _code(language)
    counted = _MODEL.sub(r"\1", text)  # of a T-90, ninety is no number
    plain_text = plain(counted)
    grouped = _GROUPED.sub(lambda match: re.sub(r"\D", "", match[0]), plain_text)
    for form in dict.fromkeys((plain_text, grouped, _apart(counted))):
        yield from re.finditer(_in_digits(value, code), form)
        for found in re.finditer(_in_words(value, code), form):
            if not _is_part_of_more(found, value, code):
                yield found


@lru_cache(maxsize=4096)
def _in_digits(value: float, code: str) -> str:
    scaled = [
        rf"{_BEFORE}{_digits(value / scale)} ?{_either(words)}(?!\w)"
        for scale, words in lexicon.SCALES.get(code, {}).items()
        if value and value >= scale / 10 and round(value / scale, 3) == value / scale
    ]
    return "|".join((f"{_BEFORE}{_digits(value)}{_AFTER}", *scaled))


def _digits(value: float) -> str:
    return str(int(value)) if value == int(value) else repr(float(value)).replace(".", "[.,]") + "0*"


@lru_cache(maxsize=4096)
def _in_words(value: float, code: str) -> str:
    """Return a pattern for the number in words; one that never matches where there are none."""
    if value != int(value):
        return r"(?!)"
    phrases = [_pattern_of(phrase, code) for phrase in _phrases(int(value), code)]
    phrases += [rf"(?:{word})" for word in map(plain, lexicon.ARTICLES.get(code, ())) if value == 1]
    prefix = "[وفبل]?" if code in {"ar", "fa"} else ""
    # Longest first, so that "fifteen hundred" is not found as "fifteen".
    either = "|".join(sorted(set(phrases), key=len, reverse=True))
    return rf"(?<!\w){prefix}(?:{either})(?!\w)" if either else r"(?!)"


def _phrases(value: int, code: str) -> Iterator[str]:
    yield from map(plain, lexicon.NUMBERS.get(code, {}).get(value, ()))
    for phrase in _cardinals(value, code):
        yield phrase
        yield phrase.replace(" and ", " ")
        yield re.sub(r"^ein(?=hundert|tausend)|^(?:одна|bir) (?=тысяч|bin)", "", phrase)
        if code == "en" and phrase.startswith("one "):
            yield f"a {phrase.removeprefix('one ')}"
    if value % _DOZEN == 0 and value:
        yield from _dozens(value // _DOZEN, code)


def _dozens(count: int, code: str) -> Iterator[str]:
    counts = (*_cardinals(count, code), str(count), *(lexicon.ARTICLES.get(code, ()) if count == 1 else ()))
    for word in lexicon.DOZENS.get(code, ()):
        for before in counts:
            yield f"{plain(before)} {word}"


def _cardinals(value: int, code: str) -> list[str]:
    try:
        words = plain(num2words(value, lang=code))
    except (NotImplementedError, OverflowError, KeyError, IndexError):
        return []
    return list(dict.fromkeys((words.replace(",", ""), words)))


def _pattern_of(phrase: str, code: str) -> str:
    """Return a pattern for a phrase in which each word may stand in another form of it."""
    words = phrase.split()
    if code == "tr":
        return " ?".join(re.escape(part) for word in words for part in _turkish_parts(word))
    if code == "ar":
        return " ".join(_bent(word, code) for word in words).replace("(?:و) ", "و ?")
    return " ".join(_bent(word, code) for word in words)


@lru_cache(maxsize=1)
def _turkish_part() -> re.Pattern[str]:
    parts = sorted(map(plain, lexicon.TURKISH_PARTS), key=len, reverse=True)
    return re.compile("|".join(parts))


def _turkish_parts(word: str) -> list[str]:
    parts = _turkish_part().findall(word)
    return parts if "".join(parts) == word else [word]


@lru_cache(maxsize=4096)
def _bent(word: str, code: str) -> str:
    forms = {plain(form) for family in lexicon.BENT.get(code, ()) for form in family if word in map(plain, family)}
    return _either(forms | {word})


def _either(words: Iterable[str]) -> str:
    """Return a pattern for any of the words, longest first; empty where there are none."""
    escaped = sorted({re.escape(plain(word)) for word in words}, key=len, reverse=True)
    return f"(?:{'|'.join(escaped)})" if escaped else ""


def _is_part_of_more(found: re.Match[str], value: float, code: str) -> bool:
    """Return whether a number word found is only a part of a longer number: the one in "twenty-one"."""
    head, tail = found.string[: found.start()].split()[-2:], found.string[found.end() :].split()[:2]
    words, tens = _number_words(code), _words_of(_TENS, code)
    if plain(found[0]) in map(plain, lexicon.ARTICLES.get(code, ())):
        return bool(tail) and tail[0] in words | set(lexicon.DOZENS.get(code, ()))
    if (tail and tail[0] in words) or (head and head[-1] in words):
        return True
    if found[0] in {"a dozen", "half dozen"} and head and head[-1] == "half":
        return True
    if code == "ar" and tail and tail[0].startswith("و") and tail[0].removeprefix("و") in tens and value < _TENS.start:
        return True
    is_joined_after = len(tail) > 1 and tail[0] in _CONNECTORS and value % 10 == 0
    is_joined_before = len(head) > 1 and head[-1] in _CONNECTORS
    units = _words_of(range(1, 10), code) | set(map(plain, lexicon.ARTICLES.get(code, ())))
    if is_joined_after and value >= (_TENS.start if code != "en" else 100) and tail[1] in units | tens:
        return True
    return is_joined_before and 0 < value < _TENS.start / 2 and code != "en" and head[0] in tens


@lru_cache(maxsize=64)
def _number_words(code: str) -> frozenset[str]:
    scale_words = {plain(word) for words in lexicon.SCALES.get(code, {}).values() for word in words if len(word) > 1}
    return _words_of((*range(1, 21), *_TENS, 100, 1000), code) | scale_words - {"mn", "bn"}


@lru_cache(maxsize=64)
def _words_of(values: Iterable[int], code: str) -> frozenset[str]:
    """Return the words of numbers, with their forms, without articles and words that join."""
    words = {word.rstrip(",") for value in values for phrase in _cardinals(value, code) for word in phrase.split()}
    families = lexicon.BENT.get(code, ())
    forms = {plain(form) for family in families for form in family if words & set(map(plain, family))}
    return frozenset(words | forms) - _CONNECTORS - {plain(word) for word in lexicon.ARTICLES.get(code, ())}


# --- days ------------------------------------------------------------------------------------------------------------

_ORDINAL: Final = rf"(?: ?(?:{'|'.join(lexicon.ORDINAL_ENDINGS)})(?!\w)|\.)?"
_LINK: Final = rf"(?:[\s,./&()]|(?<!\w)(?:{'|'.join(lexicon.LINKS)})(?!\w)){{1,12}}"
_OTHER_DAYS: Final = 5


def days(text: str, day: Day, language: str) -> bool:
    """Return whether `text` names the day: with its month's name beside it, or in figures.

    A weekday alone does not name a day, and a year beside it has to be the day's.
    """
    pattern = _day_pattern(day, _code(language))
    return any(re.search(pattern, form(text)) for form in (plain, _apart))


def months(text: str, month: int, language: str) -> bool:
    """Return whether `text` names the month."""
    return any(re.search(rf"(?<!\w){_months(month, _code(language))}(?!\w)", form(text)) for form in (plain, _apart))


@lru_cache(maxsize=4096)
def _day_pattern(day: Day, code: str) -> str:
    month = rf"(?<!\w)[وبل]?{_months(day.month, code)}(?!\w)"
    number = rf"(?:(?<!\d)0?{day.day}(?!\d){_ORDINAL}|(?<!\w){_either(_ordinals(day.day, code))}(?!\w))"
    other = rf"\d{{1,2}}(?!\d){_ORDINAL}"
    not_another_year = rf"(?!{_LINK}(?!{day.year})(?:1[89]|20)\d\d(?!\d))"
    year = rf"(?:{day.year}|{day.year % 100:02})"
    beside = [
        rf"{number}(?:{_LINK}{other}){{0,{_OTHER_DAYS}}}{_LINK}{month}{not_another_year}",
        rf"{month}{_LINK}(?:{other}{_LINK}){{0,{_OTHER_DAYS}}}{number}{not_another_year}",
    ]
    figures = [
        rf"(?<!\d){day.year}[ ./]0?{day.month}[ ./]0?{day.day}(?!\d)",
        rf"(?<!\d){day.year} ?年 ?0?{day.month} ?月 ?0?{day.day}(?!\d)",
        rf"(?<!\d)0?{day.day}(?:[./ ]|\. )0?{day.month}(?:[./ ]|\. ){year}(?!\d)",
    ]
    if code == "en":
        figures.append(rf"(?<!\d)0?{day.month}[/ ]0?{day.day}[/ ]{year}(?!\d)")
    return "|".join((beside if _month_names(day.month, code) else []) + figures)


def _ordinals(number: int, code: str) -> list[str]:
    try:
        return [num2words(number, lang=code, to="ordinal"), *_cardinals(number, code)]
    except (NotImplementedError, OverflowError, KeyError, IndexError, TypeError):
        return _cardinals(number, code) or [str(number)]


def _months(month: int, code: str) -> str:
    return _either(_month_names(month, code)) or "(?!)"


@lru_cache(maxsize=256)
def _month_names(month: int, code: str) -> frozenset[str]:
    found = set(map(plain, lexicon.MONTHS_BESIDE.get((code, month), ())))
    for name in lexicon.MONTH_LOCALES.get(code, (code,)):
        try:
            locale = Locale.parse(name)
        except (UnknownLocaleError, ValueError, TypeError):
            continue
        for context in ("format", "stand-alone"):
            for width in ("wide", "abbreviated"):
                found.add(plain(locale.months[context][width][month]).rstrip("."))
    return frozenset(name for name in found if not name.isdigit())


def _code(language: str) -> str:
    return language.partition("-")[0].lower()
