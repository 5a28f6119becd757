"""What readers asked for, in words: the dates of a dispute, why something may have been on a day, who published."""

import re
from pathlib import Path

import pytest
from baseline import MEETING, WELL, base_text, linked
from dateline.pages.kinds.changes import changes_view
from dateline.pages.kinds.day import day_view
from dateline.pages.kinds.disputes import dispute_row
from dateline.pages.kinds.method import method_view
from dateline.pages.rendering.pages import Renderer
from dateline.pages.shared.edition import Edition
from dateline.pages.shared.page_view import PageView
from dateline.pages.wording.outcomes import OUTCOME_LABEL
from dateline.pages.wording.words import STATUS_LABEL
from html_reading import read
from projects import ROOT

BASE_DATE = 'date: "[2031-03-01,2031-03-02]"\n'
DISPUTE = "disputes/who-closed-the-well.md"
SOURCE = "sources/gazette-2031-03-04.yml"


def edition_of(folder: Path, files: dict[str, str]) -> Edition:
    return Edition(linked(folder, files))


def said_by(edition: Edition, view: PageView) -> str:
    return read(str(Renderer(ROOT / "templates", edition).page(view).content)).text


# --- the dates of a dispute ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "well, meeting, when",
    [
        ("2031-03-03", "2031-03-02", "2 to 3 March 2031"),
        ("2031-03-09", "2031-03-02", "2 to 9 March 2031"),  # once its date is corrected
        ("2031-05", "2031-03-02", "2 March 2031 to May 2031"),
        ("2031-03", "2031-03-02", "March 2031"),
        ("2031", "2031-03-02", "2031"),
        ("2032-01/2032-02", "2031-03-02", "2 March 2031 to February 2032"),
        ('"[2031-03-08,2031-04]"', "2031-03-02", "2 March 2031 to April 2031"),
        ("2031-03-02?", "2031-03-02", "2 March 2031"),
        ("203X", "2031-03-02", "2030 to 2039"),
        ("2031-03-03", "2031-03-03", "3 March 2031"),
        ("2031-03-04/..", "2031-03-03", "from 3 March 2031"),
        ("../2031-03-04", "2031-03-03", "until 4 March 2031"),
        ("../2031-03-04", "2031-03-05/..", ""),
    ],
)
def test_a_dispute_has_the_dates_of_its_events_as_they_are_now_and_no_more_exact(
    tmp_path: Path, well: str, meeting: str, when: str
) -> None:
    files = {WELL: base_text(WELL).replace("date: 2031-03-03\n", f"date: {well}\n")}
    files[MEETING] = base_text(MEETING).replace(BASE_DATE, f"date: {meeting}\n")
    files[DISPUTE] = base_text(DISPUTE).replace(
        "    claims: [2031-03-03-well-closed#", "    claims: [2031-03-02-meeting#attendance, 2031-03-03-well-closed#", 1
    )
    edition = edition_of(tmp_path, files)
    assert dispute_row(edition, edition.chronology.disputes["who-closed-the-well"]).when == when


# --- what may have been ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("basis", ["stated", "publication"])
def test_a_list_of_what_may_have_been_says_that_some_is_dated_by_its_report_only(tmp_path: Path, basis: str) -> None:
    long = base_text(WELL).replace("date: 2031-03-03\n", f"date: 2031-03-01/2031-03-03~\ndate_basis: {basis}\n")
    meeting = base_text(MEETING).replace(BASE_DATE, "date: 2031-03-02\n")
    edition = edition_of(tmp_path, {"events/2031/long.yml": long, MEETING: meeting})
    view = day_view(edition, "2031-03-02")
    said = said_by(edition, view)
    assert "Perhaps on this day" in said
    assert ("dated only by when they were reported, so they may have been earlier" in said) == (basis == "publication")


def test_a_month_leads_to_the_calendar_in_plain_words(tmp_path: Path) -> None:
    well = base_text(WELL).replace("date: 2031-03-03\n", "date: 2031-03\n")
    edition = edition_of(tmp_path, {WELL: well})
    said = said_by(edition, day_view(edition, "2031-03"))
    assert "See March 2031 in the calendar" in said
    assert "The days of" not in said


# --- sources in lists, and the method --------------------------------------------------------------------------------


def test_a_change_of_a_source_names_its_publisher(tmp_path: Path) -> None:
    source = base_text(SOURCE) + "history:\n  - {date: 2031-04-02, type: correction, note: Read again.}\n"
    edition = edition_of(tmp_path, {SOURCE: source})
    publisher = edition.chronology.actors["harrow-gazette"].name
    view = changes_view(edition)
    told = said_by(edition, view)
    assert re.search(rf"source, {re.escape(publisher)}.*Read again\.", told, re.DOTALL)


def test_the_method_tells_what_a_date_says_and_what_becomes_of_copies_and_withdrawn_sources(tmp_path: Path) -> None:
    edition = edition_of(tmp_path, {})
    said = said_by(edition, method_view(edition))
    for words in (
        "It lasted. It stands on its first day",
        "on each of these days",
        "It was once, on one of these days",
        "A copy adds no voice",
    ):
        assert words in said
    assert "What a publisher withdraws stays, marked, and counts no more" in said


def test_the_method_has_every_mark_of_a_claim_and_of_a_dispute_with_its_meaning(tmp_path: Path) -> None:
    edition = edition_of(tmp_path, {})
    page = read(str(Renderer(ROOT / "templates", edition).page(method_view(edition)).content))
    marks = {node["id"]: node.text.strip() for node in page.elements("dt") if node.get("id")}
    for outcome, label in OUTCOME_LABEL.items():
        assert marks[f"_outcome-{outcome.value}"] == label
    # "Open" and "Settled" say the same of a dispute as of a claim.
    for status in STATUS_LABEL.keys() - {"open", "resolved"}:
        assert marks[f"_status-{status}"] == STATUS_LABEL[status]
    index = (ROOT / "templates" / "pages" / "disputes.md.j2").read_text(encoding="utf-8")
    assert f'("{marks["_status-aside"]}")' in index


def test_a_page_without_the_theme_has_a_ground_of_its_own_in_both_schemes() -> None:
    page = (ROOT / "templates" / "pages" / "lasting.html.j2").read_text(encoding="utf-8")
    assert 'href="{{ at("assets/small.css") }}"' in page
    looks = (ROOT / "templates" / "theme" / "assets" / "small.css").read_text(encoding="utf-8")
    light, dark = re.findall(r":root \{[^}]*--ground: (#[0-9a-f]+)", looks)
    assert light != dark
    assert ":root { color-scheme: light dark;" in looks
    assert "@media (prefers-color-scheme: dark) { :root {" in looks
    assert "html { background: var(--ground); color: var(--ink); }" in looks
