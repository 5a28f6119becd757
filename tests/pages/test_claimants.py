"""Whose word a claim is, as its citations say it; and which sources are told by their names."""

from pathlib import Path

import pytest
from baseline import base_text, linked
from dateline.ground.languages import ENGLISH
from dateline.pages.shared.claimants import claimants
from dateline.pages.shared.edition import Edition
from dateline.records.types import Citation

EVENT = """
title: "The clerk and the council differ about the pump"
date: 2031-03-02
kind: meeting
places: [{place: lindwell}]
actors: [{actor: council, role: speaker}]
summary: They differ.
claims:
  - id: works
    text: The pump works.
    reports:
"""


def of_reports(tmp_path: Path, *reports: str, **more: str) -> tuple[list[str], int]:
    """Return who is named of a claim with these reports, and how many are not."""
    event = EVENT + "".join(f"      - {{cite: {{source: {report}]}}\n" for report in reports)
    graph = linked(tmp_path, {"events/x/2031-03-02-pump.yml": event, **more})
    found, others = claimants(Edition(graph), graph.claims["2031-03-02-pump#works"].claim)
    return [one.told(ENGLISH) for one in found], others


def test_whose_word_it_is_comes_from_the_reports_each_voice_once_those_who_say_so_first(tmp_path: Path) -> None:
    found = of_reports(
        tmp_path,
        "crier-2031-03-06, paragraph: 2}, stance: denies, by: [council",
        "gazette-2031-03-04, paragraph: 1}, by: [petitioners",
        "gazette-2031-03-04, paragraph: 2}, by: [petitioners, harrow-gazette",
    )
    assert found == (
        ["Petitioners, in Harrow Gazette, ¶ 1", "denied by Lindwell Council, in Lindwell Crier, ¶ 2"],
        0,
    )


def test_a_publisher_that_does_not_say_from_whom_is_named_only_where_nobody_else_is(tmp_path: Path) -> None:
    bare = "gazette-2031-03-04, paragraph: 1}, by: ["
    unsaid = "Harrow Gazette, ¶ 1, which does not say whose word it is"
    assert of_reports(tmp_path, bare) == ([unsaid], 0)
    assert of_reports(tmp_path, bare, "crier-2031-03-06, paragraph: 1}, by: [council") == (
        ["Lindwell Council, in Lindwell Crier, ¶ 1"],
        0,
    )


def test_three_are_named_and_the_others_counted(tmp_path: Path) -> None:
    people = [f"neighbour-{number}" for number in range(5)]
    files = {f"actors/{one}.md": f"---\nname: {one}\nkind: organisation\n---\n" for one in people}
    found, others = of_reports(tmp_path, *(f"crier-2031-03-06, paragraph: 1}}, by: [{one}" for one in people), **files)
    assert found == [f"{one}, in Lindwell Crier, ¶ 1" for one in people[:3]]
    assert others == 2


SECOND = """
title: The council answers again
publisher: lindwell-crier
kind: {kind}
published: {published}
rights: fingerprint
paragraphs:
  - {{n: 1, begins: Again}}
"""


@pytest.mark.parametrize(
    "kind, published, is_named",
    [
        ("post", "2031-03-06", True),
        ("post", "2031-03-07", False),
        ("report", "2031-03-07", False),
        ("report", "2031-03-06", True),
    ],
)
def test_a_source_is_told_by_its_name_where_its_publisher_has_another_of_that_day(
    tmp_path: Path, kind: str, published: str, *, is_named: bool
) -> None:
    second = SECOND.format(kind=kind, published=published)
    edition = Edition(linked(tmp_path, {"sources/crier-again.yml": second}))
    cited = edition.citation(Citation(source="crier-2031-03-06", paragraph=1), ("council",))
    assert (cited.name == "“Council answers”") is is_named
    assert cited.paragraph.label.endswith(f"of {'“Council answers”' if is_named else 'Lindwell Crier'}, 6 March 2031")
    again = edition.citation(Citation(source="crier-again", paragraph=1), ("council",))
    assert bool(again.name) is (is_named or kind == "report"), "a report is known by its title"


def test_a_headline_is_quoted_where_it_tells_which_source_a_word_stands_in(tmp_path: Path) -> None:
    found, _ = of_reports(
        tmp_path,
        "crier-2031-03-06, paragraph: 1}, by: [council",
        **{"sources/crier-again.yml": SECOND.format(kind="post", published="2031-03-06")},
    )
    assert found == ["Lindwell Council, in “Council answers” (Lindwell Crier), ¶ 1"]


@pytest.mark.parametrize("spot, runs_on", [("paragraph: 1", False), ("at: heading", True)])
def test_a_place_that_would_be_read_as_part_of_a_name_is_parted_from_it(
    tmp_path: Path, spot: str, *, runs_on: bool
) -> None:
    source = "sources/crier-2031-03-06.yml"
    files = {
        "events/x/2031-03-02-pump.yml": EVENT
        + f"      - {{cite: {{source: crier-2031-03-06, {spot}}}, by: [council]}}\n",
        source: f"{base_text(source)}\npassages: [{{at: heading}}]\n",
    }
    graph = linked(tmp_path, files)
    event = graph.events["2031-03-02-pump"]
    assert [chip.runs_on for chip in Edition(graph).claim(event, event.claims[0]).said.chips] == [runs_on]
