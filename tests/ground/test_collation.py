"""Names stand where a reader looks for them."""

import random
from pathlib import Path

import pytest
from baseline import linked
from dateline.ground.collation import by_name
from dateline.pages.kinds.index import actors_index, places_index
from dateline.pages.shared.edition import Edition
from hypothesis import given
from hypothesis import strategies as st

IN_ORDER = [
    ["al-ʿAyn group", "Emil group", "Étude group", "Ørsted group", "Oslo group", "Östen group", "Zeta group"],
    ["Zorn", "Жизнь", "المرصد", "한국신문", "李组织", "王组织"],
    ["al-", "Aland", "Åland", "Alder", "Ålesund", "El-Fagr", "al-Hayat", "Al Jazeera", "As-Salihiyah", "Ash-Shaʿb"],
    ["Brigade 2", "Brigade 007", "Brigade 10", "Brigade 10b", "Brigades"],
    ["2nd Corps", "10th Corps", "100", "Army"],
    ["Emil", "Emile", "Émile", "Emilia"],
    ["Iba", "Iba’a", "Ibb", "'Isa", "ʿĪsā", "Isabel"],
    ["Abu al-Hasan", "Abu Hamza", "Abu-Kamal", "Abū Kamāl town"],
    ["New York", "New Zealand", "Newark"],
    ["Łódź", "Lublin", "Strasse", "Straße", "Thor", "Þórr", "Yeni Şafak"],
    ["Елка", "Ёлка", "Жизнь", "Ива", "Йод", "Кама"],
    ["اصفهان", "بازار", "پارس", "تهران", "المرصد", "نور"],
    ["U.S. Army", "US Army", "USA"],
    ["“Alpha” cell", "(Beta)", "Gamma"],
]


@pytest.mark.parametrize("names", IN_ORDER, ids=lambda names: names[0])
def test_names_stand_where_a_reader_looks_for_them(names: list[str]) -> None:
    shuffled = random.Random(7).sample(names, len(names))  # noqa: S311 - any order will do
    assert sorted(shuffled, key=by_name) == names


@given(st.lists(st.text(max_size=12), max_size=8))
def test_the_order_is_that_of_the_names_alone(names: list[str]) -> None:
    backwards = names[::-1]
    assert sorted(names, key=by_name) == sorted(backwards, key=by_name)


@given(st.text(max_size=12), st.text(max_size=12))
def test_only_one_name_has_a_place(one: str, other: str) -> None:
    assert (by_name(one) == by_name(other)) == (one == other)


@given(st.text("abcdefghijklmnop", min_size=2, max_size=8))
def test_an_article_an_apostrophe_and_marks_move_no_name(name: str) -> None:
    for same in (f"al-{name}", f"Al-{name}", f"El–{name}", f"Al {name}", f"ʿ{name}", f"’{name}", f"{name}\u0301"):
        assert by_name(same)[0] == by_name(name)[0]


@given(st.integers(0, 10**30), st.integers(0, 10**30))
def test_numbers_count_as_numbers(one: int, other: int) -> None:
    assert (by_name(f"Unit {one}") < by_name(f"Unit {other}")) == (one < other)


def test_the_indexes_are_in_this_order(tmp_path: Path) -> None:
    actors = {f"actors/a{n}.md": f"---\nname: {name}\nkind: organisation\n---\n" for n, name in enumerate(IN_ORDER[0])}
    places = {f"places/p{n}.yml": f"name: {name}\nkind: village\n" for n, name in enumerate(IN_ORDER[1])}
    edition = Edition(linked(tmp_path, actors | places))
    shown = [link.text for group in actors_index(edition).groups for link in group.items]
    assert [name for name in shown if name in IN_ORDER[0]] == IN_ORDER[0]
    shown = [link.text for group in places_index(edition).groups for link in group.items]
    assert [name for name in shown if name in IN_ORDER[1]] == IN_ORDER[1]
