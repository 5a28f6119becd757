"""data/annotations.jsonld: the claims as notes to the very passages that they rest on (Web Annotation, W3C)."""

import json
from collections.abc import Iterable, Iterator
from typing import Final

from dateline.ground.json_values import JsonObject, compact_json
from dateline.ground.languages import marked_many
from dateline.pages.exports.export import Holding, LeftOut, in_lines
from dateline.pages.exports.table import whole_address
from dateline.pages.shared.derivations import derivation
from dateline.pages.shared.edition import Edition
from dateline.pages.wording.addresses import claim_page_address, part_address
from dateline.records.chronology import Use
from dateline.records.types import Event, Record, Source, SourcePart

ANNOTATIONS_PATH: Final = "data/annotations.jsonld"
_CONTEXT: Final = "http://www.w3.org/ns/anno.jsonld"


def annotations_of(edition: Edition, record: Record) -> str:
    """Return a note for each passage of a source on which claims rest and whose words are found at its address."""
    if not isinstance(record, Source) or record.url is None:
        return ""
    return ",\n".join(
        compact_json(_annotation(edition, record, part, uses)) for part, uses in _cited(edition, record) if part.begins
    )


def page_of_annotations(edition: Edition, pieces: Iterable[str]) -> Iterator[str]:
    """Yield the notes as a page of them: each names itself and its claims whole, for readers of plain JSON."""
    head = {
        "@context": _CONTEXT,
        "id": whole_address(edition, ANNOTATIONS_PATH),
        "type": "AnnotationPage",
    }
    yield f'{json.dumps(head)[:-1]}, "items": ['
    yield from in_lines(pieces)
    yield "\n]}\n"


def annotations_held(edition: Edition) -> Holding:
    """Return how many passages have a note, and how many have no address or no words to be found by."""
    counts = edition.derived(counts_of_annotations)
    lost = LeftOut(
        counts["without"],
        marked_many(
            "%(count)s passage is not in it: its source has no address, or it has no words to be found by.",
            "%(count)s passages are not in it: their sources have no address, or they have no words to be found by.",
        ),
    )
    return Holding(counts["with"], marked_many("%(count)s passage", "%(count)s passages"), (lost,))


@derivation
def counts_of_annotations(edition: Edition) -> dict[str, int]:
    """Return how many passages that claims rest on can be found at an address, and how many cannot."""
    found = [
        source.url is not None and bool(part.begins)
        for source in edition.chronology.sources.values()
        for part, _ in _cited(edition, source)
    ]
    return {"with": sum(found), "without": len(found) - sum(found)}


def _cited(edition: Edition, source: Source) -> Iterator[tuple[SourcePart, list[Use]]]:
    for part in source.parts:
        uses = [use for use in edition.chronology.uses.get((source.id, part.spot), ()) if use.claim is not None]
        if uses:
            yield part, uses


def _annotation(edition: Edition, source: Source, part: SourcePart, uses: list[Use]) -> JsonObject:
    claims = [
        whole_address(edition, claim_page_address(use.record.id, use.claim.id))
        for use in uses
        if use.claim is not None and isinstance(use.record, Event)
    ]
    return {
        "id": whole_address(edition, part_address(source.id, part.spot)),
        "type": "Annotation",
        "motivation": "linking",
        "body": list(dict.fromkeys(claims)),
        "target": {"source": source.url, "selector": _selector(part)},
    }


def _selector(part: SourcePart) -> JsonObject:
    """Return how a passage is found: by its first words or, where both are told, from these to its last."""
    begins, ends = ({"type": "TextQuoteSelector", "exact": words} for words in (part.begins, part.ends))
    if not part.ends:
        return dict(begins)
    return {"type": "RangeSelector", "startSelector": begins, "endSelector": ends}
