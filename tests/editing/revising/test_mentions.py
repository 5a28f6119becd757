"""Where records are named in a file: every field that names one is found, and nothing else is rewritten."""

import re
from collections.abc import Iterator
from dataclasses import is_dataclass
from pathlib import Path
from typing import get_args, get_origin

import pytest
import yaml
from dateline.editing.mending import FORMS, form_of
from dateline.editing.mending.nodes import every
from dateline.editing.revising import mentions, rewritten
from dateline.editing.revising.file_parts import Parts
from dateline.records.loading.keyed_nodes import root_of
from dateline.records.rules import references as rule
from dateline.records.types import Actor, Dispute, Event, Graveyard, Place, RecordKind, Source, type_of_kind
from dateline.records.types.fields import ONE_OF
from dateline.records.types.named_kinds import named_by
from dateline.records.types.shapes import bare, keys_of, record_type_of
from projects import CASES, ROOT

TYPES: set[type] = {*FORMS.values(), Graveyard}
CONTENTS = [CASES / "small" / "content", ROOT / "content"]
WORDS_OF_RECORDS = {kind.folder for kind in RecordKind} | {"claims"}


def files(content: Path) -> Iterator[tuple[Path, type, str]]:
    for path in sorted(content.rglob("*")):
        form = form_of(path.relative_to(content)) if path.is_file() else None
        if form is not None:
            yield path, form, path.read_bytes().decode()


def marked(annotation: object) -> bool:
    """Whether a type says anywhere that it names records: looked for in its text, not as the engine does."""
    return any(f"'{ONE_OF}': '{word}'" in repr(annotation) for word in WORDS_OF_RECORDS)


def example(annotation: object, found: list[str]) -> object:
    """Return a value of this type, each mention in it an id of its own that is put into `found`."""
    of, stripped = record_type_of(annotation), bare(annotation)
    if of is not None:
        return {key: example(value, found) for key, value in keys_of(of).items()}
    if get_origin(stripped) is tuple:
        return [example(get_args(stripped)[0], found)]
    if get_origin(stripped) is dict:
        return {str(example(get_args(stripped)[0], found)): example(get_args(stripped)[1], found)}
    if not marked(annotation):
        return "a text"
    found.append(f"named-{len(found)}")
    if "'claims'" in repr(annotation):
        found[-1] += "#claim"
    return found[-1]


@pytest.mark.parametrize("form", sorted(TYPES, key=repr))
def test_no_field_of_any_type_that_names_records_is_forgotten(form: type) -> None:
    wanted: list[str] = []
    text = yaml.safe_dump(example(form, wanted), sort_keys=False)
    found = [one.id for one in mentions(text, form, is_markdown=False)]
    assert [id_ for id_ in found if id_ != "a text"] == wanted


def test_there_are_fields_to_forget() -> None:
    wanted: list[str] = []
    for form in (Event, Source, Dispute):
        example(form, wanted)
    assert len(wanted) > 15


def test_what_took_the_place_of_something_is_named_by_the_kind_of_its_tombstone() -> None:
    text = "tombstones:\n  - {kind: actor, id: old, date: 2020-01-01, note: Why., instead: new}\n"
    assert [(one.kind, one.id) for one in mentions(text, Graveyard, is_markdown=False)] == [("actor", "new")]


def steps_of(annotation: object, path: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """Yield the paths below a type at which records are named, as the rule of references writes them."""
    of, stripped = record_type_of(annotation), bare(annotation)
    if of is not None:
        for key, value in keys_of(of).items():
            yield from steps_of(value, (*path, key))
    elif get_origin(stripped) is tuple:
        yield from steps_of(get_args(stripped)[0], (*path, "*"))
    elif get_origin(stripped) is dict:
        if named_by(get_args(stripped)[0]):
            yield (*path, "*")
    elif named_by(annotation):
        yield path


@pytest.mark.parametrize("kind", list(RecordKind))
def test_the_check_looks_at_the_same_fields(kind: RecordKind) -> None:
    checked = {
        path if given is not RecordKind.SOURCE or path[-1] == "source" else (*path, "source")
        for path, given in rule._paths(kind).items()
    }
    assert checked == set(steps_of(type_of_kind[kind]))


@pytest.mark.parametrize("content", CONTENTS, ids=["small", "real"])
def test_a_mention_stands_where_it_is_said_to_stand(content: Path) -> None:
    count = 0
    for path, form, text in files(content):
        for one in mentions(text, form, is_markdown=path.suffix == ".md"):
            assert text[one.start : one.end].strip("'\"") == one.id, path
            assert one.number is None or text[one.number.start : one.number.end] == one.number.id, path
            count += 1
    assert count > 40


@pytest.mark.parametrize("content", CONTENTS, ids=["small", "real"])
def test_no_value_that_is_the_id_of_an_event_source_or_dispute_escapes(content: Path) -> None:
    ids = {path.stem for folder in ("events", "sources", "disputes") for path in (content / folder).rglob("*.*")}
    for path, form, text in files(content):
        parts = Parts.of(text, is_markdown=path.suffix == ".md")
        found = {one.start - len(parts.head) for one in mentions(text, form, is_markdown=path.suffix == ".md")}
        for node in every(root_of(parts.yaml)):
            if (
                isinstance(node, yaml.ScalarNode)
                and node.value.partition("#")[0] in ids
                and node.start_mark.index not in found
            ):
                assert path.name == "tombstones.yml", (path, node.value)


def test_links_of_bodies_follow_and_words_do_not() -> None:
    text = (
        "---\nquestion: old\n---\n"
        "Of old: [a](source:old#p3), [b](source:other#p3), [c](actor:old), [d][x], `source:old`.\n"
        "\n[x]: source:old#p12\n"
    )
    moved = {("source", "old"): "new"}
    done = rewritten(text, Dispute, moved, is_markdown=True)
    assert done == text.replace("(source:old#", "(source:new#").replace("]: source:old#", "]: source:new#")


def test_a_paragraph_moves_with_its_number() -> None:
    text = (
        "---\npositions: []\nresolution: {cites: [{source: 'old', paragraph: 3}, {source: old, paragraph: 4}]}\n---\n"
        "[a](source:old#p3)\n"
    )
    moved = {("source", "old"): "new", ("paragraph", "old#3"): "new#11"}
    done = rewritten(text, Dispute, moved, is_markdown=True)
    assert "{source: 'new', paragraph: 11}, {source: new, paragraph: 4}" in done
    assert "[a](source:new#p11)" in done


def test_a_claim_follows_its_event_unless_it_went_elsewhere() -> None:
    text = "unlike: []\nclaims:\n  - {id: a, unlike: [{claim: old#x}, {claim: old#y}, {claim: older#x}]}\n"
    done = rewritten(text, Event, {("event", "old"): "new", ("claim", "old#y"): "far#z"}, is_markdown=False)
    assert re.findall("claim: ([^}]+)", done) == ["new#x", "far#z", "older#x"]


def test_an_id_that_other_tools_read_as_a_number_or_a_day_gets_quotes() -> None:
    for id_, typed in (("2017", '"2017"'), ("2017-11-17", '"2017-11-17"'), ("y", '"y"'), ("isis-2", "isis-2")):
        assert (
            rewritten("publisher: old\n", Source, {("actor", "old"): id_}, is_markdown=False) == f"publisher: {typed}\n"
        )


def test_a_byte_order_mark_and_foreign_line_ends_stay() -> None:
    text = "\ufeffpublisher: old\r\ncopies: [{publisher: old}]\r\n"
    assert rewritten(text, Source, {("actor", "old"): "new"}, is_markdown=False) == text.replace("old", "new")


def test_types_are_walked_that_are_types() -> None:
    assert all(is_dataclass(form) for form in TYPES)


@pytest.mark.parametrize(
    "text",
    [
        "part_of: old\n",
        "part_of: [old, other, 'old']\n",
        "part_of: {actor: old, until: 2020}\n",
        "part_of:\n  - {actor: old, as: old, cite: {source: old, paragraph: 1}}\n  - old\n",
        "ownership: {kind: state, of: old}\n",
        "ownership: [{kind: state, of: old, from: 2001}, {kind: unknown}]\n",
    ],
)
def test_an_actor_is_named_by_its_id_alone_and_where_more_is_said(text: str) -> None:
    done = rewritten(text, Actor, {("actor", "old"): "new"}, is_markdown=False)
    assert done == re.sub(r"(?<!as: )(?<!source: )\bold\b", "new", text)
    place = text.replace("actor:", "place:").replace("part_of", "within")
    if "within" in place:
        done = rewritten(place, Place, {("place", "old"): "new", ("source", "old"): "paper"}, is_markdown=False)
        assert "source: old" not in done
        assert done.count("new") == text.count("old") - text.count("source: old") - text.count("as: old")
