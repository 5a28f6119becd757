"""Heavy pages as readers get them: light, linked, and led on from their old anchors, with and without script."""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from barriers import barriers
from browsing import complaints, packed_size, served
from heavy import EVENTS_OF_THE_DAY, HEAVY_DAY
from html_reading import addresses, read_file, target_of
from playwright.sync_api import Browser, expect
from projects import SITE_URL, pages_of

DAY = f"days/{HEAVY_DAY}/"
LAST = f"{HEAVY_DAY}-alarm-{EVENTS_OF_THE_DAY}--claim-2"
MOST = 150_000
"""Bytes, compressed, of any day or actor page without cached assets."""


@pytest.fixture(scope="module")
def address(heavy_site: Path) -> Iterator[str]:
    """Where the heavy site is served."""
    with served(heavy_site) as found:
        yield found


def test_every_page_is_light(heavy_site: Path) -> None:
    assert not [(page, size) for page in pages_of(heavy_site) if (size := packed_size(page)) >= MOST]


def test_every_link_leads_to_an_anchor_that_stands(heavy_site: Path) -> None:
    pages = {page: read_file(page) for page in pages_of(heavy_site)}
    ids = {page: {node["id"] for node in tree.elements() if node.get("id")} for page, tree in pages.items()}
    for page, tree in pages.items():
        assert len(ids[page]) == sum(bool(node.get("id")) for node in tree.elements()), page
        for _, link in addresses(tree):
            if urlsplit(link).scheme or page.name == "404.html":
                continue
            target, anchor = target_of(heavy_site, page, link)
            assert target.exists(), (page, link)
            assert not anchor or target not in ids or anchor in ids[target], (page, link)


def test_the_sitemap_has_the_parts(heavy_site: Path) -> None:
    sitemap = (heavy_site / "sitemap.xml").read_text(encoding="utf-8")
    for part in (f"{DAY}part-2/", "actors/watch/2031-06/", "actors/watch/2031-06/part-2/"):
        assert f"<loc>{SITE_URL}{part}</loc>" in sitemap


@pytest.mark.browser
def test_an_address_on_the_first_page_leads_on_to_the_part(browser: Browser, address: str) -> None:
    with browser.new_context() as context:
        page = context.new_page()
        said = complaints(page, address)
        page.goto(f"{address}{DAY}#{LAST}")
        page.wait_for_url(f"{address}{DAY}part-3/#{LAST}")
        expect(page.locator(f"article[id='{LAST}']")).to_be_in_viewport()
        assert said == []


@pytest.mark.browser
def test_without_script_the_anchor_is_a_row_that_leads_on(browser: Browser, address: str) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{address}{DAY}#{LAST}")
        row = page.locator(".dl-agenda__elsewhere", has=page.locator(f"[id='{LAST}']"))
        expect(row).to_be_in_viewport()
        row.get_by_role("link").click()
        assert page.url == f"{address}{DAY}part-3/#{LAST.partition('--')[0]}"


@pytest.mark.browser
def test_heavy_pages_have_no_barrier_and_no_sideways_scrolling(browser: Browser, address: str) -> None:
    with browser.new_context(viewport={"width": 390, "height": 900}) as context:
        page = context.new_page()
        for path in (f"{DAY}part-2/", "actors/watch/2031-06/part-2/", "disputes/how-many/", "actors/watch/"):
            page.goto(address + path)
            assert page.evaluate("document.documentElement.scrollWidth") <= 390, path
        assert barriers(page) == []
        # Axe looks at every row, of which one page has enough for all.
        page.goto(f"{address}{DAY}part-2/")
        page.evaluate("document.querySelectorAll('.dl-event ~ .dl-event').forEach((event) => event.remove())")
        assert barriers(page) == []
