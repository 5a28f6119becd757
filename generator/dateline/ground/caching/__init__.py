"""What is kept between runs, below .cache/dateline/: plain JSON, which can be wrong but never run.

Everything kept names the engine that wrote it, below a checksum of the file's name and
content.  What is damaged, edited, in another's place, foreign or of another engine is as
good as not there; what cannot be written is not kept.  A checksum finds accidents and
careless hands: whoever may write here and means harm can make one that fits, and can as
well change the records themselves, or the programs that read them.
"""

import contextlib
import hashlib
import os
import platform
import shutil
import stat
import tempfile
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Final

from pydantic_core import from_json

from dateline.ground import plainfiles
from dateline.ground.json_values import compact_json

FOLDER: Final = Path(".cache", "dateline")
_LIBRARIES: Final = ("pydantic", "pydantic-core", "pyyaml", "python-frontmatter", "edtf", "jinja2", "markupsafe")
_SITE_LIBRARIES: Final = ("markdown", "mkdocs", "mkdocs-material", "markdown-it-py", "pymdown-extensions")


_LARGEST: Final = 4_000_000_000
"""No file here comes near to it; whatever is larger was not written by us."""
_SUM: Final = 32
"""How many hexadecimal digits a checksum has; a line break follows."""


def digest(content: bytes) -> str:
    """Return what tells this content from any other: 32 hexadecimal digits."""
    return hashlib.blake2b(content, digest_size=16).hexdigest()


def digest_of_files(folder: Path, suffixes: Iterable[str] = ()) -> str:
    """Return a digest of every file below `folder`, or of those that end in one of `suffixes`."""
    whole = hashlib.blake2b(digest_size=16)
    for path in _files(folder, tuple(suffixes)):
        content = path.read_bytes()
        whole.update(f"{path.relative_to(folder).as_posix()}\0{len(content)}\0".encode())
        whole.update(content)
    return whole.hexdigest()


@cache
def engine() -> str:
    """Return what tells this engine from any other: its code, Python, and the libraries that it builds on."""
    parts = [platform.python_version(), digest_of_files(Path(__file__).parents[2], (".py",))]
    parts += [f"{name} {_version(name)}" for name in (*_LIBRARIES, *_SITE_LIBRARIES)]
    return digest("\n".join(parts).encode())


def read(path: Path) -> object:
    """Return what was kept at `path` by this engine, or None."""
    content = content_of(path)
    try:
        kept: object = None if content is None else from_json(content, allow_inf_nan=False, cache_strings="all")
    except ValueError:
        return None
    match kept:
        case [name, value] if name == engine():
            return value
        case _:
            return None


def write(path: Path, value: object) -> None:
    """Keep `value` at `path`, whole or not at all; where that cannot be, nothing is kept."""
    write_content(path, compact_json([engine(), value]))


def content_of(path: Path) -> bytes | None:
    """Return the JSON that was kept at `path`, by whatever engine, if its checksum fits."""
    try:
        content = plainfiles.read(path, _LARGEST, follows=False)
    except (OSError, ValueError):
        return None
    return content[_SUM + 1 :] if content[:_SUM] == _sum(path, content[_SUM + 1 :]) else None


def write_content(path: Path, plain: str) -> None:
    """Keep JSON at `path` with its checksum."""
    content = plain.encode("utf-8", "surrogatepass")
    with contextlib.suppress(OSError):
        make_folder(path.parent)
        make_way(path)
        replace(path, _sum(path, content) + b"\n" + content)


def _sum(path: Path, content: bytes) -> bytes:
    """Return a checksum of a file's content and name, so that no file is taken for another."""
    return hashlib.blake2b(content, digest_size=_SUM // 2, key=path.name.encode()[:64]).hexdigest().encode()


def make_folder(folder: Path) -> None:
    """Make a folder of ours, in the place of whatever else stands there."""
    if os.path.lexists(folder) and not folder.is_dir():
        folder.unlink()
    folder.mkdir(parents=True, exist_ok=True)


def make_way(path: Path) -> None:
    """Remove what stands in the place of a file of ours and is none: a folder, a pipe, a link."""
    try:
        mode = path.lstat().st_mode
    except OSError:
        return
    if stat.S_ISDIR(mode):
        shutil.rmtree(path)
    elif not stat.S_ISREG(mode):
        path.unlink()


def replace(path: Path, content: bytes, rights: int = 0o644) -> None:
    """Put a file with `content` in the place of whatever file stands at `path`, at once."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".dateline-", suffix=".tmp")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        Path(name).chmod(rights)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _files(folder: Path, suffixes: tuple[str, ...]) -> Iterator[Path]:
    for parent, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if name != "__pycache__")
        yield from (Path(parent, name) for name in sorted(names) if not suffixes or name.endswith(suffixes))


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "none"
