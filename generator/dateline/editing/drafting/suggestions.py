"""What a suggestion in an issue comes to: the keys of a draft record, and blanks for what it leaves open."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import Final, TypeVar

from dateline.editing.drafting.ids import claim_id
from dateline.editing.drafting.issues import Issue
from dateline.editing.drafting.known_records import KnownRecords, UnknownError
from dateline.editing.drafting.record_text import Blank, one_line
from dateline.editing.intake import Draft, free_id
from dateline.ground import dates
from dateline.ground.dates import Edtf
from dateline.ground.urls import is_web_address
from dateline.records.types import RecordKind
from dateline.records.types.spots import cited_spot

_BASES: Final = ("stated", "relative", "inferred", "publication")
"""What the choices of the form's `date-basis` mean, in their order."""
_SHOWN: Final = 300
T = TypeVar("T")


def event_of(issue: Issue, shelf: KnownRecords) -> dict[str, object]:
    """Return the values of a draft event; what no record has a name for is a Blank that says so."""
    said = issue.answers
    basis, dated = issue.choice("date-basis"), _date(said.get("date", ""))
    places, strange_places = _resolved(said.get("place", ""), shelf, RecordKind.PLACE)
    actors, strange_actors = _resolved(said.get("actors", ""), shelf, RecordKind.ACTOR)
    return {
        "title": one_line(said.get("headline", "")) or Blank("not given"),
        "date": dated if isinstance(dated, Blank) else dated.text,
        "calendar": None if isinstance(dated, Blank) else dated.calendar,
        "date_basis": _BASES[basis] if basis is not None and basis < len(_BASES) else None,
        "date_note": one_line(said.get("date-note", "")) or None,
        "kind": Blank(f"the form does not ask; one of: {', '.join(sorted(shelf.terms('event_kinds')))}"),
        "places": [{"place": id_} for id_ in places] or _blank(strange_places, "place"),
        "actors": [{"actor": id_} for id_ in actors] or _blank(strange_actors, "actor"),
        "claims": list(_claims(issue, shelf)) or Blank("not given"),
        "state": "draft",
    }


def source_of(issue: Issue, shelf: KnownRecords) -> Draft:
    """Return what the form says of a source."""
    said = issue.answers
    publishers, strange = _resolved(said.get("publisher", ""), shelf, RecordKind.ACTOR)
    published = _date(said.get("published", ""))
    is_known = not isinstance(published, Blank) and published.calendar is None
    address = said.get("source-address", "")
    return Draft(
        title=one_line(said.get("source-title", "")) or None,
        publisher=publishers[0] if publishers else None,
        publisher_hint=f"no actor is called '{strange[0]}'" if strange else "not given",
        published=published.text if not isinstance(published, Blank) and is_known else None,
        language=one_line(said.get("language", "")) or None,
        url=address if is_web_address(address) else None,
    )


def remarks_of(issue: Issue) -> str:
    """Return what the one who suggests adds, cut to a comment's size, each answer on a line."""
    said = issue.answers
    parts = [
        (key, said[key])
        for key in ("source-address", "paragraph", "archive", "record", "adds", "remarks")
        if key in said
    ]
    lines = [f"{key}: {one_line(text)[:_SHOWN]}" for key, text in parts]
    return "\n".join(["Suggested in an issue; what it says has not been checked.", *lines])


def _claims(issue: Issue, shelf: KnownRecords) -> Iterator[dict[str, object]]:
    taken: set[str] = set()
    for line in issue.answers.get("claim", "").split("\n"):
        text = one_line(line.lstrip("-*• "))
        if text:
            id_ = free_id(claim_id(text) or "claim", taken)
            taken.add(id_)
            yield {"id": id_, "text": text, "reports": [_report(issue, shelf)]}


def _report(issue: Issue, shelf: KnownRecords) -> dict[str, object]:
    said = issue.answers
    source = shelf.source_at(said.get("source-address", ""))
    speakers, strange = _resolved(said.get("speaker", ""), shelf, RecordKind.ACTOR)
    by: object = speakers if speakers or not strange else Blank(f"no actor is called '{strange[0]}'")
    if source is None:
        why = "the source at that address has no record yet: dateline source add ARTICLE"
        return {"by": by, "cite": Blank(why)}
    paragraph = _tried(partial(shelf.spot_of, source, said.get("paragraph", "")))
    if paragraph is None:
        return {"by": by, "cite": Blank(f"source {source}, whose paragraph is not certain")}
    return {"by": by, "cite": {"source": source, **cited_spot(paragraph)}}


def _resolved(text: str, shelf: KnownRecords, kind: RecordKind) -> tuple[list[str], list[str]]:
    """Return the ids that names, with commas between, stand for; and those that stand for none."""
    names = [one_line(name) for name in text.replace("\n", ",").split(",") if name.strip()]
    found = {name: _tried(partial(shelf.id_of, kind, name)) for name in names}
    return [id_ for id_ in found.values() if id_ is not None], [name for name, id_ in found.items() if id_ is None]


def _tried(look: Callable[[], T]) -> T | None:
    try:
        return look()
    except UnknownError:
        return None


def _blank(strange: list[str], what: str) -> Blank | None:
    return Blank(f"no {what} is called '{strange[0]}'") if strange else None


def _date(text: str) -> Edtf | Blank:
    try:
        return dates.parse_as_typed(one_line(text), dates.ANY_ZONE)
    except dates.DateError:
        return Blank(f"'{one_line(text)}' is no date" if text else "not given")
