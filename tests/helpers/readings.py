"""A chronology of one event and one source, to hold against a text."""

from collections.abc import Mapping
from pathlib import Path
from typing import Final

from dateline.editing.verification import CopyText, Verification, verify
from dateline.ground.problems import Code, has_errors
from dateline.ground.provenance import locate
from dateline.records import loading
from dateline.records.chronology import link
from dateline.records.rules.context import Context

MASTHEAD: Final = """
title: The well
feed_id: tag:dateline.invalid,2026:the-well
vocabulary:
  event_kinds: {closure: {label: Closure}}
  roles: {host: {label: Host}}
  measures: {attended: {label: Attended}}
  place_kinds: {well: {label: Well}}
"""
ACTORS: Final = {
    "clerk": "name: The clerk\nkind: person\naliases: [town clerk]\n",
    "council": "name: Lindwell Council\nkind: organisation\naliases: [LC]\n",
    "gazette": "name: Harrow Gazette\nkind: media\n",
}
PLACES: Final = {"old-well": "name: Old Well\nkind: well\nnames: {cy: Hen Ffynnon}\n"}
EVENT: Final = """
title: A meeting
date: 2031-03-03
kind: closure
places: [{place: old-well}]
actors: [{actor: council, role: host}, {actor: gazette}]
claims:
  - id: attendance
    text: Twenty came.
    control: {place: old-well, holder: council, extent: full}
    reports:
      - by: [clerk]
        cite: {source: gazette-1, paragraph: 1}
        figures:
          - {measure: attended, min: 20, wording: at least twenty}
"""
TEXT: Final = (
    "On 3 March, said the clerk, at least twenty people came to the Old Well, which Lindwell Council has in its hands."
)


def source_of(paragraphs: list[str], language: str = "en", url: str = "null") -> str:
    """Return the record of a source with these paragraphs."""
    lines = [f"title: T\npublisher: gazette\npublished: 2031-03-04\nlanguage: {language}\nurl: {url}\nparagraphs:"]
    for number, paragraph in enumerate(paragraphs, 1):
        found = locate(paragraph, locator_words=3)
        lines.append(
            f'  - {{n: {number}, begins: "{found.begins}", ends: "{found.ends}", words: {found.words},'
            f' sha256: "{found.sha256}", note: x}}'
        )
    return "\n".join(lines) + "\n"


def write(root: Path, files: Mapping[str, str]) -> Path:
    """Write a project's content, by path in content/, with what every chronology here has."""
    standing = {
        "chronology.yml": MASTHEAD,
        **{f"actors/{id_}.md": f"---\n{head}---\n" for id_, head in ACTORS.items()},
        **{f"places/{id_}.yml": text for id_, text in PLACES.items()},
    }
    for name, text in (standing | dict(files)).items():
        path = root / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return root


def context_of(root: Path, files: Mapping[str, str]) -> Context:
    """Return the records of a project written so, which must have no problem of their own."""
    corpus, problems = loading.load(write(root, files) / "content", root)
    assert not has_errors(problems), [str(problem) for problem in problems]
    return Context(link(corpus, drafts=True), corpus)


def read_against(root: Path, text: str, event: str = EVENT, language: str = "en") -> Verification:
    """Hold an event against one paragraph."""
    files = {"events/2031/e.yml": event, "sources/gazette-1.yml": source_of([text], language)}
    return verify(context_of(root, files), [CopyText("copy.txt", (text,))])


def codes_of(found: Verification) -> list[Code]:
    """Return the codes of the problems found, in order."""
    return [problem.code for problem in found.problems]
