"""What every page's frame says word for word stands once in a file, and nothing else of a page changes."""

import json
import re
from pathlib import Path
from urllib.parse import unquote

import pytest
from dateline.site.configuration import read_config
from dateline.site.dressing import STYLES, theme_folder
from dateline.site.frame_parts import ICONS_PATH, PALETTE_PATH, SHEETS_PATH, FrameParts, frame_parts
from html_reading import read_file

_HEAD = "site_name: The flood of Lower Wend\ndocs_dir: content\nplugins: [dateline]\n"
_DATA = re.compile(r'\.(?P<name>[\w-]+) \{ --dl-i: url\("data:image/svg\+xml,(?P<data>[^"]+)"\); \}')


def parts_of(folder: Path, more: str = "theme: dateline\n") -> FrameParts:
    """Return the parts of the frame of a site with this in its mkdocs.yml."""
    (folder / "content").mkdir(exist_ok=True)
    (folder / "mkdocs.yml").write_text(_HEAD + more, encoding="utf-8")
    return frame_parts(read_config(folder / "mkdocs.yml"))


def test_an_icon_keeps_its_shape_and_its_drawing_stands_in_the_style_sheet(tmp_path: Path) -> None:
    parts = parts_of(tmp_path)
    sheet = next(str(file.content) for file in parts.files if file.path == ICONS_PATH)
    drawn = {f'class="{found["name"]}"': unquote(found["data"]) for found in _DATA.finditer(sheet)}
    assert len(drawn) == len(parts.icons)
    for icon, short in parts.icons.items():
        name = re.search(r'class="[^"]+"', short)
        assert name is not None
        assert drawn[name[0]] == icon.replace('"', "'")
        assert re.findall('viewBox="[^"]+"', short) == re.findall('viewBox="[^"]+"', icon)
        assert "<path" not in short


def test_the_buttons_for_light_and_dark_are_written_by_their_script_into_their_form(tmp_path: Path) -> None:
    parts = parts_of(tmp_path)
    file = next(str(file.content) for file in parts.files if file.path == PALETTE_PATH)
    form = re.fullmatch(r"(<form[^>]*>)(.*)(</form>)", parts.buttons, re.DOTALL)
    assert form is not None
    start, inside, end = form.groups()
    assert parts.shortened(f"{parts.buttons}\n{parts.palette}\n<p>after</p>", "..") == (
        f'{start}{end}<script src="../{PALETTE_PATH}"></script>\n<p>after</p>'
    )
    written = re.search('form.innerHTML=(".*")}', file)
    assert written is not None
    assert json.loads(written[1]) == inside.strip()
    assert inside.count("<input") == inside.count("<label") == 2
    other = parts.buttons.replace("Switch to dark mode", "Darker")
    assert other in parts.shortened(f"{other}\n{parts.palette}", "..")


def test_buttons_of_somebody_else_s_template_that_asks_for_a_page_stay(tmp_path: Path) -> None:
    own = tmp_path / "own" / "partials"
    own.mkdir(parents=True)
    (own / "palette.html").write_text("<form>{{ page.meta.title }}</form>", encoding="utf-8")
    assert parts_of(tmp_path, "theme: {name: dateline, custom_dir: own}\n").buttons == ""


def test_the_script_of_light_and_dark_stands_in_a_file_where_it_stood(tmp_path: Path) -> None:
    parts = parts_of(tmp_path)
    file = next(str(file.content) for file in parts.files if file.path == PALETTE_PATH)
    keeping, _, code = file.strip().split("\n")
    page = keeping.rstrip(";").replace('URL("..",document.currentScript.src)', 'URL("../..",location)')
    frame = f"<script>{page}</script>\n<form></form>\n<script>{code}</script>\n<p>after</p>"
    assert parts.shortened(frame, "../..") == (
        f'\n<form></form>\n<script src="../../{PALETTE_PATH}"></script>\n<p>after</p>'
    )
    asking = frame.replace("<form>", "<script>__md_get('mine')</script><form>")
    assert parts.shortened(asking, "../..") == asking.replace(
        f"<script>{code}</script>", f'<script src="../../{PALETTE_PATH}"></script>'
    )


@pytest.mark.parametrize(
    "frame", ["", "<svg viewBox='0 0 1 1'><path d='M0 0'/></svg>", "<script>var palette=1</script>", "<p>menu.svg</p>"]
)
def test_what_is_not_the_theme_s_own_stays(tmp_path: Path, frame: str) -> None:
    assert parts_of(tmp_path).shortened(frame, ".") == frame


def test_an_icon_that_mkdocs_yml_names_is_one_of_them_and_one_of_another_set_has_a_name_of_its_own(
    tmp_path: Path,
) -> None:
    theme = "theme: {name: dateline, icon: {repo: fontawesome/brands/git, edit: material/pencil, logo: material/git}}\n"
    shown = set(parts_of(tmp_path, theme).icons.values())
    classes = {found for short in shown for found in re.findall('class="([^"]+)"', short)}
    assert {"dl-i-fontawesome-brands-git", "dl-i-git", "dl-i-pencil"} <= classes
    assert len(classes) == len(shown)


def test_a_page_links_to_the_one_style_sheet_and_the_front_page_too(small_site: Path) -> None:
    single = [f"assets/{name}.css" for name in STYLES]
    for page in (small_site / "index.html", small_site / "days" / "index.html"):
        links = [node["href"] for node in read_file(page).elements("link") if node.get("rel") == "stylesheet"]
        assert [link for link in links if link.endswith(SHEETS_PATH)] != [], page
        assert not [link for link in links if link.endswith(tuple(single))], page


def test_our_style_sheets_are_one_in_their_order_and_those_of_a_user_stand_behind_it(tmp_path: Path) -> None:
    parts = parts_of(tmp_path, "theme: dateline\nextra_css: [mine.css]\n")
    whole = next(str(file.content) for file in parts.files if file.path == SHEETS_PATH)
    texts = [(theme_folder() / "assets" / f"{name}.css").read_text(encoding="utf-8").strip() for name in STYLES]
    assert [whole.index(text) for text in texts] == sorted(whole.index(text) for text in texts)
    links = [f'<link rel=stylesheet href="../{path}">' for path in (*parts.sheets, "mine.css")]
    assert parts.shortened("\n".join(links), "..") == (
        f'<link rel=stylesheet href="../{SHEETS_PATH}">\n<link rel=stylesheet href="../mine.css">'
    )


def test_style_sheets_that_mkdocs_yml_lists_itself_stay_as_it_lists_them(tmp_path: Path) -> None:
    parts = parts_of(tmp_path, "theme: dateline\nextra_css: [assets/print.css, assets/dateline.css]\n")
    frame = '<link rel=stylesheet href="./assets/print.css">\n<link rel=stylesheet href="./assets/dateline.css">'
    assert parts.shortened(frame, ".") == frame


@pytest.mark.parametrize("has_tabs", [True, False])
def test_the_script_for_tabs_is_there_only_where_a_page_can_have_them(tmp_path: Path, has_tabs: bool) -> None:  # noqa: FBT001
    more = "markdown_extensions: [pymdownx.tabbed]\n" if has_tabs else ""
    assert (parts_of(tmp_path, f"theme: dateline\n{more}").tabs == "") is has_tabs


def test_a_page_without_the_style_sheet_of_the_icons_keeps_them(tmp_path: Path) -> None:
    parts = parts_of(tmp_path)
    icon = next(iter(parts.icons))
    assert parts.of(f"<p>{icon}</p>").shortened(icon, ".") == icon
    assert parts.of(f'<link href="../{ICONS_PATH}">{icon}').shortened(icon, ".") == parts.icons[icon]


def test_an_icon_that_is_not_there_is_left_to_the_theme(tmp_path: Path) -> None:
    theme = "theme: {name: dateline, icon: {repo: material/no-such-icon, edit: material/pencil, logo: material/git}}\n"
    assert not any("no-such-icon" in short for short in parts_of(tmp_path, theme).icons.values())
