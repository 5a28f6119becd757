"""Rules about pictures: each is there, says what it shows and whose it is, and may be shown."""

from collections.abc import Iterator
from typing import Final

from dateline.ground.problems import Code, Position, Problem, did_you_mean
from dateline.records.rules.context import Context, Steps
from dateline.records.types import Event, Picture
from dateline.records.types.pictures import MEDIA

_REQUIRED: Final = (
    (
        "alt",
        Code.ALT_MISSING,
        "does not say what is to be seen",
        "add alt: what somebody would be told who cannot see it",
    ),
    ("credit", Code.CREDIT_MISSING, "does not say whose it is", "add credit: who made it, or which collection has it"),
    (
        "licence",
        Code.LICENCE_MISSING,
        "does not say by what it may be shown",
        "add licence: CC-BY-4.0, Public domain …",
    ),
)
"""What a picture says, by its key: the code where it does not, what is told then, and the cure."""


def pictures_are_there(context: Context) -> Iterator[Problem]:
    """Every picture that an event names lies in content/media/."""
    known, unread = context.chronology.pictures, context.corpus.unread_media
    for event, steps, picture in _pictures(context):
        if picture.image not in known and picture.image not in unread:
            hint = did_you_mean(picture.image, known) or f"put it into content/{MEDIA}/"
            message = f"there is no picture '{picture.image}'"
            yield context.problem(event, (*steps, "image"), Code.UNKNOWN_IMAGE, message, hint)


def pictures_say_what_they_show_and_whose_they_are(context: Context) -> Iterator[Problem]:
    """Every picture has alt, credit and licence."""
    for event, steps, picture in _pictures(context):
        for key, code, lacks, hint in _REQUIRED:
            if getattr(picture, key) is None:
                yield context.problem(event, (*steps, "image"), code, f"the picture {lacks}", hint)


def pictures_are_shown(context: Context) -> Iterator[Problem]:
    """Every file of content/media/ is a picture of some event."""
    shown = {picture.image for _, _, picture in _pictures(context)}
    if any(file.kind == "event" for file in context.corpus.unread_files):  # it may be a picture of that one
        return
    for name, file in context.chronology.pictures.items():
        if name not in shown:
            here = Position(file.shown)
            yield Problem(
                here, Code.UNUSED_IMAGE, f"no event shows the picture '{name}'", "name it in media, or remove it"
            )


def _pictures(context: Context) -> Iterator[tuple[Event, Steps, Picture]]:
    for event in context.chronology.events.values():
        for index, picture in enumerate(event.media):
            yield event, ("media", index), picture
