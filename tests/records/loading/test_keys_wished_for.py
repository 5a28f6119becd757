"""Keys and words that editors look for under another name: what they are told to write is there."""

import re
from typing import Final

import pytest
from dateline.records.loading.wished_words import instead_of_word
from dateline.records.loading.wishes import as_value, instead_of_key
from dateline.records.types import (
    Actor,
    ActorRole,
    Citation,
    Claim,
    Dispute,
    Event,
    Masthead,
    Ownership,
    Paragraph,
    Picture,
    Place,
    PlaceRole,
    Report,
    Side,
    Source,
    SourcePassage,
)
from dateline.records.types.dated_facts import DatedName, LiesIn, Membership
from dateline.records.types.event import Figure
from dateline.records.types.shapes import keys_of
from dateline.records.types.standard_words import STANDARD_WORDS
from hypothesis import given
from hypothesis import strategies as st

TYPES: Final = (
    Actor,
    Citation,
    Claim,
    DatedName,
    Dispute,
    Event,
    Figure,
    LiesIn,
    Masthead,
    Membership,
    Ownership,
    Paragraph,
    Picture,
    Place,
    Report,
    Side,
    Source,
    SourcePassage,
)
WISHES: Final = re.compile(r"\w+").findall(
    "abstract address aka alias alt_text archives author belongs_to body byline by category causes caused_by cite "
    "cite_from comment confidence coordinates copyright count country date deleted description editor end end_date "
    "file former_names founded from geonames gloss headline image importance issn journal keywords lang latitude "
    "led_to license link location locator long maximum minimum name notes number office of offline other_names outlet "
    "owner p page parent participants people photo place predecessor profile quote rank reference reliability remark "
    "retrieved role sameas see_also since source sources speaker start statement subevents successor tags text time "
    "timezone title translated translator type units until url value viaf video website weight when where who "
    "wikidata"
)
"""Words that editors of other systems use for keys."""
_IN_ANOTHER: Final = re.compile(r"\bin the record of|^write it ")


@pytest.mark.parametrize("record_type", TYPES)
def test_a_key_is_proposed_that_the_record_has(record_type: type) -> None:
    known = keys_of(record_type)
    proposed = {wish: instead_of_key(record_type, wish) for wish in WISHES if wish not in known}
    named = [
        (wish, found[1])
        for wish, hint in proposed.items()
        if not _IN_ANOTHER.search(hint) and (found := re.search(r"\bwrite (\w+)", hint))
    ]
    assert [pair for pair in named if pair[1] not in known] == []


@pytest.mark.parametrize(
    "record_type, wish, key",
    [
        (Event, "headline", "title"),
        (Event, "when", "date"),
        (Event, "where", "places"),
        (Event, "participants", "actors"),
        (Event, "caused_by", "related"),
        (Event, "parent", "part_of"),
        (Event, "photo", "media"),
        (Source, "website", "url"),
        (Source, "byline", "authors"),
        (Source, "journal", "container"),
        (Source, "retrieved", "accessed"),
        (Source, "offline", "gone"),
        (Paragraph, "para", "n"),
        (Paragraph, "page", "at"),
        (SourcePassage, "n", "at"),
        (Citation, "para", "paragraph"),
        (Membership, "office", "as"),
        (Membership, "since", "from"),
        (Membership, "cite_until", "cite"),
        (LiesIn, "within", "place"),
        (DatedName, "lang", "language"),
        (Ownership, "owner", "of"),
        (Side, "since", "from"),
        (Picture, "alt_text", "alt"),
        (Actor, "parent", "part_of"),
        (Actor, "wikidata", "same_as"),
        (Actor, "successor", "succeeds"),
        (Actor, "aka", "aliases"),
        (Place, "country", "within"),
        (Place, "lng", "lon"),
        (Place, "planet", "globe"),
        (Place, "predecessor", "succeeds"),
        (Claim, "statement", "text"),
        (Report, "speaker", "by"),
        (Report, "toll", "figures"),
        (Figure, "least", "min"),
        (Figure, "circa", "approximate"),
        (Figure, "kind", "measure"),
        (Figure, "at_least", "min"),
        (Figure, "up_to", "max"),
        (Figure, "range", "min"),
        (PlaceRole, "location", "place"),
        (ActorRole, "who", "actor"),
        (ActorRole, "type", "role"),
        (Actor, "memberships", "part_of"),
        (Actor, "previous_name", "named"),
        (Actor, "merged_into", "succeeds"),
        (Actor, "split_from", "succeeds"),
        (Place, "renamed_to", "succeeds"),
        (Place, "latlng", "lat"),
        (Place, "accuracy", "precision"),
        (Dispute, "remarks", "note"),
    ],
)
def test_who_looks_for_a_key_under_another_name_finds_it(record_type: type, wish: str, key: str) -> None:
    assert re.search(rf"\bwrite {key}\b", instead_of_key(record_type, wish))


@pytest.mark.parametrize("record_type", [Event, Source, Claim, Report, Citation, Figure, Dispute])
@pytest.mark.parametrize("wish", ["wikidata", "viaf", "predecessor", "successor", "aka"])
def test_what_only_actors_and_places_have_is_proposed_to_no_other(record_type: type, wish: str) -> None:
    assert instead_of_key(record_type, wish) == ""


@pytest.mark.parametrize("record_type", [Event, Source, Claim, Report, Dispute, Actor, Place])
def test_what_no_record_has_goes_into_a_note_where_there_is_one(record_type: type) -> None:
    assert "note" in keys_of(record_type)
    assert instead_of_key(record_type, "reliability") == "there is no key for it yet: say it in note"


def test_where_a_part_has_no_note_none_is_proposed() -> None:
    assert "note" not in keys_of(Citation)
    assert instead_of_key(Citation, "reliability") == instead_of_key(Citation, "comment") == ""


@pytest.mark.parametrize("record_type, wish", [(Event, "start date"), (Source, "Access-Date"), (Figure, " OF_ALL ")])
def test_case_hyphens_and_spaces_make_no_difference(record_type: type, wish: str) -> None:
    plain = wish.strip().lower().replace("-", "_").replace(" ", "_")
    assert instead_of_key(record_type, wish) == instead_of_key(record_type, plain) != ""


@pytest.mark.parametrize("record_type", TYPES)
def test_what_nobody_foresaw_gets_no_answer(record_type: type) -> None:
    assert instead_of_key(record_type, "quux") == ""
    assert instead_of_key(None, "headline") == ""


@pytest.mark.parametrize(
    "record_type, key, said, beside, hint",
    [
        (Figure, "killed", 50, {}, "write measure: killed, exact: 50"),
        (ActorRole, "council", "host", {}, "write actor: council, role: host"),
        (Figure, "mesure", 50, {}, ""),
        (Figure, "killed", "many", {}, ""),
        (Figure, "killed", True, {}, ""),
        (Figure, "killed", 50, {"measure": "wounded"}, ""),
        (ActorRole, "council", None, {}, ""),
        (Place, "killed", 50, {}, ""),
    ],
)
def test_a_value_that_stands_as_a_key_is_told_with_the_keys_that_it_belongs_to(
    record_type: type, key: str, said: object, beside: dict[str, object], hint: str
) -> None:
    assert as_value(record_type, key, said, beside) == hint


@given(st.sampled_from(TYPES), st.text(max_size=20))
def test_any_key_gets_an_answer_without_failing(record_type: type, key: str) -> None:
    assert isinstance(instead_of_key(record_type, key), str)


@pytest.mark.parametrize(
    "word, kind",
    [
        ("company", "organisation"),
        ("Court", "organisation"),
        ("newspaper", "media"),
        ("TV", "media"),
        ("woman", "person"),
        ("police", "armed-force"),
        ("Air Force", "armed-force"),
        ("militia", "armed-group"),
        ("country", "state"),
        ("political party", "organisation"),
        ("Trade-Union", "organisation"),
        ("coalition", "alliance"),
        ("brigade", "unit"),
        ("king", "person"),
        ("empire", "state"),
        ("dragon", ""),
        ("", ""),
    ],
)
def test_a_kind_of_actor_is_one_of_those_that_every_chronology_has(word: str, kind: str) -> None:
    assert instead_of_word("actor_kinds", word) == kind
    assert not kind or kind in STANDARD_WORDS["actor_kinds"]


@pytest.mark.parametrize("list_name", ["source_kinds", "place_kinds", "event_kinds", "roles"])
def test_words_of_other_lists_are_kinds_of_none(list_name: str) -> None:
    assert instead_of_word(list_name, "company") == ""
