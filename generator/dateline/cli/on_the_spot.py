"""Actors and places made where a question needs one, between two questions of another record."""

from functools import partial

import click

from dateline.cli.answers import Answers, a_text
from dateline.cli.dialogue import aside
from dateline.cli.new_record import NewRecord
from dateline.editing.intake import slug
from dateline.records.types import Actor, Place, RecordKind
from dateline.records.types.fields import is_id

_TYPES: dict[RecordKind, type] = {RecordKind.ACTOR: Actor, RecordKind.PLACE: Place}


def make_named(desk: NewRecord, kind: RecordKind, name: str) -> str | None:
    """Ask whether an actor or place is to be made that an answer names, and make it; return its id."""
    article = "an" if kind is RecordKind.ACTOR else "a"
    if kind not in _TYPES or not click.confirm(f"Make {article} {kind} '{name}' now?"):
        return None
    with aside() as run:
        return run(partial(_made, desk, kind, name))


def _made(desk: NewRecord, kind: RecordKind, said: str) -> str:
    ask = Answers(asks=True, about=_TYPES[kind])
    name = ask.one("name", None, "Name", a_text, None if is_id(said) else said) or said
    words = "actor_kinds" if kind is RecordKind.ACTOR else "place_kinds"
    known = tuple(desk.shelf.terms(words))
    choices = known if kind is RecordKind.ACTOR else sorted(known)
    of = ask.one("kind", None, "Kind", partial(desk.shelf.word_of, words), choices=choices)
    suggested = said if is_id(said) else slug(name) or None
    check = partial(desk.shelf.new_id, kind)
    id_ = ask.one("id", None, "Its id, which is for ever", check, suggested) or ""
    desk.write_aside(kind, id_, {"name": name, "kind": of})
    return id_
