"""What mkdocs.yml need not say: the theme's files, style sheets, scripts, navigation, title, licence and language.

The theme `dateline` extends Material; MkDocs finds it by the entry point `mkdocs.themes`, which
leads to `THEME`.  With `theme: material` the same files and settings are put in, so that a site
looks the same either way.  Whatever mkdocs.yml says itself stays as it says it: a `custom_dir`
comes before our files, a list of style sheets or a navigation of its own is kept.
"""

import logging
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import yaml
from mkdocs.config.config_options import ExtraScriptValue, PathSpec
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.utils import get_theme_dir

from dateline.ground import escaping, licences
from dateline.ground.languages import marked
from dateline.pages.wording.forges import Forge
from dateline.pages.wording.sections import DATA, HOME, METHOD, SECTIONS
from dateline.records.loading.masthead_alone import WholeSite
from dateline.site.as_written import settings_as_written, theme_as_written
from dateline.site.settings import templates_of

STYLES: Final = ("dateline", "claims", "as-of", "sides", "figures", "time", "disputes", "print")
"""The style sheets of every page, in their order: on paper the last one's rules stand."""
SCRIPTS: Final = ("keys", "search", "dateline", "as-of")
"""The scripts of every page, in their order: the first decides whether the others hear a key."""
_MODULES: Final = frozenset({"search"})
_IN_NAVIGATION: Final[Mapping[str, str]] = {
    HOME: "index.md",
    **{section.name: section.path for section in SECTIONS.values() if section is not DATA},
    METHOD: "method.md",
    DATA.name: DATA.path,
}
"""What the navigation lists, by its names."""
_OF_TAGS: Final = "/tags/*"
_UNLISTED: Final = (
    *(f"/{section.folder}/*" for section in SECTIONS.values() if section.has_pages),
    _OF_TAGS,
    "/search.md",
)
"""Pages that the navigation does not list: MkDocs's costs time that grows with its square."""
_TOC: Final = {"title": "On this page", "permalink": "#", "permalink_title": "Link to this section", "toc_depth": 2}
_RIGHTS: Final = marked("Records under %(licence)s. Every claim is its speaker’s.")
_SPEAKERS: Final = marked("Every claim is its speaker’s.")
_WATCHED: Final = (
    ("nav", "omitted_files"),
    ("nav", "absolute_links"),
    ("links", "absolute_links"),
    ("links", "unrecognized_links"),
    ("links", "anchors"),
)
"""Links that lead nowhere are worth a warning, also where mkdocs.yml asks for none."""
_MATERIAL: Final = "material"
_OURS: Final = "dateline"


@dataclass(frozen=True, slots=True)
class _Theme:
    """What the entry point leads to: MkDocs asks it for its `__file__` only, as it asks a module."""

    __file__: str


def theme_folder() -> Path:
    """Return the folder of our theme's files: in the wheel, or beside the source."""
    return templates_of(Path(__file__).parent) / "theme"


THEME: Final = _Theme(str(theme_folder() / "mkdocs_theme.yml"))


def dress(config: MkDocsConfig, head: WholeSite, forge: Forge) -> None:
    """Add what mkdocs.yml does not say; a second time changes nothing."""
    if config.theme.name == _MATERIAL:
        _put_in_theme(config)
    if head.title:
        config.site_name = escaping.html(head.title)  # Material prints it as it is; whoever escapes it, leaves this
    if "copyright" not in _written(config):
        config.copyright = _rights(head)
    if "edit_uri" not in _written(config):
        config.edit_uri = forge.edit if config.repo_url else None
    repository = (config.repo_url or "").rstrip("/")
    config.extra["dateline_forge"] = {
        "commit": f"{repository}/{forge.commit}",
        "issues": f"{repository}/{forge.issues}",
    }
    config.extra.setdefault("generator", False)
    _list_files(config)
    _add_extensions(config)
    _navigate(config)


def other_title(config: MkDocsConfig, head: WholeSite) -> str:
    """Return how the site's name in mkdocs.yml differs from the chronology's title; empty where it does not."""
    written = next((str(part["site_name"]) for part in settings_as_written(config) if "site_name" in part), "")
    if not head.title or not written or written == head.title:
        return ""
    return (
        f"site_name in mkdocs.yml is '{written}', and the title in chronology.yml '{head.title}', which the site "
        "takes: dateline fix mends mkdocs.yml"
    )


def _written(config: MkDocsConfig) -> frozenset[str]:
    return frozenset(key for part in settings_as_written(config) for key, value in part.items() if value is not None)


def _rights(head: WholeSite) -> str:
    if not head.licence:
        return head.language.gettext(_SPEAKERS)
    return head.language.gettext(_RIGHTS, licence=escaping.html(licences.in_words(head.licence)))


def _put_in_theme(config: MkDocsConfig) -> None:
    """Give Material our files, before its own and after a user's, and our settings where mkdocs.yml has none."""
    folder = get_theme_dir(_OURS)
    if folder not in config.theme.dirs:
        config.theme.dirs.insert(1 if config.theme.custom_dir else 0, folder)
    ours = yaml.safe_load(Path(folder, "mkdocs_theme.yml").read_text(encoding="utf-8"))
    written = theme_as_written(config)
    for key, value in ours.items():
        if key == "static_templates":
            config.theme.static_templates.update(value)
        elif key not in written and key != "extends":
            config.theme[key] = value


def _list_files(config: MkDocsConfig) -> None:
    styles = [f"assets/{name}.css" for name in STYLES]
    listed = {str(style) for style in config.extra_css}
    config.extra_css = [*([] if listed & set(styles) else styles), *config.extra_css]
    listed = {str(getattr(script, "path", script)) for script in config.extra_javascript}
    scripts = [] if listed & {f"assets/{name}.js" for name in SCRIPTS} else list(_scripts())
    config.extra_javascript = [*scripts, *config.extra_javascript]


def _scripts() -> Iterator[ExtraScriptValue]:
    for name in SCRIPTS:
        script = ExtraScriptValue(f"assets/{name}.js")
        if name in _MODULES:
            script.type = "module"
        else:
            script.defer = True
        yield script


def _add_extensions(config: MkDocsConfig) -> None:
    for name in ("attr_list", "toc"):
        if name not in config.markdown_extensions:
            config.markdown_extensions.append(name)
    config.mdx_configs.setdefault("toc", dict(_TOC))


def _navigate(config: MkDocsConfig) -> None:
    if config.nav is None:
        config.nav = [{name: path} for name, path in _IN_NAVIGATION.items()]
    if config.not_in_nav is None:
        config.not_in_nav = PathSpec().validate("\n".join(_UNLISTED))
    elif not config.not_in_nav.match_file(_OF_TAGS.replace("*", "one.md").lstrip("/")):
        config.not_in_nav += PathSpec().validate(_OF_TAGS)  # who lists pages in mkdocs.yml may have had no tags yet
    if "validation" not in _written(config):
        for group, name in _WATCHED:
            config.validation[group][name] = logging.WARNING
