"""What a record leaves out that says that it is complete: told as far as it is certain, and no further."""

from pathlib import Path

import pytest
from baseline import loaded
from dateline.ground.places_as_typed import clock
from dateline.ground.problems import Code
from dateline.ground.schemes import Scheme
from dateline.records.rules import check
from dateline.records.rules.gaps import counted_gaps, time_gaps
from hypothesis import given
from hypothesis import strategies as st


def told(scheme: Scheme, *places: str) -> list[str]:
    numbered = list(enumerate(places))
    gaps = time_gaps(numbered) if scheme == "time" else counted_gaps(scheme, numbered)
    return [gap.words for gap in gaps]


@pytest.mark.parametrize(
    "scheme, places",
    [
        ("page", ("1", "2", "3..7", "8")),
        ("page", ("iv", "1")),  # how many Roman pages there are, nobody says
        ("page", ("4-27", "5-1")),
        ("page", ("H-1", "J-7")),
        ("page", ("12", "12a", "13")),
        ("page", ("3..9", "5", "10")),
        ("page-line", ("7574:12..25", "7575:3")),  # a page's head has lines that no witness speaks
        ("page-line", ("7574:12", "7574:13")),
        ("verse", ("2.47.3", "2.47.4", "2.48.1")),
        ("verse", ("2.47", "2.47.3", "2.48")),
        ("verse", ("Thuc. 2.47.3", "Xen. 1.1")),
        ("verse", ("2.47.3..5", "2.47.6")),
        ("verse", ("514a1", "514a9", "515b1")),  # how many lines and letters a page has, nobody says
        ("section", ("1.0", "2.0", "2.1", "3")),
        ("section", ("Of wells", "Of water")),
        ("folio", ("12r", "12v", "13r")),
        ("folio", ("12", "13r")),
        ("time", ("00:00:00..00:12:31", "00:12:34..00:13:00")),
        ("time", ("00:00:03", "00:40:00", "00:50:00")),  # how long each goes on, nobody says
        ("time", ("00:00:00..00:30:00", "00:10:00..00:11:00", "00:30:01..00:31:00")),
    ],
)
def test_where_nothing_is_certain_to_lie_between_nothing_is_told(scheme: Scheme, places: tuple[str, ...]) -> None:
    assert told(scheme, *places) == []


@pytest.mark.parametrize(
    "scheme, places, words",
    [
        ("page", ("1", "3"), "between '1' and '3'"),
        ("page", ("iv", "vi"), "between 'iv' and 'vi'"),
        ("page", ("4-27", "4-29..5-2"), "between '4-27' and '4-29..5-2'"),
        ("page", ("4-27", "5-3"), "between '4-27' and '5-3'"),
        ("page-line", ("7574:12..25", "7574:30"), "between '7574:12..25' and '7574:30'"),
        ("page-line", ("7574:12", "7576:1"), "between '7574:12' and '7576:1'"),
        ("verse", ("2.47.3", "2.47.5"), "between '2.47.3' and '2.47.5'"),
        ("verse", ("2.47.3", "2.48.2"), "between '2.47.3' and '2.48.2'"),
        ("verse", ("2.47", "2.49"), "between '2.47' and '2.49'"),
        ("verse", ("514a1", "516b2"), "between '514a1' and '516b2'"),
        ("section", ("3.2", "3.4"), "between '3.2' and '3.4'"),
        ("folio", ("12r", "13r"), "between '12r' and '13r'"),
        ("time", ("00:00:00..00:12:31", "00:12:40..00:13:00"), "from 00:12:31 to 00:12:40"),
        ("time", ("00:00:10..00:12:31",), "from 00:00:00 to 00:00:10"),
    ],
)
def test_what_is_certain_to_lie_between_is_told(scheme: Scheme, places: tuple[str, ...], words: str) -> None:
    assert told(scheme, *places) == [words]


@given(st.integers(1, 9000), st.integers(2, 12), st.data())
def test_of_pages_in_a_row_one_left_out_is_told_and_none_is_not(first: int, count: int, data: st.DataObject) -> None:
    pages = [str(first + place) for place in range(count + 1)]
    assert told("page", *pages) == []
    out = data.draw(st.integers(1, count - 1))
    assert told("page", *pages[:out], *pages[out + 1 :]) == [f"between '{pages[out - 1]}' and '{pages[out + 1]}'"]


@given(st.lists(st.integers(0, 600), min_size=2, max_size=12, unique=True), st.data())
def test_a_time_that_no_range_covers_is_told(seconds: list[int], data: st.DataObject) -> None:
    ends = sorted(seconds)
    ranges = list(zip([0, *ends], ends, strict=False))
    kept = data.draw(st.lists(st.sampled_from(ranges), unique=True))
    places = [f"{clock(start)}..{clock(end)}" for start, end in sorted(kept) if start < end]
    covered = sum(end - start for start, end in kept)
    latest = max((end for _, end in kept), default=0)
    told_of = told("time", *places)
    assert bool(told_of) <= (covered < latest)
    assert bool(told_of) or latest - covered <= 5 * (len(kept) + 1)


def test_a_record_that_says_that_it_is_complete_is_told_what_it_lacks(tmp_path: Path) -> None:
    passages = '[{at: "103", begins: The, unused: x}, {at: "105", begins: A, unused: x}, {at: "106", unused: x}]'
    record = "title: T\npublisher: harrow-gazette\npublished: 2031-03-05\npages: 101-107\nlocators: page\n"
    for coverage, expected in (
        (
            "coverage: complete\n",
            ["between page 101 and '103'", "between '103' and '105'", "behind '106' up to page 107"],
        ),
        ("", []),
    ):
        files = {"sources/report.yml": f"{record}{coverage}passages: {passages}\n"}
        corpus, _ = loaded(tmp_path / (coverage and "complete"), files)
        found = [one for one in check(corpus) if one.code is Code.PARAGRAPH_UNACCOUNTED]
        assert sorted(one.message.partition(" has nothing ")[2] for one in found) == sorted(expected)
        assert all("coverage: complete away" in one.hint for one in found)
