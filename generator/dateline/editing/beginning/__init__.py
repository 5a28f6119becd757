"""A chronology's beginning: the files of a repository that builds, checks and publishes itself.

The files lie in `files/` as they will lie in the repository; what stands between « and » in them is
filled in.  The issue forms and the editors' settings are those of Dateline's own repository, and a
test holds them equal.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from jinja2 import Environment, StrictUndefined

from dateline import __version__
from dateline.ground import licences
from dateline.ground.yamltree.scalars import scalar
from dateline.records.loading.masthead_alone import masthead_of
from dateline.records.types.masthead import inherited_feed_id

_FILES: Final = Path(__file__).parent / "files"
_EXAMPLES: Final = Path(__file__).parents[2] / "examples"
_CONTENT: Final = "content"
_MARKS: Final = re.compile(r"[\\`*_<>\[\]#|&]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Beginning:
    """What somebody says of a chronology before there is one.

    `engine` is where Dateline is taken from, as OWNER/REPO@COMMIT; empty for the released package.
    """

    title: str
    description: str = ""
    language: str = "en"
    timezone: str = ""
    licence: str = "CC-BY-4.0"
    holder: str = ""
    engine: str = ""
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
    values = _values(beginning)
    made = {
        path.relative_to(_FILES).as_posix(): environment.from_string(path.read_text(encoding="utf-8"))
        .render(values)
        .encode()
        for path in sorted(_FILES.rglob("*"))
        if path.is_file()
    }
    return made | _of_example(beginning.example) if beginning.example else made


def title_of_example(name: str) -> str:
    """Return what an example calls itself."""
    return masthead_of(_EXAMPLES / name / _CONTENT).title


def _of_example(name: str) -> dict[str, bytes]:
    root = _EXAMPLES / name
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in sorted(root.rglob("*")) if path.is_file()}


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
        "requirement": _requirement(beginning.engine),
    }


def _plain(text: str) -> str:
    """Return a text for a line of Markdown that nobody but its author writes."""
    return _MARKS.sub(r"\\\g<0>", " ".join(text.split()))


def _requirement(engine: str) -> str:
    if not engine:
        return f"dateline[intake,verify]=={__version__}"
    repository, _, commit = engine.partition("@")
    return f"dateline[intake,verify] @ https://github.com/{repository}/archive/{commit}.zip"
