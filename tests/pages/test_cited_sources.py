"""A source as readers cite it: as manuals of style give it, as BibTeX and CSL read it."""

import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from baseline import linked
from dateline.ground.dates import parse
from dateline.pages.citing.cited_source import CitedSource, cited_source, plain_date
from dateline.pages.citing.cited_text import CitedLine
from dateline.pages.citing.locators import csl_locator
from dateline.pages.citing.source_bibtex import cite_command, source_bibtex
from dateline.pages.citing.source_forms import bibtex_of_sources, csl_of_claims, forms_of_rests, forms_of_source
from dateline.pages.citing.source_notes import chicago_note
from dateline.pages.citing.source_references import apa_reference
from dateline.pages.citing.source_wikitext import cite_template
from dateline.pages.shared.edition import Edition
from dateline.records.types import Citation, Source, SourcePassage
from dateline.records.types.source import Paragraph
from hypothesis import given
from hypothesis import strategies as st


def cited(title: str, published: str | None = None, **more: Any) -> CitedSource:
    for key in ("written", "accessed", "captured"):
        more[key] = parse(more[key]) if key in more else None
    return CitedSource(id="x", title=title, published=parse(published) if published else None, **more)


def in_italics(line: CitedLine) -> str:
    return "".join(f"*{run.text}*" if run.is_title else run.text for run in line.runs)


SMITH = cited("Swing Time", "2016", like="book", authors=("Zadie Smith",), place="New York", publisher="Penguin Press")
LAHIRI = cited(
    "In Other Words",
    "2016",
    like="book",
    authors=("Jhumpa Lahiri",),
    translators=("Ann Goldstein",),
    place="New York",
    publisher="Alfred A. Knopf",
)
WALKING = cited(
    "Walking",
    "2016",
    authors=("Henry David Thoreau",),
    editors=("John D’Agata",),
    container="The Making of the American Essay",
    place="Minneapolis",
    publisher="Graywolf Press",
)
LIVY = cited(
    "Livy and the Pax Deum",
    "2016-04",
    authors=("Susan Satterfield",),
    container="Classical Philology",
    volume="111",
    issue="2",
)
TAIWAN = cited(
    "Expanding College Access in Taiwan, 1978–2014",
    "2017-21",
    authors=("Shao-Hsun Keng", "Chun-Hung Lin", "Peter F. Orazem"),
    container="Journal of Human Capital",
    volume="11",
    issue="1",
    doi="10.1086/690235",
)
SNAP = cited(
    "Snap Makes a Bet on the Cultural Supremacy of the Camera",
    "2017-03-08",
    authors=("Farhad Manjoo",),
    container="New York Times",
    url="https://www.nytimes.example/snap.html",
)
YALE = cited(
    "About Yale: Yale Facts", publisher="Yale University", accessed="2017-05-01", url="https://www.yale.example/facts"
)


@pytest.mark.parametrize(
    "source, place, note",
    [
        (SMITH, "315–16", "Zadie Smith, *Swing Time* (New York: Penguin Press, 2016), 315–16."),
        (
            LAHIRI,
            "146",
            "Jhumpa Lahiri, *In Other Words*, trans. Ann Goldstein (New York: Alfred A. Knopf, 2016), 146.",
        ),
        (
            WALKING,
            "177–78",
            (
                "Henry David Thoreau, “Walking,” in *The Making of the American Essay*, ed. John D’Agata (Minneapolis: "
                "Graywolf Press, 2016), 177–78."
            ),
        ),
        (
            LIVY,
            "170",
            "Susan Satterfield, “Livy and the Pax Deum,” *Classical Philology* 111, no. 2 (April 2016): 170.",
        ),
        (
            TAIWAN,
            "9–10",
            (
                "Shao-Hsun Keng, Chun-Hung Lin, and Peter F. Orazem, “Expanding College Access in Taiwan, 1978–2014,” "
                "*Journal of Human Capital* 11, no. 1 (spring 2017): 9–10, https://doi.org/10.1086/690235."
            ),
        ),
        (
            SNAP,
            "",
            (
                "Farhad Manjoo, “Snap Makes a Bet on the Cultural Supremacy of the Camera,” *New York Times*, March 8, "
                "2017, https://www.nytimes.example/snap.html."
            ),
        ),
        (YALE, "", "“About Yale: Yale Facts,” Yale University, accessed May 1, 2017, https://www.yale.example/facts."),
    ],
)
def test_a_note_is_as_the_manual_of_chicago_gives_it(source: CitedSource, place: str, note: str) -> None:
    assert in_italics(chicago_note(source, place)) == note


PREJUDICE = cited(
    "The psychology of prejudice",
    "2019",
    like="book",
    authors=("Jackson, L. M.",),
    edition="2nd",
    publisher="American Psychological Association",
    doi="10.1037/0000168-000",
)
EMOTIONS = cited(
    "Emotions in storybooks",
    "2019-07",
    authors=("Grady, J. S.", "Her, M.", "Yelinek, J."),
    container="Psychology of Popular Media Culture",
    volume="8",
    issue="3",
    pages="207–217",
    doi="10.1037/ppm0000185",
)
CHILD = cited(
    "The psychology of the child",
    "1969",
    like="book",
    authors=("Piaget, J.", "Inhelder, B."),
    translators=("H. Weaver",),
    edition="2nd",
    publisher="Basic Books",
)
CLOCK = cited(
    "U.S. and world population clock",
    authors=("U.S. Census Bureau",),
    publisher="U.S. Department of Commerce",
    accessed="2020-01-09",
    url="https://www.census.example/popclock/",
)
HEALTH = cited(
    "Questions and answers on immunization",
    "2018-03",
    publisher="World Health Organization",
    url="https://www.who.example/q",
)
GRIPPER = cited(
    "Soft robotic gripper for jellyfish",
    "2019-08-28",
    like="video",
    form="Video",
    publisher="Harvard University",
    container="YouTube",
    url="https://video.example/1",
)
LONG_LIFE = cited(
    "The secret to a long, happy, healthy life? Think age-positive",
    "2019-01-03",
    authors=("Avramova, N.",),
    publisher="CNN",
    is_of_medium=True,
    url="https://www.cnn.example/1",
)


@pytest.mark.parametrize(
    "source, reference",
    [
        (
            PREJUDICE,
            (
                "Jackson, L. M. (2019). *The psychology of prejudice* (2nd ed.). American Psychological Association. "
                "https://doi.org/10.1037/0000168-000"
            ),
        ),
        (
            EMOTIONS,
            (
                "Grady, J. S., Her, M., & Yelinek, J. (2019). Emotions in storybooks. *Psychology of Popular Media "
                "Culture*, *8*(3), 207–217. https://doi.org/10.1037/ppm0000185"
            ),
        ),
        (
            CHILD,
            (
                "Piaget, J., & Inhelder, B. (1969). *The psychology of the child* (H. Weaver, Trans.; 2nd ed.). "
                "Basic Books."
            ),
        ),
        (
            CLOCK,
            (
                "U.S. Census Bureau. (n.d.). *U.S. and world population clock.* U.S. Department of Commerce. Retrieved "
                "January 9, 2020, from https://www.census.example/popclock/"
            ),
        ),
        (
            HEALTH,
            "World Health Organization. (2018, March). *Questions and answers on immunization.* https://www.who.example/q",
        ),
        (
            GRIPPER,
            (
                "Harvard University. (2019, August 28). *Soft robotic gripper for jellyfish* [Video]. YouTube. "
                "https://video.example/1"
            ),
        ),
        (
            LONG_LIFE,
            (
                "Avramova, N. (2019, January 3). *The secret to a long, happy, healthy life? Think age-positive.* CNN. "
                "https://www.cnn.example/1"
            ),
        ),
    ],
)
def test_a_reference_is_as_apa_gives_it(source: CitedSource, reference: str) -> None:
    assert in_italics(apa_reference(source)) == reference


@pytest.mark.parametrize(
    "source, note, reference",
    [
        (
            cited("Post of 5 March 2031", "2031-03-05", is_titled=False, like="post", form="Post", publisher="Clerk"),
            "Post of 5 March 2031, Clerk, March 5, 2031.",
            "Clerk. (2031, March 5). [Post of 5 March 2031].",
        ),
        (
            cited("أغلقت البئر", "2031-03-05", gloss="The well was shut", publisher="Gazette", is_of_medium=True),
            "“أغلقت البئر” [The well was shut], Gazette, March 5, 2031.",
            "*أغلقت البئر* [The well was shut]. (2031, March 5). Gazette.",
        ),
        (
            cited(
                "Who shut it?",
                "2031~",
                publisher="Gazette",
                is_of_medium=True,
                url="https://gone.example",
                capture="https://archive.example/1",
                captured="2031-03-06",
            ),
            "“Who shut it?” Gazette, about 2031, archived March 6, 2031, at https://archive.example/1.",
            "*Who shut it?* (about 2031). Gazette. https://archive.example/1",
        ),
        (
            cited("A Life", "1910", like="book", editors=("A. Clerk", "B. Clerk"), volume="2", edition="revised"),
            "A. Clerk and B. Clerk, eds., *A Life*, revised, vol. 2 (1910).",
            "A. Clerk, & B. Clerk (Eds.). (1910). *A Life* (revised; Vol. 2).",
        ),
        (
            cited("In 431 B.C.", authors=("A", "B", "C", "D"), identifier="docket 04-1084"),
            "A et al., “In 431 B.C.,” docket 04-1084, n.d.",
            "A, B, C, & D. (n.d.). *In 431 B.C.* (docket 04-1084).",
        ),
    ],
)
def test_what_is_missing_or_foreign_is_said_as_the_manuals_ask(source: CitedSource, note: str, reference: str) -> None:
    assert in_italics(chicago_note(source)) == note
    assert in_italics(apa_reference(source)) == reference


@pytest.mark.parametrize(
    "text, parts",
    [
        ("2017-11-17", (2017, 11, 17)),
        ("2017-11", (2017, 11)),
        ("0476", (476,)),
        ("2017-21", ()),
        ("2017~", ()),
        ("201X", ()),
        ("-0430", ()),
        ("[..1871]", ()),
        ("2017-11-17/2017-11-18", ()),
    ],
)
def test_only_what_is_certain_is_taken_apart(text: str, parts: tuple[int, ...]) -> None:
    assert plain_date(parse(text)) == parts


@pytest.mark.parametrize(
    "written, apa, wikipedia, bibtex",
    [
        ("-0424", "425 BCE", "written 425 BCE", "origdate = {-0424}"),
        ("1415-10-25", "25 October 1415", "written 25 October 1415", "origdate = {1415-10-25}"),
        ("[-0059..]", "some time from 60 BCE on", "written some time from 60 BCE on", "note = {written some time from"),
        ("1831~", "about 1831", "written about 1831", "note = {written about 1831}"),
        ("2001-21", "spring 2001", "written spring 2001", "note = {written spring 2001}"),
    ],
)
def test_an_old_text_is_cited_with_its_time_where_a_style_has_a_place_for_it(
    written: str, apa: str, wikipedia: str, bibtex: str
) -> None:
    old = replace(SMITH, written=parse(written))
    assert apa_reference(old).text == f"{apa_reference(SMITH).text} (Original work written {apa})"
    assert f" |date=2016 |orig-date={wikipedia} " in cite_template(old)
    assert bibtex in source_bibtex(old)
    assert ("origdate" in source_bibtex(old)) is bibtex.startswith("origdate")
    assert chicago_note(old).text == chicago_note(SMITH).text
    assert "orig-date" not in cite_template(replace(old, published=None))


# --- for programs ----------------------------------------------------------------------------------------------------


def test_a_journal_a_book_and_a_report_have_their_types_in_bibtex() -> None:
    article = source_bibtex(EMOTIONS).splitlines()
    assert article[0] == "@article{x,"
    assert "  journal = {Psychology of Popular Media Culture}," in article
    assert "  author = {Grady, J. S. and Her, M. and Yelinek, J.}," in article
    assert "  pages = {207--217}," in article
    assert "  month = jul," in article
    assert "  doi = {10.1037/ppm0000185}" in article
    book = source_bibtex(SMITH)
    assert book.startswith("@book{x,\n  author = {{Zadie Smith}},\n")
    assert "publisher = {Penguin Press}" in book
    assert "address = {New York}" in book
    report = source_bibtex(cited("T", "1970", like="report", publisher="NASA", identifier="MSC-02680"))
    assert report.startswith("@techreport{x,")
    assert "institution = {NASA}" in report
    assert "number = {MSC-02680}" in report
    assert source_bibtex(cited("T", like="post")) == "@misc{x,\n  title = {{T}}\n}"


TEXTS = st.text(alphabet=st.one_of(st.sampled_from("{}\\@%\"',|=[]<> x"), st.characters()), min_size=1, max_size=20)


@given(TEXTS, TEXTS, TEXTS)
def test_no_text_leaves_its_field(title: str, name: str, publisher: str) -> None:
    source = cited(title, "2031", authors=(name,), publisher=publisher, url="https://x.example/{}")
    entry = source_bibtex(source)
    depth = lowest = 0
    for char in entry[entry.index("{") + 1 : -1]:
        depth += (char == "{") - (char == "}")
        lowest = min(depth, lowest)
    assert depth == lowest == 0
    assert len(entry.splitlines()) == 7
    assert not re.search(r"[{}\[\]<>]", cite_template(source).removeprefix("{{").removesuffix("}}"))
    assert "@" not in cite_command("x", title)
    assert chicago_note(source).text.startswith(name)
    assert publisher in apa_reference(source).text


def test_wikipedia_is_given_what_is_gone_with_its_capture() -> None:
    gone = cited(
        "The well", "2031-03", url="https://gone.example", capture="https://archive.example/1", captured="2031-03-06"
    )
    assert cite_template(gone) == (
        "{{cite web |title=The well |date=March 2031 |url=https://gone.example |archive-url=https://archive.example/1 "
        "|archive-date=2031-03-06 |url-status=dead |language=en}}"
    )
    assert cite_template(cited("The well", "2031~")) == "{{citation |title=The well |language=en}}"
    assert cite_template(LIVY).startswith("{{cite journal |author1=Susan Satterfield |")


COURT = cited(
    "Fall v. United States",
    "1931-04-06",
    like="judgment",
    publisher="Court of Appeals",
    container="Federal Reporter, second series (F.2d)",
    volume="49",
    pages="506-512",
    identifier="No. 5171",
    url="https://cases.example/fall",
    accessed="2026-11-29",
)
HIGHEST = replace(COURT, publisher="Supreme Court", container="United States Reports (U.S.)", volume="273")


@pytest.mark.parametrize(
    "source, place, note",
    [
        (COURT, "", "Fall v. United States, 49 F.2d 506 (Court of Appeals 1931), https://cases.example/fall."),
        (COURT, "510", "Fall v. United States, 49 F.2d 506, 510 (Court of Appeals 1931), https://cases.example/fall."),
        (
            COURT,
            "heading",
            "Fall v. United States, 49 F.2d 506 (Court of Appeals 1931), heading, https://cases.example/fall.",
        ),
        (HIGHEST, "508–510", "Fall v. United States, 273 U.S. 506, 508–510 (1931), https://cases.example/fall."),
        (
            replace(HIGHEST, volume="", url=""),
            "",
            "Fall v. United States, United States Reports (U.S.), No. 5171 (Supreme Court, April 6, 1931).",
        ),
    ],
)
def test_a_note_cites_a_judgment_by_its_report_as_lawyers_do(source: CitedSource, place: str, note: str) -> None:
    assert chicago_note(source, place).text == note


def test_a_reference_cites_a_judgment_by_its_report_and_the_year() -> None:
    assert apa_reference(COURT).text == (
        "Fall v. United States, 49 F.2d 506 (Court of Appeals 1931). https://cases.example/fall"
    )
    assert apa_reference(replace(HIGHEST, published=None, url="")).text == "Fall v. United States, 273 U.S. 506 (n.d.)."


@pytest.mark.parametrize(
    "source, template",
    [
        (
            COURT,
            (
                "{{cite court |litigants=Fall v. United States |vol=49 |reporter=F.2d |opinion=506 |court=Court of "
                "Appeals |date=1931-04-06 |url=https://cases.example/fall}}"
            ),
        ),
        (
            cited("Re Well", "2031", like="judgment", publisher="Town Court", identifier="No. 7"),
            "{{cite court |litigants=Re Well |opinion=No. 7 |court=Town Court |date=2031}}",
        ),
        (
            cited("It is shut", "2031-03-04", publisher="Gazette", is_of_medium=True, issue="7", identifier="A 3"),
            "{{cite news |title=It is shut |newspaper=Gazette |issue=7 |id=A 3 |date=2031-03-04 |language=en}}",
        ),
        (
            cited("It is shut", "2031-03-04", like="statement", publisher="Council", url="https://council.example/1"),
            (
                "{{cite press release |title=It is shut |publisher=Council |date=2031-03-04 "
                "|url=https://council.example/1 |language=en}}"
            ),
        ),
        (
            cited(
                "It is shut",
                like="post",
                form="Post",
                publisher="Council",
                url="https://x.com/wells/status/12345?s=20",
                capture="https://archive.example/1",
                captured="2031-03-06",
            ),
            (
                "{{cite tweet |user=wells |number=12345 |title=It is shut |archive-url=https://archive.example/1 "
                "|archive-date=2031-03-06 |url-status=dead |language=en}}"
            ),
        ),
        (
            cited("It is shut", like="post", form="Post", publisher="Council", url="https://posts.example/7"),
            "{{cite web |title=It is shut |type=Post |publisher=Council |url=https://posts.example/7 |language=en}}",
        ),
        (
            cited("The pump", like="video", form="Video", publisher="Council", pages="7", volume="2"),
            "{{cite AV media |title=The pump |type=Video |volume=2 |publisher=Council |language=en}}",
        ),
        (
            cited("Wells", "2031", like="report", publisher="Council", container="Papers", issue="3", volume="1"),
            "{{cite report |title=Wells |series=Papers |volume=1 |publisher=Council |date=2031 |language=en}}",
        ),
        (
            WALKING,
            (
                "{{cite book |author1=Henry David Thoreau |editor1=John D’Agata |chapter=Walking |title=The Making of "
                "the American Essay |location=Minneapolis |publisher=Graywolf Press |date=2016 |language=en}}"
            ),
        ),
    ],
)
def test_wikipedia_has_a_template_for_each_kind_with_what_that_takes(source: CitedSource, template: str) -> None:
    assert cite_template(source) == template


@pytest.mark.parametrize(
    "like, name",
    [
        ("book", "cite book"),
        ("report", "cite report"),
        ("map", "cite map"),
        ("audio", "cite AV media"),
        ("image", "cite AV media"),
        ("dataset", "cite web"),
        ("article", "cite web"),
    ],
)
def test_a_kind_of_source_has_its_template(like: str, name: str) -> None:
    assert cite_template(cited("The well", like=like, url="https://x.example")).startswith(f"{{{{{name} |title=")


def test_what_editors_wrote_in_the_place_of_a_headline_is_quoted_in_no_citation(tmp_path: Path) -> None:
    file = (
        "title: '[Headline not seen: on the pump]'\npublisher: lindwell-crier\nkind: article\npublished: 2031-03-09\n"
    )
    edition = Edition(linked(tmp_path, {"sources/unseen.yml": f"{file}paragraphs: [{{n: 1, begins: It}}]\n"}))
    unseen = cited_source(edition, edition.chronology.sources["unseen"])
    for line in (chicago_note(unseen), apa_reference(unseen)):
        assert line.text.count("[Headline not seen: on the pump]") == 1
        assert not {"“", "[["} & {line.text[0], line.text[:2]}
        assert "*" not in in_italics(line)


def source(locators: str, *places: str, **more: Any) -> Source:
    passages = tuple(SourcePassage(at=place) for place in places)
    return Source(id="x", locators=locators, passages=passages, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "scheme, at, expected",
    [
        ("page", "4-27", {"locator": "4-27", "label": "page"}),
        ("page", "4..6", {"locator": "4–6", "label": "page"}),
        ("page-line", "7574:12..25", {"locator": "7574:12–25", "label": "page"}),
        ("page-line", "7574:12..7575:3", {"locator": "7574:12–7575:3", "label": "page"}),
        ("page-line", "1365a:31", {"locator": "1365a31", "label": "page"}),
        ("page-line", "1365a:31..33", {"locator": "1365a31–33", "label": "page"}),
        ("page-line", "1365a:30..1365b:2", {"locator": "1365a30–b2", "label": "page"}),
        ("page-line", "1365b:30..1366a:2", {"locator": "1365b30–1366a2", "label": "page"}),
        ("section", "3.2", {"locator": "3.2", "label": "section"}),
        ("section", "Chapter 4", {"suffix": ", Chapter 4"}),
        ("section", "Article 5..7", {"suffix": ", Article 5–7"}),
        ("section", "28 U.S.C. § 1331", {"suffix": ", 28 U.S.C. § 1331"}),
        ("page", "A-3..5", {"locator": "A-3–A-5", "label": "page"}),
        ("time", "00:12:31..00:12:58", {"locator": "00:12:31–00:12:58", "label": "timestamp"}),
        ("verse", "2.47.3..5", {"locator": "2.47.3–2.47.5", "label": "verse"}),
        ("folio", "12r", {"locator": "12r", "label": "folio"}),
        ("item", "exhibit 7", {"suffix": ", exhibit 7"}),
        ("whole", "whole", {}),
    ],
)
def test_a_place_is_counted_as_csl_counts(scheme: str, at: str, expected: dict[str, str]) -> None:
    assert csl_locator(source(scheme, at), at) == expected


def test_a_paragraph_is_cited_by_its_page_or_time_where_that_is_recorded() -> None:
    text = Source(
        id="x", paragraphs=(Paragraph(n=1, begins="The"), Paragraph(n=2, begins="A", at="00:12:31")), kind="video"
    )
    assert csl_locator(text, 1) == {"locator": "1", "label": "paragraph"}
    assert csl_locator(text, 2) == {"locator": "00:12:31", "label": "timestamp"}


def test_what_a_claim_rests_on_is_cited_place_by_place(tmp_path: Path) -> None:
    edition = Edition(linked(tmp_path, {}), site_url="https://well.example/")
    cites = [Citation(source="gazette-2031-03-04", paragraph=2), Citation(source="gazette-2031-03-04", paragraph=1)]
    cites += [Citation(source="crier-2031-03-06", paragraph=1), cites[0]]
    *notes, latex = forms_of_rests(edition, cites)
    assert [note.text.partition("031, ")[2] for note in notes] == [
        "¶ 2, https://gazette.example/2031/well.",
        "¶ 1, https://gazette.example/2031/well.",
        "¶ 1.",
    ]
    assert latex.text == "\n".join(
        f"\\cite[{{¶ {number}}}]{{{id_}}}"
        for id_, number in (("gazette-2031-03-04", 2), ("gazette-2031-03-04", 1), ("crier-2031-03-06", 1))
    )
    assert re.findall(r"^@misc\{(.+),$", bibtex_of_sources(edition, cites).text, re.MULTILINE) == [
        "gazette-2031-03-04",
        "crier-2031-03-06",
    ]
    (citation,) = json.loads(csl_of_claims(edition, {"e--c": cites}).text)
    assert citation["citationID"] == "e--c"
    assert citation["citationItems"] == [
        {"id": id_, "uris": [f"https://well.example/sources/{id_}/"], "locator": number, "label": "paragraph"}
        for id_, number in (("gazette-2031-03-04", "2"), ("gazette-2031-03-04", "1"), ("crier-2031-03-06", "1"))
    ]


def test_a_source_is_cited_in_five_forms(tmp_path: Path) -> None:
    chronology = linked(tmp_path, {})
    edition = Edition(chronology)
    forms = {form.name: form for form in forms_of_source(edition, "gazette-2031-03-04")}
    assert list(forms) == ["Chicago", "APA", "Wikipedia", "BibTeX", "CSL-JSON"]
    assert "".join(text for text, _ in forms["APA"].pieces) == forms["APA"].text
    assert json.loads(forms["CSL-JSON"].text)[0]["id"] == "gazette-2031-03-04"
    found = cited_source(edition, chronology.sources["gazette-2031-03-04"])
    assert (found.publisher, found.is_of_medium, found.like, found.form) == ("Harrow Gazette", True, "article", "")
