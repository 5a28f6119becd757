"""What mkdocs.yml need not say: the theme by its name brings what was listed by hand, and leaves what is said."""

import re
from pathlib import Path

import pytest
from dateline.pages.wording import sections
from dateline.pages.wording.forges import forge_of
from dateline.pages.wording.sections import SECTIONS
from dateline.records.loading.masthead_alone import masthead_of
from dateline.site.configuration import read_config, settings_of
from dateline.site.dressing import SCRIPTS, STYLES, dress, other_title, theme_folder
from dateline.site.stopping import Abort
from mkdocs.config.defaults import MkDocsConfig
from projects import files_of, make_project, run

SHORT = "site_name: The flood of Lower Wend\ndocs_dir: content\ntheme: dateline\nplugins: [dateline]\n"
_HEAD = "site_name: The flood of Lower Wend\ndocs_dir: content\ntheme: dateline\n"
MANIFEST = ".dateline-manifest.json"


def short(folder: Path, text: str = SHORT, **said: str) -> MkDocsConfig:
    """Return the configuration of a chronology whose mkdocs.yml says `text`, and whose masthead what is `said`."""
    (folder / "content").mkdir(exist_ok=True)
    masthead = {"title": "The flood of Lower Wend"} | said
    lines = "".join(f"{key}: {value}\n" for key, value in masthead.items())
    (folder / "content" / "chronology.yml").write_text(lines, encoding="utf-8")
    (folder / "mkdocs.yml").write_text(text, encoding="utf-8")
    return read_config(folder / "mkdocs.yml")


def paths(config: MkDocsConfig) -> list[str]:
    return [str(getattr(script, "path", script)) for script in config.extra_javascript]


def test_a_short_configuration_has_every_style_sheet_and_script_in_its_order(tmp_path: Path) -> None:
    config = short(tmp_path)
    assert config.extra_css == [f"assets/{name}.css" for name in STYLES]
    assert paths(config) == [f"assets/{name}.js" for name in SCRIPTS]


def test_every_style_sheet_and_script_of_every_page_is_a_file_of_the_theme() -> None:
    missing = [name for name in STYLES if not (theme_folder() / "assets" / f"{name}.css").is_file()]
    missing += [name for name in SCRIPTS if not (theme_folder() / "assets" / f"{name}.js").is_file()]
    assert missing == []


def test_the_navigation_lists_each_section_by_its_name_and_the_data_last(tmp_path: Path) -> None:
    listed = {name: path for entry in short(tmp_path).nav or [] for name, path in entry.items()}
    expected = {section.name: section.path for section in SECTIONS.values()}
    assert listed == {sections.HOME: "index.md", **expected, sections.METHOD: "method.md"}
    assert list(listed)[-1] == sections.DATA.name


def test_dressing_twice_changes_nothing(tmp_path: Path) -> None:
    config = short(tmp_path)
    before = repr(dict(config)), list(config.theme.dirs)
    dress(config, masthead_of(tmp_path / "content"), forge_of(config.repo_url))
    assert (repr(dict(config)), list(config.theme.dirs)) == before


@pytest.mark.parametrize(
    "said",
    [
        "copyright: All mine\n",
        "nav: [index.md]\n",
        "extra_css: [assets/print.css]\n",
        "extra_javascript: [assets/keys.js]\n",
        "markdown_extensions: [{toc: {title: Here}}]\n",
        "not_in_nav: |\n  /days/*\n",
    ],
)
def test_what_mkdocs_yml_says_stays_as_it_says_it(tmp_path: Path, said: str) -> None:
    key = said.partition(":")[0]

    config = short(tmp_path, SHORT + said)
    told = {
        "copyright": config.copyright == "All mine",
        "nav": config.nav == ["index.md"],
        "extra_css": config.extra_css == ["assets/print.css"],
        "extra_javascript": paths(config) == ["assets/keys.js"],
        "markdown_extensions": config.mdx_configs["toc"] == {"title": "Here"},
        "not_in_nav": config.not_in_nav is not None and not config.not_in_nav.match_file("actors/a.md"),
    }
    assert told[key]


def test_pages_of_tags_are_in_no_navigation_whatever_mkdocs_yml_lists(tmp_path: Path) -> None:
    for said in ("", "not_in_nav: |\n  /days/*\n"):
        config = short(tmp_path, SHORT + said)
        assert config.not_in_nav is not None
        assert config.not_in_nav.match_file("tags/water.md")


def test_style_sheets_of_ones_own_stand_after_ours(tmp_path: Path) -> None:
    assert short(tmp_path, f"{SHORT}extra_css: [mine.css]\n").extra_css == [
        *(f"assets/{name}.css" for name in STYLES),
        "mine.css",
    ]


def test_what_a_chronology_says_of_options_of_the_theme_stands_in_the_place_of_ours(tmp_path: Path) -> None:
    text = SHORT.replace("theme: dateline", "theme: {name: dateline, features: [toc.follow], font: {text: Own}}")
    theme = short(tmp_path, text).theme
    assert (theme["features"], theme["font"]) == (["toc.follow"], {"text": "Own"})
    assert theme["favicon"] == "assets/favicon.svg"


@pytest.mark.parametrize(
    "licence, told",
    [
        ("CC-BY-4.0", "Records under CC BY 4.0. Every claim is its speaker’s."),
        ("CC-BY-NC-SA-3.0", "Records under CC BY-NC-SA 3.0. Every claim is its speaker’s."),
        ("ODbL-1.0", "Records under ODbL-1.0. Every claim is its speaker’s."),
        ('"<b>"', "Records under &lt;b&gt;. Every claim is its speaker’s."),
    ],
)
def test_the_foot_names_the_licence_of_the_records(tmp_path: Path, licence: str, told: str) -> None:
    assert short(tmp_path, licence=licence).copyright == told


def test_without_a_licence_the_foot_promises_none(tmp_path: Path) -> None:
    assert short(tmp_path).copyright == "Every claim is its speaker’s."


def test_the_title_is_that_of_the_chronology_and_safe_wherever_a_theme_prints_it(tmp_path: Path) -> None:
    config = short(tmp_path, title="'<script>1</script>'")
    assert "<" not in str(config.site_name)
    env = config.theme.get_env()
    assert env.from_string("{{ a }}{{ a | e }}").render(a=config.site_name) == 2 * "&lt;script&gt;1&lt;/script&gt;"


def test_a_name_that_differs_from_the_title_is_told_with_both(tmp_path: Path) -> None:
    config = short(tmp_path, SHORT.replace("The flood of Lower Wend", "Another"))
    told = other_title(config, masthead_of(tmp_path / "content"))
    assert "'Another'" in told
    assert "'The flood of Lower Wend'" in told
    assert other_title(short(tmp_path), masthead_of(tmp_path / "content")) == ""


@pytest.mark.parametrize("text", ["", "[1, 2", "- a\n", "title: [x]\n", "title: 5\n"])
def test_a_broken_masthead_says_nothing_and_stops_nothing(tmp_path: Path, text: str) -> None:
    (tmp_path / "chronology.yml").write_text(text, encoding="utf-8")
    assert masthead_of(tmp_path).title == ""
    assert masthead_of(tmp_path / "nowhere").title == ""


def test_links_that_lead_nowhere_are_warned_of_unless_mkdocs_yml_says_how(tmp_path: Path) -> None:
    assert short(tmp_path).validation["links"]["anchors"] == 30
    said = short(tmp_path, f"{SHORT}validation: {{anchors: ignore}}\n").validation
    assert said["links"]["anchors"] < 30


def test_the_short_configuration_and_material_by_hand_make_the_same_site(tmp_path: Path) -> None:
    project = make_project(tmp_path / "town")
    assert run("dateline", "build", cwd=project).returncode == 0
    by_hand = files_of(project / "site")
    kept = (project / "mkdocs.yml").read_text(encoding="utf-8")
    site = re.search(r"(?m)^copyright: (.*)$", kept)
    assert site is not None
    asked = SHORT.replace("[dateline]", "[dateline: {embeds: true}]")
    variants = (asked, asked.replace("theme: dateline", "theme: material"))
    rest = "".join(
        f"{line}\n" for line in kept.splitlines() if re.match("(site_url|repo_|edit_uri|extra:|  commit)", line)
    )
    for text in variants:
        said = f"{text}{rest}copyright: {site[1]}\n"
        (project / "mkdocs.yml").write_text(said, encoding="utf-8")
        done = run("dateline", "build", cwd=project)
        assert done.returncode == 0, done.stderr
        made = files_of(project / "site")
        assert [path for path in by_hand | made if made.get(path) != by_hand.get(path) and path != MANIFEST] == []


def test_a_folder_of_ones_own_takes_the_place_of_single_files(tmp_path: Path) -> None:
    project = make_project(tmp_path / "town")
    (project / "own" / "partials").mkdir(parents=True)
    (project / "own" / "partials" / "copyright.html").write_text("Mine, all mine.", encoding="utf-8")
    text = SHORT.replace("theme: dateline", "theme: {name: dateline, custom_dir: own}")
    (project / "mkdocs.yml").write_text(text, encoding="utf-8")
    done = run("dateline", "build", cwd=project)
    assert done.returncode == 0, done.stderr
    page = (project / "site" / "index.html").read_text(encoding="utf-8")
    assert "Mine, all mine." in page
    assert "assets/sheets.css" in page


@pytest.mark.parametrize(
    "repository, told",
    [
        ("https://github.com/o/n", "edit/main/"),
        ("https://gitlab.com/o/n", "-/edit/main/"),
        ("https://gitlab.example.org/o/n", "-/edit/main/"),
        ("https://codeberg.org/o/n", "_edit/main/"),
        ("https://forge.example/o/n", "edit/main/"),
        ("", None),
    ],
)
def test_files_are_edited_where_the_forge_edits_them(tmp_path: Path, repository: str, told: str | None) -> None:
    assert short(tmp_path, f"{SHORT}repo_url: '{repository}'\n").edit_uri == told


@pytest.mark.parametrize(
    "said, edit, commit",
    [
        ("{}", "edit/main/", "commit/"),
        ("{forge: gitlab}", "-/edit/main/", "-/commit/"),
        ("{forge: forgejo}", "_edit/main/", "commit/"),
    ],
)
def test_mkdocs_yml_says_which_forge_a_host_of_its_own_name_has(
    tmp_path: Path, said: str, edit: str, commit: str
) -> None:
    config = short(tmp_path, f"{_HEAD}plugins: [dateline: {said}]\nrepo_url: https://code.example/a/b/\n")
    assert config.edit_uri == edit
    assert config.extra["dateline_forge"]["commit"] == f"https://code.example/a/b/{commit}"
    assert settings_of(config).edit_base == f"https://code.example/a/b/{edit}"


def test_a_forge_that_nobody_knows_is_refused_with_those_that_are_known(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with pytest.raises(Abort):
        short(tmp_path, _HEAD + "plugins: [dateline: {forge: sourcehut}]\n")
    assert all(word in caplog.text for word in ("sourcehut", "github", "gitlab", "forgejo", "bitbucket"))
