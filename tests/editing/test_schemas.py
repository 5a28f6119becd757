"""The schemas that editors use: they refuse what is wrong, accept what the check accepts, and are not stale."""

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml
from click.testing import CliRunner
from dateline.cli import main
from dateline.editing import schemas
from dateline.ground.yamltree import read
from dateline.records import loading
from dateline.records.loading.files import Document
from dateline.records.loading.validation import validate
from dateline.records.types.fields import ONE_OF
from hypothesis import given
from hypothesis import strategies as st
from projects import CASES, ROOT

FOLDER = ROOT / ".vscode" / "schemas"
SMALL = CASES / "small" / "content"


class _Plain(yaml.CSafeLoader):
    """Leaves dates as they are typed, as YAML 1.2 does."""


yaml.add_constructor("tag:yaml.org,2002:timestamp", lambda _, node: node.value, Loader=_Plain)


@cache
def made(content: Path = SMALL) -> dict[str, str]:
    corpus, _ = loading.load(content, content.parent)
    return schemas.schemas(schemas.offers_of(corpus))


@cache
def validator(name: str) -> jsonschema.Draft7Validator:
    schema = json.loads(made()[f"{name}.schema.json"])
    jsonschema.Draft7Validator.check_schema(schema)
    return jsonschema.Draft7Validator(schema)


def record_at(path: Path) -> Any:
    text = path.read_text(encoding="utf-8")
    return yaml.load(text.split("---\n")[1] if path.suffix == ".md" else text, Loader=_Plain)  # noqa: S506 - safe


def files_for(target: schemas.Target, content: Path) -> Iterator[Path]:
    return content.glob(target.files)


# --- accepting -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("target", schemas.TARGETS, ids=lambda target: target.name)
def test_a_schema_accepts_every_record_that_the_check_accepts(target: schemas.Target) -> None:
    found = [path for content in (SMALL, CASES / "base" / "content") for path in files_for(target, content)]
    assert found
    for path in found:
        assert [error.message for error in validator(target.name).iter_errors(record_at(path))] == [], path


def test_the_schemas_in_the_tree_accept_the_real_records_by_check_jsonschema_too(tmp_path: Path) -> None:
    for target in schemas.TARGETS:
        schema = json.loads((FOLDER / target.file).read_text(encoding="utf-8"))
        for path in files_for(target, ROOT / "content"):
            assert [error.message for error in jsonschema.Draft7Validator(schema).iter_errors(record_at(path))] == [], (
                path
            )
    for target in schemas.TARGETS:  # it reads YAML in its own way, and a few records have all ways of writing it
        if target.name in {"actor", "event"}:
            paths = [
                shutil.copy(path, tmp_path) if path.suffix == ".yml" else _front_matter(path, tmp_path)
                for path in sorted(files_for(target, ROOT / "content"))[-20:]
            ]
            done = _check_jsonschema(FOLDER / target.file, *paths)
            assert done.returncode == 0, done.stdout


def _front_matter(path: Path, folder: Path) -> Path:
    copy = folder / f"{path.stem}.front.yml"
    copy.write_text(path.read_text(encoding="utf-8").split("---\n")[1], encoding="utf-8")
    return copy


def _check_jsonschema(schema: Path, *paths: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "check_jsonschema", "--schemafile", str(schema), *map(str, paths)]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)


TEXTS = st.sampled_from(["x", " padded ", "no", "1:30", "2017", "ä: #", "a" * 200])
NUMBERS = st.sampled_from([0, 1, 10, 2.5, -1, 10**9])
VALUES = st.one_of(TEXTS, NUMBERS, st.booleans(), st.none(), st.just([]), st.just(["isis"]), st.just({}))


@given(st.data())
def test_what_the_check_takes_of_a_value_the_schema_takes(data: st.DataObject) -> None:
    """One value of a sound record is exchanged for any other; where loading takes it, the schema has to."""
    target = data.draw(st.sampled_from([target for target in schemas.TARGETS if target.name != "page"]))
    path = data.draw(st.sampled_from(sorted(files_for(target, SMALL))))
    record = record_at(path)
    holder = data.draw(st.sampled_from(list(_mappings(record))))
    key = data.draw(st.sampled_from(sorted(holder)))
    holder[key] = data.draw(VALUES)
    if data.draw(st.booleans()):
        del holder[data.draw(st.sampled_from(sorted(holder)))]
    text = yaml.safe_dump(record, allow_unicode=True, width=10**6)
    tree, problems = read(text, "x")
    if tree is None or problems or not isinstance(tree.value, dict):
        return
    id_ = {"id": "x"} if "id" in _fields_of(target) else {}
    _, refused = validate({**tree.value, **id_}, target.record_type, Document("x", text))
    if not refused:
        assert [error.message for error in validator(target.name).iter_errors(record)] == []


def _fields_of(target: schemas.Target) -> set[str]:
    return set(json.loads(made()[target.file])["properties"])


def _mappings(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict) and value:
        yield value
    for part in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from _mappings(part)


# --- refusing --------------------------------------------------------------------------------------------------------

REFUSED = {
    "event: no claim": ("event", "{title: a, date: 2017-11-17, kind: flood, claims: []}", "[] should be non-empty"),
    "event: claims missing": ("event", "{title: a, date: 2017-11-17, kind: flood}", "'claims' is a required"),
    "event: unknown key": ("event", "{title: a, date: 2017-11-17, kind: flood, titel: b}", "'titel'"),
    "event: text is a number": ("event", "{title: 2017}", "2017 is not of type 'string'"),
    "event: empty text": ("event", "{title: ''}", "'' should be non-empty"),
    "event: no such basis": ("event", "{date_basis: guessed}", "'guessed' is not one of"),
    "event: seq is text": ("event", "{seq: first}", "'first' is not valid"),
    "event: claim without id": ("event", "{claims: [{text: a, reports: []}]}", "'id' is a required"),
    "event: bad claim id": ("event", "{claims: [{id: Not An Id, text: a, reports: []}]}", "'Not An Id' does not match"),
    "event: id too long": ("event", f"{{claims: [{{id: {'a' * 81}}}]}}", "does not match"),
    "event: report without cite": ("event", "{claims: [{id: a, text: a, reports: [{by: []}]}]}", "'cite'"),
    "event: by is no list": ("event", "{claims: [{id: a, reports: [{by: amaq}]}]}", "'amaq' is not of type 'array'"),
    "event: paragraph zero": (
        "event",
        "{claims: [{reports: [{cite: {source: a, paragraph: 0}}]}]}",
        "not valid under any",
    ),
    "event: extent": ("event", "{claims: [{control: {place: a, holder: b, extent: all}}]}", "is not valid under any"),
    "event: date is a list": ("event", "{date: [2017-11-17]}", "is not of type 'string', 'integer'"),
    "event: no such state": ("event", "{state: hidden}", "'hidden' is not one of"),
    "source: no paragraphs": ("source", "{title: a, publisher: b, published: 2017, paragraphs: []}", "non-empty"),
    "source: a list of kinds": ("source", "{kind: [poem]}", "is not valid under any"),
    "source: rights": ("source", "{rights: all}", "'all' is not one of"),
    "actor: body in front matter": ("actor", "{name: a, kind: state, body: b}", "'body' was unexpected"),
    "chronology: behaves as nothing known": (
        "chronology",
        "{vocabulary: {actor_kinds: {court: {like: court}}}}",
        "is not valid under",
    ),
    "actor: bad language": ("actor", "{names: {old english: a}}", "old english"),
    "place: latitude in quotes": ("place", "{lat: '34.4'}", "'34.4' is not valid under any"),
    "place: precision": ("place", "{precision: near}", "'near' is not one of"),
    "dispute: one position": ("dispute", "{positions: [{id: a, label: b, claims: [c#d]}]}", "is too short"),
    "dispute: rule": ("dispute", "{resolution: {outcome: [a], rule: 1, date: 2017, note: b}}", "is not valid under"),
    "chronology: no vocabulary": ("chronology", "{title: a}", "'vocabulary' is a required"),
    "chronology: quote limit": ("chronology", "{max_quote_words: 1000}", "greater than the maximum"),
    "tombstones: kind": (
        "tombstones",
        "{tombstones: [{kind: chapter, id: a, date: 2017, note: b}]}",
        "'chapter' is not one",
    ),
    "page: no title": ("page", "{description: a}", "'title' is a required"),
}


@pytest.mark.parametrize("name, record, message", REFUSED.values(), ids=REFUSED)
def test_a_schema_refuses_each_kind_of_mistake(name: str, record: str, message: str) -> None:
    value = yaml.load(record, Loader=_Plain)  # noqa: S506 - safe
    told = [error.message for error in validator(name).iter_errors(value)]
    assert any(message in text for text in told), told


def test_a_word_that_came_after_the_schema_was_written_is_not_refused() -> None:
    record = {"name": "a", "kind": "a-kind-of-tomorrow", "within": "a-place-of-tomorrow"}
    assert list(validator("place").iter_errors(record)) == []
    told = json.loads(made()["place.schema.json"])["properties"]
    assert "deprecationMessage" in told["kind"]["anyOf"][0]
    assert "deprecationMessage" not in json.dumps(told["within"])


# --- what is offered -------------------------------------------------------------------------------------------------


def test_the_vocabulary_and_the_ids_are_offered_with_what_they_mean() -> None:
    event = json.loads(made()["event.schema.json"])["definitions"]
    assert event["roles"] == {
        "enum": ["rescuer", "speaker"],
        "enumDescriptions": ["Rescuer: Helps those in danger.", "Speaker: Makes the statement."],
    }
    assert dict(zip(event["actors"]["enum"], event["actors"]["enumDescriptions"], strict=True))["mayor"] == "The mayor"
    dispute = json.loads(made()["dispute.schema.json"])["definitions"]
    assert "2020-05-dam-release#released" in dispute["claims"]["enum"]


def test_ids_by_the_thousand_are_not_offered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dateline.editing.schemas.offers.MOST_OFFERED", 2)
    corpus, _ = loading.load(SMALL, SMALL.parent)
    offered = schemas.offers_of(corpus)
    assert offered["actors"] == ()
    assert len(offered["places"]) == 2


@pytest.mark.parametrize("target", schemas.TARGETS, ids=lambda target: target.name)
def test_every_key_is_described_in_one_line(target: schemas.Target) -> None:
    schema = json.loads(made()[target.file])
    for part in [schema, *schema["definitions"].values()]:
        for key, field in part.get("properties", {}).items():
            assert field["description"].endswith("."), key
            assert "\n" not in field["description"], key
    assert ONE_OF not in made()[target.file]


# --- staleness and wiring --------------------------------------------------------------------------------------------


def test_the_schemas_in_the_tree_have_the_fields_of_the_record_types() -> None:
    there = {path.name: path.read_text(encoding="utf-8") for path in FOLDER.glob("*.json")}
    stale, _ = schemas.differences(there, made(ROOT / "content"))
    assert stale == [], "run: make reference"
    assert sorted(there) == sorted(made())


def test_the_field_reference_in_the_tree_is_that_of_the_record_types() -> None:
    there = (ROOT / "generator" / "FIELDS.md").read_text(encoding="utf-8")
    assert there == schemas.reference(), "run: make reference"
    anchors = {heading.lower() for heading in re.findall(r"^#+ (\w+)$", there, re.MULTILINE)}
    assert set(re.findall(r"\]\(#(\w+)\)", there)) <= anchors


def test_the_command_writes_once_and_tells_fields_from_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(SMALL, tmp_path / "content")
    monkeypatch.chdir(tmp_path)
    command = CliRunner()
    assert command.invoke(main, ["schema", "--check"]).exit_code == 1
    assert "9 of 9" in command.invoke(main, ["schema"]).output
    assert "0 of 9" in command.invoke(main, ["schema"]).output
    assert command.invoke(main, ["schema", "--check"]).output == "The schemas are current.\n"
    (tmp_path / "content" / "places" / "new.yml").write_text("name: New\nkind: town\n")
    behind = command.invoke(main, ["schema", "--check"])
    assert (behind.exit_code, "no fault: event.schema.json, place.schema.json" in behind.output) == (0, True)
    (tmp_path / ".vscode" / "schemas" / "place.schema.json").write_text("[]")
    stale = command.invoke(main, ["schema", "--check"])
    assert (stale.exit_code, "Stale: place.schema.json." in stale.output) == (1, True)


def test_the_editor_is_told_of_every_schema_of_yaml_files() -> None:
    text = re.sub(
        r"^\s*//.*$", "", (ROOT / ".vscode" / "settings.json").read_text(encoding="utf-8"), flags=re.MULTILINE
    )
    wired = json.loads(text)["yaml.schemas"]
    assert wired == {
        f"./.vscode/schemas/{target.file}": f"content/{target.files}"
        for target in schemas.TARGETS
        if not target.is_front_matter
    }
    assert all((ROOT / path).is_file() for path in wired)
    recommended = json.loads((ROOT / ".vscode" / "extensions.json").read_text(encoding="utf-8"))
    assert recommended == {"recommendations": ["redhat.vscode-yaml"]}


def test_what_fields_are_explained_by_is_of_no_chronology_that_there_is() -> None:
    """An editor of another chronology is not told to write 'saa', or an Arabic name."""
    text = (ROOT / "generator" / "FIELDS.md").read_text(encoding="utf-8")
    records = {path.stem for path in (ROOT / "content").rglob("*.*") if path.suffix in {".md", ".yml"}}
    named = set(re.findall(r"`[^`]*`", text))
    examples = {word for one in named for word in re.findall(r"[a-z0-9]+(?:-[a-z0-9]+)+", one)}
    assert examples & records == set()
    assert re.search(r"[\u0600-\u06ff]", text) is None
