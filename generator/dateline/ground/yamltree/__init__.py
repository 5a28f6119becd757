"""YAML text to plain values, refusing what YAML tools read in different ways."""

from dateline.ground.yamltree.mistakes import instead_of_dash, straight
from dateline.ground.yamltree.refusals import MAX_BYTES, MAX_DEPTH
from dateline.ground.yamltree.tree import Loose, Step, Surprise, Tree, read, reads_as_text

__all__ = [
    "MAX_BYTES",
    "MAX_DEPTH",
    "Loose",
    "Step",
    "Surprise",
    "Tree",
    "instead_of_dash",
    "read",
    "reads_as_text",
    "straight",
]
