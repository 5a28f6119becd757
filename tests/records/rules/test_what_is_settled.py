"""What disputes settle: each claim one way, with its outcome, and nothing left open or standing that cannot be."""

from typing import Final

import pytest
from dateline.pages.wording.verdict_words import answer, verdicts
from dateline.records.rules.settlements import (
    a_claim_is_settled_one_way,
    histories_end_as_disputes_stand,
    positions_stand_to_each_other_as_they_are_settled,
    somebody_conceded,
    what_fell_carries_nothing,
    what_is_resolved_says_what_it_settles,
    what_is_settled_in_part_leaves_something_open,
)
from dateline.records.rules.standing import Outcome
from dateline.records.rules.verdicts import by_verdict, settled_elsewhere, verdict
from in_memory import CLOSED, MASTHEAD
from marked import Files, graph_of, held

ORDER: Final = (
    "  - id: order\n    text: The council ordered it.\n"
    "    reports: [{by: [clerk], cite: {source: gazette, paragraph: 1}}]\n"
)
WELL: Final = (
    CLOSED
    + ORDER
    + (
        "  - id: letter\n    text: A letter says so.\n"
        "    reports: [{by: [clerk], cite: {source: gazette, paragraph: 2}}]\n"
    )
)
POSITIONS: Final = (
    "  - {id: did, label: It did, claims: [well#order]}\n"
    "  - {id: did-not, label: It did not, stance: denies, claims: [well#order]}\n"
)
BOTH: Final = (
    "  - {id: order, label: An order, claims: [well#order]}\n"
    "  - {id: letter, label: A letter, claims: [well#letter, well#closed]}\n"
)


def dispute(  # noqa: PLR0913 - the parts of a dispute, each with its name
    status: str = "resolved",
    resolution: str = "",
    *,
    positions: str = POSITIONS,
    relation: str = "exclusive",
    key: str = "resolution",
    more: str = "",
) -> str:
    """Return a dispute about who closed the well."""
    cites = "cites: [{source: gazette, paragraph: 1}]"
    settled = f"{key}: {{date: 2031-04-01, note: So it was., {cites}, {resolution}}}\n" if resolution else ""
    return (
        f"question: Who closed it?\nkind: responsibility\nrelation: {relation}\nstatus: {status}\n"
        f"positions:\n{positions}{settled}{more}"
    )


def files(text: str, **others: str) -> Files:
    """Return the well with a dispute about it, and others."""
    more = {f"disputes/{name.replace('_', '-')}": other for name, other in others.items()}
    return {"events/well": WELL, "disputes/who": text, **more}


LATER: Final = "rule: later-reporting"


@pytest.mark.parametrize(
    "status, entries",
    [
        ("open", ["⟦history-unlike-status⟧resolution"]),
        ("partly-resolved", ["resolution"]),
        ("resolved", ["resolution"]),
        ("not-a-conflict", ["resolution"]),
        ("open", ["reopening"]),
        ("resolved", ["⟦history-unlike-status⟧reopening"]),
        ("not-a-conflict", ["⟦history-unlike-status⟧reopening"]),
        ("partly-resolved", ["reopening"]),
        ("open", ["reopening", "resolution"]),
        ("resolved", ["resolution", "reopening", "resolution"]),
        ("resolved", ["⟦history-unlike-status⟧reopening", "resolution"]),
        ("open", ["correction", "⟦history-unlike-status⟧resolution"]),
        ("open", ["correction"]),
        ("open", []),
    ],
)
def test_a_dispute_stands_as_the_newest_turn_of_its_history_left_it(status: str, entries: list[str]) -> None:
    lines = "".join(f"  - {{date: 2031-05-01, note: So., type: {entry}}}\n" for entry in entries)
    text = dispute(status, more=f"history:\n{lines}" if lines else "")
    held(histories_end_as_disputes_stand, files(text))


@pytest.mark.parametrize(
    "status, last, how, other",
    [
        ("open", "resolution", "settled", "reopening"),
        ("resolved", "reopening", "opened again", "resolution"),
    ],
)
def test_the_entry_is_named_that_a_history_lacks(status: str, last: str, how: str, other: str) -> None:
    text = dispute(status, more=f"history: [{{date: 2031, note: So., type: ⟦history-unlike-status⟧{last}}}]\n")
    (problem,) = held(histories_end_as_disputes_stand, files(text))
    assert problem.message == f"the dispute is '{status}', and by its history it was {how} last"
    assert problem.hint.endswith(f"type: {other}")


@pytest.mark.parametrize(
    "first, second",
    [
        ("stands", "⟦settled-both-ways⟧falls"),
        ("falls", "⟦settled-both-ways⟧stands"),
        ("stands", "stands"),
        ("falls", "falls"),
    ],
)
def test_no_claim_stands_in_one_dispute_and_falls_in_another(first: str, second: str) -> None:
    settled = f"{LATER}, outcome: [], settles: {{well#letter: {{}}}}"
    one, other = (dispute(resolution=settled.replace("{}", how)) for how in (first, second))
    problems = held(a_claim_is_settled_one_way, files(one, who_else=other))
    for problem in problems:
        how, otherwise = ("fall", "stand") if first == "stands" else ("stand", "fall")
        assert problem.message == f"'well#letter' is said to {how}, and in dispute 'who' to {otherwise}"


def test_each_dispute_that_goes_against_the_first_is_told() -> None:
    settled = f"{LATER}, outcome: [], settles: {{well#letter: {{}}}}"
    one, other, third, fourth = (
        dispute(resolution=settled.replace("{}", how))
        for how in ("stands", "⟦settled-both-ways⟧falls", "⟦settled-both-ways⟧stands", "⟦settled-both-ways⟧falls")
    )
    problems = held(a_claim_is_settled_one_way, files(one, x=other, y=third, z=fourth))
    assert [problem.message.split("'")[3] for problem in problems] == ["who", "x", "who"]


@pytest.mark.parametrize(
    "text",
    [
        dispute(resolution=f"{LATER}, outcome: [did]", key="⟦nothing-settled⟧resolution"),
        dispute(resolution=f"{LATER}, outcome: [did], settles: {{well#order: stands}}"),
        dispute(resolution="rule: range-kept, outcome: [did, did-not]"),
        dispute("partly-resolved", f"{LATER}, outcome: [did]"),
        dispute("partly-resolved", f"{LATER}, outcome: [did, did-not]", key="⟦nothing-settled⟧resolution"),
        dispute("partly-resolved", f"{LATER}, outcome: [did, did-not], settles: {{well#letter: stands}}"),
        dispute("not-a-conflict", "rule: not-a-conflict, outcome: []"),
        dispute("not-a-conflict", "rule: not-a-conflict, outcome: [], ⟦bad-value⟧settles: {well#order: stands}"),
        dispute("open"),
        dispute(resolution=f"{LATER}, outcome: [did], settles: {{well#order: ⟦settled-both-ways⟧falls}}"),
        dispute(resolution=f"{LATER}, outcome: [did-not], settles: {{well#order: ⟦settled-both-ways⟧stands}}"),
        dispute(resolution=f"{LATER}, outcome: [did-not], settles: {{well#order: falls}}"),
        dispute(resolution=f"{LATER}, outcome: [], settles: {{well#order: falls}}"),
        dispute(resolution=f"{LATER}, outcome: [did, did-not], settles: {{well#order: stands}}"),
        dispute(resolution=f"{LATER}, outcome: [], settles: {{well#order: stands}}", positions=BOTH),
        dispute(resolution=f"{LATER}, outcome: [did], settles: {{well#letter: falls}}"),
        dispute(resolution=f"{LATER}, outcome: [order], settles: {{well#letter: falls}}", positions=BOTH),
        dispute(
            resolution=f"{LATER}, outcome: [order], settles: {{well#letter: ⟦settled-both-ways⟧stands}}",
            positions=BOTH,
        ),
    ],
)
def test_what_is_resolved_settles_claims_as_its_outcome_has_it(text: str) -> None:
    held(what_is_resolved_says_what_it_settles, files(text))


@pytest.mark.parametrize(
    "outcome, positions, claim",
    [
        ("[letter]", BOTH, "well#letter"),
        ("[order]", BOTH, "well#order"),
        ("[]", BOTH, "well#order"),
        ("[a]", "  - {id: a, label: A}\n  - {id: b, label: B}\n", "event-id#claim-id"),
    ],
)
def test_a_claim_is_proposed_of_a_position_that_stands(outcome: str, positions: str, claim: str) -> None:
    text = dispute(resolution=f"{LATER}, outcome: {outcome}", positions=positions, key="⟦nothing-settled⟧resolution")
    (problem,) = held(what_is_resolved_says_what_it_settles, files(text))
    assert f"settles: {{{claim}: stands}}" in problem.hint


def test_every_position_is_named_that_a_settlement_goes_against() -> None:
    positions = "".join(f"  - {{id: {id_}, label: {id_}, claims: [well#order]}}\n" for id_ in ("a", "b"))
    settled = f"{LATER}, outcome: [a, b], settles: {{well#order: ⟦settled-both-ways⟧falls}}"
    (problem,) = held(what_is_resolved_says_what_it_settles, files(dispute(resolution=settled, positions=positions)))
    assert "one that falls, against the outcome for position 'a' and 'b'" in problem.message


@pytest.mark.parametrize(
    "rule, stance",
    [
        ("⟦nothing-conceded⟧concession", "asserts"),
        ("⟦nothing-conceded⟧concession", "denies"),
        ("concession", "concedes"),
        ("concession", "retracts"),
        ("later-reporting", "asserts"),
        ("⟦nothing-conceded⟧given-up", "asserts"),
        ("given-up", "concedes"),
    ],
)
def test_what_was_settled_by_a_concession_has_a_report_of_it(rule: str, stance: str) -> None:
    masthead = MASTHEAD + "  resolution_rules: {given-up: {label: Given up, like: concession}}\n"
    order = ORDER.replace("by: [clerk]", f"by: [clerk], stance: {stance}")
    changed = files(dispute(resolution=f"rule: {rule}, outcome: [did]"))
    held(somebody_conceded, {**changed, "events/well": CLOSED + order, "chronology.yml": masthead})


LETTER: Final = WELL.replace(
    "cite: {source: gazette, paragraph: 2}", "stance: concedes, cite: {source: gazette, paragraph: 2}"
)


@pytest.mark.parametrize(
    "text",
    [
        dispute(resolution="rule: concession, outcome: [did], settles: {well#letter: stands}"),
        dispute(
            resolution="rule: concession, outcome: [did]",
            positions=POSITIONS.replace("{id: did,", "{id: did, rests_on: [well#letter],"),
        ),
        dispute(resolution="rule: ⟦nothing-conceded⟧concession, outcome: [did], settles: {well#no-claim: stands}"),
        dispute("open"),
    ],
)
def test_who_concedes_may_do_so_in_a_claim_that_is_settled_or_rested_on(text: str) -> None:
    held(somebody_conceded, {**files(text), "events/well": LETTER})


@pytest.mark.parametrize("status", ["open", "partly-resolved", "resolved", "not-a-conflict"])
@pytest.mark.parametrize("relation", ["exclusive", "both-possible", "different-scope", "different-time"])
def test_what_some_question_is_left_of_is_about_one_thing_and_time(status: str, relation: str) -> None:
    is_unfit = status in {"open", "partly-resolved"} and relation.startswith("different")
    text = dispute(status, relation=f"{'⟦relation-unfit⟧' if is_unfit else ''}{relation}")
    held(positions_stand_to_each_other_as_they_are_settled, files(text))


PARTLY: Final = "partly-resolved"
SO: Final = f"{LATER}, outcome: [order], settles: {{well#order: stands}}"
OPEN_STILL: Final = BOTH.replace("- {id: letter", "- ⟦relation-unfit⟧{id: letter")


@pytest.mark.parametrize(
    "text",
    [
        dispute(PARTLY, SO, positions=OPEN_STILL),
        dispute(PARTLY, SO, positions=BOTH, relation="both-possible"),
        dispute(
            PARTLY, f"{LATER}, outcome: [order], settles: {{well#letter: falls, well#order: stands}}", positions=BOTH
        ),
        dispute(PARTLY, f"{LATER}, outcome: [order]", positions=BOTH),
        dispute(PARTLY, f"{LATER}, outcome: [order, letter], settles: {{well#order: stands}}", positions=BOTH),
        dispute("resolved", SO, positions=BOTH),
        dispute(PARTLY, f"{LATER}, outcome: [], settles: {{well#closed: stands}}", positions=BOTH),
        dispute(PARTLY, positions=BOTH),
    ],
)
def test_nothing_is_left_open_that_a_position_excludes_which_stands(text: str) -> None:
    held(positions_stand_to_each_other_as_they_are_settled, files(text))


def test_the_position_is_named_that_excludes_another() -> None:
    (problem,) = held(
        positions_stand_to_each_other_as_they_are_settled, files(dispute(PARTLY, SO, positions=OPEN_STILL))
    )
    assert problem.message == "position 'letter' is still open, and 'order', which excludes it, stands"


FELL: Final = dispute(resolution=f"{LATER}, outcome: [did-not], settles: {{well#letter: falls}}")


@pytest.mark.parametrize(
    "outcome, rests_on, other",
    [
        ("[did]", "[well#closed, ⟦rests-on-fallen⟧well#letter]", FELL),
        ("[did-not]", "[well#closed, well#letter]", FELL),
        ("[did]", "[well#closed]", FELL),
        ("[did]", "[well#letter]", FELL.replace("falls", "stands")),
        ("[]", "[well#letter]", FELL),
    ],
)
def test_no_position_that_stands_rests_on_what_fell(outcome: str, rests_on: str, other: str) -> None:
    positions = POSITIONS.replace("{id: did,", f"{{id: did, rests_on: {rests_on},")
    text = dispute(resolution=f"{LATER}, outcome: {outcome}", positions=positions)
    problems = held(what_fell_carries_nothing, files(text, about_a_letter=other))
    assert all("fell in dispute 'about-a-letter'" in problem.message for problem in problems)


def test_of_a_dispute_without_a_resolution_no_position_stands() -> None:
    positions = POSITIONS.replace("{id: did,", "{id: did, rests_on: [well#letter],")
    held(what_fell_carries_nothing, files(dispute("open", positions=positions), other=FELL))


def test_what_was_settled_last_counts_of_a_claim_that_falls_and_stands() -> None:
    positions = POSITIONS.replace("{id: did,", "{id: did, rests_on: [well#letter],")
    text = dispute(resolution=f"{LATER}, outcome: [did]", positions=positions)
    stood = FELL.replace("falls", "stands")
    held(what_fell_carries_nothing, files(text, x=FELL, y=stood))
    marked = text.replace("[well#letter]", "[⟦rests-on-fallen⟧well#letter]")
    (problem,) = held(what_fell_carries_nothing, files(marked, x=stood, y=FELL))
    assert problem.message == "position 'did' stands on 'well#letter', which fell in dispute 'y'"


@pytest.mark.parametrize(
    "status, outcome, is_told",
    [
        ("partly-resolved", "[did]", True),
        ("partly-resolved", "[did, did-not]", False),
        ("resolved", "[did]", False),
        ("open", "[did]", False),
    ],
)
def test_what_is_settled_in_part_has_a_position_that_is_open(status: str, outcome: str, *, is_told: bool) -> None:
    status = f"⟦nothing-left-open⟧{status}" if is_told else status
    held(what_is_settled_in_part_leaves_something_open, files(dispute(status, f"{LATER}, outcome: {outcome}")))


STANDS, FALLS, OPEN = Outcome.SETTLED_STANDS, Outcome.SETTLED_FALLS, Outcome.OPEN
NAMED: Final = "settles: {well#order: stands}"
OF_LETTER: Final = "settles: {well#letter: stands, well#closed: stands}"


@pytest.mark.parametrize(
    "status, resolution, relation, found",
    [
        ("resolved", f"{LATER}, outcome: [order]", "exclusive", [STANDS, FALLS]),
        ("resolved", f"{LATER}, outcome: [order]", "both-possible", [STANDS, FALLS]),
        ("resolved", f"{LATER}, outcome: [order, letter]", "both-possible", [STANDS, STANDS]),
        ("resolved", f"{LATER}, outcome: []", "exclusive", [OPEN, OPEN]),
        ("resolved", "rule: range-kept, outcome: [order, letter]", "exclusive", [OPEN, OPEN]),
        ("open", f"{LATER}, outcome: [order]", "exclusive", [OPEN, OPEN]),
        ("not-a-conflict", f"{LATER}, outcome: [order]", "exclusive", [OPEN, OPEN]),
        (PARTLY, "", "exclusive", [OPEN, OPEN]),
        (PARTLY, f"{LATER}, outcome: [order]", "exclusive", [STANDS, FALLS]),
        (PARTLY, f"{LATER}, outcome: [order]", "both-possible", [STANDS, OPEN]),
        (PARTLY, f"{LATER}, outcome: [order], {NAMED}", "exclusive", [STANDS, OPEN]),
        (PARTLY, f"{LATER}, outcome: [letter], {NAMED}", "exclusive", [OPEN, OPEN]),
        (PARTLY, f"{LATER}, outcome: [order], settles: {{well#letter: falls}}", "exclusive", [OPEN, FALLS]),
        (PARTLY, f"{LATER}, outcome: [order, letter], {NAMED}", "exclusive", [STANDS, OPEN]),
        (PARTLY, f"{LATER}, outcome: [order, letter], {OF_LETTER}", "exclusive", [OPEN, STANDS]),
        (PARTLY, f"{LATER}, outcome: [letter], settles: {{well#closed: stands}}", "exclusive", [OPEN, STANDS]),
        (PARTLY, f"{LATER}, outcome: [order, letter]", "both-possible", [OPEN, OPEN]),
    ],
)
def test_a_position_is_so_or_not_or_open_as_the_resolution_says(
    status: str, resolution: str, relation: str, found: list[Outcome]
) -> None:
    graph = graph_of(files(dispute(status, resolution, positions=BOTH, relation=relation)))
    one = graph.disputes["who"]
    assert [verdict(graph, one, position) for position in one.positions] == found


def test_a_position_that_denies_is_so_where_its_claim_falls() -> None:
    graph = graph_of(files(dispute(PARTLY, f"{LATER}, outcome: [did-not, did], settles: {{well#order: falls}}")))
    one = graph.disputes["who"]
    assert [verdict(graph, one, position) for position in one.positions] == [OPEN, STANDS]


def test_of_several_that_are_said_to_be_so_in_part_one_without_claims_is_open() -> None:
    positions = BOTH.replace(", claims: [well#letter, well#closed]", "")
    text = dispute(PARTLY, f"{LATER}, outcome: [order, letter], {NAMED}", positions=positions)
    graph = graph_of(files(text))
    one = graph.disputes["who"]
    assert [verdict(graph, one, position) for position in one.positions] == [STANDS, OPEN]


def test_what_is_so_comes_first_and_what_is_not_comes_last() -> None:
    third = BOTH + "  - {id: neither, label: Neither, stance: denies, claims: [well#order]}\n"
    graph = graph_of(files(dispute(PARTLY, f"{LATER}, outcome: [letter], {OF_LETTER}", positions=third)))
    assert [position.id for position in by_verdict(graph, graph.disputes["who"])] == ["letter", "order", "neither"]
    settled = f"{LATER}, outcome: [letter], settles: {{well#letter: stands, well#order: falls}}"
    last = third.replace("stance: denies, ", "").replace(
        "neither, label: Neither, claims: [well#order]", "neither, label: Nobody"
    )
    graph = graph_of(files(dispute(PARTLY, settled, positions=last)))
    assert [position.id for position in by_verdict(graph, graph.disputes["who"])] == ["letter", "neither", "order"]


ELSEWHERE: Final = "  - {id: a, label: A, claims: [well#closed]}\n  - {id: b, label: B, claims: [well#letter]}\n"


@pytest.mark.parametrize(
    "status, resolution, settles, found",
    [
        ("open", "", "{}", [OPEN, OPEN]),
        ("open", "", "{well#order: falls}", [FALLS, OPEN]),
        ("open", "", "{well#order: stands}", [STANDS, OPEN]),
        ("open", "", "{well#letter: falls}", [OPEN, OPEN]),
        ("open", "", "{well#letter: falls, well#closed: falls}", [OPEN, FALLS]),
        ("open", "", "{well#letter: falls, well#closed: stands}", [OPEN, OPEN]),
        (PARTLY, f"{LATER}, outcome: [order, letter]", "{well#order: falls}", [FALLS, OPEN]),
        ("resolved", f"{LATER}, outcome: [order]", "{well#order: falls}", [STANDS, FALLS]),
        ("resolved", "rule: range-kept, outcome: [order, letter]", "{well#order: falls}", [FALLS, OPEN]),
    ],
)
def test_what_its_own_dispute_leaves_open_another_settles_by_all_its_claims(
    status: str, resolution: str, settles: str, found: list[Outcome]
) -> None:
    other = dispute(resolution=f"{LATER}, outcome: [a], settles: {settles}", positions=ELSEWHERE)
    graph = graph_of(files(dispute(status, resolution, positions=BOTH), another=other))
    one = graph.disputes["who"]
    assert [verdict(graph, one, position) for position in one.positions] == found
    by = [settled_elsewhere(graph, one, position) for position in one.positions]
    assert {each.dispute.id for each in by if each is not None} <= {"another"}


def test_of_a_position_that_denies_what_fell_elsewhere_another_dispute_says_that_it_is_so() -> None:
    other = dispute(resolution=f"{LATER}, outcome: [a], settles: {{well#order: falls}}", positions=ELSEWHERE)
    graph = graph_of(files(dispute("open"), another=other))
    one = graph.disputes["who"]
    assert [verdict(graph, one, position) for position in one.positions] == [FALLS, STANDS]
    told = {each.kind: each.positions for each in verdicts(graph, one)}
    assert told == {"so": ("It did not",), "not-so": ("It did",)}
    assert answer(graph, one) == "Open; another question settles some of it."


def test_where_no_position_is_settled_it_is_said_which_claims_are() -> None:
    resolution = f"{LATER}, outcome: [did, did-not], settles: {{well#letter: stands}}"
    graph = graph_of(files(dispute(PARTLY, resolution)))
    one = graph.disputes["who"]
    told = {each.kind: each.positions for each in verdicts(graph, one)}
    assert told == {"so": ("A letter says so",), "open": ("It did", "It did not")}
    assert answer(graph, one) == "Settled in part."


def test_where_nothing_is_settled_it_is_not_said_to_be_settled_in_part() -> None:
    graph = graph_of(files(dispute(PARTLY, f"{LATER}, outcome: [did, did-not]")))
    assert answer(graph, graph.disputes["who"]) == "Open in part: not all of it is settled."
