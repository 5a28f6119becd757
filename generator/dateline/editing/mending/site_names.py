"""The site's name in mkdocs.yml, which MkDocs demands and the chronology's title decides."""

import re
from typing import Final

import yaml

from dateline.ground.yamltree.scalars import scalar

_LINE: Final = re.compile(r"(?m)^site_name:[ \t]*(?P<name>[^\s!&*|>#][^\n]*?|)(?P<comment>[ \t]+#[^\n]*)?$")
"""The line of a name that is given on it: not by a tag such as `!ENV`, and not in a block below."""


def named_as(text: str, title: str) -> str:
    """Return the text of mkdocs.yml with the title as the site's name; as it is where that is not written plainly."""
    found = _LINE.search(text)
    if found is None or _read(found["name"]) in {None, title}:
        return text
    return f"{text[: found.start('name')]}{scalar(title)}{text[found.end('name') :]}"


def _read(name: str) -> str | None:
    try:
        value = yaml.safe_load(name)
    except yaml.YAMLError:
        return None
    return value if isinstance(value, str) else None
