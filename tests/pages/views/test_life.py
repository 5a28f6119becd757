"""The life of a claim: who said what on which day of reporting, a line for each voice, and nothing of days between."""

from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from baseline import linked
from dateline.ground.languages import ENGLISH
from dateline.pages.shared.edition import Edition
from dateline.pages.shared.life import life_of_claim, life_of_positions, unreported
from dateline.pages.shared.views import LifeView
from dateline.records.types import Citation, Report
from dateline.records.types.event import Stance
from hypothesis import given
from hypothesis import strategies as st

DAYS = ("2030-12-30", "2030-12-31", "2031-01-04", "2031-02")
ACTORS = {f"actors/{name}.md": f"---\nname: {name.capitalize()}\nkind: person\n---\n" for name in ("ann", "bob")}
SOURCES = {
    f"sources/{publisher}{number}.yml": f"title: {publisher} {number}\npublisher: {publisher}\npublished: {day}\n"
    "kind: article\nparagraphs:\n  - {n: 1, begins: It is, ends: so}\n"
    for publisher in ("paper", "desk")
    for number, day in enumerate(DAYS)
} | {f"actors/{name}.md": f"---\nname: {name.capitalize()}\nkind: media\n---\n" for name in ("paper", "desk")}


def edition(folder: Path, *reports: str) -> Edition:
    head = "title: Of it\ndate: 2030-12-29\nkind: closure\nclaims:\n"
    event = f"{head}  - {{id: it, text: It is., reports: [{', '.join(reports)}]}}\n"
    return Edition(linked(folder, {**ACTORS, **SOURCES, "events/2030/test.yml": event}))


def said(by: str, source: int, stance: str = "asserts", more: str = "") -> str:
    """Return a report: by a desk that names its speaker, or by a paper that names none."""
    where = f"{'desk' if by else 'paper'}{source}"
    return f"{{by: [{by}], stance: {stance}, cite: {{source: {where}, paragraph: 1}}{more}}}"


def life(folder: Path, *reports: str) -> LifeView | None:
    made = edition(folder, *reports)
    return life_of_claim(made, made.chronology.events["test"].claims[0])


def drawn(found: LifeView | None) -> dict[str, list[str]]:
    """Return each row as its signs by day, a sign that is said again in brackets."""
    assert found is not None
    return {
        row.name: ["".join(f"({m.sign.sign})" if m.is_again else m.sign.sign for m in cell) for cell in row.cells]
        for row in found.rows
    }


def test_each_voice_is_a_line_and_what_it_does_on_a_day_a_sign(tmp_path: Path) -> None:
    found = life(
        tmp_path,
        said("bob", 2, "denies"),
        said("ann", 0, more=", modality: possible"),
        said("ann", 1),
        said("ann", 2),
        said("ann", 3, "retracts"),
        said("", 2),
        said("", 2),
    )
    assert drawn(found) == {
        "Ann": ["○", "●", "(●)", "↶"],
        "Bob": ["", "", "✕", ""],
        "No speaker named": ["", "", "●", ""],
    }
    assert found is not None
    assert [row.cells[2][0].label for row in found.rows] == [
        "said so, again: 1 report", "denied it: 1 report", "said so: 2 reports",
    ]  # fmt: skip
    assert {sign.sign for sign in found.legend} == {"○", "●", "✕", "↶"}


def test_the_axis_has_days_with_reports_only_and_says_what_lies_between(tmp_path: Path) -> None:
    found = life(tmp_path, *(said("ann", source) for source in range(4)))
    assert found is not None
    assert [(column.label, column.gap) for column in found.columns] == [
        ("30 Dec 2030", 0), ("31 Dec", 0), ("4 Jan 2031", 3), ("February 2031", 27),
    ]  # fmt: skip
    assert found.columns[2].gap_label == "3 days without a report"


@pytest.mark.parametrize(
    "days, told",
    [
        (0, ""),
        (1, "1 day without a report"),
        (99, "99 days without a report"),
        (147, "over 4 months without a report"),
        (709, "over 23 months without a report"),
        (969, "over 2 years without a report"),
    ],
)
def test_a_long_silence_is_told_in_months_and_years(days: int, told: str) -> None:
    assert unreported(days, ENGLISH) == told


@given(st.integers(100, 10_000))
def test_a_silence_is_longer_than_it_is_told_and_by_less_than_one_of_its_unit(days: int) -> None:
    _, count, unit, *_ = unreported(days, ENGLISH).split()
    shortest = int(count) * (365.2425 if unit.startswith("year") else 365.2425 / 12)
    assert shortest <= days < shortest + (365.2425 if unit.startswith("year") else 365.2425 / 12)


def test_a_claim_of_few_reports_or_of_one_day_has_no_life(tmp_path: Path) -> None:
    assert life(tmp_path / "few", said("ann", 0), said("bob", 1)) is None
    assert life(tmp_path / "one", said("ann", 0), said("bob", 0), said("", 0)) is None


def test_what_nobody_can_date_stands_last_and_is_nobodys_first_word_nor_said_again(tmp_path: Path) -> None:
    undated = (
        "title: Desk 9\npublisher: desk\nunknown: [published]\nkind: article\nparagraphs:\n  - {n: 1, begins: It is}\n"
    )
    head = "title: Of it\ndate: 2030-12-29\nkind: closure\nclaims:\n"
    reports = ", ".join([said("ann", 9), said("ann", 0), said("bob", 1), said("bob", 9)])
    event = f"{head}  - {{id: it, text: It is., reports: [{reports}]}}\n"
    files = {**ACTORS, **SOURCES, "sources/desk9.yml": undated, "events/2030/test.yml": event}
    made = Edition(linked(tmp_path, files))
    found = life_of_claim(made, made.chronology.events["test"].claims[0])
    assert found is not None
    assert found.columns[-1].label == "date not known"
    assert drawn(found) == {"Ann": ["●", "", "●"], "Bob": ["", "●", "●"]}


def test_positions_are_told_by_number_and_label(tmp_path: Path) -> None:
    made = edition(tmp_path, said("ann", 0), said("bob", 1, "denies"), said("bob", 2))
    reports = made.chronology.events["test"].claims[0].reports
    found = life_of_positions(made, [("It is", (reports[0], reports[2])), ("It is not", (reports[1],))])
    assert drawn(found) == {"Ann": ["1", "", ""], "Bob": ["", "2", "1"]}
    assert found is not None
    assert [sign.words for sign in found.legend] == ["It is", "It is not"]


REPORTS = st.lists(
    st.tuples(
        st.sampled_from(["ann", "bob", ""]),
        st.integers(0, 3),
        st.sampled_from(["asserts", "denies", "doubts", "unconfirmed", "concedes", "retracts"]),
    ),
    min_size=3,
    max_size=12,
)


@pytest.fixture(scope="module")
def quiet(tmp_path_factory: pytest.TempPathFactory) -> Edition:
    """An edition whose claim has one report, to be given others."""
    return edition(tmp_path_factory.mktemp("life"), said("ann", 0))


@given(reports=REPORTS)
def test_every_report_is_counted_once_on_its_own_day(quiet: Edition, reports: list[tuple[str, int, Stance]]) -> None:
    told = tuple(
        Report(
            by=(by,) if by else (),
            stance=stance,
            cite=Citation(source=f"{'desk' if by else 'paper'}{source}", paragraph=1),
        )
        for by, source, stance in reports
    )
    found = life_of_claim(quiet, replace(quiet.chronology.events["test"].claims[0], reports=told))
    days = sorted({source for _, source, _ in reports})
    assert (found is None) == (len(days) == 1)
    if found is None:
        return
    counted = {day: sum(mark.reports for row in found.rows for mark in row.cells[n]) for n, day in enumerate(days)}
    assert counted == Counter(source for _, source, _ in reports)
    for row in found.rows:
        seen: set[str] = set()
        for cell in row.cells:
            assert all(mark.is_again == (mark.sign.key in seen) for mark in cell)
            seen |= {mark.sign.key for mark in cell}
