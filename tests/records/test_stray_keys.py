"""A key in the wrong place is told whose it is."""

import pytest
from dateline.ground.yamltree import Step
from dateline.records.loading.stray_keys import whose_key
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
