"""Heavy pages in parts: everything stands somewhere, no page is too heavy, and addresses lead there."""

import json
import re

import pytest
from dateline.ground.dates import Edtf, parse
from dateline.pages.rendering.pages import Page
from dateline.pages.shared.budgets import DAY, ROWS, chunks
from dateline.pages.shared.partition import stretches
from dateline.site.compiling import CompiledSite, compile_site
from dateline.site.settings import Settings
from heavy import EVENTS_OF_THE_DAY, HEAVY_DAY, POSITIONS, write_heavy
from hypothesis import given
from hypothesis import strategies as st
from projects import CASES

DATES = st.one_of(
    st.dates().map(lambda day: day.isoformat()),
    st.integers(1, 12).map(lambda month: f"2031-{month:02}"),
    st.sampled_from(["2031", "2032", "1931/2031", "2031-05-01/2031-05-03"]),
)


def edtf(text: str) -> Edtf:
    return parse(text)


@given(st.lists(st.integers(0, 9)), st.integers(1, 20))
def test_chunks_hold_everything_in_order_and_stay_within_the_budget(weights: list[int], budget: int) -> None:
    found = chunks(weights, lambda weight: weight, budget)
    assert [weight for chunk in found for weight in chunk] == weights
    assert all(sum(chunk) <= budget or len(chunk) == 1 for chunk in found)


@given(st.lists(DATES, max_size=60), st.integers(1, 12))
def test_stretches_hold_each_row_once_under_addresses_of_their_own(dates: list[str], budget: int) -> None:
    rows = list(enumerate(dates))
    found = stretches(((edtf(when), (number, when)) for number, when in rows), budget)
    assert sorted(row for stretch in found for row in stretch.items) == rows
    assert len({stretch.key for stretch in found}) == len(found)
    assert all(0 < len(stretch.items) <= budget for stretch in found)


@given(
    st.lists(DATES, max_size=40, unique=True).flatmap(lambda dates: st.tuples(st.just(dates), st.permutations(dates)))
)
def test_which_stretches_there_are_does_not_depend_on_the_order_of_rows(dates: tuple[list[str], list[str]]) -> None:
    one, other = ([(s.key, s.name, len(s.items)) for s in stretches(((edtf(d), d) for d in each), 5)] for each in dates)
    assert one == other


@pytest.fixture(scope="module")
def heavy(tmp_path_factory: pytest.TempPathFactory) -> CompiledSite:
    root = tmp_path_factory.mktemp("heavy")
    write_heavy(root / "content")
    site = compile_site(Settings.of(root))
    assert site.problems == ()
    return site


def pages(site: CompiledSite, below: str) -> dict[str, str]:
    """Return the Markdown pages of a folder, by address."""
    return {_address(page): str(page.content) for page in site.pages if _address(page).startswith(below)}


def _address(page: Page) -> str:
    return f"{page.path.removesuffix('.md')}/" if page.path.endswith(".md") else ""


def test_each_event_and_claim_of_a_heavy_day_stands_on_one_part_and_has_its_anchor_on_the_first(
    heavy: CompiledSite,
) -> None:
    found = pages(heavy, f"days/{HEAVY_DAY}/")
    first = found[f"days/{HEAVY_DAY}/"]
    assert len(found) > 1
    for number in range(1, EVENTS_OF_THE_DAY + 1):
        event = f"{HEAVY_DAY}-alarm-{number}"
        (stands,) = (page for page in found.values() if f"{{: #{event}}}" in page or f"{{: #{event} " in page)
        for anchor in (f"{event}--claim-1", f"{event}--claim-3"):
            assert f'id="{anchor}"' in stands
            assert first.count(f'id="{anchor}"') == 1
        assert stands is first or first.count(f'<li class="dl-agenda__elsewhere" id="{event}">') == 1


def test_no_part_of_a_heavy_day_is_over_the_budget(heavy: CompiledSite) -> None:
    for page in pages(heavy, f"days/{HEAVY_DAY}/").values():
        assert 0 < page.count('<li class="dl-report ') + page.count('<article class="dl-claim ') <= DAY


def test_links_documents_and_exports_lead_to_the_part_where_a_claim_stands(heavy: CompiledSite) -> None:
    last = f"{HEAVY_DAY}-alarm-{EVENTS_OF_THE_DAY}"
    (stands,) = (
        address for address, page in pages(heavy, f"days/{HEAVY_DAY}/part-").items() if f'id="{last}--claim-1"' in page
    )
    (exported,) = (page.as_bytes().decode() for page in heavy.pages if page.path == "data/chronology.json")
    assert f'"/{stands}#{last}--claim-1"' in exported
    assert f'"/{stands}#{last}"' in exported
    found = [json.loads(text) for _, pieces in heavy.search for text in pieces.values()]
    (event,) = (one["shown"] for one in found if one["key"] == f"event {last}")
    assert event[0] == f"{stands}#{last}"
    assert f"{stands}#{last}--claim-1" in {address for address, *_ in event[4]}
    (source,) = pages(heavy, f"sources/log-{HEAVY_DAY}/").values()
    assert f'"../../{stands}#{last}--claim-1"' in source
    assert f"days/{HEAVY_DAY}/#{last}--" not in source


def test_every_row_of_a_heavy_actor_stands_on_one_of_its_parts(heavy: CompiledSite) -> None:
    found = pages(heavy, "actors/watch/")
    first = found.pop("actors/watch/")
    rows = [page.count("<span class=dl-row__what>") for page in found.values()]
    assert sum(rows) == EVENTS_OF_THE_DAY * 15 + POSITIONS + 10 * 25 * 5
    assert all(page.count("<li>") <= 2 * ROWS for page in found.values())
    for section in ("did", "said", "published"):
        assert f"{{: #{section} }}" in first
        assert f'id="_{section}-2031-05"' in first
    links = re.findall(r'<li id="([^"]+)"><a href="(2031-[^"#]+)#([^"]+)"', first)
    assert len(links) == 6  # three lists of two months each
    assert all(row == anchor and f'id="{anchor}"' in found[f"actors/watch/{address}"] for row, address, anchor in links)


def test_the_pages_of_an_actor_and_a_day_lead_to_each_other_and_say_which_they_are(heavy: CompiledSite) -> None:
    second = pages(heavy, f"days/{HEAVY_DAY}/part-2/")[f"days/{HEAVY_DAY}/part-2/"]
    assert 'id="_as-of-2031-05-01"' in second
    assert "part 2 of 3" in second.split("---")[1]
    assert 'rel=prev href="../"' in second
    assert 'rel=next href="../part-3/"' in second
    part = pages(heavy, "actors/watch/2031-06/")["actors/watch/2031-06/part-2/"]
    assert 'title: "The watch: June 2031, part 2 of 3"' in part
    assert '<li><a href="../../">The watch</a></li>' in part


def test_a_chronology_without_heavy_pages_has_no_parts() -> None:
    site = compile_site(Settings.of(CASES / "small"))
    deep = [page.path for page in site.pages if page.path.endswith(".md") and page.path.count("/") > 1]
    assert not [path for path in deep if not path.startswith("compare/")]  # where two parties make an address
