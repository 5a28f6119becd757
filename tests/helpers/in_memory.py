"""Versions of a chronology that stand in no file: a few records as text, for what has to hold in a comparison."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

from dateline.editing.comparison import Version
from dateline.editing.revising import Manuscript
from dateline.editing.revising.file_parts import Parts
from dateline.ground import yamltree
from dateline.records.loading import Corpus, Document, Filed, HandPage, PageHead
from dateline.records.loading.validation import validate
from dateline.records.types import Brief, Graveyard, Masthead, RecordKind, type_of_kind

MASTHEAD: Final = """\
title: The well of Lindwell
feed_id: tag:dateline.invalid,2026:the-well
timezone: Europe/London
vocabulary:
  event_kinds: {closure: {label: Closure}, meeting: {label: Meeting}}
  roles: {host: {label: Host}, guest: {label: Guest}}
  measures: {attended: {label: Attended}, repaid: {label: Repaid}}
  sides: {parish: {label: Parish}, petition: {label: Petition}}
  place_kinds: {well: {label: Well}, village: {label: Village}}
"""
CLOSED: Final = """\
title: The well is closed, the clerk says
date: 2031-03-03
kind: closure
places: [{place: old-well}]
actors: [{actor: council, role: host}]
claims:
  - id: closed
    text: The well was closed.
    reports:
      - {by: [clerk], cite: {source: gazette, paragraph: 1}}
"""
GAZETTE: Final = """\
title: The well is shut
publisher: harrow
published: 2031-03-04
url: https://gazette.example/well
paragraphs:
  - {n: 1, begins: The clerk said, ends: was closed}
  - {n: 2, begins: Nobody of the, ends: seen since}
"""
HERALD: Final = """\
title: Council answers
publisher: herald
published: 2031-03-10
url: https://herald.example/answer
paragraphs:
  - {n: 1, begins: The council said, ends: open still}
  - {n: 2, begins: A survey has, ends: at all}
"""
RECORDS: Final = {
    "chronology.yml": MASTHEAD,
    "events/well": CLOSED,
    "sources/gazette": GAZETTE,
    "actors/clerk": "name: The clerk\nkind: person\n",
    "actors/council": "name: Lindwell Council\nkind: organisation\n",
    "actors/harrow": "name: Harrow Gazette\nkind: media\n",
    "places/lindwell": "name: Lindwell\nkind: village\n",
    "places/old-well": "name: Old Well\nkind: well\nwithin: lindwell\nlat: 52.5\nlon: -3.5\nprecision: exact\n",
}
"""A chronology of one event: what every version here has, unless it says otherwise."""
NOWHERE: Final = Path("nowhere")
_ZONE: Final = "Europe/London"
_KINDS: Final = {kind.folder: kind for kind in RecordKind}


def version_of(changes: Mapping[str, str | None] | None = None) -> Version:
    """Return the version of the records with some changed, added or, for None, taken away.

    They are named as in content/, records without an ending; a text has its body below a line of three dashes.
    """
    texts = {name: text for name, text in {**RECORDS, **(changes or {})}.items() if text is not None}
    return Version(
        Corpus(
            masthead=_one(texts, "chronology.yml", Masthead),
            graveyard=_one(texts, "tombstones.yml", Graveyard),
            brief=_one(texts, "pages/brief.yml", Brief),
            records={kind: dict(_of_kind(kind, texts)) for kind in RecordKind},
            pages={page.id: page for page in map(_page, *_pages(texts))},
        ),
        (),
    )


def manuscript_of(changes: Mapping[str, str | None] | None = None) -> Manuscript:
    """Return the files of such a version, to be changed; none of them stands anywhere."""
    texts = {name: text for name, text in {**RECORDS, **(changes or {})}.items() if text is not None}
    files = dict(_file(name, text) for name, text in texts.items())
    return Manuscript(NOWHERE / "content", NOWHERE, version_of(changes), _before=files)


class FilesInMemory(Manuscript):
    """The same, whose records are read from what its files are to say."""

    @contextmanager
    def as_it_will_be(self) -> Iterator[Version]:
        """Yield the records as they are to be."""
        texts = dict(_named(path, self.text(path)) for path in self.paths())
        yield version_of({**dict.fromkeys(RECORDS), **texts})


def files_in_memory(changes: Mapping[str, str | None] | None = None) -> FilesInMemory:
    """Return the files of such a version, to be changed and read again; none of them stands anywhere."""
    known = manuscript_of(changes)
    return FilesInMemory(known.content, known.root, known.version, _before=known._before)


def _named(path: str, text: str) -> tuple[str, str]:
    """Return the name of a file's record and its text, both as they are told here."""
    kind = _KINDS.get(path.partition("/")[0])
    if kind is None:
        return path, text
    parts = Parts.of(text, is_markdown=kind.suffix != ".yml")
    body = parts.body.partition("\n")[2]
    return path.removesuffix(kind.suffix), parts.yaml if not body else f"{parts.yaml}---\n{body}"


def _file(name: str, text: str) -> tuple[str, str]:
    kind = _KINDS.get(name.partition("/")[0])
    if kind is None:
        return name, text
    yaml, dashes, body = text.partition("---\n")
    return f"{name}{kind.suffix}", text if kind.suffix == ".yml" else f"---\n{yaml}---\n{dashes and body}"


def record_of(name: str, text: str) -> Any:
    """Return the record that a text is, by its name in content/."""
    return _record(name, text).record


def replaced(text: str, *pairs: tuple[str, str]) -> str:
    """Return a text with parts of it exchanged, each of which must stand in it once."""
    for old, new in pairs:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return text


def _of_kind(kind: RecordKind, texts: Mapping[str, str]) -> Iterator[tuple[str, Filed[Any]]]:
    for name, text in sorted(texts.items()):
        if name.startswith(f"{kind.folder}/"):
            yield name.rpartition("/")[2], _record(name, text)


def _record(name: str, text: str) -> Filed[Any]:
    kind = _KINDS[name.partition("/")[0]]
    return _filed(f"content/{name}{kind.suffix}", text, type_of_kind[kind], id=name.rpartition("/")[2])


def _one(texts: Mapping[str, str], name: str, record_type: type) -> Filed[Any] | None:
    return _filed(f"content/{name}", texts[name], record_type) if name in texts else None


def _filed(path: str, text: str, record_type: type, **more: object) -> Filed[Any]:
    yaml, dashes, body = text.partition("---\n")
    tree, problems = yamltree.read(yaml, path)
    assert tree is not None, problems
    document = Document(path, yaml, body.rstrip(), yaml.count("\n") + 2)
    value = {**tree.value, **more, **({"body": document.body} if dashes and record_type is not PageHead else {})}
    record, found = validate(value, record_type, document, _ZONE)
    assert record is not None, [*problems, *found]
    return Filed(record, document)


def _pages(texts: Mapping[str, str]) -> tuple[list[str], list[str]]:
    names = [name for name in texts if name.startswith("pages/") and not name.endswith(".yml")]
    return names, [texts[name] for name in names]


def _page(name: str, text: str) -> HandPage:
    filed = _filed(f"content/{name}.md", text, PageHead)
    return HandPage(name.partition("/")[2], filed.record, filed.document)
