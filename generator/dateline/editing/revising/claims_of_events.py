"""The claims of an event's file: taken out, put in, and where each stands."""

from dateline.editing.mending import root_of
from dateline.editing.revising.entries import item_text, node_at, with_item_text, without_item
from dateline.editing.revising.manuscript import Manuscript
from dateline.editing.revising.mentions import plain
from dateline.editing.revising.refusal import RefusalError
from dateline.ground.problems import Code
from dateline.records.types import RecordKind

CLAIMS = ("claims",)


def path_of_claim(manuscript: Manuscript, reference: str) -> str:
    """Return the path of the file that a claim stands in."""
    return manuscript.path_of(RecordKind.EVENT, reference.partition("#")[0])


def place_of(manuscript: Manuscript, reference: str) -> int:
    """Return the number of a claim among those of its event, as the file is to be."""
    claim = reference.partition("#")[2]
    claims = node_at(root_of(manuscript.yaml_of(path_of_claim(manuscript, reference))), CLAIMS)
    for index, item in enumerate(claims.value if claims is not None else ()):
        said = node_at(item, ("id",))
        if said is not None and said.value == claim:
            return index
    raise RefusalError.because(Code.UNKNOWN_CLAIM, f"there is no claim '{reference}' in its file")


def take_out(manuscript: Manuscript, reference: str) -> str:
    """Take a claim out of its event and return it as it was typed; the last one an event keeps."""
    event = reference.partition("#")[0]
    index, path = place_of(manuscript, reference), path_of_claim(manuscript, reference)
    text = manuscript.yaml_of(path)
    claims = node_at(root_of(text), CLAIMS)
    if claims is not None and len(claims.value) == 1:
        message = f"'{reference}' is the only claim of its event, and no event is without one"
        hint = f"dateline remove {event}, or dateline merge event {event} INTO"
        raise RefusalError.because(Code.EVENT_WITHOUT_CLAIM, message, hint)
    taken = item_text(text, CLAIMS, index)
    manuscript.edit(path, without_item, CLAIMS, index)
    return taken


def put_in(manuscript: Manuscript, event: str, typed: str, id_: str) -> None:
    """Put a claim, as it was typed elsewhere, behind the others of an event, under an id of its own there."""
    path = manuscript.path_of(RecordKind.EVENT, event)
    manuscript.edit(path, with_item_text, CLAIMS, typed)
    name_last(manuscript, path, id_)


def name_last(manuscript: Manuscript, path: str, id_: str) -> None:
    """Give the last claim of a file an id."""
    claims = node_at(root_of(manuscript.yaml_of(path)), CLAIMS)
    manuscript.edit(path, with_id, len(claims.value) - 1 if claims is not None else 0, id_)


def with_id(text: str, index: int, id_: str) -> str:
    """Return an event's YAML with another id for one of its claims, in the quotes that it had."""
    node = node_at(root_of(text), (*CLAIMS, index, "id"))
    if node is None:
        raise RefusalError.because(Code.MISSING_KEY, "the claim has no id where it was read")
    start, end = node.start_mark.index, node.end_mark.index
    mark = text[start] if text[start] in {"'", '"'} else ""
    return f"{text[:start]}{f'{mark}{id_}{mark}' if mark else plain(id_)}{text[end:]}"
