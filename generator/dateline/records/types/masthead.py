"""content/chronology.yml: what the chronology is called, and the words it uses."""

import hashlib
import re
from collections.abc import Mapping
from dataclasses import KW_ONLY, field
from typing import Annotated, Any, Final, Literal

from pydantic import AfterValidator, BeforeValidator, Field
from pydantic.dataclasses import dataclass

from dateline.ground import urls
from dateline.ground.dates import zones
from dateline.ground.problems import Code, did_you_mean
from dateline.records.types.fields import (
    MAX_SHOWN,
    RECORD,
    BuriedId,
    CurrencyCode,
    Id,
    Language,
    Line,
    Text,
    UnitCode,
    like,
    refuse,
)
from dateline.records.types.standard_words import (
    BODY,
    STANDARD_WORDS,
    UNLIKE_ANY,
    ActorLike,
    DisputeLike,
    RelationLike,
    RuleLike,
    SourceLike,
)
from dateline.records.types.when import When

_INHERITED_TAG: Final = "tag:dateline.invalid,2026"
_NOT_SLUG: Final = re.compile("[^a-z0-9]+")
_MAX_FEED_ID: Final = 1000
_TAG: Final = re.compile(
    r"tag:[A-Za-z0-9._-]+(?:@[A-Za-z0-9.-]+)?,[0-9]{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12][0-9]|3[01]))?)?"
    r":[A-Za-z0-9._~!$&'()*+,;=:@/?%-]*[A-Za-z0-9]"
)
"""A tag URI that a slash and a name may follow."""
_OFFSET: Final = re.compile(r"(?i)(?:utc|gmt)? ?[-+−]?\d{1,2}(?::?\d\d)?")
_ADDRESS: Final = re.compile("(?!mailto:)(?:[A-Za-z][A-Za-z0-9+.-]*:|//|www\\.)\\S+", re.IGNORECASE)


# What types inherit has no docstring that Pydantic reads.
_Label = Annotated[
    Line | None,
    like("Attack"),
    Field(description="How the site writes the word; the word itself where absent."),
]
_Description = Annotated[
    Text | None, like("Something shut, for a time or for good."), Field(description="What it means, in one sentence.")
]


@dataclass(frozen=True, slots=True, config=RECORD)
class Term:
    """A word of the vocabulary, as readers see it."""

    _: KW_ONLY
    label: _Label = None
    description: _Description = None


@dataclass(frozen=True, slots=True, config=RECORD)
class MeasureTerm(Term):
    """What figures count, and in what."""

    _: KW_ONLY
    unit: Annotated[UnitCode | None, like("km")] = None
    """The unit in which it is counted, as its code in UCUM, unless a figure gives its own."""
    currency: Annotated[CurrencyCode | None, like("USD")] = None
    """The currency in which it is counted, as its code (ISO 4217), unless a figure gives its own."""
    percent: Annotated[bool, Field(strict=True)] = False
    """Whether it is counted per cent: from 0 to 100, unless it is signed."""
    signed: Annotated[bool, Field(strict=True)] = False
    """Whether it may be below zero, as a change may."""


_ActorLike = Annotated[ActorLike | None, like("body")]
_SourceLike = Annotated[SourceLike | None, like("statement")]
_DisputeLike = Annotated[DisputeLike | None, like("identity")]
_RuleLike = Annotated[RuleLike | None, like("concession")]
_RelationLike = Annotated[RelationLike | None, like("caused-by")]


@dataclass(frozen=True, slots=True, config=RECORD)
class ActorTerm(Term):
    """A kind of actor that the chronology adds."""

    _: KW_ONLY
    like: _ActorLike = None
    """The kind that it behaves as, such as person, media, alliance or unnamed; body, an organisation, where absent."""


@dataclass(frozen=True, slots=True, config=RECORD)
class SourceTerm(Term):
    """A kind of source that the chronology adds."""

    _: KW_ONLY
    like: _SourceLike = None
    """The kind that it is told as to search engines and other tools."""


@dataclass(frozen=True, slots=True, config=RECORD)
class DisputeTerm(Term):
    """A kind of dispute that the chronology adds; its label is a question, such as Whose signature is it?"""

    _: KW_ONLY
    like: _DisputeLike = None
    """The kind that it behaves as: figure compares what its positions count."""


@dataclass(frozen=True, slots=True, config=RECORD)
class RuleTerm(Term):
    """A rule by which disputes are settled that the chronology adds; its label reads on from "settled by"."""

    _: KW_ONLY
    like: _RuleLike = None
    """The rule that it behaves as: by range-kept no position has to stand; later-reporting where absent."""


@dataclass(frozen=True, slots=True, config=RECORD)
class RelationTerm(Term):
    """A relation of events that the chronology adds."""

    _: KW_ONLY
    inverse: Annotated[Line | None, like("Led to")] = None
    """How the page of the other event writes it; as this one does, where absent: the relation is the same both ways."""
    like: _RelationLike = None
    """The relation that it behaves as: by caused-by and follows the other event cannot be the later one."""


def _empty_as_term(value: Any) -> Any:
    return {} if value is None else value


Terms = dict[Text, Annotated[Term, BeforeValidator(_empty_as_term, json_schema_input_type=Term | None)]]
"""Words, each with its label and meaning; a word without either stands for itself."""
TagTerms = dict[Id, Annotated[Term, BeforeValidator(_empty_as_term, json_schema_input_type=Term | None)]]
"""The same of words that are parts of addresses."""
MeasureTerms = dict[
    Text, Annotated[MeasureTerm, BeforeValidator(_empty_as_term, json_schema_input_type=MeasureTerm | None)]
]
ActorTerms = dict[Text, Annotated[ActorTerm, BeforeValidator(_empty_as_term, json_schema_input_type=ActorTerm | None)]]
SourceTerms = dict[
    Text, Annotated[SourceTerm, BeforeValidator(_empty_as_term, json_schema_input_type=SourceTerm | None)]
]
DisputeTerms = dict[
    Text, Annotated[DisputeTerm, BeforeValidator(_empty_as_term, json_schema_input_type=DisputeTerm | None)]
]
RelationTerms = dict[
    Text, Annotated[RelationTerm, BeforeValidator(_empty_as_term, json_schema_input_type=RelationTerm | None)]
]
RuleTerms = dict[Text, Annotated[RuleTerm, BeforeValidator(_empty_as_term, json_schema_input_type=RuleTerm | None)]]


@dataclass(frozen=True, slots=True, config=RECORD)
class Vocabulary:
    """The closed vocabulary: a word outside it is a problem."""

    _: KW_ONLY
    event_kinds: Terms = field(default_factory=dict)
    """Kinds of event."""
    roles: Terms = field(default_factory=dict)
    """What actors do in events."""
    measures: Annotated[MeasureTerms, like({"distance": {"label": "Distance", "unit": "km"}})] = field(
        default_factory=dict
    )
    """What figures count."""
    sides: Terms = field(default_factory=dict)
    """The sides on which sources place actors."""
    place_kinds: Terms = field(default_factory=dict)
    """Kinds of place."""
    actor_kinds: Annotated[ActorTerms, like({"court": {"label": "Court", "like": "body"}})] = field(
        default_factory=dict
    )
    """Kinds of actor, beside those that every chronology has."""
    source_kinds: Annotated[SourceTerms, like({"inscription": {"label": "Inscription"}})] = field(default_factory=dict)
    """Kinds of source, beside those that every chronology has."""
    dispute_kinds: Annotated[DisputeTerms, like({"motive": {"label": "Why?"}})] = field(default_factory=dict)
    """Kinds of dispute, beside those that every chronology has."""
    resolution_rules: Annotated[
        RuleTerms, like({"court-finding": {"label": "a court's finding", "like": "official-finding"}})
    ] = field(default_factory=dict)
    """Rules by which disputes are settled, beside those that every chronology has."""
    relations: Annotated[
        RelationTerms, like({"avenges": {"label": "Avenges", "inverse": "Avenged by", "like": "caused-by"}})
    ] = field(default_factory=dict)
    """What events are to one another, beside the relations that every chronology has."""
    tags: Annotated[TagTerms, like({"water": {"label": "Water", "description": "Wells, springs and pipes."}})] = field(
        default_factory=dict
    )
    """What events are about besides, such as a theme or a campaign; each has a page with its events."""

    def terms(self, list_name: str) -> Mapping[str, Term]:
        """Return every word of a list: those that every chronology has first, then those that it adds."""
        added: Mapping[str, Term] = getattr(self, list_name)
        standard = STANDARD_WORDS.get(list_name)
        return added if standard is None else {**dict.fromkeys(standard, _PLAIN_TERM), **added}

    def behaves_as(self, list_name: str, word: str) -> str:
        """Return the standard word that a word of a list behaves as; nothing where it behaves as none."""
        if word in STANDARD_WORDS[list_name]:
            return word
        said: str | None = getattr(getattr(self, list_name).get(word), "like", None)
        return UNLIKE_ANY.get(list_name, "") if said is None or said == BODY else said

    def words_like(self, list_name: str, standard: str) -> frozenset[str]:
        """Return the words of a list that behave as a standard one does."""
        return frozenset(word for word in self.terms(list_name) if self.behaves_as(list_name, word) == standard)


_PLAIN_TERM: Final = Term()


FORMAT: Final = 1
"""The version of the records' format that this Dateline writes; one that is not said is 0, the first."""


def inherited_feed_id(title: str) -> str:
    """Return what the ids of the feeds began with before there was a feed_id.

    A title in other letters than a to z is told by its hash as well.
    """
    slug = _NOT_SLUG.sub("-", title.lower()).strip("-")
    if not slug or not title.isascii():
        digest = hashlib.sha256(title.encode("utf-8", "surrogatepass")).hexdigest()[:12]
        slug = f"{slug}-{digest}".lstrip("-")
    return f"{_INHERITED_TAG}:{slug}"


def _checked_format(number: int) -> int:
    if number > FORMAT:
        hint = "install a newer Dateline, which knows it; this one may read the records wrongly"
        raise refuse(Code.BAD_VALUE, f"format {number} is newer than {FORMAT}, which is the newest known here", hint)
    return number


def _checked_feed_id(text: str | None) -> str | None:
    if text is not None and not (len(text) <= _MAX_FEED_ID and _TAG.fullmatch(text)):
        hint = "write it like tag:example.org,2031:lindwell: a domain of yours, a day or year on which it was, a name"
        raise refuse(Code.BAD_VALUE, f"'{text[:_MAX_FEED_ID]}' is no tag URI (RFC 4151)", hint)
    return text


def _checked_contact(text: str | None) -> str | None:
    """Refuse what looks like the address of a page and is none; a name, or an address for e-mail, may stand."""
    is_address = text is not None and _ADDRESS.fullmatch(text) is not None
    found = urls.fault(text) if text is not None and is_address else None
    if found is not None:
        raise refuse(Code.BAD_URL, found.message, found.hint)
    return text


def _checked_timezone(text: str | None) -> str | None:
    if text is None or text in zones.names():
        return text
    near = zones.named_like(text)
    hint = "name the zone, since its clock may be changed; what has only an offset says so itself: T14:30+03:00"
    if not _OFFSET.fullmatch(text):
        hint = f"write {' or '.join(near)}" if near else did_you_mean(text, zones.names())
    hint = hint or "write the name of a zone of the IANA, such as Asia/Damascus: a continent and a town"
    raise refuse(Code.BAD_VALUE, f"'{text[:MAX_SHOWN]}' is no time zone", hint)


@dataclass(frozen=True, slots=True, config=RECORD)
class Masthead:
    """The chronology's own record."""

    _: KW_ONLY
    title: Annotated[Line, like("The wells of Lindwell")]
    """The title of the chronology."""
    format: Annotated[int, Field(strict=True, ge=0), AfterValidator(_checked_format)] = 0
    """The version of the format that the records are written in; `dateline upgrade` brings them to a newer one."""
    description: Text | None = None
    """One sentence."""
    language: Language = "en"
    """The language of the records (BCP 47)."""
    languages: tuple[Language, ...] = ()
    """Further languages in which names are given."""
    timezone: Annotated[Text | None, AfterValidator(_checked_timezone), like("Europe/Lisbon")] = None
    """The zone (IANA) whose clock shows the times of day, and by whose days events stand on pages. A time that says how
    far its own clock was ahead of UTC, as T14:30+03:00, is told by this one too."""
    licence: Annotated[Text | None, like("CC-BY-4.0")] = None
    """The licence of the records, as an SPDX identifier."""
    contact: Annotated[Text | None, AfterValidator(_checked_contact), like("corrections@example.org")] = None
    """An address for readers, if there is one: of a web page, or for e-mail."""
    feed_id: Annotated[Text | None, AfterValidator(_checked_feed_id), like("tag:example.org,2031:lindwell")] = None
    """What the ids of the feeds and of their entries hang on: a tag URI (RFC 4151), set once and never changed, so that
    no reader is shown every entry as new when the chronology is renamed."""
    max_quote_words: Annotated[int, Field(strict=True, ge=1, le=100)] = 25
    """How many words a quote may have, where a source's rights are quote. In scripts without spaces, two
    characters count as a word (of Thai, Lao, Khmer, Burmese and Tibetan, four)."""
    loaded_words: Annotated[dict[Text, Text], like({"liberated": "captured", "regime": "government"})] = field(
        default_factory=dict
    )
    """Words that take a side, each with what to write; the check warns of them in titles, claims, summaries and notes,
    unless they stand in quotation marks or the sentence says whose words they are."""
    vocabulary: Vocabulary
    """The words that records may use."""

    @property
    def feeds(self) -> str:
        """What the ids of the feeds begin with; without a feed_id, what was always made of the title."""
        return self.feed_id or inherited_feed_id(self.title)


@dataclass(frozen=True, slots=True, config=RECORD)
class Tombstone:
    """What is left of a record, or of a claim, that was published and then removed."""

    _: KW_ONLY
    kind: Literal["event", "source", "actor", "place", "dispute", "claim"]
    """What kind of record it was, or a claim of an event."""
    id: BuriedId
    """Its id, which is never used again; of a claim, event-id#claim-id."""
    date: When
    """The day of its removal."""
    note: Text
    """Why it was removed."""
    instead: Text | None = None
    """The id of the record of the same kind that took its place, if any; of a claim, event-id#claim-id."""
    formerly: Annotated[tuple[When, ...], like(["2031-03-02"])] = ()
    """The dates that an event had: the pages on which it stood say what became of it; by default the date in its id."""


@dataclass(frozen=True, slots=True, config=RECORD)
class Graveyard:
    """content/tombstones.yml: every record that was published and then removed."""

    _: KW_ONLY
    tombstones: tuple[Tombstone, ...] = ()
    """The tombstones."""
