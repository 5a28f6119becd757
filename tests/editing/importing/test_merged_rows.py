"""What a row changed and what an editor changed, in one record."""

from collections.abc import Mapping
from pathlib import Path

import pytest
from dateline.editing.importing.merged_rows import ThreeWay
from dateline.editing.importing.planning import ledger_of
from dateline.editing.importing.rewritten import LayoutError, rewritten_record, values_of
from dateline.editing.importing.row_ledger import FOLDER, RowLedger, digests, row_key
from dateline.ground import yamltree
from dateline.records.types import RecordKind
from hypothesis import given
from hypothesis import strategies as st

EVENT = RecordKind.EVENT
BEFORE = """title: A well is dug
date: 2031-03-03
places:
  - {place: upper-well}
summary: It was dug.
claims:
  - id: dug
    text: The well was dug.
    reports:
      - cite: {source: crier}
        figures:
          - {measure: killed, min: 3, max: 5}
state: draft
"""


def merged(ours: str, before: str, now: str) -> tuple[str, list[tuple[str, ...]]]:
    """Return the file after an import, and what stayed as an editor wrote it."""
    way = ThreeWay(digests(values_of(before, EVENT)))
    mine = values_of(ours, EVENT)
    return rewritten_record(ours, EVENT, mine, way.merged(mine, values_of(now, EVENT))), way.kept


def test_a_changed_row_changes_its_values_and_leaves_comments_and_additions() -> None:
    ours = BEFORE.replace("summary: It was dug.", "# look at this\nsummary: It was dug. # sure\nnote: Mine.")
    ours = ours.replace("{place: upper-well}", "{place: upper-well, note: One of two.}\n  - {place: lower-well}")
    now = BEFORE.replace("It was dug.", "It was dug twice.").replace("max: 5", "max: 6")
    after, kept = merged(ours, BEFORE, now)
    assert after == ours.replace("It was dug. #", "It was dug twice. #").replace("max: 5", "max: 6")
    assert kept == []


def test_a_row_that_is_as_it_was_changes_nothing_of_an_editor() -> None:
    ours = BEFORE.replace("A well is dug", "A better title").replace("min: 3, max: 5", "exact: 4")
    after, kept = merged(ours, BEFORE, BEFORE)
    assert (after, kept) == (ours, [])


def test_what_both_changed_stays_as_the_editor_has_it_and_is_told() -> None:
    ours, now = BEFORE.replace("It was dug.", "Mine."), BEFORE.replace("It was dug.", "Theirs.")
    after, kept = merged(ours, BEFORE, now)
    assert after == ours
    assert kept == [("summary",)]


def test_what_the_row_has_no_more_goes_and_what_an_editor_took_out_does_not_come_back() -> None:
    now = BEFORE.replace("summary: It was dug.\n", "")
    assert merged(BEFORE, BEFORE, now)[0] == now
    ours = BEFORE.replace("summary: It was dug.\n", "")
    assert merged(ours, BEFORE, BEFORE)[0] == ours


def test_entries_come_and_go_beside_those_of_an_editor() -> None:
    ours = BEFORE.replace("  - {place: upper-well}\n", "  # both\n  - {place: upper-well}\n  - {place: mine}\n")
    now = BEFORE.replace("  - {place: upper-well}\n", "  - {place: other-well}\n")
    after, _ = merged(ours, BEFORE, now)
    assert values_of(after, EVENT)["places"] == [{"place": "mine"}, {"place": "other-well"}]
    assert "# both" in after


def test_a_new_key_stands_where_it_belongs() -> None:
    after, _ = merged(BEFORE, BEFORE, BEFORE.replace("places:", "kind: incident\nplaces:"))
    assert after == BEFORE.replace("places:", "kind: incident\nplaces:")


def test_a_published_state_stays() -> None:
    ours = BEFORE.replace("state: draft\n", "")
    assert merged(ours, BEFORE, BEFORE.replace("3, max", "2, max"))[0] == ours.replace("3, max", "2, max")


def test_a_file_in_braces_is_not_changed() -> None:
    ours = "{title: A well is dug, state: draft}\n"
    with pytest.raises(LayoutError):
        rewritten_record(ours, EVENT, values_of(ours, EVENT), {"title": "Another", "state": "draft"})


def test_a_ledger_is_read_as_it_was_written_and_a_foreign_one_is_empty() -> None:
    ledger = RowLedger()
    ledger.note("event:0123456789ab", "a-well", {"title": "x", "places": [{"place": "y"}]})
    assert RowLedger.read(ledger.text()) == ledger
    hostile = ledger.text().replace("a-well", "../../a-well")
    assert [RowLedger.read(text).known for text in ("", "[]", '{"version": 2}', hostile)] == [{}] * 4


def test_a_ledger_may_be_larger_than_a_record(tmp_path: Path) -> None:
    ledger = RowLedger()
    for number in range(4000):
        ledger.note(row_key(EVENT, str(number)), f"a-{number}", {f"key-{one}": one for one in range(8)})
    (tmp_path / FOLDER).mkdir()
    (tmp_path / FOLDER / "x.json").write_text(ledger.text())
    assert len(ledger.text()) > yamltree.MAX_BYTES
    assert ledger_of(tmp_path, "x") == ledger


def test_a_ledger_holds_no_word_of_a_record() -> None:
    ledger = RowLedger()
    ledger.note("event:0123456789ab", "a-well", {"title": "A secret name", "places": [{"place": "secret-place"}]})
    assert "secret" not in ledger.text()


leaves = st.text(st.characters(codec="utf-8", exclude_characters="\x00", exclude_categories=["Cs", "Cc"]), max_size=5)
trees = st.dictionaries(st.sampled_from(["title", "summary", "note"]), leaves.filter(bool), min_size=1)


@given(trees, trees, trees)
def test_where_only_one_side_changed_its_word_is_taken(
    before: Mapping[str, str], ours: Mapping[str, str], theirs: Mapping[str, str]
) -> None:
    given_ = digests(before)
    assert ThreeWay(given_).merged(before, theirs) == theirs
    assert ThreeWay(given_).merged(ours, before) == ours
    way = ThreeWay(given_)
    found = way.merged(ours, theirs)
    for key in {*before, *ours, *theirs}:
        if found.get(key) != theirs.get(key):
            assert found.get(key) == ours.get(key)  # never a third thing
            assert theirs.get(key) == before.get(key) or (key,) in way.kept
