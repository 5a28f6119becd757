"""A claim's outcome as readers see it: one word, its reason in a sentence, and no word beside it that quarrels."""

import json
from pathlib import Path
from typing import Final

import pytest
from baseline import linked
from dateline.pages.exports.chronology_json import chronology_json
from dateline.pages.exports.tables_of_events import CLAIMS
from dateline.pages.shared.edition import Edition
from dateline.pages.shared.standpoints import said_for, spoken_for
from dateline.pages.shared.views import ClaimView

GAZETTE: Final = "{source: gazette-2031-03-04, paragraph: 1}"
CRIER: Final = "{source: crier-2031-03-06, paragraph: 1}"
EVENT: Final = """
title: A test
date: 2031-03-03
kind: closure
claims:
  - {{id: tested, text: It is so., reports: [{reports}]}}
  - {{id: beside, text: It is not., reports: [{{by: [ann], cite: {cite}}}]}}
"""
PLACED: Final = f"sides: [{{side: parish, cite: {GAZETTE}}}, {{side: parish, cite: {CRIER}}}]"
ACTORS: Final = {
    "actors/ann.md": "---\nname: Ann\nkind: person\n---\n",
    "actors/bob.md": "---\nname: Bob\nkind: person\n---\n",
    "actors/cid.md": f"---\nname: Cid\nkind: person\n{PLACED}\n---\n",
    "actors/dan.md": f"---\nname: Dan\nkind: person\n{PLACED}\n---\n",
    "actors/eve.md": "---\nname: Eve\nkind: person\n---\n",
    "actors/some.md": "---\nname: Some\nkind: unnamed\n---\n",
    "actors/others.md": "---\nname: Others\nkind: unnamed\n---\n",
}


def said(by: str = "", stance: str = "asserts", cite: str = GAZETTE) -> str:
    return f"{{by: [{by}], stance: {stance}, cite: {cite}}}"


def edition(folder: Path, *reports: str, **disputes: str) -> Edition:
    more = {f"disputes/{name}.md": text for name, text in disputes.items()}
    event = EVENT.format(reports=", ".join(reports), cite=GAZETTE)
    return Edition(linked(folder, {**ACTORS, **more, "events/2031/test.yml": event}))


def shown(made: Edition) -> ClaimView:
    event = made.chronology.events["test"]
    return made.claim(event, event.claims[0])


def disputed(status: str, how: str = "") -> str:
    settled = (
        f"resolution: {{outcome: [], rule: imagery, date: 2031-04-01, note: Seen., settles: {{test#tested: {how}}}}}\n"
    )
    return (
        f"---\nquestion: Is it so?\nkind: occurrence\nrelation: exclusive\nstatus: {status}\npositions:\n"
        "  - {id: so, label: It is, claims: [test#tested]}\n  - {id: not-so, label: It is not, claims: [test#beside]}\n"
        f"{settled if how else ''}---\n"
    )


@pytest.mark.parametrize(
    "reports, label, reason",
    [
        ([said("ann"), said("ann", cite=CRIER)], "One voice", "Ann"),
        ([said("ann"), said(cite=CRIER)], "One voice", "Ann; 1 publisher does not say whose word it is"),
        ([said("some"), said("others", cite=CRIER)], "One voice", "Some; 1 unnamed speaker, perhaps the same: Others"),
        ([said("ann"), said("bob")], "Uncontradicted", "2 voices say so: Ann, Bob"),
        (
            [said("ann"), said("bob"), said("cid"), said("eve")],
            "Uncontradicted",
            "4 voices say so: Ann, Bob, Cid, 1 more",
        ),
        ([said("cid"), said("dan", cite=CRIER)], "One side", "2 voices of one side (Parish): Cid, Dan"),
        (
            [said("cid"), said("dan"), said("some")],
            "One side",
            "2 voices of one side (Parish): Cid, Dan; 1 unnamed speaker, perhaps the same: Some",
        ),
        (
            [said("ann"), said("cid"), said("some")],
            "Uncontradicted",
            "2 voices say so: Ann, Cid; 1 unnamed speaker, perhaps the same: Some",
        ),
        ([said(), said(cite=CRIER)], "No speaker named", "Harrow Gazette, Lindwell Crier"),
        (
            [said("ann"), said("bob", "doubts"), said("eve", "unconfirmed")],
            "Open",
            "1 voice says so: Ann; 1 voice denies or doubts it: Bob; 1 says it is not confirmed",
        ),
        ([said("ann", "denies")], "Nobody says so", "1 voice denies or doubts it: Ann"),
        (
            [said("some", "doubts"), said("ann", "denies")],
            "Nobody says so",
            "1 voice denies or doubts it: Ann; 1 unnamed speaker, perhaps the same: Some",
        ),
        ([said("ann", "unconfirmed")], "Nobody says so", "1 says it is not confirmed"),
    ],
)
def test_a_claim_shows_one_word_and_its_reason(tmp_path: Path, reports: list[str], label: str, reason: str) -> None:
    claim = shown(edition(tmp_path, *reports))
    assert (claim.outcome_label, claim.reason) == (label, reason)


@pytest.mark.parametrize("how, label", [("stands", "Settled: so"), ("falls", "Settled: not so")])
def test_what_is_settled_says_when_and_by_what_and_never_that_it_is_disputed(
    tmp_path: Path, how: str, label: str
) -> None:
    made = edition(tmp_path, said("ann"), said("bob", "denies"), over=disputed("resolved", how), other=disputed("open"))
    claim = shown(made)
    assert (claim.outcome_label, claim.reason) == (label, "settled by evidence of 1 April 2031: imagery")
    assert claim.open_dispute is None


def test_what_is_open_leads_to_its_dispute(tmp_path: Path) -> None:
    claim = shown(edition(tmp_path, said("ann"), over=disputed("open")))
    assert claim.outcome_label == "Open"
    assert claim.open_dispute is not None
    assert claim.open_dispute.address == "disputes/over/"


def test_the_export_has_the_word_that_the_page_shows(tmp_path: Path) -> None:
    made = edition(tmp_path, said("ann"), said("bob", "doubts"))
    exported = json.loads("".join(chronology_json(made)))
    assert exported["version"] == 2
    claims = {claim["id"]: claim for event in exported["events"] if event["id"] == "test" for claim in event["claims"]}
    assert claims["tested"]["outcome"] == shown(made).outcome == "open"
    echo = claims["tested"]["echo"]
    assert (echo["voices"], echo["origins"], echo["against"]) == (1, 1, 1)


@pytest.mark.parametrize(
    "reports, numbers, heard",
    [
        ([said("some"), said("others")], (1, 1, 0), "2 reports: 1 unnamed speaker may be the same."),
        ([said("ann"), said("some")], (1, 1, 0), "2 reports: 1 unnamed speaker may be the same."),
        ([said("ann"), said("bob"), said("some")], (2, 1, 0), None),
        ([said("cid"), said("dan"), said("some")], (2, 1, 0), None),
        ([said("ann"), said("bob", "denies")], (1, 0, 1), None),
        ([said("ann"), said("ann")], (1, 0, 0), "2 reports"),
        ([said("ann", "denies")], (0, 0, 1), "1 report: 1 voice denies or doubts it."),
    ],
)
def test_a_claim_has_one_number_of_voices_wherever_it_is_told(
    tmp_path: Path, reports: list[str], numbers: tuple[int, int, int], heard: str | None
) -> None:
    voices, same, against = numbers
    made = edition(tmp_path, *reports)
    event, claim = made.chronology.events["test"], made.chronology.events["test"].claims[0]
    row = made.claim_row(event, claim)
    assert row.echo == (heard or f"{len(reports)} reports: {' '.join(shown(made).said.numbers)}")
    exported = {one["id"]: one for one in json.loads("".join(chronology_json(made)))["events"]}["test"]["claims"][0]
    told = {key: exported["echo"][key] for key in ("voices", "may_be_same", "against")}
    assert told == {"voices": voices, "may_be_same": same, "against": against}
    line = dict(zip((column.name for column in CLAIMS.columns), next(CLAIMS.cells(made, event)), strict=True))
    assert {name: line[name] for name in told} == told
    assert made.echo(claim).voices == voices + against
    assert made.echo(claim).perhaps == same


def test_who_denies_is_counted_alike_at_the_claim_and_at_the_position_that_denies_it(tmp_path: Path) -> None:
    denied = disputed("open").replace(
        "label: It is not, claims: [test#beside]", "stance: denies, label: It is denied, claims: [test#tested]"
    )
    made = edition(tmp_path, said("cid"), said("some", "denies"), said("ann", "doubts", cite=CRIER), over=denied)
    position = made.chronology.disputes["over"].positions[1]
    [(_, speaking)] = spoken_for(made.chronology, position)
    at_the_position = said_for(made, speaking, []).numbers
    assert at_the_position == ("1 voice says so.", "1 unnamed speaker may be the same.")
    assert shown(made).said.numbers[:2] == ("1 voice denies or doubts it.", at_the_position[1])


def test_a_position_counts_a_publisher_once_however_many_of_its_claims_it_prints(tmp_path: Path) -> None:
    both = disputed("open").replace("claims: [test#tested]", "claims: [test#tested, test#again]", 1)
    event = EVENT.replace("  - {{id: beside", "  - {{id: again, text: Again., reports: [{reports}]}}\n  - {{id: beside")
    made = Edition(
        linked(
            tmp_path,
            {**ACTORS, "disputes/over.md": both, "events/2031/test.yml": event.format(reports=said(), cite=GAZETTE)},
        )
    )
    spoken = spoken_for(made.chronology, made.chronology.disputes["over"].positions[0])
    speaking = [report for _, reports in spoken for report in reports]
    assert len(speaking) == len(spoken) == 2
    assert said_for(made, speaking, []).numbers == ("1 publisher does not say whose word it is.",)


# --- who says so, as readers see it first ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    "reports, numbers, chips",
    [
        ([said("ann"), said("ann", cite=CRIER)], (), [("Ann", "", 2)]),
        (
            [said("ann"), said(cite=CRIER)],
            ("1 publisher does not say whose word it is.",),
            [("Ann", "", 1)],
        ),
        (
            [said("ann"), said("bob"), said("bob", cite=CRIER)],
            ("2 voices say so.",),
            [("Bob", "", 2), ("Ann", "", 1)],
        ),
        (
            [said("cid"), said("dan", cite=CRIER)],
            ("2 voices of one side say so: Parish.",),
            [("Cid", "", 1), ("Dan", "", 1)],
        ),
        (
            [said("some"), said("others", cite=CRIER)],
            ("1 unnamed speaker may be the same.",),
            [("Some", "", 1), ("Others", "", 1)],
        ),
        (
            [said("ann"), said("eve", "unconfirmed"), said("bob", "doubts"), said(stance="denies", cite=CRIER)],
            (
                "1 voice denies or doubts it.",
                "1 publisher denies or doubts it and does not say whose word that is.",
                "1 speaker calls it unconfirmed.",
                "1 voice says so.",
            ),
            [
                ("Bob", "doubted", 1),
                ("Lindwell Crier", "denied", 1),
                ("Eve", "called unconfirmed", 1),
                ("Ann", "", 1),
            ],
        ),
        (
            [said(), said(cite=CRIER)],
            ("2 publishers do not say whose word it is.",),
            [("Harrow Gazette", "", 1), ("Lindwell Crier", "", 1)],
        ),
        (
            [said("ann"), said("ann", "retracts", CRIER)],
            ("Whoever said so took it back, or the publisher withdrew the source.",),
            [("Ann", "taken back", 1)],
        ),
        ([said("ann", "concedes"), said("bob")], ("2 voices say so.",), [("Ann", "conceded", 1), ("Bob", "", 1)]),
    ],
)
def test_who_says_so_is_counted_and_named_with_dissent_first(
    tmp_path: Path, reports: list[str], numbers: tuple[str, ...], chips: list[tuple[str, str, int]]
) -> None:
    told = shown(edition(tmp_path, *reports)).said
    assert told.numbers == numbers
    assert [(chip.link.text, chip.words, len(chip.places)) for chip in told.chips] == chips


def test_a_voice_says_how_firmly_and_leads_to_its_first_paragraph(tmp_path: Path) -> None:
    alleged = f"{{by: [cid], modality: alleged, cite: {CRIER}}}"
    (chip,) = shown(edition(tmp_path, alleged)).said.chips
    assert (chip.words, chip.side, chip.first.text) == ("said as an allegation", "parish", "¶ 1")
    assert chip.first.label == "paragraph 1 of Lindwell Crier, 6 March 2031"
