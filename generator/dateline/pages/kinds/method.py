"""The method page: what the words mean, with the vocabulary."""

from dataclasses import dataclass
from typing import ClassVar

from dateline.ground.provenance import RECIPE
from dateline.pages.shared.edition import Edition
from dateline.pages.shared.views import Tools
from dateline.pages.wording import outcomes, told_rules, words
from dateline.pages.wording.sections import METHOD
from dateline.records.rules.standing import Outcome


@dataclass(frozen=True, slots=True)
class MethodView:
    """The method page: what the editors write, and what the engine derives."""

    template: ClassVar[str] = "method"
    address: ClassVar[str] = "method/"
    title: str
    description: str
    body: str
    outcomes: tuple[tuple[str, str, str], ...]
    statuses: tuple[tuple[str, str, str], ...]
    """What is said of disputes alone: each with its word and meaning."""
    stances: tuple[tuple[str, str, str], ...]
    bases: tuple[tuple[str, str], ...]
    settling: str
    """How a dispute is settled, as a sentence."""
    placing: str
    """Who is on a side, as sentences; empty where the chronology has none."""
    recipe: str
    tools: Tools
    edit_path: str | None


def method_view(edition: Edition) -> MethodView:
    """Return the method page."""
    page = edition.chronology.pages.get("method")
    masthead, language = edition.chronology.masthead, edition.language
    return MethodView(
        title=page.head.title if page else language.gettext(METHOD),
        description=(page.head.description if page else None)
        or language.gettext("How records come about and how to read them."),
        body=page.document.body if page else "",
        outcomes=tuple(
            (
                one.value,
                language.gettext(outcomes.OUTCOME_LABEL[one]),
                language.gettext(outcomes.OUTCOME_MEANING[one]),
            )
            for one in Outcome
        ),
        statuses=tuple(
            (word, language.gettext(label), language.gettext(meaning))
            for word, (label, meaning) in words.STATUS_MEANING.items()
        ),
        stances=tuple(
            (stance, language.gettext(label), language.gettext(words.STANCE_MEANING[stance]))
            for stance, label in words.STANCE_LABEL.items()
        ),
        bases=tuple((basis, language.gettext(label)) for basis, label in words.BASIS_LABEL.items()),
        settling=told_rules.settling(masthead, language),
        placing=told_rules.placing(masthead, language),
        recipe=RECIPE.rstrip(),
        tools=edition.page_tools(page.document.path, MethodView.address) if page else Tools(),
        edit_path=page.document.path if page else None,
    )
