"""Figures on the built pages: read on the narrowest phone, followed by link, printed whole."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from browsing import served
from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

SMALLEST_TEXT = 10.0
"""Pixels of CSS; a figure's smallest labels on the narrowest phone."""
WITH_FIGURES = ("", "places/", "places/al-bukamal/", "days/2017-11-17/")

KINDS = (
    *("", "days/2017-11-17/", "disputes/was-al-bukamal-retaken-on-19-november-2017/", "actors/isis/"),
    *("places/", "places/al-bukamal/", "sources/sf-2017-11-17/", "search/"),
)
DRAWN = (
    *("days/2017-11-19/", "places/al-bukamal/", "disputes/control-10-to-13-november-2017/"),
    *("disputes/dead-at-ash-shafah-on-26-november-2017/", "actors/russia/"),
)
WORDS_OF_FIGURES = """
() => {
  document.querySelectorAll('article details').forEach(fold => { fold.open = true; });
  const figures = ':is(figure, .dl-figure-wrap, .dl-life, .dl-life__legend, .dl-strip, .dl-time-list, '
    + '.dl-brief__happened, .dl-held__place)';
  const words = [...document.querySelectorAll(`article ${figures} *`)].filter(
    e => [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim()) && e.checkVisibility()
      && e.getBoundingClientRect().width > 2);
  const drawn = e => {
    const scale = e.ownerSVGElement ? Math.hypot(e.getScreenCTM().a, e.getScreenCTM().b) : 1;
    return parseFloat(getComputedStyle(e).fontSize) * scale;
  };
  const rows = [...document.querySelectorAll('.dl-strip__name')].filter(e => e.checkVisibility());
  const isClipped = row => row.querySelector('.dl-strip__text').getBoundingClientRect().height > row.clientHeight + 3;
  return {
    seen: words.length,
    small: words.filter(e => drawn(e) < 11.95).map(e => [e.textContent.trim().slice(0, 30), e.className, drawn(e)]),
    clipped: rows.filter(isClipped).map(row => row.textContent.trim()),
  };
}
"""
SMALL_TARGETS = r"""
() => {
  const inline = e => {
    if (e instanceof SVGElement || !getComputedStyle(e).display.startsWith('inline')) return false;
    const block = e.parentElement.closest('p, li, dd, dt, td, th, div, summary, figcaption, caption');
    let words = '';
    for (const walk = document.createTreeWalker(block, NodeFilter.SHOW_TEXT); walk.nextNode();)
      if (!e.contains(walk.currentNode)) words += walk.currentNode.data;
    return /\p{L}|\p{N}/u.test(words);
  };
  const targets = [...document.querySelectorAll('.md-content :is(a[href], button, summary, input, select)')]
    .filter(e => e.checkVisibility({contentVisibilityAuto: true, opacityProperty: true, visibilityProperty: true}))
    .map(e => ({e, box: (e.querySelector('.dl-svg__hit, .dl-map__hit') || e).getBoundingClientRect()}))
    .filter(({box}) => box.width && box.height && box.right > 0);
  const isSmall = ({box}) => box.width < 23.9 || box.height < 23.9;
  const middle = ({box}) => [box.x + box.width / 2, box.y + box.height / 2];
  const isNear = (one, other) => {
    const [x, y] = middle(one), [x2, y2] = middle(other), box = other.box;
    if (isSmall(other)) return Math.hypot(x - x2, y - y2) < 23.9;
    return Math.hypot(Math.max(box.x - x, 0, x - box.right), Math.max(box.y - y, 0, y - box.bottom)) < 11.9;
  };
  const isCrowded = one => targets.some(
    other => other !== one && !other.e.contains(one.e) && !one.e.contains(other.e) && isNear(one, other));
  return targets.filter(one => isSmall(one) && !inline(one.e) && isCrowded(one))
    .map(({e, box}) => [e.getAttribute('aria-label') || e.textContent.trim(), box.width, box.height]);
}
"""


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


@pytest.mark.al_bukamal
@pytest.mark.parametrize("where", WITH_FIGURES)
def test_words_of_figures_are_large_enough_to_read(page: Page, address: str, where: str) -> None:
    page.goto(address + where, wait_until="load")
    sizes = page.evaluate(
        """[...document.querySelectorAll('svg.dl-svg text')].filter(e => e.getClientRects().length)
        .filter(e => e.checkVisibility())
        .map(e => [parseFloat(getComputedStyle(e).fontSize) * e.getScreenCTM().a, e.textContent])"""
    )
    assert sizes
    assert [pair for pair in sizes if pair[0] < SMALLEST_TEXT - 0.5] == []


@pytest.mark.al_bukamal
def test_words_in_all_figures_are_twelve_pixels_high_on_a_phone_and_lie_on_nothing(
    browser: Browser, address: str
) -> None:
    with browser.new_context(viewport={"width": 390, "height": 844}) as context:
        page = context.new_page()
        found = {}
        for where in ("", *DRAWN):
            page.goto(address + where, wait_until="load")
            found[where] = page.evaluate(WORDS_OF_FIGURES)
    assert all(one["seen"] > 10 for one in found.values())
    assert {where: one["small"] for where, one in found.items() if one["small"]} == {}
    assert {where: one["clipped"] for where, one in found.items() if one["clipped"]} == {}


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


@pytest.mark.al_bukamal
def test_a_mark_on_the_map_leads_to_its_place_by_pointer_and_by_keyboard(page: Page, address: str) -> None:
    page.goto(address + "places/", wait_until="load")
    mark = page.locator("svg.dl-svg--map:visible a.dl-map__place[aria-label^='T2 pumping station']")
    mark.click()
    page.wait_for_url("**/places/t2-pumping-station/")
    page.go_back(wait_until="load")
    mark.focus()
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") != "none"
    page.keyboard.press("Enter")
    page.wait_for_url("**/places/t2-pumping-station/")


@pytest.mark.al_bukamal
def test_a_mark_of_a_single_event_leads_to_the_event(page: Page, address: str) -> None:
    page.goto(address + "days/2017-11-17/", wait_until="load")
    page.locator("svg.dl-svg--map a:not([href='#_map-table'])").first.click()
    page.wait_for_url("**/days/2017-11-17/#*")
    assert page.locator(":target").count() == 1


@pytest.mark.al_bukamal
def test_a_mark_of_several_places_leads_to_the_table_that_lists_them(page: Page, address: str) -> None:
    page.goto(address + "places/", wait_until="load")
    page.locator("svg.dl-svg--map:visible a[href='#_map-table'] .dl-map__hit").first.click()
    assert page.locator("#_map-table table").is_visible()


@pytest.mark.al_bukamal
@pytest.mark.parametrize("script", ["with script", "without script"])
def test_a_map_shows_the_days_that_one_chooses(browser: Browser, address: str, script: str) -> None:
    scripted = script == "with script"
    with browser.new_context(viewport={"width": 390, "height": 844}, java_script_enabled=scripted) as context:
        page = context.new_page()
        page.goto(address + "places/", wait_until="load")
        marks = page.locator("svg.dl-svg--map:visible a.dl-map__place")

        def seen() -> list[float]:
            return [float(one.evaluate("e => getComputedStyle(e).opacity")) for one in marks.all()]

        assert set(seen()) == {1}
        if scripted:
            page.locator(".dl-mapdays input[type=range]").press("ArrowRight")
        else:
            page.locator(".dl-mapdays label").nth(1).click()
        of_the_day = [mark.get_attribute("class") for mark in marks.all()]
        assert seen() == [pytest.approx(1 if "dl-d1" in str(names).split() else 0.13) for names in of_the_day]
        assert 0 < seen().count(1) < len(of_the_day)


def test_every_target_on_a_phone_is_as_large_as_a_finger_or_stands_in_a_sentence(
    browser: Browser, address: str
) -> None:
    """WCAG 2.5.8: 24 by 24 pixels, or so far from all others; links in a run of words are excepted."""
    with browser.new_context(viewport={"width": 390, "height": 844}) as context:
        page = context.new_page()
        found = {}
        for where in KINDS:
            page.goto(address + where, wait_until="load")
            found[where] = page.evaluate(SMALL_TARGETS)
    assert {where: small for where, small in found.items() if small} == {}


@pytest.mark.al_bukamal
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
        assert drawn["height"] - names["height"] in [pytest.approx(2, abs=1), pytest.approx(44, abs=1)]
    page.locator(".dl-strip__more svg a").first.click()
    page.wait_for_url("**/days/**")


@pytest.mark.al_bukamal
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


@pytest.mark.al_bukamal
def test_a_toll_is_read_without_scrolling_and_each_row_is_as_high_as_a_finger(page: Page, address: str) -> None:
    page.goto(address + "disputes/tolls-of-the-attack-of-june-2018/", wait_until="load")
    rows = page.locator(".dl-tolls__row")
    assert rows.count() == 5
    for box in rows.evaluate_all("all => all.map(e => e.getBoundingClientRect().toJSON())"):
        assert min(box["height"], box["width"]) >= 24
        assert box["left"] >= 0
        assert box["right"] <= page.evaluate("document.documentElement.clientWidth")
    smallest = page.evaluate(
        """Math.min(...[...document.querySelectorAll('.dl-tolls *')].filter(e => e.textContent.trim())
        .map(e => parseFloat(getComputedStyle(e).fontSize)))"""
    )
    assert smallest >= SMALLEST_TEXT
    apart = page.evaluate(
        """[...document.querySelectorAll('.dl-tolls__row')].map(row => {
          const [who, bar, amount] = [...row.children].map(e => e.getBoundingClientRect());
          const after = (a, b) => a.right <= b.left + 1 || a.bottom <= b.top + 1;  // beside it, or on a phone below
          return after(who, bar) && after(bar, amount) })"""
    )
    assert all(apart)
