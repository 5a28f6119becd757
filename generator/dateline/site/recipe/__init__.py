"""What a site is made of: one value, made by `recipe_of`, which three runners carry out.

`site/compiling.py` makes all of it at once, `site/building` what a change reaches, `site/preview`
what a browser asks for.  What is made, where it goes and in which order is said here and nowhere
else, so all three give the same bytes.
"""

from dateline.site.recipe.exporting import DATA_PAGE, sizes_of
from dateline.site.recipe.gathering import name_of_bundle, shards
from dateline.site.recipe.whole_site import Recipe, recipe_of
from dateline.site.recipe.wholes import Collected, GatheredFiles, Pieces, is_search

__all__ = [
    "DATA_PAGE",
    "Collected",
    "GatheredFiles",
    "Pieces",
    "Recipe",
    "is_search",
    "name_of_bundle",
    "recipe_of",
    "shards",
    "sizes_of",
]
