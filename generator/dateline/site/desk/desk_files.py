"""The files of the form below /edit/: its page, its scripts, and a configuration made of the record types."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from dateline.pages.shared.desk_place import DESK, DeskPlace
from dateline.pages.shared.edition import Edition
from dateline.site.desk.cupboards import collections

HERE: Final = Path(__file__).parent
VENDORED: Final = HERE / "vendored"
_OWN: Final = ("index.html", "desk.js", "beginning.js", "keeping.js", "naming.js", "zooming.js")


def desk_files(edition: Edition, desk: DeskPlace) -> Iterator[tuple[str, bytes]]:
    """Yield each file of the form, its path below the site first."""
    yield f"{DESK}/config.json", f"{json.dumps(_cms(edition, desk), ensure_ascii=False, indent=1)}\n".encode()
    for name in _OWN:
        yield f"{DESK}/{name}", (HERE / name).read_bytes()
    for path in sorted(path for path in VENDORED.rglob("*") if path.is_file()):
        yield f"{DESK}/{path.relative_to(VENDORED).as_posix()}", path.read_bytes()


def _cms(edition: Edition, desk: DeskPlace) -> dict[str, Any]:
    return {
        "load_config_file": False,
        "app_title": f"Edit: {edition.chronology.masthead.title}",
        "logo": {"src": "../assets/favicon.svg"},
        "backend": {
            "name": "github",
            "repo": desk.repository,
            "branch": desk.branch,
            "auth_methods": ["token"],
            "commit_messages": {"create": "Add {{slug}}", "update": "Change {{slug}}"},
        },
        "publish_mode": "editorial_workflow",
        "media_folder": f"{desk.content}/images",
        "public_folder": "/data/images",
        "show_preview_links": False,
        "slug": {"encoding": "ascii", "clean_accents": True, "maxlength": 80},
        "output": {"omit_empty_optional_fields": True},
        "collections": collections(edition, desk.content),
    }
