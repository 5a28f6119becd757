"""Files of content/ as text with positions, refused where they are no readable text."""

import codecs
import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Final

from frontmatter.default_handlers import YAMLHandler

from dateline.ground import plainfiles, yamltree
from dateline.ground.problems import Code, Position, Problem
from dateline.ground.yamltree import Step, Tree
from dateline.records.loading.filing import advice_for_fences

_BOUNDARY: Final = YAMLHandler.FM_BOUNDARY
_BINARY: Final = "\x00"
"""A character that no text has, and every binary file."""
_MARKS_OF_UTF_32: Final = (codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)
_OTHER_MARKS: Final = (*_MARKS_OF_UTF_32, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_TYPOGRAPHY: Final = frozenset("‘’“”–—…€«»°")


@dataclass(frozen=True)
class Document:
    """A text file of content/: its `path` as shown, its YAML, and the Markdown below it, if any."""

    path: str
    yaml: str = field(repr=False)
    body: str = field(default="", repr=False)
    body_line: int = 1
    digest: str = field(default="", repr=False)
    """What tells the file's bytes from any others; empty where nobody asked."""
    file: str | None = field(default=None, repr=False, compare=False)
    """Where the text is read again, once a problem has to be told; `yaml` is then empty."""

    @cached_property
    def _tree(self) -> Tree:
        return Tree(self.path, self.yaml if self.file is None else _yaml_of(Path(self.file)), None)

    def position(self, steps: Sequence[Step] = (), *, of_key: bool = False) -> Position:
        """Return where the value (or the key) at `steps` stands in the file."""
        return self._tree.position(steps, of_key=of_key)

    def text_of(self, steps: Sequence[Step]) -> str | None:
        """Return the scalar at `steps` as it is typed, without quotes; None where there is none."""
        return self._tree.text_of(steps)

    def source_of(self, steps: Sequence[Step]) -> str:
        """Return the brackets or braces at `steps` as they are typed; nothing where there are none on one line."""
        return self._tree.source_of(steps)

    def is_in_braces(self, steps: Sequence[Step]) -> bool:
        """Return whether the part at `steps` stands in braces or brackets."""
        return self._tree.is_in_braces(steps)

    def body_position(self, offset: int) -> Position:
        """Return where the character at `offset` of the body stands in the file."""
        end = _end_of(self.body[:offset], self.path)
        return Position(self.path, self.body_line + end.line - 1, end.column)


def _yaml_of(file: Path) -> str:
    """Return the YAML of a file that was read before; nothing where it is gone."""
    text = read_text(file, "")
    if isinstance(text, Problem):
        return ""
    return text if file.suffix != ".md" else parse_markdown(text, "")[0].yaml


def files_below(folder: Path, on_error: Callable[[OSError], object]) -> Iterator[str]:
    """Yield the paths of the files below `folder` in a fixed order, links included, hidden ones left out."""
    for parent, folders, names in os.walk(folder, onerror=on_error):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (path for name in folders if os.path.islink(path := os.path.join(parent, name)))  # noqa: PTH114, PTH118 - paths of tens of thousands of files are texts
        yield from (f"{parent}{os.sep}{name}" for name in sorted(names) if not name.startswith("."))


def read_text(path: Path, shown: str) -> str | Problem:
    """Read a file as UTF-8 with its lines ended by LF alone, or say why it cannot be a record."""
    raw = read_bytes(path, shown)
    return raw if isinstance(raw, Problem) else decoded(raw, shown)


def read_bytes(path: Path, shown: str) -> bytes | Problem:
    """Read a plain file that is not too large, or say why it cannot be a record."""
    here = Position(shown)
    try:
        return plainfiles.read(path, yamltree.MAX_BYTES, follows=False)
    except plainfiles.NotPlainError:
        return Problem(here, Code.UNREADABLE, "this is a link or no plain file", "put the file itself here")
    except plainfiles.TooLargeError as error:
        message = f"the file has {error.size} bytes; {yamltree.MAX_BYTES} at most are read"
        return Problem(here, Code.TOO_LARGE, message, "split the record")
    except OSError as error:
        return Problem(here, Code.UNREADABLE, f"the file cannot be read: {error.strerror}")


def decoded(raw: bytes, shown: str) -> str | Problem:
    """Return the bytes of a file as text, or say why they are none."""
    raw = raw.removeprefix(codecs.BOM_UTF8)
    if raw.startswith(_OTHER_MARKS):
        name = "UTF-32" if raw.startswith(_MARKS_OF_UTF_32) else "UTF-16"
        return Problem(Position(shown), Code.NOT_UTF8, f"the file is {name}", "save it as UTF-8")
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        here = _end_of(_unified(raw[: error.start].decode("utf-8", "replace")), shown)
        byte = raw[error.start : error.start + 1]
        message = f"byte 0x{byte.hex()} is not UTF-8 text here"
        meant = byte.decode("cp1252", "replace")
        old = f"; as Windows-1252 it would be {meant}" if meant.isalpha() or meant in _TYPOGRAPHY else ""
        return Problem(here, Code.NOT_UTF8, message, f"save the file with the encoding UTF-8{old}")
    text = _unified(text)
    if _BINARY not in text:
        return text
    here = _end_of(text[: text.index(_BINARY)], shown)
    if text.count(_BINARY) * 3 >= len(text):
        return Problem(here, Code.NOT_UTF8, "the file is UTF-16, not UTF-8", "save it as UTF-8")
    message = "the character U+0000 has no place in text"
    return Problem(here, Code.NOT_UTF8, message, "remove it, or save as UTF-8")


def _unified(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _end_of(text: str, shown: str) -> Position:
    return Position(shown, text.count("\n") + 1, len(text) - (text.rfind("\n") + 1) + 1)


def parse_yaml(text: str, shown: str) -> tuple[Document, Tree | None, list[Problem]]:
    """Read a file that is YAML as a whole."""
    tree, problems = yamltree.read(text, shown)
    return Document(shown, text), tree, problems


def front_matter(text: str) -> tuple[int, int] | None:
    """Return from where to where the YAML of a Markdown file stands, or None where it has no front matter."""
    opening = _BOUNDARY.match(text)
    closing = _BOUNDARY.search(text, opening.end()) if opening else None
    return (opening.end(), closing.start()) if opening and closing else None


def parse_markdown(text: str, shown: str) -> tuple[Document, Tree | None, list[Problem]]:
    """Read a Markdown file with front matter between two lines of ``---``."""
    opening = _BOUNDARY.match(text)
    closing = _BOUNDARY.search(text, opening.end()) if opening else None
    if opening is None or closing is None:
        message, hint = advice_for_fences(text)
        return Document(shown, ""), None, [Problem(Position(shown), Code.NO_FRONT_MATTER, message, hint)]
    # Blank lines stand in for what precedes, so that YAML's line numbers are the file's.
    yaml = "\n" * text.count("\n", 0, opening.end()) + text[opening.end() : closing.start()]
    rest = text[closing.end() :]
    body = rest.lstrip("\n")
    body_line = text.count("\n", 0, len(text) - len(body)) + 1
    tree, problems = yamltree.read(yaml, shown)
    return Document(shown, yaml, body.rstrip(), body_line), tree, problems
