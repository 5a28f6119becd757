"""Places in sources: what is one, what is told of what is none, and that each scheme has a total order."""

from typing import get_args

import pytest
from dateline.ground.places_as_typed import clock, tidy
from dateline.ground.schemes import (
    EXAMPLES,
    Scheme,
    guessed,
    lies_in,
    misplaced,
    same_place,
    seconds,
    sides,
    spot_order,
)
from hypothesis import given
from hypothesis import strategies as st

LIKE_A_FOLIO = 'write it like "12r", and what runs from one to another as "a..b"'
COUNTED = [scheme for scheme in get_args(Scheme) if scheme != "paragraph"]


@pytest.mark.parametrize(
    "scheme, at",
    [
        ("page", "4-27"),
        ("page", "iv"),
        ("page", "XII"),
        ("page", "A-3"),
        ("page", "12a"),
        ("page", "12A"),
        ("page", "12 bis"),
        ("page", "SMITH_000123"),
        ("page", "4-27..29"),
        ("page", "A-3..5"),
        ("page", "vi..12"),
        ("page-line", "7574:12"),
        ("page-line", "7574:12..25"),
        ("page-line", "7574:12..7575:3"),
        ("section", "3.2(a)"),
        ("section", "Annex B"),
        ("section", "Article 5..7"),
        ("section", "Chapter 4"),
        ("time", "00:12:31"),
        ("time", "055:55:20"),
        ("time", "12:31"),
        ("time", "00:12:31.5..00:12:58"),
        ("verse", "2.47.3"),
        ("verse", "2.47.3..5"),
        ("verse", "327a"),
        ("verse", "John 3:16"),
        ("verse", "1 Kings 2:3"),
        ("verse", "1Kgs 2:3"),
        ("verse", "D. 1.1.1 pr."),
        ("folio", "12r"),
        ("folio", "12vb"),
        ("folio", "12bis r"),
        ("folio", "ii v"),
        ("folio", "A4r"),
        ("folio", "sig. F2v"),
        ("item", "exhibit 7"),
        ("whole", "whole"),
    ],
)
def test_places_of_every_scheme_may_stand(scheme: Scheme, at: str) -> None:
    assert misplaced(scheme, at) is None


@pytest.mark.parametrize(
    "scheme, at, hint",
    [
        ("page", "p. 12", 'write "12"'),
        ("page", "pp. 4–6", 'write "4..6"'),
        ("page", "vi-vii", 'write "vi..vii"'),
        ("page", "twelve", 'write it like "4-27", and what runs from one to another as "a..b"'),
        ("page", "9..7", 'write "7..9", or correct one of the two'),
        ("page", "9..9", 'write "9"'),
        ("page", "P12", 'write "12"'),
        ("page", "pp12..13", 'write "12..13"'),
        ("page", "S. 12", 'write "12"'),
        ("page", "[12]", 'write "12"'),
        ("page", "XIV-XVI", 'write "XIV..XVI"'),
        ("page", "12 and 15", 'cite each of them by itself: "12", "15"'),
        ("page", "12ff.", 'say where it ends, as "a..b"'),
        ("page", "12-", 'say where it ends, as "a..b"'),
        ("page", "312..15", 'write "312..315"'),
        ("page", "Bd. 3, S. 17", "write \"17\", and 'Bd. 3' as volume or identifier of the source"),
        ("page", "III, 17", "write \"17\", and 'III' as volume or identifier of the source"),
        ("page", "ECF No. 31 at 4", "write \"4\", and 'ECF No. 31' as volume or identifier of the source"),
        ("page", "3:17", 'write "3"; or, with lines, say locators: page-line and write "3:17"'),
        ("folio", "membrane 3", f"{LIKE_A_FOLIO}; what is counted otherwise says locators: item"),
        ("page-line", "34:12, 15", 'cite each of them by itself: "34:12", "34:15"'),
        ("page-line", "34:12, 35:4-6", 'cite each of them by itself: "34:12", "35:4..6"'),
        ("page-line", "Smith Dep. 34:12", "write \"34:12\", and 'Smith Dep.' as volume or identifier of the source"),
        ("time", "24:10, 30:00", 'cite each of them by itself: "00:24:10", "00:30:00"'),
        (
            "time",
            "01:00:24:10",
            'write "01:00:24" where the last number is a frame, or "24:24:10" where the first is a day',
        ),
        ("time", "reel 2, 12:31", "write \"00:12:31\", and 'reel 2' as volume or identifier of the source"),
        ("time", "24:60", 'write it like "00:12:31", and what runs from one to another as "00:12:31..00:12:58"'),
        ("verse", "John 3:16, 18", 'cite each of them by itself: "John 3:16", "John 3:18"'),
        ("verse", "2.47.3, 5", 'cite each of them by itself: "2.47.3", "2.47.5"'),
        ("folio", "12r, l. 5", 'write "12r" without the line'),
        ("folio", "MS Add. 12, fol. 12r", "write \"12r\", and 'MS Add. 12' as volume or identifier of the source"),
        ("page-line", "7574/12", 'write "7574:12"'),
        ("page-line", "7574.12", 'write "7574:12"'),
        ("page-line", "Tr. 7574:12-25", 'write "7574:12..25"'),
        ("page-line", "7574:12-7575:3", 'write "7574:12..7575:3"'),
        ("page-line", "page 7574 line 12 to page 7575 line 3", 'write "7574:12..7575:3"'),
        ("page-line", "7574:12, 7574:20", 'cite each of them by itself: "7574:12", "7574:20"'),
        ("page-line", "7574:0", 'write it like "7574:12", and what runs from one to another as "7574:12..25"'),
        ("time", "00:12:31 --> 00:12:58", 'write "00:12:31..00:12:58"'),
        ("time", "t=751", 'write "00:12:31"'),
        ("time", "GET 055:55:20", 'write "055:55:20"'),
        ("time", "1:2:3", 'write "01:02:03"'),
        ("time", "12'31\"", 'write "00:12:31"'),
        ("verse", "book 2 chapter 47", 'write "2.47"'),
        ("verse", "2 47 3", 'write "2.47.3"'),
        ("verse", "327a-c", 'write "327a..327c"'),
        ("folio", "r12", 'write "12r"'),
        ("folio", "fo 12v", 'write "12v"'),
        ("page", "iiii", 'write it like "4-27", and what runs from one to another as "a..b"'),
        ("page-line", "p. 7574, l. 12", 'write "7574:12"'),
        ("page-line", "7574", 'write it like "7574:12", and what runs from one to another as "7574:12..25"'),
        ("page-line", "7574:25..12", 'write "7574:12..7574:25", or correct one of the two'),
        ("page-line", "1365a31", 'write "1365a:31"'),
        ("page-line", "1365a31..33", 'write "1365a:31..33"'),
        ("page-line", "1365a31 ff.", 'say where it ends, as "7574:12..25"'),
        ("page-line", "Rhet. 1365a31-33", 'write "1365a:31..33"'),
        ("page-line", "1.7.34, 1365a31-33", 'write "1365a:31..33"'),
        ("page-line", "1365a30..b2", 'write "1365a:30..1365b:2"'),
        ("page", "1365a31-33", 'write "1365a"; or, with lines, say locators: page-line and write "1365a:31..33"'),
        (
            "page",
            "7574:12..7575:3",
            'write "7574..7575"; or, with lines, say locators: page-line and write "7574:12..7575:3"',
        ),
        ("verse", "1365a 31", 'write "1365a31"'),
        ("verse", "1365a30-b2", 'write "1365a30..1365b2"'),
        ("verse", "1.7.34, 1365a31", 'cite each of them by itself: "1.7.34", "1365a31"'),
        ("section", "§ 3.2", 'write "3.2"'),
        ("time", "24m10s", 'write "00:24:10"'),
        ("time", "1h2m3s", 'write "01:02:03"'),
        ("time", "75:10", 'write "01:15:10"'),
        ("time", "751", 'write "00:12:31"'),
        ("time", "00.12.31", 'write "00:12:31"'),
        ("time", "00:61:00", 'write it like "00:12:31", and what runs from one to another as "00:12:31..00:12:58"'),
        ("time", "00:00:10 to 00:00:20", 'write "00:00:10..00:00:20"'),
        ("verse", "two", 'write it like "2.47.3", and what runs from one to another as "a..b"'),
        ("folio", "fol. 12r", 'write "12r"'),
        ("folio", "12x", 'write it like "12r", and what runs from one to another as "a..b"'),
        ("whole", "7", "write whole; what has parts says in locators how they are counted"),
        ("paragraph", "7", "say in locators how the source is counted"),
    ],
)
def test_what_is_no_place_is_told_with_what_to_write(scheme: Scheme, at: str, hint: str) -> None:
    found = misplaced(scheme, at)
    assert found is not None
    assert found.hint == hint
    if hint.startswith('write "') and hint.endswith('"') and "; or" not in hint:
        assert misplaced(scheme, hint.removeprefix('write "').removesuffix('"')) is None


@pytest.mark.parametrize(
    "scheme, ordered",
    [
        ("page", ["iv", "ix", "4", "4-3", "4-27", "4-27..4-29", "12", "12a", "A-3", "A-12"]),
        ("page-line", ["9:30", "10:2", "10:2..5", "10:12", "1365a:4", "1365a:31..33", "1365b:2", "1411a:1..4"]),
        ("section", ["3.2", "3.10", "12", "Annex B"]),
        ("time", ["00:59", "01:00:00", "01:00:00.5", "10:00:00", "100:00:00"]),
        ("verse", ["2.5", "2.47.3", "2.47.3..5", "2.100", "Genesis 1:1", "John 3:16"]),
        ("verse", ["Hdt. I 2", "Hdt. VII 139", "Hdt. IX 3"]),
        ("folio", ["ii v", "2v", "12r", "12ra", "12rb", "12v", "12bis r", "13r", "A4r"]),
        ("item", ["المادة ٢", "المادة ١٠"]),
        ("item", ["exhibit 7", "exhibit 12", "letter 3"]),
    ],
)
def test_places_stand_in_the_order_of_their_source(scheme: Scheme, ordered: list[str]) -> None:
    assert sorted(sorted(ordered), key=lambda at: spot_order(scheme, at)) == ordered


PLACES = st.text(alphabet="0123456789:.-ivxlABrv ", min_size=1, max_size=9)


@given(st.sampled_from(COUNTED), PLACES, PLACES, PLACES)
def test_the_order_is_total_and_tells_two_texts_apart(scheme: Scheme, one: str, two: str, three: str) -> None:
    keys = sorted(spot_order(scheme, at) for at in (one, two, three))
    assert keys[0] <= keys[1] <= keys[2]
    assert (spot_order(scheme, one) == spot_order(scheme, two)) == (one == two)


@given(st.sampled_from(COUNTED), PLACES)
def test_whatever_is_typed_is_a_place_or_told_and_never_raises(scheme: Scheme, at: str) -> None:
    found = misplaced(scheme, at)
    assert found is None or found.hint
    assert same_place(scheme, at, at)


@pytest.mark.parametrize(
    "scheme, at, instead",
    [
        ("page", "pp. 12-15", "12..15"),
        ("page", "p. 12-15", "12-15"),
        ("page", "12 f.", "12..13"),
        ("page-line", "7574:12-25", "7574:12..25"),
        ("page-line", "A-3:12", "A-3:12"),
        ("page-line", "1365a:31..33", "1365a:31..33"),
        ("page-line", "1365 a 31", "1365a:31"),
        ("page-line", "1365a, lines 31 to 33", "1365a:31..33"),
        ("page-line", "1365a31f.", "1365a:31..32"),
        ("page-line", "1365a30-1365b2", "1365a:30..1365b:2"),
        ("time", "12:31-12:58", "00:12:31..00:12:58"),
        ("time", "00:12:31,500", "00:12:31.500"),
        ("time", "GET 02:07:55:20", "55:55:20"),
        ("time", "04 06 45 40", "102:45:40"),
        ("time", "[24:10]", "00:24:10"),
        ("time", "?t=1450s", "00:24:10"),
        ("time", "PT1H2M3S", "01:02:03"),
        ("time", "1h02", "01:02:00"),
        ("time", "min. 24", "00:24:00"),
        ("time", "from 24:10 to 24:40", "00:24:10..00:24:40"),
        ("time", "24:10-40", "00:24:10..00:24:40"),
        ("time", "24:10 min", "00:24:10"),
        ("time", "٢٤:١٠", "00:24:10"),
        ("time", "24：10", "00:24:10"),
        ("page", "с. 12", "12"),
        ("page", "ص 12", "12"),
        ("page", "第12頁", "12"),
        ("page", "pág. 12", "12"),
        ("page", "s. 12", "12"),
        ("page", "१२", "12"),
        ("page", "312–15", "312..315"),
        ("page", "pp. 312-15", "312..315"),
        ("page", "p. 12 - p. 15", "12..15"),
        ("page", "p12-p15", "12..15"),
        ("page", "A3-A5", "A3..A5"),
        ("page", "p. 12 of 40", "12"),
        ("page", "[p. 12]", "12"),
        ("page-line", "S. 34, Z. 12-15", "34:12..15"),
        ("page-line", "p. 34, ligne 12", "34:12"),
        ("page-line", "34, 12-15", "34:12..15"),
        ("page-line", "34: 12", "34:12"),
        ("section", "§§ 3-5", "3..5"),
        ("section", "¶ 12", "para. 12"),
        ("section", "[12]-[15]", "para. 12..15"),
        ("verse", "Qur'an 2:255-257", "Qur'an 2:255..257"),
        ("verse", "2,47,3", "2.47.3"),
        ("verse", "II.47.3", "2.47.3"),
        ("verse", "514a1-4", "514a1..4"),
        ("verse", "514a1-b2", "514a1..514b2"),
        ("verse", "Rep. 514 a 1-4", "Rep. 514a1..4"),
        ("verse", "p. 514a line 1", "514a1"),
        ("verse", "514a1f.", "514a1..2"),
        ("verse", "Plat. Rep. 514a-c", "Plat. Rep. 514a..514c"),
        ("verse", "514 A", "514a"),
        ("verse", "Hdt. VII.139.2", "Hdt. 7.139.2"),
        ("verse", "Hdt. vii. 139. 2", "Hdt. 7.139.2"),
        ("verse", "VII 139, 2", "7.139.2"),
        ("verse", "Hamlet III.i.56", "Hamlet 3.1.56"),
        ("verse", "Hamlet, Act 3, Scene 1, line 56", "Hamlet 3.1.56"),
        ("verse", "Ps XXIII", "Ps 23"),
        ("verse", "Gn 1,1-2,4a", "Gn 1.1..2.4a"),
        ("verse", "Ch. 3 v. 16", "3.16"),
        ("verse", "2.47 f.", "2.47..48"),
        ("verse", "Mi 5,2", "Mi 5.2"),
        ("verse", "D. 1,1", "D. 1.1"),
        ("folio", "12 recto", "12r"),
        ("folio", "12R", "12r"),
        ("folio", "12r-v", "12r..12v"),
        ("folio", "fol. 12r-13v", "12r..13v"),
        ("folio", "fols. 12r–13v", "12r..13v"),
        ("folio", "f12r", "12r"),
        ("folio", "12ʳ–13ᵛ", "12r..13v"),
        ("folio", "12 v°", "12v"),
        ("folio", "12rv", "12r..12v"),
        ("folio", "12r, col. a", "12ra"),
        ("folio", "Bl. 12 Rs.", "12v"),
        ("folio", "л. 12 об.", "12v"),
        ("folio", "cc. 12r-13v", "12r..13v"),
        ("folio", "iiv", "ii v"),
    ],
)
def test_a_place_as_books_write_it_is_told_as_it_is_written_here(scheme: Scheme, at: str, instead: str) -> None:
    assert tidy(scheme, at) == instead
    told = misplaced(scheme, at)
    assert told is None if at == instead else told is None or told.hint == f'write "{instead}"'


def test_plato_and_aristotle_are_cited_by_page_letter_and_line() -> None:
    ordered = ["327a", "327a1", "327a2", "327a12", "327b1", "514a", "1094a18"]
    assert [misplaced("verse", at) for at in ordered] == [None] * len(ordered)
    backwards = ordered[::-1]
    assert sorted(backwards, key=lambda at: spot_order("verse", at)) == ordered


@pytest.mark.parametrize("scheme", EXAMPLES)
def test_every_example_is_a_place_of_its_scheme(scheme: Scheme) -> None:
    assert misplaced(scheme, EXAMPLES[scheme]) is None


@pytest.mark.parametrize(
    "scheme, at, both",
    [
        ("page", "4-27", ("4-27", None)),
        ("page-line", "7574:12..25", ("7574:12", "7574:25")),
        ("page-line", "7574:12..7575:3", ("7574:12", "7575:3")),
        ("verse", "2.47.3..5", ("2.47.3", "2.47.5")),
        ("verse", "2.47.3..48.1", ("2.47.3", "2.48.1")),
        ("verse", "John 3:16..18", ("John 3:16", "John 3:18")),
        ("verse", "2.47..two", ("2.47", "two")),
    ],
)
def test_both_ends_of_a_range_are_given_in_full(scheme: Scheme, at: str, both: tuple[str, str | None]) -> None:
    assert sides(scheme, at) == both


def test_one_place_is_known_however_it_is_written() -> None:
    assert same_place("time", "12:31", "00:12:31")
    assert same_place("page-line", "7574:12..25", "7574:12..7574:25")
    assert same_place("page", "a-3", "A-3")
    assert not same_place("page", "4-27", "4-28")
    assert not same_place("page", "4-27", "4-27..4-28")


@pytest.mark.parametrize(
    "scheme, at, within, is_in",
    [
        ("page", "4-28", "4-27..4-29", True),
        ("page", "4-30", "4-27..4-29", False),
        ("page-line", "7574:14..20", "7574:12..25", True),
        ("page-line", "7574:14..30", "7574:12..25", False),
        ("time", "00:12:40", "00:12:31..00:12:58", True),
        ("item", "exhibit 7", "exhibit 6..exhibit 8", False),
        ("page", "x", "what", False),
    ],
)
def test_a_place_may_lie_in_a_range(scheme: Scheme, at: str, within: str, *, is_in: bool) -> None:
    assert lies_in(scheme, at, within) is is_in


@pytest.mark.parametrize(
    "at, form, scheme",
    [
        ("00:24:10", "article", "time"),
        ("24:10", "video", "time"),
        ("24:10", "audio", "time"),
        ("24:10", "article", None),
        ("12", "report", "page"),
        ("12r", "book", "folio"),
        ("2.47.3", "book", "verse"),
        ("1365a31..33", "book", "verse"),
        ("A1b2", "report", None),
        ("exhibit 7", "report", None),
    ],
)
def test_the_place_of_a_paragraph_is_taken_for_what_it_plainly_is(at: str, form: str, scheme: Scheme | None) -> None:
    assert guessed(at, form) == scheme


@given(st.integers(0, 10**6))
def test_a_clock_says_the_seconds_that_it_was_made_of(total: int) -> None:
    assert seconds(clock(total)) == total


def test_what_is_no_time_has_no_seconds() -> None:
    assert seconds("4-27") is None
    assert seconds("00:12:31..00:12:58") == 751
    assert seconds("00:00:01.25") == 1.25
