"""What a new record may be called, and what of the project it may name."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from baseline import OLD_WELL, base_text, loaded
from dateline.editing.drafting.ids import claim_id, event_folder, event_id, is_free
from dateline.editing.drafting.known_records import KnownRecords, UnknownError
from dateline.editing.drafting.record_text import flow, one_line
from dateline.editing.intake.metadata import free_id
from dateline.ground.dates import parse
from dateline.records.types import RecordKind
from dateline.records.types.fields import is_id
from hypothesis import example, given
from hypothesis import strategies as st
from yaml import safe_load

IDS = st.from_regex(r"[a-z0-9]{1,6}(-[a-z0-9]{1,6}){0,3}", fullmatch=True)
TITLES = st.text(st.sampled_from("aBcé ßøþ王 م-–’0'.,/\n"), max_size=120) | st.text(max_size=120)
DATES = st.sampled_from(
    ["2017-11-17", "2017-11", "2017", "201X", "[2031-03-01,2031-03-02]", "2017-11-17/2018-01", "../2019"]
)


# --- ids -------------------------------------------------------------------------------------------------------------


@given(IDS, st.sets(IDS, max_size=5), st.integers(0, 5))
def test_a_free_id_is_an_id_that_nothing_has(base: str, others: set[str], numbered: int) -> None:
    taken = others | {base} | {f"{base}-{number}" for number in range(2, numbered + 2)}
    found = free_id(base, taken)
    assert is_free(found, taken)
    assert found == f"{base}-{numbered + 2}" or found not in taken
    assert free_id(base, ()) in {base, f"{base}-1"}


@pytest.mark.parametrize("kept", ["con", "nul", "com1", "lpt9", "aux", "prn"])
def test_an_id_that_windows_keeps_for_itself_gets_a_number(kept: str) -> None:
    assert free_id(kept, ()) == f"{kept}-1"
    assert free_id(kept, {f"{kept}-1"}) == f"{kept}-2"
    assert free_id(f"{kept}sul", ()) == f"{kept}sul"


@given(TITLES, DATES)
def test_an_event_is_called_by_its_date_and_title_or_by_nothing(title: str, when: str) -> None:
    found = event_id(title, parse(when))
    assert found is None or is_id(found)
    if found is not None:
        assert is_free(free_id(found, {found}), {found})


def test_an_event_of_a_title_without_a_latin_letter_has_no_id_of_its_own() -> None:
    assert event_id("مدينة البوكمال", parse("2017-11-17")) is None
    assert event_id("An ambush at Kashmah", parse("2017-11-17")) == "2017-11-17-an-ambush-at-kashmah"
    assert event_id("An ambush", parse("201X")) == "an-ambush"


@pytest.mark.parametrize(
    "when, folder",
    [("2017-11-17", "2017"), ("[2031-03-01,2031-03-02]", "2031"), ("201X", "undated"), ("../2019", "2019")],
)
def test_an_event_lies_in_the_folder_of_the_year_that_its_date_names_first(when: str, folder: str) -> None:
    assert event_folder(parse(when)) == folder


@given(TITLES)
def test_a_claim_is_called_by_at_most_five_words_that_carry_meaning(text: str) -> None:
    found = claim_id(text)
    assert found is None or is_id(found)
    assert found is None or found.count("-") <= 4


def test_small_words_are_not_in_the_id_of_a_claim() -> None:
    assert claim_id("The well was closed by the council of the village in March, at night") == (
        "well-closed-council-village-march"
    )
    assert claim_id("It was of the") is None
    assert claim_id("") is None


# --- what the project has --------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def known(tmp_path_factory: pytest.TempPathFactory) -> KnownRecords:
    stone = "tombstones:\n  - {kind: place, id: old-mill, date: 2031-04-01, note: never there}\n"
    second = base_text(OLD_WELL).replace("name: The old well", "name: THE OLD WELL")
    corpus, problems = loaded(
        tmp_path_factory.mktemp("known"), {"tombstones.yml": stone, "places/well-two.yml": second}
    )
    assert not problems
    return KnownRecords(corpus)


@pytest.mark.parametrize(
    "name, given_, found",
    [
        ("id_of", (RecordKind.ACTOR, "council"), "council"),
        ("id_of", (RecordKind.ACTOR, "lindwell COUNCIL"), "council"),
        ("id_of", (RecordKind.ACTOR, "Cyngor Lindwell"), "council"),
        ("id_of", (RecordKind.SOURCE, "council ANSWERS"), "crier-2031-03-06"),
        ("id_of", (RecordKind.SOURCE, "https://gazette.example/2031/well"), "gazette-2031-03-04"),
        ("id_of", (RecordKind.DISPUTE, "Who closed the OLD well?"), "who-closed-the-well"),
        ("word_of", ("roles", "host"), "host"),
        ("word_of", ("event_kinds", "CLOSURE"), "closure"),
        ("spot_of", ("gazette-2031-03-04", "2"), 2),
        ("spot_of", ("gazette-2031-03-04", " ¶ 3 "), 3),
        ("spot_of", ("gazette-2031-03-04", "petitioners say"), 2),
        ("spot_of", ("gazette-2031-03-04", "At least twenty people came, it is said"), 3),
        ("spot_of", ("not-recorded", "7"), 7),
        ("claim_of", ("2031-03-03-well-closed#closed",), "2031-03-03-well-closed#closed"),
        ("source_at", ("http://www.gazette.example/2031/well/",), "gazette-2031-03-04"),
        ("source_at", ("https://gazette.example/2031/we",), None),
        ("new_id", (RecordKind.PLACE, "new-mill"), "new-mill"),
    ],
)
def test_what_is_there_is_found_by_what_people_call_it(
    known: KnownRecords, name: str, given_: tuple[Any, ...], found: object
) -> None:
    assert getattr(known, name)(*given_) == found


@pytest.mark.parametrize(
    "name, given_, said",
    [
        ("id_of", (RecordKind.ACTOR, "counicl"), "did you mean 'council'"),
        ("id_of", (RecordKind.ACTOR, "zzz"), "dateline new actor"),
        ("id_of", (RecordKind.ACTOR, "Cyngor Linwell"), "did you mean 'council' ("),
        ("id_of", (RecordKind.SOURCE, "Concil answrs"), "did you mean 'crier-2031-03-06' (Council answers)?"),
        ("id_of", (RecordKind.SOURCE, "harrow gazette"), "did you mean 'gazette-2031-03-04' ("),
        ("id_of", (RecordKind.SOURCE, "Lisbon Times"), "add it with: dateline new source"),
        ("id_of", (RecordKind.PLACE, "the old well"), "may be old-well or well-two; say which"),
        ("word_of", ("roles", "hots"), "did you mean 'host'"),
        ("word_of", ("roles", "zzz"), "one of: host, subject"),
        ("spot_of", ("gazette-2031-03-04", "5"), "has no paragraph 5; its record has paragraphs 1 to 4"),
        ("spot_of", ("gazette-2031-03-04", ""), "give its number"),
        ("spot_of", ("gazette-2031-03-04", "²"), "give its number"),
        ("spot_of", ("not-recorded", "The well"), "give its number"),
        ("claim_of", ("2031-03-03-well-closed#close",), "did you mean 'closed'"),
        ("claim_of", ("2031-03-03-well-closed",), "is no claim"),
        ("new_id", (RecordKind.PLACE, "old-mill"), "nothing is overwritten"),
        ("new_id", (RecordKind.PLACE, "old-well"), "nothing is overwritten"),
        ("new_id", (RecordKind.PLACE, "../mill"), "is no id"),
    ],
)
def test_what_is_not_there_is_told_with_what_to_write(
    known: KnownRecords, name: str, given_: tuple[Any, ...], said: str
) -> None:
    with pytest.raises(UnknownError) as refused:
        getattr(known, name)(*given_)
    assert said in str(refused.value)


@given(st.text(max_size=30))
def test_no_text_names_a_record_by_chance(known: KnownRecords, text: str) -> None:
    """Whatever is typed is a name that is there, or is told; nothing else is raised."""
    asks: list[Callable[[], object]] = [
        lambda: known.claim_of(text),
        lambda: known.id_of(RecordKind.ACTOR, text),
        lambda: known.word_of("sides", text),
        lambda: known.spot_of("gazette-2031-03-04", f"x{text}"),
    ]
    for ask in asks:
        with pytest.raises(UnknownError):
            ask()


# --- values as they are written --------------------------------------------------------------------------------------

KEYS = st.sampled_from(["source", "paragraph", "note_on"])
DEGREES = st.integers(-180_000_000, 180_000_000).map(lambda number: number / 1e6)
TEXTS = st.text(max_size=12).filter(lambda text: not re.fullmatch("[0-9]{4}", text))  # a year stands plain, as a date
VALUES = st.recursive(
    TEXTS | st.integers() | DEGREES,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3),
    max_leaves=8,
)


@given(VALUES)
@example("a title as some pages have it \x96 in an old encoding")
@example("\x80\x9f\ufffe\uffff\ufeff\u2028")
def test_a_value_on_one_line_is_read_as_it_was(value: Any) -> None:
    written = flow(value)
    assert "\n" not in written
    assert rounded(safe_load(f"- {written}")[0]) == rounded(value)


def rounded(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: rounded(one) for key, one in value.items() if one is not None}
    if isinstance(value, list):
        return [rounded(one) for one in value]
    return round(value * 10**6) if isinstance(value, int | float) else value


@given(st.text(max_size=40))
def test_a_comment_is_one_line_of_signs_that_can_be_seen(text: str) -> None:
    assert one_line(text).isprintable()
    assert one_line(one_line(text)) == one_line(text)


@pytest.mark.parametrize(
    "when, id_, folder",
    [
        ("-0430", "431-bce-the-raid", "-0430"),
        ("-0430-03-15", "431-bce-03-15-the-raid", "-0430"),
        ("-0430/-0403", "431-bce-the-raid", "-0430"),
        ("[..-0430]", "431-bce-the-raid", "-0430"),
        ("0000", "1-bce-the-raid", "0000"),
        ("0033-04-03", "0033-04-03-the-raid", "0033"),
        ("Y12025", "12025-the-raid", "Y12025"),
        ("XXXX-01-05", "the-raid", "undated"),
    ],
)
def test_an_event_of_any_year_has_an_id_without_a_sign_and_the_folder_of_its_year(
    when: str, id_: str, folder: str
) -> None:
    assert (event_id("The raid", parse(when)), event_folder(parse(when))) == (id_, folder)
    assert is_free(id_, ())
