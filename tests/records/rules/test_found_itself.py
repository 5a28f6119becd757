"""What a body found itself is a voice beside those of whom it tells; where that is not said, the check asks."""

from pathlib import Path

import pytest
from baseline import WELL, base_text, checked
from dateline.ground.problems import Code

CRIER = "actors/lindwell-crier.md"
PASSED_ON = "      - by: [clerk]\n        cite: {source: crier-2031-03-06, paragraph: 1}\n"
BARE = "      - by: []\n        cite: {source: crier-2031-03-06, paragraph: 1}\n"


def asked(folder: Path, kind: str, bare: str = BARE, **actors: str) -> list[str]:
    well = base_text(WELL).replace(BARE, PASSED_ON + bare)
    crier = base_text(CRIER).replace("kind: media", f"kind: {kind}")
    files = {f"actors/{id_}.md": text for id_, text in actors.items()}
    problems = checked(folder, {**files, WELL: well, CRIER: crier})
    return [str(problem.hint) for problem in problems if problem.code is Code.CHAIN_CUT]


@pytest.mark.parametrize("kind, times", [("organisation", 1), ("state", 1), ("media", 0), ("monitor", 0)])
def test_what_a_body_says_beside_those_of_whom_it_tells_is_asked_for(tmp_path: Path, kind: str, times: int) -> None:
    hints = asked(tmp_path, kind)
    assert len(hints) == times
    assert all("own_reporting: true" in hint for hint in hints)


def test_nothing_is_asked_where_it_is_said_or_where_the_body_denies_what_it_tells(tmp_path: Path) -> None:
    found = BARE.replace("by: []\n", "by: []\n        own_reporting: true\n        note: It looked into the well.\n")
    assert asked(tmp_path, "organisation", found) == []
    assert asked(tmp_path, "organisation", BARE.replace("by: []\n", "by: []\n        stance: denies\n")) == []
    assert asked(tmp_path, "organisation", BARE.replace("[]", "[petitioners]")) == []


def test_nothing_is_asked_of_a_body_whose_own_part_says_so(tmp_path: Path) -> None:
    clerk = base_text("actors/clerk.md")
    assert asked(tmp_path, "organisation", clerk=clerk.replace("part_of: council", "part_of: lindwell-crier")) == []
