"""The form for editors: what its configuration says of every field, and whence its scripts are."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from dateline.pages.shared.desk_place import DeskPlace
from dateline.records.types import RecordKind, Vocabulary, type_of_kind
from dateline.records.types.shapes import keys_of
from dateline.site.compiling import compile_site, outline
from dateline.site.configuration import read_settings
from dateline.site.desk import desk_files
from dateline.site.desk.widgets import DATE, Widgets
from dateline.site.settings import Settings
from projects import CASES, ROOT
from vendoring import MANIFEST, differences

SMALL = CASES / "small"
PLACE = DeskPlace("editors/chronology", "main", "content")


def settings(desk: DeskPlace | None = PLACE, site_url: str | None = None) -> Settings:
    return Settings(root=SMALL, content=SMALL / "content", templates=ROOT / "templates", desk=desk, site_url=site_url)


@pytest.fixture(scope="module")
def files() -> dict[str, bytes]:
    edition = outline(settings()).edition
    assert edition is not None
    return dict(desk_files(edition, PLACE))


@pytest.fixture(scope="module")
def collections(files: dict[str, bytes]) -> dict[str, Any]:
    return {one["name"]: one for one in json.loads(files["edit/config.json"])["collections"]}


def at(collections: dict[str, Any], kind: str, *keys: str) -> dict[str, Any]:
    found = collections[kind]
    for key in keys:
        found = next(field for field in found["fields"] if field["name"] == key)
    return dict(found)


@pytest.mark.parametrize("kind", RecordKind)
def test_every_key_of_a_record_is_a_field_in_its_order(collections: dict[str, Any], kind: RecordKind) -> None:
    named = [field["name"] for field in collections[kind.folder]["fields"] if field["widget"] != "hidden"]
    keys = [key for key in keys_of(type_of_kind[kind]) if key != "id"]
    assert [name for name in named if name != "body"] == keys
    assert all(field["hint"] for field in collections[kind.folder]["fields"] if field["widget"] != "hidden")


def test_records_and_claims_have_pickers_and_words_have_their_labels(collections: dict[str, Any]) -> None:
    source = at(collections, "events", "claims", "reports", "cite", "source")
    assert (source["widget"], source["collection"], source["value_field"]) == ("relation", "sources", "{{slug}}")
    speakers = at(collections, "events", "claims", "reports", "by")
    assert (speakers["collection"], speakers["multiple"], speakers["required"]) == ("actors", True, False)
    claims = at(collections, "disputes", "positions", "claims")
    assert (claims["collection"], claims["value_field"]) == ("events", "{{slug}}#{{claims.*.id}}")
    assert {"label": "Flood", "value": "flood"} in at(collections, "events", "kind")["options"]
    stance = [option["value"] for option in at(collections, "events", "claims", "reports", "stance")["options"]]
    assert stance == ["asserts", "denies", "doubts", "unconfirmed", "concedes", "retracts"]


def test_what_may_be_an_id_or_say_more_has_a_field_for_each_of_its_keys(collections: dict[str, Any]) -> None:
    for kind, key, keys in (
        ("actors", "part_of", ["actor", "as", "from", "until", "cite"]),
        ("places", "within", ["place", "from", "until", "cite"]),
    ):
        field = at(collections, kind, key)
        assert (field["widget"], [inner["name"] for inner in field["fields"]]) == ("list", keys)
        assert field["fields"][0]["widget"] == "relation"


def test_no_field_is_a_choice_of_nothing() -> None:
    """Sveltia CMS shows nothing at all of a form that has one."""
    fields = [field for kind in RecordKind for field in Widgets(Vocabulary()).of_type(type_of_kind[kind])]
    assert '"options": []' not in json.dumps(fields)
    assert next(field for field in fields if field["name"] == "kind")["widget"] == "string"


def test_an_id_is_made_of_what_a_record_says_and_an_event_is_filed_by_its_year(collections: dict[str, Any]) -> None:
    for kind in RecordKind:
        slug = collections[kind.folder]["slug"]
        assert slug["editable"] == ["create"]
        assert slug["template"] == {
            "events": "{{date}}-{{title | truncate(40)}}",
            "sources": "{{publisher}}-{{published}}",
            "actors": "{{name}}",
            "places": "{{name}}",
            "disputes": "{{question}}",
        }.get(kind.folder)
        assert re.search(slug["pattern"][0], "2020-05-05-sandbags")
        assert not re.search(slug["pattern"][0], "2020-05-05~-sandbags")
    assert collections["events"]["path"] == "{{slug | truncate(4)}}/{{slug}}"
    assert "path" not in collections["sources"]


def test_what_must_be_there_is_asked_for(collections: dict[str, Any]) -> None:
    assert "required" not in at(collections, "events", "date")
    assert at(collections, "events", "claims")["min"] == 1
    assert at(collections, "events", "note")["required"] is False
    assert at(collections, "events", "claims", "reports", "figures", "min")["value_type"] == "float"


@pytest.mark.parametrize("date", ["17.11.2017", "17/11/2017", "11-17-2017", "17 November 2017", "November 2017", ""])
def test_a_date_in_another_form_is_refused(date: str) -> None:
    assert not re.search(DATE[0], date)


def test_every_date_of_the_records_is_taken() -> None:
    folders = [ROOT / "content", ROOT / "generator" / "dateline" / "examples"]
    texts = [path.read_text("utf-8") for folder in folders for path in sorted(folder.rglob("*.yml"))]
    dates = {
        one for text in texts for one in re.findall(r"^(?:date|published): \"?([^\"\n]+?)\"?$", text, re.MULTILINE)
    }
    more = {"2017", "2017-11~", "2017-11-10/..", "../2017-11-13", "2017-1X", "2017-21", "[..2017-11-13]", "Y-17000"}
    assert dates
    assert [date for date in sorted(dates | more) if not re.search(DATE[0], date)] == []


def test_only_the_site_and_github_are_asked(files: dict[str, bytes]) -> None:
    page = files["edit/index.html"].decode()
    (policy,) = re.findall(r'Content-Security-Policy" content="([^"]+)"', page)
    assert re.findall(r"https?://\S+", policy) == ["https://api.github.com;"]
    assert "noindex" in page
    assert not re.search(r"<script(?! type=\"module\" src=\"desk.js\")", page)


def test_a_site_has_the_form_only_where_it_asks_for_it_and_then_leads_to_it() -> None:
    pages = {page.path: page for page in compile_site(settings(None, "https://chronology.example/")).pages}
    assert not [path for path in pages if path.startswith("edit/")]
    pages = {page.path: page for page in compile_site(settings(PLACE, "https://chronology.example/")).pages}
    assert "edit/index.html" in pages
    assert "edit/sveltia-cms/index.js" in pages
    link = "https://chronology.example/edit/#/collections/actors/entries/mayor"
    assert link in str(pages["actors/mayor.md"].content)


@pytest.mark.parametrize(
    "repository, found",
    [
        ("https://github.com/editors/chronology", "editors/chronology"),
        ("https://forge.example/editors/chronology", None),
    ],
)
def test_the_form_writes_to_a_repository_on_github(
    project: Path, monkeypatch: pytest.MonkeyPatch, repository: str, found: str | None
) -> None:
    config = project / "mkdocs.yml"
    config.write_text(
        config.read_text("utf-8").replace("- dateline: {embeds: true}\n", "- dateline: { edit_form: true }\n"), "utf-8"
    )
    monkeypatch.setenv("DATELINE_REPO_URL", repository)
    desk = read_settings(config).desk
    assert (desk.repository if desk else None) == found


def test_the_scripts_are_the_packages_own() -> None:
    assert differences(json.loads(MANIFEST.read_text("utf-8"))) == []
