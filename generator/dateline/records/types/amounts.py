"""Numbers as people type them, and the keys of a figure that say the same."""

# ruff: noqa: RUF001 - signs that look like others are what it is about

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Context, Decimal, InvalidOperation
from typing import Any, Final

from dateline.ground.yamltree.scalars import text_scalar

EXACT_DIGITS: Final = 15
"""So many digits of a number every tool keeps; a longer whole number stands in quotes."""
MAX_DIGITS: Final = 30
_MAX_TYPED: Final = 80
_GROUP: Final = 3
_LONG: Final = re.compile(r"[1-9][0-9]*")
_CONTEXT: Final = Context(prec=80)
_SIGNS: Final = str.maketrans({**dict.fromkeys("‐‑‒–—−", "-"), "٫": ".", "٬": ",", "’": "'", "⁄": "/", "≈": "~"})
_GROUPS: Final = re.compile(r"\d{1,3}(?:(?P<sep>[ ,.'_])\d{3})(?:(?P=sep)\d{3})*|\d{1,2}(?:,\d{2})+,\d{3}|\d+(?:_\d+)+")
_NUMBER: Final = re.compile(r"(?P<whole>\d[\d ,.'_]*\d|\d|(?=[.]\d))(?P<power>[eE][+-]?\d{1,2})?(?P<fraction>[.]\d+)?")
_ABOUT: Final = r"~|about|around|approximately|approx\.?|roughly|circa|ca\.?|c\.|some|estimated|est\.?|nearly|almost"
_PLUS: Final = r"\+"
_LEAST: Final = r">=|≥|at least|minimum of|minimum|min\.?|no fewer than|no less than|not less than"
_OVER: Final = r">|over|more than|above|upwards of|in excess of"
_MOST: Final = r"<=|≤|at most|maximum of|maximum|max\.?|up to|no more than|not more than"
_UNDER: Final = r"<|under|fewer than|less than|below"
_BEFORE: Final = re.compile(
    rf"(?:(?P<least>{_LEAST})|(?P<over>{_OVER})|(?P<most>{_MOST})|(?P<under>{_UNDER})|(?P<about>{_ABOUT})|{_PLUS})(?![a-z])\s*",
)
_AFTER: Final = re.compile(
    r"\s*(?:(?P<least>\+|plus|or more|and more|at least|and above|or over)"
    r"|(?P<most>or less|or fewer|at most|maximum|max)|(?P<about>or so|ish|approx\.?|~|give or take))"
)
_SIGN_IN_WORDS: Final = re.compile(r"^[<>](?=\s*\d)\s*")
_SAID: Final = {">": "over ", "<": "under "}
_RANGE: Final = re.compile(
    r"(?:between|from)?\s*(?P<low>\S.*?)\s*(?:-|\.\.\.?|…|/-|\bto\b|\band\b|\bor\b|\buntil\b)\s*(?P<high>\S.*)"
)
_SCALES: Final = {
    **dict.fromkeys(("k", "thousand", "thsd"), 10**3),
    **dict.fromkeys(("m", "mn", "mio", "million", "millions"), 10**6),
    **dict.fromkeys(("b", "bn", "mrd", "billion", "billions"), 10**9),
    **dict.fromkeys(("tn", "trillion"), 10**12),
    **dict.fromkeys(("hundred",), 100),
    **dict.fromkeys(("lakh", "lakhs"), 10**5),
    **dict.fromkeys(("crore", "crores"), 10**7),
    **dict.fromkeys(("dozen",), 12),
}
_MONEY: Final = {"$": "dollars", "£": "pounds", "€": "euros", "¥": "¥", "₽": "roubles", "₹": "rupees", "₪": "shekels"}
_PER_CENT: Final = frozenset({"%", "percent", "per cent"})
_TENS: Final = ("thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_ONES: Final = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"),
)
_WORDS: Final = {
    **{word: Decimal(number) for number, word in enumerate(_ONES)},
    **{word: Decimal(10 * number) for number, word in enumerate(_TENS, 3)},
    "a": Decimal(1),
    "an": Decimal(1),
    "none": Decimal(0),
    "nobody": Decimal(0),
    "half": Decimal("0.5"),
}
_VAGUE: Final = re.compile(r"1?0+s")
_ENDLESS: Final = re.compile(r"[+-]?\.?(inf|infinity|nan|∞)")
_NEGATIVE: Final = re.compile(r"(?:-|minus)\s*(?=[\d.$£€])")
_MILLION_OR_METRES: Final = re.compile(r"(\d[\d.,]*)\s*m")
_ORDINAL: Final = re.compile(r"(\d)(?:st|nd|rd|th|\.)$")
_HOURS: Final = re.compile(r"[:/.]?\d|[:/]")
_NEXT_WORD: Final = re.compile(r"\s*([a-z]+)(?![a-z])[\s-]*")
_BASED: Final = re.compile(r"0[xX][0-9a-fA-F]+|0[oO][0-7]+|0[bB][01]+")


@dataclass(frozen=True, slots=True)
class _Said:
    """What a text says about a number: its bounds, and what the number alone would lose."""

    low: Decimal | None = None
    high: Decimal | None = None
    is_about: bool = False
    item: str = ""
    is_worded: bool = False

    @property
    def is_point(self) -> bool:
        """Whether the bounds are one number."""
        return self.low is not None and self.low == self.high


def plain(number: Decimal) -> str:
    """Return a number in plain decimal digits, as a record may hold it."""
    text = f"{number.normalize(_CONTEXT):f}"
    return f'"{text}"' if _LONG.fullmatch(text) and len(text) > EXACT_DIGITS else text


def is_long_number(text: str) -> bool:
    """Return whether `text` is a whole number that must stand in quotes, lest tools round it."""
    return EXACT_DIGITS < len(text) <= MAX_DIGITS and _LONG.fullmatch(text) is not None


def advice(key: str, typed: str, beside: Mapping[str, Any], *, in_braces: bool = True) -> str:
    """Return what to write in the place of `key: typed`; `beside` are the figure's other keys."""
    if _ENDLESS.fullmatch(_folded(typed)):
        return f"remove {key}: an open end needs no number"
    offers = [_keys(said, key, typed, beside) for said in _readings(typed)]
    if not all(offers):
        return f"remove {key}: wording says it"
    replaced = sorted({name for offer in offers for name in offer if name in beside})
    place = f", in the place of {' and '.join([key, *replaced])}" if replaced else ""
    written = [_written(offer, in_braces=in_braces) for offer in offers]
    return f"write {', or '.join(written)}{place}"


def without_sign(typed: str) -> str | None:
    """Return the number below zero that `typed` is, without its sign; None where it is none."""
    text = _folded(typed)
    sign = _NEGATIVE.match(text)
    said = _bound(text[sign.end() :]) if sign else None
    return plain(said.low) if said is not None and said.is_point and said.low is not None else None


def whole(typed: str) -> str:
    """Return what to write where a whole number belongs; nothing where `typed` says none."""
    said = [one.low for one in _readings(_ORDINAL.sub(r"\1", typed)) if one.is_point and not one.is_worded]
    numbers = [plain(number) for number in said if number is not None and number == number.to_integral_value()]
    return f"write {' or '.join(numbers)}" if numbers else ""


def decimal(typed: str) -> Decimal | None:
    """Return the number that `typed` is in plain digits, or None where it is none."""
    try:
        number = Decimal(typed)
    except InvalidOperation:
        return None
    return number if number.is_finite() else None


def _written(offer: Mapping[str, str], *, in_braces: bool) -> str:
    parts = [f"{key}: {value}" for key, value in offer.items()]
    return ", ".join(parts) if in_braces or len(parts) == 1 else f"on a line each, {' and '.join(parts)}"


def _keys(said: _Said, key: str, typed: str, beside: Mapping[str, Any]) -> dict[str, str]:
    keys: dict[str, str] = {}
    if said.is_point and said.low is not None:
        keys[key] = plain(said.low)
        if not is_long_number(keys[key].strip('"')) and len(keys[key].replace(".", "")) > EXACT_DIGITS:
            keys[key] = plain(said.low.normalize(Context(prec=EXACT_DIGITS)))
            said = replace(said, is_about=True, is_worded=True)
    elif said.low is not None or said.high is not None:
        keys |= {name: plain(bound) for name, bound in (("min", said.low), ("max", said.high)) if bound is not None}
    if said.is_about and "approximate" not in beside:
        keys["approximate"] = "true"
    if said.item and "item" not in beside:
        keys["item"] = text_scalar(said.item)
    if "wording" not in beside and (said.is_worded or not keys):
        keys["wording"] = text_scalar(_SIGN_IN_WORDS.sub(lambda sign: _SAID[sign[0].strip()], " ".join(typed.split())))
    return keys


def _readings(typed: str) -> Iterator[_Said]:
    """Yield what `typed` may say: one reading, or two where it is ambiguous."""
    text = _folded(typed)
    if len(text) > _MAX_TYPED or _VAGUE.fullmatch(text):
        yield _Said()
    elif _BASED.fullmatch(text):
        yield _point(Decimal(int(text, 0)))
    elif re.fullmatch(r"[1-9]\d{0,2}\.\d{3}", text):
        yield _point(Decimal(text.replace(".", "")))
        yield _point(Decimal(text))
    elif match := _MILLION_OR_METRES.fullmatch(text):
        yield _bound(text) or _Said()
        yield replace(_bound(match[1]) or _Said(), is_worded=True)
    else:
        yield _short(_range(text) or _bound(text) or _Said())


def _short(said: _Said) -> _Said:
    """Leave numbers to the wording that are longer than a record holds."""
    bounds = [bound for bound in (said.low, said.high) if bound is not None]
    return _Said() if any(abs(bound) >= 10**MAX_DIGITS for bound in bounds) else said


def _folded(typed: str) -> str:
    """Fold digits of any script, spaces, dashes and fractions into those of a keyboard."""
    spaced = "".join(f" {char}" if unicodedata.category(char) == "No" else char for char in typed)
    text = unicodedata.normalize("NFKC", spaced).translate(_SIGNS)
    digits = (str(unicodedata.decimal(char)) if unicodedata.category(char) == "Nd" else char for char in text)
    return " ".join("".join(digits).lower().split())


def _point(number: Decimal) -> _Said:
    return _Said(number, number)


def _range(text: str) -> _Said | None:
    before = _BEFORE.match(text)
    is_about = bool(before and before["about"])
    match = _RANGE.fullmatch(text[before.end() :] if before and is_about else text)
    if match is None or not _in_words(text)[1]:  # "two hundred and fifty" is one number
        return None
    high = _bound(match["high"])
    low = _bound(match["low"]) if high is not None else None
    if low is None or high is None or not low.is_point or not high.is_point:
        return None
    if low.low is None or high.high is None:
        return None
    lowest = low.low
    scale = _scale_of(match["high"])
    if scale > 1 and _scale_of(match["low"]) == 1 and lowest * scale <= high.high:  # 2-3 million
        lowest *= scale
    if lowest > high.high:
        return None
    return _Said(lowest, high.high, is_about, high.item or low.item, high.is_worded or low.is_worded)


def _scale_of(text: str) -> int:
    words = re.findall(r"[a-z]+", text)
    return next((_SCALES[word] for word in words if word in _SCALES), 1)


def _bound(text: str) -> _Said | None:
    """Return what one number with the words around it says."""
    before = _BEFORE.match(text)
    rest = text[before.end() :] if before else text
    number, item, left = _number(rest)
    if number is None:
        return None
    after = _AFTER.match(left)
    left = left[after.end() :] if after else left
    said = replace(_point(number), item=item, is_worded=bool(left.strip()))
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
        number, left = _in_words(text)
    if number is None:
        return None, "", text
    number, left = _scaled(number, left)
    if _HOURS.match(left):
        return None, "", text
    item = _MONEY.get(money, "")
    for sign, name in [*_MONEY.items(), *((sign, "per cent") for sign in sorted(_PER_CENT))]:
        if not item and re.match(rf"\s*{re.escape(sign)}(?![a-z])", left):
            item, left = name, left.lstrip().removeprefix(sign)
    return number, item, left


def _scaled(number: Decimal, left: str) -> tuple[Decimal, str]:
    scale = re.match(r"\s*([a-z]+)\.?(?![a-z])", left)
    while scale and scale[1] in _SCALES:
        number, left = number * _SCALES[scale[1]], left[scale.end() :]
        scale = re.match(r"\s*([a-z]+)\.?(?![a-z])", left)
    return number, left


def _digits(text: str) -> tuple[Decimal | None, str]:
    match = _NUMBER.match(text)
    if match is None:
        return None, text
    digits, left = f"{match['whole']}{match['power'] or ''}{match['fraction'] or ''}", text[match.end() :]
    divided = re.match(r"\s*/\s*(\d+)", left)
    parts = digits.rsplit(" ", 1)
    if divided and int(divided[1]):  # 1/2, and 3½, which is folded into "3 1/2"
        top = decimal(parts[-1])
        base = _ungrouped(parts[0]) if len(parts) > 1 else Decimal(0)
        share = None if top is None else _CONTEXT.divide(top, Decimal(divided[1]))
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
            if (groups and groups["sep"] == point) or (point == "," and len(right) == _GROUP and left.isdecimal()):
                continue  # 1.200.300 and 1,200 are grouped
            return decimal(f"{re.sub('[^0-9]', '', left) or 0}.{right}{exponent}")
    if mantissa.isdecimal() or _GROUPS.fullmatch(mantissa):
        return decimal(re.sub(r"[^0-9]", "", mantissa) + exponent)
    return None


def _in_words(text: str) -> tuple[Decimal | None, str]:
    """Read "ten", "twenty-five", "two hundred and fifty", "a hundred"."""
    total, part, rest, is_number = Decimal(0), Decimal(0), text, False
    found = _NEXT_WORD.match(rest)
    while found and (found[1] in _WORDS or (found[1] in _SCALES and rest != text) or (found[1] == "and" and part)):
        word = found[1]
        if word in _WORDS:
            part += _WORDS[word]
        elif word == "hundred":
            part *= 100
        elif word in _SCALES:
            total, part = total + part * _SCALES[word], Decimal(0)
        is_number = is_number or word not in {"a", "an", "and"}
        rest = rest[found.end() :]
        found = _NEXT_WORD.match(rest)
    return (total + part, rest) if is_number else (None, text)
