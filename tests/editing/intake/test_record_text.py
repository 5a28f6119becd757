"""The record as text: every YAML tool reads what was meant, and no paragraph is in it."""

import re
from typing import Any

import pytest
import yaml
from dateline.editing.intake import Draft, judge, look_up, record_text, suggested_id
from dateline.editing.intake.metadata import slug
from dateline.ground import dates
from dateline.ground.extraction import Article, TextForm, read_article
from dateline.ground.extraction.found_days import days_in
from dateline.ground.provenance import fingerprint
from dateline.ground.yamltree import read
from dateline.ground.yamltree.scalars import scalar
from dateline.records.types import Actor, Paragraph, Source
from hypothesis import example, given
from hypothesis import strategies as st

TEXTS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1).filter(lambda text: text.strip() == text)
FULL = Draft(
    title="The well: shut", publisher="gazette", language="en", published="2021-03", url="https://g.example/a?b=c"
)


@given(TEXTS)
@example("no")
@example("1:30")
@example("2017")
@example("key: value")
@example("a #comment")
@example("'quoted'")
@example("- item")
@example("a, b")
@example("a} b")
@example("line\u2028separator")
@example("~")
@example("nan")
def test_every_text_is_read_back_by_yaml_tools(text: str) -> None:
    written = f"block: {scalar(text)}\nflow: {{key: {scalar(text)}}}\n"
    as_dates = yaml.load(written, Loader=yaml.BaseLoader)  # noqa: S506 - this loader makes nothing but text
    assert as_dates == {"block": text, "flow": {"key": text}}
    tree, problems = read(written, "x.yml")
    assert not problems
    assert tree is not None


@pytest.mark.parametrize("text", ["yes", "Null", "0x1F", "1e3", "12:30:00", ".inf", "TRUE", "off", "y", "0o7", "1_000"])
def test_what_yaml_reads_as_something_else_is_quoted(text: str) -> None:
    assert scalar(text) == f'"{text}"'


@pytest.mark.parametrize("text", ["2017-11-17", "https://x.example/a-b?c=d", "the old well (shut).", "l’Iran"])
def test_what_editors_type_plain_stands_plain(text: str) -> None:
    assert scalar(text) == text


def test_keys_stand_in_their_order() -> None:
    text = record_text(FULL, ["One two three four five six seven eight nine ten."])
    keys = [match[1] for match in re.finditer(r"^(?:# )?([a-z_]+):", text, re.MULTILINE)]
    assert keys == [
        *("title", "publisher", "kind", "language", "published", "url", "archive", "accessed", "copies", "reading"),
        *("rights", "paragraphs"),
    ]


def test_blanks_are_comments_and_an_unknown_address_is_null() -> None:
    text = record_text(Draft(publisher_hint='the page says "Foo\nBar"'), ["One two three."])
    assert '# publisher: the page says "Foo Bar"; an actor\'s id\n' in text
    assert yaml.safe_load(text)["url"] is None
    assert "title" not in yaml.safe_load(text)


WORDS = st.lists(st.sampled_from(["well", "clerk", "key", "the", "of", "old", "12", "no:", "{a}"]), min_size=1)


@given(st.lists(WORDS, min_size=1, max_size=5))
def test_paragraphs_are_described_and_never_copied(paragraphs: list[list[str]]) -> None:
    texts = [" ".join(words) for words in paragraphs]
    written = yaml.safe_load(record_text(FULL, texts))["paragraphs"]
    for text, described in zip(texts, written, strict=True):
        paragraph = Paragraph(**described)
        assert paragraph.sha256 == fingerprint(text)
        assert paragraph.words == len(text.split())
        assert text.startswith(paragraph.begins)
        assert text.endswith(paragraph.ends or "")
        told = len(paragraph.begins.split()) + len((paragraph.ends or "").split())
        assert told < len(text.split()) or len(text.split()) == 1


def test_locators_have_three_to_six_words_and_tell_paragraphs_apart() -> None:
    tail = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
    texts = [f"The clerk of the village said {tail}", f"The clerk of the village denied {tail}", f"Later {tail}"]
    begins = [entry["begins"] for entry in yaml.safe_load(record_text(FULL, texts))["paragraphs"]]
    assert begins == ["The clerk of the village said", "The clerk of the village denied", "Later one two three"]


# --- what the article says about itself ------------------------------------------------------------------------------

ACTORS = {
    "gazette": Actor(id="gazette", name="Harrow Gazette", kind="media", aliases=("Gazette of Harrow",)),
    "crier": Actor(id="crier", name="Lindwell Crier", kind="media"),
}
BODY = "The clerk of Lindwell said on Monday that the old well was shut until further notice."


def test_one_publisher_and_one_date_are_guesses() -> None:
    article = read_article(f"The old well is shut\n\nHarrow Gazette, 4 March 2021\n\n{BODY}", ".txt")
    found = look_up(article, judge(article), ACTORS)
    assert (found.title.value, found.title.is_sure) == ("The old well is shut", True)
    assert (found.publisher.value, found.publisher.is_sure) == ("gazette", False)
    assert (found.published.value, found.published.is_sure) == ("2021-03-04", False)
    assert found.url.value is None


def test_two_publishers_and_two_dates_are_choices() -> None:
    text = f"The old well is shut\n\nHarrow Gazette, 4 March 2021\n\nLindwell Crier 3 March 2021\n\n{BODY}"
    article = read_article(text, ".txt")
    found = look_up(article, judge(article), ACTORS)
    assert (found.publisher.value, found.publisher.choices) == (None, ("gazette", "crier"))
    assert (found.published.value, found.published.choices) == (None, ("2021-03-04", "2021-03-03"))


def test_dates_in_the_body_are_not_the_articles() -> None:
    article = read_article(f"The old well is shut\n\n{BODY}\n\n4 March 2021", ".txt")
    assert look_up(article, judge(article), ACTORS).published.value is None


def test_the_sites_name_has_to_be_an_actors_whole_name() -> None:
    known = Article(form=TextForm.HTML, blocks=(), site="Gazette of Harrow")
    assert look_up(known, [], ACTORS).publisher.value == "gazette"
    unknown = Article(form=TextForm.HTML, blocks=(), site="Harrow Gazette Online")
    finding = look_up(unknown, [], ACTORS).publisher
    assert finding.value is None
    assert "Harrow Gazette Online" in finding.reason


def test_an_address_that_is_none_is_not_taken_over() -> None:
    assert look_up(Article(form=TextForm.HTML, blocks=(), url="javascript:x"), [], ACTORS).url.value is None


def _source(id_: str) -> Source:
    day: Any = "2021-03-04"
    return Source(id=id_, title="T", publisher="gazette", published=day, paragraphs=(Paragraph(n=1, begins="T"),))


def test_ids_follow_the_publishers_others() -> None:
    day = dates.parse("2021-03-05")
    sources = {id_: _source(id_) for id_ in ("hg-2021-03-04", "hg-2021-03-04-2", "other")}
    assert suggested_id("T", "gazette", day, sources, frozenset()) == "hg-2021-03-05"
    assert suggested_id("T", "gazette", day, sources, {"hg-2021-03-05"}) == "hg-2021-03-05-2"
    assert suggested_id("T", "crier", dates.parse("2021-03~"), sources, frozenset()) == "crier-2021-03"
    assert suggested_id("Über den Brunnen!", None, day, sources, frozenset()) == "uber-den-brunnen"
    assert suggested_id("Con", None, day, sources, frozenset()) == "con-1"
    assert suggested_id("بئر", None, None, sources, frozenset()) is None


@given(st.text())
def test_slugs_are_ids(text: str) -> None:
    made = slug(text)
    assert made is None or re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", made)


@pytest.mark.parametrize(
    "text,days",
    [
        ("Posted 4 March 2021, updated 5 March 2021", ["2021-03-04", "2021-03-05"]),
        ("March 4, 2021", ["2021-03-04"]),
        ("04.03.2021", ["2021-03-04"]),
        ("2021-03-04 10:00", ["2021-03-04"]),
        ("4. März 2021", ["2021-03-04"]),
        ("4 de marzo de 2021", ["2021-03-04"]),
        ("4 Mart 2021", ["2021-03-04"]),
        ("31 February 2021", []),
        ("4 March", []),
        ("14 March 20210", []),
    ],
)
def test_days_are_found_with_their_year(text: str, days: list[str]) -> None:
    assert [str(day) for day in days_in(text)] == days
