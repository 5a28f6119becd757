"""The engine's tests do not need the records that stand beside it."""

import ast
import re
from collections.abc import Iterator

from projects import ROOT

_FOLDERS = ("events", "sources", "actors", "places", "disputes")
_READS_CONTENT = re.compile(r"\breal_(?:site|project)\b|[\"']real[\"']|ROOT / \"content\"")


def _ids() -> frozenset[str]:
    """Return the ids of records of this chronology that are no word besides."""
    records = [path.stem for folder in _FOLDERS for path in (ROOT / "content" / folder).rglob("*.*")]
    return frozenset(one for one in records if "-" in one)


def _unmarked() -> Iterator[tuple[str, str]]:
    """Yield the name and the text of each test that reads content/ and is not said to be about al-Bukamal."""
    for path in sorted((ROOT / "tests").rglob("test_*.py")):
        text = path.read_text(encoding="utf-8")
        if "pytestmark = pytest.mark.al_bukamal" in text or not _READS_CONTENT.search(text):
            continue
        for node in ast.parse(text).body:
            if isinstance(node, ast.FunctionDef) and node.name.startswith("test_"):
                whole = "\n".join([*map(ast.unparse, node.decorator_list), ast.get_source_segment(text, node) or ""])
                if "al_bukamal" not in whole and _READS_CONTENT.search(whole):
                    yield f"{path.name}::{node.name}", whole


def test_a_test_that_names_records_of_this_chronology_says_so() -> None:
    """It would fail where another chronology is in content/; pytest.mark.al_bukamal skips it there."""
    ids = _ids()
    named = {
        name: sorted(ids.intersection(re.findall(r"[a-z0-9]+(?:-[a-z0-9]+)+", text))) for name, text in _unmarked()
    }
    assert named, "tests that read content/ are looked for, and there are none"
    assert {name: found for name, found in named.items() if found} == {}
