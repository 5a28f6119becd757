"""The built site in a browser: for everybody, on every screen, with and without script."""

from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import pytest
from barriers import barriers, barriers_of_colour
from browsing import complaints, served
from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

FORGET = "try { localStorage.clear() } catch {}"
"""The scheme that a reader chose on one page is not that of the next, as in a tab of its own."""
SCHEMES = {"light": "default", "dark": "slate"}
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
IN_BOTH_SCHEMES = {("real", "home"), ("real", "day"), *(("small", name) for name in SMALL_PAGES)}
"""What is looked at in both schemes on each screen; the rest is light on a wide one and dark on a phone."""
EVERY_PAGE = pytest.mark.parametrize("which,name", ALL, ids=["-".join(pair) for pair in ALL])


@pytest.fixture(scope="module")
def addresses(real_site: Path, small_site: Path) -> Iterator[dict[str, str]]:
    """Where the sites are served."""
    with served(real_site) as real, served(small_site) as small:
        yield {"real": real, "small": small}


# A window costs more than a page, and a tab as much as one: what asks the same of every page uses one tab for all.


@pytest.fixture(scope="module")
def desk(browser: Browser) -> Iterator[Page]:
    """A tab on a wide screen."""
    with browser.new_context(viewport={"width": 1440, "height": 900}) as context:
        context.add_init_script(FORGET)
        yield context.new_page()


@pytest.fixture(scope="module")
def phone(browser: Browser) -> Iterator[Page]:
    """A tab on the narrowest phone."""
    with browser.new_context(viewport={"width": 320, "height": 640}) as context:
        context.add_init_script(FORGET)
        yield context.new_page()


@pytest.fixture(scope="module")
def complained(phone: Page, addresses: dict[str, str]) -> list[str]:
    """What the pages on the phone have complained about."""
    return complaints(phone, *addresses.values())


@pytest.fixture(scope="module")
def phone_without_script(browser: Browser) -> Iterator[Page]:
    """The same with script switched off."""
    with browser.new_context(viewport={"width": 320, "height": 640}, java_script_enabled=False) as context:
        yield context.new_page()


def where(addresses: dict[str, str], which: str, name: str) -> str:
    return addresses[which] + (PAGES if which == "real" else SMALL_PAGES)[name]


def words_of(page: Page) -> str:
    """Return what a page says, without what script has in the place of switches, or beside a list: it shows no more."""
    article = page.locator("article.md-content__inner")
    article.evaluate("page => page.querySelectorAll('.dl-mapdays, .dl-names').forEach(one => one.remove())")
    return article.inner_text()


def open_in(scheme: Literal["light", "dark"], page: Page, address: str) -> None:
    """Open a page for a reader who prefers a scheme."""
    page.emulate_media(color_scheme=scheme)
    page.goto(address, wait_until="load")
    page.wait_for_selector(f"body[data-md-color-scheme={SCHEMES[scheme]}]")


def switch_to(scheme: Literal["light", "dark"], page: Page) -> None:
    """Bring a page into the other scheme as its reader does, and at once: colours that still fade are no scheme's."""
    page.add_style_tag(content="* { transition: none !important }")
    page.emulate_media(color_scheme=scheme)
    page.locator(f"label[title='Switch to {scheme} mode']").click()
    page.wait_for_selector(f"body[data-md-color-scheme={SCHEMES[scheme]}]")


@EVERY_PAGE
def test_on_a_wide_screen_axe_finds_no_barrier_in_light_and_none_that_dark_brings(
    desk: Page, addresses: dict[str, str], which: str, name: str
) -> None:
    open_in("light", desk, where(addresses, which, name))
    assert barriers(desk) == []
    if (which, name) in IN_BOTH_SCHEMES:
        switch_to("dark", desk)
        assert barriers_of_colour(desk) == []


@pytest.mark.al_bukamal
@EVERY_PAGE
def test_a_phone_shows_all_of_a_page_without_a_barrier_a_complaint_or_a_need_of_script(  # noqa: PLR0913, PLR0917 - what it depends on
    phone: Page,
    complained: list[str],
    phone_without_script: Page,
    addresses: dict[str, str],
    which: str,
    name: str,
) -> None:
    complained.clear()
    open_in("dark", phone, where(addresses, which, name))
    assert phone.evaluate("document.documentElement.scrollWidth") <= 320, _widest(phone)
    assert phone.evaluate("document.querySelector('.md-content').scrollWidth") <= 320, _widest(phone)
    text = words_of(phone)
    assert text.strip()
    phone_without_script.goto(where(addresses, which, name), wait_until="load")
    assert words_of(phone_without_script) == text
    assert barriers(phone) == []
    if (which, name) in IN_BOTH_SCHEMES:
        switch_to("light", phone)
        assert barriers_of_colour(phone) == []
    assert complained == []


@pytest.mark.al_bukamal
@pytest.mark.parametrize("name", ["home", "day", "source", "dispute"])
def test_the_focus_is_seen_on_every_link_reached_by_the_keyboard(
    desk: Page, addresses: dict[str, str], name: str
) -> None:
    open_in("light", desk, where(addresses, "real", name))
    desk.locator("article.md-content__inner h1").click()
    seen = 0
    for _ in range(25):
        desk.keyboard.press("Tab")
        focus = desk.evaluate(
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


def test_the_first_tab_leads_to_the_content(desk: Page, addresses: dict[str, str]) -> None:
    open_in("light", desk, addresses["real"])
    desk.keyboard.press("Tab")
    desk.wait_for_function("document.activeElement.textContent.trim() === 'Skip to content'")


@pytest.mark.al_bukamal
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


def test_keys_that_act_alone_can_be_switched_off_and_stay_so(desk: Page, addresses: dict[str, str]) -> None:
    # WCAG 2.2, 2.1.4 Character Key Shortcuts.
    dialog, switch = desk.locator("dialog.dl-search-dialog[open]"), desk.locator("button.dl-keys-switch")
    desk.goto(addresses["real"] + "method/", wait_until="load")
    assert desk.locator("#_search-link").get_attribute("aria-keyshortcuts") == "/"
    switch.click()
    switch.evaluate("button => button.blur()")
    desk.keyboard.press("/")
    desk.keyboard.press("s")
    assert dialog.count() == 0
    assert desk.locator("#_search-link").get_attribute("aria-keyshortcuts") is None
    assert desk.evaluate("localStorage.getItem('dateline.single-keys')") == "off"
    switch.click()
    switch.evaluate("button => button.blur()")
    desk.keyboard.press("/")
    dialog.wait_for()
    desk.keyboard.press("Escape")
