"""What a number says that somebody typed: its bounds, in what it counts, and what the number alone would lose."""

# ruff: noqa: RUF001 - signs that look like others are what it is about

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Context, Decimal, InvalidOperation
from typing import Final

from dateline.ground import keyboard
from dateline.records.types import amounts_abroad, amounts_counted
from dateline.records.types.spelt import SCALES, and_a_half, has_number_words, in_words, scaled

EXACT_DIGITS: Final = 15
"""So many digits of a number every tool keeps; a longer whole number stands in quotes."""
MAX_DIGITS: Final = 30
CONTEXT: Final = Context(prec=80)
_MAX_TYPED: Final = 80
_GROUP: Final = 3
_SIGNS: Final = str.maketrans(
    {**dict.fromkeys(keyboard.HYPHENS + keyboard.DASHES, "-"), "٫": ".", "٬": ",", "’": "'", "⁄": "/", "≈": "~"}
)
_GROUP_OR_FRACTION: Final = re.compile(
    rf"(?<![\d.,])[1-9]\d{{0,2}}\.\d{{3}}(?![\d.,]*\d)(?!\s*(?:{'|'.join(SCALES)})(?![^\W\d_]))"
)
"""What is thousands where points group digits, and a fraction elsewhere."""
_PRICE: Final = re.compile(r"(?<=\d)[.,]-{1,2}(?=\s|$)")
"""No pence: 5,- and 5.–"""
_GROUPS: Final = re.compile(r"\d{1,3}(?:(?P<sep>[ ,.'_])\d{3})(?:(?P=sep)\d{3})*|\d{1,2}(?:,\d{2})+,\d{3}|\d+(?:_\d+)+")
_NUMBER: Final = re.compile(r"(?P<whole>\d[\d ,.'_]*\d|\d|(?=[.]\d))(?P<power>[eE][+-]?\d{1,2})?(?P<fraction>[.]\d+)?")
_ABOUT: Final = (
    r"~|about|around|approximately|approx\.?|roughly|circa|ca\.?|c\."
    r"|some|an estimated|estimated|est\.?|nearly|almost|close to"
)
_PLUS: Final = r"\+"
_LEAST: Final = r">=|≥|at least|a minimum of|minimum of|minimum|min\.?|no fewer than|no less than|not less than"
_OVER: Final = r">|over|just over|well over|more than|slightly more than|above|upwards of|in excess of|exceeding"
_MOST: Final = r"<=|≤|at most|maximum of|maximum|max\.?|up to|as many as|no more than|not more than"
_UNDER: Final = r"<|under|just under|well under|fewer than|less than|slightly less than|below"
_BEFORE: Final = re.compile(
    rf"(?:(?P<least>{_LEAST})|(?P<over>{_OVER})|(?P<most>{_MOST})|(?P<under>{_UNDER})|(?P<about>{_ABOUT})|{_PLUS})(?![a-z])\s*",
)
_AFTER: Final = re.compile(
    r"[\s-]*(?:(?P<least>(?<!-)\+|plus|or more|and more|at least|and above|or over)|(?P<over>odd)(?![a-z])"
    r"|(?P<most>or less|or fewer|at most|maximum|max)|(?P<about>or so|ish|approx\.?|\(approx\.?\)|~|give or take))"
)
_BETWEEN: Final = re.compile(r"(?:(?P<between>between)|from)\b\s*")
_TO: Final = re.compile(r"(?<![\d.]e)-|\.\.\.?|…|~|\bto\b|\bor\b|\buntil\b")
_AND: Final = re.compile(r"\band\b")
_BELOW_ZERO: Final = re.compile(r"(?:-|minus)\s*(?=\d)")
_BUT: Final = re.compile(r"\s*[,;]?\s*\b(?:but|and)\b\s*|\s*[,;]\s*")
_OUT_OF: Final = re.compile(
    r"(?P<part>.+?)\s+(?:out of|of|von|aus|sur|de|di|su|van|из|z|av|من)\s+"
    r"(?:(?:the|a total of|all|its|their)\s+)?(?P<whole>.+)"
)
_GIVE_OR_TAKE: Final = re.compile(r"(?P<middle>.*?\S)\s*(?:±|\+/-|\+-|\bplus or minus\b)\s*(?P<margin>.+)")
_MONEY: Final = {
    "$": "dollars",
    "£": "pounds",
    "€": "euros",
    "¥": "¥",
    "₽": "roubles",
    "₹": "rupees",
    "₪": "shekels",
    "rs.": "rupees",
    "rs": "rupees",
}
_WITHOUT_NUMBERS: Final = re.compile(r"(?!'?[a-z]\b|(?:st|nd|rd|th)\b)(?:\s*+[(,;]?+\s*+[^\W\d_]++['’.)]*+)*+\s*+")
_TEN_TO_THE: Final = re.compile(
    r"(?:(?P<digits>\d[\d.,]*)\s*[x×*·⋅]\s*)?10\s*(?:\^|\*\*)\s*(?P<power>[+-]?\d{1,2})(?!\d)"
)
_MOST_PARTS: Final = 10
_VAGUE: Final = re.compile(r"1?0+s")
_MILLION_OR_METRES: Final = re.compile(r"(\d[\d.,]*)\s*m")
_MILLION_OR_MILLIMETRES: Final = re.compile(r"([$£€¥₽₹₪]?\s*\d[\d.,]*)\s*mm")
_THOUSAND_OR_KELVIN: Final = re.compile(r"\s*(\d[\d.,]*)\s+K\s*")
_TO_ANOTHER: Final = re.compile(r"\b(?:to|or) (?:an?|one)\b")
"""The end of a range in words behind its beginning: six months to a year."""
_PERHAPS_METRES: Final = re.compile(r"[^$£€¥₽₹₪]*\d\s*m\b[^$£€¥₽₹₪]*")
_HOURS: Final = re.compile(r"[:/.]?\d|[:/]")
_RAISED: Final = re.compile(r"[⁺⁻]?[⁰¹²³⁴-⁹]+")
_SCALE_OR_NUMBER: Final = re.compile(r"[a-z]+|[0-9]+")
_LETTERS_FOR_ZEROS: Final = re.compile(r"(?<!^0)(?<=\d)o+(?=\d*$)")
_BASED: Final = re.compile(r"0[xX][0-9a-fA-F]+|0[oO][0-7]+|0[bB][01]+")


@dataclass(frozen=True, slots=True)
class TypedAmount:
    """What a text says about a number: its bounds, and what the number alone would lose."""

    low: Decimal | None = None
    high: Decimal | None = None
    is_about: bool = False
    item: str = ""
    is_worded: bool = False
    unit: str = ""
    currency: str = ""
    out_of: Decimal | None = None

    @property
    def is_point(self) -> bool:
        """Whether the bounds are one number."""
        return self.low is not None and self.low == self.high

    @property
    def has_number(self) -> bool:
        """Whether it has any bound."""
        return self.low is not None or self.high is not None


def readings(typed: str) -> Iterator[TypedAmount]:
    """Yield what `typed` may say: one reading, or several where it is ambiguous."""
    number, currency = amounts_counted.money(typed)
    for said in _readings(number):
        if not (currency and said.unit):  # €5m is no length
            yield replace(said, currency=currency) if currency and said.has_number else said


def _readings(typed: str) -> Iterator[TypedAmount]:
    text = folded(typed)
    if len(text) > _MAX_TYPED or _VAGUE.fullmatch(text):
        yield TypedAmount()
    elif _BASED.fullmatch(text):
        yield _point(Decimal(int(text, 0)))
    elif _GROUP_OR_FRACTION.search(text):
        yield from _in_words(_GROUP_OR_FRACTION.sub(lambda match: match[0].replace(".", ""), text))
        yield from _in_words(text)
    elif match := _THOUSAND_OR_KELVIN.fullmatch(typed):
        yield bound(text) or TypedAmount()
        yield replace(bound(match[1]) or TypedAmount(), unit="K")
    elif match := _MILLION_OR_MILLIMETRES.fullmatch(text):
        yield bound(f"{match[1]} million") or TypedAmount()
        yield replace(bound(match[1]) or TypedAmount(), unit="mm")
    elif match := _MILLION_OR_METRES.fullmatch(text):
        yield bound(text) or TypedAmount()
        yield replace(bound(match[1]) or TypedAmount(), unit="m")
    elif _PERHAPS_METRES.fullmatch(text):
        yield TypedAmount()
    else:
        yield from _in_words(text)


def _in_words(text: str) -> Iterator[TypedAmount]:
    """Yield what a text in words says: in English as it stands, in other languages once for each reading."""
    for english in amounts_abroad.in_english(text):
        readers = (bound, _range, _with_margin, _two_bounds, _share)
        said = next(filter(None, (read(english) for read in readers)), TypedAmount())
        yield _short(replace(said, is_worded=True) if english != text and said.has_number else said)


def _short(said: TypedAmount) -> TypedAmount:
    """Leave numbers to the wording that are longer than a record holds."""
    bounds = [bound for bound in (said.low, said.high) if bound is not None]
    return TypedAmount() if any(abs(bound) >= 10**MAX_DIGITS for bound in bounds) else said


def folded(typed: str) -> str:
    """Fold digits of any script, spaces, dashes and fractions into those of a keyboard."""
    raised = _RAISED.sub(lambda power: f"^{power[0]}", typed)
    spaced = "".join(
        f" {char}" if unicodedata.decomposition(char).startswith("<fraction>") else char for char in raised
    )
    text = unicodedata.normalize("NFKC", spaced).translate(_SIGNS)
    lower = _PRICE.sub("", " ".join(keyboard.with_plain_digits(text).lower().split()))
    return _LETTERS_FOR_ZEROS.sub(lambda letters: "0" * len(letters[0]), lower)


def _point(number: Decimal) -> TypedAmount:
    return TypedAmount(number, number)


def _range(text: str) -> TypedAmount | None:
    """Return what two numbers say that the text gives as the ends of a range."""
    before = _BEFORE.match(text)
    is_about = bool(before and before["about"])
    inner = text[before.end() :] if before and is_about else text
    between = _BETWEEN.match(inner)
    inner = inner[between.end() :] if between else inner
    signs = _AND if between and between["between"] else _TO
    found = (_ends(inner[: sign.start()].strip(), inner[sign.end() :].strip()) for sign in signs.finditer(inner))
    said = next(filter(None, found), None)
    return replace(said, is_about=is_about) if said else None


def _ends(below: str, above: str) -> TypedAmount | None:
    low, high = _end(below), _end(above)
    if low is None or high is None or low.low is None or high.low is None or not low.is_point or low.is_about:
        return None
    lowest = low.low
    scale = _shared_scale(above)
    if _scale_of(below) == 1 and lowest * scale <= high.low:  # 2-3 million
        lowest *= scale
    if lowest > high.low and max(lowest, high.low) <= 0 and high.is_point:  # from -3 to -5
        lowest, high = high.low, replace(high, low=lowest, high=lowest)
    if high.low is None or lowest > high.low or high.is_about or (low.unit and high.unit not in {"", low.unit}):
        return None
    is_worded = high.is_worded or low.is_worded or not high.is_point
    return TypedAmount(lowest, high.high, item=high.item or low.item, is_worded=is_worded, unit=high.unit or low.unit)


def _end(text: str) -> TypedAmount | None:
    """Return what an end of a range says, which may lie below zero."""
    sign = _BELOW_ZERO.match(text)
    said = bound(text[sign.end() :]) if sign else bound(text)
    if sign is None or said is None:
        return said
    return replace(said, low=-said.low, high=-said.low) if said.is_point and said.low is not None else None


def _two_bounds(text: str) -> TypedAmount | None:
    """Return what a least number and a greatest one say, as "at least 10, at most 20"."""
    for sign in _BUT.finditer(text):
        least, most = bound(text[: sign.start()]), bound(text[sign.end() :])
        if least is None or most is None or least.high is not None or most.low is not None:
            continue
        if least.low is not None and most.high is not None and least.low <= most.high:
            return TypedAmount(least.low, most.high, item=most.item or least.item, is_worded=True, unit=most.unit)
    return None


def _share(text: str) -> TypedAmount | None:
    """Return what "7 out of 12" says."""
    match = _OUT_OF.fullmatch(text)
    part, whole = (bound(match["part"]), bound(match["whole"])) if match else (None, None)
    if part is None or whole is None or not whole.is_point or whole.is_about or whole.low is None or whole.unit:
        return None
    top = part.high if part.high is not None else part.low
    is_whole = all(one is None or one == one.to_integral_value() for one in (part.low, part.high, whole.low))
    if top is None or top > whole.low or not is_whole or part.item or whole.item or part.unit:
        return None
    return replace(part, out_of=whole.low, is_worded=part.is_worded or whole.is_worded)


def _with_margin(text: str) -> TypedAmount | None:
    """Return what a number says that the text gives with a margin to both sides."""
    match = _GIVE_OR_TAKE.fullmatch(text)
    if match is None:
        return None
    middle, margin = bound(match["middle"]), bound(match["margin"])
    if middle is None or margin is None or not (middle.is_point and margin.is_point):
        return None
    if middle.low is None or margin.low is None or margin.low > middle.low or (margin.item and not middle.item):
        return None
    if _scale_of(match["margin"]) > _scale_of(match["middle"]):  # 2 ± 1 million
        return None
    if middle.unit and margin.unit not in {"", middle.unit}:
        return None
    is_worded, unit = middle.is_worded or margin.is_worded, middle.unit or margin.unit
    return TypedAmount(middle.low - margin.low, middle.low + margin.low, middle.is_about, middle.item, is_worded, unit)


def _shared_scale(text: str) -> int:
    """Return the scale in which a number ends, which may be meant of the one before it as well.

    "Three hundred thousand men" ends in hundred thousands; "two hundred and six" in none.
    """
    scale = 1
    for word in reversed(_SCALE_OR_NUMBER.findall(text)):
        if word in SCALES:
            scale *= SCALES[word]
        elif scale > 1 or has_number_words(word) or word[0].isdigit():
            break
    return scale


def _scale_of(text: str) -> int:
    words = re.findall(r"[a-z]+", text)
    # "Two hundred and six lakh" is in lakhs, not in hundreds.
    return max((SCALES[word] for word in words if word in SCALES), default=1)


def bound(text: str) -> TypedAmount | None:
    """Return what one number with the words around it says."""
    before = _BEFORE.match(text)
    rest = text[before.end() :] if before else text
    number, item, left = _number(rest)
    if number is None:
        return None
    after = _AFTER.match(left)
    left = left[after.end() :] if after else left
    unit = amounts_counted.unit(left)
    left = "" if unit or left in {".", ","} else left
    if not _WITHOUT_NUMBERS.fullmatch(left) or has_number_words(left) or _TO_ANOTHER.search(left):
        return None
    said = replace(_point(number), item=item, is_worded=bool(left.strip()), unit=unit)
    for match in filter(None, (before, after)):
        groups = match.groupdict()
        said = replace(
            said,
            low=None if groups["most"] or groups.get("under") else said.low,
            high=None if groups["least"] or groups.get("over") else said.high,
            is_about=said.is_about or bool(groups["about"]),
            is_worded=said.is_worded or bool(groups.get("over") or groups.get("under")),
        )
    return said


def _number(text: str) -> tuple[Decimal | None, str, str]:
    """Return the number that `text` begins with, what it counts if a sign says so, and the text behind it."""
    money = next((sign for sign in _MONEY if text.startswith(sign)), "")
    text = text.removeprefix(money).lstrip()
    number, left = _digits(text)
    if number is None:
        number, left = in_words(text)
    if number is None:
        return None, "", text
    number, left = scaled(*and_a_half(number, left))
    if _HOURS.match(left):
        return None, "", text
    item = _MONEY.get(money, "")
    for sign, name in [*_MONEY.items(), *((sign, "per cent") for sign in sorted(amounts_counted.PER_CENT))]:
        if not item and re.match(rf"\s*{re.escape(sign)}(?![a-z])", left):
            item, left = name, left.lstrip().removeprefix(sign)
    return number, item, left


def _digits(text: str) -> tuple[Decimal | None, str]:
    if power := _TEN_TO_THE.match(text):
        factor = _ungrouped(power["digits"]) if power["digits"] else Decimal(1)
        return (None if factor is None else factor.scaleb(int(power["power"]))), text[power.end() :]
    match = _NUMBER.match(text)
    if match is None:
        return None, text
    digits, left = f"{match['whole']}{match['power'] or ''}{match['fraction'] or ''}", text[match.end() :]
    divided = re.match(r"\s*/\s*(\d+)", left)
    parts = digits.rsplit(" ", 1)
    if divided:  # 1/2, and 3½, which is folded into "3 1/2"
        top, bottom = decimal(parts[-1]), int(divided[1])
        base = _ungrouped(parts[0]) if len(parts) > 1 else Decimal(0)
        share = CONTEXT.divide(top, bottom) if top is not None and top < bottom <= _MOST_PARTS else None
        is_finite = share is not None and len(f"{share.normalize():f}") <= EXACT_DIGITS
        return (base + share, left[divided.end() :]) if is_finite and base is not None and share else (None, text)
    return _ungrouped(digits), left


def _ungrouped(digits: str) -> Decimal | None:
    """Return the number in digits that may be grouped, with a decimal point or a decimal comma."""
    power = re.search(r"e[+-]?\d+$", digits)
    mantissa, exponent = (digits[: power.start()], power[0]) if power else (digits, "")
    for point, comma in ((".", ","), (",", ".")):
        left, separator, right = mantissa.rpartition(point)
        groups = _GROUPS.fullmatch(left)
        if separator and comma not in right and right.isdecimal() and (groups or left.isdecimal() or not left):
            if (groups and groups["sep"] == point) or (
                point == "," and len(right) == _GROUP and left.strip("0").isdecimal()
            ):
                continue  # 1.200.300 and 1,200 are grouped
            return decimal(f"{re.sub('[^0-9]', '', left) or 0}.{right}{exponent}")
    if mantissa.isdecimal() or _GROUPS.fullmatch(mantissa):
        return decimal(re.sub(r"[^0-9]", "", mantissa) + exponent)
    return None


def decimal(typed: str) -> Decimal | None:
    """Return the number that `typed` is in plain digits, or None where it is none."""
    try:
        number = Decimal(typed)
    except InvalidOperation:
        return None
    return number if number.is_finite() else None
