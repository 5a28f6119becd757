"""What each block of an article is taken for, and how sure that is."""

import pytest
from dateline.editing.intake import BlockKind, ChoiceError, Judged, Settled, judge, paragraphs_of, settled_by
from dateline.ground.extraction import read_article
from dateline.ground.extraction.signs import is_closed, sign_of
from founding import FOLDER, here

ARTICLE = """The old well is shut

By Jane Doe

Harrow Gazette, 4 March 2021

Region: The Wend Valley

The clerk of Lindwell said on Monday that the old well was shut until further notice.

Petitioners answered that the decision was made behind closed doors, and that the

council had asked nobody in the village before it took the key away from the warden.

A meeting is to be held.

If you like our work, please support the project: PayPal and other ways.

Subscribe to our newsletter

Copyright Harrow Gazette, 2021

3 Comments

Nice well!
"""


HEAD, _, _ = ARTICLE.partition("3 Comments")
_, _, REST = ARTICLE.partition("Valley")


def judged(text: str, settled: Settled | None = None, suffix: str = ".txt") -> list[Judged]:
    return judge(read_article(text, suffix), settled)


def kinds(text: str, suffix: str = ".txt") -> list[BlockKind | None]:
    return [block.kind for block in judged(text, suffix=suffix)]


def test_a_whole_article_is_told_apart() -> None:
    assert kinds(ARTICLE) == [
        BlockKind.HEADLINE,
        BlockKind.BYLINE,
        BlockKind.DATE,
        BlockKind.NAVIGATION,
        BlockKind.BODY,
        BlockKind.BODY,
        BlockKind.CONTINUATION,
        BlockKind.BODY,
        BlockKind.APPEAL,
        BlockKind.SHARE,
        BlockKind.LEGAL,
        BlockKind.COMMENTS,
        BlockKind.COMMENTS,
    ]


def test_what_is_guessed_is_marked() -> None:
    unsure = [block.number for block in judged(ARTICLE) if not block.is_sure]
    assert unsure == [7, 8, 12]  # the page break, the short sentence, the line that may head the comments


def test_every_block_has_a_reason() -> None:
    assert all(block.reason for block in judged(ARTICLE))


def test_paragraphs_are_the_body_with_page_breaks_mended() -> None:
    paragraphs = paragraphs_of(judged(ARTICLE))
    assert len(paragraphs) == 3
    assert "and that the council had asked" in paragraphs[1]


def test_an_open_end_before_a_capital_has_no_guess() -> None:
    text = "The clerk spoke for an hour, as he had done on every Monday of that long dry year, about the old "
    text += "well and about the river north of it\n\nPetitioners answered in writing on the next day."
    first, second = judged(f"A headline\n\nA first paragraph that is whole, so that a body begins.\n\n{text}")[2:]
    assert first.kind is BlockKind.BODY
    assert (second.kind, second.is_sure) == (None, False)


def test_a_paragraph_may_begin_with_a_number() -> None:
    text = "The clerk spoke for an hour, and then he left the hall.\n\n52 people had come to listen to him on that day."
    assert [block.kind for block in judged(text)] == [BlockKind.BODY, BlockKind.BODY]


def test_html_paragraphs_are_not_put_together_for_want_of_a_full_stop() -> None:
    first = "The clerk of Lindwell spoke for a whole hour, as he had done on every Monday of that long dry year, about"
    second = "Petitioners of the village answered him in writing on the next day, and at some length."
    page = (
        f"<html><body><article><p>{first} the well and the river north of it</p><p>{second}</p></article></body></html>"
    )
    assert [(block.kind, block.is_sure) for block in judged(page, suffix=".html")] == [(BlockKind.BODY, True)] * 2


def test_whole_sentences_behind_a_copyright_notice_have_no_guess() -> None:
    text = f"{HEAD}This block could be a late paragraph of the article, or a box beside it."
    assert judged(text)[-1].kind is None


def test_comments_are_all_that_follows_a_comment_form() -> None:
    text = f"{HEAD}Notify of\nguest\nView all comments\n\nSomebody\n\nA long and wordy comment."
    assert [(block.kind, block.is_sure) for block in judged(text)[-3:]] == [(BlockKind.COMMENTS, True)] * 3


def test_a_link_to_the_comments_above_the_body_does_not_end_the_article() -> None:
    text = f"The old well is shut\n\n8 Comments\n\n{REST}"
    assert kinds(text)[:3] == [BlockKind.HEADLINE, BlockKind.NAVIGATION, BlockKind.BODY]


@pytest.mark.parametrize(
    "text,kind,is_sure",
    [
        ("0 $\n2,500 $\n5,000 $", BlockKind.APPEAL, True),
        ("Support the Gazette", BlockKind.APPEAL, True),
        ("If you like our work, donate by PayPal. It would not be possible without your help.", BlockKind.APPEAL, True),
        ("The council said that it would accept a donation of ten carts for the well.", BlockKind.APPEAL, False),
        ("Disclaimer: What follows is the author's own.", BlockKind.LEGAL, True),
        ("The judge held that the copyright of the map belongs to the village council.", BlockKind.LEGAL, False),
        ("© Harrow Gazette 2021", BlockKind.LEGAL, True),
        ("Photo: Jane Doe", BlockKind.LEGAL, True),
        ("By Jane Doe and John Roe", BlockKind.BYLINE, True),
        ("Von Erika Muster", BlockKind.BYLINE, True),
        ("[By Jane Doe](#)", BlockKind.BYLINE, True),
        ("4 March 2021", BlockKind.DATE, True),
        ("Le 4 mars 2021", BlockKind.DATE, True),
        ("4 марта 2021", BlockKind.DATE, True),
        ("٤ آذار 2021 4 آذار 2021", BlockKind.DATE, True),
        ("Theme: Water, [Wells](#)", BlockKind.NAVIGATION, True),
        ("Home > News > Wells", BlockKind.NAVIGATION, True),
        ("Read also: The dry summer", BlockKind.NAVIGATION, True),
        ("Subscribe", BlockKind.SHARE, True),
        ("Comment on our articles on our Facebook page", BlockKind.SHARE, True),
        ("View all comments", BlockKind.COMMENTS, True),
        ("Comments", BlockKind.COMMENTS, False),
    ],
)
def test_blocks_give_themselves_away(text: str, kind: BlockKind, *, is_sure: bool) -> None:
    sign = sign_of(text)
    assert sign is not None
    assert (sign.kind, sign.is_sure) == (kind, is_sure)


@pytest.mark.parametrize(
    "text",
    [
        "By November, the council had taken back the key of the old well from its warden.",
        "Support for the council fell in the village after the meeting.",
        "Share prices of the water company rose by half on Monday, and fell again on the next day after the news.",
        "The region saw the driest summer that anybody could remember.",
    ],
)
def test_sentences_that_begin_like_a_label_are_not_taken_for_one_with_certainty(text: str) -> None:
    sign = sign_of(text)
    assert sign is None or not sign.is_sure


@pytest.mark.parametrize("text", ["Done.", "Done.”", "Done!)", "Done.[3]", "هل انتهى؟", "Done…", "So:"])
def test_sentences_end(text: str) -> None:
    assert is_closed(text)


@pytest.mark.parametrize("text", ["Not done", "Not (done)", "and the", "[3]"])
def test_other_texts_do_not_end(text: str) -> None:
    assert not is_closed(text)


# --- what the editor says --------------------------------------------------------------------------------------------


def test_the_editors_ranges_settle_what_is_body_and_keep_the_rest_as_it_is() -> None:
    blocks = judged(ARTICLE, settled_by("5-7", ("6+7",), 13))
    assert all(block.is_sure for block in blocks)
    assert [block.kind for block in blocks[:8]] == [
        BlockKind.HEADLINE,
        BlockKind.BYLINE,
        BlockKind.DATE,
        BlockKind.NAVIGATION,
        BlockKind.BODY,
        BlockKind.BODY,
        BlockKind.CONTINUATION,
        BlockKind.LEFT_OUT,
    ]


def test_blocks_parted_by_another_can_be_joined() -> None:
    text = (
        "A body begins here, and it goes on and on over the\n\nSubscribe\n\npage until its end is reached, quite late."
    )
    blocks = judged(text, settled_by("1,3", ("1+3",), 3))
    assert paragraphs_of(blocks) == [
        "A body begins here, and it goes on and on over the page until its end is reached, quite late."
    ]


def test_join_none_says_that_nothing_is_parted() -> None:
    assert [block.kind for block in judged(ARTICLE, settled_by(None, ("none",), 13))][5:7] == [
        BlockKind.BODY,
        BlockKind.BODY,
    ]


def test_an_answer_settles_one_block() -> None:
    settled = Settled().adding(7, BlockKind.BODY).adding(8, BlockKind.NAVIGATION)
    blocks = judged(ARTICLE, settled)
    assert [(block.kind, block.is_sure) for block in blocks[6:8]] == [
        (BlockKind.BODY, True),
        (BlockKind.NAVIGATION, True),
    ]


@pytest.mark.parametrize(
    "body,joins",
    [
        ("0", ()),
        ("3-2", ()),
        ("1-99", ()),
        ("one", ()),
        ("", ()),
        (None, ("3",)),
        (None, ("3+x",)),
        (None, ("4+3",)),
        (None, ("3+99",)),
        ("1-3", ("3+4",)),
    ],
)
def test_what_cannot_be_said_is_refused(body: str | None, joins: tuple[str, ...]) -> None:
    with pytest.raises(ChoiceError):
        settled_by(body, joins, 13)


@here
def test_page_breaks_of_the_founding_texts_are_seen_and_asked_about() -> None:
    for name, number in (("001_c20bc0d91e597606.txt", 18), ("003_1ae89d4d9f6863ef.txt", 17)):
        block = judged((FOLDER / name).read_text("utf-8"))[number - 1]
        assert (block.kind, block.is_sure) == (BlockKind.CONTINUATION, False)
