"""Which pages search engines are asked to leave out."""

from typing import Final

from dateline.records.chronology import Chronology
from dateline.records.types import RecordKind

_ENDING: Final = ".md"


def is_listed(chronology: Chronology, path: str) -> bool:
    """Return whether search engines may list the page made of the Markdown at `path`: all but an unlisted actor's."""
    folder, _, rest = path.partition("/")
    if folder != RecordKind.ACTOR.folder:
        return True
    actor = chronology.actors.get(rest.removesuffix(_ENDING).partition("/")[0])
    return actor is None or actor.index
