"""Each forge has its own addresses for the editor, a new issue, a commit and a file."""

from urllib.parse import parse_qs, urlsplit

import pytest
from dateline.pages.wording.forges import FORGES, GITHUB, forge_of
from dateline.pages.wording.forms import LinkedForm, form_address

REPOSITORY = "https://code.example/editors/flood"
CLAIM = {"page": "https://flood.example/days/2020-05-04/", "record": "event flood"}


@pytest.mark.parametrize(
    "repository, name",
    [
        ("https://github.com/a/b", "github"),
        ("https://gitlab.com/a/b", "gitlab"),
        ("https://gitlab.gnome.org/a/b", "gitlab"),
        ("https://codeberg.org/a/b", "forgejo"),
        ("https://gitea.com/a/b", "forgejo"),
        ("https://bitbucket.org/a/b", "bitbucket"),
        ("https://code.example/a/gitlab", "github"),
    ],
)
def test_the_host_tells_which_forge_it_is(repository: str, name: str) -> None:
    assert forge_of(repository) is FORGES[name]


def test_a_name_goes_before_what_the_host_seems_to_tell_and_nothing_is_github() -> None:
    assert forge_of("https://gitlab.example/a/b", "forgejo") is FORGES["forgejo"]
    assert forge_of(None) is GITHUB
    assert forge_of("no address") is GITHUB


@pytest.mark.parametrize(
    "name, edit, issue, commit, file",
    [
        ("github", "edit/main/", "issues/new", "commit/", "blob/abc/"),
        ("gitlab", "-/edit/main/", "-/issues/new", "-/commit/", "-/blob/abc/"),
        ("forgejo", "_edit/main/", "issues/new", "commit/", "src/commit/abc/"),
        ("bitbucket", "src/main/", "issues/new", "commits/", "src/abc/"),
    ],
)
def test_where_each_forge_has_its_editor_issues_commits_and_files(
    name: str, edit: str, issue: str, commit: str, file: str
) -> None:
    forge = FORGES[name]
    assert (forge.edit, forge.new_issue, forge.commit, forge.file.format(commit="abc")) == (edit, issue, commit, file)


def _asked(name: str) -> tuple[str, dict[str, list[str]]]:
    address = urlsplit(form_address(REPOSITORY, FORGES[name], LinkedForm.CONTEST, "event flood", **CLAIM))
    return address.path, parse_qs(address.query)


def test_github_opens_a_form_with_its_fields_filled_in() -> None:
    assert _asked("github") == (
        "/editors/flood/issues/new",
        {
            "template": ["contest.yml"],
            "title": ["Contest: event flood"],
            **{key: [text] for key, text in CLAIM.items()},
        },
    )


@pytest.mark.parametrize(
    "name, title, text", [("gitlab", "issue[title]", "issue[description]"), ("forgejo", "title", "body")]
)
def test_elsewhere_a_plain_issue_says_the_same_in_its_text(name: str, title: str, text: str) -> None:
    _, query = _asked(name)
    assert query == {title: ["Contest: event flood"], text: [f"Page: {CLAIM['page']}\n\nRecord: {CLAIM['record']}"]}


def test_a_forge_that_fills_nothing_in_opens_an_empty_issue() -> None:
    assert _asked("bitbucket") == ("/editors/flood/issues/new", {})


@pytest.mark.parametrize("name", sorted(FORGES))
def test_no_text_leaves_its_parameter(name: str) -> None:
    fields = {"page": "https://x.example/?a=1&b=2#c", "record": "a&title=b=c\n[d](e)"}
    address = form_address(REPOSITORY, FORGES[name], LinkedForm.ERROR, "x&y#z", **fields)
    told = parse_qs(urlsplit(address).query)
    assert urlsplit(address).fragment == ""
    assert "b" not in told
    assert all(len(values) == 1 for values in told.values())
