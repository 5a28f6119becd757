"""What several kinds of page show: links, citations, claims with their reports, sources, changes."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from dateline.pages.shared.as_of import PastState
from dateline.pages.shared.since import Mark


@dataclass(frozen=True, slots=True)
class Link:
    """Some text that leads to an address on the site; `note` is a short addition in plain text.

    `lang` and `dir` are given where the text is not in the language of the site.
    """

    text: str
    address: str
    note: str = ""
    lang: str = ""
    dir: str = ""
    inferred: str = ""
    """Why the editors say so, where the source does not."""
    step: int = 0
    """The step in which it became known; 0 where the page cannot be read as of an earlier day."""
    label: str = ""
    """What it leads to, for those who do not see what stands around it; empty where the text says so."""


@dataclass(frozen=True, slots=True)
class VoiceChip:
    """Somebody whose word counts once, with what it does to a claim."""

    link: Link
    side: str
    """The side on which it is placed, as the vocabulary has it; empty where it is placed on none, or on several."""
    stance: str
    words: str
    """What it does, before its name, where it does anything else than say so; empty otherwise."""
    first: Link
    """The paragraph of its first report."""
    places: tuple[int, ...]
    """Where its reports are among those of the claim."""
    reports: str
    """How many there are, where there are several; empty otherwise."""
    is_attributed: bool = True
    """Whether it is a voice: else it is a publisher that does not say whose word it prints."""
    step: int = 0
    """The step in which its first report became known; 0 where the page cannot be read as of an earlier day."""
    does: str = "says"
    """What it does, as the others of a list are counted: says, against, unconfirmed, retracts, or passes it on."""
    runs_on: bool = False
    """Whether its place has a name, as a heading has, which would be read as a part of its own: that of a passage."""


Rest = tuple[tuple[str, int], ...]
"""How many more there are of a list of voices, by what they do; that is empty where all of the list do one thing."""


def rest_of(left: Iterable[VoiceChip], every: Iterable[VoiceChip]) -> Rest:
    """Return how many voices are left of a list, those who say so never counted with those who do not."""
    counts = Counter(chip.does for chip in left)
    if len({chip.does for chip in every}) == 1:
        return tuple(("", count) for count in counts.values())
    return tuple(counts.items())


@dataclass(frozen=True, slots=True)
class Said:
    """Who says so and who does not: how many, as sentences, and each of them; dissent first."""

    numbers: tuple[str, ...] = ()
    chips: tuple[VoiceChip, ...] = ()

    def rest(self, most: int) -> Rest:
        """Return how many more there are than so many."""
        return rest_of(self.chips[most:], self.chips)

    @property
    def is_brief(self) -> bool:
        """Whether it is told in a line: one voice at most, and nothing that goes on for long."""
        return len(self.chips) < 2 and len(self.numbers) < 2  # noqa: PLR2004 - one of each


@dataclass(frozen=True, slots=True)
class CitationView:
    """A chain of speakers and the paragraph that it ends in."""

    speakers: tuple[Link, ...]
    source: Link
    paragraph: Link
    published: str
    mark: Mark | None = None
    name: str = ""
    """What the source is called, where its publisher and date are those of several."""


@dataclass(frozen=True, slots=True)
class LifeSign:
    """What a voice does, as a sign and in words; `key` names its style."""

    key: str
    sign: str
    words: str


@dataclass(frozen=True, slots=True)
class LifeMark:
    """A sign on a day, and how many reports say so."""

    sign: LifeSign
    reports: int
    label: str
    """What it says, for those who do not see the sign."""
    is_again: bool
    """Whether the voice had done the same on an earlier day."""


@dataclass(frozen=True, slots=True)
class LifeColumn:
    """A day of reporting, or a longer time where the day is not known; `gap` is how many days lie before it."""

    label: str
    whole: str
    gap: int
    gap_label: str


@dataclass(frozen=True, slots=True)
class LifeRow:
    """One voice along time, or all who do not say from whom they have it; a cell is empty where it says nothing."""

    name: str
    side: str
    """The side on which the voice is placed, as the vocabulary has it; empty where it is on none, or on several."""
    cells: tuple[tuple[LifeMark, ...], ...]


@dataclass(frozen=True, slots=True)
class LifeView:
    """Who did what on which day: a row a voice, the first to speak first, and what the signs mean."""

    columns: tuple[LifeColumn, ...]
    rows: tuple[LifeRow, ...]
    legend: tuple[LifeSign, ...]


@dataclass(frozen=True, slots=True)
class FigureView:
    """A figure in words."""

    measure: str
    amount: str
    of: Link | None
    item: str
    wording: str
    scope: str
    inferred: str
    lang: str = ""
    """The language of the wording, and the way that it is written, where it is not that of the site."""
    dir: str = ""
    tongue: str = ""
    """The name of that language."""


@dataclass(frozen=True, slots=True)
class ReportView:
    """A report as it stands below its claim."""

    citation: CitationView
    stance: str
    how: str
    """How it is said, before by whom; empty where it is just said, as most is."""
    figures: tuple[FigureView, ...]
    inferred: str
    note: str
    step: int = 0
    """The step in which it became known; 0 where the page cannot be read as of an earlier day."""
    is_repeat: bool = False
    """Whether it only repeats what another report of a long list says."""

    @property
    def inferences(self) -> tuple[str, ...]:
        """Why the editors say what the paragraph does not: of the report, and of its figures."""
        return tuple(filter(None, (self.inferred, *(figure.inferred for figure in self.figures))))


@dataclass(frozen=True, slots=True)
class ControlView:
    """Who holds a place, as a claim says."""

    place: Link
    holder: Link
    extent: str
    inferred: str
    when: str
    """From and until when, where that is told."""


@dataclass(frozen=True, slots=True)
class ClaimView:
    """A claim with everything that a reader needs to judge it."""

    link: Link
    anchor: str
    reference: str
    text: str
    outcome: str
    outcome_label: str
    reason: str
    """Why the claim has this outcome, in one sentence."""
    said: Said
    """Who says so, and who does not."""
    heard: str
    """How many reports there are."""
    reports: tuple[ReportView, ...]
    control: ControlView | None
    disputes: tuple[Link, ...]
    open_dispute: Link | None
    """The first of its disputes that nothing has settled yet."""
    note: str
    contest: str | None = None
    """The form that contests it; None where the project's address is not known."""
    step: int = 0
    """The step in which its first report became known; 0 where the page cannot be read as of an earlier day."""
    past: tuple[PastState, ...] = ()
    """How it stood before; empty where that was as it stands now."""
    stands_since: int = 0
    """The step since which it stands as it does."""
    life: LifeView | None = None
    """Who said what on which day, where that is more than its reports."""


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """A claim as one row of a list; `first` is the citation of the first report that states it."""

    link: Link
    outcome: str
    outcome_label: str
    echo: str
    """How many reports there are, and how many voices say so and do not, as on the claim's own line."""
    open_dispute: Link | None
    how: str
    """How that report says it: denied, said as an allegation; empty where it just says so."""
    first: CitationView


@dataclass(frozen=True, slots=True)
class SourceLine:
    """A source that a page rests on, numbered, with the address of its original."""

    number: int
    link: Link
    publisher: Link
    url: str | None
    step: int = 0
    """The step in which it became known; 0 where the page cannot be read as of an earlier day."""


@dataclass(frozen=True, slots=True)
class ChangedClaim:
    """A claim that an entry of a ledger is about, with the outcome that it has now."""

    link: Link
    outcome: str
    outcome_label: str


@dataclass(frozen=True, slots=True)
class ChangeView:
    """An entry of a ledger, of the record of this `kind` and `id`; `latest` is the last day that `iso` may mean."""

    kind: str
    id: str
    date: str
    iso: str
    latest: str
    type: str
    """What kind of change it is, as the record has it: part of the ids of the feed."""
    label: str
    note: str
    """What the editors wrote, as the order of entries hangs on it; readers are told `told`."""
    told: str
    """The same without the ids of claims."""
    claims: tuple[ChangedClaim, ...]
    """The claims whose ids it names."""
    stands: str
    """Of a dispute, its status now; empty of other records."""
    record: Link
    shared: str
    """The address at which a feed names the record."""
    dispute: Link | None = None
    publisher: Link | None = None
    """Of a source, who published it."""


@dataclass(frozen=True, slots=True)
class Tools:
    """What a reader can do with a record or page; None where the project's address is unknown, or it is not offered."""

    edit: str | None = None
    contest: str | None = None
    error: str | None = None
    """The form that reports an error of a hand-written page, which has no record to contest."""
    source: str | None = None
    """The form that suggests a source for a dispute."""
    kept_back: str = ""
    """How much of it readers are not shown, in a sentence; empty where that is nothing."""
