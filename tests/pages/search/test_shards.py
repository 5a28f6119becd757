"""Several bundles: an edit reaches one, and a group of sources stays."""

from collections import Counter
from dataclasses import replace

import pytest
from dateline.ground.dates import parse
from dateline.pages.search.dealing import folder_of, manifest, shard_count, shard_of
from dateline.pages.search.grouping import grouped
from dateline.records.types import Source
from dateline.site.compiling import outline
from dateline.site.settings import Settings
from projects import CASES, ROOT


@pytest.fixture(scope="module")
def source() -> Source:
    small = CASES / "small"
    edition = outline(Settings(root=small, content=small / "content", templates=ROOT / "templates")).edition
    assert edition
    return next(iter(edition.chronology.sources.values()))


def test_a_small_chronology_is_one_bundle_and_a_site_seldom_changes_their_number() -> None:
    counts = [shard_count(documents) for documents in range(0, 300_000, 500)]
    assert [*dict.fromkeys(counts)] == [1, 8, 32, 128]
    assert counts == sorted(counts)
    assert shard_count(1_999) == 1
    assert shard_count(12_500) == 8


def test_a_document_stays_in_its_bundle_and_the_bundles_are_about_equal() -> None:
    assert [shard_of(f"event flood-{number}", 8) for number in range(8)] == [7, 0, 3, 4, 0, 6, 5, 0]
    sizes = Counter(shard_of(f"event flood-{number}", 8) for number in range(8_000))
    assert min(sizes.values()) > 900
    assert max(sizes.values()) < 1_100


def test_the_list_tells_how_many_bundles_there_are() -> None:
    assert manifest(3) == b'{"bundles": 3}'
    assert [folder_of(shard) for shard in range(3)] == ["search-index/0", "search-index/1", "search-index/2"]


def test_one_more_source_changes_few_groups_and_none_is_too_large(source: Source) -> None:
    days = [f"2017-{month:02}-{day:02}" for month in range(1, 13) for day in (1, 1, 1, 17, 17, 28) for _ in range(5)]
    days += ["2017-11-17"] * 200
    sources = [replace(source, id=f"s-{number}", published=parse(day)) for number, day in enumerate(days)]
    before = grouped(sources)
    assert max(map(len, before.values())) <= 40
    assert sorted(id_ for ids in before.values() for id_ in ids) == sorted(one.id for one in sources)
    for number in range(0, len(sources), 60):
        after = grouped([one for one in sources if one.id != f"s-{number}"])
        assert len(set(before.items()) ^ set(after.items())) <= 4


def test_a_year_that_fits_is_one_group(source: Source) -> None:
    dated = replace(source, published=parse("2017-11"))
    assert grouped([dated]) == {f"{source.publisher}/2017": (source.id,)}
