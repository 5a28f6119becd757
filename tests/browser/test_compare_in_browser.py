"""Any two beside each other with script, and where a comparison has a page, the way there from both orders."""

from pathlib import Path

import pytest
from browsing import complaints, served
from playwright.sync_api import Browser, expect

pytestmark = pytest.mark.browser


def test_two_without_a_page_are_compared_on_the_spot_and_two_with_one_on_it(browser: Browser, small_site: Path) -> None:
    with served(small_site) as address, browser.new_context(viewport={"width": 390, "height": 844}) as window:
        page = window.new_page()
        seen = complaints(page, address)
        page.goto(f"{address}compare/?a=publisher--wend-dam&b=mayor")
        matter = page.locator(".dl-duo__matter")
        expect(matter).to_have_count(1)
        assert "Contradict each other" in matter.inner_text()
        assert matter.locator(".dl-duo__position").all_inner_texts() == ["It did", "It did not"]
        links = matter.locator("a").evaluate_all("links => links.map(link => link.href)")
        assert f"{address}disputes/was-water-released/" in links
        assert f"{address}sources/herald-2020-05-04/#p2" in links
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        page.locator("select[name=a]").select_option("wend-dam")
        page.locator("select[name=b]").select_option("council")
        page.get_by_role("button", name="Compare").click()
        page.wait_for_url(f"{address}compare/council/wend-dam/")
        page.goto(f"{address}compare/wend-dam/council/")
        page.wait_for_url(f"{address}compare/council/wend-dam/")
        expect(page.locator(".dl-duo--contradict.dl-duo__matter")).to_have_count(1)
        assert seen == []


def test_who_is_compared_is_found_by_a_part_of_the_name(browser: Browser, small_site: Path) -> None:
    with served(small_site) as address, browser.new_context() as context:
        page = context.new_page()
        page.goto(f"{address}compare/")
        page.locator("select[name=a]").wait_for()
        choice = page.locator("select[name=a]")
        before = choice.locator("option").count()
        filters = page.locator(".dl-compare input[type=search]")
        filters.first.fill("WÉND dam")
        assert choice.locator("option").count() < before
        assert choice.input_value() == "wend-dam"
        assert page.locator("select[name=b]").locator("option").count() == before
        filters.first.fill("no such name")
        assert (choice.input_value(), choice.inner_text()) == ("", "No name has that")
        filters.first.fill("")
        assert choice.locator("option").count() == before


def test_who_is_called_just_so_is_chosen_before_a_side_that_has_the_word_in_a_list(
    browser: Browser, small_site: Path
) -> None:
    parties = [
        ["side--army-and-coalition", "side", "Army and river coalition (side)", 9],
        ["side--wardens", "side", "Wardens (side)", 9],
        ["old-wardens", "actor", "Old wardens", 9],
        ["river-coalition", "actor", "River-coalition", 2],
        ["coalitionist", "actor", "The Coalitionist", 8],
        ["speaker-of-the-coalition", "actor", "A speaker of the coalition", 1],
        ["wardens", "actor", "Wardens", 3],
    ]
    typed = {"coalition": "river-coalition", "Wardens": "wardens", "coalitio": "coalitionist", "army": parties[0][0]}
    with served(small_site) as address, browser.new_context() as window:
        page = window.new_page()
        page.route("**/compare/parties.json", lambda route: route.fulfill(json={"parties": parties, "pages": []}))
        page.goto(f"{address}compare/")
        choice = page.locator("select[name=a]")
        choice.wait_for()
        for words, key in typed.items():
            page.locator(".dl-compare input[type=search]").first.fill("")
            choice.select_option("")
            page.locator(".dl-compare input[type=search]").first.fill(words)
            assert choice.input_value() == key


def test_what_is_compared_on_a_phone_is_seen_without_scrolling(browser: Browser, small_site: Path) -> None:
    with served(small_site) as address, browser.new_context(viewport={"width": 390, "height": 600}) as window:
        page = window.new_page()
        page.goto(f"{address}compare/")
        page.locator("select[name=a]").select_option("publisher--wend-dam")
        page.locator("select[name=b]").select_option("mayor")
        page.get_by_role("button", name="Compare").click()
        expect(page.locator(".dl-duo h2")).to_be_in_viewport(ratio=1)
        expect(page.locator(".dl-duo__counts")).to_be_in_viewport(ratio=1)


def test_what_is_compared_on_the_spot_is_in_the_order_of_time_and_leads_to_passages(
    browser: Browser, small_site: Path
) -> None:
    days = ["undated", "2017-11", "199x", "0476-09-04", "-0043-03-15", "-0430"]
    claims = [[f"e#c{number}", day, day, "says", "Who", "book#at-2.5.6 2.5.6", []] for number, day in enumerate(days)]
    named = {"undated": "Events of an unknown year", "199x": "The 1990s", "0476-09-04": "4 September 476"}
    named |= {"-0043-03-15": "15 March 44 BCE", "-0430": "431 BCE"}
    data = {"claims": claims, "disputes": [], "named": named}
    with served(small_site) as address, browser.new_context() as window:
        page = window.new_page()
        page.route("**/compare/parties/*.json", lambda route: route.fulfill(json=data))
        page.goto(f"{address}compare/?a=publisher--wend-dam&b=mayor")
        expect(page.locator(".dl-duo__what bdi")).to_have_text(list(reversed(days)))
        said = [
            "431 BCE",
            "15 March 44 BCE",
            "4 September 476",
            "The 1990s",
            "November 2017",
            "Events of an unknown year",
        ]
        expect(page.locator(".dl-duo h3")).to_have_text(said)
        cited = page.locator(".dl-duo__sides .dl-small a").first
        assert cited.inner_text() == "2.5.6"
        assert (cited.get_attribute("href") or "").endswith("sources/book/#at-2.5.6")


def test_a_comparison_that_is_no_page_any_more_leads_to_where_any_two_are_compared(
    browser: Browser, small_site: Path
) -> None:
    with served(small_site) as address, browser.new_context() as window:
        page = window.new_page()
        answer = page.goto(f"{address}compare/mayor/publisher--wend-dam/")
        assert answer
        assert answer.status == 404
        page.wait_for_url(f"{address}compare/?a=mayor&b=publisher--wend-dam")
        expect(page.locator(".dl-duo__matter")).to_have_count(1)


@pytest.mark.al_bukamal
def test_what_only_parts_and_outlets_said_can_be_left_out_without_script(browser: Browser, real_site: Path) -> None:
    with served(real_site) as address, browser.new_context(java_script_enabled=False) as window:
        page = window.new_page()
        page.goto(f"{address}actors/isis/")
        rows = page.locator(".dl-said > section > ul > li:visible")
        before = rows.count()
        page.get_by_label("Its own only").check()
        assert 0 < rows.count() < before
