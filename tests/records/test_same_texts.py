"""One text in several sources: for any sources, whoever copied from whom, in circles as well."""

from collections.abc import Iterator

from dateline.records.same_texts import FEWEST_WORDS, is_telling, matches, originals, shared_texts, unrecorded
from dateline.records.types import Paragraph, Source
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter

NAMES = ("a", "b", "c", "d")
_SOURCES = TypeAdapter(Source)
PARAGRAPHS = st.lists(
    st.tuples(st.sampled_from([None, *"0123"]), st.sampled_from([None, 3, FEWEST_WORDS, 40]), st.sampled_from("xyz")),
    min_size=1,
    max_size=3,
)
ADDRESSES = st.sampled_from([None, "https://one.example/a", "http://www.one.example/a/", "https://two.example/b"])
COPIES = st.none() | st.tuples(st.sampled_from([*NAMES, "gone"]), st.sets(st.integers(1, 3), max_size=2))


def source(
    name: str,
    paragraphs: list[tuple[str | None, int | None, str]],
    address: str | None = None,
    copied: tuple[str, set[int]] | None = None,
) -> Source:
    """Return a source of paragraphs: the digit of a fingerprint, how many words, how it begins."""
    told = [
        {"n": number, "begins": begins}
        | ({} if digit is None else {"sha256": digit * 64})
        | ({} if words is None else {"words": words})
        for number, (digit, words, begins) in enumerate(paragraphs, 1)
    ]
    copy = {} if copied is None else {"copy_of": {"source": copied[0], "paragraphs": sorted(copied[1])}}
    base = {
        "id": name,
        "title": name,
        "publisher": "p",
        "published": "2031",
        "paragraphs": told,
        "rights": "fingerprint",
    }
    return _SOURCES.validate_python(base | {"url": address} | copy)


@st.composite
def several(draw: st.DrawFn) -> dict[str, Source]:
    names = draw(st.lists(st.sampled_from(NAMES), unique=True, max_size=4))
    return {name: source(name, draw(PARAGRAPHS), draw(ADDRESSES), draw(COPIES)) for name in names}


def places(sources: dict[str, Source]) -> Iterator[tuple[str, Paragraph]]:
    yield from ((one.id, paragraph) for one in sources.values() for paragraph in one.paragraphs)


@given(several())
def test_an_original_is_another_source_that_is_there(sources: dict[str, Source]) -> None:
    found = originals(sources)
    numbers = {(name, paragraph.n) for name, paragraph in places(sources)}
    for name, theirs in found.items():
        assert theirs
        for number, origin in theirs.items():
            assert (name, number) in numbers
            assert origin in sources
            assert origin != name


@given(several())
def test_the_first_source_that_says_nothing_of_a_copy_is_its_own_original(sources: dict[str, Source]) -> None:
    for first in sources.values():
        if first.copy_of is None:
            assert first.id not in originals(sources)
        break


@given(several())
def test_a_text_that_several_have_is_found_in_several(sources: dict[str, Source]) -> None:
    found = shared_texts(sources)
    for (name, number), text in found.items():
        assert {other for (other, _), same in found.items() if same == text} != {name}
        assert any(paragraph.n == number for paragraph in sources[name].paragraphs)


@given(several())
def test_telling_paragraphs_of_one_fingerprint_that_nobody_speaks_of_are_one_text(sources: dict[str, Source]) -> None:
    found = shared_texts(sources)
    free = [(name, one) for name, one in places(sources) if sources[name].copy_of is None and is_telling(one)]
    for name, one in free:
        for other, same in free:
            if name != other and one.sha256 == same.sha256:
                assert found[name, one.n] == found[other, same.n]


@given(several())
def test_what_is_unrecorded_is_of_an_earlier_source_and_a_later_one(sources: dict[str, Source]) -> None:
    order = list(sources)
    for one in unrecorded(sources):
        assert one.earlier.id != one.later.id
        assert one.at_one_address or one.paragraphs
        for place, other in one.paragraphs:
            here, there = one.earlier.paragraphs[place], one.later.paragraphs[other]
            assert here.sha256 == there.sha256
            assert is_telling(there)
        if all(each.copy_of is None for each in sources.values()):
            assert order.index(one.earlier.id) < order.index(one.later.id)


@given(several())
def test_whoever_says_what_it_was_told_is_not_told_again(sources: dict[str, Source]) -> None:
    """Each source that copies says so of all that it has; then nothing of two sources is left to tell."""
    if len(sources) != 2 or any(one.copy_of for one in sources.values()):
        return
    first, second = sources.values()
    told = {**sources, second.id: source_that_copies(second, first.id)}
    assert list(unrecorded(told)) == []


def source_that_copies(one: Source, origin: str) -> Source:
    listed = [(p.sha256[0] if p.sha256 else None, p.words, p.begins) for p in one.paragraphs]
    return source(one.id, listed, one.url, (origin, set()))


@given(several(), ADDRESSES, st.lists(st.tuples(st.sampled_from("0123"), st.integers(1, 40)), max_size=4))
def test_matches_of_a_new_text_are_those_of_its_address_and_its_long_paragraphs(
    sources: dict[str, Source], address: str | None, texts: list[tuple[str, int]]
) -> None:
    found = matches(sources, address, [(digit * 64, words) for digit, words in texts])
    assert len({match.source for match in found}) == len(found)
    assert [not match.at_one_address for match in found] == sorted(not match.at_one_address for match in found)
    for match in found:
        assert match.at_one_address or match.paragraphs
        for here, there in match.paragraphs:
            digit, words = texts[here - 1]
            assert words >= FEWEST_WORDS
            assert sources[match.source].paragraphs[there - 1].sha256 == digit * 64
    if address is None:
        assert not any(match.at_one_address for match in found)


def test_a_circle_of_copies_ends() -> None:
    text = ("1", 40, "x")
    sources = {
        "a": source("a", [text], copied=("b", set())),
        "b": source("b", [text], copied=("c", set())),
        "c": source("c", [text], copied=("a", set())),
    }
    assert set(originals(sources)) == set(sources)
    assert len(set(shared_texts(sources).values())) == 1
    assert list(unrecorded(sources)) == []


def test_a_copy_of_a_copy_has_the_text_of_the_first() -> None:
    text = ("1", 40, "x")
    sources = {
        "a": source("a", [text]),
        "b": source("b", [("2", 40, "y"), text], copied=("a", {2})),
        "c": source("c", [text, ("3", 40, "z")], copied=("b", {1})),
    }
    assert originals(sources) == {"b": {2: "a"}, "c": {1: "a"}}
    assert shared_texts(sources) == {("a", 1): "1" * 64, ("b", 2): "1" * 64, ("c", 1): "1" * 64}
    assert list(unrecorded(sources)) == []


def test_short_paragraphs_are_nobodys() -> None:
    short = ("1", FEWEST_WORDS - 1, "x")
    sources = {"a": source("a", [short]), "b": source("b", [short])}
    assert originals(sources) == {}
    assert list(unrecorded(sources)) == []
    assert matches(sources, None, [("1" * 64, 40)]) == []
