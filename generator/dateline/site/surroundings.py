"""What stands around Dateline in mkdocs.yml: settings, theme and plugins that its pages cannot be without, or with.

Whatever would break the site is told in words before anything is made; whatever only
changes it, as a note.
"""

import posixpath
from collections.abc import Collection, Iterable, Mapping
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation

from dateline.pages.exports import FEED_PATHS
from dateline.pages.wording.sections import WAYS_IN
from dateline.site.as_written import settings_as_written
from dateline.site.dressing import SCRIPTS, STYLES
from dateline.site.failures import owner_of

_OURS: Final = "dateline"
_THEME: Final = "material"
_OF_THE_THEME: Final = ("main.html", "404.html", "sitemap.xml", "partials/header.html")
_STYLES_OF_SOME: Final = ("front", "share", "compare", "search")
"""What main.html adds on the pages that need it, and the search where it is opened."""
_SCRIPTS_OF_SOME: Final = ("compare", "names", "search-index", "search-words")
"""What some pages add, and what the scripts load themselves."""
_RUNS: Final = "{} runs what stands between {{{{ and }}}} on a page, and pages hold what anybody wrote in a record"
_REFUSED: Final[Mapping[str, str]] = {
    "rss": f"Dateline brings feeds of changes and of new events ({', '.join(FEED_PATHS)})",
    "i18n": "i18n reads every page from a file in docs_dir, and Dateline makes pages from the records, whose languages "
    "are named in content/chronology.yml",
    "blog": "blog keeps its posts in docs_dir, where Dateline reads the records",
    "git-revision-date-localized": "git-revision-date-localized dates pages that are made from records by the clock, "
    "and they tell themselves when records changed",
    "macros": _RUNS.format("macros"),
    "markdownextradata": _RUNS.format("markdownextradata"),
    "offline": "offline gives pages other addresses (use_directory_urls: false) than those to which links lead",
}
"""Plugins that cannot work on pages which are made from records, and why."""
_TAKE_OUT: Final = ": take {} out of the plugins in mkdocs.yml"
_CURE: Final = "write theme: dateline; files of your own go into a folder that its custom_dir names"


def others(config: MkDocsConfig) -> list[str]:
    """Return the plugins and hooks beside Dateline, as users know them."""
    hooks = _hooks(config)
    return [f"the hook {name}" if name in hooks else f"the plugin {name}" for name in config.plugins if name != _OURS]


def whole_because(config: MkDocsConfig) -> str:
    """Return why the site has to be made as a whole; empty where pages can be made one by one."""
    if found := others(config):
        return f"{_listed(found)} may look at all pages together"
    if config.extra_templates:
        return "the files named in extra_templates may show all pages together"
    return "" if config.nav else "mkdocs.yml has no nav, so MkDocs makes the navigation from all pages"


def unfit(config: MkDocsConfig) -> str:
    """Return, in one line, what Dateline cannot work with; empty where there is nothing."""
    return "; ".join(filter(None, [_unfit_plugins(config), unfit_addresses(config), unfit_theme(config)]))


def unfit_addresses(config: MkDocsConfig) -> str:
    """Return why pages would not stand where other pages link to; empty where they would."""
    if any(_name(key) == "offline" and _is_enabled(config, key) for key in config.plugins):
        return _REFUSED["offline"] + _TAKE_OUT.format("offline")
    if config.use_directory_urls:
        return ""
    is_told = not all(part.get("use_directory_urls", True) for part in settings_as_written(config))
    makers = [owner for owner in _handlers(config, "config") if owner != f"the plugin {_OURS}"]
    by = _listed(makers)
    who = "" if is_told or not makers else f"; it is set to false by {by}, take it out of mkdocs.yml"
    return f"its addresses need use_directory_urls: true{who}"


def unfit_theme(config: MkDocsConfig) -> str:
    """Return why the theme cannot show pages; empty where it can."""
    folders = [Path(folder) for folder in config.theme.dirs]
    if not any((folder / "partials" / "palette.html").is_file() for folder in folders):
        return (
            f"the theme {config.theme.name or 'null'} in mkdocs.yml cannot show Dateline's pages, which are made for "
            f"Material with Dateline's own files: {_CURE}"
        )
    if missing := [name for name in (*_OF_THE_THEME, *_assets()) if not _is_there(name, folders)]:
        return (
            f"the theme lacks {_few(missing)}, which Dateline's pages need "
            f"(custom_dir is {_custom_dir(config)}): {_CURE}"
        )
    return ""


def moved(paths: Iterable[str], files: Files, config: MkDocsConfig, *, is_preview: bool) -> str:
    """Return which of the pages at `paths` others took away or put elsewhere; empty where all are at their address."""
    gone = [note for path in paths if (note := _moved(path, files, is_preview=is_preview))]
    if not gone:
        return ""
    more = f", and {len(gone) - 3} more" if len(gone) > 3 else ""  # noqa: PLR2004 - enough to see which
    by = _listed([*others(config), *(key for key in ("exclude_docs", "draft_docs") if config[key] is not None)])
    return f"{', '.join(gone[:3])}{more}, but other pages link there; take out of mkdocs.yml what does it: {by}"


def excluded(path: str, config: MkDocsConfig, *, is_preview: bool) -> str:
    """Return why a page would not be published; empty where it will be."""
    for key in ("exclude_docs",) if is_preview else ("exclude_docs", "draft_docs"):
        if config[key] is not None and config[key].match_file(path):
            return f"{key} in mkdocs.yml leaves out {path}, but other pages link there: take it out of {key}"
    return ""


def lacking(nav: Navigation, config: MkDocsConfig) -> str:
    """Return which sections the navigation does not lead to, and why; empty where it leads to all."""
    listed = {page.file.src_uri for page in nav.pages}
    missing = [path for path in WAYS_IN if path not in listed]
    makers = [owner for owner in _handlers(config, "nav") if owner != f"the plugin {_OURS}"]
    if not missing:
        return ""
    what = f"the navigation does not lead to {_listed(missing)}, so readers do not find what is there"
    if makers:
        return f"{what}; {_listed(makers)} may have replaced it: have them named there, or take it out of mkdocs.yml"
    return f"{what}: list them below nav in mkdocs.yml"


def unfound(files: Files, config: MkDocsConfig) -> str:
    """Return which style sheets and scripts of mkdocs.yml are no files of the site; empty where all are."""
    known = {file.dest_uri for file in files}
    named = [
        (key, str(entry["path"] if isinstance(entry, Mapping) and "path" in entry else entry))
        for part in settings_as_written(config)
        for key in ("extra_css", "extra_javascript")
        for entry in part.get(key) or ()
    ]
    gone = [f"{key} names {path}" for key, path in named if not urlsplit(path).netloc and not _stands(path, known)]
    if not gone:
        return ""
    return f"{'; '.join(gone)}: there is no such file in the theme's folder ({_custom_dir(config)}), put it there"


def _stands(path: str, known: Collection[str]) -> bool:
    return bool(urlsplit(path).scheme) or posixpath.normpath(urlsplit(path).path).lstrip("/") in known


# --- plugins and settings ----------------------------------------------------------------------------------------


def _unfit_plugins(config: MkDocsConfig) -> str:
    if any(_name(key) == _OURS != key for key in config.plugins):
        return "mkdocs.yml lists the plugin dateline more than once: list it once"
    found = [_name(key) for key in config.plugins if _name(key) in _REFUSED and _is_enabled(config, key)]
    return "; ".join(_REFUSED[name] + _TAKE_OUT.format(name) for name in found if name != "offline")


def _name(key: str) -> str:
    """Return a plugin's name without its theme's, and without its number where it is listed again."""
    return key.partition(" #")[0].rpartition("/")[2]


def _is_enabled(config: MkDocsConfig, key: str) -> bool:
    options = getattr(config.plugins[key], "config", None)  # a hook has none
    return key not in _hooks(config) and (options is None or options.get("enabled", True) is not False)


def _hooks(config: MkDocsConfig) -> set[str]:
    """Return the names of hooks, which MkDocs lists among the plugins as well."""
    return set(map(str, config.hooks))


def _handlers(config: MkDocsConfig, event: str) -> list[str]:
    origins = config.plugins._event_origins  # noqa: SLF001 - MkDocs tells nobody
    return list(dict.fromkeys(owner_of(method, origins.get(method)) for method in config.plugins.events[event]))


# --- the theme ---------------------------------------------------------------------------------------------------


def _custom_dir(config: MkDocsConfig) -> str:
    if config.theme.custom_dir is None:
        return "not set"
    folder, root = Path(config.theme.custom_dir), Path(config.config_file_path).parent
    return folder.relative_to(root).as_posix() if folder.is_relative_to(root) else str(folder)


def _is_there(name: str, folders: Iterable[Path]) -> bool:
    """Return whether the theme has a file of ours: Material's own page does not do in place of Dateline's."""
    return any((folder / name).is_file() for folder in folders if not _is_packaged(folder))


def _is_packaged(folder: Path) -> bool:
    return "site-packages" in folder.parts and (_THEME in folder.parts or "mkdocs" in folder.parts)


def _assets() -> list[str]:
    styles, scripts = (*STYLES, *_STYLES_OF_SOME), (*SCRIPTS, *_SCRIPTS_OF_SOME)
    return [*(f"assets/{name}.css" for name in styles), *(f"assets/{name}.js" for name in scripts)]


# --- pages -------------------------------------------------------------------------------------------------------


def _moved(path: str, files: Files, *, is_preview: bool) -> str:
    file = files.get_file_from_path(path)
    if file is None or not (file.inclusion.is_included() or (file.inclusion.is_in_serve() and is_preview)):
        return f"{path} is left out"
    stem = path.removesuffix(".md")
    due = f"{stem}.html" if stem == "index" or stem.endswith("/index") else f"{stem}/index.html"
    return "" if file.dest_uri == due else f"{path} goes to {file.dest_uri} instead of {due}"


def _few(names: list[str]) -> str:
    return _listed(names[:3]) + (f" and {len(names) - 3} more files" if len(names) > 3 else "")  # noqa: PLR2004 - enough to see which


def _listed(names: list[str]) -> str:
    return " and ".join(filter(None, [", ".join(names[:-1]), *names[-1:]]))
