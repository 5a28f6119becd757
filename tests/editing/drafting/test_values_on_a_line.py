"""Values as they are written into a record, each as YAML and the check read it back."""

import pytest
import yaml
from dateline.editing.drafting.record_text import flow
from hypothesis import given
from hypothesis import strategies as st


@pytest.mark.parametrize(
    "value, told",
    [
        (True, "true"),
        (False, "false"),
        ({"measure": "killed", "exact": 30, "approximate": True}, "{measure: killed, exact: 30, approximate: true}"),
        ({"min": None, "max": 5}, "{max: 5}"),
        (0.00001, "0.00001"),
        ("no", '"no"'),
        ([1, "a"], "[1, a]"),
    ],
)
def test_a_value_is_written_as_the_check_reads_it(value: object, told: str) -> None:
    assert flow(value) == told


VALUES = st.recursive(
    st.booleans() | st.integers(-(10**9), 10**9) | st.text(st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp"))),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["a", "b"]), inner, max_size=2),
    max_leaves=6,
)


@given(value=VALUES)
def test_what_is_written_is_what_is_read(value: object) -> None:
    assert yaml.safe_load(flow(value)) == value
