"""What follows from a change: outcomes, contradictions, pages."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from dateline.editing.comparison.differences import ChangeKind, FoundChange
from dateline.editing.comparison.versions import Version
from dateline.pages.rendering.pages import Page, Renderer
from dateline.pages.rendering.plans import Plan, plans
from dateline.pages.wording import echoes
from dateline.pages.wording.outcomes import OUTCOME_LABEL
from dateline.pages.wording.sections import SECTIONS
from dateline.records.chronology import Chronology
from dateline.records.rules.collisions import Contradiction
from dateline.records.rules.contradictions import contradictions
from dateline.records.rules.standing import Outcome, assessments, echo
from dateline.records.types import Event

_LISTED = frozenset(section.address for section in SECTIONS.values())


@dataclass(frozen=True, slots=True)
class ChangedPages:
    """The addresses of the pages that come, go and change, from the site's root."""

    added: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    contents: Mapping[str, tuple[str, str]] = field(default_factory=dict, repr=False, compare=False)
    """What each of them says before and after, as it is handed to MkDocs; empty where there is no such page."""


def outcome_differences(before: Version, after: Version) -> Iterator[tuple[Event, FoundChange]]:
    """Yield the claims whose outcome changed, with their events; claims of drafts have none."""
    old, new = _outcomes(before.published), _outcomes(after.published)
    for reference, outcome in new.items():
        if reference in old and old[reference] is not outcome:
            context = after.published.claims[reference]
            index = context.event.claims.index(context.claim)
            yield (
                context.event,
                FoundChange(
                    kind=ChangeKind.OUTCOME_CHANGED,
                    steps=("claims", index, "id"),
                    part=context.claim.text,
                    before=_outcome(before.published, reference, old[reference]),
                    after=_outcome(after.published, reference, outcome),
                    claim=context.claim.id,
                ),
            )


def _outcomes(chronology: Chronology) -> dict[str, Outcome]:
    return {
        f"{event.id}#{claim}": found.outcome
        for event in chronology.events.values()
        for claim, found in assessments(chronology, event).items()
    }


def _outcome(chronology: Chronology, reference: str, outcome: Outcome) -> str:
    said = echoes.echo_in_words(echo(chronology, chronology.claims[reference].claim))
    return f"{OUTCOME_LABEL[outcome]} ({said})"


def contradiction_differences(before: Version, after: Version) -> Iterator[tuple[Event, FoundChange]]:
    """Yield the contradictions that one version has and the other lacks."""
    old = {(one.collision, one.references): one for one in contradictions(before.published)}
    new = {(one.collision, one.references): one for one in contradictions(after.published)}
    for key, one in new.items():
        if key not in old:
            yield _contradiction(ChangeKind.CONTRADICTION_FOUND, one)
    for key, one in old.items():
        if key not in new and one.left.event.id in after.chronology.events:
            yield _contradiction(ChangeKind.CONTRADICTION_GONE, one)


def _contradiction(kind: ChangeKind, one: Contradiction) -> tuple[Event, FoundChange]:
    is_gone = kind is ChangeKind.CONTRADICTION_GONE
    said = f"{one.about}: {' and '.join(sorted(one.references))}"
    index = one.left.event.claims.index(one.left.claim)
    steps = ("claims", index, "id")
    found = FoundChange(
        kind=kind,
        steps=steps,
        claim=one.left.claim.id,
        is_gone=is_gone,
        before=said if is_gone else "",
        after="" if is_gone else said,
    )
    return one.left.event, found


def page_differences(before: Version, after: Version, templates: Path, shown: Version) -> ChangedPages | None:
    """Return which pages change, both versions rendered with the same templates; None where one cannot be.

    What they said before is told as of `shown`: the older version without what nobody is told of any more.
    """
    if not (before.is_sound and after.is_sound):
        return None
    old, new = _pages(before, templates), _pages(after, templates)
    other = [address for address in sorted({*old, *new}) if old.get(address) != new.get(address)]
    said = old if shown is before else _pages(shown, templates, frozenset(other))
    return ChangedPages(
        added=tuple(sorted(new.keys() - old.keys())),
        removed=tuple(sorted(old.keys() - new.keys())),
        changed=tuple(sorted(address for address in old.keys() & new.keys() if old[address] != new[address])),
        contents={address: (_text(said.get(address, "")), _text(new.get(address, ""))) for address in other},
    )


def _pages(version: Version, templates: Path, wanted: Collection[str] | None = None) -> Mapping[str, str | bytes]:
    """Return the Markdown pages by their addresses, those that are wanted; what stands beside them is not made."""
    to = Renderer(templates, version.edition)
    made = (page for plan in plans(version.edition) for page in _pages_of(plan, to, wanted))
    return {_address(page.path): page.content for page in made}


def _pages_of(plan: Plan, to: Renderer, wanted: Collection[str] | None) -> Iterator[Page]:
    """Yield the Markdown pages of a plan: its first file where it is the plan of one page."""
    if not plan.path.endswith(".md"):
        yield from (page for page in plan.make(to) if page.path.endswith(".md")) if "." not in plan.path else ()
    elif wanted is None or _address(plan.path) in wanted:
        yield next(plan.make(to))


def _text(content: str | bytes) -> str:
    return content if isinstance(content, str) else content.decode("utf-8", "replace")


def _address(path: str) -> str:
    stem = path.removesuffix(".md")
    address = f"{stem.removesuffix('index')}/".replace("//", "/") if stem != "index" else ""
    return address if address in _LISTED else f"{stem}/" if stem != "index" else ""
