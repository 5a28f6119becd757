"""The published chronology as pages look at it: links, citations and claims in words."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, TypeVar
from urllib.parse import quote

from dateline.ground.dates import Day, in_words
from dateline.pages.shared.alike import labels_of_namesakes
from dateline.pages.shared.budgets import DayParts, day_parts, part_name
from dateline.pages.shared.changed_claims import texts_of_claims, with_texts, without_ids
from dateline.pages.shared.derivations import derivation
from dateline.pages.shared.desk_place import DeskPlace
from dateline.pages.shared.kept_back import by_record
from dateline.pages.shared.kept_back import in_words as kept_back_in_words
from dateline.pages.shared.named_in_brief import texts_in_brief, with_the_named
from dateline.pages.shared.reported import Reporting
from dateline.pages.shared.said import said_of
from dateline.pages.shared.since import ledger
from dateline.pages.shared.time_of_claims import time_of
from dateline.pages.shared.told_by_name import told_by_name
from dateline.pages.shared.twins import NO_TWINS, Twins
from dateline.pages.shared.views import (
    ChangedClaim,
    ChangeView,
    ClaimRow,
    ClaimView,
    ControlView,
    Link,
    Said,
    SourceLine,
    Tools,
)
from dateline.pages.wording import addresses, echoes, outcomes, words
from dateline.pages.wording.forges import GITHUB, Forge
from dateline.pages.wording.forms import LinkedForm, form_address
from dateline.pages.wording.times_of_facts import time_of_fact
from dateline.records.chronology import Chronology, ClaimInContext, source_order
from dateline.records.prose import RECORD_LINKS
from dateline.records.rules.attribution import first_report
from dateline.records.rules.collisions import Collision, Contradiction
from dateline.records.rules.contradictions import contradictions
from dateline.records.rules.standing import UNSETTLED, Assessment, Echo, Outcome, assessments, echo
from dateline.records.types import (
    Actor,
    Change,
    Citation,
    Claim,
    Dispute,
    Event,
    Place,
    Record,
    RecordKind,
    Report,
    Source,
)
from dateline.records.withholding import Held

D = TypeVar("D")


@dataclass(frozen=True)
class Edition(Reporting):
    """A chronology with everything derived from it once, and with its way of linking."""

    chronology: Chronology
    edit_base: str | None = None
    """The address before a file's path at which an editor opens it, with a slash at its end."""
    repository: str | None = None
    """The address of the project on its forge, without a slash at its end."""
    site_url: str | None = None
    """The address of the site, with a slash at its end."""
    desk: DeskPlace | None = None
    """Where records are edited in a form on the site; None where the site has none."""
    forge: Forge = GITHUB
    twins: Twins = NO_TWINS
    """What stands beside the page of each record for programs."""
    has_embeds: bool = True
    """Whether other people's pages can show a claim or a dispute of it."""
    has_entities: bool = True
    """Whether it offers entities for FollowTheMoney."""
    _assessments: dict[str, Assessment] = field(default_factory=dict, repr=False)
    _derived: dict[Callable[["Edition"], object], Any] = field(default_factory=dict, repr=False)

    def derived(self, derive: Callable[["Edition"], D]) -> D:
        """Return what `derive` makes of the whole edition, made once and not to be changed.

        What a page needs of other pages (its neighbours, what is said elsewhere of its
        record) comes from here: so each page can be made alone, and a build can tell which
        pages a change reaches.  Mappings and sets are best: a page is then known to depend
        on the entries that it looked at.
        """
        if derive not in self._derived:
            self._derived[derive] = derive(self)
        found: D = self._derived[derive]
        return found

    def assessment(self, event: Event, claim: Claim) -> Assessment:
        """Return a claim's outcome with what it follows from, derived once."""
        key = f"{event.id}#{claim.id}"
        if key not in self._assessments:
            found = assessments(self.chronology, event)
            self._assessments.update({f"{event.id}#{id_}": one for id_, one in found.items()})
        return self._assessments[key]

    def outcome(self, event: Event, claim: Claim) -> Outcome:
        """Return the one word for a claim."""
        return self.assessment(event, claim).outcome

    def reason(self, event: Event, claim: Claim) -> str:
        """Return why a claim has its outcome, in words."""
        found = self.assessment(event, claim)
        graph = self.chronology
        return outcomes.reason(found, graph.actors, self.term("sides", found.side), graph.masthead, self.language)

    def echo(self, claim: Claim) -> Echo:
        """Return the echo of a claim."""
        return echo(self.chronology, claim)

    @cached_property
    def namesakes(self) -> Mapping[str, str]:
        """The places that share their names with others, and how each is told apart."""
        return labels_of_namesakes(self.chronology, self.language)

    @cached_property
    def contradictions(self) -> tuple[Contradiction, ...]:
        """Every detected contradiction."""
        return tuple(contradictions(self.chronology))

    @cached_property
    def colliding_holders(self) -> frozenset[str]:
        """The claims that name another holder of a place than a claim of the same time."""
        found = (one.references for one in self.contradictions if one.collision is Collision.HOLDERS)
        return frozenset(reference for references in found for reference in references)

    @cached_property
    def told_by_name(self) -> frozenset[str]:
        """The sources that are told by their names where they are cited."""
        return told_by_name(self.chronology)

    @cached_property
    def updated(self) -> Day | None:
        """The last day on which an editor read a source, or added or changed a record; None if no record tells one."""
        days = [change.date.latest for record in self.chronology.records() for change in ledger(record)]
        days += [source.accessed.latest for source in self.chronology.sources.values() if source.accessed]
        days += [event.added.latest for event in self.chronology.events.values() if event.added]
        return max((day for day in days if day is not None), default=None)

    def place(self, id_: str, note: str = "", inferred: str | None = None) -> Link:
        """Return the link to a place, told apart from others of its name."""
        return Link(self.place_name(id_), f"places/{id_}/", note, *self.own_tongue, inferred=inferred or "")

    def place_name(self, id_: str) -> str:
        """Return the name of a place, with what tells it apart where another bears it too."""
        return self.namesakes.get(id_) or self.chronology.places[id_].name

    def event_address(self, event: Event) -> str:
        """Return the address of an event where it stands: on its day's page, or on a part of a heavy day."""
        return addresses.event_address(event, self.derived(_part_of_event).get(event.id, ""))

    def claim_address(self, event: Event, claim: Claim) -> str:
        """Return the address of a claim where it stands."""
        return addresses.claim_address(event, claim, self.derived(_part_of_event).get(event.id, ""))

    def shared_address(self, record: Record) -> str:
        """Return the address at which citations, feeds and shares name a record: of an event, the lasting one."""
        return addresses.lasting_address(record.id) if isinstance(record, Event) else addresses.record_address(record)

    def record_address(self, record: Record) -> str:
        """Return the address of any record where it stands."""
        return self.event_address(record) if isinstance(record, Event) else addresses.record_address(record)

    def event(self, event: Event, note: str = "") -> Link:
        """Return the link to an event, with its date unless another note is given."""
        when = note or words.when(event, self.language)
        return Link(event.title, self.event_address(event), when, *self.own_tongue)

    def dispute(self, dispute: Dispute) -> Link:
        """Return the link to a dispute, with its status."""
        return Link(
            dispute.question, f"disputes/{dispute.id}/", words.status_label(dispute, self.language), *self.own_tongue
        )

    def claim_link(self, event: Event, claim: Claim, note: str = "") -> Link:
        """Return the link to a claim, with the time that it gives itself, or else that of its event."""
        when = note or in_words(time_of(ClaimInContext(event, claim)), self.language)
        return Link(claim.text, self.claim_address(event, claim), when, *self.own_tongue)

    def record(self, record: Record) -> Link:
        """Return the link to any record, by its own name."""
        if isinstance(record, Event):
            return self.event(record)
        if isinstance(record, Source):
            return self.source(record.id)
        if isinstance(record, Dispute):
            return self.dispute(record)
        name: Actor | Place = record
        return Link(name.name, self.record_address(record), "", *self.own_tongue)

    def any_record(self, kind: RecordKind, id_: str) -> Link:
        """Return the link to a record of any kind by its id."""
        return self.record(self.chronology.of_kind(kind)[id_])

    def address_of_link(self, target: str) -> str:
        """Return the address that a link of a Markdown body leads to, on the site or outside it."""
        kind, colon, rest = target.partition(":")
        id_, _, part = rest.partition("#")
        if not colon or kind not in RECORD_LINKS:
            return target
        if kind == "page":
            page = "" if id_ == "index" else f"{id_}/"
            return f"{page}#{part}" if part else page
        if kind == "claim":
            context = self.chronology.claims[rest]
            return self.claim_address(context.event, context.claim)
        address = self.any_record(RecordKind(kind), id_).address
        return f"{address}#{part}" if part else address

    def claim(self, event: Event, claim: Claim, reports: Iterable[Report] | None = None) -> ClaimView:
        """Return a claim with its reports, or with those of them that are given."""
        outcome = self.outcome(event, claim)
        reference = f"{event.id}#{claim.id}"
        disputes = self.chronology.disputes_by_claim.get(reference, ())
        link = self.claim_link(event, claim)
        return ClaimView(
            link=link,
            anchor=addresses.claim_anchor(event, claim),
            reference=reference,
            text=claim.text,
            outcome=outcome.value,
            outcome_label=self.language.gettext(outcomes.OUTCOME_LABEL[outcome]),
            reason=self.reason(event, claim),
            said=self._said(event, claim, reference),
            heard=echoes.reports_in_words(self.echo(claim), self.language),
            reports=self.reports(claim.reports if reports is None else tuple(reports)),
            control=None
            if claim.control is None
            else ControlView(
                place=self.place(claim.control.place),
                holder=self.actor(claim.control.holder),
                extent=self.language.gettext(words.EXTENT_LABEL[claim.control.extent]),
                inferred=claim.control.inferred or "",
                when=time_of_fact(claim.control, self.language),
            ),
            disputes=tuple(map(self.dispute, disputes)),
            open_dispute=self._open_dispute(disputes) if outcome is Outcome.OPEN else None,
            note=claim.note or "",
            contest=self.form(LinkedForm.CONTEST, f"claim {reference}", record=f"claim {reference}"),
        )

    def _said(self, event: Event, claim: Claim, reference: str) -> Said:
        """Return who says a claim, those among the first whom the brief names for it."""
        said = said_of(self, self.assessment(event, claim), claim)
        return with_the_named(self.chronology, said, self.derived(texts_in_brief).get(reference, ""))

    def claim_row(self, event: Event, claim: Claim) -> ClaimRow:
        """Return a claim as one row of a list."""
        outcome = self.outcome(event, claim)
        disputes = self.chronology.disputes_by_claim.get(f"{event.id}#{claim.id}", ())
        first = first_report(claim)
        return ClaimRow(
            link=self.claim_link(event, claim),
            outcome=outcome.value,
            outcome_label=self.language.gettext(outcomes.OUTCOME_LABEL[outcome]),
            echo=self._heard(event, claim),
            open_dispute=self._open_dispute(disputes) if outcome is Outcome.OPEN else None,
            how=words.how(first.stance, first.modality, self.language),
            first=self.citation(first.cite, first.by),
        )

    def _heard(self, event: Event, claim: Claim) -> str:
        heard = echoes.reports_in_words(self.echo(claim), self.language)
        said = " ".join(self.heads(event, claim))
        return self.language.told_of(heard, said) if said else heard

    def heads(self, event: Event, claim: Claim) -> tuple[str, ...]:
        """Return how many voices say a claim and how many do not, as sentences, as on the claim's own line."""
        found = self.assessment(event, claim)
        return outcomes.heads(found, self.term("sides", found.side), self.language)

    def _open_dispute(self, disputes: Iterable[Dispute]) -> Link | None:
        still_open = (dispute for dispute in disputes if dispute.status in UNSETTLED)
        return next((self.dispute(dispute) for dispute in still_open), None)

    def sources_cited(self, cites: Iterable[Citation]) -> tuple[SourceLine, ...]:
        """Return the sources of these citations, each once, numbered in the order of their publication."""
        cited = {cite.source: self.chronology.sources[cite.source] for cite in cites}
        in_order = sorted(cited.values(), key=source_order)
        return tuple(
            SourceLine(
                number, self.source(source.id), self.publisher(source), addresses.readable_address(source) or source.url
            )
            for number, source in enumerate(in_order, 1)
        )

    def changes(self, record: Record) -> tuple[ChangeView, ...]:
        """Return the ledger of a record, newest first."""
        entries = sorted(ledger(record, self.language), key=lambda change: change.date.order, reverse=True)
        return tuple(self._change(record, change) for change in entries)

    def tools(self, record: Record) -> Tools:
        """Return the addresses at which a record is edited and contested."""
        name = f"{type(record).__name__.lower()} {record.id}"
        address = self.record_address(record)
        return Tools(
            edit=self._edit(self.chronology.document(record).path, record),
            contest=self.form(LinkedForm.CONTEST, name, address, record=name),
            source=self.form(LinkedForm.SOURCE, "", record=name) if isinstance(record, Dispute) else None,
            kept_back=kept_back_in_words(self.derived(_kept_back).get(name, ()), self.language),
        )

    def page_tools(self, path: str, address: str) -> Tools:
        """Return the addresses at which the hand-written page from the file at `path` is edited and mended."""
        return Tools(edit=self._edit(path), error=self.form(LinkedForm.ERROR, address or "home", address))

    def form(self, form: LinkedForm, about: str, page: str | None = None, **fields: str) -> str | None:
        """Return the address of a form with its `fields` and, if given, the address of a `page` filled in."""
        if self.repository is None:
            return None
        if page is not None:
            fields["page"] = f"{self.site_url or ''}{page}"
        return form_address(self.repository, self.forge, form, about, **fields)

    def _edit(self, path: str, record: Record | None = None) -> str | None:
        if record is not None and self.desk and self.site_url:
            return self.desk.address(self.site_url, record, path)
        return f"{self.edit_base}{quote(path)}" if self.edit_base else None

    def _changed(self, event: str, name: str) -> ChangedClaim:
        context = self.chronology.claims[f"{event}#{name}"]
        outcome = self.outcome(context.event, context.claim)
        label = self.language.gettext(outcomes.OUTCOME_LABEL[outcome])
        return ChangedClaim(self.claim_link(context.event, context.claim), outcome.value, label)

    def _change(self, record: Record, change: Change) -> ChangeView:
        last = change.date.latest or change.date.earliest
        texts = texts_of_claims(record)
        told, named = without_ids(change.note, texts)
        return ChangeView(
            kind=type(record).__name__.lower(),
            id=record.id,
            date=in_words(change.date, self.language),
            iso=change.date.text,
            latest=last.isoformat() if last else "",
            type=change.type,
            label=words.change_label(change, self.language),
            note=change.note,
            told=with_texts(told, texts),
            claims=tuple(self._changed(record.id, name) for name in named),
            stands=words.status_label(record, self.language) if isinstance(record, Dispute) else "",
            record=self.record(record),
            shared=self.shared_address(record),
            dispute=self.dispute(self.chronology.disputes[change.dispute]) if change.dispute else None,
            publisher=self.publisher(record) if isinstance(record, Source) else None,
        )


@derivation
def _kept_back(edition: Edition) -> Mapping[str, tuple[Held, ...]]:
    """Return what is withheld of each record that is shown."""
    return by_record(edition.chronology.held)


@derivation
def parts_of_days(edition: Edition) -> DayParts:
    """Return the events of each part of the days, months and years that are too heavy for one page."""
    return day_parts(edition.chronology)


@derivation
def _part_of_event(edition: Edition) -> dict[str, str]:
    """Return the end of the page's address for each event that stands on the second or a further part of its day."""
    return {
        event.id: f"{part_name(number)}/"
        for pages in edition.derived(parts_of_days).values()
        for number, events in enumerate(pages[1:], 2)
        for event in events
    }
