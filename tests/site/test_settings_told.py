"""What MkDocs has against mkdocs.yml is told where it stands, with what to do."""

import logging
from pathlib import Path

import pytest
from dateline.site.configuration import read_config
from dateline.site.settings_told import in_place
from dateline.site.stopping import Abort, ConfigurationError

START = "site_name: Test\ndocs_dir: content\ntheme: dateline\n"


def told(folder: Path, text: str, caplog: pytest.LogCaptureFixture) -> list[str]:
    """Return what is logged against a configuration, and what stops it."""
    (folder / "content").mkdir()
    (folder / "mkdocs.yml").write_text(text, encoding="utf-8")
    with caplog.at_level(logging.WARNING, logger="mkdocs.config"):
        try:
            read_config(folder / "mkdocs.yml")
        except (Abort, ConfigurationError) as error:
            return [*caplog.messages, str(error)]
    return caplog.messages


TOLD = {
    "site_name: [a, b]\ndocs_dir: content\n": "mkdocs.yml:1:1: site_name: needs a text, not a list",
    f"{START}site_urll: x\n": (
        "mkdocs.yml:4:1: site_urll: Unrecognised configuration name: site_urll (did you mean 'site_url'?)"
    ),
    f"{START}zzzz: x\n": "mkdocs.yml:4:1: zzzz: Unrecognised configuration name: zzzz (take it out)",
    f"{START}plugins:\n  - datelin\n": (
        "mkdocs.yml:5:5: datelin: The \"datelin\" plugin is not installed (did you mean 'dateline'?)"
    ),
    f"{START}plugins:\n  - dateline: {{embeds: true, edit_form: 3}}\n": (
        "mkdocs.yml:5:30: edit_form: needs true or false, not a number"
    ),
    f"{START}plugins:\n  dateline:\n    embed: true\n": (
        "mkdocs.yml:6:5: embed: Unrecognised configuration name: embed (did you mean 'embeds'?)"
    ),
    "site_name: Test\ntheme: datelin\n": "mkdocs.yml:2:1: theme: Unrecognised theme name: 'datelin'",
    "site_name: Test\ntheme: {custom_dir: none, name: dateline}\n": (
        "mkdocs.yml:2:9: custom_dir: The path set in custom_dir"
    ),
}


@pytest.mark.parametrize("text, line", TOLD.items())
def test_a_setting_that_does_not_fit_is_told_with_its_line_and_column(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, text: str, line: str
) -> None:
    assert any(message.startswith(line) for message in told(tmp_path, text, caplog)), caplog.messages


def test_several_options_of_a_plugin_are_told_each_in_its_place(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    config = tmp_path / "mkdocs.yml"
    config.write_text(f"{START}plugins:\n  - dateline:\n      embeds: 1\n      edit_form: [a]\n", encoding="utf-8")
    with in_place(config, {}):
        logging.getLogger("mkdocs.config").error(
            "Config value 'plugins': Plugin 'dateline' option 'embeds': odd\nPlugin 'dateline' option 'edit_form': even"
        )
    assert caplog.messages == ["mkdocs.yml:6:7: embeds: odd\nmkdocs.yml:7:7: edit_form: even"]


def test_a_folder_of_a_theme_that_is_not_there_is_told_with_what_to_write(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    said = told(tmp_path, "site_name: Test\ntheme:\n  name: material\n  custom_dir: none\n", caplog)
    assert said[0].startswith("mkdocs.yml:4:3: custom_dir: ")
    assert said[0].endswith("(write theme: dateline, or make that folder)")
    assert said[-1] == "correct the settings told above"


def test_what_is_no_yaml_is_told_in_one_line_as_in_a_record(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    (line,) = told(tmp_path, "site_name: [x\nnav: y\n", caplog)
    assert line.startswith("mkdocs.yml:1:12: error [yaml-syntax] not valid YAML: the bracket that opens at line 1")
    assert "\n" not in line


def test_a_configuration_that_fits_is_read_without_a_word(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    assert told(tmp_path, f"{START}plugins:\n  - dateline: {{embeds: true}}\n", caplog) == []


def test_what_others_log_there_stays_as_it_is(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    told(tmp_path, f"{START}plugins: [dateline]\n", caplog)
    logging.getLogger("mkdocs.config").warning("Config value '%s': odd", "nav")
    assert caplog.messages == ["Config value 'nav': odd"]
