"""Numbers as people type them, and the keys of a figure that say the same."""

import re
from collections.abc import Mapping
from dataclasses import replace
from decimal import Context, Decimal
from typing import Final

from dateline.ground.yamltree.scalars import text_scalar
from dateline.records.types.amounts_read import (
    CONTEXT,
    EXACT_DIGITS,
    MAX_DIGITS,
    TypedAmount,
    bound,
    decimal,
    folded,
    readings,
)

__all__ = [
    "EXACT_DIGITS",
    "MAX_DIGITS",
    "advice",
    "decimal",
    "is_kept",
    "is_long_number",
    "is_not_known",
    "plain",
    "typed_number",
    "whole",
    "without_sign",
]

_LONG: Final = re.compile(r"[1-9][0-9]*")
_SIGN_IN_WORDS: Final = re.compile(r"^[<>](?=\s*\d)\s*")
_SAID: Final = {">": "over ", "<": "under "}
_ENDLESS: Final = re.compile(r"[+-]?\.?(inf|infinity|nan|∞)")
_NEGATIVE: Final = re.compile(r"(?:-|minus)\s*(?=[\d.$£€¥₽₹₪])")
_SIGN_BEHIND: Final = re.compile(r"(?P<money>[$£€¥₽₹₪])\s*(?:-|minus)\s*(?=[\d.])")
_NOT_KNOWN: Final = re.compile(
    r"-*|n/a|n\.a|na|n/k|nk|tb[dca]|xx?|null|not? known|unknown|not given|none given|not stated|no data|unspecified"
    "|unbekannt|k\\.a|inconnu|s\\.d|desconocido|desconhecido|sconosciuto|onbekend|неизвестно|невідомо|nieznana|okänt"
    "|不明|不详|不詳|غير معروف|مجهول|bilinmiyor"
)
"""What people type where no number is known."""
_ORDINAL: Final = re.compile(r"(\d)(?:st|nd|rd|th|\.)$")


def plain(number: Decimal) -> str:
    """Return a number in plain decimal digits, as a record may hold it."""
    text = f"{number.normalize(CONTEXT):f}"
    return f'"{text}"' if _LONG.fullmatch(text) and len(text) > EXACT_DIGITS else text


def is_long_number(text: str) -> bool:
    """Return whether `text` is a whole number that must stand in quotes, lest tools round it."""
    return EXACT_DIGITS < len(text) <= MAX_DIGITS and _LONG.fullmatch(text) is not None


def advice(key: str, typed: str, beside: Mapping[str, object], *, in_braces: bool = True) -> str:
    """Return what to write in the place of `key: typed`; `beside` are the figure's other keys."""
    if _ENDLESS.fullmatch(folded(typed)):
        return f"remove {key}: an open end needs no number"
    if is_not_known(typed):
        is_said = {"min", "max", "exact", "wording"} & ({*beside} - {key})
        return f"remove {key}" if is_said else "remove the figure, or say in wording how the report puts it"
    offers = [_keys(said, key, typed, beside) for said in readings(typed)]
    if not all(offers):
        return f"remove {key}: wording says it"
    replaced = sorted({name for offer in offers for name in offer if name in beside})
    place = f", in the place of {' and '.join([key, *replaced])}" if replaced else ""
    written = dict.fromkeys(_written(offer, in_braces=in_braces) for offer in offers)
    return f"write {', or '.join(written)}{place}"


def is_not_known(typed: str) -> bool:
    """Return whether something stands there that says that no number is known."""
    return _NOT_KNOWN.fullmatch(folded(typed).strip("?()[]. ")) is not None


def typed_number(typed: str) -> list[dict[str, object]]:
    """Return what a typed number says, by a figure's keys: one reading, or two where it is ambiguous.

    A whole number of more digits than every tool keeps is text; a fraction of so many says no number.
    """
    return [_said_by_keys(said) for said in readings(typed)]


def _said_by_keys(said: TypedAmount) -> dict[str, object]:
    ends = {"exact": said.low} if said.is_point else {"min": said.low, "max": said.high}
    bounds = {key: number for key, number in ends.items() if number is not None}
    if not all(number == number.to_integral_value() or is_kept(number) for number in bounds.values()):
        return {}
    numbers: dict[str, object] = {key: _value(number) for key, number in bounds.items()}
    counted = {"unit": said.unit, "currency": said.currency, "item": said.item}
    out_of = {"out_of": _value(said.out_of)} if said.out_of is not None else {}
    worded = {"approximate": True} if said.is_about else {}
    return {**numbers, **out_of, **worded, **{name: value for name, value in counted.items() if value}}


def is_kept(number: Decimal) -> bool:
    """Return whether every tool keeps all digits of a number."""
    return len(number.normalize(CONTEXT).as_tuple().digits) <= EXACT_DIGITS


def _value(number: Decimal) -> int | float | str:
    """Return a number as a record holds it: a long whole one as text."""
    if number != number.to_integral_value():
        return float(number)
    text = plain(number)
    return text.strip('"') if text.startswith('"') else int(number)


def without_sign(typed: str) -> str | None:
    """Return the number below zero that `typed` is, without its sign; None where it is none."""
    text = _SIGN_BEHIND.sub(r"-\g<money>", folded(typed), count=1)
    sign = _NEGATIVE.match(text)
    said = bound(text[sign.end() :]) if sign else None
    return plain(said.low) if said is not None and said.is_point and said.low is not None else None


def whole(typed: str) -> str:
    """Return what to write where a whole number belongs; nothing where `typed` says none."""
    said = [one.low for one in readings(_ORDINAL.sub(r"\1", typed)) if one.is_point and not one.is_worded]
    numbers = [plain(number) for number in said if number is not None and number == number.to_integral_value()]
    return f"write {' or '.join(numbers)}" if numbers else ""


def _written(offer: Mapping[str, str], *, in_braces: bool) -> str:
    parts = [f"{key}: {value}" for key, value in offer.items()]
    return ", ".join(parts) if in_braces or len(parts) == 1 else f"on a line each, {' and '.join(parts)}"


def _keys(said: TypedAmount, key: str, typed: str, beside: Mapping[str, object]) -> dict[str, str]:
    keys: dict[str, str] = {}
    if said.is_point and said.low is not None:
        keys[key] = plain(said.low)
        if not is_long_number(keys[key].strip('"')) and len(keys[key].replace(".", "")) > EXACT_DIGITS:
            keys[key] = plain(said.low.normalize(Context(prec=EXACT_DIGITS)))
            said = replace(said, is_about=True, is_worded=True)
    elif said.low is not None or said.high is not None:
        keys |= {name: plain(bound) for name, bound in (("min", said.low), ("max", said.high)) if bound is not None}
    if said.out_of is not None and "out_of" not in beside:
        keys["out_of"] = plain(said.out_of)
    for name, code in (("unit", said.unit), ("currency", said.currency)):
        if code and name not in beside:
            keys[name] = text_scalar(code)
    if said.is_about and "approximate" not in beside:
        keys["approximate"] = "true"
    if said.item and "item" not in beside:
        keys["item"] = text_scalar(said.item)
    if "wording" not in beside and (said.is_worded or not keys):
        keys["wording"] = text_scalar(_SIGN_IN_WORDS.sub(lambda sign: _SAID[sign[0].strip()], " ".join(typed.split())))
    return keys
