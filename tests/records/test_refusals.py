"""Every refusal, as data: cases/refusals/<name>/content/ over cases/base/content/, and what is told in expected.txt.

A case may take files of the base away, listed in removed.txt.  After a change that is
meant, `pytest --update` rewrites every expected.txt; read the difference.
"""

import shutil
from pathlib import Path
from typing import Final

import pytest
from dateline.ground.problems import CATALOGUE, Code, Problem, Severity
from dateline.records.loading import load
from dateline.records.rules import check

CASES: Final = Path(__file__).parents[1] / "cases"
VERIFYING: Final = (
    Code.PARAGRAPH_CHANGED,
    Code.PARAGRAPH_MOVED,
    Code.PARAGRAPH_GONE,
    Code.PARAGRAPH_UNRECORDED,
    Code.TEXT_UNRECORDED,
    Code.LOCATOR_MISMATCH,
    Code.FIGURE_NOT_IN_PARAGRAPH,
    Code.WORDING_NOT_IN_PARAGRAPH,
    Code.DATE_NOT_IN_PARAGRAPH,
    Code.ACTOR_NOT_IN_PARAGRAPH,
    Code.PLACE_NOT_IN_PARAGRAPH,
    Code.LINK_DEAD,
    Code.LINK_MOVED,
    Code.LINK_UNREADABLE,
)
TAKING_IN: Final = (Code.NO_ARTICLE, Code.TEXT_ELSEWHERE, Code.TEXT_LOST)
COMPARING: Final = (Code.ID_VANISHED, Code.ADDRESS_LOST, Code.HISTORY_MISSING)
REFUSALS: Final = sorted(path for path in (CASES / "refusals").iterdir() if path.is_dir())
ELSEWHERE: Final = {
    **dict.fromkeys(VERIFYING, "told by `source verify`, which has the texts before it: verification/"),
    **dict.fromkeys(TAKING_IN, "told by `source add`, which has a file before it: intake/"),
    **dict.fromkeys(COMPARING, "told by `diff`, which has an earlier version before it: comparison/"),
    Code.LOOKS_ALIKE: "told by `check --suggest`, which is asked for it: rules/test_likenesses.py",
    Code.TEMPLATE_ERROR: "raised by rendering",
    Code.UNREADABLE: "links and permissions are no data: loading/test_documents.py",
    Code.TOO_LARGE: "too large to keep: loading/test_documents.py",
    Code.TEXT_TOO_LONG: "too long to keep: loading/test_limits.py",
}


def problems_of(content: Path) -> list[Problem]:
    corpus, problems = load(content, content.parent)
    return sorted({*problems, *check(corpus)})


def compose(case: Path, into: Path) -> Path:
    content = into / "content"
    shutil.copytree(CASES / "base" / "content", content)
    removed = case / "removed.txt"
    for name in removed.read_text(encoding="utf-8").split() if removed.exists() else ():
        (content / name).unlink()
        if not any((content / name).parent.iterdir()):
            (content / name).parent.rmdir()
    if (case / "content").exists():
        shutil.copytree(case / "content", content, dirs_exist_ok=True)
    return content


def test_the_base_has_no_problem() -> None:
    assert problems_of(CASES / "base" / "content") == []


@pytest.mark.parametrize("case", REFUSALS, ids=lambda case: case.name)
def test_the_case_is_told_as_expected(case: Path, tmp_path: Path, *, update: bool) -> None:
    told = "".join(f"{problem}\n" for problem in problems_of(compose(case, tmp_path)))
    expected = case / "expected.txt"
    if update:
        expected.write_text(told, encoding="utf-8")
    assert told == expected.read_text(encoding="utf-8")


@pytest.mark.parametrize("case", REFUSALS, ids=lambda case: case.name)
def test_a_case_has_a_problem_unless_its_name_says_not(case: Path) -> None:
    is_empty = not (case / "expected.txt").read_text(encoding="utf-8")
    assert is_empty == case.name.startswith("allowed-")


def test_every_code_has_a_case_that_raises_it() -> None:
    golden = "".join((case / "expected.txt").read_text(encoding="utf-8") for case in REFUSALS)
    raised = {code for code in Code if f" [{code}] " in golden}
    assert raised | set(ELSEWHERE) == set(Code)
    assert not raised & set(ELSEWHERE)


@pytest.mark.parametrize("code", Code)
def test_every_code_says_what_it_means_and_how_it_is_cured(code: Code) -> None:
    entry = CATALOGUE[code]
    assert entry.meaning
    assert entry.meaning[-1] not in ".!"
    assert entry.cure.endswith(".")
    assert entry.cure[0].isupper()


def test_only_what_a_reader_can_live_with_is_a_warning() -> None:
    warnings = {code for code, entry in CATALOGUE.items() if entry.severity is Severity.WARNING}
    warnings -= {*VERIFYING, *COMPARING}
    assert warnings == {
        *(Code.HIDDEN_CHARACTER, Code.TEXT_CUT, Code.CURLY_QUOTES),
        *(Code.UNPORTABLE_NAME, Code.MISPLACED_FILE, Code.SAME_NAME, Code.ENGLISH_ONLY),
        *(Code.UNUSED_ACTOR, Code.UNUSED_PLACE, Code.UNUSED_SOURCE, Code.FEED_ID_MISSING, Code.SAME_ADDRESS),
        *(Code.SAME_TEXT, Code.WITHDRAWN_NOT_SAID, Code.MIXED_HOST, Code.CALENDAR_UNKNOWN, Code.SEASON_OR_YEARS),
        *(Code.PUBLISHED_IN_FUTURE,),
        *(Code.VOICE_UNCLEAR, Code.CHAIN_CUT, Code.ACCUSATION_STATED, Code.NOTHING_SETTLED, Code.NOTHING_LEFT_OPEN),
        *(Code.RESTS_ON_FALLEN,),
        *(Code.TITLE_DECIDES, Code.TITLE_OF_ONE_VOICE, Code.LOADED_WORD, Code.MISSPELT, Code.LOOKS_ALIKE),
        *(Code.CONTACT_MISSING, Code.NAMED_WITHOUT_REASON, Code.NEARLY_SAME_TEXT, Code.DAY_FAR_OFF),
        *(Code.DOUBTFUL_COORDINATES, Code.CLAIM_NAMED_TWICE, Code.WITHHELD_PASSED, Code.WITHHELD_NAMED),
        *(
            Code.FIGURE_UNLIKE_WORDING,
            Code.PUBLISHED_UNLIKE_ADDRESS,
            Code.NOTHING_CONCEDED,
            Code.HISTORY_UNLIKE_STATUS,
            Code.MARK_OF_TWO_SIDES,
            Code.LOCATOR_CUT,
        ),
        *(Code.TIE_AGAINST_TIME, Code.UNUSED_IMAGE),
    }


def test_the_catalogue_is_in_the_order_of_the_codes() -> None:
    assert list(CATALOGUE) == list(Code)
