"""What is withheld is nowhere in what is published, whatever was published before."""

import gzip
import json
import re
from collections.abc import Iterable
from pathlib import Path

import pytest
from dateline.ground.problems import has_errors
from dateline.pages.rendering.pages import Page
from dateline.site.compiling import compile_site
from dateline.site.configuration import read_settings
from projects import CASES, files_of, make_project
from rebuilding import built, reworded

_CANARY = "kanarien"  # as wide as what it stands for
_WITHHELD = "{until: never, reason: safety, on: 2026-11-29}"
_TEXT = re.compile(r"(?<!passage\.at <script>)window\.dlHacked")  # a passage is cited by its own words
_HOSTILE = CASES / "hostile" / "content"


def _files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.suffix in {".yml", ".md"})


def _project(folder: Path, kinds: tuple[str, ...]) -> Path:
    """Lay out the hostile chronology, whose every text is filled, with a canary in each text of some kinds."""
    project = make_project(folder / "project", _HOSTILE)
    (project / "content" / "pages" / "brief.yml").unlink()
    for kind in kinds:
        for path in _files(project / "content" / kind):
            text = _TEXT.sub(f"window.{_CANARY}", path.read_text(encoding="utf-8"))
            path.write_text(text, encoding="utf-8")
    return project


def _withhold(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    line = f"withheld: {_WITHHELD}\n"
    path.write_text(
        text.replace("---\n", f"---\n{line}", 1) if path.suffix == ".md" else f"{line}{text}", encoding="utf-8"
    )


def _hits(folder: Path) -> list[str]:
    found = []
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            data = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
            if _CANARY.encode() in data.lower() or _CANARY in path.as_posix():
                found.append(path.relative_to(folder).as_posix())
    return found


def _mend(project: Path, kind: str) -> None:
    """Take away what the check asks to take away with it: links of other texts, and whose word somebody's is."""
    for path in _files(project / "content" / "pages") if kind == "actors" else ():
        path.write_text(path.read_text(encoding="utf-8").replace("(actor:speaker", "(page:thanks"), encoding="utf-8")
    if kind == "sources":
        path = project / "content" / "actors" / "speaker.md"
        lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
        path.write_text("".join(one for one in lines if not one.startswith("speaks_for:")), encoding="utf-8")


def _with(word: str, pages: Iterable[Page]) -> list[str]:
    """Return the pages that have a word; of data, as bytes."""
    found = ((page.path, page.content if isinstance(page.content, bytes) else page.content.encode()) for page in pages)
    return [path for path, content in found if word.encode() in content.lower()]


def _withhold_all(project: Path, kinds: tuple[str, ...]) -> None:
    for kind in kinds:
        for path in _files(project / "content" / kind):
            _withhold(path)


def test_no_file_has_a_word_of_withheld_events_after_a_build_that_had_them(tmp_path: Path) -> None:
    project = _project(tmp_path, ("events",))
    built(project)
    assert len(_hits(project / "site")) > len(_files(project / "content" / "events"))
    _withhold_all(project, ("events",))
    built(project)
    built(project, "cold", fresh=True)
    assert _hits(project / "site") == []
    assert files_of(project / "site") == files_of(project / "cold")
    page = (project / "site" / "events" / "one" / "index.html").read_text(encoding="utf-8")
    assert "<h1>Withheld since 29 November 2026</h1>" in page
    assert "<meta name=robots content=noindex>" in page


@pytest.mark.parametrize("kind", ["sources", "actors", "places", "disputes"])
def test_no_page_has_a_word_of_what_is_withheld(tmp_path: Path, kind: str) -> None:
    project = _project(tmp_path, (kind,))
    settings = read_settings(project / "mkdocs.yml")
    assert _with(_CANARY, compile_site(settings).pages)
    _withhold_all(project, (kind,))
    _mend(project, kind)
    done = compile_site(settings)
    assert not has_errors(done.problems)
    assert _with(_CANARY, done.pages) == []
    assert len(_with("withheld since 29 november 2026", done.pages)) >= len(_files(project / "content" / kind))


def test_a_claim_and_a_text_alone_are_withheld_and_the_rest_of_their_event_stays(tmp_path: Path) -> None:
    project = make_project(tmp_path / "project")
    event = project / "content" / "events" / "2020" / "2020-05-04-market-flooded.yml"
    reworded(event, "The council closed all of", f"{_CANARY} closed all of")
    reworded(event, "The river stood in the square;", f"The {_CANARY} stood in the square;")
    built(project)
    assert _hits(project / "site")
    reworded(event, "    control:", f"    withheld: {_WITHHELD}\n    control:")
    reworded(event, "summary:", f"withheld: {_WITHHELD[:-1]}, fields: [summary]}}\nsummary:")
    built(project)
    built(project, "cold", fresh=True)
    assert _hits(project / "site") == []
    assert files_of(project / "site") == files_of(project / "cold")
    at = project / "site" / "events" / "2020-05-04-market-flooded"
    assert "The market square was under water by noon." in (at / "index.html").read_text(encoding="utf-8")
    assert "Withheld since" in (at / "held-by-water" / "index.html").read_text(encoding="utf-8")
    data = project / "site" / "data"
    assert "Withheld from readers: 1 claim, 1 text." in (data / "index.html").read_text(encoding="utf-8")
    day = project / "site" / "days" / "2020-05-04" / "index.html"
    assert "Withheld from readers: 1 claim, 1 text." in day.read_text(encoding="utf-8")
    assert json.loads((data / "chronology.json").read_text(encoding="utf-8"))["withheld"] == {"claim": 1, "text": 1}
