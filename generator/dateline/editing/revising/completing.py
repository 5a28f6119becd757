"""A change of records made whole: with the entries of history that it asks for, and nothing in it that is an error."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Final

from dateline.editing.comparison import ASKS, Comparison, Version, compare
from dateline.editing.mending import with_outcomes
from dateline.editing.revising.ledger import Telling, log
from dateline.editing.revising.manuscript import Manuscript
from dateline.editing.revising.refusal import RefusalError
from dateline.ground.problems import Code, Problem, has_errors
from dateline.records import rules
from dateline.records.loading.corpus import BRIEF, PAGES
from dateline.records.rules.briefs import outcomes_now
from dateline.records.types import RecordKind


@dataclass(frozen=True, slots=True)
class Allowed:
    """What a change may bring with it that is refused otherwise."""

    undoes: bool = False
    """It only undoes another, so that no reader has seen what goes."""
    rereads: bool = False
    """The sentences in brief whose claims have another outcome now are read again, and remember that one."""
    codes: Collection[Code] = ()
    """Errors that can only be mended once it is written."""


NOTHING_MORE: Final = Allowed()


def completed(manuscript: Manuscript, told: Telling | None, allowed: Allowed = NOTHING_MORE) -> tuple[Problem, ...]:
    """Add what a change in substance owes the histories; return what the check will tell that it does not tell now.

    What is told is the note of the entries.  Raises RefusalError where the check would find an error that is not
    there now, or where something published would be gone without a trace, unless that is `allowed`.
    """
    if allowed.rereads:
        _remember_outcomes(manuscript)
    with manuscript.as_it_will_be() as after:
        asked = dict(_asked(manuscript, after)) if told is not None else {}
        if not asked or told is None:
            return _new_problems(manuscript, after, allowed)
    for path, type_ in asked.items():
        log(manuscript, path, replace(told, type=told.type or type_))
    with manuscript.as_it_will_be() as after:
        return _new_problems(manuscript, after, allowed)


def _remember_outcomes(manuscript: Manuscript) -> None:
    path = f"{PAGES}/{BRIEF}"
    if manuscript.stands(path):
        with manuscript.as_it_will_be() as after:
            graph = after.chronology
        outcomes = [outcomes_now(graph, sentence) for sentence in graph.brief.what_happened]
        manuscript.edit(path, with_outcomes, [{id_: one.value for id_, one in of.items()} for of in outcomes])


def _asked(manuscript: Manuscript, after: Version) -> Iterator[tuple[str, str]]:
    """Yield the files whose records change in substance, each with the type of entry that tells it."""
    found = compare(manuscript.version, after, None)
    files = {problem.position.path for problem in found.problems if problem.code is Code.HISTORY_MISSING}
    for kind in RecordKind:
        for id_, filed in after.corpus.records.get(kind, {}).items():
            if filed.document.path in files:
                path = (manuscript.root / filed.document.path).relative_to(manuscript.content).as_posix()
                yield path, _type(found, f"{kind} {id_}")


def _type(found: Comparison, record: str) -> str:
    return next(ASKS[one.kind] for one in found.differences if one.record == record and one.kind in ASKS)


def _new_problems(manuscript: Manuscript, after: Version, allowed: Allowed) -> tuple[Problem, ...]:
    known = Counter(map(_sign, _of(manuscript.version)))
    new = [problem for problem in sorted(_of(after)) if not _is_known(known, problem)]
    promises = () if allowed.undoes else compare(manuscript.version, after, None).problems
    new += [one for one in promises if one.code is not Code.HISTORY_MISSING]
    errors = [problem for problem in new if has_errors([problem]) and problem.code not in allowed.codes]
    if errors:
        raise RefusalError(map(_cured_here, errors))
    return tuple(new)


def _cured_here(problem: Problem) -> Problem:
    """Return a problem with the cure that the command has, where it has one."""
    if problem.code is not Code.OUTCOME_CHANGED:
        return problem
    return replace(problem, hint="read it again, and mend it if need be; the same command with --outcomes goes on")


def _of(version: Version) -> Iterable[Problem]:
    return (*version.problems, *rules.check(version.corpus))


def _sign(problem: Problem) -> tuple[str, str]:
    return problem.code, problem.message


def _is_known(known: Counter[tuple[str, str]], problem: Problem) -> bool:
    """Return whether a problem was told before, wherever; each of several alike counts once."""
    known[_sign(problem)] -= 1
    return known[_sign(problem)] >= 0
