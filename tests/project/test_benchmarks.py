"""The generator of chronologies: lifelike, valid, the same for the same seed."""

import re
from collections import Counter
from pathlib import Path

from projects import run

from benchmarks.__main__ import table
from benchmarks.chronicle import Chronicle
from benchmarks.project import make_project
from benchmarks.rows import Row


def test_the_same_seed_gives_the_same_files_and_another_others() -> None:
    first, again, other = (list(Chronicle(60, seed).files()) for seed in (1, 1, 2))
    assert first == again
    assert first != other


def test_a_generated_chronology_has_no_problems(tmp_path: Path) -> None:
    counts = make_project(tmp_path / "project", 150)
    assert counts["events"] == 150
    assert counts["disputes"] > 0
    done = run("dateline", "check", cwd=tmp_path / "project")
    assert (done.returncode, done.stdout.strip()) == (0, "No problems.")


def test_a_large_chronology_has_the_shape_that_was_measured_on_recorded_conflicts() -> None:
    kinds: Counter[str] = Counter()
    days: Counter[str] = Counter()
    with_the_first_actor = 0
    for name, text in Chronicle(2_000).files():
        kinds[name.partition("/")[0]] += 1
        if name.startswith("events/"):
            days[re.findall(r"\d{4}-\d\d-\d\d", name)[0]] += 1
            with_the_first_actor += "actor: actor-0," in text
            assert text.count("- id: claim-") == 3
            assert text.count("cite:") == 5
    assert 1_600 <= kinds["sources"] <= 5_000
    assert max(days.values()) > 10 * sorted(days.values())[len(days) // 2]
    assert 0.4 < with_the_first_actor / kinds["events"] < 0.8


def test_the_table_says_what_was_reached() -> None:
    rows = [Row("a", "≤ 1", "0.5", reached=True), Row("b", "≤ 1", "2", reached=False), Row("c", "–", "–", reached=None)]
    assert table(rows, "10 events").splitlines()[2:] == [
        "| a | ≤ 1 | 0.5 | yes |",
        "| b | ≤ 1 | 2 | no |",
        "| c | – | – | – |",
    ]
