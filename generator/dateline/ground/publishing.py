"""A built site to its folder, so that a build which is killed leaves a whole site, or one that says that it is not.

A folder that is served, watched, mounted, linked to, or holds files of somebody else cannot be
exchanged for another, and doing so costs a link for each of tens of thousands of files.  So a
site is made beside its folder, what is to be done is written down there (the journal), and then
its files are put into place one by one, each at once.  Whoever is killed before the journal
is written leaves the old site; after that, the next command that sees the journal finishes
the new one from the very files that were made.  Meanwhile `dateline-build.txt` on the site says
that it is of two builds; on a whole site it says which build it is, and where it is missing, no
build of the site came to its end.
"""

import contextlib
import errno
import hashlib
import json
import shutil
import time
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path, PurePosixPath
from typing import Any, Final

from dateline.ground import caching, plainfiles, writing
from dateline.ground.writing import BUILD, MANIFEST, ForeignFileError, Written

JOURNAL: Final = "publishing.json"
_VERSION: Final = 1
_LARGEST: Final = 1_000_000_000
_SHORT: Final = 16
"""How many digits of its hash name a build."""
_NAMED: Final = "This is build {}, whole.\n"
_UNNAMED: Final = (
    "This site is being changed from one build to build {}: some pages may still be of the earlier one. If this text "
    "stays, publishing was interrupted; the next `dateline build` or `dateline serve` of the project finishes it.\n"
)


@dataclass(frozen=True, slots=True)
class _Journal:
    """What is to be done in `folder`, with the files in `site` and the manifest beside the journal."""

    folder: str
    """The name of the site's folder, which lies beside that of the journal."""
    site: str
    """The name of the folder with the new files, which lies in that of the journal."""
    put: Mapping[str, str] = field(default_factory=dict)
    """The files to put into place, with their SHA-256."""
    gone: Mapping[str, str] = field(default_factory=dict)
    """The files to remove, with what they say if they are ours."""
    version: int = _VERSION


def publish(built: Path, folder: Path) -> Written:
    """Bring `folder` to hold the site that was built in `built`, in a folder of its own beside `folder`.

    The addresses of a site are Dateline's, so a file in the way is replaced; files at
    other addresses stay unless an earlier site had them.  Raises ForeignFileError where a
    folder or a link stands in the way.
    """
    files = {writing.below(built, path): path for path in writing.plain_files_below(built)}
    return update(built, folder, {name: writing.hash_of(path.read_bytes()) for name, path in sorted(files.items())})


def update(staged: Path, folder: Path, hashes: Mapping[str, str], before: Mapping[str, str] | None = None) -> Written:
    """Bring `folder` to hold the files of `hashes` (path, SHA-256): those in `staged` are moved, the others are there.

    The folder of `staged` lies beside `folder`.  Files that were there `before` are known
    to be ours, as those of the manifest.  Raises ForeignFileError where a folder or a link
    stands in the way.
    """
    writing.refuse_outside_paths(hashes)
    listed = writing.read_manifest(folder)
    known = dict(before or {})
    known.update({path: writing.either(known.get(path, ""), hash_) for path, hash_ in listed.items()})
    made = sorted(writing.below(staged, file) for file in writing.plain_files_below(staged))
    changed = [path for path in made if path in hashes and not _is_there(folder, path, hashes[path], known)]
    gone = {path for path in known.keys() - hashes.keys() if writing.stands(folder / path, known[path])}
    if foreign := writing.blocked(folder, changed, hashes.keys(), gone):
        raise ForeignFileError(foreign)
    folder.mkdir(parents=True, exist_ok=True)
    manifest = writing.manifest_of(hashes)
    if not changed and not gone and listed == hashes and _says_whole(folder, manifest):
        return Written(0, len(hashes), 0)
    journal = _Journal(
        folder.name,
        staged.name,
        {path: hashes[path] for path in changed},
        {path: known[path] for path in sorted(gone)},
    )
    staged.mkdir(parents=True, exist_ok=True)
    writing.write_atomically(staged.parent / MANIFEST, manifest)
    writing.write_atomically(staged.parent / JOURNAL, json.dumps(asdict(journal)).encode())
    removed = _carry_out(journal, staged.parent, folder, manifest, listed)
    return Written(len(changed), len(hashes) - len(changed), removed)


def is_published(folder: Path, hashes: Mapping[str, str]) -> bool:
    """Return whether `folder` says that it is a whole site of just the files of `hashes`."""
    manifest = writing.manifest_in(folder)
    return writing.files_of(manifest) == hashes and _says_whole(folder, manifest)


def finish(work: Path) -> bool:
    """Finish what a killed build began whose folder `work` was; return whether there was anything to finish.

    Where that cannot be, the site goes on saying that it is not whole, and the next build mends it.
    """
    journal = _read_journal(work / JOURNAL)
    if journal is None:
        return False
    folder = work.parent / journal.folder
    manifest = writing.manifest_in(work)
    if not writing.files_of(manifest):  # it was put into place after all others
        return False
    with contextlib.suppress(OSError):
        if all(_can_be_put(work / journal.site, folder, path, hash_) for path, hash_ in journal.put.items()):
            writing.sweep(folder, journal.put, time.time())
            _carry_out(journal, work, folder, manifest, writing.read_manifest(folder))
            return True
    return False


def claim(folder: Path, before: writing.Marks) -> None:
    """Record what a build wrote into `folder`, so that the next may prune it.

    That is every plain file that did not stand there `before` (as `marks` told), and what
    the manifest lists already and still says the same.  Entries that begin with a dot are
    somebody else's: MkDocs neither writes nor removes them.
    """
    writing.sweep(folder, (), time.time())
    known = writing.read_manifest(folder)
    hashes = {}
    for path in writing.plain_files_below(folder):
        name = writing.below(folder, path)
        if any(part.startswith(".") for part in PurePosixPath(name).parts):
            continue
        if before.get(name) != writing.mark(path) or writing.stands(path, known.get(name, "")):
            hashes[name] = writing.hash_of(path.read_bytes())
    writing.write_manifest(folder, hashes)
    _say_whole(folder, writing.manifest_of(hashes))


def _carry_out(journal: _Journal, work: Path, folder: Path, manifest: bytes, known: Mapping[str, str]) -> int:
    """Do what a journal says, whatever of it is done already; return how many files were removed."""
    # Should the journal be lost, the next build still knows every file that may have been
    # written, and what each may say.
    touched = {**journal.gone, **journal.put}
    either = {path: writing.either(known.get(path, ""), hash_) for path, hash_ in touched.items()}
    writing.write_manifest(folder, {**known, **either})
    _say(folder, _UNNAMED.format(_name(manifest)))
    removed = [path for path, hash_ in journal.gone.items() if writing.stands(folder / path, hash_)]
    removed = [path for path in removed if writing.remove(folder, path)]
    for path in journal.put:
        staged = work / journal.site / path
        if staged.exists():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            _move(staged, folder / path)
    _say_whole(folder, manifest)
    _move(work / MANIFEST, folder / MANIFEST)
    (work / JOURNAL).unlink(missing_ok=True)
    return len(removed)


def _move(source: Path, target: Path) -> None:
    """Put a file into the place of another at once, also where the site's folder is another file system."""
    try:
        source.replace(target)
    except OSError as error:
        if error.errno != errno.EXDEV:
            raise
        beside = target.with_name(f".dateline-{target.name}.tmp")
        shutil.copyfile(source, beside)
        beside.replace(target)
        source.unlink()


def _is_there(folder: Path, path: str, hash_: str, known: Mapping[str, str]) -> bool:
    return known.get(path) == hash_ and writing.stands(folder / path, hash_)


def _can_be_put(site: Path, folder: Path, path: str, hash_: str) -> bool:
    return writing.stands(site / path, hash_) or writing.stands(folder / path, hash_)


def _read_journal(path: Path) -> _Journal | None:
    """Return a journal; None where there is none, or it is not one of ours."""
    try:
        found: Any = json.loads(plainfiles.read(path, _LARGEST, follows=False))
        journal = _Journal(**found)
        writing.refuse_outside_paths([*journal.put, *journal.gone])
        names = (journal.folder, journal.site)
        texts = (*names, *journal.put.values(), *journal.gone.values())
        is_sound = journal.version == _VERSION and all(isinstance(text, str) for text in texts)
        return journal if is_sound and all(_is_name(name) for name in names) else None
    except (OSError, ValueError, TypeError, AttributeError, RecursionError):
        return None


def _is_name(name: str) -> bool:
    return name not in {"", ".", ".."} and PurePosixPath(name).name == name and "\\" not in name


def _name(manifest: bytes) -> str:
    """Return the name of a build: the same for the same files."""
    return hashlib.sha256(manifest).hexdigest()[:_SHORT]


def _says_whole(folder: Path, manifest: bytes) -> bool:
    try:
        return plainfiles.read(folder / BUILD, _LARGEST, follows=False) == _NAMED.format(_name(manifest)).encode()
    except OSError:
        return False


def _say_whole(folder: Path, manifest: bytes) -> None:
    _say(folder, _NAMED.format(_name(manifest)))


def _say(folder: Path, text: str) -> None:
    caching.make_way(folder / BUILD)
    writing.write_atomically(folder / BUILD, text.encode())
