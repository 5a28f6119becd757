"""The feeds: valid, with days that every reader of feeds understands, and ids that do not move."""

import json
import re
from collections.abc import Callable, Iterable
from datetime import date, datetime
from pathlib import Path
from urllib.parse import urljoin
from xml.etree import ElementTree as ET

import pytest
from baseline import MEETING, WELL, base_text, linked
from browsing import served
from dateline.pages.exports.changes_feed import changes_feed
from dateline.pages.exports.events_feed import events_feed
from dateline.pages.exports.record_feeds import record_feed
from dateline.pages.shared.edition import Edition
from dateline.records.types import Masthead, Vocabulary
from html_reading import read_file, target_of
from lxml import etree  # type: ignore[import-untyped]
from playwright.sync_api import Browser
from projects import ROOT, SITE_URL

_ATOM = "{http://www.w3.org/2005/Atom}"
_ID = "2031-03-03-well-closed"
FEED_ID = "feed_id: tag:dateline.invalid,2026:the-well-of-lindwell\n"


Changes = Iterable[tuple[str, str]]
"""Dates and notes of an event's changes."""


def edition(
    folder: Path, changes: Changes, *, on: str = "2031-03-03", title: str = "The well", feed_id: str = ""
) -> Edition:
    """Return the base, in which nothing was changed, with changes of one event."""
    history = "".join(f'  - {{date: "{when}", type: correction, note: {note}}}\n' for when, note in changes)
    text = base_text(WELL).replace("date: 2031-03-03\n", f'date: "{on}"\n') + f"history:\n{history}"
    masthead = base_text("chronology.yml").replace("title: The well of Lindwell", f"title: {json.dumps(title)}")
    masthead = masthead.replace(FEED_ID, f"feed_id: {feed_id}\n" if feed_id else "")
    return Edition(linked(folder, {WELL: text, "chronology.yml": masthead}))


def read(edition: Edition) -> ET.Element:
    return ET.fromstring(changes_feed(edition))  # noqa: S314 - our own


def ids(root: ET.Element) -> list[str]:
    return [element.text or "" for element in root.iter(f"{_ATOM}id")]


@pytest.mark.parametrize(
    "when, day",
    [
        ("2031-04-05", "2031-04-05"),
        ("2031-04-05~", "2031-04-05"),
        ("2031-04", "2031-04-30"),
        ("2031", "2031-12-31"),
        ("2031-04-XX", "2031-04-30"),
        ("2031-04-05/2031-04-07", "2031-04-07"),
        ("[2031-04-05,2031-04-09]", "2031-04-09"),
        ("2031-04-05/..", "2031-04-05"),
        ("../2031-04-05", "2031-04-05"),
    ],
)
def test_every_entry_was_updated_on_the_last_day_that_its_date_may_mean(tmp_path: Path, when: str, day: str) -> None:
    root = read(edition(tmp_path, [(when, "A word was wrong.")]))
    moments = [element.text or "" for element in root.iter(f"{_ATOM}updated")]
    assert moments[1:] == [f"{day}T00:00:00Z"]
    assert [datetime.fromisoformat(moment).date() > date.min for moment in moments] == [True, True]


def test_an_entry_keeps_its_id_when_its_event_is_dated_anew(tmp_path: Path) -> None:
    before = ids(read(edition(tmp_path, [("2031-04-05", "A word was wrong.")])))
    after = ids(read(edition(tmp_path, [("2031-04-05", "A word was wrong.")], on="2031-03")))
    assert before == after
    assert before[1] == f"tag:dateline.invalid,2026:the-well/event/{_ID}/2031-04-05-correction"


@pytest.mark.parametrize("when", ["2031-04~", "[2031-04-05,2031-04-09]", "2031-04-05/..", "2031-04%"])
def test_an_id_has_only_signs_that_a_tag_may_have(tmp_path: Path, when: str) -> None:
    for id_ in ids(read(edition(tmp_path, [(when, "A word was wrong.")]))):
        assert re.fullmatch(r"tag:dateline\.invalid,2026:[A-Za-z0-9/-]+", id_), id_


def test_entries_of_one_day_and_of_dates_that_look_alike_are_told_apart(tmp_path: Path) -> None:
    history = [("2031-04-05", "One."), ("2031-04-05", "Two."), ("2031-04~", "Three."), ("2031-04?", "Four.")]
    found = ids(read(edition(tmp_path, history)))
    assert len(set(found)) == len(found) == 5


@pytest.mark.parametrize(
    "titles",
    [("The well", "The mill"), ("\u0627\u0644\u0628\u0626\u0631", "\u0627\u0644\u0646\u0647\u0631"), ("!", "?")],
)
def test_two_chronologies_have_no_id_in_common(tmp_path: Path, titles: tuple[str, str]) -> None:
    one, other = (
        set(ids(read(edition(tmp_path, [("2031-04-05", "A word was wrong.")], title=title)))) for title in titles
    )
    assert len(one) == len(other) == 2
    assert not one & other


def test_ids_hang_on_the_feed_id_and_not_on_the_title(tmp_path: Path) -> None:
    changes = [("2031-04-05", "A word was wrong.")]
    before = ids(read(edition(tmp_path, changes, feed_id="tag:example.org,2026:well")))
    after = ids(read(edition(tmp_path, changes, title="The wells of Lindwell", feed_id="tag:example.org,2026:well")))
    assert (
        before
        == after
        == [
            "tag:example.org,2026:well/changes",
            f"tag:example.org,2026:well/event/{_ID}/2031-04-05-correction",
        ]
    )


@pytest.mark.parametrize("title", ["The well", "\u0627\u0644\u0628\u0626\u0631", "Wells & <b>Springs</b>", "!"])
def test_the_feed_id_that_the_check_offers_leaves_every_id_as_it_was(tmp_path: Path, title: str) -> None:
    changes = [("2031-04-05", "A word was wrong.")]
    offered = Masthead(title=title, vocabulary=Vocabulary()).feeds
    assert ids(read(edition(tmp_path, changes, title=title))) == ids(
        read(edition(tmp_path, changes, title="Another title", feed_id=offered))
    )


# --- new events ------------------------------------------------------------------------------------------------------


def with_events(folder: Path, *, well: str = "", meeting: str = "", site_url: str | None = None) -> Edition:
    """Return the base with more lines in its two events."""
    files = {WELL: base_text(WELL) + well, MEETING: base_text(MEETING) + meeting}
    return Edition(linked(folder, files), site_url=site_url)


def told(edition: Edition) -> list[tuple[str, str, str]]:
    """Return the end of each entry's id, and when it was published and updated."""
    root = ET.fromstring(events_feed(edition))  # noqa: S314 - our own
    names = ("id", "published", "updated")
    entries = [[entry.findtext(f"{_ATOM}{name}") or "" for name in names] for entry in root.iter(f"{_ATOM}entry")]
    return [(id_.rpartition("/")[2], published[:10], updated[:10]) for id_, published, updated in entries]


def test_an_event_is_new_on_the_day_that_its_record_names_and_the_newest_comes_first(tmp_path: Path) -> None:
    edition = with_events(tmp_path, well="added: 2032-01-02\n", meeting="added: 2032-01-03\n")
    meeting = MEETING.rpartition("/")[2].removesuffix(".yml")
    assert told(edition)[:2] == [(meeting, "2032-01-03", "2032-01-03"), (_ID, "2032-01-02", "2032-01-02")]


def test_an_event_of_which_no_such_day_is_known_is_new_when_a_source_of_it_was_first_read(tmp_path: Path) -> None:
    edition = with_events(tmp_path)
    for id_, published, _ in told(edition):
        event = edition.chronology.events[id_]
        cited = {report.cite.source for claim in event.claims for report in claim.reports}
        sources = [edition.chronology.sources[source] for source in cited]
        days = [(source.accessed or source.published).latest for source in sources]
        assert published == min(day for day in days if day).isoformat()


def test_a_changed_event_is_updated_and_stays_where_it_was(tmp_path: Path) -> None:
    history = "added: 2032-01-02\nhistory: [{date: 2033-05, type: correction, note: A word was wrong.}]\n"
    found = {id_: days for id_, *days in told(with_events(tmp_path, well=history))}
    assert found[_ID] == ["2032-01-02", "2033-05-31"]


# --- both ------------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def grammar() -> etree.RelaxNG:
    """What an Atom feed may be."""
    return etree.RelaxNG(etree.parse(Path(__file__).parents[1] / "atom.rng"))


def test_the_feeds_of_the_sites_are_valid(
    grammar: etree.RelaxNG, real_site: Path, small_site: Path, bare_project: Path
) -> None:
    for site in (real_site, small_site, bare_project / "site"):
        everywhere = set()
        for path in sorted(site.rglob("feed.xml"), key=lambda path: path.parent.parent != site):
            feed = etree.parse(path)
            assert grammar.validate(feed), (path, grammar.error_log)
            ids = [element.text for element in feed.iter(f"{_ATOM}id")]
            assert len(set(ids)) == len(ids), path
            if path.parent.parent == site:
                assert len(ids) > (site != real_site)  # another chronology may have told of no change yet
                everywhere.update(ids)
            else:  # what a record's feed has, those of the whole have under the same id
                assert everywhere.issuperset(ids[1:]), path
                assert path.stat().st_size < 10_000


def test_each_dispute_actor_and_place_has_a_feed_that_its_page_names_twice(small_site: Path) -> None:
    exported = json.loads((small_site / "data" / "chronology.json").read_text(encoding="utf-8"))
    for kind in ("disputes", "actors", "places"):
        for record in exported[kind]:
            page = small_site / record["url"].strip("/") / "index.html"
            html = read_file(page)
            told = html.element("details", "dl-follow")
            assert told.element("summary").text == f"Follow this {kind.removesuffix('s')}"
            shown = told.elements("a")
            atom = [node for node in html.elements("link") if node.get("type") == "application/atom+xml"]
            beside = (page.parent / "feed.xml").resolve()
            assert [target_of(small_site, page, node["href"])[0] for node in (*shown, *atom)].count(beside) == 2
            assert len(shown) == 1


def test_the_feed_of_a_dispute_has_its_changes_and_its_events_the_newest_first(tmp_path: Path) -> None:
    change = "history: [{date: 2033-05-01, type: correction, note: A word was wrong.}]\n"
    found = with_events(tmp_path, well=change)
    dispute = found.chronology.disputes["who-closed-the-well"]
    root = ET.fromstring(record_feed(found, dispute))  # noqa: S314 - our own
    titles = [entry.findtext(f"{_ATOM}title") or "" for entry in root.iter(f"{_ATOM}entry")]
    assert titles[:2] == ["Correction: The old well is closed", "3 March 2031: The old well is closed"]


def test_the_history_of_a_dispute_comes_first_in_its_feed_and_none_of_it_is_left_out(tmp_path: Path) -> None:
    name = "disputes/who-closed-the-well.md"
    days = [f"2030-01-0{day}" for day in range(9, 0, -1)]
    history = "".join(f"  - {{date: {day}, type: correction, note: Of {day}.}}\n" for day in days)
    head, positions, rest = base_text(name).partition("positions:\n")
    found = Edition(linked(tmp_path, {name: f"{head}history:\n{history}{positions}{rest}"}))
    root = ET.fromstring(record_feed(found, found.chronology.disputes["who-closed-the-well"]))  # noqa: S314 - our own
    told = [entry.findtext(f"{_ATOM}summary") for entry in root.iter(f"{_ATOM}entry")]
    assert told[: len(days)] == [f"Of {day}." for day in days]
    assert len(told) > len(days)


def test_the_grammar_refuses_what_is_no_feed(grammar: etree.RelaxNG, tmp_path: Path) -> None:
    good = events_feed(with_events(tmp_path)).encode()
    assert grammar.validate(etree.fromstring(good))
    for wrong in (b"T00:00:00Z<", b"<id>tag:", b'rel="alternate"', b"<name>The well of Lindwell", b"<title>"):
        assert wrong in good, wrong
        broken = good.replace(b"<title>", b"<headline>").replace(b"</title>", b"</headline>")
        if wrong != b"<title>":
            broken = good.replace(wrong, {b"T00:00:00Z<": b"<", b"<id>tag:": b"<id>"}.get(wrong, b'rel="x"'))
        if wrong.startswith(b"<name>"):
            broken = good.replace(wrong, b"<name>")
        assert not grammar.validate(etree.fromstring(broken)), wrong


def test_a_browser_that_is_led_to_a_feed_shows_it_with_a_sheet_of_the_site(small_site: Path) -> None:
    for path in sorted(small_site.rglob("feed.xml")):
        (sheet,) = re.findall(r'<\?xml-stylesheet type="text/css" href="(.*?)"\?>', path.read_text(encoding="utf-8"))
        assert (path.parent / sheet).resolve() == small_site.resolve() / "assets" / "feed.css"
        assert (path.parent / sheet).is_file()


@pytest.mark.browser
def test_a_feed_is_as_wide_as_a_phone_and_its_address_can_be_copied(browser: Browser, tmp_path: Path) -> None:
    (tmp_path / "site" / "days").mkdir(parents=True)
    (tmp_path / "site" / "assets").symlink_to(ROOT / "templates" / "theme" / "assets")
    feed = events_feed(with_events(tmp_path / "content", site_url=SITE_URL))
    (tmp_path / "site" / "days" / "feed.xml").write_text(feed, encoding="utf-8")
    phone = browser.new_context(viewport={"width": 390, "height": 844}, is_mobile=True, has_touch=True)
    with served(tmp_path / "site") as address, phone:
        page = phone.new_page()
        page.goto(f"{address}days/feed.xml")
        assert page.evaluate("[innerWidth, document.documentElement.scrollWidth]") == [390, 390]
        own = page.locator("code")
        own.click()
        assert own.inner_text() == f"{SITE_URL}days/feed.xml"
        assert page.evaluate("getComputedStyle(document.querySelector('code')).userSelect") == "all"


@pytest.mark.parametrize("make", [changes_feed, events_feed], ids=["changes", "events"])
def test_addresses_are_absolute_where_that_of_the_site_is_known(tmp_path: Path, make: Callable[[Edition], str]) -> None:
    history = "history: [{date: 2033-05, type: correction, note: A word was wrong.}]\n"
    known = re.findall('<link .*?href="(.*?)"', make(with_events(tmp_path, well=history, site_url=SITE_URL)))
    unknown = re.findall('<link .*?href="(.*?)"', make(with_events(tmp_path, well=history)))
    assert len(known) == len(unknown) > 2
    assert all(address.startswith(SITE_URL) for address in known)
    assert [urljoin(known[0], address) for address in unknown] == known  # the first is the feed's own
