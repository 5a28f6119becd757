"""A record's file put in its form."""

from pathlib import PurePath
from typing import Final

import yaml

from dateline.editing.mending.key_order import in_order
from dateline.editing.mending.nodes import meaning, root_of
from dateline.editing.mending.quotes import with_quotes
from dateline.editing.mending.space import ended, trimmed, unified
from dateline.ground import yamltree
from dateline.records.loading import PageHead
from dateline.records.loading.files import front_matter
from dateline.records.types import Brief, Graveyard, Masthead, RecordKind, type_of_kind

FORMS: Final[dict[tuple[str, str], type]] = {
    **{(kind.folder, kind.suffix): type_of_kind[kind] for kind in RecordKind},
    ("pages", ".md"): PageHead,
    ("pages", ".yml"): Brief,
}
_AT_THE_TOP: Final[dict[str, type]] = {"chronology.yml": Masthead, "tombstones.yml": Graveyard}


def form_of(path: PurePath) -> type | None:
    """Return the record type of a file by its path in content/, or None where it is no record's."""
    return FORMS.get((path.parts[0], path.suffix)) if len(path.parts) > 1 else _AT_THE_TOP.get(path.name)


def mended(text: str, record_type: type, *, is_markdown: bool) -> str:
    """Return a file's text in its form: it says what it said before, or is returned as it was.

    Of Markdown, only the front matter is touched, and the end of the file.  What is no readable YAML is left alone.
    """
    plain = unified(text)
    span = front_matter(plain) if is_markdown else (0, len(plain))
    new = _mended_yaml(plain[slice(*span)], record_type) if span is not None else None
    return text if span is None or new is None else ended(plain[: span[0]] + new + plain[span[1] :])


def _mended_yaml(text: str, record_type: type) -> str | None:
    """Return YAML in its form, or None where it is no mapping, or would not say the same."""
    tree, _ = yamltree.read(text, "")
    if tree is None or not isinstance(tree.value, dict):
        return None
    try:
        new = ended(in_order(with_quotes(trimmed(text), record_type), record_type))
        return new if meaning(root_of(new)) == meaning(root_of(text)) else None
    except yaml.YAMLError:
        return None
