"""A source is found by where it appeared, as people cite it: 273 U.S. 456."""

from pathlib import Path

from baseline import base_text, linked
from dateline.pages.search.documents import documents_of_source_group
from dateline.pages.search.grouping import groups_of_sources
from dateline.pages.shared.edition import Edition

GAZETTE = "sources/gazette-2031-03-04.yml"
PRINTED = 'container: United States Reports (U.S.)\nvolume: 273\nissue: 4\npages: 456-510\nidentifier: "No. 305"\n'


def test_a_source_is_found_by_its_volume_its_series_its_pages_and_its_docket(tmp_path: Path) -> None:
    found = Edition(linked(tmp_path, {GAZETTE: base_text(GAZETTE) + PRINTED}))
    [key] = [key for key, ids in found.derived(groups_of_sources).items() if "gazette-2031-03-04" in ids]
    [document] = documents_of_source_group(found, key)
    [part] = document.parts
    assert part.also.split()[:7] == ["273", "United", "States", "Reports", "(U.S.)", "4", "456-510"]
    assert "No. 305" in part.also
