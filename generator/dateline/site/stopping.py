"""How a site that cannot be made is refused: in one sentence that says who failed, whatever MkDocs raises."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, ConfigurationError, PluginError

from dateline.site import failures, surroundings

__all__ = ["Abort", "ConfigurationError", "RecordsError", "in_words", "refuse"]


class RecordsError(Abort):
    """The records have errors, which were told."""


@contextmanager
def in_words(root: Path, config: MkDocsConfig | None = None) -> Iterator[None]:
    """Raise Abort, which says who failed, for whatever a plugin, an extension or the theme raises."""
    try:
        yield
    except RecordsError:
        raise
    except Exception as error:
        others = surroundings.others(config) if config else ()
        raise Abort(failures.told(error, root, others)) from error
    except SystemExit as error:  # of a plugin: a status of 0 would say that there is a site
        raise Abort(failures.told(error, root)) from error


def refuse(reason: str) -> None:
    """Stop for a reason, if there is one."""
    if reason:
        raise PluginError(f"dateline: {reason}")
