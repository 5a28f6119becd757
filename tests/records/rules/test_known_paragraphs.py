"""What is cited and is not there: the hint says which paragraphs there are, in words that fit their number."""

import pytest
from dateline.records.rules.passages import missing_part
from dateline.records.types import Source
from pydantic import TypeAdapter


@pytest.mark.parametrize(
    "numbers, hint",
    [
        ([1], "its record has paragraph 1 only"),
        ([4], "its record has paragraph 4 only"),
        ([1, 2], "its record has paragraphs 1 to 2"),
        ([2, 5], "its record has paragraphs 2, 5"),
    ],
)
def test_the_paragraphs_that_are_there_are_told_in_the_number_that_they_have(numbers: list[int], hint: str) -> None:
    paragraphs = [{"n": number, "begins": "It"} for number in numbers]
    told = {"id": "one", "title": "T", "kind": "post", "publisher": "p", "published": "2031", "paragraphs": paragraphs}
    assert missing_part(TypeAdapter(Source).validate_python(told), 9).hint == hint
