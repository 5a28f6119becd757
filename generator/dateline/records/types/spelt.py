"""Numbers in words: two hundred and fifty, half a million."""

import re
from decimal import Decimal
from typing import Final

SCALES: Final = {
    **dict.fromkeys(("k", "thousand", "thsd"), 10**3),
    **dict.fromkeys(("m", "mn", "mio", "million", "millions"), 10**6),
    **dict.fromkeys(("b", "bn", "mrd", "milliard", "milliards", "billion", "billions"), 10**9),
    **dict.fromkeys(("tn", "trillion", "trillions"), 10**12),
    **dict.fromkeys(("quadrillion",), 10**15),
    **dict.fromkeys(("quintillion",), 10**18),
    **dict.fromkeys(("hundred",), 100),
    **dict.fromkeys(("lakh", "lakhs"), 10**5),
    **dict.fromkeys(("crore", "crores"), 10**7),
    **dict.fromkeys(("万", "萬"), 10**4),
    **dict.fromkeys(("億", "亿"), 10**8),
    **dict.fromkeys(("兆",), 10**12),
    **dict.fromkeys(("dozen",), 12),
    **dict.fromkeys(("score",), 20),
}
_TENS: Final = ("thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_ONES: Final = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"),
)
_WORDS: Final = {
    **{word: Decimal(number) for number, word in enumerate(_ONES)},
    **{word: Decimal(10 * number) for number, word in enumerate(_TENS, 3)},
}
_NOTHING: Final = frozenset({"none", "nobody", "nil"})
_ONE_HALF: Final = Decimal("0.5")
_MOST_WITH_HALF: Final = 100
_HALF: Final = re.compile(r"(?:(?:a|one)[ -])?half(?:[ -]an?)?(?![a-z])\s*")
_AND_A_HALF: Final = re.compile(r"\s*\band (?:a|one) half(?![a-z])")
_SCALE: Final = re.compile(r"[\s-]*([a-z]+(?![^\W\d_])|[万萬億亿兆])\.?")
_OF_NUMBERS: Final = re.compile(
    rf"\b(?:{'|'.join(sorted({*_WORDS, *SCALES} - {'k', 'm', 'b'}))}"
    r"|hundreds|thousands|billions|trillions|dozens|scores|half|halves|thirds?|quarters?|fifths?|tenths?"
    r"|hundredths?|thousandths?|point|times|pairs?|couples?|gross)\b"
)
_NEXT_WORD: Final = re.compile(r"(?:\s*|-)([a-z]+)(?![a-z])")


def in_words(text: str) -> tuple[Decimal | None, str]:
    """Return the number in words that `text` begins with, None where there is none, and the text behind it."""
    word = _NEXT_WORD.match(text)
    if word and word[1] in _NOTHING:
        return (Decimal(0), "") if word.end() == len(text) else (None, text)
    if half := _HALF.match(text):  # half a million; half the village says no number
        number, left = scaled(_ONE_HALF, text[half.end() :])
        return (number, left) if number > _ONE_HALF or not left else (None, text)
    total, left, scale = _group(text)
    while total is not None and scale > 1:
        more, rest, lower = _group(_without_and(left))
        if more is None or more >= scale:
            break
        total, left, scale = total + more, rest, lower
    return total, left


def _without_and(text: str) -> str:
    return re.sub(r"^\s*and\b", "", text)


def _group(text: str) -> tuple[Decimal | None, str, Decimal]:
    """Return a number down to its scale, as "two hundred and fifty thousand", the text behind it, and the scale."""
    article = re.match(r"\s*an?(?![a-z])", text)
    number, left = (Decimal(1), text[article.end() :]) if article else _below_hundred(text)
    if number is None:
        return None, text, Decimal(1)
    if hundred := re.match(r"[\s-]*hundred(?![a-z])", left):
        number, left = number * 100, left[hundred.end() :]
        more, rest = _below_hundred(_without_and(left))
        number, left = (number + more, rest) if more is not None else (number, left)
    one, behind = and_a_half(number, left)
    whole, left = scaled(one, behind)
    if article and whole == 1:
        return None, text, Decimal(1)
    return whole, left, whole / one if one else Decimal(1)


def _below_hundred(text: str) -> tuple[Decimal | None, str]:
    word = _NEXT_WORD.match(text)
    if word is None or word[1] not in _WORDS:
        return None, text
    number, left = _WORDS[word[1]], text[word.end() :]
    one = _NEXT_WORD.match(left)
    if word[1] in {"twenty", *_TENS} and one and one[1] in _ONES[1:10]:
        return number + _WORDS[one[1]], left[one.end() :]
    return number, left


def and_a_half(number: Decimal, left: str) -> tuple[Decimal, str]:
    """Add the half of "two and a half", where it stands behind a number."""
    half = _AND_A_HALF.match(left)
    is_small = number < _MOST_WITH_HALF and number == number.to_integral_value()
    return (number + _ONE_HALF, left[half.end() :]) if half and is_small else (number, left)


def scaled(number: Decimal, left: str) -> tuple[Decimal, str]:
    """Multiply a number with the scales behind it, as million."""
    scale = _SCALE.match(left)
    while scale and scale[1] in SCALES:
        number, left = number * SCALES[scale[1]], left[scale.end() :]
        scale = _SCALE.match(left)
    return number, left


def has_number_words(text: str) -> bool:
    """Return whether a text has a word in it that may be part of a number."""
    return _OF_NUMBERS.search(text) is not None
