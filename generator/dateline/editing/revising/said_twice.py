"""What says twice the same after two became one, or speaks of itself, taken out."""

from collections.abc import Iterator
from typing import Final

import yaml

from dateline.editing.mending import meaning, root_of
from dateline.editing.mending.nodes import Meaning
from dateline.editing.revising.entries import without_item
from dateline.editing.revising.mentions import Target
from dateline.ground.yamltree import Step
from dateline.records.types import ActorRole, Citation, PlaceRole, RelatedEvent, Report, Side
from dateline.records.types.dated_facts import DatedName, LiesIn, Membership
from dateline.records.types.event import UnlikeClaim, UnlikeEvent
from dateline.records.types.likeness import ActorLikeness, PlaceLikeness
from dateline.records.types.named_kinds import named_by
from dateline.records.types.shapes import inside, keys_of, one_of_them, record_type_of

_OF_OTHERS: Final[dict[type, str]] = {
    UnlikeClaim: "claim",
    UnlikeEvent: "event",
    RelatedEvent: "event",
    ActorLikeness: "actor",
    PlaceLikeness: "place",
}
"""What an entry of a list says of another, by the key that names it."""
_SAYS_ONCE: Final[frozenset[type]] = frozenset(
    {ActorRole, PlaceRole, Report, Side, Membership, LiesIn, DatedName, Citation, *_OF_OTHERS}
)
"""Of which a list has each entry once."""


def without_repeats(text: str, form: type, own: Target | None) -> str:
    """Return YAML with each mention, role and report once; in its own file, nothing stands to itself."""
    while (found := next(_repeated(root_of(text), form, (), own), None)) is not None:
        text = without_item(text, *found)
    return text


def _repeated(
    node: yaml.Node | None, annotation: object, steps: tuple[Step, ...], own: Target | None
) -> Iterator[tuple[tuple[Step, ...], int]]:
    """Yield the list and the number of each entry that was there before."""
    if isinstance(node, yaml.MappingNode):
        annotation = one_of_them(annotation)
        of = record_type_of(annotation)
        for key, value in node.value:
            known = keys_of(of).get(key.value) if of is not None else inside(annotation)
            yield from _repeated(value, known, (*steps, key.value), own)
    elif isinstance(node, yaml.SequenceNode):
        one = inside(annotation)
        says_once = named_by(one) is not None or record_type_of(one) in _SAYS_ONCE
        seen: set[Meaning] = set()
        for index, item in enumerate(node.value):
            if says_once and (meaning(item) in seen or _is_itself(item, one, own)):
                yield steps, index
            seen.add(meaning(item))
            yield from _repeated(item, one, (*steps, index), own)


def _is_itself(item: yaml.Node, annotation: object, own: Target | None) -> bool:
    if own is None:
        return False
    if isinstance(item, yaml.ScalarNode):
        return named_by(annotation) == own[0] and item.value == own[1]
    of = record_type_of(annotation)
    key = _OF_OTHERS.get(of) if of is not None else None
    said = {name.value: value.value for name, value in item.value} if isinstance(item, yaml.MappingNode) else {}
    return key == own[0] and said.get(key) == own[1]
