"""A dispute: its answer first, its positions with their voices, its tolls; and the order of the index."""

from pathlib import Path

import pytest
from baseline import WELL, base_text, linked
from dateline.pages.kinds.dispute import dispute_view
from dateline.pages.kinds.disputes import dispute_row, disputes_view, in_order
from dateline.pages.kinds.embedded_dispute import embedded_dispute
from dateline.pages.kinds.index import actors_index
from dateline.pages.kinds.method import method_view
from dateline.pages.rendering.pages import Renderer
from dateline.pages.shared.edition import Edition
from dateline.pages.shared.event_view import contexts_of
from dateline.pages.shared.tolls import disputes_about_figures, tolls_in_dispute, tolls_of
from dateline.pages.wording.outcomes import OUTCOME_LABEL
from dateline.pages.wording.told_rules import placing, settling
from dateline.pages.wording.verdict_words import in_brief, verdicts
from dateline.records.chronology import ClaimInContext
from dateline.records.rules.standing import Outcome
from dateline.records.rules.verdicts import verdict
from html_reading import Node, read
from projects import ROOT

DISPUTE = "disputes/who-closed-the-well.md"
CLOSED = "2031-03-03-well-closed#by-the-council"
RESOLUTION = (
    "resolution: {{outcome: [{outcome}], rule: {rule}, date: 2031-04-01, note: The minutes say so.,\n"
    "  cites: [{{source: crier-2031-03-06, paragraph: 2}}]}}\n"
)
TOLLS = """title: A count
date: 2031-03-05
kind: meeting
claims:
{claims}"""
TOLL = """  - id: {id}
    text: So many came.
    reports:
{reports}"""
GIVEN = """      - by: [{by}]
        cite: {{source: {source}, paragraph: 1}}
        figures: [{{measure: attended, of: petitioners, {said}}}]
"""
THIRD = "  - {id: third, label: The clerk did, claims: [2031-03-03-well-closed#closed]}\n"
HOW_MANY = """---
question: How many?
kind: figure
relation: different-time
status: open
would_settle: A list.
positions:
"""


def dispute(id_: str, *keys: str, claims: str = CLOSED) -> dict[str, str]:
    """Return one more dispute, of the same two positions."""
    head = "question: Who?\nkind: responsibility\nrelation: exclusive\nstatus: open\nwould_settle: The minutes.\n"
    positions = "positions:\n" + "".join(f"  - {{id: {one}, label: {one}, claims: [{claims}]}}\n" for one in ("a", "b"))
    return {f"disputes/{id_}.md": "---\n" + head + "".join(f"{key}\n" for key in keys) + positions + "---\n"}


def page_of(folder: Path, files: dict[str, str]) -> Node:
    edition = Edition(linked(folder, files))
    view = dispute_view(edition, edition.chronology.disputes["who-closed-the-well"])
    return read(str(Renderer(ROOT / "templates", edition).page(view).content))


def told(status: str, resolution: str = "", relation: str = "exclusive") -> dict[str, str]:
    text = base_text(DISPUTE).replace("status: open\n", f"status: {status}\n{resolution}")
    return {DISPUTE: text.replace("relation: exclusive", f"relation: {relation}")}


@pytest.mark.parametrize(
    "files, answer",
    [
        (told("open"), "Open: nobody has settled it."),
        (told("partly-resolved"), "Open in part: not all of it is settled."),
        (
            told("partly-resolved", RESOLUTION.format(outcome="council", rule="concession")),
            "Settled in part. So: The council did. Not so: The council did not. Why",
        ),
        (
            told("resolved", RESOLUTION.format(outcome="somebody-else", rule="later-reporting")),
            "Settled by evidence of 1 April 2031: later reporting. So: The council did not. Why",
        ),
        (
            told("resolved", RESOLUTION.format(outcome="", rule="range-kept")),
            "Settled by evidence of 1 April 2031: no position is ruled out. Why",
        ),
        (
            told("not-a-conflict", RESOLUTION.format(outcome="", rule="not-a-conflict"), "different-time"),
            "No conflict: the positions are about different times. Why",
        ),
    ],
)
def test_a_page_starts_with_the_answer_or_says_that_there_is_none(
    tmp_path: Path, files: dict[str, str], answer: str
) -> None:
    shown = [p for p in page_of(tmp_path, files).elements("p", "dl-answer__how") if "dl-past" not in p.classes]
    assert [" ".join(p.text.split()) for p in shown] == [answer]


@pytest.mark.parametrize(
    "files, brief",
    [
        (told("open"), "Open"),
        (
            told("partly-resolved", RESOLUTION.format(outcome="council", rule="concession")),
            "Settled in part. So: The council did. Not so: The council did not.",
        ),
        (
            told("resolved", RESOLUTION.format(outcome="somebody-else", rule="later-reporting")),
            "Settled. So: The council did not.",
        ),
        (told("resolved", RESOLUTION.format(outcome="", rule="range-kept")), "Settled"),
    ],
)
def test_where_a_settled_dispute_is_only_named_it_is_told_which_way(
    tmp_path: Path, files: dict[str, str], brief: str
) -> None:
    chronology = linked(tmp_path, files)
    assert in_brief(chronology, chronology.disputes["who-closed-the-well"]) == brief


def test_what_falls_comes_last_and_every_settled_position_has_its_badge(tmp_path: Path) -> None:
    resolved = RESOLUTION.format(outcome="somebody-else", rule="later-reporting")
    page = page_of(tmp_path, told("resolved", resolved))
    sections = page.elements("section", "dl-position")
    assert [one.get("id") for one in sections] == ["position-somebody-else", "position-council"]
    badges = [one.elements("span", "dl-status")[0].text for one in sections]
    assert badges == [OUTCOME_LABEL[Outcome.SETTLED_STANDS], OUTCOME_LABEL[Outcome.SETTLED_FALLS]]
    edition = Edition(linked(tmp_path, told("resolved", resolved)))
    found = edition.chronology.disputes["who-closed-the-well"]
    embedded, listed = embedded_dispute(edition, found), dispute_row(edition, found)
    assert [one.verdict for one in embedded.positions] == [one.verdict for one in listed.positions] == badges


def test_several_positions_of_what_is_settled_in_part_are_still_open(tmp_path: Path) -> None:
    partly = RESOLUTION.format(outcome="council, somebody-else", rule="concession")
    page = page_of(tmp_path, told("partly-resolved", partly))
    (said,) = page.elements("p", "dl-answer__open")
    assert " ".join(said.text.split()) == "Still open: The council did; The council did not."


def test_more_than_two_open_positions_are_counted_and_unfold(tmp_path: Path) -> None:
    partly = told("partly-resolved", RESOLUTION.format(outcome="council, somebody-else, third", rule="concession"))
    partly[DISPUTE] = partly[DISPUTE].replace("would_settle", f"{THIRD}would_settle")
    (said,) = page_of(tmp_path, partly).elements("details", "dl-answer__open")
    assert [one.text.strip() for one in said.elements("summary")] == ["Still open: 3 of 3 positions"]
    assert [one.text for one in said.elements("li")] == ["The council did", "The council did not", "The clerk did"]


@pytest.mark.parametrize(
    "relation, third, told_of",
    [
        ("exclusive", "2031-03-03-well-closed#closed", "Not all of the positions can be true."),
        ("both-possible", "2031-03-03-well-closed#closed", "More than one of the positions can be true."),
        ("different-time", "2031-03-03-well-closed#closed", "The positions are about different times."),
        ("exclusive", "", "The positions exclude each other."),
    ],
)
def test_of_three_positions_it_is_said_which_exclude_each_other_where_the_records_show_it(
    tmp_path: Path, relation: str, third: str, told_of: str
) -> None:
    files = told("open", relation=relation)
    if third:
        files[DISPUTE] = files[DISPUTE].replace("would_settle", f"{THIRD}would_settle")
    edition = Edition(linked(tmp_path, files))
    view = dispute_view(edition, edition.chronology.disputes["who-closed-the-well"])
    assert view.relation == told_of
    assert view.excluding == ((("The council did", ("The council did not",)),) if third else ())


def test_where_each_position_excludes_each_other_that_is_said_and_no_more(tmp_path: Path) -> None:
    files = tolls(
        *((said(by, f"exact: {number}"),) for by, number in (("council", 1), ("clerk", 2), ("petitioners", 3)))
    )
    files["disputes/how-many.md"] = files["disputes/how-many.md"].replace("different-time", "exclusive")
    edition = Edition(linked(tmp_path, files))
    view = dispute_view(edition, edition.chronology.disputes["how-many"])
    assert (view.relation, view.excluding) == ("Each of the positions excludes the others.", ())


def test_a_dispute_about_figures_begins_with_their_range_and_leads_to_others_of_its_events(tmp_path: Path) -> None:
    files = tolls((said("petitioners", "exact: 20"),), (said("council", "exact: 12"),), (said("clerk", "exact: 15"),))
    text = files["disputes/how-many.md"]
    files["disputes/how-many.md"] = text.replace("  - {id: p2", "  - {id: p2, note: Of the evening")
    files["disputes/in-the-evening.md"] = text.replace("How many?", "And how many in the evening?").replace(
        "  - {id: p0, label: P, claims: [2031-03-05-count#c0]}\n", ""
    )
    edition = Edition(linked(tmp_path, files))
    view = dispute_view(edition, edition.chronology.disputes["how-many"])
    assert [told for told, _ in view.ranges] == ["Attended (Petitioners): 12 to 20, 3 counts"]
    assert view.ranges[0][1] == "Lindwell Council: 12, 15; Petitioners: 20"
    event = edition.chronology.events["2031-03-05-count"]
    assert [(one.address, one.note) for one in disputes_about_figures(edition, contexts_of(event))] == [
        ("disputes/how-many/", view.ranges[0][0]),
        ("disputes/in-the-evening/", "Attended (Petitioners): 12 to 15, 2 counts"),
    ]
    assert [(one.text, one.note) for one in view.beside] == [
        ("And how many in the evening?", "Attended (Petitioners): 12 to 15, 2 counts")
    ]
    page = read(str(Renderer(ROOT / "templates", edition).page(view).content))
    (answer,) = page.elements("div", "dl-answer")
    assert answer.elements("p")[0].text == view.ranges[0][0]
    assert view.ranges[0][0] in view.description
    assert embedded_dispute(edition, edition.chronology.disputes["how-many"]).ranges == (view.ranges[0][0],)


_IN_PART = {
    "nothing": {"a": Outcome.OPEN, "b": Outcome.OPEN, "c": Outcome.OPEN},
    "2031-03-03-well-closed#closed: stands": {"a": Outcome.SETTLED_STANDS, "b": Outcome.OPEN, "c": Outcome.OPEN},
    "2031-03-02-meeting#attendance: falls": {"a": Outcome.OPEN, "b": Outcome.SETTLED_FALLS, "c": Outcome.OPEN},
    "2031-03-03-well-closed#by-the-council: stands": {"a": Outcome.OPEN, "b": Outcome.OPEN, "c": Outcome.SETTLED_FALLS},
}


@pytest.mark.parametrize("settles", _IN_PART)
def test_where_it_is_named_what_is_settled_no_position_is_so_or_not_so_without_it(tmp_path: Path, settles: str) -> None:
    named = "2031-03-03-well-closed#elsewhere: stands" if settles == "nothing" else settles
    text = f"""---
question: Who?
kind: responsibility
relation: exclusive
status: partly-resolved
positions:
  - {{id: a, label: a, claims: [2031-03-03-well-closed#closed]}}
  - {{id: b, label: b, claims: [2031-03-02-meeting#attendance]}}
  - {{id: c, label: c, stance: denies, claims: [{CLOSED}]}}
resolution:
  outcome: [a]
  rule: imagery
  date: 2031-04-01
  note: It is.
  settles: {{{named}}}
would_settle: More.
---
"""
    chronology = linked(tmp_path, {"disputes/who.md": text})
    found = chronology.disputes["who"]
    told = {one.id: verdict(chronology, found, one) for one in found.positions}
    assert told == _IN_PART[settles]
    # The answer on top says of each position what its own badge says.
    listed = {label: one.kind for one in verdicts(chronology, found) for label in one.positions}
    words = {Outcome.SETTLED_STANDS: "so", Outcome.SETTLED_FALLS: "not-so", Outcome.OPEN: "open"}
    assert listed == {id_: words[outcome] for id_, outcome in told.items()}


def test_what_settles_and_who_is_on_a_side_is_told_in_the_same_words_wherever_it_is(tmp_path: Path) -> None:
    edition = Edition(linked(tmp_path, {}))
    settled = settling(edition.chronology.masthead, edition.language)
    placed = placing(edition.chronology.masthead, edition.language)
    view = method_view(edition)
    assert (view.settling, view.placing) == (settled, placed)
    assert disputes_view(edition).rule == settled
    assert placed
    assert placed in actors_index(edition).lead


def test_each_position_names_those_who_speak_for_it_and_counts_them(tmp_path: Path) -> None:
    page = page_of(tmp_path, {})
    for id_, name in (("council", "Petitioners"), ("somebody-else", "Lindwell Council")):
        position = page.by_id(f"position-{id_}")
        assert "1 voice says so." in [p.text.strip() for p in position.elements("p", "dl-position__voices")]
        assert [one.element("a").text for one in position.elements("li", "dl-voice")] == [name]


@pytest.mark.parametrize("reports, is_open", [(4, True), (5, False)])  # and one denies it
def test_a_page_unfolds_at_most_five_reports(tmp_path: Path, reports: int, is_open: bool) -> None:  # noqa: FBT001 - a case
    name = "events/2031/2031-03-03-well-closed.yml"
    one = "      - by: [petitioners]\n        cite: {source: gazette-2031-03-04, paragraph: 2}\n"
    page = page_of(tmp_path, {name: base_text(name).replace(one, one * reports)})
    folds = [fold for fold in page.elements("details") if (fold.get("id") or "").startswith("evidence-")]
    assert len(folds) == 2
    assert [fold.get("open") is not None for fold in folds] == [is_open, is_open]
    assert sum(len(fold.elements("li", "dl-report")) for fold in folds) == reports + 1


def test_the_index_has_first_what_is_open_then_what_most_voices_and_reports_speak_in(tmp_path: Path) -> None:
    files = {
        **dispute("a-beside", "aside: true", claims=f"{CLOSED}, 2031-03-03-well-closed#closed"),
        **dispute("b-one-voice", claims="2031-03-02-meeting#attendance"),
        **dispute("c-three-reports", claims=f"{CLOSED}, 2031-03-03-well-closed#closed"),
        **dispute("d-two-reports", claims="2031-03-03-well-closed#closed"),
        **told("resolved", RESOLUTION.format(outcome="council", rule="concession")),
    }
    edition = Edition(linked(tmp_path, files))
    order = [one.id for one in in_order(edition)]
    assert order == ["c-three-reports", "d-two-reports", "b-one-voice", "who-closed-the-well", "a-beside"]
    view = disputes_view(edition)
    assert [row.link.address for row in view.aside] == ["disputes/a-beside/"]
    assert [group.anchor for group in view.by_status] == ["open", "resolved"]
    assert len(view.by_kind[0].rows) == 5


def tolls(*claims: tuple[str, ...]) -> dict[str, str]:
    written = (TOLL.format(id=f"c{number}", reports="".join(reports)) for number, reports in enumerate(claims))
    positions = [
        f"  - {{id: p{number}, label: P, claims: [2031-03-05-count#c{number}]}}\n" for number in range(len(claims))
    ]
    return {
        "events/2031/2031-03-05-count.yml": TOLLS.format(claims="".join(written)),
        "disputes/how-many.md": HOW_MANY + "".join(positions) + "---\n",
    }


def said(by: str, number: str, source: str = "gazette-2031-03-04") -> str:
    return GIVEN.format(by=by, source=source, said=number)


def test_several_papers_with_one_number_of_one_voice_are_one_bar_and_counted(tmp_path: Path) -> None:
    crier = "crier-2031-03-06"
    files = tolls(
        (said("petitioners", "exact: 20"), said("petitioners", "min: 20", crier), said("council", "exact: 12")),
        (said("petitioners", "exact: 30"),),
    )
    edition = Edition(linked(tmp_path, files))
    (toll,) = tolls_in_dispute(edition, edition.chronology.disputes["how-many"])
    assert [(bar.speaker, bar.amount, bar.papers) for bar in toll.bars] == [
        ("Lindwell Council", "12", ""),
        ("Petitioners", "at least 20", "by 2 publishers"),
        ("Petitioners", "30", ""),
    ]
    assert toll.summary == "12 to 30, 3 counts"
    assert len(toll.rows) == 4


def test_publishers_behind_a_bar_are_counted_as_at_the_position(tmp_path: Path) -> None:
    crier = "crier-2031-03-06"
    files = tolls(
        (said("council, harrow-gazette", "exact: 20", crier), said("", "exact: 20"), said("", "exact: 12", crier)),
        (said("petitioners", "exact: 30"), said("", "exact: 30", crier)),
    )
    edition = Edition(linked(tmp_path, files))
    dispute = edition.chronology.disputes["how-many"]
    (toll,) = tolls_in_dispute(edition, dispute)
    assert [(bar.speaker, bar.amount, bar.papers) for bar in toll.bars] == [
        ("Lindwell Crier, not saying whose word it is", "12", ""),
        ("Lindwell Council", "20", "by 2 publishers"),
        ("Petitioners", "30", ""),
        ("Lindwell Crier, not saying whose word it is", "30", ""),
    ]
    said_so = [position.said.numbers for position in dispute_view(edition, dispute).positions]
    assert said_so == [("1 voice says so.",), ("1 voice says so.", "1 publisher does not say whose word it is.")]


def test_a_range_is_told_of_figures_on_which_positions_of_a_dispute_about_figures_differ(tmp_path: Path) -> None:
    files = tolls((said("petitioners", "exact: 20"), said("council", "exact: 12")), (said("council", "wording: many"),))
    edition = Edition(linked(tmp_path, files))
    found = edition.chronology.disputes["how-many"]
    assert [toll.summary for toll in tolls_in_dispute(edition, found)] == ["12 to 20, 2 counts"]
    agreed = tolls((said("petitioners", "exact: 20"),), (said("council", "exact: 20"),))
    edition = Edition(linked(tmp_path, agreed))
    assert not tolls_in_dispute(edition, edition.chronology.disputes["how-many"])
    files["disputes/how-many.md"] = files["disputes/how-many.md"].replace("kind: figure", "kind: date")
    edition = Edition(linked(tmp_path, files))
    assert not tolls_in_dispute(edition, edition.chronology.disputes["how-many"])


@pytest.mark.parametrize(
    "relation, other, told_of",
    [
        ("exclusive", "petitioners", ["Petitioners"]),
        ("exclusive", "council", []),
        ("different-time", "petitioners", []),
    ],
)
def test_who_gives_two_numbers_that_exclude_each_other_is_told(
    tmp_path: Path, relation: str, other: str, told_of: list[str]
) -> None:
    files = tolls((said("petitioners", "exact: 20"),), (said(other, "exact: 30"),))
    files["disputes/how-many.md"] = files["disputes/how-many.md"].replace("different-time", relation)
    edition = Edition(linked(tmp_path, files))
    view = dispute_view(edition, edition.chronology.disputes["how-many"])
    assert [one.text for one in view.saying_several] == told_of
    text = str(Renderer(ROOT / "templates", edition).page(view).content)
    assert ("gives more than one of these numbers, which exclude each other." in text) == bool(told_of)


@pytest.mark.parametrize("when, told", [("", "2 counts"), ("    when: 2031-03-04\n", "2 counts of different periods")])
def test_counts_of_one_event_that_are_of_other_days_by_their_claims_are_of_different_periods(
    tmp_path: Path, when: str, told: str
) -> None:
    claims = [
        TOLL.format(id=f"c{number}", reports=GIVEN.format(by=by, source="gazette-2031-03-04", said=f"exact: {number}"))
        for number, by in ((1, "clerk"), (2, "petitioners"))
    ]
    text = TOLLS.format(claims=claims[0] + claims[1].replace("    reports:", f"{when}    reports:"))
    edition = Edition(linked(tmp_path, {"events/2031/count.yml": text}))
    event = edition.chronology.events["count"]
    [toll] = tolls_of(edition, (ClaimInContext(event, claim) for claim in event.claims))
    assert toll.counts == told


_DATED = """---
question: When?
kind: {kind}
relation: exclusive
status: open
would_settle: A diary.
positions:
  - {{id: a, label: a, claims: [2031-03-03-well-closed#first]}}
  - {{id: b, label: b, claims: [2031-03-03-well-closed#second], stance: {stance}}}
---
"""
_CLAIM = """  - id: {id}
    text: So it was.
    {keys}
    reports: [{{by: [council], cite: {{source: crier-2031-03-06, paragraph: 1}}}}]
"""


@pytest.mark.parametrize(
    "kind, stance, keys, dates",
    [
        (
            "date",
            "asserts",
            "control: {place: old-well, holder: council, extent: full}",
            ["2 March 2031", "3 March 2031"],
        ),
        ("control", "asserts", "control: {place: old-well, holder: council, extent: full}", []),
        ("date", "denies", "control: {place: old-well, holder: council, extent: full}", []),
        ("date", "asserts", "note: Of no time", []),
        ("occurrence", "asserts", "when: 2031-03-04", ["2 March 2031", "4 March 2031"]),
    ],
)
def test_a_dispute_about_a_date_has_every_date_that_a_position_gives(
    tmp_path: Path, kind: str, stance: str, keys: str, dates: list[str]
) -> None:
    claims = _CLAIM.format(id="first", keys="when: 2031-03-02") + _CLAIM.format(id="second", keys=keys)
    files = {
        WELL: base_text(WELL).replace("claims:\n", f"claims:\n{claims}", 1),
        "disputes/when.md": _DATED.format(kind=kind, stance=stance),
    }
    edition = Edition(linked(tmp_path, files))
    assert [row.date for row in dispute_view(edition, edition.chronology.disputes["when"]).dates] == dates
