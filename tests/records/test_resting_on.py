"""What goes with what is withheld: whatever rests on it, names it or would give it away, and nothing else."""

from typing import Final

import pytest
from dateline.records.chronology import Chronology, link
from dateline.records.types import RecordKind
from in_memory import CLOSED, GAZETTE, RECORDS
from marked import Files, corpus_of

HELD: Final = "withheld: {until: never, reason: safety, on: 2031-04-01}\n"
ORDERED: Final = (
    "  - id: ordered\n    text: It was ordered.\n    reports:\n"
    "      - {by: [ann], cite: {source: notice, paragraph: 1}}\n"
)
BASE: Final = {
    **RECORDS,
    "events/well": CLOSED + ORDERED,
    "events/fair": CLOSED.replace("source: gazette", "source: notice"),
    "actors/ann": "name: Ann\nkind: person\npart_of: council\n",
    "actors/crier": "name: The crier\nkind: media\n",
    "sources/notice": "title: A notice\npublisher: crier\npublished: 2031-03-05\nparagraphs:\n  - {n: 1, begins: By}\n",
}
NOTICE: Final = "cite: {source: notice, paragraph: 1}"


def shown(files: Files) -> Chronology:
    """Return what readers get."""
    return link(corpus_of({**BASE, **files}), drafts=False)


def held(name: str, files: Files | None = None) -> dict[str, str | None]:
    """Return files of which one record is withheld."""
    every = {**BASE, **(files or {})}
    text = every[name]
    assert text is not None
    yaml, dashes, body = text.partition("---\n")
    return {**(files or {}), name: yaml + HELD + dashes + body}


def gone(files: Files) -> list[str]:
    """Return the records and claims that readers do not get, of what there is."""
    every, left = link(corpus_of({**BASE, **files}), drafts=True), shown(files)
    records = [f"{kind} {id_}" for kind in RecordKind for id_ in every.of_kind(kind) if id_ not in left.of_kind(kind)]
    return [*records, *(f"claim {reference}" for reference in every.claims if reference not in left.claims)]


@pytest.mark.parametrize(
    "name, lost",
    [
        ("events/well", ["event well", "claim well#closed", "claim well#ordered"]),
        ("places/old-well", ["place old-well"]),
        ("actors/council", ["actor council"]),
        ("actors/ann", ["actor ann", "claim well#ordered"]),
        ("sources/notice", ["event fair", "source notice", "claim fair#closed", "claim well#ordered"]),
        ("actors/crier", ["event fair", "source notice", "actor crier", "claim fair#closed", "claim well#ordered"]),
        (
            "actors/clerk",
            ["event fair", "actor clerk", "claim fair#closed", "claim well#closed"],
        ),
    ],
)
def test_a_report_goes_with_its_source_and_speakers_a_claim_with_its_last_report(name: str, lost: list[str]) -> None:
    assert sorted(gone(held(name))) == sorted(lost)


def test_nothing_goes_while_nothing_is_withheld() -> None:
    assert gone({}) == []


def reported(*reports: str, more: str = "") -> Files:
    """Return the well with one claim and these reports of it."""
    rows = "".join(f"      - {{{one}}}\n" for one in reports)
    return {"events/well": CLOSED.partition("    reports:")[0] + more + "    reports:\n" + rows, "events/fair": None}


@pytest.mark.parametrize(
    "report, withheld, stays",
    [
        (f"by: [clerk, ann], {NOTICE}", "actors/ann", False),
        (f"by: [clerk], {NOTICE}", "actors/ann", True),
        (f"restates: ann, inferred: From it., {NOTICE}", "actors/ann", False),
        (f"by: [clerk], figures: [{{measure: attended, of: ann, exact: 3}}], {NOTICE}", "actors/ann", False),
        (f"by: [clerk], figures: [{{measure: attended, of: clerk, exact: 3}}], {NOTICE}", "actors/ann", True),
        (f"by: [clerk], {NOTICE}", "sources/notice", False),
    ],
)
def test_a_report_goes_with_whoever_is_named_in_it(report: str, withheld: str, *, stays: bool) -> None:
    files = reported("by: [council], cite: {source: gazette, paragraph: 1}", report)
    (claim,) = shown(held(withheld, files)).events["well"].claims
    assert len(claim.reports) == (2 if stays else 1)
    assert claim.reports[0].by == ("council",)


@pytest.mark.parametrize(
    "more, withheld",
    [
        ("    accuses: [ann]\n", "actors/ann"),
        ("    control: {place: lindwell, holder: ann, extent: full}\n", "actors/ann"),
        ("    control: {place: lindwell, holder: council, extent: full}\n", "places/lindwell"),
    ],
)
def test_a_claim_goes_with_whom_it_is_about_whoever_says_it(more: str, withheld: str) -> None:
    files = reported("by: [council], cite: {source: gazette, paragraph: 1}", more=more)
    assert "claim well#closed" in gone(held(withheld, files))
    assert "claim well#closed" not in gone(held("actors/crier", files))


def test_an_event_loses_its_ties_to_what_is_gone_and_keeps_the_rest() -> None:
    event = (
        BASE["events/well"]
        .replace("places: [{place: old-well}]", "places: [{place: old-well}, {place: mill}]\npart_of: feast")
        .replace("role: host}]", "role: host}, {actor: ann, role: guest}]")
    )
    ties = (
        "related:\n  - {event: fair, how: follows, cite: {source: gazette, paragraph: 1}}\n"
        "  - {event: feast, how: follows, cite: {source: gazette, paragraph: 1}}\n"
        f"  - {{event: fair, how: caused-by, by: [ann], {NOTICE}}}\n"
    )
    files: Files = {
        "events/well": event + ties,
        "events/feast": CLOSED,
        "places/mill": "name: Mill\nkind: well\n",
        "events/fair": CLOSED,
    }
    for name in ("events/feast", "places/mill", "actors/ann"):
        files = held(name, files)
    left = shown(files).events["well"]
    assert [role.place for role in left.places] == ["old-well"]
    assert [role.actor for role in left.actors] == ["council"]
    assert left.part_of is None
    assert [(tie.event, tie.how) for tie in left.related] == [("fair", "follows")]


def test_an_actor_loses_what_is_said_of_it_by_what_is_gone() -> None:
    of_notice, of_gazette = f"{NOTICE}", "cite: {source: gazette, paragraph: 1}"
    council = (
        RECORDS["actors/council"]
        + f"part_of: [{{actor: guild, as: Ward, {of_notice}}}, {{actor: guild, as: Court, {of_gazette}}}, ann]\n"
        + f"named: [{{name: The moot, {of_notice}}}, {{name: The court, {of_gazette}}}]\n"
        + f"sides: [{{side: parish, {of_notice}}}, {{side: petition, {of_gazette}}}]\n"
        + f"ownership: [{{kind: state, of: ann, {of_gazette}}}, {{kind: independent, {of_gazette}}}]\n"
        + "succeeds: [ann, guild]\nperhaps_same_as: [{actor: ann, note: So.}, {actor: guild, note: So.}]\n"
    )
    files: Files = {"actors/council": council, "actors/guild": "name: The guild\nkind: organisation\n"}
    for name in ("sources/notice", "actors/ann"):
        files = held(name, files)
    left = shown(files).actors["council"]
    assert [(one.actor, one.as_) for one in left.part_of] == [("guild", "Court")]
    assert [one.name for one in left.named] == ["The court"]
    assert [one.side for one in left.sides] == ["petition"]
    assert [one.kind for one in left.ownership] == ["independent"]
    assert left.succeeds == ("guild",)
    assert [one.actor for one in left.perhaps_same_as] == ["guild"]


@pytest.mark.parametrize("withheld", ["actors/ann", "sources/notice"])
def test_nobody_speaks_any_more_for_who_is_gone_or_by_what_is(withheld: str) -> None:
    clerk = RECORDS["actors/clerk"] + f"speaks_for: {{actor: ann, {NOTICE}}}\n"
    assert shown({"actors/clerk": clerk}).actors["clerk"].speaks_for is not None
    assert shown(held(withheld, {"actors/clerk": clerk})).actors["clerk"].speaks_for is None


def test_a_place_loses_the_wholes_and_names_that_rest_on_what_is_gone() -> None:
    of_gazette = "cite: {source: gazette, paragraph: 1}"
    well = RECORDS["places/old-well"].replace(
        "within: lindwell\n",
        f"within: [{{place: lindwell, {NOTICE}}}, {{place: mill, until: 2020, {of_gazette}}}]\n"
        f"named: [{{name: Spring, {NOTICE}}}]\nsucceeds: [mill, pond]\n",
    )
    files: Files = {
        "places/old-well": well,
        "places/mill": "name: Mill\nkind: well\n",
        "places/pond": "name: Pond\nkind: well\n",
    }
    left = shown(held("sources/notice", held("places/pond", files))).places["old-well"]
    assert [one.place for one in left.within] == ["mill"]
    assert left.named == ()
    assert left.succeeds == ("mill",)


@pytest.mark.parametrize(
    "more, withheld, goes",
    [
        ("copy_of: {source: notice}\n", "sources/notice", True),
        ("copy_of: {source: notice}\n", "actors/crier", True),
        ("", "sources/notice", False),
        ("copies: [{publisher: crier}]\n", "actors/crier", False),
        ("authors: [{actor: ann}]\n", "actors/ann", False),
        ("withdrawn: {date: 2031-03-09, note: So., cite: {source: notice, paragraph: 1}}\n", "sources/notice", False),
    ],
)
def test_a_source_goes_with_its_publisher_and_with_whose_text_it_is(more: str, withheld: str, *, goes: bool) -> None:
    files = held(withheld, {"sources/gazette": GAZETTE + more})
    assert ("source gazette" in gone(files)) is goes


def test_a_source_that_stays_names_nobody_who_is_gone() -> None:
    more = (
        "copies: [{publisher: crier}, {publisher: harrow}]\nauthors: [{actor: ann}, {name: Bob}]\n"
        "editors: [{actor: ann}]\ntranslators: [{actor: ann}, {actor: clerk}]\n"
        "withdrawn: {date: 2031-03-09, note: So., cite: {source: notice, paragraph: 1}}\n"
    )
    files = held("actors/crier", held("actors/ann", {"sources/gazette": GAZETTE + more}))
    left = shown(files).sources["gazette"]
    assert [copy.publisher for copy in left.copies] == ["harrow"]
    assert [one.name for one in left.authors] == ["Bob"]
    assert left.editors == ()
    assert [one.actor for one in left.translators] == ["clerk"]
    assert left.withdrawn is not None
    assert left.withdrawn.cite is None


def dispute(positions: str, resolution: str = "") -> str:
    """Return a dispute of these positions."""
    settled = (
        f"resolution: {{rule: later-reporting, date: 2031-04-01, note: So., {resolution}}}\n" if resolution else ""
    )
    return (
        "question: Who?\nkind: responsibility\nrelation: exclusive\n"
        f"status: {'partly-resolved' if resolution else 'open'}\nwould_settle: A list.\n"
        f"positions:\n{positions}{settled}"
    )


CLOSED_IT, ORDERED_IT = (
    "  - {id: closed, label: C, claims: [well#closed]}\n",
    "  - {id: ordered, label: O, claims: [well#ordered]}\n",
)
NOBODY, BOTH = "  - {id: nobody, label: Nobody}\n", "  - {id: both, label: B, claims: [well#closed, well#ordered]}\n"
BESIDE: Final = "  - {id: beside, label: B, claims: [well#closed], rests_on: [well#ordered]}\n"
RESTING: Final = "  - {id: resting, label: R, rests_on: [well#ordered]}\n"


@pytest.mark.parametrize(
    "positions, resolution, left",
    [
        (CLOSED_IT + NOBODY, "", ["closed", "nobody"]),
        (CLOSED_IT + ORDERED_IT, "", None),
        (CLOSED_IT + ORDERED_IT + NOBODY, "", ["closed", "nobody"]),
        (CLOSED_IT + BOTH, "", ["closed", "both"]),
        (CLOSED_IT + BESIDE, "", ["closed", "beside"]),
        (CLOSED_IT + NOBODY + RESTING, "", ["closed", "nobody"]),
        (CLOSED_IT + NOBODY, "outcome: [closed], cites: [{source: gazette, paragraph: 1}]", ["closed", "nobody"]),
        (CLOSED_IT + NOBODY, f"outcome: [closed], cites: [{NOTICE[6:]}]", None),
        (CLOSED_IT + NOBODY + ORDERED_IT, "outcome: [ordered]", None),
        (CLOSED_IT + NOBODY + ORDERED_IT, "outcome: [closed]", ["closed", "nobody"]),
    ],
)
def test_a_dispute_goes_where_one_position_is_left_or_its_resolution_rests_on_what_is_gone(
    positions: str, resolution: str, left: list[str] | None
) -> None:
    files = held("sources/notice", {"disputes/who": dispute(positions, resolution)})
    found = shown(files).disputes.get("who")
    assert (found and [one.id for one in found.positions]) == left


def test_a_dispute_that_stays_names_no_claim_that_is_gone() -> None:
    resolution = "outcome: [closed], settles: {well#closed: stands, well#ordered: falls}"
    files = held("sources/notice", {"disputes/who": dispute(CLOSED_IT + BOTH + BESIDE, resolution)})
    found = shown(files).disputes["who"]
    assert [one.claims for one in found.positions] == [("well#closed",)] * 3
    assert [one.rests_on for one in found.positions] == [()] * 3
    assert found.resolution is not None
    assert list(found.resolution.settles) == ["well#closed"]


def test_a_history_tells_neither_of_a_claim_from_before_it_was_withheld_nor_of_a_dispute() -> None:
    claim = ORDERED.replace("    text:", f"    {HELD}    text:")
    history = (
        "history:\n  - {date: 2031-05-01, type: correction, note: What ordered says is withheld.}\n"
        "  - {date: 2031-03-10, type: correction, note: Of ordered a name., dispute: who}\n"
        "  - {date: 2031-03-09, type: correction, note: Of re-ordered nothing., dispute: who}\n"
    )
    files = {"events/well": CLOSED + claim + history, "disputes/who": dispute(CLOSED_IT + ORDERED_IT)}
    left = shown(files).events["well"].history
    assert [entry.note for entry in left] == ["What ordered says is withheld.", "Of re-ordered nothing."]
    assert [entry.dispute for entry in left] == [None, None]


def test_texts_that_are_withheld_by_themselves_are_gone_and_the_record_stays() -> None:
    said = HELD.replace("}", ", fields: [summary, note]}")
    event = BASE["events/well"] + f"summary: So.\nnote: And so.\ndate_note: Of a day.\n{said}"
    left = shown({"events/well": event}).events["well"]
    assert (left.summary, left.note, left.date_note) == (None, None, "Of a day.")
    assert left.withheld is None
