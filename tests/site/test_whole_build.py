"""The built site as a whole: complete, sourced, linked, repeatable, and asking nobody anything."""

import json
import os
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any, Final
from urllib.parse import unquote, urljoin, urlsplit
from xml.etree import ElementTree as ET

import jsonschema
import pytest
import yaml
from dateline.ground.writing import MANIFEST
from dateline.pages.exports import EXPORT_PATHS
from dateline.pages.wording.outcomes import OUTCOME_LABEL
from dateline.pages.wording.sections import SECTIONS
from dateline.site.compiling import CompiledSite, compile_site
from dateline.site.frame_parts import ICONS_PATH, PALETTE_PATH, SHEETS_PATH
from dateline.site.settings import Settings
from html_reading import Node, addresses, folded, read_file, target_of
from projects import (
    ADDRESSES,
    CASES,
    REPO_URL,
    ROOT,
    SITE_URL,
    environment,
    faults_in,
    files_of,
    indexed_pages_of,
    make_project,
    pages_of,
    run,
)
from rebuilding import generated

SMALL = CASES / "small"
FOR_PROGRAMS = {("assets",), ("search-index",)}
"""Folders that no address of a reader's is below."""
HEARD = re.compile(
    r"(?:(?P<reports>\d+) reports?|no report that counts)(?:(?:, |\b)(?P<withdrawn>\d+) reports? withdrawn)?"
)
PARAGRAPH = re.compile(r"sources/(?P<source>[a-z0-9-]+)/#(?:p(?P<number>[0-9]+)|at-)")
_PICTURES = ("card.png", ".sqlite")
"""What no difference can be read of; drawing and SQLite may change their bytes from one release to the next."""


@pytest.fixture(scope="session", params=["real", "small"])
def site(request: pytest.FixtureRequest) -> Path:
    """A built site: of the real records, and of a small chronology that shows every kind of page."""
    found: Path = request.getfixturevalue(f"{request.param}_site")
    return found


@pytest.fixture(scope="session")
def exported(site: Path) -> dict[str, Any]:
    """The chronology.json of the site."""
    loaded: dict[str, Any] = json.loads((site / "data" / "chronology.json").read_text(encoding="utf-8"))
    return loaded


# --- golden pages ----------------------------------------------------------------------------------------------------


def test_the_pages_of_the_small_chronology_are_the_golden_ones(update: bool) -> None:  # noqa: FBT001 - a fixture
    expected = SMALL / "expected"
    made = {page.path: _as_bytes(page.content) for page in _compiled(SMALL).pages if not page.path.endswith(_PICTURES)}
    if update:
        for path in set(files_of(expected)) - set(made):
            (expected / path).unlink()
        for path, content in made.items():
            (expected / path).parent.mkdir(parents=True, exist_ok=True)
            (expected / path).write_bytes(content)
    golden = files_of(expected)
    assert sorted(made) == sorted(golden)
    for path, content in made.items():
        assert content.decode(errors="replace") == golden[path].decode(errors="replace"), path


# --- building --------------------------------------------------------------------------------------------------------


def test_a_strict_build_of_a_checkout_needs_nothing_else_and_warns_of_nothing(bare_project: Path) -> None:
    said = (bare_project / "build.log").read_text(encoding="utf-8")
    assert not re.search(r"WARNING|ERROR|Traceback|Deprecat", said)
    assert (bare_project / "site" / "index.html").is_file()


@pytest.mark.parametrize("name", ["real_project", "small_project"])
def test_a_build_with_all_addresses_known_warns_of_nothing(request: pytest.FixtureRequest, name: str) -> None:
    project: Path = request.getfixturevalue(name)
    assert faults_in((project / "build.log").read_text(encoding="utf-8")) == []


def test_the_plugin_hands_over_what_dateline_render_writes(small_project: Path, tmp_path: Path) -> None:
    program = (
        "import sys; from pathlib import Path; from mkdocs.config import load_config\n"
        "from mkdocs.structure.files import get_files\n"
        "config = load_config('mkdocs.yml')\n"
        "config.plugins.on_startup(command='build', dirty=False)\n"
        "config = config.plugins.on_config(config); config.plugins.on_pre_build(config=config)\n"
        "for file in config.plugins.on_files(get_files(config), config=config):\n"
        "    if file.generated_by == 'dateline':\n"
        "        path = Path(sys.argv[1], file.src_uri); path.parent.mkdir(parents=True, exist_ok=True)\n"
        "        path.write_bytes(file.content_bytes)\n"
    )
    handed = tmp_path / "handed"
    script = tmp_path / "hand_over.py"
    script.write_text(program, encoding="utf-8")
    env = environment(**ADDRESSES, PYTHONPATH=f"{tmp_path}{os.pathsep}{ROOT}")
    by_plugin = run("hand_over", str(handed), cwd=small_project, env=env)
    assert by_plugin.returncode == 0, by_plugin.stderr
    by_command = run("dateline", "render", "--out", str(tmp_path / "rendered"), cwd=small_project, env=env)
    assert by_command.returncode == 0, by_command.stderr
    rendered = files_of(tmp_path / "rendered")
    del rendered[MANIFEST]
    of_the_theme = {ICONS_PATH, PALETTE_PATH, SHEETS_PATH}
    assert {path: text for path, text in files_of(handed).items() if path not in of_the_theme} == rendered
    assert len(rendered) > 30


def test_the_same_records_make_the_same_bytes_anywhere_at_any_time(small_project: Path, tmp_path: Path) -> None:
    project = make_project(tmp_path / "deeper" / "some other folder")
    clock = "import time\n_real = time.time\ntime.time = lambda: _real() + 400 * 86400.5\n"
    clock += "import datetime as d\nclass _Later(d.datetime):\n    @classmethod\n    def now(cls, tz=None):\n"
    clock += (
        "        return cls.fromtimestamp(time.time(), tz)\n    utcnow = now\n    today = now\nd.datetime = _Later\n"
    )
    clock += "import builtins; builtins.the_clock_was_shifted = True\n"
    (tmp_path / "clock").mkdir()
    (tmp_path / "clock" / "sitecustomize.py").write_text(clock, encoding="utf-8")
    env = environment(
        **ADDRESSES,
        PYTHONPATH=f"{tmp_path / 'clock'}{os.pathsep}{ROOT}",
        PYTHONHASHSEED="12345",
        TZ="Pacific/Kiritimati",
        LC_ALL="C",
        LANG="C",
    )
    probe = run("timeit", "-n1", "-r1", "the_clock_was_shifted", cwd=tmp_path, env=env)
    assert probe.returncode == 0, probe.stderr
    done = run("mkdocs", "build", "--strict", "-f", str(project / "mkdocs.yml"), cwd=tmp_path, env=env)
    assert done.returncode == 0, done.stderr
    one, other = files_of(small_project / "site"), files_of(project / "site")
    assert sorted(one) == sorted(other)
    assert [path for path in one if one[path] != other[path]] == []
    assert "sitemap.xml.gz" in one


def test_no_page_depends_on_the_order_of_sets_however_much_happened_at_once(tmp_path: Path) -> None:
    project = generated(tmp_path, events=15)
    for seed in ("1", "2"):
        env = environment(**ADDRESSES, PYTHONHASHSEED=seed)
        assert run("dateline", "render", "--plain", "--out", seed, cwd=project, env=env).returncode == 0
    assert files_of(project / "1") == files_of(project / "2")


def test_pages_do_not_depend_on_the_order_in_which_the_file_system_lists_records(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    import os  # noqa: PLC0415 - patched

    before = _compiled(SMALL).pages
    walk = os.walk

    def backwards(*arguments: Any, **options: Any) -> Iterator[tuple[str, list[str], list[str]]]:
        for folder, folders, names in walk(*arguments, **options):
            folders.reverse()
            yield folder, folders, sorted(names, reverse=True)

    monkeypatch.setattr(os, "walk", backwards)
    assert _compiled(SMALL).pages == before


# --- links and requests ----------------------------------------------------------------------------------------------


def test_an_address_that_is_cut_short_leads_to_a_page(site: Path) -> None:
    folders = {folder for file in site.rglob("*.*") for folder in file.parents if folder.is_relative_to(site)}
    for_programs = {folder for folder in folders if folder.relative_to(site).parts[:1] in FOR_PROGRAMS}
    assert for_programs
    assert sorted(folder for folder in folders - for_programs if not (folder / "index.html").is_file()) == []


def test_every_internal_link_and_anchor_leads_somewhere(site: Path) -> None:
    broken = [
        f"{page.relative_to(site)}: {address}"
        for page in pages_of(site)
        for address in sorted({address for _, address in addresses(read_cached(page))})
        if not _is_external(address) and not _resolves(site, page, address)
    ]
    assert broken == []


def test_no_id_stands_twice_on_a_page(site: Path) -> None:
    for page in pages_of(site):
        ids = Counter(node["id"] for node in read_cached(page).elements() if "id" in node.attributes)
        assert [id_ for id_, count in ids.items() if count > 1] == [], page


def test_nothing_is_loaded_from_anywhere_else(site: Path) -> None:
    for page in pages_of(site):
        for node, address in addresses(read_cached(page)):
            is_loaded = node.tag not in {"a", "form"} and node.get("rel") not in {"canonical", "alternate feed"}
            is_loaded = is_loaded and not _is_oembed(node)
            assert not (is_loaded and _is_external(address)), (page, address)
            assert node.get("rel") not in {"preconnect", "dns-prefetch", "preload"}, page
    for path, content in files_of(site).items():
        if path.endswith(".css"):
            assert not re.findall(rb"(?:url\(|@import)\s*[\"']?(?:https?:)?//", content), path
        assert b"fonts.g" not in content or path.endswith(".js.map"), path


def test_links_out_of_the_site_say_so_and_hand_over_no_window(site: Path) -> None:
    for page in pages_of(site):
        html = read_cached(page)
        for node in (_content(page) if html.elements("div", "md-container") else html).elements("a"):
            if _is_external(node["href"]) and "md-content__button" not in node.classes:
                assert "noopener" in (node.get("rel") or ""), (page, node["href"])


def test_the_navigation_holds_indexes_and_hand_written_pages_only(site: Path) -> None:
    hand_written = {"method", "about", "contributing", "corrections", "policy", "thanks", "."}
    for page in pages_of(site):
        for nav in read_cached(page).elements("nav"):
            if "md-tabs" in nav.classes or "md-nav--primary" in nav.classes:
                for node in nav.elements("a", "md-nav__link") + nav.elements("a", "md-tabs__link"):
                    if _is_external(node["href"]):  # the project
                        continue
                    file, anchor = target_of(site, page, node["href"])
                    folder = file.relative_to(site.resolve()).parent.as_posix()
                    assert folder in SECTIONS.keys() | hand_written or anchor, (page, node["href"])


def test_the_sitemap_lists_every_page_and_no_date_of_building(site: Path) -> None:
    # https://www.sitemaps.org/protocol.html: its own namespace, at most 50,000 addresses, each of this site.
    text = (site / "sitemap.xml").read_text(encoding="utf-8")
    root = ET.fromstring(text)  # noqa: S314 - our own
    namespace = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
    assert root.tag == f"{namespace}urlset"
    assert [[child.tag for child in url] for url in root] == [[f"{namespace}loc"]] * len(root)
    assert {url.tag for url in root} == {f"{namespace}url"}
    assert 0 < len(root) <= 50_000
    assert all(SITE_URL in (url[0].text or "")[:2048] for url in root)
    listed = {address.removeprefix(SITE_URL) for address in re.findall(r"<loc>(.*?)</loc>", text)}
    indexed = [page for page in indexed_pages_of(site) if page.name == "index.html"]
    expected = {page.parent.relative_to(site).as_posix() + "/" for page in indexed}
    assert listed == {address.replace("./", "") for address in expected}
    assert "lastmod" not in text


# --- claims ----------------------------------------------------------------------------------------------------------


def test_every_published_claim_stands_on_its_day_with_its_text(site: Path, exported: dict[str, Any]) -> None:
    for claim in _claims(exported):
        assert folded(claim["text"]) in folded(_at(site, claim["url"]).element("h3", "dl-claim__text").text)


def test_every_claim_on_every_page_shows_its_outcome_its_reports_and_citations(site: Path) -> None:
    found = 0
    for page in pages_of(site):
        for claim in read_cached(page).elements("article", "dl-claim"):
            found += 1
            badge = claim.element("a", "dl-badge")
            assert folded(badge.text) in OUTCOME_LABEL.values(), page
            assert f"#_outcome-{badge.classes[1].removeprefix('dl-badge--')}" in badge["href"]
            assert HEARD.fullmatch(claim.element("span", "dl-echo").text)
            assert claim["aria-labelledby"] == claim.element("h3", "dl-claim__text")["id"]
            assert [len(claim.elements("a", "dl-badge")), *(past.text for past in claim.elements("p", "dl-past"))] == [
                1, *("" for _ in claim.elements("p", "dl-past")),
            ], f"{page}: a text shows one outcome of each claim"  # fmt: skip
            reports = claim.elements("li", "dl-report")
            assert reports, page
            for report in reports:
                _check_citation(report.element("span", "dl-cite"), f"/{page.relative_to(site).as_posix()}")
    assert found > 5


def test_the_method_is_told_in_seven_hundred_words(real_site: Path) -> None:
    article = read_cached(real_site / "method" / "index.html").element("article")
    marks = len(article.elements("a", "headerlink"))
    apart = [node for tag in ("pre", "script", "nav") for node in article.elements(tag)]
    told = len(article.text.split()) - marks - sum(len(node.text.split()) for node in apart)
    assert 300 < told <= 700


def test_every_citation_names_its_speakers_its_source_and_its_paragraph(site: Path) -> None:
    found = [(cite, page) for page in pages_of(site) for cite in read_cached(page).elements("span", "dl-cite")]
    assert len(found) > 20
    for cite, page in found:
        _check_citation(cite, f"/{page.relative_to(site).as_posix()}")


def test_a_citation_reads_as_a_sentence_from_the_first_speaker_to_the_paragraph(small_site: Path) -> None:
    article = _at(small_site, "/days/2020-05-04/#2020-05-04-market-flooded--held-by-water")
    cite = article.element("span", "dl-cite")
    assert folded(cite.text) == ("The mayor, as reported by Council of Lower Wend, as reported by The Herald, ¶ 2")
    assert [link["href"] for link in cite.elements("a")][-1] == "../../sources/herald-2020-05-04/#p2"


def test_outcome_and_reports_in_json_are_those_shown(site: Path, exported: dict[str, Any]) -> None:
    for claim in _claims(exported):
        article, echo = _at(site, claim["url"]), claim["echo"]
        assert f"dl-badge--{claim['outcome']}" in article.element("a", "dl-badge").classes
        shown = HEARD.fullmatch(article.element("span", "dl-echo").text)
        assert shown
        counted = {name: echo.get(name, 0) for name in ("reports", "withdrawn")}
        assert {name: int(shown[name] or 0) for name in counted} == counted
        told = counted["reports"] + counted["withdrawn"]
        assert len(article.elements("li", "dl-report")) == len(claim["reports"]) == told


def test_every_report_shows_its_figures_as_they_were_given(site: Path, exported: dict[str, Any]) -> None:
    for claim in _claims(exported):
        shown = [folded(node.text) for node in _at(site, claim["url"]).elements("li", "dl-figure")]
        given = [figure for report in claim["reports"] for figure in report["figures"]]
        assert len(shown) == len(given)
        for figure in given:  # in any order: reports that only repeat another are folded below the others
            shown.remove(next(text for text in shown if _tells(text, figure)))


def test_from_every_claim_one_click_leads_to_the_paragraph_and_one_more_to_the_original(
    site: Path, exported: dict[str, Any]
) -> None:
    originals = {source["id"]: source["original_url"] for source in exported["sources"]}
    captures = {source["id"]: _captures(source.get("archive")) for source in exported["sources"]}
    for page in pages_of(site):
        for claim in read_cached(page).elements("article", "dl-claim"):
            for link in claim.elements("a", "dl-par"):
                file, anchor = target_of(site, page, link["href"])
                section = read_cached(file).by_id(anchor)
                assert section.classes == ["dl-paragraph"]
                match = PARAGRAPH.search(link["href"])
                assert match is not None
                original = originals[match["source"]]
                links = [node["href"] for node in section.element("p", "dl-links").elements("a")]
                if original is None:
                    assert "not known" in section.text
                else:
                    assert links[0].startswith(f"{original}#:~:text=" if match["number"] else original)
                    archives = ("https://web.archive.org/web/", *captures[match["source"]])
                    assert any(node["href"].startswith(archives) for node in read_cached(file).elements("a"))


@pytest.mark.al_bukamal
def test_what_others_say_of_an_actor_is_one_click_from_its_paragraph(real_site: Path) -> None:
    rows = _content(real_site / "actors/isis/index.html").elements("li")
    claims = [row for row in rows if any("--" in link["href"] for link in row.elements("a"))]
    assert claims
    assert all(row.elements("a", "dl-par") for row in claims)


def test_from_every_paragraph_one_click_leads_back_to_the_claims_drawn_from_it(
    site: Path, exported: dict[str, Any]
) -> None:
    for claim in _claims(exported):
        for cite in (report["cite"] for report in claim["reports"] if "paragraph" in report["cite"]):
            section = _at(site, f"/sources/{cite['source']}/#p{cite['paragraph']}")
            page = site / "sources" / cite["source"] / "index.html"
            targets = [
                target_of(site, page, node["href"]) for node in section.elements("a") if node["href"].startswith("..")
            ]
            assert target_of(site, site / "index.html", claim["url"].lstrip("/")) in targets


def test_text_fragments_name_the_first_and_last_words_of_the_paragraph(small_site: Path) -> None:
    section = _at(small_site, "/sources/herald-2020-05-04/#p1")
    address = section.element("p", "dl-links").element("a")["href"]
    assert address == (
        "https://herald.example/wend-breaks-its-banks?page=1&lang=en"
        "#:~:text=The%20river%20Wend%2C%20swollen%2Dup,by%20noon"
    )


def test_a_dispute_says_first_what_stands_or_that_nobody_has_settled_it(site: Path, exported: dict[str, Any]) -> None:
    for dispute in exported["disputes"]:
        content = _content(site / dispute["url"].strip("/") / "index.html")
        told = content.element("div", "dl-answer")
        answer, how = (folded(one.text) for one in (told, told.elements("p", "dl-answer__how")[-1]))
        labels = {position["id"]: folded(position["label"]) for position in dispute["positions"]}
        outcome = dispute.get("resolution", {}).get("outcome", ())
        stands = [labels[id_] for id_ in outcome] if dispute["status"] in {"resolved", "partly-resolved"} else []
        assert all(label in answer for label in stands)
        assert how.startswith("Open") == (dispute["status"] == "open" or how.startswith("Open in part"))


def test_what_is_closed_is_nowhere_called_disputed(site: Path, exported: dict[str, Any]) -> None:
    closed = [one for one in exported["disputes"] if one["status"] in {"resolved", "not-a-conflict"}]
    assert closed
    index = _content(site / "disputes" / "index.html")
    rows = {
        row.element("a")["href"].rstrip("/").rpartition("/")[2]: row
        for row in index.elements("p", "dl-disputes__question")
    }
    for dispute in closed:
        page = read_cached(site / dispute["url"].strip("/") / "index.html")
        head = [page.element("title").text, *(meta.get("content") or "" for meta in page.elements("meta"))]
        row = rows[dispute["id"]].parent
        assert row is not None
        assert not [text for text in (*head, page.element("body").text, row.text) if re.search(r"\bDisputed\b", text)]


def test_the_index_of_disputes_has_each_once_and_what_is_beside_the_subject_apart(
    site: Path, exported: dict[str, Any]
) -> None:
    by_id = {dispute["id"]: dispute for dispute in exported["disputes"]}
    lists = _content(site / "disputes" / "index.html").elements("ul", "dl-disputes")
    questions = [one.elements("p", "dl-disputes__question") for one in lists]
    found = [
        [question.element("a")["href"].rstrip("/").rpartition("/")[2] for question in group] for group in questions
    ]
    assert sorted(id_ for group in found for id_ in group) == sorted(by_id)
    for group in found:
        assert len({by_id[id_]["aside"] or by_id[id_]["status"] for id_ in group}) == 1


def test_a_resolved_dispute_keeps_every_position_in_sight(site: Path, exported: dict[str, Any]) -> None:
    for dispute in exported["disputes"]:
        page = read_cached(site / dispute["url"].strip("/") / "index.html")
        sections = page.elements("section", "dl-position")
        assert len(sections) == len(dispute["positions"])
        for position in dispute["positions"]:
            section = page.by_id(f"position-{position['id']}")
            assert section in sections
            assert folded(position["label"]) in folded(section.text)
            assert page.by_id(section.element("p", "dl-position__evidence").element("a")["href"][1:]).elements(
                "a", "dl-par"
            )


# --- records ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["real_project", "small_project"])
def test_the_pencil_and_edit_this_record_lead_to_the_yaml_file(request: pytest.FixtureRequest, name: str) -> None:
    project: Path = request.getfixturevalue(name)
    site = project / "site"
    exported = json.loads((site / "data" / "chronology.json").read_text(encoding="utf-8"))
    seen = 0
    for kind in ("sources", "actors", "places", "disputes", "events"):
        for record in exported[kind]:
            file, anchor = target_of(site, site / "index.html", record["url"].lstrip("/"))
            page = read_cached(file)
            links = [node["href"] for node in page.elements("a") if "Edit this record" in node.text]
            files = [project / unquote(link.removeprefix(f"{REPO_URL}/edit/main/")) for link in links]
            assert any(path.stem == record["id"] and path.is_file() for path in files), record["url"]
            if not anchor:
                pencil = [node["href"] for node in page.elements("a", "md-content__button")]
                assert pencil == links
            seen += 1
    assert seen > 10


@pytest.mark.parametrize("name", ["real_project", "small_project"])
def test_every_pencil_leads_to_a_file_of_the_project(request: pytest.FixtureRequest, name: str) -> None:
    project: Path = request.getfixturevalue(name)
    for page in pages_of(project / "site"):
        for node in read_cached(page).elements("a", "md-content__button"):
            assert (project / unquote(node["href"].removeprefix(f"{REPO_URL}/edit/main/"))).is_file(), page


def test_no_script_is_told_to_ask_the_forge_for_the_project_s_stars(small_site: Path) -> None:
    for page in pages_of(small_site):
        marked = [node for node in read_cached(page).elements("a") if node.get("data-md-component") == "source"]
        assert not marked, page


def test_every_record_page_can_be_contested(site: Path, exported: dict[str, Any]) -> None:
    for kind in ("sources", "actors", "places", "disputes"):
        for record in exported[kind]:
            page = read_cached(site / record["url"].strip("/") / "index.html")
            (link,) = [node["href"] for node in page.elements("a") if node.text == "Contest this"]
            assert link.startswith(f"{REPO_URL}/issues/new?template=contest.yml&")
            assert f"record={kind.removesuffix('s')} {record['id']}&" in unquote(link)


def test_every_record_has_its_page_and_every_index_lists_it(site: Path, exported: dict[str, Any]) -> None:
    for kind in ("sources", "actors", "places", "disputes"):
        index = site / kind / "index.html"
        listed = {target_of(site, index, node["href"])[0] for node in _content(index).elements("a")}
        for record in exported[kind]:
            assert target_of(site, index, f"../{record['url'].strip('/')}/")[0] in listed


def test_every_day_with_events_is_in_the_index_of_days(site: Path, exported: dict[str, Any]) -> None:
    index = site / "days" / "index.html"
    listed = {target_of(site, index, node["href"]) for node in _content(index).elements("a")}
    for event in exported["events"]:
        file, anchor = target_of(site, site / "index.html", event["url"].lstrip("/"))
        assert (file, "") in listed or (file, anchor) in listed, event["id"]


def test_days_lead_to_the_previous_and_the_next_day_that_has_events(site: Path, exported: dict[str, Any]) -> None:
    folders = {_folder(event) for event in exported["events"]}
    days = sorted(found[1] for folder in folders if (found := re.fullmatch(r"days/(\d{4}-\d\d-\d\d)/", folder)))
    for before, day in pairwise(days):
        assert _rel(site, before, "next") == f"../{day}/"
        assert _rel(site, day, "prev") == f"../{before}/"


def test_a_draft_is_nowhere(small_project: Path) -> None:
    assert "NEVER-SHOWN" in (small_project / "content/events/2020/2020-05-06-draft.yml").read_text(encoding="utf-8")
    for path, content in files_of(small_project / "site").items():
        for trace in (b"NEVER-SHOWN", b"2020-05-06-draft", b"never-shown"):
            assert trace not in content, path


def test_a_removed_record_leaves_a_page_that_says_why(small_site: Path) -> None:
    page = _content(small_site / "actors/mayors-office/index.html")
    assert "It is the mayor." in page.text
    assert "../mayor/" in [node["href"] for node in page.elements("a")]
    assert "2020-05-05-second-flood" in _content(small_site / "changes/index.html").text


def test_names_in_other_scripts_say_their_language_and_direction(small_site: Path) -> None:
    name = next(
        node
        for node in read_cached(small_site / "actors/mayor/index.html").elements("span")
        if node.get("lang") == "ar"
    )
    assert (name["dir"], name.text) == ("rtl", "رئيس البلدية")


@pytest.mark.al_bukamal
@pytest.mark.parametrize(
    "address, tag, class_",
    [
        ("days/2017-11-17/", "q", "dl-wording"),
        ("actors/russian-forces-in-syria/", "span", "dl-note"),
        ("sources/al-alam-2018-06-09/", "nav", "dl-crumbs"),
        ("sources/al-alam-2018-06-09/", "p", "dl-locator"),
    ],
)
def test_words_of_sources_in_other_scripts_say_their_language(
    real_site: Path, address: str, tag: str, class_: str
) -> None:
    places = read_cached(real_site / address / "index.html").elements(tag, class_)
    found = [language for place in places for language in _languages_of_other_scripts(place)]
    assert found
    assert set(found) <= {"ar", "fa", "ru"}


# --- data ------------------------------------------------------------------------------------------------------------


def test_json_satisfies_its_schema_and_the_schema_is_one(site: Path, exported: dict[str, Any]) -> None:
    schema = json.loads((site / "data" / exported["$schema"]).read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(exported, schema, jsonschema.Draft202012Validator)


def test_the_schema_refuses_what_is_no_chronology(small_site: Path) -> None:
    exported = json.loads((small_site / "data" / "chronology.json").read_text(encoding="utf-8"))
    schema = json.loads((small_site / "data" / "chronology.schema.json").read_text(encoding="utf-8"))
    validator = jsonschema.Draft202012Validator(schema)
    damages: list[tuple[str, Any]] = [
        ("standing", "certain"),
        ("echo", {"reports": 1}),
        ("url", "days/"),
        ("reports", []),
        ("surprise", 1),
    ]
    for key, value in damages:
        damaged = json.loads(json.dumps(exported))
        damaged["events"][0]["claims"][0][key] = value
        assert not validator.is_valid(damaged), key


def test_json_holds_every_published_record_and_each_address_leads_to_it(
    request: pytest.FixtureRequest, site: Path, exported: dict[str, Any]
) -> None:
    content = ROOT / "content" if "real" in request.node.name else SMALL / "content"
    for kind in ("events", "sources", "actors", "places", "disputes"):
        files = {path.stem for path in (content / kind).rglob("*.*") if "state: draft" not in path.read_text("utf-8")}
        assert {record["id"] for record in exported[kind]} == files
        for record in exported[kind]:
            file, anchor = target_of(site, site / "index.html", record["url"].lstrip("/"))
            assert file.is_file(), record["url"]
            assert not anchor or anchor in _ids(file), record["url"]


def test_json_keeps_the_keys_of_the_records(request: pytest.FixtureRequest, exported: dict[str, Any]) -> None:
    content = ROOT / "content" if "real" in request.node.name else SMALL / "content"
    for event in exported["events"]:
        (file,) = (content / "events").rglob(f"{event['id']}.yml")
        written = yaml.safe_load(file.read_text(encoding="utf-8"))
        assert set(written) <= set(event)
        for claim, exported_claim in zip(written["claims"], event["claims"], strict=True):
            assert set(claim) <= set(exported_claim)
            for report, exported_report in zip(claim["reports"], exported_claim["reports"], strict=True):
                assert exported_report["by"] == report.get("by", [])
                assert exported_report["stance"] == report.get("stance", "asserts")
                assert exported_report["cite"] == report["cite"]
                for figure, exported_figure in zip(report.get("figures", []), exported_report["figures"], strict=True):
                    assert exported_figure["min"] == figure.get("exact", figure.get("min"))
                    assert exported_figure["max"] == figure.get("exact", figure.get("max"))


def test_the_data_page_offers_every_file_and_says_which_is_off(site: Path) -> None:
    page = site / "data" / "index.html"
    offered = {target_of(site, page, node["href"])[0] for node in _content(page).elements("a")}
    off = {path for path in EXPORT_PATHS if f"Off on this site: {Path(path).name}." in page.read_text(encoding="utf-8")}
    assert off <= {"data/entities.ftm.json"}
    assert not any((site / path).exists() for path in off)
    assert {(site / path).resolve() for path in EXPORT_PATHS - off} <= offered


# --- helpers ---------------------------------------------------------------------------------------------------------


@cache
def read_cached(page: Path) -> Node:
    return read_file(page)


def _languages_of_other_scripts(node: Node) -> Iterator[str | None]:
    """Yield the language that is stated for each text in Arabic or Cyrillic letters below an element."""
    for one in (node, *node.elements()):
        if any(isinstance(child, str) and re.search("[\u0400-\u04ff\u0600-\u06ff]", child) for child in one.children):
            around: Node | None = one
            while around is not None and around.get("lang") is None:
                around = around.parent
            yield around.get("lang") if around else None


@cache
def _ids(page: Path) -> frozenset[str]:
    return frozenset(
        node[name] for node in read_cached(page).elements() for name in ("id", "name") if name in node.attributes
    )


@cache
def _compiled(case: Path) -> CompiledSite:
    site = compile_site(Settings.of(case, templates=ROOT / "templates"))
    assert site.problems == ()
    return site


def _content(page: Path) -> Node:
    return read_cached(page).element("article", "md-content__inner")


def _as_bytes(content: str | bytes) -> bytes:
    return content if isinstance(content, bytes) else content.encode()


def _is_external(address: str) -> bool:
    return bool(urlsplit(address).scheme) or address.startswith("//")


def _is_oembed(node: Node) -> bool:
    """Return whether an element only says where on this site others read how to embed the page: they want it whole."""
    told = node.tag == "link" and node.get("type") == "application/json+oembed"
    return told and node.get("rel") in {"alternate", "alternate oembed"} and node["href"].startswith(SITE_URL)


def _resolves(site: Path, page: Path, address: str) -> bool:
    file, anchor = target_of(site, page, address)
    return _stands(file) and (not anchor or file.suffix != ".html" or anchor in _ids(file))


@cache
def _stands(file: Path) -> bool:
    return file.is_file()


def _captures(archive: Any) -> list[str]:
    """Return the addresses of the captures that a source names, one or several."""
    return [one["url"] for one in (archive if isinstance(archive, list) else [archive]) if one]


def _claims(exported: dict[str, Any]) -> list[dict[str, Any]]:
    return [claim for event in exported["events"] for claim in event["claims"]]


def _at(site: Path, url: str) -> Node:
    file, anchor = target_of(site, site / "index.html", url.lstrip("/"))
    return read_cached(file).by_id(anchor)


def _check_citation(cite: Node, here: str) -> None:
    links = cite.elements("a")
    assert len(links) >= 2, cite.text
    passage = PARAGRAPH.search(urljoin(here, links[-1]["href"]))
    assert passage, cite.text
    assert links[-1].text
    if passage["number"]:
        assert links[-1].text.partition(", ")[0] == f"¶ {passage['number']}"  # behind it may stand its page
        assert links[-1]["aria-label"].startswith(f"paragraph {passage['number']} of ")
    ways = [urljoin(here, link["href"]) for link in links[:-1]]
    assert all(re.fullmatch(r"/(actors|sources)/[a-z0-9-]+/(index\.html)?", way) for way in ways), cite.text
    date = cite.parent.elements("span", "dl-date") if cite.parent else []
    ways += [urljoin(here, link["href"]) for node in date for link in node.elements("a")]
    assert any("/sources/" in way for way in ways), cite.text  # by the speaker's name, else by the date


def _folder(event: dict[str, Any]) -> str:
    return str(event["url"]).partition("#")[0].lstrip("/")


def _rel(site: Path, day: str, rel: str) -> str | None:
    main = _content(site / "days" / day / "index.html")
    return next((node["href"] for node in main.elements("a") if node.get("rel") == rel), None)


_UNQUOTED: Final = str.maketrans("", "", "“”‘’")


def _tells(text: str, figure: dict[str, Any]) -> bool:
    """Return whether a figure, as a page words it, has the numbers and the wording that were given."""
    numbers = {figure["min"], figure["max"]} - {None}
    # Who says more than 16 said no 17.
    forms = [(f"{number:,}", f"more than {number - 1:,}") for number in numbers]
    amount = all(any(form in text for form in each) for each in forms) if numbers else "no number given" in text
    # Marks of quotation within words that are quoted are shown as such.
    return amount and folded(figure.get("wording", "")).translate(_UNQUOTED) in text.translate(_UNQUOTED)
