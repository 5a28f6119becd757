"""The site built fast: pages made by shares in several processes, and only those that a change reaches."""

from generator.building.build import BuildError, Built, Order, build

__all__ = ["BuildError", "Built", "Order", "build"]
