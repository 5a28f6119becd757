"""`dateline source add`: no word is lost, no guess drops one, and what is no article is answered with what to do."""

import shutil
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result
from dateline.cli import main
from dateline.ground.extraction import reading
from dateline.ground.extraction.page_blocks import PageBlocks, blocks_of_page
from dateline.ground.problems import CATALOGUE, Code
from projects import CASES
from readings import source_of, write

SHAPES = CASES / "intake"
HEAD = ("--publisher", "harrow-gazette", "--published", "2031-05-06", "--id", "osterholm", "--accessed", "2031-05-07")


@pytest.fixture
def sources(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of sources of a small project, in which commands are run."""
    shutil.copytree(CASES / "base" / "content", tmp_path / "content")
    monkeypatch.chdir(tmp_path)
    return tmp_path / "content" / "sources"


def add(file: Path, *arguments: str) -> Result:
    return CliRunner(env={"COLUMNS": "200"}).invoke(main, ["source", "add", str(file), *HEAD, *arguments])


def written(sources: Path) -> str:
    return (sources / "osterholm.yml").read_text(encoding="utf-8")


def test_what_is_not_taken_is_listed_with_the_reason(sources: Path) -> None:
    done = add(SHAPES / "navigation-and-related.html")
    assert done.exit_code == 0, done.output
    assert "Not taken: 33 words in 8 blocks" in done.output
    assert all(
        reason in done.output for reason in ("the head of the page", "beside the article", "the foot of the page")
    )
    assert len(yaml.safe_load(written(sources))["paragraphs"]) == 3


def test_a_draft_gets_its_text_and_keeps_what_else_it_says(sources: Path) -> None:
    draft = "# Of a table.\ntitle: A row\nlicence: CC-BY-4.0\nurl: https://example.org/row\nstate: draft\n"
    (sources / "osterholm.yml").write_text(draft, encoding="utf-8")
    done = add(SHAPES / "navigation-and-related.html")
    assert done.exit_code == 0, done.output
    record = yaml.safe_load(written(sources))
    assert (record["licence"], record["url"], len(record["paragraphs"])) == ("CC-BY-4.0", "https://example.org/row", 3)
    assert (record["title"] == "A row", "state" in record) == (False, False)
    assert "nothing is overwritten" in add(SHAPES / "navigation-and-related.html").output
    (sources / "osterholm.yml").write_text("state: {draft", encoding="utf-8")
    assert "nothing is overwritten" in add(SHAPES / "navigation-and-related.html").output


def test_a_publication_that_lasted_is_told_at_once(sources: Path) -> None:
    told = add(SHAPES / "navigation-and-related.html", "--published", "../2031-05-06")
    assert (told.exit_code, "[..2031-05-06]" in told.output, (sources / "osterholm.yml").exists()) == (2, True, False)
    assert add(SHAPES / "navigation-and-related.html", "--published", "[..2031-05-06]").exit_code == 0


def test_of_comments_only_the_number_is_shown(sources: Path) -> None:
    done = add(SHAPES / "comments-section.html")
    assert done.exit_code == 0, done.output
    assert "comment section (5 blocks)" in done.output
    assert "Old Nils" not in done.output
    assert "Old Nils" not in written(sources)


@pytest.mark.parametrize("shape", ["aside-in-article.html", "paragraph-in-a-related-box.html", "headings.html"])
def test_yes_takes_no_guess_that_drops_text(sources: Path, shape: str) -> None:
    done = add(SHAPES / shape, "--yes")
    assert done.exit_code == 1
    assert "these blocks are not certain" in done.output
    assert "--yes (takes" not in done.output
    assert not (sources / "osterholm.yml").exists()


@pytest.mark.parametrize(
    "shape,count", [("div-with-breaks.html", 3), ("table-of-casualties.html", 7), ("embedded-post.html", 4)]
)
def test_what_the_extractor_passes_over_is_asked_and_kept_by_yes(sources: Path, shape: str, count: int) -> None:
    done = add(SHAPES / shape)
    assert done.exit_code == 1
    assert "--yes (takes the guesses by which no word is dropped)" in done.output
    assert add(SHAPES / shape, "--yes").exit_code == 0
    assert len(yaml.safe_load(written(sources))["paragraphs"]) == count


@pytest.mark.parametrize("shape", ["telegram-export.html", "several-articles.html"])
def test_several_sources_in_one_file_are_never_taken_for_one(sources: Path, shape: str) -> None:
    done = add(SHAPES / shape, "--yes")
    assert done.exit_code == 1
    assert "is a source of its own" in done.output
    assert add(SHAPES / shape, "--body", "5").exit_code == 0
    assert len(yaml.safe_load(written(sources))["paragraphs"]) == 1


def test_the_time_of_an_entry_stands_beside_its_paragraphs(sources: Path) -> None:
    assert add(SHAPES / "live-blog-articles.html").exit_code == 0
    lines = [line for line in written(sources).splitlines() if line.startswith("  - {n:")]
    assert [line.rpartition("  # ")[2] for line in lines] == [
        "entry 1, 12:10",
        "entry 2, 11:40",
        "entry 2, 11:40",
        "entry 3, 11:05",
    ]


@pytest.mark.parametrize(
    "shape,named",
    [
        ("pdf.pdf", "a PDF"),
        ("pdf-named-text.txt", "a PDF"),
        ("data.json", "JSON"),
        ("references.bib", "BibTeX"),
        ("table.csv", "CSV"),
        ("table-named-text.txt", "CSV"),
        ("image.png", "an image"),
        ("book.epub", "a packed file"),
        ("feed.xml", "a feed"),
    ],
)
def test_what_is_no_article_is_answered_with_what_to_do(sources: Path, shape: str, named: str) -> None:
    done = add(SHAPES / shape, "--yes")
    assert done.exit_code == 1
    assert f"[{Code.NO_ARTICLE}]" in done.output
    assert named in done.output
    assert done.output.rstrip().endswith(".")
    assert not (sources / "osterholm.yml").exists()


def test_subtitles_become_a_record_with_the_time_of_each_paragraph(sources: Path) -> None:
    done = add(SHAPES / "subtitles.srt", "--yes")
    lines = written(sources).splitlines() if done.exit_code == 0 else []
    assert {"locators: time", "kind: video"} <= {*lines}, done.output
    assert [line.partition("at: ")[2][:10] for line in lines if line.startswith("  - {n:")] == [
        '"00:00:01"',
        '"00:00:05"',
    ]


@pytest.mark.parametrize(
    "shape",
    [
        *("needs-javascript.html", "needs-javascript-in-the-body.html", "wall.html", "cookie-wall.html"),
        *("paywall.html", "not-found.html"),
    ],
)
def test_a_page_whose_text_is_elsewhere_is_refused(sources: Path, shape: str) -> None:
    done = add(SHAPES / shape, "--yes")
    assert done.exit_code == 1
    assert f"[{Code.TEXT_ELSEWHERE}]" in done.output
    assert CATALOGUE[Code.TEXT_ELSEWHERE].cure in done.output
    assert not (sources / "osterholm.yml").exists()


def test_a_page_that_shows_nothing_says_where_its_words_are(sources: Path) -> None:
    done = add(SHAPES / "article-only-in-data.html", "--yes")
    assert f"[{Code.TEXT_ELSEWHERE}]" in done.output
    assert "31 words, the article that the page carries as data" in done.output
    assert not (sources / "osterholm.yml").exists()


def test_what_no_browser_shows_is_counted_by_the_reason(sources: Path) -> None:
    done = add(SHAPES / "framed-pages.html", "--yes")
    assert done.exit_code == 0, done.output
    assert "Not shown by the page: a frame, whose own text is elsewhere: A post by the harbour." in done.output
    assert len(yaml.safe_load(written(sources))["paragraphs"]) == 3


def test_who_names_the_body_is_not_told_that_there_is_none(sources: Path) -> None:
    assert add(SHAPES / "paywall.html", "--body", "2").exit_code == 0
    assert len(yaml.safe_load(written(sources))["paragraphs"]) == 1


def test_a_word_that_would_be_lost_is_told_and_nothing_is_written(
    sources: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def forgetful(root: object) -> PageBlocks:
        page = blocks_of_page(root)
        return PageBlocks(page.blocks[:-1], page.apart, page.hidden)

    monkeypatch.setattr(reading, "blocks_of_page", forgetful)
    done = add(SHAPES / "plain-article.html", "--yes")
    assert done.exit_code == 1
    assert f"[{Code.TEXT_LOST}]" in done.output
    assert "these words would be lost: Divers looked piles" in done.output
    assert not (sources / "osterholm.yml").exists()


def test_markup_that_is_nested_too_deep_is_told(sources: Path, tmp_path: Path) -> None:
    (tmp_path / "deep.html").write_text("<div>" * 3000 + "Words." + "</div>" * 3000, encoding="utf-8")
    assert "nested too deep" in add(tmp_path / "deep.html").output
    assert not (sources / "osterholm.yml").exists()


# --- source verify ---------------------------------------------------------------------------------------------------

FERRY = "The ferry to Osterholm stopped at noon because the pier had lost four of its piles."
CREW = "Nobody was hurt, the harbour master said, and the crew had left the boat before."
DIVERS = "Divers looked at the piles on Tuesday and found that worms had eaten into the oak."


def held(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, shape: str, *paragraphs: str, more: str = "") -> str:
    write(tmp_path / "p", {"sources/osterholm.yml": source_of(list(paragraphs)) + more})
    (tmp_path / "c").mkdir()
    shutil.copy(SHAPES / shape, tmp_path / "c")
    monkeypatch.chdir(tmp_path / "p")
    return CliRunner().invoke(main, ["source", "verify", "--copies", str(tmp_path / "c")]).output


@pytest.mark.parametrize(
    "shape,paragraphs,told",
    [
        (
            "div-with-breaks.html",
            (FERRY, DIVERS),
            "has a block of 15 words that no paragraph has; it begins 'Nobody was",
        ),
        ("table-at-the-end.html", (FERRY, CREW, DIVERS), "has 6 words in 2 blocks that no paragraph has"),
        (
            "embedded-post.html",
            (FERRY, CREW),
            "has a paragraph that the record lacks; it begins 'Pier closed. No boats",
        ),
        (
            "plain-article.html",
            (FERRY, CREW),
            "has a block of 16 words that no paragraph has; it begins 'Divers looked",
        ),
    ],
)
def test_text_of_a_copy_that_the_record_lacks_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, shape: str, paragraphs: tuple[str, ...], told: str
) -> None:
    output = held(tmp_path, monkeypatch, shape, *paragraphs)
    assert f"[{Code.TEXT_UNRECORDED}]" in output or f"[{Code.PARAGRAPH_UNRECORDED}]" in output
    assert told in " ".join(output.split())


@pytest.mark.parametrize(
    "shape", ["plain-article.html", "comments-section.html", "navigation-and-related.html", "text.txt"]
)
def test_what_is_no_part_of_the_article_is_not_missed_in_its_record(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, shape: str
) -> None:
    assert "No problems." in held(tmp_path, monkeypatch, shape, FERRY, CREW, DIVERS)


def test_of_a_source_read_in_part_the_rest_is_not_missed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    part = "reading: {of: original, extent: part}\n"
    assert "No problems." in held(tmp_path, monkeypatch, "plain-article.html", FERRY, CREW, more=part)
