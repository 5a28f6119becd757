"""How much readers are not shown: counted, and not named."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from typing import Final

from dateline.ground.languages import Language, marked_many
from dateline.records.types import RecordKind
from dateline.records.types.keeping_back import EMBARGO
from dateline.records.types.named_kinds import CLAIM
from dateline.records.withholding import TEXT, Held

_FORMS: Final = {
    RecordKind.EVENT.value: marked_many("%(count)s event", "%(count)s events"),
    CLAIM: marked_many("%(count)s claim", "%(count)s claims"),
    RecordKind.DISPUTE.value: marked_many("%(count)s dispute", "%(count)s disputes"),
    RecordKind.SOURCE.value: marked_many("%(count)s source", "%(count)s sources"),
    RecordKind.ACTOR.value: marked_many("%(count)s actor", "%(count)s actors"),
    RecordKind.PLACE.value: marked_many("%(count)s place", "%(count)s places"),
    TEXT: marked_many("%(count)s text", "%(count)s texts"),
}


def counted(held: Iterable[Held]) -> Mapping[str, int]:
    """Return how many of each kind are withheld; a claim is counted where its event stays."""
    found = tuple(held)
    events = {one.id for one in found if one.kind == RecordKind.EVENT}
    counts = Counter(one.kind for one in found if one.kind != CLAIM or one.id.partition("#")[0] not in events)
    return {kind: counts[kind] for kind in _FORMS if counts[kind]}


def in_words(held: Iterable[Held], language: Language) -> str:
    """Return the counts in a sentence, or nothing where nothing is withheld."""
    parts = [language.ngettext(*_FORMS[kind], count) for kind, count in counted(held).items()]
    return language.gettext("Withheld from readers: %(what)s.", what=language.listed(parts)) if parts else ""


def by_record(held: Iterable[Held]) -> Mapping[str, tuple[Held, ...]]:
    """Return what is withheld of each record that is shown, "event its-id": claims and texts that readers saw."""
    found: defaultdict[str, list[Held]] = defaultdict(list)
    for one in held:
        if one.kind in {CLAIM, TEXT} and one.withheld.reason != EMBARGO:
            owner = one.id.partition("#")[0]
            found[owner if one.kind == TEXT else f"{RecordKind.EVENT} {owner}"].append(one)
    return {record: tuple(of) for record, of in found.items()}
