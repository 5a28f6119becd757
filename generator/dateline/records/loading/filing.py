"""Where a file belongs: the kind of a record told by its keys, the name that a file should bear."""

import re
from collections.abc import Mapping
from functools import cache
from pathlib import PurePath
from typing import Final, Literal, get_args, get_origin

from dateline.ground.yamltree import Surprise
from dateline.records.loading.cures import required_keys, words_of
from dateline.records.types import RecordKind, Vocabulary, type_of_kind
from dateline.records.types.fields import nearest_id
from dateline.records.types.shapes import bare, keys_of
from dateline.records.types.standard_words import STANDARD_WORDS

_YEAR: Final = re.compile(r"-?\d{4}")
_SURE: Final = 2
"""By so many keys another kind must fit better before a record is said to be of it."""
_LEAST_KEYS: Final = 3
_TEXTS: Final = (
    *(".pdf", ".html", ".htm", ".mhtml", ".mht", ".eml", ".docx", ".doc", ".odt", ".rtf", ".epub", ".srt", ".vtt"),
    *(".jpg", ".jpeg", ".png", ".mp3", ".mp4"),
)
"""How texts, pictures and recordings end that sources are records of."""
_OF_TEXTS: Final = (
    "a text to cite is no record: keep it outside content/; dateline source add FILE makes a record of it"
)
_HIDDEN_ENDINGS: Final = (".yml.txt", ".yaml.txt", ".md.txt")
_JUNK: Final = re.compile(r"thumbs\.db|desktop\.ini|.*~|.*\.(bak|orig|rej|swp|tmp)|#.*#|~\$.*|icon\s?", re.IGNORECASE)
_FOR_PEOPLE: Final = re.compile(r"(?:read-?me|change-?log|todo|licen[cs]e|contributing)(?:\.[a-z]+)?", re.IGNORECASE)
"""Files that tell people about a folder, and are no records."""
_KEY_LINE: Final = re.compile(r"[a-z_]+:(?: |$)")
_LIKE_A_FENCE: Final = re.compile(r"\s*(?:[-–—−_=*~+`]{1,6}|- - -|\.\.\.|`{3}\w*)\s*")


def kind_of_keys(value: Mapping[str, object], vocabulary: Vocabulary) -> RecordKind | None:
    """Return the kind of record that keys are of, where they are plainly of one."""
    misfits = {kind: _misfits(kind, value, vocabulary) for kind in RecordKind}
    best = min(misfits, key=lambda kind: misfits[kind])
    rivals = sorted(misfits.values())
    is_plain = len(value) >= _LEAST_KEYS and misfits[best] < len(value) / 2
    return best if is_plain and rivals[1] - rivals[0] >= 1 else None


def misfiled(
    kind: RecordKind, value: Mapping[str, object], stem: str, vocabulary: Vocabulary
) -> tuple[RecordKind, str] | None:
    """Return of what kind a record among those of `kind` is, and where it belongs; None where it may be of it."""
    if kind is RecordKind.ACTOR and is_by_its_word(RecordKind.PLACE, value, vocabulary):
        return RecordKind.PLACE, home(RecordKind.PLACE, stem, value)
    other = kind_of_keys(value, vocabulary)
    if other is None or other is kind:
        return None
    misfits, of_other = _misfits(kind, value, vocabulary), _misfits(other, value, vocabulary)
    if misfits - of_other < (_SURE if of_other else 1):
        return None
    return other, home(other, stem, value)


def is_by_its_word(kind: RecordKind, value: Mapping[str, object], vocabulary: Vocabulary) -> bool:
    """Return whether keys that are an actor's and a place's alike are of `kind`, as only it has the word at `kind`."""
    of_actors, place_kinds, word = vocabulary.terms("actor_kinds"), vocabulary.place_kinds, value.get("kind")
    own, other = (of_actors, place_kinds) if kind is RecordKind.ACTOR else (place_kinds, of_actors)
    known = {"id", "body", *keys_of(type_of_kind[kind])}
    return isinstance(word, str) and word in own and word not in other and value.keys() <= known


def home(kind: RecordKind, stem: str, value: Mapping[str, object] | None = None) -> str:
    """Return the path of a record's file from the project's root."""
    year = _year(value or {}, stem) if kind is RecordKind.EVENT else ""
    return f"content/{kind.folder}/{year}{proper_stem(stem)}{kind.suffix}"


def _misfits(kind: RecordKind, value: Mapping[str, object], vocabulary: Vocabulary) -> int:
    """Count the keys that a kind has not, and those that it needs and that are not there."""
    own = {"id", "body"}
    record_type = type_of_kind[kind]
    lacking = set(required_keys(record_type)) - own - value.keys()
    strangers = [
        key
        for key, known in _keys_of_words(record_type).items()
        if isinstance(word := value.get(key), str)
        and word not in (vocabulary.terms(known) if isinstance(known, str) else known)
    ]
    return len(value.keys() - set(keys_of(record_type)) - own) + len(lacking) + len(strangers)


@cache
def _keys_of_words(record_type: type) -> dict[str, str | tuple[str, ...]]:
    """Return the keys that take one word of some: its words, or the list of the vocabulary that has them."""
    found: dict[str, str | tuple[str, ...]] = {}
    for key, annotation in keys_of(record_type).items():
        if get_origin(bare(annotation)) is Literal:
            found[key] = get_args(bare(annotation))
        if (list_name := words_of(annotation)) in STANDARD_WORDS:
            found[key] = list_name
    return found


def _year(value: Mapping[str, object], stem: str) -> str:
    date = value.get("date")
    text = date.text if isinstance(date, Surprise) else str(date or "")
    year = _YEAR.match(text) or _YEAR.match(stem)
    return f"{year[0]}/" if year else ""


def proper_stem(stem: str) -> str:
    """Return the id that is nearest to a file's name."""
    return nearest_id(stem)


def stem_without_endings(name: str) -> str:
    """Return the id that a file would have whose name ends otherwise than its kind's."""
    return proper_stem(re.split(r"\.(?:yml|yaml|md|txt|json|markdown)\b", name.strip().rstrip(".").lower())[0])


def _advice_for_no_record(name: str) -> str:
    """Return what to do with a file that nobody meant for a record; nothing where somebody may have."""
    if _JUNK.fullmatch(name):
        return "remove it: some program left it"
    return "move it out of this folder, in which only records stand" if _FOR_PEOPLE.fullmatch(name) else ""


def advice_for_id(path: PurePath, taken: str) -> str:
    """Return how a file is renamed whose name is no id; `taken` is the file that has the nearest id, if any."""
    stem = proper_stem(path.stem)
    if advice := _advice_for_no_record(path.name):
        return advice
    if not stem:
        return "rename the file: a-z, 0-9 and single hyphens"
    if taken:
        return f"'{stem}' would be the name of {taken} too: put the two together, or give one another name"
    return f"rename the file: {stem}{path.suffix.strip().lower()}"


def advice_for_ending(name: str, kind: RecordKind) -> str:
    """Return what to do with a file among records of `kind` whose name ends otherwise than theirs."""
    folded = name.strip().rstrip(".").lower()
    renamed = f"rename it {stem_without_endings(name)}{kind.suffix}"
    if advice := _advice_for_no_record(folded):
        return advice
    if folded.endswith(_HIDDEN_ENDINGS):
        return f"{renamed}; Windows hides the ending .txt until 'File name extensions' is ticked"
    if kind is RecordKind.SOURCE and folded.endswith(_TEXTS):
        return _OF_TEXTS
    if folded != name or folded.endswith((kind.suffix, ".yaml", ".markdown")):
        return renamed if kind.suffix != ".md" or not folded.endswith(".yaml") else _with_fences(renamed)
    return _of_the_other_form(folded, kind, renamed)


def _of_the_other_form(folded: str, kind: RecordKind, renamed: str) -> str:
    """Return what to do with a file that is Markdown where YAML belongs or the reverse, or neither."""
    if kind.suffix == ".md" and folded.endswith(".yml"):
        return _with_fences(renamed)
    if kind.suffix == ".yml" and folded.endswith(".md"):
        return f"{renamed}, and take out its lines of ---; what stands below them goes into note"
    return f"{kind.folder} are files ending in {kind.suffix}"


def _with_fences(renamed: str) -> str:
    return f"{renamed}, and put a line of --- above and below its keys"


def advice_for_fences(text: str) -> tuple[str, str]:
    """Return what is wrong with the front matter of a text, and what to do."""
    lines = text.split("\n")
    first = next((number for number, line in enumerate(lines) if line.strip()), 0)
    general = "put the record's keys between two lines of ---, above the text"
    if lines[first].rstrip() == "---" and first:
        return "the first line is not ---", f"remove the empty line{'s' if first > 1 else ''} above it"
    if _LIKE_A_FENCE.fullmatch(lines[first]) and lines[first].rstrip() != "---":
        return f"the first line is '{lines[first].rstrip()}', not ---", "type three hyphens, ---, at its very beginning"
    if _KEY_LINE.match(lines[first]):
        return "the first line is not ---", general
    if lines[first].rstrip() != "---":
        return "the first line is not ---", general
    closing = next((number for number in range(first + 1, len(lines)) if _LIKE_A_FENCE.fullmatch(lines[number])), None)
    if closing is not None:
        said = f"line {closing + 1} is '{lines[closing].rstrip()}'"
        return f"no second line of --- ends the front matter; {said}", "type three hyphens, ---, there"
    last = first
    while last + 1 < len(lines) and (_KEY_LINE.match(lines[last + 1]) or lines[last + 1].startswith((" ", "- "))):
        last += 1
    return "no second line of --- ends the front matter", f"put a line of --- below line {last + 1}, under the last key"


def with_article(kind: RecordKind) -> str:
    """Return the kind with its article: an event."""
    return f"an {kind}" if kind.value[0] in "ae" else f"a {kind}"


def fences_for(before: RecordKind, after: RecordKind) -> str:
    """Return what changes in a file that becomes a record with front matter, or one without."""
    if before.suffix == after.suffix:
        return ""
    return ", with a line of --- above and below its keys" if after.suffix == ".md" else ", without its lines of ---"
