"""Numbers as other languages write them, put into the digits and words that are read here.

The words for a thousand, a million and so on are those of CLDR, as Babel has them: "млн", "Millionen", "tys.".
"""

# ruff: noqa: RUF001 - signs that look like others are what it is about

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import islice, product
from typing import Final

from babel import Locale

from dateline.records.types.spelt import SCALES

_LANGUAGES: Final = (  # noqa: SIM905 - codes are found sooner in three lines than in seventy
    "ar az be bg bn bs ca cs da de el es et eu fa fi fil fr gl gu he hi hr hu hy id it is ja ka kk km ko ky lt lv mk "
    "ml mr ms my nb ne nl pa pl pt ro ru sk sl sq sr sv sw ta te th tr uk ur uz vi zh zh_Hant"
).split()
_ALSO: Final = {
    **dict.fromkeys(("tsd", "milliers"), 10**3),
    **dict.fromkeys(("dutzend", "douzaines", "douzaine", "docenas", "docena", "dozzine", "dozzina", "dúzias"), 12),
}
"""Words that people type and CLDR does not have."""
_ENGLISH: Final = {
    12: "dozen",
    10**3: "thousand",
    10**4: "万",
    10**5: "lakh",
    10**6: "million",
    10**7: "crore",
    10**8: "億",
    10**9: "billion",
    10**12: "trillion",
}
_PATTERN: Final = re.compile(r"(?P<zeros>0+)\s*(?P<word>[^\d\s;][^;]*)")
_UNSEEN: Final = re.compile(r"[\u200e\u200f']")
_WITHOUT_SPACES: Final = r"[\u0e00-\u0e7f\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]"
"""Scripts in which no space parts a number's word from what is counted."""
_LATIN: Final = 3
"""So many letters a word in Latin letters has at least: shorter ones are units, or anything else."""
_NO_SCALE: Final = frozenset({"min"})
"""Azerbaijani for a thousand, and everybody's minutes."""
_MOST: Final = 3
_BEFORE: Final = {
    "about ": "etwa|ungefähr|rund|zirka|gegen|environ|autour de|à peu près|près de|approximativement|unos|unas|casi"
    "|alrededor de|aproximadamente|cerca de|quasi|all'incirca|por volta de|ongeveer|rond|bijna|около|примерно"
    "|приблизительно|почти|близько|приблизно|майже|około|ok\\.|prawie|cirka|ungefär|omkring|nästan|omtrent|rundt"
    "|yaklaşık|حوالي|نحو|قرابة|زهاء|περίπου|約|约|およそ|大约|大約|大概|ほぼ|약|sekitar|khoảng|asi|přibližně"
    "|körülbelül|kb\\.|mintegy|noin|लगभग",
    "at least ": "mindestens|wenigstens|zumindest|au moins|al menos|por lo menos|como mínimo|almeno|pelo menos"
    "|no mínimo|minstens|ten minste|не менее|как минимум|по меньшей мере|щонайменше|не менше|co najmniej|minst|en az"
    "|ما لا يقل عن|لا يقل عن|على الأقل|少なくとも|最少|至少|最低|적어도|최소|setidaknya|sedikitnya|nejméně|alespoň"
    "|legalább|vähintään|ít nhất|حداقل|कम से कम|τουλάχιστον|лично не менее",
    "more than ": "über|mehr als|plus de|más de|oltre|più di|mais de|meer dan|более|больше|свыше|понад|більше|ponad"
    "|więcej niż|över|mer än|mere end|mer enn|أكثر من|超过|超過|多于|多於|lebih dari|více než|přes|több mint|yli|hơn"
    "|بیش از|πάνω από",
    "up to ": "höchstens|maximal|bis zu|bis|au plus|jusqu'à|como máximo|a lo sumo|hasta|al massimo|fino a|no máximo|até"
    "|hoogstens|maximaal|tot|не более|до|не більше|co najwyżej|do|högst|upp till|en fazla|ما لا يزيد عن|لا يزيد عن|حتى"
    "|最多|最大|至多|최대|maksimal|legfeljebb",
    "less than ": "weniger als|unter|moins de|menos de|meno di|minder dan|менее|меньше|менше|mniej niż|mindre än"
    "|mindre end|mindre enn|أقل من|不到|不足|kurang dari|méně než|alle",
    "between ": "zwischen|entre|tra|fra|tussen|между|між|między|mellan|mellem|mellom|بين|antara|mezi",
    "from ": "von|vom|de|del|od|от|від|da|dal|من|从|從|van|från",
}
"""What stands before a number, by the English words that say the same."""
_NOBODY: Final = re.compile(
    "no one|not one|noone|niemand|keiner|keine|personne|nadie|ninguno|nessuno|ninguém|никто|никого|nikt|nikdo|ingen"
    "|لا أحد|nul"
)
_TO: Final = "bis|à|al?|tot|til|till|hasta|до|do|إلى|الى|ila|至|到|から|sampai|đến|až"
_AND: Final = "und|et|y|e|en|и|і|та|a|i|och|og|و|ve|dan|và"
_MORE: Final = (
    "oder mehr|ou plus|ou davantage|o más|o più|ou mais|of meer|и более|или более|і більше|i więcej|eller fler"
)
_COUNTER: Final = "[人名个個件台辆輛艘棟]?"
_FIRST: Final = re.compile(
    "|".join(rf"(?P<w{number}>{words})" for number, words in enumerate(_BEFORE.values())) + r"(?!$)"
)
_CHANGED: Final = (
    (re.compile(rf"(?<=[\d%万億亿])\s*(?:{_TO})\s*(?=\d)"), " to "),
    (re.compile(rf"(?<=\d)\s+(?:{_MORE})$"), " or more"),
    (re.compile(rf"(?<=[\d万億亿])({_COUNTER})(?:以上|余り|余|餘|多){_COUNTER}$"), " or more"),
    (re.compile(rf"(?<=[\d万億亿])({_COUNTER})(?:以下|以内){_COUNTER}$"), " or fewer"),
)
_AND_BETWEEN: Final = re.compile(rf"(?<=\d)\s*(?:{_AND})\s*(?=\d)")
_DIGITS: Final = {char: value for value, char in enumerate("〇一二三四五六七八九")} | {"零": 0, "两": 2, "兩": 2}
_SMALL: Final = {"十": 10, "百": 100, "千": 1000}
_LARGE: Final = {"万": 10**4, "萬": 10**4, "億": 10**8, "亿": 10**8, "兆": 10**12}
_CHARACTERS: Final = "".join([*_DIGITS, *_SMALL, *_LARGE])
_IN_CHARACTERS: Final = re.compile(rf"(?<![\d.,])(?:\d{{1,4}}[{_CHARACTERS}]|[{_CHARACTERS}])[\d{_CHARACTERS}]*")


def in_english(text: str) -> tuple[str, ...]:
    """Return a number typed in another language as English has it, in each of its readings; else the text itself."""
    plain = _IN_CHARACTERS.sub(_counted, "nobody" if _NOBODY.fullmatch(text) else text)
    first = _FIRST.match(plain)
    rest = plain[first.end() :] if first is not None else ""
    if first is not None and re.match(rf"\s*\d|(?<={_WITHOUT_SPACES})", rest):
        said = next(english for number, english in enumerate(_BEFORE) if first[f"w{number}"])
        plain = f"{said}{rest.lstrip()}"
    for pattern, english in _CHANGED:
        plain = pattern.sub(english, plain)
    if plain.startswith("between "):
        plain = _AND_BETWEEN.sub(" and ", plain)
    return tuple(islice(_scaled(plain), _MOST))


def _scaled(text: str) -> Iterator[str]:
    """Yield a text with its words for a thousand and so on in English, once for each of their readings."""
    found = {match["word"] for match in _scale().finditer(text)} if _has_word(text) else set()
    words = sorted(found)
    for factors in product(*(sorted(scales()[word]) for word in words)):
        plain = text
        for word, factor in zip(words, factors, strict=True):
            plain = re.sub(rf"(?<=\d)\s*{re.escape(word)}\.?", f" {_ENGLISH[factor]}", plain)
        yield plain


def _has_word(text: str) -> bool:
    """Return whether a word may be another language's: whether any stands behind a number that is not read here."""
    behind = re.findall(r"\d\s*([^\W\d_]+)", text)
    return any(word not in SCALES for word in behind)


def is_scaled(text: str) -> bool:
    """Return whether a number in a text stands before a word that makes another of it, in whatever language."""
    lower = text.lower()
    behind = re.findall(r"\d\s*([^\W\d_]+)", lower)
    return any(word in SCALES for word in behind) or (bool(behind) and _scale().search(lower) is not None)


@cache
def scales() -> Mapping[str, frozenset[int]]:
    """Return the words that other languages have for a thousand and so on, each with what it may mean."""
    found: defaultdict[str, set[int]] = defaultdict(set)
    for word, factor in _ALSO.items():
        found[word].add(factor)
    for word, factor in (each for language in _LANGUAGES for each in _scales_of(Locale.parse(language))):
        is_short = len(word) < (_LATIN if word.isascii() else 2) and not re.match(_WITHOUT_SPACES, word)
        if factor in _ENGLISH and not is_short and word not in SCALES and word not in _NO_SCALE:
            found[word].add(factor)
    return {word: frozenset(factors) for word, factors in found.items()}


def _scales_of(locale: Locale) -> Iterator[tuple[str, int]]:
    for length in ("long", "short"):
        for rows in locale.compact_decimal_formats.get(length, {}).values():
            for power, pattern in rows.items():
                match = _PATTERN.match(_UNSEEN.sub("", pattern.pattern))
                if match is not None:
                    word = " ".join(match["word"].lower().split()).rstrip(".")
                    yield word, int(power) // 10 ** (len(match["zeros"]) - 1)


@cache
def _scale() -> re.Pattern[str]:
    words = sorted(scales(), key=len, reverse=True)
    joined = "|".join(re.escape(word) for word in words if not re.match(_WITHOUT_SPACES, word))
    tight = "|".join(re.escape(word) for word in words if re.match(_WITHOUT_SPACES, word))
    return re.compile(rf"(?<=\d)\s*(?P<word>(?:{joined})(?![^\W\d_])|(?:{tight}))\.?")


def _counted(match: re.Match[str]) -> str:
    """Return a number in Chinese characters in plain digits; as it is where it is none."""
    typed = match[0]
    if typed[:-1].isdecimal() and typed[-1] in _LARGE:
        return typed  # 2万 is read as it stands
    total = section = 0
    number: int | None = None
    for part in re.findall(r"\d+|\D", typed):
        if part.isdecimal() or part in _DIGITS:
            if number is not None:
                return typed
            number = int(part) if part.isdecimal() else _DIGITS[part]
        elif part in _SMALL:
            section, number = section + (1 if number is None else number) * _SMALL[part], None
        else:
            total, section, number = total + (section + (number or 0)) * _LARGE[part], 0, None
    return f"{total + section + (number or 0)}"
