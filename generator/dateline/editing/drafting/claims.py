"""A claim added to an event's file, which otherwise stays as it is."""

from collections.abc import Mapping

import yaml

from dateline.editing.drafting.record_text import item_lines
from dateline.editing.mending import end_of, meaning, root_of
from dateline.records.types import Claim


class NoPlaceError(ValueError):
    """The file's claims are not a list on lines of their own, so that nothing can be added to it safely."""


def with_claim(text: str, claim: Mapping[str, object]) -> str:
    """Return an event's file with a claim added behind its others."""
    root = root_of(text)
    claims = _claims(root)
    if claims is None or claims.flow_style or not claims.value:
        raise NoPlaceError("its claims are not a list with each entry on lines of its own")
    indent = text.rfind("-", 0, claims.value[-1].start_mark.index)
    indent -= text.rfind("\n", 0, indent) + 1
    end = _behind_comments(text, end_of(text, claims), indent)
    added = "\n".join([*item_lines(Claim, claim, indent), ""])
    lead = "" if text[:end].endswith("\n") else "\n"
    new = text[:end] + lead + added + text[end:]
    after = _claims(root_of(new))
    if after is None or meaning(claims)[1:] != meaning(after)[1:-1]:
        raise NoPlaceError("a claim added to it would change what it says")
    return new


def _behind_comments(text: str, end: int, indent: int) -> int:
    """Return the offset behind the comments that belong to the last claim: those further in than its dash."""
    found = end
    for line in text[end:].splitlines(keepends=True):
        end += len(line)
        if line.strip() and not (line.lstrip().startswith("#") and len(line) - len(line.lstrip()) > indent):
            break
        if line.strip():
            found = end
    return found


def _claims(root: yaml.Node | None) -> yaml.SequenceNode | None:
    for key, value in root.value if isinstance(root, yaml.MappingNode) else ():
        if key.value == "claims" and isinstance(value, yaml.SequenceNode):
            return value
    return None
