"""Where a file belongs: told by its keys, its name and its fences, for whoever put it elsewhere."""

from pathlib import PurePosixPath
from typing import Final

import pytest
from dateline.ground.yamltree import read
from dateline.records.loading.filing import (
    advice_for_ending,
    advice_for_fences,
    advice_for_id,
    fences_for,
    home,
    is_by_its_word,
    kind_of_keys,
    misfiled,
    proper_stem,
    stem_without_endings,
    with_article,
)
from dateline.records.types import RecordKind, Vocabulary
from dateline.records.types.fields import MAX_ID, is_id
from hypothesis import given
from hypothesis import strategies as st
from in_memory import MASTHEAD, RECORDS, record_of
from marked import corpus_of

EVENT, SOURCE, ACTOR, PLACE, DISPUTE = (
    RecordKind.EVENT,
    RecordKind.SOURCE,
    RecordKind.ACTOR,
    RecordKind.PLACE,
    RecordKind.DISPUTE,
)
DISPUTE_TEXT: Final = (
    "question: Who?\nkind: figure\nrelation: exclusive\nstatus: open\nwould_settle: A list.\n"
    "positions: [{id: a, label: A}, {id: b, label: B}]\n"
)
TEXTS: Final = {
    EVENT: RECORDS["events/well"],
    SOURCE: RECORDS["sources/gazette"],
    ACTOR: "name: Ann\nkind: person\npart_of: council\nsides: []\n",
    PLACE: RECORDS["places/old-well"],
    DISPUTE: DISPUTE_TEXT,
}


def words() -> Vocabulary:
    """Return the words of the chronology in memory."""
    masthead = corpus_of({}).masthead
    assert masthead is not None
    return masthead.record.vocabulary


def values(text: str) -> dict[str, object]:
    """Return the plain values of a text."""
    tree, problems = read(text, "file")
    assert tree is not None, problems
    found: dict[str, object] = tree.value
    return found


@pytest.mark.parametrize("kind", RecordKind)
def test_the_kind_of_a_record_is_told_by_its_keys(kind: RecordKind) -> None:
    assert kind_of_keys(values(TEXTS[kind]), words()) is kind


@pytest.mark.parametrize("kind", RecordKind)
def test_keys_that_nobody_knows_hide_no_kind_while_they_are_few(kind: RecordKind) -> None:
    assert kind_of_keys({**values(TEXTS[kind]), "mood": "calm"}, words()) is kind


@pytest.mark.parametrize(
    "text",
    [
        "name: Ann\nkind: person\n",
        "a: 1\nb: 2\nc: 3\n",
        "name: Ann\nnote: Known.\naliases: [Anne]\n",
        "title: The well\nnote: Shut.\n",
        "name: Old Well\nkind: well\n",
        DISPUTE_TEXT.replace("exclusive", "hard").replace("open", "unclear").replace("figure", "riddle"),
    ],
)
def test_of_few_keys_or_of_strange_ones_no_kind_is_told(text: str) -> None:
    assert kind_of_keys(values(text), words()) is None


def test_three_keys_are_enough_and_two_are_not() -> None:
    assert kind_of_keys(values("title: A\npublisher: b\npublished: 2031-03-04\n"), words()) is SOURCE
    assert kind_of_keys(values("publisher: b\npublished: 2031-03-04\n"), words()) is None


@pytest.mark.parametrize("kind", RecordKind)
@pytest.mark.parametrize("of", RecordKind)
def test_a_record_among_those_of_another_kind_is_sent_home(kind: RecordKind, of: RecordKind) -> None:
    found = misfiled(kind, values(TEXTS[of]), "some-file", words())
    if kind is of:
        assert found is None
    else:
        assert found == (of, home(of, "some-file", values(TEXTS[of])))


SOURCE_AND_MORE: Final = "title: The well\npublisher: harrow\nparagraphs: []\n"


@pytest.mark.parametrize("more, is_sure", [("date: 2031\nsummary: So.\n", True), ("date: 2031\nclaims: []\n", False)])
def test_a_record_that_fits_no_kind_is_sent_where_it_fits_better_by_two_keys(more: str, *, is_sure: bool) -> None:
    found = misfiled(EVENT, values(SOURCE_AND_MORE + more), "x", words())
    assert found == ((SOURCE, "content/sources/x.yml") if is_sure else None)


@pytest.mark.parametrize(
    "kind, text, is_so",
    [
        (PLACE, "name: Old Well\nkind: well\n", True),
        (ACTOR, "name: Old Well\nkind: well\n", False),
        (ACTOR, "name: Ann\nkind: person\n", True),
        (PLACE, "name: Ann\nkind: person\n", False),
        (PLACE, "name: Old Well\nkind: well\npart_of: x\n", False),
        (PLACE, "name: Old Well\nkind: well\nbody: x\nid: y\n", True),
        (PLACE, "name: Old Well\nkind: [well]\n", False),
        (PLACE, "name: Old Well\n", False),
        (PLACE, "name: Old Well\nkind: harbour\n", False),
    ],
)
def test_an_actor_and_a_place_with_the_same_keys_are_told_by_the_word_for_their_kind(
    kind: RecordKind, text: str, *, is_so: bool
) -> None:
    assert is_by_its_word(kind, values(text), words()) is is_so


def test_a_word_that_actors_and_places_share_tells_neither() -> None:
    masthead = f"{MASTHEAD}  actor_kinds: {{well: {{label: Well}}}}\n"
    shared = record_of("actors/x", "name: X\nkind: person\n") and corpus_of({"chronology.yml": masthead}).masthead
    assert shared is not None
    both = shared.record.vocabulary
    assert not any(is_by_its_word(kind, {"name": "Old Well", "kind": "well"}, both) for kind in (ACTOR, PLACE))


def test_a_short_place_among_actors_is_sent_home_by_its_word() -> None:
    assert misfiled(ACTOR, values("name: Old Well\nkind: well\n"), "Old Well", words()) == (
        PLACE,
        "content/places/old-well.yml",
    )
    assert misfiled(ACTOR, values("name: Ann\nkind: person\n"), "ann", words()) is None


@pytest.mark.parametrize(
    "stem, value, path",
    [
        ("well", {"date": "2031-03-03"}, "content/events/2031/well.yml"),
        ("2030-05-well", {"date": "2031-03-03"}, "content/events/2031/2030-05-well.yml"),
        ("2030-05-well", {}, "content/events/2030/2030-05-well.yml"),
        ("2030-05-well", {"date": "last week"}, "content/events/2030/2030-05-well.yml"),
        ("well", {"date": "-0044-03-15"}, "content/events/-0044/well.yml"),
        ("well", None, "content/events/well.yml"),
        ("Well Shut", {"date": 2031}, "content/events/2031/well-shut.yml"),
    ],
)
def test_an_event_is_at_home_in_the_folder_of_its_year(stem: str, value: dict[str, object] | None, path: str) -> None:
    assert home(EVENT, stem, value) == path


def test_a_date_that_yaml_tools_read_otherwise_tells_its_year_as_well() -> None:
    assert home(EVENT, "well", values("date: 2031-03-03\n")) == "content/events/2031/well.yml"
    assert home(EVENT, "well", values("date: 2031\n")) == "content/events/2031/well.yml"


@pytest.mark.parametrize("kind", [SOURCE, ACTOR, PLACE, DISPUTE])
def test_other_records_lie_in_no_folder_of_a_year(kind: RecordKind) -> None:
    assert home(kind, "2031-x", {"date": "2031"}) == f"content/{kind.folder}/2031-x{kind.suffix}"


@given(st.text(max_size=120))
def test_the_nearest_name_is_an_id_or_nothing_and_its_own_nearest(stem: str) -> None:
    found = proper_stem(stem)
    assert not found or is_id(found)
    assert proper_stem(found) == found


@given(st.lists(st.text("abz09", min_size=1, max_size=20), min_size=1, max_size=5).map("-".join))
def test_an_id_is_its_own_nearest_name(id_: str) -> None:
    id_ = id_[:MAX_ID].rstrip("-")
    assert proper_stem(id_) == id_
    assert stem_without_endings(f"{id_}.yaml") == id_


@pytest.mark.parametrize(
    "stem, found",
    [
        ("The Old Well", "the-old-well"),
        ("caf\u00e9_2", "cafe-2"),
        ("--well--", "well"),
        ("\u4e95", ""),
        ("\ufb01re", "fire"),
        ("a" * 79 + "-b", "a" * 79),
        ("a" * 90, "a" * 80),
    ],
)
def test_letters_lose_their_marks_and_all_else_becomes_a_hyphen(stem: str, found: str) -> None:
    assert proper_stem(stem) == found


@pytest.mark.parametrize(
    "name, found",
    [
        ("well.yml.txt", "well"),
        ("Well.YAML", "well"),
        ("well.md", "well"),
        ("well.markdown", "well"),
        ("well.json", "well"),
        (" well.yml. ", "well"),
        ("v1.2-well.yml", "v1-2-well"),
        ("well.ymlx", "well-ymlx"),
    ],
)
def test_endings_are_taken_off_however_many(name: str, found: str) -> None:
    assert stem_without_endings(name) == found


@pytest.mark.parametrize(
    "path, taken, advice",
    [
        ("Old Well.yml", "", "rename the file: old-well.yml"),
        ("Old Well.YML ", "", "rename the file: old-well.yml"),
        ("\u4e95.yml", "", "rename the file: a-z, 0-9 and single hyphens"),
        ("\u4e95.yml", "well.yml", "rename the file: a-z, 0-9 and single hyphens"),
        (
            "Old Well.yml",
            "old-well.yml",
            "'old-well' would be the name of old-well.yml too: put the two together, or give one another name",
        ),
    ],
)
def test_a_file_whose_name_is_no_id_gets_the_nearest_that_is_free(path: str, taken: str, advice: str) -> None:
    assert advice_for_id(PurePosixPath(path), taken) == advice


FENCES: Final = ", and put a line of --- above and below its keys"
HIDDEN: Final = "; Windows hides the ending .txt until 'File name extensions' is ticked"
TEXT: Final = "a text to cite is no record: keep it outside content/; dateline source add FILE makes a record of it"
JUNK: Final = "remove it: some program left it"


@pytest.mark.parametrize(
    "name, kind, advice",
    [
        ("well.yml.txt", EVENT, f"rename it well.yml{HIDDEN}"),
        ("well.yaml.txt", EVENT, f"rename it well.yml{HIDDEN}"),
        ("ann.md.txt", ACTOR, f"rename it ann.md{HIDDEN}"),
        ("well.yaml", EVENT, "rename it well.yml"),
        ("well.YML", EVENT, "rename it well.yml"),
        ("Well.MD", ACTOR, "rename it well.md"),
        ("ann.markdown", ACTOR, "rename it ann.md"),
        ("ann.yaml", ACTOR, f"rename it ann.md{FENCES}"),
        ("ann.yml", ACTOR, f"rename it ann.md{FENCES}"),
        ("Ann.YAML", ACTOR, f"rename it ann.md{FENCES}"),
        ("well.md", EVENT, "rename it well.yml, and take out its lines of ---; what stands below them goes into note"),
        ("well.docx", EVENT, "events are files ending in .yml"),
        *((name, SOURCE, TEXT) for name in ("Letter 1931.docx", "scan.PDF", "well.html", "map.jpg", "mail.eml")),
        ("well.yaml", SOURCE, "rename it well.yml"),
        ("ann.docx", ACTOR, "actors are files ending in .md"),
        ("well", PLACE, "places are files ending in .yml"),
        *((name, EVENT, JUNK) for name in ("Thumbs.db", "desktop.ini", "well.yml~", "well.bak", "well.yml.orig")),
        *((name, ACTOR, JUNK) for name in ("ann.md.rej", ".ann.md.swp", "ann.tmp", "#ann.md#", "ANN.MD.BAK")),
    ],
)
def test_a_file_with_another_ending_is_renamed_removed_or_told_the_right_one(
    name: str, kind: RecordKind, advice: str
) -> None:
    assert advice_for_ending(name, kind) == advice


@pytest.mark.parametrize(
    "text, message, hint",
    [
        ("\n---\nname: Ann\n---\n", "the first line is not ---", "remove the empty line above it"),
        ("\n\n---\nname: Ann\n---\n", "the first line is not ---", "remove the empty lines above it"),
        ("\u2014\nname: Ann\n---\n", "the first line is '\u2014', not ---", "type three hyphens"),
        ("***\nname: Ann\n", "the first line is '***', not ---", "type three hyphens"),
        ("```yaml\nname: Ann\n", "the first line is '```yaml', not ---", "type three hyphens"),
        ("- - -\nname: Ann\n", "the first line is '- - -', not ---", "type three hyphens"),
        ("name: Ann\n---\n", "the first line is not ---", "put the record's keys between two lines"),
        ("# Ann\n", "the first line is not ---", "put the record's keys between two lines"),
        ("", "the first line is not ---", "put the record's keys between two lines"),
        (
            "---\nname: Ann\n___\nText.\n",
            "no second line of --- ends the front matter; line 3 is '___'",
            "type three hyphens, ---, there",
        ),
        (
            "---\nname: Ann\n...\n",
            "no second line of --- ends the front matter; line 3 is '...'",
            "type three hyphens, ---, there",
        ),
        (
            "---\nname: Ann\nkind: person\n\nText.\n",
            "no second line of --- ends the front matter",
            "put a line of --- below line 3,",
        ),
        (
            "---\nsides:\n- side: a\n  basis: b\nText: so\n",
            "no second line of --- ends the front matter",
            "put a line of --- below line 4,",
        ),
        ("---", "no second line of --- ends the front matter", "put a line of --- below line 1,"),
    ],
)
def test_what_is_wrong_with_the_fences_is_told_by_line(text: str, message: str, hint: str) -> None:
    said, advice = advice_for_fences(text)
    assert said == message
    assert advice.startswith(hint)


@given(st.text(alphabet="-\n ab:\u2014`*", max_size=40))
def test_of_any_text_something_is_told(text: str) -> None:
    assert all(advice_for_fences(text))


def test_a_kind_has_its_article() -> None:
    assert [with_article(kind) for kind in (EVENT, SOURCE, ACTOR, PLACE, DISPUTE)] == [
        "an event",
        "a source",
        "an actor",
        "a place",
        "a dispute",
    ]


@pytest.mark.parametrize(
    "before, after, change",
    [
        (EVENT, PLACE, ""),
        (ACTOR, DISPUTE, ""),
        (EVENT, ACTOR, ", with a line of --- above and below its keys"),
        (DISPUTE, SOURCE, ", without its lines of ---"),
    ],
)
def test_a_file_that_becomes_another_kind_gets_or_loses_its_fences(
    before: RecordKind, after: RecordKind, change: str
) -> None:
    assert fences_for(before, after) == change
