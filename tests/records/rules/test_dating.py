"""Days that cannot be, or are not sure: calendars, what was read before it appeared, and what no record tells."""

from pathlib import Path

import pytest
from baseline import MEETING, WELL, base_text, linked, told
from dateline.pages.citing.bibtex import bibtex
from dateline.pages.citing.csl import csl_item
from dateline.pages.citing.styles import chicago
from dateline.pages.exports.changes_feed import changes_feed
from dateline.pages.shared.claim_citation import claim_citation
from dateline.pages.shared.edition import Edition
from projects import ADDRESSES, build, make_project

CRIER, GAZETTE = "sources/crier-2031-03-06.yml", "sources/gazette-2031-03-04.yml"


@pytest.mark.parametrize(
    "date, is_asked",
    [
        ("1582-10-14", True),
        ("1582-10-15", False),
        ("0476-09-04~", True),
        ('"0476"', False),
        ("1431-03", False),
        ("1431-03-03/1431-03-05", True),
        ("1431-03/..", False),
        ('"[1431-03,1431-05-05]"', True),
        ('"{1600-01-01,1601-01-01}"', False),
    ],
)
def test_a_day_before_the_gregorian_calendar_is_asked_for_its_calendar(
    date: str, tmp_path: Path, *, is_asked: bool
) -> None:
    text = base_text(WELL).replace("date: 2031-03-03\n", f"date: {date}\n")
    assert any("calendar-unknown" in line for line in told(tmp_path, {WELL: text})) is is_asked
    noted = text.replace(f"date: {date}\n", f"date: {date}\ndate_note: By the Julian calendar, converted.\n")
    assert not any("calendar-unknown" in line for line in told(tmp_path, {WELL: noted}))


@pytest.mark.parametrize(
    "date, is_asked",
    [
        ("2030-31", True),
        ("2030-31~", True),
        ("2030-30", False),
        ("2031-31", False),
        ("1999-22", False),
        ("2030/2031", False),
        ("2010-11", False),
    ],
)
def test_a_season_that_looks_like_two_years_is_asked_for(date: str, tmp_path: Path, *, is_asked: bool) -> None:
    text = base_text(WELL).replace("date: 2031-03-03\n", f"date: {date}\n")
    assert any("season-or-years" in line for line in told(tmp_path, {WELL: text})) is is_asked
    worded = text.replace(f"date: {date}\n", f"date: {date}\ndate_wording: last autumn\n")
    assert not any("season-or-years" in line for line in told(tmp_path, {WELL: worded}))


def test_a_publication_of_a_season_that_looks_like_two_years_is_asked_for(tmp_path: Path) -> None:
    text = base_text(CRIER).replace("published: 2031-03-06\n", "published: 2035-36\n")
    assert any("season-or-years" in line for line in told(tmp_path, {CRIER: text}))
    noted = text.replace("published: 2035-36\n", "published: 2035-36\npublished_note: The issue of the quarter.\n")
    assert not any("season-or-years" in line for line in told(tmp_path, {CRIER: noted}))


@pytest.mark.parametrize(
    "dated, codes",
    [
        ("published: 2031-03-06\naccessed: 2031-03-06", []),
        ("published: 2031-03-06\naccessed: 2031-03-05", ["read-before-published"]),
        ("published: 2031-03\naccessed: 2031-02", ["read-before-published"]),
        ("published: 2031-03\naccessed: 2031-03-05", []),
        ("published: 2071-03-06\naccessed: 2031-04-01", ["read-before-published"]),
        ('published: "[..2031-03-06]"\naccessed: 2031-03-05', []),
        ('published: 2031-03-06\narchive: {url: "https://a.example/1", date: 2031-03-05}', ["read-before-published"]),
        ("published: 2071-03-06", ["published-in-future"]),
        ("published: 2036-03-06", ["published-in-future"]),
        ("published: 2035-12-06", []),
        ("published: 2071-03-06\naccessed: 2071-03-07", ["day-far-off"]),
        ("published: 2031-03-06\naccessed: 2206-04-01", ["day-far-off"]),
        ("published: 2031-03-06\naccessed: 2040-12-31", []),
        ("published: 1031\naccessed: 1031-04-02", ["event-after-source", "day-far-off"]),
        ('published: 2031-03-06\narchive: {url: "https://a.example/1", date: 2062-03-07}', ["day-far-off"]),
        ("published: 2031-03-06\nwithdrawn: {date: 2062-03-07, note: Taken back.}", ["day-far-off"]),
        ("published: 2031-03-06\nhistory: [{date: 9999, type: correction, note: Mended.}]", ["day-far-off"]),
        (
            "published: 2071\nhistory: [{date: 9999, type: correction, note: Mended.}]",
            ["published-in-future", "day-far-off"],
        ),
    ],
)
def test_what_was_read_before_it_appeared_or_is_of_the_future_is_told(
    dated: str, codes: list[str], tmp_path: Path
) -> None:
    text = base_text(CRIER).replace("published: 2031-03-06", dated)
    assert [line.split()[-1] for line in told(tmp_path, {CRIER: text})] == codes


def test_every_day_of_work_is_held_against_the_others(tmp_path: Path) -> None:
    grave = "tombstones.yml"
    files = {
        WELL: base_text(WELL).replace("kind: closure\n", "kind: closure\nadded: 3031-03-04\n"),
        grave: base_text(grave).replace("date: 2031-04-01", "date: 0031-04-01"),
    }
    found = [line for line in told(tmp_path, files) if line.endswith("day-far-off")]
    assert [line.split(":")[0] for line in found] == [f"content/{WELL}", f"content/{grave}"]


def test_a_chronology_that_is_taken_up_again_after_years_is_not_questioned(tmp_path: Path) -> None:
    history = "history: [{date: 2051-01-01, type: correction, note: Mended.}]\n"
    files = {name: base_text(name) + history for name in (WELL, MEETING, CRIER)}
    assert told(tmp_path, files) == []


def test_without_a_day_of_reading_only_the_last_of_all_may_be_of_the_future(tmp_path: Path) -> None:
    lines = base_text(GAZETTE).splitlines(keepends=True)
    gazette = "".join(line for line in lines if not line.startswith(("accessed:", "archive:")))
    for year, is_told in ((2050, False), (2051, True)):
        crier = base_text(CRIER).replace("2031-03-06", f"{year}-03-06")
        files = {GAZETTE: gazette, CRIER: crier, "tombstones.yml": None}
        assert any("published-in-future" in line for line in told(tmp_path, files)) is is_told


def test_where_no_record_tells_a_day_none_is_made_up(tmp_path: Path) -> None:
    graph = linked(tmp_path, {GAZETTE: base_text(GAZETTE).replace("accessed: 2031-04-01\n", "")})
    edition = Edition(graph, site_url="https://chronology.example/")
    assert edition.updated is None
    cited = claim_citation(edition, next(iter(graph.claims.values())))
    assert "modified" not in chicago(cited)
    assert not {"issued", "version"} & set(csl_item(cited))
    assert "year = " not in bibtex(cited)
    assert "<updated>" not in changes_feed(edition)


def test_a_site_of_records_that_tell_no_day_names_no_day_of_change(tmp_path: Path) -> None:
    project = make_project(tmp_path / "p", Path(__file__).parents[2] / "cases" / "base" / "content")
    gazette = project / "content" / GAZETTE
    gazette.write_text(gazette.read_text("utf-8").replace("accessed: 2031-04-01\n", ""), "utf-8")
    assert build(project, **ADDRESSES).returncode == 0
    for path in ("changes/index.html", "sitemap.xml", "days/feed.xml", "data/chronology.json", "index.html"):
        text = (project / "site" / path).read_text("utf-8")
        assert "1970" not in text
        assert "Records last changed" not in text
