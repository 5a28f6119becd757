"""What tests share: a folder for all processes, built sites, a browser, the switch that rewrites golden files."""

import os
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NoReturn

import measuring
import projects
import pytest
from heavy import write_heavy
from hypothesis import settings
from playwright.sync_api import Browser, expect, sync_playwright
from projects import ADDRESSES, CASES, ROOT, build, is_built, make_project, once
from templating import TEMPLATES, remember_templates

_BUILT = {"real_project", "small_project", "bare_project", "heavy_site"}
_LEFT_OUT = (
    # Two pages that a window draws ahead of whatever is typed into its address bar: more work than the page of a test.
    *("WebUIOmniboxAimPopup", "WebUIOmniboxPopup"),
    # Of several such lists only the last counts, and Playwright has this one.
    *("AimEnabled", "AvoidCorsURLLoaderRestartOnRedirect", "AvoidUnnecessaryBeforeUnloadCheckSync"),
    *("DestroyProfileOnBrowserClose", "HttpsFirstBalancedModeAutoEnable", "HttpsUpgrades", "LensOverlay"),
    *("MediaRouter", "NetworkTimeServiceQuerying", "OptimizationHints", "PaintHolding", "PreconnectToSearch"),
    "ThirdPartyStoragePartitioning",
)
_FLAGS = (
    *("--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-background-networking"),
    f"--disable-features={','.join(_LEFT_OUT)}",
)

_HAS_FONTS = """names => {
  const pen = document.createElement("canvas").getContext("2d");
  const width = font => {
    pen.font = `40px ${font}`;
    return pen.measureText("Who says so, and in which paragraph").width;
  };
  return names.every(name => width(`"${name}", monospace`) !== width("monospace"));
}"""
"""Whether all of these fonts are there: what is missing is drawn as the next of the list."""

settings.register_profile("dateline", deadline=None)  # a slow machine is no failure
settings.register_profile("quick", deadline=None, max_examples=15)  # `make quick`: the rest is for `make test`
settings.register_profile("thorough", deadline=None, max_examples=2_000)  # pytest --hypothesis-profile thorough
settings.load_profile("dateline")
expect.set_options(timeout=30_000)  # nor is it in a browser, where five seconds are the habit


def pytest_configure(config: pytest.Config) -> None:
    """Share the code of templates among all processes of the run; the first one makes the folder and takes it away."""
    if TEMPLATES not in os.environ:
        folder = tempfile.mkdtemp(prefix="dateline-tests-templates-")
        os.environ[TEMPLATES] = folder
        config.add_cleanup(lambda: shutil.rmtree(folder, ignore_errors=True))
        config.add_cleanup(lambda: os.environ.__delitem__(TEMPLATES))
    remember_templates(Path(os.environ[TEMPLATES]))


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what asks for a site that is built first; leave out what is about records that are not there."""
    elsewhere = pytest.mark.skip(reason=f"content/ has another chronology than {projects.AL_BUKAMAL}")
    is_elsewhere = projects.is_elsewhere()
    for item in items:
        if is_elsewhere and item.get_closest_marker("al_bukamal"):
            item.add_marker(elsewhere)
        if not _BUILT.isdisjoint(getattr(item, "fixturenames", ())):
            item.add_marker(pytest.mark.built)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update", action="store_true", help="rewrite the golden files from what comes out now")


@pytest.fixture
def update(request: pytest.FixtureRequest) -> bool:
    """Whether golden files are to be rewritten."""
    return bool(request.config.getoption("--update"))


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that all test processes of this run share."""
    base = tmp_path_factory.getbasetemp()
    return base.parent if "PYTEST_XDIST_WORKER" in os.environ else base


@pytest.fixture(scope="session")
def real_project(shared: Path) -> Path:
    """A copy of this project, built with MkDocs as it is published."""
    return _built(shared, "real", ROOT / "content")


@pytest.fixture(scope="session")
def real_site(real_project: Path) -> Path:
    """The site of the real records."""
    return real_project / "site"


@pytest.fixture(scope="session")
def bare_project(shared: Path) -> Path:
    """A project with the small chronology, built from a checkout whose addresses nobody has told."""
    return _built(shared, "bare", CASES / "small" / "content", {})


@pytest.fixture(scope="session")
def small_project(shared: Path) -> Path:
    """A small chronology in which every kind of page has something to show, built as it would be published."""
    return _built(shared, "small", CASES / "small" / "content")


@pytest.fixture(scope="session")
def small_site(small_project: Path) -> Path:
    """The site of the small chronology."""
    return small_project / "site"


@pytest.fixture(scope="session")
def heavy_site(shared: Path) -> Path:
    """The site of a small chronology with heavy pages."""

    def make(folder: Path) -> None:
        write_heavy(folder / "records")
        _build(make_project(folder / "project", folder / "records"))

    return once(shared, "heavy", make) / "project" / "site"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A small chronology of one's own, not built, with mkdocs.yml and templates."""
    return make_project(tmp_path / "project")


@pytest.fixture(scope="session")
def chromium() -> str:
    """Where the Chromium of this machine is."""
    return measuring.chromium() or _missing("there is no Chromium on this machine")


@pytest.fixture(scope="session")
def browser(chromium: str) -> Iterator[Browser]:
    """The Chromium that is on the machine."""
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=chromium, args=list(_FLAGS))
        yield launched
        launched.close()


@pytest.fixture(scope="session")
def noto(browser: Browser) -> None:
    """Have heights measured in letters as wide as a phone's: those that come with Debian take a tenth more room."""
    with browser.new_context() as context:
        if not context.new_page().evaluate(_HAS_FONTS, ["Noto Serif", "Noto Sans"]):
            _missing("the fonts Noto Serif and Noto Sans (Debian's fonts-noto-core) are not on this machine")


@pytest.fixture(scope="session")
def npm() -> Path:
    """The folder of Node's tools, where they are installed and can run."""
    for tool in ("node", "java"):
        if shutil.which(tool) is None:
            _missing(f"there is no {tool} on this machine")
    if not (measuring.NPM / "node_modules").is_dir():
        _missing("Node's tools are not installed: make tools")
    return measuring.NPM


def _missing(what: str) -> NoReturn:
    """Skip a test for what the machine lacks; where everything must be there, fail it."""
    if os.environ.get("DATELINE_REQUIRE_BROWSER"):
        pytest.fail(what)
    pytest.skip(what)


def _built(shared: Path, name: str, content: Path, addresses: Mapping[str, str] = ADDRESSES) -> Path:
    return once(shared, name, lambda folder: _build(make_project(folder, content), addresses))


def _build(project: Path, addresses: Mapping[str, str] = ADDRESSES) -> None:
    done = build(project, **addresses)
    (project / "build.log").write_text(done.stdout + done.stderr, encoding="utf-8")
    assert is_built(done), done.stderr
