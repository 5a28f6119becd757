"""Of a new source all is told by which it can be judged, and no key of any new record is left untold."""

from dataclasses import fields
from typing import Final

import pytest
from dateline.editing.comparison import in_full as in_full_module
from dateline.editing.comparison.differences import Detail
from dateline.editing.comparison.in_full import drawn_from, in_full
from dateline.records.types import RecordKind, type_of_kind
from in_memory import CLOSED, RECORDS, version_of


def details_of(name: str, text: str) -> tuple[Detail, ...]:
    version = version_of({name: text})
    folder, _, id_ = name.partition("/")
    return in_full(version, version.of_kind(RecordKind(folder.removesuffix("s")))[id_])


def lines_of(name: str, text: str) -> list[str]:
    return [line.text for line in details_of(name, text)]


SOURCE: Final = """\
title: The well is shut
titles: {cy: Caewyd}
publisher: harrow
published: 2031-03-04
published_note: By the number.
written: 2030
written_note: So she says.
kind: report
language: en
url: https://gazette.example/well
archive: [{url: "https://archive.example/1", date: 2031-03-05}]
copies: [{publisher: council}]
copy_of: {source: crier}
withdrawn: {date: 2031-05-01, note: Wrong.}
corrected: [{date: 2031-04-01, note: A name.}]
accessed: 2031-03-06
reread: 2031-03-07
reading: {of: original}
rights: quote
note: Torn.
paragraphs:
  - {n: 1, begins: The clerk said, ends: was closed, words: 12}
  - {n: 2, begins: Nobody, words: 1, unused: background, note: Faded.}
  - {n: 3, begins: The end, quote: "The end", translation: Y diwedd}
"""


def test_a_source_is_told_with_its_addresses_first_and_each_paragraph_last() -> None:
    assert lines_of("sources/gazette", SOURCE) == [
        "address: https://gazette.example/well",
        "archived 5 March 2031: https://archive.example/1",
        "publisher: Harrow Gazette",
        "kind: report",
        "language: en",
        "title in other languages: cy: Caewyd",
        "note on its date: By the number.",
        "written: 2030",
        "note on when it was written: So she says.",
        "copies: publisher: council",
        "copy of: source: crier",
        "withdrawn: date: 2031-05-01, note: Wrong.",
        "corrected: date: 2031-04-01, note: A name.",
        "read on: 2031-03-06",
        "read again: 2031-03-07",
        "what was read: of: original, extent: whole",
        "rights: quote",
        "note: Torn.",
        "¶ 1 “The clerk said … was closed” (12 words, no fingerprint): well#closed",
        "¶ 2 “Nobody” (1 word, no fingerprint): unused: background; note: Faded.",
        "¶ 3 “The end” (no fingerprint): nothing is drawn from it; quote: The end; translation: Y diwedd",
    ]


def test_each_address_of_a_source_is_one_to_look_at_and_paragraphs_lead_to_their_words() -> None:
    originals = [line.original for line in details_of("sources/gazette", SOURCE)]
    assert originals[:3] == ["https://gazette.example/well", "https://archive.example/1", ""]
    assert all(one.startswith("https://") for one in originals[-3:])
    assert len(set(originals[-3:])) == 3


def test_of_a_source_of_which_nothing_is_known_that_is_told() -> None:
    text = "unknown: [title, publisher, published]\nurl: null\npassages: [{at: 4-27, sha256: %s}]\n" % ("ab" * 32)
    assert lines_of("sources/log", text) == [
        "address: not known",
        "publisher: not known",
        "kind: article",
        "not known: title; publisher; published",
        "rights: fingerprint",
        "p. 4-27 no words: nothing is drawn from it",
    ]


def test_by_whom_and_in_what_a_source_is_and_who_can_open_it_is_told() -> None:
    keys = """\
authors: [{actor: clerk}, {name: E. Scribe}]
editors: [{name: An Editor}]
translators: [{actor: stranger}]
container: The Journal of Wells
volume: "12"
issue: "3"
pages: 101-117
edition: 2nd
place_published: Harrow
doi: 10.1000/182
isbn: 978-0-306-40615-7
identifier: docket 04-1084
licence: CC-BY-4.0
access: login
gone: {date: 2031-05-01, note: Deleted.}
locators: page
coverage: complete
"""
    text = "title: T\npublisher: harrow\npublished: 2031\n" + keys + "passages: [{at: '7', pdf_page: 9, text: All.}]\n"
    found = lines_of("sources/log", text)
    assert found[3:15] == [
        "authors: The clerk; E. Scribe",
        "editors: An Editor",
        "translators: stranger",
        "in: The Journal of Wells",
        "volume: 12",
        "issue: 3",
        "pages: 101-117",
        "edition: 2nd",
        "published in: Harrow",
        "DOI: 10.1000/182",
        "ISBN: 978-0-306-40615-7",
        "identifier: docket 04-1084",
    ]
    assert found[15:] == [
        "who can open it: login",
        "gone: date: 2031-05-01, note: Deleted.",
        "rights: fingerprint",
        "licence: CC-BY-4.0",
        "places counted by: page",
        "coverage: complete",
        "p. 7 no words (no fingerprint): nothing is drawn from it; page of the PDF: 9; text: All.",
    ]


@pytest.mark.parametrize("name", ["events/well", "sources/gazette", "actors/clerk", "places/old-well"])
def test_entries_of_its_history_are_told_of_a_record_of_any_kind(name: str) -> None:
    text = f"{RECORDS[name]}history: [{{date: 2031-05-01, type: correction, note: Misread., dispute: who}}]\n"
    assert lines_of(name, text)[-1] == "history: Correction, 1 May 2031: Misread. (dispute who)"


# --- nothing is forgotten ---

TOLD_ELSEWHERE: Final = {
    RecordKind.EVENT: {"title", "date", "calendar"},  # with its date in the line above, by its calendar
    RecordKind.SOURCE: {"title", "published"},
    RecordKind.ACTOR: {"name"},
    RecordKind.PLACE: {"name"},
    RecordKind.DISPUTE: {"question", "status"},
}
OF_THE_FILE: Final = {"id", "state", "withheld"}


class Asked:
    """A record that notes which of its fields are asked for."""

    def __init__(self, record: object) -> None:
        self.record, self.asked_for = record, set[str]()

    def __getattr__(self, name: str) -> object:
        self.asked_for.add(name)
        return getattr(self.record, name)


@pytest.mark.parametrize("kind", RecordKind)
def test_every_key_of_a_record_is_told_or_stands_in_the_line_above(kind: RecordKind) -> None:
    dispute = (
        "question: Who?\nkind: responsibility\nrelation: exclusive\nstatus: open\nwould_settle: It.\npositions:\n"
        "  - {id: a, label: A, claims: [well#closed]}\n  - {id: b, label: B, claims: [well#closed]}\n"
    )
    version = version_of({"disputes/who": dispute})
    asked = Asked(list(version.of_kind(kind).values())[-1])  # of the places the one that has coordinates
    list(in_full_module._TOLD[kind](version, asked))
    names = {one.name for one in fields(type_of_kind[kind])} - {"_", "history"} - OF_THE_FILE - TOLD_ELSEWHERE[kind]
    parts = {"paragraphs", "passages"} if "ordered_parts" in asked.asked_for else set()
    assert names - asked.asked_for - parts == set()


def test_what_rests_on_a_paragraph_is_told_once_each() -> None:
    second = "      - {by: [council], cite: {source: gazette, paragraph: 1}}\n"
    place = f"{RECORDS['places/old-well'].replace('within: lindwell', '')}"
    dated = f"{place}within: [{{place: lindwell, cite: {{source: gazette, paragraph: 1}}}}]\n"
    version = version_of({"events/well": CLOSED + second, "places/old-well": dated})
    assert drawn_from(version, "gazette", 1) == "well#closed, old-well"
    assert drawn_from(version, "gazette", 2) == ""
    assert drawn_from(version, "crier", 1) == ""
