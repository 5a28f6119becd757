"""A chronology's beginning: the files of a repository that builds, checks and publishes itself.

The files lie in `files/` as they will lie in the repository; what stands between « and » in them is
filled in.  In `called/` are those that take the place of others where the steps of the workflows are
those of Dateline's repository.  The issue forms and the editors' settings are those of Dateline's own
repository, and a test holds them equal.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from jinja2 import Environment, StrictUndefined

from dateline.editing.beginning.taken_from import WHEELS, Origin, installed, pinned
from dateline.ground import licences
from dateline.ground.yamltree.scalars import scalar
from dateline.records.loading.masthead_alone import masthead_of
from dateline.records.types.masthead import inherited_feed_id

_FILES: Final = Path(__file__).parent / "files"
_CALLED: Final = Path(__file__).parent / "called"
_STANDS_ALONE: Final = frozenset({".github/dependabot.yml"})  # it would raise one of the places that name the commit
_EXAMPLES: Final = Path(__file__).parents[2] / "examples"
_CONTENT: Final = "content"
__all__ = ["Beginning", "Origin", "examples", "files_of", "installed", "pinned", "title_of_example"]
_MARKS: Final = re.compile(r"[\\`*_<>\[\]#|&]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Beginning:
    """What somebody says of a chronology before there is one.

    `engine` is the repository of Dateline whose workflows are called, as OWNER/REPO@COMMIT; where it is
    empty, they stand alone.
    """

    title: str
    description: str = ""
    language: str = "en"
    timezone: str = ""
    licence: str = "CC-BY-4.0"
    holder: str = ""
    engine: str = ""
    origin: Origin = field(default_factory=Origin)
    example: str = ""


def examples() -> list[str]:
    """Return the names of the chronologies that come with Dateline, to begin with one."""
    return sorted(folder.name for folder in _EXAMPLES.glob("*") if (folder / _CONTENT / "chronology.yml").is_file())


def files_of(beginning: Beginning) -> dict[str, bytes]:
    """Return the files of the repository, by their path, without the schemas that follow from its vocabulary."""
    environment = Environment(  # noqa: S701 - each value is written for the file that it stands in
        variable_start_string="«",
        variable_end_string="»",
        block_start_string="«%",
        block_end_string="%»",
        comment_start_string="«#",
        comment_end_string="#»",
        keep_trailing_newline=True,
        undefined=StrictUndefined,
    )
    files = _files_below(_FILES)
    if beginning.engine:
        files = {path: one for path, one in files.items() if path not in _STANDS_ALONE} | _files_below(_CALLED)
    values = _values(beginning)
    made = {
        path: environment.from_string(one.read_text(encoding="utf-8")).render(values).encode()
        for path, one in sorted(files.items())
    }
    if (wheel := beginning.origin.wheel) is not None:
        made[f"{WHEELS}/{wheel.name}"] = wheel.read_bytes()
    return made | _of_example(beginning.example) if beginning.example else made


def _files_below(root: Path) -> dict[str, Path]:
    return {path.relative_to(root).as_posix(): path for path in root.rglob("*") if path.is_file()}


def title_of_example(name: str) -> str:
    """Return what an example calls itself."""
    return masthead_of(_EXAMPLES / name / _CONTENT).title


def _of_example(name: str) -> dict[str, bytes]:
    return {path: file.read_bytes() for path, file in sorted(_files_below(_EXAMPLES / name).items())}


def _values(beginning: Beginning) -> Mapping[str, str]:
    """Return what is filled in, each as the file wants it in which it stands."""
    name, address = _plain(licences.in_words(beginning.licence)), licences.address(beginning.licence)
    licence = f"[{name}]({address})" if address else name
    return {
        "title": scalar(beginning.title),
        "heading": _plain(beginning.title),
        "description": f"description: {scalar(beginning.description)}\n" if beginning.description else "",
        "language": scalar(beginning.language),
        "timezone": f"timezone: {scalar(beginning.timezone)}\n" if beginning.timezone else "",
        "licence": scalar(beginning.licence),
        "feed_id": inherited_feed_id(beginning.title),
        "holder": _plain(beginning.holder or f"the editors of {beginning.title}"),
        "licensed": licence,
        "requirement": _requirement(beginning),
        "repository": beginning.engine.partition("@")[0],
        "commit": beginning.engine.partition("@")[2],
    }


def _plain(text: str) -> str:
    """Return a text for a line of Markdown that nobody but its author writes."""
    return _MARKS.sub(r"\\\g<0>", " ".join(text.split()))


def _requirement(beginning: Beginning) -> str:
    """Return the line that says which Dateline it is, below what has to be known of it."""
    note = beginning.origin.note
    if beginning.engine:
        note = "The workflows in .github/workflows name the same commit: change all of them together."
    return f"# {note}\n{beginning.origin.requirement}" if note else beginning.origin.requirement
