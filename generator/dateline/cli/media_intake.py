"""`dateline source add` of an image or a recording: what its file says of it, and a passage to begin with."""

from collections.abc import Mapping
from pathlib import Path
from typing import Final

import click

from dateline.cli.interview import Options
from dateline.cli.reporting import printable
from dateline.editing.intake import Draft, Finding, Findings, actors_named, passages_text
from dateline.ground import plainfiles
from dateline.ground.extraction import foreign_in
from dateline.ground.extraction.pictures_and_sound import HEAD, MediaFile, media_in
from dateline.ground.places_as_typed import clock
from dateline.records.types import Actor

_READ: Final = frozenset({"an image", "a recording"})
_OF_TEXTS: Final = ("body", "join", "draft_claims", "archive")


def media_at(file: Path | str) -> MediaFile | None:
    """Return what a file says of its picture or sound; None of another, or of one that cannot be read."""
    if not isinstance(file, Path) or not file.is_file():
        return None
    try:
        head = plainfiles.beginning(file, HEAD)
    except OSError:
        return None
    foreign = foreign_in(head, file.suffix)
    return media_in(file, head, foreign.name) if foreign is not None and foreign.name in _READ else None


def refuse_what_texts_need(options: Options) -> None:
    """Stop where an option is for words that a picture or a recording does not have."""
    said = next((name for name in _OF_TEXTS if getattr(options, name)), None)
    if said is not None:
        raise click.UsageError(f"--{said.replace('_', '-')} is for a text; of this file there is none")


def media_findings(media: MediaFile, actors: Mapping[str, Actor]) -> Findings:
    """Return what the tags of a file tell, none of which is certain: whoever wrote them meant the file."""
    unknown = Finding(None, "not found")
    day = unknown if media.day is None else Finding(media.day, "its tags give it, of whatever", is_sure=False)
    return Findings(
        title=unknown if media.title is None else Finding(media.title, "its tags say so", is_sure=False),
        publisher=_publisher(media, actors),
        published=day,
        url=unknown,
        language=unknown,
    )


def _publisher(media: MediaFile, actors: Mapping[str, Actor]) -> Finding:
    if media.by is None:
        return Finding(None, "not found")
    named = actors_named([media.by], actors)
    if len(named) == 1:
        return Finding(named[0], "its tags name it", is_sure=False)
    return Finding(None, f'its tags name "{media.by}"')


def media_record(draft: Draft, media: MediaFile) -> str:
    """Return the record of a picture or a recording, with one passage: all of it."""
    taken = [f"taken {media.taken} by the camera's clock; published is when others could see it"] if media.taken else []
    if media.form == "image":
        size = f"{media.pixels[0]} × {media.pixels[1]} pixels; " if media.pixels else ""
        return passages_text(draft, "whole", [("whole", f"{size}say in note what it shows")], taken)
    length = int(media.seconds or 0)
    if not length:
        return passages_text(draft, "time", [("00:00:00", "how long it is could not be read")], taken)
    part = "all of it; part it where something else is said, and say in begins how"
    return passages_text(draft, "time", [(f"00:00:00..{clock(length)}", part)], taken)


def show_media(file: Path, media: MediaFile) -> None:
    """Say what the file says of itself, and what of that no record gets."""
    article = {"image": "an image", "audio": "a recording of sound", "video": "a film"}[media.form]
    size = f" of {media.pixels[0]} × {media.pixels[1]} pixels" if media.pixels else ""
    length = f" of {clock(int(media.seconds))}" if media.seconds else ""
    taken = f"; taken {media.taken}, by the clock of the camera" if media.taken else ""
    click.echo(printable(f"{file} is {article}{size}{length}{taken}."))
    if media.has_place:
        click.echo("It says where it was taken. That goes into no record; whoever gets the file can read it.")
