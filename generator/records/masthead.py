"""content/chronology.yml: what the chronology is called, and the words it uses."""

from dataclasses import KW_ONLY, field
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field
from pydantic.dataclasses import dataclass

from generator.records.fields import RECORD, Id, Language, Line, Text, When, like


@dataclass(frozen=True, slots=True, config=RECORD)
class Term:
    """A word of the vocabulary, as readers see it."""

    _: KW_ONLY
    label: Annotated[Line | None, like("Attack")] = None
    """How the site writes the word; the word itself where absent."""
    description: Annotated[Text | None, like("An assault by any side.")] = None
    """What it means, in one sentence."""


def _empty_as_term(value: Any) -> Any:
    return {} if value is None else value


Terms = dict[Text, Annotated[Term, BeforeValidator(_empty_as_term, json_schema_input_type=Term | None)]]
"""Words, each with its label and meaning; a word without either stands for itself."""


@dataclass(frozen=True, slots=True, config=RECORD)
class Vocabulary:
    """The closed vocabulary: a word outside it is a problem."""

    _: KW_ONLY
    event_kinds: Terms = field(default_factory=dict)
    """Kinds of event."""
    roles: Terms = field(default_factory=dict)
    """What actors do in events."""
    measures: Terms = field(default_factory=dict)
    """What figures count."""
    sides: Terms = field(default_factory=dict)
    """The sides on which sources place actors."""
    place_kinds: Terms = field(default_factory=dict)
    """Kinds of place."""


@dataclass(frozen=True, slots=True, config=RECORD)
class Masthead:
    """The chronology's own record."""

    _: KW_ONLY
    title: Annotated[Line, like("The battle of al-Bukamal")]
    """The title of the chronology."""
    description: Text | None = None
    """One sentence."""
    language: Language = "en"
    """The language of the records (BCP 47)."""
    languages: tuple[Language, ...] = ()
    """Further languages in which names are given."""
    licence: Annotated[Text | None, like("CC-BY-4.0")] = None
    """The licence of the records, as an SPDX identifier."""
    contact: Text | None = None
    """An address for readers, if there is one."""
    max_quote_words: Annotated[int, Field(strict=True, ge=1, le=100)] = 25
    """How long a quote may be, where a source's rights are quote."""
    vocabulary: Vocabulary
    """The words that records may use."""


@dataclass(frozen=True, slots=True, config=RECORD)
class Tombstone:
    """What is left of a record that was published and then removed."""

    _: KW_ONLY
    kind: Literal["event", "source", "actor", "place", "dispute"]
    """What kind of record it was."""
    id: Id
    """Its id, which is never used again."""
    date: When
    """The day of its removal."""
    note: Text
    """Why it was removed."""
    instead: Text | None = None
    """The id of the record of the same kind that took its place, if any."""


@dataclass(frozen=True, slots=True, config=RECORD)
class Graveyard:
    """content/tombstones.yml: every record that was published and then removed."""

    _: KW_ONLY
    tombstones: tuple[Tombstone, ...] = ()
    """The tombstones."""
