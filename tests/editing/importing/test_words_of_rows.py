"""The words that a file brings to a chronology that begins with it."""

from dateline.editing.importing.column_map import ColumnMap, ColumnTarget
from dateline.editing.importing.given_tables import Row
from dateline.editing.importing.words_of_rows import MOST_WORDS, with_words, words_of
from dateline.ground import yamltree

MASTHEAD = """title: Wells
vocabulary:
  event_kinds:
    action: {label: Action}
  measures:
    killed: {label: Killed people}
  sides: {}
"""
MAP = ColumnMap(
    name="x",
    columns={
        "Kind": ColumnTarget("kind", None, {"1": "State: based"}),
        "Tags": ColumnTarget("tags"),
        "Dead": ColumnTarget("figure.killed.min"),
        "Hurt": ColumnTarget("figure.injured"),
        "Who": ColumnTarget("actor.attacker"),
    },
)


def test_words_are_those_of_the_cells_and_of_the_map() -> None:
    rows = [Row(2, {"Kind": "Air strike", "Tags": "Bridge; war"}), Row(3, {"Kind": "1", "Tags": "war", "Who": "Army"})]
    assert words_of(rows, MAP) == {
        "measures": {"killed": "Killed", "injured": "Injured"},
        "roles": {"attacker": "Attacker"},
        "event_kinds": {"air-strike": "Air strike", "state-based": "State: based"},
        "tags": {"bridge": "Bridge", "war": "war"},
    }


def test_what_every_row_is_brings_its_word_and_what_names_a_cell_does_not() -> None:
    known = ColumnMap(name="x", columns={}, fixed={"place.kind": "Town", "kind": "{Type}", "title": "A raid"})
    assert words_of([Row(2, {"Type": "Raid"})], known) == {"place_kinds": {"town": "Town"}}


def test_a_column_of_hundreds_of_words_or_of_sentences_is_none_of_kinds() -> None:
    rows = [Row(number, {"Kind": f"k{number}"}) for number in range(MOST_WORDS + 1)]
    assert "event_kinds" not in words_of(rows, MAP)
    assert "event_kinds" not in words_of([Row(2, {"Kind": "a long sentence " * 9})], MAP)


def test_words_stand_in_the_vocabulary_and_what_is_there_keeps_its_label() -> None:
    rows = [Row(2, {"Kind": 'no "quotes": {x}', "Tags": "2017"})]
    tree, problems = yamltree.read(with_words(MASTHEAD, words_of(rows, MAP)), "chronology.yml")
    assert problems == []
    assert tree is not None
    assert tree.value == {
        "title": "Wells",
        "vocabulary": {
            "event_kinds": {"no-quotes-x": {"label": 'no "quotes": {x}'}},
            "measures": {"killed": {"label": "Killed people"}, "injured": {"label": "Injured"}},
            "roles": {"attacker": {"label": "Attacker"}},
            "sides": {},
            "tags": {"2017": {"label": "2017"}},
        },
    }
