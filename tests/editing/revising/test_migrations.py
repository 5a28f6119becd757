"""Records of an older format are brought to the newest one, a step at a time, and say the same afterwards."""

from pathlib import Path

import pytest
from dateline.editing.revising import Manuscript
from dateline.editing.revising.entries import with_key
from dateline.editing.revising.migrations import MIGRATIONS, Migration, upgraded
from dateline.records.loading import load
from dateline.records.loading.corpus import MASTHEAD
from dateline.records.types.masthead import FORMAT

OLD = "# The well.\ntitle: The well  # of the village\nlanguage: en\nvocabulary: {}\n"


def manuscript(folder: Path, text: str = OLD) -> Manuscript:
    (folder / "content").mkdir(exist_ok=True)
    (folder / "content" / MASTHEAD).write_text(text, encoding="utf-8")
    return Manuscript.read(folder / "content", folder)


def after(folder: Path, text: str = OLD) -> str:
    changed = manuscript(folder, text)
    upgraded(changed)
    return changed.text(MASTHEAD)


def test_the_migrations_lead_from_the_first_format_to_the_newest_without_a_gap() -> None:
    assert [one.to for one in MIGRATIONS] == list(range(1, FORMAT + 1))
    assert all(one.told.endswith(".") for one in MIGRATIONS)


def test_to_1_the_masthead_says_its_format_and_what_the_feeds_hung_on_and_keeps_its_comments(tmp_path: Path) -> None:
    text = after(tmp_path)
    assert "format: 1\n" in text
    assert "feed_id: tag:dateline.invalid,2026:the-well\n" in text
    assert text.startswith("# The well.\ntitle: The well  # of the village\n")


def test_to_1_the_ids_of_the_feeds_stay_what_they_were(tmp_path: Path) -> None:
    before = manuscript(tmp_path).version.chronology.masthead.feeds
    text = after(tmp_path)
    assert manuscript(tmp_path, text).version.chronology.masthead.feeds == before
    renamed = manuscript(tmp_path, text.replace("title: The well ", "title: The two wells "))
    assert renamed.version.chronology.masthead.feeds == before


def test_to_1_a_feed_id_of_ones_own_stays(tmp_path: Path) -> None:
    own = OLD.replace("language", "feed_id: tag:example.org,2031:well\nlanguage")
    assert after(tmp_path, own).count("feed_id: ") == 1
    assert "feed_id: tag:example.org,2031:well\n" in after(tmp_path, own)


def test_a_second_time_changes_nothing(tmp_path: Path) -> None:
    again = manuscript(tmp_path, after(tmp_path))
    assert upgraded(again) == ()
    assert again.changes() == ()


def test_only_what_is_due_is_carried_out_in_its_order(tmp_path: Path) -> None:
    done: list[int] = []

    def step(number: int) -> Migration:
        return Migration(number, f"Step {number}.", lambda _: done.append(number))

    steps = step(1), step(2), step(3)
    changed = manuscript(tmp_path, OLD.replace("language", "format: 1\nlanguage"))
    assert [one.to for one in upgraded(changed, steps, 3)] == [2, 3]
    assert done == [2, 3]
    assert "format: 3\n" in changed.text(MASTHEAD)
    assert "format: 1\n" not in changed.text(MASTHEAD)


def test_a_migration_may_change_any_record(tmp_path: Path) -> None:
    folder = tmp_path / "content" / "places"
    folder.mkdir(parents=True)
    (folder / "well.yml").write_text("name: The well\n", encoding="utf-8")

    def rename(changed: Manuscript) -> None:
        changed.edit("places/well.yml", with_key, changed.form("places/well.yml"), "name", "name: The old well\n")

    changed = manuscript(tmp_path)
    upgraded(changed, (Migration(1, "Wells are old.", rename),), 1)
    assert [one.path for one in changed.changes()] == [MASTHEAD, "places/well.yml"]


def test_a_newer_format_than_is_known_is_an_error_at_its_column(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    text = OLD.replace("language", f"format: {FORMAT + 1}\nlanguage")
    (tmp_path / "content" / MASTHEAD).write_text(text, encoding="utf-8")
    _, problems = load(tmp_path / "content", tmp_path)
    (found,) = [one for one in problems if "newer" in one.message]
    assert (found.position.line, found.position.column) == (3, 9)
    assert "install a newer Dateline" in found.hint


@pytest.mark.parametrize("number", [-1, 1.5, "one", True])
def test_what_is_no_number_of_a_format_is_refused(tmp_path: Path, number: object) -> None:
    (tmp_path / "content").mkdir()
    text = OLD.replace("language", f"format: {str(number).lower()}\nlanguage")
    (tmp_path / "content" / MASTHEAD).write_text(text, encoding="utf-8")
    assert load(tmp_path / "content", tmp_path)[1]


def test_a_masthead_without_a_format_is_of_the_first(tmp_path: Path) -> None:
    assert manuscript(tmp_path).version.chronology.masthead.format == 0
