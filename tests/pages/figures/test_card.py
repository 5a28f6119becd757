"""The social card: complete, the same every time, and without a letter that its typeface lacks."""

import io

import pytest
from dateline.pages.figures.card_drawing import HEIGHT, WIDTH, draw_card, drawable
from dateline.pages.kinds.card import CardView, caption
from PIL import Image, ImageFont

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


def font() -> ImageFont.FreeTypeFont:
    found = ImageFont.load_default(40)
    assert isinstance(found, ImageFont.FreeTypeFont)
    return found


def test_the_card_has_the_size_that_is_shown_elsewhere_and_is_light() -> None:
    card = draw_card(VIEW)
    with Image.open(io.BytesIO(card)) as image:
        assert (image.format, image.size) == ("PNG", (WIDTH, HEIGHT)) == ("PNG", (1200, 630))
    assert len(card) < 60_000


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
        ("Abū Kamāl – naïve", "Abu Kamal - naive"),
        ("The ‘Euphrates’ · 2017", "The ‘Euphrates’ · 2017"),
        ("two\n\n lines", "two lines"),
        ("البوكمال", ""),
        ("Al-Bukamal, البوكمال", ""),
        ("\u0410\u0431\u0443", ""),
        ("战", ""),
        ("", ""),
    ],
)
def test_a_text_is_drawn_in_letters_that_the_typeface_has_or_not_at_all(text: str, drawn: str) -> None:
    assert drawable(text, font()) == drawn


def test_a_card_without_a_title_it_can_draw_still_shows_the_numbers() -> None:
    assert draw_card(changed(title="البوكمال")) == draw_card(changed(title=""))


@pytest.mark.parametrize("bars", [(), (1,), (1,) * 360], ids=["none", "one", "many"])
def test_any_number_of_bars_fits(bars: tuple[int, ...]) -> None:
    with Image.open(io.BytesIO(draw_card(changed(bars=bars)))) as image:
        ground = image.convert("RGB").getpixel((0, 0))
        edges = image.convert("RGB").crop((WIDTH - 40, 0, WIDTH, HEIGHT))
        assert edges.getcolors() == [(40 * HEIGHT, ground)]


def test_a_long_title_stays_on_the_card() -> None:
    with Image.open(io.BytesIO(draw_card(changed(title="Muchtoolongaword" * 20, description="words " * 99)))) as image:
        edges = image.convert("RGB").crop((WIDTH - 60, 0, WIDTH, HEIGHT - 120))
        assert len(edges.getcolors() or ()) == 1


def test_the_caption_names_the_unit_and_the_tallest_bar() -> None:
    assert caption(VIEW) == "Events by day, 5 events at most"
    assert caption(changed(bars=())) == ""
