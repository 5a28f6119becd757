"""Who said what on which day: a row a voice, a sign for what it does, and nothing of the days between."""

from typing import Final

import pytest
from dateline.ground.dates import Day
from dateline.pages.kinds.actor_placed import placed_view
from dateline.pages.kinds.tombstone import tombstone_views
from dateline.pages.kinds.ways import Ways, ways_of
from dateline.pages.shared.as_of import MOST_STEPS, as_of_view, past_states, past_voices, steps_of
from dateline.pages.shared.claimants import claimants, whose_word
from dateline.pages.shared.edition import Edition
from dateline.pages.shared.known import known
from dateline.pages.shared.life import life_of_claim, life_of_positions
from dateline.pages.shared.repeats import repeats
from dateline.pages.shared.said_dates import said_dates
from dateline.pages.shared.standpoints import (
    count_of_voices,
    count_of_withdrawn,
    said_for,
    spoken_for,
    unconfirming,
    voices_in_words,
    weight_of_dispute,
)
from dateline.pages.shared.timelines import timeline_of_actor
from dateline.pages.shared.told_by_name import told_by_name
from dateline.pages.shared.twins import Twins
from dateline.pages.shared.views import LifeView
from dateline.records.types import Claim, Dispute
from in_memory import CLOSED, GAZETTE, version_of

SITE: Final = "https://chronology.example/well/"
PEOPLE: Final = {
    "actors/vicar": "name: The vicar\nkind: person\n",
    "actors/digger": "name: The digger\nkind: person\n",
    "actors/crier": "name: Lindwell Crier\nkind: media\n",
    "actors/somebody": "name: Somebody\nkind: unnamed\n",
}


def paper(number: int, day: str, more: str = "", publisher: str = "crier") -> str:
    """Return a source of its own words."""
    return (
        f"title: Paper {number}\npublisher: {publisher}\npublished: {day}\n{more}"
        f"paragraphs: [{{n: 1, begins: Paper {number} says, ends: ends {number}}}]\n"
    )


def edition(*days: str, reports: str, more: dict[str, str | None] | None = None, papers: str = "") -> Edition:
    """Return an edition in which papers appeared on these days, and the one claim has these reports."""
    sources = {f"sources/p{number}": paper(number, day, papers) for number, day in enumerate(days)}
    event = f"{CLOSED[: CLOSED.index('    reports:')]}    reports:\n{reports}"
    return Edition(version_of({**PEOPLE, **sources, "events/well": event, **(more or {})}).published, site_url=SITE)


def said(by: str, paper: int, stance: str = "asserts", more: str = "") -> str:
    return f"      - {{by: [{by}], stance: {stance}, cite: {{source: p{paper}, paragraph: 1}}{more}}}\n"


def claim_of(made: Edition) -> Claim:
    return made.chronology.events["well"].claims[0]


def life(made: Edition) -> LifeView:
    found = life_of_claim(made, claim_of(made))
    assert found is not None
    return found


def signs(view: LifeView) -> dict[str, list[str]]:
    """Return the signs of each voice, a word a day."""
    return {row.name: ["".join(mark.sign.sign for mark in cell) for cell in row.cells] for row in view.rows}


OLD: Final = "authors: [{actor: digger}]\ntranslators: [{actor: vicar}]\nwritten: 1831\n"


def test_an_author_of_an_old_text_stands_at_the_time_of_writing_and_its_translator_at_that_of_the_edition() -> None:
    reports = said("digger", 1) + said("vicar", 1, "doubts") + said("vicar", 0, "denies")
    made = edition("1951", "1990", reports=reports, papers=OLD)
    view = life(made)
    assert [column.label for column in view.columns] == ["1831", "1951", "1990"]
    assert signs(view) == {"The digger": ["●", "", ""], "The vicar": ["", "✕", "?"]}
    told = steps_of(made.chronology, claim_of(made).reports)
    assert [day.year for day in told.days] == [1831, 1951, 1990]


def test_a_citation_of_an_old_text_says_when_it_was_written_and_of_when_the_edition_is() -> None:
    made = edition("1951", "1990", reports=said("digger", 1) + said("vicar", 1, "doubts"), papers=OLD)
    dated = [made.citation(report.cite, report.by).published for report in claim_of(made).reports]
    assert dated == ["text of 1831, edition of 1990", "1990"]
    undated = OLD + "unknown: [published]\n"
    lost: dict[str, str | None] = {"sources/p1": paper(1, "1990", undated).replace("published: 1990\n", "")}
    made = edition("1951", "1990", reports=said("digger", 1) + said("vicar", 1, "doubts"), papers=OLD, more=lost)
    dated = [made.citation(report.cite, report.by).published for report in claim_of(made).reports]
    assert dated == ["text of 1831", "date not known"]


def test_an_old_text_without_a_last_day_of_writing_could_be_read_from_its_edition_on() -> None:
    old = OLD.replace("1831", '"[1831..]"')
    made = edition("1951", "1990", reports=said("digger", 1) + said("digger", 0), papers=old)
    assert [day.year for day in steps_of(made.chronology, claim_of(made).reports).days] == [1951, 1990]
    (line, *_) = known(made, made.chronology.claims.values()).sources([claim_of(made).reports[0].cite])
    assert line.step == 2


def test_the_author_of_an_old_text_speaks_for_whom_he_then_belonged_to() -> None:
    member = PEOPLE["actors/digger"] + "part_of: [{actor: council, until: 1840}]\n"
    for written, voice in (("1831", "council"), ("1841", "digger")):
        old = OLD.replace("1831", written)
        made = edition("1951", reports=said("digger", 0), papers=old, more={"actors/digger": member})
        assert made.chronology.voice(claim_of(made).reports[0]) == voice


def test_a_timeline_has_what_an_author_said_where_he_wrote_it() -> None:
    by_both = [said(who, number, "doubts") for who in ("digger", "vicar") for number in (0, 1)]
    later: dict[str, str | None] = {"sources/p1": paper(1, "1990", OLD.replace("1831", "1841"))}
    made = edition("1951", "1990", reports="".join(by_both), papers=OLD, more=later)
    for id_, years in (("digger", ["1831", "1841"]), ("vicar", ["1951", "1990"])):
        view = timeline_of_actor(made, id_)
        assert view is not None
        assert [(one.name, one.address) for one in view.bins] == [(years[0], "sources/p0/"), (years[1], "sources/p1/")]
        assert ("writing" in view.lanes[0].title) is (id_ == "digger")


# --- lives -----------------------------------------------------------------------------------------------------------


def test_each_voice_has_a_row_and_each_day_of_reporting_a_column() -> None:
    made = edition(
        "2031-03-04",
        "2031-03-06",
        reports=said("clerk", 0) + said("vicar", 0, "denies") + said("clerk", 1) + said("vicar", 1, "concedes"),
    )
    view = life(made)
    assert [column.whole for column in view.columns] == ["4 March 2031", "6 March 2031"]
    assert signs(view) == {"The clerk": ["●", "●"], "The vicar": ["✕", "◐"]}
    assert [mark.is_again for row in view.rows for cell in row.cells for mark in cell] == [False, True, False, False]
    assert [column.gap for column in view.columns] == [0, 1]


@pytest.mark.parametrize(
    "stance, more, sign",
    [
        ("asserts", "", "●"),
        ("asserts", ", modality: alleged", "○"),
        ("denies", "", "✕"),
        ("doubts", "", "?"),
        ("unconfirmed", "", "–"),
        ("concedes", "", "◐"),
        ("retracts", "", "↶"),
    ],
)
def test_each_thing_that_is_done_to_a_claim_has_a_sign_which_the_legend_tells(
    stance: str, more: str, sign: str
) -> None:
    made = edition(
        "2031-03-04", "2031-03-06", reports=said("clerk", 0) + said("digger", 0) + said("vicar", 1, stance, more)
    )
    view = life(made)
    assert signs(view)["The vicar"] == ["", sign]
    assert sign in {one.sign for one in view.legend}
    assert all(one.words for one in view.legend)


def test_a_report_whose_source_was_withdrawn_has_a_sign_of_its_own() -> None:
    withdrawn = paper(1, "2031-03-06", "withdrawn: {date: 2031-05-01, note: It was wrong.}\n")
    made = edition(
        "2031-03-04",
        reports=said("clerk", 0) + said("digger", 0) + said("vicar", 1),
        more={"sources/p1": withdrawn},
    )
    assert signs(life(made))["The vicar"] == ["", "⊘"]


def test_publishers_that_name_no_speaker_share_a_row_below_all_voices() -> None:
    made = edition(
        "2031-03-04",
        reports=said("", 0) + said("", 1) + said("clerk", 2),
        more={
            "actors/herald": "name: The Herald\nkind: media\n",
            "sources/p1": paper(1, "2031-03-06", publisher="herald"),
            "sources/p2": paper(2, "2031-03-06", publisher="harrow"),
        },
    )
    assert list(signs(life(made)).items()) == [("The clerk", ["", "●"]), ("No speaker named", ["●", "●"])]


@pytest.mark.parametrize(
    "days, reports, has_life",
    [
        (["2031-03-04", "2031-03-06"], [0, 1], False),
        (["2031-03-04"], [0, 0, 0], False),
        (["2031-03-04", "2031-03-04"], [0, 1, 0], False),
        (["2031-03-04", "2031-03-06"], [0, 1, 0], True),
    ],
)
def test_a_life_takes_three_reports_and_two_days(days: list[str], reports: list[int], *, has_life: bool) -> None:
    speakers = ("clerk", "vicar", "digger")
    told = "".join(said(speaker, number) for speaker, number in zip(speakers, reports, strict=False))
    made = edition(*days, reports=told)
    assert (life_of_claim(made, claim_of(made)) is not None) == has_life


def test_positions_have_numbers_for_signs() -> None:
    made = edition(
        "2031-03-04", "2031-03-06", reports=said("clerk", 0) + said("vicar", 1, "denies") + said("digger", 1)
    )
    one, other, another = claim_of(made).reports
    view = life_of_positions(made, [("It is", [one, another]), ("It is not", [other])])
    assert view is not None
    assert signs(view) == {"The clerk": ["1", ""], "The vicar": ["", "2"], "The digger": ["", "1"]}
    assert [(sign.sign, sign.words) for sign in view.legend] == [("1", "It is"), ("2", "It is not")]


# --- as of earlier days ----------------------------------------------------------------------------------------------


def test_each_day_is_a_step_until_there_are_too_many_which_are_put_together_by_month() -> None:
    days = [Day(2031, 1, 1).shifted(3 * number).isoformat() for number in range(MOST_STEPS + 40)]
    reports = "".join(said("clerk", number) for number in range(len(days)))
    made = edition(*days, reports=reports)
    steps = steps_of(made.chronology, claim_of(made).reports).days
    assert len(steps) <= MOST_STEPS
    assert steps[0] == Day(2031, 1, 1)
    assert steps[-1].isoformat() == days[-1]
    assert list(steps) == sorted(set(steps))
    assert {step.isoformat() for step in steps} <= set(days)


def test_how_a_claim_stood_lasts_until_something_else_is_said_of_it() -> None:
    made = edition(
        "2031-03-04",
        "2031-03-06",
        "2031-03-08",
        "2031-03-10",
        reports=said("clerk", 0) + said("clerk", 1) + said("vicar", 2) + said("digger", 3, "denies"),
    )
    event = made.chronology.events["well"]
    steps = steps_of(made.chronology, claim_of(made).reports)
    states = past_states(made.chronology, event, steps)["closed"]
    assert [(one.first, one.last, one.outcome) for one in states] == [(1, 2, "one-voice"), (3, 3, "uncontradicted")]
    heard = past_voices(made.chronology, claim_of(made).reports, steps)
    assert [(one.first, one.last, one.voices) for one in heard] == [
        (1, 1, "1 report, 1 voice"),
        (2, 2, "2 reports, 1 voice"),
        (3, 3, "3 reports, 2 voices"),
    ]


def test_what_became_known_at_once_cannot_be_read_as_of_an_earlier_day() -> None:
    made = edition("2031-03-04", "2031-03-06", reports=said("clerk", 0) + said("vicar", 1))
    reports = claim_of(made).reports
    steps = steps_of(made.chronology, reports)
    assert as_of_view(made.chronology, steps, reports[:1]) is None
    view = as_of_view(made.chronology, steps, reports)
    assert view is not None
    assert [(step.date, step.reports) for step in view.steps] == [("4 March 2031", 1)]
    assert view.newest == "6 March 2031"


# --- whose word ------------------------------------------------------------------------------------------------------


def test_three_speakers_are_named_on_either_side_and_the_others_counted() -> None:
    people = {f"actors/a{number}": f"name: A{number}\nkind: person\n" for number in range(8)}
    reports = "".join(said(f"a{number}", 0) for number in range(4)) + said("a4", 0, "denies")
    made = edition("2031-03-04", reports=reports, more=dict(people))
    found, more = claimants(made, claim_of(made))
    assert [(one.speakers, bool(one.how)) for one in found] == [
        (("A0",), False),
        (("A1",), False),
        (("A2",), False),
        (("A4",), True),
    ]
    assert more == 1
    told = whose_word(found, more, made.language)
    assert told.startswith("A0, in Lindwell Crier")
    assert told.endswith("1 more speaker")


def test_who_took_it_back_says_it_no_more_while_others_do() -> None:
    made = edition(
        "2031-03-04", "2031-03-06", reports=said("clerk", 0) + said("vicar", 0) + said("clerk", 1, "retracts")
    )
    found, more = claimants(made, claim_of(made))
    assert "The vicar" in [one.speakers[0] for one in found if not one.how]
    assert "The clerk" not in [one.speakers[0] for one in found if not one.how]
    assert more == 0


def test_reports_that_only_repeat_one_are_told_apart_in_long_lists_and_the_first_of_them_stays() -> None:
    days = [f"2031-03-{day:02}" for day in range(12, 4, -1)]
    reports = "".join(said("clerk", number) for number in range(8))
    made = edition(*days, reports=reports)
    assert repeats(made.chronology, claim_of(made).reports) == frozenset(range(7))
    assert repeats(made.chronology, claim_of(made).reports[:6]) == frozenset()
    others = "".join(said(("clerk", "vicar", "digger", "somebody")[number % 4], number) for number in range(8))
    varied = edition(*days, reports=others)
    assert len(repeats(varied.chronology, claim_of(varied).reports)) == 4


def test_the_days_that_claims_give_stand_beside_each_other_the_earliest_first() -> None:
    def told(*dates: str) -> list[str]:
        claims = "".join(
            f"  - id: c{number}\n    text: So {number}.\n    when: {when}\n    reports:\n{said('clerk', 0)}"
            for number, when in enumerate(dates)
        )
        event = f"{CLOSED[: CLOSED.index('claims:')]}claims:\n{claims}"
        made = edition("2031-03-04", reports=said("clerk", 0), more={"events/well": event})
        contexts = list(made.chronology.claims.values())
        return [one.date for one in said_dates(known(made, contexts), contexts)]

    assert told("2031-03-03", "2031-03-02") == ["2 March 2031", "3 March 2031"]
    assert told("2031-03-03", "2031-03-03") == []
    assert told("2031-03-03") == []


@pytest.mark.parametrize(
    "first, second, kind, told",
    [
        ("2031-03-04", "2031-03-04", "article", {"p0", "p1"}),
        ("2031-03-04", "2031-03-06", "article", set()),
        ("2031-03-04", "2031-03-06", "report", {"p0", "p1"}),
    ],
)
def test_sources_are_told_by_name_where_publisher_and_date_are_those_of_several(
    first: str, second: str, kind: str, told: set[str]
) -> None:
    made = edition(first, second, reports=said("clerk", 0), papers=f"kind: {kind}\n")
    assert told_by_name(made.chronology) == told


# --- positions -------------------------------------------------------------------------------------------------------

OVER: Final = """\
question: Is it so?
kind: occurrence
relation: exclusive
status: open
positions:
  - {id: so, label: It is, claims: [well#closed]}
  - {id: not-so, label: It is not, stance: denies, claims: [well#closed]}
"""


def disputed(reports: str, **more: str | None) -> tuple[Edition, Dispute]:
    made = edition("2031-03-04", "2031-03-06", reports=reports, more={"disputes/over": OVER, **more})
    return made, made.chronology.disputes["over"]


def test_a_position_has_those_who_say_so_and_one_that_denies_has_those_who_deny_or_doubt() -> None:
    made, dispute = disputed(
        said("clerk", 0) + said("vicar", 0, "denies") + said("digger", 1, "doubts") + said("somebody", 1, "unconfirmed")
    )
    so, not_so = dispute.positions
    spoken = [[len(reports) for _, reports in spoken_for(made.chronology, one)] for one in (so, not_so)]
    assert spoken == [[1], [2]]
    assert [len(unconfirming(made.chronology, one)) for one in (so, not_so)] == [1, 0]
    assert [count_of_voices(made, one) for one in (so, not_so)] == [1, 2]
    assert [voices_in_words(made, one) for one in (so, not_so)] == ["1 voice", "2 voices"]
    weight = weight_of_dispute(made.chronology, dispute)
    assert (weight.voices, weight.reports) == (3, 3)


def test_a_position_that_nobody_is_named_for_says_so() -> None:
    made, dispute = disputed(said("", 0) + said("", 1))
    assert [voices_in_words(made, one) for one in dispute.positions] == ["No speaker named", "Nobody says so"]


def test_who_speaks_most_often_for_a_position_is_named_first_with_the_number_of_reports() -> None:
    made, dispute = disputed(said("clerk", 0) + said("vicar", 0) + said("vicar", 1))
    ((_, reports),) = spoken_for(made.chronology, dispute.positions[0])
    found = said_for(made, reports, [])
    assert [(chip.link.text, chip.reports) for chip in found.chips] == [("The vicar", "2 reports"), ("The clerk", "")]
    assert not found.is_brief


def test_reports_of_withdrawn_sources_speak_for_no_position_and_are_counted_apart() -> None:
    withdrawn = paper(1, "2031-03-06", "withdrawn: {date: 2031-05-01, note: It was wrong.}\n")
    made, dispute = disputed(said("clerk", 0) + said("vicar", 1), **{"sources/p1": withdrawn})
    so, not_so = dispute.positions
    assert [count_of_withdrawn(made.chronology, one) for one in (so, not_so)] == [1, 0]
    assert count_of_voices(made, so) == 1


# --- what stands beside a page ---------------------------------------------------------------------------------------


def test_what_can_be_followed_has_a_feed_and_what_has_a_card_tells_what_it_is_about() -> None:
    made, dispute = disputed(said("clerk", 0))
    of_dispute = ways_of(made, "disputes/over/")
    assert of_dispute.feed_whole == f"{SITE}disputes/over/feed.xml"
    assert of_dispute.shown_on_card == dispute.question
    assert of_dispute.feed_title == "The well of Lindwell: Is it so?"
    of_actor = ways_of(made, "actors/clerk/#said")
    assert (of_actor.feed, of_actor.card) == ("actors/clerk/feed.xml", "")
    of_day = ways_of(made, "days/2031-03-03/")
    assert (of_day.feed, of_day.shown_on_card) == ("", "Monday, 3 March 2031")
    for address in ("", "days/", "days/2031-03-09/", "actors/", "actors/clerk/part-2/", "sources/p0/", "method/"):
        assert ways_of(made, address) == Ways()
    assert ways_of(Edition(made.chronology), "places/old-well/").feed_whole == ""


@pytest.mark.parametrize(
    "twins, json, markdown", [(Twins(), 0, 0), (Twins(json=True), 1, 0), (Twins(json=True, markdown=True), 1, 1)]
)
def test_a_page_has_the_twins_that_the_site_asks_for_unless_it_is_not_to_be_listed(
    twins: Twins, json: int, markdown: int
) -> None:
    hidden = "name: The clerk\nkind: person\nindex: false\n"
    records = version_of({"sources/gazette": GAZETTE, "actors/clerk": hidden}).published
    made = Edition(records, site_url=SITE, twins=twins)
    for address in ("sources/gazette/", "places/old-well/", "events/well/"):
        found = ways_of(made, address)
        assert (bool(found.json), bool(found.markdown)) == (bool(json), bool(markdown))
    for address in ("actors/clerk/", "sources/unknown/", "sources/gazette/part-2/", "method/"):
        assert ways_of(made, address).json == ""


def test_what_was_removed_is_told_newest_first_with_what_stands_in_its_place() -> None:
    stones = """\
tombstones:
  - {kind: actor, id: old, date: 2031-05-01, note: It was the clerk., instead: clerk}
  - {kind: source, id: gone, date: 2031-05-02, note: It was no source.}
"""
    made = Edition(version_of({"tombstones.yml": stones}).published)
    newest, oldest = tombstone_views(made)
    assert (newest.address, newest.instead, newest.date) == ("sources/gone/", None, "2 May 2031")
    assert oldest.instead is not None
    assert (oldest.address, oldest.instead.text) == ("actors/old/", "The clerk")


def test_an_actor_that_one_voice_alone_places_is_on_no_side_and_told_who_that_is() -> None:
    placed = "name: The digger\nkind: person\nsides: [{side: petition, cite: {source: p0, paragraph: 1}}]\n"
    made = edition("2031-03-04", reports=said("clerk", 0), more={"actors/digger": placed})
    view = placed_view(made, made.chronology.actors["digger"])
    assert view.sides == ()
    ((one),) = view.uncounted
    assert (one.side, [link.text for link in one.alone], one.adversaries) == ("Petition", ["Lindwell Crier"], ())
    assert [told.weight for told in view.told] == ["does not count: one voice alone"]
