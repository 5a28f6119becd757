"""Where a page stands, from when to when things are, how long nobody reported, and how pages say what they are."""

from typing import Final

import pytest
from chronologies import edition_of
from dateline.ground.dates import parse
from dateline.ground.languages import ENGLISH
from dateline.pages.shared.budgets import chunks, of_parts
from dateline.pages.shared.extent import dates_in_words, extent_in_words, extent_of_all
from dateline.pages.shared.life import unreported
from dateline.pages.shared.lists import by_month, by_note, is_short, month_in_words, month_of, steps
from dateline.pages.shared.trail import anchor_of, anchors_of_days, trail
from dateline.pages.shared.views import Link
from dateline.pages.wording.bodies import kind_message
from dateline.pages.wording.descriptions import of_actor, of_events, of_part, of_place, of_prose
from dateline.pages.wording.shortening import shortened, size_in_html, size_in_shown_html
from dateline.records.types import Actor
from hypothesis import given
from hypothesis import strategies as st
from in_memory import MASTHEAD, record_of, version_of

LISTED: Final = frozenset({"y2017", "m2017-11", "m2017-12"})


def above(address: str, whole: Link | None = None) -> list[str]:
    return [link.address for link in trail(address, LISTED, whole)]


# --- trails ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "address, addresses",
    [
        ("", []),
        ("days/", [""]),
        ("method/", [""]),
        ("days/2017-11-17/", ["", "days/", "days/#y2017", "days/#m2017-11"]),
        ("days/2017-11/", ["", "days/", "days/#y2017"]),
        ("days/2017/", ["", "days/"]),
        ("days/201x/", ["", "days/"]),
        ("days/open/", ["", "days/"]),
        ("days/2017-10-17/", ["", "days/", "days/#y2017"]),
        ("days/2018-11-17/", ["", "days/"]),
        ("sources/gazette/", ["", "sources/"]),
        ("changes/", [""]),
        ("data/unknown/", [""]),
        ("nowhere/at/all/", [""]),
    ],
)
def test_above_a_page_stand_home_its_section_and_of_a_day_its_year_and_month_where_they_are_listed(
    address: str, addresses: list[str]
) -> None:
    assert above(address) == addresses


def test_above_a_part_stands_the_whole_with_all_that_is_above_it() -> None:
    whole = Link("17 November 2017", "days/2017-11-17/")
    assert above("days/2017-11-17/part-2/", whole) == [*above("days/2017-11-17/"), "days/2017-11-17/"]
    assert above("sources/2017/", Link("Sources", "sources/")) == ["", "sources/"]


def test_the_names_of_a_trail_are_those_of_pages_and_times() -> None:
    assert [link.text for link in trail("days/2017-11-17/", LISTED)] == ["Home", "Days", "2017", "November"]


def test_the_index_of_days_has_an_anchor_for_each_year_and_each_month_of_which_something_is_told() -> None:
    found = edition_of(["2017-11-17", "2018-02", "1950", "201X", "[1850..2050]"])
    assert found.derived(anchors_of_days) == {"y2017", "m2017-11", "y2018", "m2018-02", "y1950", "y201x"}
    assert [anchor_of(period) for period in ("2017-11", "2017", "201x")] == ["m2017-11", "y2017", "y201x"]


# --- extents ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "dates, told",
    [
        ([], ""),
        (["2017-11-17"], "17 November 2017"),
        (["2017-11-17", "2017-11-19"], "17 November 2017 to 19 November 2017"),
        (["2017-11-19", "2017-11-17"], "17 November 2017 to 19 November 2017"),
        (["2017-11-17", "2018-06"], "17 November 2017 to June 2018"),
        (["2017-11-17", "2018"], "2017 to 2018"),
        (["2017", "2017-11-17"], "2017"),
        (["2017-11-17/2018-01-02"], "17 November 2017 to 2 January 2018"),
        (["2017-11-17/.."], "17 November 2017, and going on"),
        (["{2017-11-17,2017-11-20}"], "17 November 2017 to 20 November 2017"),
        (["XXXX-01-05"], ""),
    ],
)
def test_a_chronology_is_from_its_first_event_to_its_last_neither_told_better_than_it_is_known(
    dates: list[str], told: str
) -> None:
    assert extent_in_words(edition_of(dates)) == told


def test_what_is_open_goes_on_only_where_it_has_begun() -> None:
    assert edition_of(["2017-11-17/.."]).derived(extent_of_all).goes_on
    assert not edition_of(["../2017-11-17"]).derived(extent_of_all).goes_on
    assert not edition_of(["[2017-11-17..]"]).derived(extent_of_all).goes_on


@pytest.mark.parametrize(
    "dates, told",
    [
        (["2017-11-17"], "17 November 2017"),
        (["2017-11-17", "2017-11-17"], "17 November 2017"),
        (["2017-11-17", "2017-11-19"], "17 to 19 November 2017"),
        (["2017-11-20", "2018-01"], "20 November 2017 to January 2018"),
        (["2017-11", "2017-11-20"], "November 2017"),
        (["2017-11-20", "2017"], "2017"),
        (["2017-11-20", "2017-11-22/.."], "from 20 November 2017"),
        (["../2017-11-20", "2017-11-22"], "until 22 November 2017"),
        (["../2017-11-20", "2017-11-22/.."], ""),
        (["2017-11~"], "about November 2017"),
    ],
)
def test_several_dates_are_told_from_the_first_to_the_last_and_no_end_better_than_the_date_that_has_it(
    dates: list[str], told: str
) -> None:
    assert dates_in_words([parse(when) for when in dates]) == told


@pytest.mark.parametrize(
    "days, told",
    [
        (0, ""),
        (1, "1 day without a report"),
        (99, "99 days without a report"),
        (100, "over 3 months without a report"),
        (730, "over 23 months without a report"),
        (731, "over 2 years without a report"),
        (3700, "over 10 years without a report"),
    ],
)
def test_a_silence_is_told_in_a_unit_that_a_person_counts_in_and_never_longer_than_it_was(days: int, told: str) -> None:
    assert unreported(days, ENGLISH) == told


# --- lists -----------------------------------------------------------------------------------------------------------


def test_rows_stand_by_the_month_in_which_they_begin_and_what_has_none_stands_last() -> None:
    dates = ["2017-12-01", "XXXX-01-05", "2017-11-17/2018-01-02", "2017-11", "2017"]
    parts = by_month([(parse(when), when) for when in dates], "events")
    assert [(part.name, part.anchor, part.items) for part in parts] == [
        ("Some time in 2017", "_events-2017", ("2017",)),
        ("November 2017", "_events-2017-11", ("2017-11-17/2018-01-02", "2017-11")),
        ("December 2017", "_events-2017-12", ("2017-12-01",)),
        ("At no certain time", "_events-undated", ("XXXX-01-05",)),
    ]
    assert all(part.open for part in parts)


@pytest.mark.parametrize("rows, months, named", [(2, 1, True), (3, 2, False), (4, 2, True), (16, 16, True)])
def test_months_are_named_where_they_have_two_rows_on_average_or_are_folded(
    rows: int, months: int, *, named: bool
) -> None:
    dated = [(parse(f"20{number % months + 10}-01"), number) for number in range(rows)]
    parts = by_month(dated, "x")
    assert {part.named for part in parts} == {named}
    assert {part.open for part in parts} == {is_short(rows)}


def test_a_list_of_fifteen_rows_is_open_and_one_of_sixteen_is_folded() -> None:
    assert [is_short(count) for count in (0, 15, 16)] == [True, True, False]


def test_links_stand_by_their_notes_in_the_order_in_which_those_come_up() -> None:
    parts = by_note([Link("a", "1", "host"), Link("b", "2", "guest"), Link("c", "3", "host")], "roles")
    assert [(part.name, part.anchor, [link.text for link in part.items]) for part in parts] == [
        ("host", "_roles-1", ["a", "c"]),
        ("guest", "_roles-2", ["b"]),
    ]


def test_the_neighbours_of_a_record_are_those_beside_it_and_the_ends_have_one() -> None:
    one, two, three = links = [Link(name, f"{name}/") for name in "abc"]
    found = steps(links)
    assert [(step.previous, step.next) for step in found.values()] == [(None, two), (one, three), (two, None)]
    assert steps([]) == {}
    assert (steps([one])["a/"].previous, steps([one])["a/"].next) == (None, None)


@pytest.mark.parametrize(
    "when, month, words",
    [
        ("2017-11-17", "2017-11", "November 2017"),
        ("2017-11", "2017-11", "November 2017"),
        ("2017", "2017", "Some time in 2017"),
        ("201X", "201x", "Some time in the 2010s"),
        ("XXXX-01-05", "", "At no certain time"),
    ],
)
def test_the_month_of_a_date_is_as_certain_as_the_date(when: str, month: str, words: str) -> None:
    assert month_of(parse(when)) == month
    assert month_in_words(month) == words


@pytest.mark.parametrize(
    "weights, budget, found",
    [([], 3, [()]), ([1, 1, 1, 1], 3, [(1, 1, 1), (1,)]), ([2, 2], 3, [(2,), (2,)]), ([9, 1, 2], 3, [(9,), (1, 2)])],
)
def test_a_chunk_is_as_full_as_it_may_be_and_what_is_too_heavy_stands_alone(
    weights: list[int], budget: int, found: list[tuple[int, ...]]
) -> None:
    assert chunks(weights, lambda weight: weight, budget) == found


def test_a_part_says_which_it_is_of_how_many() -> None:
    assert of_parts("Title", 1, 1) == "Title"
    assert of_parts("Title", 2, 3) == "Title, part 2 of 3"


# --- descriptions ----------------------------------------------------------------------------------------------------


@given(st.lists(st.text("abc", min_size=1, max_size=90), max_size=9))
def test_a_day_is_described_by_as_many_of_its_events_as_fit_and_the_number_of_the_others(events: list[str]) -> None:
    told = of_events("The well", "17 November 2017", events)
    assert told.startswith("The well, 17 November 2017: ")
    assert told.endswith(".")
    shown = told.removeprefix("The well, 17 November 2017: ").removesuffix(".").split("; ")
    if events and " more event" in shown[-1]:
        left = int("".join(filter(str.isdigit, shown[-1])))
        assert shown[:-1] == events[: len(events) - left]
        assert left >= 1
        assert (" more events" in shown[-1]) == (left > 1)
        assert len("; ".join(shown[:-1])) + len(events[len(shown) - 1]) + 28 > 220
    elif events:
        assert shown == events


@pytest.mark.parametrize(
    "counts, told",
    [
        ((1, 1, 1), "Ann (person) in The well: part in 1 event, heard in 1 report, 1 dispute."),
        ((2, 0, 0), "Ann (person) in The well: part in 2 events."),
        ((0, 3, 2), "Ann (person) in The well: heard in 3 reports, 2 disputes."),
        ((0, 0, 0), "Ann (person) in The well."),
    ],
)
def test_an_actor_is_described_by_what_there_is_of_it_and_by_no_zero(counts: tuple[int, int, int], told: str) -> None:
    assert of_actor("The well", "Ann", "Person", counts) == told


def test_a_place_and_a_further_page_are_described_by_their_counts() -> None:
    assert of_place("The well", "Lindwell", "Village", (1, 2, 0)) == (
        "Lindwell (village) in The well: 1 event, 2 claims about who held it."
    )
    assert of_part("The well", "Ann", 1) == "Ann in The well: 1 entry."


@given(st.lists(st.text("abc", min_size=1, max_size=12), min_size=1, max_size=60).map(" ".join))
def test_prose_is_described_by_its_beginning_cut_between_words(body: str) -> None:
    told = of_prose("Title", body)
    assert len(told) <= 221
    assert body.startswith(told.removesuffix("…"))
    if told.endswith("…"):
        assert body[len(told) - 1] == " "


def test_prose_without_words_is_described_by_its_title() -> None:
    assert of_prose("Title", "") == "Title"


@given(st.text(max_size=40), st.integers(3, 60), st.sampled_from([size_in_html, size_in_shown_html, len]))
def test_a_shortened_text_takes_no_more_room_than_it_may_and_is_a_beginning(text: str, most: int, size: object) -> None:
    assert callable(size)
    short = shortened(text, most, size)
    assert size(short) <= most
    assert short == text or text.startswith(short.removesuffix("…"))
    if size(text) <= most:
        assert short == text


@pytest.mark.parametrize(
    "keys, vocabulary, message",
    [
        ("kind: media", "", "A medium."),
        ("kind: unit\npart_of: [{actor: council}]", "", "A unit of %(bodies)s."),
        ("kind: parish", "actor_kinds: {parish: {label: Parish, like: organisation}}", "%(kind)s."),
        (
            "kind: parish\npart_of: [{actor: council}]",
            "actor_kinds: {parish: {label: Parish, like: organisation}}",
            "%(kind)s, part of %(bodies)s.",
        ),
        ("kind: media", "actor_kinds: {media: {label: Press}}", "%(kind)s."),
        ("kind: media", "actor_kinds: {media: {description: Newspapers.}}", "A medium."),
    ],
)
def test_what_kind_of_body_an_actor_is_is_told_in_our_words_unless_the_chronology_has_its_own(
    keys: str, vocabulary: str, message: str
) -> None:
    masthead = version_of({"chronology.yml": f"{MASTHEAD}  {vocabulary}\n"}).published.masthead
    actor = record_of("actors/one", f"name: One\n{keys}\n")
    assert isinstance(actor, Actor)
    assert kind_message(masthead, actor) == message
