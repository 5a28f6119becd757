"""A key in the wrong place is told whose it is."""

import pytest
from dateline.ground.yamltree import Step
from dateline.records.loading.stray_keys import whose_key
from dateline.records.loading.typed_references import place_typed
from dateline.records.types import Event, Source

REPORT: tuple[Step, ...] = ("claims", 0, "reports", 0)


@pytest.mark.parametrize(
    "loc, key, begins",
    [
        (REPORT, "text", "it is a key of the claim"),
        (REPORT, "kind", "it is a key of the event"),
        (REPORT, "wording", "it is a key of an entry of figures"),
        (REPORT, "publisher", "it is a key of sources, and of nothing here"),
        ((), "lat", "it is a key of places"),
        (("claims", 0), "stance", "it is a key of an entry of reports"),
        ((), "name", ""),
        ((), "nobodys", ""),
        (("nothing", 0), "title", "it is a key of the event"),
    ],
)
def test_a_key_is_told_whose_it_is(loc: tuple[Step, ...], key: str, begins: str) -> None:
    found = whose_key(Event, (*loc, key), key)
    assert found.startswith(begins)
    assert bool(found) == bool(begins)


def test_a_key_of_ones_own_kind_is_of_no_other() -> None:
    assert whose_key(Source, ("rights",), "rights") == ""


@pytest.mark.parametrize(
    "key, value, written",
    [
        ("page", 12, 'write at: "12"'),
        ("pages", "pp. 4–6", 'write at: "4..6"'),
        ("time", "24:10", 'write at: "00:24:10"'),
        ("timecode", 1450, 'write at: "00:24:10"'),
        ("exhibit", 7, 'write at: "exhibit 7"'),
        ("section", "§ 3.2", 'write at: "3.2"'),
        ("folio", "fol. 12r", 'write at: "12r"'),
        ("time", "noon", ""),
        ("page", None, ""),
        ("page", [4], ""),
        ("line", 3, ""),
    ],
)
def test_a_place_under_another_key_is_written_as_places_are(key: str, value: object, written: str) -> None:
    assert place_typed(key, value, {}) == written


def test_a_page_beside_a_paragraph_belongs_into_its_source() -> None:
    assert "its source says once" in place_typed("page", 12, {"paragraph": 3})
