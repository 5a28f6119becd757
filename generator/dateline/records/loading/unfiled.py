"""Files that are no record where they lie: where they belong, and what can be known of them all the same."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Final

from dateline.ground.problems import Problem
from dateline.records.loading.corpus import Unread
from dateline.records.loading.files import front_matter, parse_markdown, parse_yaml, read_text
from dateline.records.loading.filing import (
    advice_for_ending,
    fences_for,
    home,
    kind_of_keys,
    stem_without_endings,
    with_article,
)
from dateline.records.loading.findings import FileFindings
from dateline.records.types import RecordKind, Vocabulary

_LIKE_RECORDS: Final = frozenset({".yml", ".yaml", ".md", ".txt", ".markdown"})


class Unfiled:
    """What is known of files that are no records, so that rules need not tell what these may mend."""

    def __init__(self, findings: FileFindings, refused: Mapping[str, Unread]) -> None:
        self._findings, self._refused = findings, refused
        self.vocabulary = Vocabulary()
        """The words that the masthead knows."""
        self.files: list[Unread] = []
        self.moved: dict[RecordKind, set[str]] = {}
        """Ids that records have which lie elsewhere than among their kind."""
        self.kinds: dict[Path, RecordKind] = {}
        """What files are that lie elsewhere than among their kind."""

    def unread(self, path: Path, kind: RecordKind | None) -> str:
        """Keep what can be known of a file that is no record, and return its id."""
        kind = self.kinds.get(path, kind)
        refused = self._refused.get(self._findings.shown(path))
        if refused is None:
            text = read_text(path, self._findings.shown(path))
            unread = Unread(kind, path.stem, text=None if isinstance(text, Problem) else text)
        else:
            unread = replace(refused, kind=kind, id=path.stem)
        self.files.append(unread)
        return path.stem

    def unfinished(self) -> dict[RecordKind, frozenset[str]]:
        """Return the ids of the drafts that only lack what a record has to have."""
        drafts = [file for file in self.files if file.is_draft]
        return {kind: frozenset(file.id for file in drafts if file.kind is kind) for kind in RecordKind}

    def belongs_to(self, kind: RecordKind, path: Path) -> None:
        """Note that a file is a record of `kind`, wherever it lies: what it is and says is not told as lacking."""
        self.moved.setdefault(kind, set()).add(stem_without_endings(path.name))
        self.kinds[path] = kind

    def place_of(self, path: Path, kind: RecordKind | None) -> str:
        """Return where a file belongs that is not where or how records are: by its keys, if it has any."""
        text = read_text(path, "")
        text = "" if isinstance(text, Problem) or path.suffix.lower() not in _LIKE_RECORDS else text
        parse = parse_markdown if front_matter(text) else parse_yaml
        tree = parse(text, "")[1] if text else None
        value = tree.value if tree is not None and isinstance(tree.value, dict) else {}
        found = kind_of_keys(value, self.vocabulary)
        if found is None or found is kind:
            return advice_for_ending(path.name, kind) if kind is not None else ""
        self.belongs_to(found, path)
        fences = fences_for(RecordKind.ACTOR if parse is parse_markdown else RecordKind.EVENT, found)
        return f"this looks like {with_article(found)}: move it to {home(found, path.stem, value)}{fences}"
