"""The search in a browser: found however it is typed, down to the claim, by keyboard, and from nowhere else."""

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any

import pytest
import searching
from barriers import barriers
from browsing import complaints, served
from dateline.pages.search import SearchDocument, search_documents, shard_of
from dateline.pages.search.folding import fold, name_words, query, whole_names, words
from dateline.pages.search.parts import ResultPart
from dateline.pages.search.sounding import skeleton, sound, sounds
from dateline.pages.wording.words_alike import COUNT_WORDS, DEATH_WORDS
from dateline.site.compiling import outline
from dateline.site.settings import Settings
from hypothesis import given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser, Page, expect
from projects import CASES
from searching import bundles
from test_collation import IN_ORDER

pytestmark = pytest.mark.browser

QUERIES = CASES / "queries.tsv"
LEAST_FOUND = 0.95
ASK = """async (asked) => {
  const { Finder } = await import(new URL('../assets/search-index.js', location));
  window.finder ??= await new Finder(new URL('../', location)).opened();
  return Promise.all(asked.map(async (typed) => {
    const found = await window.finder.find(typeof typed === 'string' ? { q: typed } : typed);
    const shown = await Promise.all(found.results.slice(0, 10).map(({ id }) => window.finder.shown(id)));
    const claims = found.results.reduce((sum, { allowed }) => sum + (allowed?.size ?? 0), 0);
    return { first: shown.map(({ address }) => address), isPartial: found.isPartial, unknown: found.unknown, claims };
  }));
}"""
NAMES = {
    "zh": "老井居民委员会",
    "ja": "井戸を守る会",
    "th": "คณะกรรมการบ่อน้ำเก่า",
    "ko": "우물지킴이위원회",
    "de1": "Jörg Schlüter",
    "de2": "Brunnenausschuss Großlindach",
    "tr": "İğdır Şubesi",
    "ob": "Mary O’Brien",
    "st": "Jean-Pierre Saint-Exupéry",
    "ar1": "المجلسُ المحلّيّ",
    "ar2": "أحمد إبراهيم الآغا",
    "fa": "کمیته چاه",
    "bu": "Al-Bukamal",
    "abu": "Abu Hamam",
}
SCRIPTS_AND_MARKS = [
    *(("Chinese", typed, "zh") for typed in ("居民", "老井", "委员会", "老井居民委员会")),
    *(("Japanese", typed, "ja") for typed in ("守る", "井戸", "守る会")),
    *(("Thai", typed, "th") for typed in ("บ่อน้ำ", "คณะกรรมการ", "เก่า")),
    *(("Korean", typed, "ko") for typed in ("우물", "위원회", "지킴이")),
    *(("umlaut", typed, "de1") for typed in ("Schlüter", "schlueter", "schluter", "joerg schlueter", "Jorg")),
    *(("compound", typed, "de2") for typed in ("ausschuss", "Brunnen", "grosslindach", "Großlindach", "lindach")),
    *(("Turkish", typed, "tr") for typed in ("igdir", "İĞDIR", "ığdır")),
    *(("apostrophe", typed, "ob") for typed in ("obrien", "o brien", "O'Brien", "O’Brien", "O`Brien", "mary obrien")),
    *(("hyphen", typed, "st") for typed in ("jeanpierre", "jean pierre", "saint exupery", "Saint-Exupéry")),
    *(("Arabic", typed, "ar1") for typed in ("مجلس", "المجلس", "المجلس المحلي")),
    *(("Arabic", typed, "ar2") for typed in ("احمد ابراهيم", "اغا", "أحمد")),
    *(("Persian", typed, "fa") for typed in ("كميته", "کمیته چاه")),
    *(("father of", typed, "bu") for typed in ("Abu Kamal", "Abou Kemal", "Albu Kamal", "Al-Bou Kemal", "Bu Kamal")),
    *(("father of", typed, "bu") for typed in ("Abul Kamal", "Abulkamal", "Aboukamal", "أبو كمال", "Абу-Кемаль")),
    *(("father of", typed, "abu") for typed in ("Albu Hamam", "Bou Hammam", "al-Bu Hamam", "ابو حمام", "البو حمام")),
]

GOLDEN = json.loads((Path(__file__).parent / "folding.json").read_text(encoding="utf-8"))
PLACE = "Al-Bukamal"
ARABIC = "البوكمال"
SCRIPTS = st.characters(min_codepoint=0x20, max_codepoint=0x52F) | st.characters(
    min_codepoint=0x600, max_codepoint=0x6FF
)
OTHER = st.sampled_from([*"‘’“”–‐-'´`ﷲﻻﺐﬁ①Ⅻ", "\u200c", "\u200f", "\u0301", "ال", "al-", "للل", "والك"])
BYTES_TO_THE_FIRST_RESULT = 160_000
"""Measured, its scripts and all: 153 kB for three words of 135 events, verdicts and comparisons among the results."""


@pytest.fixture(scope="module")
def site(real_site: Path) -> Iterator[str]:
    with served(real_site) as address:
        yield address


@pytest.fixture(scope="module")
def shared_page(browser: Browser, site: str) -> Iterator[Page]:
    with browser.new_context() as context:
        page = context.new_page()
        page.goto(f"{site}search/", wait_until="load")
        yield page


@pytest.fixture(scope="module")
def names_page(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    """A page of a site whose search has a few names in several scripts."""
    documents = [
        SearchDocument("actor", id_, f"actors/{id_}/", name, "", (), names=(name,)) for id_, name in NAMES.items()
    ]
    with page_of(browser, tmp_path_factory.mktemp("names"), documents) as page:
        yield page


@contextmanager
def page_of(browser: Browser, folder: Path, documents: Sequence[SearchDocument]) -> Iterator[Page]:
    """Open the page of a search that has these documents."""
    searching.written(documents, folder)
    (folder / "search").mkdir()
    (folder / "search" / "index.html").write_bytes((folder / "index.html").read_bytes())
    with served(folder) as address, browser.new_context() as context:
        page = context.new_page()
        page.goto(f"{address}search/", wait_until="load")
        yield page


@pytest.fixture(scope="module")
def site_in_bundles(real_project: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The same site with its search in four bundles, the first of which has no documents."""
    edition = outline(Settings.of(real_project)).edition
    assert edition
    folder = tmp_path_factory.mktemp("bundles")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(searching, "shard_count", lambda _: 4)
        patch.setattr(searching, "shard_of", lambda key, count: 1 + shard_of(key, count - 1))
        made = bundles(search_documents(edition))
    for path, content in made.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)
    for name in ("assets", "search"):
        (folder / name).symlink_to(real_project / "site" / name)
    with served(folder) as address:
        yield address


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    with browser.new_context(viewport={"width": 390, "height": 844}) as context:
        yield context.new_page()


def in_browser(page: Page, **asked: list[str]) -> Any:
    """Return what functions of the page make of texts, by their names."""
    return page.evaluate(
        "async (asked) => { const all = await import(new URL('../assets/search-words.js', location));"
        " const made = ([name, texts]) => [name, texts.map((text) => all[name](text))];"
        " return Object.fromEntries(Object.entries(asked).map(made)); }",
        asked,
    )


def places_of(page: Page, name: str, id_: str) -> list[list[int]]:
    """Return the documents of a filter's value with their parts."""
    rows = page.evaluate(
        "async ([name, id]) => [...(await window.finder.values(name)).get(id).of].map(([at, parts]) => [at, ...parts])",
        [name, id_],
    )
    return list(rows)


def results(page: Page, address: str) -> list[str]:
    page.goto(address, wait_until="load")
    page.locator(".dl-search__status:not(:empty)").wait_for()
    return page.locator(".dl-search__title").all_inner_texts()


def test_the_browser_folds_the_golden_cases_as_the_index_does(shared_page: Page) -> None:
    assert in_browser(shared_page, query=list(GOLDEN)) == {"query": list(GOLDEN.values())}


@settings(max_examples=40)
@given(st.lists(st.lists(SCRIPTS | OTHER, max_size=12).map("".join), min_size=1, max_size=40))
def test_the_browser_folds_any_text_as_the_index_does(shared_page: Page, texts: list[str]) -> None:
    folded = [fold(text) for text in texts]
    heard = [sound(text) for text in folded]
    assert in_browser(
        shared_page,
        fold=texts,
        words=texts,
        query=texts,
        asked=texts,
        wholes=texts,
        sound=folded,
        sounds=folded,
        skeleton=heard,
    ) == {
        "fold": folded,
        "words": [words(text) for text in texts],
        "query": [query(text) for text in texts],
        "asked": [name_words(text) for text in texts],
        "wholes": [list(whole_names(text)) for text in texts],
        "sound": heard,
        "sounds": [sounds(text) for text in folded],
        "skeleton": [skeleton(text) for text in heard],
    }


def test_what_is_too_long_for_a_name_has_no_sound_in_the_browser_either(shared_page: Page) -> None:
    lengths = (199, 200, 201, 20_000)
    assert [sound("a" * length) for length in lengths] == ["a", "a", "", ""]
    assert in_browser(shared_page, sound=["a" * length for length in lengths]) == {"sound": ["a", "a", "", ""]}


def test_the_browser_puts_names_in_the_order_of_the_indexes(shared_page: Page) -> None:
    for names in IN_ORDER:
        made = shared_page.evaluate(
            "async (names) => (await import(new URL('../assets/search-words.js', location))).inOrder(names)",
            names[::-1],
        )
        assert made == names


def test_a_range_of_days_holds_what_may_have_been_within_it(shared_page: Page) -> None:
    values = ["2017-11-17", "2017-11-01/2017-11-30", "/2017-01-01", "2018-01-01/"]
    found = shared_page.evaluate(
        "async ([values, ranges]) => { const { daysWithin } = await import("
        "new URL('../assets/search-index.js', location));"
        " return ranges.map(([from, to]) => daysWithin(values, from, to)); }",
        [values, [["2017-11-17", "2017-11-17"], ["2017-11-18", ""], ["", "2016-12-31"], ["2017-12-01", "2017-12-31"]]],
    )
    assert found == [values[:2], [values[1], values[3]], [values[2]], []]


def test_days_of_any_year_are_compared_as_days(shared_page: Page) -> None:
    values = ["-0430-01-01/-0430-12-31", "-0043-03-15", "0000-06-01", "2017-11-17", "Y12025-01-01/Y12025-12-31"]
    found = shared_page.evaluate(
        "async ([values, ranges]) => { const { daysWithin } = await import("
        "new URL('../assets/search-index.js', location));"
        " return ranges.map(([from, to]) => daysWithin(values, from, to)); }",
        [
            values,
            [["-0431-01-01", "-0042-12-31"], ["-0043-03-16", "0001-01-01"], ["2018-01-01", ""], ["", "-0044-01-01"]],
        ],
    )
    assert found == [values[:2], [values[2]], [values[4]], [values[0]]]


DATES_TYPED = {
    "431 BC": ("-0430", "", "-0430-01-01 -0430-12-31"),
    "431 BCE": ("-0430", "", "-0430-01-01 -0430-12-31"),
    "44 b.c.": ("-0043", "", "-0043-01-01 -0043-12-31"),
    "1 BC": ("0000", "", "0000-01-01 0000-12-31"),
    "the war of 431 BC": ("-0430", "the war of", "-0430-01-01 -0430-12-31"),
    "5th century BC": ("-04xx", "", "-0499-01-01 -0400-12-31"),
    "March 44 BC": ("-0043-03", "", "-0043-03-01 -0043-03-31"),
    "15 March 44 BC": ("-0043-03-15", "", "-0043-03-15 -0043-03-15"),
    "431 v. Chr.": ("-0430", "", "-0430-01-01 -0430-12-31"),
    "-0043-03-15": ("-0043-03-15", "", "-0043-03-15 -0043-03-15"),
    "17001 BC": ("Y-17000", "", "Y-17000-01-01 Y-17000-12-31"),
    "17 November 2017": ("2017-11-17", "", "2017-11-17 2017-11-17"),
}


def test_dates_are_found_as_people_type_them(shared_page: Page) -> None:
    found = shared_page.evaluate(
        "async (texts) => { const { dateIn, endsOf } = await import(new URL('../assets/search-words.js', location));"
        " return texts.map((text) => dateIn(text, ['en'])).map((one) =>"
        " [one.key, one.rest, endsOf(one.key).join(' ')]); }",
        list(DATES_TYPED),
    )
    assert dict(zip(DATES_TYPED, map(tuple, found), strict=True)) == DATES_TYPED


@pytest.mark.al_bukamal
def test_nearly_all_golden_queries_find_what_they_are_for_among_the_first_three(shared_page: Page) -> None:
    cases = [line.split("\t") for line in QUERIES.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    found = shared_page.evaluate(ASK, [typed for typed, *_ in cases])
    missed = [
        f"{case[0]}: wanted {' '.join(case[1:])}, found {one}"
        for case, one in zip(cases, found, strict=True)
        if not holds(case, one)
    ]
    share = 1 - len(missed) / len(cases)
    assert share >= LEAST_FOUND, "\n".join([f"{share:.0%} of {len(cases)} queries", *missed])


def holds(case: list[str], found: dict[str, Any]) -> bool:
    _, how, *wanted = case
    if how == "none":
        return not found["first"]
    first = found["first"][: 1 if how == "first" else 3]
    is_there = any(fnmatchcase(address, pattern) for address in first for pattern in " ".join(wanted).split())
    return bool(found["isPartial"]) and (is_there or not wanted) if how == "partial" else is_there


@pytest.mark.parametrize("kind,typed,name", SCRIPTS_AND_MARKS)
def test_a_part_of_a_name_in_any_script_finds_it_with_any_apostrophe_hyphen_or_umlaut(
    names_page: Page, kind: str, typed: str, name: str
) -> None:
    found = names_page.evaluate(ASK, [typed])[0]
    assert found["first"][:1] == [f"actors/{name}/"], kind


@pytest.mark.al_bukamal
def test_a_name_of_several_words_is_one_word_to_the_search_and_marked_as_a_whole(shared_page: Page, site: str) -> None:
    assert (
        "disputes/toll-of-the-second-battle-of-al-bukamal/" in shared_page.evaluate(ASK, ["Abu Kamal toll"])[0]["first"]
    )
    assert results(shared_page, f"{site}search/?q=Abu+Kamal")[0] == PLACE
    assert "“abu kamal” is taken as a name of “Al-Bukamal”." in shared_page.locator(".dl-search__status").inner_text()
    marked = {text.casefold().strip(".,;:()“”") for text in shared_page.locator(".dl-search mark").all_inner_texts()}
    assert PLACE.casefold() in marked
    results(shared_page, f"{site}search/?q=Abu+Kamal&actor=isis")
    for mark in shared_page.locator(".dl-search mark", has_text="Abu").all():
        assert "abu kamal" in mark.locator("..").inner_text().casefold()


MEANT = """async (asked) => {
  const { Finder } = await import(new URL('../assets/search-index.js', location));
  const finder = await new Finder(new URL('../', location)).opened();
  return Promise.all(asked.map(async (q) => {
    const found = await finder.find({ q });
    const shown = await Promise.all(found.results.map(({ id }) => finder.shown(id)));
    return [shown.length, ...found.meant(shown).map(({ word, words }) => `${word}: ${words.join(', ')}`)];
  }));
}"""
OF_DEATHS = f"{COUNT_WORDS}, {DEATH_WORDS}"


def test_words_of_equal_meaning_are_told_where_what_was_found_has_no_word_that_was_typed(
    browser: Browser, tmp_path: Path
) -> None:
    told = {
        "fire": ("How many were killed in the fire?", OF_DEATHS, ()),
        "flood": ("The toll of the flood, as the killed were counted", OF_DEATHS, ()),
        "raid": ("What did the raid cost, and how many lives?", OF_DEATHS, (ResultPart("a/", "The toll was nine."),)),
        "guard": ("The guard of the well", "army, military, armed forces, troops, soldiers", ()),
        "well": ("Who held the well?", "control, held, holder", ()),
    }
    documents = [
        SearchDocument("dispute", id_, f"{id_}/", title, "", (), terms=terms, parts=parts)
        for id_, (title, terms, parts) in told.items()
    ]
    asked = {
        "toll": [3, "toll: killed, how many"],
        "toll flood": [1],
        "toll raid": [1],
        "number fire": [1, "number: how many"],
        "how many fire": [1],
        "army": [1],
        "control well": [1, "control: held"],
        "holder well": [1, "holder: held"],
        "lives": [1],
    }
    with page_of(browser, tmp_path, documents) as page:
        assert dict(zip(asked, page.evaluate(MEANT, list(asked)), strict=True)) == asked


@pytest.mark.al_bukamal
def test_a_search_for_a_toll_says_by_which_words_it_was_found(shared_page: Page, site: str) -> None:
    results(shared_page, f"{site}search/?q=toll")
    status = shared_page.locator(".dl-search__status").inner_text()
    assert "“toll” also finds what says “died”, “killed”, “how many”." in status


@pytest.mark.al_bukamal
def test_filters_are_of_claims_and_take_ids_and_names_in_any_case(shared_page: Page) -> None:
    asked = [{"actor": name, "q": ""} for name in ("amaq", "Amaq", "AMAQ", "أعماق")]
    one, *others = shared_page.evaluate(ASK, asked)
    assert one["claims"]
    assert all(other == one for other in others)
    amaq = places_of(shared_page, "actor", "amaq")
    assert one["claims"] == sum(len(parts) for _, *parts in amaq)
    nobody, said, of_tanks = shared_page.evaluate(
        ASK,
        [{"actor": "nobody"}, {"actor": "isis", "outcome": "open"}, {"actor": "amaq", "q": "tank"}],
    )
    assert (nobody["first"], nobody["unknown"]) == ([], ["nobody"])
    assert said["claims"] <= len(places_of(shared_page, "actor", "isis"))
    assert 0 < len(of_tanks["first"]) < len(one["first"]) or of_tanks["claims"] <= one["claims"]


@pytest.mark.al_bukamal
def test_a_result_leads_to_the_claim_and_little_is_loaded_for_it(page: Page, site: str) -> None:
    seen, loaded = complaints(page, site), []
    page.goto(f"{site}days/2017-11-17/", wait_until="load")
    page.on(
        "response",
        lambda got: loaded.append((got.url.rpartition("/")[2], len(got.body()))) if "/search-" in got.url else None,
    )
    page.keyboard.press("/")
    page.keyboard.type("T-90 tank destroyed")
    found = page.locator(".dl-search__parts a", has_text="T-90").first
    found.wait_for()
    expect(page.locator(".dl-search [aria-busy]")).to_have_count(0)  # what was found of half the words is replaced
    size = sum(size for _, size in loaded)
    print(f"{size} bytes to the first result: {loaded}")  # noqa: T201 - shown where the test fails, or with -s
    assert size < BYTES_TO_THE_FIRST_RESULT
    assert page.locator(".dl-search mark").count()
    page.keyboard.press("ArrowDown")
    expect(page.locator(".dl-search__title a").first).to_be_focused()
    page.keyboard.press("ArrowDown")
    anchor = page.evaluate("document.activeElement.hash.slice(1)")
    assert "--" in anchor
    page.keyboard.press("Enter")
    page.wait_for_url(f"**#{anchor}")
    expect(page.locator(f"[id='{anchor}']")).to_be_in_viewport()
    assert seen == []


@pytest.mark.al_bukamal
def test_results_that_come_late_leave_the_focus_where_the_reader_has_gone(page: Page, site: str) -> None:
    page.goto(f"{site}search/?q=T-90", wait_until="load")
    page.locator(".dl-search__parts a").first.wait_for()
    expect(page.locator(".dl-search [aria-busy]")).to_have_count(0)
    page.locator(".dl-search input[type=search]").focus()
    for _ in range(3):
        page.keyboard.press("ArrowDown")
    here = page.evaluate("document.activeElement.href")
    page.evaluate(
        """() => { document.activeElement.id = 'before';
        const field = document.querySelector('.dl-search input[type=search]');
        field.dispatchEvent(new Event('input', { bubbles: true })); }"""
    )
    expect(page.locator("#before")).to_have_count(0)  # the list was made anew
    expect(page.locator(".dl-search [aria-busy]")).to_have_count(0)
    assert page.evaluate("document.activeElement.href") == here


def test_the_keyboard_opens_closes_and_comes_back(page: Page, site: str) -> None:
    page.goto(f"{site}places/", wait_until="load")
    page.locator("#_search-link").focus()
    for key in ("/", "s", "f"):
        page.keyboard.press(key)
        expect(page.locator("dialog input[type=search]")).to_be_focused()
        page.keyboard.press("Escape")
        expect(page.locator("dialog")).not_to_be_visible()
        expect(page.locator("#_search-link")).to_be_focused()


@pytest.mark.al_bukamal
def test_filters_narrow_to_claims_of_an_outcome_and_to_days(shared_page: Page, site: str) -> None:
    where = f"{site}search/?q=captured&kind=Event&outcome=Open&from=2017-11-09&to=2017-11-09"
    assert results(shared_page, where)
    badges = shared_page.locator(".dl-search__parts .dl-badge").all_inner_texts()
    assert set(badges) == {"Open"}
    lines = shared_page.locator(".dl-search__title + .dl-search__line").all_inner_texts()
    assert all("9 November 2017" in line or "November 2017" in line for line in lines)
    shared_page.locator("select[name=place] option", has_text=f"{PLACE} (").wait_for(state="attached")
    shared_page.locator("select[name=place]").select_option("al-bukamal")
    shared_page.wait_for_url("**place=al-bukamal**")
    assert "outcome=open" in shared_page.url
    expect(shared_page.locator(".dl-search [aria-busy]")).to_have_count(0)
    by_hand = shared_page.locator(".dl-search__status").inner_text()
    results(shared_page, shared_page.url)
    assert shared_page.locator(".dl-search__status").inner_text() == by_hand


@pytest.mark.al_bukamal
def test_two_actors_are_offered_to_be_compared_and_one_is_not(shared_page: Page, site: str) -> None:
    offered = shared_page.get_by_role("link", name="Compare Russia / US-led coalition")
    shared_page.goto(f"{site}search/?q=Russia+coalition", wait_until="load")
    offered.wait_for()
    assert "/compare/" in (offered.get_attribute("href") or "")
    shared_page.goto(f"{site}search/?q=Syrian+Observatory", wait_until="load")
    shared_page.locator(".dl-search__result").first.wait_for()
    assert shared_page.get_by_text("Compare Syr").count() == 0
    shared_page.goto(f"{site}search/?q=what+did+amaq+say", wait_until="load")
    shared_page.locator(".dl-search__result").first.wait_for()
    assert shared_page.get_by_text("Compare Amaq").count() == 0


def test_nothing_found_is_said(shared_page: Page, site: str) -> None:
    assert results(shared_page, f"{site}search/?q=zzzzqqq") == []
    assert shared_page.locator(".dl-search__status").inner_text().startswith("Nothing found")


@pytest.mark.al_bukamal
def test_what_is_near_is_offered_what_is_partial_says_so_and_nothing_is_cut_without_a_word(
    shared_page: Page, site: str
) -> None:
    assert results(shared_page, f"{site}search/?q=zukamal") == []
    shared_page.locator(".dl-search__status a", has_text="bukamal").click()
    expect(shared_page.locator(".dl-search__title").first).to_have_text(PLACE)
    assert results(shared_page, f"{site}search/?q=Hezbollah zzzzqqq")
    assert "Nothing has all of these words" in shared_page.locator(".dl-search__status").inner_text()
    assert "zzzzqqq" in shared_page.locator(".dl-search__missing").first.inner_text()
    assert len(results(shared_page, f"{site}search/?actor=sohr")) == 10
    said = shared_page.locator(".dl-search__status").inner_text()
    assert "The first 10 are shown." in said
    more = shared_page.locator(".dl-search__rest summary").first
    more.click()
    expect(shared_page.locator(".dl-search__rest[open] a").first).to_be_visible()
    assert results(shared_page, f"{site}search/?actor=nobody-at-all") == []
    assert "nobody-at-all" in shared_page.locator(".dl-search__status").inner_text()


def test_without_script_the_link_leads_to_a_page_with_the_indexes(browser: Browser, site: str) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(site, wait_until="load")
        page.locator("#_search-link").click()
        assert page.url == f"{site}search/"
        text = page.locator("article").inner_text()
        assert "needs JavaScript" in text
        assert "All places" in text


def test_without_its_index_the_search_says_so(page: Page, site: str) -> None:
    page.route("**/search-index/**", lambda route: route.abort())
    page.goto(f"{site}search/?q=army", wait_until="load")
    page.locator(".dl-search__status a").first.wait_for()
    assert "not available" in page.locator(".dl-search__status").inner_text()


@pytest.mark.al_bukamal
@pytest.mark.parametrize("scheme,width", [("light", 1440), ("dark", 320)])
def test_axe_finds_no_barrier_and_nothing_scrolls_sideways(
    browser: Browser, site: str, scheme: Any, width: int
) -> None:
    with browser.new_context(color_scheme=scheme, viewport={"width": width, "height": 900}) as context:
        page = context.new_page()
        for open_ in (f"{site}search/?q=captured&outcome=Open", f"{site}places/"):
            page.goto(open_, wait_until="load")
            if "?" not in open_:
                page.keyboard.press("/")
                page.keyboard.type("البوكمال")
            page.locator(".dl-search__result").first.wait_for()
            assert barriers(page) == []
            assert page.evaluate("document.documentElement.scrollWidth") <= width


def all_results(page: Page, address: str) -> list[str]:
    count = len(results(page, address))
    more = page.locator(".dl-search > button", has_text="Show more")
    while more.is_visible():
        more.click()
        expect(page.locator(".dl-search__result")).not_to_have_count(count)
        count = page.locator(".dl-search__result").count()
    return page.locator(".dl-search__result").all_inner_texts()


@pytest.mark.parametrize(
    "asked",
    [
        f"q={ARABIC}",
        "q=&kind=Dispute",
        "q=captured&kind=Event&outcome=Open&from=2017-11-08&to=2017-11-12",
        "q=zzzzqqq",
    ],
)
def test_several_bundles_find_first_what_one_does_and_load_nothing_twice(
    page: Page, site: str, site_in_bundles: str, asked: str
) -> None:
    one = all_results(page, f"{site}search/?{asked}")
    seen, loaded = complaints(page, site_in_bundles), []
    page.on("request", lambda got: loaded.append(got.url.partition("?")[0]) if "/search-index/" in got.url else None)
    several = all_results(page, f"{site_in_bundles}search/?{asked}")
    assert sorted(several[: len(one)]) == sorted(one)
    assert len(several) == len(one)
    assert several[:1] == one[:1] or "=&" in asked  # without words, none comes before another
    assert sum(address.endswith("head.bin") for address in loaded) == 4
    assert len(loaded) == len(set(loaded))
    assert seen == []
