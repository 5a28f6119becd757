"""Why nothing names a record: the likeliest reason comes first."""

import pytest
from dateline.records.rules.coverage import _misspelt


@pytest.mark.parametrize(
    "missing, known, told",
    [
        (("pentagn",), ("pentagon", "russia"), "did you mean 'pentagn', which is named and is not there? write one"),
        ((), ("pentagon", "pentagons"), "did you mean 'pentagons'? then remove this file; else name it where it"),
        (("pentagn",), ("pentagon", "pentagons"), "did you mean 'pentagn', which is named and is not there?"),
    ],
)
def test_a_name_that_is_near_is_told_first(missing: tuple[str, ...], known: tuple[str, ...], told: str) -> None:
    assert _misspelt("pentagon", missing, known).startswith(told)


def test_where_no_name_is_near_nothing_is_guessed() -> None:
    assert _misspelt("pentagon", ("russia",), ("pentagon", "amaq")) == ""
