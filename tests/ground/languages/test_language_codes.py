"""Codes of languages: which are known, what is told of a name or another code, and in which script they are written."""

import pytest
from dateline.ground.languages import direction_of
from dateline.ground.languages.language_codes import instead_of_code, is_code, script_of


@pytest.mark.parametrize("code", ["en", "pt-BR", "ar-Latn", "grc", "apc", "und", "mul", "no", "sh", "iw", "EN", "xyz"])
def test_a_code_that_stands_for_a_language_may_stand(code: str) -> None:
    assert is_code(code)


@pytest.mark.parametrize(
    "text, instead",
    [
        ("eng", "write en"),
        ("ger-AT", "write de-AT"),
        ("jp", "write ja"),
        ("cz", "write cs"),
        ("gb", "write en"),
        ("en_GB", "write en-GB"),
        ("English", "write en"),
        ("Deutsch", "write de"),
        ("العربية", "write ar"),
        ("русский", "write ru"),
        (
            "Arabic and English",
            "a source is in one language here: write that of most of it, such as ar, and the others in note",
        ),
        ("xx", ""),
        ("Klingonese", ""),
    ],
)
def test_what_is_no_code_is_told_with_the_one_that_is_meant(text: str, instead: str) -> None:
    assert not is_code(text) or len(text) > 3
    assert instead_of_code(text) == instead


@pytest.mark.parametrize(
    "code, direction",
    [
        *((one, "rtl") for one in ("ar", "AR", "apc", "ckb", "az-IR", "uz-Arab", "pa-PK", "yi", "arc", "dv", "iw")),
        *((one, "ltr") for one in ("en", "ar-Latn", "he-Latn", "pa", "az", "ku", "und", "zh-Hant")),
    ],
)
def test_a_language_is_written_in_the_direction_of_its_script(code: str, direction: str) -> None:
    assert direction_of(code) == direction


def test_nothing_is_said_of_the_script_of_an_unknown_language() -> None:
    assert script_of("xyz") == ""
