"""How a claim stands, and its echo, as RECORDS defines them."""

from collections.abc import Callable
from pathlib import Path

import pytest
from baseline import linked
from dateline.records.rules.standing import Echo, Standing, echo, opposes, standing, supports

Judge = Callable[..., tuple[Standing, Echo]]

EVENT = """
title: A test
date: 2031-03-03
kind: closure
claims:
  - id: tested
    text: It is so.
    reports: [{reports}]
  - id: beside
    text: It is counted.
    reports: [{beside}]
"""
FILES = {
    "actors/a.md": "---\nname: A\nkind: person\npart_of: group\n---\n",
    "actors/b.md": "---\nname: B\nkind: person\npart_of: [nobody, group]\n---\n",
    "actors/c.md": "---\nname: C\nkind: person\nsides: [{side: petition, cite: &}]\n---\n",
    "actors/d.md": "---\nname: D\nkind: person\n---\n",
    "actors/e.md": "---\nname: E\nkind: person\npart_of: [f]\n---\n",
    "actors/f.md": "---\nname: F\nkind: person\npart_of: [e]\n---\n",
    "actors/nobody.md": "---\nname: Nobody\nkind: unnamed\n---\n",
    "actors/group.md": "---\nname: Group\nkind: organisation\npart_of: roof\n---\n",
    "actors/roof.md": "---\nname: Roof\nkind: organisation\nsides: [{side: parish, cite: &}]\n---\n",
}
CITE = "{source: gazette-2031-03-04, paragraph: 1}"
OTHER_CITE = "{source: crier-2031-03-06, paragraph: 1}"


def report(by: str = "", stance: str = "asserts", figures: str = "", cite: str = CITE) -> str:
    return f"{{by: [{by}], stance: {stance}, cite: {cite}, figures: [{figures}]}}"


def attended(bounds: str, more: str = "") -> str:
    return f"{{measure: attended, {bounds}{more}}}"


@pytest.fixture
def judge(tmp_path: Path) -> Judge:
    """A function that says how a claim with these reports stands, beside a claim with other reports."""

    def judged(*reports: str, beside: str = report("d")) -> tuple[Standing, Echo]:
        files = {name: text.replace("&", CITE) for name, text in FILES.items()}
        event = EVENT.format(reports=", ".join(reports), beside=beside)
        chronology = linked(tmp_path, {**files, "events/2031/test.yml": event})
        tested = chronology.events["test"]
        return standing(chronology, tested, tested.claims[0]), echo(chronology, tested.claims[0])

    return judged


S, C, X, R = Standing.SINGLE_ORIGIN, Standing.CORROBORATED, Standing.CONTESTED, Standing.RETRACTED


@pytest.mark.parametrize(
    "reports, expected",
    [
        ([report("a")], S),
        ([report("a"), report("a", cite=OTHER_CITE)], S),  # two relays of one speaker are one origin
        ([report("a"), report("a, harrow-gazette")], S),  # the publisher is understood at the end
        ([report(), report("harrow-gazette")], S),  # and is the origin in its own voice
        ([report("a"), report("a, b")], S),  # a chain begins with its first speaker
        ([report("a"), report("b")], C),
        ([report("a"), report()], C),
        ([report(), report(cite=OTHER_CITE)], C),
        ([report("a"), report("b", "concedes")], C),
        ([report("a"), report("b", "denies")], X),
        ([report("a"), report("b", "doubts")], X),
        ([report("a", "concedes"), report("b", "denies")], X),
        ([report("a"), report("a", "denies")], X),
        ([report("a"), report("b"), report("c", "doubts")], X),
        ([report("a", "denies")], S),
        ([report("a", "denies"), report("a", "doubts", cite=OTHER_CITE)], S),
        ([report("a", "denies"), report("b", "denies")], X),
        ([report("a"), report("a", "retracts", cite=OTHER_CITE)], R),
        ([report("a", "retracts")], R),
        ([report("a"), report("b"), report("a", "retracts")], S),
        ([report("a"), report("b"), report("c"), report("a", "retracts")], C),
        ([report("a"), report("a", "retracts"), report("b", "denies")], R),
        ([report("a"), report("b", "denies"), report("b", "retracts")], S),
        ([report("a"), report("b", "retracts")], S),
    ],
)
def test_a_claim_stands_as_its_reports_make_it(judge: Judge, reports: list[str], expected: Standing) -> None:
    assert judge(*reports)[0] is expected


@pytest.mark.parametrize(
    "one, other, expected",
    [
        ("exact: 8", "exact: 9", X),
        ("exact: 8", "exact: 8", C),
        ("min: 10", "max: 9", X),
        ("min: 10", "max: 10", C),  # ranges that touch can both be true
        ("min: 10", "min: 50", C),  # at least ten and at least fifty
        ("max: 10", "max: 50", C),
        ("min: 5, max: 10", "min: 10, max: 20", C),
        ("min: 5, max: 9", "min: 10, max: 20", X),
        ("min: 5, max: 9", "exact: 7", C),
        ("exact: 0", "min: 1", X),
        ("exact: 0", "exact: 1", X),
        ("wording: dozens", "exact: 8", C),  # no number is imputed
        ("exact: 8, of: a", "exact: 9, of: b", C),
        ("exact: 8, of: a", "exact: 9", C),
        ("exact: 8, scope: Monday", "exact: 9, scope: Tuesday", C),
        ("exact: 8, scope: Monday", "exact: 9", C),
        ("exact: 8, item: cart", "exact: 9, item: horse", C),
        ("exact: 8, of: a, item: cart, scope: x", "exact: 9, of: a, item: cart, scope: x", X),
        ("exact: 8, approximate: true", "exact: 9", C),
    ],
)
def test_figures_that_cannot_both_be_true_contest_a_claim(
    judge: Judge, one: str, other: str, expected: Standing
) -> None:
    reports = report("a", figures=attended(one)), report("b", figures=attended(other))
    assert judge(*reports)[0] is expected
    assert judge(*reversed(reports))[0] is expected


def test_figures_of_another_measure_never_collide(judge: Judge) -> None:
    reports = report("a", figures=attended("exact: 8")), report("b", figures="{measure: repaid, exact: 9}")
    assert judge(*reports)[0] is C


def test_a_figure_of_another_claim_of_the_event_contests_a_claim(judge: Judge) -> None:
    beside = report("d", figures=attended("exact: 9"))
    assert judge(report("a", figures=attended("exact: 8")), beside=beside)[0] is X
    assert judge(report("a", figures=attended("exact: 9")), beside=beside)[0] is S
    assert judge(report("a"), beside=report("b", figures=f"{attended('exact: 8')}, {attended('exact: 9')}"))[0] is S


@pytest.mark.parametrize("stance", ["denies", "doubts", "retracts"])
def test_figures_that_nobody_asserts_do_not_collide(judge: Judge, stance: str) -> None:
    beside = report("d", stance, figures=attended("exact: 9"))
    assert judge(report("a", figures=attended("exact: 8")), beside=beside)[0] is S


def test_a_figure_that_its_speaker_took_back_contests_nothing(judge: Judge) -> None:
    taken_back = report("a", figures=attended("exact: 8")), report("a", "retracts")
    assert judge(*taken_back, report("b", figures=attended("exact: 9")))[0] is S
    assert judge(*taken_back, beside=report("b", figures=attended("exact: 9")))[0] is R


@pytest.mark.parametrize(
    "reports, expected",
    [
        ([report("a")], Echo(reports=1, origins=1, sides=1)),
        ([report("a"), report("a", cite=OTHER_CITE), report("a, b")], Echo(reports=3, origins=1, sides=1)),
        ([report("a"), report("b")], Echo(reports=2, origins=2, sides=1)),  # both of the parish, by the group's roof
        ([report("a"), report("c")], Echo(reports=2, origins=2, sides=2)),
        ([report("d"), report()], Echo(reports=2, origins=2, sides=0)),  # no source places them anywhere
        ([report("e"), report("a")], Echo(reports=2, origins=2, sides=1)),  # part of each other, for ever
        ([report("a", "denies"), report("c")], Echo(reports=2, origins=2, sides=2)),
    ],
)
def test_an_echo_counts_reports_first_speakers_and_sides(judge: Judge, reports: list[str], expected: Echo) -> None:
    assert judge(*reports)[1] == expected


def test_own_sides_go_before_those_of_what_one_is_part_of(tmp_path: Path) -> None:
    files = {name: text.replace("&", CITE) for name, text in FILES.items()}
    files["actors/a.md"] = files["actors/a.md"].replace(
        "part_of: group", f"part_of: group\nsides: [{{side: petition, cite: {CITE}}}]"
    )
    chronology = linked(tmp_path, files)
    sides = {actor: chronology.side_of(actor) for actor in ("a", "b", "group", "roof", "d", "e", "unknown")}
    assert sides == {
        "a": {"petition"},
        "b": {"parish"},
        "group": {"parish"},
        "roof": {"parish"},
        "d": frozenset(),
        "e": frozenset(),
        "unknown": frozenset(),
    }


def test_reports_speak_for_or_against_a_claim_or_take_it_back(tmp_path: Path) -> None:
    stances = ["asserts", "concedes", "denies", "doubts", "retracts"]
    event = EVENT.format(reports=", ".join(report("council", stance) for stance in stances), beside=report())
    tested = linked(tmp_path, {"events/2031/test.yml": event}).events["test"]
    assert [(supports(told), opposes(told)) for told in tested.claims[0].reports] == [
        *[(True, False)] * 2,
        *[(False, True)] * 2,
        (False, False),
    ]
