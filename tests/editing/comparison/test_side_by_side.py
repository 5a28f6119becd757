"""The changed pages in one file: the text before and after, and nothing that a stranger can run or load."""

from typing import Final

import pytest
from dateline.editing.comparison import ChangedPages, consequences, read_version
from dateline.editing.comparison.side_by_side import side_by_side
from dateline.pages.rendering.plans import pages
from planted import SMALL
from projects import ROOT

PAGE: Final = (
    "---\ntitle: x\n---\n\n# The flood\n\n<p>The square was <b>under</b> water.</p>\n<p>Said by the mayor.</p>\n"
)
HOSTILE: Final = (
    "<p>&lt;script&gt;alert(1)&lt;/script&gt; &lt;img src=x onerror=alert(1)&gt; \u202egnp</p>",
    "<script>alert(1)</script><img src=https://evil.example/x.png><iframe src=x></iframe>",
    '</main></body><style>*{display:none}</style><a href="javascript:alert(1)">x</a>',
    "<svg onload=alert(1)><p>inside</p></svg>",
)


def of(before: str, after: str) -> str:
    return side_by_side(ChangedPages(changed=("days/2020/",), contents={"days/2020/": (before, after)}))


def test_what_changed_is_marked_on_either_side() -> None:
    told = of(PAGE, PAGE.replace("under", "above"))
    assert "The square was <del>under</del> water." in told
    assert "The square was <ins>above</ins> water." in told
    assert "title: x" not in told


def test_a_page_that_came_or_went_is_told() -> None:
    pages = ChangedPages(added=("a/",), removed=("b/",), contents={"a/": ("", PAGE), "b/": (PAGE, "")})
    told = side_by_side(pages)
    assert "/a/</a> is new" in told
    assert "/b/</a> is gone" in told
    assert "cannot be made" in side_by_side(None)


@pytest.mark.parametrize("text", HOSTILE)
def test_nothing_of_a_page_is_more_than_text(text: str) -> None:
    told = of(PAGE, f"{PAGE}{text}")
    tags = {line.split(">")[0].split()[0] for line in told.split("<")[1:]}
    ours = {
        "main",
        "h1",
        "h2",
        "p",
        "ol",
        "li",
        "a",
        "section",
        "div",
        "b",
        "del",
        "ins",
        "body",
        "html",
        "head",
        "meta",
        "title",
    }
    assert {tag.lstrip("/") for tag in tags} <= ours | {"style", "!doctype"}
    assert told.count("<style>") == 1
    assert "\u202e" not in told
    assert 'href="#page-0"' in told
    assert told.count("href=") == 1 + told.count("href=x")


def test_many_pages_and_long_ones_are_counted() -> None:
    many = {f"p{number}/": ("", f"{'word ' * 8_000}{number}") for number in range(250)}
    told = side_by_side(ChangedPages(added=tuple(many), contents=many))
    assert len(told.encode()) < 6_000_000
    assert "No room for it here." in told
    assert "And 50 more pages." in told


def test_the_pages_that_are_compared_are_all_that_the_site_has() -> None:
    version = read_version(SMALL, SMALL.parent)
    every = {
        page.path: page.content for page in pages(version.edition, ROOT / "templates") if page.path.endswith(".md")
    }
    made = consequences._pages(version, ROOT / "templates")
    assert sorted(made.values(), key=str) == sorted(every.values(), key=str)
    wanted = frozenset({"days/2020-05-04/", "actors/herald/"})
    some = consequences._pages(version, ROOT / "templates", wanted)
    assert {address: some[address] for address in wanted} == {address: made[address] for address in wanted}
    assert len(some) < len(made) / 4
