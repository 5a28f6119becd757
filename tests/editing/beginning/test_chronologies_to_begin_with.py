"""The chronologies that come with Dateline: true to the check, and each shows what it is there for."""

from pathlib import Path

import dateline
import pytest
from dateline.editing.beginning import Beginning, examples, files_of
from dateline.ground.dates import Day, Meaning
from dateline.records.chronology import Chronology, event_order, link
from dateline.records.loading import load
from dateline.records.types import Paragraph, SourcePassage
from dateline.site import compiling
from dateline.site.compiling import Settings

FOLDER = Path(dateline.__file__).parent / "examples"


def chronology(name: str) -> Chronology:
    corpus, _ = load(FOLDER / name / "content", FOLDER / name)
    return link(corpus, drafts=False)


@pytest.mark.parametrize("name", examples())
def test_an_example_has_no_problem_and_not_even_advice(name: str, tmp_path: Path) -> None:
    content = tmp_path / "content"
    for path, text in files_of(Beginning(title="x", example=name)).items():
        if path.startswith("content/"):
            target = tmp_path / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(text)
    assert compiling.check(Settings.of(tmp_path, content)) == []


@pytest.mark.parametrize("name", examples())
def test_every_report_of_an_example_rests_on_a_passage_that_its_source_lists(name: str) -> None:
    found = chronology(name)
    for event in found.events.values():
        for claim in event.claims:
            assert claim.reports
            assert all(report.cite.source in found.sources for report in claim.reports)


@pytest.mark.parametrize("name", examples())
def test_no_example_carries_more_than_a_few_words_of_its_sources(name: str) -> None:
    for source in chronology(name).sources.values():
        assert source.rights == "fingerprint"
        spots: list[Paragraph | SourcePassage] = [*source.paragraphs, *source.passages]
        for passage in spots:
            assert len((passage.begins or "").split()) <= 8
            assert not passage.text
            assert not passage.quote


def test_the_war_has_years_before_our_era_seasons_and_a_disputed_date() -> None:
    war = chronology("war")
    years = {event.date.earliest.year for event in war.events.values() if event.date.earliest is not None}
    assert years == {-430}
    assert any(event.date.text.endswith("-24") for event in war.events.values())
    assert {dispute.kind for dispute in war.disputes.values()} >= {"date", "occurrence"}
    (eclipse,) = [event for event in war.events.values() if event.calendar == "julian"]
    assert eclipse.date.meaning is Meaning.POINT
    assert {source.locators for source in war.sources.values()} == {"verse", "page"}


def test_apollo_has_days_of_houston_times_of_greenwich_and_figures_in_miles_of_the_sea() -> None:
    apollo = chronology("apollo")
    fails = apollo.events["oxygen-tank-fails"].date
    assert fails.text == "1970-04-14T03:07:53Z"
    assert fails.earliest == Day(1970, 4, 13)
    in_order = sorted(apollo.events.values(), key=event_order)
    evening = [event.id for event in in_order if event.date.earliest == Day(1970, 4, 13)]
    assert evening[:3] == ["houston-asks-to-stir", "oxygen-tank-fails", "we-have-had-a-problem"]
    assert {source.locators for source in apollo.sources.values()} >= {"page", "section", "time"}
    units = {
        figure.unit
        for event in apollo.events.values()
        for claim in event.claims
        for report in claim.reports
        for figure in report.figures
    }
    assert {"[nmi_i]", "[ft_i]", "[lb_av]"} <= units
    assert {dispute.status for dispute in apollo.disputes.values()} == {"open", "not-a-conflict"}
