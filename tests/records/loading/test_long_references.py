"""What is typed for a reference and is longer than any: it names nothing, and is not read for hours."""

import pytest
from dateline.records.loading.typed_references import citation, claim, ids
from dateline.records.types.amounts_read import _WITHOUT_NUMBERS


@pytest.mark.parametrize("text", [f"a{' ' * 19_000}!b", f"{'a' * 19_000} !", f"a{' #' * 9_000}b"])
def test_a_text_longer_than_any_reference_names_nothing(text: str) -> None:
    assert claim(text) is None
    assert citation(text) is None


def test_a_list_of_ids_may_have_any_room_between_them() -> None:
    assert ids(f"ann,{' ' * 15_000}bob") == ["ann", "bob"]


def test_letters_before_something_else_are_words_in_one_way_only() -> None:
    assert _WITHOUT_NUMBERS.fullmatch(f"{'d' * 70}\x01") is None
    assert _WITHOUT_NUMBERS.fullmatch("some (of them), she said.")
