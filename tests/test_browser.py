"""The built site in a browser: for everybody, on every screen, with and without script."""

from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from browsing import complaints, served
from playwright.sync_api import Browser, BrowserContext, Page

pytestmark = pytest.mark.browser

WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
AXE = {"runOnly": {"type": "tag", "values": WCAG}, "resultTypes": ["violations"], "iframes": False, "preload": False}
LOOKS = ["color-contrast", "target-size", "link-in-text-block", "scrollable-region-focusable"]
"""What axe judges by how a page looks; everything else is the same in each scheme and on each screen."""
PAGES = {
    "home": "",
    "days": "days/",
    "day": "days/2017-11-17/",
    "actors": "actors/",
    "actor": "actors/isis/",
    "disputes": "disputes/",
    "dispute": "disputes/control-10-to-13-november-2017/",
    "resolved-dispute": "disputes/when-al-bukamal-was-captured/",
    "sources": "sources/",
    "source": "sources/sf-2017-11-17/",
    "places": "places/",
    "place": "places/al-bukamal/",
    "changes": "changes/",
    "method": "method/",
    "data": "data/",
    "hand-written": "about/",
    "not-found": "404.html",
}
SMALL_PAGES = {
    "day": "days/2020-05-04/",
    "month": "days/2020-05/",
    "actor": "actors/mayor/",
    "removed": "actors/mayors-office/",
    "changes": "changes/",
    "hand-written": "thanks/",
}
ALL = [("real", name) for name in PAGES] + [("small", name) for name in SMALL_PAGES]
EVERY_PAGE = pytest.mark.parametrize("which,name", ALL, ids=["-".join(pair) for pair in ALL])


@pytest.fixture(scope="module")
def addresses(real_site: Path, small_site: Path) -> Iterator[dict[str, str]]:
    """Where the sites are served."""
    with served(real_site) as real, served(small_site) as small:
        yield {"real": real, "small": small}


@pytest.fixture(scope="module")
def narrow(browser: Browser) -> Iterator[BrowserContext]:
    """A browser as narrow as the narrowest phone."""
    with browser.new_context(viewport={"width": 320, "height": 640}) as context:
        yield context


@pytest.fixture(scope="module")
def without_script(browser: Browser) -> Iterator[BrowserContext]:
    """The same with script switched off."""
    with browser.new_context(viewport={"width": 320, "height": 640}, java_script_enabled=False) as context:
        yield context


def where(addresses: dict[str, str], which: str, name: str) -> str:
    return addresses[which] + (PAGES if which == "real" else SMALL_PAGES)[name]


@EVERY_PAGE
@pytest.mark.parametrize("scheme,width", [("light", 1440), ("dark", 390)], ids=["light-wide", "dark-narrow"])
def test_axe_finds_no_barrier(  # noqa: PLR0913, PLR0917 - what it depends on
    browser: Browser, addresses: dict[str, str], which: str, name: str, scheme: Literal["light", "dark"], width: int
) -> None:
    with browser.new_context(color_scheme=scheme, viewport={"width": width, "height": 900}) as context:
        page = context.new_page()
        page.goto(where(addresses, which, name), wait_until="load")
        page.wait_for_selector(f"body[data-md-color-scheme={'slate' if scheme == 'dark' else 'default'}]")
        violations = Axe().run(page, options=AXE).response["violations"]
    found = [
        f"{one['id']}: {node['html'][:200]} {node['failureSummary']}" for one in violations for node in one["nodes"]
    ]
    assert found == []


@EVERY_PAGE
def test_what_depends_on_scheme_and_width_together_holds_in_the_other_pairs(
    browser: Browser, addresses: dict[str, str], which: str, name: str
) -> None:
    others: tuple[tuple[Literal["light", "dark"], int], ...] = (("dark", 1440), ("light", 390))
    for scheme, width in others:
        with browser.new_context(color_scheme=scheme, viewport={"width": width, "height": 900}) as context:
            page = context.new_page()
            page.goto(where(addresses, which, name), wait_until="load")
            found = Axe().run(page, options=AXE | {"runOnly": {"type": "rule", "values": LOOKS}}).response["violations"]
        assert [(one["id"], [node["html"][:200] for node in one["nodes"]]) for one in found] == []


@EVERY_PAGE
def test_a_page_loads_without_a_complaint_and_never_scrolls_sideways(
    narrow: BrowserContext, addresses: dict[str, str], which: str, name: str
) -> None:
    page = narrow.new_page()
    seen = complaints(page, addresses[which])
    page.goto(where(addresses, which, name), wait_until="load")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320, _widest(page)
    assert page.evaluate("document.querySelector('.md-content').scrollWidth") <= 320, _widest(page)
    assert seen == []
    page.close()


@EVERY_PAGE
def test_without_script_every_word_is_there_and_can_be_seen(
    narrow: BrowserContext, without_script: BrowserContext, addresses: dict[str, str], which: str, name: str
) -> None:
    texts = []
    for context in (narrow, without_script):
        page = context.new_page()
        page.goto(where(addresses, which, name), wait_until="load")
        texts.append(page.locator("article.md-content__inner").inner_text())
        page.close()
    assert texts[0].strip()
    assert texts[0] == texts[1]


@pytest.mark.parametrize("name", ["home", "day", "source", "dispute"])
def test_the_focus_is_seen_on_every_link_reached_by_the_keyboard(
    browser: Browser, addresses: dict[str, str], name: str
) -> None:
    with browser.new_context() as context:
        page = context.new_page()
        page.goto(where(addresses, "real", name), wait_until="load")
        page.locator("article.md-content__inner h1").click()
        seen = 0
        for _ in range(25):
            page.keyboard.press("Tab")
            focus = page.evaluate(
                """() => { const e = document.activeElement, s = getComputedStyle(e), b = e.getBoundingClientRect();
                return {inside: !!e.closest('article.md-content__inner'), html: e.outerHTML.slice(0, 120),
                        width: parseFloat(s.outlineWidth), style: s.outlineStyle, area: b.width * b.height,
                        opacity: s.opacity} }"""
            )
            if focus["inside"]:
                seen += 1
                assert focus["style"] != "none", focus
                assert focus["width"] >= 2, focus
                assert focus["area"] > 0, focus
                assert focus["opacity"] == "1", focus
        assert seen >= 10


def test_the_first_tab_leads_to_the_content(browser: Browser, addresses: dict[str, str]) -> None:
    with browser.new_context() as context:
        page = context.new_page()
        page.goto(addresses["real"] + "days/2017-11-17/", wait_until="load")
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.textContent.trim()") == "Skip to content"


def test_a_reader_gets_from_a_claim_to_the_paragraph_that_it_rests_on(
    browser: Browser, addresses: dict[str, str]
) -> None:
    with browser.new_context(viewport={"width": 390, "height": 800}) as context:
        page = context.new_page()
        page.goto(addresses["real"] + "days/2017-11-17/", wait_until="load")
        link = page.locator(".dl-claim .dl-par a, .dl-claim a.dl-par").first
        wanted = link.inner_text()
        link.click()
        page.wait_for_url("**/sources/**")
        paragraph = page.locator(".dl-paragraph:target")
        paragraph.wait_for()
        assert wanted in paragraph.inner_text()
        heading = paragraph.locator("h3").bounding_box()
        header = page.locator(".md-header").bounding_box()
        assert heading is not None
        assert header is not None
        assert header["y"] + header["height"] <= heading["y"] < 800


def test_each_scheme_follows_what_the_reader_prefers_and_can_be_switched(
    browser: Browser, addresses: dict[str, str]
) -> None:
    with browser.new_context(color_scheme="dark") as context:
        page = context.new_page()
        page.goto(addresses["real"], wait_until="load")
        page.wait_for_selector("body[data-md-color-scheme=slate]")
        page.locator("label[title='Switch to light mode']").click()
        page.wait_for_selector("body[data-md-color-scheme=default]")


def _widest(page: Page) -> object:
    return page.evaluate(
        """[...document.querySelectorAll('.md-content *')].filter(e => e.getBoundingClientRect().right > 321)
        .map(e => e.outerHTML.slice(0, 120)).slice(0, 8)"""
    )
