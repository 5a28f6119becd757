"""Reading with script and without: the paragraph behind a citation on the spot, citations to copy, and print."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from browsing import complaints, served
from playwright.sync_api import Browser, Locator, Page, Route
from projects import SITE_URL

pytestmark = pytest.mark.browser

DAY = "days/2020-05-04/"
CLAIM = "2020-05-04-market-flooded--held-by-water"
UNFOLD = "for (const fold of document.querySelectorAll('.dl-claim__reports')) fold.open = true"
AT_THE_EDGE = """
    () => [...document.querySelectorAll(".md-sidebar--primary, .dl-drawer")]
        .some((drawer) => drawer.getBoundingClientRect().x === 0)
"""
WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
AXE = {"runOnly": {"type": "tag", "values": WCAG}, "resultTypes": ["violations"], "iframes": False, "preload": False}


@pytest.fixture(scope="module")
def address(small_site: Path) -> Iterator[str]:
    """Where the small site is served, below a path."""
    with served(small_site) as found:
        yield found


@pytest.fixture(scope="module")
def tab(browser: Browser) -> Iterator[Page]:
    """A tab of a wide window that may use the clipboard."""
    with browser.new_context(viewport={"width": 1280, "height": 800}) as made:
        made.grant_permissions(["clipboard-read", "clipboard-write"])
        yield made.new_page()


@pytest.fixture
def day(tab: Page, address: str) -> Page:
    """A day's page in it, loaded anew, with the pointer on nothing."""
    tab.goto("about:blank")
    tab.mouse.move(2, 2)
    tab.goto(f"{address}{DAY}", wait_until="load")
    return tab


def test_the_address_of_a_feed_is_whole_where_the_site_was_built_without_one(tab: Page, address: str) -> None:
    dispute = f"{address}disputes/how-many-evacuated/"
    feed = "disputes/how-many-evacuated/feed.xml"

    def without_an_address(route: Route) -> None:
        answer = route.fetch()
        route.fulfill(response=answer, body=answer.text().replace(f">{SITE_URL}{feed}<", f">../../{feed}<"))

    tab.route(dispute, without_an_address)
    tab.goto(dispute, wait_until="load")
    tab.unroute(dispute)
    assert tab.locator(".dl-follow a").text_content() == f"{address}{feed}"


def paragraph_link(page: Page) -> Locator:
    return page.locator(f"[id='{CLAIM}'] a.dl-par").first


def unfolded(page: Page) -> Locator:
    """Open what a claim folds, as a reader does, and return the claim."""
    claim = page.locator(f"[id='{CLAIM}']")
    claim.locator("details.dl-claim__reports > summary").click()
    return claim


def popover(page: Page) -> Locator:
    return page.locator(".dl-pop:popover-open")


def test_the_paragraph_behind_a_citation_is_shown_on_hover_and_stays_while_the_pointer_is_on_it(
    day: Page, address: str
) -> None:
    seen = complaints(day, address)
    paragraph_link(day).hover()
    popover(day).wait_for()
    shown = popover(day).inner_text()
    assert "¶ 2" in shown
    assert re.search(r"\(.*Herald, .*4 May 2020\)", shown), "who published it, and when"
    assert "begins" in shown
    assert "Read it in the original" in shown
    targets = popover(day).locator("a").evaluate_all("links => links.map(link => link.href)")
    assert any(f"{address}{DAY}#{CLAIM}" == target for target in targets), "a link of the source's page, from here"
    assert f"{address}sources/herald-2020-05-04/#p2" in targets
    popover(day).locator(".dl-pop__more a").hover()
    day.wait_for_timeout(500)
    assert popover(day).is_visible()
    day.mouse.move(2, 2)
    popover(day).wait_for(state="hidden")
    assert seen == []


def test_escape_closes_it_and_moves_nothing(day: Page) -> None:
    paragraph_link(day).hover()
    popover(day).wait_for()
    day.keyboard.press("Escape")
    popover(day).wait_for(state="hidden")
    day.wait_for_timeout(500)
    assert not popover(day).is_visible()


def test_the_focus_opens_it_describes_the_link_and_goes_through_it_and_on(day: Page) -> None:
    link = paragraph_link(day)
    link.focus()
    day.keyboard.press("Shift+Tab")
    day.keyboard.press("Tab")
    popover(day).wait_for()
    described = day.locator(f"[id='{link.get_attribute('aria-describedby')}']")
    assert "¶ 2" in described.inner_text()
    day.keyboard.press("Tab")
    day.wait_for_function("document.activeElement.textContent === 'Read it in the original'")
    for _ in range(3):
        day.keyboard.press("Tab")
    day.wait_for_function("!document.activeElement.closest('.dl-pop')")  # else a trap
    popover(day).wait_for(state="hidden")
    link.focus()
    day.keyboard.press("Shift+Tab")
    day.keyboard.press("Tab")
    popover(day).wait_for()
    day.keyboard.press("Tab")
    day.keyboard.press("Escape")
    day.wait_for_function("document.activeElement.className.startsWith('dl-par')")
    popover(day).wait_for(state="hidden")


def test_an_address_whose_fragment_cannot_be_read_costs_nothing_of_what_script_adds(tab: Page, address: str) -> None:
    tab.goto("about:blank")
    tab.goto(f"{address}{DAY}#%", wait_until="load")
    paragraph_link(tab).hover()
    popover(tab).wait_for()


def test_enter_and_a_click_follow_the_link(day: Page) -> None:
    paragraph_link(day).focus()
    day.keyboard.press("Enter")
    day.wait_for_url("**/sources/herald-2020-05-04/#p2")


@pytest.mark.parametrize("width", [320, 768])
def test_a_tap_opens_it_within_the_window_and_a_second_leads_to_the_paragraph(
    browser: Browser, address: str, width: int
) -> None:
    with browser.new_context(viewport={"width": width, "height": 640}, has_touch=True, is_mobile=True) as context:
        page = context.new_page()
        page.goto(f"{address}{DAY}", wait_until="load")
        paragraph_link(page).tap()
        popover(page).wait_for()
        assert page.url == f"{address}{DAY}"
        box = popover(page).bounding_box()
        assert box is not None
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= width
        assert box["y"] >= 0
        assert box["y"] + box["height"] <= 640
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        popover(page).get_by_text("Open the paragraph").tap()
        page.wait_for_url("**/sources/herald-2020-05-04/#p2")


def test_a_tap_beside_it_closes_it(browser: Browser, address: str) -> None:
    with browser.new_context(viewport={"width": 390, "height": 800}, has_touch=True) as context:
        page = context.new_page()
        page.goto(f"{address}{DAY}", wait_until="load")
        paragraph_link(page).tap()
        popover(page).wait_for()
        page.locator("h1").tap()
        popover(page).wait_for(state="hidden")


@pytest.mark.parametrize(
    "selector, words",
    [
        ("a.dl-badge", "voice"),
        (".dl-stance a.dl-term", "The speaker states"),
    ],
)
def test_outcome_and_stance_say_what_they_mean(day: Page, selector: str, words: str) -> None:
    day.evaluate(UNFOLD)
    day.locator(selector).first.hover()
    popover(day).wait_for()
    assert words in popover(day).inner_text()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_barrier_in_a_popover(browser: Browser, address: str, scheme: Literal["light", "dark"]) -> None:
    with browser.new_context(color_scheme=scheme, viewport={"width": 390, "height": 800}, has_touch=True) as context:
        page = context.new_page()
        page.goto(f"{address}{DAY}", wait_until="load")
        page.wait_for_selector(f"body[data-md-color-scheme={'slate' if scheme == 'dark' else 'default'}]")
        page.evaluate(UNFOLD)
        for opener in ("a.dl-par", "a.dl-citelink"):
            page.locator(opener).first.tap()
            popover(page).wait_for()
            assert Axe().run(page, context=".dl-pop", options=AXE).response["violations"] == [], opener
            page.keyboard.press("Escape")
            popover(page).wait_for(state="hidden")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_barrier_where_the_theme_has_no_part(
    browser: Browser, address: str, scheme: Literal["light", "dark"]
) -> None:
    with browser.new_context(color_scheme=scheme, viewport={"width": 320, "height": 800}) as context:
        page = context.new_page()
        claim = CLAIM.replace("--", "/")
        for path in (
            f"{DAY}cite.html",
            f"events/{claim}/",
            f"embed/claim/{claim}/",
            "embed/dispute/how-many-evacuated/",
        ):
            page.goto(f"{address}{path}", wait_until="load")
            assert Axe().run(page, options=AXE).response["violations"] == [], path
            assert page.evaluate("document.documentElement.scrollWidth") <= 320, path


# --- copying ---------------------------------------------------------------------------------------------------------


def test_a_link_to_a_claim_is_copied_and_said_to_be(day: Page, address: str) -> None:
    button = unfolded(day).locator("button.dl-copy")
    assert button.get_attribute("aria-label") == "Copy the link to this claim"
    button.click()
    day.locator("[role=status]", has_text="Link to the claim copied").wait_for()
    event, _, claim = CLAIM.partition("--")
    assert day.evaluate("navigator.clipboard.readText()") == f"{address}events/{event}/{claim}/"


def test_a_claim_is_cited_in_several_forms_each_of_which_is_copied(day: Page) -> None:
    unfolded(day).locator("a.dl-citelink").click()
    popover(day).wait_for()
    day.wait_for_function("document.activeElement.textContent === 'Copy Chicago'")
    copied = []
    for name in ("Chicago", "BibTeX", "CSL-JSON", "APA", "Wikipedia", "embed"):
        popover(day).get_by_role("button", name=f"Copy {name}").click()
        day.locator("[role=status]", has_text=f"Copied: {name}").wait_for()
        copied.append(day.evaluate("navigator.clipboard.readText()"))
    assert copied[0].startswith("The council closed all of Lower Wend [Claim: ")
    assert copied[1].startswith(f"@misc{{{CLAIM},\n")
    assert json.loads(copied[2])[0]["id"] == CLAIM
    own = f"{SITE_URL}events/{CLAIM.replace('--', '/')}/"
    assert all(text.rstrip(".").endswith(own) for text in (copied[0], copied[3]))
    assert f"{{{{cite web |url={own} |title=" in copied[4]
    assert copied[5].startswith(f'<iframe src="{SITE_URL}embed/claim/{CLAIM.replace("--", "/")}/"')
    day.keyboard.press("Escape")
    day.wait_for_function("document.activeElement.className.startsWith('dl-citelink')")


def test_where_copying_is_refused_the_reader_is_told(day: Page) -> None:
    day.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new Error('no')) }")
    unfolded(day).locator("button.dl-copy").click()
    day.locator("[role=status]", has_text="Copying is not allowed here").wait_for()


def test_without_script_the_link_leads_to_the_same_citations(browser: Browser, address: str) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{address}{DAY}", wait_until="load")
        unfolded(page).locator("a.dl-citelink").click()
        page.wait_for_url(f"**/cite.html#{CLAIM}")
        assert f"@misc{{{CLAIM}," in (page.locator(f"[id='{CLAIM}']").text_content() or "")


def test_of_many_citations_only_those_of_the_chosen_claim_are_open_and_all_are_printed(
    browser: Browser, address: str
) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{address}{DAY}cite.html", wait_until="load")
        claims, shown = page.locator("section[id]:not(#_sources)"), page.locator("section > dl:visible")
        assert claims.count() > 2
        assert shown.count() == 0
        page.locator(f"h3 a[href='#{CLAIM}']").click()
        assert shown.all_inner_texts() == page.locator(f"[id='{CLAIM}'] > dl").all_inner_texts()
        page.emulate_media(media="print")
        assert shown.count() == claims.count()


def test_from_a_file_the_link_stays_a_link(browser: Browser, small_site: Path) -> None:
    with browser.new_context() as context:
        page = context.new_page()
        page.goto((small_site / DAY / "index.html").as_uri(), wait_until="load")
        assert page.evaluate("!!document.querySelector('button.dl-copy')"), "the script ran"
        paragraph_link(page).hover()
        page.wait_for_timeout(500)
        assert not popover(page).is_visible()


def test_a_paragraph_that_cannot_be_fetched_is_where_the_tap_leads(browser: Browser, address: str) -> None:
    with browser.new_context(viewport={"width": 390, "height": 800}, has_touch=True) as context:
        page = context.new_page()
        page.goto(f"{address}{DAY}", wait_until="load")
        page.evaluate("() => { window.fetch = () => Promise.reject(new Error('offline')) }")
        paragraph_link(page).tap()
        page.wait_for_url("**/sources/herald-2020-05-04/#p2")


@pytest.mark.parametrize("path, drawer", [("", ".md-sidebar--primary"), (DAY, ".md-tabs")])
@pytest.mark.parametrize("direction", ["ltr", "rtl"])
def test_a_drawer_that_is_shut_is_not_reached_by_the_keyboard(
    browser: Browser, address: str, path: str, drawer: str, direction: str
) -> None:
    with browser.new_context(viewport={"width": 390, "height": 844}) as context:
        page = context.new_page()
        page.goto(f"{address}{path}", wait_until="load")
        page.evaluate("direction => { document.documentElement.dir = document.body.dir = direction }", direction)
        first = page.locator(f"{drawer} a").first
        assert not first.is_visible()
        page.locator("label.md-header__button[for='__drawer']").click()
        first.wait_for(state="visible")


def test_the_drawer_of_a_page_leads_wherever_the_front_page_s_does_by_keyboard_too(
    browser: Browser, address: str
) -> None:
    found = []
    for path in ("", DAY):
        with browser.new_context(viewport={"width": 390, "height": 844}) as context:
            page = context.new_page()
            page.goto(f"{address}{path}", wait_until="load")
            page.evaluate("scrollTo(0, 500)")  # where the theme takes the tabs of a wide screen away
            page.locator("label.md-header__button[for='__drawer']").click()
            links = page.locator(".md-nav--primary a.md-nav__link, .dl-drawer a, .md-nav__source a").locator(
                "visible=true"
            )
            page.wait_for_function(AT_THE_EDGE)
            reached = set()
            links.first.focus()
            for _ in range(links.count() + 3):
                reached.add(page.evaluate("document.activeElement.href"))
                page.keyboard.press("Tab")
            told = {link.get_attribute("href") for link in links.all()}
            addresses = {page.evaluate("link => new URL(link, location.href).href", link) for link in told}
            assert addresses <= reached
            assert Axe().run(page, context=".md-container", options=AXE).response["violations"] == []
            found.append({one.partition("#")[0] for one in addresses})
    assert found[0] <= found[1] | {address}


# --- folds and print -------------------------------------------------------------------------------------------------


@pytest.mark.al_bukamal
def test_an_address_opens_the_fold_that_it_names(browser: Browser, real_site: Path) -> None:
    with served(real_site) as real, browser.new_context() as context:
        page = context.new_page()
        page.goto(f"{real}disputes/#kind-control", wait_until="load")
        page.wait_for_function("document.getElementById('kind-control').open")
        page.goto(f"{real}actors/isis/", wait_until="load")
        assert not page.locator("[id='_did-2017-11']").evaluate("fold => fold.open")


@pytest.mark.parametrize("script", [True, False], ids=["with-script", "without"])
def test_print_spells_out_addresses_leaves_folds_folded_and_the_tools_away(
    browser: Browser,
    address: str,
    script: bool,  # noqa: FBT001 - a parameter
) -> None:
    with browser.new_context(java_script_enabled=script, color_scheme="dark") as context:
        page = context.new_page()
        for name in (DAY, "actors/mayor/", "disputes/how-many-evacuated/"):
            page.emulate_media(media="screen")
            page.goto(f"{address}{name}", wait_until="load")
            page.emulate_media(media="print")
            check_print(page, name)


def check_print(page: Page, name: str) -> None:
    for tool in (".md-header", ".dl-daynav", ".dl-crumbs", ".dl-tools", ".md-footer", ".dl-claim__tools"):
        for found in page.locator(tool).all():
            assert not found.is_visible(), tool
    assert f"https://chronology.example/flood/{name}" in page.locator(".dl-address").inner_text()
    for fold in page.locator(".dl-claim__reports:not([open]) > ul, .dl-claim__reports:not([open]) .dl-reports").all():
        assert not fold.is_visible()
    sources = page.locator(".dl-sources li")
    assert sources.count() > 0
    for source in sources.all():
        assert source.is_visible()
        for link in source.locator(".dl-url").all():
            shown = link.evaluate("link => getComputedStyle(link, '::after').content")
            assert "attr(href)" in shown or str(link.get_attribute("href")) in shown
    paper = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert paper == "rgb(255, 255, 255)"
    ink = page.locator("h1").evaluate("title => getComputedStyle(title).color")
    assert ink == "rgb(0, 0, 0)"
    assert page.pdf().startswith(b"%PDF")


@pytest.mark.parametrize(
    "path, places",
    [
        ("disputes/was-water-released/", ".dl-life__legend > *"),
        ("places/lower-wend/", ".dl-table :is(caption, td)"),
        ("sources/", ".dl-rows .dl-note"),
    ],
)
def test_a_word_of_any_length_stays_within_a_phone(browser: Browser, small_site: Path, path: str, places: str) -> None:
    with served(small_site) as address, browser.new_context(viewport={"width": 390, "height": 844}) as window:
        page = window.new_page()
        page.goto(f"{address}{path}")
        page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")
        found = page.locator(places)
        assert found.evaluate_all(
            "all => { for (const one of all) one.textContent = 'W'.repeat(900); return all.length }"
        )
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
