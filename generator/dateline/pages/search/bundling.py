"""Search documents to a Pagefind bundle: what a browser loads piece by piece.

The `pagefind` program reads a folder of HTML files, one a document, and writes the index.
(Its Python API hands over one document in a tenth of a second, so it is not used.)  What
a result shows is in the HTML's anchors, which Pagefind hands back as they are: an `h1` is
the document and an `h2` a part, each with its address as `id`; the `p` after it has the
line below as its text, and as its `id` how it stands, its language and its day, where
these are its own (`contested::`, `:ar:2017-11-17`).
"""

import hashlib
import subprocess
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import Final

from pagefind.service import get_executable

from dateline.pages.search import canonical
from dateline.pages.search.dealing import MANIFEST, folder_of, manifest
from dateline.pages.search.parts import ResultPart, SearchDocument

_NEEDED: Final = (".pf_fragment", ".pf_index", ".pf_filter", ".pf_meta", "-entry.json")
_PROGRAM: Final = (".pagefind", "/pagefind.js")
"""What answers; that of the first bundle reads all."""
_WEIGHT: Final = {"event": 6, "dispute": 4, "source": 0.5, "actor": 1, "place": 1, "page": 1}
"""How much a word in the text of a part counts, by the kind of the document; one in a heading of it counts 7."""
_UNSTEMMED: Final = "wasm.unknown.pagefind"
_BLANK: Final = "<!doctype html><html><body>x</body></html>"
_MISSING: Final = (
    "the program pagefind is not here, so the site has no search: install it with "
    "`pip install 'pagefind[bin]'`, or name it in PAGEFIND_BINARY_PATH"
)


@dataclass(frozen=True, slots=True)
class Bundle:
    """The files of a search by their paths on the site; or none, and why the site goes without."""

    files: Mapping[str, bytes]
    missing: str = ""


def bundle(htmls: Iterable[str], language: str, shard: int = 0, count: int = 1) -> Bundle:
    """Return one of `count` bundles, of documents as HTML, stemmed as `language` (BCP 47) is.

    The same documents give the same bytes, in whatever order they come.  Bundle 0 has the
    program too and the list of the others; all of them belong to a site, even without documents.
    """
    program = get_executable()
    if program is None or not program.is_file():
        return Bundle({}, _MISSING)
    with tempfile.TemporaryDirectory(prefix="dateline-search-") as name:
        source, out = Path(name) / "in", Path(name) / "out"
        source.mkdir()
        is_empty = _write(htmls, source)
        try:
            _run(program, source, out, language)
            files = _made(out, is_first=not shard)
            files = canonical.canonical(canonical.emptied(files) if is_empty else files, is_split=count > 1)
        except (OSError, ValueError, subprocess.SubprocessError) as error:
            return Bundle({}, f"the site has no search, since pagefind failed: {_said_by(error)}")
    if not shard:
        files[MANIFEST] = manifest(count)
    return Bundle({f"{folder_of(shard)}/{path}": content for path, content in sorted(files.items())})


def _made(out: Path, *, is_first: bool) -> dict[str, bytes]:
    wanted = (*_NEEDED, *_PROGRAM) if is_first else _NEEDED
    files = {path.relative_to(out).as_posix(): path.read_bytes() for path in out.rglob("*") if _is(path, wanted)}
    if _stems(files):
        files.pop(_UNSTEMMED, None)
    return files


def _write(htmls: Iterable[str], folder: Path) -> bool:
    """Write documents under names of their own, so that one more changes no other; return whether there are none."""
    for html in htmls:
        content = html.encode("utf-8")
        (folder / f"{hashlib.sha256(content).hexdigest()[:16]}.html").write_bytes(content)
    if any(folder.iterdir()):
        return False
    (folder / "blank.html").write_text(_BLANK, encoding="utf-8")  # Pagefind writes nothing of nothing
    return True


def as_html(document: SearchDocument) -> str:
    """Return a document as the page that Pagefind reads."""
    return "\n".join(("<!doctype html><html><body>", *_lines(document), "</body></html>\n"))


def _lines(document: SearchDocument) -> Iterator[str]:
    for name, values in document.filters:
        yield from (f'<i data-pagefind-filter="{name}[data-v]" data-v="{escape(value)}"></i>' for value in values)
    yield f'<h1 id="{escape(document.address)}">{escape(document.title)}</h1>'
    yield f'<p id="{escape(document.kind)}::">{escape(document.line)}</p>'
    if document.names:
        yield f'<p data-pagefind-weight="10">{escape(document.names)}</p>'
    yield from _texts(document.text, document.also)
    for part in document.parts:
        yield from _part_lines(part, _WEIGHT[document.kind])


def _part_lines(part: ResultPart, weight: float) -> Iterator[str]:
    yield f'<h2 id="{escape(part.address)}" data-pagefind-weight="{weight}">{escape(part.text)}</h2>'
    yield f'<p id="{escape(part.mark)}:{escape(part.lang)}:{escape(part.day)}">{escape(part.line)}</p>'
    yield from _texts("", part.also)


def _texts(text: str, also: str) -> Iterator[str]:
    if text:
        yield f"<p>{escape(text)}</p>"
    if also:
        yield f'<p data-pagefind-weight="0.5">{escape(also)}</p>'


def _run(program: Path, source: Path, out: Path, language: str) -> None:
    subprocess.run(  # noqa: S603 - no shell; the program is the one that Dateline depends on
        [
            str(program),
            "--site",
            str(source),
            "--output-path",
            str(out),
            "--force-language",
            language.partition("-")[0].lower(),
            "--silent",
        ],
        check=True,
        capture_output=True,
        text=True,
        cwd=source,
        stdin=subprocess.DEVNULL,
    )
    if not (out / "pagefind-entry.json").is_file():
        raise OSError("it wrote no index")


def _said_by(error: Exception) -> str:
    said = getattr(error, "stderr", None) or getattr(error, "stdout", None) or str(error)
    return " ".join(str(said).split())[-300:]


def _is(path: Path, wanted: tuple[str, ...]) -> bool:
    return path.is_file() and f"/{path.name}".endswith(wanted)


def _stems(files: Mapping[str, bytes]) -> bool:
    """Return whether the index is read by the program of its language, and not by the one for any."""
    return b'"wasm":null' not in files["pagefind-entry.json"] and any(
        path.startswith("wasm.") and path != _UNSTEMMED for path in files
    )
