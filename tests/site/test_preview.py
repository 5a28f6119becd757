"""The live preview: pages made when they are asked for, as a build makes them, and what is wrong on top of them."""

import socket
from collections.abc import Sequence
from multiprocessing import Pipe
from pathlib import Path

import httpx
import pytest
from browsing import complaints
from click.testing import CliRunner
from dateline.cli import main
from dateline.ground.problems import Problem
from dateline.ground.writing import BUILD, MANIFEST
from dateline.records import loading, rules
from dateline.site import mkdocs_runs, preview
from dateline.site.building.engine import Engine
from dateline.site.preview import process
from dateline.site.preview.maker import Maker
from dateline.site.preview.process import Message, ProblemsFound
from dateline.site.preview.replies import file_asked_for
from dateline.site.preview.searching import SearchIndex
from dateline.site.preview.state import Means
from dateline.site.preview.watching import is_silent
from dateline.site.recipe import recipe_of
from html_reading import read
from playwright.sync_api import Browser
from previewing import PATIENCE, eventually, previewed
from projects import ADDRESSES, files_of, make_project

EVENT = "content/events/2020/2020-05-04-market-flooded.yml"
DAY = "days/2020-05-04/"
FLOODED = "The market square was under water"


class Desk:
    """An editor at work: saves files, and looks at pages after the rules have looked at the records."""

    def __init__(self, project: Path) -> None:
        self.project = project
        self.told: list[str] = []
        self.maker = Maker(Means(self.engine, 1, self.check, self.told.append), self.engine())
        self.check()

    def engine(self) -> Engine:
        return Engine(self.project / "mkdocs.yml", self.project.parent / "made", strict=False)

    def check(self) -> None:
        self.maker.checked(rules.check(self.maker.corpus))

    def save(self, path: str, *changes: tuple[str, str], text: str | None = None) -> None:
        """Change a file, or write it anew, as far as the rules have not looked at it yet."""
        file = self.project / path
        text = file.read_text(encoding="utf-8") if text is None else text
        for old, new in changes:
            assert text.count(old) == 1
            text = text.replace(old, new)
        file.write_text(text, encoding="utf-8")
        self.maker.changed({file})

    def page(self, address: str = DAY) -> str:
        answer = self.maker.answer(address)
        assert answer.status == 200
        return answer.content.decode()

    def status(self, address: str) -> int:
        return self.maker.answer(address).status

    def banner(self, address: str = DAY) -> str:
        return read(self.page(address)).element("div", "dl-problems").text


@pytest.fixture
def desk(project: Path) -> Desk:
    return Desk(project)


def test_every_file_is_made_as_it_is_built(project: Path, small_site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in ADDRESSES.items():
        monkeypatch.setenv(name, value)
    desk = Desk(project)
    built = {path: content for path, content in files_of(small_site).items() if not path.startswith("search-index/")}
    differs = [path for path, content in built.items() if desk.maker.answer(path).content != content]
    assert set(differs) <= {MANIFEST, BUILD, "sitemap.xml", "sitemap.xml.gz"}
    assert desk.page("sitemap.xml").count("<loc>") > 10
    assert not [path for path in files_of(project.parent / "made") if path.endswith("index.html")]


def test_the_search_is_indexed_as_it_is_built_and_only_when_it_would_differ(
    desk: Desk, small_site: Path, tmp_path: Path
) -> None:
    index = SearchIndex(tmp_path)
    assert desk.maker.edition is not None
    made = index.make(recipe_of(desk.maker.edition))
    assert index.file("search-index/bundles.json") is None
    index.take(made)
    for path in ("search-index/bundles.json", "search-index/0/head.bin"):
        assert index.file(path) == (small_site / path).read_bytes()
    desk.save(EVENT, ("title: ", "# the search does not see this\ntitle: "))
    again = index.make(recipe_of(desk.maker.edition))
    assert again.digests == made.digests
    assert again.folder
    assert not files_of(again.folder)


def test_a_saved_record_shows_on_every_page_that_has_it(desk: Desk) -> None:
    desk.page()
    desk.save(EVENT, ("under water by noon", "under water by night"))
    assert "under water by night" in desk.page()
    desk.save("content/actors/mayor.md", ("name: ", "name: Lady "))
    assert "Lady " in desk.page("actors/")


def test_new_renamed_and_removed_records_are_followed(desk: Desk) -> None:
    first, second = desk.project / "content/actors/first.md", desk.project / "content/actors/second.md"
    desk.save("content/actors/first.md", text="---\nname: Somebody\nkind: person\n---\n")
    assert "Somebody" in desk.page("actors/first/")
    first.rename(second)
    desk.maker.changed({first, second})
    assert (desk.status("actors/first/"), desk.status("actors/second/")) == (404, 200)
    second.unlink()
    desk.maker.changed({second})
    assert desk.status("actors/second/") == 404
    assert "Somebody" not in desk.page("actors/")


def test_a_record_that_cannot_be_read_is_told_at_once_on_the_last_good_page(desk: Desk) -> None:
    good = desk.page()
    desk.save(EVENT, ("kind: flood", "kind: [flood"), ("under water by noon", "dry"))
    assert f"{EVENT}:" in desk.banner()
    assert "1 error in the records. Below stands the page as it last was." in desk.banner()
    assert FLOODED in desk.page()
    desk.save(EVENT, ("kind: [flood", "kind: flood"), ("dry", "under water by noon"))
    assert desk.page() == good


def test_what_a_rule_finds_is_told_on_the_page_as_it_is_now(desk: Desk) -> None:
    good = desk.page()
    desk.save(EVENT, ("kind: flood", "kind: flod"), ("under water by noon", "under water by night"))
    assert "under water by night" in desk.page()
    assert "dl-problems" not in desk.page()
    desk.check()
    assert f"{EVENT}:3:7" in desk.banner()
    assert "did you mean 'flood'?" in desk.banner()
    assert "Below stands the page as far as it can be made." in desk.banner()
    assert "under water by night" in desk.page()
    desk.save(EVENT, ("kind: flod", "kind: flood"), ("under water by night", "under water by noon"))
    desk.check()
    assert desk.page() == good


@pytest.mark.parametrize("seen", [True, False], ids=["seen", "never asked for"])
def test_a_page_that_cannot_be_made_of_the_records_stands_as_it_last_was(desk: Desk, *, seen: bool) -> None:
    if seen:
        desk.page()
    gone = desk.project / "content/actors/mayor.md"
    gone.unlink()
    desk.maker.changed({gone})
    assert "'mayor'" in desk.banner()
    assert "Below stands the page as it last was." in desk.banner()
    assert FLOODED in desk.page()


def test_a_broken_template_is_told_on_the_page_as_it_last_was_and_heals(desk: Desk) -> None:
    good = desk.page("places/wend/")
    desk.save("templates/pages/place.md.j2", ("<dd>{{ view.kind }}</dd>", "<dd>{{ view.kynd }}</dd>"))
    assert "templates/pages/place.md.j2:" in desk.banner("places/wend/")
    assert read(desk.page("places/wend/")).element("h1").text == read(good).element("h1").text
    assert "templates/pages/place.md.j2:" in desk.banner("places/lower-wend/")
    assert "dl-problems" not in desk.page()
    assert len([line for line in desk.told if "place.md.j2" in line]) == 1
    desk.save("templates/pages/place.md.j2", ("<dd>{{ view.kynd }}</dd>", "<dd>{{ view.kind }}</dd>"))
    assert desk.page("places/wend/") == good


def test_the_configuration_and_the_theme_are_followed(desk: Desk) -> None:
    desk.page()
    desk.save("mkdocs.yml", ("copyright: ", "copyright: Wet "))
    assert "Wet " in desk.page()
    desk.save("mkdocs.yml", ("site_dir: site", "site_dir: ["))
    assert "mkdocs.yml cannot be used" in desk.banner()
    assert FLOODED in desk.page()
    desk.save("mkdocs.yml", ("site_dir: [", "site_dir: site"))
    assert "dl-problems" not in desk.page()
    desk.save("templates/theme/main.html", ("<head", "<!-- wet --><head"), text="{% extends 'base.html' %}<head>")
    desk.save("templates/theme/main.html", text="{% nonsense %}")
    answer = desk.maker.answer(DAY)
    assert (answer.status, "nonsense" in answer.content.decode()) == (500, True)


def test_a_preview_that_begins_with_unreadable_records_shows_why_and_heals(project: Path) -> None:
    text = (project / EVENT).read_text(encoding="utf-8")
    (project / EVENT).write_text("[", encoding="utf-8")
    desk = Desk(project)
    assert f"{EVENT}:" in desk.banner()
    assert f"{EVENT}:" in desk.banner("method/")
    desk.save(EVENT, text=text)
    desk.check()
    assert FLOODED in desk.page()
    assert "dl-problems" not in desk.page("method/")


VANISHING = [
    EVENT,
    "content/events/2020/2020-05-dam-release.yml",
    "content/actors/mayor.md",
    "content/actors/wend-dam.md",
    "content/places/lower-wend.yml",
    "content/sources/herald-2020-05-04.yml",
    "content/disputes/how-many-evacuated.md",
]


@pytest.mark.parametrize("renamed", [True, False])
@pytest.mark.parametrize("path", VANISHING)
def test_while_a_record_is_gone_that_another_names_the_problem_is_told_and_no_key(
    desk: Desk, path: str, *, renamed: bool
) -> None:
    files = ("data/chronology.json", "days/feed.xml")
    gone = desk.project / path
    other = gone.with_name(f"other-{gone.name}")
    gone.rename(other)
    if not renamed:
        other.unlink()
    desk.maker.changed({gone, other})
    answers = [desk.maker.answer(file) for file in files]
    assert [answer.status for answer in answers] == [200, 200]
    pages = [desk.page(address) for address in ("", "days/", "actors/", "places/", "sources/", "disputes/", DAY)]
    assert any("dl-problems" in page for page in pages)
    assert [text for text in desk.told if "Error" in text] == []
    assert all("KeyError" not in page for page in pages)


def test_a_data_file_that_cannot_be_made_stands_as_it_last_was(desk: Desk) -> None:
    good = desk.maker.answer("data/chronology.json").content
    source = desk.project / "content/sources/herald-2020-05-04.yml"
    source.unlink()
    desk.maker.changed({source})
    assert desk.maker.answer("data/chronology.json").content == good
    assert desk.told == []


def test_a_data_file_that_could_never_be_made_says_what_is_wrong_with_the_records(project: Path) -> None:
    (project / "content/sources/herald-2020-05-04.yml").unlink()
    desk = Desk(project)
    answer = desk.maker.answer("data/chronology.json")
    assert answer.status == 500
    assert "there is no source" in answer.content.decode()
    assert desk.told == []


@pytest.mark.parametrize("path", VANISHING)
def test_a_search_that_cannot_be_made_of_broken_records_stays_as_it_was_without_a_word(
    project: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str], path: str
) -> None:
    (project / path).unlink()
    ours, makers = Pipe()
    running = process._Preview(
        makers, lambda: Engine(project / "mkdocs.yml", tmp_path / "made", strict=False), tmp_path, 1
    )
    try:
        running._records_changed()
        running._index.restart()
        running._index.finish()
    finally:
        running.stop()
    told = []
    while ours.poll():
        told.append(ours.recv())
    assert any(isinstance(message, ProblemsFound) for message in told)
    assert [message for message in told if isinstance(message, Message)] == []
    assert "KeyError" not in capfd.readouterr().err


def test_what_a_problem_quotes_is_text(desk: Desk) -> None:
    desk.save(EVENT, ("kind: flood", 'kind: "<script>alert(1)</script>{{ x }}"'))
    desk.check()
    assert "<script>alert(1)</script>" in desk.banner()
    assert "<script>alert(1)" not in desk.page()


def test_what_is_not_on_the_site_is_missing_and_a_folder_without_its_slash_leads_on(desk: Desk) -> None:
    for path in ("nowhere/", "days/2020-05-04/none/", "none.png", "actors/index/", "days/2020-05-04.md"):
        answer = desk.maker.answer(path)
        assert (answer.status, b"md-content" in answer.content) == (404, True), path
    answer = desk.maker.answer("days/2020-05-04")
    assert (answer.status, answer.location) == (302, "2020-05-04/")


@pytest.mark.parametrize(
    "address, path",
    [
        ("/site/", ""),
        ("/site/days/?x#y", "days/"),
        ("/site/a%20b.png", "a b.png"),
        ("/site/../etc/passwd", None),
        ("/site/%2e%2e/etc/passwd", None),
        ("/site/a/..%2f..%2fetc/passwd", None),
        ("/site/a\\..\\b", None),
        ("/site//etc/passwd", None),
        ("/site/%00", None),
        ("/etc/passwd", None),
        ("//elsewhere.example/", None),
        ("http://elsewhere.example/", None),
    ],
)
def test_no_address_leads_out_of_the_site(address: str, path: str | None) -> None:
    assert file_asked_for(address, "/site/") == path


def test_records_in_memory_are_those_that_would_be_read(project: Path) -> None:
    content = project / "content"
    resident = loading.LiveCorpus(content, project)
    resident.load()
    event, actor = project / EVENT, content / "actors" / "mayor.md"
    texts = [event.read_text(encoding="utf-8"), actor.read_text(encoding="utf-8")]
    for text in (texts[0].replace("kind: flood", "kind: storm"), "[", texts[0]):
        event.write_text(text, encoding="utf-8")
        assert resident.load_changed([event]) == loading.load(content, project)
    actor.write_text(texts[1] + "\nMore.\n", encoding="utf-8")
    actor.with_name("other.md").write_text(texts[1], encoding="utf-8")
    assert resident.load_changed([actor, actor.with_name("other.md")]) == loading.load(content, project)
    actor.unlink()
    assert resident.load_changed([actor]) == loading.load(content, project)


def test_plugins_are_left_to_mkdocs(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = (project / "mkdocs.yml").read_text(encoding="utf-8")
    (project / "mkdocs.yml").write_text(text.replace("plugins:", "plugins:\n  - search", 1), encoding="utf-8")
    asked: list[object] = []
    monkeypatch.setattr(mkdocs_runs, "serve_site", lambda *order: asked.append(order))
    done = CliRunner().invoke(main, ["serve", "-f", str(project / "mkdocs.yml")])
    assert (done.exit_code, asked) == (0, [(project / "mkdocs.yml", None)])
    assert "every change builds all of it" in done.stderr


def test_a_broken_configuration_is_told(project: Path) -> None:
    (project / "mkdocs.yml").write_text("site_name: [", encoding="utf-8")
    with pytest.raises(preview.PreviewError):
        preview.serve(_order(project, None))


def _order(project: Path, address: str | None) -> preview.ServeOptions:
    def refuse(what: str | Sequence[Problem]) -> None:
        raise AssertionError(what)

    return preview.ServeOptions(
        config_file=project / "mkdocs.yml", address=address, jobs=1, tell=refuse, tell_problems=refuse
    )


@pytest.mark.browser
def test_an_open_page_follows_what_is_saved_and_stays_where_it_was(tmp_path: Path, browser: Browser) -> None:
    project = make_project(tmp_path / "project")
    event = project / EVENT
    good = event.read_text(encoding="utf-8")
    with previewed(project) as running, browser.new_context(viewport={"width": 800, "height": 300}) as context:
        eventually(running.address, lambda page: "</html>" in page)
        page = context.new_page()
        complained = complaints(page, running.address)
        page.goto(f"{running.address}{DAY}")
        page.wait_for_function("(scrollTo(0, 400), scrollY === 400)")  # a slow page is not that high at once
        event.write_text(good.replace("under water by noon", "under water by night"), encoding="utf-8")
        page.get_by_text("under water by night").first.wait_for(timeout=PATIENCE * 1000)
        page.wait_for_function("scrollY === 400")
        event.write_text(good.replace("kind: flood", "kind: flod"), encoding="utf-8")
        page.locator(".dl-problems", has_text=f"{EVENT}:3:7").wait_for(timeout=PATIENCE * 1000)
        event.write_text(good, encoding="utf-8")
        page.locator(".dl-problems").wait_for(state="detached", timeout=PATIENCE * 1000)
        assert complained == []
        assert "No problems." in running.said()
        assert httpx.get(running.address, headers={"Host": "elsewhere.example"}).status_code == 403
        assert running.interrupted() == 0
        assert "The preview has ended." in running.said()


def test_the_command_tells_of_a_taken_port_without_a_traceback(project: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        address = f"127.0.0.1:{taken.getsockname()[1]}"
        done = CliRunner().invoke(main, ["serve", "-f", str(project / "mkdocs.yml"), "-a", address])
    assert done.exit_code == 1
    assert f"{address} is taken by another program" in done.stderr


def test_files_that_others_write_are_looked_at(tmp_path: Path) -> None:
    mounts = tmp_path / "mounts"
    mounts.write_text("/dev/sda / ext4 rw 0 0\nC: /mnt/c 9p rw 0 0\nx /mnt/c/d ext4 rw 0 0\n", encoding="utf-8")
    places = ("/home/me/project", "/mnt/c/project", "/mnt/c/d/project", "/mnt/cc")
    assert [is_silent(Path(place), mounts) for place in places] == [False, True, False, False]
    assert not is_silent(tmp_path, tmp_path / "none")
