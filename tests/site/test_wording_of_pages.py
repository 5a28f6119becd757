"""What the pages say in words of their own, where records are of a kind that is not in the small chronology."""

from pathlib import Path

from baseline import WELL, base_text, overlaid
from dateline.site.compiling import compile_site
from dateline.site.settings import Settings
from projects import ROOT

CRIER = "sources/crier-2031-03-06.yml"


def compiled(folder: Path, files: dict[str, str]) -> dict[str, str]:
    overlaid(folder, files)
    pages = compile_site(Settings.of(folder, templates=ROOT / "templates")).pages
    return {page.path: page.content for page in pages if isinstance(page.content, str)}


def test_a_position_that_only_withdrawn_reports_hold_names_no_speakers(tmp_path: Path) -> None:
    withdrawn = f"{base_text(CRIER)}withdrawn: {{date: 2031-05-01, note: It was made up.}}\n"
    page = compiled(tmp_path, {CRIER: withdrawn})["disputes/who-closed-the-well.md"]
    assert page.count("<ul class=dl-voices>") == 1
    assert "No report that counts says so." in page
    assert "1 report withdrawn" in page


def test_what_goes_on_is_said_to_be_dated_so_and_the_calendar_reads_it_aloud(tmp_path: Path) -> None:
    lasting = base_text(WELL).replace("date: 2031-03-03", "date: 2031-03-03/2031-03-06")
    pages = compiled(tmp_path, {WELL: lasting})
    assert "Dated as lasting until this day or longer." in pages["days/2031-03-05.md"]
    assert '5 <i><span class="dl-unseen">going </span>on</i>' in "".join(pages.values())
    assert "marks days on which only something earlier goes on" in pages["days/index.md"]
