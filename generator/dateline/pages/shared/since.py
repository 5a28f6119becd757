"""What became of a source after it was read: that its publisher withdrew or corrected it, as readers see it."""

from dataclasses import dataclass
from typing import Final

from dateline.ground.languages import ENGLISH, Language
from dateline.pages.wording import words
from dateline.pages.wording.bibliographies import quoted_title
from dateline.records.chronology import Chronology
from dateline.records.types import Change, Citation, Record, Source

ANCHOR: Final = "_since"
"""Where the page of a source tells it."""


@dataclass(frozen=True, slots=True)
class Mark:
    """What became of a source, beside every citation of it."""

    word: str
    """In a word, which is the name of its style as well: withdrawn, corrected."""
    label: str
    meaning: str
    """What happened, when and why."""
    address: str
    """Where the page of the source tells it."""


def mark_of(chronology: Chronology, cite: Citation, language: Language = ENGLISH) -> Mark | None:
    """Return what became of a source: that it was withdrawn, or that what is cited was corrected."""
    by = chronology.withdrawn_as(cite)
    if by is not None and by.withdrawn is not None:
        meaning = words.withdrawn_in_words(
            by.withdrawn, "" if by.id == cite.source else quoted_title(chronology.masthead, by, language), language
        )
        return Mark("withdrawn", language.gettext("source withdrawn"), meaning, f"sources/{by.id}/#{ANCHOR}")
    source = chronology.sources[cite.source]
    concerned = [one for one in source.corrected if one.covers(cite.spot)]
    if not concerned:
        return None
    meaning = " ".join(words.correction_in_words(source, one, language) for one in concerned)
    return Mark("corrected", language.gettext("source corrected"), meaning, f"sources/{cite.source}/#{ANCHOR}")


def in_brief(source: Source, language: Language = ENGLISH) -> str:
    """Return what became of a source in a few words, for lists; empty where nothing did."""
    if source.withdrawn is not None:
        return language.gettext("withdrawn by its publisher")
    return language.gettext("corrected by its publisher") if source.corrected else ""


def ledger(record: Record, language: Language = ENGLISH) -> tuple[Change, ...]:
    """Return the history of a record; of a source, with what its publisher did, unless the history tells that."""
    if not isinstance(record, Source) or (record.withdrawn is None and not record.corrected):
        return record.history
    told = {(change.type, change.date.text) for change in record.history}
    found = [
        Change(
            date=one.date, type="correction", note=language.gettext("Corrected by its publisher: %(why)s", why=one.note)
        )
        for one in record.corrected
        if ("correction", one.date.text) not in told
    ]
    withdrawn = record.withdrawn
    if withdrawn is not None and not any(
        change.type == "retraction" and change.date.order >= withdrawn.date.order for change in record.history
    ):
        note = language.gettext("Withdrawn by its publisher: %(why)s", why=withdrawn.note)
        found.append(Change(date=withdrawn.date, type="retraction", note=note))
    return (*record.history, *found)
