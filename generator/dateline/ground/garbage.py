"""The garbage collector held off while records are made by the million, none of which is garbage."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """Look for no garbage inside; what is made there counts as old afterwards, as if it had been looked through."""
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        if not gc.get_freeze_count():
            gc.freeze()  # and at once unfrozen: what was young is then old, at no cost
            gc.unfreeze()
        gc.enable()


def sweep() -> None:
    """Remove the garbage among what was made since the last sweep; what stands is old from then on."""
    gc.collect(0)
