"""TimelineJS itself reads the timeline: it finds nothing wrong, skips nothing, and names the years as we do."""

import json
from pathlib import Path
from typing import Any

import pytest
from chronologies import FORMS_OF_DATES, edition_of
from dateline.pages.exports.timeline_json import TIMELINE_PATH, slide, timeline
from exported import exports_named
from playwright.sync_api import Browser

pytestmark = pytest.mark.npm

DRAWN = """async data => {
    const made = new TL.Timeline('timeline', data, {});
    while (!made.config) await new Promise(done => setTimeout(done, 5));
    made.config.validate();
    const years = made.config.events.map(one => [one.unique_id, one.start_date.data.date_obj.getFullYear()]);
    return {errors: made.config.getErrors(), years: Object.fromEntries(years)};
}"""


def drawn(browser: Browser, npm: Path, data: Any) -> Any:
    page = browser.new_page()
    try:
        page.set_content('<div id="timeline" style="width: 800px; height: 500px"></div>')
        page.add_script_tag(path=npm / "node_modules" / "@knight-lab" / "timelinejs" / "dist" / "js" / "timeline.js")
        return page.evaluate(DRAWN, data)
    finally:
        page.close()


def test_it_takes_every_slide_and_finds_nothing_wrong(browser: Browser, npm: Path) -> None:
    edition = edition_of(FORMS_OF_DATES)
    made = filter(None, (slide(edition, record) for record in edition.chronology.records()))
    data = json.loads("".join(timeline(edition, made)))
    found = drawn(browser, npm, data)
    assert found["errors"] == []
    assert found["years"] == {one["unique_id"]: one["start_date"]["year"] for one in data["events"]}
    assert min(found["years"].values()) == -431


def test_it_takes_texts_that_look_like_markup(browser: Browser, npm: Path) -> None:
    data = json.loads(exports_named("hostile")[TIMELINE_PATH])
    found = drawn(browser, npm, data)
    assert found["errors"] == []
    assert len(found["years"]) == len(data["events"]) > 0
