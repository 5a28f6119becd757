"""The social card: complete, the same every time, and without a letter that its typeface lacks."""

import io
from dataclasses import replace

import pytest
from dateline.pages.figures import card_type
from dateline.pages.figures.card_drawing import draw_card
from dateline.pages.figures.card_sheet import BAND, HEIGHT, WIDTH
from dateline.pages.figures.card_type import drawable
from dateline.pages.figures.topic_drawing import can_be_drawn, draw_topic_card
from dateline.pages.kinds.card import CardView, caption
from dateline.pages.kinds.topic_card import CardRow, TopicCard
from PIL import Image, features

VIEW = CardView(
    title="The flood at Lindwell",
    description="Who said what about it.",
    span="3 March 2031 to 5 April 2031",
    counts=("3 events", "1,200 claims"),
    bars=(1, 0, 2, 5),
    unit="day",
)


def changed(**parts: object) -> CardView:
    fields = {name: getattr(VIEW, name) for name in VIEW.__slots__}
    return CardView(**(fields | parts))


TOPIC = TopicCard(
    name="The flood at Lindwell",
    state="Disputed: Open",
    title="Who opened the gate?",
    rows=(CardRow("The council", "3 voices"), CardRow("The miller", "1 voice")),
    foot="3 March 2031 · 4 claims",
)


def test_the_card_has_the_size_that_is_shown_elsewhere_and_is_light() -> None:
    card = draw_card(VIEW)
    with Image.open(io.BytesIO(card)) as image:
        assert (image.format, image.size) == ("PNG", (WIDTH, HEIGHT))
    assert pytest.approx(1200 / 630, rel=0.01) == WIDTH / HEIGHT  # other shapes are cropped
    assert len(card) < 20_000


def test_the_same_view_makes_the_same_bytes_and_another_makes_others() -> None:
    assert draw_card(VIEW) == draw_card(changed())
    others = [
        changed(title="The drought"),
        changed(description="Nothing."),
        changed(span="2031"),
        changed(counts=("4 events",)),
        changed(bars=(1, 0, 2, 4)),
        changed(unit="month"),
    ]
    assert len({draw_card(view) for view in (VIEW, *others)}) == 1 + len(others)


@pytest.mark.parametrize(
    "text, drawn",
    [
        ("Abū Kamāl – naïve", "Abū Kamāl – naïve"),
        ("The ‘Euphrates’ · 2017", "The ‘Euphrates’ · 2017"),
        ("two\n\n lines", "two lines"),
        ("البوكمال", "البوكمال"),
        ("Al-Bukamal, البوكمال", "Al-Bukamal, البوكمال"),
        ("\u0410\u0431\u0443", "\u0410\u0431\u0443"),
        ("Αβού", "Αβού"),
        ("\ufb01\u200bne", "\ufb01ne"),
        ("战", ""),
        ("Al-Bukamal, 战", ""),
        ("กรุงเทพ", ""),
        ("", ""),
    ],
)
def test_a_text_is_drawn_in_letters_that_the_typeface_has_or_not_at_all(text: str, drawn: str) -> None:
    assert drawable(text) == drawn


def test_writing_from_the_right_is_not_drawn_where_nothing_can_join_its_letters(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(features, "check_feature", lambda _: False)
    assert drawable("البوكمال") == ""
    assert drawable("Al-Bukamal") == "Al-Bukamal"
    assert card_type.runs_from_the_right("12 بو")


def test_a_line_of_arabic_begins_at_the_right_and_its_note_at_the_left() -> None:
    def halves(view: TopicCard) -> tuple[int, int]:
        with Image.open(io.BytesIO(draw_topic_card(replace(view, name="", state="", foot="")))) as image:
            ink = image.convert("L").crop((0, 72, WIDTH, HEIGHT - 70)).point(lambda grey: 255 if grey < 200 else 0)
        left, right = ink.crop((0, 0, WIDTH // 2, ink.height)), ink.crop((WIDTH // 2, 0, WIDTH, ink.height))
        return left.histogram()[255], right.histogram()[255]

    left, right = halves(replace(TOPIC, title="من", rows=()))
    assert left == 0 < right
    left, right = halves(replace(TOPIC, title="Who", rows=()))
    assert right == 0 < left


def test_the_card_of_a_topic_is_light_and_changes_with_each_of_its_words() -> None:
    others = [
        replace(TOPIC, name="The drought"),
        replace(TOPIC, state="Resolved"),
        replace(TOPIC, title="Who shut the gate?"),
        replace(TOPIC, rows=TOPIC.rows[:1]),
        replace(TOPIC, foot=""),
    ]
    cards = [draw_topic_card(view) for view in (TOPIC, *others)]
    assert len(set(cards)) == len(cards)
    assert draw_topic_card(TOPIC) == cards[0]
    assert max(map(len, cards)) < 20_000


def test_however_much_a_topic_has_to_say_nothing_runs_over_the_rule_at_the_foot() -> None:
    rows = tuple(CardRow("words " * 50, "stands · 1,000 voices") for _ in range(4))
    full = replace(TOPIC, title="Muchtoolongaword" * 20 + " words" * 50, rows=rows)
    with Image.open(io.BytesIO(draw_topic_card(full))) as image:
        above = image.convert("RGB").crop((0, HEIGHT - 68, WIDTH, HEIGHT - 62))
        assert len(above.getcolors() or ()) == 1


def test_a_topic_whose_title_cannot_be_drawn_has_no_card_of_its_own() -> None:
    assert can_be_drawn(TOPIC)
    assert not can_be_drawn(replace(TOPIC, title="战"))


def test_a_card_without_a_title_it_can_draw_still_shows_the_numbers() -> None:
    assert draw_card(changed(title="战")) == draw_card(changed(title=""))


@pytest.mark.parametrize("bars", [(), (1,), (1,) * 360], ids=["none", "one", "many"])
def test_any_number_of_bars_fits(bars: tuple[int, ...]) -> None:
    with Image.open(io.BytesIO(draw_card(changed(bars=bars)))) as image:
        ground = image.convert("RGB").getpixel((0, BAND))
        edges = image.convert("RGB").crop((WIDTH - 40, BAND, WIDTH, HEIGHT))
        assert edges.getcolors() == [(40 * (HEIGHT - BAND), ground)]


def test_a_long_title_stays_on_the_card() -> None:
    with Image.open(io.BytesIO(draw_card(changed(title="Muchtoolongaword" * 20, description="words " * 99)))) as image:
        edges = image.convert("RGB").crop((WIDTH - 40, BAND, WIDTH, HEIGHT - 120))
        assert len(edges.getcolors() or ()) == 1


def test_the_caption_names_the_unit_and_the_tallest_bar() -> None:
    assert caption(VIEW) == "Events by day, 5 events at most"
    assert caption(changed(bars=())) == ""
