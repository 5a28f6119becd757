"""YAML text to plain values, refusing what YAML tools read in different ways."""

from generator.yamltree.mistakes import instead_of_dash
from generator.yamltree.reading import Loose, Step, Surprise, Tree, read, reads_as_text
from generator.yamltree.refusals import MAX_BYTES, MAX_DEPTH

__all__ = ["MAX_BYTES", "MAX_DEPTH", "Loose", "Step", "Surprise", "Tree", "instead_of_dash", "read", "reads_as_text"]
