"""What readers get of all records: drafts left out, and what is withheld, with whatever would give it away.

One place decides it, before records are linked: pages, exports, feeds, search, cards and figures are made of what is
left. The check and the editors' commands look at all records.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

from dateline.ground.dates import Edtf
from dateline.records import prose
from dateline.records.loading import Corpus, Document, Filed
from dateline.records.loading.codec import encode
from dateline.records.resting_on import Named, Withholding
from dateline.records.types import Actor, Brief, Dispute, Event, Place, Record, RecordKind, State
from dateline.records.types.dated_facts import every_name
from dateline.records.types.keeping_back import EMBARGO, HIDEABLE, Withheld
from dateline.records.types.named_kinds import CLAIM

TEXT: Final = "text"
"""What is withheld by itself of a record that readers see."""
_NO_TEXTS: Final[Mapping[Named, frozenset[str]]] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Held:
    """Something that is withheld: all that readers are told of it, at its own address."""

    kind: str
    """What kind of record it is, or a claim of an event."""
    id: str
    withheld: Withheld
    """What says so: of it, or of what it rests on."""

    @property
    def since(self) -> Edtf:
        """The day from which readers do not see it."""
        return self.withheld.on

    @property
    def has_address(self) -> bool:
        """Whether its address says that it is withheld: no text does, nor what no reader has seen yet."""
        return self.kind != TEXT and self.withheld.reason != EMBARGO


def published(corpus: Corpus) -> tuple[Corpus, tuple[Held, ...]]:
    """Return what readers get of a corpus, and what is withheld from them."""
    kept = {
        kind: {id_: filed for id_, filed in of.items() if filed.record.state is State.PUBLISHED}
        for kind, of in corpus.records.items()
    }
    if any(len(of) < len(corpus.records[kind]) for kind, of in kept.items()):
        left = {kind: {id_: filed.record for id_, filed in of.items()} for kind, of in kept.items()}
        corpus = replace(corpus, records=kept, images=_images(corpus, left))
    return without_withheld(corpus)


def held_texts(corpus: Corpus, left: Corpus) -> tuple[Held, ...]:
    """Return each text that is withheld by itself, of the records that are left for readers."""
    return tuple(
        Held(TEXT, f"{kind} {id_}#{name}", corpus.records[RecordKind(kind)][id_].record.withheld)
        for (kind, id_), names in hidden_texts(corpus).items()
        if id_ in left.records.get(RecordKind(kind), {})
        for name in sorted(names)
    )


def without_withheld(
    corpus: Corpus, also: tuple[Held, ...] = (), hidden: Mapping[Named, frozenset[str]] = _NO_TEXTS
) -> tuple[Corpus, tuple[Held, ...]]:
    """Return a corpus, drafts included, without what is withheld and what rests on it; and what that is.

    It is withheld by the corpus itself or, of another version of it, as `also` and, of texts, as `hidden`.
    """
    records = {kind: {id_: filed.record for id_, filed in corpus.records.get(kind, {}).items()} for kind in RecordKind}
    if not also and not hidden and not any(_has_withheld(record) for of in records.values() for record in of.values()):
        return corpus, ()
    found = Withholding(records, {(one.kind, one.id): one.withheld for one in also}, hidden)
    held = tuple(Held(kind, id_, since) for (kind, id_), since in sorted(found.since.items(), key=lambda one: one[0]))
    filed = {
        kind: {id_: _refiled(corpus.records[kind][id_], record) for id_, record in of.items()}
        for kind, of in found.left.items()
    }
    brief = corpus.brief and replace(corpus.brief, record=_brief(corpus.brief.record, found.since))
    return replace(corpus, records=filed, images=_images(corpus, found.left), brief=brief), held


def hidden_texts(corpus: Corpus) -> Mapping[Named, frozenset[str]]:
    """Return which texts of which records are withheld by themselves."""
    return {
        (kind.value, id_): HIDEABLE.intersection(filed.record.withheld.fields)
        for kind, of in corpus.records.items()
        for id_, filed in of.items()
        if filed.record.withheld is not None and not filed.record.withheld.is_whole
    }


def names_of(record: Actor | Place) -> tuple[str, ...]:
    """Return everything that an actor or a place is called, its id among it."""
    return (*every_name(record), record.id)


def _has_withheld(record: Record) -> bool:
    return record.withheld is not None or (
        isinstance(record, Event) and any(claim.withheld is not None for claim in record.claims)
    )


def _refiled(filed: Filed[Any], record: Any) -> Filed[Any]:
    """Return a record with its file; who remembers a file by its digest must see that less of it is shown."""
    if record is filed.record:
        return filed
    document: Document = filed.document
    told = f"{document.digest or document.yaml}\0{json.dumps(encode(record))}"
    digest = hashlib.sha256(told.encode("utf-8", "surrogatepass")).hexdigest()
    body = document.body if getattr(record, "body", document.body) else ""
    return Filed(record, replace(document, digest=digest, body=body))


def _brief(brief: Brief, since: Mapping[Named, Withheld]) -> Brief:
    """Return the brief without the sentences that rest on what is withheld."""
    return replace(
        brief,
        what_happened=tuple(
            one for one in brief.what_happened if not any((CLAIM, claim) in since for claim in one.claims)
        ),
        what_is_disputed=tuple(
            one for one in brief.what_is_disputed if (RecordKind.DISPUTE.value, one.dispute) not in since
        ),
    )


def _images(corpus: Corpus, left: Mapping[RecordKind, Mapping[str, Record]]) -> Mapping[str, Path]:
    """Return the images of a corpus without those that only what is withheld shows."""
    before = {name for of in corpus.records.values() for filed in of.values() for name in _shown(filed.record)}
    kept = {name for of in left.values() for record in of.values() for name in _shown(record)}
    kept |= {name for page in corpus.pages.values() for name in _images_of(page.document.body)}
    return {name: path for name, path in corpus.images.items() if name in kept or name not in before}


def _shown(record: Record) -> list[str]:
    return _images_of(record.body) if isinstance(record, Actor | Dispute) else []


def _images_of(body: str) -> list[str]:
    return [found.target for found in prose.links(body) if found.image] if "![" in body else []
