"""What a preview puts on top of a page: in the language of the pages, with problems as editors are told them."""

import re
from pathlib import Path

import pytest
from dateline.ground.languages import ENGLISH, Language, language_of
from dateline.ground.problems import Code, Position, Problem
from dateline.pages.banners import AS_FAR_AS_IT_GOES, banner, count, notice, placeholder, with_banner
from dateline.pages.rendering.pages import Page
from dateline.site.preview.replies import plain_page
from pseudo import accented, speaking

WRONG = Problem(Position("content/a.yml", 3, 7), Code.UNKNOWN_ACTOR, "there is no <b>", "did you mean 'a & b'?")
NOTED = Problem(Position("content/a.yml"), Code.ENGLISH_ONLY, "it is a draft")
FOREIGN = re.compile(r'<(\w+)[^>]* lang="en" dir="ltr"[^>]*>.*?</\1>', re.DOTALL)


@pytest.fixture(scope="module")
def pseudo(tmp_path_factory: pytest.TempPathFactory) -> Language:
    """A language from right to left."""
    with speaking("ar", tmp_path_factory.mktemp("locales")):
        return language_of("ar")


def test_only_errors_are_counted_and_shown() -> None:
    assert [count([]), count([WRONG, NOTED]), count([WRONG, WRONG])] == ["0 errors", "1 error", "2 errors"]
    shown = banner([NOTED, WRONG])
    assert "1 error in the records. Below stands the page as it last was." in shown
    assert (shown.count("<li>"), "draft" in shown) == (1, False)


def test_a_problem_is_shown_with_its_place_its_cure_and_its_code_as_text() -> None:
    row = "<li><code>content/a.yml:3:7</code> there is no &lt;b&gt; <i>(did you mean &#39;a &amp; b&#39;?)</i> "
    assert f"{row}<code>{WRONG.code}</code></li>" in banner([WRONG])


def test_of_many_errors_fifty_are_shown_and_the_rest_counted() -> None:
    assert (banner([WRONG] * 50).count("<li>"), "more" in banner([WRONG] * 50)) == (50, False)
    assert (banner([WRONG] * 1_052).count("<li>"), "… and 1,002 more." in banner([WRONG] * 1_052)) == (50, True)


@pytest.mark.parametrize("made", ["banner", "notice", "plain"])
def test_all_but_what_editors_are_told_is_in_the_language_of_the_pages(pseudo: Language, made: str) -> None:
    lead = "The page cannot be made. Below stands the page as it last was."
    shown = {
        "banner": lambda: banner([WRONG] * 51, AS_FAR_AS_IT_GOES, pseudo),
        "notice": lambda: notice("why <b>", pseudo),
        "plain": lambda: plain_page(pseudo.gettext("Not found"), "why <b>", pseudo, is_english=True).decode(),
    }[made]()
    assert FOREIGN.search(shown)
    rest = re.sub("<[^>]*>", "", FOREIGN.sub("", shown))
    assert re.search(r"\w", rest)
    assert not re.search("[A-Za-z]", rest)
    assert made != "notice" or accented(lead) in shown


def test_in_english_nothing_is_marked_as_foreign() -> None:
    assert "lang=" not in banner([WRONG]) + notice("why")
    assert plain_page("Not found", "why", is_english=True).count(b"lang=") == 1


def test_a_page_of_the_site_says_which_way_it_is_read(pseudo: Language) -> None:
    assert b'<html lang="ar" dir="rtl">' in plain_page("x", "y", pseudo)
    assert b'<html lang="en" dir="ltr">' in plain_page("x", "y", ENGLISH)


def test_what_stands_in_for_a_page_bears_the_name_of_its_section(pseudo: Language) -> None:
    name = "Problems in the records"
    assert placeholder("index.md").content == f'---\ntitle: "{name}"\n---\n\n# {name}\n'
    assert "# Disputes\n" in str(placeholder("disputes/who.md").content)
    assert "# About\n" in str(placeholder("about.md").content)
    assert f"# {accented(name)}\n" in str(placeholder("index.md", pseudo).content)


def test_a_banner_stands_between_the_head_of_a_page_and_its_body() -> None:
    page = Page("a.md", "---\ntitle: A\n---\n\n# A\n", "content/a.md")
    assert with_banner(page, "<b>") == Page("a.md", "---\ntitle: A\n---\n\n<b>\n\n# A\n", "content/a.md")
    for other in (Page("a.html", "---\nx\n---\n"), Page("a.png", b"x")):
        assert with_banner(other, "<b>") is other


def test_a_notice_is_one_line_of_text(tmp_path: Path) -> None:
    assert f"<li>{tmp_path}: &lt;x&gt; y</li>" in notice(f"{tmp_path}:\n <x>\n\n y")
