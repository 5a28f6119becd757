"""The small pages of claims, what other people's pages embed, and how they are told to."""

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlsplit

import pytest
from baseline import WELL, base_text, linked
from chronologies import edition_of
from dateline.pages.exports.oembed import oembed
from dateline.pages.kinds.small_claim import LARGEST, SmallClaim, small_claim, small_stone
from dateline.pages.rendering.pages import Renderer
from dateline.pages.rendering.plans import plans
from dateline.pages.shared.edition import Edition
from exported import edition_named
from html_reading import folded, read, read_file, target_of
from hypothesis import given
from hypothesis import strategies as st
from projects import ROOT, SITE_URL

LARGEST_EMBED: Final = 15_000
OEMBED_TYPES: Final = {"version": str, "type": str, "title": str, "html": str, "width": int, "height": int}
SMALL_STYLE: Final = ROOT / "templates" / "theme" / "assets" / "small.css"


@pytest.fixture(scope="module", params=["real", "small"])
def site(request: pytest.FixtureRequest) -> Path:
    """A built site."""
    found: Path = request.getfixturevalue(f"{request.param}_site")
    return found


def claims_of(site: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield each published claim with the id of its event."""
    exported = json.loads((site / "data" / "chronology.json").read_text(encoding="utf-8"))
    yield from ((event["id"], claim) for event in exported["events"] for claim in event["claims"])


# --- claims ----------------------------------------------------------------------------------------------------------


def test_every_claim_has_a_small_page_and_one_to_embed_without_a_script(site: Path) -> None:
    for event, claim in claims_of(site):
        own = (site / "events" / event / claim["id"] / "index.html").read_bytes()
        embed = (site / "embed" / "claim" / event / claim["id"] / "index.html").read_bytes()
        assert len(own) <= LARGEST
        assert len(embed) + SMALL_STYLE.stat().st_size <= LARGEST_EMBED
        assert b"<script" not in own + embed


def test_each_shows_the_claim_with_its_outcome_its_voices_and_the_way_on(site: Path) -> None:
    for event, claim in [*claims_of(site)][::8]:  # all are read where links are followed
        for folder in ("events", "embed/claim"):
            page = site / folder / event / claim["id"] / "index.html"
            html = read_file(page)
            assert html.element("h1").text == claim["text"]
            assert html.element("b").classes == ["state", claim["outcome"]]
            to_reports = html.element("article").elements("a")[-1]
            assert "/" + to_reports["href"].lstrip("./") == claim["url"]
            voices = [node for node in html.elements("li") if "more" not in node.classes]
            assert voices or claim["outcome"] == "taken-back"
            for voice in voices:
                assert voice.element("a")["href"].lstrip("./").startswith("sources/")
            for link in html.elements("a"):
                assert target_of(site, page, link["href"])[0].is_file()


@pytest.mark.al_bukamal
def test_voices_that_do_not_say_so_come_first(real_site: Path) -> None:
    found = 0
    against = {"denies", "doubts", "unconfirmed", "retracts"}
    for event, claim in claims_of(real_site):
        if not any(report.get("stance") in against for report in claim["reports"]):
            continue
        html = read_file(real_site / "events" / event / claim["id"] / "index.html")
        stands = [node.classes[0] in against for node in html.elements("li") if "more" not in node.classes]
        assert stands == sorted(stands, reverse=True)
        found += stands[0]
    assert found > 20


def test_an_embed_opens_its_links_in_the_whole_window_and_is_not_listed(site: Path) -> None:
    embeds = [*(site / "embed").glob("claim/*/*/index.html"), *(site / "embed").glob("dispute/*/index.html")]
    assert embeds
    for page in embeds:
        html = read_file(page)
        assert html.element("base")["target"] == "_top"
        assert [node["content"] for node in html.elements("meta") if node.get("name") == "robots"] == ["noindex"]
        assert any(node.get("rel") == "bookmark" for node in html.elements("a"))


def test_a_page_that_can_be_embedded_says_by_which_description_and_that_leads_to_the_embed(site: Path) -> None:
    pages = [site / "events" / event / claim["id"] / "index.html" for event, claim in claims_of(site)]
    for page in pages:
        (link,) = [node for node in read_file(page).elements("link") if node.get("type") == "application/json+oembed"]
        described(site, link["href"])


def test_a_claim_s_own_page_gives_the_html_that_embeds_it_and_the_embed_does_not(site: Path) -> None:
    for event, claim in [*claims_of(site)][::8]:
        page = read_file(site / "events" / event / claim["id"] / "index.html")
        frame = read(page.element("code").text).element("iframe")
        assert frame["src"] == f"{SITE_URL}embed/claim/{event}/{claim['id']}/"
        assert claim["text"].startswith(frame["title"].removesuffix("…"))
        assert not read_file(site / "embed" / "claim" / event / claim["id"] / "index.html").elements("code")


def described(site: Path, address: str) -> None:
    """Assert that a description is one of oEmbed 1.0, and that what it shows is there."""
    assert address.startswith(SITE_URL)
    told = json.loads((site / address.removeprefix(SITE_URL)).read_text(encoding="utf-8"))
    assert {name: type(told[name]) for name in OEMBED_TYPES} == OEMBED_TYPES
    assert (told["version"], told["type"]) == ("1.0", "rich")
    assert told["provider_url"] == SITE_URL
    frame = read(told["html"]).element("iframe")
    assert (frame["width"], frame["height"]) == (str(told["width"]), str(told["height"]))
    assert frame["title"] == told["title"]
    assert frame["src"].startswith(SITE_URL)
    assert (site / frame["src"].removeprefix(SITE_URL) / "index.html").is_file()


def test_a_card_that_a_claim_borrows_is_there(site: Path) -> None:
    for event, claim in claims_of(site):
        html = read_file(site / "events" / event / claim["id"] / "index.html")
        (card,) = [node["content"] for node in html.elements("meta") if node.get("property") == "og:image"]
        assert (site / card.removeprefix(SITE_URL)).is_file()
        assert urlsplit(card).path.endswith("card.png")


def test_where_the_address_of_the_site_is_not_known_nothing_claims_to_be_whole(bare_project: Path) -> None:
    assert not list((bare_project / "site").rglob("oembed.json"))
    for page in (bare_project / "site" / "events").glob("*/*/index.html"):
        assert not [node for node in read_file(page).elements("link") if node.get("rel") in {"alternate", "canonical"}]


# --- what does not fit -----------------------------------------------------------------------------------------------


def rendered(folder: Path, files: dict[str, str], site_url: str | None = SITE_URL) -> list[tuple[SmallClaim, str]]:
    """Return the small page of each claim of the base with other files."""
    edition = Edition(linked(folder, files), site_url=site_url)
    renderer = Renderer(ROOT / "templates", edition)
    views = [small_claim(edition, one.event, one.claim) for one in edition.chronology.claims.values()]
    return [(view, str(renderer.file(view, f"{view.address}index.html").content)) for view in views]


@pytest.mark.parametrize("word", ["words ", "\"<&>'{}", "\N{ARABIC LETTER BEH} "])
def test_a_page_stays_small_however_long_its_texts_are_and_says_what_it_leaves_out(tmp_path: Path, word: str) -> None:
    text = base_text(WELL)
    long = json.dumps((word * 300)[:990].strip(), ensure_ascii=False)
    files = {WELL: "\n".join(_lengthened(line, long) for line in text.splitlines()) + "\n"}
    for view, page in rendered(tmp_path, files):
        assert len(page.encode()) <= LARGEST
        assert view.voices or view.rest


def test_who_calls_it_unconfirmed_is_told_apart_from_those_who_say_so_named_or_counted(tmp_path: Path) -> None:
    by = ("council", "petitioners")
    cite = "cite: {source: gazette-2031-03-04, paragraph: 2}"
    reports = "".join(f"      - {{by: [{one}], {cite}}}\n" for one in by)
    reports += f"      - {{by: [lindwell-crier], stance: unconfirmed, {cite}}}\n"
    event = (
        f"title: Who came\ndate: 2031-03-02\nkind: meeting\nclaims:\n  - id: x\n    text: So.\n    reports:\n{reports}"
    )
    edition = Edition(linked(tmp_path, {"events/x/2031-03-02-came.yml": event}), site_url=SITE_URL)
    found = edition.chronology.events["2031-03-02-came"]
    view = small_claim(edition, found, found.claims[0])
    page = read(str(Renderer(ROOT / "templates", edition).file(view, "x").content))
    assert [" ".join(one.text.split()) for one in page.elements("li")] == [
        "called unconfirmed by Lindwell Crier",
        "said by Lindwell Council",
        "Petitioners",
    ]
    chips = edition.claim(found, found.claims[0]).said
    assert (chips.rest(0), chips.rest(1), chips.rest(3)) == ((("unconfirmed", 1), ("says", 2)), (("says", 2),), ())


def _lengthened(line: str, long: str) -> str:
    key, colon, _ = line.partition(": ")
    return f"{key}: {long}" if colon and key.strip(" -") in {"title", "text"} else line


def test_a_removed_claim_has_its_page_at_both_addresses(tmp_path: Path) -> None:
    stones = (
        "tombstones:\n"
        "  - {kind: claim, id: 2031-03-03-well-closed#old, date: 2031-04-01, note: Said twice.,\n"
        "     instead: 2031-03-03-well-closed#closed}\n"
        "  - {kind: claim, id: gone#rung, date: 2031-04-01, note: It never was.}\n"
    )
    edition = Edition(linked(tmp_path, {"tombstones.yml": stones}), site_url=SITE_URL)
    renderer = Renderer(ROOT / "templates", edition)
    first, second = (small_stone(edition, stone) for stone in edition.chronology.tombstones)
    assert (first.address, first.embed) == (
        "events/2031-03-03-well-closed/old/",
        "embed/claim/2031-03-03-well-closed/old/",
    )
    assert first.now
    assert first.canonical == f"{SITE_URL}{first.now.address.partition('#')[0]}"
    page = str(renderer.file(second, second.address).content)
    assert "It never was." in folded(read(page).element("article").text)
    assert "<meta name=robots content=noindex>" in page


@pytest.mark.parametrize("has_embeds", [True, False])
def test_only_a_site_that_is_asked_for_them_has_embeds_and_says_how_to_embed(has_embeds: bool) -> None:  # noqa: FBT001
    edition = replace(edition_named("small"), has_embeds=has_embeds)
    renderer = Renderer(ROOT / "templates", edition)
    wanted = ("days/2020-05-04.md", "disputes/how-many-evacuated.md")
    made = [page for plan in plans(edition) if plan.path in wanted for page in plan.make(renderer)]
    assert {page.path for page in made} >= {*wanted, "days/2020-05-04/cite.html"}
    telling = {page.path for page in made if re.search(rb"<iframe|&lt;iframe|oembed", page.as_bytes())}
    assert telling >= {*wanted[1:], "days/2020-05-04/cite.html"} if has_embeds else telling == set()
    assert any(page.path.startswith("embed/") for page in made) is has_embeds


@given(st.text(), st.integers(min_value=1))
def test_a_description_holds_any_title_as_text(title: str, height: int) -> None:
    edition = replace(edition_of(["2031"]), site_url=SITE_URL)
    told = json.loads(oembed(edition, "embed/claim/x/y/", title, height))
    assert (told["title"], told["height"]) == (title, height)
    assert not set(told["html"].removeprefix("<iframe ").removesuffix("></iframe>")) & set("<>")
