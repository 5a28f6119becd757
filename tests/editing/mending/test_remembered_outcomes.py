"""The outcomes that a brief remembers are brought up to date where they stand, and no other sign of it changes."""

from typing import Final

import pytest
import yaml
from dateline.editing.mending import with_outcomes
from hypothesis import given
from hypothesis import strategies as st

OLD: Final = {"well#closed": "open"}
NOW: Final = {"well#closed": "settled"}
TWO: Final = {"well#closed": "settled", "well#ordered": "one-voice"}
HEAD: Final = "what_happened:\n  - text: The well was closed.\n    claims: [well#closed]\n"


def test_a_word_is_exchanged_where_it_stands_with_its_comment_behind_it() -> None:
    text = f"{HEAD}    outcomes:\n      well#closed: open  # since May\n    note: n\n"
    assert with_outcomes(text, [NOW]) == text.replace("open", "settled")


def test_a_word_in_braces_is_exchanged_and_the_braces_stay() -> None:
    text = f"{HEAD}    outcomes: {{well#closed: open}}  # since May\n"
    assert with_outcomes(text, [NOW]) == text.replace("open", "settled")


@pytest.mark.parametrize(
    "before, after",
    [
        ("    outcomes: {well#closed: open}\n", "    outcomes: {well#closed: settled, well#ordered: one-voice}\n"),
        (
            "    outcomes:\n      well#closed: open\n",
            "    outcomes:\n      well#closed: settled\n      well#ordered: one-voice\n",
        ),
        (
            "    outcomes:\n      well#closed: open",
            "    outcomes:\n      well#closed: settled\n      well#ordered: one-voice\n",
        ),
        (
            "    outcomes:\n      well#closed: settled # so\n\n# The end.\n",
            "    outcomes:\n      well#closed: settled # so\n      well#ordered: one-voice\n\n# The end.\n",
        ),
    ],
)
def test_what_is_not_remembered_yet_stands_behind_what_is(before: str, after: str) -> None:
    assert with_outcomes(HEAD + before, [TWO]) == HEAD + after


@pytest.mark.parametrize(
    "before",
    [
        "    outcomes: {well#gone: open}\n",
        "    outcomes: {well#gone: open, well#closed: open}\n",
        "    outcomes: {}\n",
        "    outcomes:\n      well#gone: open\n      well#closed: open\n",
    ],
)
def test_what_rests_on_other_claims_now_is_written_anew(before: str) -> None:
    assert with_outcomes(f"{HEAD}{before}    note: n\n", [TWO]) == (
        f"{HEAD}    outcomes:\n      well#closed: settled\n      well#ordered: one-voice\n    note: n\n"
    )


@pytest.mark.parametrize("tail, end", [("", ""), ("\n", "\n"), ("what_is_disputed: []\n", "what_is_disputed: []\n")])
def test_what_was_remembered_nowhere_stands_at_the_end_of_its_sentence(tail: str, end: str) -> None:
    assert with_outcomes(HEAD + tail, [NOW]) == f"{HEAD}    outcomes:\n      well#closed: settled\n{end}"


def test_the_last_line_of_a_file_may_lack_its_end() -> None:
    text = HEAD.removesuffix("\n")
    assert with_outcomes(text, [NOW]) == f"{HEAD}    outcomes:\n      well#closed: settled\n"


@pytest.mark.parametrize(
    "before, after",
    [
        ("{text: T, claims: [a#b]}", "{text: T, claims: [a#b], outcomes: {a#b: open}}"),
        ("{text: T, outcomes: {c#d: open}, note: n}", "{text: T, outcomes: {a#b: open}, note: n}"),
        ("{text: T, outcomes: {a#b: settled}, note: n}", "{text: T, outcomes: {a#b: open}, note: n}"),
    ],
)
def test_a_sentence_in_braces_stays_in_braces(before: str, after: str) -> None:
    text = "what_happened:\n  - {}  # here\nwhat_is_disputed: []\n"
    assert with_outcomes(text.format(before), [{"a#b": "open"}]) == text.format(after)


def test_each_sentence_has_its_own_outcomes_and_one_of_no_claims_has_none() -> None:
    text = "what_happened:\n" + "".join(f"  - text: {name}\n    note: n\n" for name in ("One", "Two", "Three"))
    found = with_outcomes(text, [{"a#b": "open"}, {}, {"c#d": "settled"}])
    said = [one.get("outcomes") for one in yaml.safe_load(found)["what_happened"]]
    assert said == [{"a#b": "open"}, None, {"c#d": "settled"}]


@pytest.mark.parametrize("sentences", [[], [NOW, OLD, TWO]])
def test_more_or_fewer_sentences_than_there_are_harm_nothing(sentences: list[dict[str, str]]) -> None:
    text = f"{HEAD}    outcomes: {{well#closed: open}}\n"
    expected = text.replace("open", "settled") if sentences else text
    assert with_outcomes(text, sentences) == expected


@pytest.mark.parametrize(
    "text",
    [
        "what_happened: [\n",
        "what_happened: words\n",
        "what_is_disputed:\n  - {text: T}\n",
        "- text: T\n",
        "",
        "what_happened:\n  - just words\n",
        "what_happened: {text: T}\n",
    ],
)
def test_what_is_laid_out_otherwise_is_left_alone(text: str) -> None:
    assert with_outcomes(text, [NOW]) == text


def test_what_stands_beside_outcomes_is_never_lost_with_them() -> None:
    # The end of a sentence in braces over two lines, with a comment within: what is written there would be a comment.
    text = "what_happened:\n  - {text: T, note: n # here\n    }\n"
    found = with_outcomes(text, [NOW])
    assert yaml.safe_load(found)["what_happened"][0]["note"] == "n"
    assert "# here" in found


WORDS: Final = st.text("abcdefghij", min_size=1, max_size=4)
CLAIMS: Final = st.dictionaries(
    st.tuples(WORDS, WORDS).map("#".join), st.sampled_from(["open", "settled", "one-voice"]), min_size=1, max_size=4
)


@pytest.mark.parametrize("is_in_braces", [True, False])
@given(before=CLAIMS, after=CLAIMS)
def test_what_is_remembered_is_what_is_so_now(
    before: dict[str, str], after: dict[str, str], *, is_in_braces: bool
) -> None:
    pairs = [f"{claim}: {outcome}" for claim, outcome in before.items()]
    lines = "".join(f"\n      {pair}" for pair in pairs)
    written = f" {{{', '.join(pairs)}}}" if is_in_braces else lines
    text = f"{HEAD}    outcomes:{written}\n    note: n\nwhat_is_disputed: []\n"
    found = with_outcomes(text, [after])
    said = yaml.safe_load(found)
    assert said["what_happened"] == [{**yaml.safe_load(HEAD)["what_happened"][0], "outcomes": after, "note": "n"}]
    assert said["what_is_disputed"] == []
    assert with_outcomes(found, [after]) == found
