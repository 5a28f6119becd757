"""Figures asked part by part, by the prompts of new event, new claim and new report."""

from pathlib import Path

import click
import pytest
import yaml
from dateline.cli import new_record
from dateline.cli.figures_asked import number_of, number_typed
from revised_records import Desk

MARKET = "2020-05-04-market-flooded"
FLOOD = f"events/2020/{MARKET}.yml"
CLAIM = ("The boats took them.", "herald-2020-05-04", "2", "mayor")


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(new_record, "can_ask", lambda: True)
    return Desk(tmp_path)


def asked(desk: Desk, *typed: str) -> tuple[list[dict[str, object]] | None, str]:
    """Return the figures of a new claim, and what stood on the screen."""
    done = desk.run("new", "claim", MARKET, said="".join(f"{one}\n" for one in (*CLAIM, *typed)))
    assert done.exit_code in {0, 1}, done.output
    report = yaml.safe_load(desk.text(FLOOD))["claims"][-1]["reports"][0]
    return report.get("figures"), done.output


def test_a_figure_is_asked_part_by_part(desk: Desk) -> None:
    figures, screen = asked(desk, "1", "at least 10", "Council of Lower Wend", "boat", "ten or more", "")
    assert figures == [{"measure": "evacuated", "of": "council", "item": "boat", "min": 10, "wording": "ten or more"}]
    assert "    1  evacuated\n" in screen
    assert "Another figure: what is counted (empty: none)" in screen


def test_a_slip_is_asked_again_with_what_may_be_meant_and_one_goes_back(desk: Desk) -> None:
    figures, screen = asked(desk, "evacuatd", "evacuated", "many", "40", "<", "50", "", "", "", "")
    assert figures == [{"measure": "evacuated", "exact": 50}]
    assert "did you mean 'evacuated'?" in screen
    assert "'many' is no number; write it as 800, at least 10, 10-20 or about 30" in screen


def test_about_thirty_is_an_approximate_figure(desk: Desk) -> None:
    figures, screen = asked(desk, "evacuated", "about 30", "", "", "", "")
    assert figures == [{"measure": "evacuated", "exact": 30, "approximate": True}], screen


def test_money_parts_and_shares_keep_what_is_typed_with_their_number(desk: Desk) -> None:
    path = desk.folder / "content/chronology.yml"
    more = "measures:\n    share: {label: Share, percent: true}\n    lost: {label: Lost}\n"
    path.write_text(path.read_text(encoding="utf-8").replace("measures:\n", more, 1), encoding="utf-8")
    rest = ("", "", "")
    figures, screen = asked(desk, "share", "80%", *rest, "lost", "US$ 5m", *rest, "evacuated", "7 of 12", *rest, "")
    assert figures == [
        {"measure": "share", "exact": 80},
        {"measure": "lost", "exact": 5000000, "currency": "USD"},
        {"measure": "evacuated", "exact": 7, "out_of": 12},
    ], screen


def test_help_says_what_a_part_means(desk: Desk) -> None:
    _, screen = asked(desk, "?", "1", "?", "7", "?", "", "", "", "")
    assert "What is counted, a word of the vocabulary's measures. < goes back" in screen
    assert "Whose: the actor that lost or had what is counted. < goes back" in screen


def test_without_a_number_the_wording_is_asked_for(desk: Desk) -> None:
    figures, screen = asked(desk, "evacuated", "", "", "", "", "dozens", "")
    assert figures == [{"measure": "evacuated", "wording": "dozens"}]
    assert screen.count("How the report puts it, in a few words") == 2


def test_a_whole_figure_may_be_typed_at_once_and_several_are_asked(desk: Desk) -> None:
    figures, _ = asked(desk, "evacuated min=3 wording='three or more'", "evacuated", "9", "", "", "", "")
    assert figures == [
        {"measure": "evacuated", "min": 3, "wording": "three or more"},
        {"measure": "evacuated", "exact": 9},
    ]


def test_whoever_names_no_figure_writes_none(desk: Desk) -> None:
    assert asked(desk, "")[0] is None


def test_an_event_takes_figures_as_options(desk: Desk) -> None:
    claim = ("--claim", "They left.", "--source", "herald-2020-05-04", "--paragraph", "2", "--by", "mayor")
    head = ("--title", "People leave", "--date", "2020-05-04", "--kind", "flood", "--id", "2020-05-04-people-leave")
    desk.run(
        "new", "event", *head, *claim, "--place", "wend", "--actor", "council", "--figure", "evacuated max=4", said="\n"
    )
    event = yaml.safe_load(desk.text("events/2020/2020-05-04-people-leave.yml"))
    assert event["claims"][0]["reports"][0]["figures"] == [{"measure": "evacuated", "max": 4}]


@pytest.mark.parametrize(
    "typed, keys",
    [
        ("800", {"exact": 800}),
        ("1,200", {"exact": 1200}),
        ("2.5 million", {"exact": 2500000}),
        ("at least 10", {"min": 10}),
        ("up to 10", {"max": 10}),
        ("10-20", {"min": 10, "max": 20}),
        ("10 to 20", {"min": 10, "max": 20}),
        ("about 30", {"exact": 30, "approximate": True}),
        ("80%", {"exact": 80, "item": "per cent"}),
        ("0.5", {"exact": 0.5}),
        ("ten", {"exact": 10}),
        ("123456789012345", {"exact": 123456789012345}),
        ("1234567890123456", {"exact": "1234567890123456"}),
        ("at least 9,999,999,999,999,999", {"min": "9999999999999999"}),
    ],
)
def test_a_number_is_read_as_people_write_it(typed: str, keys: dict[str, object]) -> None:
    assert number_typed(typed) == keys


OTHER = {"distance": "km", "heat": "Cel", "length": "m"}


@pytest.mark.parametrize(
    "measure, typed, keys",
    [
        ("distance", "12 km", {"exact": 12}),
        ("distance", "12 miles", {"exact": 12, "unit": "[mi_i]"}),
        ("distance", "about 30-40 mi", {"min": 30, "max": 40, "approximate": True, "unit": "[mi_i]"}),
        ("distance", "12", {"exact": 12}),
        ("heat", "20 °C", {"exact": 20}),
        ("heat", "68°F", {"exact": 68, "unit": "[degF]"}),
        ("length", "12 m", {"exact": 12}),
        ("killed", "12 men", {"exact": 12}),
        ("killed", "500 m²", {"exact": 500, "unit": "m2"}),
    ],
)
def test_a_unit_that_is_typed_is_kept_where_it_is_another_than_the_measures(
    measure: str, typed: str, keys: dict[str, object]
) -> None:
    assert number_of(OTHER.get(measure), typed) == keys


def test_a_unit_of_another_kind_is_refused_and_a_million_is_not_taken_for_metres() -> None:
    with pytest.raises(click.BadParameter, match="is counted in km, and '12 hours' says h"):
        number_of("km", "12 hours")
    with pytest.raises(click.BadParameter, match="may be 12000000 or 12"):
        number_of(None, "12 m")


@pytest.mark.parametrize(
    "typed, told",
    [
        ("1.200", "may be 1200 or 1.2"),
        ("dozens", "is no number"),
        ("-4", "is no number"),
        ("", "no number"),
        ("3.14159265358979323846", "no number"),
        ("1234567890123456.5", "no number"),
    ],
)
def test_what_is_no_one_number_is_refused(typed: str, told: str) -> None:
    with pytest.raises(click.BadParameter, match=told):
        number_typed(typed)
