"""Years that are counted from a reign or a founding and begin with those of the Common Era, as the years that they are.

Japan's eras are as its government promulgated them; Taiwan and North Korea count from 1912.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from dateline.ground.dates.civil_day import EARLIEST, LATEST, Day, years_as_written


@dataclass(frozen=True, slots=True)
class _Era:
    """An era whose years are those of the Common Era, counted from another one."""

    names: str
    """How people write it, in small letters without marks, as a pattern."""
    before: int
    """Which year of the Common Era there was before its first one."""
    first: Day = EARLIEST
    last: Day = LATEST
    sure_from: int = 1
    """The first year of it that is surely one of those."""

    def year(self, number: int) -> str:
        """Return a year of it, or as much of it as was of the era."""
        year = self.before + number
        first, last = max(self.first, Day(year, 1, 1)), min(self.last, Day(year, 12, 31))
        is_whole = first > last or (first.month, first.day, last.month, last.day) == (1, 1, 12, 31)
        return years_as_written(year) if is_whole else f"[{first}..{last}]"


MEIJI: Final = _Era("meiji|明治", 1867, last=Day(1912, 7, 29), sure_from=6)
"""Until its sixth year, 1873, its months were of the moon."""
_HOLOCENE: Final = 10_000
_SOON: Final = 2_100
"""A year of an era that would be after this one is hardly meant so."""
_ERAS: Final = {
    "reiwa": _Era("reiwa|令和", 2018, first=Day(2019, 5, 1)),
    "heisei": _Era("heisei|平成", 1988, first=Day(1989, 1, 8), last=Day(2019, 4, 30)),
    "showa": _Era("showa|syowa|shouwa|昭和", 1925, first=Day(1926, 12, 25), last=Day(1989, 1, 7)),
    "taisho": _Era("taisho|taisyo|taishou|大正", 1911, first=Day(1912, 7, 30), last=Day(1926, 12, 24)),
    "meiji": MEIJI,
    "minguo": _Era(r"minguo|(?<![a-z])r\.?o\.?c\.?|民國|民国", 1911),
    "juche": _Era("juche|chuche|주체", 1911),
    "holocene": _Era("holocene|(?<![a-z])h\\.?e\\.?", -_HOLOCENE, sure_from=_HOLOCENE + 1),
}
_NUMBER: Final = r"\d{1,5}"
_FIRST: Final = "gannen|元"
"""What Japan calls the first year."""
_NAMED: Final = tuple(
    (
        era,
        re.compile(
            rf"(?:{era.names})(?: era)?,? ?(?:year )?(?P<year>{_NUMBER}|{_FIRST})(?: ?年| nen\b|년)?"
            rf"|(?<!\d)(?P<other>{_NUMBER}) (?:{era.names})(?![a-z])"
        ),
    )
    for era in _ERAS.values()
)
_BY_LETTER: Final = re.compile(r"(?P<era>[rhstm])\.?(?P<year>\d{1,2})(?P<rest>[-./]\d{1,2}[-./]\d{1,2})?")
_LETTERS: Final = {name[0]: name for name in ("reiwa", "heisei", "showa", "taisho", "meiji")}
_PARTS: Final = re.compile(r" ?[月월] ?")
_DAYS: Final = re.compile(r" ?[日일]$")


def folded(text: str) -> str:
    """Return a text in small letters without marks, so that Shōwa is showa."""
    letters = unicodedata.normalize("NFKD", text.casefold())
    return unicodedata.normalize("NFC", "".join(one for one in letters if not unicodedata.combining(one)))


def in_plain_years(text: str) -> Iterator[str]:
    """Yield the text with the year of the Common Era that a year of an era surely is."""
    plain = folded(text)
    for era, pattern in _NAMED:
        found = pattern.search(plain)
        if found is None:
            continue
        written = found["year"] or found["other"]
        number = 1 if written in _FIRST.split("|") else int(written)
        if era.sure_from <= number and era.before + number <= _SOON:
            yield _instead(plain, found, era, number)
        return


def of_a_letter(text: str) -> tuple[str, str] | None:
    """Return the era and the date that "H29" or "S20.8.15" may be in Japan; None where it is neither."""
    found = _BY_LETTER.fullmatch(folded(text))
    era = _ERAS[_LETTERS[found["era"]]] if found else None
    if found is None or era is None or int(found["year"]) < era.sure_from:
        return None
    name = f"{_LETTERS[found['era']].capitalize()} {int(found['year'])}"
    return name, f"{era.before + int(found['year'])}{found['rest']}" if found["rest"] else era.year(int(found["year"]))


def _instead(text: str, found: re.Match[str], era: _Era, number: int) -> str:
    before, after = text[: found.start()], text[found.end() :]
    if not before.strip(" (") and not after.strip(" )"):
        return era.year(number)
    # Japan writes the year before the month and the day, with a sign behind each.
    after = _DAYS.sub("", _PARTS.sub("-", after.strip()))
    joined = "-" if after[:1].isdecimal() else " " if after[:1].isalpha() else ""
    return f"{before}{years_as_written(era.before + number)}{joined}{after}"
