"""A lifelike chronology, made day by day: the same seed gives the same files, and memory does not grow with it.

An event has three claims and five reports.  Sources take reports for a few days and are
then closed, so only what is open is held.  Contradictions are made on purpose, and each
has its dispute; everything else is kept from colliding.
"""

import random
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from benchmarks import vocabulary, writing
from benchmarks.people import Actor, OpenSource
from benchmarks.shape import LongTail, Shape, events_per_day

FIRST_DAY: Final = date(2014, 1, 1)
REPORTS_OF_CLAIMS: Final = (2, 2, 1)
_LONGEST_LAG: Final = 3
_PARAGRAPHS: Final = 40
_IN_DISPUTE: Final = 0.04
_NEWS: Final = 0.8
_BACKGROUND: Final = 0.3


File = tuple[str, str]
"""A path below content/, and its text."""


class Chronicle:
    """Makes the files of one chronology."""

    def __init__(self, events: int, seed: int = 1) -> None:
        self.shape = Shape.of(events)
        self.chance = random.Random(seed)  # noqa: S311 - for the same files again, not for secrets
        self.actors = [self._actor(number) for number in range(self.shape.actors)]
        self.tail = LongTail(self.shape.actors, self.chance)
        self.open: list[OpenSource] = []
        self.places: list[str] = []
        self.mentions: list[int] = []
        self.mentioned = 0
        self.sources = 0
        self.held: set[str] = set()
        self.counts = {"events": 0, "disputes": 0}

    def files(self) -> Iterator[File]:
        """Yield every file of content/."""
        yield "chronology.yml", writing.masthead(self.shape.events)
        yield "pages/index.md", writing.page("Home", "A generated chronology, as large as it was asked for.")
        yield "pages/corrections.md", writing.page("Corrections", "Nothing here can be wrong, since nothing happened.")
        yield "pages/method.md", writing.page("Method", "Nothing here happened: a program wrote it.")
        day = FIRST_DAY
        for count in events_per_day(self.shape, self.chance):
            yield from self._day(day, count)
            day += timedelta(days=self.chance.choice((1, 1, 1, 1, 2, 3)))
        yield from self._closed(self.open)
        for number, actor in enumerate(self.actors):
            yield f"actors/{actor.id}.md", writing.actor(actor, number, self.chance)

    def _actor(self, number: int) -> Actor:
        part_of = f"actor-{self.chance.randrange(number)}" if number % 4 == 3 else None  # every fourth
        return Actor(f"actor-{number}", vocabulary.SIDES[number % len(vocabulary.SIDES)], part_of)

    # --- a day -------------------------------------------------------------------------------------------------------

    def _day(self, day: date, count: int) -> Iterator[File]:
        closed = [source for source in self.open if source.day < day]
        self.open = [source for source in self.open if source.day >= day]
        yield from self._closed(closed)
        self.held.clear()
        for _ in range(count):
            yield from self._event(day)

    def _closed(self, sources: list[OpenSource]) -> Iterator[File]:
        for source in sources:
            yield f"sources/{source.day.year}/{source.id}.yml", writing.source(source, self.chance)

    def _event(self, day: date) -> Iterator[File]:
        number = self.counts["events"]
        self.counts["events"] += 1
        places = []
        for _ in range(self.chance.choice((1, 1, 1, 2))):
            place, made = self._place()
            places.append(place)
            yield from made
        kind = self._kind_of_conflict(places[0])
        id_ = f"{day}-event-{number}"
        event = writing.EventParts(
            id=id_,
            number=number,
            day=day,
            places=list(dict.fromkeys(places)),
            actors=self._taking_part(number),
            citations=[[self._cite(day) for _ in range(reports)] for reports in REPORTS_OF_CLAIMS],
            conflict=kind,
            control=self._controlled(places[0], kind),
        )
        yield f"events/{day.year}/{id_}.yml", writing.event(event, self.chance)
        if kind is not None:
            self.counts["disputes"] += 1
            yield f"disputes/{id_}.md", writing.dispute(event, self.chance)

    def _kind_of_conflict(self, place: str) -> str | None:
        if self.chance.random() >= _IN_DISPUTE:
            return None
        kind = self.chance.choice(("figure", "occurrence", "control"))
        return "figure" if kind == "control" and place in self.held else kind

    def _controlled(self, place: str, kind: str | None) -> tuple[str, str, str] | None:
        """Return a place with two holders, for an event that says who holds it: once a day for a place."""
        if place in self.held or not (kind == "control" or (kind is None and self.chance.random() < 0.15)):
            return None
        self.held.add(place)
        first = self.chance.randrange(len(self.actors) - 1)
        return place, self.actors[first].id, self.actors[first + 1].id

    def _taking_part(self, number: int) -> list[str]:
        chosen = [0] if self.chance.random() < 0.5 else []  # one actor is in half of the events
        chosen += [self.tail.pick() for _ in range(self.chance.choice((1, 1, 2, 3)))]
        if number < len(self.actors):
            chosen.append(number)
        return [self.actors[index].id for index in dict.fromkeys(chosen)]

    # --- long tails --------------------------------------------------------------------------------------------------

    def _place(self) -> tuple[str, list[File]]:
        """Return a place, the more likely the more it was named before; new ones come ever more rarely."""
        self.mentioned += 1
        due = self.shape.places * (self.mentioned / (self.shape.events * 1.25)) ** 0.75
        if len(self.places) < due:
            name = writing.place_name(len(self.places), self.chance)
            within = self.places[self.chance.randrange(len(self.places))] if len(self.places) % 3 == 2 else None
            id_ = f"place-{len(self.places)}"
            self.places.append(id_)
            self.mentions.append(len(self.places) - 1)
            return id_, [(f"places/{id_}.yml", writing.place(name, within, self.chance))]
        place = self.chance.choice(self.mentions)
        self.mentions.append(place)
        return self.places[place], []

    def _cite(self, day: date) -> tuple[str, int, str, str | None]:
        """Return a citation (source, paragraph, publisher, and a first speaker, if it is another)."""
        source = self._source(day)
        is_new = not source.paragraphs or (len(source.paragraphs) < _PARAGRAPHS and self.chance.random() < _NEWS)
        if is_new:
            source.paragraphs.extend([False] * (self.chance.random() < _BACKGROUND) + [True])
        cited = [number for number, is_cited in enumerate(source.paragraphs, 1) if is_cited]
        paragraph = cited[-1] if is_new else self.chance.choice(cited)
        speaker = self.actors[self.tail.pick()].id if self.chance.random() < 0.6 else None  # most relay somebody
        return source.id, paragraph, self.actors[source.publisher].id, speaker

    def _source(self, day: date) -> OpenSource:
        due = self.shape.sources * self.counts["events"] / self.shape.events
        if self.open and self.sources >= due:
            return self.open[int(len(self.open) * self.chance.random() ** 2)]
        published = day + timedelta(days=int(_LONGEST_LAG * self.chance.random() ** 3 + 0.2))
        publisher = self.tail.pick()
        language = self.chance.choice(vocabulary.LANGUAGES)
        source = OpenSource(f"source-{published}-{self.sources}", published, publisher, language)
        self.sources += 1
        self.open.append(source)
        return source
