"""Drafts that are published: those that somebody names, with the drafts that they name, or all that lack nothing."""

from collections.abc import Collection, Iterator, Mapping
from typing import Final

from dateline.editing.comparison import Version
from dateline.editing.revising.entries import without_key
from dateline.editing.revising.manuscript import Manuscript
from dateline.editing.revising.mentions import Target, mentions
from dateline.editing.revising.named_ids import existing
from dateline.editing.revising.refusal import RefusalError
from dateline.ground.problems import Code, Problem, has_errors
from dateline.records import rules
from dateline.records.types import RecordKind, State

_STATE: Final = "state"
_BESIDE: Final = frozenset({RecordKind.ACTOR.value, RecordKind.PLACE.value, RecordKind.SOURCE.value})
"""What is on the site because something else names it."""
_UNUSED: Final = "unused-"
"""How the codes begin of what no published record refers to."""


def publish(manuscript: Manuscript, named: Collection[Target]) -> None:
    """Take drafts out of that state, with the drafts that they name; raises RefusalError where one is no draft."""
    drafts, waiting = _drafts(manuscript), [existing(manuscript, kind, id_) for kind, id_ in named]
    for kind, id_ in waiting:
        if (kind, id_) not in drafts:
            raise RefusalError.because(Code.BAD_VALUE, f"{kind} '{id_}' is no draft", "it is published already")
    done = set[Target]()
    while waiting:
        target = waiting.pop()
        if target in drafts and target not in done:
            done.add(target)
            waiting += _named_in(manuscript, drafts[target])
            manuscript.edit(drafts[target], without_key, _STATE)


def publish_all(manuscript: Manuscript) -> Mapping[str, Problem]:
    """Take every draft out of that state with which nothing is wrong then; return the first fault of each other."""
    left = _unfinished(manuscript)
    wanted = {path: manuscript.text(path) for path in _drafts(manuscript).values()}
    for path in wanted:
        manuscript.edit(path, without_key, _STATE)
    while wanted:
        with manuscript.as_it_will_be() as after:
            faults = _faults(manuscript, after, wanted)
        if not faults:
            break
        for path, problem in faults.items():
            manuscript.write(path, wanted.pop(path))
            left[path] = problem
    for path in wanted.keys() - _reached(manuscript, wanted):
        manuscript.write(path, wanted[path])
    return dict(sorted(left.items()))


def _reached(manuscript: Manuscript, wanted: Collection[str]) -> set[str]:
    """Return those of the files that are to be published which tell of something, or are named by what is published."""
    drafts = _drafts(manuscript)
    waiting = [path for path in manuscript.paths() if path not in {*drafts.values()} - _telling(drafts, wanted)]
    found = set[str]()
    while waiting:
        path = waiting.pop()
        if path not in found:
            found.add(path)
            waiting += [drafts[one] for one in _named_in(manuscript, path) if drafts.get(one) in wanted]
    return found


def _telling(drafts: Mapping[Target, str], wanted: Collection[str]) -> set[str]:
    """Return the files of what stands for itself: events, and what else is neither source, actor nor place."""
    return {path for (kind, _), path in drafts.items() if path in wanted and kind not in _BESIDE}


def _drafts(manuscript: Manuscript) -> dict[Target, str]:
    return {
        (kind.value, id_): manuscript.path_of(kind, id_)
        for kind in RecordKind
        for id_, filed in manuscript.version.corpus.records.get(kind, {}).items()
        if filed.record.state is State.DRAFT
    }


def _unfinished(manuscript: Manuscript) -> dict[str, Problem]:
    """Return the drafts that are no records yet, each with what the check tells of it first."""
    corpus = manuscript.version.corpus
    paths = {_below(manuscript, one.document.path) for one in corpus.unread_files if one.is_draft and one.document}
    found: dict[str, Problem] = {}
    for problem in sorted((*manuscript.version.problems, *rules.check(corpus))) if paths else ():
        if problem.position.path and (path := _below(manuscript, problem.position.path)) in paths:
            found.setdefault(path, problem)
    return found


def _named_in(manuscript: Manuscript, path: str) -> Iterator[Target]:
    for one in mentions(manuscript.text(path), manuscript.form(path), is_markdown=path.endswith(".md")):
        yield from one.targets


def _faults(manuscript: Manuscript, after: Version, wanted: Collection[str]) -> dict[str, Problem]:
    """Return what stands in the way of those that are wanted: errors, and that nothing published names them."""
    found: dict[str, Problem] = {}
    for problem in sorted((*after.problems, *rules.check(after.corpus))):
        is_fault = has_errors([problem]) or problem.code.value.startswith(_UNUSED)
        path = _below(manuscript, problem.position.path) if problem.position.path else ""
        if is_fault and path in wanted:
            found.setdefault(path, problem)
    return found


def _below(manuscript: Manuscript, path: str) -> str:
    """Return a path of a problem, which begins at the root, as it stands in content/."""
    return path.removeprefix(f"{manuscript.content.relative_to(manuscript.root).as_posix()}/")
