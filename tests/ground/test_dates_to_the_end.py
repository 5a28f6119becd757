"""What is read can be told: no date that is taken raises later, of whatever calendar, form and year."""

import pytest
from chronologies import edition_of
from dateline.ground.dates import (
    DateError,
    Day,
    Edtf,
    first_and_last,
    in_words,
    kept,
    known_time,
    of_kept,
    parse,
    period_named,
    period_title,
    some_time,
    time_in_words,
)
from dateline.ground.dates.other_calendars import CALENDARS
from dateline.ground.languages import ENGLISH, language_of
from dateline.pages.figures.timeline import draw_timeline
from dateline.pages.shared.extent import extent_in_words
from dateline.pages.shared.timelines import timeline_of_all
from hypothesis import example, given, settings
from hypothesis import strategies as st

QUICK = [None, None, "julian", "hijri", "hebrew", "coptic", "armenian", "indian-civil"]
"""Those of which a year costs microseconds; the other two reckon each by the sun."""
YEARS = st.one_of(st.integers(-9999, 9999), st.sampled_from([-9999, -9998, -1, 0, 1, 2, 9998, 9999]))
LONG = st.sampled_from(["Y10000", "Y12025", "Y-17000", "Y99999999999"])
FORMS = (
    "{a}", "{a}/..", "../{a}", "[{a}..]", "[..{a}]", "{{{a}..}}", "{{..{a}}}", "{a}/{b}", "[{a}..{b}]", "[{a},{b}]",
    "{{{a},{b}}}", "{{{a}..{b}}}", "[{a}..{b},{c}]", "{{{a}..{b},{c}}}", "[..{a},{b}]", "[{a},{b}..]",
)  # fmt: skip


@st.composite
def singles(draw: st.DrawFn) -> str:
    year = draw(YEARS)
    month, day = draw(st.integers(1, 13)), draw(st.integers(1, 31))
    written = f"{'-' if year < 0 else ''}{abs(year):04}"
    forms = [
        written,
        f"{written}-{month:02}",
        f"{written}-{month:02}-{day:02}",
        f"{written}-{draw(st.integers(21, 36))}",
    ]
    forms += [
        f"{forms[2]}T{draw(st.integers(0, 23)):02}{draw(st.sampled_from(['', ':00', ':59:59']))}{zone}"
        for zone in ("Z", "+14:00", "-12:00", "")
    ]
    forms += [f"{written[:-1]}X", f"{written[:-2]}XX", f"{written}-XX", f"{written[:-1]}X-{month:02}-{day:02}"]
    return draw(st.sampled_from(forms) | LONG) + draw(st.sampled_from(["", "", "~", "?", "%"]))


@st.composite
def texts(draw: st.DrawFn) -> str:
    found = [draw(singles()) for _ in "abc"]
    return draw(st.sampled_from(FORMS)).format(**dict(zip("abc", found, strict=True)))


def told(when: Edtf) -> None:
    for language in (ENGLISH, language_of("de")):
        assert in_words(when, language)
        time_in_words(when, language)
    assert of_kept(kept(when), "Asia/Damascus") == when
    assert not when.period or (period_named(when.period) and period_title(when.period))
    assert first_and_last(when)
    assert when.order[0] <= when.order[1]
    assert all(first <= last for first, last in when.certain)
    assert when.filed.period == when.period
    assert in_words(some_time(when.earliest, when.latest)) if when.earliest or when.latest else True
    assert known_time(when) != ""


@settings(max_examples=120)
@given(texts(), st.sampled_from(QUICK))
@example("[..1439-02-28]", "hijri")
@example("[1439-02-28,1439-02-28~]", "hijri")
@example("9999-12-31", "julian")
@example("-9999-01-01", "julian")
def test_what_is_read_is_told(text: str, calendar: str | None) -> None:
    try:
        when = parse(text, "Asia/Damascus", calendar)
    except DateError as error:
        refused = error
    else:
        told(when)
        return
    assert refused.problem
    assert refused.cure


@pytest.mark.parametrize("calendar", ["persian", "french-republican"])
@pytest.mark.parametrize("text", ["{y}", "{y}-12", "{y}-01-01/..", "[..{y}-12-29]", "{y}-06-01T12Z"])
def test_what_is_reckoned_by_the_sun_is_told_in_its_first_and_last_year(calendar: str, text: str) -> None:
    for year in (1, CALENDARS[calendar].last_year):
        told(parse(text.format(y=f"{year:04}"), "Asia/Damascus", calendar))
    with pytest.raises(DateError, match=f"are 1 to {CALENDARS[calendar].last_year}"):
        parse(f"{CALENDARS[calendar].last_year + 1:04}", None, calendar)


@settings(max_examples=15)
@given(st.lists(texts(), min_size=1, max_size=12))
@example(["Y12025", "Y12027", *(f"Y1{number}000/Y1{number}999" for number in range(10, 40))])
@example([f"{9999 - number}-24" for number in range(40)])
def test_what_is_read_is_drawn(found: list[str]) -> None:
    taken = []
    for text in found:
        try:
            taken.append(parse(text).text)
        except DateError:
            continue
    if taken:
        edition = edition_of(taken)
        assert extent_in_words(edition) or all(parse(text).earliest is None for text in taken)
        view = timeline_of_all(edition)
        assert view is not None
        assert draw_timeline(view, str, "t")


def test_some_time_from_day_to_day_is_what_edtf_has_for_it() -> None:
    for text in ("[2017-11-01..2017-11-17]", "[..2017-11-17]", "[2017-11-01..]"):
        when = parse(text)
        assert some_time(when.earliest, when.latest) == when
    assert in_words(some_time(None, Day(10000, 2, 29))) == "some time until 29 February 10000"
