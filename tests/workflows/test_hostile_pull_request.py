"""A pull request that means harm, tried against the steps that run for it."""

import re
from pathlib import Path
from typing import Final

import pytest
from html_reading import read_file
from workflow_steps import FACTS, Runner, clone_of_pull_request, git, installing, make_repository

BRANCH: Final = "$(touch${IFS}pwned);`touch${IFS}pwned`&&x"
SCRIPT: Final = "<script>alert(1)</script>"
EVENT: Final = f"""\
title: '{SCRIPT} ![x](https://evil.example/x.png) @editors #1'
date: 2020-05-07
kind: statement
claims:
  - id: said
    text: '</details> {SCRIPT} [click](https://evil.example) ${{{{ github.token }}}}'
    reports:
      - by: [mayor]
        cite: {{source: herald-2020-05-04, paragraph: 2}}
"""
BOMB: Final = "a: &a [x, x, x, x, x, x, x, x]\n" + "".join(
    f"{name}: &{name} [{', '.join([f'*{before}'] * 8)}]\n" for before, name in zip("abcdefgh", "bcdefghi", strict=True)
)


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    return make_repository(tmp_path / "repository")


def pull_request(repository: Path, folder: Path) -> Path:
    git(repository, "add", "--all")
    git(repository, "commit", "--quiet", "--message", "::set-output name=x::y")
    git(repository, "switch", "--quiet", "main")
    return clone_of_pull_request(repository, BRANCH, folder / "clone")


def test_records_that_mean_harm_are_refused_and_told_as_text(repository: Path, tmp_path: Path) -> None:
    git(repository, "switch", "--quiet", "--create", BRANCH)
    content, secret = repository / "content", tmp_path / "secret"
    secret.write_text("name: the secret\nkind: person\n", encoding="utf-8")
    (content / "events" / "bomb.yml").write_text(BOMB, encoding="utf-8")
    (content / "events" / "huge.yml").write_text("title: huge\n" * 500_000, encoding="utf-8")
    (content / "events" / "deep.yml").write_text("a: " + "[" * 100_000, encoding="utf-8")
    (content / "events" / "climbing.yml").write_text(f"id: ../../../../pwned\n{EVENT}", encoding="utf-8")
    (content / "actors" / "sly.md").symlink_to(secret)
    (content / "places" / "a\n::error file=x::owned\n::set-output name=x::y.yml").write_text(
        "name: x\n", encoding="utf-8"
    )
    (content / "sources" / "%0A::warning::owned,line=1.yml").write_text("title: x\n", encoding="utf-8")
    (content / "events" / "odd.yml").write_text(
        EVENT.replace("kind: statement", 'kind: "x\\n::add-mask::y\\r::stop-commands::z"'), encoding="utf-8"
    )
    clone = pull_request(repository, tmp_path)
    runner = Runner(clone, FACTS)
    statuses = runner.run_job("check.yml", "site")
    assert statuses["Set up"] == 0
    assert statuses["Check the records, with each problem shown beside its line"] != 0
    assert statuses["Tell what changes in meaning"] == 0
    assert "Build the site" not in statuses
    told = "".join(runner.log)
    for line in told.split("\n"):
        if line.startswith("::"):
            assert re.match(
                r"::(error|warning) file=[^:,]+,line=[0-9]+,col=[0-9]+,title=Dateline%3A [a-z-]+::[^\r]*$", line
            )
    assert told.count("::error file=content/") > 8
    for code in ("too-large", "too-deep", "yaml-anchor", "unreadable", "id-mismatch", "bad-id", "unknown-word"):
        assert f"title=Dateline%3A {code}::" in told, code
    assert "the secret" not in told + runner.summary
    assert not list(tmp_path.rglob("pwned*"))
    assert "Not compared, since the newer version has errors there" in runner.summary
    assert len(runner.summary) < 60_000


def test_a_script_in_a_valid_record_is_text_on_the_site_and_in_the_summary(repository: Path, tmp_path: Path) -> None:
    git(repository, "switch", "--quiet", "--create", BRANCH)
    (repository / "content" / "events" / "2020" / "2020-05-07-harm.yml").write_text(EVENT, encoding="utf-8")
    clone = pull_request(repository, tmp_path)
    runner = Runner(clone, FACTS)
    statuses = runner.run_job("check.yml", "site")
    assert not any(statuses.values()), runner.log
    assert "event" in runner.summary
    for harm in ("<script", "](https://evil", "![", "@editors", "#1 "):
        assert harm not in runner.summary
    page = read_file(clone / "site" / "days" / "2020-05-07" / "index.html")
    for node in page.elements("script"):
        is_data = node.get("type") == "application/ld+json"
        assert "<" not in node.text if is_data else "alert(1)" not in node.text
    assert any(SCRIPT in node.text for node in page.elements("h2"))
    assert not list(tmp_path.rglob("pwned*"))


def test_an_edited_workflow_is_code_and_changes_nothing_of_what_has_rights(repository: Path, tmp_path: Path) -> None:
    git(repository, "switch", "--quiet", "--create", BRANCH)
    edited = repository / ".github" / "workflows" / "comment.yml"
    edited.write_text(
        edited.read_text(encoding="utf-8").replace("python3 .github/comment.py", "curl x"), encoding="utf-8"
    )
    clone = pull_request(repository, tmp_path)
    runner = Runner(clone, FACTS, skipped=frozenset({"make test", installing()}))
    assert "Test" in runner.run_job("check.yml", "test")
    # What comments is started by `workflow_run`, for which GitHub takes the workflow of the main branch.
    assert "curl x" not in git(repository, "show", "main:.github/workflows/comment.yml")
