"""The life of a claim, or of a dispute: who said what on which day, a line for each voice.

Days are those on which sources appeared, and of an old text the time at which its authors wrote it.  Nothing is told
of days between them: that a voice is silent about a claim takes nothing back.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from dateline.ground.dates import Day, Edtf, in_words
from dateline.ground.languages import Language, marked
from dateline.pages.shared.reported import Reporting
from dateline.pages.shared.views import LifeColumn, LifeMark, LifeRow, LifeSign, LifeView
from dateline.pages.wording import words
from dateline.records.chronology import Chronology
from dateline.records.rules.attribution import opposes, spoken, supports
from dateline.records.types import Claim, Report

FEWEST: Final = 3
"""As many reports must a claim have for a life that is more than its reports."""
_WITHDRAWN: Final = "withdrawn"
_YEAR: Final = 365.2425
_MONTHS_FROM, _YEARS_FROM = 100, 731
"""From how many days on a silence is told in months, and in years."""
_SIGNS: Final = {
    "asserts": "●",
    "possible": "○",
    "denies": "✕",
    "doubts": "?",
    "unconfirmed": "–",
    "concedes": "◐",
    "retracts": "↶",
    _WITHDRAWN: "⊘",
}
_FIRM: Final = frozenset({"asserts", "concedes"})
_POSSIBLY: Final = marked("said so as an allegation, a possibility or a forecast")
_SOURCE_WITHDRAWN: Final = marked("the publisher withdrew the source later")


@dataclass(frozen=True, slots=True)
class _Utterance:
    """One report with what it does; `voice` is None where a publisher does not say from whom it has it."""

    voice: str | None
    report: Report
    sign: LifeSign
    day: Edtf


def life_of_claim(edition: Reporting, claim: Claim) -> LifeView | None:
    """Return the life of a claim; None where it has fewer than three reports, or all appeared on one day."""
    if len(claim.reports) < FEWEST:
        return None
    return _life(edition, list(_told_of_claim(edition.chronology, claim.reports, edition.language)))


def life_of_positions(edition: Reporting, positions: Iterable[tuple[str, Iterable[Report]]]) -> LifeView | None:
    """Return who took which position when; each is given by its label and the reports that speak for it."""
    chronology = edition.chronology
    told = [
        _Utterance(
            voice,
            report,
            LifeSign(f"position-{number}", edition.language.number(number), label),
            said_when(chronology, report),
        )
        for number, (label, reports) in enumerate(positions, 1)
        for voice, report in spoken(chronology, filter(chronology.counts, reports))
    ]
    return _life(edition, told)


def _told_of_claim(chronology: Chronology, reports: Sequence[Report], language: Language) -> Iterator[_Utterance]:
    """Yield the reports of a claim that are somebody's word, or that a publisher passes on, each with its sign."""
    counting = [report for report in reports if chronology.counts(report)]
    stands = (supports, opposes, _is_unconfirmed, _takes_back)
    for stand in stands:
        for voice, report in spoken(chronology, filter(stand, counting)):
            yield _Utterance(voice, report, _sign(_key(report), language), said_when(chronology, report))
    for report in reports:
        if not chronology.counts(report):
            sign = _sign(_WITHDRAWN, language)
            yield _Utterance(chronology.voice(report), report, sign, said_when(chronology, report))


def said_when(chronology: Chronology, report: Report) -> Edtf:
    """Return when a report was made: when its source appeared or, by an author of an old text, was written."""
    return chronology.sources[report.cite.source].said_when(report.by)


def _is_unconfirmed(report: Report) -> bool:
    return report.stance == "unconfirmed"


def _takes_back(report: Report) -> bool:
    return report.stance == "retracts"


def _key(report: Report) -> str:
    return "possible" if report.stance == "asserts" and report.modality != "stated" else report.stance


def _sign(key: str, language: Language) -> LifeSign:
    message = {"possible": _POSSIBLY, _WITHDRAWN: _SOURCE_WITHDRAWN}.get(key) or words.STANCE_LABEL[key]
    return LifeSign(key, _SIGNS[key], language.gettext(message))


def _life(edition: Reporting, told: Sequence[_Utterance]) -> LifeView | None:
    days = sorted({one.day for one in told}, key=_in_time)
    if len(days) < 2:  # noqa: PLR2004 - what one day has needs no axis
        return None
    rows: defaultdict[tuple[str | None, str], list[_Utterance]] = defaultdict(list)
    for one in sorted(told, key=lambda one: _in_time(one.day)):
        # Nobody’s word has a row for each thing that is done, and one for all positions, which their signs tell apart.
        rows[one.voice, "" if one.voice or one.sign.key not in _SIGNS else one.sign.key].append(one)
    in_order = sorted(rows.values(), key=lambda row: row[0].voice is None)
    signs = {one.sign.key: one.sign for one in told}
    order = [*_SIGNS, *sorted(signs, key=len)]
    return LifeView(
        columns=tuple(_columns(days, edition.language)),
        rows=tuple(_row(edition, row, days) for row in in_order),
        legend=tuple(sorted(signs.values(), key=lambda sign: (order.index(sign.key), sign.key))),
    )


def _in_time(day: Edtf) -> tuple[bool, tuple[Day, Day, str]]:
    """Order days by time, the one that nobody can tell last."""
    return not day.text, day.order


def _row(edition: Reporting, row: Sequence[_Utterance], days: Sequence[Edtf]) -> LifeRow:
    voice, sign, language = row[0].voice, row[0].sign, edition.language
    done: set[str] = set()
    cells = []
    for day in days:
        here: defaultdict[str, list[_Utterance]] = defaultdict(list)
        for one in row:
            if one.day == day:
                here[one.sign.key].append(one)
        is_dated = bool(day.text)  # of what nobody can date, nobody knows whether it came again
        cells.append(tuple(_mark(edition, told, is_again=is_dated and key in done) for key, told in here.items()))
        done.update(here)
    if voice is not None:
        sides = edition.chronology.side_of(voice)
        return LifeRow(edition.actor(voice).text, next(iter(sides)) if len(sides) == 1 else "", tuple(cells))
    is_plain = sign.key in _FIRM or sign.key not in _SIGNS
    name = language.gettext("No speaker named")
    return LifeRow(
        name if is_plain else language.gettext("No speaker named: %(what)s", what=sign.words), "", tuple(cells)
    )


def _mark(edition: Reporting, told: Sequence[_Utterance], *, is_again: bool) -> LifeMark:
    language, sign, count = edition.language, told[0].sign, len(told)
    what = sign.words if told[0].voice is None or not is_again else language.gettext("%(what)s, again", what=sign.words)
    label = language.ngettext("%(what)s: %(count)s report", "%(what)s: %(count)s reports", count, what=what)
    return LifeMark(sign, count, label, is_again)


def _columns(days: Sequence[Edtf], language: Language) -> Iterator[LifeColumn]:
    """Yield the days with what lies between them; a year is told where there are several, at its first day."""
    years = {day.earliest.year for day in days if day.earliest}
    before: Day | None = None
    for day in days:
        first = day.earliest
        has_year = len(years) > 1 and first is not None and (before is None or before.year != first.year)
        gap = max(first.days_since(before) - 1, 0) if first and before else 0
        label = _label(day, language, has_year=has_year)
        yield LifeColumn(label, in_words(day, language), gap, unreported(gap, language))
        before = day.latest or before


def unreported(days: int, language: Language) -> str:
    """Return how long nobody reported, in a unit that a person counts in; nothing where somebody did each day."""
    if days >= _YEARS_FROM:
        years = int(days / _YEAR)
        return language.ngettext("over %(count)s year without a report", "over %(count)s years without a report", years)
    if days >= _MONTHS_FROM:
        months = int(days * 12 / _YEAR)
        return language.ngettext(
            "over %(count)s month without a report", "over %(count)s months without a report", months
        )
    return language.ngettext("%(count)s day without a report", "%(count)s days without a report", days) if days else ""


def _label(day: Edtf, language: Language, *, has_year: bool) -> str:
    first = day.earliest
    if first is None or first != day.latest or day.is_marked or len(day.text) > len("2017-11-17"):
        return in_words(day, language)
    return language.date(first, "short all" if has_year else "short day and month")
