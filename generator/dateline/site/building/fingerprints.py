"""What the parts of an edition say, as short texts by which a later build knows that they say the same."""

import functools
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any, Final

from dateline.ground import caching, plainfiles
from dateline.ground.dates import Day, Edtf
from dateline.pages.shared.derivations import derivation_of
from dateline.pages.shared.edition import Edition
from dateline.records.chronology import Chronology, ClaimInContext, ReportInContext, Use
from dateline.records.loading import Document, HandPage, images
from dateline.records.types import Claim, Event, Report
from dateline.site.building.tracing import DERIVED, GRAIN, INDEXES, WHOLE, Key, Note


class Fingerprints:
    """What each note stands for in one edition, as a short text that is the same only if the same was seen."""

    def __init__(self, edition: Edition) -> None:
        self._edition = edition
        self._known: dict[Note, str] = {}
        self._indexes: dict[str, object] = {}
        self._groups: dict[str, dict[Key, list[object]]] = {}
        # By identity: a record, a claim and a report live as long as the edition.
        self._texts: dict[int, str] = {}
        for (kind, id_), document in edition.chronology.documents.items():
            record = edition.chronology.of_kind(kind).get(id_)
            if record is not None:  # the id is not in the file's bytes, but in its name
                told = f"{kind}/{id_} {_of_document(document)} {edition.chronology.masthead.timezone or ''}"
                self._texts[id(record)] = caching.digest(told.encode("utf-8", "surrogatepass"))

    def of(self, note: Note) -> str:
        """Return the fingerprint of a note; empty where nothing in this edition has its name."""
        found = self._known.get(note)
        if found is None:
            found = self._known[note] = self._of(*note)
        return found

    def _of(self, name: str, key: Key) -> str:
        if name not in self._indexes:
            try:
                self._indexes[name] = self._index(name)
            except (AttributeError, KeyError):
                return ""
        index = self._indexes[name]
        if isinstance(key, str) and key == WHOLE:
            return self.of_value(index)
        if name in GRAIN:
            return self.of_value(self._group(name, index).get(key, ()))
        if isinstance(index, AbstractSet):
            return str(key in index)
        return self.of_value(index[key]) if isinstance(index, Mapping) and key in index else "none"

    def _group(self, name: str, index: object) -> dict[Key, list[object]]:
        """Return what an index has of each record, by the record."""
        if name not in self._groups:
            grain, found = GRAIN[name], defaultdict(list)
            if isinstance(index, AbstractSet):
                for part in sorted(index):
                    found[grain(part)].append(part)
            elif isinstance(index, Mapping):
                for key, part in index.items():
                    found[grain(key)].append((key, part))
            self._groups[name] = found
        return self._groups[name]

    def _index(self, name: str) -> object:
        # Names come from a file: nothing else is looked at or called.
        if name.startswith(DERIVED):
            return self._edition.derived(derivation_of(name.removeprefix(DERIVED)))
        if name not in INDEXES:
            raise KeyError(name)
        kind, _, rest = name.partition(" ")
        return getattr(self._edition.chronology if kind == Chronology.__name__ else self._edition, rest)

    def of_value(self, value: object) -> str:
        """Return the fingerprint of a value: short where it is one record, else a digest of its parts."""
        text = self._text(value)
        return text if len(text) <= 40 else caching.digest(text.encode("utf-8", "surrogatepass"))  # noqa: PLR2004 - about a digest

    def _text(self, value: object) -> str:
        known = self._texts.get(id(value))
        if known is not None:
            return known
        make = _TEXT_OF.get(type(value))
        return make(self, value) if make else self._text_of_other(value)

    def _text_of_other(self, value: object) -> str:
        if isinstance(value, Mapping):
            return self._text_of_mapping(value)
        if isinstance(value, AbstractSet):
            return self._text_of_set(value)
        if is_dataclass(value):
            kind: type = type(value)
            return f"{kind.__name__}({self._parts([getattr(value, name) for name in _names_of_fields(kind)])})"
        return repr(value)

    def _text_of_mapping(self, value: Mapping[object, object]) -> str:
        text = self._text
        return f"{{{','.join([f'{text(key)}:{text(part)}' for key, part in value.items()])}}}"

    def _text_of_set(self, value: AbstractSet[object]) -> str:
        return f"{{{','.join(sorted(map(self._text, value)))}}}"

    def _text_of_sequence(self, value: Sequence[object]) -> str:
        return f"({self._parts(value)})"

    def _text_of_claim(self, value: ClaimInContext) -> str:
        return f"{self._text(value.event)}#{value.claim.id}"

    def _text_of_report(self, value: ReportInContext) -> str:
        return f"{self._text(value.event)}#{value.claim.id} {self._short(value.report)}"

    def _text_of_use(self, value: Use) -> str:
        cite = f"{value.citation.source}#{value.citation.spot}"
        claim = value.claim.id if value.claim else ""
        return f"{self._text(value.record)} {cite} {claim} {self._short(value.report)}"

    def _text_of_document(self, value: Document) -> str:
        return f"{value.path!r} {_of_document(value)}"

    def _text_of_page(self, value: HandPage) -> str:
        return f"{value.id} {self._text_of_document(value.document)}"

    def _parts(self, values: Sequence[object]) -> str:
        """Return the texts of parts; beside the event that they are part of, a claim or report is told by its name."""
        if not any(type(value) is Event for value in values):
            return ",".join([self._text(value) for value in values])
        return ",".join([self._short(value) or self._text(value) for value in values])

    def _short(self, value: object) -> str:
        if isinstance(value, Claim):
            return value.id
        if not isinstance(value, Report):
            return ""
        text = self._texts.get(id(value))
        if text is None:
            cite = f"{value.cite.source}#{value.cite.spot}"
            text = self._texts[id(value)] = f"{cite} {value.by} {value.stance} {value.modality} {value.note!r}"
        return text


def _of_file(_: Fingerprints, path: Path) -> str:
    return f"{path} {caching.digest(plainfiles.read(path, images.MAX_BYTES))}"


_TEXT_OF: Final[Mapping[type, Callable[[Fingerprints, Any], str]]] = {
    **dict.fromkeys((type(None), str, int, float, bool, Day), lambda _, value: repr(value)),
    **dict.fromkeys((tuple, list), Fingerprints._text_of_sequence),  # noqa: SLF001 - its own
    dict: Fingerprints._text_of_mapping,  # noqa: SLF001 - its own
    frozenset: Fingerprints._text_of_set,  # noqa: SLF001 - its own
    Edtf: lambda _, value: repr(value) if value.has_times or value.calendar else repr(value.text),
    ClaimInContext: Fingerprints._text_of_claim,  # noqa: SLF001 - its own
    ReportInContext: Fingerprints._text_of_report,  # noqa: SLF001 - its own
    Use: Fingerprints._text_of_use,  # noqa: SLF001 - its own
    Document: Fingerprints._text_of_document,  # noqa: SLF001 - its own
    HandPage: Fingerprints._text_of_page,  # noqa: SLF001 - its own
    type(Path()): _of_file,
}
"""How a value of a type is told; any other by its parts or its own text."""


@functools.cache
def _names_of_fields(kind: type) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))


def _of_document(document: Document) -> str:
    if document.digest:
        return document.digest
    return caching.digest(f"{document.yaml}\0{document.body}".encode("utf-8", "surrogatepass"))
