"""A build from records to the site's folder: read `build` to know its steps."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from dateline.ground import caching, publishing, writing
from dateline.ground.caching.digests import FileDigests
from dateline.ground.garbage import uncollected
from dateline.ground.problems import has_errors
from dateline.records.loading import RecordCache
from dateline.site import compiling
from dateline.site.building import build_state as remembering
from dateline.site.building.build_state import BuildState
from dateline.site.building.engine import Engine, EngineError
from dateline.site.building.inputs import where
from dateline.site.building.options import BuildError, BuildOptions, Built
from dateline.site.building.shards import ShardError, folder_of_state, gather, of_shard
from dateline.site.building.site_build import KnownBuild, SiteBuild
from dateline.site.building.staging import alone, staging
from dateline.site.stopping import ConfigurationError


@dataclass(frozen=True, slots=True)
class _Inputs:
    """All that goes into a build, as digests: what configures it, and that with every file."""

    configured: str
    all: str


def build(options: BuildOptions) -> Built:
    """Check the records, make the pages that a change reaches, and bring the site's folder up to date."""
    folder = folder_of_state(options.target) if options.shard else _folder(options)
    with _prepared(options) as (engine, staged):
        if not engine.can_build:
            return Built(impossible=engine.whole_because or "Dateline is not its only plugin")
        digests = FileDigests(options.settings.root, options.settings.cache, fresh=options.fresh)
        inputs = _inputs(options, engine.all_inputs(digests), digests)
        unknown = engine.not_known
        before = BuildState() if options.fresh or options.shard or unknown else remembering.read(folder)
        missing = before.missing(options.target)
        # Whoever was told of something may have mended what no file shows: it is tried again.
        stands = before.inputs == inputs.all and not missing and not before.told
        if stands and publishing.is_published(options.target, before.files):
            return _unchanged(before)
        done = _checked_and_built(options, engine, inputs, digests, staged, lambda: KnownBuild(folder, before, missing))
        if unknown:
            done.notes += (f"everything is made anew each time, since {unknown}.",)
        return done


def merge(options: BuildOptions, shards: Sequence[Path]) -> Built:
    """Put the site together from the folders of its shards, which were built of the same records."""
    with _prepared(options) as (engine, staged):
        if not engine.can_build:
            return Built(impossible=engine.whole_because or "Dateline is not its only plugin")
        digests = FileDigests(options.settings.root, options.settings.cache)
        inputs = _inputs(options, engine.all_inputs(digests), digests)
        try:
            return _checked_and_built(
                options, engine, inputs, digests, staged, lambda: gather(shards, inputs.all, staged, _folder(options))
            )
        except ShardError as error:
            raise BuildError(str(error)) from error


def _folder(options: BuildOptions) -> Path:
    """Return where a build of this site remembers what it did."""
    assert options.settings.cache is not None  # noqa: S101 - a project with a configuration remembers
    return options.settings.cache / caching.digest(str(options.target).encode())[:8]


@contextmanager
def _prepared(options: BuildOptions) -> Iterator[tuple[Engine, Path]]:
    """Give MkDocs, and a folder to build in, while no other build of the project is at work."""
    assert options.settings.cache is not None  # noqa: S101 - a project with a configuration remembers
    with alone(options.settings.cache, options.waiting), staging(options.target) as staged, uncollected():
        try:
            engine = Engine(options.config_file, staged, strict=options.strict)
        except (EngineError, ConfigurationError) as error:
            raise BuildError(str(error)) from error
        try:
            yield engine, staged
        finally:
            engine.close()


def _unchanged(before: BuildState) -> Built:
    problems = tuple(before.problems)
    return Built(problems, writing.Written(0, len(before.files), 0), before.count_of_pages)


def _checked_and_built(  # noqa: PLR0913, PLR0917 - what there is to begin with
    options: BuildOptions,
    engine: Engine,
    inputs: _Inputs,
    digests: FileDigests,
    staged: Path,
    known: Callable[[], KnownBuild],
) -> Built:
    """Build while the records are still being checked, and keep the result only if they are sound."""
    cache = RecordCache(options.settings.cache, fresh=options.fresh)
    found = compiling.unchecked(options.settings, digests, cache)
    if found.edition is None:
        return Built(found.problems())
    try:
        site = SiteBuild(options, engine, found.edition, known())
        now = site.made(staged) if options.shard is None else of_shard(site, options.shard, staged)
    except Exception:
        problems = found.problems()
        if has_errors(problems):  # what failed was built on them
            return Built(problems)
        raise
    problems = found.problems()
    if has_errors(problems):
        return Built(problems)
    now.problems = list(problems)
    again = _inputs(options, inputs.configured, digests.renewed())
    now.inputs = inputs.all if again == inputs else ""  # else somebody saved a file meanwhile
    done = site.published(staged, now, problems)
    done.drafts = found.drafts
    return done


def _inputs(options: BuildOptions, configured: str, digests: FileDigests) -> _Inputs:
    """Return digests of every byte that the site depends on."""
    settings = options.settings
    plain = repr((*settings.addresses, options.strict))
    trees = [digests.of_tree(settings.content), digests.of_tree(settings.templates, follows=True)]
    parts = "\n".join([configured, plain, where(settings), *trees])
    return _Inputs(configured, caching.digest(parts.encode("utf-8", "surrogatepass")))
