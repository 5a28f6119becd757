"""Words between quotation marks have one pair at each end, whatever marks they have themselves."""

import pytest
from dateline.pages.wording.quoted_words import between_marks, within
from hypothesis import given
from hypothesis import strategies as st


@pytest.mark.parametrize(
    "words, shown",
    [
        ("Water fell", "Water fell"),
        ("“Water fell", "Water fell"),
        ("fell down.”", "fell down."),
        ("“Water fell”", "Water fell"),
        ('"Water fell"', "Water fell"),
        ("“Water” fell", "‘Water’ fell"),
        ('"Water" fell', "‘Water’ fell"),
        ("fell “down”", "fell ‘down’"),
        ("“Water” and “fire”", "‘Water’ and ‘fire’"),
        ("he said, “Water fell", "he said, ‘Water fell"),
        ("„Wasser“ fiel", "‚Wasser‘ fiel"),  # noqa: RUF001 - the marks are the point
        ("«L’eau» tombe", "‹L’eau› tombe"),  # noqa: RUF001 - the same
        ("l’«eau» tombe", "l’«eau» tombe"),
        ('a gun of 6" and one of 8" fell', 'a gun of 6" and one of 8" fell'),
        ('a gun of 6"', 'a gun of 6"'),
        ('one of 4½"', 'one of 4½"'),
        ('the “old” gun of 120"', 'the ‘old’ gun of 120"'),
        ('it fell in 1990"', "it fell in 1990"),
        ('"a gun of 6"', "a gun of 6"),
        ('צה"ל נכנס', 'צה"ל נכנס'),
        ("“", "‘"),
    ],
)
def test_words_between_marks_have_no_second_pair_at_their_ends(words: str, shown: str) -> None:
    assert between_marks(words) == shown


@given(st.text("ab “”„«»\"'‘’", max_size=20))
def test_only_marks_of_quotation_are_changed(words: str) -> None:
    def letters(text: str) -> list[str]:
        return [char for char in text if char in "ab "]

    assert letters(between_marks(words)) == letters(words)
    assert letters(within(words)) == letters(words)
    assert not {"“", "”", "„"} & set(within(words))
