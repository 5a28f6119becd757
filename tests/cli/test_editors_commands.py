"""The commands of a day's work: merge, move-claim, split-event, remove, resolve, reopen, new report."""

from pathlib import Path

import pytest
import yaml
from dateline.cli import new_report
from dateline.editing.revising.entries import with_key
from dateline.records.types import Dispute
from revised_records import DAY, Desk

MARKET = "2020-05-04-market-flooded"
WARNING = "2020-05-03-warning"
NOTE = ("--note", "They are one.", *DAY)
FLOOD = f"events/2020/{MARKET}.yml"


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    monkeypatch.chdir(tmp_path)
    return Desk(tmp_path)


def claims(desk: Desk, path: str) -> list[str]:
    return [claim["id"] for claim in yaml.safe_load(desk.text(path))["claims"]]


# --- remove ----------------------------------------------------------------------------------------------------------


def test_a_claim_that_goes_leaves_an_entry_that_names_it(desk: Desk) -> None:
    desk.done("remove", f"{MARKET}#held-by-water", "--note", "Said by nobody.", *DAY)
    assert claims(desk, FLOOD) == ["flooded", "evacuated"]
    entry = '  - {date: 2026-11-29, type: retraction, note: "Claim held-by-water removed: Said by nobody."}\n'
    assert f"history:\n{entry}" in desk.text(FLOOD)
    assert desk.is_clean()


@pytest.mark.parametrize("typed", ["  - {n: 9, begins: At nine}\n", "  - n: 9  # late\n    begins: At nine\n"])
def test_a_paragraph_that_nothing_cites_any_more_says_why(desk: Desk, typed: str) -> None:
    source, cited = "sources/herald-2020-05-04.yml", "cite: {source: herald-2020-05-04, paragraph: 9}"
    desk.write(source, desk.text(source).replace("history:\n", f"{typed}history:\n"))
    own = f"  - id: own\n    text: It rained.\n    reports:\n      - {cited}\n"
    desk.write(FLOOD, desk.text(FLOOD).replace("  - id: held-by-water", f"{own}  - id: held-by-water"))
    desk.keep()
    assert desk.new_problems() == []
    desk.done("remove", f"{MARKET}#own", "--note", "Misread: it is of May.", *DAY)
    last = yaml.safe_load(desk.text(source))["paragraphs"][-1]
    assert last == {"n": 9, "begins": "At nine", "unused": "Misread: it is of May."}
    assert desk.is_clean()


def test_a_paragraph_that_others_cite_says_nothing(desk: Desk) -> None:
    before = desk.text("sources/herald-2020-05-04.yml")
    desk.done("remove", f"{MARKET}#held-by-water", *NOTE)
    assert desk.text("sources/herald-2020-05-04.yml") == before


def test_what_is_named_elsewhere_is_not_removed(desk: Desk) -> None:
    told = desk.refused("remove", f"{MARKET}#evacuated", "--note", "Why.")
    assert "error [unknown-claim]" in told
    assert "content/disputes/how-many-evacuated.md:" in told
    assert "error [unknown-actor]" in desk.refused("remove", "mayor", "--note", "Why.")


def test_another_takes_the_place_of_what_goes(desk: Desk) -> None:
    desk.done("remove", "herald", "--instead", "gazette", "--kind", "actor", "--note", "Why.", *DAY)
    assert "publisher: gazette" in desk.text("sources/herald-2020-05-04.yml")
    assert "instead: gazette}" in desk.text("tombstones.yml")


def test_the_last_claim_of_an_event_stays(desk: Desk) -> None:
    told = desk.refused("remove", f"{WARNING}#warned", "--note", "Why.")
    assert "[event-without-claim]" in told
    assert f"(dateline remove {WARNING}" in told


def test_a_draft_goes_without_a_trace(desk: Desk) -> None:
    stones = desk.text("tombstones.yml")
    done = desk.run("remove", "2020-05-06-draft", "--note", "Never so.", *DAY)
    assert done.exit_code == 0, done.output
    assert desk.text("tombstones.yml") == stones
    assert not (desk.content / "events/2020/2020-05-06-draft.yml").exists()


# --- merge -----------------------------------------------------------------------------------------------------------


def test_two_actors_become_one(desk: Desk) -> None:
    desk.done("merge", "actor", "gazette", "herald", *NOTE)
    assert "gazette" not in "".join(
        text.decode()
        for path, text in desk.files().items()
        if path.endswith((".yml", ".md")) and "tombstones" not in path and not path.startswith("pages")
    )
    head = yaml.safe_load(desk.text("actors/herald.md").split("---")[1])
    assert "The Gazette" in str(head.get("aliases")) or "Gazette" in str(head.get("aliases"))
    assert desk.is_clean()


def test_what_one_alone_is_called_is_taken_for_its_id(desk: Desk) -> None:
    desk.done("merge", "place", "Lower  wend", "The Wend", *NOTE)
    assert not (desk.content / "places/lower-wend.yml").exists()
    desk.done("log", "How many people were evacuated?", "correction", "Why.", *DAY)
    title = yaml.safe_load(desk.text(FLOOD))["title"]
    desk.done("move-claim", f"{title}#held-by-water", WARNING, *NOTE)
    assert "held-by-water" in claims(desk, f"events/2020/{WARNING}.yml")


def test_what_two_are_called_is_asked(desk: Desk) -> None:
    desk.write("places/wend-again.yml", "name: The Wend\nkind: river\n")
    assert "'the wend' may be wend or wend-again (say which)" in desk.refused("remove", "the wend", "--note", "Why.")


def test_two_places_become_one(desk: Desk) -> None:
    desk.done("merge", "place", "lower-wend", "wend", *NOTE)
    assert "place: wend, holder" in desk.text(FLOOD)
    assert "Lower Wend" in yaml.safe_load(desk.text("places/wend.yml"))["aliases"]
    assert desk.is_clean()


def test_a_place_takes_over_where_the_other_lies_and_is_called(desk: Desk) -> None:
    desk.write("places/wend.yml", "name: The Wend\nkind: river\n")
    desk.write(
        "places/wend-again.yml",
        "name: Wend\nnames: {ar: وند}\nkind: town\nlat: 50.1\nlon: 9.2  # at its mouth\nprecision: locality\n"
        "located_by: a gazetteer\nnote: No hill.\nhistory:\n  - {date: 2020-07-01, type: correction, note: Why.}\n",
    )
    told = desk.done("merge", "place", "wend-again", "wend", *NOTE)
    text = desk.text("places/wend.yml")
    assert "names: {ar: وند}\naliases:\n  - Wend\n" in text
    assert "lat: 50.1\nlon: 9.2  # at its mouth\nprecision: locality\nlocated_by: a gazetteer\nnote: No hill.\n" in text
    assert "Look at this: lost with place 'wend-again': kind: town; its history (1 entry)\n" in told


def test_what_a_place_says_itself_stays_and_the_other_s_is_named(desk: Desk) -> None:
    desk.write("places/wend.yml", "name: The Wend\nnames: {de: Wende}\nkind: river\nlat: 50\nlon: 9\nlocated_by: me\n")
    desk.write(
        "places/wend-again.yml",
        "name: Wend\nnames: {de: Wend, fr: Vende}\nkind: river\nlat: 51\nlon: 9\nlocated_by: you\n",
    )
    told = desk.done("merge", "place", "wend-again", "wend", *NOTE)
    assert "names: {de: Wende, fr: Vende}\naliases:\n  - Wend\nkind: river\nlat: 50\n" in desk.text("places/wend.yml")
    assert "lost with place 'wend-again': lat: 51; located_by: you\n" in told


def test_two_that_may_be_one_are_no_longer_likened_to_themselves(desk: Desk) -> None:
    head = "perhaps_same_as:\n  - {actor: %s, note: One sign.}\n  - {actor: council, note: One seat.}\n"
    for id_, other in (("ann", "bea"), ("bea", "ann")):
        desk.write(f"actors/{id_}.md", f"---\nname: {id_}\nkind: person\n{head % other}---\n\nShe is {id_}.\n")
    desk.write("actors/cora.md", f"---\nname: cora\nkind: person\n{head % 'ann'}---\n")
    told = desk.done("merge", "actor", "ann", "bea", *NOTE)
    assert yaml.safe_load(desk.text("actors/bea.md").split("---")[1])["perhaps_same_as"] == [
        {"actor": "council", "note": "One seat."}
    ]
    assert "{actor: bea, note: One sign.}" in desk.text("actors/cora.md")
    assert "read the text of actors/bea.md again: that of 'ann' stands below its own\n" in told


def test_a_part_that_becomes_one_with_its_whole_does_not_lie_in_itself(desk: Desk) -> None:
    desk.write("places/mouth.yml", "name: The mouth\nkind: river\nwithin: wend\n")
    text = desk.text("places/wend.yml")
    assert "within" not in text
    desk.done("merge", "place", "mouth", "wend", *NOTE)
    assert "within" not in desk.text("places/wend.yml")


def test_what_a_claim_says_beside_its_reports_is_named_where_it_is_lost(desk: Desk) -> None:
    told = desk.done("merge", "claim", f"{MARKET}#held-by-water", f"{MARKET}#flooded", *NOTE)
    assert f"lost with claim '{MARKET}#held-by-water': its text, control\n" in told


def test_two_events_become_one_and_nothing_of_either_is_lost(desk: Desk) -> None:
    desk.done("merge", "event", WARNING, MARKET, *NOTE)
    assert claims(desk, FLOOD) == ["flooded", "evacuated", "held-by-water", "warned"]
    assert not (desk.content / f"events/2020/{WARNING}.yml").exists()
    stones = desk.text("tombstones.yml")
    assert f'{{kind: event, id: "{WARNING}", date: 2026-11-29, note: They are one., instead: "{MARKET}"' in stones
    assert f"id: {WARNING}#warned, date: 2026-11-29, note: They are one., instead: {MARKET}#warned}}" in stones
    assert desk.is_clean()


def test_two_claims_become_one(desk: Desk) -> None:
    desk.done("merge", "claim", f"{MARKET}#held-by-water", f"{MARKET}#flooded", *NOTE)
    assert claims(desk, FLOOD) == ["flooded", "evacuated"]
    assert len(yaml.safe_load(desk.text(FLOOD))["claims"][0]["reports"]) == 3
    assert "{date: 2026-11-29, type: correction, note: They are one.}" in desk.text(FLOOD)
    assert desk.is_clean()


def test_a_report_that_both_claims_have_stands_once(desk: Desk) -> None:
    double = (
        "  - id: again\n    text: Under water.\n    reports:\n"
        "      - by: [mayor]\n        cite: {source: herald-2020-05-04, paragraph: 2}\n"
    )
    desk.write(FLOOD, desk.text(FLOOD).replace("  - id: evacuated", f"{double}  - id: evacuated"))
    desk.keep()
    desk.done("merge", "claim", f"{MARKET}#again", f"{MARKET}#flooded", *NOTE)
    assert len(yaml.safe_load(desk.text(FLOOD))["claims"][0]["reports"]) == 2
    assert desk.is_clean()


def test_two_sources_of_one_text_become_one(desk: Desk) -> None:
    path = "sources/herald-2020-05-04.yml"
    desk.write("sources/herald-again.yml", desk.text(path).replace("title: ", "title: Again, ", 1))
    desk.write(
        FLOOD,
        desk.text(FLOOD).replace(
            "cite: {source: herald-2020-05-04, paragraph: 2}", "cite: {source: herald-again, paragraph: 2}", 1
        ),
    )
    desk.keep()
    desk.done("merge", "source", "herald-again", "herald-2020-05-04", *NOTE)
    assert "herald-again" not in desk.text(FLOOD)
    assert desk.broken_promises() == []
    assert desk.new_problems() == []


def test_a_copy_that_takes_over_its_original_is_a_copy_no_more(desk: Desk) -> None:
    path = "sources/herald-2020-05-04.yml"
    copy = desk.text(path).replace(
        "paragraphs:", "copy_of: {source: herald-2020-05-04, note: The same.}\nparagraphs:", 1
    )
    desk.write("sources/herald-again.yml", copy)
    desk.keep()
    desk.done("merge", "source", "herald-2020-05-04", "herald-again", *NOTE)
    assert "copy_of" not in desk.text("sources/herald-again.yml")
    assert desk.new_problems() == []


def test_sources_whose_paragraphs_differ_stay_two(desk: Desk) -> None:
    told = desk.refused("merge", "source", "herald-2020-05-04", "wend-dam-2020-05", *NOTE)
    assert "error [unknown-paragraph] ¶ 1 of 'herald-2020-05-04' is cited" in told


def test_two_disputes_become_one(desk: Desk) -> None:
    desk.done("merge", "dispute", "was-water-released", "how-many-evacuated", *NOTE)
    text = desk.text("disputes/how-many-evacuated.md")
    assert "{id: released, label: It did, claims: [2020-05-dam-release#released]}" in text
    assert "[the evacuated](claim:" in text
    assert desk.broken_promises() == []


def test_nothing_is_merged_with_itself(desk: Desk) -> None:
    assert "[circular-reference]" in desk.refused("merge", "actor", "mayor", "mayor", *NOTE)


def test_merge_of_parts_of_a_site_is_another_command(desk: Desk) -> None:
    assert "SHARDS" in desk.run("merge", "--help", said="").output
    assert "INTO" in desk.run("merge", "event", "--help", said="").output


def test_comments_below_a_report_stay_below_it(desk: Desk) -> None:
    own = "        cite: {source: herald-2020-05-04, paragraph: 2}\n"
    drafts = "        # inferred: …\n        # note: …\n"
    text = desk.text(FLOOD).replace(f"{own}  - id: evacuated", f"{own}{drafts}    # control: …\n  - id: evacuated")
    desk.write(FLOOD, text)
    desk.keep()
    desk.done(
        "new", "report", f"{MARKET}#flooded", "--source", "herald-2020-05-04", "--paragraph", "1", "--by", "council"
    )
    after = desk.text(FLOOD)
    assert (
        f"{own}{drafts}      - by: [council]\n        cite: {{source: herald-2020-05-04, paragraph: 1}}\n    # control"
        in after
    )
    desk.done("move-claim", f"{MARKET}#flooded", WARNING, *NOTE)
    assert "# control: …\n" in desk.text(f"events/2020/{WARNING}.yml")
    assert "#" not in desk.text(FLOOD).partition("claims:")[2].partition("- id: held")[0].replace("#evacuated", "")


# --- unused, word ----------------------------------------------------------------------------------------------------

HERALD = "sources/herald-2020-05-04.yml"


@pytest.mark.parametrize("named", ["9", "At nine"])
def test_a_paragraph_is_said_to_be_unused(desk: Desk, named: str) -> None:
    desk.write(HERALD, desk.text(HERALD).replace("history:\n", "  - {n: 9, begins: At nine}\nhistory:\n"))
    (told,) = desk.new_problems()
    assert "nothing cites paragraph 9" in told
    desk.done("unused", "herald-2020-05-04", named, "the weather: of another town")
    assert yaml.safe_load(desk.text(HERALD))["paragraphs"][-1]["unused"] == "the weather: of another town"
    assert desk.new_problems() == []


@pytest.mark.parametrize("named", ["9-11", "9, 10–11", "10,9,11,9"])
def test_several_paragraphs_are_said_to_be_unused_at_once(desk: Desk, named: str) -> None:
    more = "".join(f"  - {{n: {number}, begins: At {number}}}\n" for number in (9, 10, 11))
    desk.write(HERALD, desk.text(HERALD).replace("history:\n", f"{more}history:\n"))
    desk.done("unused", "herald-2020-05-04", named, "the weather")
    said = yaml.safe_load(desk.text(HERALD))["paragraphs"]
    assert [one["n"] for one in said if one.get("unused") == "the weather"] == [9, 10, 11]
    assert desk.new_problems() == []


@pytest.mark.parametrize(
    "named, told", [("9-8", "write 8-9"), ("1-2", "is cited by"), ("76-78", "76"), ("9-", "give its number")]
)
def test_of_several_paragraphs_either_all_are_unused_or_none(desk: Desk, named: str, told: str) -> None:
    assert told in desk.refused("unused", "herald-2020-05-04", named, "background")


@pytest.mark.parametrize(
    "said, told",
    [(("herald-2020-05-04", "1"), "is cited by"), (("herald-2020-05-04", "77"), "77"), (("x", "1"), "'x'")],
)
def test_what_is_cited_or_not_there_is_not_unused(desk: Desk, said: tuple[str, str], told: str) -> None:
    assert told in desk.refused("unused", *said, "background")


@pytest.mark.parametrize("kind", ["measure", "measures", "Measures"])
def test_a_word_goes_behind_the_others_of_its_list(desk: Desk, kind: str) -> None:
    desk.done("word", kind, "houses", "Houses: all", "--description", "Buildings that people live in.")
    text = desk.text("chronology.yml")
    line = '    houses: {label: "Houses: all", description: Buildings that people live in.}\n'
    assert f"People brought to safety.}}\n{line}  sides:" in text
    assert desk.is_clean()


def test_a_measure_says_its_unit(desk: Desk) -> None:
    desk.done("word", "measure", "wind", "Wind", "--unit", "[mi_i]/h")
    desk.done("word", "measure", "cost", "Cost", "--currency", "EUR")
    measures = yaml.safe_load(desk.text("chronology.yml"))["vocabulary"]["measures"]
    assert (measures["wind"]["unit"], measures["cost"]["currency"]) == ("[mi_i]/h", "EUR")
    assert desk.is_clean()
    assert "[unknown-key]" in desk.refused("word", "role", "wind", "Wind", "--unit", "m")


@pytest.mark.parametrize("list_name", ["source_kinds", "resolution-rules"])
def test_the_first_word_makes_its_list(desk: Desk, list_name: str) -> None:
    desk.done("word", list_name, "own", "Own", *(("--like", "later-reporting") if "rule" in list_name else ()))
    assert "own" in yaml.safe_load(desk.text("chronology.yml"))["vocabulary"][list_name.replace("-", "_")]
    assert desk.is_clean()


def test_a_word_that_is_there_or_cannot_be_is_refused(desk: Desk) -> None:
    assert "among the event_kinds already" in desk.refused("word", "event_kinds", "flood", "Flood")
    assert "error [" in desk.refused("word", "event_kinds", "A Flood", "Flood")
    assert "did you mean 'measures'" in desk.refused("word", "mesures", "houses", "Houses")


# --- move-claim, split-event -----------------------------------------------------------------------------------------


def test_a_claim_goes_as_it_is_typed(desk: Desk) -> None:
    text = desk.text(FLOOD).replace("  - id: held-by-water", "  # the council's word\n  - id: held-by-water   # sic")
    desk.write(FLOOD, text)
    desk.keep()
    desk.done("move-claim", f"{MARKET}#held-by-water", WARNING, *NOTE)
    there = desk.text(f"events/2020/{WARNING}.yml")
    assert "  # the council's word\n  - id: held-by-water   # sic\n" in there
    assert "the council's word" not in desk.text(FLOOD)
    assert f"instead: {WARNING}#held-by-water}}" in desk.text("tombstones.yml")
    assert desk.is_clean()


def test_both_events_say_which_claim_went_where(desk: Desk) -> None:
    desk.done("move-claim", f"{MARKET}#held-by-water", WARNING, "--id", "held", *NOTE)
    here, there = (yaml.safe_load(desk.text(f"events/2020/{id_}.yml"))["history"][0] for id_ in (MARKET, WARNING))
    assert here["note"] == f"Claim held-by-water moved to {WARNING}#held: They are one."
    assert there["note"] == f"Claim held moved here from {MARKET}#held-by-water: They are one."
    assert here["type"] == there["type"] == "correction"
    desk.keep()
    desk.done("split-event", MARKET, "2020-05-04-x", "--claim", "flooded", "--title", "X", *NOTE)
    assert yaml.safe_load(desk.text(FLOOD))["history"][0]["note"] == (
        "Claim flooded moved to the new event 2020-05-04-x: They are one."
    )


def test_an_id_that_is_taken_there_gets_a_number(desk: Desk) -> None:
    desk.write(FLOOD, desk.text(FLOOD).replace("id: held-by-water", "id: warned"))
    desk.keep()
    desk.done("move-claim", f"{MARKET}#warned", WARNING, *NOTE)
    assert claims(desk, f"events/2020/{WARNING}.yml") == ["warned", "warned-2"]
    assert desk.is_clean()


def test_what_names_a_moved_claim_follows(desk: Desk) -> None:
    desk.done("move-claim", f"{MARKET}#evacuated", WARNING, *NOTE)
    assert f"(claim:{WARNING}#evacuated)" in desk.text("disputes/how-many-evacuated.md")
    assert desk.broken_promises() == []


def test_an_event_is_split(desk: Desk) -> None:
    new = "2020-05-04-evacuation"
    desk.done("split-event", MARKET, new, "--claim", "evacuated", "--title", "People leave the market", *NOTE)
    made = yaml.safe_load(desk.text(f"events/2020/{new}.yml"))
    assert [claim["id"] for claim in made["claims"]] == ["evacuated"]
    assert made["title"] == "People leave the market"
    assert not {"history", "formerly", "seq", "summary"} & set(made)
    assert claims(desk, FLOOD) == ["flooded", "held-by-water"]
    assert f"(claim:{new}#evacuated)" in desk.text("disputes/how-many-evacuated.md")
    assert desk.broken_promises() == []
    assert desk.new_problems() == []


def test_a_split_leaves_a_claim_to_each(desk: Desk) -> None:
    told = desk.refused("split-event", WARNING, "2020-05-03-x", "--claim", "warned", "--title", "X", *NOTE)
    assert "[event-without-claim]" in told


# --- resolve, reopen -------------------------------------------------------------------------------------------------


def test_a_dispute_is_settled_and_opened_again(desk: Desk) -> None:
    path = "disputes/was-water-released.md"
    desk.done(
        *("resolve", "was-water-released", "--outcome", "released", "--rule", "concession", "--known", "2020-07-01"),
        *(
            "--cite",
            "wend-dam-2020-05#p1",
            "--settles",
            "2020-05-dam-release#released=stands",
            "--note",
            "It said so: later.",
            *DAY,
        ),
    )
    head = yaml.safe_load(desk.text(path).split("---")[1])
    assert head["status"] == "resolved"
    assert head["resolution"]["settles"] == {"2020-05-dam-release#released": "stands"}
    assert "would_settle" not in head
    assert head["history"][0]["type"] == "resolution"
    assert desk.broken_promises() == []
    desk.keep()
    desk.done("reopen", "was-water-released", "--would-settle", "The log.", "--note", "The log is gone.", *DAY)
    head = yaml.safe_load(desk.text(path).split("---")[1])
    assert (head["status"], head["would_settle"], head["history"][0]["type"]) == ("open", "The log.", "reopening")
    assert "resolution" not in head
    assert desk.broken_promises() == []


def test_a_key_takes_the_place_of_the_comment_that_new_left_for_it() -> None:
    text = "positions:\n  - id: a\n    # note: …  # Of it.\n# resolution: …  # Once it is settled.\n# note: …\n"
    written = with_key(text, Dispute, "resolution", "resolution: {rule: concession}\n")
    assert written == text.replace("# resolution: …  # Once it is settled.", "resolution: {rule: concession}")
    behind = with_key("positions:\n  - id: a\n    # note: …\n# by hand\n", Dispute, "note", "note: Of all.\n")
    assert behind == "positions:\n  - id: a\n    # note: …\nnote: Of all.\n# by hand\n"


RESOLVE = ("resolve", "was-water-released", "--rule", "concession", "--known", "2020-07-01", "--note", "Why.", *DAY)


@pytest.mark.parametrize(
    "more,told",
    [
        (
            ("--outcome", "releasd", "--cite", "wend-dam-2020-05#p1"),
            "error [unknown-position] there is no position 'releasd' (did you mean 'released'?)",
        ),
        (
            ("--outcome", "released", "--cite", "wend-dam-2020-05#p9"),
            "error [unknown-paragraph] source 'wend-dam-2020-05' has no paragraph 9",
        ),
        (("--outcome", "released", "--cite", "wend-dam"), "error [bad-value] 'wend-dam' names no paragraph"),
        (("--outcome", "released"), "error [resolution-missing]"),
        (("--outcome", "released", "--settles", "2020-05-dam-release#released=stand"), "(did you mean 'stands'?)"),
    ],
)
def test_a_resolution_that_cannot_be_is_refused(desk: Desk, more: tuple[str, ...], told: str) -> None:
    assert told in desk.refused(*RESOLVE, *more)


def test_an_outcome_may_be_named_by_its_label(desk: Desk) -> None:
    told = ("--outcome", "it did", "--rule", "later-reporting", "--known", "2020-07-01", "--note", "Said.")
    settles = ("--settles", "2020-05-dam-release#released=stands", "--cite", "wend-dam-2020-05#p1")
    desk.done("resolve", "was-water-released", *told, *settles, *DAY)
    assert "outcome: [released]" in desk.text("disputes/was-water-released.md")


def test_what_is_open_is_not_opened(desk: Desk) -> None:
    assert "[bad-value] dispute 'was-water-released' is open" in desk.refused(
        "reopen", "was-water-released", "--would-settle", "x", "--note", "y"
    )


# --- new report ------------------------------------------------------------------------------------------------------


REPORT = (
    "new",
    "report",
    f"{MARKET}#evacuated",
    "--source",
    "herald-2020-05-04",
    "--paragraph",
    "2",
    "--by",
    "council",
)


def test_a_report_stands_behind_the_others(desk: Desk) -> None:
    before = desk.text(FLOOD)
    desk.done(
        *REPORT,
        "--stance",
        "denies",
        "--figure",
        'evacuated of=council max=700 wording="no more than 700"',
        "--told",
        "The council counted.",
        *DAY,
    )
    made = (
        '      - by: [council]\n        stance: denies\n        cite: {source: "herald-2020-05-04", paragraph: 2}\n'
        "        figures:\n          - {measure: evacuated, of: council, max: 700, wording: no more than 700}\n"
    )
    text = desk.text(FLOOD)
    report = yaml.safe_load(text)["claims"][1]["reports"][2]
    assert report["figures"] == [{"measure": "evacuated", "of": "council", "max": 700, "wording": "no more than 700"}]
    assert (report["by"], report["stance"]) == (["council"], "denies")
    assert yaml.safe_load(text)["history"][0]["type"] == "new-evidence"
    assert len(text.splitlines()) >= len(before.splitlines()) + made.count("\n") - 1
    assert desk.broken_promises() == []


def test_a_report_that_is_there_is_told(desk: Desk) -> None:
    done = desk.run(
        "new", "report", f"{MARKET}#flooded", "--source", "herald-2020-05-04", "--paragraph", "2", "--by", "mayor", *DAY
    )
    assert f"warning: this paragraph is already reported in '{MARKET}#flooded', by the same speakers" in done.output


@pytest.mark.parametrize(
    "more,told",
    [
        (("--figure", "evacuated off=council"), "a figure has no key 'off' (did you mean 'of'?)"),
        (("--figure", "evacuated min=many"), "'many' is no number in plain digits (write digits"),
        (("--figure", "evacuatd min=4"), "error [unknown-measure]"),
    ],
)
def test_a_figure_that_cannot_be_is_refused(desk: Desk, more: tuple[str, ...], told: str) -> None:
    assert told in desk.refused(*REPORT, *more, *DAY)


def test_a_report_needs_a_source(desk: Desk) -> None:
    assert "--source" in desk.refused("new", "report", f"{MARKET}#flooded", "--by", "mayor")


# --- what holds for all of them --------------------------------------------------------------------------------------

ALL = [
    ("rename", "event", MARKET, "2020-05-04-flood", *DAY),
    ("rename", "claim", f"{MARKET}#evacuated", "brought-out", *DAY),
    ("log", MARKET, "correction", "Why.", *DAY),
    ("remove", f"{MARKET}#held-by-water", *NOTE),
    ("merge", "actor", "gazette", "herald", *NOTE),
    ("merge", "event", WARNING, MARKET, *NOTE),
    ("merge", "claim", f"{MARKET}#held-by-water", f"{MARKET}#flooded", *NOTE),
    ("move-claim", f"{MARKET}#evacuated", WARNING, *NOTE),
    ("split-event", MARKET, "2020-05-04-x", "--claim", "evacuated", "--title", "People leave the square", *NOTE),
    (
        "new",
        "report",
        f"{MARKET}#evacuated",
        "--source",
        "herald-2020-05-04",
        "--paragraph",
        "2",
        "--by",
        "council",
        *DAY,
    ),
]


@pytest.mark.parametrize("command", ALL, ids=" ".join)
def test_neither_check_nor_diff_tells_anything_new(desk: Desk, command: tuple[str, ...]) -> None:
    desk.done(*command)
    assert desk.is_clean()


@pytest.mark.parametrize("command", ALL, ids=" ".join)
def test_what_stands_behind_stays_behind(desk: Desk, command: tuple[str, ...]) -> None:
    marked = {path: text for path, text in desk.files().items() if path.endswith((".yml", ".md"))}
    for path, text in marked.items():
        desk.write(path, text.decode() + ("# a word behind it\n" if path.endswith(".yml") else "\nA word behind it.\n"))
    desk.keep()
    desk.done(*command)
    for path in desk.files():
        if path in marked:
            assert "word behind it" in desk.text(path), path


@pytest.mark.parametrize("command", ALL, ids=" ".join)
def test_without_a_word_the_command_only_shows(desk: Desk, command: tuple[str, ...]) -> None:
    before = desk.files()
    done = desk.run(*command, said="")
    assert done.exit_code == 1
    assert "nothing was written. To write: --yes" in done.output
    assert desk.files() == before


def test_what_is_not_said_of_a_report_is_asked(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(new_report, "can_ask", lambda: True)
    answers = (
        "herald-2020-05-04",
        "2",
        "<",
        "1",
        "council",
        "2",
        "1",
        "evacuated off=council",
        "evacuated max=700",
        "",
        "",
    )
    done = desk.run("new", "report", f"{MARKET}#evacuated", *DAY, "--yes", said="".join(f"{one}\n" for one in answers))
    assert done.exit_code == 0, done.output
    report = yaml.safe_load(desk.text(FLOOD))["claims"][1]["reports"][2]
    assert (report["by"], report["stance"], report["cite"]["paragraph"]) == (["council"], "denies", 1)
    assert report["figures"] == [{"measure": "evacuated", "max": 700}]
    assert "a figure has no key 'off' (did you mean 'of'?)" in done.output
