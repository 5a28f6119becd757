"""The comment of a pull request: found by the commit, one, and of a form that no stranger can bend."""

import html
import importlib.util
import io
import json
import re
import sys
import zipfile
from collections.abc import Callable
from dataclasses import dataclass, field
from types import ModuleType
from typing import Any, Final

import pytest
from planted import PLANTED
from projects import CASES, ROOT

REPOSITORY: Final = "editors/chronology"
SHA: Final = "a" * 40
ENVIRONMENT: Final = {
    "REPOSITORY": REPOSITORY,
    "SERVER_URL": "https://github.com",
    "RUN_ID": "17",
    "HEAD_SHA": SHA,
    "HEAD_OWNER": "stranger",
    "HEAD_BRANCH": "$(touch x)&head=editors:main",
}
OURS: Final = ("https://github.com/editors/chronology/blob/", "https://editors.github.io/chronology/")
WAYS_OUT: Final = (
    "../x", "..", ".", "a/./b", "a/../../x", "%2E%2E/x", "%2e%2e/x", ".%2e/x", "%2E./x", "%252e%252e/x",
    "%25252E%25252e/x", "%2e%2e%2fx", "..%2Fx", "..%5Cx", "..\\x", "a\\..\\..\\x", "/x", "//evil.example",
    "%2F%2Fevil.example", "a//b", "a/%2e%2e/%2E%2E/x", "%c0%ae%c0%ae/x", "%ff", "%E2%80%A4%E2%80%A4/x",
    "\uff0e\uff0e/x", "%", "%2", "%zz", "%00", "%0a", "%09", "a?next=//evil.example", "a;b", "a@evil.example",
    "%40evil.example", "&#46;&#46;/x", "%26%2346;%26%2346;/x", "a#b#c", "#../x/%0d", "%2525252525252e/x",
)  # fmt: skip
FOREIGN: Final = (
    *(base + way for base in OURS for way in WAYS_OUT),
    "https://editors.github.io/",
    "https://editors.github.io/other/",
    "https://editors.github.io/chronology",
    "https://editors.github.io/chronology-evil/",
    "https://editors.github.io/Chronology/",
    "https://editors.github.io/%63hronology/../x",
    "https://editors.github.io:8443/chronology/",
    "https://editors@editors.github.io/chronology/",
    "https://editors:x@editors.github.io/chronology/",
    "https://editors.github.io@evil.example/chronology/",
    "https://editors.github.io%2Eevil.example/chronology/",
    "https://editors.github.io.evil.example/chronology/",
    "https://evil.github.io/chronology/",
    "http://editors.github.io/chronology/",
    "https:/editors.github.io/chronology/",
    "https:editors.github.io/chronology/",
    "https:\\\\editors.github.io/chronology/",
    "https://EDITORS.github.io:443/chronology/",
    "https://xn--editors.github.io/chronology/",
    "//editors.github.io/chronology/",
    "/editors/chronology/blob/x",
    "javascript://editors.github.io/chronology/%0aalert(1)",
    "data:text/html,x",
    "https://github.com/editors/chronology/raw/main/x",
    "https://github.com/editors/chronology/blob",
    "https://github.com/Editors/chronology/blobs/x",
    "https://github.com.evil.example/editors/chronology/blob/x",
    "https://gist.github.com/editors/chronology/blob/x",
)
LEGIT: Final = "## What changes in meaning\n\n1 difference in 1 record.\n"


@pytest.fixture
def comment(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    for name, value in ENVIRONMENT.items():
        monkeypatch.setenv(name, value)
    spec = importlib.util.spec_from_file_location("comment", ROOT / ".github" / "comment.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    monkeypatch.setitem(sys.modules, "comment", module)
    spec.loader.exec_module(module)
    return module


def packed(text: str | bytes, name: str = "summary.md") -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, text)
    return buffer.getvalue()


@dataclass
class Forge:
    """Answers as GitHub would, and keeps what it was asked."""

    artifact: bytes
    size: int = 1000
    heads: tuple[str, ...] = (SHA,)
    comments: tuple[dict[str, Any], ...] = ()
    files: tuple[dict[str, str], ...] = ({"filename": "content/events/2020/x.yml"},)
    asked: list[tuple[str, ...]] = field(default_factory=list)
    posted: list[tuple[str, str]] = field(default_factory=list)

    def ask(self, *arguments: str, body: Any = None) -> bytes:
        self.asked.append(arguments)
        place = next(one for one in arguments if one.startswith("repos/"))
        if body is not None:
            self.posted.append((f"{arguments[1]} {place}", body["body"]))
            return b"{}"
        if place.endswith("/zip"):
            return self.artifact
        answers: dict[str, Any] = {
            f"repos/{REPOSITORY}/pulls": [{"number": 5 + i, "head": {"sha": sha}} for i, sha in enumerate(self.heads)],
            f"repos/{REPOSITORY}/actions/runs/17/artifacts": {
                "artifacts": [{"name": "summary", "id": 3, "size_in_bytes": self.size}]
            },
            f"repos/{REPOSITORY}/pulls/5/files?per_page=100": [[*self.files]],
        }
        return json.dumps(answers.get(place, [list(self.comments)])).encode()


@pytest.fixture
def post(comment: ModuleType, monkeypatch: pytest.MonkeyPatch) -> Callable[[Forge], Forge]:
    def run(forge: Forge) -> Forge:
        monkeypatch.setattr(comment, "ask", forge.ask)
        comment.main()
        return forge

    return run


def test_the_first_summary_is_posted_and_the_next_takes_its_place(
    post: Callable[[Forge], Forge], comment: ModuleType
) -> None:
    first = post(Forge(packed(LEGIT)))
    told = f"{comment.MARKER}\n{LEGIT.rstrip()}\n\n{comment.offer(SHA)}"
    assert first.posted == [(f"POST repos/{REPOSITORY}/issues/5/comments", told)]
    ours = {"id": 9, "user": {"login": "github-actions[bot]"}, "body": f"{comment.MARKER}\nold"}
    second = post(Forge(packed(LEGIT), comments=(ours,)))
    assert [where for where, _ in second.posted] == [f"PATCH repos/{REPOSITORY}/issues/comments/9"]


def test_it_says_of_which_commit_it_is_and_nobody_can_hide_that_or_name_another(
    post: Callable[[Forge], Forge], comment: ModuleType
) -> None:
    other = "b" * 40
    harm = f"<details><summary>3 pages added</summary>\n\n`/fix {other}` ` /fix {other}` `/fix`\n"
    ((_, told),) = post(Forge(packed(LEGIT + harm))).posted
    assert told.endswith(f"</details>\n\n{comment.offer(SHA)}")
    assert told.count("`/fix") == 1
    assert f"/fix {SHA}`" in comment.offer(SHA)
    assert not re.search(r"` */fix b", told)


def test_a_comment_of_somebody_else_is_left_alone(post: Callable[[Forge], Forge], comment: ModuleType) -> None:
    theirs = {"id": 9, "user": {"login": "stranger"}, "body": f"{comment.MARKER}\nold"}
    assert post(Forge(packed(LEGIT), comments=(theirs,))).posted[0][0].startswith("POST ")


def test_where_nothing_changed_nobody_is_told_but_an_old_comment_is_set_right(
    post: Callable[[Forge], Forge], comment: ModuleType
) -> None:
    nothing = packed(f"## What changes in meaning\n\n{comment.NOTHING}\n")
    assert post(Forge(nothing)).posted == []
    ours = {"id": 9, "user": {"login": "github-actions[bot]"}, "body": f"{comment.MARKER}\nold"}
    assert len(post(Forge(nothing, comments=(ours,))).posted) == 1


OWN_CODE: Final = "**This pull request changes more than records**"


@pytest.mark.parametrize(
    "files, named",
    [
        (({"filename": "content/x.yml"},), ""),
        (({"filename": "content/x.yml"}, {"filename": "generator/dateline/cli/diff.py"}), "generator"),
        (({"filename": ".github/workflows/check.yml"},), "workflows"),
        (({"filename": "content/x.md", "previous_filename": "Makefile"},), "Makefile"),
        (({"filename": "contents/x"},), "contents"),
    ],
)
def test_a_summary_that_the_proposed_code_itself_made_says_so_first(
    files: tuple[dict[str, str], ...], named: str, post: Callable[[Forge], Forge]
) -> None:
    ((_, body),) = post(Forge(packed(LEGIT), files=files)).posted
    second = html.unescape(body.splitlines()[1])
    assert second.startswith(OWN_CODE) == bool(named)
    assert named in second


def test_nobody_hides_changed_records_behind_code_that_says_that_nothing_changed(
    post: Callable[[Forge], Forge], comment: ModuleType
) -> None:
    code, records = {"filename": "generator/x.py"}, {"filename": "content/x.yml"}
    assert post(Forge(packed(comment.NOTHING), files=(code, records))).posted
    assert not post(Forge(packed(comment.NOTHING), files=(code,))).posted
    assert not post(Forge(packed(comment.NOTHING), files=(records,))).posted


def test_names_of_files_are_plain_text_and_few(post: Callable[[Forge], Forge]) -> None:
    files = tuple({"filename": f"x{n}[page](https://evil.example)@editors"} for n in range(30))
    ((_, body),) = post(Forge(packed(LEGIT), files=files)).posted
    warning = body.splitlines()[1]
    assert "](" not in warning
    assert "@editors" not in warning
    assert warning.endswith("and 20 more.")


def test_a_pull_request_that_moved_on_is_not_commented_on(post: Callable[[Forge], Forge]) -> None:
    assert post(Forge(packed(LEGIT), heads=("b" * 40,))).posted == []
    assert post(Forge(packed(LEGIT), heads=())).posted == []


def test_the_pull_request_is_asked_for_by_values_of_options(post: Callable[[Forge], Forge]) -> None:
    (asked,) = [one for one in post(Forge(packed(LEGIT))).asked if one[-1].startswith("head=")]
    assert asked[-2:] == ("--raw-field", "head=stranger:$(touch x)&head=editors:main")


def test_an_artifact_that_is_too_large_is_not_even_fetched(post: Callable[[Forge], Forge]) -> None:
    forge = post(Forge(packed(LEGIT), size=10**9))
    assert forge.posted == []
    assert not any(one[-1].endswith("/zip") for one in forge.asked)


def test_a_bomb_is_not_unpacked_further_than_a_comment_is_long(post: Callable[[Forge], Forge]) -> None:
    ((_, body),) = post(Forge(packed(b"a" * 50_000_000))).posted
    assert len(body.encode()) < 65_536


@pytest.mark.parametrize("name", sorted(PLANTED))
def test_what_dateline_diff_tells_comes_through_as_it_is(name: str, comment: ModuleType) -> None:
    told = (CASES / "changes" / f"{name}.md").read_text(encoding="utf-8")
    told = told.replace("https://forge.example/blob/", f"https://github.com/{REPOSITORY}/blob/")
    told = told.replace("https://chronology.example/flood/", "https://editors.github.io/chronology/")
    tamed = comment.tamed(told, REPOSITORY)
    assert tamed.count("](") == told.count("](")
    assert tamed.count("**") == told.count("**")
    assert html.unescape(tamed).replace("\u2060", "") == html.unescape(told.rstrip()).replace("\u2060", "")
    assert comment.tamed(tamed, REPOSITORY) == tamed


@pytest.mark.parametrize(
    "text",
    [
        "![x](https://evil.example/pixel.png)",
        "- [page](https://evil.example/)",
        "[`ok`](https://github.com/editors/chronology/blob/../../../evil/x)",
        "[`ok`](https://github.com/editors/chronology-evil/blob/x)",
        "[`ok`](https://editors.github.io.evil.example/x)",
        *(f"[page]({address})" for address in FOREIGN),
        "[page][x]\n\n[x]: https://evil.example/",
        "<img src=x onerror=alert(1)><script>alert(1)</script>",
        "<details open><summary>1 page added</summary>",
        "<!-- a comment that never ends",
        "@editors and &#64;editors &commat;editors",
        "#1 editors/chronology#1 GH-1 &#35;1",
        "https://evil.example www.evil.example",
        "```\nfence",
        "    indented @editors",
        "> quote\n| a |\n|---|\n* * *\n1. one\n# one\n+ plus\n===",
    ],
)
def test_what_is_not_of_that_form_is_plain_text(text: str, comment: ModuleType) -> None:
    from markdown_it import MarkdownIt  # noqa: PLC0415 - only here

    tokens = MarkdownIt("commonmark").enable("table").parse(comment.tamed(text, REPOSITORY))
    kinds = {one.type for token in tokens for one in (token, *(token.children or ()))}
    calm = {"inline", "text", "text_special", "softbreak", "paragraph_open", "paragraph_close"}
    lists = {"bullet_list_open", "bullet_list_close", "list_item_open", "list_item_close"}
    assert kinds <= calm | lists | {"code_inline"}
    for token in tokens:
        for one in token.children or ():
            if one.type == "text":
                assert "@e" not in one.content
                assert "#1" not in one.content
                assert "://" not in one.content
                assert "www." not in one.content


@pytest.mark.parametrize(
    "text, is_kept",
    [
        ("  - ¶ 1 ([on wire.example](https://wire.example/a?b=1&c=2#:~:text=The%20first,the%20last))", True),
        ("[on wire.example](https://wire.example)", True),
        ("[on wire.example](https://evil.example/)", False),
        ("[on wire.example](https://wire.example@evil.example/)", False),
        ("[on wire.example](https://wire.example.evil.example/)", False),
        ("[on wire.example](javascript://wire.example/)", False),
        ('[on wire.example](https://wire.example/ "title")', False),
        ("![on wire.example](https://wire.example/x.png)", True),
        ("[on localhost](http://localhost/)", False),
    ],
)
def test_a_link_to_a_source_shows_to_which_host_it_leads(text: str, comment: ModuleType, *, is_kept: bool) -> None:
    from markdown_it import MarkdownIt  # noqa: PLC0415 - only here

    tamed = comment.tamed(text, REPOSITORY)
    assert ("](http" in tamed) == is_kept
    assert "<img" not in MarkdownIt("commonmark").render(tamed)


def test_what_is_too_long_is_cut_by_lines_and_tells_where_the_rest_is(comment: ModuleType) -> None:
    tamed = comment.tamed("\n".join(f"- line {number} of many" for number in range(9000)), REPOSITORY)
    *kept, _, last = tamed.rstrip("\n").split("\n")
    assert len(tamed) < 65_536
    assert all(line.endswith(" of many") for line in kept)
    assert f"{9000 - len(kept)} more lines" in last
    assert "https://github.com/editors/chronology/actions/runs/17" in last


@pytest.mark.parametrize("base", OURS)
@pytest.mark.parametrize(
    "rest",
    ["", "a", "a/", "days/2017-11-17/#event--claim", "a/b.yml", "a%20b", "..a/b..", "a.b/...", "#top", "a:b/~c_d"],
)
def test_links_below_the_project_are_kept(base: str, rest: str, comment: ModuleType) -> None:
    text = f"- [page]({base}{rest})"
    is_plain = "%20" not in rest
    assert (comment.tamed(text, REPOSITORY) == text) == is_plain


def test_a_host_is_the_same_in_capitals(comment: ModuleType) -> None:
    text = "- [page](https://Editors.GitHub.io/chronology/days/)"
    assert comment.tamed(text, REPOSITORY) == text


@pytest.mark.parametrize(
    "told, repository, site, elsewhere",
    [
        ("https://battle.example", "editors/chronology", "https://battle.example/", "https://editors.github.io/chronology/"),
        ("https://battle.example/en/", "editors/chronology", "https://battle.example/en/", "https://battle.example/fr/"),
        ("https://battle.example:8443/", "a/b", "https://battle.example:8443/", "https://battle.example/"),
        ("", "editors/editors.github.io", "https://editors.github.io/", "https://editors.github.io.evil.example/"),
        ("", "Editors/Editors.github.io", "https://editors.github.io/", "https://editors.example/"),
        ("", "Editors/Chronology", "https://editors.github.io/Chronology/", "https://editors.github.io/"),
        (" ", "editors/chronology", "https://editors.github.io/chronology/", "https://editors.github.io/other/"),
    ],
)  # fmt: skip
def test_the_site_is_where_the_workflow_was_told(  # noqa: PLR0913, PLR0917 - a case, and what it is tried with
    told: str, repository: str, site: str, elsewhere: str, comment: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATELINE_SITE_URL", told)
    assert comment.site_of(repository) == site
    text = f"- [page]({site}days/2017-11-17/#a--b)"
    assert comment.tamed(text, repository) == text
    assert f"]({elsewhere}" not in comment.tamed(f"- [page]({elsewhere}days/)", repository)
