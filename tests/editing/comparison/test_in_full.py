"""What a new record says is told in full: who reviews it reads these lines instead of the file."""

from typing import Final

import pytest
from dateline.editing.comparison.differences import Detail
from dateline.editing.comparison.in_full import claim_in_full, grounds, in_full, report_in_full
from dateline.records.types import RecordKind
from in_memory import CLOSED, GAZETTE, RECORDS, replaced, version_of

Changes = dict[str, str | None]


def lines_of(name: str, text: str, changes: Changes | None = None) -> list[str]:
    """Return what is told of a record, indented by its level."""
    return [f"{'  ' * (line.level - 1)}{line.text}" for line in details_of(name, text, changes)]


def details_of(name: str, text: str, changes: Changes | None = None) -> tuple[Detail, ...]:
    version = version_of({**(changes or {}), name: text})
    folder, _, id_ = name.partition("/")
    return in_full(version, version.of_kind(RecordKind(folder.removesuffix("s")))[id_])


def report_told(report: str) -> str:
    """Return what is told of a report that is written so."""
    version = version_of({"events/well": replaced(CLOSED, ("{by: [clerk], cite", f"{{{report}, cite"))})
    return report_in_full(version, version.chronology.events["well"].claims[0].reports[0]).text


# --- events ---

FULL: Final = """\
title: The well is closed
date: 2031-03-03
date_basis: inferred
date_note: By the market.
date_wording: market day
formerly: [2031-03-01]
seq: 10
kind: closure
weight: key
tags: [water]
places: [{place: old-well, note: The upper one.}]
actors: [{actor: council, role: host}, {actor: stranger}]
part_of: feud
related: [{event: fair, how: caused-by, by: [clerk], cite: {source: gazette, paragraph: 2}}]
summary: In short.
media: [{image: a.jpg, alt: A well.}]
note: Beware.
claims:
  - id: closed
    text: The well was closed.
    control: {place: old-well, holder: council, extent: most}
    when: 2031-03-02
    accuses: [council, stranger]
    note: Hearsay.
    unlike: [{claim: fair#closed, because: Another well.}]
    reports: [{by: [clerk], cite: {source: gazette, paragraph: 1}}]
unlike: [{event: fair, because: Another day.}]
added: 2031-04-01
reread: 2031-04-02
"""


def test_an_event_is_told_in_the_order_of_its_keys_with_its_claims_last() -> None:
    fair = CLOSED.replace("The well is closed, the clerk says", "The fair")
    assert lines_of("events/well", FULL, {"events/fair": fair}) == [
        "kind: Closure",
        "where the date comes from: inferred, By the market.",
        "the date as the source says it: market day",
        "formerly: 2031-03-01",
        "order within the day: 10",
        "weight: key",
        "tags: Water",
        "actors: Lindwell Council (host); stranger",
        "places: Old Well (The upper one.)",
        "part of: feud",
        "related: Caused by: The fair (fair), according to The clerk, ¶ 2 of gazette",
        "pictures: a.jpg (alt: A well.)",
        "summary: In short.",
        "note: Beware.",
        "unlike: event: fair, because: Another day.",
        "added: 2031-04-01",
        "read again: 2031-04-02",
        "claim closed: The well was closed.",
        "  who holds the place: Lindwell Council at Old Well: most of it",
        "  when: 2031-03-02",
        "  accuses: Lindwell Council; stranger",
        "  note: Hearsay.",
        "  unlike: claim: fair#closed, because: Another well.",
        "  The clerk, as reported by Harrow Gazette, ¶ 1 of gazette; said so",
    ]


def test_of_an_event_that_says_little_little_is_told() -> None:
    assert lines_of("events/well", CLOSED) == [
        "kind: Closure",
        "actors: Lindwell Council (host)",
        "places: Old Well",
        "claim closed: The well was closed.",
        "  The clerk, as reported by Harrow Gazette, ¶ 1 of gazette; said so",
    ]


def test_a_claim_alone_is_told_at_the_level_that_is_asked_for() -> None:
    version = version_of({"events/well": FULL})
    claim = version.chronology.events["well"].claims[0]
    assert {line.level for line in claim_in_full(version, claim)} == {1}
    assert {line.level for line in claim_in_full(version, claim, 3)} == {3}


# --- reports ---


@pytest.mark.parametrize(
    "report, told",
    [
        ("by: [clerk]", "The clerk, as reported by Harrow Gazette, ¶ 1 of gazette; said so"),
        ("by: [clerk, council]", "The clerk, as reported by Lindwell Council, as reported by Harrow Gazette, ¶ 1 of"),
        ("by: [stranger]", "stranger, as reported by Harrow Gazette, ¶ 1 of gazette; said so"),
        ("stance: denies", "Harrow Gazette, ¶ 1 of gazette; denied it"),
        ("stance: doubts, modality: alleged", "Harrow Gazette, ¶ 1 of gazette; doubted it; as an allegation"),
        ("own_reporting: true", "Harrow Gazette, ¶ 1 of gazette; said so; its own reporting"),
        ("by: [clerk], restates: council", "gazette; said so; in the words of Lindwell Council"),
        ("inferred: From the day., note: Odd.", "gazette; said so; inferred: From the day.; note: Odd."),
    ],
)
def test_a_report_is_told_with_all_that_it_says(report: str, told: str) -> None:
    assert told in report_told(report)


def test_figures_of_a_report_are_told_with_from_what_they_are_inferred() -> None:
    figures = "figures: [{measure: attended, min: 5, inferred: A sum.}, {measure: repaid, exact: 3, of: council}]"
    assert report_told(figures).endswith("; attended: at least 5 (inferred: A sum.); repaid (Lindwell Council): 3")


def test_a_report_leads_to_its_paragraph_in_the_original_where_that_is_known() -> None:
    version = version_of()
    report = version.chronology.events["well"].claims[0].reports[0]
    assert report_in_full(version, report).original.startswith("https://gazette.example/well#:~:text=The%20clerk")
    lost = version_of({"sources/gazette": replaced(GAZETTE, ("url: https://gazette.example/well\n", ""))})
    assert report_in_full(lost, report).original == ""
    without = version_of({"sources/gazette": None})
    assert report_in_full(without, report).original == ""
    assert report_in_full(without, report).text == "The clerk, ¶ 1 of gazette; said so"


def test_a_report_of_a_source_without_a_publisher_names_the_source_once() -> None:
    version = version_of({"sources/gazette": None, "events/well": replaced(CLOSED, ("by: [clerk], ", ""))})
    report = version.chronology.events["well"].claims[0].reports[0]
    assert report_in_full(version, report).text == "gazette, ¶ 1; said so"


@pytest.mark.parametrize(
    "paragraph, told",
    [
        ("{n: 1, begins: The clerk said, ends: was closed}", "¶ 1 of gazette: “The clerk said … was closed”"),
        ("{n: 1, begins: The clerk said}", "¶ 1 of gazette: “The clerk said”"),
        ("{n: 3, begins: The clerk said}", "¶ 1 of gazette"),
    ],
)
def test_what_a_changed_report_rests_on_is_told_by_its_first_and_last_words(paragraph: str, told: str) -> None:
    first = "{n: 1, begins: The clerk said, ends: was closed}"
    version = version_of({"sources/gazette": replaced(GAZETTE, (first, paragraph))})
    claim = version.chronology.events["well"].claims[0]
    about, rests = grounds(version, claim, claim.reports[0])
    assert about == Detail(1, "claim: The well was closed.")
    assert rests.text == told
    assert bool(rests.original) == ("n: 1" in paragraph)


# --- actors, places, disputes ---


def test_an_actor_is_told_with_each_side_and_its_paragraph() -> None:
    actor = """\
name: The clerk
kind: person
names: {cy: Y clerc}
aliases: [Town clerk, The scribe]
named: [{name: The beadle, until: 2020, cite: {source: gazette, paragraph: 2}}]
part_of: [council, {actor: parish, as: Churchwarden, from: 2030}]
sides: [{side: parish, basis: named so, cite: {source: gazette, paragraph: 1}}]
succeeds: [beadle]
speaks_for: {actor: council, cite: {source: gazette, paragraph: 1}}
own_voice: true
ownership: {kind: unknown}
named_because: In office.
index: false
note: Elected.
---
A text.
"""
    found = details_of("actors/clerk", actor)
    assert [line.text for line in found] == [
        "kind: person",
        "names: cy: Y clerc",
        "aliases: Town clerk; The scribe",
        "named: name: The beadle, until: 2020, cite: source: gazette, paragraph: 2",
        "part of: Lindwell Council; parish (as: Churchwarden, from: 2030)",
        "succeeds: beadle",
        "speaks for: actor: council, cite: source: gazette, paragraph: 1",
        "own voice: yes",
        "ownership: kind: unknown",
        "named because: In office.",
        "index: no",
        "note: Elected.",
        "text: A text.",
        "side: side: parish, basis: named so, cite: source: gazette, paragraph: 1",
    ]
    assert [bool(line.original) for line in found] == [False] * 13 + [True]


def test_of_an_actor_what_is_as_usual_is_not_told() -> None:
    assert lines_of("actors/clerk", "name: The clerk\nkind: person\nown_voice: false\nindex: true\n") == [
        "kind: person"
    ]


@pytest.mark.parametrize(
    "line, told",
    [
        ("kind: well", "kind: Well"),
        ("names: {cy: Ffynnon}", "names: cy: Ffynnon"),
        ("within: [{place: lindwell, until: 2030}]", "within: Lindwell (until: 2030)"),
        ("within: nowhere", "within: nowhere"),
        ("globe: moon", "globe: moon"),
        ("succeeds: [lindwell]", "succeeds: Lindwell"),
        ("note: Deep.", "note: Deep."),
        ("located_by: A map.", "located by: A map."),
    ],
)
def test_a_place_is_told_by_its_keys(line: str, told: str) -> None:
    key = line.partition(":")[0]
    base = "".join(one for one in RECORDS["places/old-well"].splitlines(keepends=True) if not one.startswith(f"{key}:"))
    assert told in lines_of("places/old-well", f"{base}{line}\n")


def test_where_a_place_lies_is_told_or_that_it_is_not_known() -> None:
    assert lines_of("places/old-well", RECORDS["places/old-well"]) == [
        "kind: Well",
        "within: Lindwell",
        "coordinates: 52.5, -3.5 (exact)",
    ]
    unknown = "name: W\nkind: well\nprecision: unknown\n"
    assert lines_of("places/w", unknown) == ["kind: Well", "coordinates: not known (unknown)"]


def test_a_dispute_is_told_with_each_position_and_the_text_of_its_claims() -> None:
    dispute = """\
question: Who closed it?
kind: responsibility
relation: exclusive
status: open
aside: true
would_settle: The minutes.
note: Beware.
positions:
  - {id: council, label: The council did, claims: [well#closed, fair#gone], note: Denied later.}
  - {id: nobody, label: Nobody did, stance: denies, claims: [well#closed], rests_on: [well#closed]}
---
A text.
"""
    assert lines_of("disputes/who", dispute) == [
        "kind: responsibility",
        "relation: exclusive",
        "aside: yes",
        "position council: The council did",
        "  note: Denied later.",
        "  stated by well#closed: The well was closed.",
        "  stated by fair#gone",
        "position nobody: Nobody did; that this is not so",
        "  stated by well#closed: The well was closed.",
        "  rests on well#closed: The well was closed.",
        "would settle it: The minutes.",
        "note: Beware.",
        "text: A text.",
    ]
