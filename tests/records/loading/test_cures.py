"""A value of the wrong shape: what the message says to write is right once it is written."""

import json
import re
from functools import cache, lru_cache
from typing import Any, Final, Literal, get_args, get_origin

import pytest
import yaml
from dateline.ground.problems import Code, Problem
from dateline.records.loading.cures import cure, required_keys, words_of
from dateline.records.loading.files import parse_yaml
from dateline.records.loading.typed_references import BLANK
from dateline.records.loading.validation import validate
from dateline.records.types import Citation, Corrected, Event, Graveyard, Masthead, Report, Standpoint, type_of_kind
from dateline.records.types.shapes import bare, inside, keys_of, record_type_of, takes_number

TYPES: Final[list[type]] = [*type_of_kind.values(), Masthead, Graveyard]
IN_PROSE: Final = frozenset({Code.UNKNOWN_KEY, Code.BAD_DATE, Code.BAD_URL, Code.BAD_VALUE})
"""What is told with words to go by, not with text to put in."""
FILLED: Final = ", with your own for …"
SHAPES: Final = [
    *[
        "text",
        "a text, with a comma",
        "one-id",
        "'2031-03-02'",
        "17",
        "-3",
        "1.5",
        "no",
        "true",
        "1:30",
        "https://a.example/b",
    ],
    *[
        "[one]",
        "[one, two]",
        "[1, 2]",
        "[{one: two}]",
        "{one: two}",
        "{a: {b: c}}",
        "[[one]]",
        "{place: one, until: 2030}",
    ],
    *["{actor: one}", "[{actor: one, role: two}, {actor: three}]", "[{name: One, until: 2020}, {name: Two}]"],
    *[
        "\n  one: two",
        "\n  - one",
        "\n  - one: two\n  - three: four",
        "|\n  text\n",
        '"[one]"',
        "ten",
        "yes",
        "3rd",
        "p3",
        "gazette-2031#p3",
    ],
]


def sample(annotation: Any, key: str = "") -> Any:  # noqa: PLR0911 - one for each shape
    """Return a value that a key takes."""
    record_type = record_type_of(annotation)
    kind = bare(annotation)
    if record_type is not None:
        keys = keys_of(record_type)
        return {name: sample(keys[name], name) for name in required_keys(record_type)}
    if get_origin(kind) is tuple:
        one = sample(inside(annotation), key)
        return [one, {**one, "id": "other"}] if key == "positions" else [one]
    if get_origin(kind) is dict:
        return {key_of(kind): sample(inside(annotation))}
    if get_origin(kind) is Literal:
        return get_args(kind)[0]
    if kind in {int, float}:
        return 1
    if kind is bool:
        return True
    if kind is str:
        words = {"claims": "a#b"}.get(words_of(annotation), "one")
        return {
            "url": "https://a.example/",
            "same_as": "https://a.example/",
            "unit": "km",
            "currency": "EUR",
            "sha256": "0" * 64,
            "language": "en",
            "until": "never",
            "image": "one.jpg",
        }.get(key, words)
    return "published" if key == "state" else "2031-03-02"


def sample_of(record_type: type) -> Any:
    """Return a record of a type, anew, with no key that it can do without."""
    return json.loads(_sample_as_text(record_type))


@cache
def _sample_as_text(record_type: type) -> str:
    return json.dumps(sample(record_type))


def key_of(annotation: Any) -> str:
    """Return a key that a mapping takes: the name of a claim, or a language."""
    return "a#b" if words_of(get_args(bare(annotation))[0]) == "claims" else "en"


def at_every_key(record_type: type, steps: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Return the steps to every key of a record type, into its lists and the keys below."""
    found: list[tuple[Any, ...]] = []
    for key, annotation in keys_of(record_type).items():
        if key == "id" and not steps:
            continue
        found.append((*steps, key))
        of = inside(annotation)
        below = record_type_of(annotation) or record_type_of(of)
        inner = (
            ()
            if record_type_of(annotation)
            else (key_of(annotation),)
            if get_origin(bare(annotation)) is dict
            else (0,)
        )
        found += [(*steps, key, *inner)] if of is not None else []
        found += at_every_key(below, (*steps, key, *inner)) if below else []
    return found


def put(whole: Any, steps: tuple[Any, ...], value: Any, record_type: Any) -> None:
    """Put a value where `steps` lead, with samples of what is on the way."""
    here, annotation = whole, record_type
    for step in steps[:-1]:
        annotation = (
            keys_of(record_type_of(annotation) or type)[step] if record_type_of(annotation) else inside(annotation)
        )
        here = here[step] if isinstance(here, list) else here.setdefault(step, sample(annotation, str(step)))
    here[steps[-1]] = value
    if steps[-1] == "at" and "source" in here:
        here.pop("paragraph", None)  # a citation names one of the two


class Typed(str):
    """YAML that stands in a file as it is."""

    __slots__ = ()


def dumped(value: Any, indent: int = 0) -> str:
    """Write a record in blocks, with one part as it is typed."""
    pad = " " * indent
    if isinstance(value, Typed):
        return f"{str(value).replace(chr(10), chr(10) + pad)}\n"
    if isinstance(value, dict) and value:
        inner = "".join(f"{pad}{key}: {dumped(one, indent + 2)}" for key, one in value.items())
        return f"\n{inner}"
    if isinstance(value, list) and value:
        return "\n" + "".join(f"{pad}- {_entry(one, indent + 2)}" for one in value)
    return _scalar(value) if isinstance(value, str | int) else f"{value}\n"  # an empty list or mapping


@lru_cache(maxsize=None, typed=True)
def _scalar(value: str | int) -> str:
    return f"{yaml.safe_dump(value, default_flow_style=True, allow_unicode=True).split(chr(10))[0]}\n"


def _entry(value: Any, indent: int) -> str:
    text = dumped(value, indent)
    return text if isinstance(value, Typed) else text.lstrip()


def as_texts(text: str) -> Any:
    """Read YAML with every value as text, blanks among them."""
    return yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506 - it makes texts, lists and mappings alone


def problems_of(whole: Any, record_type: type) -> list[Problem]:
    document, tree, problems = parse_yaml(dumped(whole).lstrip("\n"), "f.yml")
    assert tree is not None, (problems, dumped(whole))
    value = tree.value
    if "id" in keys_of(record_type):
        value["id"] = "x"
    return problems + validate(value, record_type, document)[1]


def written(hint: str) -> str | None:
    """Return what a hint says to write, if it says anything."""
    if not hint.startswith("write "):
        return None
    text = hint.removeprefix("write ").removesuffix(" in quotes").split(FILLED)[0].removeprefix("one: ")
    for end in ("; one is all", "; there is no key", "; former names", "; other names"):
        text = text.split(end)[0]
    return text


def filled(annotation: Any, value: Any, key: str = "") -> Any:
    """Replace each blank by what belongs there."""
    if value == BLANK:
        return sample(annotation, key)
    record_type = record_type_of(annotation)
    if isinstance(value, list):
        return [filled(inside(annotation), one, key) for one in value]
    if isinstance(value, dict):
        if record_type is None and get_origin(bare(annotation)) is tuple:  # one where there may be several
            return filled(inside(annotation), value, key)
        keys = keys_of(record_type) if record_type else None
        return {
            (key_of(annotation) if name == BLANK else name): filled(
                keys[name] if keys else inside(annotation), one, str(name)
            )
            for name, one in value.items()
        }
    return int(value) if takes_number(annotation) else value  # all is text where a blank is


def annotation_at(record_type: type, steps: tuple[Any, ...]) -> Any:
    annotation: Any = record_type
    for step in steps:
        of = record_type_of(annotation)
        annotation = keys_of(of)[step] if of else inside(annotation)
    return annotation


def place_of(record_type: type, steps: tuple[Any, ...]) -> tuple[Any, ...]:
    """Return which key of which type steps lead to: a citation's are those of every citation."""
    annotation: Any = record_type
    holder, from_holder = record_type, steps
    for number, step in enumerate(steps):
        if of := record_type_of(annotation):
            holder, from_holder = of, steps[number:]
        annotation = keys_of(of)[step] if of else inside(annotation)
    return holder, from_holder


PLACES: Final = list(
    {
        place_of(record_type, steps): (record_type, steps)
        for record_type in TYPES
        for steps in at_every_key(record_type)
    }.values()
)


def test_a_sample_of_each_record_type_has_no_problem() -> None:
    for record_type in TYPES:
        assert problems_of(sample(record_type), record_type) == []


@pytest.mark.parametrize(
    "record_type, steps", PLACES, ids=[f"{kind.__name__}.{'.'.join(map(str, steps))}" for kind, steps in PLACES]
)
def test_what_a_message_says_to_write_is_accepted_in_every_key_for_every_shape(
    record_type: type, steps: tuple[Any, ...]
) -> None:
    annotation = annotation_at(record_type, steps)
    if steps[-1] in {"min", "max", "exact", "out_of"}:
        return  # told with the keys beside them: tests/test_amounts.py
    for shape in SHAPES:
        whole = sample_of(record_type)
        put(whole, steps, Typed(shape), record_type)
        told = problems_of(whole, record_type)
        offers = [text for problem in told if (text := written(problem.hint)) is not None]
        if len(told) != 1 or len(offers) != 1 or told[0].code in IN_PROSE:
            continue
        here = yaml.safe_load(shape.replace("3rd", "'3rd'")) if shape.startswith(("[", "\n", "{")) else None
        inner = _refused_part(whole, record_type, steps, told[0], here)
        if inner is None:
            continue
        where, wanted = inner
        offer = re.split(r",? or ", offers[0])[0].removeprefix(f"{where[-1]}: ")
        value = filled(wanted, as_texts(offer), str(where[-1])) if BLANK in offer else Typed(offer)
        mended = sample_of(record_type)
        put(mended, steps, as_texts(shape), record_type)
        put(mended, where, value, record_type)
        assert problems_of(mended, record_type) == [], (shape, str(told[0]))
        assert annotation is not None


@pytest.mark.parametrize(
    "annotation, value, said",
    [
        (Citation, "gazette-2031-03-04#p3", "write {source: gazette-2031-03-04, paragraph: 3}"),
        (Citation, "gazette-2031-03-04#3", "write {source: gazette-2031-03-04, paragraph: 3}"),
        (Citation, "gazette-2031-03-04, paragraph 3", "write {source: gazette-2031-03-04, paragraph: 3}"),
        (Citation, ["gazette-2031-03-04", 3], "write {source: gazette-2031-03-04, paragraph: 3}"),
        (Citation, [3, "gazette-2031-03-04"], "write {source: gazette-2031-03-04, paragraph: 3}"),
        (Citation, ["gazette-2031-03-04", "paragraph 3"], "write {source: gazette-2031-03-04, paragraph: 3}"),
        (Citation, "gazette-2031-03-04 3", "write {source: gazette-2031-03-04, paragraph: 3}"),
        (Citation, "gazette-2031-03-04:3", "write {source: gazette-2031-03-04, paragraph: 3}"),
        (Citation, "gazette-2031-03-04 (¶3)", "write {source: gazette-2031-03-04, paragraph: 3}"),
        (Citation, "gazette-2031-03-04.yml, p. 3", "write {source: gazette-2031-03-04, paragraph: 3}"),
        (Citation, "source:gazette-2031-03-04#p3", "write {source: gazette-2031-03-04, paragraph: 3}"),
        (Citation, "paragraph 3 of gazette-2031-03-04", "write {source: gazette-2031-03-04, paragraph: 3}"),
        (Citation, "gazette-2031-03-04, paragraph three", "write {source: gazette-2031-03-04, paragraph: 3}"),
        (Citation, "¶ 3", "write {source: …, paragraph: 3}, with your own for …"),
        (Citation, "gazette-2031-03-04, paragraph 0", "write {source: …, paragraph: …}, with your own for …"),
        (
            Citation,
            ["gazette-2031-03-04", 1, 2],
            "cite one paragraph here, and give each other one a report of its own",
        ),
        (Citation, ["crier", "gazette"], "it takes one entry: keep one, without its '- ', and name the others in note"),
        (Citation, "gazette-2031-03-04", "write {source: gazette-2031-03-04, paragraph: …}, with your own for …"),
        (inside(keys_of(Event)["places"]), "Winter Palace", "write {place: winter-palace}"),
        (inside(keys_of(Event)["places"]), "Café d'Orient", "write {place: cafe-d-orient}"),
        (
            inside(keys_of(Event)["places"]),
            "Near the old well.",
            "write {note: Near the old well., place: …}, with your own for …",
        ),
        (keys_of(Citation)["paragraph"], "p3", "write 3"),
        (keys_of(Citation)["paragraph"], "¶ 3", "write 3"),
        (keys_of(Corrected)["paragraphs"], 1, "write [1]"),
        (keys_of(Corrected)["paragraphs"], "p1, p3", "write [1, 3]"),
        (keys_of(Corrected)["paragraphs"], "all", "write […], with your own for …"),
    ],
)
def test_a_paragraph_as_people_cite_it_is_told_with_its_number(annotation: Any, value: Any, said: str) -> None:
    assert cure(annotation, value) == said


@pytest.mark.parametrize(
    "key, value, said",
    [
        ("by", "clerk", "[clerk]"),
        ("by", {"actor": "clerk"}, "[clerk]"),
        ("by", {"clerk": None}, "[clerk]"),
        ("by", "clerk and council", "[clerk, council]"),
        ("by", "clerk; council", "[clerk, council]"),
        ("by", "actors/clerk.md", "[clerk]"),
        ("by", "actor:clerk", "[clerk]"),
        ("by", "clerk.md", "[clerk]"),
        ("by", "the clerk", "[…], with your own for …"),
        ("claims", "meeting#held", "[meeting#held]"),
        ("claims", "meeting/held", "[meeting#held]"),
        ("claims", "claim:meeting#held", "[meeting#held]"),
        ("claims", {"meeting": "held"}, "[meeting#held]"),
        ("claims", {"event": "meeting", "claim": "held"}, "[meeting#held]"),
        ("claims", "meeting", "[…], with your own for …"),
        ("places", {"old-well": None}, "[{place: old-well}]"),
        ("places", "old-well", "[{place: old-well}]"),
    ],
)
def test_ids_in_another_shape_are_told_as_the_list_that_they_are(key: str, value: Any, said: str) -> None:
    holder = {"by": Report, "claims": Standpoint, "places": Event}[key]
    assert cure(keys_of(holder)[key], value, key=key, holder=holder) == f"write {said}"


@pytest.mark.parametrize(
    "right, wrong",
    [
        ("{source: gazette, paragraph: 3}", "{gazette-2031: 3}"),
        ("{source: gazette, paragraph: 3}", "{id: gazette-2031, paragraph: 3}"),
        ("{source: gazette, paragraph: 3}", "{source: gazette-2031, n: 3}"),
    ],
)
def test_keys_that_a_citation_does_not_have_are_told_with_the_citation(right: str, wrong: str) -> None:
    report = f"title: T\ndate: 2031\nkind: k\nclaims: [{{id: c, text: t, reports: [{{cite: {right}}}]}}]\n"
    document, tree, _ = parse_yaml(report.replace(right, wrong), "f.yml")
    assert tree is not None
    problems = validate({**tree.value, "id": "x"}, Event, document)[1]
    hints = [problem.hint for problem in problems if problem.code is Code.UNKNOWN_KEY]
    assert hints == ["write {source: gazette-2031, paragraph: 3}"]


def test_a_source_beside_a_report_is_told_as_its_citation() -> None:
    report = "{by: [clerk], source: gazette-2031, paragraph: 3}"
    text = f"title: T\ndate: 2031\nkind: k\nclaims: [{{id: c, text: t, reports: [{report}]}}]\n"
    document, tree, _ = parse_yaml(text, "f.yml")
    assert tree is not None
    problems = validate({**tree.value, "id": "x"}, Event, document)[1]
    hints = {problem.hint for problem in problems if problem.code is Code.UNKNOWN_KEY}
    assert hints == {"write cite: {source: gazette-2031, paragraph: 3}"}


def _refused_part(
    whole: Any, record_type: type, steps: tuple[Any, ...], problem: Problem, here: Any
) -> tuple[tuple[Any, ...], Any] | None:
    """Return the steps to what was refused, which may lie in the value that was put in."""
    document, _, _ = parse_yaml(dumped(whole).lstrip("\n"), "f.yml")
    candidates = [steps]
    if isinstance(here, list):
        candidates += [(*steps, index) for index in range(len(here))]
    found = [where for where in candidates if document.position(where) == problem.position]
    where = (
        found[-1]
        if found and len(found) > 1 and inside(annotation_at(record_type, steps))
        else found[0]
        if found
        else None
    )
    return None if where is None else (where, annotation_at(record_type, where))
