"""Readers' words go through a catalogue: what is collected, how it is filled in, and that nothing in it is trusted."""

import re
import shutil
from pathlib import Path

import messages
import pytest
from babel.messages.pofile import read_po
from dateline.ground.dates import Day, day_in_words, days_in_words, in_words, parse
from dateline.ground.languages import ENGLISH, Language, language_of
from dateline.ground.languages.catalogues import texts_of
from dateline.pages.rendering.pages import _environment
from dateline.pages.rendering.translating import speaking
from dateline.site.compiling import compile_site
from dateline.site.settings import Settings

HOSTILE = "<img src=x onerror=alert(1)>\"'{{ 7 * 7 }}"


def filled(template: str, language: Language = ENGLISH, **values: object) -> str:
    return speaking(_environment(messages.ROOT / "templates"), language).from_string(template).render(**values)


def test_the_template_of_the_catalogues_is_what_make_messages_writes() -> None:
    assert messages.POT.read_text(encoding="utf-8") == messages.as_text(messages.collected())


def test_parts_of_a_sentence_and_facts_in_a_line_are_joined_as_the_language_joins_them() -> None:
    other = Language("xx", {"parts of a sentence\4%(before)s; %(after)s": ("%(before)s، %(after)s",)})
    told = ("one voice", "", "2 papers: 100 % sure", "%(before)s")
    assert ENGLISH.clauses(told) == "one voice; 2 papers: 100 % sure; %(before)s"
    assert other.clauses(told) == "one voice، 2 papers: 100 % sure، %(before)s"
    assert other.facts(told) == ENGLISH.facts(told) == "one voice · 2 papers: 100 % sure · %(before)s"
    assert (ENGLISH.clauses(()), ENGLISH.facts(("", "")), ENGLISH.facts(("a",))) == ("", "", "a")


def test_templates_join_as_the_language_joins_and_escape_what_they_join() -> None:
    joints = {
        "parts of a sentence\4%(before)s; %(after)s": ("%(before)s، %(after)s",),
        "facts in a line\4%(before)s · %(after)s": ("%(after)s <- %(before)s",),
        "a name, and what is told of it\4%(name)s: %(told)s": ("%(told)s (%(name)s)",),
    }
    template = '{{ clauses(("<b>", "", "100 %")) }}|{% call(f) facts((1, 0, 2)) %}<i>{{ f }}</i>{% endcall %}|'
    template += '{{ told_of("<b>", "x" | md) }}'
    assert filled(template) == "&lt;b&gt;; 100 %|<i>1</i> · <i>2</i>|&lt;b&gt;: x"
    other = "&lt;b&gt;، 100 %|<i>2</i> &lt;- <i>1</i>|x (&lt;b&gt;)"
    assert filled(template, Language("xx", joints)) == other


def test_every_message_is_whole_and_has_named_values() -> None:
    for message in messages.collected():
        for text in message.id if isinstance(message.id, tuple | list) else (message.id,):
            plain = re.sub(r"%\(\w+\)s|%%", "", text)
            assert "<" not in plain, text
            assert "{" not in plain, text
            assert "%" not in plain, text
            assert text == text.strip(), text


def test_a_value_and_a_translation_are_both_escaped_where_a_template_prints_them() -> None:
    hostile = Language("de", {"Names": (HOSTILE,), "See %(instead)s.": (f"{HOSTILE} %(instead)s",)})
    for template in (
        '{{ _("Names") }}',
        '{{ _("Names") if 1 else "" }}',
        '<p title="{{ _("Names") }}">',
        "{% trans %}Names{% endtrans %}",
        "{% trans instead=value %}See {{ instead }}.{% endtrans %}",
        '{{ gettext("See %(instead)s.", instead=value) }}',
        '{{ ngettext("Names", "Names", 2, value=value) }}',
        '## {{ plain("Names") | md }}',
        "{% call(x) listed((value, value)) %}{{ x }}{% endcall %}",
    ):
        text = filled(template, hostile, value=HOSTILE).replace('<p title="', "")
        assert "<" not in text, template
        assert "{{" not in text, template
        assert '"' not in text.removesuffix('">'), template


def test_markup_of_the_site_stays_markup_inside_a_message() -> None:
    template = '{% trans b="<b>" | safe, end="</b>" | safe, n=3 %}{{ b }}{{ n }}{{ end }} days{% endtrans %}'
    assert filled(template) == "<b>3</b> days"


def test_whole_numbers_are_written_as_the_language_writes_them() -> None:
    assert ENGLISH.ngettext("%(count)s report", "%(count)s reports", 1234) == "1,234 reports"
    assert Language("de").ngettext("%(count)s report", "%(count)s reports", 1234) == "1.234 reports"


def test_plural_forms_are_those_of_cldr() -> None:
    forms = ("zero", "one", "two", "few", "many", "other")
    arabic = Language("ar", {"%(count)s report": tuple(f"{form} %(count)s" for form in forms)})
    told = [arabic.ngettext("%(count)s report", "%(count)s reports", count) for count in (0, 1, 2, 3, 11, 100)]
    assert [text.split()[0] for text in told] == list(forms)


def test_a_catalogue_is_read_and_what_does_not_fit_its_message_is_left_out(tmp_path: Path) -> None:
    path = tmp_path / "de.po"
    path.write_text(
        'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n\n'
        'msgid "Names"\nmsgstr "Namen"\n\n'
        'msgid "See %(instead)s."\nmsgstr "Siehe %(other)s."\n\n'
        'msgid "All"\nmsgstr "100 % aller"\n\n'
        '#, fuzzy\nmsgid "Days"\nmsgstr "Tage"\n\n'
        'msgctxt "decade"\nmsgid "the %(year)ss"\nmsgstr "%(year)ser"\n\n'
        'msgid "%(count)s claim"\nmsgid_plural "%(count)s claims"\nmsgstr[0] "%(count)s Aussage"\n'
        'msgstr[1] "%(count)s Aussagen"\n',
        encoding="utf-8",
    )
    german = Language("de", texts_of(path))
    assert german.gettext("Names") == "Namen"
    assert german.gettext("See %(instead)s.", instead="x") == "See x."
    assert german.gettext("All") == "All"
    assert german.gettext("Days") == "Days"
    assert german.pgettext("decade", "the %(year)ss", year="1990") == "1990er"
    assert german.gettext("the %(year)ss", year="1900") == "the 1900s"
    assert german.ngettext("%(count)s claim", "%(count)s claims", 1) == "1 Aussage"
    assert german.ngettext("%(count)s claim", "%(count)s claims", 2) == "2 Aussagen"


def test_a_language_without_a_catalogue_is_english() -> None:
    assert language_of("ar") is ENGLISH
    assert language_of("en-GB").code == "en-GB"


@pytest.mark.parametrize(
    "code, words",
    [
        ("en", ["17 November 2017", "Friday, 17 November 2017", "11 to 13 November 2017", "November 2017", "33 CE"]),
        (
            "de",
            ["17. November 2017", "Freitag, 17. November 2017", "11. to 13. November 2017", "November 2017", "33 CE"],
        ),
        ("zh", ["2017年11月17日", "2017年11月17日星期五", "2017年11月11日 to 2017年11月13日", "2017年11月", "33年 CE"]),
    ],
)
def test_dates_are_written_as_the_language_writes_them(code: str, words: list[str]) -> None:
    language = Language(code)
    day = Day(2017, 11, 17)
    assert [
        in_words(parse("2017-11-17"), language),
        day_in_words(day, language),
        days_in_words(Day(2017, 11, 11), Day(2017, 11, 13), language),
        in_words(parse("2017-11"), language),
        in_words(parse("0033"), language),
    ] == words


def test_the_template_of_the_catalogues_can_be_read() -> None:
    with messages.POT.open("rb") as file:
        assert len(read_po(file)) > 500


def test_what_the_records_say_is_marked_where_the_pages_do_not_speak_their_language(tmp_path: Path) -> None:
    english = compiled(tmp_path / "en", "en")
    assert ' dir="' not in english["days/2031-03-03.md"]
    arabic = compiled(tmp_path / "ar", "ar")
    day = arabic["days/2031-03-03.md"]
    assert '{: #2031-03-03-well-closed lang="ar" dir="rtl" }' in day
    assert re.search('<h3 class=dl-claim__text id="[^"]+" lang="ar" dir="rtl">', day)
    assert '<bdi lang="ar" dir="rtl">' in day
    assert '<html lang="en">' in arabic["days/2031-03-03/cite.html"]
    # Without the marks it says the same, word for word.
    unmarked = {
        path: re.sub(r'<bdi lang="ar" dir="rtl">([^<]*)</bdi>| lang="ar" dir="rtl"', r"\1", page)
        for path, page in arabic.items()
    }
    assert unmarked["places/index.md"] == english["places/index.md"]


def compiled(root: Path, language: str) -> dict[str, str]:
    shutil.copytree(messages.ROOT / "tests" / "cases" / "base", root)
    masthead = root / "content" / "chronology.yml"
    text = masthead.read_text(encoding="utf-8")
    masthead.write_text(re.sub("(?m)^language: .*$", f"language: {language}", text), encoding="utf-8")
    settings = Settings(root=root, content=root / "content", templates=messages.ROOT / "templates")
    return {page.path: str(page.content) for page in compile_site(settings).pages}
