"""What a project has already: ids, names and words that a new record may name."""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final

from dateline.editing.drafting.near_records import near_record, titles_of
from dateline.editing.intake import slug
from dateline.ground.problems import did_you_mean
from dateline.ground.provenance import normalise
from dateline.ground.schemes import same_place
from dateline.ground.urls import is_web_address
from dateline.records.loading import Corpus
from dateline.records.rules.names import is_of_windows
from dateline.records.rules.passages import missing_part
from dateline.records.same_texts import matches
from dateline.records.types import RecordKind, Source, Spot, Term, Vocabulary
from dateline.records.types.fields import MAX_ID, is_id

_ONE_OR_MORE: Final = r"\s*\d{1,4}\s*(?:[-–]\s*\d{1,4}\s*)?"
_SEVERAL: Final = re.compile(rf"{_ONE_OR_MORE}(?:,{_ONE_OR_MORE})*")
"""Paragraphs by their numbers: 3-8,11."""


class UnknownError(ValueError):
    """A name that no record or word of the project has; the message says so and suggests one."""

    def __init__(self, message: str, missing: tuple[RecordKind, str] | None = None) -> None:
        super().__init__(message)
        self.missing = missing
        """The kind and the name of the record that is not there."""


@dataclass(frozen=True)
class KnownRecords:
    """The records of a project, as one who writes a new one needs them."""

    corpus: Corpus

    def records(self, kind: RecordKind) -> Mapping[str, Any]:
        """Return the records of a kind by their ids."""
        return {id_: filed.record for id_, filed in self.corpus.records.get(kind, {}).items()}

    def taken(self, kind: RecordKind) -> Collection[str]:
        """Return every id of a kind that is or was in use."""
        buried = self.corpus.graveyard.record.tombstones if self.corpus.graveyard is not None else ()
        graves = {stone.id for stone in buried if stone.kind == kind.value}
        return {*self.corpus.records.get(kind, {}), *self.corpus.unread.get(kind, ()), *graves}

    def new_id(self, kind: RecordKind, text: str) -> str:
        """Return `text` if it can be the id of a new record."""
        if not is_id(text):
            raise UnknownError(f"'{text}' is no id: lower-case a-z, 0-9 and single hyphens, {MAX_ID} at most")
        if is_of_windows(text):
            raise UnknownError(f"Windows keeps the name '{text}' for itself: take another, such as {text}-1")
        if text in self.taken(kind):
            raise UnknownError(f"there is, or was, a record '{text}' of this kind; nothing is overwritten")
        return text

    def id_of(self, kind: RecordKind, text: str) -> str:
        """Return the id of the record that `text` names: by its id, a name or title; of a source, by its address."""
        known = self.corpus.records.get(kind, {})
        if text in known or text in self.corpus.unread.get(kind, ()):
            return text
        named = self.called(kind, text)
        if len(named) == 1:
            return named[0]
        if named:
            raise UnknownError(f"'{text}' may be {' or '.join(named)}; say which")
        near = near_record(kind, text, self.records(kind), known, self.records(RecordKind.ACTOR))
        hint = near or f"add it with: dateline new {kind}"
        raise UnknownError(f"there is no {kind} '{text}'; {hint}", (kind, text))

    def called(self, kind: RecordKind, text: str) -> Sequence[str]:
        """Return the records that are called so; the sources at an address, where the text is one."""
        found = self.sources_at(text) if kind is RecordKind.SOURCE else ()
        return found or self._names.get(kind, {}).get(folded(text), ())

    def word_of(self, words: str, text: str) -> str:
        """Return a word of one of the lists of the vocabulary, by itself or by its label."""
        terms = self.terms(words)
        labels = {term.label.casefold(): word for word, term in terms.items() if term.label}
        word = text if text in terms else labels.get(text.casefold())
        if word is None:
            add = f'a new one: dateline word {words} {slug(text) or "ID"} "LABEL"'
            hint = did_you_mean(text.casefold(), terms) or f"one of: {', '.join(terms) or 'none'}; {add}"
            raise UnknownError(f"'{text}' is no word of {words}; {hint}")
        return word

    @property
    def timezone(self) -> str | None:
        """The zone whose clock shows times of day that say no offset."""
        return self.corpus.masthead.record.timezone if self.corpus.masthead else None

    def terms(self, words: str) -> Mapping[str, Term]:
        """Return a list of the vocabulary."""
        masthead = self.corpus.masthead
        return (masthead.record.vocabulary if masthead else Vocabulary()).terms(words)

    def spot_of(self, source: str, text: str) -> Spot:
        """Return what a source's paragraph or passage is cited by, from its number, its place or its first words."""
        record: Source | None = self.records(RecordKind.SOURCE).get(source)
        plain = " ".join(text.strip().lstrip("¶").split())
        if record is not None and (passage := _passage_at(record, plain)) is not None:
            return passage
        if plain.isascii() and plain.isdigit() and len(plain) <= 4:  # noqa: PLR2004 - no source has more digits
            if record is None or int(plain) in {paragraph.n for paragraph in record.paragraphs}:
                return int(plain)
            loss = missing_part(record, int(plain))
            raise UnknownError(f"{loss.message}; {loss.hint}")
        found = [part.spot for part in record.parts if _begins(part.begins or "", plain)] if record else []
        if len(found) == 1:
            return found[0]
        if record is not None and record.passages and not found:
            loss = missing_part(record, plain)
            raise UnknownError(f"{loss.message}; {loss.hint}")
        raise UnknownError(f"no paragraph of '{source}' is recorded as beginning so; give its number")

    def spots_of(self, source: str, text: str) -> Sequence[Spot]:
        """Return what a text names of a source: paragraphs by their numbers, as 3-8,11, or else one of its parts."""
        record: Source | None = self.records(RecordKind.SOURCE).get(source)
        is_passage = record is not None and _passage_at(record, text.strip()) is not None
        if record is None or is_passage or not _SEVERAL.fullmatch(text):
            return [self.spot_of(source, text)]
        numbers = [number for part in text.split(",") for number in _counted(part)]
        return [self.spot_of(source, str(number)) for number in dict.fromkeys(numbers)]

    def claim_of(self, text: str) -> str:
        """Return a claim as event-id#claim-id, if there is one of that name."""
        event, _, claim = text.partition("#")
        record = self.records(RecordKind.EVENT).get(self.id_of(RecordKind.EVENT, event))
        ids = [one.id for one in record.claims] if record is not None else []
        if claim not in ids:
            raise UnknownError(f"'{text}' is no claim; {did_you_mean(claim, ids) or 'write event-id#claim-id'}")
        return text

    def source_at(self, address: str) -> str | None:
        """Return the id of the source at an address, or None where none is recorded, or several are."""
        found = self.sources_at(address)
        return found[0] if len(found) == 1 else None

    def sources_at(self, address: str) -> list[str]:
        """Return the sources at an address, be it their own, their archive's or that of a copy."""
        is_address = is_web_address(address.strip())
        return [one.source for one in matches(self.sources, address.strip(), [])] if is_address else []

    def sources_called(self, title: str) -> list[str]:
        """Return the sources that bear a title, whatever its capitals and spaces."""
        wanted = folded(title)
        return [id_ for id_, one in self.sources.items() if folded(one.title) == wanted] if wanted else []

    @property
    def sources(self) -> Mapping[str, Source]:
        """The sources by their ids."""
        return self.records(RecordKind.SOURCE)

    @cached_property
    def _names(self) -> Mapping[RecordKind, Mapping[str, tuple[str, ...]]]:
        names: dict[RecordKind, dict[str, tuple[str, ...]]] = {}
        for kind in RecordKind:
            by_name = names.setdefault(kind, {})
            for id_, record in self.records(kind).items():
                for name in sorted({folded(text) for text in titles_of(kind, record) if text}):
                    by_name[name] = (*by_name.get(name, ()), id_)
        return names


def _passage_at(source: Source, text: str) -> str | None:
    """Return the passage at a place, however the place is written: 12:31, 00:12:31."""
    numbers = {str(paragraph.n) for paragraph in source.paragraphs}
    found = (one.at for one in source.passages if one.at == text or same_place(source.locators, one.at, text))
    return None if text in numbers else next(found, None)


def _counted(part: str) -> range:
    """Return the numbers from one to another, or the one."""
    first, _, last = part.replace("–", "-").partition("-")
    found = range(int(first), int(last or first) + 1)
    if not found:
        raise UnknownError(f"'{part.strip()}' counts backwards; write {last.strip()}-{first.strip()}")
    return found


def _begins(recorded: str, given: str) -> bool:
    ours, theirs = recorded.casefold(), given.casefold()
    return bool(ours) and bool(theirs) and (ours.startswith(theirs) or theirs.startswith(ours))


def folded(name: str) -> str:
    """Return a name as it is compared: without its capitals, and whatever its spaces and quotes are."""
    return " ".join(normalise(name).casefold().split())
