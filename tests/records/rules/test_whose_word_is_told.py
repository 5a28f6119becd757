"""Whose word a report is: what has to be said of actors, owners, chains and accusations, where it is told."""

from typing import Final

import pytest
from dateline.records.rules.voices import (
    accusations_are_alleged,
    actors_say_whose_word_theirs_is,
    chains_begin_where_the_text_begins_them,
    owners_are_cited,
    persons_are_named_for_a_reason,
    reports_say_how_they_know,
)
from in_memory import MASTHEAD, replaced
from marked import held

CITE: Final = "cite: {source: gazette, paragraph: 1}"
CLERK: Final = "name: The clerk\nkind: person\n"
MEDIUM: Final = "name: Harrow Gazette\nkind: media\n"
PARTS: Final = "⟦voice-unclear⟧part_of: "
EVENT: Final = """\
title: The well is closed, the clerk says
date: 2031-03-03
kind: closure
claims:
  - id: closed
    text: The well was closed.
"""


def event(*reports: str, more: str = "") -> str:
    """Return the event with these reports of its claim, each in braces, and more said of the claim."""
    return f"{EVENT}{more}    reports:\n" + "".join(f"      - {{{report}}}\n" for report in reports)


@pytest.mark.parametrize(
    "said",
    [
        "⟦voice-unclear⟧part_of: [council, harrow]\n",
        f"⟦voice-unclear⟧part_of: [{{actor: council, from: 2020, {CITE}}}, harrow]\n",
        f"⟦voice-unclear⟧part_of: [{{actor: council, until: 2021, {CITE}}}, {{actor: harrow, from: 2020, {CITE}}}]\n",
        "part_of: council\n",
        "part_of: [council, council]\n",
        "part_of: [council, nobody-known]\n",
        f"part_of: [{{actor: council, until: 2020, {CITE}}}, {{actor: harrow, from: 2020, {CITE}}}]\n",
        f"part_of: [{{actor: council, until: 2019, {CITE}}}, {{actor: harrow, from: 2020, {CITE}}}]\n",
        "part_of: [council, harrow]\nown_voice: true\n",
        f"part_of: [council, harrow]\nspeaks_for: {{actor: council, {CITE}}}\n",
        "part_of: [council, league]\n",
        "part_of: [council, office]\n",
    ],
)
def test_who_is_a_part_of_several_bodies_at_one_time_says_whose_word_is_meant(said: str) -> None:
    others = {
        "actors/league": "name: The league\nkind: alliance\n",
        "actors/office": "name: The office\nkind: organisation\npart_of: council\n",
    }
    held(actors_say_whose_word_theirs_is, {**others, "actors/clerk": CLERK + said})


def test_an_alliance_may_be_a_part_of_several_bodies() -> None:
    league = "name: The league\nkind: alliance\npart_of: [council, harrow]\n"
    held(actors_say_whose_word_theirs_is, {"actors/league": league})


@pytest.mark.parametrize(
    "parts, since",
    [
        ("[council, harrow]", ""),
        (f"[{{actor: council, from: 2020-05-04, {CITE}}}, harrow]", " from 4 May 2020"),
        (
            f"[{{actor: council, from: 2019, {CITE}}}, {{actor: harrow, from: 2021-02, {CITE}}}]",
            " from 1 February 2021",
        ),
    ],
)
def test_the_day_is_told_since_which_somebody_is_a_part_of_several(parts: str, since: str) -> None:
    (problem,) = held(actors_say_whose_word_theirs_is, {"actors/clerk": f"{CLERK}⟦voice-unclear⟧part_of: {parts}\n"})
    assert f"a part of 'council' and 'harrow'{since}:" in problem.message
    assert "speaks_for: {actor: council, " in problem.hint


@pytest.mark.parametrize(
    "said",
    [
        "⟦bad-value⟧ownership: {kind: independent}\n",
        "ownership:\n  - ⟦bad-value⟧{kind: independent}\n",
        "ownership: {kind: unknown}\n",
        f"ownership: {{kind: independent, {CITE}}}\n",
        f"ownership: {{kind: state, of: council, {CITE}}}\n",
        f"ownership: {{kind: ⟦bad-value⟧state, {CITE}}}\n",
        f"ownership: {{kind: ⟦bad-value⟧party, {CITE}}}\n",
        "⟦bad-value⟧ownership: {kind: ⟦bad-value⟧state}\n",
        f"ownership:\n  - {{kind: independent, {CITE}}}\n  - ⟦bad-value⟧{{kind: independent}}\n",
        f"ownership:\n  - ⟦bad-value⟧{{kind: independent, until: 2020}}\n  - {{kind: ⟦bad-value⟧party, {CITE}}}\n",
        "ownership:\n  - {kind: unknown, until: 2020}\n  - ⟦bad-value⟧{kind: party, of: council}\n",
    ],
)
def test_whose_a_medium_is_is_cited_and_names_the_state_or_party(said: str) -> None:
    held(owners_are_cited, {"actors/harrow": MEDIUM + said})


@pytest.mark.parametrize(
    "report",
    [
        f"own_reporting: true, note: It was there., {CITE}",
        f"⟦bad-value⟧own_reporting: true, {CITE}",
        f"restates: council, inferred: Its letter says so., {CITE}",
        f"⟦bad-value⟧restates: council, {CITE}",
        f"by: [clerk], ⟦bad-value⟧own_reporting: true, note: It was there., {CITE}",
        f"by: [clerk], ⟦bad-value⟧restates: council, inferred: From its letter., {CITE}",
        f"⟦bad-value⟧own_reporting: true, note: Seen., restates: council, inferred: From its letter., {CITE}",
        f"⟦bad-value⟧⟦bad-value⟧own_reporting: true, ⟦bad-value⟧restates: council, {CITE}",
        f"by: [clerk], {CITE}",
        CITE,
    ],
)
def test_what_a_publisher_knows_by_itself_says_how_and_stands_alone(report: str) -> None:
    held(reports_say_how_they_know, {"events/well": event(report)})


def test_all_whom_a_chain_names_beside_the_publishers_own_words_are_told() -> None:
    report = f"by: [clerk, council], ⟦bad-value⟧own_reporting: true, note: It was there., {CITE}"
    (problem,) = held(reports_say_how_they_know, {"events/well": event(report)})
    assert problem.message == "'own_reporting' is about the publisher's own words, and by names clerk, council"


TWO: Final = {
    "actors/guest": "name: The guest\nkind: organisation\n",
    "actors/crier": "name: The crier\nkind: media\n",
    "sources/post": "title: A post\npublisher: crier\npublished: 2031-03-05\nparagraphs: [{n: 1, begins: It is}]\n",
}
POST: Final = "cite: {source: post, paragraph: 1}"


@pytest.mark.parametrize(
    "reports",
    [
        (f"by: [clerk, council], {CITE}", f"by: ⟦chain-cut⟧[council], {POST}"),
        (f"by: ⟦chain-cut⟧[council], {POST}", f"by: [clerk, council], {CITE}"),
        (f"by: [clerk, council, guest], {CITE}", f"by: ⟦chain-cut⟧[guest], {POST}"),
        (f"by: [clerk, council, guest], {CITE}", f"by: ⟦chain-cut⟧[council, guest], {POST}"),
        (f"by: [clerk, council], {CITE}", f"by: [council], note: Another of its words., {POST}"),
        (f"by: [clerk, council], {CITE}", f"by: [clerk], {POST}"),
        (f"by: [clerk, council], {CITE}", f"by: [guest], {POST}"),
        (f"by: [clerk, crier], {CITE}", f"by: [crier], {POST}"),
        (f"by: [clerk, clerk], {CITE}", f"by: [clerk], {POST}"),
        (f"by: [council], {CITE}", f"by: [council], {POST}"),
        (f"by: [clerk, council], {CITE}", "by: ⟦chain-cut⟧[council], cite: {source: no-source, paragraph: 1}"),
    ],
)
def test_a_chain_does_not_begin_with_who_had_it_from_somebody_in_another(reports: tuple[str, ...]) -> None:
    held(chains_begin_where_the_text_begins_them, {**TWO, "events/well": event(*reports)})


def test_the_whole_chain_is_proposed_by_the_first_who_is_named_before() -> None:
    reports = (
        f"by: [clerk, guest], {CITE}",
        f"by: [council, guest], {CITE}",
        f"by: ⟦chain-cut⟧[guest, crier], {POST}",
    )
    (problem,) = held(chains_begin_where_the_text_begins_them, {**TWO, "events/well": event(*reports)})
    assert problem.message.endswith("'guest', which has it from 'clerk' elsewhere in this claim")
    assert problem.hint.startswith("write by: [clerk, guest, crier] if")


def test_a_chain_of_another_claim_cuts_none() -> None:
    other = f"  - id: other\n    text: It was shut.\n    reports: [{{by: [council], {POST}}}]\n"
    well = event(f"by: [clerk, council], {CITE}") + other
    held(chains_begin_where_the_text_begins_them, {**TWO, "events/well": well})


OWN_TEXT: Final = (
    "title: A ruling\npublisher: {publisher}\npublished: 2031-03-05\nparagraphs: [{{n: 1, begins: We find}}]\n"
)


@pytest.mark.parametrize(
    "publisher, own",
    [
        ("guest", f"⟦chain-cut⟧{POST}"),
        ("crier", POST),
        ("nobody-known", POST),
        ("guest", f"own_reporting: true, note: It heard them., {POST}"),
        ("guest", f"restates: council, inferred: From its letter., {POST}"),
        ("guest", f"stance: denies, {POST}"),
        ("guest", f"stance: unconfirmed, {POST}"),
    ],
)
def test_a_body_whose_own_word_counts_for_nothing_beside_what_it_passed_on_is_told(publisher: str, own: str) -> None:
    files = {
        **TWO,
        "sources/post": OWN_TEXT.format(publisher=publisher),
        "events/well": event(f"by: [clerk, {publisher}], {CITE}", own),
    }
    held(chains_begin_where_the_text_begins_them, files)


def test_a_body_that_denies_and_passes_a_denial_on_is_told_as_well() -> None:
    files = {
        **TWO,
        "sources/post": OWN_TEXT.format(publisher="guest"),
        "events/well": event(f"by: [clerk, guest], stance: denies, {CITE}", f"stance: denies, ⟦chain-cut⟧{POST}"),
    }
    (problem,) = held(chains_begin_where_the_text_begins_them, files)
    assert problem.message.startswith("'guest' tells here that others say so")


@pytest.mark.parametrize(
    "accused, report",
    [
        ("[council]", f"by: [clerk], ⟦accusation-stated⟧{CITE}"),
        ("[council]", f"by: [clerk], stance: concedes, ⟦accusation-stated⟧{CITE}"),
        ("[council]", f"by: [clerk], modality: alleged, {CITE}"),
        ("[council]", f"by: [clerk], stance: denies, {CITE}"),
        ("[council]", f"by: [clerk], note: A court found so., {CITE}"),
        ("[]", f"by: [clerk], {CITE}"),
    ],
)
def test_who_blames_somebody_alleges_it_unless_a_note_says_who_found_so(accused: str, report: str) -> None:
    held(accusations_are_alleged, {"events/well": event(report, more=f"    accuses: {accused}\n")})


def test_the_accused_are_told_by_their_names_and_who_has_no_record_by_the_id() -> None:
    well = event(f"by: [clerk], ⟦accusation-stated⟧{CITE}", more="    accuses: [council, no-record]\n")
    (problem,) = held(accusations_are_alleged, {"events/well": well})
    assert problem.message == "the claim blames Lindwell Council, no-record, and this report states it"


@pytest.mark.parametrize(
    "actor",
    [
        "name: Ann\nkind: ⟦named-without-reason⟧person\n",
        "name: Ann\nkind: ⟦named-without-reason⟧diver\n",
        "name: Ann\nkind: person\npart_of: council\n",
        f"name: Ann\nkind: person\nspeaks_for: {{actor: council, {CITE}}}\n",
        "name: Ann\nkind: person\nnamed_because: She signed the letter.\n",
        "name: Ann\nkind: organisation\n",
        "name: Ann\nkind: media\n",
    ],
)
def test_a_person_apart_from_all_bodies_is_named_for_a_reason(actor: str) -> None:
    words = "  actor_kinds: {diver: {label: Diver, like: person}}\n"
    masthead = replaced(MASTHEAD, ("  roles:", f"{words}  roles:"))
    held(persons_are_named_for_a_reason, {"chronology.yml": masthead, "actors/clerk": None, "actors/ann": actor})
