"""What an article says of itself: who published it, when, under which headline, and how sure that is."""

from dataclasses import replace

import pytest
from dateline.editing.intake.judged import Judged
from dateline.editing.intake.metadata import Finding, look_up, suggested_id
from dateline.ground.dates import parse
from dateline.ground.extraction import Article, BlockKind
from dateline.ground.extraction.articles import TextForm
from dateline.records.types import Actor, Paragraph, Source

PLAIN = Article(form=TextForm.TEXT, blocks=())
GAZETTE = Actor(id="gazette", name="Gazette", kind="media", aliases=("The Gazette",))
COURIER = Actor(id="courier", name="Courier", kind="media")
ONE = (Paragraph(n=1, begins="The well"),)
ACTORS = {"gazette": GAZETTE, "courier": COURIER}


def judged(*blocks: tuple[BlockKind, str]) -> list[Judged]:
    return [Judged(number, text, kind, "") for number, (kind, text) in enumerate(blocks, 1)]


@pytest.mark.parametrize(
    "line, found",
    [
        ("By a reporter of the gazette, Lindwell", "gazette"),
        ("THE GAZETTE / news desk", "gazette"),
        ("Gazettes of the valley", None),
        ("Agazette", None),
    ],
)
def test_a_byline_names_a_publisher_by_a_whole_word_and_is_never_sure(line: str, found: str | None) -> None:
    publisher = look_up(PLAIN, judged((BlockKind.BYLINE, line)), ACTORS).publisher
    assert publisher.value == found
    assert publisher.is_sure is (found is None)


def test_two_publishers_in_the_head_are_a_choice_and_one_behind_the_body_is_none() -> None:
    head = [(BlockKind.BYLINE, "Gazette and Courier"), (BlockKind.BODY, "It rained.")]
    publisher = look_up(PLAIN, judged(*head), ACTORS).publisher
    assert (publisher.value, publisher.is_sure, set(publisher.choices)) == (None, False, {"gazette", "courier"})
    behind = look_up(PLAIN, judged((BlockKind.BODY, "It rained."), (BlockKind.BYLINE, "Courier")), ACTORS)
    assert behind.publisher == Finding(None, "not found")


def test_the_name_of_a_site_is_the_whole_name_of_a_publisher_or_of_none() -> None:
    assert look_up(replace(PLAIN, site="The  gazette"), [], ACTORS).publisher.value == "gazette"
    other = look_up(replace(PLAIN, site="Gazette of the Valley"), judged((BlockKind.BYLINE, "Courier")), ACTORS)
    assert other.publisher.value is None
    assert "no actor has that name" in other.publisher.reason


def test_a_name_is_text_and_no_pattern() -> None:
    odd = {"odd": Actor(id="odd", name="G.zette (UK", kind="media")}
    assert look_up(PLAIN, judged((BlockKind.BYLINE, "Gazette (UK")), odd).publisher.value is None
    assert look_up(PLAIN, judged((BlockKind.BYLINE, "G.zette (UK")), odd).publisher.value == "odd"


def test_a_headline_and_a_day_of_the_head_are_found_and_several_are_a_choice() -> None:
    one = look_up(PLAIN, judged((BlockKind.HEADLINE, "A  well"), (BlockKind.DATE, "3 March 2031")), {})
    assert (one.title.value, one.published.value, one.published.is_sure) == ("A well", "2031-03-03", False)
    two = look_up(PLAIN, judged((BlockKind.HEADLINE, "A"), (BlockKind.HEADLINE, "B")), {})
    assert (two.title.value, two.title.choices) == (None, ("A", "B"))
    declared = look_up(replace(PLAIN, title=" So it\nis ", url="javascript:alert(1)"), judged(), {})
    assert (declared.title.value, declared.url.value) == ("So it is", None)


def test_an_id_follows_the_other_sources_of_its_publisher() -> None:
    day = parse("2031-03-04")
    source = Source(id="lg-2030-01-02", title="T", publisher="gazette", published=parse("2030-01-02"), paragraphs=ONE)
    others = {"lg-2030-01-02": source}
    assert suggested_id("T", "gazette", day, others, ()) == "lg-2031-03-04"
    assert suggested_id("T", "gazette", day, {}, ()) == "gazette-2031-03-04"
    assert suggested_id("T", "gazette", day, others, {"lg-2031-03-04"}) == "lg-2031-03-04-2"
    assert suggested_id("The mill", None, day, others, ()) == "the-mill"
    assert suggested_id(None, "gazette", None, others, ()) is None
