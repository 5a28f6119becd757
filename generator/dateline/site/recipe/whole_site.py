"""The recipe of a whole site."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Final

from dateline.ground import plainfiles
from dateline.ground.bare_images import bare
from dateline.ground.resized_images import resized
from dateline.pages.figures.card_drawing import draw_card
from dateline.pages.kinds.card import CARD_PATH, card_view
from dateline.pages.rendering import plans as pages
from dateline.pages.rendering.pages import Page, Renderer
from dateline.pages.rendering.plans import Plan
from dateline.pages.shared.desk_place import DESK
from dateline.pages.shared.edition import Edition
from dateline.pages.shared.picture_views import files_of, pictures_in_use, plan_of
from dateline.records.loading.images import MAX_BYTES
from dateline.site.desk import desk_files
from dateline.site.recipe import exporting, gathering
from dateline.site.recipe.beside_records import with_twins
from dateline.site.recipe.wholes import Collected, Pieces

_IMAGES: Final = "data/images"


@dataclass(frozen=True, slots=True)
class Recipe:
    """What the site of an edition is made of, in this order: plans, what is made of their pieces, the page of data."""

    edition: Edition

    def plans(self) -> Iterator[Plan]:
        """Yield the plan of everything that is made on its own, found no further than asked."""
        yield from with_twins(self.edition, gathering.with_pieces(self.edition, pages.plans(self.edition)))
        yield from exporting.plans_of_exports(self.edition)
        yield Plan(_IMAGES, _images)
        for name in self.edition.derived(pictures_in_use):
            yield Plan(plan_of(name), partial(_picture, name))
        yield Plan(CARD_PATH, _card)
        if self.edition.desk is not None:
            yield Plan(DESK, _desk)

    def wholes(self) -> Iterator[Collected]:
        """Yield everything that is made of the pieces that plans add."""
        return gathering.wholes(self.edition)

    def data_page(self, sizes: Mapping[str, int]) -> Plan:
        """Return the plan of the page of data, given the sizes of the exports in bytes."""
        return exporting.data_page_plan(sizes)

    def plans_without_pieces(self) -> Iterator[Plan]:
        """Yield the plans of what is made of all records, search aside, for whoever has no pieces of them."""
        return exporting.plans_without_pieces(self.edition)

    def pieces(self) -> Mapping[str, Pieces]:
        """Return the pieces of every whole by its name, made here and now."""
        found: defaultdict[str, dict[str, str]] = defaultdict(dict)
        for plan in self.plans():
            for piece in plan.pieces(self.edition):
                found[piece.whole][piece.name] = piece.text
        return found


def recipe_of(edition: Edition) -> Recipe:
    """Return what the site of an edition is made of: read `Recipe` to know what a site has."""
    return Recipe(edition)


def _images(to: Renderer) -> Iterator[Page]:
    images = to.edition.chronology.images
    yield from (Page(name, bare(plainfiles.read(image, MAX_BYTES))) for name, image in sorted(images.items()))


def _picture(name: str, to: Renderer) -> Iterator[Page]:
    """Yield a picture of an event in each of its sizes."""
    file = to.edition.chronology.pictures[name]
    content = bare(plainfiles.read(file.path, MAX_BYTES))  # once: a photo that is turned is drawn anew
    yield from (Page(one.address, resized(content, one.width)) for one in files_of(name, file))


def _desk(to: Renderer) -> Iterator[Page]:
    if to.edition.desk is not None:
        yield from (Page(path, content) for path, content in desk_files(to.edition, to.edition.desk))


def _card(to: Renderer) -> Iterator[Page]:
    yield Page(CARD_PATH, draw_card(card_view(to.edition), to.edition.language))
