"""Known as of: the steps of reporting, and how claims stood in each."""

import re
from pathlib import Path

from baseline import linked
from dateline.ground.dates import Day, parse
from dateline.pages.kinds.day import DayView, day_view
from dateline.pages.shared.as_of import MOST_STEPS, ReportingSteps, past_states, steps_of
from dateline.pages.shared.edition import Edition
from dateline.pages.shared.known import known
from dateline.records.chronology import Chronology, ClaimInContext
from dateline.records.types import Paragraph, Source
from days_drawn import days_between
from hypothesis import given
from hypothesis import strategies as st
from projects import ROOT

PARTS = (Paragraph(n=1, begins="It is", ends="so"),)

EVENT = """
title: A test
date: 2031-03-03
kind: closure
claims:
  - id: first
    text: It is so.
    reports:
      - {by: [a], cite: {source: gazette-2031-03-04, paragraph: 1}}
      - {by: [b], stance: denies, cite: {source: crier-2031-03-06, paragraph: 1}}
  - id: later
    text: It is counted.
    reports: [{by: [b], cite: {source: crier-2031-03-06, paragraph: 1}}]
  - id: same
    text: It was the fourth.
    reports: [{by: [a], cite: {source: gazette-2031-03-04, paragraph: 1}}]
"""
ACTORS = {f"actors/{name}.md": f"---\nname: {name}\nkind: person\n---\n" for name in "ab"}
DAYS = st.sets(days_between("1900-01-01", "2099-12-31"), min_size=1, max_size=90)


def contexts(chronology: Chronology) -> list[ClaimInContext]:
    event = chronology.events["test"]
    return [ClaimInContext(event, claim) for claim in event.claims]


def chronology_of(tmp_path: Path) -> Chronology:
    return linked(tmp_path, {**ACTORS, "events/2031/test.yml": EVENT})


def test_a_claim_stood_on_an_earlier_day_by_the_reports_known_then(tmp_path: Path) -> None:
    chronology = chronology_of(tmp_path)
    event = chronology.events["test"]
    steps = steps_of(chronology, [report for claim in event.claims for report in claim.reports])
    assert steps.days == (Day(2031, 3, 4), Day(2031, 3, 6))
    past = past_states(chronology, event, steps)
    assert "later" not in past
    (first,) = past["first"]
    assert (first.first, first.last, first.outcome, first.label, first.said) == (1, 1, "one-voice", "One voice", "")


def test_what_became_known_later_is_marked_with_its_step(tmp_path: Path) -> None:
    chronology = chronology_of(tmp_path)
    found = known(Edition(chronology), contexts(chronology))
    assert found.view is not None
    assert [(step.anchor, step.date, step.reports) for step in found.view.steps] == [
        ("_as-of-2031-03-04", "4 March 2031", 2)
    ]
    assert found.view.newest == "6 March 2031"
    first, later, same = (found.claim(context) for context in contexts(chronology))
    assert (first.step, [report.step for report in first.reports], first.stands_since) == (1, [1, 2], 2)
    assert (first.outcome, [state.outcome for state in first.past]) == ("open", ["one-voice"])
    assert (later.step, later.past) == (2, ())
    assert (same.step, same.past, same.stands_since) == (1, (), 0)


def test_a_page_whose_reports_appeared_at_once_has_no_earlier_day(tmp_path: Path) -> None:
    chronology = chronology_of(tmp_path)
    only = contexts(chronology)[2:]
    found = known(Edition(chronology), only)
    assert found.view is None
    assert [found.claim(context).step for context in only] == [0]


@given(DAYS)
def test_steps_are_few_in_order_and_cover_every_day(days: set[Day]) -> None:
    chronology = _Published(sorted(days))
    steps = steps_of(chronology, chronology.reports)  # type: ignore[arg-type]
    assert len(steps.days) <= MOST_STEPS
    assert list(steps.days) == sorted(set(steps.days) & days)
    assert all(1 <= steps.number(day) <= len(steps.days) for day in days)
    assert steps.days[:12] == tuple(sorted(days))[:12]


@given(DAYS)
def test_a_step_never_shows_what_came_after_its_day(days: set[Day]) -> None:
    steps = ReportingSteps(tuple(sorted(days)[:MOST_STEPS]))
    for day in days:
        number = steps.number(day)
        assert all(later >= day for later in steps.days[number - 1 :])
        assert all(earlier < day for earlier in steps.days[: number - 1])
    assert steps.number(None) == len(steps.days) + 1
    assert steps.number(steps.days[-1].shifted(1)) == len(steps.days) + 1


PUBLISHED = {"gazette": 4, "crier": 6, "herald": 8}
"""The sources of these days of March 2031."""


def _event(date_: str, *sources: str) -> str:
    reports = "".join(f"\n      - {{by: [a], cite: {{source: {source}, paragraph: 1}}}}" for source in sources)
    head = f"title: Of {date_}\ndate: {date_}\nkind: closure\n"
    return f"{head}claims:\n  - id: it\n    text: It was.\n    reports:{reports}\n"


def _day(tmp_path: Path, day: int, **events: tuple[str, ...]) -> DayView:
    return _page(tmp_path, f"2031-03-{day:02}", **events)


def _page(tmp_path: Path, period: str, **events: tuple[str, ...]) -> DayView:
    files = {f"events/2031/{id_}.yml": _event(*told) for id_, told in events.items()}
    for name, published in PUBLISHED.items():
        text = f"title: {name}\npublisher: b\npublished: 2031-03-0{published}\nkind: article\nparagraphs:\n"
        files[f"sources/{name}.yml"] = f"{text}  - {{n: 1, begins: It was, ends: it was}}\n"
    return day_view(Edition(linked(tmp_path, {**ACTORS, **files})), period)


def test_what_is_named_on_a_day_and_its_sources_became_known_with_their_first_report(tmp_path: Path) -> None:
    view = _day(
        tmp_path,
        6,
        here=("2031-03-06", "gazette", "crier"),
        early=("2031-03-02/2031-03-07", "gazette", "herald"),
        late=("2031-03-01/2031-03-07", "herald"),
        perhaps=('"[2031-03-06,2031-03-20]"', "crier"),
        again=('"{2031-03-01,2031-03-06}"', "herald"),
    )
    assert {link.address.partition("#")[2]: link.step for link in view.named.going_on} == {"early": 1, "late": 3}
    assert [link.step for link in (*view.named.again, *view.named.perhaps)] == [3, 2]
    assert [(line.link.text, line.step) for line in view.sources] == [("“gazette”", 1), ("“crier”", 2)]
    assert {one.step for one in view.reported} == {2}
    # The headings, and with them the table of contents: "Going on" is there from the beginning.
    assert view.since == {"_again": 3, "_perhaps": 2, "_reported": 2}


def test_a_day_of_a_month_was_known_with_the_first_of_its_events_named_or_only_counted(tmp_path: Path) -> None:
    late = {f"event-{number}": ("2031-03-05", "herald") for number in range(7)}
    sometime = {"loose": ("2031-03", "gazette", "herald")}
    view = _page(tmp_path, "2031-03", **late, **sometime, last=("2031-03-05", "gazette"))
    (day,) = [one for one in view.within if one.day.address == "days/2031-03-05/"]
    assert ([link.step for link in day.events], day.rest, day.step) == ([2] * 6, "and 2 more", 1)


def test_nothing_is_marked_where_the_page_has_no_earlier_day(tmp_path: Path) -> None:
    view = _day(tmp_path, 6, here=("2031-03-06", "crier"), late=("2031-03-01/2031-03-07", "herald"))
    assert (view.as_of, view.since, [link.step for link in view.named.going_on]) == (None, {}, [0])


def test_the_style_sheet_knows_every_step() -> None:
    sheet = (ROOT / "templates/theme/assets/as-of.css").read_text(encoding="utf-8")
    for step in range(1, MOST_STEPS + 1):
        chosen = f':is(body[data-as-of="{step}"], body:not([data-as-of]):has([data-step="{step}"]:target))'
        where = r"(?:\.md-typeset|:is\(\.md-typeset, \.md-nav--secondary\))"
        rules = re.findall(rf"^{re.escape(chosen)} {where} :is\((.+)\) {{ display: (.+); }}$", sheet, re.MULTILINE)
        shown = ", ".join(f".dl-until{later}" for later in range(step, MOST_STEPS + 1))
        hidden = ", ".join(f".dl-k{later}" for later in range(step + 1, MOST_STEPS + 2))
        assert rules == [(shown, "inline"), (hidden, "none !important")]


class _Published:
    """Just enough of a chronology: reports of sources, one of each day."""

    def __init__(self, days: list[Day]) -> None:
        self.sources = {
            day.isoformat(): Source(id="x", published=parse(day.isoformat()), paragraphs=PARTS) for day in days
        }
        self.reports = [_Named(by=(), cite=_Named(source=name)) for name in self.sources]


class _Named:
    def __init__(self, **names: object) -> None:
        self.__dict__.update(names)
