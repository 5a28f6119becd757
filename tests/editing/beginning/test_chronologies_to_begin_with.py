"""The chronologies that come with Dateline: true to the check, and each shows what it is there for."""

from pathlib import Path

import dateline
import pytest
from click.testing import CliRunner
from dateline.cli.fix import fix
from dateline.cli.init import init
from dateline.editing.beginning import Beginning, examples, files_of
from dateline.ground.dates import Day, Meaning
from dateline.ground.schemes import sides
from dateline.pages.citing.locators import csl_locator
from dateline.pages.wording.places_in_sources import part_in_words
from dateline.records.chronology import Chronology, event_order, link
from dateline.records.loading import load
from dateline.records.rules.standing import Outcome, assessments, echo
from dateline.records.types import Paragraph, SourcePassage
from dateline.site import checking, compiling
from dateline.site.settings import Settings

FOLDER = Path(dateline.__file__).parent / "examples"


def chronology(name: str) -> Chronology:
    corpus, _ = load(FOLDER / name / "content", FOLDER / name)
    return link(corpus, drafts=False)


def begun(folder: Path, name: str) -> Settings:
    """Put an example where `init` would, and return how a site is made of it."""
    for path, text in files_of(Beginning(title="x", example=name)).items():
        if path.startswith("content/"):
            target = folder / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(text)
    return Settings.of(folder, folder / "content")


@pytest.mark.parametrize("name", examples())
def test_an_example_has_no_problem_and_not_even_advice(name: str, tmp_path: Path) -> None:
    assert checking.check(begun(tmp_path, name)) == []


@pytest.mark.parametrize("name", examples())
def test_an_example_is_in_the_form_that_fix_gives(name: str) -> None:
    assert CliRunner().invoke(fix, ["--check", str(FOLDER / name / "content")]).output == "Nothing to mend.\n"


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
    assert {source.locators for source in war.sources.values()} == {"verse", "page", "page-line", "item"}
    comedy = war.sources["aristophanes-acharnians"]
    assert comedy.language == "grc"
    assert all(sides("verse", passage.at)[1] is not None for passage in comedy.passages), "lines, from one to another"
    (archon,) = [one for one in war.disputes.values() if "archon" in one.question]
    assert {voice for one in archon.positions for claim in one.claims for voice in whose(war, claim)} == {
        "thucydides",
        "diodorus",
    }


def test_the_war_cites_aristotle_by_the_page_column_and_line_of_bekker() -> None:
    war = chronology("war")
    rhetoric = war.sources["aristotle-rhetoric"]
    assert [part_in_words(rhetoric, part) for part in rhetoric.ordered_parts] == [
        "p. 1365a, lines 30–34",
        "p. 1411a, lines 1–4",
        "p. 1411a, lines 15–16",
    ]
    assert csl_locator(rhetoric, "1365a:30..34") == {"locator": "1365a30–34", "label": "page"}
    assert all(passage.sha256 for passage in rhetoric.passages)
    said, ascribed = war.disputes["whether-pericles-spoke-of-the-spring"].positions
    assert said.claims == ascribed.claims
    assert {"aristotle", "edward-meredith-cope"} == whose(war, said.claims[0])


def test_the_war_sets_two_days_and_two_ends_of_the_same_night_beside_each_other() -> None:
    war = chronology("war")
    entered = {claim.id: claim.when for claim in war.events["thebans-enter-plataea"].claims if claim.when is not None}
    assert {name: when.text for name, when in entered.items()} == {
        "on-3-march": "-0430-03-03~",
        "on-4-april": "-0430-04-04",
    }
    killed, given_back = (f"plataeans-kill-their-prisoners#{name}" for name in ("killed", "given-back"))
    assert whose(war, killed) >= {"thucydides"}
    assert whose(war, given_back) >= {"diodorus"}
    assert {claim for one in war.disputes["what-became-of-the-prisoners"].positions for claim in one.claims} == {
        killed,
        given_back,
    }


def whose(found: Chronology, claim: str) -> set[str | None]:
    return {found.voice(report) for report in found.claims[claim].claim.reports}


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


def test_the_court_cites_pages_of_law_reports_by_docket_and_counts_in_dollars() -> None:
    court = chronology("court")
    opinions = {source.id: source for source in court.sources.values() if source.kind == "opinion"}
    without_docket = {name for name, one in opinions.items() if not str(one.identifier or "").startswith("No. ")}
    assert without_docket == {"pan-american-mandate-1927"}, "its collection gives none"
    assert opinions["pan-american-1927"].locators == "page"
    assert {"485..486", "498", "509..510"} <= {passage.at for passage in opinions["pan-american-1927"].passages}
    measures = court.masthead.vocabulary.measures
    counted = [
        figure
        for event in court.events.values()
        for claim in event.claims
        for report in claim.reports
        for figure in report.figures
    ]
    dollars = {figure.exact for figure in counted if measures[figure.measure].currency == "USD"}
    assert len(dollars) > 4
    assert any(amount != int(amount) for amount in dollars if amount is not None)


def test_a_finding_settles_what_the_parties_of_the_court_say_and_leaves_two_juries_side_by_side() -> None:
    court = chronology("court")
    rules = {name: dispute.resolution.rule for name, dispute in court.disputes.items() if dispute.resolution}
    assert rules.pop("on-which-day-it-was-decided") == "court-record"
    assert set(rules.values()) == {"court-finding"}
    open_ones = {name for name, dispute in court.disputes.items() if dispute.status == "open"}
    assert open_ones == {"loan-or-bribe", "were-the-bonds-a-loan"}
    outcomes = {
        f"{event.id}#{claim}": assessed.outcome
        for event in court.events.values()
        for claim, assessed in assessments(court, event).items()
    }
    assert outcomes["petition-for-contempt#william-burns-took-part"] is Outcome.SETTLED_FALLS
    assert outcomes["teapot-dome-leased#fraud"] is Outcome.SETTLED_STANDS
    assert outcomes["money-for-fall#bribe"] is Outcome.OPEN


def test_who_is_blamed_in_court_is_only_alleged_to_have_done_it_unless_a_court_or_a_jury_found_it() -> None:
    court = chronology("court")
    blaming = [
        report
        for event in court.events.values()
        for claim in event.claims
        if claim.accuses
        for report in claim.reports
        if report.stance == "asserts"
    ]
    assert {report.by for report in blaming if report.modality == "alleged"} == {("united-states",)}
    found = [report for report in blaming if report.modality == "stated"]
    assert {court.actors[by].kind for report in found for by in report.by} == {"court", "jury"}
    assert all(report.note for report in found)


def test_what_the_highest_court_found_itself_is_a_voice_beside_the_courts_that_it_tells_of() -> None:
    court = chronology("court")
    echoes = {claim.id: echo(court, claim) for claim in court.events["money-for-fall"].claims}
    assert echoes["from-doheny"].voices == 4


def test_the_help_of_init_names_every_example() -> None:
    told = CliRunner().invoke(init, ["--help"]).output
    assert all(name in told for name in ("apollo", "court", "war"))


def test_a_reader_of_the_court_sees_dockets_dollars_and_who_found_what(tmp_path: Path) -> None:
    pages = {page.path: page.content for page in compiling.compile_site(begun(tmp_path, "court")).pages}
    money = pages["days/1921-11-30.md"]
    assert "US$100,000" in money
    assert "p. 498" in money
    assert "No. 305" in pages["sources/pan-american-1927.md"]
    assert "s finding" in pages["disputes/who-gave-the-money.md"]
    assert "US$957,699.97" in pages["days/1927-02-28.md"]


def test_people_of_the_court_hold_offices_for_a_time_with_the_page_that_says_so() -> None:
    court = chronology("court")
    held = [one for actor in court.actors.values() for one in actor.part_of if one.as_]
    assert {"Secretary of the Interior", "President of the Transport Company"} <= {one.as_ for one in held}
    assert any(one.until is not None for one in held)
    assert all(one.cite is not None for one in held)
