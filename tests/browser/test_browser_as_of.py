"""Known as of: pages of the real site read as they stood on an earlier day of reporting, with and without script."""

from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import pytest
from barriers import barriers
from browsing import complaints, served
from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

DISPUTE = "disputes/control-10-to-13-november-2017/"
DAY = "days/2017-11-17/"
EARLY = "_as-of-2017-11-11"
LATER = "_as-of-2017-11-14"
LONGEST_CITATIONS = 12_000
"""Pixels on a phone; measured: 8,200."""


@pytest.fixture(scope="module")
def address(real_site: Path) -> Iterator[str]:
    """Where the real site is served."""
    with served(real_site) as found:
        yield found


def reports(page: Page) -> int:
    return page.locator(".dl-report:visible").count()


def dates(page: Page) -> set[str]:
    return set(
        page.locator(".dl-report .dl-cite + .dl-date:visible, .dl-report .dl-fn + .dl-date:visible").all_inner_texts()
    )


def unfold(page: Page) -> None:
    """Open the reports of each claim, and the evidence of each position that is in sight."""
    page.evaluate("for (const fold of document.querySelectorAll('.dl-claim__reports')) fold.open = true")
    while (folded := page.locator(".dl-evidence:not([open]) > summary:visible")).count():
        folded.first.click()


@pytest.mark.al_bukamal
def test_without_script_a_link_shows_a_dispute_as_it_stood(browser: Browser, address: str) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(address + DISPUTE)
        unfold(page)
        everything = reports(page)
        assert page.locator(".dl-as-of__banner:visible").count() == 0
        assert page.locator(".dl-past:visible").count() == 0
        page.locator("#_as-of summary").click()
        page.locator("#_as-of").get_by_role("link", name="11 November 2017", exact=True).click()
        assert page.url.endswith(f"#{EARLY}")
        page.locator(f"#{EARLY}").wait_for()
        assert dates(page) == {"10 November 2017", "11 November 2017"}
        assert 0 < reports(page) < everything
        assert page.get_by_text("Nobody had said so yet.").first.is_visible()
        assert page.get_by_text("Not settled by then").is_visible()
        assert not page.locator("#resolution").is_visible()
        assert page.locator(".dl-figure-wrap:visible").count() == 0
        early = reports(page)
        page.locator(f"#{EARLY}").get_by_role("link", name="Later").click()
        assert early <= reports(page) < everything
        page.locator(".dl-as-of__banner:visible").get_by_role("link", name="Everything known").click()
        assert reports(page) == everything


@pytest.mark.al_bukamal
def test_the_table_of_contents_and_the_lists_hide_what_became_known_later(browser: Browser, address: str) -> None:
    with browser.new_context(java_script_enabled=False, viewport={"width": 1280, "height": 900}) as context:
        page = context.new_page()
        page.goto(f"{address}days/2017-11-20/#_as-of-2017-11-18")
        entries = page.locator(".md-nav--secondary .md-nav__link").all()
        shown = {link.get_attribute("href") or "": link.is_visible() for link in entries}
        assert set(shown.values()) == {True, False}
        assert shown == {anchor: page.locator(f"[id='{anchor[1:]}']").is_visible() for anchor in shown}
        page.locator("#_sources > summary").click()
        assert 0 < page.locator("#_sources li:visible").count() < page.locator("#_sources li").count()


@pytest.mark.al_bukamal
def test_a_claim_shows_one_outcome_at_a_time(browser: Browser, address: str) -> None:
    with browser.new_context() as context:
        page = context.new_page()
        for anchor in ("", "#_as-of-2017-11-17", "#_as-of-2017-11-19"):
            page.goto("about:blank")
            page.goto(f"{address}{DAY}{anchor}")
            claims = page.locator(".dl-claim:visible")
            counts = [claim.locator(".dl-badge:visible, .dl-past:visible").count() for claim in claims.all()]
            assert counts
            assert set(counts) == {1}


@pytest.mark.al_bukamal
def test_with_script_the_chosen_day_stays_and_the_slider_moves_it(browser: Browser, address: str) -> None:
    with browser.new_context() as context:
        page = context.new_page()
        seen = complaints(page, address)
        page.goto(f"{address}{DISPUTE}#{EARLY}")
        unfold(page)
        early = reports(page)
        page.locator(".dl-position__evidence:visible > a").first.click()
        assert "#evidence-" in page.url
        assert reports(page) == early
        page.locator("#_as-of summary").click()
        slider = page.get_by_role("slider", name="As of")
        slider.press("ArrowRight")
        assert slider.get_attribute("aria-valuetext") == "12 November 2017"
        assert page.url.endswith("#_as-of-2017-11-12")
        assert reports(page) > early
        slider.press("End")
        assert page.locator(".dl-as-of__banner:visible").count() == 0
        assert page.locator(".dl-past:visible").count() == 0
        assert seen == []


@pytest.mark.al_bukamal
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_barrier_in_an_earlier_day(
    browser: Browser, address: str, scheme: Literal["light", "dark"]
) -> None:
    with browser.new_context(viewport={"width": 390, "height": 844}, color_scheme=scheme) as context:
        page = context.new_page()
        page.goto(f"{address}{DISPUTE}#{LATER}")
        page.locator("#_as-of summary").click()
        assert barriers(page) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= 390


@pytest.mark.al_bukamal
def test_a_fold_of_repeats_gives_no_number_that_was_not_known(browser: Browser, address: str) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        counts = page.locator(".dl-repeats > summary > .dl-count:visible")
        page.goto(address + "days/2017-11-19/")
        unfold(page)
        assert counts.count() > 0
        page.goto(f"{address}days/2017-11-19/#_as-of-2017-11-19")
        unfold(page)
        assert page.locator(".dl-repeats > summary:visible").count() > 0
        assert counts.count() == 0


@pytest.mark.al_bukamal
def test_the_citations_of_the_longest_day_have_their_contents_on_top_and_are_no_wall(
    browser: Browser, address: str
) -> None:
    with browser.new_context(viewport={"width": 390, "height": 844}) as context:
        page = context.new_page()
        page.goto(f"{address}days/2017-11-19/cite.html", wait_until="load")
        events = page.locator("nav a").evaluate_all("(links) => links.map((link) => [link.hash.slice(1), link.text])")
        assert events == page.locator("h2[id]").evaluate_all(
            "(heads) => heads.map((head) => [head.id, head.innerText])"
        )
        assert len(events) > 1
        assert page.evaluate("document.documentElement.scrollHeight") <= LONGEST_CITATIONS


@pytest.mark.al_bukamal
@pytest.mark.usefixtures("noto")
@pytest.mark.parametrize("width, height, screens", [(1440, 900, 12), (390, 844, 20)])
def test_a_day_of_many_claims_is_short_and_has_all_of_it_in_folds(
    browser: Browser, address: str, width: int, height: int, screens: int
) -> None:
    with browser.new_context(java_script_enabled=False, viewport={"width": width, "height": height}) as context:
        page = context.new_page()
        page.goto(address + "days/2017-11-19/")
        assert page.locator(".dl-claim").count() > 50
        assert reports(page) <= 5
        assert page.evaluate("document.documentElement.scrollHeight") <= screens * height
        unfold(page)
        assert reports(page) > 100
        assert page.locator(".dl-life:visible").count() > 3
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        inside = page.locator("[id^='_'][id*='-actor-'], [id^='_'][id*='-place-']").first.get_attribute("id")
        page.goto("about:blank")
        page.goto(f"{address}days/2017-11-19/#{inside}")
        assert page.locator(f"[id='{inside}']").is_visible(), "an anchor opens the fold that it leads into"


@pytest.mark.al_bukamal
def test_an_earlier_outcome_is_words_that_the_style_sheet_brings_in(browser: Browser, address: str) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{address}days/2017-11-19/#_as-of-2017-11-19")
        then = page.locator(".dl-past[data-outcome]:visible").first
        shown = then.evaluate("past => getComputedStyle(past, '::before').content")
        assert shown.strip('"') == then.get_attribute("data-outcome")
        assert then.inner_text() == ""
