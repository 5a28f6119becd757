"""Events and claims that may be one thing told twice: suggested, and only where somebody asks."""

from pathlib import Path
from typing import Final

import pytest
from baseline import checked, linked, loaded
from click.testing import CliRunner
from dateline.cli import main
from dateline.ground.problems import Code
from dateline.records.chronology import ClaimInContext
from dateline.records.rules import suggest
from dateline.records.rules.likenesses import likenesses
from dateline.records.types import Event

CITE: Final = "{source: gazette-2031-03-04, paragraph: 1}"
TOLD: Final = "Nobody was hurt when the roof of the mill fell"


def event(id_: str, *claims: str, day: str = "2031-03-02", title: str = "", more: str = "") -> dict[str, str]:
    told = "".join(
        f"  - {{id: c{number}, text: {text}, reports: [{{cite: {CITE}}}]}}\n" for number, text in enumerate(claims)
    )
    whole = f"title: {title or id_}\ndate: {day}\nkind: closure\nplaces: [{{place: old-well}}]\nclaims:\n{told}{more}"
    return {f"events/2031/{id_}.yml": whole}


def found(folder: Path, files: dict[str, str]) -> list[tuple[str, ...]]:
    pairs = likenesses(linked(folder, files))
    return [(name(each.left), name(each.right)) for each in pairs]


def name(one: Event | ClaimInContext) -> str:
    return one.id if isinstance(one, Event) else one.reference


@pytest.mark.parametrize(
    "one, other, is_suggested",
    [
        (TOLD, "Nobody was hurt as the roof of the mill fell.", True),
        (TOLD, "The roof of the mill fell and nobody was hurt.", True),
        (TOLD, "The well was deep.", False),
        ("The mill of Lindwell was shut.", "The mill of Harrow was shut.", False),  # each names another
        ("He took 3 sacks of flour away.", "He took 9 sacks of flour away.", False),
        ("The mill was shut.", "The mill of Harrow was shut.", True),
    ],
)
def test_claims_of_one_day_that_say_much_the_same_are_suggested(
    tmp_path: Path, one: str, other: str, *, is_suggested: bool
) -> None:
    files = {**event("one", one), **event("other", other)}
    assert (("one#c0", "other#c0") in found(tmp_path, files)) is is_suggested
    later = {**event("one", one), **event("other", other, day="2031-03-05")}
    assert found(tmp_path, later) == []
    uncertain = {**event("one", one), **event("other", other, day="2031")}
    assert found(tmp_path, uncertain) == []


def test_events_with_a_place_in_common_and_titles_alike_are_suggested(tmp_path: Path) -> None:
    titles = "The mill falls down at night", "The mill falls down in the night"
    files = {**event("one", "A b c.", title=titles[0]), **event("other", "D e f.", title=titles[1])}
    assert found(tmp_path, files) == [("one", "other")]
    files["events/2031/other.yml"] = files["events/2031/other.yml"].replace("old-well", "lindwell")
    assert found(tmp_path, files) == []


def test_who_says_why_they_are_not_one_is_not_asked_again(tmp_path: Path) -> None:
    files = {**event("one", TOLD), **event("other", TOLD)}
    assert found(tmp_path, files) == [("one#c0", "other#c0")]
    said = files["events/2031/one.yml"].replace(
        f"text: {TOLD},", f"text: {TOLD}, unlike: [{{claim: other#c0, because: Another roof.}}],"
    )
    assert found(tmp_path, {**files, "events/2031/one.yml": said}) == []
    dispute = (
        "---\nquestion: Whose roof?\nkind: identity\nrelation: exclusive\nstatus: open\nwould_settle: A look.\n"
        "positions:\n  - {id: a, label: A, claims: [one#c0]}\n  - {id: b, label: B, claims: [other#c0]}\n---\n"
    )
    assert found(tmp_path, {**files, "disputes/roof.md": dispute}) == []


def test_an_event_says_why_it_is_not_another(tmp_path: Path) -> None:
    more = "unlike: [{event: other, because: Another mill.}]\n"
    files = {
        **event("one", "A b c.", title="The mill falls", more=more),
        **event("other", "D e.", title="The mill falls"),
    }
    assert found(tmp_path, files) == []


def test_what_a_record_is_unlike_exists(tmp_path: Path) -> None:
    more = "unlike: [{event: othr, because: Another mill.}]\n"
    files = {**event("one", TOLD, more=more), **event("other", "D e.")}
    assert Code.UNKNOWN_EVENT in [problem.code for problem in checked(tmp_path, files)]


def test_suggestions_are_told_at_their_column_with_what_to_write_and_only_when_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = {**event("one", TOLD), **event("other", TOLD)}
    assert Code.LOOKS_ALIKE not in [problem.code for problem in checked(tmp_path, files)]
    (problem,) = suggest(loaded(tmp_path, files)[0])
    assert (str(problem.position), problem.code) == ("content/events/2031/one.yml:6:20", Code.LOOKS_ALIKE)
    assert "unlike: [{claim: other#c0, because: …}]" in problem.hint
    monkeypatch.chdir(tmp_path)
    asked = CliRunner().invoke(main, ["check", "--suggest"])
    assert "looks-alike" in asked.output
    assert "looks-alike" not in CliRunner().invoke(main, ["check"]).output


def test_figures_of_one_day_that_cannot_both_be_true_are_suggested_until_somebody_says_why(tmp_path: Path) -> None:
    def counted(id_: str, number: int, more: str = "") -> dict[str, str]:
        report = f"{{by: [clerk], cite: {CITE}, figures: [{{measure: attended, of: council, exact: {number}}}]}}"
        claim = f"  - {{id: c, text: The {id_} count.{more}, reports: [{report}]}}\n"
        head = f"title: {id_}\ndate: 2031-03-02\nkind: closure\nplaces: [{{place: old-well}}]\nclaims:\n"
        return {f"events/2031/{id_}.yml": head + claim}

    def told(*files: dict[str, str]) -> list[str]:
        whole = {name: text for each in files for name, text in each.items()}
        return [problem.message for problem in suggest(loaded(tmp_path, whole)[0]) if "figures" in problem.message]

    assert len(told(counted("dawn", 3), counted("dusk", 9))) == 1
    assert told(counted("dawn", 3), counted("dusk", 3)) == []
    why = ", unlike: [{claim: dusk#c, because: In the evening.}]"
    assert told(counted("dawn", 3, why), counted("dusk", 9)) == []
