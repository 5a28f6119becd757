"""No word that readers see was forgotten: in a language that nobody speaks, only the records' own words are English."""

import html
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import messages
import pseudo
import pytest
from dateline.ground.languages import language_of
from dateline.pages.rendering.pages import Page
from dateline.pages.wording import scripts
from dateline.site.compiling import compile_site
from dateline.site.settings import Settings

SEEN = re.compile(r'\b(?:title|alt|aria-label|aria-valuetext|placeholder|data-label|abbr)="([^"]*)"')
META = re.compile(r'<meta (?:name="description"|property="og:title") content="([^"]*)"')
HIDDEN = re.compile(r"(?s)<(script|style|code|pre)\b.*?</\1>|<!--.*?-->|<!doctype[^>]*>")
LEFT = re.compile(r"(?<![\w’])[A-Za-z][A-Za-z'’-]+(?: [A-Za-z][A-Za-z'’-]*)*(?![\w])")
ADDRESS = re.compile(r"\S*(?:/|\.(?:geojson|ics|json|jsonld|sqlite|ttl|txt|xml)\b|tag:)\S*")
NAMES = {
    "APA",
    "BibTeX",
    "LaTeX",
    "FollowTheMoney",
    "Chicago",
    "Wikipedia",
    "CSL-JSON",
    "JSON Schema",
    "kB",
    "km",
    "CC-BY",
    "CC BY",
    "rtl",
    "RFC",
    "MB",
    "SQL",
    "SQLite",
    "Data Package",
    "GeoJSON",
    "JSON-LD",
    "PROV-O",
    "SHACL",
    "Turtle",
    "Web Annotation",
    "llms",
    "TimelineJS",
    "iCalendar",
    "Table Schema",
}
"""What is called the same in every language."""


@pytest.fixture(scope="module", params=["ar", "de"])
def language(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with pseudo.speaking(request.param, tmp_path_factory.mktemp("locales")):
        yield request.param


@pytest.fixture(scope="module", params=["base", "small"])
def project(request: pytest.FixtureRequest, language: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp(f"{request.param}-{language}")
    shutil.copytree(messages.ROOT / "tests" / "cases" / request.param / "content", root / "content")
    masthead = root / "content" / "chronology.yml"
    text = masthead.read_text(encoding="utf-8")
    masthead.write_text(re.sub("(?m)^language: .*$", f"language: {language}", text), encoding="utf-8")
    return root


@pytest.fixture(scope="module")
def pages(project: Path) -> tuple[Page, ...]:
    templates = messages.ROOT / "templates"
    site = compile_site(Settings(root=project, content=project / "content", templates=templates))
    assert site.pages, site.problems
    return site.pages


def test_every_word_of_every_page_is_of_the_catalogue_or_of_the_records(
    pages: tuple[Page, ...], project: Path, language: str
) -> None:
    known = words_of_the_records(project, language)
    forgotten = {
        f"{page.path}: {left}"
        for page in pages
        if page.path.endswith((".md", ".html", "feed.xml"))
        for left in english_in(str(page.content))
        if left not in NAMES and not is_of(left, known)
    }
    assert not forgotten, "\n".join(sorted(forgotten))


def test_every_kind_of_page_is_looked_at(pages: tuple[Page, ...]) -> None:
    kinds = {page.path.partition("/")[0] for page in pages}
    assert {
        "index.md",
        "days",
        "events",
        "sources",
        "actors",
        "places",
        "disputes",
        "changes",
        "data",
        "search.md",
    } <= kinds


def test_every_word_of_the_scripts_is_of_the_catalogue(language: str) -> None:
    for path in scripts.SCRIPTS:
        source = (messages.ROOT / "templates" / "theme" / path).read_text(encoding="utf-8")
        assert source.count("const WORDS = {};") == 1
        line = next(
            line for line in scripts.filled(source, path, language_of(language)).split("\n") if "const WORDS" in line
        )
        said = re.findall(r'"([^"]*)"(?!:)', line)
        assert said
        assert [text for text in said if re.search("[A-Za-z]{2}", re.sub(r"%\(\w+\)s", "", text))] == []


def english_in(page: str) -> Iterator[str]:
    head, _, body = page.removeprefix("---\n").partition("\n---\n") if page.startswith("---\n") else ("", "", page)
    shown = HIDDEN.sub(" ", body)
    texts = re.findall(r'(?m)^(?:title|description): "(.*)"$', head)
    texts += SEEN.findall(shown) + META.findall(shown)
    shown = re.sub(r"\{:[^}\n]*\}", "", re.sub(r"<[^>]*>", "\n", shown))
    texts += shown.split("\n")
    for text in texts:
        yield from LEFT.findall(ADDRESS.sub("", html.unescape(html.unescape(text))))


def words_of_the_records(project: Path, language: str) -> str:
    files = sorted(path for path in (project / "content").rglob("*") if path.suffix in {".yml", ".md", ".geojson"})
    texts = [path.stem for path in files] + [path.read_text(encoding="utf-8") for path in files]
    locale = language_of(language).locale
    texts += [*locale.months["stand-alone"]["wide"].values(), *locale.months["format"]["abbreviated"].values()]
    texts += [*locale.days["stand-alone"]["wide"].values(), *locale.days["stand-alone"]["short"].values()]
    texts += list(locale.languages.values())
    texts += [locale.list_patterns[style]["2"].format("", "") for style in ("standard", "or")]
    return plain("\n".join(map(str, texts)))


def plain(text: str) -> str:
    return " ".join(re.findall(r"[^\W\d_]+", text.replace("-", " ").lower()))


def is_of(left: str, known: str) -> bool:
    return f" {plain(left)} " in f" {known} "
