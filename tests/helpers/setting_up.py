"""A package index in a folder, with packages a line long: what setting up meets on the day after somebody uploaded."""

import base64
import hashlib
import io
import subprocess
import sys
import tarfile
import zipfile
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Final

_BACKEND: Final = '''\
"""Builds wheels of nothing but their name; {says}."""
import base64, hashlib, pathlib, zipfile
def _wheel(folder, name, version):
    if {is_broken}:
        raise SystemExit("this release builds nothing any more")
    info = name + "-" + version + ".dist-info"
    path = pathlib.Path(folder, name + "-" + version + "-py3-none-any.whl")
    with zipfile.ZipFile(path, "w") as packed:
        packed.writestr(info + "/METADATA", "Metadata-Version: 2.1\\nName: " + name + "\\nVersion: " + version + "\\n")
        packed.writestr(info + "/WHEEL", "Wheel-Version: 1.0\\nRoot-Is-Purelib: true\\nTag: py3-none-any\\n")
        packed.writestr(info + "/RECORD", "")
    return path.name
def build_wheel(folder, config_settings=None, metadata_directory=None):
    return _wheel(folder, "{name}", "1.0")
build_editable = build_wheel
def get_requires_for_build_wheel(config_settings=None):
    return []
get_requires_for_build_editable = get_requires_for_build_wheel
class __legacy__:
    build_wheel = staticmethod(build_wheel)
    get_requires_for_build_wheel = staticmethod(get_requires_for_build_wheel)
'''
PROJECT: Final = """\
[build-system]
requires = ["hatchling"]
build-backend = "backend"
backend-path = ["."]

[project]
name = "dateline"
version = "1.0"
"""


def backend(name: str, *, is_broken: bool = False) -> str:
    return _BACKEND.format(name=name, is_broken=is_broken, says="as nothing works" if is_broken else "as it should")


def write_wheel(folder: Path, name: str, version: str, *more: str, files: Mapping[str, str] | None = None) -> Path:
    """Write a wheel with further lines of metadata, and modules."""
    info = f"{name}-{version}.dist-info"
    members = {
        **(files or {}),
        f"{info}/METADATA": "\n".join(("Metadata-Version: 2.1", f"Name: {name}", f"Version: {version}", *more, "")),
        f"{info}/WHEEL": "Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    }
    record = "".join(f"{path},sha256={_urlsafe(text)},{len(text.encode())}\n" for path, text in members.items())
    path = folder / f"{name}-{version}-py3-none-any.whl"
    with zipfile.ZipFile(path, "w") as packed:
        for member, text in (members | {f"{info}/RECORD": f"{record}{info}/RECORD,,\n"}).items():
            packed.writestr(member, text)
    return path


def write_source(folder: Path, name: str, version: str) -> Path:
    """Write a package without a wheel, as it was done before there was pyproject.toml."""
    path = folder / f"{name}-{version}.tar.gz"
    with tarfile.open(path, "w:gz") as packed:
        for member, text in {
            "PKG-INFO": f"Metadata-Version: 1.0\nName: {name}\nVersion: {version}\n",
            "setup.py": f"from setuptools import setup; setup(name='{name}', version='{version}')\n",
        }.items():
            data = text.encode()
            told = tarfile.TarInfo(f"{name}-{version}/{member}")
            told.size = len(data)
            packed.addfile(told, io.BytesIO(data))
    return path


def locked(*paths: Path) -> str:
    """Return the lines of a lock that name these files and no other."""
    return "".join(f"{_pinned(path)} --hash=sha256:{hashlib.sha256(path.read_bytes()).hexdigest()}\n" for path in paths)


def _pinned(path: Path) -> str:
    name, version = path.name.removesuffix(".tar.gz").split("-")[:2]
    return f"{name}=={version}"


def _urlsafe(text: str) -> str:
    return base64.urlsafe_b64encode(hashlib.sha256(text.encode()).digest()).rstrip(b"=").decode()


# --- the Pythons of this machine -------------------------------------------------------------------------------------


@cache
def oldest_python() -> tuple[Path, tuple[int, ...]]:
    """Return the Python, of those that will do, which brings the oldest pip; and that pip's version."""
    found = {path: version for path in _pythons() if (version := _bundled_pip(path))}
    return min(found.items(), key=lambda one: (one[1], str(one[0])))


def _pythons() -> Iterator[Path]:
    yield Path(getattr(sys, "_base_executable", sys.executable))
    for folder in (Path("/usr/bin"), Path("/usr/local/bin"), *Path.home().glob(".pyenv/versions/3.*/bin")):
        yield from sorted(
            path for path in folder.glob("python3.[0-9]*") if path.name.removeprefix("python3.").isdigit()
        )
    yield from sorted(Path("/opt/hostedtoolcache/Python").glob("3.*/*/bin/python"))


def _bundled_pip(python: Path) -> tuple[int, ...]:
    ask = "import sys, venv, ensurepip; print(ensurepip.version() if sys.version_info >= (3, 11) else '')"
    try:
        done = subprocess.run([python, "-c", ask], capture_output=True, text=True, check=False, timeout=60)
    except OSError:
        return ()
    said = done.stdout.strip()
    return tuple(int(part) for part in said.split(".") if part.isdigit()) if not done.returncode else ()
