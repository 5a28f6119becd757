"""The lasting addresses of events, and the old ones of events that were redated, merged or removed."""

import json
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from baseline import BASE, MEETING, WELL, base_text, checked, linked, told
from dateline.pages.kinds.lasting import LARGEST, event_page
from dateline.pages.rendering.pages import Renderer
from dateline.pages.rendering.plans import plans
from dateline.pages.shared.edition import Edition
from dateline.pages.shared.moved import moved_from
from dateline.records.chronology import Chronology
from dateline.records.loading import load
from html_reading import Node, read, read_file, target_of
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from projects import CASES, SITE_URL, build, make_project, once

ROOT = Path(__file__).parents[2]
GRAVES = "tombstones.yml"
STONES = """\
tombstones:
  - {kind: event, id: first, date: 2031-04-01, note: It was the second., instead: second, formerly: [2031-02-20]}
  - {kind: event, id: second, date: 2031-04-02, note: It was the closing., instead: 2031-03-03-well-closed,
     formerly: [2031-02, 2031-03-04]}
  - {kind: event, id: never, date: 2031-04-02, note: It never was., formerly: [2031-02-20]}
  - {kind: claim, id: 2031-03-03-well-closed#old, date: 2031-04-01, note: Said twice.,
     instead: 2031-03-02-meeting#attendance}
  - {kind: claim, id: first#rung, date: 2031-04-01, note: Merged., instead: 2031-03-03-well-closed#closed}
  - {kind: claim, id: 2031-03-02-meeting#gone, date: 2031-04-01, note: Merged., instead: first#nothing}
"""


def moved_records() -> dict[str, str]:
    """Return files over the base: an event that moved twice, and tombstones that lead from one to another."""
    well = base_text(WELL).replace("date: 2031-03-03\n", "date: 2031-03-03\nformerly: [2031-03-01, 2031-03-06]\n", 1)
    return {WELL: well, GRAVES: STONES}


@pytest.fixture(scope="session")
def moved_site(shared: Path) -> Path:
    """The site of these records, built as it is published."""

    def make(folder: Path) -> None:
        project = make_project(folder, BASE)
        for name, text in moved_records().items():
            (project / "content" / name).write_text(text, encoding="utf-8")
        done = build(project, DATELINE_SITE_URL=SITE_URL)
        assert done.returncode == 0, done.stdout + done.stderr

    return once(shared, "moved", make) / "site"


def made(folder: Path, files: Mapping[str, str]) -> dict[str, Node]:
    """Return the pages without a frame that are made of the base with other files, by their paths."""
    edition = Edition(linked(folder, files))
    renderer = Renderer(ROOT / "templates", edition)
    pages = (page for plan in plans(edition) for page in plan.make(renderer))
    return {page.path: read(str(page.content)) for page in pages if page.path.endswith("/index.html")}


def leads_to(site: Path, page: Path, anchor: str) -> list[str]:
    """Return where the links of an entry lead, as path and anchor, each of which is there."""
    found = []
    for link in read_file(page).by_id(anchor).elements("a"):
        file, fragment = target_of(site, page, link["href"])
        assert file.is_file()
        read_file(file).by_id(fragment)
        found.append(f"{file.parent.relative_to(site)}#{fragment}")
    return found


FRAME, ROW = 2200, 480
"""What a page of many claims may take, and each of them: text, twice the address, standing."""


# --- every event -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["real", "small"])
def test_every_event_has_a_small_page_that_leads_to_each_of_its_claims(
    request: pytest.FixtureRequest, name: str
) -> None:
    site: Path = request.getfixturevalue(f"{name}_site")
    exported = json.loads((site / "data" / "chronology.json").read_text(encoding="utf-8"))
    assert exported["events"]
    for event in exported["events"]:
        page = site / event["lasting_url"].strip("/") / "index.html"
        assert page.stat().st_size <= max(LARGEST, FRAME + ROW * len(event["claims"]))
        html = read_file(page)
        assert html.element("h1").text == event["title"]
        assert not html.elements("script")
        for claim in event["claims"]:
            said = html.by_id(claim["id"]).element("a").text
            assert said == claim["text"] or (said.endswith("…") and claim["text"].startswith(said[:-1]))
            assert said == claim["text"] or len(said.encode()) > 90
        assert "/" + html.elements("p")[-2].element("a")["href"].removeprefix("../../") == event["url"]
        for entry in (entry for entry in html.elements("li") if entry.elements("b")):
            text = entry.element("a")
            file, anchor = target_of(site, page, text["href"])
            assert file.is_file()
            standing = read_file(file).by_id(anchor)
            assert text.text.removesuffix("…") in standing.text
            assert entry.element("b").text in standing.text


@pytest.mark.parametrize("name", ["real", "small"])
def test_search_engines_are_told_which_page_to_list(request: pytest.FixtureRequest, name: str) -> None:
    site: Path = request.getfixturevalue(f"{name}_site")
    listed = (site / "sitemap.xml").read_text(encoding="utf-8")
    assert f"{SITE_URL}events/" not in listed
    for page in (site / "events").rglob("index.html"):
        html = read_file(page)
        canonical = [node["href"] for node in html.elements("link") if node.get("rel") == "canonical"]
        robots = [node["content"] for node in html.elements("meta") if node.get("name") == "robots"]
        assert bool(canonical) != bool(robots)
        for address in canonical:
            assert f"<loc>{address}</loc>" in listed
            assert target_of(site, page, urlsplit(address).path)[0].is_file()


WORDS = st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]), min_size=1, max_size=400).filter(str.strip)


@pytest.fixture(scope="module")
def well(tmp_path_factory: pytest.TempPathFactory) -> Chronology:
    """The base, linked."""
    return linked(tmp_path_factory.mktemp("well"), {})


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(
    st.lists(st.tuples(WORDS, st.sampled_from(["c", "x" * 78])), min_size=1, max_size=40),
    WORDS,
    st.sampled_from([None, "https://a.example/", f"https://{'a' * 60}.example/{'b' * 60}/"]),
)
@example([("\"<{&'" * 80, "x" * 78)] * 90, "ﷺ" * 300, f"https://{'a' * 60}.example/{'b' * 60}/")
@example([("T", "c")] * 200, "T", None)
def test_each_claim_of_an_event_has_its_line_and_no_more_room_than_it_needs(
    well: Chronology, claims: list[tuple[str, str]], title: str, site: str | None
) -> None:
    event = well.events["2031-03-03-well-closed"]
    parts = [
        replace(event.claims[0], id=f"{id_[: 80 - len(str(n))]}{n}", text=text) for n, (text, id_) in enumerate(claims)
    ]
    large = replace(event, title=title, claims=tuple(parts))
    edition = Edition(replace(well, events={event.id: large}), site_url=site)
    view = event_page(edition, large)
    page = Renderer(ROOT / "templates", edition).file(view, "events/x/index.html")
    assert len(str(page.content).encode()) <= max(LARGEST, FRAME + ROW * len(parts))
    assert [claim.id for claim in view.claims] == [claim.id for claim in parts]
    html = read(str(page.content))
    for claim in parts:
        said = html.by_id(claim.id).element("a").text.removesuffix("…")
        assert said
        assert " ".join(claim.text.split()).startswith(" ".join(said.split()))


def test_the_texts_of_a_large_event_are_shortened_no_more_than_they_must(well: Chronology) -> None:
    event = well.events["2031-03-03-well-closed"]

    def shown(count: int) -> list[int]:
        claims = tuple(replace(event.claims[0], id=f"c{number}", text="x" * 200) for number in range(count))
        large = replace(event, claims=claims)
        view = event_page(Edition(replace(well, events={event.id: large})), large)
        return [len(claim.text.encode()) for claim in view.claims]

    assert shown(2) == [160] * 2
    assert all(100 < length < 160 for length in shown(8))
    assert shown(32) == [100] * 32


# --- what moved ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("day", ["2031-03-01", "2031-03-06"])
def test_the_old_day_of_a_redated_event_leads_to_where_it_stands(moved_site: Path, day: str) -> None:
    page = moved_site / "days" / day / "index.html"
    now = "days/2031-03-03#2031-03-03-well-closed"
    assert leads_to(moved_site, page, "2031-03-03-well-closed") == [now]
    for claim in ("closed", "by-the-council", "old"):
        anchor = read_file(page).by_id(f"2031-03-03-well-closed--{claim}")
        assert anchor.parent is not None
        assert anchor.parent.get("id") == "2031-03-03-well-closed"
    assert "moved to 3 March 2031" in read_file(page).by_id("2031-03-03-well-closed").text


def test_a_day_on_which_nothing_stands_any_more_stays_as_a_small_page(moved_site: Path) -> None:
    page = moved_site / "days" / "2031-03-01" / "index.html"
    html = read_file(page)
    assert page.stat().st_size < LARGEST
    assert html.element("h1").text == "Moved from 1 March 2031"
    assert "2031-03-01" not in (moved_site / "sitemap.xml").read_text(encoding="utf-8")
    assert "2031-03-01" not in read_file(moved_site / "days" / "index.html").text
    canonical = next(node["href"] for node in html.elements("link") if node.get("rel") == "canonical")
    assert canonical == f"{SITE_URL}days/2031-03-03/"


def test_a_merged_event_leads_on_from_tombstone_to_tombstone(moved_site: Path) -> None:
    now = ["days/2031-03-03#2031-03-03-well-closed"]
    assert leads_to(moved_site, moved_site / "events" / "first" / "index.html", "first") == now
    assert leads_to(moved_site, moved_site / "events" / "second" / "index.html", "second") == now
    assert leads_to(moved_site, moved_site / "days" / "2031-02-20" / "index.html", "first") == now
    assert leads_to(moved_site, moved_site / "days" / "2031-02" / "index.html", "second") == now
    assert leads_to(moved_site, moved_site / "days" / "2031-03-04" / "index.html", "second") == now


def test_a_removed_event_says_when_and_why(moved_site: Path) -> None:
    for page in ("events/never", "days/2031-02-20"):
        entry = read_file(moved_site / page / "index.html").by_id("never")
        assert entry.text == "The event never was removed on 2 April 2031. It never was."
        assert not entry.elements("a")


def test_the_anchor_of_a_removed_claim_says_so_and_leads_on(moved_site: Path) -> None:
    well = moved_site / "days" / "2031-03-03" / "index.html"
    (there,) = leads_to(moved_site, well, "2031-03-03-well-closed--old")
    assert there.endswith("#2031-03-02-meeting--attendance")
    assert (
        "A claim that stood here was removed on 1 April 2031. Said twice."
        in read_file(well).by_id("2031-03-03-well-closed--old").text
    )
    assert leads_to(moved_site, moved_site / "events" / "2031-03-03-well-closed" / "index.html", "old") == [there]
    meeting = target_of(moved_site, well, f"../../{there.partition('#')[0]}/")[0]
    assert leads_to(moved_site, meeting, "2031-03-02-meeting--gone") == ["days/2031-03-03#2031-03-03-well-closed"]
    read_file(moved_site / "days" / "2031-02-20" / "index.html").by_id("first--rung")


def test_the_page_of_a_removed_event_says_what_became_of_its_claims(moved_site: Path) -> None:
    page = moved_site / "events" / "first" / "index.html"
    assert "A claim that stood here was removed on 1 April 2031. Merged." in read_file(page).by_id("rung").text
    assert leads_to(moved_site, page, "rung") == ["days/2031-03-03#2031-03-03-well-closed--closed"]


def test_the_page_of_a_removed_event_has_a_line_for_each_of_its_claims(tmp_path: Path) -> None:
    claims = [f"  - {{kind: claim, id: gone#claim-{n}, date: 2031-04-01, note: {'Merged. ' * 20}}}\n" for n in range(9)]
    stone = "tombstones:\n  - {kind: event, id: gone, date: 2031-04-01, note: Merged.}\n"
    page = made(tmp_path, {GRAVES: stone + "".join(claims)})["events/gone/index.html"]
    for n in range(9):
        said = page.by_id(f"claim-{n}").text
        assert "A claim that stood here was removed on 1 April 2031. Merged. Merged." in said
        assert "…" in said


def test_no_page_is_left_where_the_event_stands_on_it_again(tmp_path: Path) -> None:
    well = base_text(WELL).replace("date: 2031-03-03\n", "date: 2031-03-03\nformerly: [2031-03-03, 2031-03-03~]\n", 1)
    pages = made(tmp_path, {WELL: well})
    assert not [path for path in pages if path.startswith("days/2031-03-03")]


def test_a_page_says_nothing_of_another_without_script(moved_site: Path) -> None:
    for page in (*(moved_site / "events").rglob("*.html"), moved_site / "days" / "2031-02-20" / "index.html"):
        assert not read_file(page).elements("script")


# --- what is refused -------------------------------------------------------------------------------------------------

HEAD = "tombstones:\n  - "
CIRCLE = """{kind: event, id: a, date: 2031-04-01, note: x, instead: b}
  - {kind: event, id: b, date: 2031-04-01, note: x, instead: a}"""


@pytest.mark.parametrize(
    "stone,problem",
    [
        ("{kind: claim, id: first, date: 2031-04-01, note: x}", "content/tombstones.yml:2:23 bad-id"),
        ("{kind: event, id: a#b, date: 2031-04-01, note: x}", "content/tombstones.yml:2:23 bad-id"),
        ("{kind: claim, id: 'a#B b', date: 2031-04-01, note: x}", "content/tombstones.yml:2:23 bad-id"),
        (
            "{kind: claim, id: 2031-03-03-well-closed#closed, date: 2031-04-01, note: x}",
            "content/tombstones.yml:2:23 buried-id",
        ),
        (
            "{kind: claim, id: a#b, date: 2031-04-01, note: x, instead: 2031-03-03-well-closed#open}",
            "content/tombstones.yml:2:64 unknown-claim",
        ),
        (
            "{kind: actor, id: old, date: 2031-04-01, note: x, formerly: [2031-03-01]}",
            "content/tombstones.yml:2:55 bad-value",
        ),
        (
            CIRCLE,
            "content/tombstones.yml:2:62 circular-reference",
        ),
        (
            "{kind: event, id: a, date: 2031-04-01, note: x, instead: a}",
            "content/tombstones.yml:2:62 circular-reference",
        ),
    ],
)
def test_a_tombstone_that_leads_nowhere_is_told(tmp_path: Path, stone: str, problem: str) -> None:
    assert problem in told(tmp_path, {GRAVES: f"{HEAD}{stone}\n"})


def test_a_tombstone_may_not_lead_to_a_draft(tmp_path: Path) -> None:
    draft = base_text(MEETING) + "state: draft\n"
    stone = f"{HEAD}{{kind: event, id: a, date: 2031-04-01, note: x, instead: 2031-03-02-meeting}}\n"
    assert "content/tombstones.yml:2:62 unpublished-reference" in told(tmp_path, {MEETING: draft, GRAVES: stone})


def test_a_reference_to_a_removed_claim_says_what_took_its_place(tmp_path: Path) -> None:
    ids = "id: 2031-03-03-well-closed#shut, instead: 2031-03-03-well-closed#closed"
    stone = f"{{kind: claim, {ids}, date: 2031-04-01, note: Twice.}}"
    page = "---\ntitle: Method\n---\n\n[It](claim:2031-03-03-well-closed#shut), said [the council](actor:council).\n"
    (problem,) = checked(tmp_path, {GRAVES: f"{HEAD}{stone}\n", "pages/method.md": page})
    assert problem.message == "claim '2031-03-03-well-closed#shut' was removed on 1 April 2031: Twice."
    assert problem.hint == "write '2031-03-03-well-closed#closed' instead"


def test_the_records_of_these_tests_have_no_problem(tmp_path: Path) -> None:
    assert checked(tmp_path, moved_records()) == []
    assert load(CASES / "small" / "content", CASES)[1] == []


def test_the_day_in_the_id_of_a_removed_event_leads_on_where_its_tombstone_names_none(tmp_path: Path) -> None:
    stones = (
        "tombstones:\n"
        "  - {kind: event, id: 2031-02-20-alarm, date: 2031-04-01, note: Merged., instead: 2031-03-02-meeting}\n"
        "  - {kind: event, id: 2031-99-20-odd, date: 2031-04-01, note: Never a day.}\n"
        "  - {kind: actor, id: 2031-02-21-clerk, date: 2031-04-01, note: No event.}\n"
    )
    edition = Edition(linked(tmp_path, {GRAVES: stones}))
    assert [moved.now.address for moved in moved_from(edition, "2031-02-20") if moved.now] == [
        edition.event(edition.chronology.events["2031-03-02-meeting"]).address
    ]
    assert moved_from(edition, "2031-99-20") == moved_from(edition, "2031-02-21") == ()
