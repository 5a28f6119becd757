"""Whose word a claim is, how it stands, its one outcome, and its echo, as RECORDS defines them."""

from collections.abc import Callable
from pathlib import Path
from typing import Final

import pytest
from baseline import linked
from dateline.ground.dates import Day
from dateline.records.chronology import Chronology
from dateline.records.rules.attribution import opposes, supports
from dateline.records.rules.standing import Assessment, Echo, Outcome, Standing, assessments, echo, echo_of
from hypothesis import given, settings
from hypothesis import strategies as st

EVENT: Final = """
title: A test
date: 2031-03-03
kind: closure
claims:
  - id: tested
    text: It is so.
    reports: [{reports}]
  - id: beside
    text: It is counted.
    reports: [{beside}]
"""
GAZETTE: Final = "{source: gazette-2031-03-04, paragraph: 1}"
CRIER: Final = "{source: crier-2031-03-06, paragraph: 1}"
OTHER: Final = "{source: other-2031-03-07, paragraph: 1}"
RELEASE: Final = "{source: release, paragraph: 1}"
SAME_DAY: Final = "{source: release-again, paragraph: 1}"
LATER: Final = "{source: looking-back, paragraph: 1}"
WIRE_LATER: Final = "{source: wire-looks-back, paragraph: 1}"
PETITION: Final = "sides: [{side: petition, cite: 1}, {side: petition, cite: 2}]"
ONE_PARAGRAPH: Final = "published: 2031-03-07\nparagraphs: [{n: 1, begins: It}]"
FILES: Final = {
    "actors/state.md": "name: State\nkind: state\nsides: [{side: parish, cite: 1}, {side: parish, cite: 2}]",
    "actors/army.md": "name: Army\nkind: armed-force\npart_of: state",
    "actors/spokesman.md": "name: Spokesman\nkind: person\nspeaks_for: {actor: army, cite: 1}",
    "actors/defector.md": "name: Defector\nkind: person\npart_of: army\nown_voice: true",
    "actors/rival.md": f"name: Rival\nkind: state\n{PETITION}",
    "actors/friend.md": "name: Friend\nkind: state\nsides: [{side: parish, cite: 1}, {side: parish, cite: 2}]",
    "actors/pact.md": "name: Pact\nkind: alliance\npart_of: state",
    "actors/member.md": "name: Member\nkind: armed-group\npart_of: pact",
    "actors/voice-of-pact.md": "name: Voice of the pact\nkind: person\nspeaks_for: {actor: pact, cite: 1}",
    "actors/double.md": "name: Double\nkind: unit\npart_of: [army, rival]",
    "actors/round.md": "name: Round\nkind: unit\npart_of: back",
    "actors/back.md": "name: Back\nkind: unit\npart_of: round",
    "actors/monitor.md": "name: Monitor\nkind: monitor",
    "actors/ann.md": "name: Ann\nkind: person",
    "actors/bob.md": "name: Bob\nkind: person",
    "actors/locals.md": "name: Local people\nkind: unnamed",
    "actors/neighbours.md": "name: Neighbours\nkind: unnamed",
    "actors/rebels.md": f"name: Rebel officers\nkind: unnamed\n{PETITION}",
    "actors/officials.md": "name: Officials\nkind: unnamed\npart_of: state",
    "actors/organ.md": "name: Organ\nkind: media\nspeaks_for: {actor: state, cite: 1}",
    "actors/wire.md": "name: Wire\nkind: media",
    "sources/other-2031-03-07.yml": f"title: Other\npublisher: wire\n{ONE_PARAGRAPH}",
    "sources/organ-2031-03-07.yml": f"title: Organ\npublisher: organ\n{ONE_PARAGRAPH}",
    "sources/release.yml": f"title: Release\npublisher: monitor\n{ONE_PARAGRAPH}",
    "sources/release-again.yml": f"title: The same day\npublisher: monitor\n{ONE_PARAGRAPH}",
    "sources/looking-back.yml": f"title: Ten years on\npublisher: monitor\n{ONE_PARAGRAPH.replace('2031', '2041')}",
    "sources/wire-looks-back.yml": f"title: Ten years on\npublisher: wire\n{ONE_PARAGRAPH.replace('2031', '2041')}",
}


def said(by: str = "", stance: str = "asserts", cite: str = GAZETTE, **more: str) -> str:
    keys = "".join(f", {key}: {value}" for key, value in more.items())
    return f"{{by: [{by}], stance: {stance}, cite: {cite}{keys}}}"


def counted(bounds: str, more: str = "") -> str:
    return f"[{{measure: attended, {bounds}{more}}}]"


def files(*reports: str, beside: str = said("ann"), **actors: str) -> dict[str, str]:
    found = dict(FILES)
    for id_, text in actors.items():
        found[f"actors/{id_.replace('_', '-')}.md"] = text
    for name, text in found.items():
        cited = text.replace("cite: 1", f"cite: {GAZETTE}").replace("cite: 2", f"cite: {CRIER}")
        found[name] = f"---\n{cited}\n---\n" if name.endswith(".md") else cited
    return {**found, "events/2031/test.yml": EVENT.format(reports=", ".join(reports), beside=beside)}


def assessed(chronology: Chronology, on: Day | None = None) -> Assessment:
    return assessments(chronology, chronology.events["test"], on)["tested"]


Judge = Callable[..., Assessment]


@pytest.fixture
def judge(tmp_path: Path) -> Judge:
    """A function that assesses a claim with these reports, beside a claim with other reports."""

    def judged(*reports: str, **more: str) -> Assessment:
        return assessed(linked(tmp_path, files(*reports, **more)))

    return judged


@pytest.mark.parametrize(
    "actor, voice",
    [
        ("army", "state"),
        ("spokesman", "state"),
        ("organ", "state"),
        ("officials", "state"),
        ("defector", "defector"),
        ("member", "member"),  # an alliance is nobody's voice but its own
        ("pact", "pact"),
        ("voice-of-pact", "pact"),
        ("double", "double"),  # of two bodies: its own, and the check asks
        ("round", "round"),
        ("monitor", "monitor"),
    ],
)
def test_whose_word_an_actors_word_is(tmp_path: Path, actor: str, voice: str) -> None:
    assert linked(tmp_path, files(said("ann"))).voices[actor] == voice


S, C, U = Standing.SINGLE_ORIGIN, Standing.CORROBORATED, Standing.UNATTRIBUTED
X, R = Standing.CONTESTED, Standing.RETRACTED


@pytest.mark.parametrize(
    "reports, expected",
    [
        ([said("ann")], S),
        ([said("ann"), said("ann", cite=CRIER)], S),  # two relays of one speaker are one voice
        ([said("army"), said("spokesman", cite=CRIER), said("organ", cite=OTHER)], S),  # one body in several mouths
        ([said(), said(cite=CRIER), said(cite=OTHER)], U),  # papers that do not say from whom
        ([said("harrow-gazette")], U),  # a publisher at the head of its own chain is the publisher
        ([said("harrow-gazette", cite=CRIER)], S),  # and is somebody's word where another relays it
        ([said("", restates="ann"), said("ann", cite=CRIER)], S),
        ([said("ann"), said(cite=CRIER)], S),  # a paper that does not say from whom bears nobody out
        ([said("ann"), said("", own_reporting="true", cite=CRIER)], C),  # one that saw it does
        ([said("ann"), said("", modality="predicted", cite=CRIER)], S),  # a forecast is its own word, and no statement
        ([said("ann"), said(cite="{source: organ-2031-03-07, paragraph: 1}")], C),  # an organ is its state's word
        ([said("ann"), said("bob")], C),
        ([said("ann"), said("bob", "concedes")], C),
        ([said("ann"), said("bob", modality="alleged")], S),  # one states, one alleges
        ([said("ann"), said("locals", cite=CRIER)], S),  # whoever they are, they may be Ann's
        ([said("locals"), said("neighbours", cite=CRIER)], S),  # unnamed speakers may be one
        ([said("state"), said("rebels", cite=CRIER)], C),  # but not of a side that nobody else is of
        ([said("rival"), said("rebels", cite=CRIER)], S),
        ([said("state"), said("officials", cite=CRIER)], S),
        ([said("ann, wire"), said("wire", cite=CRIER)], S),  # beside [A, B], a bare [B] is A's word told shorter
        ([said("ann, wire"), said("wire", cite=CRIER), said("bob", cite=OTHER)], C),
        ([said("ann, state", modality="alleged"), said("state", cite=CRIER), said("bob")], C),  # it found so
        ([said("ann, state", modality="alleged"), said("state", cite=CRIER, modality="alleged"), said("bob")], S),
        ([said("ann, wire", modality="alleged"), said("wire", cite=CRIER), said("bob")], S),  # no paper does
        ([said("ann, state"), said("state", cite=CRIER)], S),
        ([said("ann", cite=OTHER), said("wire", cite=CRIER)], S),  # the publisher is understood at the end
        ([said(cite=RELEASE), said("ann", cite=LATER)], C),  # what came first is not the later told shorter
        ([said("ann", cite=RELEASE), said(cite=LATER)], S),
        ([said(cite=RELEASE), said("ann", cite=SAME_DAY)], S),  # which came first is not known
        ([said(cite=RELEASE), said("ann, monitor", cite=WIRE_LATER)], S),
        ([said(cite=OTHER), said("ann", cite=WIRE_LATER)], S),  # a medium names its source
        ([said("ann, bob"), said("bob, ann", cite=CRIER)], C),  # who has it from whom is not known
        ([said("ann"), said("bob", "denies")], X),
        ([said("ann"), said("bob", "doubts")], X),
        ([said("ann"), said("bob", "unconfirmed")], S),
        ([said("ann"), said("", "doubts", cite=CRIER)], S),  # unattributed doubt contests nothing
        ([said("", cite=CRIER), said("ann", "denies")], U),
        ([said("army"), said("spokesman", "denies")], X),  # one voice on both sides contradicts itself
        ([said("ann"), said("bob"), said("state", "doubts")], X),
        ([said("ann", "denies")], U),
        ([said("ann", "denies"), said("bob", "denies")], U),
        ([said("ann"), said("ann", "retracts", cite=CRIER)], R),
        ([said("army"), said("spokesman", "retracts", cite=CRIER)], R),
        ([said("ann"), said("ann", "retracts"), said(cite=CRIER)], R),  # every attributed supporter took it back
        ([said("ann", "retracts")], R),
        ([said("ann"), said("bob"), said("ann", "retracts")], S),
        ([said("ann"), said("ann", "retracts"), said("bob", "denies")], R),
        ([said("ann"), said("bob", "denies"), said("bob", "retracts")], S),
    ],
)
def test_a_claim_stands_as_its_reports_make_it(judge: Judge, reports: list[str], expected: Standing) -> None:
    assert judge(*reports).standing is expected


@pytest.mark.parametrize(
    "reports, expected",
    [
        ([said("ann")], Outcome.ONE_VOICE),
        ([said("ann"), said("bob")], Outcome.UNCONTRADICTED),
        ([said("ann"), said("bob", modality="alleged")], Outcome.UNCONTRADICTED),
        ([said("state"), said("rival", cite=CRIER)], Outcome.UNCONTRADICTED),
        ([said("state"), said("friend", cite=CRIER)], Outcome.ONE_SIDE),
        ([said("state"), said("friend"), said("ann")], Outcome.UNCONTRADICTED),
        ([said("state"), said("friend"), said("locals")], Outcome.ONE_SIDE),  # an unnamed speaker bears nobody out
        ([said("state"), said("friend"), said("rebels")], Outcome.UNCONTRADICTED),  # but of another side it does
        ([said("locals"), said("neighbours", cite=CRIER)], Outcome.ONE_VOICE),
        ([said(), said(cite=CRIER)], Outcome.UNATTRIBUTED),
        ([said("ann"), said("bob", "doubts")], Outcome.OPEN),
        ([said("ann", "denies"), said("bob", "doubts")], Outcome.NOBODY_SAYS_SO),
        ([said("ann", "unconfirmed")], Outcome.NOBODY_SAYS_SO),
        ([said("ann"), said("ann", "retracts")], Outcome.TAKEN_BACK),
    ],
)
def test_a_claim_has_one_outcome(judge: Judge, reports: list[str], expected: Outcome) -> None:
    assert judge(*reports).outcome is expected


def disputed(status: str, settles: str = "", listed: str = "claims") -> str:
    resolution = (
        f"\nresolution: {{outcome: [so], rule: imagery, date: 2031-04-01, note: Seen., settles: {{{settles}}}}}"
    )
    return (
        f"---\nquestion: Is it so?\nkind: occurrence\nrelation: exclusive\nstatus: {status}\npositions:\n"
        f"  - {{id: so, label: It is, {listed}: [test#tested]}}\n"
        "  - {id: not-so, label: It is not, claims: [test#beside]}"
        f"{resolution if status != 'open' else ''}\n---\n"
    )


@pytest.mark.parametrize(
    "dispute, expected",
    [
        (disputed("open"), Outcome.OPEN),
        (disputed("partly-resolved"), Outcome.OPEN),
        (disputed("partly-resolved", "test#tested: stands"), Outcome.SETTLED_STANDS),
        (disputed("resolved", "test#tested: stands"), Outcome.SETTLED_STANDS),
        (disputed("resolved", "test#tested: falls"), Outcome.SETTLED_FALLS),
        (disputed("resolved", "test#beside: falls"), Outcome.ONE_VOICE),  # only what is named is settled
        (disputed("resolved"), Outcome.ONE_VOICE),
        (disputed("open", listed="rests_on"), Outcome.ONE_VOICE),  # evidence is not opened
    ],
)
def test_only_what_a_resolution_names_is_settled(tmp_path: Path, dispute: str, expected: Outcome) -> None:
    assert assessed(linked(tmp_path, {**files(said("ann")), "disputes/d.md": dispute})).outcome is expected


def test_what_was_settled_later_was_open_before(tmp_path: Path) -> None:
    chronology = linked(tmp_path, {**files(said("ann")), "disputes/d.md": disputed("resolved", "test#tested: falls")})
    assert assessed(chronology, Day(2031, 3, 31)).outcome is Outcome.OPEN
    assert assessed(chronology, Day(2031, 4, 1)).outcome is Outcome.SETTLED_FALLS
    settled = assessed(chronology).settled_by
    assert settled is not None
    assert (settled.dispute.id, settled.stands) == ("d", False)


@pytest.mark.parametrize(
    "first, later, by",
    [("falls", "falls", "early"), ("stands", "stands", "early"), ("stands", "falls", "later")],
)
def test_a_claim_is_settled_by_what_first_settled_it_so(tmp_path: Path, first: str, later: str, by: str) -> None:
    early, late = (disputed("resolved", f"test#tested: {how}") for how in (first, later))
    disputes = {"disputes/later.md": late.replace("2031-04-01", "2031-05-01"), "disputes/early.md": early}
    chronology = linked(tmp_path, {**files(said("ann")), **disputes})
    found = [assessed(chronology, day).settled_by for day in (None, Day(2031, 4, 1))]
    assert [settled.dispute.id if settled else "" for settled in found] == [by, "early"]


def test_what_was_taken_back_is_taken_back_whatever_settled_it(tmp_path: Path) -> None:
    settled = {"disputes/d.md": disputed("resolved", "test#tested: stands")}
    chronology = linked(tmp_path, {**files(said("ann"), said("ann", "retracts")), **settled})
    assert assessed(chronology).outcome is Outcome.TAKEN_BACK


def test_an_assessment_names_who_says_so_who_does_not_and_who_cannot_confirm_it(judge: Judge) -> None:
    found = judge(
        said("army"), said("spokesman", cite=CRIER), said(cite=OTHER), said("ann", "doubts"), said("bob", "unconfirmed")
    )
    assert (found.supporting.voices, found.supporting.unattributed) == (("state",), ("wire",))
    assert (found.opposing.voices, found.unconfirmed.voices) == (("ann",), ("bob",))


def test_those_who_deny_are_counted_like_those_who_say_so(judge: Judge) -> None:
    found = judge(
        said("ann"), said("locals", "denies"), said("bob", "doubts", cite=CRIER), said("neighbours", "denies")
    )
    assert found.opposing.voices == ("locals", "bob", "neighbours")
    assert (found.denying, found.perhaps_denying) == (("bob",), ("locals", "neighbours"))


@pytest.mark.parametrize(
    "one, other, expected",
    [
        ("exact: 8", "exact: 9", X),
        ("exact: 8", "exact: 8", C),
        ("min: 10", "max: 9", X),
        ("min: 10", "max: 10", C),  # ranges that touch can both be true
        ("min: 10", "min: 50", C),  # at least ten and at least fifty
        ("min: 5, max: 10", "min: 10, max: 20", C),
        ("min: 5, max: 9", "min: 10, max: 20", X),
        ("exact: 0", "min: 1", X),
        ("wording: dozens", "exact: 8", C),  # no number is imputed
        ("exact: 8, of: ann", "exact: 9, of: bob", C),
        ("exact: 8, scope: Monday", "exact: 9, scope: Tuesday", C),
        ("exact: 8, scope: Monday", "exact: 9", C),
        ("exact: 8, item: cart", "exact: 9, item: horse", C),
        ("exact: 8, of: ann, item: cart, scope: x", "exact: 9, of: ann, item: cart, scope: x", X),
        ("exact: 8, approximate: true", "exact: 9", C),
    ],
)
def test_figures_that_cannot_both_be_true_contest_a_claim(
    judge: Judge, one: str, other: str, expected: Standing
) -> None:
    reports = said("ann", figures=counted(one)), said("bob", figures=counted(other))
    assert judge(*reports).standing is expected
    assert judge(*reversed(reports)).standing is expected


def test_figures_of_another_measure_never_collide(judge: Judge) -> None:
    reports = said("ann", figures=counted("exact: 8")), said("bob", figures="[{measure: repaid, exact: 9}]")
    assert judge(*reports).standing is C


def test_a_figure_of_another_claim_of_the_event_contests_a_claim(judge: Judge) -> None:
    beside = said("bob", figures=counted("exact: 9"))
    assert judge(said("ann", figures=counted("exact: 8")), beside=beside).standing is X
    assert judge(said("ann", figures=counted("exact: 9")), beside=beside).standing is S
    assert judge(said("ann", figures=counted("exact: 8")), beside=beside.replace("[bob]", "[]")).standing is S


@pytest.mark.parametrize("stance", ["denies", "doubts", "unconfirmed", "retracts"])
def test_figures_that_nobody_asserts_do_not_collide(judge: Judge, stance: str) -> None:
    beside = said("bob", stance, figures=counted("exact: 9"))
    assert judge(said("ann", figures=counted("exact: 8")), beside=beside).standing is S


def test_a_figure_that_its_speaker_took_back_contests_nothing(judge: Judge) -> None:
    taken_back = said("ann", figures=counted("exact: 8")), said("ann", "retracts")
    assert judge(*taken_back, said("bob", figures=counted("exact: 9"))).standing is S
    assert judge(*taken_back, beside=said("bob", figures=counted("exact: 9"))).standing is R


@pytest.mark.parametrize(
    "reports, expected",
    [
        ([said("army")], Echo(reports=1, voices=1, sides=1)),
        ([said("army"), said("state", cite=CRIER), said("spokesman")], Echo(reports=3, voices=1, sides=1)),
        ([said("state"), said("friend")], Echo(reports=2, voices=2, sides=1)),
        ([said("state"), said("rival", "denies")], Echo(reports=2, voices=2, sides=2)),
        ([said("ann"), said(cite=CRIER)], Echo(reports=2, voices=1, sides=0, unattributed=1, unplaced=1)),
        ([said("ann"), said("army")], Echo(reports=2, voices=2, sides=1, unplaced=1)),
        ([said(), said("harrow-gazette"), said(cite=CRIER)], Echo(reports=3, voices=0, sides=0, unattributed=2)),
    ],
)
def test_an_echo_counts_reports_voices_and_sides(tmp_path: Path, reports: list[str], expected: Echo) -> None:
    chronology = linked(tmp_path, files(*reports))
    assert echo(chronology, chronology.events["test"].claims[0]) == expected


@pytest.mark.parametrize(
    "sides, expected",
    [
        ("[{side: parish, cite: 1}]", set()),  # one voice places it there
        ("[{side: parish, cite: 1}, {side: parish, cite: 1}]", set()),  # the same voice twice
        ("[{side: parish, cite: 1}, {side: parish, cite: 2}]", {"parish"}),
        ("[{side: parish, cite: 1}, {side: petition, cite: 2}]", set()),
        ("[{side: parish, cite: {source: own-2031, paragraph: 1}}]", {"parish"}),  # it places itself
        ("[{side: parish, cite: 1}, {side: parish, cite: {source: enemy-2031, paragraph: 1}}]", set()),
    ],
)
def test_a_side_takes_two_voices_none_of_them_an_adversary_or_ones_own(
    tmp_path: Path, sides: str, expected: set[str]
) -> None:
    source = "title: T\npublisher: {}\npublished: 2031-03-07\nparagraphs: [{{n: 1, begins: It}}]"
    more = {f"sources/{who}-2031.yml": source.format(id_) for who, id_ in (("own", "lone"), ("enemy", "rival"))}
    lone = f"name: Lone\nkind: armed-group\nsides: {sides}"
    troop = "name: Troop\nkind: unit\npart_of: lone"
    chronology = linked(tmp_path, {**files(said("ann"), lone=lone, troop=troop), **more})
    assert chronology.side_of("lone") == chronology.side_of("troop") == expected


def test_own_sides_go_before_those_of_what_one_is_part_of(tmp_path: Path) -> None:
    crossed = "name: D\nkind: person\npart_of: army\nsides: [{side: petition, cite: 1}, {side: petition, cite: 2}]"
    chronology = linked(tmp_path, files(said("ann"), crossed=crossed))
    sides = {actor: set(chronology.side_of(actor)) for actor in ("crossed", "army", "round", "unknown")}
    assert sides == {"crossed": {"petition"}, "army": {"parish"}, "round": set(), "unknown": set()}


def test_reports_speak_for_or_against_a_claim_or_neither(tmp_path: Path) -> None:
    stances = ["asserts", "concedes", "denies", "doubts", "unconfirmed", "retracts"]
    chronology = linked(tmp_path, files(*(said("council", stance) for stance in stances)))
    reports = chronology.events["test"].claims[0].reports
    assert [(supports(one), opposes(one)) for one in reports] == [
        *[(True, False)] * 2,
        *[(False, True)] * 2,
        *[(False, False)] * 2,
    ]


CHAINS: Final = st.lists(st.sampled_from(["ann", "bob", "army", "wire", "locals", "state"]), max_size=3, unique=True)


@settings(max_examples=25)  # each links three chronologies
@given(chains=st.lists(CHAINS, min_size=1, max_size=6), data=st.data())
def test_the_order_of_reports_decides_nothing_and_a_repetition_adds_no_voice(
    tmp_path_factory: pytest.TempPathFactory, chains: list[list[str]], data: st.DataObject
) -> None:
    folder = tmp_path_factory.getbasetemp() / "order"
    reports = [said(", ".join(chain)) for chain in chains]
    shuffled = data.draw(st.permutations(reports))
    one, other, twice = (assessed(linked(folder, files(*told))) for told in (reports, shuffled, reports + reports))
    assert one.outcome is other.outcome is twice.outcome
    assert one.standing is other.standing is twice.standing
    assert set(one.supporting.voices) == set(other.supporting.voices) == set(twice.supporting.voices)


def test_reports_taken_together_are_counted_as_those_of_one_claim(tmp_path: Path) -> None:
    chronology = linked(tmp_path, files(said("army"), said("ann")))
    event = chronology.events["test"]
    together = [report for claim in event.claims for report in claim.reports]
    assert echo_of(chronology, together) == Echo(reports=3, voices=2, sides=1, unplaced=1)
