"""Codes of languages (BCP 47): what to write for a name, a country or a longer code."""

import re
from functools import lru_cache
from typing import Final, cast

from babel.core import Locale, UnknownLocaleError, get_global

_SPELT: Final = (
    "ar=ara bg=bul bs=bos ca=cat cs=ces,cze da=dan de=deu,ger el=ell,gre en=eng es=spa et=est fa=fas,per fi=fin "
    "fr=fra,fre ga=gle he=heb hi=hin hr=hrv hu=hun hy=hye,arm id=ind is=isl,ice it=ita ja=jpn ka=kat,geo ko=kor "
    "ku=kur la=lat lt=lit lv=lav mk=mkd,mac nl=nld,dut no=nor pl=pol ps=pus pt=por ro=ron,rum ru=rus sk=slk,slo "
    "sl=slv sq=sqi,alb sr=srp sv=swe th=tha tr=tur uk=ukr ur=urd vi=vie yi=yid zh=zho,chi"
)
_LONG: Final = {long: pair[:2] for pair in _SPELT.split() for long in pair[3:].split(",")}
"""What libraries write for languages that have a code of two letters, by which pages are read."""
_SHORT: Final = 2
"""How long codes of languages and countries are, as they are read."""
_SCRIPT: Final = 4
_OLD: Final = frozenset({"in", "iw", "ji", "jw", "mo"})
"""Codes that others took the place of; browsers know them."""
_COUNTRIES: Final = {"gb": "en", "us": "en", "au": "en"}
_SEVERAL: Final = re.compile(r"\s*(?:[,;/&+]|\band\b)\s*")


def instead_of_code(text: str) -> str:
    """Return what to write for a text that is no code of a language, or not the one by which it is read."""
    primary, dash, rest = text.replace("_", "-").partition("-")
    folded = primary.lower()
    code = _LONG.get(folded) or ("" if _is_known(folded) else _of_country(folded))
    if re.fullmatch("[a-z]{2,3}", folded) and (code or "_" in text):
        return f"write {code or primary}{dash}{rest}"
    named = _by_name().get(text.strip().casefold())
    parts = [part for part in _SEVERAL.split(text) if part]
    if named is None and len(parts) > 1:
        codes = [_by_name().get(part.casefold(), part) for part in parts]
        return f"a source is in one language here: write that of most of it, such as {codes[0]}, and the others in note"
    return f"write {named}" if named else ""


def is_code(text: str) -> bool:
    """Return whether the language of a code is known, and has no shorter one; of three letters any may be."""
    primary = text.partition("-")[0].lower()
    return primary not in _LONG and _is_known(primary)


def script_of(code: str) -> str:
    """Return in which script a language is written (ISO 15924), where the code names a country there."""
    parts = code.split("-")
    country = next((part.upper() for part in parts[1:] if len(part) == _SHORT), "")
    named = next((part.title() for part in parts[1:] if len(part) == _SCRIPT and part.isalpha()), "")
    return named or _likely_script(parts[0].lower(), country)


@lru_cache
def _likely_script(language: str, country: str) -> str:
    likely = cast("dict[str, str]", get_global("likely_subtags"))
    found = likely.get(f"{language}_{country}") or likely.get(language, "")
    return found.split("_")[1] if found.count("_") > 1 else ""


def _is_known(primary: str) -> bool:
    return len(primary) > _SHORT or primary in _OLD or primary in _names()


def _of_country(primary: str) -> str:
    """Return the language of the country that a text is the code of."""
    found = cast("dict[str, str]", get_global("likely_subtags")).get(f"und_{primary.upper()}", "")
    return _COUNTRIES.get(primary) or found.partition("_")[0]


@lru_cache
def _names() -> dict[str, str]:
    return dict(Locale("en").languages)


@lru_cache
def _by_name() -> dict[str, str]:
    """Return languages by their names in English, and those that are often cited by their own."""
    names = {name.casefold(): code.replace("_", "-") for code, name in reversed(_names().items())}
    for code in {*_LONG.values()}:
        try:
            names[Locale(code).languages[code].casefold()] = code
        except (UnknownLocaleError, KeyError):  # Latin has no data of its own
            continue
    return names
