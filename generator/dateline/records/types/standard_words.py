"""The words of the vocabulary that every chronology has; chronology.yml adds others, which may behave as these do."""

from collections.abc import Mapping
from typing import Final, Literal, get_args

ActorLike = Literal[
    "state",
    "armed-force",
    "armed-group",
    "unit",
    "alliance",
    "ministry",
    "organisation",
    "media",
    "monitor",
    "person",
    "unnamed",
    "body",
]
SourceLike = Literal[
    "article", "report", "statement", "post", "image", "video", "audio", "map", "dataset", "book", "judgment"
]
DisputeLike = Literal["control", "figure", "date", "place", "identity", "responsibility", "occurrence"]
RuleLike = Literal[
    "later-reporting", "concession", "imagery", "official-finding", "range-kept", "retraction", "not-a-conflict"
]

RelationLike = Literal["caused-by", "follows", "planned", "actual"]

BODY: Final = "body"
"""What an actor behaves as that is nothing in particular: an organisation."""
STANDARD_WORDS: Final[Mapping[str, tuple[str, ...]]] = {
    "actor_kinds": tuple(word for word in get_args(ActorLike) if word != BODY),
    "source_kinds": get_args(SourceLike),
    "dispute_kinds": get_args(DisputeLike),
    "resolution_rules": get_args(RuleLike),
    "relations": get_args(RelationLike),
}
"""The words of the lists that chronology.yml extends; its other lists hold all their words."""
UNLIKE_ANY: Final[Mapping[str, str]] = {
    "actor_kinds": "organisation",
    "source_kinds": "statement",
    "resolution_rules": "later-reporting",
}
"""What a new word behaves as that does not say it: of an actor a body, of a rule one by which positions stand."""
