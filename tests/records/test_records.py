"""The record types: their JSON Schema says what loading takes, and every key is documented."""

import dataclasses
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml
from baseline import BASE
from dateline.ground.problems import Code
from dateline.ground.urls import is_web_address
from dateline.records.loading import load
from dateline.records.rules import check
from dateline.records.types import Brief, Event, Figure, Graveyard, Masthead, RecordKind, type_of_kind
from dateline.records.types.fields import MAX_ID, is_id
from dateline.records.types.meanings import schema_of
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter

TYPES: list[type] = [*type_of_kind.values(), Masthead, Graveyard, Brief]


@pytest.mark.parametrize("record_type", TYPES)
def test_the_schema_of_a_record_type_is_a_schema_in_which_every_key_is_described(record_type: type) -> None:
    schema = schema_of(record_type)
    jsonschema.Draft202012Validator.check_schema(schema)
    for definition in [schema, *schema.get("$defs", {}).values()]:
        for key, described in definition.get("properties", {}).items():
            assert "description" in described or "$ref" in described, key


def test_a_schema_names_each_part_after_those_that_it_is_made_of() -> None:
    named = list(schema_of(Event)["$defs"])
    assert named.index("Figure") < named.index("Report") < named.index("Claim") < named.index("UnlikeEvent")


@pytest.mark.parametrize("kind", RecordKind)
def test_the_records_of_the_base_satisfy_the_schema_of_their_kind(kind: RecordKind) -> None:
    validator = jsonschema.Draft202012Validator(TypeAdapter(type_of_kind[kind]).json_schema())
    for path in (BASE / kind.folder).rglob(f"*{kind.suffix}"):
        text = path.read_text(encoding="utf-8")
        front = text.split("---\n")[1] if kind.suffix == ".md" else text
        record = {"id": path.stem, **yaml.load(front, Loader=_Plain)}  # noqa: S506 - a safe loader
        validator.validate(record)


class _Plain(yaml.SafeLoader):
    """Leaves dates as they are typed, as YAML 1.2 does."""


yaml.add_constructor("tag:yaml.org,2002:timestamp", lambda _, node: node.value, Loader=_Plain)


def test_a_kind_knows_its_folder_and_its_ending() -> None:
    assert {kind.folder: kind.suffix for kind in RecordKind} == {
        "events": ".yml",
        "sources": ".yml",
        "actors": ".md",
        "places": ".yml",
        "disputes": ".md",
    }


@pytest.mark.parametrize("text", ["a", "0", "a-b", "2017-11-17-x", "a" * MAX_ID])
def test_small_letters_digits_and_single_hyphens_make_an_id(text: str) -> None:
    assert is_id(text)


@pytest.mark.parametrize(
    "text", ["", "-a", "a-", "a--b", "A", "a_b", "a b", "a.b", "é", "a\n", "a#b", "a/b", "٣", "a" * (MAX_ID + 1)]
)
def test_anything_else_makes_no_id(text: str) -> None:
    assert not is_id(text)


@pytest.mark.parametrize(
    "text",
    [
        "https://a.example",
        "http://a.example:8080/b?c=d&e#f",
        "https://ä.example/ü",
        "HTTPS://A.EXAMPLE/",
        "https://[::1]/",
    ],
)
def test_a_complete_web_address_is_one(text: str) -> None:
    assert is_web_address(text)


@pytest.mark.parametrize(
    "text",
    [
        *[
            "",
            "a.example",
            "//a.example",
            "http:a.example",
            "https://",
            "https:///a",
            "ftp://a.example",
            "javascript:x",
        ],
        *[
            "https://a b.example",
            "https://a.example/\n",
            'https://a.example/"',
            "https://a.example/<b>",
            "https://u@a.example",
        ],
        *["https://:p@a.example", "https://a.example:99999", "https://a.example:x", "https://[", "https://a.example/`"],
        *[
            "https://a.example/\u202e",
            "https://a.example/\x00",
            " https://a.example",
            "https://a.example/" + "a" * 2000,
        ],
    ],
)
def test_an_address_that_is_incomplete_or_could_break_out_of_a_page_is_none(text: str) -> None:
    assert not is_web_address(text)


@given(st.text(max_size=40), st.text(max_size=40))
def test_a_web_address_never_holds_what_ends_an_attribute(start: str, rest: str) -> None:
    for text in (start, f"https://{start}", f"https://a.example/{rest}"):
        if is_web_address(text):
            assert not set(text) & set('"<> \t\n\r`\\{}|^')
            assert text.lower().startswith(("http://", "https://"))


@pytest.mark.parametrize(
    "figure, bounds",
    [
        (Figure(measure="m"), (None, None)),
        (Figure(measure="m", min=1), (1, None)),
        (Figure(measure="m", max=0), (None, 0)),
        (Figure(measure="m", min=1, max=2.5), (1, 2.5)),
        (Figure(measure="m", exact=0), (0, 0)),
    ],
)
def test_exact_is_short_for_both_bounds(figure: Figure, bounds: tuple[Any, Any]) -> None:
    assert (figure.lowest, figure.highest) == bounds


@pytest.mark.parametrize("record_type", TYPES)
def test_records_are_immutable(record_type: Any) -> None:
    assert record_type.__dataclass_params__.frozen
    assert all(not isinstance(default.default, list | dict) for default in dataclasses.fields(record_type))


@pytest.mark.parametrize("title", ["no", "1:30", "2017-11-31", "1e3", "2017", "null", "true", "~", "", "[a]", "{a: b}"])
def test_plain_text_that_yaml_reads_as_something_else_is_never_a_title(tmp_path: Path, title: str) -> None:
    (tmp_path / "places").mkdir()
    (tmp_path / "places" / "x.yml").write_text(f"name: {title}\nkind: well\n")
    (tmp_path / "chronology.yml").write_text("title: x\nvocabulary: {place_kinds: {well: {label: Well}}}\n")
    corpus, problems = load(tmp_path, tmp_path)
    assert [str(problem.position) for problem in problems] in (["places/x.yml:1:7"], ["places/x.yml:1:1"])
    assert {problem.code for problem in problems} <= {Code.SURPRISING_TYPE, Code.EMPTY_VALUE, Code.WRONG_TYPE}
    (tmp_path / "places" / "x.yml").write_text(f"name: '{title or 'x'}'\nkind: well\n")
    corpus, problems = load(tmp_path, tmp_path)
    assert problems == []
    assert [problem.code for problem in check(corpus)] == [Code.UNUSED_PLACE, Code.FEED_ID_MISSING]
