"""What is wrong with the records of a project; nothing here knows pages, so that a check starts at once."""

import os
from pathlib import Path
from typing import NamedTuple

from dateline.ground import caching
from dateline.ground.caching import typed
from dateline.ground.caching.digests import FileDigests
from dateline.ground.problems import Problem
from dateline.records import loading, rules
from dateline.site.settings import Settings


def check(settings: Settings) -> list[Problem]:
    """Return every problem of the records, sorted by position; if nothing changed, what was found before."""
    digests = FileDigests(settings.root, settings.cache)
    if settings.cache is None:
        return checked(settings, digests)[1]
    tree, path = _tree(settings, digests), settings.cache / "problems.json"
    known = _known_problems(path, tree)
    if known is not None:
        return known
    _, problems = checked(settings, digests)
    if _tree(settings, FileDigests(settings.root, settings.cache)) == tree:  # else somebody saved a file meanwhile
        typed.write(path, _KnownProblems(tree, problems))
    return problems


def suggest(settings: Settings) -> list[Problem]:
    """Return which events and claims may be one thing told twice, sorted by position; nothing of it is a mistake."""
    corpus, _ = loading.load(settings.content, settings.root, settings.cache, settings.jobs)
    return sorted(rules.suggest(corpus))


def checked(settings: Settings, digests: FileDigests) -> tuple[loading.Corpus, list[Problem]]:
    """Return the records with every problem of them."""
    corpus, problems = loading.load(settings.content, settings.root, settings.cache, settings.jobs, digests)
    return corpus, sorted({*problems, *rules.check(corpus)})


def _tree(settings: Settings, digests: FileDigests) -> str:
    """Return a digest of everything that problems depend on."""
    place = os.path.relpath(settings.content, settings.root)
    return caching.digest(f"{place}\0{digests.of_tree(settings.content)}".encode("utf-8", "surrogateescape"))


class _KnownProblems(NamedTuple):
    """What the check found in records whose files have this digest."""

    tree: str
    problems: list[Problem]


def _known_problems(path: Path, tree: str) -> list[Problem] | None:
    known = typed.read_as(path, _KnownProblems)
    return known.problems if known is not None and known.tree == tree else None
