"""What pages need to be read at a glance: lists in parts, neighbours, the pages above, short addresses."""

from itertools import pairwise

import pytest
from dateline.ground.dates import parse
from dateline.pages.shared.lists import by_month, by_note, steps
from dateline.pages.shared.trail import trail
from dateline.pages.shared.views import Link
from dateline.pages.wording.web_addresses import short_address
from hypothesis import given
from hypothesis import strategies as st


def test_a_list_is_cut_by_month_in_order_and_what_has_no_month_comes_last() -> None:
    dated = [
        (parse(text), text)
        for text in ("2017-12-01", "2017-11-30", "2017", "2017-11-02/..", "2017-11", "201X", "[2017-11-02..]")
    ]
    parts = by_month(dated, "did")
    assert [(part.name, part.anchor, part.items) for part in parts] == [
        ("Some time in 2017", "_did-2017", ("2017",)),
        ("November 2017", "_did-2017-11", ("2017-11-30", "2017-11-02/..", "2017-11")),
        ("December 2017", "_did-2017-12", ("2017-12-01",)),
        ("Some time in the 2010s", "_did-201x", ("201X",)),
        ("At no certain time", "_did-undated", ("[2017-11-02..]",)),
    ]


@pytest.mark.parametrize("count, is_open", [(1, True), (15, True), (16, False)])
def test_a_list_longer_than_fifteen_rows_is_folded(count: int, is_open: bool) -> None:  # noqa: FBT001 - a parameter
    (part,) = by_month([(parse("2017-11-17"), row) for row in range(count)], "did")
    assert part.open is is_open
    (noted,) = by_note([Link("A question", f"disputes/{row}/", "Open") for row in range(count)], "disputes")
    assert noted.open is is_open


@given(st.lists(st.integers(), unique=True))
def test_each_step_forward_is_a_step_back_from_the_next(numbers: list[int]) -> None:
    links = [Link(str(number), f"actors/{number}/") for number in numbers]
    found = steps(links)
    assert [found[link.address].previous for link in links[:1]] == [None] * len(links[:1])
    assert [found[link.address].next for link in links[-1:]] == [None] * len(links[-1:])
    for before, after in pairwise(links):
        assert found[before.address].next == after
        assert found[after.address].previous == before


LISTED = {"y2017", "m2017-11"}


@pytest.mark.parametrize(
    "address, above",
    [
        ("", []),
        ("method/", [""]),
        ("days/", [""]),
        ("actors/isis/", ["", "actors/"]),
        ("days/2017-11-17/", ["", "days/", "days/#y2017", "days/#m2017-11"]),
        ("days/2017-11/", ["", "days/", "days/#y2017"]),
        ("days/2017/", ["", "days/"]),
        ("days/2018-01-02/", ["", "days/"]),
        ("days/undated/", ["", "days/"]),
        ("days/open/", ["", "days/"]),
        ("days/1xxx/", ["", "days/"]),
    ],
)
def test_the_pages_above_a_page_are_those_that_exist(address: str, above: list[str]) -> None:
    assert [link.address for link in trail(address, LISTED)] == above


@pytest.mark.parametrize(
    "url, short",
    [
        ("https://www.example.org/", "example.org"),
        ("https://example.org/a/b", "example.org/a/b"),
        ("https://example.org/%D8%AF%D9%8A%D8%B1", "example.org/دير"),
        ("https://example.org/%FF%FE", "example.org/%FF%FE"),
        ("https://example.org/a%E2%80%AEb%20c", "example.org/a%E2%80%AEb%20c"),
        ("https://user@example.org/?p=1", "example.org?p=1"),
        (
            "https://example.org/2017/11/17/" + "word-" * 12,
            "example.org/…/word-word-word-word-word-word-word-word-word-w…",
        ),
    ],
)
def test_an_address_is_shown_decoded_and_short(url: str, short: str) -> None:
    assert short_address(url) == short


@given(st.text(alphabet=st.characters(codec="utf-8")))
def test_a_short_address_never_turns_the_order_of_what_stands_around_it(path: str) -> None:
    from urllib.parse import quote  # noqa: PLC0415 - only here

    shown = short_address(f"https://example.org/{quote(path, safe='/')}")
    assert shown.isprintable()
    assert shown.startswith("example.org")
    assert len(shown) <= 62
