"""In what a typed number counts: a currency that its sign or code names, or a unit that stands behind it."""

import re
from typing import Final

from dateline.ground import ucum
from dateline.ground.languages import counted

PER_CENT: Final = frozenset({"%", "percent", "per cent"})
_SIGNS: Final = {
    "US$": "USD",
    "AU$": "AUD",
    "A$": "AUD",
    "CA$": "CAD",
    "C$": "CAD",
    "NZ$": "NZD",
    "HK$": "HKD",
    "NT$": "TWD",
    "S$": "SGD",
    "R$": "BRL",
    "€": "EUR",
    "₹": "INR",
    "₽": "RUB",
    "₪": "ILS",
    "₩": "KRW",
    "₦": "NGN",
    "₴": "UAH",
    "₺": "TRY",
    "₫": "VND",
    "฿": "THB",
    "₱": "PHP",
    "Kč": "CZK",
    "zł": "PLN",
}
"""Signs that mean one currency; a dollar, a pound or a yen alone is that of several countries."""
_OTHER_SIGNS: Final = {
    **dict.fromkeys(("DM", "D-Mark", "Deutsche Mark"), "DEM"),
    **dict.fromkeys(("FF",), "FRF"),
    **dict.fromkeys(("SFr", "SFr.", "sFr.", "Fr.-"), "CHF"),
    **dict.fromkeys(("CN¥", "元", "人民币", "RMB"), "CNY"),
    **dict.fromkeys(("UKP", "STG"), "GBP"),
}
_NAMES: Final = {
    **dict.fromkeys(("euro", "euros"), "EUR"),
    **dict.fromkeys(("us dollars", "u.s. dollars", "american dollars"), "USD"),
    **dict.fromkeys(("pounds sterling", "british pounds"), "GBP"),
    **dict.fromkeys(("swiss francs",), "CHF"),
    **dict.fromkeys(("yuan", "renminbi", "rmb"), "CNY"),
    **dict.fromkeys(("zloty", "zlotys", "złoty", "złotych"), "PLN"),
}
_SIGN: Final = "|".join(re.escape(sign) for sign in _SIGNS)
_NAME: Final = "|".join(re.escape(name) for name in sorted(_NAMES, key=len, reverse=True))
_IN_FRONT: Final = re.compile(rf"^(?P<words>\D*?)(?<![^\W\d_])(?:(?P<sign>{_SIGN})|(?P<code>[A-Z]{{3}}))\s*(?=\d)")
_BEHIND: Final = re.compile(
    rf"(?<=[\d\w.])\s*(?<![A-Z])(?:(?P<sign>{_SIGN})|(?P<code>[A-Z]{{3}})|(?P<name>(?i:(?<=\s)(?:{_NAME}))))$"
)
_SURE: Final = frozenset(("km", "cm", "kg", "mg", "h", "km/h", "km2", "m2", "m3"))
"""Codes that are typed behind a number and mean nothing else."""
_OF_UNIT: Final = re.compile(r"[\s-]*(?P<unit>(?:°\s?)?[^\W\d_][^\d,;()]*[23²³]?)")


def money(typed: str) -> tuple[str, str]:
    """Return a typed number without its currency, and the code of that; as it is where it says none for sure."""
    for pattern in (_IN_FRONT, _BEHIND):
        match = pattern.search(typed.strip())
        if match is None:
            continue
        named = match.groupdict()
        code = _SIGNS.get(named["sign"] or "") or named["code"] or _NAMES.get((named.get("name") or "").lower(), "")
        if counted.is_currency(code):
            return f"{named.get('words') or ''}{typed.strip()[match.end() :]}" if match.start() == 0 else typed.strip()[
                : match.start()
            ], code
    return typed, ""


def currency_named(text: str) -> str:
    """Return the code of a currency that one sign or name means; nothing where several have it."""
    name = text.strip()
    return _SIGNS.get(name) or _OTHER_SIGNS.get(name) or _NAMES.get(" ".join(name.lower().split()), "")


def unit(left: str) -> str:
    """Return the code of the unit that stands alone behind a number; nothing where it may be anything else."""
    match = _OF_UNIT.fullmatch(left.rstrip(" ."))
    name = " ".join(match["unit"].split()) if match else ""
    return ucum.meant_by(name) or ucum.meant_by(name.replace("° ", "°")) or (name if name in _SURE else "")
