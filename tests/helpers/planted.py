"""Changes planted in the small chronology, as data."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

SMALL: Final = Path(__file__).parents[1] / "cases" / "small" / "content"
FLOOD: Final = "events/2020/2020-05-04-market-flooded.yml"
RELEASE: Final = "events/2020/2020-05-dam-release.yml"
WARNING: Final = "events/2020/2020-05-03-warning.yml"
DRAFT: Final = "events/2020/2020-05-06-draft.yml"
RELEASED: Final = "disputes/was-water-released.md"
EVACUATED: Final = "disputes/how-many-evacuated.md"
HERALD: Final = "sources/herald-2020-05-04.yml"
TOWN: Final = "places/lower-wend.yml"
MAYOR: Final = "actors/mayor.md"
BRIEF: Final = "pages/brief.yml"
GRAVES: Final = "tombstones.yml"

BY_NOON: Final = """\
  - text: By noon it was under water.
    claims: [2020-05-04-market-flooded#flooded]
    outcomes: {2020-05-04-market-flooded#flooded: one-voice}
"""
NEW_EVENT: Final = """\
title: The council reopens the market
date: 2020-05-07
kind: statement
claims:
  - id: reopened
    text: The council reopened the market.
    reports:
      - by: [council]
        cite: {source: herald-2020-05-04, paragraph: 2}
"""
STONE: Final = "tombstones:\n  - {kind: event, id: 2020-05-03-warning, date: 2020-08-03, note: It was never said.}\n"
HELD_BY_WATER: Final = (
    "  - id: held-by-water\n    text: The council closed all of Lower Wend.\n"
    "    control: {place: lower-wend, holder: council, extent: full}\n    reports:\n"
    "      - by: [mayor, council]\n        cite: {source: herald-2020-05-04, paragraph: 2}\n"
)
CLAIM_STONE: Final = (
    "tombstones:\n  - {kind: claim, id: 2020-05-04-market-flooded#held-by-water, date: 2020-08-09, "
    "note: It is told with the flood., instead: 2020-05-04-market-flooded#flooded}\n"
)
TWO_FEET: Final = (
    "  - id: two-feet\n    text: The water stood two feet high.\n"
    "    reports: [{by: [mayor], cite: {source: herald-2020-05-04, paragraph: 2}}]\n"
)
TWO_FEET_STONE: Final = (
    "  - {kind: claim, id: 2020-05-04-market-flooded#two-feet, date: 2020-08-03, note: Said twice., "
    "instead: 2020-05-04-market-flooded#evacuated}\n"
)
RESOLUTION: Final = """\
status: resolved
resolution:
  outcome: [released]
  rule: later-reporting
  date: 2020-09-01
  note: The company’s log was published.
  cites: [{source: wend-dam-2020-05, paragraph: 1}]
"""


@dataclass(frozen=True)
class Planted:
    """A change, the kinds of difference that it makes, and the codes of the problems."""

    kinds: frozenset[str]
    replace: Mapping[str, tuple[tuple[str, str], ...]] = field(default_factory=dict)
    write: Mapping[str, str] = field(default_factory=dict)
    remove: tuple[str, ...] = ()
    codes: frozenset[str] = frozenset()

    def plant(self, content: Path) -> None:
        for name in self.remove:
            (content / name).unlink()
        for name, text in self.write.items():
            (content / name).write_text(text, encoding="utf-8")
        for name, changes in self.replace.items():
            text = (content / name).read_text(encoding="utf-8")
            for old, new in changes:
                assert text.count(old) == 1, (name, old)
                text = text.replace(old, new)
            (content / name).write_text(text, encoding="utf-8")


def _planted(*kinds: str, codes: str = "", **change: object) -> Planted:
    return Planted(frozenset(kinds), codes=frozenset(codes.split()), **change)  # type: ignore[arg-type]


WITHHELD: Final = "withheld: {until: never, reason: safety, on: 2020-09-01}\n"
ENTRY: Final = "history:\n  - {date: 2020-09-01, type: correction, note: Misread at first.}\n"
PLANTED: Final[dict[str, Planted]] = {
    "a-figure-changes": _planted(
        "figure-changed",
        codes="history-missing",
        replace={
            FLOOD: (('min: 1200, wording: "more than 1,200 people"', 'min: 1500, wording: "more than 1,500 people"'),)
        },
    ),
    "a-figure-changes-and-the-history-says-so": _planted(
        "figure-changed",
        "history-added",
        replace={FLOOD: (('exact: 800, wording: "800"', 'exact: 850, wording: "850"'), ("history:\n", ENTRY))},
    ),
    "a-stance-turns-and-a-contradiction-goes": _planted(
        "report-stance-turned",
        "contradiction-gone",
        codes="history-missing",
        replace={RELEASE: (("stance: denies", "stance: concedes"),)},
    ),
    "what-a-reviewer-looks-at-first": _planted(
        "event-kind-changed",
        "event-roles-changed",
        "event-changed",
        "figure-changed",
        "source-address-changed",
        "contradiction-gone",
        "source-paragraph-changed",
        "report-chain-changed",
        codes="history-missing",
        replace={
            FLOOD: (
                ("kind: flood\n", "kind: statement\n"),
                ("actors: [{actor: council, role: rescuer}]", "actors: [{actor: council, role: speaker}]"),
                (", the Herald and the mayor say\n", "\n"),
                ('min: 1200, wording: "more than 1,200 people"', 'min: 120, wording: "more than 120 people"'),
                ("by: [mayor, council]", "by: [council]"),
            ),
            HERALD: (
                ("https://herald.example/", "https://mirror.example/"),
                ("ends: were safe, words: 24}", "ends: were safe, words: 24, unused: said already}"),
            ),
        },
    ),
    "an-event-is-redated": _planted(
        "event-redated",
        codes="history-missing address-lost",
        replace={FLOOD: (("date: 2020-05-04\n", "date: 2020-05-03\n"),)},
    ),
    "an-event-is-redated-and-says-where-it-stood": _planted(
        "event-redated",
        "event-changed",
        "history-added",
        replace={
            FLOOD: (
                ("date: 2020-05-04\n", "date: 2020-05-03\n"),
                ("formerly: [2020-05-02, 2020-05]\n", "formerly: [2020-05-02, 2020-05, 2020-05-04]\n"),
                ("history:\n", "history:\n  - {date: 2020-08-09, type: correction, note: It was the day before.}\n"),
            )
        },
    ),
    "an-event-is-redated-within-its-month": _planted(
        "event-redated", codes="history-missing", replace={RELEASE: (("date: 2020-05\n", "date: 2020-05~\n"),)}
    ),
    "an-old-date-is-forgotten": _planted(
        "event-changed", codes="address-lost", replace={FLOOD: (("formerly: [2020-05-02, 2020-05]\n", ""),)}
    ),
    "a-tombstone-forgets-where-its-event-stood": _planted(
        codes="address-lost", replace={GRAVES: ((", formerly: [2020-05-05]", ""),)}
    ),
    "a-claim-is-merged": _planted(
        "claim-removed",
        "tombstone-added",
        "history-added",
        replace={
            FLOOD: (
                (HELD_BY_WATER, ""),
                ("history:\n", "history:\n  - {date: 2020-08-09, type: retraction, note: Said twice.}\n"),
            ),
            GRAVES: (("tombstones:\n", CLAIM_STONE),),
        },
    ),
    "a-buried-claim-is-told-again": _planted(
        "claim-added",
        codes="buried-id",
        replace={
            FLOOD: (("  - id: held-by-water\n", TWO_FEET + "  - id: held-by-water\n"),),
            GRAVES: ((TWO_FEET_STONE, ""),),
        },
    ),
    "a-claim-is-reworded": _planted(
        "claim-reworded",
        codes="history-missing",
        replace={
            FLOOD: (
                ("The market square was under water by noon.", "The market square was under water by ten o’clock."),
            )
        },
    ),
    "a-claim-is-only-spelt-otherwise": _planted(
        "claim-respelled",
        replace={
            FLOOD: (("The market square was under water by noon.", "The market-square was under water, by noon!"),)
        },
    ),
    "an-event-is-withheld": _planted(
        "event-withheld",
        replace={WARNING: (("title: The council warns", f"{WITHHELD}title: The council was said to have warned"),)},
    ),
    "a-claim-is-withheld": _planted(
        "claim-withheld",
        replace={FLOOD: (("text: The council closed all of", f"{WITHHELD}    text: The council closed most of"),)},
    ),
    "an-event-is-added": _planted("event-added", write={"events/2020/2020-05-07-reopened.yml": NEW_EVENT}),
    "a-draft-is-published": _planted("event-published", replace={DRAFT: (("state: draft\n", ""),)}),
    "an-event-is-removed-with-a-tombstone": _planted(
        "event-removed",
        "tombstone-added",
        codes="address-lost",
        remove=(WARNING,),
        replace={GRAVES: (("tombstones:\n", STONE),)},
    ),
    "an-event-is-removed-with-a-tombstone-that-says-where-it-stood": _planted(
        "event-removed",
        "tombstone-added",
        remove=(WARNING,),
        replace={GRAVES: (("tombstones:\n", STONE.replace("}", ", formerly: [2020-05]}")),)},
    ),
    "an-event-is-removed-without-a-tombstone": _planted("event-removed", codes="id-vanished", remove=(WARNING,)),
    "an-event-is-renamed": _planted(
        "event-removed",
        "event-added",
        codes="id-vanished",
        remove=(WARNING,),
        write={"events/2020/2020-05-02-warned.yml": (SMALL / WARNING).read_text(encoding="utf-8")},
    ),
    "a-claim-is-removed": _planted(
        "claim-removed",
        codes="id-vanished history-missing",
        replace={FLOOD: ((HELD_BY_WATER, ""),)},
    ),
    "a-dispute-is-resolved": _planted(
        "dispute-resolved",
        "dispute-changed",
        codes="history-missing",
        replace={RELEASED: (("status: open\n", RESOLUTION), ("would_settle: The log of the gates.\n", ""))},
    ),
    "a-dispute-is-reopened": _planted(
        "dispute-reopened",
        "dispute-changed",
        "outcome-changed",
        "history-added",
        replace={
            EVACUATED: (
                ("status: resolved\n", "status: partly-resolved\nwould_settle: The lists of the shelters.\n"),
                ("history:\n", "history:\n  - {date: 2020-10-01, type: new-evidence, note: A list was found.}\n"),
            )
        },
    ),
    "a-report-is-added-and-an-outcome-follows": _planted(
        "report-added",
        "outcome-changed",
        replace={
            WARNING: (
                (
                    "        cite: {source: herald-2020-05-04, paragraph: 2}\n",
                    "        cite: {source: herald-2020-05-04, paragraph: 2}\n      - by: [mayor]\n        cite: {source: herald-2020-05-04, paragraph: 2}\n",
                ),
            )
        },
    ),
    "a-report-is-removed": _planted(
        "report-removed",
        "outcome-changed",
        codes="history-missing",
        replace={
            FLOOD: (
                (
                    "      - by: [mayor]\n        cite: {source: herald-2020-05-04, paragraph: 2}\n  - id: evacuated",
                    "  - id: evacuated",
                ),
            )
        },
    ),
    "the-chain-and-the-paragraph-of-a-report-change": _planted(
        "report-chain-changed",
        "report-citation-changed",
        codes="history-missing",
        replace={
            FLOOD: (
                (
                    "by: [mayor, council]\n        cite: {source: herald-2020-05-04, paragraph: 2}",
                    "by: [mayor]\n        cite: {source: herald-2020-05-04, paragraph: 1}",
                ),
            )
        },
    ),
    "a-place-moves": _planted("place-moved", codes="history-missing", replace={TOWN: (("lat: 51.5", "lat: 51.6"),)}),
    "the-brief-changes": _planted(
        "brief-removed",
        "brief-changed",
        replace={
            BRIEF: (
                ("On 4 May 2020 the Wend stood", "On 4 May 2020 the river stood"),
                (BY_NOON, ""),
            )
        },
    ),
    "a-source-a-place-and-an-actor-come": _planted(
        "source-added",
        "place-added",
        "actor-added",
        write={
            "sources/gazette-2020-05-06.yml": "title: A look back\npublisher: gazette\npublished: 2020-05-06\nurl: null\nparagraphs:\n  - {n: 1, begins: Looking back, unused: nothing new}\n",
            "places/upper-wend.yml": "name: Upper Wend\nkind: town\nwithin: wend\n",
            "actors/county.md": "---\nname: The county\nkind: organisation\n---\n",
        },
    ),
    "a-source-an-actor-and-the-vocabulary-change": _planted(
        "source-changed",
        "source-paragraph-changed",
        "source-paragraph-added",
        "actor-changed",
        "chronology-changed",
        "page-changed",
        replace={
            HERALD: (
                ("note: The page bears no author.\n", ""),
                ("words: 24}", "words: 25}\n  - {n: 4, begins: On page four, unused: an advertisement}"),
            ),
            MAYOR: (("In office since 2018.", "In office since 2017."),),
            "chronology.yml": (
                ("description: Water where it should not be.", "description: Water where there was none."),
            ),
            "pages/thanks.md": (("To [nobody]", "To [somebody]"),),
        },
    ),
    "a-buried-id-is-used-again": _planted(
        "event-added",
        codes="buried-id",
        replace={
            GRAVES: (
                (
                    "  - {kind: event, id: 2020-05-05-second-flood, date: 2020-08-02, note: It rested on a misread page., formerly: [2020-05-05]}\n",
                    "",
                ),
            )
        },
        write={"events/2020/2020-05-05-second-flood.yml": NEW_EVENT},
    ),
    "a-position-changes": _planted(
        "dispute-position-changed", replace={RELEASED: (("label: It did,", "label: It did so,"),)}
    ),
}
