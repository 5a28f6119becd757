"""Pictures of an event: files of content/media/, with what readers must be told of each."""

import re
from dataclasses import KW_ONLY
from pathlib import PurePosixPath
from typing import Annotated, Final

from pydantic import AfterValidator, Field
from pydantic.dataclasses import dataclass

from dateline.ground.problems import Code
from dateline.records.types.fields import MAX_ID, MAX_SHOWN, RECORD, Line, Text, is_id, like, refuse
from dateline.records.types.shared import Citation

MEDIA: Final = "media"
"""The folder of content/ that pictures of events lie in, and that of the site."""
ENDINGS: Final = (".jpg", ".jpeg", ".png", ".webp")
_TYPED: Final = r"^\s*[a-z0-9]+(-[a-z0-9]+)*\.(jpg|jpeg|png|webp)\s*$"
_ELSEWHERE: Final = re.compile(r"(?:[A-Za-z][A-Za-z0-9+.-]*:|//)")


def is_picture_name(name: str) -> bool:
    """Return whether a file may be a picture by its name: an id, and the ending of a format."""
    path = PurePosixPath(name)
    return path.name == name and path.suffix in ENDINGS and is_id(path.stem)


def proper_name(name: str) -> str:
    """Return what a file that is to be a picture may be called; empty where that cannot be told."""
    path = PurePosixPath(name.replace("\\", "/").rstrip("/"))
    stem = re.sub("[^a-z0-9]+", "-", path.stem.lower()).strip("-")[:MAX_ID].rstrip("-")
    return f"{stem}{path.suffix.lower()}" if stem and path.suffix.lower() in ENDINGS else ""


def _checked_name(text: str) -> str:
    if _ELSEWHERE.match(text):
        message = f"'{text[:MAX_SHOWN]}' is an address, and no picture is fetched from elsewhere"
        raise refuse(Code.BAD_VALUE, message, f"save the picture in content/{MEDIA}/, and write its name")
    if not is_picture_name(text):
        near = proper_name(text)
        hint = f"call it {near}" if near else f"save it as JPEG, PNG or WebP in content/{MEDIA}/"
        message = (
            f"'{text[:MAX_SHOWN]}' is no name of a picture: a-z, 0-9 and single hyphens, then {', '.join(ENDINGS)}"
        )
        raise refuse(Code.BAD_VALUE, message, hint)
    return text


PictureName = Annotated[Text, AfterValidator(_checked_name), Field(json_schema_extra={"pattern": _TYPED})]
"""The name of a file in content/media/."""


@dataclass(frozen=True, slots=True, config=RECORD)
class Picture:
    """A picture of an event; the site has it in several sizes, without what cameras write into it."""

    _: KW_ONLY
    image: Annotated[PictureName, like("well-1931.jpg")]
    """The name of the file in content/media/."""
    alt: Annotated[Line | None, like("Two men lift a grating over the well; behind them stands a handcart.")] = None
    """What is to be seen, for those who do not see it; required."""
    caption: Annotated[Text | None, like("The well on the day before it was closed.")] = None
    """What a reader must know of it."""
    credit: Annotated[Line | None, like("Harrow County Archive")] = None
    """Who made it, or whose it is; required."""
    licence: Annotated[Line | None, like("CC-BY-4.0", "Public domain")] = None
    """By what it may be shown here, as an SPDX identifier or in words; required."""
    cite: Annotated[Citation | None, like({"source": "gazette-2031-03-04", "paragraph": 2})] = None
    """The paragraph or passage that it was printed with, or that it shows."""
