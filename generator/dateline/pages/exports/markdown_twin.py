"""A record as plain Markdown, for programs that read pages: what its page says, without the page."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from dateline.ground.escaping import markdown
from dateline.pages.exports.table import whole_address
from dateline.pages.shared.edition import Edition
from dateline.pages.shared.views import Link, ReportView
from dateline.pages.wording import words
from dateline.pages.wording.addresses import part_address
from dateline.records.types import Actor, Claim, Dispute, Event, Place, Record, Source

_BETWEEN: Final = "\n\n"
_LISTED: Final = re.compile(r"\A([0-9]{0,9})([-.])(?![^ ])")
"""What would make a list of a text that begins with it: "1." and "-"."""


def markdown_of(edition: Edition, record: Record) -> str:
    """Return a record as Markdown."""
    page = whole_address(edition, edition.shared_address(record))
    return _BETWEEN.join(filter(None, (*_parts(edition, record), f"<{page}>"))) + "\n"


def _parts(edition: Edition, record: Record) -> Iterator[str]:
    match record:
        case Event():
            yield from _event(edition, record)
        case Source():
            yield from _source(edition, record)
        case Actor():
            yield from _actor(edition, record)
        case Place():
            yield from _place(edition, record)
        case Dispute():
            yield from _dispute(edition, record)


def _event(edition: Edition, event: Event) -> Iterator[str]:
    yield f"# {_text(event.title)}"
    yield _text(words.when(event, edition.language))
    yield _text(event.summary)
    yield _text(event.note)
    for claim in event.claims:
        yield from _claim(edition, event, claim)


def _claim(edition: Edition, event: Event, claim: Claim) -> Iterator[str]:
    view = edition.claim(event, claim)
    yield f"## {_text(claim.text)}"
    yield f"**{_text(view.outcome_label)}**: {_text(view.reason)}. {_text(view.heard)}."
    yield _list(_report(edition, one) for one in view.reports)


def _report(edition: Edition, report: ReportView) -> str:
    cite = report.citation
    how = f" ({_text(report.how)})" if report.how else ""
    source, paragraph = (_link(edition, one) for one in (cite.source, cite.paragraph))
    return f"{_chain(cite.speakers)}{how}: {source}, {paragraph}, {_text(cite.published)}"


def _source(edition: Edition, source: Source) -> Iterator[str]:
    told = edition.source(source.id)
    yield f"# {_text(told.text)}"
    yield _text(told.note)
    yield f"<{source.url}>" if source.url else ""
    yield _text(source.note)
    yield _list(
        f"[{_text(str(part.spot))}]({whole_address(edition, part_address(source.id, part.spot))})"
        + "".join(f" {_text(one)} …" for one in (part.begins, part.ends) if one)
        for part in source.parts
    )


def _actor(edition: Edition, actor: Actor) -> Iterator[str]:
    yield f"# {_text(actor.name)}"
    yield _text(edition.term("actor_kinds", actor.kind))
    yield _text(actor.note)
    yield _list(
        f"{words.how(one.report.stance, one.report.modality, edition.language)} "
        f"{_link(edition, edition.claim_link(one.event, one.claim))}".lstrip()
        for one in edition.chronology.reports_by_speaker.get(actor.id, ())
    )


def _place(edition: Edition, place: Place) -> Iterator[str]:
    yield f"# {_text(edition.place_name(place.id))}"
    yield _text(edition.term("place_kinds", place.kind))
    yield _text(place.note)
    events = edition.chronology.events_by_place.get(place.id, ())
    yield _list(_link(edition, edition.event(event)) for event in events)


def _dispute(edition: Edition, dispute: Dispute) -> Iterator[str]:
    yield f"# {_text(dispute.question)}"
    yield _text(words.status_label(dispute, edition.language))
    yield _text(dispute.note)
    yield _text(dispute.would_settle)
    claims = edition.chronology.claims
    for position in dispute.positions:
        yield f"## {_text(position.label)}"
        stated = (claims[reference] for reference in position.claims if reference in claims)
        yield _list(_link(edition, edition.claim_link(one.event, one.claim)) for one in stated)


def _chain(speakers: Iterable[Link]) -> str:
    return ", ".join(_text(one.text) for one in speakers)


def _link(edition: Edition, link: Link) -> str:
    note = f" ({_text(link.note)})" if link.note else ""
    return f"[{_text(link.text)}]({whole_address(edition, link.address)}){note}"


def _list(lines: Iterable[str]) -> str:
    return "\n".join(f"- {line}" for line in lines)


def _text(text: str | None) -> str:
    """Return a text on one line, in which no mark means anything, at its beginning neither."""
    if not text:
        return ""
    return _LISTED.sub(lambda found: f"{found[1]}&#{ord(found[2])};", str(markdown(" ".join(text.split()))))
