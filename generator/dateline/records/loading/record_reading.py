"""One file of a record: from the cache where it says what it said, else parsed, judged and validated."""

from pathlib import Path

from dateline.ground import caching
from dateline.ground.problems import Code, Problem
from dateline.records.loading.corpus import INDEX, Filed
from dateline.records.loading.files import Document, parse_markdown, parse_yaml, read_bytes
from dateline.records.loading.filing import advice_for_id, fences_for, misfiled, proper_stem, with_article
from dateline.records.loading.findings import FileFindings
from dateline.records.loading.listing import ListedFile, Listings
from dateline.records.loading.parsing import Parser
from dateline.records.loading.record_cache import CachedRecord, RecordCache
from dateline.records.loading.unfiled import Unfiled
from dateline.records.types import Record, RecordKind, type_of_kind
from dateline.records.types.fields import is_id


class RecordReader:
    """Reads the files of records."""

    def __init__(
        self, findings: FileFindings, parser: Parser, unfiled: Unfiled, listings: Listings, cache: RecordCache
    ) -> None:
        self._findings, self._parser, self._unfiled, self._listings = findings, parser, unfiled, listings
        self.cache = cache
        self._renamed: dict[tuple[RecordKind, str], str] = {}

    def known(self, file: ListedFile, kind: RecordKind) -> Filed[Record] | None:
        """Return the record of a file that says what it said when it was kept."""
        known = self.cache.find(file.shown, file.digest or "", type_of_kind[kind])
        if known is None:
            return None
        return Filed(known.record, Document(file.shown, "", known.body, known.body_line, file.digest or "", file.path))

    def record(
        self, path: Path, kind: RecordKind, *, keep: bool = False, raw: bytes | None = None
    ) -> Filed[Record] | None:
        """Return the record of a file, or of what would be written to it, if it is one."""
        if not is_id(path.stem):
            stem = proper_stem(path.stem)
            others = [file.shown for file in self._listings.of_kind(kind) if file.stem == stem]
            other = self._renamed.setdefault((kind, stem), others[0] if others else self._findings.shown(path))
            taken = "" if other == self._findings.shown(path) else other
            self._findings.report(path, Code.BAD_ID, f"'{path.stem}' is no id", advice_for_id(path, taken))
            return None
        if path.stem == INDEX and kind is not RecordKind.EVENT:
            hint = "rename the file"
            self._findings.report(path, Code.BAD_ID, f"'{INDEX}' is the page that lists the {kind.folder}", hint)
            return None
        if raw is not None:
            return self._record_of(path, kind, raw)
        raw_or_problem = read_bytes(path, self._findings.shown(path))
        return self._read_record(path, kind, raw_or_problem, keep=keep or self.cache.keeps)

    def _read_record(self, path: Path, kind: RecordKind, raw: bytes | Problem, *, keep: bool) -> Filed[Record] | None:
        told = self._findings.count
        filed = self._record_of(path, kind, raw)
        if filed is None or isinstance(raw, Problem) or self._findings.count > told:
            return filed
        digest, document = caching.digest(raw), filed.document
        if keep:
            self.cache.keep(document.path, digest, CachedRecord(filed.record, document.body, document.body_line))
        return Filed(filed.record, Document(document.path, "", document.body, document.body_line, digest, str(path)))

    def _record_of(self, path: Path, kind: RecordKind, raw: bytes | Problem) -> Filed[Record] | None:
        parse = parse_markdown if kind.suffix == ".md" else parse_yaml
        parsed = self._parser.parsed(path, parse, raw)
        if parsed is None:
            return None
        document, value = parsed
        if (found := misfiled(kind, value, path.stem, self._unfiled.vocabulary)) is not None:
            hint = f"move it to {found[1]}" + fences_for(kind, found[0])
            self._findings.report(
                path, Code.STRAY_FILE, f"this looks like {with_article(found[0])}, not like {with_article(kind)}", hint
            )
            self._unfiled.belongs_to(found[0], path)
            return None
        self._refuse_body_key(kind, document, value)
        if kind.suffix == ".md":
            value["body"] = document.body
        if "id" in value and document.text_of(("id",)) != path.stem:
            message = f"the id '{document.text_of(('id',)) or ''}' differs from the file's name '{path.stem}'"
            here = document.position(("id",))
            self._findings.problems.append(
                Problem(here, Code.ID_MISMATCH, message, "remove the line: the name is the id")
            )
        value["id"] = path.stem
        filed: Filed[Record] | None = self._parser.validated(value, type_of_kind[kind], document)
        return filed

    def _refuse_body_key(self, kind: RecordKind, document: Document, value: dict[str, object]) -> None:
        if kind.suffix == ".md" and "body" in value:
            here = document.position(("body",), of_key=True)
            hint = "write the text below the front matter"
            self._findings.problems.append(Problem(here, Code.UNKNOWN_KEY, "'body' is no key here", hint))
