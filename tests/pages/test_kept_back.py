"""What is withheld is counted, each thing once."""

from typing import Final

import pytest
from dateline.ground import dates
from dateline.ground.languages import language_of
from dateline.pages.shared.kept_back import by_record, counted, in_words
from dateline.records.types import Withheld
from dateline.records.withholding import Held

_WITHHELD: Final = Withheld(until="never", reason="legal", on=dates.parse("2026-11-29"))

_EMBARGOED: Final = Held(
    "claim", "a#three", Withheld(until="2027-01-01", reason="embargo", on=dates.parse("2026-11-29"))
)


def _held(*named: str) -> list[Held]:
    return [Held(kind, id_, _WITHHELD) for kind, _, id_ in (one.partition(":") for one in named)]


def test_a_claim_counts_where_its_event_stays() -> None:
    held = _held("event:a", "claim:a#one", "claim:a#two", "claim:b#one", "source:c")
    assert counted(held) == {"event": 1, "claim": 1, "source": 1}
    assert list(counted(reversed(held))) == ["event", "claim", "source"]


def test_what_readers_have_seen_of_a_record_that_stays_is_counted_there() -> None:
    held = [*_held("claim:a#one", "claim:a#two", "text:event a#summary", "text:actor a#note", "event:b"), _EMBARGOED]
    found = by_record(held)
    assert {record: in_words(of, language_of("en")) for record, of in found.items()} == {
        "event a": "Withheld from readers: 2 claims, 1 text.",
        "actor a": "Withheld from readers: 1 text.",
    }


@pytest.mark.parametrize(
    "named, said",
    [
        ((), ""),
        (("source:a",), "Withheld from readers: 1 source."),
        (("source:a", "claim:b#x", "claim:b#y"), "Withheld from readers: 2 claims, 1 source."),
        (("place:a", "actor:a", "dispute:a"), "Withheld from readers: 1 dispute, 1 actor, 1 place."),
    ],
)
def test_the_counts_are_told_in_a_sentence(named: tuple[str, ...], said: str) -> None:
    assert in_words(_held(*named), language_of("en")) == said
