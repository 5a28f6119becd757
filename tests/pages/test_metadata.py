"""What every page says of itself: to search engines, to whoever shares it, to feed readers, to machines."""

import json
from collections import Counter
from functools import cache
from pathlib import Path

import pytest
from dateline.pages.exports import FEED_PATHS
from html_reading import Node, read_file, target_of
from PIL import Image
from projects import COMMIT, REPO_URL, SITE_URL, indexed_pages_of

LONGEST_DESCRIPTION = 400


@pytest.fixture(scope="module", params=["real", "small"])
def site(request: pytest.FixtureRequest) -> Path:
    """A built site, its addresses known."""
    found: Path = request.getfixturevalue(f"{request.param}_site")
    return found


@pytest.fixture(scope="module")
def bare_site(bare_project: Path) -> Path:
    """A site of which nobody told where it will stand."""
    return bare_project / "site"


@cache
def head_of(page: Path) -> Node:
    return read_file(page).element("head")


def meta(page: Path, name: str) -> str | None:
    """Return what a page says under a name, once at most."""
    found = [
        node["content"] for node in head_of(page).elements("meta") if name in {node.get("name"), node.get("property")}
    ]
    assert len(found) <= 1, (page, name)
    return found[0] if found else None


def links(page: Path, rel: str) -> list[str]:
    return [node["href"] for node in head_of(page).elements("link") if node.get("rel") == rel]


def address_of(site: Path, page: Path) -> str:
    folder = page.parent.relative_to(site).as_posix()
    return SITE_URL if folder == "." else f"{SITE_URL}{folder}/"


def folder_of(site: Path, page: Path) -> str:
    return page.parent.relative_to(site).as_posix()


@cache
def folders_of(site: Path, kind: str) -> frozenset[str]:
    """Return where the pages stand that have the records of a kind, as the data say."""
    exported = json.loads((site / "data" / "chronology.json").read_text(encoding="utf-8"))
    return frozenset(record["url"].partition("#")[0].strip("/") for record in exported[kind])


@cache
def _form(image: Path) -> tuple[str | None, tuple[int, int]]:
    with Image.open(image) as opened:
        return opened.format, opened.size


def test_every_page_has_a_title_and_a_description_of_its_own(site: Path) -> None:
    titles = Counter(head_of(page).element("title").text for page in indexed_pages_of(site))
    described = Counter(meta(page, "description") or "" for page in indexed_pages_of(site))
    assert [text for text, count in described.items() if count > 1 or not 10 < len(text) < LONGEST_DESCRIPTION] == []
    assert all(title.strip() for title in titles)


def test_every_page_names_its_own_address_where_that_of_the_site_is_known(site: Path) -> None:
    for page in indexed_pages_of(site):
        expected = [] if page.name == "404.html" else [address_of(site, page)]
        assert links(page, "canonical") == expected, page
        assert meta(page, "og:url") == (expected[0] if expected else None), page


def test_a_page_names_no_address_where_that_of_the_site_is_not_known(bare_site: Path) -> None:
    for page in indexed_pages_of(bare_site):
        assert links(page, "canonical") == [], page
        assert meta(page, "og:url") is None, page
        assert meta(page, "og:image") is None, page
        assert meta(page, "twitter:card") == "summary", page
    assert not (bare_site / "sitemap.xml").exists()
    assert "Sitemap" not in (bare_site / "robots.txt").read_text(encoding="utf-8")


def test_a_shared_page_shows_its_title_its_description_and_the_card(site: Path) -> None:
    days = {"/".join(folder.split("/")[:2]) for folder in folders_of(site, "events")}
    disputes = folders_of(site, "disputes")
    assert days
    assert disputes
    for page in indexed_pages_of(site):
        folder = folder_of(site, page)
        whole = "/".join(folder.split("/")[:2])  # a part of a long day is shown with the card of the whole
        card = f"{whole}/card.png" if whole in days or folder in disputes else "assets/card.png"
        assert (meta(page, "og:title") or "none") in head_of(page).element("title").text, page
        assert meta(page, "og:description") == meta(page, "description"), page
        assert meta(page, "og:image") == f"{SITE_URL}{card}", page
        assert meta(page, "og:image:alt"), page
        assert meta(page, "twitter:card") == "summary_large_image", page


def test_every_card_is_there_and_as_large_as_its_page_says(site: Path) -> None:
    for page in indexed_pages_of(site):
        said = (meta(page, "og:image:type"), meta(page, "og:image:width"), meta(page, "og:image:height"))
        assert said == ("image/png", "1000", "525"), page
        assert _form(site / (meta(page, "og:image") or "").removeprefix(SITE_URL)) == ("PNG", (1000, 525)), page


def test_every_page_offers_both_feeds_and_its_own_and_has_its_icons(site: Path) -> None:
    both = [(site / path).resolve() for path in FEED_PATHS]
    followed = {folder for kind in ("disputes", "actors", "places") for folder in folders_of(site, kind)}
    assert followed
    for page in indexed_pages_of(site):
        folder = folder_of(site, page)
        own = [(site / folder / "feed.xml").resolve()] if folder in followed else []
        feeds = [target_of(site, page, address)[0] for address in links(page, "alternate feed")]
        assert sorted(feeds) == sorted([*both, *own]), page
        assert all(feed.is_file() for feed in feeds), page
        icons = [*links(page, "icon"), *links(page, "apple-touch-icon")]
        assert len(icons) == 3, page
        assert all(target_of(site, page, address)[0].is_file() for address in icons), page


def test_the_page_for_what_is_not_there_works_at_any_depth(site: Path) -> None:
    page = read_file(site / "404.html")
    for node in page.elements():
        for name in ("href", "src"):
            address = node.get(name)
            is_fixed = address is None or address.startswith(("/flood/", "#", "https://"))
            assert is_fixed, (node.tag, address)
    assert "noindex" in (meta(site / "404.html", "robots") or "")


def test_robots_are_told_where_the_sitemap_is(site: Path) -> None:
    assert f"Sitemap: {SITE_URL}sitemap.xml\n" in (site / "robots.txt").read_text(encoding="utf-8")


def test_home_and_changes_say_when_the_records_changed_and_from_which_commit_and_all_pages_lead_there(
    site: Path, bare_site: Path
) -> None:
    for page in (site / "index.html", site / "changes" / "index.html"):
        built = read_file(page).element("div", "dl-built")
        assert built.element("time")["datetime"].startswith("20")
        assert built.element("a")["href"] == f"{REPO_URL}/commit/{COMMIT}"
    assert read_file(site / "404.html").element("div", "dl-built").element("a")["href"] == "/flood/changes/"
    assert read_file(site / "days" / "index.html").element("div", "dl-built").element("a")["href"] == "../changes/"
    unknown = read_file(bare_site / "index.html").element("div", "dl-built")
    assert "Records last changed on" in unknown.text
    assert "commit" not in unknown.text
