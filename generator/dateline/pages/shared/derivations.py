"""What is derived of a whole edition, by name: a build that remembers names runs nothing that is not named here."""

from collections.abc import Callable
from typing import Final, TypeVar

D = TypeVar("D", bound=Callable[..., object])

_BY_NAME: Final[dict[str, Callable[..., object]]] = {}
"""Filled while modules are imported, and never after."""


def derivation(function: D) -> D:
    """Let what this function makes of an edition be asked for by the function's name, in this run and in later ones."""
    _BY_NAME[name_of(function)] = function
    return function


def name_of(function: Callable[..., object]) -> str:
    """Return the name of a function, with its module's."""
    return f"{function.__module__}.{function.__qualname__}"


def is_derivation(function: Callable[..., object]) -> bool:
    """Return whether a function is registered."""
    return _BY_NAME.get(name_of(function)) is function


def derivation_of(name: str) -> Callable[..., object]:
    """Return the registered function of this name; raises KeyError where there is none."""
    return _BY_NAME[name]
