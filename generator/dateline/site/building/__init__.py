"""The site built fast: pages made by shares in several processes, and only those that a change reaches."""

from dateline.site.building.incremental import build, merge
from dateline.site.building.options import BuildError, BuildOptions, Built, Shard
from dateline.site.building.staging import finish_interrupted, staging

__all__ = ["BuildError", "BuildOptions", "Built", "Shard", "build", "finish_interrupted", "merge", "staging"]
