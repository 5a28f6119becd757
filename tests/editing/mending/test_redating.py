"""A date that is typed otherwise is exchanged for the one that the check offers, where that is one thing only."""

from pathlib import Path

import pytest
from baseline import WELL, base_text
from click.testing import CliRunner
from dateline.cli import main
from dateline.editing.mending import redated
from dateline.ground.dates import DateError, parse
from dateline.ground.problems import Code, Position, Problem
from projects import CASES, make_project


def told(typed: str, line: int = 1, column: int = 7) -> Problem:
    with pytest.raises(DateError) as refused:
        parse(typed, "Asia/Damascus")
    return Problem(Position("content/e.yml", line, column), Code.BAD_DATE, refused.value.problem, refused.value.cure)


@pytest.mark.parametrize(
    "written, typed, mended",
    [
        ("date: 17.11.2017", "17.11.2017", "date: 2017-11-17"),
        ("date: '17 November 2017'  # as it says", "17 November 2017", "date: 2017-11-17  # as it says"),
        ("date: 17 novembre 2017", "17 novembre 2017", "date: 2017-11-17"),
        ("date: circa 2030", "circa 2030", 'date: "2030~"'),
        ("date: 44 v. Chr.", "44 v. Chr.", 'date: "-0043"'),
        ("date: ٢٠٣١-٠٣-٠٢", "٢٠٣١-٠٣-٠٢", "date: 2031-03-02"),
        ("date: 2031-03-02 12:10", "2031-03-02 12:10", 'date: "2031-03-02T12:10"'),
        # Two things may be meant, or a key is needed: they stay.
        ("date: 02/03/2031", "02/03/2031", "date: 02/03/2031"),
        ("date: 1 to 3 March 2031", "1 to 3 March 2031", "date: 1 to 3 March 2031"),
        ("date: 27 Safar 1439", "27 Safar 1439", "date: 27 Safar 1439"),
        ("date: late March 2031", "late March 2031", "date: late March 2031"),
        ("date: 8 Hidar 2010", "8 Hidar 2010", "date: 8 Hidar 2010"),
        ("date: 2017-13-01", "2017-13-01", "date: 2017-13-01"),
        ('date: "[2017-11-17;2017-11-18]"', "[2017-11-17;2017-11-18]", 'date: "[2017-11-17,2017-11-18]"'),
        ("date: 2031.5", "2031.5", "date: 2031.5"),
        ("date: unknown", "unknown", "date: unknown"),
        ("date: 2031-02-30", "2031-02-30", "date: 2031-02-30"),
        # What the problem does not name stands there.
        ("date: 17.11.20178", "17.11.2017", "date: 17.11.20178"),
    ],
)
def test_what_can_mean_but_one_date_is_written_as_it(written: str, typed: str, mended: str) -> None:
    assert redated(f"{written}\nkind: x\n", [told(typed)]) == f"{mended}\nkind: x\n"


def test_dates_of_one_line_are_all_exchanged() -> None:
    text = "archive: {date: 17.11.2017}, accessed: 18.11.2017\n"
    found = [told("17.11.2017", 1, 17), told("18.11.2017", 1, 40)]
    assert redated(text, found) == "archive: {date: 2017-11-17}, accessed: 2017-11-18\n"


@pytest.mark.parametrize(
    "typed, mended",
    [
        ("17 mars 2031", "2031-03-17"),
        ("[2031-03-01, 2031-03-02]", '"[2031-03-01,2031-03-02]"'),
        ("{2031-03-01,2031-03-02}", '"{2031-03-01,2031-03-02}"'),
        ("[2031-03-01]", "[2031-03-01]"),
    ],
)
def test_fix_writes_such_a_date_only_on_request(
    typed: str, mended: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    event = make_project(tmp_path, CASES / "base" / "content") / "content" / WELL
    event.write_text(base_text(WELL).replace("date: 2031-03-03\n", f"date: {typed}\n"), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    CliRunner().invoke(main, ["fix", "--write"])
    assert f"date: {typed}\n" in event.read_text(encoding="utf-8")
    CliRunner().invoke(main, ["fix", "--write", "--ids"])
    assert f"date: {mended}\n" in event.read_text(encoding="utf-8")
