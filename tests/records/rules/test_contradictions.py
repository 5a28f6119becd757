"""Contradictions that are detected, and the disputes that take them up."""

from pathlib import Path

import pytest
from baseline import WELL, base_text, checked, linked
from dateline.ground.problems import Code
from dateline.records.rules import across_events
from dateline.records.rules import contradictions as contradicting
from dateline.records.rules.across_events import differing_figures
from dateline.records.rules.collisions import Collision
from dateline.records.rules.contradictions import contradictions, covering_disputes
from dateline.records.rules.standing import Standing, assessments

CITE = "{source: gazette-2031-03-04, paragraph: 1}"
ACTORS = {f"actors/{id_}.md": f"---\nname: {id_}\nkind: organisation\n---\n" for id_ in ("ann", "bob")}
DISPUTE = """---
question: Who held the mill?
kind: control
relation: exclusive
status: not-a-conflict
positions:
  - {{id: ann, label: Ann, claims: [{one}]}}
  - {{id: bob, label: Bob, claims: [{other}]}}
resolution: {{outcome: [], rule: not-a-conflict, date: 2031-04-01, note: At different hours.}}
---
"""


def holding(date: str, holder: str, extent: str, place: str = "lindwell", stance: str = "asserts") -> str:
    return (
        f"title: ann and bob\ndate: {date}\nkind: closure\nclaims:\n  - id: held\n    text: Held.\n"
        f"    control: {{place: {place}, holder: {holder}, extent: {extent}}}\n"
        f"    reports: [{{by: [{holder}], stance: {stance}, cite: {CITE}}}]\n"
    )


def pair(one: str, other: str) -> dict[str, str]:
    return {**ACTORS, "events/2031/one.yml": one, "events/2031/other.yml": other}


def collisions(folder: Path, files: dict[str, str]) -> list[tuple[Collision, set[str]]]:
    found = contradictions(linked(folder, files))
    return [(each.collision, set(each.references)) for each in found if "by-the-council" not in str(each.references)]


HELD = [(Collision.HOLDERS, {"one#held", "other#held"})]
DAY = "2031-03-03"


@pytest.mark.parametrize(
    "one, other, collides",
    [
        ("full", "full", True),
        ("full", "most", True),
        ("full", "part", True),
        ("full", "contested", True),
        ("full", "besieged", True),
        ("most", "most", True),
        ("most", "part", False),
        ("part", "part", False),
        ("contested", "contested", False),
        ("besieged", "most", True),
    ],
)
def test_two_holders_collide_where_both_cannot_hold_so_much(
    tmp_path: Path, one: str, other: str, *, collides: bool
) -> None:
    for left, right in [(one, other), (other, one)]:
        files = pair(holding(DAY, "ann", left), holding(DAY, "bob", right))
        assert collisions(tmp_path, files) == (HELD if collides else [])


@pytest.mark.parametrize(
    "other",
    [
        holding(DAY, "ann", "full"),
        holding("2031-03-04", "bob", "full"),
        holding("2031-03", "bob", "full"),
        holding("2031-03-03~", "bob", "full"),
        holding("2031-03-03?", "bob", "full"),
        holding(DAY, "bob", "full", place="old-well"),
        holding(DAY, "bob", "full", stance="denies"),
    ],
    ids=["same holder", "another day", "a month", "about that day", "perhaps that day", "another place", "denied"],
)
def test_one_holder_another_time_another_place_or_a_denial_is_no_collision(tmp_path: Path, other: str) -> None:
    files = pair(holding(DAY, "ann", "full"), other) | {WELL: base_text(WELL).replace("holder: council", "holder: bob")}
    assert collisions(tmp_path, files) == []


@pytest.mark.parametrize(
    "date, collides",
    [
        ("2031-03-02/2031-03-05", True),
        ("2031-03-03/2031-03-03", True),
        ("2031-03/2031-04", True),
        ("2031-03-04/2031-03-05", False),
        ("2031-03-02~/2031-03-05", False),
        ("2031-03-02/..", False),
        ('"[2031-03-03,2031-03-04]"', False),
    ],
)
def test_a_claim_holds_on_every_day_of_a_closed_span_and_on_no_day_of_a_choice(
    tmp_path: Path, date: str, *, collides: bool
) -> None:
    files = pair(holding(DAY, "ann", "full"), holding(date, "bob", "full"))
    assert collisions(tmp_path, files) == (HELD if collides else [])


@pytest.mark.parametrize(
    "of_ann, of_bob, collides",
    [
        ("sides: [{side: parish, cite: &}]", "sides: [{side: parish, cite: &}]", False),
        ("sides: [{side: parish, cite: &}]", "part_of: council", False),
        ("sides: [{side: parish, cite: &}]", "sides: [{side: petition, cite: &}]", True),
        ("sides: [{side: parish, cite: &}]", "", True),
        ("", "", True),
    ],
)
def test_holders_on_the_same_side_do_not_collide(tmp_path: Path, of_ann: str, of_bob: str, *, collides: bool) -> None:
    files = pair(holding(DAY, "ann", "full"), holding(DAY, "bob", "full"))
    for id_, more in {"ann": of_ann, "bob": of_bob}.items():
        files[f"actors/{id_}.md"] = f"---\nname: {id_}\nkind: organisation\n{more.replace('&', CITE)}\n---\n"
    assert collisions(tmp_path, files) == (HELD if collides else [])


@pytest.mark.parametrize(
    "stances, collides",
    [
        (["asserts", "denies"], True),
        (["concedes", "denies"], True),
        (["asserts", "doubts"], True),
        (["asserts", "asserts"], False),
        (["denies", "doubts"], False),
        (["retracts", "denies"], False),
        (["asserts", "retracts"], False),
    ],
)
def test_an_asserting_and_an_opposing_report_of_one_claim_collide(
    tmp_path: Path, stances: list[str], *, collides: bool
) -> None:
    reports = ", ".join(f"{{by: [ann], stance: {stance}, cite: {CITE}}}" for stance in stances)
    event = f"title: ann and bob\ndate: {DAY}\nkind: closure\nclaims: [{{id: c, text: C., reports: [{reports}]}}]\n"
    files = {**ACTORS, "events/2031/one.yml": event}
    assert collisions(tmp_path, files) == ([(Collision.STANCES, {"one#c"})] if collides else [])


def counting(*figures: str) -> str:
    claims = "".join(
        f"  - {{id: c{number}, text: C., reports: [{{cite: {CITE}, figures: [{{measure: attended, {figure}}}]}}]}}\n"
        for number, figure in enumerate(figures)
    )
    return f"title: ann and bob\ndate: {DAY}\nkind: closure\nclaims:\n{claims}"


def test_figures_of_an_event_collide_pair_by_pair_and_never_with_another_events(tmp_path: Path) -> None:
    files = pair(counting("max: 5", "min: 5, max: 6", "min: 7"), counting("exact: 100"))
    assert collisions(tmp_path, files) == [
        (Collision.FIGURES, {"one#c0", "one#c2"}),
        (Collision.FIGURES, {"one#c1", "one#c2"}),
    ]


def test_figures_of_another_scope_do_not_collide(tmp_path: Path) -> None:
    files = pair(counting("exact: 5, scope: morning", "exact: 6, scope: evening"), counting("exact: 100"))
    assert collisions(tmp_path, files) == []


def test_a_contradiction_that_no_dispute_has_is_told_until_one_has_all_its_claims(tmp_path: Path) -> None:
    files = pair(holding(DAY, "ann", "full"), holding(DAY, "bob", "full"))
    (problem,) = checked(tmp_path, files)
    assert problem.code is Code.UNCOVERED_CONTRADICTION
    assert str(problem.position) == "content/events/2031/one.yml:5:9"
    assert "one#held and other#held" in problem.message
    half = DISPUTE.format(one="one#held", other="2031-03-02-meeting#attendance")
    assert [problem.code for problem in checked(tmp_path, {**files, "disputes/mill.md": half})] == [problem.code]
    whole = DISPUTE.format(one="one#held", other="other#held")
    assert checked(tmp_path, {**files, "disputes/mill.md": whole}) == []


def test_claims_in_two_disputes_are_covered_by_neither(tmp_path: Path) -> None:
    files = pair(holding(DAY, "ann", "full"), holding(DAY, "bob", "full"))
    files["disputes/one.md"] = DISPUTE.format(one="one#held", other="2031-03-02-meeting#attendance")
    files["disputes/other.md"] = DISPUTE.format(one="other#held", other="2031-03-02-meeting#attendance")
    assert [problem.code for problem in checked(tmp_path, files)] == [Code.UNCOVERED_CONTRADICTION]
    chronology = linked(tmp_path, files | {"disputes/both.md": DISPUTE.format(one="one#held", other="other#held")})
    (held,) = [each for each in contradictions(chronology) if each.collision is Collision.HOLDERS]
    assert [dispute.id for dispute in covering_disputes(chronology, held)] == ["both"]


def test_a_contradiction_within_one_position_is_not_taken_up_unless_it_is_none(tmp_path: Path) -> None:
    files = pair(holding(DAY, "ann", "full"), holding(DAY, "bob", "full"))
    beside = "2031-03-02-meeting#attendance"
    together = DISPUTE.format(one="one#held, other#held", other=beside)
    assert checked(tmp_path, {**files, "disputes/mill.md": together}) == []
    cites = f"outcome: [ann], rule: imagery, settles: {{one#held: stands}}, cites: [{CITE}]"
    resolved = together.replace("status: not-a-conflict", "status: resolved")
    resolved = resolved.replace("outcome: [], rule: not-a-conflict", cites)
    codes = [problem.code for problem in checked(tmp_path, {**files, "disputes/mill.md": resolved})]
    assert codes == [Code.UNCOVERED_CONTRADICTION]
    apart = resolved.replace("one#held, other#held", "one#held").replace(beside, "other#held")
    assert checked(tmp_path, {**files, "disputes/mill.md": apart}) == []


def test_an_unread_dispute_keeps_silent_only_what_it_lists(tmp_path: Path) -> None:
    files = pair(holding(DAY, "ann", "full"), holding(DAY, "bob", "full"))
    for other, codes in {
        "other#held": [Code.UNKNOWN_KEY],
        "2031-03-02-meeting#attendance": [Code.UNKNOWN_KEY, Code.UNCOVERED_CONTRADICTION],
    }.items():
        dispute = DISPUTE.format(one="one#held", other=other).replace("kind:", "q: 1\nkind:")
        assert [problem.code for problem in checked(tmp_path, {**files, "disputes/mill.md": dispute})] == codes


def test_holders_may_be_allies_while_the_record_of_one_is_unread(tmp_path: Path) -> None:
    files = pair(holding(DAY, "ann", "full"), holding(DAY, "bob", "full"))
    files["actors/ann.md"] = "---\nname: ann\nkind: organisation\nq: 1\n---\n"
    files["events/2031/one.yml"] = files["events/2031/one.yml"].replace(
        "title: ann and bob", "title: The Harrow Gazette says so"
    )
    assert [problem.code for problem in checked(tmp_path, files)] == [Code.UNKNOWN_KEY]


RETRACTED = f", {{by: [ann], stance: retracts, cite: {CITE}}}]"


def test_what_its_speaker_took_back_collides_with_nothing(tmp_path: Path) -> None:
    held = holding(DAY, "ann", "full").replace("}]\n", "}" + RETRACTED + "\n")
    assert collisions(tmp_path, pair(held, holding(DAY, "bob", "full"))) == []
    reports = f"[{{by: [ann], cite: {CITE}}}, {{by: [bob], stance: denies, cite: {CITE}}}{RETRACTED}"
    denied = f"title: ann and bob\ndate: {DAY}\nkind: closure\nclaims: [{{id: c, text: C., reports: {reports}}}]\n"
    assert collisions(tmp_path, pair(denied, counting("exact: 1"))) == []
    figures = (
        counting("exact: 5", "exact: 6")
        .replace("[{cite", "[{by: [ann], cite")
        .replace("}]}]}", "}]}" + RETRACTED + "}")
    )
    assert RETRACTED in figures
    assert collisions(tmp_path, pair(figures, counting("exact: 1"))) == []


def test_long_spans_and_many_figures_are_compared_in_reasonable_time(tmp_path: Path) -> None:
    figures = counting(*(f"min: {number}, max: 9000" for number in range(600)))
    files = pair(holding("1800-01-01/2030-12-31", "ann", "full"), figures)
    files["events/2031/third.yml"] = holding("2029-01-01/2030-01-01", "bob", "full")
    chronology = linked(tmp_path, files)
    (found,) = [each for each in contradictions(chronology) if each.collision is not Collision.STANCES]
    assert found.references == {"one#held", "third#held"}
    found_here = assessments(chronology, chronology.events["other"]).values()
    assert {one.standing for one in found_here} == {Standing.UNATTRIBUTED}


def test_each_figure_of_a_claim_collides_with_what_it_excludes_whichever_claim_has_it(tmp_path: Path) -> None:
    two = "exact: 5}, {measure: attended, exact: 9"
    one = [(Collision.FIGURES, {"one#c0"}), (Collision.FIGURES, {"one#c0", "one#c1"})]
    assert collisions(tmp_path, pair(counting(two, "exact: 5"), counting("exact: 5"))) == one
    assert collisions(tmp_path, pair(counting(two, "min: 6, max: 7"), counting("exact: 5"))) == one
    assert collisions(tmp_path, pair(counting(two, "min: 5, max: 9"), counting("exact: 5"))) == one[:1]


def saying(kind: str, number: int) -> str:
    """Return the rest of a claim that collides with any that has the next number."""
    match kind:
        case "figures":
            return f"reports: [{{cite: {CITE}, figures: [{{measure: attended, exact: {number}}}]}}]"
        case "dates":
            return f"when: 2031-03-{number + 1:02d}, reports: [{{cite: {CITE}}}]"
        case _:
            holder = ("ann", "bob")[number % 2]
            return f"control: {{place: lindwell, holder: {holder}, extent: full}}, reports: [{{cite: {CITE}}}]"


@pytest.mark.parametrize("kind", ["figures", "dates", "holders"])
def test_of_claims_that_all_collide_only_so_many_pairs_are_told_and_those_of_another_event_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    for module in (contradicting, across_events):
        monkeypatch.setattr(module, "MOST_TOLD", 3)

    def event(date: str, number: int) -> str:
        claims = "".join(f"  - {{id: c{each}, text: C., {saying(kind, each)}}}\n" for each in range(number))
        return f"title: ann and bob\ndate: {date}\nkind: closure\nclaims:\n{claims}"

    found = [events for _, events in collisions(tmp_path, pair(event(DAY, 6), event("2031-03-09", 2)))]
    assert sum("one#c" in str(one) for one in found) == 3
    assert [one for one in found if "other#c" in str(one)] == [{"other#c0", "other#c1"}]


@pytest.mark.parametrize(
    "date, collides",
    [
        ('"{2031-03-01,2031-03-03}"', True),
        ('"{2031-03-01..2031-03-05}"', True),
        ('"{2031-03-01,2031-03-05}"', False),
        ('"{2031-03-01,2031-03-03?}"', False),
        ('"[2031-03-03..2031-03-04]"', False),
        ("2031-03-01/2031-03-XX", False),
        ("2031-03-03\ndate_basis: publication\ndate_note: The paper of that day", False),
    ],
)
def test_each_of_several_days_counts_and_neither_doubt_nor_a_day_of_publication_does(
    tmp_path: Path, date: str, *, collides: bool
) -> None:
    files = pair(holding(DAY, "ann", "full"), holding(date, "bob", "full"))
    assert collisions(tmp_path, files) == (HELD if collides else [])


@pytest.mark.parametrize(
    "held, denied, collides",
    [
        ("full", "full", True),
        ("full", "part", True),  # who has all of it has a part
        ("part", "full", False),  # who has not all of it may have a part
        ("most", "full", False),
        ("most", "part", True),
    ],
)
def test_who_is_said_to_hold_a_place_and_not_to_collides_between_events(
    tmp_path: Path, held: str, denied: str, *, collides: bool
) -> None:
    files = pair(holding(DAY, "ann", held), holding(DAY, "ann", denied, stance="denies"))
    assert collisions(tmp_path, files) == ([(Collision.PRESENCE, {"one#held", "other#held"})] if collides else [])
    apart = pair(holding(DAY, "ann", held), holding("2031-03-04", "ann", denied, stance="denies"))
    assert collisions(tmp_path, apart) == []


def test_a_denial_of_one_holder_collides_with_no_other_holder(tmp_path: Path) -> None:
    files = pair(holding(DAY, "ann", "full"), holding(DAY, "bob", "full", stance="denies"))
    assert collisions(tmp_path, files) == []


def there(event: str, place: str = "lindwell") -> str:
    return event.replace("kind: closure\n", f"kind: closure\nplaces: [{{place: {place}}}]\n")


@pytest.mark.parametrize(
    "one, other, collides",
    [
        ("of: ann, exact: 5", "of: ann, exact: 6", True),
        ("of: ann, max: 5", "of: ann, min: 6", True),
        ("of: ann, exact: 5", "of: ann, min: 5", False),
        ("of: ann, exact: 5", "of: bob, exact: 6", False),
        ("exact: 5", "exact: 6", False),  # whose it is is not said
        ("of: ann, exact: 5, scope: morning", "of: ann, exact: 6", False),
        ("of: ann, exact: 5, approximate: true", "of: ann, exact: 6", False),
    ],
)
def test_figures_of_one_owner_place_and_day_are_looked_at_between_events_and_contradict_nothing(
    tmp_path: Path, one: str, other: str, *, collides: bool
) -> None:
    def differing(left: str, right: str) -> list[set[str]]:
        chronology = linked(tmp_path, pair(left, right))
        assert [each for each in contradictions(chronology) if each.collision is Collision.FIGURES] == []
        return [set(each.references) for each in differing_figures(chronology)]

    expected = [{"one#c0", "other#c0"}] if collides else []
    assert differing(there(counting(one)), there(counting(other))) == expected
    assert differing(there(counting(one)), there(counting(other), "old-well")) == []
    assert differing(there(counting(one)), there(counting(other)).replace(DAY, "2031-03-04")) == []
    lasting = there(counting(other)).replace(DAY, "2031-03-01/2031-03-09")
    assert differing(there(counting(one)), lasting) == expected


@pytest.mark.parametrize(
    "one, other, collides",
    [
        ("2031-03-02", "2031-03-03", True),
        ("2031-03", "2031-03-03", False),
        ("'[..2031-03-02]'", "2031-03-03", True),
        ("2031-03-01/2031-03-04", "2031-03-04", False),
    ],
)
def test_two_dates_of_one_event_collide_where_they_share_no_day(
    tmp_path: Path, one: str, other: str, *, collides: bool
) -> None:
    claims = "".join(
        f"  - {{id: c{number}, text: C., when: {when}, reports: [{{by: [{by}], cite: {CITE}}}]}}\n"
        for number, (when, by) in enumerate(((one, "ann"), (other, "bob")))
    )
    files = {**ACTORS, "events/2031/one.yml": f"title: ann\ndate: {DAY}\nkind: closure\nclaims:\n{claims}"}
    assert collisions(tmp_path, files) == ([(Collision.DATES, {"one#c0", "one#c1"})] if collides else [])
    denied = files["events/2031/one.yml"].replace("by: [bob]", "by: [bob], stance: denies")
    assert collisions(tmp_path, {**files, "events/2031/one.yml": denied}) == []
