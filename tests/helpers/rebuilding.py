"""Small sites that tests build, change, and build again."""

from pathlib import Path

from dateline.site import building
from dateline.site.configuration import read_settings
from projects import make_project

from benchmarks.chronicle import Chronicle


def built(project: Path, site: str = "site", *, fresh: bool = False, jobs: int = 1) -> building.Built:
    config = project / "mkdocs.yml"
    settings = read_settings(config).remembering(jobs)
    options = building.BuildOptions(config_file=config, settings=settings, target=project / site, fresh=fresh)
    done = building.build(options)
    assert done.written is not None, done.problems
    return done


def generated(folder: Path, events: int = 14) -> Path:
    content = folder / "content"
    for name, text in Chronicle(events).files():
        path = content / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return make_project(folder / "project", content)


def reworded(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
