"""The MkDocs plugin: errors stop a build before anything is lost, and heal in a preview."""

import json
import re
from pathlib import Path

import pytest
from dateline.ground.writing import MANIFEST
from dateline.site.configuration import nav_with
from dateline.site.plugin import DatelinePlugin
from html_reading import read
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, PluginError
from mkdocs.structure.files import Files, get_files
from previewing import eventually, previewed
from projects import REPO_URL, build, files_of, run

EVENT = "content/events/2020/2020-05-04-market-flooded.yml"


def change(project: Path, path: str, old: str, new: str) -> None:
    file = project / path
    text = file.read_text(encoding="utf-8")
    assert text.count(old) == 1
    file.write_text(text.replace(old, new), encoding="utf-8")


def break_record(project: Path) -> None:
    change(project, EVENT, "kind: flood", "kind: flod")


def mend_record(project: Path) -> None:
    change(project, EVENT, "kind: flod", "kind: flood")


class Driver:
    """Calls the plugin's hooks in MkDocs's order."""

    def __init__(self, project: Path, command: str) -> None:
        self.project = project
        self.plugin = DatelinePlugin()
        assert self.plugin.load_config({}) == ([], [])
        self.plugin.on_startup(command="serve" if command == "serve" else "build", dirty=False)

    def build(self) -> dict[str, str]:
        """Return the pages that MkDocs is handed, by path."""
        config = self.config()
        self.plugin.on_config(config)
        self.plugin.on_pre_build(config=config)
        files = self.plugin.on_files(get_files(config), config=config)
        return {file.src_uri: file.content_string for file in files if file.src_uri.endswith(".md")}

    def config(self) -> MkDocsConfig:
        config = load_config(str(self.project / "mkdocs.yml"))
        config.plugins.pop("dateline")
        config.plugins["dateline"] = self.plugin
        config.plugins._current_plugin = "dateline"
        return config


@pytest.mark.parametrize("harm", ["record", "template"])
def test_an_error_stops_the_build_before_the_last_good_site_is_emptied(
    project: Path, small_site: Path, harm: str
) -> None:
    good = files_of(small_site)
    (project / "site").mkdir()
    for path, content in good.items():
        (project / "site" / path).parent.mkdir(parents=True, exist_ok=True)
        (project / "site" / path).write_bytes(content)
    if harm == "record":
        break_record(project)
    else:
        change(project, "templates/pages/place.md.j2", "<dd>{{ view.kind }}</dd>", "<dd>{{ view.kynd }}</dd>")
    done = build(project)
    assert done.returncode == 1
    assert re.search(r"(market-flooded\.yml:3:7|place\.md\.j2:\d+:1): error \[", done.stderr)
    assert "the site was not built" in done.stdout + done.stderr
    assert "Traceback" not in done.stderr
    assert files_of(project / "site") == good


def test_what_mkdocs_leaves_standing_is_not_pruned_by_the_next_build(project: Path) -> None:
    foreign = {".git/HEAD": b"ref", ".nojekyll": b"", ".well-known/security.txt": b"mine"}
    for path, content in foreign.items():
        (project / "site" / path).parent.mkdir(parents=True, exist_ok=True)
        (project / "site" / path).write_bytes(content)
    assert build(project).returncode == 0
    claimed = json.loads((project / "site" / MANIFEST).read_text(encoding="utf-8"))["files"]
    assert "index.html" in claimed
    assert not [path for path in claimed if path.startswith(".")]
    done = run("dateline", "build", cwd=project)
    assert done.returncode == 0, done.stdout + done.stderr
    assert foreign.items() <= files_of(project / "site").items()


def test_every_problem_is_logged_once_and_warnings_do_not_stop_a_lenient_build(project: Path) -> None:
    (project / "content/actors/nobody.md").write_text("---\nname: Nobody\nkind: organisation\n---\n", encoding="utf-8")
    driver = Driver(project, "build")
    assert "actors/nobody.md" in driver.build()


def test_a_warning_about_records_fails_a_strict_build(project: Path) -> None:
    (project / "content/actors/nobody.md").write_text("---\nname: Nobody\nkind: organisation\n---\n", encoding="utf-8")
    done = build(project)
    assert done.returncode == 1
    assert done.stderr.count("[unused-actor]") == 1


def test_an_error_in_a_build_is_an_abort_that_counts_them(project: Path) -> None:
    break_record(project)
    with pytest.raises(Abort, match="1 error"):
        Driver(project, "build").build()


def test_the_content_folder_and_the_templates_are_watched_once(project: Path) -> None:
    driver = Driver(project, "serve")
    config = driver.config()
    for _ in range(2):
        driver.plugin.on_config(config)
    watched = [Path(path) for path in config.watch]
    for folder in ("content", "templates"):
        assert watched.count(project / folder) == 1


def test_addresses_without_folders_are_refused(project: Path) -> None:
    change(project, "mkdocs.yml", "site_dir: site", "site_dir: site\nuse_directory_urls: false")
    driver = Driver(project, "build")
    with pytest.raises(PluginError, match="use_directory_urls"):
        driver.plugin.on_config(driver.config())


def test_a_preview_shows_the_problems_on_top_of_the_last_good_page_and_heals(project: Path) -> None:
    driver = Driver(project, "serve")
    good = driver.build()
    break_record(project)
    broken = driver.build()
    assert set(broken) == set(good)
    for path, text in broken.items():
        banner = read(text).element("div", "dl-problems")
        assert f"{EVENT}:3:7" in banner.text, path
        assert "did you mean 'flood'?" in banner.text
        assert banner["role"] == "alert"
        head, rest = good[path].split("\n---\n", 1)
        assert text.startswith(head)
        assert text.endswith(rest.lstrip())
    mend_record(project)
    assert driver.build() == good


def test_a_preview_that_starts_with_a_broken_record_has_a_page_for_every_entry_of_the_navigation(project: Path) -> None:
    break_record(project)
    driver = Driver(project, "serve")
    pages = driver.build()
    for path in ("index.md", "days/index.md", "disputes/index.md", "actors/index.md", "places/index.md"):
        assert f"{EVENT}:3:7" in pages[path]
    for path in ("sources/index.md", "changes/index.md", "method.md", "data/index.md"):
        assert f"{EVENT}:3:7" in pages[path]
    mend_record(project)
    assert "dl-problems" not in "".join(driver.build().values())


def test_a_preview_survives_a_broken_template_and_heals(project: Path) -> None:
    driver = Driver(project, "serve")
    good = driver.build()
    change(project, "templates/pages/place.md.j2", "<dd>{{ view.kind }}</dd>", "<dd>{{ view.kynd }}</dd>")
    assert "templates/pages/place.md.j2:" in driver.build()["index.md"]
    change(project, "templates/pages/place.md.j2", "<dd>{{ view.kynd }}</dd>", "<dd>{{ view.kind }}</dd>")
    assert driver.build() == good


def test_what_a_problem_quotes_is_text_in_the_preview(project: Path) -> None:
    change(project, EVENT, "kind: flood", 'kind: "<script>alert(1)</script>{{ x }}\\n\\n# h"')
    banner = Driver(project, "serve").build()["index.md"].split("<div", 1)[1].split("</div>")[0]
    assert "<script>" not in banner
    assert "\n\n" not in banner
    assert "<script>alert(1)</script>" in read(f"<div{banner}</div>").text


def test_hand_written_pages_reach_mkdocs_only_by_way_of_dateline(project: Path) -> None:
    (project / "content/pages/method.md").write_text(
        "---\ntitle: Method\n---\n\n<script>alert(1)</script>\n", encoding="utf-8"
    )
    pages = Driver(project, "build").build()
    assert "<script>" not in pages["method.md"]


def test_the_files_of_the_theme_stay(project: Path) -> None:
    driver = Driver(project, "build")
    config = driver.config()
    driver.plugin.on_config(config)
    driver.plugin.on_pre_build(config=config)
    files = Files(list(get_files(config)))
    config.theme.get_env()
    files.add_files_from_theme(config.theme.get_env(), config)
    kept = {file.src_uri for file in driver.plugin.on_files(files, config=config)}
    assert "assets/sheets.css" in kept


def test_a_hand_written_page_is_added_to_the_navigation_only_if_mkdocs_yml_does_not_name_it(project: Path) -> None:
    driver = Driver(project, "build")
    config = driver.config()
    driver.plugin.on_config(config)
    driver.plugin.on_pre_build(config=config)
    driver.plugin.on_files(get_files(config), config=config)
    assert config.nav is not None
    paths = [entry if isinstance(entry, str) else next(iter(entry.values())) for entry in config.nav]
    assert paths.count("thanks.md") == 1
    assert paths.count("method.md") == 1
    assert not [path for path in paths if path.startswith("actors/") and path != "actors/index.md"]


@pytest.mark.parametrize(
    "nav, paths, now",
    [
        (
            [{"Sources": "sources/index.md"}, {"Changes": "changes/index.md"}, {"Data": "data/index.md"}],
            ["thanks.md", "tags.md", "tags/water.md", "method.md"],
            [
                *({"Sources": "sources/index.md"}, "tags.md", {"Changes": "changes/index.md"}),
                *({"Data": "data/index.md"}, "thanks.md"),
            ],
        ),
        (
            [{"All": ["index.md", "changes/index.md"]}],
            ["tags.md"],
            ["tags.md", {"All": ["index.md", "changes/index.md"]}],
        ),
        (["index.md"], ["a.md", "tags.md"], ["index.md", "tags.md", "a.md"]),
        (["tags.md", "changes/index.md"], ["tags.md"], ["tags.md", "changes/index.md"]),
    ],
)
def test_tags_stand_with_the_records_in_the_navigation_and_hand_written_pages_at_its_end(
    nav: list[object], paths: list[str], now: list[object]
) -> None:
    assert nav_with(nav, paths) == now


def test_without_an_address_of_the_repository_no_page_offers_to_be_edited(project: Path) -> None:
    text = (project / "mkdocs.yml").read_text(encoding="utf-8")
    (project / "mkdocs.yml").write_text(re.sub(r"(?m)^(repo_url|repo_name|edit_uri):.*\n", "", text), encoding="utf-8")
    pages = Driver(project, "build").build()
    assert "Edit this" not in "".join(pages.values())


def test_with_one_every_record_page_does(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATELINE_REPO_URL", REPO_URL)
    pages = Driver(project, "build").build()
    assert f"{REPO_URL}/edit/main/content/actors/mayor.md" in pages["actors/mayor.md"]
    assert f"{REPO_URL}/edit/main/{EVENT}" in pages["days/2020-05-04.md"]


def test_a_preview_by_mkdocs_breaks_heals_and_follows_changes(project: Path) -> None:
    with previewed(project, ("mkdocs", "serve")) as preview:
        address = f"{preview.address}days/2020-05-04/"
        assert "The market square was under water" in eventually(address, lambda page: "under water" in page)
        break_record(project)
        broken = eventually(address, lambda page: "dl-problems" in page)
        assert f"{EVENT}:3:7" in broken
        assert "The market square was under water" in broken
        mend_record(project)
        change(project, EVENT, "under water by noon", "under water by night")
        healed = eventually(address, lambda page: "by night" in page)
        assert "dl-problems" not in healed
        change(project, "templates/pages/day.md.j2", "sections.days.all", '"Every day"')
        assert "Every day" in eventually(address, lambda page: "Every day" in page)
