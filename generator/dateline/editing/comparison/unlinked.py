"""A version of the records without the paragraphs that lead to what is withheld in the version after it."""

import re
from collections.abc import Set as AbstractSet
from dataclasses import replace
from typing import Any, Final

from dateline.editing.comparison.versions import Version
from dateline.records import prose
from dateline.records.loading import Filed
from dateline.records.types import Actor, Dispute
from dateline.records.types.named_kinds import CLAIM

Gone = AbstractSet[tuple[str, str]]
"""Kinds and ids of what is withheld."""
_GAP: Final = re.compile(r"(\n[ \t]*\n)")
_DEFINITION: Final = re.compile(r"^[ ]{0,3}\[[^\]]+\]:", re.MULTILINE)


def unlinked(version: Version, gone: Gone) -> Version:
    """Return a version without the paragraphs of its texts and pages that lead to something `gone`."""
    if not gone:
        return version
    records = {
        kind: {id_: _filed(filed, gone) for id_, filed in of_kind.items()}
        for kind, of_kind in version.corpus.records.items()
    }
    pages = {
        id_: replace(page, document=replace(page.document, body=without_paragraphs(page.document.body, gone)))
        for id_, page in version.corpus.pages.items()
    }
    return replace(version, corpus=replace(version.corpus, records=records, pages=pages))


def _filed(filed: Filed[Any], gone: Gone) -> Filed[Any]:
    if not isinstance(filed.record, Actor | Dispute):
        return filed
    body = without_paragraphs(filed.record.body, gone)
    if body == filed.record.body:
        return filed
    document = replace(filed.document, body=without_paragraphs(filed.document.body, gone))
    return Filed(replace(filed.record, body=body), document)


def without_paragraphs(body: str, gone: Gone) -> str:
    """Return a text without its paragraphs that lead to something `gone`: all of it, where links are defined apart."""
    places = [link.offset for link in prose.links(body) if link.record is not None and _leads(link.record, gone)]
    if not places:
        return body
    if _DEFINITION.search(body):
        return ""
    kept, start = [], 0
    for part in _GAP.split(body):
        end = start + len(part)
        if not any(start <= place < end for place in places):
            kept.append(part)
        start = end
    return "".join(kept)


def _leads(record: tuple[str, str], gone: Gone) -> bool:
    kind, target = record
    return (kind, target if kind == CLAIM else target.partition("#")[0]) in gone
