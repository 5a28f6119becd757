"""A claim as readers cite it: in words, as BibTeX that LaTeX can set, as CSL-JSON that reference managers read."""

import json
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from baseline import linked
from dateline.ground.dates import Day, in_words
from dateline.ground.dates import parse as parse_date
from dateline.pages.citing import apa, bibtex, chicago, cite_web, csl_item, csl_json, wikitext
from dateline.pages.citing.bibtex import latex
from dateline.pages.shared.claim_citation import ClaimCitation, claim_citation
from dateline.pages.shared.claimants import Claimant
from dateline.pages.shared.edition import Edition
from hypothesis import given
from hypothesis import strategies as st

# The part of CSL's csl-data.json (1.0) that a claim uses; there, as here, other keys are refused.
_DATE: dict[str, Any] = {
    "type": "object",
    "properties": {
        "date-parts": {
            "type": "array",
            "minItems": 1,
            "maxItems": 2,
            "items": {"type": "array", "minItems": 1, "maxItems": 3, "items": {"type": "number"}},
        },
        "literal": {"type": "string"},
    },
    "additionalProperties": False,
}
_TEXTS = ("id", "title", "container-title", "event", "version", "language", "URL", "note")
CSL: dict[str, Any] = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["type", "id"],
        "properties": {
            "type": {"enum": ["webpage"]},
            "event-date": _DATE,
            "issued": _DATE,
            **{name: {"type": "string"} for name in _TEXTS},
        },
        "additionalProperties": False,
    },
}
COMMANDS = re.compile(r"\\text[a-z]+\{\}|\{\\char34\}|\\[#$%&_]")
CHARACTERS = {
    "\\textbackslash{}": "\\",
    "\\textbraceleft{}": "{",
    "\\textbraceright{}": "}",
    "\\textasciitilde{}": "~",
    "\\textasciicircum{}": "^",
    "\\textless{}": "<",
    "\\textgreater{}": ">",
    "\\textbar{}": "|",
    "{\\char34}": '"',
}


def claim(**changes: Any) -> ClaimCitation:
    """Return a claim to cite, with some of it changed."""
    made = ClaimCitation(
        key="2017-11-17-ambush--losses",
        text="Ten soldiers were killed.",
        event="An ambush",
        when=parse_date("2017-11-17"),
        when_in_words="17 November 2017",
        chronology="The battle",
        language="en",
        version=Day(2026, 11, 22),
        url="https://chronology.example/events/2017-11-17-ambush/losses/",
        outcome="One voice",
        why="Amaq",
        claimants=(Claimant(("Amaq",), "South Front"),),
    )
    return replace(made, **changes)


def dated(text: str) -> ClaimCitation:
    when = parse_date(text)
    return claim(when=when, when_in_words=in_words(when))


@pytest.mark.parametrize(
    "style, expected",
    [
        (
            chicago,
            (
                "Ten soldiers were killed [Claim: Amaq, in South Front. Outcome: One voice]. The battle. "
                "Last modified November 22, 2026. "
                "https://chronology.example/events/2017-11-17-ambush/losses/."
            ),
        ),
        (
            apa,
            (
                "Ten soldiers were killed [Claim: Amaq, as cited in South Front. Outcome: One voice]. "
                "(2026, November 22). The battle. "
                "https://chronology.example/events/2017-11-17-ambush/losses/"
            ),
        ),
        (
            cite_web,
            (
                "Amaq, in South Front, cited in "
                "{{cite web |url=https://chronology.example/events/2017-11-17-ambush/losses/ "
                "|title=Ten soldiers were killed. |type=One voice |website=The battle |date=2026-11-22 |language=en}}"
            ),
        ),
    ],
)
def test_a_style_has_its_form(style: Callable[[ClaimCitation], str], expected: str) -> None:
    assert style(claim()) == expected


@pytest.mark.parametrize("style", [chicago, apa, cite_web])
def test_a_style_without_a_version_tells_no_date(style: Callable[[ClaimCitation], str]) -> None:
    cited = style(claim(version=None))
    assert "2026" not in cited
    assert "None" not in cited
    assert cited.count("Ten soldiers were killed") == 1


@pytest.mark.parametrize(
    "text, expected",
    [
        ("a|b", "a&#124;b"),
        ("{{x}}", "&#123;&#123;x&#125;&#125;"),
        ("[[File:x.png]]", "&#91;&#91;File:x.png&#93;&#93;"),
        ("Syria's ''army''", "Syria's &#39;&#39;army&#39;&#39;"),
        ("~~~~", "&#126;&#126;&#126;&#126;"),
        ("__NOTOC__", "&#95;&#95;NOTOC&#95;&#95;"),
        ("see https://x.example", "see https:&#47;&#47;x.example"),
        ("<ref>&amp;", "&#60;ref&#62;&#38;amp&#59;"),
        ("one\n\ntwo\x00", "one two"),
        ("\u0642\u062a\u064a\u0644", "\u0642\u062a\u064a\u0644"),
    ],
)
def test_what_wikitext_would_take_for_markup_is_a_character(text: str, expected: str) -> None:
    assert wikitext(text) == expected


@given(st.text(alphabet=st.one_of(st.sampled_from("{}|[]<>&~'_=:/#;* x"), st.characters())))
def test_wikitext_can_be_read_back_and_is_never_markup(text: str) -> None:
    escaped = wikitext(text)
    assert not re.search(r"[{}|\[\]<>~=*]|''|__|://|&(?!#)", escaped)
    kept = "".join(char for char in " ".join(text.split()) if not re.match("[\x00-\x1f\x7f-\x9f\ud800-\udfff]", char))
    assert re.sub(r"&#([0-9]+);", lambda found: chr(int(found[1])), escaped) == kept


def test_speakers_stand_with_plain_semicolons_between_them_and_none_begins_a_list() -> None:
    cited = cite_web(claim(claimants=(Claimant(("; Amaq",), "X"), Claimant(("Y",), "Z", "denied"))))
    assert cited.startswith("&#59; Amaq, in X; denied by Y, in Z, cited in {{cite web ")


@given(st.text(), st.text(), st.text())
def test_the_template_for_wikipedia_is_one_with_the_fields_that_we_give_it(text: str, title: str, url: str) -> None:
    cited = cite_web(claim(text=text, chronology=title, url=url, claimants=(Claimant((text,), title),)))
    before, template, inside = cited.removesuffix("}}").partition("{{cite web ")
    assert template
    assert not re.search(r"[{}|\[\]<>]", before)
    assert not re.search(r"[{}\[\]<>]", inside)
    assert {field.partition("=")[0] for field in inside.split("|")[1:]} <= {
        "url",
        "title",
        "type",
        "website",
        "date",
        "language",
    }


def test_csl_json_satisfies_the_schema_of_csl() -> None:
    for text in ("2017-11-17", "2017-11", "2017", "2017-11-17~", "2017-11-17/2017-11-19", "2017-11-17/..", "2017?"):
        jsonschema.validate(json.loads(csl_json(dated(text))), CSL)


@pytest.mark.parametrize(
    "text, expected",
    [
        ("2017-11-17", {"date-parts": [[2017, 11, 17]]}),
        ("2017-11-17/2017-11-19", {"date-parts": [[2017, 11, 17], [2017, 11, 19]]}),
        ("2017-11", {"date-parts": [[2017, 11]]}),
        ("2017-11/2018", {"date-parts": [[2017, 11], [2018]]}),
        ("2017-11-17/..", {"literal": "from 17 November 2017"}),
        ("[2017-11-17..2017-11-19]", {"literal": "some time from 17 to 19 November 2017"}),
        ("{2017-11-17,2017-11-19}", {"literal": "17 and 19 November 2017"}),
        ("2017-24", {"literal": "winter 2017–2018"}),
        ("2017-11-17~", {"literal": "about 17 November 2017"}),
    ],
)
def test_an_event_has_its_day_its_span_or_its_date_in_words(text: str, expected: dict[str, Any]) -> None:
    assert csl_item(dated(text))["event-date"] == expected


def test_the_date_of_issue_is_the_version_of_the_records() -> None:
    item = csl_item(claim())
    assert item["issued"] == {"date-parts": [[2026, 11, 22]]}
    assert item["version"] == "2026-11-22"


def test_what_became_of_a_source_stands_beside_the_outcome_where_there_is_room_for_a_note() -> None:
    cited = claim(marks=("This source was withdrawn",))
    note = "Whose word it is: Amaq, in South Front. One voice: Amaq. [This source was withdrawn]"
    assert csl_item(cited)["note"] == note
    assert note in bibtex(cited)


def test_bibtex_has_one_field_a_line_and_keeps_the_address_whole() -> None:
    entry = bibtex(claim()).splitlines()
    assert entry[0] == "@misc{2017-11-17-ambush--losses,"
    assert entry[-1] == "}"
    assert "  title = {{Ten soldiers were killed.}}," in entry
    assert "  month = nov," in entry
    assert "  url = {https://chronology.example/events/2017-11-17-ambush/losses/}," in entry


@pytest.mark.parametrize(
    "text, expected",
    [
        ("100 % & more", r"100 \% \& more"),
        ("a_b #1 $5", r"a\_b \#1 \$5"),
        ("}{", r"\textbraceright{}\textbraceleft{}"),
        ("a\\b", r"a\textbackslash{}b"),
        ("~^", r"\textasciitilde{}\textasciicircum{}"),
        ('say "so"', r"say {\char34}so{\char34}"),
        ("one\n\ntwo\x00", "one two"),
        ("قتيل", "قتيل"),
    ],
)
def test_what_latex_would_take_for_a_command_is_a_character(text: str, expected: str) -> None:
    assert latex(text) == expected


@given(st.text())
def test_latex_can_be_read_back_and_holds_nothing_but_our_commands(text: str) -> None:
    escaped = latex(text)
    assert not re.search(r"[\\{}~^\"#$%&_<>|]", COMMANDS.sub("", escaped))
    back = COMMANDS.sub(lambda match: CHARACTERS.get(match[0], match[0][1:]), escaped)
    kept = "".join(char for char in " ".join(text.split()) if not re.match("[\x00-\x1f\x7f-\x9f\ud800-\udfff]", char))
    assert back == kept


@given(st.text(), st.text(), st.text())
def test_the_braces_of_an_entry_close_where_bibtex_counts_them(text: str, title: str, url: str) -> None:
    entry = bibtex(claim(text=text, chronology=title, url=url))
    depth = lowest = 0
    for char in entry[entry.index("{") + 1 : -1]:
        depth += (char == "{") - (char == "}")
        lowest = min(depth, lowest)
    assert depth == lowest == 0
    assert len(entry.splitlines()) == 9


@given(st.text())
def test_csl_json_holds_the_text_as_it_is(text: str) -> None:
    assert json.loads(csl_json(claim(text=text)))[0]["title"] == text


def test_a_claim_is_cited_at_the_address_of_its_own_page(tmp_path: Path) -> None:
    chronology = linked(tmp_path, {})
    edition = Edition(chronology, site_url="https://chronology.example/well/")
    for context in chronology.claims.values():
        cited = claim_citation(edition, context)
        assert cited.url == f"https://chronology.example/well/events/{context.reference.replace('#', '/')}/"
        assert cited.version == edition.updated
    first = claim_citation(Edition(chronology), next(iter(chronology.claims.values())))
    assert first.url.startswith("events/")


RELAYED = Claimant(("Amaq", "Local sources"), "South Front", place="¶ 3")
UNSAID = Claimant((), "South Front", place="¶ 4")
DENYING = Claimant(("Ministry",), "The ministry’s answer", "denied", is_own=True)


@pytest.mark.parametrize(
    "all_of_them, more, whose, as_cited",
    [
        ((), 0, "", ""),
        (
            (RELAYED,),
            0,
            "Amaq, as reported by Local sources, in South Front, ¶ 3",
            "Amaq, as reported by Local sources, as cited in South Front, ¶ 3",
        ),
        ((UNSAID,), 0, *["South Front, ¶ 4, which does not say whose word it is"] * 2),
        ((Claimant(("Amaq",), is_own=True, place="¶ 2"),), 0, *["Amaq, ¶ 2"] * 2),
        ((DENYING,), 0, *["denied by Ministry, in The ministry’s answer"] * 2),
        (
            (RELAYED, DENYING),
            2,
            (
                "Amaq, as reported by Local sources, in South Front, ¶ 3; denied by Ministry, in The ministry’s "
                "answer; 2 more speakers"
            ),
            (
                "Amaq, as reported by Local sources, as cited in South Front, ¶ 3; denied by Ministry, in The "
                "ministry’s answer; 2 more speakers"
            ),
        ),
    ],
)
def test_a_claim_is_cited_with_whose_word_it_is_and_where_that_stands(
    all_of_them: tuple[Claimant, ...], more: int, whose: str, as_cited: str
) -> None:
    cited = claim(claimants=all_of_them, more=more)
    assert cited.whose() == whose
    assert cited.whose(as_cited=True) == as_cited


@pytest.mark.parametrize("style", [chicago, apa, cite_web, bibtex, csl_json])
def test_every_form_names_who_says_so_and_who_denies_it(style: Callable[[ClaimCitation], str]) -> None:
    told = style(claim(claimants=(RELAYED, DENYING)))
    for name in ("Amaq", "Local sources", "South Front", "denied by Ministry"):
        assert name in told
