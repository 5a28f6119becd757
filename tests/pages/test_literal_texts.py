"""Marks of Markdown, its extensions, templates and HTML in records: each stands on the page as it was typed."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from html_reading import folded, read_file
from projects import ADDRESSES, CASES, build, make_project, once, pages_of

TRICKS = (
    *("{{ 7*7 }}", "{% raw %}", "{# gone #}", "</script><script>window.dlHacked=1</script>", "<!-- gone -->"),
    *("](javascript:alert(1))", "[a](http://evil.example){onclick=x}", "![x](//evil.example/y.png)"),
    *("<https://evil.example>", "&#x6A;avascript:", "&lt;b&gt;", '--8<-- "mkdocs.yml"', "[TOC]", "*[abbr]: long"),
    *("{: onclick=alert(1) }", "!!! note", "??? note", '=== "tab"', ":smile:", ":material-account:", "[^1]: foot"),
    *("$$x$$", "++ctrl+a++", "==mark==", "~~del~~", "^^ins^^", "{>>c<<}", "[[wiki]]", "1. a", "# h", "`x`", "\\"),
    *("W" * 300, "\u05d0\u05d1\u05d2 abc", "| a | b |", "- [ ] task", "#!python", "***", "a\u00a0b"),
)
CHANGED = {"del", "mark", "ins", "abbr", "iframe", "object", "embed"}


@pytest.fixture(scope="session")
def literal_site(shared: Path) -> Path:
    """The site of a chronology with an event and a place for each trick, in all of their texts."""

    def make(folder: Path) -> None:
        project = make_project(folder, CASES / "base" / "content")
        for number, trick in enumerate(TRICKS):
            _write(project / "content", number, trick)
        _write_lines(project / "content")
        done = build(project, **ADDRESSES)
        assert done.returncode == 0, done.stderr

    return once(shared, "literal", make) / "site"


def test_every_text_stands_on_its_page_as_it_was_typed(literal_site: Path) -> None:
    day = folded(read_file(literal_site / "days" / "2031-03-02" / "index.html").element("body").text)
    for number, trick in enumerate(TRICKS):
        assert day.count(folded(trick)) >= 3, trick
        page = read_file(literal_site / "places" / f"trick-{number}" / "index.html")
        assert folded(page.element("h1").text).startswith(folded(trick)), trick
        assert folded(page.element("title").text).startswith(folded(trick)), trick


def test_no_text_becomes_an_element_a_handler_or_an_address(literal_site: Path) -> None:
    for file in pages_of(literal_site):
        for node in read_file(file).elements():
            assert node.tag not in CHANGED, (file, node.tag)
            if node.tag == "base":  # an embed's links open in the whole window, wherever they lead
                assert node.attributes == {"target": "_top"}, file
                assert file.relative_to(literal_site).parts[0] == "embed", file
            assert "admonition" not in node.classes, file
            assert not [name for name in node.attributes if name.startswith("on")], file
            for name in ("href", "src"):
                assert not re.search(r"^\s*javascript:|evil\.example", node.get(name) or "", re.IGNORECASE), file
            if node.tag == "script" and node.get("type") != "application/ld+json":
                assert "dlHacked" not in node.text, file


def test_the_names_of_lines_and_where_they_are_from_stand_as_typed_too(literal_site: Path) -> None:
    places = folded(read_file(literal_site / "places" / "index.html").element("body").text)
    assert folded(" ".join(TRICKS[:8])) in places


def _write(content: Path, number: int, trick: str) -> None:
    event = {
        "title": trick,
        "date": "2031-03-02",
        "kind": "meeting",
        "places": [{"place": f"trick-{number}", "note": trick}],
        "summary": trick,
        "claims": [
            {
                "id": "c",
                "text": trick,
                "note": trick,
                "reports": [{"by": [], "cite": {"source": "crier-2031-03-06", "paragraph": 1}, "note": trick}],
            }
        ],
    }
    place = {"name": trick, "aliases": [trick], "kind": "village", "lat": 50 + number / 9, "lon": 1.5, "note": trick}
    _dump(content / "events" / "2031" / f"trick-{number}.yml", event)
    _dump(content / "places" / f"trick-{number}.yml", {**place, "located_by": trick})


def _write_lines(content: Path) -> None:
    features = [
        {
            "type": "Feature",
            "properties": {"kind": "river", "name": trick},
            "geometry": {"type": "LineString", "coordinates": [[1, 50 + number / 9], [2, 50.1 + number / 9]]},
        }
        for number, trick in enumerate(TRICKS)
    ]
    lines = {"type": "FeatureCollection", "attribution": " ".join(TRICKS[:8]), "features": features}
    _dump(content / "geodata" / "lines.geojson", lines)


def _dump(path: Path, value: Any) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(value, ensure_ascii=False), encoding="utf-8")  # JSON is YAML as well
