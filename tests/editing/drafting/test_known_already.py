"""What is told of a new record that is one of the chronology already, and how a claim is put into a file."""

from dataclasses import replace

import pytest
from baseline import MEETING, WELL, base_text, linked
from dateline.editing.drafting.claims import NoPlaceError, with_claim
from dateline.editing.drafting.issues import Issue, IssueForm
from dateline.editing.drafting.known_already import happened_already, named_already, reported_already, said_already
from dateline.editing.drafting.suggestions import remarks_of
from dateline.records.chronology import Chronology
from dateline.records.types import Actor, Claim, Report
from hypothesis import given
from hypothesis import strategies as st
from yaml import safe_load

CLOSED = "2031-03-03-well-closed"
TEXTS = st.text(min_size=1, max_size=30).map(lambda text: " ".join(text.split())).filter(bool)


@pytest.fixture(scope="module")
def chronology(tmp_path_factory: pytest.TempPathFactory) -> Chronology:
    actors = "places: [{place: old-well}]\nactors: [{actor: council, role: host}, {actor: clerk, role: subject}]"
    well = base_text(WELL).replace("places: [{place: old-well}]", actors)
    return linked(tmp_path_factory.mktemp("known"), {WELL: well})


def test_an_event_happened_already_only_with_its_day_kind_and_all_its_places_and_actors(chronology: Chronology) -> None:
    there = chronology.events[CLOSED]
    again = replace(there, id="again")
    assert list(happened_already(chronology, again)) == [f"event '{CLOSED}' has this day, kind, place and actor"]
    assert list(happened_already(chronology, replace(again, actors=there.actors[:1])))
    assert not list(happened_already(chronology, there))
    strange = replace(there.actors[0], actor="petitioners")
    for other in (
        replace(again, actors=(there.actors[0], strange)),
        replace(again, actors=()),
        replace(again, places=()),
        replace(again, kind="meeting"),
        replace(again, date=chronology.events["2031-03-02-meeting"].date),
    ):
        assert not list(happened_already(chronology, other))


def test_a_name_is_another_actors_whatever_its_capitals_and_spaces_and_nameless_ones_are_many(
    chronology: Chronology,
) -> None:
    new = Actor(id="new", name="cyngor  LINDWELL", kind="organisation")
    assert list(named_already(chronology, new)) == ["'Cyngor Lindwell' is an alias of 'council'"]
    assert not list(named_already(chronology, replace(new, kind="unnamed")))
    assert not list(named_already(chronology, replace(new, id="council")))
    assert not list(named_already(chronology, replace(new, name="cyngor")))


@pytest.mark.parametrize(
    "text, by, is_told",
    [
        ("The old well was closed today.", ("clerk",), True),
        ("The old well was closed today.", ("council",), False),
        ("The clerk locked a door, as nobody had asked.", ("clerk",), False),
    ],
)
def test_a_report_is_known_by_its_speakers_its_paragraph_and_much_the_same_words(
    chronology: Chronology, text: str, by: tuple[str, ...], *, is_told: bool
) -> None:
    event = chronology.events[CLOSED]
    report = replace(event.claims[0].reports[0], by=by)
    told = list(reported_already(chronology, replace(event, id="again"), Claim(id="new", text=text, reports=(report,))))
    assert bool(told) is is_told


def test_a_speaker_says_a_thing_once_at_a_paragraph_but_may_deny_it_there(chronology: Chronology) -> None:
    report: Report = chronology.events[CLOSED].claims[0].reports[0]
    assert list(said_already(chronology, f"{CLOSED}#closed", report))
    assert not list(said_already(chronology, f"{CLOSED}#closed", replace(report, stance="denies")))
    assert not list(said_already(chronology, f"{CLOSED}#closed", replace(report, by=("council",))))
    assert not list(said_already(chronology, f"{CLOSED}#no-such", report))


@given(TEXTS, st.sampled_from([WELL, MEETING]))
def test_a_claim_is_put_behind_the_others_and_no_other_line_changes(text: str, name: str) -> None:
    before = base_text(name)
    after = with_claim(before, {"id": "new", "text": text, "reports": [{"by": ["clerk"]}]})
    assert after.startswith(before.rstrip("\n"))
    added, claims = safe_load(after)["claims"], safe_load(before)["claims"]
    assert (added[:-1], added[-1]["text"]) == (claims, text)


@pytest.mark.parametrize("claims", ["claims: []", "claims: [{id: a, text: A}]", "claims:", "claims: many", "title: T"])
def test_a_file_without_a_list_of_claims_on_lines_is_left_alone(claims: str) -> None:
    with pytest.raises(NoPlaceError):
        with_claim(f"{claims}\n", {"id": "new", "text": "T"})


def test_what_somebody_adds_to_a_suggestion_is_cut_and_stays_on_one_line() -> None:
    answers = {"remarks": f"a\nb {'x' * 900}", "adds": "\x1b[31mred", "claim": "not here"}
    lines = remarks_of(Issue(IssueForm("event", {}, {}), answers)).splitlines()
    assert [line.partition(":")[0] for line in lines[1:]] == ["adds", "remarks"]
    assert lines[2].startswith("remarks: a b x")
    assert len(lines[2]) == len("remarks: ") + 300
    assert "\x1b" not in "".join(lines)
