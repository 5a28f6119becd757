"""The registry of exports: every file once, made of pieces as at once, and the same bytes each time."""

from itertools import groupby
from pathlib import Path
from typing import Any

import pytest
from baseline import BASE, linked
from dateline.ground.languages import ENGLISH, marked_many
from dateline.pages.exports import (
    EXPORTS,
    ExportMaker,
    data_files,
    exports_of,
    files_not_asked_for,
    makers_of,
    registry,
)
from dateline.pages.exports.export import Export, Holding, LeftOut, Switch, made_alone
from dateline.pages.exports.registry import size_in_words
from dateline.pages.kinds.data import DataView, data_view
from dateline.pages.linked_data import linked_data
from dateline.pages.shared.edition import Edition
from dateline.records.chronology import kind_of, link
from dateline.records.loading import load
from projects import CASES, SITE_URL

SIZES = {export.path: 1234 for export in EXPORTS}
MAKERS = tuple(dict.fromkeys(export.maker for export in EXPORTS))


@pytest.fixture(scope="module", params=["base", "small", "hostile"])
def edition(request: pytest.FixtureRequest) -> Edition:
    """Each small chronology, on a site whose address is known."""
    folder = CASES / request.param
    corpus, _ = load(folder / "content", folder)
    return Edition(link(corpus, drafts=False), site_url=SITE_URL)


@pytest.fixture
def view(tmp_path: Path) -> DataView:
    edition = Edition(linked(tmp_path, {}), site_url=SITE_URL)
    return data_view(edition, data_files(edition, SIZES))


def test_every_file_is_offered_once_and_made_by_its_maker(edition: Edition) -> None:
    made = [path for maker in makers_of(edition) for path, _ in maker.at_once(edition)]
    assert sorted(made) == sorted(export.path for export in EXPORTS)
    assert len(set(made)) == len(made)


@pytest.mark.parametrize("maker", [one for one in MAKERS if one.piece], ids=lambda maker: maker.name)
def test_what_is_put_together_from_kept_pieces_is_what_is_made_at_once(maker: ExportMaker, edition: Edition) -> None:
    assert maker.piece is not None
    kept = {(kind_of(one), one.id): maker.piece(edition, one) for one in edition.chronology.records()}
    gathered = list(maker.files(edition, lambda record: kept[kind_of(record), record.id]))
    assert any(kept.values())
    assert gathered == list(maker.at_once(edition))


@pytest.mark.parametrize("maker", MAKERS, ids=lambda maker: maker.name)
def test_another_reading_of_the_same_records_gives_the_same_bytes(maker: ExportMaker) -> None:
    once, again = (Edition(link(load(BASE, BASE.parent)[0], drafts=False)) for _ in range(2))
    assert list(maker.at_once(once)) == list(maker.at_once(again))


def test_a_maker_of_several_files_is_named_as_none_of_them() -> None:
    paths = {export.path for export in EXPORTS}
    several = [maker for maker, of in groupby(EXPORTS, key=lambda one: one.maker) if len(list(of)) > 1]
    assert all(maker.name in paths or ("." not in maker.name and maker in several) for maker in MAKERS)


def test_files_that_are_for_the_same_stand_together() -> None:
    groups = [name for name, _ in groupby(EXPORTS, key=lambda export: export.group)]
    assert len(groups) == len(set(groups)) > 1


def test_the_page_tells_of_each_file_its_size_its_format_and_where_that_is_described(view: DataView) -> None:
    files = [file for group in view.groups for file in group.files]
    assert [file.address for file in files] == [export.path for export in EXPORTS]
    assert {file.size for file in files} == {"1 kB"}
    assert all(file.what and file.media_type for file in files)
    assert all(file.schema_address in SIZES or "://" in file.schema_address for file in files if file.schema)


def test_each_file_is_a_distribution_of_the_dataset(view: DataView, tmp_path: Path) -> None:
    edition = Edition(linked(tmp_path, {}), site_url=SITE_URL)
    graph: Any = linked_data(edition, view, (), lambda address: f"{SITE_URL}{address}")["@graph"]
    (dataset,) = (node for node in graph if node["@type"] == "Dataset")
    told = {one["contentUrl"]: one["encodingFormat"] for one in dataset["distribution"]}
    assert told == {f"{SITE_URL}{export.path}": export.media_type for export in EXPORTS}


def test_a_site_that_does_not_ask_for_a_file_has_none_and_is_told_how_to_ask(tmp_path: Path) -> None:
    edition = Edition(linked(tmp_path, {}), site_url=SITE_URL, has_entities=False)
    left = SIZES.keys() - {export.path for export in exports_of(edition)}
    assert left == {"data/entities.ftm.json"}
    assert not left & {path for maker in makers_of(edition) for path, _ in maker.at_once(edition)}
    view = data_view(edition, data_files(edition, SIZES), files_not_asked_for(edition))
    assert not left & {file.address for group in view.groups for file in group.files}
    assert [(one.name, one.switch) for one in view.not_asked_for] == [("entities.ftm.json", "follow_the_money")]


def test_each_file_that_is_asked_for_is_asked_for_by_its_own_switch(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    switches = Switch("a", lambda _: True), Switch("b", lambda _: False)
    made = made_alone("data/x", lambda _: "")
    asked = [Export(f"data/{switch.option}", "", "", made, "", switch=switch) for switch in switches]
    monkeypatch.setattr(registry, "EXPORTS", asked)
    edition = Edition(linked(tmp_path, {}))
    assert [export.path for export in exports_of(edition)] == ["data/a"]
    assert [(one.name, one.switch) for one in files_not_asked_for(edition)] == [("b", "b")]


def test_what_a_format_has_no_room_for_is_counted_in_a_sentence() -> None:
    forms = marked_many("%(count)s row", "%(count)s rows")
    why = LeftOut(1, marked_many("%(count)s event has no day.", "%(count)s events have no day."))
    holding = Holding(2, forms, (why,))
    assert (holding.in_words(ENGLISH), why.in_words(ENGLISH)) == ("2 rows", "1 event has no day.")


@pytest.mark.parametrize(
    "size, words", [(1, "1 byte"), (999, "999 bytes"), (1000, "1 kB"), (999_999, "1,000 kB"), (43_400_000, "43 MB")]
)
def test_a_size_is_told_in_the_unit_that_fits(size: int, words: str) -> None:
    assert size_in_words(size) == words
