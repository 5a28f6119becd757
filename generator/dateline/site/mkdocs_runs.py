"""The site made as MkDocs makes one: all pages read, then all written; and MkDocs's own preview of it."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from mkdocs.commands import build as mkdocs_build
from mkdocs.commands import serve as mkdocs_serve

from dateline.site.compiling import CompiledSite
from dateline.site.configuration import read_config
from dateline.site.plugin import DatelinePlugin, compiled
from dateline.site.settings import Settings
from dateline.site.stopping import Abort, in_words


def build_site(  # noqa: PLR0913 - how it is made, each with its name
    config_file: Path,
    compile_: Callable[[Settings], CompiledSite],
    site_dir: Path,
    *,
    strict: bool,
    is_plain: bool = False,
    on_page: Callable[[], None],
) -> CompiledSite:
    """Build into `site_dir` what `compile_` makes, as `mkdocs build` does, and return it.

    An `is_plain` site is made without what is there for speed only.  Calls `on_page` twice
    for each page; raises Abort on failure, RecordsError where the records have errors.
    """
    config = read_config(config_file, site_dir=str(site_dir), strict=strict)
    plugin = config.plugins.get("dateline")
    if not isinstance(plugin, DatelinePlugin):
        raise Abort(f"{config_file} does not list the plugin dateline")
    plugin.compile, plugin.site_dir, plugin.is_plain = compile_, site_dir, is_plain
    for event in ("page_content", "post_page"):
        config.plugins.events[event].append(_counter(on_page))
    with in_words(config_file.parent.resolve(), config):
        config.plugins.on_startup(command="build", dirty=False)
        try:
            mkdocs_build.build(config)
        finally:
            # MkDocs keeps plugins from one configuration to the next.
            plugin.compile, plugin.site_dir, plugin.is_plain = compiled, None, False
            config.plugins.on_shutdown()
    return plugin.site


def serve_site(config_file: Path, address: str | None) -> None:
    """Serve a live preview until interrupted."""
    options: dict[str, Any] = {"dev_addr": address} if address else {}
    with in_words(config_file.parent.resolve()):
        mkdocs_serve.serve(str(config_file), livereload=True, **options)


def _counter(on_page: Callable[[], None]) -> Callable[..., None]:
    def count(_: str, **__: object) -> None:
        on_page()

    return count
