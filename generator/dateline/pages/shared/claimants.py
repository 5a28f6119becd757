"""Whose word a claim is, as its citations say it: who said it, by whom it was passed on, and where that stands."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final

from dateline.ground.languages import Language
from dateline.pages.shared.edition import Edition
from dateline.pages.wording import words
from dateline.pages.wording.places_in_sources import spot_in_words
from dateline.records.chronology import Chronology
from dateline.records.rules.attribution import spoken, supports, unretracted
from dateline.records.types import Claim, Report

_MOST: Final = 3
"""So many speakers are named on either side, as manuals of style name so many authors; the others are counted."""


@dataclass(frozen=True, slots=True)
class Claimant:
    """Somebody who says, denies or doubts a claim, and where one reads it."""

    speakers: tuple[str, ...]
    """The first speaker, then who passed it on; none where it is not said whose word it is."""
    where: str = ""
    """The publisher, and the title where that alone tells the source; nothing where it is the speaker's, and known."""
    how: str = ""
    """What it does, before who: "denied"; empty where it just says so."""
    is_own: bool = False
    """Whether the speaker published it as well."""
    place: str = ""
    """The paragraph, page or time in the source."""

    def told(self, language: Language, *, as_cited: bool = False) -> str:
        """Return it in words, as APA has it (`as_cited`) or as everybody else does."""
        who = self._whose(language, as_cited=as_cited)
        return language.gettext("%(how)s by %(who)s", how=self.how, who=who) if self.how else who

    def _whose(self, language: Language, *, as_cited: bool) -> str:
        if not self.speakers:
            where = self._at_its_place(self.where, language)
            return language.gettext("%(publisher)s, which does not say whose word it is", publisher=where)
        told, *passing = self.speakers
        for speaker in passing:
            told = language.gettext("%(what)s, as reported by %(speaker)s", what=told, speaker=speaker)
        if not self.where:
            return self._at_its_place(told, language)
        where = self._at_its_place(self.where, language)
        if as_cited and not self.is_own:
            return language.gettext("%(who)s, as cited in %(source)s", who=told, source=where)
        return language.gettext("%(who)s, in %(source)s", who=told, source=where)

    def _at_its_place(self, what: str, language: Language) -> str:
        return language.gettext("%(source)s, %(place)s", source=what, place=self.place) if self.place else what


def claimants(edition: Edition, claim: Claim) -> tuple[tuple[Claimant, ...], int]:
    """Return who says a claim, then who does not, and how many more there are; each once, by its first report."""
    left = unretracted(edition.chronology, claim) or claim.reports
    sides = [_each_once(edition.chronology, left, supports), _each_once(edition.chronology, left, _does_not_say_so)]
    told = [report for side in sides for report in side[:_MOST]]
    return tuple(_claimant(edition, report) for report in told), sum(map(len, sides)) - len(told)


def whose_word(all_of_them: tuple[Claimant, ...], more: int, language: Language, *, as_cited: bool = False) -> str:
    """Return them in words: "Amaq, as reported by the ministry, in South Front; denied by SANA"."""
    others = language.ngettext("%(count)s more speaker", "%(count)s more speakers", more) if more else ""
    return language.clauses([*(one.told(language, as_cited=as_cited) for one in all_of_them), others])


def _does_not_say_so(report: Report) -> bool:
    return not supports(report)


def _each_once(chronology: Chronology, reports: Iterable[Report], stands: Callable[[Report], bool]) -> list[Report]:
    """Return the first report of each voice that takes a stand; where there is none, of who passes it on."""
    found = spoken(chronology, filter(stands, reports))
    voices: dict[str, Report] = {}
    publishers: dict[str, Report] = {}
    for voice, report in found:
        (publishers if voice is None else voices).setdefault(voice or chronology.origin(report), report)
    return list((voices or publishers).values())


def _claimant(edition: Edition, report: Report) -> Claimant:
    chronology = edition.chronology
    source = chronology.sources[report.cite.source]
    speakers = tuple(chronology.actors[id_].name for id_ in chronology.speakers(report) if id_ in chronology.actors)
    how = words.how(report.stance, report.modality, edition.language)
    title = edition.quoted_title(source) if source.id in edition.told_by_name or not source.publisher else ""
    place = spot_in_words(source, report.cite.spot, edition.language)
    if not source.publisher:
        return Claimant(speakers, title, how, place=place)
    *before, publisher = speakers
    if before:
        return Claimant(tuple(before), _where(edition, publisher, title), how, place=place)
    if chronology.voice(report) is None:
        return Claimant((), _where(edition, publisher, title), how, place=place)
    return Claimant((publisher,), title, how, is_own=True, place=place)


def _where(edition: Edition, publisher: str, title: str) -> str:
    """Return where something stands: the publisher, behind the title where that has to be told."""
    if not title:
        return publisher
    return edition.language.gettext("%(title)s (%(publisher)s)", title=title, publisher=publisher)
