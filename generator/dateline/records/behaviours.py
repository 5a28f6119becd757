"""As what the words of a chronology behave, where it adds some to those that every chronology has."""

from functools import cached_property

from dateline.records.types import Actor, Dispute, Masthead, Resolution


class Behaving:
    """A part of a chronology: as what its kinds and rules behave."""

    masthead: Masthead

    @cached_property
    def alliances(self) -> frozenset[str]:
        """The kinds of actor that are alliances."""
        return self.masthead.vocabulary.words_like("actor_kinds", "alliance")

    @cached_property
    def media(self) -> frozenset[str]:
        """The kinds of actor that are media."""
        return self.masthead.vocabulary.words_like("actor_kinds", "media")

    def behaves_as(self, actor: Actor) -> str:
        """Return the kind that every chronology has as which an actor behaves."""
        return self.masthead.vocabulary.behaves_as("actor_kinds", actor.kind)

    def is_about_figures(self, dispute: Dispute) -> bool:
        """Return whether a dispute is about what its claims count."""
        return self.masthead.vocabulary.behaves_as("dispute_kinds", dispute.kind) == "figure"

    def keeps_range(self, resolution: Resolution) -> bool:
        """Return whether a dispute was settled by keeping the range of all figures."""
        return self.masthead.vocabulary.behaves_as("resolution_rules", resolution.rule) == "range-kept"
