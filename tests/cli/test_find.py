"""`dateline find`: what is found, what comes first, and how it is told."""

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from dateline.cli import main
from projects import CASES


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copytree(CASES / "small" / "content", tmp_path / "content")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def find(*words: str) -> Result:
    return CliRunner().invoke(main, ["find", *words])


def found(*words: str) -> list[str]:
    done = find(*words)
    assert done.exit_code == 0, done.output
    return [line for line in done.output.splitlines() if not line.startswith(" ")]


def test_a_record_is_found_by_its_id_first() -> None:
    assert found("herald")[0] == "actor herald"


def test_a_record_is_found_by_an_alias_in_any_case(folder: Path) -> None:
    path = folder / "content" / "places" / "wend.yml"
    path.write_text(path.read_text().replace("name:", "aliases: [Al-Wénd Town]\nname:"))
    assert found("wend town")[0] == "place wend"
    assert "content/places/wend.yml:1:11: Al-Wénd Town" in find("al wend TOWN").output


def test_a_claim_is_found_by_its_text_with_its_line() -> None:
    done = find("under", "water", "noon")
    assert "claim 2020-05-04-market-flooded#flooded" in done.output
    assert (
        "content/events/2020/2020-05-04-market-flooded.yml:10:11: The market square was under water by noon."
        in done.output
    )


def test_a_claim_is_found_by_its_id() -> None:
    assert found("2020-05-04-market-flooded#evacuated")[0] == "claim 2020-05-04-market-flooded#evacuated"


def test_a_paragraph_is_told_with_the_claims_that_rest_on_it(folder: Path) -> None:
    text = (folder / "content" / "sources" / "herald-2020-05-04.yml").read_text()
    begins = text.split("begins: ")[1].split(",")[0].strip("\"'")
    done = find(begins, "--kind", "source")
    assert "source herald-2020-05-04#p1" in done.output
    assert "cited by 2020-05-04-market-flooded#flooded, 2020-05-04-market-flooded#evacuated" in done.output


def test_words_that_stand_apart_find_the_record_last() -> None:
    assert found("rescuer", "alleged")[-1] == "event 2020-05-04-market-flooded"


def test_a_body_is_searched() -> None:
    assert found("counted", "evening") == ["dispute how-many-evacuated"]


def test_what_is_named_only_is_not_taken_for_a_text() -> None:
    assert "place lower-wend" in found("lower-wend")
    assert all("publisher" not in line for line in find("herald").output.splitlines())


def test_many_are_cut_unless_all_are_asked_for() -> None:
    assert len(found("e")) == 21
    assert found("e")[-1].startswith("… and ")
    assert len(found("e", "--all")) > 21


def test_nothing_is_said_and_the_status_is_one() -> None:
    done = find("zeppelin")
    assert (done.exit_code, done.output) == (1, "Nothing says all of these words.\n")


def test_a_file_that_is_no_yaml_does_not_stop_the_search(folder: Path) -> None:
    (folder / "content" / "places" / "wend.yml").write_text("name: [\nherald")
    assert found("herald")[0] == "actor herald"


def test_what_a_terminal_obeys_is_shown(folder: Path) -> None:
    path = folder / "content" / "places" / "wend.yml"
    path.write_text(path.read_text().replace("name:", 'note: "zeppelin \\e[31m"\nname:'))
    assert "\x1b" not in find("zeppelin").output


def test_a_claim_is_found_by_the_title_and_the_date_of_its_event() -> None:
    claims = found("wend", "evacuated", "May", "2020", "--kind", "claim")
    assert claims == ["claim 2020-05-04-market-flooded#evacuated"]
    assert (
        "content/events/2020/2020-05-04-market-flooded.yml:16:9: People"
        in find("wend 4 may safety", "--kind", "claim").output
    )
    assert found("floods", "2020", "water", "--kind", "claim")[0].startswith("claim ")


def test_what_only_its_event_says_makes_no_claim_a_result_of_its_own() -> None:
    assert not [line for line in found("floods", "4", "May", "2020") if line.startswith("claim ")]


def test_an_event_is_found_by_its_date_as_people_say_it() -> None:
    assert "event 2020-05-04-market-flooded" in found("floods", "May", "2020")
