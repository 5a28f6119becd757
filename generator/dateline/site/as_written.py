"""What mkdocs.yml and the command line say, whatever plugins made of it."""

import warnings
from collections.abc import Mapping
from typing import Any

from mkdocs.config.defaults import MkDocsConfig


def settings_as_written(config: MkDocsConfig) -> list[Mapping[str, Any]]:
    """Return the settings that mkdocs.yml and the command line have."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # MkDocs means to drop it, and has nothing in its place
        return list(getattr(config, "user_configs", ()))


def theme_as_written(config: MkDocsConfig) -> frozenset[str]:
    """Return which of the theme's options are given there."""
    themes = [part["theme"] for part in settings_as_written(config) if isinstance(part.get("theme"), Mapping)]
    return frozenset(key for theme in themes for key in theme)
