"""Records in memory with a mark before each place where a rule has to tell something, and nowhere else."""

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from dateline.ground.problems import Problem
from dateline.records.chronology import Chronology, link
from dateline.records.loading import Corpus
from dateline.records.rules.context import Context, Rule
from dateline.records.types import RecordKind
from in_memory import RECORDS, version_of

Files = Mapping[str, str | None]
"""Files of content/ by name, records without an ending; None for one that is taken away."""
_MARK: Final = re.compile("⟦([a-z-]+)⟧")
_SUFFIXES: Final = {kind.folder: kind.suffix for kind in RecordKind}
Told = tuple[str, int, int, str]
"""A file, a line, a column and a code."""


def corpus_of(files: Files) -> Corpus:
    """Return the records of the small chronology in memory with these changed; marks are taken out."""
    return version_of({name: _MARK.sub("", text) if text else text for name, text in files.items()}).corpus


def graph_of(files: Files) -> Chronology:
    """Return the same, linked, drafts included."""
    return link(corpus_of(files), drafts=True)


def context_of(files: Files, **unread: object) -> Context:
    """Return what a rule looks at; `unread` is what of the corpus could not be read."""
    corpus = replace(corpus_of(files), **unread)  # type: ignore[arg-type]  # its own fields, each by its name
    return Context(link(corpus, drafts=True), corpus)


def held(rule: Rule, files: Files, **unread: object) -> list[Problem]:
    """Hold a rule against records: it tells what is marked, where it is marked. Return that, as it is told."""
    problems = list(rule(context_of(files, **unread)))
    found = [(at.path, at.line, at.column, one.code.value) for one in problems for at in [one.position]]
    assert sorted(found) == sorted(_marks(files))
    return problems


def _marks(files: Files) -> list[Told]:
    return [
        (_path(name), number, column, code)
        for name, text in {**RECORDS, **files}.items()
        for number, line in enumerate((text or "").split("\n"), 1)
        for column, code in _in_line(line)
    ]


def _in_line(line: str) -> list[tuple[int, str]]:
    return [(len(_MARK.sub("", line[: found.start()])) + 1, found[1]) for found in _MARK.finditer(line)]


def _path(name: str) -> str:
    folder = name.partition("/")[0]
    return f"content/{name}{'.md' if folder == 'pages' and not name.endswith('.yml') else _SUFFIXES.get(folder, '')}"
