"""Long articles: what is made of each paragraph costs no more for there being many."""

import pytest
from dateline.cli import shown_blocks
from dateline.cli.shown_blocks import show_blocks
from dateline.editing.intake import judge, source_text
from dateline.editing.intake.source_text import Draft, record_text
from dateline.ground.counting import first_words, word_count
from dateline.ground.extraction import reading
from dateline.ground.extraction.foreign import foreign_in
from dateline.ground.provenance import normalise
from hypothesis import given
from hypothesis import strategies as st

PARAGRAPHS = [
    f"The army said on day {n} that it held the {n}th house of the town, which nobody denied." for n in range(60)
]


def begins(*paragraphs: str) -> list[str]:
    lines = record_text(Draft(), paragraphs).splitlines()
    return [line.partition("begins: ")[2].partition(", ends:")[0].strip('"') for line in lines if "begins: " in line]


def test_a_text_is_put_in_normal_form_a_fixed_number_of_times_for_each_paragraph(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[str] = []

    def counted(text: str) -> str:
        asked.append(text)
        return normalise(text)

    monkeypatch.setattr(source_text, "normalise", counted)
    record_text(Draft(), PARAGRAPHS)
    assert len(asked) <= 2 * len(PARAGRAPHS)


def test_a_beginning_that_several_have_gets_a_word_more() -> None:
    one = "The army said on Monday that it held all of the town and its bridges over the river since noon"
    other = one.replace("that it held", "it had held")
    assert begins(one, PARAGRAPHS[0])[0] == "The army said on Monday"
    assert begins(one, other) == ["The army said on Monday that", "The army said on Monday it"]


@given(st.lists(st.text("ab -", min_size=1, max_size=8), min_size=1, max_size=8), st.text("ab -", max_size=4))
def test_sorted_texts_tell_whether_several_begin_so(texts: list[str], beginning: str) -> None:
    several = source_text._several_begin(sorted(texts), beginning)
    assert several == (sum(text.startswith(beginning) for text in texts) > 1)


@given(st.text("ab1.-_'–中ก \t\u200b", max_size=40))
def test_words_are_counted_as_they_are_found(text: str) -> None:
    count = word_count(text)
    assert first_words(text, count) == text.strip()
    assert count == 0 or len(first_words(text, count - 1)) < len(text.strip()) or count == 1


def test_lines_of_markup_are_no_table() -> None:
    page = "\n".join(f"<p style='a;b'>Said {n}</p><p style='c;d'>Denied</p>" for n in range(9))
    assert foreign_in(page.encode()) is None
    assert foreign_in(b"name;number;note\na;1;x\nb;2;y\nc;3;z\n") is not None


def test_a_table_that_no_screen_holds_is_shown_as_lines(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(shown_blocks, "_MOST_DRAWN", 3)
    article = reading.read_article("\n\n".join(PARAGRAPHS[:5]), "a.txt")
    show_blocks(judge(article), article)
    shown = capsys.readouterr().out.splitlines()
    assert shown[0] == "5 blocks of text"
    assert shown[1] == "block | taken for | words | begins | because"
    assert [line.split(" | ")[0] for line in shown[2:7]] == ["1", "2", "3", "4", "5"]


def test_an_opinion_does_not_depend_on_the_order_of_what_was_extracted() -> None:
    said = [f"<p>Number {n} of what was said by the people of the town that day.</p>" for n in range(12)]
    page = f"<html><body><article><h1>Said</h1>{''.join(said)}</article></body></html>"
    assert not [block.text for block in reading.read_article(page, "a.html").blocks if block.is_passed_over]
