"""Takes the scripts that the form is made of from npm, each file as its package has it.

`make desk` does it, with the versions that `vendored.json` names, and writes the digests there.
"""

import hashlib
import json
import subprocess
import tarfile
import tempfile
from fnmatch import fnmatch
from pathlib import Path
from typing import Any, Final

DESK: Final = Path(__file__).parents[2] / "generator" / "dateline" / "site" / "desk"
MANIFEST: Final = DESK / "vendored.json"
VENDORED: Final = DESK / "vendored"
_IN_PACKAGE: Final = "package/"


def take(manifest: dict[str, Any]) -> dict[str, Any]:
    """Write the files of every package anew, and return the manifest with their digests."""
    for name, package in manifest.items():
        taken = _files_of(package)
        for old in sorted((VENDORED / name).rglob("*"), reverse=True):
            if old.is_file():
                old.unlink()
        for path, content in taken.items():
            target = VENDORED / name / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)
        package["files"] = {path: _digest(content) for path, content in sorted(taken.items())}
    return manifest


def differences(manifest: dict[str, Any]) -> list[str]:
    """Return the paths of files that are not what the manifest says, are missing, or stand there without it."""
    said = {f"{name}/{path}": digest for name, package in manifest.items() for path, digest in package["files"].items()}
    there = {path.relative_to(VENDORED).as_posix(): path for path in VENDORED.rglob("*") if path.is_file()}
    found = {path: _digest(file.read_bytes()) for path, file in there.items()}
    return sorted(path for path in said.keys() | found.keys() if said.get(path) != found.get(path))


def _files_of(package: dict[str, Any]) -> dict[str, bytes]:
    """Return the files that the form needs of a package, by their paths below the folder that they are taken from."""
    wanted = f"{package['package']}@{package['version']}"
    with tempfile.TemporaryDirectory() as folder:
        command = ["npm", "pack", "--silent", "--pack-destination", folder, wanted]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        (packed,) = Path(folder).iterdir()
        with tarfile.open(packed) as archive:
            members = [member for member in archive.getmembers() if member.isfile()]
            texts = {member.name: archive.extractfile(member) for member in members}
            found = {name.removeprefix(_IN_PACKAGE): text.read() for name, text in texts.items() if text is not None}
    chosen = [name for name in found if any(fnmatch(name, pattern) for pattern in package["take"])]
    return {name.removeprefix(package["below"]): found[name] for name in chosen}


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def main() -> None:
    """Take the files."""
    manifest = json.loads(MANIFEST.read_text("utf-8"))
    MANIFEST.write_text(json.dumps(take(manifest), indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
