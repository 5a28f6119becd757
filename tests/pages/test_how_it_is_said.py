"""How something is said is worded so that it fits one speaker and several, whatever the name."""

import re
from itertools import product

import pytest
from dateline.pages.wording import words

PRESENT = re.compile(r"\b(says|say|denies|deny|doubts|doubt|concedes|takes|calls)\b")


@pytest.mark.parametrize("label", words.STANCE_LABEL.values())
def test_a_label_behind_a_name_has_no_number(label: str) -> None:
    assert not PRESENT.search(label)


@pytest.mark.parametrize("stance, modality", list(product(words.STANCE_LABEL, words.MODALITY_LABEL)))
def test_what_is_said_before_a_name_has_no_number_and_is_told_unless_it_is_just_said(
    stance: str, modality: str
) -> None:
    told = words.how(stance, modality)
    assert bool(told) is ((stance, modality) != ("asserts", "stated"))
    assert not PRESENT.search(told)


@pytest.mark.parametrize(
    "stance, modality, told",
    [
        ("denies", "stated", "denied"),
        ("asserts", "alleged", "said as an allegation"),
        ("unconfirmed", "possible", "called unconfirmed as a possibility"),
        ("retracts", "stated", "taken back"),
    ],
)
def test_stance_and_modality_make_one_phrase(stance: str, modality: str, told: str) -> None:
    assert words.how(stance, modality) == told


def test_every_stance_has_a_label_and_a_phrase() -> None:
    phrases = [words.how(stance, "alleged") for stance in words.STANCE_LABEL]
    assert len(set(phrases)) == len(phrases) == len(words.STANCE_MEANING)
