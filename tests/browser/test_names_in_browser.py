"""An index of very many names is looked through by typing one; without script its folds say what they begin with."""

from pathlib import Path

import pytest
from browsing import complaints, served
from playwright.sync_api import Browser, expect

pytestmark = pytest.mark.browser


@pytest.mark.al_bukamal
def test_a_name_that_is_typed_leaves_its_rows_whatever_fold_they_are_in(browser: Browser, real_site: Path) -> None:
    with served(real_site) as address, browser.new_context(viewport={"width": 390, "height": 844}) as window:
        page = window.new_page()
        seen = complaints(page, address)
        page.goto(f"{address}actors/")
        field = page.get_by_label("Find by name")
        folds = page.locator("details.dl-fold--index")
        assert folds.first.locator("summary").inner_text().count(",") >= 2
        rows = page.locator("[id^=_group] .dl-rows > li:visible")
        before = rows.count()
        field.fill("hezb")
        expect(rows.first).to_contain_text("Hezb")
        assert all("hezb" in text.lower() for text in rows.all_inner_texts())
        expect(page.locator("#_first")).to_be_hidden()
        assert rows.first.evaluate("row => row.getBoundingClientRect().bottom < innerHeight")
        assert page.locator("h2:visible", has_text="Unit").count() == 0
        found = rows.all_inner_texts()
        for typed in ("Ḥezb", "he’zb", "al-Hezb"):  # folded as the search folds it
            field.fill(typed)
            expect(rows).to_have_count(len(found))
            assert rows.all_inner_texts() == found
        field.fill("nobody is called this")
        expect(rows).to_have_count(0)
        expect(page.get_by_role("status").filter(has_text="Nothing here")).to_be_visible()
        field.fill("")
        expect(rows).to_have_count(before)
        expect(page.locator("#_first")).to_be_visible()
        assert field.evaluate("field => field.getBoundingClientRect().height") >= 24
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        assert seen == []


@pytest.mark.al_bukamal
def test_without_script_no_field_is_shown_and_who_is_heard_most_stands_first(browser: Browser, real_site: Path) -> None:
    with served(real_site) as address, browser.new_context(java_script_enabled=False) as window:
        page = window.new_page()
        page.goto(f"{address}actors/")
        assert page.locator(".dl-names").count() == 0
        assert page.locator("h2").first.inner_text().startswith("Heard most")
        assert "heard in" in page.locator(".dl-rows > li").first.inner_text()
