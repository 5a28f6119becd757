"""One text in several sources: which is the copy, what became of it, and where its addresses lead."""

from typing import Final

import pytest
from dateline.records.rules.originals import (
    copies_end_somewhere,
    hosts_are_what_they_look_like,
    one_text_has_one_speaker,
    one_text_is_one_source,
    texts_that_are_nearly_one_are_looked_at,
    what_became_of_a_source_fits,
    what_was_withdrawn_says_so,
)
from in_memory import CLOSED
from marked import Files, held

SAME: Final = "a" * 64
OTHER: Final = "b" * 64
HEAD: Final = "title: The well is shut\npublisher: harrow\npublished: {}\n"


def digest(number: int) -> str:
    """Return a digest that is no other number's."""
    return f"{number:062x}ab"


def paragraph(n: int, sha256: str = SAME, *, mark: str = "", more: str = "words: 20", begins: str = "The") -> str:
    """Return a paragraph of a source."""
    return f"  - {{n: {n}, begins: {begins} clerk, ends: was closed, {more}, sha256: {mark}{sha256}}}\n"


def source(*paragraphs: str, published: str = "2031-03-05", more: str = "") -> str:
    """Return a source with these paragraphs."""
    return HEAD.format(published) + more + "paragraphs:\n" + "".join(paragraphs)


def two(earlier: str, later: str, *, cited: str = "earlier") -> Files:
    """Return two sources, and an event that cites the first paragraph of one."""
    event = CLOSED.replace("source: gazette", f"source: {cited}")
    return {"sources/gazette": None, "sources/earlier": earlier, "sources/later": later, "events/well": event}


URL: Final = "url: https://gazette.example/well\n"
AT: Final = "⟦same-address⟧"
PART: Final = "reading: {of: original, extent: part}\n"
COPY: Final = "copy_of: {source: earlier, note: It says so.}\n"


@pytest.mark.parametrize(
    "earlier, later",
    [
        (URL, f"url: {AT}https://gazette.example/well\n"),
        (URL, f"url: {AT}https://www.gazette.example/well/\n"),
        (URL, "url: https://gazette.example/spring\n"),
        (URL, URL + COPY),
        (URL, ""),
        (URL + PART, f"url: {AT}https://gazette.example/well\n"),
        (URL, f"url: {AT}https://gazette.example/well\n{PART}"),
        (URL, f"archive: {{url: {AT}https://gazette.example/well, date: 2031-04-01}}\n"),
        (URL, f"archive: [{{url: {AT}https://gazette.example/well, date: 2031-04-01}}]\n"),
    ],
)
def test_two_sources_have_one_address_only_as_copies(earlier: str, later: str) -> None:
    files = two(
        source(paragraph(1, OTHER), published="2031-03-04", more=earlier), source(paragraph(1, "c" * 64), more=later)
    )
    held(one_text_is_one_source, files)


@pytest.mark.parametrize("later, at", [(OTHER, AT), ("c" * 64, "")])
def test_two_parts_of_one_work_have_one_address_if_no_text_is_in_both(later: str, at: str) -> None:
    first = source(paragraph(1, OTHER), published="2031-03-04", more=URL + PART)
    second = source(paragraph(1, later), more=f"url: {at}https://gazette.example/well\n{PART}")
    held(one_text_is_one_source, two(first, second))


TEXT: Final = "⟦same-text⟧"


@pytest.mark.parametrize(
    "paragraphs, more, cited",
    [
        ((paragraph(1, mark=TEXT),), "", "earlier"),
        ((paragraph(1, mark=TEXT),), "", "later"),
        ((paragraph(1),), "", "gazette"),
        ((paragraph(1, OTHER),), "", "earlier"),
        ((paragraph(1, more="words: 11"),), "", "earlier"),
        ((paragraph(1, mark=TEXT, more="words: 12"),), "", "earlier"),
        ((paragraph(1),), COPY, "earlier"),
        ((paragraph(1, OTHER), paragraph(2, mark=TEXT)), COPY.replace("note:", "paragraphs: [1], note:"), "earlier"),
        ((paragraph(1, OTHER), paragraph(2)), COPY.replace("note:", "paragraphs: [2], note:"), "earlier"),
    ],
)
def test_what_two_sources_say_word_for_word_is_told_where_it_is_cited(
    paragraphs: tuple[str, ...], more: str, cited: str
) -> None:
    files = two(source(paragraph(1), published="2031-03-04"), source(*paragraphs, more=more), cited=cited)
    held(one_text_is_one_source, files)


def test_the_paragraphs_are_listed_that_are_the_same_and_proposed_as_copied() -> None:
    texts = ["c" * 64, "d" * 64, "e" * 64]
    earlier = source(*(paragraph(n, text) for n, text in enumerate(texts, 1)), published="2031-03-04")
    later = source(
        paragraph(1, texts[0], mark=TEXT), paragraph(2, OTHER), paragraph(3, texts[2]), paragraph(4, texts[1])
    )
    (problem,) = held(one_text_is_one_source, two(earlier, later))
    assert problem.message == "¶ 1, 3, 4 says word for word what ¶ 1, 3, 2 of source 'earlier' says"
    assert "copy_of: {source: earlier, paragraphs: [1, 3, 4], note: …}" in problem.hint


def test_of_a_whole_source_no_paragraphs_are_named_and_of_many_the_first_twelve_are_listed() -> None:
    texts = [digest(number) for number in range(14)]
    earlier = source(*(paragraph(n, text) for n, text in enumerate(texts, 1)), published="2031-03-04")
    later = source(paragraph(1, texts[0], mark=TEXT), *(paragraph(n, text) for n, text in enumerate(texts[1:], 2)))
    (problem,) = held(one_text_is_one_source, two(earlier, later))
    assert problem.message.startswith("¶ 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12 and 2 more says word for word")
    assert "copy_of: {source: earlier, note: …}" in problem.hint


def test_of_twelve_paragraphs_all_are_listed() -> None:
    texts = [digest(number) for number in range(12)]
    earlier = source(*(paragraph(n, text) for n, text in enumerate(texts, 1)), published="2031-03-04")
    later = source(paragraph(1, texts[0], mark=TEXT), *(paragraph(n, text) for n, text in enumerate(texts[1:], 2)))
    (problem,) = held(one_text_is_one_source, two(earlier, later))
    assert problem.message.startswith("¶ 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12 says word for word")


NEAR: Final = "⟦nearly-same-text⟧"


@pytest.mark.parametrize(
    "later",
    [
        (paragraph(1, OTHER, begins=f"{NEAR}The"),),
        (paragraph(1, SAME),),
        (paragraph(1, OTHER, begins="A"),),
        (paragraph(1, OTHER, more="words: 15"),),
        (paragraph(1, OTHER, more="words: 16", begins=f"{NEAR}The"),),
    ],
)
def test_texts_that_begin_and_end_alike_and_are_about_as_long_are_compared(later: tuple[str, ...]) -> None:
    held(texts_that_are_nearly_one_are_looked_at, two(source(paragraph(1), published="2031-03-04"), source(*later)))


def reports(*said: str) -> Files:
    """Return two sources of one text, and a claim with these reports of them."""
    rows = "".join(f"      - {{{one}}}\n" for one in said)
    well = CLOSED.partition("      - ")[0] + rows
    return {**two(source(paragraph(1), published="2031-03-04"), source(paragraph(1))), "events/well": well}


ONE, LATER = "cite: {source: earlier, paragraph: 1}", "cite: {source: later, paragraph: 1}"
SPEAKER: Final = "⟦text-of-two-speakers⟧"


@pytest.mark.parametrize(
    "said",
    [
        (f"by: [clerk], {ONE}", f"by: [council], cite: {SPEAKER}{LATER[6:]}"),
        (f"by: [clerk], {ONE}", f"by: [clerk], {LATER}"),
        (f"by: [clerk], {ONE}", f"by: [clerk, council], {LATER}"),
        (f"by: [clerk], {ONE}", f"by: [council, clerk], cite: {SPEAKER}{LATER[6:]}"),
        (f"by: [clerk], {ONE}", f"by: [council], {ONE}"),
        (f"by: [clerk], {ONE}", f"by: [council], stance: denies, {LATER}"),
        (f"by: [clerk], {ONE}", "by: [council], cite: {source: gazette, paragraph: 1}"),
    ],
)
def test_one_text_has_one_first_speaker_whoever_prints_it(said: tuple[str, ...]) -> None:
    found = held(one_text_has_one_speaker, reports(*said))
    assert all("where 'clerk' says it, and here 'council'" in problem.message for problem in found)


CIRCLE: Final = "⟦circular-reference⟧"


@pytest.mark.parametrize(
    "one, other, third",
    [
        ("", "copy_of: {source: one}", "copy_of: {source: other}"),
        (f"copy_of: {{source: {CIRCLE}one}}", "", ""),
        (f"copy_of: {{source: {CIRCLE}other}}", f"copy_of: {{source: {CIRCLE}one}}", ""),
        (f"copy_of: {{source: {CIRCLE}other}}", f"copy_of: {{source: {CIRCLE}one}}", "copy_of: {source: one}"),
        (
            f"copy_of: {{source: {CIRCLE}third}}",
            f"copy_of: {{source: {CIRCLE}one}}",
            f"copy_of: {{source: {CIRCLE}other}}",
        ),
        ("copy_of: {source: no-source}", "", ""),
        ("copy_of: {source: other, paragraphs: [1]}", "", ""),
        ("copy_of: {source: other, paragraphs: [1, ⟦unknown-paragraph⟧2, ⟦unknown-paragraph⟧9]}", "", ""),
        ("copy_of: {source: other, passages: [⟦unknown-passage⟧4-27]}", "", ""),
    ],
)
def test_a_copy_is_none_of_itself_and_has_the_paragraphs_that_it_names(one: str, other: str, third: str) -> None:
    every = {"one": one, "other": other, "third": third}
    files = {
        f"sources/{id_}": source(paragraph(1, digest(at)), more=f"{copied}\n" if copied else "")
        for at, (id_, copied) in enumerate(every.items())
    }
    held(copies_end_somewhere, files)


PASSAGES: Final = 'passages:\n  - {at: "4-27", begins: The clerk}\n  - {at: "4-28", begins: Nobody}\n'


@pytest.mark.parametrize(
    "passages, hints",
    [
        ("[⟦unknown-passage⟧4-72]", ["did you mean '4-28'?"]),
        ("[⟦unknown-passage⟧exhibit]", ["it has 4-27, 4-28"]),
        ("[4-27, 4-28]", []),
    ],
)
def test_the_passages_are_told_that_there_are(passages: str, hints: list[str]) -> None:
    text = HEAD.format("2031-03-05") + f"copy_of: {{source: gazette, passages: {passages}}}\n{PASSAGES}"
    assert [problem.hint for problem in held(copies_end_somewhere, {"sources/book": text})] == hints


def test_of_many_paragraphs_the_first_twelve_are_told() -> None:
    every = "".join(paragraph(n, digest(n)) for n in range(1, 14))
    text = source(every, more="copy_of: {source: gazette, paragraphs: [⟦unknown-paragraph⟧14]}\n")
    (problem,) = held(copies_end_somewhere, {"sources/long": text})
    assert problem.hint == "it has 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12 …"
    few = text.replace(paragraph(13, digest(13)), "")
    (problem,) = held(copies_end_somewhere, {"sources/long": few})
    assert problem.hint == "it has 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12"


@pytest.mark.parametrize(
    "more",
    [
        "withdrawn: {date: 2031-03-05, note: Taken back.}\n",
        "withdrawn: {date: ⟦bad-value⟧2031-03-04, note: Taken back.}\n",
        "withdrawn: {date: 2031-03, note: Taken back.}\n",
        "withdrawn: {date: ⟦bad-value⟧2031-02, note: Taken back.}\n",
        "corrected: [{date: 2031-03-06, note: A name.}, {date: ⟦bad-value⟧2030, note: Another.}]\n",
        "corrected: [{date: 2031-03-06, paragraphs: [1, ⟦unknown-paragraph⟧3], note: A name.}]\n",
        'corrected: [{date: 2031-03-06, passages: [⟦unknown-passage⟧"4-27"], note: A name.}]\n',
        "",
    ],
)
def test_nothing_is_withdrawn_or_corrected_before_it_appeared_nor_what_there_is_not(more: str) -> None:
    held(what_became_of_a_source_fits, {"sources/later": source(paragraph(1), more=more)})


@pytest.mark.parametrize("key, verb", [("withdrawn: {}", "withdrawn"), ("corrected: [{}]", "corrected")])
def test_it_is_told_what_became_of_a_source_before_it_was_published(key: str, verb: str) -> None:
    more = key.replace("{}", "{date: ⟦bad-value⟧2031-03-01, note: So.}") + "\n"
    (problem,) = held(what_became_of_a_source_fits, {"sources/later": source(paragraph(1), more=more)})
    assert problem.message == f"the source was {verb} 2031-03-01, before it was published 2031-03-05"


@pytest.mark.parametrize(
    "entries, more",
    [
        (["⟦withdrawn-not-said⟧retraction"], ""),
        (["retraction"], "withdrawn: {date: 2031-03-06, note: So.}\n"),
        (["correction"], ""),
        (["correction", "⟦withdrawn-not-said⟧retraction", "retraction"], ""),
    ],
)
def test_a_retraction_in_the_history_is_said_under_withdrawn_once(entries: list[str], more: str) -> None:
    history = "".join(f"  - {{date: 2031-04-01, note: So., type: {entry}}}\n" for entry in entries)
    held(what_was_withdrawn_says_so, {"sources/later": source(paragraph(1), more=f"{more}history:\n{history}")})


MIXED: Final = "⟦mixed-host⟧"


@pytest.mark.parametrize(
    "more",
    [
        "url: https://gazette.example/well\n",
        f"url: {MIXED}https://g\u0430zette.example/well\n",
        f"url: {MIXED}https://www.gaz\u03bfette.example/\n",
        "url: https://\u0433\u0430\u0437\u0435\u0442\u0430.example/\n",
        "url: https://caf\u00e9.example/\n",
        "url: https://gazette.example/g\u0430zette\n",
        f"archive: {{url: {MIXED}https://\u0430rchive.example/1, date: 2031-04-01}}\n",
        f"archive: [{{url: https://a.example/1, date: 2031}}, {{url: {MIXED}https://\u0430b.example/1, date: 2031}}]\n",
        f"copies: [{{publisher: harrow, url: null}}, {{publisher: harrow, url: {MIXED}https://\u0430b.example/}}]\n",
    ],
)
def test_no_part_of_a_host_mixes_letters_that_look_alike(more: str) -> None:
    held(hosts_are_what_they_look_like, {"sources/later": source(paragraph(1), more=more)})
