"""Where a Dateline was taken from that begins something, as far as pip and git know."""

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest
from dateline import __version__
from dateline.editing.beginning.taken_from import Origin, installed, noted_as
from hypothesis import given
from hypothesis import strategies as st
from workflow_steps import git

COMMIT = "0123456789abcdef0123456789abcdef01234567"
GIT = {"vcs": "git", "commit_id": COMMIT}
UNKNOWN = f"dateline[intake,verify]=={__version__}"


def taken(url: str, **noted: Any) -> Origin:
    return noted_as(json.dumps({"url": url, **noted}))


@pytest.mark.parametrize(
    "url, address",
    [
        ("https://forge.example/o/dateline.git", "https://forge.example/o/dateline.git"),
        ("https://somebody:a-key@forge.example:8443/o/dateline", "https://forge.example:8443/o/dateline"),
        ("ssh://git@forge.example:2222/o/dateline.git", "https://forge.example/o/dateline.git"),
        ("git@forge.example:o/dateline.git", "https://forge.example/o/dateline.git"),
    ],
)
def test_what_came_from_a_repository_is_taken_from_there_at_that_commit(url: str, address: str) -> None:
    assert taken(url, vcs_info=GIT) == Origin(requirement=f"dateline[intake,verify] @ git+{address}@{COMMIT}")


@pytest.mark.parametrize(
    "url, vcs",
    [
        ("file:///home/me/dateline", GIT),
        ("../some.folder/dateline", GIT),
        ("https://forge.example/o/d", {"vcs": "hg", "commit_id": "1"}),
    ],
)
def test_what_others_cannot_have_from_there_is_told(url: str, vcs: dict[str, str]) -> None:
    origin = taken(url, vcs_info=vcs)
    assert origin.requirement == UNKNOWN
    assert "--engine OWNER/REPO@COMMIT" in origin.note


@pytest.mark.parametrize(
    "noted",
    [
        "",
        "[",
        "[" * 100_000,
        "[1]",
        "null",
        '{"url": "https://[x"}',
        '{"url": "", "archive_info": {}}',
        '{"url": "https://x.example/d", "archive_info": []}',
        '{"url": "https://x.example/d", "archive_info": {"hashes": [1]}}',
        '{"url": "https://x.example/d", "vcs_info": "git"}',
        '{"url": "file:///made/%00", "dir_info": {}}',
    ],
)
def test_what_pip_did_not_write_is_no_origin(noted: str) -> None:
    assert noted_as(noted).requirement == UNKNOWN


def test_what_came_from_an_address_is_taken_from_there_with_its_digest() -> None:
    origin = taken("https://files.example/dateline.whl", archive_info={"hash": "sha256=ab", "hashes": {"sha256": "ab"}})
    assert origin == Origin(requirement="dateline[intake,verify] @ https://files.example/dateline.whl#sha256=ab")


def test_a_wheel_is_brought_along_unless_another_lies_there_by_now(tmp_path: Path) -> None:
    wheel = tmp_path / "dateline-1.0-py3-none-any.whl"
    wheel.write_bytes(b"a wheel")
    noted = {"archive_info": {"hashes": {"sha256": hashlib.sha256(b"a wheel").hexdigest()}}}
    origin = taken(wheel.as_uri(), **noted)
    assert (origin.wheel, origin.requirement) == (wheel, f"./wheels/{wheel.name}[intake,verify]")
    wheel.write_bytes(b"another")
    assert taken(wheel.as_uri(), **noted).requirement == UNKNOWN
    wheel.unlink()
    assert taken(wheel.as_uri(), **noted).wheel is None


def test_a_checkout_is_taken_from_where_it_was_cloned_if_its_commit_is_there(tmp_path: Path) -> None:
    checkout = tmp_path / "dateline"
    checkout.mkdir()
    git(checkout, "init", "--quiet")
    git(checkout, "commit", "--quiet", "--allow-empty", "--message", "one")
    git(checkout, "remote", "add", "origin", "git@forge.example:o/dateline.git")
    noted = {"dir_info": {"editable": True}}
    assert taken(checkout.as_uri(), **noted).requirement == UNKNOWN
    git(checkout, "update-ref", "refs/remotes/origin/main", "HEAD")
    address = f"git+https://forge.example/o/dateline.git@{git(checkout, 'rev-parse', 'HEAD')}"
    assert taken(checkout.as_uri(), **noted).requirement == f"dateline[intake,verify] @ {address}"
    (checkout / "within").mkdir()
    assert taken((checkout / "within").as_uri(), **noted).requirement == UNKNOWN
    git(checkout, "commit", "--quiet", "--allow-empty", "--message", "two")
    assert taken(checkout.as_uri(), **noted).requirement == UNKNOWN


@given(
    name=st.text(st.characters(categories=("Ll", "Nd")), min_size=1),
    key=st.from_regex(r"[a-z0-9]{8,20}", fullmatch=True),
)
def test_nobodys_key_is_ever_written_down(name: str, key: str) -> None:
    said = taken(f"https://{name}:zz{key}@forge.example/o/d", vcs_info=GIT)
    assert f"zz{key}" not in said.requirement + said.note


def test_the_dateline_that_runs_was_taken_from_somewhere() -> None:
    assert installed().requirement.startswith(("dateline[intake,verify]", "./wheels/"))
