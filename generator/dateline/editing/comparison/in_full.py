"""What a record says that is new, in words: each claim with who says it, sources with what is drawn from them.

Whoever reviews an addition reads these lines instead of the file.
"""

from collections.abc import Callable, Iterator
from typing import Any, Final

from dateline.editing.comparison.differences import Detail
from dateline.editing.comparison.fieldwise import in_plain_words, pairs_in_words, said_under
from dateline.editing.comparison.versions import Version
from dateline.ground.dates import in_words
from dateline.pages.wording import addresses, words
from dateline.pages.wording.places_in_sources import part_in_words
from dateline.records.types import (
    Actor,
    ActorRole,
    Change,
    Citation,
    Claim,
    Control,
    Creator,
    Dispute,
    Event,
    Picture,
    Place,
    PlaceRole,
    Record,
    RecordKind,
    RelatedEvent,
    Report,
    Source,
    SourcePart,
    Spot,
)
from dateline.records.types.dated_facts import LiesIn, Membership
from dateline.records.types.shapes import values_of

Fields = tuple[tuple[str, object], ...]


def in_full(version: Version, record: Record) -> tuple[Detail, ...]:
    """Return all that a new record says."""
    told = _TOLD[RecordKind(type(record).__name__.lower())](version, record)
    return (*told, *map(_entry_of_history, record.history))


def _entry_of_history(entry: Change) -> Detail:
    """Return an entry of a history: readers see it on the page of changes, however new the record is."""
    dispute = f" (dispute {entry.dispute})" if entry.dispute else ""
    return Detail(1, f"history: {words.change_label(entry)}, {in_words(entry.date)}: {entry.note}{dispute}")


def claim_in_full(version: Version, claim: Claim, level: int = 1) -> Iterator[Detail]:
    """Yield what a claim says beside its text, and each of its reports."""
    fields: Fields = (
        ("who holds the place", control_in_words(version, claim.control)),
        ("when", claim.when),
        ("accuses", tuple(map(version.actor, claim.accuses))),
        ("note", claim.note),
        ("unlike", claim.unlike),
    )
    yield from _fields(level, fields)
    for report in claim.reports:
        yield report_in_full(version, report, level)


def report_in_full(version: Version, report: Report, level: int = 1) -> Detail:
    """Return who says what in which paragraph, with which figures, and the paragraph's address in the original."""
    said = [version.report(report), words.STANCE_LABEL[report.stance], words.MODALITY_LABEL[report.modality]]
    said += ["its own reporting" if report.own_reporting else ""]
    said += [f"in the words of {version.actor(report.restates)}" if report.restates else ""]
    for figure in report.figures:
        inferred = f" (inferred: {figure.inferred})" if figure.inferred else ""
        said.append(f"{version.figure(figure)}{inferred}")
    said += [f"{name}: {text}" for name, text in (("inferred", report.inferred), ("note", report.note)) if text]
    told = "; ".join(filter(None, said))
    where = f" of {report.cite.source}" if version.chain(report) else ""
    return Detail(
        level,
        told.replace(cited := version.cited(report), f"{cited}{where}", 1),
        _original(version, report.cite),
    )


def grounds(version: Version, claim: Claim, report: Report) -> tuple[Detail, ...]:
    """Return what a changed report is about and rests on: the claim, and the paragraph with its address."""
    cite = report.cite
    found = version.chronology.source_parts.get((cite.source, cite.spot))
    ends = f" … {found.ends}" if found and found.ends else ""
    words_of_it = f": “{found.begins}{ends}”" if found and found.begins else ""
    paragraph = f"{version.cited(report)} of {cite.source}{words_of_it}"
    return Detail(1, f"claim: {claim.text}"), Detail(1, paragraph, _original(version, cite))


def control_in_words(version: Version, held: Control | None) -> str:
    """Return who holds which place, and how much of it."""
    if held is None:
        return ""
    inferred = f" (inferred: {held.inferred})" if held.inferred else ""
    told = "".join(f", {key} {when}" for key, when in (("from", held.from_), ("until", held.until)) if when is not None)
    how_much = f"{words.EXTENT_LABEL[held.extent]}{told}"
    return f"{version.actor(held.holder)} at {version.place(held.place)}: {how_much}{inferred}"


def role_in_words(version: Version, role: ActorRole | PlaceRole) -> str:
    """Return who or where, with the part and from what it was inferred."""
    if isinstance(role, ActorRole):
        name, notes = version.actor(role.actor), (role.role, role.inferred)
    else:
        name, notes = version.place(role.place), (role.note, role.inferred)
    said = ", ".join(note for note in notes if note)
    return f"{name} ({said})" if said else name


def event_in_words(version: Version, id_: str | None) -> str:
    """Return the title of an event with its id; nothing for none."""
    event = version.chronology.events.get(id_ or "")
    return f"{event.title} ({id_})" if event else id_ or ""


def relation_in_words(version: Version, tie: RelatedEvent) -> str:
    """Return what an event has to do with another, and who says so."""
    label = words.term(version.chronology.masthead, "relations", tie.how)
    said = ", ".join((*map(version.actor, tie.by), f"{version.spot(tie.cite)} of {tie.cite.source}"))
    return f"{label}: {event_in_words(version, tie.event)}, according to {said}"


def picture_in_words(version: Version, picture: Picture) -> str:
    """Return a picture with what it says, whose it is and what it is cited from."""
    cite = picture.cite
    rests = f"{version.spot(cite)} of {cite.source}" if cite is not None else None
    told = {"alt": picture.alt, "caption": picture.caption, "credit": picture.credit, "licence": picture.licence}
    said = [f"{key}: {text}" for key, text in {**told, "cite": rests}.items() if text]
    return f"{picture.image} ({'; '.join(said)})"


def _original(version: Version, cite: Citation) -> str:
    source = version.chronology.sources.get(cite.source)
    part = version.chronology.source_parts.get((cite.source, cite.spot))
    return (addresses.original_address(source, part) or "") if source and part else ""


def _fields(level: int, fields: Fields) -> Iterator[Detail]:
    for name, value in fields:
        said = in_plain_words(value)
        if said:
            yield Detail(level, f"{name}: {said}")


def _event(version: Version, event: Event) -> Iterator[Detail]:
    basis = None if event.date_basis == "stated" else event.date_basis
    fields: Fields = (
        ("kind", words.term(version.chronology.masthead, "event_kinds", event.kind)),
        ("where the date comes from", ", ".join(filter(None, (basis, event.date_note)))),
        ("the date as the source says it", event.date_wording),
        ("formerly", event.formerly),
        ("order within the day", event.seq),
        ("weight", event.weight),
        ("tags", tuple(words.term(version.chronology.masthead, "tags", tag) for tag in event.tags)),
        ("actors", tuple(role_in_words(version, role) for role in event.actors)),
        ("places", tuple(role_in_words(version, role) for role in event.places)),
        ("part of", event_in_words(version, event.part_of)),
        ("related", tuple(relation_in_words(version, tie) for tie in event.related)),
        ("pictures", tuple(picture_in_words(version, picture) for picture in event.media)),
        ("summary", event.summary),
        ("note", event.note),
        ("unlike", event.unlike),
        ("added", event.added),
        ("read again", event.reread),
    )
    yield from _fields(1, fields)
    for claim in event.claims:
        yield Detail(1, f"claim {claim.id}: {claim.text}")
        yield from claim_in_full(version, claim, 2)


def _source(version: Version, source: Source) -> Iterator[Detail]:
    yield Detail(1, f"address: {source.url or 'not known'}", source.url or "")
    for one in source.archive:
        yield Detail(1, f"archived {in_words(one.date)}: {one.url}", one.url)
    fields: Fields = (
        ("publisher", version.actor(source.publisher) if source.publisher else "not known"),
        ("kind", source.kind),
        ("language", source.language),
        ("title in other languages", dict(source.titles)),
        *_bibliographic(version, source),
        ("note on its date", source.published_note),
        ("written", source.written),
        ("note on when it was written", source.written_note),
        ("not known", source.unknown),
        ("who can open it", None if source.access == "open" else source.access),
        ("gone", source.gone),
        ("copies", source.copies),
        ("copy of", source.copy_of),
        ("withdrawn", source.withdrawn),
        ("corrected", source.corrected),
        ("read on", source.accessed),
        ("read again", source.reread),
        ("what was read", source.reading),
        ("rights", source.rights),
        ("licence", source.licence),
        ("places counted by", None if source.locators == "paragraph" else source.locators),
        ("coverage", source.coverage),
        ("note", source.note),
    )
    yield from _fields(1, fields)
    for part in source.ordered_parts:
        yield _source_part(version, source, part)


def _bibliographic(version: Version, source: Source) -> Fields:
    """Return by whom and in what a source is, as citations of it say."""
    return (
        ("authors", _people(version, source.authors)),
        ("editors", _people(version, source.editors)),
        ("translators", _people(version, source.translators)),
        ("in", source.container),
        ("volume", source.volume),
        ("issue", source.issue),
        ("pages", source.pages),
        ("edition", source.edition),
        ("published in", source.place_published),
        ("DOI", source.doi),
        ("ISBN", source.isbn),
        ("identifier", source.identifier),
    )


def _people(version: Version, creators: tuple[Creator, ...]) -> tuple[str, ...]:
    return tuple(one.name or version.actor(one.actor or "") for one in creators)


def _source_part(version: Version, source: Source, part: SourcePart) -> Detail:
    """Return how a paragraph or passage begins and ends, and what is drawn from it."""
    drawn = drawn_from(version, source.id, part.spot)
    why = f"unused: {part.unused}" if part.unused else "nothing is drawn from it"
    ends = f" … {part.ends}" if part.ends else ""
    quoted = f"“{part.begins}{ends}”" if part.begins else "no words"
    known = (words.plural(part.words, "word") if part.words else "", "" if part.sha256 else "no fingerprint")
    said = f"{quoted} ({', '.join(filter(None, known))}): " if any(known) else f"{quoted}: "
    more = (
        ("page of the PDF", part.pdf_page),
        ("quote", part.quote),
        ("text", part.text),
        ("translation", part.translation),
        ("note", part.note),
    )
    notes = "".join(f"; {name}: {text}" for name, text in more if text)
    address = addresses.original_address(source, part) or ""
    return Detail(1, f"{part_in_words(source, part)} {said}{drawn or why}{notes}", address)


def drawn_from(version: Version, source: str, spot: Spot) -> str:
    """Return what rests on a paragraph or passage: the claims, and the records that cite it besides."""
    uses = version.chronology.uses.get((source, spot), ())
    names = (f"{use.record.id}#{use.claim.id}" if use.claim else use.record.id for use in uses)
    return ", ".join(dict.fromkeys(names))


def _actor(version: Version, actor: Actor) -> Iterator[Detail]:
    fields: Fields = (
        ("kind", actor.kind),
        ("names", dict(actor.names)),
        ("aliases", actor.aliases),
        ("named", actor.named),
        ("part of", tuple(_entry(version.actor(one.actor), one) for one in actor.part_of)),
        ("succeeds", tuple(map(version.actor, actor.succeeds))),
        ("perhaps the same as", actor.perhaps_same_as),
        ("same as", actor.same_as),
        ("speaks for", actor.speaks_for),
        ("own voice", actor.own_voice or None),
        ("ownership", actor.ownership),
        ("named because", actor.named_because),
        ("index", None if actor.index else False),
        ("note", actor.note),
        ("text", actor.body),
    )
    yield from _fields(1, fields)
    for side in actor.sides:
        yield Detail(1, f"side: {in_plain_words(side)}", _original(version, side.cite))


def _place(version: Version, place: Place) -> Iterator[Detail]:
    point = f"{place.lat}, {place.lon}" if place.lat is not None else "not known"
    fields: Fields = (
        ("kind", words.term(version.chronology.masthead, "place_kinds", place.kind)),
        ("names", dict(place.names)),
        ("aliases", place.aliases),
        ("named", place.named),
        ("within", tuple(_entry(version.place(one.place), one) for one in place.within)),
        ("globe", None if place.globe == "earth" else place.globe),
        ("succeeds", tuple(map(version.place, place.succeeds))),
        ("perhaps the same as", place.perhaps_same_as),
        ("same as", place.same_as),
        ("coordinates", f"{point} ({place.precision})"),
        ("located by", place.located_by),
        ("note", place.note),
    )
    yield from _fields(1, fields)


def _entry(name: str, entry: Membership | LiesIn) -> str:
    """Return what something is a part of, with what is said of that beside."""
    _, *more = said_under(values_of(entry)).items()
    return f"{name} ({pairs_in_words(dict(more))})" if more else name


def _dispute(version: Version, dispute: Dispute) -> Iterator[Detail]:
    yield from _fields(1, (("kind", dispute.kind), ("relation", dispute.relation), ("aside", dispute.aside or None)))
    for standpoint in dispute.positions:
        denied = "; that this is not so" if standpoint.stance == "denies" else ""
        yield Detail(1, f"position {standpoint.id}: {standpoint.label}{denied}")
        yield from _fields(2, (("note", standpoint.note),))
        for name, references in (("stated by", standpoint.claims), ("rests on", standpoint.rests_on)):
            for reference in references:
                context = version.chronology.claims.get(reference)
                yield Detail(2, f"{name} {reference}{f': {context.claim.text}' if context else ''}")
    fields: Fields = (
        ("resolution", dispute.resolution),
        ("would settle it", dispute.would_settle),
        ("note", dispute.note),
        ("text", dispute.body),
    )
    yield from _fields(1, fields)


_TOLD: Final[dict[RecordKind, Callable[[Version, Any], Iterator[Detail]]]] = {
    RecordKind.EVENT: _event,
    RecordKind.SOURCE: _source,
    RecordKind.ACTOR: _actor,
    RecordKind.PLACE: _place,
    RecordKind.DISPUTE: _dispute,
}
