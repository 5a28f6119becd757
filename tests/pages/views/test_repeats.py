"""Long lists of reports: what only repeats another is folded, and nothing that differs is."""

from types import SimpleNamespace
from typing import Any

from dateline.ground.dates import Day, parse
from dateline.pages.shared.repeats import repeats
from dateline.records.types import Paragraph, Source
from hypothesis import given
from hypothesis import strategies as st

PARTS = (Paragraph(n=1, begins="It is", ends="so"),)

REPORTS = st.lists(
    st.tuples(
        st.sampled_from("abc"), st.sampled_from(["asserts", "denies"]), st.sampled_from(["", "ten"]), st.integers(1, 28)
    ),
    max_size=20,
)


def chronology(reports: list[Any]) -> Any:
    sources = {
        str(place): Source(id="x", published=parse(day.isoformat()), paragraphs=PARTS) for place, (*_, day) in reports
    }
    return SimpleNamespace(sources=sources, origin=lambda report: report.speaker)


def built(said: list[tuple[str, str, str, int]]) -> tuple[Any, list[Any]]:
    reports = [
        SimpleNamespace(
            speaker=speaker,
            stance=stance,
            modality="stated",
            figures=(figure,) if figure else (),
            by=(),
            cite=SimpleNamespace(source=str(place)),
            day=Day(2020, 1, day),
        )
        for place, (speaker, stance, figure, day) in enumerate(said)
    ]
    return chronology([(place, (report.day,)) for place, report in enumerate(reports)]), reports


@given(REPORTS)
def test_whatever_is_folded_has_an_earlier_report_in_sight_that_says_the_same(
    said: list[tuple[str, str, str, int]],
) -> None:
    graph, reports = built(said)
    folded = repeats(graph, reports)
    shown = [report for place, report in enumerate(reports) if place not in folded]
    for place in folded:
        one = reports[place]
        same = [
            other
            for other in shown
            if (other.speaker, other.stance, other.figures) == (one.speaker, one.stance, one.figures)
        ]
        assert len(same) == 1
        assert same[0].day <= one.day


def test_a_short_list_is_never_folded() -> None:
    assert repeats(*built([("a", "asserts", "", 1)] * 6)) == frozenset()


def test_a_long_list_of_one_voice_shows_its_first_report() -> None:
    said = [("a", "asserts", "", 28 - place) for place in range(8)]
    assert repeats(*built(said)) == frozenset(range(7))


def test_two_repetitions_are_not_worth_a_fold() -> None:
    said = [(speaker, "asserts", "", 1) for speaker in "abcdefaa"]
    assert repeats(*built(said)) == frozenset()
