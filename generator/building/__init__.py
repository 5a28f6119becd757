"""The site built fast: pages made by shares in several processes, and only those that a change reaches."""

from generator.building.build import build, merge
from generator.building.order import BuildError, Built, Order, Shard
from generator.building.staging import finish_interrupted, staging

__all__ = ["BuildError", "Built", "Order", "Shard", "build", "finish_interrupted", "merge", "staging"]
