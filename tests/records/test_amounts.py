"""Numbers as people type them: the message says which keys say the same, and these are accepted."""

# ruff: noqa: RUF001 - signs that look like others are what it is about

import re
from pathlib import Path
from typing import Final

import pytest
from baseline import MEETING, base_text, checked
from dateline.ground.problems import Code, Problem
from dateline.pages.wording.words import amount_in_words
from dateline.records.loading.files import parse_yaml
from dateline.records.loading.validation import validate
from dateline.records.types import Figure, Masthead, Vocabulary
from dateline.records.types.amounts import EXACT_DIGITS, advice, whole
from hypothesis import assume, given
from hypothesis import strategies as st

MASTHEAD: Final = Masthead(title="A", vocabulary=Vocabulary())

TYPED: Final = {
    "50+": "min: 50",
    "1,400": "exact: 1400",
    "1_000": "exact: 1000",
    "1.4e9": "exact: 1400000000",
    "1e3": "exact: 1000",
    "~700": "exact: 700, approximate: true",
    "c. 30": "exact: 30, approximate: true",
    "dozens": "wording: dozens",
    "several hundred": "wording: several hundred",
    "1 200": "exact: 1200",
    "1\u00a0200": "exact: 1200",
    "1\u202f200": "exact: 1200",
    "1'200": "exact: 1200",
    "1’200": "exact: 1200",
    "1.200,5": "exact: 1200.5",
    "1,200.5": "exact: 1200.5",
    "12,34,567": "exact: 1234567",
    "1.200.300": "exact: 1200300",
    "1,5": "exact: 1.5",
    "12.5%": "exact: 12.5, item: per cent",
    "3½": "exact: 3.5",
    "½": "exact: 0.5",
    "1/2": "exact: 0.5",
    "10-12": "min: 10, max: 12",
    "10–12": "min: 10, max: 12",
    "10 to 12": "min: 10, max: 12",
    "between ten and twelve": "min: 10, max: 12",
    "20 000–30 000": "min: 20000, max: 30000",
    "2-3 million": "min: 2000000, max: 3000000",
    "about 100 to 150": "min: 100, max: 150, approximate: true",
    "over 50": "min: 50, wording: over 50",
    ">50": "min: 50, wording: over 50",
    "<= 20": "max: 20",
    "up to 270": "max: 270",
    "at least 50": "min: 50",
    "1.5k": "exact: 1500",
    "1 milliard": "exact: 1000000000",
    "¥1億": 'exact: 100000000, item: "¥"',
    "2万": "exact: 20000",
    "six months to a year": "wording: six months to a year",
    "2 million": "exact: 2000000",
    "two hundred and fifty": "exact: 250",
    "£5": "exact: 5, item: pounds",
    "$8.8 million": "exact: 8800000, item: dollars",
    "0x10": "exact: 16",
    "010": "exact: 10",
    "+5": "exact: 5",
    "١٢٠٠": "exact: 1200",
    "۱۲۰۰": "exact: 1200",
    "１２": "exact: 12",
    "ten": "exact: 10",
    "twenty-five": "exact: 25",
    "a dozen": "exact: 12",
    "nobody": "exact: 0",
    "50 people": 'exact: 50, wording: "50 people"',
    "1000000000000000000000": 'exact: "1000000000000000000000"',
    "123456789.123456789": 'exact: 123456789.123457, approximate: true, wording: "123456789.123456789"',
    "1e400": 'wording: "1e400"',
    "half a million": "exact: 500000",
    "one and a half million": "exact: 1500000",
    "5 and a half": "exact: 5.5",
    "a half": "exact: 0.5",
    "half a dozen": "exact: 6",
    "half the village": "wording: half the village",
    "nobody knows": "wording: nobody knows",
    "three score": "exact: 60",
    "two thirds": "wording: two thirds",
    "nineteen ninety": "wording: nineteen ninety",
    "twenty-five to thirty": "min: 25, max: 30",
    "between two hundred and fifty and three hundred": "min: 250, max: 300",
    "10^21": 'exact: "1000000000000000000000"',
    "1.4×10^9": "exact: 1400000000",
    "1.4 x 10⁹": "exact: 1400000000",
    "1e-5": "exact: 0.00001",
    "100±10": "min: 90, max: 110",
    "100 +/- 10": "min: 90, max: 110",
    "100~150": "min: 100, max: 150",
    "100 to at least 150": 'min: 100, wording: "100 to at least 150"',
    "2031-03-01": 'wording: "2031-03-01"',
    "20s": 'wording: "20s"',
    "10's": 'wording: "10\'s"',
    "3rd": 'wording: "3rd"',
    "10 m high": 'wording: "10 m high"',
    "50/100": 'wording: "50/100"',
    "50 people, 3 dogs": 'wording: "50 people, 3 dogs"',
    "10 km": "exact: 10, unit: km",
    "3-5 miles": 'min: 3, max: 5, unit: "[mi_i]"',
    "5 °C": "exact: 5, unit: Cel",
    "5.5 sq km": "exact: 5.5, unit: km2",
    "5 miles, then 3": 'wording: "5 miles, then 3"',
    "10 min": 'exact: 10, wording: "10 min"',
    "7 out of 12": "exact: 7, out_of: 12",
    "at least 7 of the 12": "min: 7, out_of: 12",
    "12 of 7": 'wording: "12 of 7"',
    "at least 10, at most 20": 'min: 10, max: 20, wording: "at least 10, at most 20"',
    "more than 10 but fewer than 20": "min: 10, max: 20, wording: more than 10 but fewer than 20",
    "-5 to -3": "min: -5, max: -3",
    "-3..-5": "min: -5, max: -3",
    "50-odd": 'min: 50, wording: "50-odd"',
    "100,000-plus": "min: 100000",
    "50-ish": "exact: 50, approximate: true",
    "as many as 40": "max: 40",
    "just under 40": "max: 40, wording: just under 40",
    "€8.8m": "exact: 8800000, currency: EUR",
    "US$ 8.8m": "exact: 8800000, currency: USD",
    "8,8 Mio. EUR": "exact: 8800000, currency: EUR",
    "500 Kč": "exact: 500, currency: CZK",
    "CHF 5'000": "exact: 5000, currency: CHF",
    "5 DOG": 'exact: 5, wording: "5 DOG"',
    "5,-": "exact: 5",
    "5.": "exact: 5",
    "5 quadrillion": 'exact: "5000000000000000"',
    "2,3 Milliarden Euro": 'exact: 2300000000, currency: EUR, wording: "2,3 Milliarden Euro"',
    "10 тыс.": 'exact: 10000, wording: "10 тыс."',
    "5 ملايين": 'exact: 5000000, wording: "5 ملايين"',
    "3万5千人": 'exact: 35000, wording: "3万5千人"',
    "百五十": "exact: 150, wording: 百五十",
    "数十人": "wording: 数十人",
    "20余人": 'min: 20, wording: "20余人"',
    "約100人": "exact: 100, approximate: true, wording: 約100人",
    "5만 명": 'exact: 50000, wording: "5만 명"',
    "au moins 12": "min: 12, wording: au moins 12",
    "entre 10 et 20": "min: 10, max: 20, wording: entre 10 et 20",
    "von 10 bis 20": "min: 10, max: 20, wording: von 10 bis 20",
    "свыше 200": "min: 200, wording: свыше 200",
    "ما لا يقل عن 12": "min: 12, wording: ما لا يقل عن 12",
    "1.234 million": "exact: 1234000",
    "3 de 10": "exact: 3, out_of: 10",
    "personne": "exact: 0, wording: personne",
}
ANYTHING: Final = st.one_of(
    st.lists(st.sampled_from([*"0123456789 ,.'_+-–~<>%$£½/kmeE", "to ", "ten", "million", "about "]), max_size=14).map(
        "".join
    ),
    st.sampled_from(sorted(TYPED)),
)
COUNTS: Final = {"ten": 10, "twenty-five": 25, "two hundred and six": 206, "7": 7, "40": 40, "1,200": 1200, "3.5": 3.5}
COUNTS_AND_HALF: Final = {"7 and a half": 7.5, "ten and a half": 10.5, "one and a half": 1.5}
SCALES: Final = {"": 1, " thousand": 1000, " million": 10**6, " dozen": 12, " score": 20, " lakh": 10**5}
HALVES: Final = {f"half a{scale}": number / 2 for scale, number in SCALES.items() if scale}
STATED: Final = st.one_of(
    st.tuples(
        st.sampled_from(sorted({**COUNTS, **COUNTS_AND_HALF}.items())), st.sampled_from(sorted(SCALES.items()))
    ).map(lambda parts: (f"{parts[0][0]}{parts[1][0]}", parts[0][1] * parts[1][1])),
    st.sampled_from(sorted(HALVES.items())),
    st.tuples(st.sampled_from(["1.4", "3", "25"]), st.sampled_from(["e", "×10^", " x 10^"]), st.integers(-4, 9)).map(
        lambda parts: (f"{parts[0]}{parts[1]}{parts[2]}", float(f"{parts[0]}e{parts[2]}"))
    ),
)
"""A text, and the one number that it states."""
BETWEEN_TWO: Final = [" × ", "^", "*", " / ", ":", " & ", ", ", "; ", "=", " and ", " x ", "+"]
"""What makes of two numbers a text that states no one number."""
UNREAD: Final = ["^", "×", "±", "-", "/", "*", "=", "#", "'s", "-x", "^n"]


def told(figure: str) -> list[Problem]:
    """Return what is said of a figure in braces."""
    document, tree, problems = parse_yaml(figure, "f.yml")
    assert tree is not None
    return problems + validate(tree.value, Figure, document)[1]


@pytest.mark.parametrize("typed", TYPED)
def test_a_number_as_people_type_it_is_told_with_the_keys_that_say_the_same(typed: str) -> None:
    assert advice("exact", typed, {}) == f"write {TYPED[typed]}"
    assert told(f"{{measure: m, {TYPED[typed]}}}") == []


@pytest.mark.parametrize("quote", ["", '"'])
@pytest.mark.parametrize("typed", TYPED)
def test_a_number_as_people_type_it_is_told_once_in_a_record(typed: str, quote: str) -> None:
    if quote and typed == "1000000000000000000000":
        assert told(f'{{measure: m, exact: "{typed}"}}') == []  # so it is written
        return
    if not quote and typed.startswith(">"):
        return  # no YAML: tests/test_yamltree.py
    (problem,) = told(f"{{measure: m, exact: {quote}{typed}{quote}}}")
    assert problem.hint in {f"write {TYPED[typed]}", f"write {typed} without quotes"}
    assert problem.position.column == 21


@given(ANYTHING, st.sampled_from(["exact", "min", "max"]))
def test_whatever_stands_for_a_number_the_keys_that_are_offered_are_accepted(typed: str, key: str) -> None:
    offers = advice(key, typed, {})
    if typed.strip() and offers.startswith("write "):
        for offer in offers.removeprefix("write ").split(", or "):
            assert told(f"{{measure: m, {offer}}}") == [], offer


def offered(typed: str) -> dict[str, float]:
    """Return the numbers that are offered for a text."""
    figure = parse_yaml(f"{{{advice('exact', typed, {}).removeprefix('write ')}}}", "f.yml")[1]
    assert figure is not None
    return {key: float(figure.value[key]) for key in ("exact", "min", "max") if key in figure.value}


@given(STATED)
def test_the_number_that_is_offered_is_the_one_that_the_text_states(stated: tuple[str, float]) -> None:
    typed, number = stated
    assert offered(typed) == {"exact": pytest.approx(number)}
    assert offered(f"at least {typed}") == {"min": pytest.approx(number)}
    assert offered(f"{typed} or so") == {"exact": pytest.approx(number)}


@given(STATED, STATED, st.sampled_from([" to ", "~", " – ", "..."]))
def test_two_numbers_are_offered_as_the_ends_of_a_range(
    one: tuple[str, float], other: tuple[str, float], to: str
) -> None:
    found = offered(f"{one[0]}{to}{other[0]}")
    low, high = found.get("min", found.get("exact")), found.get("max", found.get("exact"))
    assert not found or high == pytest.approx(other[1])
    assert not found or any(low == pytest.approx(one[1] * scale) for scale in SCALES.values())  # 2 to 3 million


@given(STATED, STATED, st.sampled_from(BETWEEN_TWO))
def test_no_number_is_offered_where_a_text_has_two_of_them(
    one: tuple[str, float], other: tuple[str, float], between: str
) -> None:
    assume(
        not re.search(
            r"\d[,x×*^]\d|\d [x×*] ?1|hundred and|(thousand|million|lakh|dozen|score)[,+]? and",
            f"{one[0]}{between}{other[0]}",
        )
    )
    assert offered(f"{one[0]}{between}{other[0]}") == {}


@given(STATED, st.sampled_from(UNREAD))
def test_no_number_is_offered_where_a_sign_beside_it_is_not_read(stated: tuple[str, float], sign: str) -> None:
    assert offered(f"{stated[0]}{sign}") == {}
    assert offered(f"{sign} {stated[0]}") == {}


@pytest.mark.parametrize(
    "key, typed, beside, said",
    [
        ("min", "10-12", {}, "write min: 10, max: 12"),
        ("min", "10-12", {"max": 12}, "write min: 10, max: 12, in the place of min and max"),
        ("max", "50+", {}, "write min: 50"),
        ("exact", "~700", {"approximate": True}, "write exact: 700"),
        ("exact", "dozens", {"wording": "dozens"}, "remove exact: wording says it"),
        ("exact", "over 50", {"wording": "over 50"}, "write min: 50"),
        ("exact", "$5", {"item": "US dollars"}, "write exact: 5"),
        ("max", "inf", {}, "remove max: an open end needs no number"),
        ("max", ".nan", {}, "remove max: an open end needs no number"),
        ("exact", "1.200", {}, "write exact: 1200, or exact: 1.2"),
        ("exact", "2m", {}, "write exact: 2000000, or exact: 2, unit: m"),
        ("exact", "310 K", {}, "write exact: 310000, or exact: 310, unit: K"),
        ("exact", "5 mil", {"wording": "5 mil"}, "write exact: 5000, or exact: 5000000"),
        ("exact", "más de 1.000", {"wording": "w"}, "write min: 1000, or min: 1"),
        ("exact", "unknown", {}, "remove the figure, or say in wording how the report puts it"),
        ("exact", "?", {"wording": "some"}, "remove exact"),
        ("exact", "n/a", {}, "remove the figure, or say in wording how the report puts it"),
        ("min", "不明", {"max": 12}, "remove min"),
        ("exact", "10 miles", {"unit": "km"}, "write exact: 10"),
        ("exact", "2MM", {}, "write exact: 2000000, or exact: 2, unit: mm"),
    ],
)
def test_what_is_offered_minds_the_keys_beside_it(key: str, typed: str, beside: dict[str, object], said: str) -> None:
    assert advice(key, typed, beside) == said


def test_in_a_block_two_keys_are_offered_on_a_line_each() -> None:
    (problem,) = told("measure: m\nexact: 10-12\n")
    assert problem.hint == "write on a line each, min: 10 and max: 12"


@pytest.mark.parametrize(
    "figure, hint",
    [
        ("{measure: m, min: 1,200}", "write min: 1200"),
        ("{measure: m, min: 1,200,300}", "write min: 1200300"),
        ("{measure: m, min: 1,200+, wording: w}", "write min: 1200"),
        ("{measure: m, min: 1,5}", "write min: 1.5"),
        ("{measure: m, exact: 1, 200 people}", 'write wording: "1, 200 people"'),
        ("{measure: m, exact: $8,800,000}", "write exact: 8800000, item: dollars"),
        ("{measure: m, wording: at least ten, perhaps more}", 'write "at least ten, perhaps more" in quotes'),
        ("{measure: m, exact: [10, 12]}", "write min: 10, max: 12"),
        ("{measure: m, exact: {min: 10, max: 12}}", "give min: 10 and max: 12 as keys of the figure itself"),
        ("{measure: m, exact: 1.200}", "write exact: 1200, or exact: 1.2"),
        ("{measure: m, exact: 9007199254740993}", 'write exact: "9007199254740993"'),
    ],
)
def test_a_value_that_a_comma_cuts_in_braces_is_told_as_one(figure: str, hint: str) -> None:
    (problem,) = told(figure)
    assert problem.hint == hint
    assert problem.code in {Code.SURPRISING_TYPE, Code.WRONG_TYPE}


@pytest.mark.parametrize("typed", ["−3.5", "- 3.5", "–3.5", "minus 3.5", "-$3.5", "−€3.5", "$-3.5", "€ −3.5", "-¥3.5"])
def test_a_number_below_zero_is_told_with_how_else_it_is_said(typed: str) -> None:
    (problem,) = told(f"{{measure: m, exact: '{typed}'}}")
    assert (problem.code, problem.hint) == (
        Code.FIGURE_NEGATIVE,
        (
            "write 3.5, and let the measure say which way, such as lost or fell; "
            "of what may go either way, the measure says signed: true, and the number is -3.5"
        ),
    )


@pytest.mark.parametrize("typed, said", [("3rd", "write 3"), ("1,200", "write 1200"), ("three", "write 3"), ("-1", "")])
def test_a_whole_number_as_people_type_it_is_told_in_digits(typed: str, said: str) -> None:
    assert whole(typed) == said


@pytest.mark.parametrize(
    "figure, words",
    [
        (Figure(measure="m", exact=0), "0"),
        (Figure(measure="m", min=50), "at least 50"),
        (Figure(measure="m", max=270), "at most 270"),
        (Figure(measure="m", min=100, max=150, approximate=True), "about 100 to 150"),
        (Figure(measure="m", min=50, approximate=True), "at least about 50"),
        (Figure(measure="m", exact=8800000), "8,800,000"),
        (Figure(measure="m", exact=12.50), "12.5"),
        (Figure(measure="m", exact=0.00001), "0.00001"),
        (Figure(measure="m", exact="1" + 21 * "0"), "1,000,000,000,000,000,000,000"),  # type: ignore[arg-type]
        (Figure(measure="m", exact="9007199254740993"), "9,007,199,254,740,993"),  # type: ignore[arg-type]
        (Figure(measure="m"), "no number given"),
    ],
)
def test_a_figure_is_shown_with_all_its_digits_and_none_that_are_not_there(figure: Figure, words: str) -> None:
    assert amount_in_words(MASTHEAD, figure) == words


@given(st.integers(0, 10**EXACT_DIGITS - 1))
def test_a_whole_number_in_plain_digits_is_taken_as_it_stands(number: int) -> None:
    assert told(f"{{measure: m, exact: {number}}}") == []
    assert amount_in_words(MASTHEAD, Figure(measure="m", exact=number)).replace(",", "") == str(number)


def test_the_cure_in_a_record_is_clean(tmp_path: Path) -> None:
    wrong = base_text(MEETING).replace("min: 20, ", "min: 1,200, ")
    (problem,) = checked(tmp_path, {MEETING: wrong})
    assert problem.hint == "write min: 1200"
    assert checked(tmp_path, {MEETING: wrong.replace("min: 1,200", problem.hint.removeprefix("write "))}) == []
