"""What people call a unit or a currency where its code belongs, and what to write instead."""

# ruff: noqa: RUF001 - signs that look like others are what it is about

from collections.abc import Iterator
from functools import cache
from typing import Final

from babel import Locale

from dateline.ground import ucum
from dateline.ground.languages import counted
from dateline.ground.problems import did_you_mean
from dateline.ground.yamltree.scalars import text_scalar
from dateline.records.types.amounts_counted import PER_CENT, currency_named

_POINTS: Final = frozenset(("pp", "p.p.", "ppt", "pts", "percentage point", "percentage points", "%-points"))
_WITHOUT_CODE: Final = "what has none goes into item, and so does what is only counted, such as people"
_IN_CAPITALS: Final = 3
_MOST_NAMED: Final = 3
_MOST_USED: Final = (  # noqa: SIM905 - codes are found sooner in two lines than in thirty
    "USD EUR GBP JPY CHF CNY INR RUB AUD CAD SEK NOK DKK FRF DEM ITL ESP NLG BEF ATS PLN CZK TRY BRL MXN ARS ZAR KRW "
    "ILS EGP PKR SAR IRR IDR SUR"
).split()
"""Currencies that are meant sooner than others, today's and those before the euro."""
_ALSO_CALLED: Final = {
    **dict.fromkeys(("$", "dollar"), "dollar"),
    **dict.fromkeys(("£", "pound", "sterling", "quid"), "pound"),
    **dict.fromkeys(("kr", "kr.", "krona", "krone", "kronor", "kroner", "crown"), "kron"),
    **dict.fromkeys(("rs", "rs.", "rupee"), "rupee"),
    **dict.fromkeys(("fr", "fr.", "franc"), "franc"),
    **dict.fromkeys(("lire", "lira"), "lira"),
    **dict.fromkeys(("rouble", "ruble", "рубль", "рублей", "руб"), "rouble"),
    **dict.fromkeys(("円",), "yen"),
    **dict.fromkeys(("rial", "riyal"), "rial"),
}
_NAMED: Final = {
    "kron": ("SEK", "NOK", "DKK"),
    "dollar": ("USD",),
    "pound": ("GBP",),
    "rouble": ("RUB", "SUR"),
    "yen": ("JPY",),
    "¥": ("JPY", "CNY"),
    "mark": ("DEM", "DDM"),
    "rial": ("IRR", "SAR", "QAR"),
}
"""What is meant first by a name that several currencies have, or that CLDR spells otherwise."""
_LANGUAGES: Final = "en de fr es it pt nl pl ru uk tr sv ar fa he zh ja ko".split()  # noqa: SIM905 - as above


def instead_of_unit(text: str) -> str:
    """Return what to write where `text` is no code of a unit, and no name that the tables of units have."""
    name = " ".join(text.split()).strip()
    if name.lower() in PER_CENT:
        return "let the measure say percent: true"
    if name.lower() in _POINTS:
        return "let the measure say percent: true, and say item: percentage points"
    money = currency_named(name) or (name if counted.is_currency(name) else "")
    if money or name in {"$", "£", "¥"}:
        return f"that is a currency: write currency: {money or '…, its code (ISO 4217)'}"
    code = ucum.common_unit(name.lower()) or _units_abroad().get(name.lower().rstrip("."), "")
    if code:
        return f"write {text_scalar(code)}"
    return f"write its code in UCUM, such as km, kg, h, [mi_i] or km/h; {_WITHOUT_CODE}"


@cache
def _units_abroad() -> dict[str, str]:
    """Return the codes of units by their names in other languages, as CLDR has them."""
    found: dict[str, str] = {}
    for language in _LANGUAGES:
        for name, code in _units_of(Locale.parse(language)):
            found.setdefault(name, code)
    return found


def _units_of(locale: Locale) -> Iterator[tuple[str, str]]:
    for code, name in counted.names_of_units().items():
        shown = counted.unit_in_words(locale, name)
        yield from ((word.lower().rstrip("."), code) for word in shown if word)


def instead_of_currency(text: str) -> str:
    """Return what to write where `text` is no code of a currency."""
    name = text.strip()
    named = name.upper() if counted.is_currency(name.upper()) else currency_named(name)
    if named:
        return f"write {named}"
    word = name.casefold()
    word = _ALSO_CALLED.get(word) or _ALSO_CALLED.get(word.removesuffix("s"), word.removesuffix("s"))
    codes = _NAMED.get(word) or tuple(_currencies_called(word))
    if len(codes) == 1 and word not in _NAMED:
        return f"write {codes[0]}"
    if codes:
        return f"write {' or '.join(codes[:_MOST_NAMED])}, or the code of the {_told(word)} that is meant (ISO 4217)"
    is_code = len(name) == _IN_CAPITALS and name.isupper()
    near = next((code for code in _MOST_USED if is_code and sorted(code) == sorted(name)), "")
    known = (
        f"did you mean '{near}'?"
        if near
        else ""
        if is_code or len(name) > _IN_CAPITALS + 1
        else did_you_mean(name.upper(), _MOST_USED)
    )
    return known or f"write three capital letters, such as USD (ISO 4217); {_WITHOUT_CODE.partition(',')[0]}"


def _told(word: str) -> str:
    return {"kron": "crown", "¥": "yen or yuan"}.get(word, word)


def _currencies_called(word: str) -> list[str]:
    """Return the codes of the currencies whose names have a word, those first that are meant sooner."""
    names = Locale.parse("en").currencies
    found = [code for code, name in names.items() if word and word in name.casefold().split()]
    order = {code: number for number, code in enumerate(_MOST_USED)}
    return sorted(found, key=lambda code: (order.get(code, len(order)), code))
