"""`dateline new`: complete, commented records in the right place, from few answers."""

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any, Final, get_args

import click

from dateline.cli.answers import a_coordinate, a_text, one_of
from dateline.cli.dates_asked import date_of, date_options
from dateline.cli.dialogue import going_back
from dateline.cli.facts_said import (
    memberships,
    named_option,
    names_of_a_time,
    part_of_option,
    wholes_of_place,
    within_option,
)
from dateline.cli.figures_asked import figure_options, figures_of
from dateline.cli.intake import add
from dateline.cli.makers import maker_of
from dateline.cli.new_record import NewRecord, desk_here
from dateline.cli.new_report import report, show_paragraphs, source_asked
from dateline.cli.suggested import draft_from
from dateline.cli.taken_words import Word
from dateline.cli.ties_said import tie_options, ties_of
from dateline.editing import drafting
from dateline.editing.drafting import claim_id, event_folder, event_id, free_id
from dateline.editing.intake import slug
from dateline.editing.revising import Parts
from dateline.records.types import Actor, Claim, Dispute, Event, Place, RecordKind
from dateline.records.types.dispute import Relation
from dateline.records.types.event import DateBasis, Modality, Stance
from dateline.records.types.spots import cited_spot
from dateline.records.types.standard_words import STANDARD_WORDS

_POSITIONS: Final = 2
_DENIES: Final = "denies:"
_DRAFT: Final = click.option(
    "--draft", is_flag=True, help="Checked, and not built into the site; public where the repository is."
)


_ANOTHER: Final = click.option(
    "--another", is_flag=True, help="It is another than the one that has the same name, alias or question."
)


@click.group(invoke_without_command=True)
@click.option("--from-issue", type=click.Path(exists=True, dir_okay=False, path_type=Path), help="A filled-in form.")
@click.pass_context
def new(context: click.Context, from_issue: Path | None) -> None:
    """Write a new record: complete, commented, in the right place.

    What options do not say is asked in a terminal. Names are taken for ids where they are certain. Nothing is ever
    overwritten. With --from-issue, the text of an issue that was filled in on the site's forms becomes a draft.
    """
    if context.invoked_subcommand is not None:
        return
    if from_issue is None:
        raise click.UsageError(
            "say what is new: event, claim, report, source, actor, place or dispute; or --from-issue FILE"
        )
    draft_from(from_issue, desk_here())


new.add_command(add, "source")
new.add_command(report)


def _desk_for(about: type, *, is_another: bool = False) -> NewRecord:
    """Return the project in this folder, where what is asked for and missing is made on the spot."""
    desk = replace(desk_here(about), is_another=is_another)
    desk.answers.makes = maker_of(desk)
    return desk


@new.command()
@click.option("--title", help="A headline in your own neutral words.")
@date_options
@click.option("--date-basis", help=f"Where the date comes from: {', '.join(get_args(DateBasis))}.")
@click.option("--date-note", help="From what the date was taken; needed unless it is stated.")
@click.option("--kind", help="A word of the vocabulary's event_kinds.")
@click.option("--place", multiple=True, help="Where; an id or a name. May be given again.")
@click.option("--actor", multiple=True, metavar="ACTOR[:ROLE]", help="Who took part, and as what. May be given again.")
@click.option("--summary", help="One or two neutral sentences.")
@click.option("--claim", help="The first claim, in your own words.")
@click.option("--claim-id", help="Its id; made of its words if absent.")
@click.option("--source", help="The source that reports it.")
@click.option("--paragraph", "--at", "paragraph", help="The paragraph's number or first words; where a passage stands.")
@click.option("--by", multiple=True, help="Who says so, first speaker first. May be given again.")
@figure_options
@tie_options
@click.option("--id", "id_", help="The record's id; made of date and title if absent.")
@_DRAFT
@going_back
def event(**said: Any) -> None:
    """Write a new event with its first claim."""
    desk = _desk_for(Event)
    ask, shelf = desk.answers, desk.shelf
    title = ask.one("title", said["title"], "Headline, in your own neutral words", a_text)
    date, dated = date_of(ask, said, shelf.timezone)
    basis = ask.one(
        "date-basis",
        said["date_basis"],
        "Where the date comes from",
        one_of(*get_args(DateBasis)),
        "stated",
        choices=get_args(DateBasis),
    )
    note = None
    if basis != "stated" or said["date_note"] is not None:
        note = ask.one("date-note", said["date_note"], "From what the date was taken", a_text)
    kinds = sorted(shelf.terms("event_kinds"))
    kind = ask.one("kind", said["kind"], "Kind", partial(shelf.word_of, "event_kinds"), choices=kinds)
    places = ask.many("place", said["place"], "Places", desk.place)
    actors = ask.many("actor", said["actor"], "Actors, each as actor or actor:role", partial(_actor, desk))
    claim = _claim(desk, said["claim"], said["claim_id"], said, taken=())
    suggested = event_id(title, date) if title is not None and date is not None else None
    id_ = desk.settle_id(RecordKind.EVENT, said["id_"], suggested)
    values = {
        "title": title,
        **dated,
        "date_basis": basis if basis != "stated" else None,
        "date_note": note,
        "kind": kind,
        "places": [{"place": one} for one in places] or None,
        "actors": actors or None,
        "summary": a_text(said["summary"]) if said["summary"] is not None else None,
        **ties_of(shelf, said),
        "claims": [claim],
        "state": _state(said),
    }
    desk.write(RecordKind.EVENT, id_, values, event_folder(date) if date is not None else "")


def _actor(desk: NewRecord, text: str) -> dict[str, str | None]:
    actor, _, role = text.partition(":")
    return {"actor": desk.actor(actor.strip()), "role": desk.shelf.word_of("roles", role.strip()) if role else None}


def _claim(
    desk: NewRecord, text: str | None, said_id: str | None, said: Mapping[str, Any], taken: tuple[str, ...]
) -> dict[str, object]:
    """Return a claim with its report, from what is said or asked."""
    ask, shelf = desk.answers, desk.shelf
    option = "claim" if "claim" in said else "text"
    claim = ask.one(option, text, "The claim, in your own words", a_text)
    source = source_asked(ask, shelf, said["source"])
    if ask.asks and source is not None and said["paragraph"] is None:
        show_paragraphs(shelf, source)
    paragraph = ask.one("paragraph", said["paragraph"], "Paragraph", lambda one: shelf.spot_of(source or "", one))
    by = ask.many("by", said["by"], "Who says so, first speaker first", desk.actor)
    figures = figures_of(ask, shelf, said["figures"])
    id_ = said_id or free_id(claim_id(claim or "") or "claim", taken)
    if not drafting.is_free(id_, taken):
        raise click.BadParameter(
            f"'{id_}' is no id, or the event has such a claim, or Windows keeps the name for itself",
            param_hint="the claim's id",
        )
    stances = {key: said[key] for key in ("stance", "modality") if said.get(key)}
    return {
        "id": id_,
        "text": claim,
        "note": said.get("note"),
        "reports": [
            {"by": by, **stances, "cite": {"source": source, **cited_spot(paragraph)}, "figures": figures or None}
        ],
    }


@new.command()
@click.argument("event_id", metavar="EVENT")
@click.option("--text", help="The claim, in your own words.")
@click.option("--id", "id_", help="Its id; made of its words if absent.")
@click.option("--source", help="The source that reports it.")
@click.option("--paragraph", "--at", "paragraph", help="The paragraph's number or first words; where a passage stands.")
@click.option("--by", multiple=True, help="Who says so, first speaker first. May be given again.")
@figure_options
@click.option("--stance", type=Word(get_args(Stance)), help="How the first speaker stands to it.")
@click.option("--modality", type=Word(get_args(Modality)), help="How firmly it is said.")
@click.option("--note", help="What a reader must know about it.")
@going_back
def claim(event_id: str, **said: Any) -> None:
    """Add a claim to EVENT; everything else in its file stays as it is."""
    desk = _desk_for(Claim)
    filed = desk.shelf.corpus.records.get(RecordKind.EVENT, {}).get(event_id)
    if filed is None:
        raise click.BadParameter(f"there is no sound event '{event_id}'; dateline check says more", param_hint="EVENT")
    taken = tuple(one.id for one in filed.record.claims)
    values = _claim(desk, said["text"], said["id_"], said, taken)
    desk.answers.complete()
    path = desk.settings.root / filed.document.path
    parts = Parts.of(desk.manuscript.text(desk.manuscript.path_of(RecordKind.EVENT, event_id)), is_markdown=False)
    try:
        text = parts.with_yaml(drafting.with_claim(parts.yaml, values))
    except drafting.NoPlaceError as error:
        raise click.ClickException(f"{filed.document.path}: {error}; add the claim by hand") from None
    desk.cite(values)
    desk.refuse_unsound(RecordKind.EVENT, path, text)
    desk.warn(RecordKind.EVENT, path, text, [str(values["id"])])
    desk.save(path, text)
    desk.tell(path)


@new.command()
@click.option("--name", help="The name that the site uses.")
@click.option("--kind", help=f"What it is: {', '.join(STANDARD_WORDS['actor_kinds'])}, or a word of actor_kinds.")
@click.option("--alias", multiple=True, help="Another spelling or name. May be given again.")
@part_of_option
@named_option
@_ANOTHER
@click.option("--named-because", help="Of a person who is a part of nothing: why readers need the name.")
@_DRAFT
@click.option("--id", "id_", help="The record's id; made of the name if absent.")
@going_back
def actor(**said: Any) -> None:
    """Write a new actor: a party, a unit, a speaker, a publisher."""
    desk = _desk_for(Actor, is_another=said["another"])
    ask = desk.answers
    name = ask.one("name", said["name"], "Name", a_text)
    kinds = tuple(desk.shelf.terms("actor_kinds"))
    kind = ask.one("kind", said["kind"], "Kind", partial(desk.shelf.word_of, "actor_kinds"), choices=kinds)
    aliases = ask.many("alias", said["alias"], "Other names and spellings", a_text)
    named = names_of_a_time(desk, said["named"])
    part_of = memberships(desk, said["part_of"])
    id_ = desk.settle_id(RecordKind.ACTOR, said["id_"], slug(name or ""))
    because = a_text(said["named_because"]) if said["named_because"] is not None else None
    values = {"name": name, "aliases": aliases or None, "kind": kind, "named": named, "part_of": part_of}
    values |= {"named_because": because}
    desk.write(RecordKind.ACTOR, id_, {**values, "state": _state(said)})


@new.command()
@click.option("--name", help="The name that the site uses.")
@click.option("--kind", help="A word of the vocabulary's place_kinds.")
@click.option("--alias", multiple=True, help="Another spelling. May be given again.")
@within_option
@named_option
@click.option("--lat", help="Latitude in decimal degrees.")
@click.option("--lon", help="Longitude in decimal degrees.")
@click.option("--located-by", help="Who gave the coordinates; needed where they are given.")
@click.option("--precision", type=Word(["exact", "locality", "area", "region"]), help="How exact they are.")
@_ANOTHER
@_DRAFT
@click.option("--id", "id_", help="The record's id; made of the name if absent.")
@going_back
def place(**said: Any) -> None:
    """Write a new place; without coordinates, if no gazetteer gives them."""
    desk = _desk_for(Place, is_another=said["another"])
    ask, shelf = desk.answers, desk.shelf
    kinds = sorted(shelf.terms("place_kinds"))
    name = ask.one("name", said["name"], "Name", a_text)
    kind = ask.one("kind", said["kind"], "Kind", partial(shelf.word_of, "place_kinds"), choices=kinds)
    aliases = ask.many("alias", said["alias"], "Other spellings", a_text)
    named = names_of_a_time(desk, said["named"])
    within = wholes_of_place(desk, said["within"])
    given: dict[str, object] = {"precision": said["precision"]}
    if any(said[key] is not None for key in ("lat", "lon", "located_by")):
        given["lat"] = ask.one("lat", said["lat"], "Latitude in decimal degrees", a_coordinate("lat"))
        given["lon"] = ask.one("lon", said["lon"], "Longitude in decimal degrees", a_coordinate("lon"))
        given["located_by"] = ask.one("located-by", said["located_by"], "Who gave the coordinates", a_text)
    id_ = desk.settle_id(RecordKind.PLACE, said["id_"], slug(name or ""))
    values = {"name": name, "aliases": aliases or None, "kind": kind, "named": named, "within": within, **given}
    desk.write(RecordKind.PLACE, id_, {**values, "state": _state(said)})


@new.command()
@click.option("--question", help="The question, in neutral words.")
@click.option(
    "--kind", help=f"What it is about: {', '.join(STANDARD_WORDS['dispute_kinds'])}, or a word of dispute_kinds."
)
@click.option("--relation", help=f"How the positions stand to each other: {', '.join(get_args(Relation))}.")
@click.option(
    "--position",
    multiple=True,
    metavar="LABEL=CLAIMS",
    help="A position and its claims, as event#claim,event#claim; as denies:event#claim where they are denied.",
)
@click.option("--would-settle", help="What evidence would settle it.")
@_ANOTHER
@_DRAFT
@click.option("--id", "id_", help="The record's id; made of the question if absent.")
@going_back
def dispute(**said: Any) -> None:
    """Write a new, open dispute with two positions or more."""
    desk = _desk_for(Dispute, is_another=said["another"])
    ask = desk.answers
    question = ask.one("question", said["question"], "The question, in neutral words", a_text)
    kinds, relations = tuple(desk.shelf.terms("dispute_kinds")), get_args(Relation)
    check = partial(desk.shelf.word_of, "dispute_kinds")
    kind = ask.one("kind", said["kind"], "What it is about", check, choices=kinds)
    relation = ask.one(
        "relation", said["relation"], "The positions are", one_of(*relations), "exclusive", choices=relations
    )
    positions = ask.each("position", said["position"], partial(_position, desk))
    while len(positions) < _POSITIONS and ask.asks:
        positions.append(
            ask.one("position", None, "A position, as LABEL=event#claim,…", lambda text: _position(desk, text)) or {}
        )
    if len(positions) < _POSITIONS:
        ask.missing.append(f"--position ({_POSITIONS} at least)")
    settles = ask.one("would-settle", said["would_settle"], "What evidence would settle it", a_text)
    id_ = desk.settle_id(RecordKind.DISPUTE, said["id_"], slug(question or ""))
    values = {
        "question": question,
        "kind": kind,
        "relation": relation,
        "status": "open",
        "positions": positions,
        "would_settle": settles,
        "state": _state(said),
    }
    desk.write(RecordKind.DISPUTE, id_, values)


def _state(said: Mapping[str, Any]) -> str | None:
    return "draft" if said["draft"] else None


def _position(desk: NewRecord, text: str) -> dict[str, object]:
    label, equals, claims = text.rpartition("=")
    if not equals or not label.strip():
        raise click.BadParameter(f"'{text}' is no position: write LABEL=event#claim,event#claim")
    stance = "denies" if claims.strip().startswith(_DENIES) else None
    said = claims.strip().removeprefix(_DENIES).split(",")
    named = [desk.shelf.claim_of(one.strip()) for one in said if one.strip()]
    return {"id": slug(label) or "position", "label": a_text(label), "stance": stance, "claims": named}
