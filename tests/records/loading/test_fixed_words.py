"""Words outside the few that a key takes: the one of the same meaning is offered, none that only looks alike."""

from typing import get_args

import pytest
from dateline.ground.problems import did_you_mean
from dateline.records.loading.fixed_words import _MEANT, fixed_word
from dateline.records.types import Report, Source
from dateline.records.types.shapes import bare, keys_of

STANCES = get_args(bare(keys_of(Report)["stance"]))


@pytest.mark.parametrize(
    "said, hint",
    [
        ("confirms", "write asserts"),
        ("rejects", "write denies"),
        ("Takes back", "write retracts"),
        ("admits", "write concedes"),
        ("cannot_confirm", "write unconfirmed"),
        ("corrects", "write retracts, and add a report of what it says now"),
        ("denied", ""),
    ],
)
def test_a_stance_is_told_by_what_it_means(said: str, hint: str) -> None:
    assert fixed_word("stance", said, STANCES) == hint


def test_words_that_look_like_another_stance_are_those_that_need_it() -> None:
    assert did_you_mean("confirms", STANCES) == "did you mean 'unconfirmed'?"
    assert did_you_mean("rejects", STANCES) == "did you mean 'retracts'?"


def test_rights_that_are_a_licence_are_told_where_it_is_said() -> None:
    rights = get_args(bare(keys_of(Source)["rights"]))
    assert fixed_word("rights", "CC-BY-4.0", rights) == "write full, and say the licence in licence"
    assert fixed_word("rights", "all rights reserved", rights) == "write fingerprint"


def test_no_word_is_offered_that_the_key_does_not_take_there() -> None:
    assert fixed_word("status", "closed", ("draft",)) == ""
    assert fixed_word("title", "closed", ("open",)) == ""


@pytest.mark.parametrize("key", _MEANT)
def test_what_is_offered_is_none_of_what_it_is_offered_for(key: str) -> None:
    said = [word for words in _MEANT[key].values() for word in words.split()]
    assert len({*said}) == len(said)
    assert not {*said} & {*_MEANT[key]}
