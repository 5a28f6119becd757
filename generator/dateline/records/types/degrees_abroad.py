"""Coordinates in the words and forms of other languages and instruments, put into degrees, minutes and letters."""

# ruff: noqa: RUF001 - signs that look like others are what it is about

import re
from typing import Final

_WORDS: Final = {
    "°": r"degrees?|degrés?|grados?|gradi|graden|graus?|grad|градус(?:а|ов)?|درجة",
    "'": r"minutes?|minuten|minutos?|minuti|минут[аы]?|دقيقة",
    '"': r"seconds?|secondes?|sekunden?|segundos?|secondi|seconden|секунд[аы]?|ثانية",
    " N ": r"(?:nördl(?:iche[rn]?|\.)?|n\.) ?(?:breite|br\.)|с\. ?ш\.?|сш|пн\. ?ш\.?|северн(?:ая|ой) широт[аы]"
    r"|nördlich|nord|norte|noord|شمالا?|ش|צפון",
    " S ": r"(?:südl(?:iche[rn]?|\.)?|s\.) ?(?:breite|br\.)|ю\. ?ш\.?|юш|пд\. ?ш\.?|южн(?:ая|ой) широт[аы]"
    r"|südlich|süd|sud|sur|sul|zuid|جنوبا?|ج|דרום",
    " E ": r"(?:östl(?:iche[rn]?|\.)?|ö\.) ?(?:länge|l\.)|в\. ?д\.?|вд|сх\. ?д\.?|восточн(?:ая|ой) долгот[аы]"
    r"|östlich|ost|öst|este?|leste|oost|شرقا?|מזרח",
    " W ": r"(?:westl(?:iche[rn]?|\.)?|w\.) ?(?:länge|l\.)|з\. ?д\.?|зд|зх\. ?д\.?|западн(?:ая|ой) долгот[аы]"
    r"|westlich|ouest|oeste|ovest|väst|غربا?|מערב",
}
_IN_SIGNS: Final = {
    sign: re.compile(rf"(?<![^\W\d_])(?:{words})(?![^\W\d_])", re.IGNORECASE) for sign, words in _WORDS.items()
}
_CHARACTERS: Final = {
    **dict.fromkeys(("北纬", "北緯", "북위"), " N "),
    **dict.fromkeys(("南纬", "南緯", "남위"), " S "),
    **dict.fromkeys(("东经", "東経", "東經", "동경"), " E "),
    **dict.fromkeys(("西经", "西経", "西經", "서경"), " W "),
    **dict.fromkeys(("度", "도"), "°"),
    **dict.fromkeys(("分", "분"), "'"),
    **dict.fromkeys(("秒", "초"), '"'),
}
_FRACTIONS: Final = {"½": ".5", "¼": ".25", "¾": ".75"}
_FORMS: Final = (
    (re.compile(r"(?<=\d) ?d ?(\d+) ?m ?(?:(\d+(?:\.\d+)?) ?s(?![a-mo-z]))?", re.IGNORECASE), r"°\1'\2 "),
    (re.compile(r"^(\d\d)(\d\d)(\d\d(?:\.\d+)?)?([NS])$", re.IGNORECASE), r"\1°\2'\3 \4"),
    (re.compile(r"^(\d\d\d)(\d\d)(\d\d(?:\.\d+)?)?([EW])$", re.IGNORECASE), r"\1°\2'\3 \4"),
    (re.compile(r"^(\d{1,3})-(\d{1,2})(?:-(\d{1,2}(?:\.\d+)?))? ?([NSEW])$", re.IGNORECASE), r"\1°\2'\3 \4"),
    (re.compile(r"^(-?\d{1,3})\.(\d\d)\.(\d\d)(?! ?[\d.])"), r"\1°\2'\3"),
    (re.compile(r"^(-?\d{1,3})\.(\d\d)(?=')"), r"\1°\2"),
    (re.compile(r"(?<=\d) 1/2"), ".5"),
    (re.compile(r"(?<=[°'\"])\s*,(?=\s*\d)"), " "),
    (re.compile(r"^-(?=.*[sw]$)", re.IGNORECASE), ""),
    (re.compile(r"^([-+]?)\.(?=\d)"), r"\g<1>0."),
    (re.compile(r"(?<=\d)\.$"), ""),
)
"""Degrees as instruments and charts write them: 52d30m15s, 523015N, 52-30-15 N, 52.30.15; a sign beside its letter."""


def in_signs(plain: str) -> str:
    """Return degrees in words, or in another order of signs, in the signs and letters that are read."""
    for words, sign in (*_CHARACTERS.items(), *_FRACTIONS.items()):
        plain = plain.replace(words, sign)
    for sign, pattern in _IN_SIGNS.items():
        plain = pattern.sub(sign, plain)
    plain = " ".join(plain.split())
    for form, signs in _FORMS:
        plain = form.sub(signs, plain)
    return plain.strip()
