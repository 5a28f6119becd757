"""Pictures of an event as its page shows them, in several sizes; where their files are."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from dateline.ground import licences
from dateline.ground.resized_images import widths_of
from dateline.pages.shared.derivations import derivation
from dateline.pages.shared.edition import Edition
from dateline.pages.shared.known import ClaimsAsKnown
from dateline.pages.shared.views import CitationView, Link
from dateline.records.loading import StoredPicture
from dateline.records.types import Event, Picture
from dateline.records.types.pictures import MEDIA


@dataclass(frozen=True, slots=True)
class PictureFile:
    """A picture in one of its sizes."""

    address: str
    width: int


@dataclass(frozen=True, slots=True)
class PictureView:
    """A picture with what readers are told of it."""

    files: tuple[PictureFile, ...]
    """Its sizes, the smallest first."""
    width: int
    height: int
    """The size of the largest file."""
    alt: str
    caption: str
    credit: str
    licence: Link
    """Its licence in words, which leads to its text where that is known: an address outside the site, or none."""
    citation: CitationView | None
    step: int
    """The step in which it became known; 0 where the page cannot be read as of an earlier day."""

    @property
    def is_upright(self) -> bool:
        """Whether it is higher than wide."""
        return self.height > self.width


def pictures_of(page: ClaimsAsKnown, event: Event) -> tuple[PictureView, ...]:
    """Return the pictures of an event, in the order of its record."""
    known = page.edition.chronology.pictures
    return tuple(_picture(page, one, known[one.image]) for one in event.media if one.image in known)


def _picture(page: ClaimsAsKnown, picture: Picture, file: StoredPicture) -> PictureView:
    source = page.edition.chronology.sources[picture.cite.source] if picture.cite else None
    files, width = files_of(picture.image, file), widths_of(file.width)[-1]
    licence = picture.licence or ""
    return PictureView(
        files=files,
        width=width,
        height=max(1, round(file.height * width / file.width)),
        alt=picture.alt or "",
        caption=picture.caption or "",
        credit=picture.credit or "",
        licence=Link(licences.in_words(licence), licences.address(licence)),
        citation=page.edition.citation(picture.cite) if picture.cite else None,
        step=page.step_on(source.published.latest) if source is not None else 0,
    )


def files_of(name: str, file: StoredPicture) -> tuple[PictureFile, ...]:
    """Return the sizes that the site has of a picture, the smallest first."""
    path = PurePosixPath(name)
    return tuple(PictureFile(f"{MEDIA}/{path.stem}-{width}{path.suffix}", width) for width in widths_of(file.width))


def plan_of(name: str) -> str:
    """Return the name of the plan that makes the files of a picture."""
    return f"{MEDIA}/{name}"


def plan_of_file(address: str) -> str:
    """Return the name of the plan that makes a picture's file in one of its sizes."""
    path = PurePosixPath(address)
    return f"{path.parent}/{path.stem.rpartition('-')[0]}{path.suffix}"


@derivation
def pictures_in_use(edition: Edition) -> Mapping[str, bool]:
    """Return the names of the pictures that any event shows: of others the site has nothing."""
    events = edition.chronology.events.values()
    shown = {picture.image for event in events for picture in event.media}
    return dict.fromkeys(sorted(shown & edition.chronology.pictures.keys()), True)
