"""Two parties beside each other: the same whichever is named first, and only what the records say."""

import json
import re
from collections import Counter
from itertools import combinations
from pathlib import Path

import pytest
from baseline import linked
from dateline.pages.kinds import compare_pair
from dateline.pages.kinds.actor_said import said_view
from dateline.pages.kinds.compare import compare_view, parties_json
from dateline.pages.kinds.compare_data import named_periods, party_json
from dateline.pages.kinds.compare_pair import pair_view
from dateline.pages.kinds.pages_of_days import title_of
from dateline.pages.kinds.silence import key_events, silence_view
from dateline.pages.shared.common_ground import (
    MOST_SPEAKERS,
    Common,
    Ground,
    Relation,
    Tally,
    common_by_voice,
    common_in_words,
    matters_of,
    of_positions,
    of_signs,
    stands_of,
)
from dateline.pages.shared.edition import Edition
from dateline.pages.shared.pairs import FEWEST_PAIRS, pairs_with_pages, partners
from dateline.pages.shared.parties import Party, PartyKind, party_of, reports_by_party, said_by
from dateline.pages.wording import addresses
from dateline.records.chronology import link
from dateline.records.loading import load
from dateline.records.types import Dispute
from hypothesis import given
from hypothesis import strategies as st
from projects import ROOT
from pydantic import TypeAdapter

EVENT = """title: Number {number}
date: "2031-03-{day:02}"
kind: meeting
places: [{{place: lindwell}}]
actors: [{{actor: council, role: host}}]
claims:
  - id: one
    text: Number {number} was counted.
    reports:
"""
SIGNS = st.sampled_from(list(Ground))
POSITIONS = st.sets(st.sampled_from("abcd"), min_size=1)
DISPUTES = st.builds(
    lambda relation, status: TypeAdapter(Dispute).validate_python(
        {
            "id": "which",
            "question": "Which?",
            "kind": "occurrence",
            "relation": relation,
            "status": status,
            "positions": [{"id": id_, "label": id_, "claims": ["event#claim"]} for id_ in "abcd"],
        }
    ),
    st.sampled_from(["exclusive", "both-possible", "different-scope"]),
    st.sampled_from(["open", "resolved", "not-a-conflict"]),
)


def events(*reports: tuple[str, ...]) -> dict[str, str]:
    """Return an event a day, with a report for each "speaker stance" of a tuple."""
    found = {}
    for number, said in enumerate(reports, 1):
        text = EVENT.format(number=number, day=number)
        for one in said:
            speaker, stance = one.split()
            text += f"      - {{by: [{speaker}], stance: {stance}, "
            text += "cite: {source: crier-2031-03-06, paragraph: 1}}\n"
        found[f"events/2031/n{number:02}.yml"] = text
    return found


@pytest.fixture(scope="module")
def real() -> Edition:
    corpus, _ = load(ROOT / "content", ROOT)
    return Edition(link(corpus, drafts=False))


def edition_with(folder: Path, *reports: tuple[str, ...]) -> Edition:
    return Edition(linked(folder, events(*reports)))


# --- the page of two -------------------------------------------------------------------------------------------------


def test_a_page_of_two_shows_first_a_day_on_which_they_contradict_each_other_and_counts_the_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    both, against = ("council asserts", "petitioners asserts"), ("council asserts", "petitioners denies")
    edition = edition_with(tmp_path, both, ("council asserts",), both, against)
    whole = pair_view(edition, "council", "petitioners")
    assert whole.left == (0, 0)
    opposed = [any(matter.relation == "contradict" for matter in day.matters) for day in whole.days]
    assert opposed.index(True) > 0

    monkeypatch.setattr(compare_pair, "PAIR", 1)
    view = pair_view(edition, "council", "petitioners")
    assert view.days == (whole.days[opposed.index(True)],)
    matters = sum(len(day.matters) for day in whole.days)
    assert view.left == (matters - len(view.days[0].matters), len(whole.days) - 1)
    assert view.counts == whole.counts


# --- the rule --------------------------------------------------------------------------------------------------------


@given(SIGNS, SIGNS)
def test_how_two_stand_to_each_other_on_a_claim_is_the_same_from_both_sides(one: Ground, other: Ground) -> None:
    assert of_signs(one, other) is of_signs(other, one)
    firm = {Ground.SAYS, Ground.AGAINST}
    assert (of_signs(one, other) is Relation.CONTRADICT) is ({one, other} == firm)


@given(DISPUTES, POSITIONS, POSITIONS)
def test_how_two_stand_to_each_other_in_a_dispute_is_the_same_from_both_sides(
    dispute: Dispute, one: set[str], other: set[str]
) -> None:
    found = of_positions(dispute, one, other)
    assert found is of_positions(dispute, other, one)
    assert (found is Relation.AGREE) is (one == other)
    if found is Relation.CONTRADICT:
        assert not one & other
        assert (dispute.relation, dispute.status != "not-a-conflict") == ("exclusive", True)


def test_who_says_so_contradicts_who_denies_it_and_agrees_with_who_says_so_too(tmp_path: Path) -> None:
    edition = edition_with(
        tmp_path,
        ("council asserts", "petitioners denies"),
        ("council asserts", "petitioners asserts"),
        ("council asserts", "petitioners unconfirmed"),
        ("council denies", "petitioners doubts"),
        ("council asserts",),
    )
    found = {
        matter.event.id: matter.relation.value
        for matter in matters_of(edition, "council", "petitioners")
        if matter.event.id.startswith("n")
    }
    assert found == {"n01": "contradict", "n02": "agree", "n03": "differ", "n04": "agree"}


def test_a_part_or_an_outlet_is_heard_as_what_it_speaks_for(tmp_path: Path) -> None:
    clerk = "---\nname: Clerk\nkind: person\npart_of: [council]\n---\n"
    files = events(("clerk asserts", "petitioners denies")) | {"actors/clerk.md": clerk}
    edition = Edition(linked(tmp_path, files))
    assert edition.chronology.speaking_as("clerk") == ("clerk", "council")
    assert stands_of(edition, "council")["n01#one"].sign is Ground.SAYS
    told = said_view(edition, "council", said_by(edition, "council"), rows=True)
    assert told.reports > told.own
    assert "Clerk" in [speaker.text for speaker, _ in told.speakers]
    rows = [row for group in told.groups for row in (*group.shown, *group.folded)]
    assert {row.own for row in rows} == {True, False}


def test_what_was_taken_back_is_no_word_of_anybody_any_more(tmp_path: Path) -> None:
    edition = edition_with(tmp_path, ("council asserts", "council retracts", "petitioners asserts"))
    assert "n01#one" not in stands_of(edition, "council")
    assert "n01#one" in stands_of(edition, "petitioners")


def test_a_key_tells_an_actor_from_a_side_and_a_publisher_of_the_same_name() -> None:
    parties = [Party(kind, "isis") for kind in PartyKind]
    assert len({party.key for party in parties}) == len(parties)
    assert [party_of(party.key) for party in parties] == parties


# --- the records of this chronology ---------------------------------------------------------------------------------


def test_a_comparison_is_the_same_whichever_of_the_two_is_named_first(real: Edition) -> None:
    for one, other in real.derived(pairs_with_pages)["actor"][:6]:
        there, back = matters_of(real, one, other), matters_of(real, other, one)
        assert there
        assert there == back
        assert addresses.pair_address(one, other) == addresses.pair_address(other, one)


def test_what_an_actor_s_page_counts_is_what_the_comparison_shows(real: Edition) -> None:
    common = real.derived(common_by_voice)
    for one, other in real.derived(pairs_with_pages)["actor"]:
        counts = Counter(matter.relation.value for matter in matters_of(real, one, other))
        told = common[one][other]
        assert told == common[other][one]
        assert {name: getattr(told.disputes, name) + getattr(told.claims, name) for name in counts} == counts
        assert told.matters == counts.total()


@given(st.lists(st.tuples(st.sampled_from(Relation), st.booleans()), max_size=30))
def test_the_parts_that_are_told_of_what_two_have_in_common_add_up(matters: list[tuple[Relation, bool]]) -> None:
    common = Common()
    for relation, in_dispute in matters:
        common = common.with_one(relation, in_dispute=in_dispute)
    assert common.matters == len(matters)
    told = common_in_words(common)
    assert (told == "") == (not matters)
    parts = told.split("; ") if told else []
    for part in parts:
        whole, *of_each = map(int, re.findall(r"[0-9]+", part))
        assert whole == sum(of_each) if of_each else "they" in part  # in one way only, which needs no number
        assert ("all of them" in part) == (not of_each and whole > 1)
    assert sum(int(part.split()[0]) for part in parts) == len(matters)
    for relation in Relation:
        phrase = {"contradict": "contradict", "agree": "agree", "differ": "different"}[relation.value]
        assert (phrase in told) == (relation in dict(matters))


@pytest.mark.al_bukamal
def test_every_claim_of_one_of_two_is_told_as_common_or_as_its_own(real: Edition) -> None:
    one, other = "russia", "sohr"
    view = pair_view(real, one, other)
    matters = matters_of(real, one, other)
    assert sum(count for _, _, count in view.counts) == len(matters) == sum(len(day.matters) for day in view.days)
    for index, (mine, others) in enumerate(((one, other), (other, one))):
        alone = stands_of(real, mine).keys() - stands_of(real, others).keys()
        told = sum(len(day.alone[index].claims) + day.alone[index].more for day in view.days)
        assert 0 < told + view.elsewhere[index][0] <= len(alone)


def test_pairs_with_pages_share_disputes_and_are_no_more_than_the_records_allow(real: Edition) -> None:
    pairs = real.derived(pairs_with_pages)
    disputes = len(real.chronology.disputes)
    assert len(pairs["actor"]) <= max(disputes / 3, FEWEST_PAIRS)
    assert sum(map(len, pairs.values())) <= disputes / 3 + disputes / 12 + 2 * FEWEST_PAIRS
    listed = real.derived(partners)
    for one, other in (pair for of_kind in pairs.values() for pair in of_kind):
        assert one < other
        assert other in listed[one]
        assert any(matter.dispute for matter in matters_of(real, one, other))


def test_the_work_for_one_dispute_does_not_grow_with_the_square_of_its_speakers(tmp_path: Path) -> None:
    speakers = [f"speaker-{number:03}" for number in range(2 * MOST_SPEAKERS)]
    files = events(tuple(f"{speaker} asserts" for speaker in speakers))
    files |= {f"actors/{speaker}.md": f"---\nname: {speaker}\nkind: person\n---\n" for speaker in speakers}
    found = Edition(linked(tmp_path, files)).derived(common_by_voice)
    heard = [speaker for speaker in speakers if speaker in found]
    assert len(heard) == MOST_SPEAKERS
    assert {found[one][other] for one, other in combinations(heard, 2)} == {Common(claims=Tally(agree=1))}


def test_the_data_of_a_party_has_each_of_its_stands_and_the_index_each_party(real: Edition) -> None:
    listed = json.loads(parties_json(real))
    assert {key for key, *_ in listed["parties"]} == set(real.derived(reports_by_party))
    shown = {link.address for group in compare_view(real).groups for link in (*group.shown, *group.folded)}
    assert {f"compare/{pair}/" for pair in listed["pages"]} == shown
    for key in ("amaq", "side--isis", "publisher--south-front"):
        told = json.loads(party_json(real, key))
        assert [claim[0] for claim in told["claims"]] == list(stands_of(real, key))
        assert not any(re.match(r"\d{4}-", period) for period in told["named"])


def test_days_that_no_browser_words_as_the_site_does_are_named_in_the_data_of_a_party(real: Edition) -> None:
    periods = ["2017-11-17", "2017-11", "2017", "199x", "0476-09-04", "-0430", "undated"]
    named = named_periods(real, [("id", period) for period in periods])
    assert named == {
        "-0430": "431 BCE",
        "0476-09-04": "4 September 476",
        "199x": "The 1990s",
        "2017": "2017",
        "undated": title_of("undated"),
    }


# --- silence --------------------------------------------------------------------------------------------------------


def test_without_key_events_those_with_most_voices_are_told_in_their_order(tmp_path: Path) -> None:
    edition = edition_with(tmp_path, *[("council asserts",)] * 12, ("council asserts", "petitioners asserts"))
    told = edition.derived(key_events)
    assert "n13" in told
    assert list(told) == [id_ for id_ in edition.chronology.events if id_ in told]


@pytest.mark.al_bukamal
def test_a_cell_of_silence_counts_reports_and_where_there_are_none_what_was_read(real: Edition) -> None:
    view = silence_view(real)
    assert {matrix.anchor for matrix in view.matrices} == {"_sides", "_actors"}
    cells = [cell for matrix in view.matrices for _, row in matrix.rows for cell in row]
    assert any(cell.reports for cell in cells)
    silent = [cell for cell in cells if not cell.reports]
    assert any(cell.read for cell in silent)
    for matrix in view.matrices:
        sources = {party.name: party.sources for party in matrix.parties}
        assert all(cell.read <= sources[cell.party] for _, row in matrix.rows for cell in row)
