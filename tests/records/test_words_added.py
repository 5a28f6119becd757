"""Words that a chronology adds to those that every chronology has, and as what they behave."""

from pathlib import Path

import pytest
from baseline import COUNCIL, base_text, checked, linked
from dateline.records.loading import as_written, load
from dateline.records.rules.standing import Standing, assessments
from dateline.records.types import Masthead, RecordKind, Vocabulary
from dateline.records.types.standard_words import STANDARD_WORDS
from pydantic import TypeAdapter

CHRONOLOGY = "chronology.yml"
DISPUTE = "disputes/who-closed-the-well.md"
CLERK = "actors/clerk.md"
GAZETTE = "actors/harrow-gazette.md"
PAPER = "sources/gazette-2031-03-04.yml"
NEWS = (
    "  actor_kinds:\n"
    "    court: {label: Court, like: body}\n"
    "    newspaper: {label: Newspaper, like: media}\n"
    "    league: {like: alliance}\n"
    "    rumour: {like: unnamed}\n"
    "    judge: {label: Judge, like: person}\n"
    "    guild:\n"
    "  source_kinds: {inscription: {label: Inscription, like: image}, ostracon: }\n"
    "  dispute_kinds: {toll: {label: How many were there?, like: figure}, motive: {label: Why?}}\n"
    "  resolution_rules: {all-kept: {like: range-kept}, court-finding: {label: a court's finding}}\n"
)


def with_words(words: str = NEWS) -> dict[str, str]:
    """Return the masthead of the base with more words."""
    return {CHRONOLOGY: base_text(CHRONOLOGY).replace("  place_kinds:\n", f"{words}  place_kinds:\n")}


def vocabulary(**lists: object) -> Vocabulary:
    masthead: Masthead = TypeAdapter(Masthead).validate_python({"title": "A", "vocabulary": lists})
    return masthead.vocabulary


def of_kind(name: str, kind: str) -> dict[str, str]:
    before = next(line for line in base_text(name).splitlines() if line.startswith("kind:"))
    return {name: base_text(name).replace(before, f"kind: {kind}", 1)}


@pytest.mark.parametrize("list_name", STANDARD_WORDS)
def test_each_standard_word_behaves_as_itself_and_stands_first(list_name: str) -> None:
    known = vocabulary(**{list_name: {"a-new-one": None}})
    assert tuple(known.terms(list_name)) == (*STANDARD_WORDS[list_name], "a-new-one")
    assert all(known.behaves_as(list_name, word) == word for word in STANDARD_WORDS[list_name])


@pytest.mark.parametrize(
    "list_name, like, behaves_as",
    [
        ("actor_kinds", "body", "organisation"),
        ("actor_kinds", "person", "person"),
        ("actor_kinds", "alliance", "alliance"),
        ("actor_kinds", "unnamed", "unnamed"),
        ("actor_kinds", None, "organisation"),
        ("source_kinds", None, "statement"),
        ("source_kinds", "book", "book"),
        ("dispute_kinds", None, ""),
        ("dispute_kinds", "figure", "figure"),
        ("resolution_rules", None, "later-reporting"),
        ("resolution_rules", "concession", "concession"),
        ("resolution_rules", "range-kept", "range-kept"),
    ],
)
def test_a_new_word_behaves_as_it_says(list_name: str, like: str | None, behaves_as: str) -> None:
    known = vocabulary(**{list_name: {"a-new-one": {"like": like} if like else {}}})
    assert known.behaves_as(list_name, "a-new-one") == behaves_as


def test_a_label_for_a_standard_word_changes_no_behaviour() -> None:
    known = vocabulary(actor_kinds={"media": {"label": "Press"}})
    assert known.words_like("actor_kinds", "media") == {"media"}
    assert known.terms("actor_kinds")["media"].label == "Press"


def test_lists_that_are_closed_hold_only_what_the_chronology_says() -> None:
    assert list(vocabulary(roles={"host": None}).terms("roles")) == ["host"]


@pytest.mark.parametrize(
    "files",
    [
        of_kind(COUNCIL, "court"),
        of_kind(COUNCIL, "guild"),
        of_kind(PAPER, "inscription")
        if "kind:" in base_text(PAPER)
        else of_kind("sources/crier-2031-03-06.yml", "ostracon"),
        of_kind(DISPUTE, "motive"),
    ],
)
def test_a_word_of_the_vocabulary_is_taken(tmp_path: Path, files: dict[str, str]) -> None:
    before = {str(problem) for problem in checked(tmp_path, with_words())}
    assert {str(problem) for problem in checked(tmp_path, with_words() | files)} == before


@pytest.mark.parametrize(
    "word, hint",
    [
        ("company", "write organisation, or add 'company: {like: organisation}' to actor_kinds in chronology.yml"),
        ("newspaper", "write media, or add 'newspaper: {like: media}' to actor_kinds in chronology.yml"),
        ("persons", "did you mean 'person'?"),
    ],
)
def test_a_word_that_nobody_added_is_refused_with_both_ways_out(tmp_path: Path, word: str, hint: str) -> None:
    told = [problem for problem in checked(tmp_path, of_kind(COUNCIL, word)) if problem.code == "unknown-word"]
    assert [(str(one.position), one.hint) for one in told] == [("content/actors/council.md:4:7", hint)]


def test_a_near_word_of_the_vocabulary_is_suggested(tmp_path: Path) -> None:
    told = checked(tmp_path, with_words() | of_kind(COUNCIL, "cout"))
    assert "did you mean 'court'?" in {problem.hint for problem in told}


def test_what_a_word_may_behave_as_is_refused_with_the_words_that_are_taken(tmp_path: Path) -> None:
    [told] = [
        one
        for one in checked(tmp_path, with_words("  actor_kinds: {court: {like: persn}}\n"))
        if "persn" in one.message
    ]
    assert told.hint == "did you mean 'person'?"
    assert told.position.line > 1


def test_a_file_of_a_new_kind_is_not_taken_for_a_misplaced_one(tmp_path: Path) -> None:
    court = {"actors/high-court.md": "---\nname: High Court\nkind: court\n---\n"}
    assert "stray-file" not in {problem.code.value for problem in checked(tmp_path, with_words() | court)}


COURT = "---\nname: High Court\nkind: court\naliases: [The Bench]\nnote: It sits in spring.\n---\n"


def test_a_record_of_a_new_kind_is_not_taken_for_a_misplaced_one_before_it_is_written(tmp_path: Path) -> None:
    checked(tmp_path, with_words())
    content = tmp_path / "content"
    corpus, _ = load(content, tmp_path)
    place = content / "actors" / "high-court.md"
    assert as_written(corpus, RecordKind.ACTOR, place, COURT, (content, tmp_path))[1] == []


def test_a_misplaced_record_is_told_however_many_processes_read(tmp_path: Path) -> None:
    town = "---\nname: Town\nkind: village\n---\n"
    many = {f"places/p{number}.yml": f"name: P{number}\nkind: village\n" for number in range(401)}
    checked(tmp_path, {"actors/town.md": town} | many)
    alone, together = (load(tmp_path / "content", tmp_path, jobs=jobs)[1] for jobs in (1, 2))
    assert alone == together
    assert "stray-file" in {problem.code.value for problem in together}


def test_a_newspaper_that_passes_on_is_nobodys_voice(tmp_path: Path) -> None:
    graph = linked(
        tmp_path, with_words() | of_kind(GAZETTE, "newspaper") | of_kind("actors/lindwell-crier.md", "court")
    )
    closed = graph.claims["2031-03-03-well-closed#closed"]
    [relayed, own] = closed.claim.reports
    assert graph.voice(own) == "lindwell-crier"  # a court speaks in its own name
    as_media = linked(tmp_path, with_words() | of_kind("actors/lindwell-crier.md", "newspaper"))
    [relayed, own] = as_media.claims["2031-03-03-well-closed#closed"].claim.reports
    assert as_media.voice(own) is None
    assert as_media.voice(relayed) == "council"


def test_a_league_lends_nobody_its_voice(tmp_path: Path) -> None:
    whose = {
        kind: linked(tmp_path, with_words() | of_kind(COUNCIL, kind)).voices["clerk"] for kind in ("league", "court")
    }
    assert whose == {"league": "clerk", "court": "council"}


def test_those_whom_nobody_names_bear_nobody_out(tmp_path: Path) -> None:
    text = base_text("events/2031/2031-03-03-well-closed.yml").replace("stance: denies", "stance: asserts")
    files = with_words() | {"events/2031/2031-03-03-well-closed.yml": text} | of_kind(COUNCIL, "rumour")
    graph = linked(tmp_path, files)
    event = graph.events["2031-03-03-well-closed"]
    found = assessments(graph, event)["by-the-council"]
    assert found.standing is Standing.SINGLE_ORIGIN
    named = linked(tmp_path, files | of_kind(COUNCIL, "court") | of_kind("actors/petitioners.md", "guild"))
    assert assessments(named, named.events[event.id])["by-the-council"].standing is Standing.CORROBORATED


def test_a_judge_is_a_person_who_needs_a_reason(tmp_path: Path) -> None:
    lone = {CLERK: "---\nname: The clerk\nkind: judge\n---\n"}
    told = {problem.code.value for problem in checked(tmp_path, with_words() | lone)}
    assert "named-without-reason" in told
    other = {CLERK: "---\nname: The clerk\nkind: guild\n---\n"}
    assert "named-without-reason" not in {problem.code.value for problem in checked(tmp_path, with_words() | other)}


def test_a_rule_that_keeps_the_range_needs_no_outcome(tmp_path: Path) -> None:
    def told(rule: str) -> set[str]:
        resolution = (
            f"status: resolved\nresolution: {{outcome: [], rule: {rule}, date: 2031-04-01, note: Kept.,\n"
            "  cites: [{source: crier-2031-03-06, paragraph: 2}]}\n"
        )
        text = (
            base_text(DISPUTE)
            .replace("status: open\n", resolution)
            .replace("would_settle: The minutes of the council.\n", "")
        )
        return {problem.code.value for problem in checked(tmp_path, with_words() | {DISPUTE: text})}

    assert "resolution-missing" in told("court-finding")
    assert "resolution-missing" not in told("all-kept")
    assert "nothing-settled" in told("court-finding")
    assert "nothing-settled" not in told("all-kept")


def test_positions_that_share_a_claim_are_told_what_a_figure_needs_where_the_kind_is_about_figures(
    tmp_path: Path,
) -> None:
    text = base_text(DISPUTE).replace("    stance: denies\n", "")
    hints = {
        kind: [
            one.hint
            for one in checked(tmp_path, with_words() | {DISPUTE: text.replace("responsibility", kind)})
            if one.code.value == "bad-value"
        ]
        for kind in ("toll", "motive")
    }
    assert {kind: ["other number" in hint for hint in told] for kind, told in hints.items()} == {
        "toll": [True],
        "motive": [False],
    }
