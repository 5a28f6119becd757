"""What mkdocs.yml says to Dateline: how it is read, and the settings that follow."""

import os
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, Final

from mkdocs.config import Config, load_config
from mkdocs.config import config_options as option
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from dateline.pages.shared.desk_place import DeskPlace, repository_on_github
from dateline.pages.shared.twins import Twins
from dateline.pages.wording.addresses import TAGS, source_path
from dateline.pages.wording.forges import FORGES, forge_of
from dateline.pages.wording.sections import CHANGES, FIXED_PAGES
from dateline.records.loading.masthead_alone import masthead_of
from dateline.site import failures, placing, settings_told, surroundings
from dateline.site.dressing import dress
from dateline.site.settings import Settings
from dateline.site.stopping import Abort, ConfigurationError

_TAGS: Final = source_path(f"{TAGS}/")


class DatelineConfig(Config):
    """The plugin's options in mkdocs.yml, relative to its folder."""

    content = option.Type(str, default="content")
    templates = option.Optional(option.Type(str))
    edit_form = option.Type(bool, default=False)
    record_json = option.Type(bool, default=False)
    record_markdown = option.Type(bool, default=False)
    embeds = option.Type(bool, default=False)
    follow_the_money = option.Type(bool, default=False)
    forge = option.Optional(option.Choice(tuple(FORGES)))


def settings_of(config: MkDocsConfig) -> Settings:
    """Return Dateline's settings as mkdocs.yml gives them."""
    root = Path(config.config_file_path).parent.resolve()
    plugin = config.plugins.get("dateline")
    own = plugin.config if plugin is not None else None
    options = own if isinstance(own, DatelineConfig) else DatelineConfig()
    templates = root / options.templates if options.templates else None
    found = Settings.of(root, root / (options.content or "content"), templates)
    repository = config.repo_url.rstrip("/") if config.repo_url else None
    return Settings(
        root=found.root,
        content=found.content,
        templates=found.templates,
        edit_base=_edit_base(config, repository),
        repository=repository,
        forge=forge_of(repository, options.forge),
        site_url=f"{config.site_url.rstrip('/')}/" if config.site_url else None,
        desk=_desk(config, found) if options.edit_form else None,
        twins=Twins(json=options.record_json, markdown=options.record_markdown),
        has_embeds=options.embeds,
        has_entities=options.follow_the_money,
    )


def _desk(config: MkDocsConfig, settings: Settings) -> DeskPlace | None:
    """Return where the records are that a form edits; the branch is the one that edit_uri names."""
    repository = repository_on_github(config.repo_url.rstrip("/") if config.repo_url else None)
    if not repository:
        return None
    branch = (config.edit_uri or "").strip("/").partition("/")[2].partition("/")[0]
    content = Path(os.path.relpath(settings.content, settings.root)).as_posix()
    return DeskPlace(repository, branch or "main", content)


def fault_of_form(config: MkDocsConfig) -> str:
    """Return why the form that is asked for cannot be; empty where it can, or is not asked for."""
    plugin = config.plugins.get("dateline")
    is_asked = plugin is not None and plugin.config["edit_form"]
    if not is_asked or settings_of(config).desk is not None:
        return ""
    return f"edit_form needs a repo_url such as https://github.com/OWNER/NAME, not {config.repo_url or 'none'}"


def read_config(config_file: Path, **options: Any) -> MkDocsConfig:
    """Read mkdocs.yml; raises ConfigurationError or Abort, in words, for whatever cannot be loaded.

    What MkDocs has against single settings is logged before, each with its place.
    """
    try:
        with settings_told.in_place(config_file, {"dateline": dict(DatelineConfig._schema)}):  # noqa: SLF001 - as MkDocs lists its own
            config = load_config(str(config_file), **options)
    except ConfigurationError as error:
        raise ConfigurationError(settings_told.of_syntax(config_file, error) or str(error)) from error
    except Abort as error:
        raise Abort("correct the settings told above") from error
    except Exception as error:  # of a hook's or plugin's own code
        raise ConfigurationError(failures.told(error, config_file.parent.resolve())) from error
    if "dateline" in config.plugins:
        settings = settings_of(config)
        dress(config, masthead_of(settings.content), settings.forge)
    return config


def unfit_for_pages(config_file: Path) -> tuple[str, str]:
    """Return what mkdocs.yml says against the addresses in pages, and against showing them with its theme."""
    config = read_config(config_file)
    return surroundings.unfit_addresses(config), surroundings.unfit_theme(config)


def place_of_site(config_file: Path, site_dir: Path | None) -> tuple[Path, str]:
    """Return where the site goes: `site_dir`, or else where mkdocs.yml has it go; and why it cannot, if so."""
    config = read_config(config_file)
    target = Path(site_dir or config.site_dir).resolve()
    return target, placing.fault_of(target, settings_of(config), _folders_of(config))


def _folders_of(config: MkDocsConfig) -> dict[str, Path]:
    """Return the folders that mkdocs.yml names, and that are no part of a package, with what they are."""
    themes = (Path(folder) for folder in config.theme.dirs if "site-packages" not in Path(folder).parts)
    return {"docs_dir": Path(config.docs_dir), **{f"the theme's folder {folder.name}": folder for folder in themes}}


def refuse_place(config: MkDocsConfig, settings: Settings) -> None:
    """Refuse a folder for the site that it is made from, and what in a theme's folders is no file."""
    folders = _folders_of(config)
    themes = [folder for name, folder in folders.items() if name != "docs_dir"]
    fault = placing.fault_of(Path(config.site_dir), settings, folders) or placing.odd_assets(themes)
    if fault:
        raise PluginError(f"dateline: {fault}")


def read_settings(config_file: Path) -> Settings:
    """Return Dateline's settings from a mkdocs.yml file."""
    return settings_of(read_config(config_file))


def _edit_base(config: MkDocsConfig, repository: str | None) -> str | None:
    if config.edit_uri is None or config.edit_uri_template or repository is None:
        return None
    if config.edit_uri.startswith(("http://", "https://")):
        return config.edit_uri
    return f"{repository}/{config.edit_uri.strip('/')}/"


def nav_with(nav: Sequence[object], paths: Iterable[str]) -> list[object]:
    """Return a navigation with the hand-written pages that it does not name at its end, and tags before the changes."""
    known = paths_in(nav) | FIXED_PAGES
    own = [path for path in paths if "/" not in path and path.endswith(".md") and path not in known]
    place = next((place for place, entry in enumerate(nav) if CHANGES.path in paths_in(entry)), len(nav))
    tags = [path for path in own if path == _TAGS]
    return [*nav[:place], *tags, *nav[place:], *(path for path in own if path != _TAGS)]


def paths_in(nav: object) -> set[str]:
    """Return the paths and addresses that a navigation lists."""
    if isinstance(nav, str):
        return {nav}
    entries = nav.values() if isinstance(nav, dict) else nav if isinstance(nav, list) else ()
    return {path for entry in entries for path in paths_in(entry)}
