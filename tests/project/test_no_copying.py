"""No run of nine or more words of a source stands anywhere in the project."""

import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from dateline.editing.verification import read_copies
from dateline.editing.verification.copies import best_match
from dateline.records import loading
from dateline.records.types import RecordKind, Source
from founding import FOLDER, here
from projects import ROOT

RUN = 9
_WORD = re.compile(r"[^\W_]+")
_EXCEPTED = re.compile(r"^(?:title|url): .*$", re.MULTILINE)  # a title and an address name the source


def runs(text: str) -> set[tuple[str, ...]]:
    """Return every run of nine words, whatever their case and what stands between them."""
    words = _WORD.findall(text.casefold())
    return {tuple(words[start : start + RUN]) for start in range(len(words) - RUN + 1)}


def body_paragraphs() -> Iterator[tuple[str, str]]:
    """Yield each paragraph of the sources of which a copy is at hand, with where it stands."""
    corpus, _ = loading.load(ROOT / "content", ROOT)
    copies = read_copies(FOLDER)
    for filed in corpus.records.get(RecordKind.SOURCE, {}).values():
        source: Source = filed.record
        match = best_match(source, copies)
        for number, found in match.found.items() if match is not None else ():
            yield f"{source.id}#p{number}", found.text


def texts_of_the_project() -> Iterator[tuple[Path, str]]:
    """Yield every text file that is, or is about to be, part of the project."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    for name in filter(None, listed.stdout.split("\0")):
        path = ROOT / name
        try:
            text = path.read_text("utf-8")
        except (OSError, UnicodeDecodeError):
            continue
        is_source = path.parent == ROOT / "content" / "sources"
        yield path.relative_to(ROOT), _EXCEPTED.sub("", text) if is_source else text


def test_nine_words_are_a_run_and_eight_are_none() -> None:
    assert runs("One, two; three - four FIVE six seven_eight “nine”") == runs(
        "one two three four five six seven eight nine"
    )
    assert runs("one two three four five six seven eight") == set()


@pytest.mark.al_bukamal
@here
def test_no_run_of_nine_words_is_shared_with_a_source() -> None:
    sources = {run: place for place, text in body_paragraphs() for run in runs(text)}
    assert len(set(sources.values())) == 40, "not every paragraph was found"
    shared = {
        f"{path}: {place}: {' '.join(run)}"
        for path, text in texts_of_the_project()
        for run in runs(text) & sources.keys()
        if (place := sources[run])
    }
    assert not shared, "\n".join(sorted(shared))
