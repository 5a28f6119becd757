"""Records put in their form without a change of meaning: white space, quotes, the order of keys."""

from generator.mending.nodes import end_of, meaning, root_of
from generator.mending.records import FORMS, form_of, mended
from generator.mending.space import unified
from generator.mending.spelling import respelled

__all__ = ["FORMS", "end_of", "form_of", "meaning", "mended", "respelled", "root_of", "unified"]
