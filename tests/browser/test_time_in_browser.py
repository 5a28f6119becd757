"""The timeline and the calendar in a browser: reached by keyboard, named, and whole on the narrowest phone."""

import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from browsing import served
from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser
PERIOD = re.compile(r"\d{4}(-\d\d){0,2}")
"""The day, month or year that a mark leads to."""


@pytest.fixture(scope="module")
def home(browser: Browser, real_site: Path) -> Iterator[Page]:
    """The front page on the narrowest screen that has the drawing."""
    with served(real_site) as address, browser.new_context(viewport={"width": 760, "height": 800}) as context:
        page = context.new_page()
        page.goto(address, wait_until="load")
        yield page


def focused(page: Page) -> str:
    found: str = page.evaluate("document.activeElement.getAttribute('href') ?? document.activeElement.tagName")
    return found


@pytest.mark.al_bukamal
def test_the_keyboard_goes_through_the_marks_in_the_order_of_time_or_passes_by(home: Page) -> None:
    links = home.locator("svg.dl-time a")
    wanted = links.evaluate_all("links => links.map(link => link.getAttribute('href'))")
    units = [found[0] for address in wanted if "#m" in address and (found := PERIOD.search(address))]
    assert len(units) > 5
    assert units == sorted(units)
    home.locator(".dl-skip").focus()
    assert home.locator(".dl-skip").is_visible()
    for address in wanted[:3]:
        home.keyboard.press("Tab")
        assert focused(home) == address
    home.locator(".dl-skip").focus()
    home.keyboard.press("Enter")
    home.keyboard.press("Tab")
    assert home.evaluate(
        "document.querySelector('svg.dl-time').compareDocumentPosition(document.activeElement)"
        " & Node.DOCUMENT_POSITION_FOLLOWING"
    )
    assert focused(home) not in wanted


def test_every_mark_has_a_name_and_leads_to_a_page(home: Page) -> None:
    links = home.locator("svg.dl-time a")
    tree = home.locator("figure.dl-timeline").aria_snapshot()
    for title in links.locator("> title").all_text_contents():
        assert title.split(":")[0] in tree
    links.first.focus()
    home.keyboard.press("Enter")
    home.wait_for_url("**/days/**")
    assert home.locator("h1").inner_text()
    home.go_back()


def test_every_mark_and_every_label_lies_inside_the_figure(home: Page) -> None:
    outside = home.evaluate(
        """() => { const frame = document.querySelector('svg.dl-time').getBoundingClientRect();
        return [...document.querySelectorAll('svg.dl-time text, svg.dl-time rect')].filter(mark => {
          const box = mark.getBoundingClientRect();
          const isBeside = box.left < frame.left - 6 || box.right > frame.right + 6;
          return box.width && (isBeside || box.bottom > frame.bottom + 1);
        }).map(mark => mark.outerHTML) }"""
    )
    assert outside == []


@pytest.mark.al_bukamal
def test_labels_of_the_axis_do_not_touch(home: Page) -> None:
    for kind in ("tick", "when"):
        boxes = home.locator(f"svg.dl-time .{kind}").evaluate_all(
            "marks => marks.map(mark => mark.getBoundingClientRect()).filter(box => box.width)"
            ".map(box => [box.left, box.right]).sort((one, other) => one[0] - other[0])"
        )
        assert len(boxes) > 2
        assert all(before[1] <= after[0] + 0.5 for before, after in pairwise(boxes)), kind


@pytest.mark.al_bukamal
def test_the_names_of_turning_points_lie_on_no_other_and_on_no_line(home: Page) -> None:
    boxes = home.locator("svg.dl-time .name").evaluate_all(
        "names => names.map(name => name.getBoundingClientRect()).map(box => [box.top, box.bottom])"
    )
    assert len(boxes) > 5
    assert all(before[1] <= after[0] + 1 for before, after in pairwise(boxes))
    sizes = home.locator("svg.dl-time a:has(.name) > rect").evaluate_all(
        "all => all.map(one => one.getBoundingClientRect()).map(box => Math.min(box.width, box.height))"
    )
    assert min(sizes) >= 24


def test_marks_are_touched_without_their_neighbours_and_a_bar_across_a_break_shows_it(home: Page) -> None:
    targets = home.locator("svg.dl-time a:has(> svg > rect) > rect").evaluate_all(
        "all => all.map(one => one.getBoundingClientRect()).map(box => [box.left, box.right, box.height])"
    )
    assert targets
    assert all(height >= 24 for _, _, height in targets)
    assert all(before[1] <= after[0] + 1 for before, after in pairwise(sorted(targets)))
    broken = home.locator("svg.dl-time a svg:has(> .gap)").evaluate_all(
        """all => all.map(one => { const mark = one.getBoundingClientRect(), bars = [...one.parentNode.querySelectorAll(
        '.span')].map(bar => bar.getBoundingClientRect());
        return bars.some(bar => bar.left <= mark.right && mark.left <= bar.right) })"""
    )
    assert all(broken)


@pytest.mark.al_bukamal
def test_the_list_says_what_the_timeline_shows(home: Page) -> None:
    assert not home.locator(".dl-time-list").is_visible()
    home.get_by_role("link", name="The timeline as a list").click()
    assert home.locator(".dl-time-list").is_visible()
    home.locator(".dl-time-list summary").click()
    rows = home.locator(".dl-time-list li")
    assert rows.count() == home.locator("svg.dl-time a:not(:has(.name))").count()
    counted = home.locator(".dl-time-list__count > :first-child").all_inner_texts()
    loose = int(home.locator(".dl-time-list summary").inner_text().split()[0])
    assert str(sum(map(int, counted)) + loose) == home.locator(".dl-standfirst b").first.inner_text()


@pytest.mark.al_bukamal
@pytest.mark.usefixtures("noto")
def test_what_happened_and_what_is_disputed_end_within_a_screen_and_a_half_of_a_phone(
    browser: Browser, real_site: Path
) -> None:
    with served(real_site) as address, browser.new_context(viewport={"width": 390, "height": 844}) as context:
        page = context.new_page()
        page.goto(address, wait_until="load")
        assert page.evaluate("document.querySelector('.dl-brief').getBoundingClientRect().bottom") <= 1.5 * 844


@pytest.mark.al_bukamal
def test_a_phone_reads_first_what_happened_and_touches_no_small_target(browser: Browser, real_site: Path) -> None:
    screen = {"width": 390, "height": 844}
    with served(real_site) as address, browser.new_context(viewport=screen) as context:  # type: ignore[arg-type]
        page = context.new_page()
        page.goto(address, wait_until="load")
        tops = page.evaluate(
            "['what-happened', 'open-disputes', 'turning-points', '_after-timeline', 'about'].map("
            "id => document.getElementById(id).getBoundingClientRect().top)"
        )
        assert tops == sorted(tops)
        assert tops[1] < screen["height"] < tops[2]
        assert not page.locator("svg.dl-time").is_visible()
        small = page.locator(".dl-time-list a:visible").evaluate_all(
            "all => all.map(one => one.getBoundingClientRect()).filter(box => box.width < 24 || box.height < 24).length"
        )
        assert small == 0
        assert page.evaluate("document.documentElement.scrollWidth") <= screen["width"]


def test_a_day_of_the_calendar_says_its_number_of_events_in_words(browser: Browser, real_site: Path) -> None:
    with served(real_site) as address, browser.new_context(viewport={"width": 320, "height": 800}) as context:
        page = context.new_page()
        page.goto(f"{address}days/", wait_until="load")
        _tell_their_numbers(page)


def _tell_their_numbers(home: Page) -> None:
    days = home.locator("table.dl-cal").first.locator("td:not(.on)").get_by_role("link")  # "on": nothing begins
    assert days.first.inner_text().split()[-1].isdigit()
    assert home.locator("table.dl-cal").first.get_by_role("link", name=", events: ").count() == days.count()
    box = days.first.bounding_box()
    assert box is not None
    assert min(box["width"], box["height"]) >= 24
