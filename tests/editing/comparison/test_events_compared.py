"""What differs in an event is told once, under the kind of difference that says how much it weighs."""

from typing import Final

import pytest
from dateline.editing.comparison import ChangeKind
from dateline.editing.comparison.differences import FoundChange
from dateline.editing.comparison.events import event_differences
from in_memory import CLOSED, RECORDS, replaced, version_of

OTHER: Final = CLOSED.replace("The well is closed", "The fair is held").replace("2031-03-03", "2031-03-01")
PUMP: Final = "name: The pump\nkind: well\n"


def compared(old: str, new: str, changes: dict[str, str | None] | None = None) -> list[FoundChange]:
    other: dict[str, str | None] = {"events/fair": OTHER, "places/pump": PUMP}
    before = version_of({**other, "events/well": old})
    after = version_of({**other, "events/well": new, **(changes or {})})
    was, now = (version.chronology.events["well"] for version in (before, after))
    return list(event_differences(before, after, was, now))


def of(*pairs: tuple[str, str], old: str = CLOSED) -> list[FoundChange]:
    return compared(old, replaced(old, *pairs))


def told(found: list[FoundChange]) -> list[tuple[str, str, str, str]]:
    return [(one.kind.value, one.part, one.before, one.after) for one in found]


def test_an_event_that_is_the_same_differs_in_nothing() -> None:
    assert of() == []


# --- the event itself ---


@pytest.mark.parametrize(
    "before, after, kind",
    [("draft", "published", ChangeKind.EVENT_PUBLISHED), ("published", "draft", ChangeKind.EVENT_WITHDRAWN)],
)
def test_that_an_event_is_shown_or_no_more_is_told(before: str, after: str, kind: ChangeKind) -> None:
    (one,) = compared(f"{CLOSED}state: {before}\n", f"{CLOSED}state: {after}\n")
    assert (one.kind, one.before, one.after, one.steps) == (kind, before, after, ("state",))


@pytest.mark.parametrize(
    "new, after",
    [
        ("2031-03-04", "4 March 2031; its address moves to days/2031-03-04/"),
        ("2031-03", "March 2031; its address moves to days/2031-03/"),
        ('"2031-03-03T20:00"', "20:00 on 3 March 2031"),
        ("2031-03-03~", "about 3 March 2031"),
        ('"2031-03-03/2031-03-05"', "3 to 5 March 2031"),
    ],
)
def test_another_date_is_told_with_the_address_where_that_moves(new: str, after: str) -> None:
    (one,) = of(("date: 2031-03-03", f"date: {new}"))
    assert told([one]) == [("event-redated", "", "3 March 2031", after)]
    assert one.steps == ("date",)


def test_of_another_calendar_is_told_only_where_the_date_stays() -> None:
    julian = replaced(CLOSED, ("date: 2031-03-03", "date: 2031-02-18\ncalendar: julian"))
    assert [one.kind.value for one in compared(CLOSED, julian)] == ["event-redated"]


@pytest.mark.parametrize(
    "line, part, after",
    [
        ("weight: key", "weight", "key"),
        ("seq: 10", "seq", "10"),
        ("summary: In short.", "summary", "In short."),
        ("note: Beware.", "note", "Beware."),
        ("date_note: Inferred.", "date note", "Inferred."),
        ("tags: [water, fairs]", "tags", "water; fairs"),
        ("added: 2031-04-01", "added", "2031-04-01"),
    ],
)
def test_what_else_is_said_of_an_event_is_told_by_its_key(line: str, part: str, after: str) -> None:
    (one,) = of(("kind: closure", f"kind: closure\n{line}"))
    assert told([one]) == [("event-changed", part, "", after)]
    assert (one.steps, one.red) == ((line.partition(":")[0],), "")


def test_another_kind_is_looked_at_first_and_needs_no_part() -> None:
    (one,) = of(("kind: closure", "kind: meeting"))
    assert told([one]) == [("event-kind-changed", "", "closure", "meeting")]
    assert one.red == "the event is of another kind"


def test_a_title_that_tells_a_fact_now_is_looked_at_first() -> None:
    (one,) = of(("closed, the clerk says", "closed"))
    assert (one.part, one.red) == ("title", "the title said that somebody says so, and tells a fact now")
    (other,) = of(("closed, the clerk says", "shut, the clerk says"))
    assert other.red == ""


def test_earlier_dates_in_another_order_differ_in_nothing() -> None:
    one, other = (f"{CLOSED}formerly: [{days}]\n" for days in ("2031-03-01, 2031-03-02", "2031-03-02, 2031-03-01"))
    assert compared(one, other) == []
    assert told(compared(CLOSED, one)) == [("event-changed", "formerly", "", "2031-03-01; 2031-03-02")]


# --- who and where ---

ROLE: Final = "actors: [{actor: council, role: host}]"


def test_who_took_part_is_compared_without_the_order() -> None:
    two = "actors: [{actor: clerk}, {actor: council, role: host}]"
    turned = "actors: [{actor: council, role: host}, {actor: clerk}]"
    assert of((two, turned), old=replaced(CLOSED, (ROLE, two))) == []
    (one,) = of((ROLE, two))
    assert told([one]) == [("event-changed", "actors", "Lindwell Council (host)", "Lindwell Council (host); The clerk")]
    assert (one.red, one.steps) == ("", ("actors",))


@pytest.mark.parametrize(
    "now, kind, is_red",
    [
        ("{actor: council, role: guest}", ChangeKind.EVENT_ROLES_CHANGED, True),
        ("{actor: council}", ChangeKind.EVENT_ROLES_CHANGED, False),
        ("{actor: clerk, role: host}", ChangeKind.EVENT_CHANGED, False),
        ("{actor: council, role: host, inferred: By name.}", ChangeKind.EVENT_CHANGED, False),
    ],
)
def test_that_somebody_has_another_role_weighs_more_than_that_somebody_came(
    now: str, kind: ChangeKind, *, is_red: bool
) -> None:
    (one,) = of((ROLE, f"actors: [{now}]"))
    assert one.kind is kind
    assert (one.red == "an actor has another role") is is_red


def test_another_place_is_told_with_what_is_noted_of_it() -> None:
    (one,) = of(("places: [{place: old-well}]", "places: [{place: pump, note: One of two., inferred: By name.}]"))
    assert told([one]) == [("event-changed", "places", "Old Well", "The pump (One of two., By name.)")]
    assert one.steps == ("places",)


def test_places_and_roles_that_change_together_are_told_apart() -> None:
    found = of(("places: [{place: old-well}]", "places: [{place: pump}]"), (ROLE, "actors: [{actor: council}]"))
    assert [(one.kind.value, one.part) for one in found] == [
        ("event-changed", "places"),
        ("event-roles-changed", "actors"),
    ]


# --- ties and pictures ---

TIE: Final = "related: [{event: fair, how: caused-by, by: [clerk], cite: {source: gazette, paragraph: 2}}]\n"


def test_a_tie_that_is_added_takes_nothing_back_and_another_does() -> None:
    (come,) = compared(CLOSED, CLOSED + TIE)
    assert (come.kind, come.part, come.before) == (ChangeKind.EVENT_CHANGED, "related", "")
    assert come.after.endswith(": The fair is held, the clerk says (fair), according to The clerk, ¶ 2 of gazette")
    (gone,) = compared(CLOSED + TIE, CLOSED)
    assert (gone.kind, gone.after, gone.steps) == (ChangeKind.EVENT_TIES_CHANGED, "", ("related",))
    (turned,) = compared(CLOSED + TIE, CLOSED + TIE.replace("paragraph: 2", "paragraph: 1"))
    assert turned.kind is ChangeKind.EVENT_TIES_CHANGED


def test_the_whole_that_an_event_is_part_of_is_told_by_title_and_id() -> None:
    (come,) = compared(CLOSED, f"{CLOSED}part_of: fair\n")
    assert told([come]) == [("event-changed", "part of", "", "The fair is held, the clerk says (fair)")]
    (gone,) = compared(f"{CLOSED}part_of: fair\n", CLOSED)
    assert (gone.kind, gone.after, gone.steps) == (ChangeKind.EVENT_TIES_CHANGED, "", ("part_of",))
    (unknown,) = compared(f"{CLOSED}part_of: fair\n", f"{CLOSED}part_of: feast\n")
    assert (unknown.kind, unknown.after) == (ChangeKind.EVENT_TIES_CHANGED, "feast")


def test_pictures_are_told_in_the_order_of_the_page() -> None:
    one = "{image: a.jpg, alt: A well., credit: Archive, licence: CC0, cite: {source: gazette, paragraph: 1}}"
    both, turned = f"media: [{one}, {{image: b.png}}]\n", f"media: [{{image: b.png}}, {one}]\n"
    (found,) = compared(CLOSED + both, CLOSED + turned)
    words = "a.jpg (alt: A well.; credit: Archive; licence: CC0; cite: ¶ 1 of gazette)"
    assert told([found]) == [("event-changed", "pictures", f"{words}; b.png ()", f"b.png (); {words}")]
    assert found.steps == ("media",)


# --- claims ---

SECOND: Final = "  - {id: ordered, text: The council ordered it., reports: [{cite: {source: gazette, paragraph: 2}}]}\n"


def test_a_claim_is_known_by_its_id_wherever_it_stands() -> None:
    two = CLOSED + SECOND
    head, first = CLOSED.split("claims:\n")
    assert compared(two, f"{head}claims:\n{SECOND}{first}") == []


def test_a_claim_that_comes_is_told_in_full_and_one_that_goes_by_its_text() -> None:
    (come,) = compared(CLOSED, CLOSED + SECOND)
    assert told([come]) == [("claim-added", "", "", "The council ordered it.")]
    assert (come.claim, come.steps, len(come.details)) == ("ordered", ("claims", 1), 1)
    (gone,) = compared(CLOSED + SECOND, CLOSED)
    assert told([gone]) == [("claim-removed", "", "The council ordered it.", "")]
    assert (gone.claim, gone.steps, gone.is_gone) == ("ordered", ("claims", 1), True)


@pytest.mark.parametrize(
    "text, kind",
    [
        ("The well, was closed!", ChangeKind.CLAIM_RESPELLED),
        ("the WELL was “closed”.", ChangeKind.CLAIM_RESPELLED),
        ("The well was not closed.", ChangeKind.CLAIM_REWORDED),
        ("The wells was closed.", ChangeKind.CLAIM_REWORDED),
    ],
)
def test_a_claim_that_is_only_spelt_otherwise_is_not_reworded(text: str, kind: ChangeKind) -> None:
    (one,) = of(("text: The well was closed.", f'text: "{text}"'))
    assert (one.kind, one.before, one.after) == (kind, "The well was closed.", text)
    assert (one.claim, one.steps) == ("closed", ("claims", 0, "text"))


HELD: Final = "    control: {place: old-well, holder: council, extent: full}\n"


@pytest.mark.parametrize(
    "old, new, before, after, is_red",
    [
        ("", HELD, "", "Lindwell Council at Old Well: all of it", True),
        (HELD, "", "Lindwell Council at Old Well: all of it", "", True),
        (
            HELD,
            HELD.replace("full", "most"),
            "Lindwell Council at Old Well: all of it",
            "Lindwell Council at Old Well: most of it",
            False,
        ),
        (
            HELD,
            HELD.replace("council", "clerk"),
            "Lindwell Council at Old Well: all of it",
            "The clerk at Old Well: all of it",
            True,
        ),
        (
            HELD,
            HELD.replace("full", "full, from: 2031-03-01, until: 2031-03-03, inferred: So"),
            "Lindwell Council at Old Well: all of it",
            "Lindwell Council at Old Well: all of it, from 2031-03-01, until 2031-03-03 (inferred: So)",
            False,
        ),
    ],
)
def test_who_holds_a_place_is_told_and_somebody_else_is_looked_at_first(
    old: str, new: str, before: str, after: str, *, is_red: bool
) -> None:
    text = "    text: The well was closed.\n"
    (one,) = compared(replaced(CLOSED, (text, text + old)), replaced(CLOSED, (text, text + new)))
    assert told([one]) == [("claim-changed", "who holds the place", before, after)]
    assert (one.red == "somebody else holds the place") is is_red
    assert one.steps == ("claims", 0, "control")


@pytest.mark.parametrize(
    "line, kind, part, after",
    [
        ("when: 2031-03-02", "claim-changed", "when it was", "2031-03-02"),
        ("accuses: [council, clerk]", "claim-changed", "whom it blames", "council; clerk"),
        ("note: It is hearsay.", "claim-note-changed", "", "It is hearsay."),
    ],
)
def test_what_else_is_said_of_a_claim_is_told_in_words(line: str, kind: str, part: str, after: str) -> None:
    text = "    text: The well was closed.\n"
    (one,) = of((text, f"{text}    {line}\n"))
    assert told([one]) == [(kind, part, "", after)]
    assert (one.steps, one.claim) == (("claims", 0, line.partition(":")[0]), "closed")
    (back,) = compared(replaced(CLOSED, (text, f"{text}    {line}\n")), CLOSED)
    assert told([back]) == [(kind, part, after, "")]


def test_what_only_editors_are_told_is_no_difference() -> None:
    text = "    text: The well was closed.\n"
    line = "    unlike: [{claim: fair#closed, because: Another well.}]\n"
    assert of((text, text + line)) == []


def test_a_difference_of_a_report_is_of_its_claim() -> None:
    (one,) = of(("by: [clerk]", "stance: denies, by: [clerk]"))
    assert (one.kind, one.claim) == (ChangeKind.REPORT_STANCE_TURNED, "closed")
    assert one.steps == ("claims", 0, "reports", 0, "stance")


def test_names_in_words_are_those_of_their_version() -> None:
    renamed: dict[str, str | None] = {"actors/council": RECORDS["actors/council"].replace("Lindwell Council", "Moot")}
    (one,) = compared(CLOSED, CLOSED, renamed)
    assert told([one]) == [("event-changed", "actors", "Lindwell Council (host)", "Moot (host)")]
