"""Slips that give themselves away: numbers against their wording, days against their address, copies, concessions."""

from pathlib import Path

import pytest
from baseline import MEETING, WELL, Content, base_text, checked, loaded
from dateline.ground.dates import Day
from dateline.ground.problems import Code
from dateline.records.chronology import link
from dateline.records.rules.context import Context
from dateline.records.rules.slips import amounts_in, day_in
from dateline.records.rules.soundness import reports_are_told_once
from dateline.records.types import Report

GAZETTE = "sources/gazette-2031-03-04.yml"
DISPUTE = "disputes/who-closed-the-well.md"


def codes(folder: Path, files: Content) -> list[tuple[Code, str]]:
    return [(problem.code, problem.message) for problem in checked(folder, files)]


def figure(keys: str) -> Content:
    return {
        MEETING: base_text(MEETING)
        .replace("min: 20, max: 20, ", "min: 20, ")
        .replace("min: 20, wording: at least twenty", keys)
    }


@pytest.mark.parametrize(
    "keys",
    [
        "min: 84, wording: at least 48",
        "exact: 23, wording: 32 petitioners",
        "exact: 48, wording: 49 petitioners",
        "max: 350, wording: '3,500 at most'",
        "min: 20, wording: more than ٣٠",
        "exact: 3.5, wording: '35 pages'",
    ],
)
def test_a_number_unlike_its_wording_is_told(tmp_path: Path, keys: str) -> None:
    ((code, message),) = codes(tmp_path, figure(keys))
    assert code is Code.FIGURE_UNLIKE_WORDING
    assert message.startswith(keys.partition(",")[0].replace(": ", " is ") + ", and the wording says '")


@pytest.mark.parametrize(
    "keys",
    [
        "min: 48, wording: at least 48",
        "min: 8, wording: more than 7",
        "max: 49, wording: fewer than 50",
        "min: 30, max: 95, wording: from over 30 to up to 95",
        "exact: 350000, wording: '350,000 people'",
        "exact: 350000, wording: 350.000 Menschen",
        "exact: 1200, wording: 1 200 personnes",
        "exact: 3.5, wording: '3,5 Seiten'",
        "exact: 3000000, wording: 3 million",
        "exact: 24, wording: 2 dozen",
        "exact: 50000000, wording: 5 crore rupees",
        "exact: 3000000, wording: 3 Millionen Menschen",
        "exact: 5000, wording: 5 tys. osób",
        "exact: 5000, wording: 5 bin kişi",
        "exact: 10000, wording: около 10 тыс. человек",
        "exact: 5000000, wording: 5 ملايين",
        "exact: 30, wording: half of the 60",
        "exact: 12, wording: the twelve of the BMP-1",
        "exact: 2, wording: both T-90 tanks",
        "exact: 18, wording: 15 men and 3 women",
        "exact: 30, wording: '60 less those who left', inferred: The paragraph counts who left.",
        "wording: some 30",
    ],
)
def test_a_number_that_its_wording_may_say_is_not(tmp_path: Path, keys: str) -> None:
    assert codes(tmp_path, figure(keys)) == []


def test_numbers_beside_letters_and_times_are_none() -> None:
    assert amounts_in("the BMP-1 at 14:30, route 66a, 7 left on 2.5.2018") == []
    assert amounts_in("1.250,5 t and 1.250 t") == [frozenset({1250.5}), frozenset({1.25, 1250.0})]


@pytest.mark.parametrize(
    "published, address, is_told",
    [
        ("2031-12-06", "https://a.example/2031/06/12/well", True),
        ("2030-06-12", "https://a.example/2031-06-12-well", True),
        ("2031-06", "https://a.example/2031/08/02/well", True),
        ("2031-06-12", "https://a.example/2031/06/12/well", False),
        ("2031-06-15", "https://a.example/2031/06/12/well", False),
        ("2031-06", "https://a.example/2031/06/12/well", False),
        ("2031-06-12", "https://a.example/news/20310801.html", False),
        ("2031-06-12", "https://a.example/?of=2031/08/01", False),
        ("2031-06-12", "https://a.example/2031/88/01/", False),
    ],
)
def test_a_day_far_from_that_of_the_address_is_told(
    tmp_path: Path, published: str, address: str, *, is_told: bool
) -> None:
    text = base_text(GAZETTE).replace("published: 2031-03-04", f'published: "{published}"', 1)
    text = text.replace("https://gazette.example/2031/well", address)
    found = [code for code, _ in codes(tmp_path, {GAZETTE: text}) if code is Code.PUBLISHED_UNLIKE_ADDRESS]
    assert bool(found) == is_told


def test_the_first_real_day_of_a_path_counts_and_nothing_of_a_query() -> None:
    assert day_in("https://a.example/2031/99/99/2031_6_2/?2030/01/01") == Day(2031, 6, 2)
    assert day_in("https://a.example/2031/06/") is None


def test_an_event_copied_under_another_id_is_told(tmp_path: Path) -> None:
    found = codes(tmp_path, {"events/2031/2031-03-03-well-shut.yml": base_text(WELL)})
    assert (
        Code.EVENT_TOLD_TWICE,
        "the event has the date, the claims and the paragraphs of event '2031-03-03-well-closed'",
    ) in found


@pytest.mark.parametrize("change", [("date: 2031-03-03", "date: 2031-03-05"), ("text: ", "text: Again: no. ")])
def test_one_of_another_date_or_with_another_claim_is_none(tmp_path: Path, change: tuple[str, str]) -> None:
    text = base_text(WELL).replace(*change, 1)
    found = codes(tmp_path, {"events/2031/2031-03-03-well-shut.yml": text})
    assert Code.EVENT_TOLD_TWICE not in {code for code, _ in found}


SETTLED = (
    "status: resolved\nresolution:\n  outcome: [council]\n  rule: concession\n  date: 2031-04-01\n"
    "  note: It said so.\n  cites: [{source: crier-2031-03-06, paragraph: 2}]\n"
    "  settles: {2031-03-03-well-closed#by-the-council: stands}\n"
)


@pytest.mark.parametrize(
    "rule, stance, is_told",
    [("concession", "denies", True), ("concession", "concedes", False), ("later-reporting", "denies", False)],
)
def test_what_nobody_conceded_is_asked(tmp_path: Path, rule: str, stance: str, *, is_told: bool) -> None:
    dispute = base_text(DISPUTE).replace("status: open\n", SETTLED.replace("concession", rule))
    files = {DISPUTE: dispute, WELL: base_text(WELL).replace("stance: denies", f"stance: {stance}")}
    found = codes(tmp_path, files)
    assert (Code.NOTHING_CONCEDED in {code for code, _ in found}) == is_told


def test_positions_of_numbers_on_one_claim_are_told_unless_all_numbers_stand(tmp_path: Path) -> None:
    claims = "claims: [2031-03-02-meeting#attendance]"
    asked = (
        "---\nquestion: How many?\nkind: figure\nrelation: exclusive\n{}positions:\n"
        f"  - {{{{id: many, label: Many, {claims}}}}}\n  - {{{{id: few, label: Few, {claims}}}}}\n---\n"
    )
    still = {"disputes/how-many.md": asked.format("status: open\nwould_settle: A list.\n")}
    (problem,) = checked(tmp_path, still)
    assert problem.message == "position 'few' has the claims and the stance of 'many'"
    assert problem.hint == "make the other number a claim of its own, with the reports that give it: dateline new claim"
    kept = asked.format(
        "status: resolved\nresolution: {outcome: [many, few], rule: range-kept, date: 2031-04-01, note: Both., "
        "cites: [{source: gazette-2031-03-04, paragraph: 3}]}\n"
    )
    assert checked(tmp_path, {"disputes/how-many.md": kept}) == []


def test_two_numbers_of_one_claim_are_to_be_told_apart_before_they_are_disputed(tmp_path: Path) -> None:
    cite = "cite: {source: gazette-2031-03-04, paragraph: 3}"
    other = f"      - {{by: [council], {cite}, figures: [{{measure: attended, of: petitioners, max: 9}}]}}\n"
    (problem,) = [one for one in checked(tmp_path, {MEETING: base_text(MEETING) + other}) if one.hint]
    assert problem.code is Code.UNCOVERED_CONTRADICTION
    assert problem.hint.startswith("make the other number a claim of its own, with the reports that give it")


def test_an_id_twice_is_told_together_with_the_other_problems_of_its_file(tmp_path: Path) -> None:
    text = base_text(WELL).replace("id: by-the-council", "id: closed").replace("kind: closure", "knd: closure")
    assert {code for code, _ in codes(tmp_path, {WELL: text})} >= {Code.UNKNOWN_KEY, Code.DUPLICATE_ID}


REPORT = "      - {by: [council], cite: {source: gazette-2031-03-04, paragraph: 2}, note: %s}\n"


def of_notes(*notes: str) -> Content:
    text = base_text(MEETING)
    at = text.index("    reports:\n") + len("    reports:\n")
    return {MEETING: text[:at] + "".join(REPORT % note for note in notes) + text[at:]}


def test_a_report_that_stands_there_again_is_told_once_for_each_time(tmp_path: Path) -> None:
    found = checked(tmp_path, of_notes("one", "two", "one", "one"))
    told = [problem for problem in found if "a second time" in problem.message]
    first = base_text(MEETING)[: base_text(MEETING).index("    reports:\n")].count("\n") + 2
    assert [problem.position.line for problem in told] == [first + 2, first + 3]


def test_many_reports_are_not_each_held_against_all_others(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    compared: list[object] = []
    same = Report.__eq__

    def counted(one: Report, other: object) -> bool:
        compared.append(other)
        return same(one, other)

    monkeypatch.setattr(Report, "__eq__", counted)
    corpus, _ = loaded(tmp_path, of_notes(*(f"no {number}" for number in range(100))))
    assert list(reports_are_told_once(Context(link(corpus, drafts=True), corpus))) == []
    assert len(compared) < 100
