"""What content/ has beside records: hand-written pages, their images, and the lines of maps."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple

from dateline.ground import caching
from dateline.ground.caching.digests import FileDigests
from dateline.ground.geodata import Geodata
from dateline.ground.problems import Code, Problem, did_you_mean
from dateline.records.loading.conflicts import conflicts
from dateline.records.loading.corpus import BRIEF, GEODATA, GEOJSON, PAGES, HandPage, PageHead
from dateline.records.loading.files import parse_markdown, read_text
from dateline.records.loading.findings import FileFindings
from dateline.records.loading.images import read_image
from dateline.records.loading.map_lines import lines_of
from dateline.records.loading.parsing import Parser
from dateline.records.loading.record_cache import RecordCache
from dateline.records.loading.unfiled import Unfiled
from dateline.records.types.fields import is_id

IMAGES: Final = frozenset({".png", ".jpg", ".jpeg", ".webp", ".gif"})
_RESERVED_PAGES: Final = frozenset(
    {
        *("days", "events", "actors", "disputes", "sources", "places", "changes", "compare", "data", "search"),
        *("search-index", "figures", "embed", "assets", "404", "tags", "media"),
    }
)


def _cure(path: Path) -> str:
    """Return what to do with a file that cannot be a page."""
    if path.stem in _RESERVED_PAGES:
        return f"the site has {path.stem}/ for itself: give it another name"
    if path.name == BRIEF:
        return f"put it straight into {PAGES}/"
    return did_you_mean(path.name.lower(), [BRIEF]) or "pages are id.md, without folders"


class PageFiles(NamedTuple):
    """The hand-written pages and images, and the ids of pages that could not be read."""

    pages: dict[str, HandPage]
    images: dict[str, Path]
    unread: frozenset[str]


class OtherFiles:
    """Reads what is no record."""

    def __init__(
        self, findings: FileFindings, parser: Parser, unfiled: Unfiled, digests: FileDigests, cache: RecordCache
    ) -> None:
        self._findings, self._parser, self._unfiled = findings, parser, unfiled
        self._digests, self._cache = digests, cache

    def pages(self) -> PageFiles:
        """Return the hand-written pages with their images."""
        pages: dict[str, HandPage] = {}
        images: dict[str, Path] = {}
        unread: set[str] = set()
        for path in map(Path, self._findings.files_in(PAGES)):
            is_at_the_top = path.parent == self._findings.content / PAGES
            if is_at_the_top and path.name == BRIEF:
                continue  # it is read with the records that stand alone
            if path.is_symlink():
                self._findings.report_link(path)
                unread.add(self._unfiled.unread(path, None))
            elif path.suffix.lower() in IMAGES and is_at_the_top:
                self._image(path, images)
            elif path.suffix != ".md" or not is_at_the_top or not is_id(path.stem) or path.stem in _RESERVED_PAGES:
                self._findings.report(path, Code.STRAY_FILE, f"'{path.name}' cannot be a page", _cure(path))
                unread.add(self._unfiled.unread(path, None))
            elif (page := self._page(path)) is not None:
                pages[page.id] = page
            else:
                unread.add(self._unfiled.unread(path, None))
        return PageFiles(pages, images, frozenset(unread))

    def geodata(self) -> Iterator[Geodata]:
        """Yield what maps are drawn on."""
        for path in map(Path, self._findings.files_in(GEODATA)):
            if path.is_symlink():
                self._findings.report_link(path)
            elif path.suffix != GEOJSON:
                self._findings.report(
                    path, Code.STRAY_FILE, f"'{path.name}' is no GeoJSON", f"lines are files ending in {GEOJSON}"
                )
            elif (lines := self._lines(path)) is not None:
                yield lines

    def _image(self, path: Path, images: dict[str, Path]) -> None:
        shown = self._findings.shown(path)
        if self._cache.numbers_of(shown, self._digests.of(path)) is not None:
            images[path.name] = path
            return
        content = read_image(path, shown)
        if isinstance(content, Problem):
            self._findings.problems.append(content)
        else:
            self._cache.keep_numbers(shown, caching.digest(content))
            images[path.name] = path

    def _page(self, path: Path) -> HandPage | None:
        parsed = self._parser.parsed(path, parse_markdown)
        head = None if parsed is None else self._parser.validated(parsed[1], PageHead, parsed[0])
        return None if head is None else HandPage(path.stem, head.record, head.document)

    def _lines(self, path: Path) -> Geodata | None:
        text = read_text(path, self._findings.shown(path))
        if isinstance(text, Problem):
            self._findings.problems.append(text)
            return None
        if found := list(conflicts(text, self._findings.shown(path))):
            self._findings.problems.extend(found)
            return None
        lines = lines_of(text, self._findings.shown(path))
        if isinstance(lines, Geodata):
            return lines
        self._findings.problems.extend(lines)
        return None
