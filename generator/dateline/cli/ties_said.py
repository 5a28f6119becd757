"""What a new event is a part of, what it is about, and what somebody relates it to: said by options, never asked."""

import re
from collections.abc import Callable, Mapping
from typing import Any, Final, TypeVar

import click

from dateline.editing.drafting import KnownRecords, UnknownError
from dateline.records.types import RecordKind
from dateline.records.types.spots import cited_spot

_IS_NUMBER: Final = re.compile("p[0-9]+")
C = TypeVar("C", bound=Callable[..., Any])


def tie_options(command: C) -> C:
    """Let a command be given what an event is tied to."""
    options = (
        click.option("--part-of", metavar="EVENT", help="The event that it is a part of."),
        click.option("--tag", multiple=True, help="A word of the vocabulary's tags. May be given again."),
        click.option(
            "--related",
            nargs=3,
            multiple=True,
            metavar="HOW EVENT SOURCE#p3",
            help="What another event is to it (caused-by, follows, …), and where that is said. May be given again.",
        ),
    )
    for option in reversed(options):
        command = option(command)
    return command


def ties_of(shelf: KnownRecords, said: Mapping[str, Any]) -> dict[str, object]:
    """Return the keys that tie an event; raises click.BadParameter for what is not there."""
    whole = said["part_of"]
    tags = [_known("--tag", shelf.word_of, "tags", one) for one in said["tag"]]
    related = [_related(shelf, *one) for one in said["related"]]
    return {
        "part_of": _known("--part-of", shelf.id_of, RecordKind.EVENT, whole) if whole is not None else None,
        "related": related or None,
        "tags": tags or None,
    }


def _related(shelf: KnownRecords, how: str, event: str, cited: str) -> dict[str, object]:
    return {
        "event": _known("--related", shelf.id_of, RecordKind.EVENT, event),
        "how": _known("--related", shelf.word_of, "relations", how),
        "cite": _known("--related", cited_place, shelf, cited),
    }


def cited_place(shelf: KnownRecords, text: str) -> dict[str, object]:
    """Return what SOURCE#p3 cites; raises UnknownError for what is not there."""
    source, _, part = text.rpartition("#")
    if not source or not part:
        raise UnknownError(f"'{text}' names no paragraph; write SOURCE#p3")
    known = shelf.id_of(RecordKind.SOURCE, source)
    return {"source": known, **cited_spot(shelf.spot_of(known, part[1:] if _IS_NUMBER.fullmatch(part) else part))}


def _known(option: str, look_up: Callable[..., Any], *what: object) -> Any:
    try:
        return look_up(*what)
    except UnknownError as error:
        raise click.BadParameter(str(error), param_hint=option) from None
