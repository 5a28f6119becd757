"""What the front page says first: sentences that lead to their claims, and turning points by weight or by voices."""

from dataclasses import replace
from pathlib import Path

import pytest
from dateline.pages.kinds.home import home_view
from dateline.pages.rendering.pages import Renderer
from dateline.pages.shared.edition import Edition
from dateline.pages.shared.front import points_of_all, what_happened, what_is_disputed
from dateline.pages.shared.turning_points import turning_points
from dateline.records.chronology import Chronology, link
from dateline.records.loading import load
from dateline.records.types import Brief, BriefSentence, DisputedLine, Report
from dateline.site.building.fingerprints import Fingerprints
from dateline.site.building.tracing import WHOLE, Note, TracedEdition
from html_reading import read
from projects import CASES, ROOT

SMALL = CASES / "small" / "content"
FLOODED, RELEASED = "2020-05-04-market-flooded#flooded", "2020-05-dam-release#released"


@pytest.fixture(scope="module")
def small() -> Chronology:
    corpus, problems = load(SMALL, Path(SMALL.parent))
    assert problems == []
    return link(corpus, drafts=False)


def with_brief(chronology: Chronology, *claims: str) -> Edition:
    told = BriefSentence(text="The water came.", claims=claims)
    line = DisputedLine(text="Who let it out?", dispute="was-water-released")
    return Edition(replace(chronology, brief=Brief(what_happened=(told,), what_is_disputed=(line,))))


def weighed(chronology: Chronology, *key: str) -> Edition:
    events = {id_: replace(event, weight="key" if id_ in key else None) for id_, event in chronology.events.items()}
    return Edition(replace(chronology, events=events))


def test_a_sentence_leads_to_its_first_claim_and_bears_one_mark_that_holds_of_all_its_claims(
    small: Chronology,
) -> None:
    (plain,) = what_happened(with_brief(small, FLOODED))
    assert (plain.link.text, plain.link.address.partition("#")[2]) == ("The water came.", FLOODED.replace("#", "--"))
    assert plain.marks == ()  # the sentence itself says whose word it is
    (both,) = what_happened(with_brief(small, RELEASED, FLOODED))
    assert both.link.address.endswith(RELEASED.replace("#", "--"))
    assert [(mark.outcome, mark.label) for mark in both.marks] == [("open", "Open")]
    (reversed_,) = what_happened(with_brief(small, FLOODED, RELEASED))
    assert reversed_.marks == both.marks  # the weakest, whichever comes first
    assert both.marks[0].link.address.endswith(RELEASED.replace("#", "--"))


def test_who_says_otherwise_stands_behind_the_mark_of_the_claim(small: Chronology) -> None:
    told = BriefSentence(text="The dam let water out", otherwise="the company denied it.", claims=(RELEASED,))
    edition = Edition(replace(small, brief=Brief(what_happened=(told,))))
    page = read(str(Renderer(ROOT / "templates", edition).page(home_view(edition)).content))
    (section,) = page.elements("section", "dl-brief__happened")
    said = " ".join(section.elements("p")[0].text.split())
    assert said == "The dam let water out Open; the company denied it."


def test_what_is_disputed_is_what_editors_wrote_or_the_open_questions(small: Chronology) -> None:
    assert [line.text for line in what_is_disputed(with_brief(small, FLOODED))] == ["Who let it out?"]
    asked = what_is_disputed(Edition(replace(small, brief=Brief())))
    assert [(line.text, line.address) for line in asked] == [
        ("Did the dam company release water?", "disputes/was-water-released/")
    ]


def test_without_a_brief_the_front_page_begins_with_the_turning_points(small: Chronology) -> None:
    view = home_view(Edition(replace(small, brief=Brief())))
    assert view.happened == ()
    assert [point.link.text for point in view.points] == ["Wend Dam releases water, the mayor says"]


def test_turning_points_are_those_with_weight_or_else_those_of_two_voices(small: Chronology) -> None:
    events = list(small.events.values())
    assert [event.id for event in turning_points(weighed(small), events)] == ["2020-05-dam-release"]
    given = weighed(small, "2020-05-03-warning", "2020-05-04-market-flooded")
    events = list(given.chronology.events.values())
    assert [event.id for event in turning_points(given, events)] == ["2020-05-03-warning", "2020-05-04-market-flooded"]
    assert [event.id for event in turning_points(given, events, 1)] == ["2020-05-04-market-flooded"]
    assert [point.marks for point in points_of_all(given)] == [(), ()]


def test_the_numbers_beside_a_title_are_those_of_the_claim_that_it_tells(small: Chronology) -> None:
    event = small.events["2020-05-04-market-flooded"]
    first, *more = event.claims
    report = first.reports[1]
    denying = replace(report, by=("council",), stance="denies")

    def heads(*others: Report) -> str:
        told = replace(first, reports=(report, *others))
        beside = tuple(replace(claim, reports=(report, denying)) for claim in more)
        changed = replace(event, weight="key", claims=(told, *beside))
        (point,) = points_of_all(Edition(replace(small, events={event.id: changed}, disputes={})))
        assert more
        assert point.claim is not None
        assert point.claim.text == first.text
        return point.voices

    assert heads() == "One voice"
    assert heads(replace(report, by=("wend-dam",))) == "2 voices say so."


def test_the_claim_of_a_title_is_told_beside_its_numbers_unless_the_event_has_no_other(small: Chronology) -> None:
    event = replace(small.events["2020-05-04-market-flooded"], weight="key")
    alone = replace(event, claims=event.claims[:1])
    (point,) = points_of_all(Edition(replace(small, events={event.id: alone}, disputes={})))
    assert point.claim is None


def test_a_build_knows_that_the_front_page_depends_on_the_brief(small: Chronology) -> None:
    traced = TracedEdition(Edition(small))
    home_view(traced)
    note = Note("Chronology brief", WHOLE)
    assert note in traced.taken()
    before, after = (Fingerprints(edition).of(note) for edition in (Edition(small), with_brief(small, FLOODED)))
    assert before != after


def test_the_claim_that_shows_how_to_read_one_is_of_a_turning_point_where_there_is_one(small: Chronology) -> None:
    shown = home_view(weighed(small, "2020-05-dam-release")).example
    assert shown is not None
    assert shown.reference == RELEASED
    assert home_view(weighed(small)).example is not None
