"""A file of content/ to plain values, and plain values to a record."""

from collections.abc import Callable
from pathlib import Path
from typing import Final, TypeAlias

from dateline.ground.problems import Code, Problem
from dateline.ground.yamltree import Tree
from dateline.records.loading.characters import controls
from dateline.records.loading.clean_text import readable
from dateline.records.loading.corpus import Filed, R, Unread
from dateline.records.loading.cuts import lost_or_kept
from dateline.records.loading.files import Document, decoded, parse_yaml, read_bytes
from dateline.records.loading.findings import FileFindings
from dateline.records.loading.validation import validate

_OF_A_LIST: Final = "take the - before its keys away, or write above the list which key it is of"
Parse: TypeAlias = Callable[[str, str], tuple[Document, Tree | None, list[Problem]]]
"""Takes a text, and the name of its file."""


class Parser:
    """Parses files and validates what they say; keeps what could be known of those that are no record."""

    def __init__(self, findings: FileFindings) -> None:
        self._findings = findings
        self.refused: dict[str, Unread] = {}
        """What has plain values and is no record, by the names of the files."""
        self.zone: str | None = None
        """The zone whose clock shows the times of day."""

    def single(self, path: Path, record_type: type[R]) -> Filed[R] | None:
        """Return the record of a file of which there is one; None where it is none, or not there."""
        if not path.exists() and not path.is_symlink():
            return None
        parsed = self.parsed(path, parse_yaml)
        return None if parsed is None else self.validated(parsed[1], record_type, parsed[0])

    def parsed(
        self,
        path: Path,
        parse: Parse,
        raw: bytes | Problem | None = None,
    ) -> tuple[Document, dict[str, object]] | None:
        """Return the document and the plain values of a file, or of what would be in it; None where it has none."""
        raw = read_bytes(path, self._findings.shown(path)) if raw is None else raw
        text = raw if isinstance(raw, Problem) else decoded(raw, self._findings.shown(path))
        if isinstance(text, Problem):
            self._findings.problems.append(text)
            return None
        read = readable(text, self._findings.shown(path))
        self._findings.problems.extend(read.problems)
        self._findings.notices.extend(read.notices)
        if read.text is None:
            return None
        document, tree, problems = parse(read.text, self._findings.shown(path))
        is_told = any(problem.code is Code.YAML_SYNTAX for problem in read.problems)
        self._findings.problems.extend(
            problem for problem in problems if not (is_told and problem.code is Code.YAML_SYNTAX)
        )
        self._findings.problems.extend(controls(document.body, document.body_line, document.path))
        if tree is None:
            return None
        if tree.value is None:
            self._findings.report(
                path, Code.EMPTY_VALUE, "nothing is written here", "write the record's keys, 'key: value'"
            )
            return None
        if not isinstance(tree.value, dict):
            message = "a record is made of keys with values, 'key: value' on each line"
            is_list = isinstance(tree.value, list)
            hint = _OF_A_LIST if is_list else "write its key before it, such as title: …"
            self._findings.problems.append(Problem(tree.position(), Code.WRONG_TYPE, message, hint))
            return None
        return document, tree.value

    def validated(self, value: dict[str, object], record_type: type[R], document: Document) -> Filed[R] | None:
        """Return the record that plain values make, if they make one."""
        record, problems = validate(value, record_type, document, self.zone)
        self._findings.problems.extend([*problems, *lost_or_kept(document.yaml, record_type, document.path)])
        if record is None:
            told = frozenset(problem.position for problem in problems)
            is_draft = all(problem.code is Code.DRAFT_LACKS for problem in problems)
            self.refused[document.path] = Unread(None, "", value, document, told, is_draft=is_draft)
            return None
        return Filed(record, document)
