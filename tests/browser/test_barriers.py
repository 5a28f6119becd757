"""The helper that finds barriers: what it leaves out looks like what it looks at."""

from collections.abc import Iterator

import pytest
from barriers import barriers, barriers_of_colour
from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

PAGE = """<!doctype html><html lang="en"><head><title>t</title><style>
.row { color: #222 } .pale { color: #ccc } .dark { background: #444 } .over { position: absolute; background: #444 }
.faint { opacity: .3 }
.dimmed { position: relative; z-index: 0 } .dimmed::before { content: ""; position: absolute; inset: 0; z-index: -1;
background: #444 } </style></head><body><main><h1>Title</h1>{rows}{odd}</main></body></html>"""
ROWS = "<p class='row'>words <b>in a row</b></p>" * 30
ODD = {
    "another class": "<p class='pale'>these</p>",
    "a style of its own": "<p class='row' style='color: #ccc'>these</p>",
    "a part with a style of its own": "<p class='row'>words <b style='color: #ccc'>these</b></p>",
    "what is around it": "<div class='dark'><p class='row'>these</p></div>",
    "how much shines through": "<div class='faint'><p class='row'>these</p></div>",
    "a size that has lower demands for others": "<p style='color: #888; font-size: 40px'>large</p>"
    "<p style='color: #888'>these</p>",
    "text where others have none": "<p class='pale'></p><p class='pale'>these</p>",
    "others that are hidden": "<p class='pale' hidden>not these</p><p class='pale'>these</p>",
    "where it is placed": "<div class='over' style='background: #fff'><p class='row'>fine</p></div>"
    "<div style='position: relative; height: 40px'><div class='over'>&nbsp;<p class='row'>these</p></div></div>",
}


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    """A page whose content is another one for each test; axe, which takes longer to read than to run, stays."""
    page = browser.new_page()
    yield page
    page.close()


@pytest.mark.parametrize("odd", ODD.values(), ids=ODD)
def test_a_text_is_found_that_differs_from_those_before_it_in_one_thing(page: Page, odd: str) -> None:
    page.set_content(PAGE.replace("{rows}", ROWS).replace("{odd}", odd))
    found = barriers_of_colour(page)
    assert len(found) == 1
    assert ">these<" in found[0]


def test_of_what_looks_alike_one_is_told_and_of_other_barriers_all(page: Page) -> None:
    page.set_content(PAGE.replace("{rows}", ROWS).replace("{odd}", "<p class='pale'>these<input></p>" * 3))
    found = sorted(told.partition(":")[0] for told in barriers(page))
    assert found == ["color-contrast", *["label"] * 3]


def test_a_page_without_barriers_has_none(page: Page) -> None:
    page.set_content(PAGE.replace("{rows}", ROWS).replace("{odd}", ""))
    assert barriers(page) == []
