"""Figures on the built pages: read on the narrowest phone, followed by link, printed whole."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from browsing import served
from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

SMALLEST_TEXT = 9.0
"""Pixels of CSS; a figure's smallest labels on the narrowest phone."""
WITH_FIGURES = ("", "places/", "places/al-bukamal/", "days/2017-11-17/", "disputes/hezbollah-dead-at-al-bukamal/")


@pytest.fixture(scope="module")
def address(real_site: Path) -> Iterator[str]:
    """Where the site of the real records is served."""
    with served(real_site) as found:
        yield found


@pytest.fixture(scope="module", params=[320, 1440])
def page(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A page of a phone, and one of a wide screen."""
    with browser.new_context(viewport={"width": request.param, "height": 800}) as context:
        yield context.new_page()


@pytest.mark.parametrize("where", WITH_FIGURES)
def test_words_of_figures_are_large_enough_to_read(page: Page, address: str, where: str) -> None:
    page.goto(address + where, wait_until="load")
    sizes = page.evaluate(
        """[...document.querySelectorAll('svg.dl-svg text')].filter(e => e.getClientRects().length)
        .filter(e => !e.closest('.dl-map__inset') && e.checkVisibility())
        .map(e => [parseFloat(getComputedStyle(e).fontSize) * e.getScreenCTM().a, e.textContent])"""
    )
    assert sizes
    assert [pair for pair in sizes if pair[0] < SMALLEST_TEXT - 0.5] == []


@pytest.mark.parametrize("where", ["places/", "places/al-bukamal/", "days/2017-11-17/"])
def test_names_on_a_map_do_not_lie_on_each_other(page: Page, address: str, where: str) -> None:
    page.goto(address + where, wait_until="load")
    overlaps = page.evaluate(
        """() => {
          const found = [];
          for (const map of document.querySelectorAll('svg.dl-svg--map')) {
            if (!map.getClientRects().length) continue;
            const texts = [...map.querySelectorAll('text:not(.dl-map__inset text)')];
            const boxes = texts.map(e => [e.textContent, e.getBBox()]);
            for (let i = 0; i < boxes.length; i++) for (let j = 0; j < i; j++) {
              const [a, b] = [boxes[i][1], boxes[j][1]];
              const wide = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
              const high = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
              if (wide > 1 && high > 2) found.push([boxes[i][0], boxes[j][0], wide, high]);
            }
          }
          return found }"""
    )
    assert overlaps == []


def test_a_mark_on_the_map_leads_to_its_place_by_pointer_and_by_keyboard(page: Page, address: str) -> None:
    page.goto(address + "places/", wait_until="load")
    mark = page.locator("svg.dl-svg--map:visible a[aria-label^='T2 pumping station']")
    mark.click()
    page.wait_for_url("**/places/t2-pumping-station/")
    page.go_back(wait_until="load")
    mark.focus()
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") != "none"
    page.keyboard.press("Enter")
    page.wait_for_url("**/places/t2-pumping-station/")


def test_a_mark_of_a_single_event_leads_to_the_event(page: Page, address: str) -> None:
    page.goto(address + "days/2017-11-17/", wait_until="load")
    page.locator("svg.dl-svg--map a[aria-label^='Al-Kishmah']").click()
    page.wait_for_url("**/days/2017-11-17/#*")
    assert page.locator(":target").count() == 1


def test_every_row_of_a_strip_has_its_name_beside_it(page: Page, address: str) -> None:
    page.goto(address + "places/al-bukamal/", wait_until="load")
    for more in page.locator(".dl-strip__more > summary").all():
        more.click()
    for strip in page.locator(".dl-strip").all():
        drawn = strip.locator("svg").bounding_box()
        names = strip.locator(".dl-strip__names").bounding_box()
        assert drawn is not None
        assert names is not None
        # A drawing of many rows has an axis below its last row as well.
        assert names["y"] == pytest.approx(drawn["y"], abs=1)
        assert drawn["height"] - names["height"] in {pytest.approx(2, abs=1), pytest.approx(44, abs=1)}
    page.locator(".dl-strip__more svg a").first.click()
    page.wait_for_url("**/days/**")


def test_the_names_of_a_strip_stay_in_sight_while_it_scrolls(page: Page, address: str) -> None:
    page.goto(address + "places/al-bukamal/", wait_until="load")
    strip = page.locator(".dl-strip").first
    sign = page.locator(".dl-scroll-sign").first
    scrolls = strip.evaluate("e => e.scrollWidth > e.clientWidth")
    assert (sign.evaluate("e => e.clientWidth") > 0) == scrolls
    strip.evaluate("e => { e.scrollLeft = 1000 }")
    name = strip.locator(".dl-strip__name").last.bounding_box()
    whole = strip.bounding_box()
    assert name is not None
    assert whole is not None
    assert name["x"] == pytest.approx(whole["x"], abs=1)


def test_what_is_folded_in_a_strip_is_printed(page: Page, address: str) -> None:
    page.goto(address + "places/al-bukamal/", wait_until="load")
    page.emulate_media(media="print")
    folded = page.locator(".dl-strip__more svg.dl-svg--strip")
    shown = "all => all.map(e => e.checkVisibility({contentVisibilityAuto: true}) && e.getBoundingClientRect().height)"
    assert all(folded.evaluate_all(shown))
    page.emulate_media(media="screen")
