"""Long lists by month and by note, and the way from one record of an index to the next."""

from collections.abc import Sequence

import pytest
from dateline.ground.dates import parse
from dateline.pages.shared.lists import Neighbours, by_month, by_note, is_short, month_in_words, month_of, steps
from dateline.pages.shared.views import Link
from hypothesis import given
from hypothesis import strategies as st

DATES = st.one_of(
    st.dates().map(str),
    st.dates().map(lambda day: str(day)[:7]),
    st.integers(1000, 2100).map(str),
    st.sampled_from(
        [
            "201X",
            "20XX",
            "2031-05-01/2031-06",
            "[2031-05-01,2031-06-02]",
            "../2031",
            "[..2031]",
            "[2031-05-30..2031-05-31]",
        ]
    ),
)


def link(number: int, note: str = "") -> Link:
    return Link(f"Number {number}", f"numbers/{number}/", note)


@given(st.lists(DATES, max_size=40))
def test_each_item_stands_in_one_month_and_what_has_none_comes_last(dates: list[str]) -> None:
    rows = list(enumerate(dates))
    parts = by_month(((parse(when), (number, when)) for number, when in rows), "said")
    assert sorted(row for part in parts for row in part.items) == rows
    assert len({part.anchor for part in parts}) == len({part.name for part in parts}) == len(parts)
    assert {part.open for part in parts} <= {is_short(len(rows))}
    for part in parts:
        assert part.items == tuple(sorted(part.items))
        assert {part.anchor for _, when in part.items} == {
            f"_said-{month_of(parse(when)) or 'undated'}" for _, when in part.items
        }
    months = [part.anchor.removeprefix("_said-") for part in parts]
    dated = [month for month in months if month != "undated"]
    assert dated == sorted(dated)
    assert months[len(dated) :] in ([], ["undated"])


@pytest.mark.parametrize(
    "when, month, name",
    [
        ("2017-11-17", "2017-11", "November 2017"),
        ("2017-11", "2017-11", "November 2017"),
        ("2017", "2017", "Some time in 2017"),
        ("2031-05-01/2031-06", "2031-05", "May 2031"),
        ("[..2031]", "", "At no certain time"),
    ],
)
def test_a_month_is_called_as_people_call_it(when: str, month: str, name: str) -> None:
    assert month_of(parse(when)) == month
    assert month_in_words(month) == name


@given(st.lists(st.sampled_from(["a", "b", "c", ""]), max_size=30))
def test_links_by_note_keep_the_order_in_which_notes_first_occur(notes: list[str]) -> None:
    links = [link(number, note) for number, note in enumerate(notes)]
    parts = by_note(links, "n")
    assert [part.name for part in parts] == list(dict.fromkeys(notes))
    assert all([one.note for one in part.items] == [part.name] * len(part.items) for part in parts)
    assert sorted(one.text for part in parts for one in part.items) == sorted(one.text for one in links)
    assert [part.anchor for part in parts] == [f"_n-{number}" for number in range(1, len(parts) + 1)]


@given(st.lists(st.integers(), unique=True, max_size=12))
def test_steps_lead_through_the_whole_index_and_back(numbers: Sequence[int]) -> None:
    links = [link(number) for number in numbers]
    found = steps(links)
    assert list(found) == [one.address for one in links]
    onward, current = [], links[0] if links else None
    while current is not None:
        onward.append(current)
        following = found[current.address].next
        assert following is None or found[following.address].previous == current
        current = following
    assert onward == links
    if len(links) == 1:
        assert found[links[0].address] == Neighbours(None, None)


@pytest.mark.parametrize(
    "months, named",
    [
        (("2031-01", "2031-01", "2031-03", "2031-03"), True),
        (("2031-01", "2031-02", "2031-03"), False),
        (("2031-01", "2031-01", "2031-03"), False),
        (tuple(f"20{year}-05" for year in range(10, 40)), True),  # folded, and told by their names alone
    ],
)
def test_months_are_named_only_where_a_name_is_shorter_than_its_rows(months: tuple[str, ...], *, named: bool) -> None:
    assert {part.named for part in by_month([(parse(month), month) for month in months], "did")} == {named}
