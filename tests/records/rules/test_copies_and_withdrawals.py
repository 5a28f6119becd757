"""One text is one origin however often it is printed, and what its publisher withdrew counts no more."""

import json
from dataclasses import dataclass
from pathlib import Path

import pytest
from baseline import base_text, checked, linked
from dateline.ground.dates import Day
from dateline.pages.citing import bibtex, csl_item
from dateline.pages.exports.changes_feed import changes_feed
from dateline.pages.exports.chronology_json import chronology_json, chronology_schema
from dateline.pages.kinds.index import sources_index
from dateline.pages.kinds.source import source_view
from dateline.pages.search.documents import search_documents
from dateline.pages.shared.claim_citation import claim_citation
from dateline.pages.shared.edition import Edition
from dateline.pages.shared.known import known
from dateline.pages.shared.since import ledger
from dateline.pages.wording import echoes
from dateline.records.chronology import Chronology
from dateline.records.rules.contradictions import contradictions
from dateline.records.rules.standing import Echo, Standing, assessments, echo

SHA = "ab" * 32
GAZETTE = "publisher: harrow-gazette\npublished: 2031-03-04\nurl: https://gazette.example/well\n"
CRIER = "publisher: lindwell-crier\npublished: 2031-03-06\n"


@dataclass(frozen=True)
class Case:
    """Two sources, one by the Gazette and one by the Crier, and reports of one claim."""

    chronology: Chronology

    @property
    def stands(self) -> tuple[Standing, Echo]:
        event = self.chronology.events["test"]
        return assessments(self.chronology, event)[event.claims[0].id].standing, echo(self.chronology, event.claims[0])

    @property
    def edition(self) -> Edition:
        return Edition(self.chronology)


def source(head: str, paragraphs: int = 1, *, sha: str = "", words: int | None = 31, tail: str = "") -> str:
    length = "" if words is None else f", words: {words}"
    lines = [
        f"  - {{n: {number}, begins: Somebody wrote this{length}" + (f", sha256: {sha}" if sha else "") + "}"
        for number in range(1, paragraphs + 1)
    ]
    return f"title: A page\n{head}paragraphs:\n" + "\n".join(lines) + "\n" + tail


def reports(*told: str) -> str:
    body = "".join(f"      - {{{one}}}\n" for one in told)
    return (
        "title: A test\ndate: 2031-03-03\nkind: closure\nplaces: [{place: old-well}]\n"
        f"claims:\n  - id: tested\n    text: It is so.\n    reports:\n{body}"
    )


def said(source_id: str, by: str = "", stance: str = "asserts", paragraph: int = 1, more: str = "") -> str:
    return f"by: [{by}], stance: {stance}, cite: {{source: {source_id}, paragraph: {paragraph}}}{more}"


def case(folder: Path, one: str, other: str, *told: str) -> Case:
    files = {**PUBLISHERS, "sources/one.yml": one, "sources/other.yml": other, "events/2031/test.yml": reports(*told)}
    return Case(linked(folder, files))


PUBLISHERS = {
    f"actors/{id_}.md": f"---\nname: {name}\nkind: monitor\n---\n"
    for id_, name in (("harrow-gazette", "Harrow Gazette"), ("lindwell-crier", "Lindwell Crier"))
}
"""Publishers whose own word counts: a medium's does only where it says how it knows."""
BOTH = (said("one"), said("other"))


# --- copies ----------------------------------------------------------------------------------------------------------


def test_two_texts_of_two_publishers_are_two_voices(tmp_path: Path) -> None:
    found = case(tmp_path, source(GAZETTE), source(CRIER), *BOTH)
    assert found.stands == (Standing.CORROBORATED, Echo(2, 2, 0, unplaced=2))


@pytest.mark.parametrize(
    "head",
    [
        "copy_of: {source: one}\n",
        "copy_of: {source: one, paragraphs: [1], note: Word for word.}\n",
        "url: http://www.gazette.example/well/?utm_source=x\n",
        "archive: {url: 'https://web.archive.org/web/2031/https://gazette.example/well', date: 2031-03-07}\n",
    ],
)
def test_a_copy_is_no_second_voice_whether_said_or_seen_by_its_address(tmp_path: Path, head: str) -> None:
    found = case(tmp_path, source(GAZETTE), source(CRIER + head), *BOTH)
    assert found.stands == (Standing.SINGLE_ORIGIN, Echo(2, 1, 0, unplaced=1))


def test_equal_fingerprints_of_cited_paragraphs_make_one_voice(tmp_path: Path) -> None:
    found = case(tmp_path, source(GAZETTE, sha=SHA), source(CRIER, sha=SHA), *BOTH)
    assert found.stands == (Standing.SINGLE_ORIGIN, Echo(2, 1, 0, unplaced=1))


def test_a_few_equal_words_make_no_copy(tmp_path: Path) -> None:
    found = case(tmp_path, source(GAZETTE, sha=SHA, words=11), source(CRIER, sha=SHA, words=11), *BOTH)
    assert found.stands == (Standing.CORROBORATED, Echo(2, 2, 0, unplaced=2))


def test_a_paragraph_of_a_copy_that_is_not_said_to_be_copied_is_its_own(tmp_path: Path) -> None:
    other = source(f"{CRIER}copy_of: {{source: one, paragraphs: [1]}}\n", 2)
    found = case(tmp_path, source(GAZETTE), other, said("one"), said("other", paragraph=2))
    assert found.stands == (Standing.CORROBORATED, Echo(2, 2, 0, unplaced=2))


def test_a_copy_listed_with_its_address_is_one(tmp_path: Path) -> None:
    one = source(f"{GAZETTE}copies: [{{publisher: lindwell-crier, url: 'https://crier.example/a'}}]\n")
    found = case(tmp_path, one, source(f"{CRIER}url: http://crier.example/a/\n"), *BOTH)
    assert found.stands == (Standing.SINGLE_ORIGIN, Echo(2, 1, 0, unplaced=1))


def test_a_copy_of_a_copy_is_the_first_one_s_text_and_a_circle_ends(tmp_path: Path) -> None:
    files = {
        **PUBLISHERS,
        "sources/one.yml": source(GAZETTE),
        "sources/other.yml": source(f"{CRIER}copy_of: {{source: third}}\n"),
        "sources/third.yml": source(f"{CRIER}copy_of: {{source: one}}\n"),
        "events/2031/test.yml": reports(*BOTH, said("third")),
    }
    assert Case(linked(tmp_path, files)).stands == (Standing.SINGLE_ORIGIN, Echo(3, 1, 0, unplaced=1))
    files["sources/one.yml"] = source(f"{GAZETTE}copy_of: {{source: other}}\n")
    assert Case(linked(tmp_path, files)).stands[1].reports == 3


def test_a_speaker_named_in_a_copy_stays_the_first_speaker(tmp_path: Path) -> None:
    other = source(f"{CRIER}copy_of: {{source: one}}\n")
    found = case(tmp_path, source(GAZETTE), other, said("one", "clerk"), said("other", "clerk"))
    assert found.stands == (Standing.SINGLE_ORIGIN, Echo(2, 1, 0, unplaced=1))


def test_a_copy_is_cited_by_whose_text_it_is(tmp_path: Path) -> None:
    found = case(tmp_path, source(GAZETTE), source(f"{CRIER}copy_of: {{source: one}}\n"), *BOTH)
    event = found.chronology.events["test"]
    chain = [speaker.text for speaker in found.edition.citation(event.claims[0].reports[1].cite).speakers]
    assert chain == ["Harrow Gazette", "Lindwell Crier"]
    assert found.chronology.speakers(event.claims[0].reports[1]) == ("harrow-gazette", "lindwell-crier")


def test_both_pages_lead_to_each_other(tmp_path: Path) -> None:
    found = case(
        tmp_path, source(GAZETTE), source(f"{CRIER}copy_of: {{source: one, paragraphs: [1], note: So.}}\n"), *BOTH
    )
    one, other = (source_view(found.edition, found.chronology.sources[id_]) for id_ in ("one", "other"))
    assert [link.address for link in one.copies.by] == ["sources/other/"]
    assert other.copies.of is not None
    assert (other.copies.of[0].address, *other.copies.of[1:]) == ("sources/one/", "¶ 1", "So.")
    assert other.paragraphs[0].copied is not None
    assert one.paragraphs[0].copied is None


# --- withdrawn -------------------------------------------------------------------------------------------------------

WITHDRAWN = "withdrawn: {date: 2031-05-01, note: It was made up.}\n"


def test_what_was_withdrawn_counts_no_more_and_says_so(tmp_path: Path) -> None:
    found = case(tmp_path, source(GAZETTE), source(CRIER + WITHDRAWN), *BOTH)
    assert found.stands == (Standing.SINGLE_ORIGIN, Echo(1, 1, 0, unplaced=1, withdrawn=1))
    assert echoes.echo_in_words(found.stands[1]) == "1 report, 1 voice, 1 report withdrawn"


def test_a_claim_that_rests_on_nothing_else_is_retracted(tmp_path: Path) -> None:
    found = case(tmp_path, source(GAZETTE), source(CRIER + WITHDRAWN), said("other"))
    assert found.stands == (Standing.RETRACTED, Echo(0, 0, 0, withdrawn=1))
    assert echoes.echo_in_words(found.stands[1]) == "no report that counts, 1 report withdrawn"


def opposed(found: Case) -> bool:
    return any(one.references == {"test#tested"} for one in contradictions(found.chronology))


def test_a_withdrawn_denial_contests_nothing(tmp_path: Path) -> None:
    told = (said("one"), said("other", stance="denies"))
    contested = case(tmp_path, source(GAZETTE), source(CRIER), *told)
    assert contested.stands[0] is Standing.CONTESTED
    assert opposed(contested)
    found = case(tmp_path, source(GAZETTE), source(CRIER + WITHDRAWN), *told)
    assert found.stands[0] is Standing.SINGLE_ORIGIN
    assert not opposed(found)


def test_a_withdrawn_denial_alone_retracts_nothing(tmp_path: Path) -> None:
    found = case(tmp_path, source(GAZETTE), source(CRIER + WITHDRAWN), said("other", stance="denies"))
    assert found.stands[0] is Standing.UNATTRIBUTED


def test_withdrawn_figures_collide_with_none(tmp_path: Path) -> None:
    told = [
        said(id_, more=f", figures: [{{measure: attended, exact: {number}}}]")
        for id_, number in (("one", 3), ("other", 9))
    ]
    assert case(tmp_path, source(GAZETTE), source(CRIER), *told).stands[0] is Standing.CONTESTED
    assert case(tmp_path, source(GAZETTE), source(CRIER + WITHDRAWN), *told).stands[0] is Standing.SINGLE_ORIGIN


def test_a_copy_of_what_was_withdrawn_counts_no_more_either(tmp_path: Path) -> None:
    found = case(tmp_path, source(GAZETTE + WITHDRAWN), source(f"{CRIER}copy_of: {{source: one}}\n"), *BOTH)
    assert found.stands == (Standing.RETRACTED, Echo(0, 0, 0, withdrawn=2))


def test_on_an_earlier_day_it_still_counted(tmp_path: Path) -> None:
    found = case(tmp_path, source(GAZETTE), source(CRIER + WITHDRAWN), *BOTH)
    event = found.chronology.events["test"]
    on = {
        day: assessments(found.chronology, event, Day.fromisoformat(day))["tested"].standing
        for day in ("2031-04-30", "2031-05-01")
    }
    assert on == {"2031-04-30": Standing.CORROBORATED, "2031-05-01": Standing.SINGLE_ORIGIN}


# --- corrected, and both told everywhere -----------------------------------------------------------------------------

CORRECTED = "corrected: [{date: 2031-05-02, paragraphs: [2], note: A name was wrong.}]\n"


def marks(found: Case) -> list[str | None]:
    event = found.chronology.events["test"]
    view = found.edition.claim(event, event.claims[0])
    return [report.citation.mark.label if report.citation.mark else None for report in view.reports]


def test_a_correction_marks_the_reports_of_its_paragraphs_and_removes_none(tmp_path: Path) -> None:
    told = (said("one"), said("other"), said("other", paragraph=2))
    found = case(tmp_path, source(GAZETTE), source(CRIER + CORRECTED, 2), *told)
    assert found.stands == (Standing.CORROBORATED, Echo(3, 2, 0, unplaced=2))
    assert marks(found) == [None, None, "source corrected"]
    whole = case(tmp_path, source(GAZETTE), source(CRIER + CORRECTED.replace("paragraphs: [2], ", ""), 2), *told)
    assert marks(whole) == [None, "source corrected", "source corrected"]


def test_a_withdrawal_is_told_at_every_report_in_citations_exports_lists_and_the_feed(tmp_path: Path) -> None:
    found = case(tmp_path, source(GAZETTE), source(CRIER + WITHDRAWN), *BOTH)
    assert marks(found) == [None, "source withdrawn"]
    edition, graph = found.edition, found.chronology
    context = graph.claims["test#tested"]
    why = "[This source was withdrawn by its publisher (1 May 2031): It was made up]"
    cited = claim_citation(edition, context)
    assert "withdrawn by its publisher (1 May 2031)" in bibtex(cited)
    assert why in csl_item(cited)["note"]
    exported = json.loads("".join(chronology_json(edition)))
    event = next(one for one in exported["events"] if one["id"] == "test")
    assert event["claims"][0]["echo"] == {
        "reports": 1,
        "voices": 1,
        "origins": 1,
        "may_be_same": 0,
        "against": 0,
        "unattributed": 0,
        "sides": 0,
        "withdrawn": 1,
    }
    assert [report.get("source_state") for report in event["claims"][0]["reports"]] == [None, "withdrawn"]
    exported_source = next(one for one in exported["sources"] if one["id"] == "other")
    assert exported_source["withdrawn"]["note"] == "It was made up."
    assert "source_state" in json.loads(chronology_schema())["$defs"]["Report"]["properties"]
    rows = {link.address: link.note for group in sources_index(edition).groups for link in group.items}
    assert rows["sources/other/"].endswith("; withdrawn by its publisher")
    assert "withdrawn" not in rows["sources/one/"]
    lines = {part.address: part.line for document in search_documents(edition) for part in document.parts}
    assert lines["sources/other/"].endswith("; withdrawn by its publisher")
    assert "withdrawn" not in lines["sources/one/"]
    assert "Withdrawn by its publisher: It was made up." in changes_feed(edition)


def test_a_page_read_as_of_an_earlier_day_shows_how_it_stood_then(tmp_path: Path) -> None:
    third = source("publisher: lindwell-crier\npublished: 2031-06-01\n")
    files = {
        **PUBLISHERS,
        "sources/one.yml": source(GAZETTE),
        "sources/other.yml": source(CRIER + WITHDRAWN),
        "sources/third.yml": third,
        "events/2031/test.yml": reports(*BOTH, said("third", "clerk")),
    }
    graph = linked(tmp_path, files)
    edition, tested = Edition(graph), graph.claims["test#tested"]
    view = known(edition, [tested]).claim(tested)
    assert [state.outcome for state in view.past] == ["one-voice"]  # two voices before the withdrawal as after it
    assert (view.outcome, view.said.numbers) == ("uncontradicted", ("2 voices say so.",))
    assert view.heard.endswith("1 report withdrawn")
    assert "1 report withdrawn" in edition.claim_row(tested.event, tested.claim).echo


@pytest.mark.parametrize(
    "history, entries",
    [
        ("", ["Withdrawn by its publisher: It was made up."]),
        ("history: [{date: 2031-05-03, type: retraction, note: We were told.}]\n", ["We were told."]),
        (
            "history: [{date: 2031-04-01, type: correction, note: A slip.}]\n",
            ["A slip.", "Withdrawn by its publisher: It was made up."],
        ),
    ],
)
def test_the_ledger_tells_a_withdrawal_once(tmp_path: Path, history: str, entries: list[str]) -> None:
    found = case(tmp_path, source(GAZETTE), source(CRIER + WITHDRAWN, tail=history), *BOTH)
    assert [change.note for change in ledger(found.chronology.sources["other"])] == entries


@pytest.mark.parametrize(
    "ours, more, is_told",
    [
        ("sha256: ABC, words: 28", "", True),
        ("sha256: ABC", "", True),
        ("sha256: ABC, words: 24", "", False),  # another length
        ("words: 31", "", False),  # nobody knows whether it differs
        ("sha256: ABC, words: 9", "", False),  # a phrase
        ("sha256: ABC, words: 31", "copy_of: {source: gazette-2031-03-04}\n", False),
        ("sha256: DEF, words: 31", "", False),  # the same text
        ("sha256: ABC, words: 31", "  - {n: 3, begins: Else}\n", False),  # one of several
    ],
)
def test_a_text_framed_as_another_is_a_reason_to_look(ours: str, more: str, tmp_path: Path, *, is_told: bool) -> None:
    gazette, crier = "sources/gazette-2031-03-04.yml", "sources/crier-2031-03-06.yml"
    same, other = "0" * 64, "1" * 64
    files = {
        gazette: base_text(gazette).replace("words: 31", f'words: 31, sha256: "{same}"'),
        crier: base_text(crier).replace(
            "begins: The well has been shut",
            f'begins: "The  Clerk of Lindwell", ends: until further notice., {ours}'.replace(
                "ABC", f'"{other}"'
            ).replace("DEF", f'"{same}"'),
        )
        + more,
    }
    files[crier] = (
        files[crier] if "n: 3" in more else files[crier].replace("  - {n: 2, begins: The council denies}\n", "")
    )
    found = [problem for problem in checked(tmp_path, files) if problem.code == "nearly-same-text"]
    assert [str(problem.position) for problem in found] == [f"content/{crier}:7:20"] * is_told
    assert all("¶ 1 begins and ends as ¶ 1 of source 'gazette-2031-03-04'" in problem.message for problem in found)
