"""What an export is: a file for other tools, and who makes it."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from dateline.ground.languages import Language
from dateline.pages.shared.edition import Edition
from dateline.records.types import Record

Texts = Callable[[Record], str]
"""Where what each record adds to a file is taken from."""


Forms = tuple[str, str]
"""A message for one and for several."""


class ExportedFile(NamedTuple):
    """A file for other tools as it was made: its path below the site, and what stands in it."""

    path: str
    content: str | bytes

    @classmethod
    def of(cls, path: str, chunks: Iterable[str]) -> "ExportedFile":
        """Return the file that is put together from chunks of text, each encoded at once."""
        return cls(path, b"".join(chunk.encode("utf-8", "surrogatepass") for chunk in chunks))


@dataclass(frozen=True, slots=True)
class ExportMaker:
    """Makes one export, or several that are made of the same; its name is the export's path, or has no ending."""

    name: str
    files: Callable[[Edition, Texts], Iterator[ExportedFile]]
    piece: Callable[[Edition, Record], str] | None = None
    """What a record adds, empty where that is nothing: a build keeps it, and makes it anew only where it may have
    changed.  None where the files are made of the edition itself, whenever what they looked at changes."""

    def at_once(self, edition: Edition) -> Iterator[ExportedFile]:
        """Yield the files for whoever has no pieces."""
        piece = self.piece
        return self.files(edition, lambda record: piece(edition, record) if piece else "")


class LeftOut(NamedTuple):
    """How many records a format has no room for, and why, as a message for one and for several."""

    number: int
    why: Forms

    def in_words(self, language: Language) -> str:
        """Return both in a sentence."""
        return language.ngettext(*self.why, self.number)


class Holding(NamedTuple):
    """How much of the chronology stands in an export."""

    number: int
    noun: Forms
    left_out: tuple[LeftOut, ...] = ()

    def in_words(self, language: Language) -> str:
        """Return how many rows, places and so on it has."""
        return language.ngettext(*self.noun, self.number)


class Switch(NamedTuple):
    """What a site has to ask for: the option of the plugin, and whether it does."""

    option: str
    is_on: Callable[[Edition], bool]


class FormatNote(NamedTuple):
    """What describes a format: its name, and the address of a file here or of what others have published."""

    name: str
    address: str


@dataclass(frozen=True, slots=True)
class Export:
    """A file for other tools: where it stands, what the data page says of it, and what makes it."""

    path: str
    what: str
    media_type: str
    maker: ExportMaker
    group: str
    schema: FormatNote | None = None
    """What describes it."""
    held: Callable[[Edition], Holding] | None = None
    """How much it holds, and what not."""
    switch: Switch | None = None
    """What asks for it; None where every site has it."""

    def is_offered(self, edition: Edition) -> bool:
        """Return whether a site has it."""
        return self.switch is None or self.switch.is_on(edition)


def made_alone(path: str, make: Callable[[Edition], str | bytes]) -> ExportMaker:
    """Return the maker of one file that is made of the edition itself."""
    return ExportMaker(path, lambda edition, _: iter((ExportedFile(path, make(edition)),)))


def made_of_lines(
    path: str, piece: Callable[[Edition, Record], str], whole: Callable[[Edition, Iterable[str]], Iterator[str]]
) -> ExportMaker:
    """Return the maker of one file that is put together from what records add, in their order."""

    def files(edition: Edition, texts: Texts) -> Iterator[ExportedFile]:
        pieces = (text for record in edition.chronology.records() if (text := texts(record)))
        yield ExportedFile.of(path, whole(edition, pieces))

    return ExportMaker(path, files, piece)


def in_lines(pieces: Iterable[str]) -> Iterator[str]:
    """Yield what stands between the brackets of a JSON list: a piece a line."""
    before = "\n"
    for piece in pieces:
        yield before + piece
        before = ",\n"
