"""The issue forms: valid, and filled in by the site's links."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
import yaml
from dateline.pages.wording.forms import LinkedForm
from html_reading import read_file, target_of
from projects import REPO_URL, ROOT, SITE_URL, pages_of

FORMS = ROOT / ".github" / "ISSUE_TEMPLATE"
NEW = f"{REPO_URL}/issues/new"
# What GitHub itself reads from the address; a field of that name could never be filled in.
TAKEN = {"assignees", "body", "labels", "milestone", "projects", "template", "title", "type"}


def form(name: str) -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load((FORMS / name).read_text(encoding="utf-8"))
    return found


def fields(name: str) -> list[dict[str, Any]]:
    return [field for field in form(name)["body"] if field["type"] != "markdown"]


def links(site: Path) -> Iterator[tuple[Path, str]]:
    for page in pages_of(site):
        for node in read_file(page).elements("a"):
            if (node.get("href") or "").startswith(NEW):
                yield page, node["href"]


def test_there_is_a_form_for_each_that_the_site_knows_and_no_other() -> None:
    assert {path.stem for path in FORMS.iterdir()} == {*LinkedForm, "config"}


@pytest.mark.parametrize("name", [f"{name}.yml" for name in LinkedForm])
def test_fields_can_be_told_apart_by_id_and_by_label(name: str) -> None:
    ids = [field["id"] for field in fields(name)]
    labels = [field["attributes"]["label"] for field in fields(name)]
    assert len(set(ids)) == len(ids)
    assert len(set(labels)) == len(labels)
    assert not TAKEN & set(ids)


def test_every_link_fills_in_text_fields_of_a_form_that_exists(small_site: Path) -> None:
    used = set()
    for page, link in links(small_site):
        given = {name: value for name, (value,) in parse_qs(urlsplit(link).query, strict_parsing=True).items()}
        used.add(given["template"])
        text_fields = {field["id"] for field in fields(given["template"]) if field["type"] in {"input", "textarea"}}
        assert set(given) - {"template", "title"} <= text_fields, page
        assert given["title"].startswith(form(given["template"])["title"].strip()), page
    assert used == {f"{name}.yml" for name in LinkedForm}


def test_the_page_that_a_link_names_is_where_the_record_stands(small_site: Path) -> None:
    for page, link in links(small_site):
        query = parse_qs(urlsplit(link).query)
        for address in query.get("page", ()):
            assert address.startswith(SITE_URL)
            file, anchor = target_of(small_site, small_site / "index.html", address.removeprefix(SITE_URL))
            assert file == page
            assert not anchor or read_file(file).by_id(anchor).tag in {"article", "h2"}, address


def test_every_claim_can_be_contested_where_it_stands(small_site: Path) -> None:
    contested = {
        parse_qs(urlsplit(link).query).get("record", [""])[0] for _, link in links(small_site) if "claim%20" in link
    }
    assert "claim 2020-05-04-market-flooded#evacuated" in contested
    assert not any("never-shown" in unquote(link) for _, link in links(small_site))
