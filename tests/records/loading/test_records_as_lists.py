"""Records kept as plain lists: what comes back is what was kept, and nothing of another shape comes back at all."""

import json
from dataclasses import fields
from typing import Annotated, Any, Final, Literal

import pytest
from dateline.ground.dates import Edtf
from dateline.records.loading.codec import decode, encode
from dateline.records.loading.shapes_of_values import Shape, check_of, types_of
from dateline.records.types import Actor, Citation, Event, Source, State
from dateline.records.types.fields import Url
from hypothesis import given
from hypothesis import strategies as st
from in_memory import CLOSED, GAZETTE, RECORDS, record_of

ZONE: Final = "Europe/London"
CITE: Final = "cite: {source: gazette, paragraph: 1}"
RICH: Final = {
    "events/well": CLOSED.replace("date: 2031-03-03", 'date: "2031-03-03T12:00"')
    + "summary: So.\ntags: [water]\nstate: draft\nseq: 3\n"
    + "history:\n  - {date: 2031-04, type: correction, note: Mended.}\n",
    "events/doubt": CLOSED.replace("date: 2031-03-03", 'date: "[2031-03-01..2031-03-03]"\ndate_note: Unsure.'),
    "events/held": CLOSED + 'withheld: {until: "2032", reason: safety, on: 2031-04-01, fields: [summary]}\n',
    "events/counted": CLOSED.replace(
        "      - {by: [clerk],",
        "      - {by: [], figures: [{measure: attended, of: clerk, min: 2.5, approximate: true}],",
    ),
    "sources/gazette": GAZETTE
    + 'archive: [{url: "https://a.example/1", date: 2031-04-01}]\ncopy_of: {source: other, paragraphs: [1]}\n'
    + "authors: [{name: Ann}, {actor: clerk}]\n",
    "actors/council": RECORDS["actors/council"]
    + f"names: {{cy: Cyngor}}\npart_of: [{{actor: guild, from: 2020~, {CITE}}}, moot]\nown_voice: true\n"
    + "---\nText of the\nprofile.\n",
    "places/old-well": RECORDS["places/old-well"] + "aliases: [Spring]\n",
    "disputes/who": "question: Who?\nkind: figure\nrelation: exclusive\nstatus: resolved\n"
    "positions: [{id: a, label: A, claims: [well#closed]}, {id: b, label: B}]\n"
    "resolution: {outcome: [a], rule: concession, date: 2031, note: So., settles: {well#closed: stands}}\n",
}


@pytest.mark.parametrize("name", [*RICH, "sources/x", "actors/clerk", "places/lindwell"])
def test_a_record_comes_back_as_it_was_from_json(name: str) -> None:
    record = record_of(name, RICH.get(name) or RECORDS.get(name, GAZETTE))
    values = json.loads(json.dumps(encode(record)))
    back = decode(type(record), values, ZONE)
    assert back == record
    assert type(back) is type(record)
    assert encode(back) == values


def test_what_comes_back_can_be_changed_no_more_than_before() -> None:
    back = decode(Actor, encode(record_of("actors/clerk", RECORDS["actors/clerk"])))
    with pytest.raises(AttributeError):
        back.name = "Another"  # type: ignore[misc]  # that it cannot be set is what is tested
    assert isinstance(back, Actor)
    assert hash(back.id) == hash("clerk")


def test_a_time_of_day_comes_back_by_the_clock_of_the_chronology() -> None:
    record = record_of("events/well", CLOSED.replace("date: 2031-03-03", 'date: "2031-07-03T12:00"'))
    values = encode(record)
    assert decode(Event, values, ZONE).date == record.date
    assert decode(Event, values, ZONE).date.began != decode(Event, values, "Asia/Tokyo").date.began


def test_keeping_changes_neither_the_record_nor_what_was_kept() -> None:
    record = record_of("sources/gazette", RICH["sources/gazette"])
    values = encode(record)
    before = json.dumps(values)
    decode(Source, values, ZONE)
    assert json.dumps(values) == before


def place_of(key: str) -> int:
    """Return the place of a field among the values that are kept of a source."""
    return [one.name for one in fields(Source) if one.name != "_"].index(key)


@pytest.mark.parametrize(
    "key, value",
    [
        ("url", "javascript:alert(1)"),
        ("url", "//gazette.example/"),
        ("url", 1),
        ("title", None),
        ("title", 7),
        ("title", ["x"]),
        ("published", 2031),
        ("paragraphs", {}),
        ("paragraphs", "none"),
        ("paragraphs", [["too", "short"]]),
        ("archive", [["javascript:alert(1)", "2031"]]),
        ("state", 1),
        ("state", "unheard-of"),
        ("access", "sesame"),
        ("history", [1]),
    ],
)
def test_a_value_of_another_shape_is_refused(key: str, value: object) -> None:
    values = encode(record_of("sources/gazette", RICH["sources/gazette"]))
    assert isinstance(values, list)
    values[place_of(key)] = value
    with pytest.raises((TypeError, ValueError)):
        decode(Source, values, ZONE)


def test_what_is_no_list_of_as_many_values_is_refused() -> None:
    values = encode(record_of("actors/clerk", RECORDS["actors/clerk"]))
    assert isinstance(values, list)
    for damaged in (values[:-1], [*values, None], [], {}, "text", None, dict(enumerate(map(str, values)))):
        with pytest.raises((TypeError, ValueError)):
            decode(Actor, damaged)  # type: ignore[arg-type]  # whatever a damaged cache has


@given(st.recursive(st.none() | st.booleans() | st.integers() | st.text(max_size=5), st.lists, max_leaves=8))
def test_anything_else_is_a_citation_or_refused_as_none(values: Any) -> None:
    try:
        found = decode(Citation, values)
    except (TypeError, ValueError):
        return
    assert isinstance(found.source, str)


@pytest.mark.parametrize(
    "hint, types",
    [
        (str, {str}),
        (int, {int}),
        (float, {float, int}),
        (bool, {bool}),
        (str | None, {str, type(None)}),
        (Annotated[str | None, "said"], {str, type(None)}),
        (int | str, {int, str}),
        (Literal["a", "b"], {str}),
        (Literal["a", 1], {str, int}),
        (tuple[str, ...], {list}),
        (dict[str, str], {dict}),
        (Edtf, {str}),
        (State, {str}),
        (Citation, {list}),
        (Citation | None, {list, type(None)}),
    ],
)
def test_the_types_of_json_are_known_of_each_kind_of_field(hint: object, types: set[type]) -> None:
    assert types_of(hint) == types


@pytest.mark.parametrize("hint", [bytes, object, set])
def test_of_a_type_that_no_field_has_no_shape_is_made_up(hint: object) -> None:
    with pytest.raises(TypeError, match="no shape is known"):
        types_of(hint)


@pytest.mark.parametrize(
    "hint, fit, unfit",
    [
        (Url, ["https://a.example/", "http://a.example/"], ["ftp://a.example/", "javascript:x", ""]),
        (Url | None, ["https://a.example/"], ["data:x"]),
        (Literal["a", "b"], ["a", "b"], ["c", ""]),
        (tuple[str, ...], [[], ["a", "b"]], [[1], ["a", None]]),
        (tuple[Url, ...], [[], ["https://a.example/"]], [["https://a.example/", "x"], [1]]),
        (tuple[Literal["a"], ...], [["a", "a"]], [["a", "b"]]),
        (dict[str, Literal["a"]], [{}, {"x": "a"}], [{"x": 1}]),
        (tuple[int, ...], [[1, 2]], [[1.5], [True]]),
    ],
)
def test_values_are_looked_at_whose_type_says_too_little(hint: object, fit: list[Any], unfit: list[Any]) -> None:
    check = check_of(hint)
    assert check is not None
    assert all(map(check, fit))
    assert not any(map(check, unfit))


@pytest.mark.parametrize("hint", [str, int | None, bool, Edtf, Citation, tuple[Citation, ...]])
def test_where_the_type_says_all_nothing_is_looked_at(hint: object) -> None:
    assert check_of(hint) is None


@pytest.mark.parametrize(
    "values, fits",
    [
        (["a", None, []], True),
        (["a", "https://a.example/", ["b"]], True),
        (["a", "x", []], False),
        ([None, None, []], False),
        (["a", None], False),
        (["a", None, [], 1], False),
        (("a", None, []), False),
        (["a", None, [1]], False),
    ],
)
def test_a_shape_fits_values_of_its_types_each_time_it_is_asked(values: object, *, fits: bool) -> None:
    shape = Shape([str, Url | None, tuple[str, ...]])
    assert [shape.fits(values) for _ in range(2)] == [fits] * 2
    assert shape.fits(["a", "https://a.example/", ["b"]])
    assert shape.fits(values) is fits
