"""Numbers as people type them, and the keys of a figure that say the same."""

# ruff: noqa: RUF001 - signs that look like others are what it is about

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Context, Decimal, InvalidOperation
from typing import Final

from dateline.ground import keyboard
from dateline.ground.yamltree.scalars import text_scalar
from dateline.records.types.spelt import SCALES, and_a_half, has_number_words, in_words, scaled

EXACT_DIGITS: Final = 15
"""So many digits of a number every tool keeps; a longer whole number stands in quotes."""
MAX_DIGITS: Final = 30
_MAX_TYPED: Final = 80
_GROUP: Final = 3
_LONG: Final = re.compile(r"[1-9][0-9]*")
_CONTEXT: Final = Context(prec=80)
_SIGNS: Final = str.maketrans(
    {**dict.fromkeys(keyboard.HYPHENS + keyboard.DASHES, "-"), "٫": ".", "٬": ",", "’": "'", "⁄": "/", "≈": "~"}
)
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
_BETWEEN: Final = re.compile(r"(?:(?P<between>between)|from)\b\s*")
_TO: Final = re.compile(r"(?<![\d.]e)-|\.\.\.?|…|~|\bto\b|\bor\b|\buntil\b")
_AND: Final = re.compile(r"\band\b")
_GIVE_OR_TAKE: Final = re.compile(r"(?P<middle>.*?\S)\s*(?:±|\+/-|\+-|\bplus or minus\b)\s*(?P<margin>.+)")
_MONEY: Final = {"$": "dollars", "£": "pounds", "€": "euros", "¥": "¥", "₽": "roubles", "₹": "rupees", "₪": "shekels"}
_PER_CENT: Final = frozenset({"%", "percent", "per cent"})
_WITHOUT_NUMBERS: Final = re.compile(r"(?!'?[a-z]\b|(?:st|nd|rd|th)\b)(?:\s*[(,;]?\s*[^\W\d_]+['’.)]*)*\s*")
_TEN_TO_THE: Final = re.compile(
    r"(?:(?P<digits>\d[\d.,]*)\s*[x×*·⋅]\s*)?10\s*(?:\^|\*\*)\s*(?P<power>[+-]?\d{1,2})(?!\d)"
)
_MOST_PARTS: Final = 10
_VAGUE: Final = re.compile(r"1?0+s")
_ENDLESS: Final = re.compile(r"[+-]?\.?(inf|infinity|nan|∞)")
_NEGATIVE: Final = re.compile(r"(?:-|minus)\s*(?=[\d.$£€¥₽₹₪])")
_SIGN_BEHIND: Final = re.compile(r"(?P<money>[$£€¥₽₹₪])\s*(?:-|minus)\s*(?=[\d.])")
_MILLION_OR_METRES: Final = re.compile(r"(\d[\d.,]*)\s*m")
_MILLION_OR_MILLIMETRES: Final = re.compile(r"([$£€¥₽₹₪]?\s*\d[\d.,]*)\s*mm")
_THOUSAND_OR_KELVIN: Final = re.compile(r"\s*(\d[\d.,]*)\s+K\s*")
_TO_ANOTHER: Final = re.compile(r"\b(?:to|or) (?:an?|one)\b")
"""The end of a range in words behind its beginning: six months to a year."""
_PERHAPS_METRES: Final = re.compile(r"[^$£€¥₽₹₪]*\d\s*m\b[^$£€¥₽₹₪]*")
_ORDINAL: Final = re.compile(r"(\d)(?:st|nd|rd|th|\.)$")
_HOURS: Final = re.compile(r"[:/.]?\d|[:/]")
_RAISED: Final = re.compile(r"[⁺⁻]?[⁰¹²³⁴-⁹]+")
_SCALE_OR_NUMBER: Final = re.compile(r"[a-z]+|[0-9]+")
_LETTERS_FOR_ZEROS: Final = re.compile(r"(?<!^0)(?<=\d)o+(?=\d*$)")
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


def advice(key: str, typed: str, beside: Mapping[str, object], *, in_braces: bool = True) -> str:
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


def typed_number(typed: str) -> list[dict[str, object]]:
    """Return what a typed number says, by a figure's keys: one reading, or two where it is ambiguous.

    A whole number of more digits than every tool keeps is text; a fraction of so many says no number.
    """
    return [_said_by_keys(said) for said in _readings(typed)]


def _said_by_keys(said: _Said) -> dict[str, object]:
    ends = {"exact": said.low} if said.is_point else {"min": said.low, "max": said.high}
    bounds = {key: number for key, number in ends.items() if number is not None}
    if not all(number == number.to_integral_value() or is_kept(number) for number in bounds.values()):
        return {}
    numbers: dict[str, object] = {key: _value(number) for key, number in bounds.items()}
    worded = {"approximate": True} if said.is_about else {}
    return {**numbers, **worded, **({"item": said.item} if said.item else {})}


def is_kept(number: Decimal) -> bool:
    """Return whether every tool keeps all digits of a number."""
    return len(number.normalize(_CONTEXT).as_tuple().digits) <= EXACT_DIGITS


def _value(number: Decimal) -> int | float | str:
    """Return a number as a record holds it: a long whole one as text."""
    if number != number.to_integral_value():
        return float(number)
    text = plain(number)
    return text.strip('"') if text.startswith('"') else int(number)


def without_sign(typed: str) -> str | None:
    """Return the number below zero that `typed` is, without its sign; None where it is none."""
    text = _SIGN_BEHIND.sub(r"-\g<money>", _folded(typed), count=1)
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


def _keys(said: _Said, key: str, typed: str, beside: Mapping[str, object]) -> dict[str, str]:
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
    elif match := _THOUSAND_OR_KELVIN.fullmatch(typed):
        yield _bound(text) or _Said()
        yield replace(_bound(match[1]) or _Said(), is_worded=True)
    elif match := _MILLION_OR_MILLIMETRES.fullmatch(text):
        yield _bound(f"{match[1]} million") or _Said()
        yield replace(_bound(match[1]) or _Said(), is_worded=True)
    elif match := _MILLION_OR_METRES.fullmatch(text):
        yield _bound(text) or _Said()
        yield replace(_bound(match[1]) or _Said(), is_worded=True)
    elif _PERHAPS_METRES.fullmatch(text):
        yield _Said()
    else:
        yield _short(_bound(text) or _range(text) or _with_margin(text) or _Said())


def _short(said: _Said) -> _Said:
    """Leave numbers to the wording that are longer than a record holds."""
    bounds = [bound for bound in (said.low, said.high) if bound is not None]
    return _Said() if any(abs(bound) >= 10**MAX_DIGITS for bound in bounds) else said


def _folded(typed: str) -> str:
    """Fold digits of any script, spaces, dashes and fractions into those of a keyboard."""
    raised = _RAISED.sub(lambda power: f"^{power[0]}", typed)
    spaced = "".join(
        f" {char}" if unicodedata.decomposition(char).startswith("<fraction>") else char for char in raised
    )
    text = unicodedata.normalize("NFKC", spaced).translate(_SIGNS)
    lower = " ".join(keyboard.with_plain_digits(text).lower().split())
    return _LETTERS_FOR_ZEROS.sub(lambda letters: "0" * len(letters[0]), lower)


def _point(number: Decimal) -> _Said:
    return _Said(number, number)


def _range(text: str) -> _Said | None:
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


def _ends(below: str, above: str) -> _Said | None:
    low, high = _bound(below), _bound(above)
    if low is None or high is None or low.low is None or high.low is None or not low.is_point or low.is_about:
        return None
    lowest = low.low
    scale = _shared_scale(above)
    if _scale_of(below) == 1 and lowest * scale <= high.low:  # 2-3 million
        lowest *= scale
    if lowest > high.low or high.is_about:
        return None
    is_worded = high.is_worded or low.is_worded or not high.is_point
    return _Said(lowest, high.high, item=high.item or low.item, is_worded=is_worded)


def _with_margin(text: str) -> _Said | None:
    """Return what a number says that the text gives with a margin to both sides."""
    match = _GIVE_OR_TAKE.fullmatch(text)
    if match is None:
        return None
    middle, margin = _bound(match["middle"]), _bound(match["margin"])
    if middle is None or margin is None or not (middle.is_point and margin.is_point):
        return None
    if middle.low is None or margin.low is None or margin.low > middle.low or (margin.item and not middle.item):
        return None
    if _scale_of(match["margin"]) > _scale_of(match["middle"]):  # 2 ± 1 million
        return None
    is_worded = middle.is_worded or margin.is_worded
    return _Said(middle.low - margin.low, middle.low + margin.low, middle.is_about, middle.item, is_worded)


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


def _bound(text: str) -> _Said | None:
    """Return what one number with the words around it says."""
    before = _BEFORE.match(text)
    rest = text[before.end() :] if before else text
    number, item, left = _number(rest)
    if number is None:
        return None
    after = _AFTER.match(left)
    left = left[after.end() :] if after else left
    if not _WITHOUT_NUMBERS.fullmatch(left) or has_number_words(left) or _TO_ANOTHER.search(left):
        return None
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
        number, left = in_words(text)
    if number is None:
        return None, "", text
    number, left = scaled(*and_a_half(number, left))
    if _HOURS.match(left):
        return None, "", text
    item = _MONEY.get(money, "")
    for sign, name in [*_MONEY.items(), *((sign, "per cent") for sign in sorted(_PER_CENT))]:
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
        share = _CONTEXT.divide(top, bottom) if top is not None and top < bottom <= _MOST_PARTS else None
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
