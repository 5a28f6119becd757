"""What differs between the reports of a claim: who says it, how, where, and with which figures."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import groupby
from typing import Final

from dateline.editing.comparison.differences import ChangeKind, FoundChange
from dateline.editing.comparison.fieldwise import changed_fields, in_plain_words, matched
from dateline.editing.comparison.in_full import grounds, report_in_full
from dateline.editing.comparison.red_flags import of_figure
from dateline.editing.comparison.renamed import merged_actors
from dateline.editing.comparison.versions import Version
from dateline.ground.yamltree import Step
from dateline.pages.wording import words
from dateline.records.types import Claim, Figure, Report, Spot
from dateline.records.types.spots import marked_spot


@dataclass(frozen=True)
class Pair:
    """The two versions that are compared, for the names in them."""

    before: Version
    after: Version

    @cached_property
    def merged(self) -> Mapping[str, str]:
        """The actors that were merged into others, as their tombstones say."""
        return merged_actors(self.before, self.after)


def report_differences(
    pair: Pair, old: Claim, new: Claim, there: tuple[Step, ...], here: tuple[Step, ...]
) -> Iterator[FoundChange]:
    """Yield what differs between the reports of a claim, which stood at `there` and now stands at `here`."""
    one = [_Spoken(report, pair.before.chronology.speakers(report)) for report in old.reports]
    other = [_Spoken(report, pair.after.chronology.speakers(report)) for report in new.reports]
    for before, after in matched(one, other, _ALIKE):
        if after is None and before is not None:
            report = one[before].report
            said = f"{words.STANCE_LABEL[report.stance]}{_figures_said(pair.before, report)}"
            steps = (*there, "reports", before)
            part = pair.before.report(report)
            yield FoundChange(kind=ChangeKind.REPORT_REMOVED, steps=steps, part=part, before=said, is_gone=True)
        elif after is not None and before is None:
            report = other[after].report
            in_words = (report_in_full(pair.after, report),)
            part, steps = new.text, (*here, "reports", after)
            yield FoundChange(kind=ChangeKind.REPORT_ADDED, steps=steps, part=part, details=in_words)
        elif after is not None and before is not None:
            told = grounds(pair.after, new, other[after].report)
            for found in _report(pair, one[before], other[after], (*here, "reports", after)):
                yield replace(found, details=told)


@dataclass(frozen=True, slots=True)
class _Spoken:
    """A report with its whole chain, so that a publisher left out or written down is the same."""

    report: Report
    speakers: tuple[str, ...]

    @property
    def paragraph(self) -> tuple[str, Spot]:
        return self.report.cite.source, self.report.cite.spot

    @property
    def figures(self) -> tuple[object, ...]:
        return tuple(_meaning(figure) for figure in self.report.figures)

    @property
    def said(self) -> tuple[object, ...]:
        return self.report.stance, self.report.modality, self.figures


_ALIKE: Final = (
    lambda spoken: (spoken.paragraph, spoken.speakers, spoken.said, spoken.report.note, spoken.report.inferred),
    lambda spoken: (spoken.paragraph, spoken.speakers, spoken.report.stance),
    lambda spoken: (spoken.paragraph, spoken.speakers),
    lambda spoken: (spoken.paragraph, spoken.said),
    lambda spoken: (spoken.paragraph[0], spoken.speakers, spoken.report.stance),
    lambda spoken: (spoken.speakers[:1], spoken.said),
    lambda spoken: spoken.paragraph,
)
"""By what a report is known again, the surest sign first."""


def _report(pair: Pair, old: _Spoken, new: _Spoken, here: tuple[Step, ...]) -> Iterator[FoundChange]:
    part = pair.after.report(new.report)
    one, other = old.report, new.report
    if one.stance != other.stance:
        yield FoundChange(
            kind=ChangeKind.REPORT_STANCE_TURNED,
            steps=(*here, "stance"),
            part=part,
            before=words.STANCE_LABEL[one.stance],
            after=words.STANCE_LABEL[other.stance],
            red="the stance is another",
        )
    if old.paragraph != new.paragraph:
        before, after = _citation(old), _citation(new)
        yield FoundChange(
            kind=ChangeKind.REPORT_CITATION_CHANGED, steps=(*here, "cite"), part=part, before=before, after=after
        )
    if old.speakers != new.speakers:
        follows = bool(pair.merged) and _once(pair.merged.get(each, each) for each in old.speakers) == _once(
            new.speakers
        )
        yield FoundChange(
            kind=ChangeKind.REPORT_SPEAKER_MERGED if follows else ChangeKind.REPORT_CHAIN_CHANGED,
            steps=(*here, "by"),
            part=part,
            before=pair.before.chain(one),
            after=pair.after.chain(other),
            red="another speaker says so" if old.speakers[:1] != new.speakers[:1] and not follows else "",
        )
    for name, before, after in changed_fields(one, other, {"stance", "cite", "by", "figures"}):
        yield FoundChange(
            kind=ChangeKind.REPORT_CHANGED,
            steps=(*here, name),
            part=f"{part}, {name}",
            before=in_plain_words(before),
            after=in_plain_words(after),
        )
    yield from _figures(pair, one, other, here, part)


def _once(speakers: Iterable[str]) -> list[str]:
    """Return a chain in which nobody hands on what he said himself."""
    return [speaker for speaker, _ in groupby(speakers)]


def _citation(spoken: _Spoken) -> str:
    return f"{spoken.report.cite.source} {marked_spot(spoken.report.cite.spot)}"


def _figures_said(version: Version, report: Report) -> str:
    return "".join(f"; {version.figure(figure)}" for figure in report.figures)


# --- figures ---------------------------------------------------------------------------------------------------------


def _meaning(figure: Figure) -> tuple[object, ...]:
    """Return what a figure says; `exact` is only short for `min` and `max`."""
    counted = (figure.measure, figure.of, figure.item, figure.scope, figure.unit, figure.currency, figure.out_of)
    return (*counted, figure.lowest, figure.highest, figure.wording, figure.approximate, figure.inferred)


_COUNTED: Final = (
    _meaning,
    lambda figure: (figure.measure, figure.of, figure.item, figure.scope),
    lambda figure: (figure.measure, figure.of, figure.item),
    lambda figure: figure.measure,
)


def _figures(pair: Pair, old: Report, new: Report, here: tuple[Step, ...], part: str) -> Iterator[FoundChange]:
    for before, after in matched(old.figures, new.figures, _COUNTED):
        if before is None and after is not None:
            said = pair.after.figure(new.figures[after])
            yield FoundChange(kind=ChangeKind.FIGURE_ADDED, steps=(*here, "figures", after), part=part, after=said)
        elif after is None and before is not None:
            said = pair.before.figure(old.figures[before])
            yield FoundChange(kind=ChangeKind.FIGURE_REMOVED, steps=here, part=part, before=said)
        elif before is not None and after is not None:
            yield from _figure(pair, old.figures[before], new.figures[after], (*here, "figures", after), part)


def _figure(pair: Pair, old: Figure, new: Figure, here: tuple[Step, ...], part: str) -> Iterator[FoundChange]:
    if _meaning(old) == _meaning(new):
        return
    one, other = pair.before.measure(old), pair.after.measure(new)
    before, after = pair.before.amount(old), pair.after.amount(new)
    if one != other:
        before, after = f"{one}: {before}", f"{other}: {after}"
    elif before == after:
        before, after = (f"{said}, inferred: {f.inferred or 'no'}" for said, f in ((before, old), (after, new)))
    named = part if one != other else f"{part}, {other}"
    yield FoundChange(
        kind=ChangeKind.FIGURE_CHANGED, steps=here, part=named, before=before, after=after, red=of_figure(old, new)
    )
