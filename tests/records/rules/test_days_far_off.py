"""Days that cannot be: far from all other work, of no calendar, out of order, before what they follow."""

from typing import Final

import pytest
from dateline.ground.dates import Day, parse
from dateline.records.rules.dating import (
    old_day,
    old_days_name_their_calendar,
    seq_agrees_with_the_times,
    sources_appear_before_they_are_read,
    sources_appear_once,
    sources_are_written_before_they_appear,
)
from dateline.records.rules.days_of_work import days_are_near_those_of_others, work
from dateline.records.rules.soundness import events_precede_their_sources, inferred_dates_say_from_what
from in_memory import CLOSED, GAZETTE, RECORDS
from marked import Files, context_of, held

READ: Final = "accessed: 2031-04-01\n"
FAR: Final = "⟦day-far-off⟧"
CHANGE: Final = "history: [{{date: {}, type: correction, note: Mended.}}]\n"


def gazette(more: str = READ, published: str = "2031-03-04") -> str:
    """Return the gazette of which more is said."""
    return GAZETTE.replace("published: 2031-03-04", f"published: {published}") + more


def read(*days: str) -> Files:
    """Return sources, each read on one of the days."""
    every = {f"sources/s{number}": gazette(f"accessed: {day}\n", "2000") for number, day in enumerate(days)}
    return {"sources/gazette": None, **every}


@pytest.mark.parametrize(
    "days",
    [
        ("2031-04-01", "2031-05-01"),
        ("2031-04-01", "2040-12-31"),
        ("2031-04-01", "2031-05-01", f"{FAR}2041-01-01"),
        ("2031-04-01", f"{FAR}2041-01-01"),
        ("2031-04-01", "2041-01-01", "2041-01-02", "2041-01-03"),
        ("2031-04-01", "2031-05-01", f"{FAR}1931-05-01"),
        ("2031-04-01", "2031-05-01", "1932-05-01"),
        (f"{FAR}2091-01-01", "2031-04-01"),
        ("2031-04-01",),
        (*["2031-04-01"] * 18, f"{FAR}2041-01-01", f"{FAR}2041-01-02"),
        (*["2031-04-01"] * 17, "2041-01-01", "2041-01-02"),
        ("2031-04-01", f"{FAR}2041"),
        ("1031-04-01", "1031-05-01"),
    ],
)
def test_a_day_of_reading_lies_near_those_of_other_files(days: tuple[str, ...]) -> None:
    held(days_are_near_those_of_others, read(*days))


@pytest.mark.parametrize(
    "name, text",
    [
        ("sources/x", gazette(f"accessed: {FAR}2091-01-01\n")),
        ("sources/x", gazette(f'{READ}archive: {{url: "https://a.example/1", date: {FAR}2091-01-01}}\n')),
        ("sources/x", gazette(f"{READ}gone: {{date: {FAR}2091-01-01}}\n")),
        ("sources/x", gazette(READ + CHANGE.format(f"{FAR}2091-01-01"))),
        ("events/x", f"{CLOSED}added: {FAR}2091-01-01\n"),
        ("events/x", CLOSED + CHANGE.format(f"{FAR}2091-01-01")),
        ("actors/x", RECORDS["actors/clerk"] + CHANGE.format(f"{FAR}2091-01-01")),
        ("places/x", RECORDS["places/lindwell"] + CHANGE.format(f"{FAR}1831-01-01")),
        ("tombstones.yml", f"tombstones: [{{kind: event, id: x, date: {FAR}2091-01-01, note: Gone.}}]\n"),
        ("events/x", CLOSED.replace("date: 2031-03-03", "date: 2091-03-03")),
        ("sources/x", gazette(READ, "2091-01-01")),
    ],
)
def test_every_kind_of_work_has_its_days_and_what_happened_has_none(name: str, text: str) -> None:
    held(days_are_near_those_of_others, {"sources/gazette": gazette(), "sources/y": gazette(), name: text})


SETTLED: Final = (
    "question: Who?\nkind: responsibility\nrelation: exclusive\nstatus: resolved\n"
    "positions: [{id: a, label: A}, {id: b, label: B}]\n"
    "resolution: {outcome: [a], rule: later-reporting, note: So., date: %s}\n"
)


@pytest.mark.parametrize("year, is_far", [("2035-12-31", False), ("2036-01-01", True), ("1931-01-01", False)])
@pytest.mark.parametrize(
    "name, text",
    [
        ("sources/x", gazette(READ + "withdrawn: {date: %s, note: Taken back.}\n")),
        ("sources/x", gazette(READ + "corrected: [{date: %s, note: A name.}]\n")),
        ("sources/x", gazette(READ + "copies: [{publisher: harrow, published: %s}]\n")),
        ("disputes/x", SETTLED),
    ],
)
def test_what_became_of_a_source_or_dispute_did_so_within_five_years_of_the_last_work(
    name: str, text: str, year: str, *, is_far: bool
) -> None:
    files = {"sources/gazette": gazette(), name: text % (f"{FAR if is_far else ''}{year}")}
    held(days_are_near_those_of_others, files)


def test_where_nobody_says_when_anything_was_done_no_day_is_far_off() -> None:
    held(days_are_near_those_of_others, {"disputes/x": SETTLED % "2091-01-01"})
    assert work(context_of({})).newest is None


@pytest.mark.parametrize(
    "days, message",
    [
        (
            ("2031-04-01", f"{FAR}2041-01-01"),
            "the source was read on 2041-01-01: 10 years after the last of all others",
        ),
        (
            ("2031-04-01", "2031-04-01", f"{FAR}1031-01-01"),
            "the source was read on 1031-01-01: 1,000 years before the last of all",
        ),
    ],
)
def test_it_is_told_how_far_off_a_day_is(days: tuple[str, ...], message: str) -> None:
    (problem,) = held(days_are_near_those_of_others, read(*days))
    assert problem.message.startswith(message)
    assert problem.message.endswith("2031-04-01")


@pytest.mark.parametrize(
    "days, newest",
    [
        (("2031-04-01", "2031-05-01"), Day(2031, 5, 1)),
        (("2031-04-01", "2091-05-01"), Day(2091, 5, 1)),
        (("2031-04-01", "2130-05-01"), Day(2130, 5, 1)),
        (("2031-04-01", "2131-05-01"), Day(2031, 4, 1)),
        (("2031-04-01", "2031-04-01", "2091-05-01"), Day(2031, 4, 1)),
        (("2031",), Day(2031, 12, 31)),
        (("2000-01-01", "2020-01-01", "2040-01-01"), Day(2020, 1, 1)),
    ],
)
def test_the_newest_day_is_the_last_before_a_gap_behind_which_few_are_and_fewer_than_before(
    days: tuple[str, ...], newest: Day
) -> None:
    assert work(context_of(read(*days))).newest == newest


@pytest.mark.parametrize(
    "date, is_asked",
    [("1582-10-14", True), ("1582-10-15", False), ("1431-03", False), ('"[1431-03-03,1600-01-01]"', True)],
)
def test_a_day_of_old_says_by_which_calendar_it_is(date: str, *, is_asked: bool) -> None:
    mark = "⟦calendar-unknown⟧" if is_asked else ""
    event = CLOSED.replace("date: 2031-03-03", f"date: {mark}{date}")
    source = gazette(READ, f"{mark}{date}")
    held(old_days_name_their_calendar, {"events/well": event, "sources/gazette": source})
    noted = event.replace(mark, "") + "date_note: By the Julian one.\n"
    also = source.replace(mark, "") + "published_note: By the Julian one.\n"
    old = gazette(f"{READ}written: {mark}{date}\n", "2031-03-04")
    held(old_days_name_their_calendar, {"sources/gazette": old})
    held(old_days_name_their_calendar, {"sources/gazette": f"{old.replace(mark, '')}written_note: So he says.\n"})
    held(old_days_name_their_calendar, {"events/well": noted, "sources/gazette": also})
    dated = CLOSED.replace("date: 2031-03-03", "date: 1431-03-03") + "calendar: gregorian\n"
    held(old_days_name_their_calendar, {"events/well": dated})


@pytest.mark.parametrize(
    "text, words",
    [
        ("1431-03-03", "3 March 1431"),
        ("1431-03-03/1431-05-05", "3 March 1431"),
        ("1431/1431-05-05", "5 May 1431"),
        ("1431", ""),
        ("{1600-01-01,1431-05-05}", "5 May 1431"),
        ("../1431-05-05", "5 May 1431"),
        ("1600-01-01", ""),
    ],
)
def test_the_first_day_of_old_in_a_date_is_told(text: str, words: str) -> None:
    assert old_day(parse(text)) == words


@pytest.mark.parametrize(
    "first, second",
    [
        (("2031-03-03T12:00Z", "seq: ⟦seq-against-time⟧1"), ("2031-03-03T10:00Z", "seq: 2")),
        (("2031-03-03T10:00Z", "seq: 1"), ("2031-03-03T12:00Z", "seq: 2")),
        (("2031-03-03T10:00Z", "seq: 1"), ("2031-03-03T10:00Z", "seq: 2")),
        (("2031-03-03", "seq: 1"), ("2031-03-03T12:00Z", "seq: 2")),
        (("2031-03-03T12:00Z", "seq: 1"), ("2031-03-04T10:00Z", "seq: 1")),
    ],
)
def test_seq_puts_nothing_before_what_was_over_before_it_began(first: tuple[str, str], second: tuple[str, str]) -> None:
    one, other = (CLOSED.replace("date: 2031-03-03", f'date: "{date}"\n{seq}') for date, seq in (first, second))
    held(seq_agrees_with_the_times, {"events/well": one, "events/other": other})


@pytest.mark.parametrize(
    "published, more, hint",
    [
        ("⟦bad-value⟧2031-03-04/2031-03-06", READ, 'write "[2031-03-04..2031-03-06]" if'),
        ("⟦bad-value⟧2031-03-04/..", READ, 'write "[2031-03-04..2031-04-01]" if'),
        ("⟦bad-value⟧2031-03-04/..", "", 'write "[2031-03-04..]" if'),
        ("⟦bad-value⟧../2031-03-04", "", 'write "[..2031-03-04]" if'),
        ('"[2031-03-04..2031-03-06]"', READ, None),
        ("2031-03", READ, None),
    ],
)
def test_a_source_appears_on_one_day_known_or_not(published: str, more: str, hint: str | None) -> None:
    found = held(sources_appear_once, {"sources/gazette": gazette(more, published)})
    assert [problem.hint.startswith(hint or "") for problem in found] == [True] * (hint is not None)


EARLY, FUTURE = "⟦read-before-published⟧", "⟦published-in-future⟧"


@pytest.mark.parametrize(
    "published, more",
    [
        ("2031-03-04", "accessed: 2031-03-04\n"),
        ("2031-03-04", f"accessed: {EARLY}2031-03-03\n"),
        ("2031-03-04", "accessed: 2031-03\n"),
        ("2031-03-04", f'archive: [{{url: "https://a.example/1", date: {EARLY}2031-03-03}}]\n'),
        ("2031-03-04", f'archive: {{url: "https://a.example/1", date: {EARLY}2031-03-03}}\n'),
        ('"[2031-03-04..]"', f"accessed: {EARLY}2031-03-03\n"),
        ('"[..2031-03-04]"', "accessed: 2031-03-03\n"),
        (f"{FUTURE}2036-04-01", ""),
        ("2035-12-31", ""),
        ("2036-04-01", "accessed: 2036-04-01\n"),
    ],
)
def test_a_source_appears_before_it_is_read_and_not_years_after_the_last_work(published: str, more: str) -> None:
    files = {"sources/gazette": gazette(more, published), **{f"sources/r{at}": gazette() for at in range(3)}}
    held(sources_appear_before_they_are_read, files)


@pytest.mark.parametrize("year, is_told", [(2050, False), (2051, True)])
def test_where_nothing_was_read_a_source_may_appear_within_twenty_years_of_all_else(
    year: int, *, is_told: bool
) -> None:
    text = gazette("", f"{FUTURE if is_told else ''}{year}-03-05")
    held(sources_appear_before_they_are_read, {"sources/later": text})


def test_of_several_sources_that_are_late_only_the_last_is_looked_at() -> None:
    files = {"sources/a": gazette("", "2051-03-05"), "sources/b": gazette("", f"{FUTURE}2092-03-05")}
    held(sources_appear_before_they_are_read, files)


@pytest.mark.parametrize(
    "published, written",
    [
        ("1910", '"[-0430..]"'),
        ("1910", '"-03XX"'),
        ("1910", "1910"),
        ("1910", f"{EARLY}1911"),
        ('"[..1910]"', f'{EARLY}"1911~"'),
        ('"[1910..]"', "1911"),
        ("1910", '"[..1911]"'),
    ],
)
def test_a_text_is_written_before_it_appears(published: str, written: str) -> None:
    files = {"sources/gazette": gazette(f"written: {written}\n", published)}
    held(sources_are_written_before_they_appear, files)


@pytest.mark.parametrize(
    "written, is_told",
    [("2030", True), ('"[..2030]"', True), ("2031-03-03", False), ('"[2030..]"', False), ("2032", False)],
)
def test_the_author_of_an_old_text_tells_of_nothing_that_happened_later(written: str, *, is_told: bool) -> None:
    text = gazette(f"authors: [{{actor: clerk}}]\nwritten: {written}\n", "2041")
    mark = "⟦event-after-source⟧" if is_told else ""
    event = CLOSED.replace("cite: {source", f"cite: {mark}{{source")
    found = held(events_precede_their_sources, {"sources/gazette": text, "events/well": event})
    assert all("'gazette' was written" in one.message for one in found)
    foretold = CLOSED.replace("{by: [clerk],", "{by: [clerk], modality: predicted,")
    held(events_precede_their_sources, {"sources/gazette": text, "events/well": foretold})


@pytest.mark.parametrize("key", ["published", "written"])
def test_a_date_that_is_about_right_says_from_what_it_is_known(key: str) -> None:
    dated = {"published": "2031-03-04", "written": "1831", key: "⟦date-note-missing⟧1831~"}
    text = gazette(f"written: {dated['written']}\n", dated["published"])
    (problem,) = held(inferred_dates_say_from_what, {"sources/gazette": text})
    assert problem.hint == f"add {key}_note"
    noted = text.replace("⟦date-note-missing⟧", "") + f"{key}_note: So it says.\n"
    held(inferred_dates_say_from_what, {"sources/gazette": noted})


def test_a_text_of_which_nobody_knows_when_it_appeared_is_written_before_it_is_read() -> None:
    read_on = 'unknown: [published]\naccessed: "1910-05-01"\n'
    for written in ("1909", f"{EARLY}1911"):
        text = gazette(f"{read_on}written: {written}\n", "PUBLISHED").replace("published: PUBLISHED\n", "")
        held(sources_are_written_before_they_appear, {"sources/gazette": text})
