"""The form for editors in a browser, with a repository on this machine behind what it asks of GitHub."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from barriers import barriers
from browsing import served
from dateline.pages.shared.desk_place import DeskPlace
from dateline.site.compiling import outline
from dateline.site.desk import desk_files
from dateline.site.settings import Settings
from forge import Forge
from playwright.sync_api import Browser, Locator, Page, expect
from projects import CASES, ROOT, once, run

pytestmark = pytest.mark.browser
SMALL = CASES / "small"
WIDTH = 390
EVENT = "content/events/2020/2020-05-dam-release.yml"


@pytest.fixture(scope="session")
def form_site(shared: Path) -> Path:
    """The form of the small chronology, without the rest of its site."""

    def make(folder: Path) -> None:
        place = DeskPlace("editors/chronology", "main", "content")
        edition = outline(Settings(root=SMALL, content=SMALL / "content", templates=ROOT / "templates")).edition
        assert edition is not None
        for path, content in desk_files(edition, place):
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_bytes(content)
        shutil.copytree(ROOT / "templates" / "theme" / "assets", folder / "assets")
        (folder / "404.html").touch()

    return once(shared, "form", make)


@pytest.fixture
def forge(tmp_path: Path) -> Forge:
    """The repository of the records, one of which has a comment."""
    shutil.copytree(SMALL / "content", tmp_path / "project" / "content")
    event = tmp_path / "project" / EVENT
    event.write_text("# asked the council on the 6th\n" + event.read_text("utf-8"), "utf-8")
    return Forge(tmp_path / "project")


class Form:
    """A page of the form, on which somebody has signed in."""

    def __init__(self, page: Page, address: str) -> None:
        self.page, self.address = page, f"{address}edit/"
        page.goto(self.address)
        page.get_by_role("button", name="Sign In Using Access Token").click()
        page.get_by_role("textbox").fill("token-of-a-test")
        page.get_by_role("button", name="Sign In", exact=True).last.click()
        expect(page.get_by_text("Disputes").first).to_be_visible()

    def open(self, kind: str, record: str) -> None:
        """Open a record."""
        self.page.goto(f"{self.address}#/collections/{kind}/entries/{record}")

    def field(self, path: str) -> Locator:
        """Return a field of the record that is open; those far below are drawn as somebody scrolls to them."""
        field = self.page.locator(f'[data-key-path="{path}"]')
        self.page.mouse.move(WIDTH / 2, 500)
        for _ in range(100):
            if field.count():
                break
            self.page.mouse.wheel(0, 300)
            self.page.wait_for_timeout(20)
        field.scroll_into_view_if_needed()
        return field

    def pick(self, path: str, name: str) -> None:
        """Choose something of a field's list."""
        self.field(path).get_by_role("combobox").click()
        self.page.get_by_role("option", name=name).click()

    def add(self, path: str, what: str) -> None:
        """Add something to a list."""
        self.field(path).get_by_role("button", name=re.compile(rf"Add \W?{what}")).click()

    def save(self, forge: Forge) -> str:
        """Save and propose, and return the branch."""
        self.page.get_by_role("button", name="Save").click()
        self.page.get_by_role("button", name="Send for Review").click()
        expect(self.page.get_by_text("In Review").first).to_be_visible()
        assert forge.pulls[-1]["draft"] is False
        return str(forge.pulls[-1]["head"])


@pytest.fixture
def form(browser: Browser, form_site: Path, forge: Forge) -> Iterator[Form]:
    with served(form_site) as address, browser.new_context(viewport={"width": WIDTH, "height": 844}) as window:
        elsewhere = forge.answer(window, address)
        yield Form(window.new_page(), address)
    assert elsewhere == []
    assert forge.unknown == []


def assert_checked(forge: Forge, branch: str) -> None:
    """Assert that the check finds no fault in the records of a branch."""
    forge.git("restore", "--source", branch, "--staged", "--worktree", "content")
    shutil.copy(ROOT / "mkdocs.yml", forge.folder)
    checked = run("dateline", "check", cwd=forge.folder)
    assert checked.returncode == 0, checked.stdout


def test_a_report_with_a_figure_is_proposed_without_seeing_yaml(form: Form, forge: Forge) -> None:
    form.open("events", "2020/2020-05-dam-release")
    form.field("date").locator("input").fill("17.11.2017")
    form.page.get_by_role("button", name="Save").click()
    expect(form.field("date").get_by_text("A date begins with its year")).to_be_visible()
    assert forge.pulls == []
    form.field("date").locator("input").fill("2020-05")
    form.field("claims").get_by_role("button", name="Expand", exact=True).first.click()
    form.add("claims.0.reports", "Report")
    form.pick("claims.0.reports.2.by", "Council of Lower Wend")
    form.pick("claims.0.reports.2.cite.source", "Wend breaks its banks")
    form.field("claims.0.reports.2.cite.paragraph").locator("input").fill("2")
    form.add("claims.0.reports.2.figures", "Figure")
    form.field("claims.0.reports.2.figures.0.measure").get_by_role("radio").first.click()
    form.field("claims.0.reports.2.figures.0.min").locator("input").fill("10")
    form.field("claims.0.reports.2.figures.0.wording").locator("input").fill("at least 10")
    assert barriers(form.page) == []
    branch = form.save(forge)
    added = [line for line in forge.git("diff", "--unified=0", "main", branch).splitlines() if line[:1] in "+-"][2:]
    assert added == [
        "+      - by: [council]",
        "+        cite: {source: herald-2020-05-04, paragraph: 2}",
        "+        figures:",
        "+          - {measure: evacuated, min: 10, wording: at least 10}",
    ]
    assert forge.pulls[-1]["base"] == "main"
    assert_checked(forge, branch)


def test_a_new_source_is_proposed_under_its_publisher_and_day_and_passes_the_check(form: Form, forge: Forge) -> None:
    form.page.goto(f"{form.address}#/collections/sources/new")
    form.field("title").locator("input").fill("Mills of Wend reopen")
    form.pick("publisher", "The Herald")
    for path, value in (
        ("published", "2020-06-09"),
        ("url", "https://herald.example/mills"),
        ("accessed", "2020-06-10"),
    ):
        form.field(path).locator("input").fill(value)
    form.add("paragraphs", "Paragraph")
    form.field("paragraphs.0.n").locator("input").fill("1")
    form.field("paragraphs.0.begins").locator("input").fill("The mills of")
    form.field("paragraphs.0.unused").locator("input").fill("what the mills grind")
    branch = form.save(forge)
    assert forge.git("show", f"{branch}:content/sources/herald-2020-06-09.yml").splitlines() == [
        "title: Mills of Wend reopen",
        "publisher: herald",
        "published: 2020-06-09",
        "url: https://herald.example/mills",
        "accessed: 2020-06-10",
        "paragraphs:",
        "  - {n: 1, begins: The mills of, unused: what the mills grind}",
    ]
    assert_checked(forge, branch)


def test_an_id_that_is_none_is_refused_with_what_to_do_before_anything_is_proposed(form: Form, forge: Forge) -> None:
    form.page.goto(f"{form.address}#/collections/events/new")
    form.field("title").locator("input").fill("Mills of Wend reopen")
    form.field("date").locator("input").fill("2020-06~")
    form.page.get_by_role("button", name="Save").click()
    said = form.page.get_by_role("alertdialog")
    expect(said).to_contain_text(
        '"2020-06~-mills-of-wend-reopen" is no id. Choose another under \N{VERTICAL ELLIPSIS}, Slug.'
    )
    assert forge.git("branch", "--list", "cms/*") == ""
    said.get_by_role("button", name="OK").click()
    form.page.get_by_role("button", name="Show Editor Options").click()
    form.page.get_by_role("menuitem", name="Slug").click()
    form.page.get_by_role("button", name="Edit Slug").click()
    form.page.get_by_role("dialog").get_by_role("textbox").fill("2020-06-mills-of-wend-reopen")
    form.page.keyboard.press("Enter")
    form.page.get_by_role("button", name="Close").click()
    form.page.get_by_role("button", name="Save").click()
    expect(form.page.get_by_text("Entry saved").first).to_be_visible()
    assert forge.git("branch", "--list", "--format=%(refname:short)", "cms/*").split() == [
        "cms/events/2020-06-mills-of-wend-reopen"
    ]


_AT = """() => {
  const it = document.activeElement;
  return [it.closest("[data-key-path]")?.dataset.keyPath ?? "", it.getAttribute("role") ?? "", it.innerText.trim()];
}"""


def tab_to(page: Page, path: str, role: str, text: str = "") -> None:
    """Press Tab until something has the focus; what is far below is drawn as the focus comes near."""
    for _ in range(60):
        page.keyboard.press("Tab")
        page.wait_for_timeout(20)
        at, found, said = page.evaluate(_AT)
        if (at, found) == (path, role) and text in said:
            return
    pytest.fail(f"the keyboard does not reach {path} {role} {text}")


def test_a_record_is_changed_and_proposed_with_the_keyboard_alone(form: Form, forge: Forge) -> None:
    form.open("events", "2020/2020-05-dam-release")
    expect(form.field("title")).to_be_visible()
    press = form.page.keyboard.press
    tab_to(form.page, "title", "textbox")
    press("Control+A")
    form.page.keyboard.type("Another title")
    tab_to(form.page, "kind", "radio")
    press("ArrowRight")
    press("Control+S")
    expect(form.page.get_by_role("button", name="Send for Review")).to_be_visible()
    tab_to(form.page, "", "button", "Send for Review")
    press("Enter")
    expect(form.page.get_by_text("In Review").first).to_be_visible()
    text = forge.git("show", f"{forge.pulls[-1]['head']}:{EVENT}")
    assert "title: Another title\n" in text
    assert "kind: statement\n" in text


@pytest.mark.al_bukamal
def test_what_was_not_meant_stays_layout_of_files_and_what_somebody_else_changed_meanwhile(
    form: Form, forge: Forge
) -> None:
    assert form.page.evaluate(_KEEP, _texts_of_many(ROOT / "content") | _OF_A_TIME) == []
    form.open("events", "2020/2020-05-dam-release")
    form.field("title").locator("input").fill("Another title")
    forge.change(EVENT, "Neither source names the day.", "Both leave the day open.")
    branch = form.save(forge)
    forge.git("merge", "--quiet", "--no-edit", branch)
    merged = (forge.folder / EVENT).read_text("utf-8")
    assert "title: Another title\n" in merged
    assert "date_note: Both leave the day open.\n" in merged


_KEEP = """async (texts) => {
  const { Keeper } = await import("./keeping.js");
  const config = await (await fetch("config.json")).json();
  const changed = [];
  for (const one of config.collections.flatMap((collection) => collection.files ?? [collection])) {
    const ending = one.extension ?? one.file.split(".").pop();
    const keeper = new Keeper(one.fields, ending === "md");
    for (const [path, text] of Object.entries(texts)) {
      const isOf = one.file ? path === one.file : path.startsWith(`${one.folder}/`) && path.endsWith(`.${ending}`);
      if (isOf && `${keeper.write(keeper.read(text.trim())).trim()}\\n` !== text) changed.push(path);
    }
  }
  return changed;
}"""


_OF_A_TIME = {
    "content/actors/one.md": "---\nname: X\nkind: person\npart_of: [{actor: a, as: Mayor, from: 2017}, b]\n---\n",
    "content/actors/two.md": "---\nname: X\nkind: media\nownership: {kind: state, of: a, until: 2020}\n---\n",
    "content/places/one.yml": "name: X\nkind: town\nwithin:\n  - {place: a, until: 2020} # so it says\n  - b\n",
}


def _texts_of_many(content: Path) -> dict[str, str]:
    files = sorted(path for path in content.rglob("*") if path.suffix in {".yml", ".md"})[::5]
    assert len(files) > 100
    return {f"content/{path.relative_to(content).as_posix()}": path.read_text("utf-8") for path in files}
