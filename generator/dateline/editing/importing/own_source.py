"""The source that a file itself is: a passage of it for each row that something rests on, and so citable at once."""

from dataclasses import dataclass, field, replace
from typing import Final

from dateline.editing.importing.given_tables import Unplaced
from dateline.editing.importing.proposals import Proposal, RowOutcome
from dateline.editing.importing.row_parts import RowParts
from dateline.editing.importing.row_sources import SOURCE, dataset
from dateline.ground.problems import Code

MOST_PASSAGES: Final = 10_000
"""How many passages a source is given; more of them make a file that no tool likes to read."""
_LOCATORS: Final = "item"


@dataclass(slots=True)
class OwnSource:
    """The source that the map says the file is, proposed once all rows have said what of it they rest on."""

    _id: str | None = None
    _drafted: Proposal | None = None
    _outcome: RowOutcome | None = None
    _spots: dict[str, None] = field(default_factory=dict)

    def cited(self, parts: RowParts) -> str | None:
        """Return its id, and note that this row rests on it; None where the map says nothing of the file."""
        if self._id is None:
            self._id, self._outcome = dataset(parts), parts.outcome
            self._drafted = _taken_back(parts.outcome, self._id)
        spot = spot_in_file(parts)
        if spot is not None:
            self._spots[spot] = None
        return self._id

    def finish(self) -> None:
        """Propose it with its passages, unless somebody has recorded it already."""
        if self._drafted is None or self._outcome is None:
            return
        values = dict(self._drafted.values)
        if self._spots and len(self._spots) <= MOST_PASSAGES:
            values |= {"locators": _LOCATORS, "passages": [{"at": spot} for spot in self._spots]}
        else:
            self._outcome.unplaced.append(_without_passages(self._drafted.row, len(self._spots)))
        self._outcome.proposals.append(replace(self._drafted, values=values))


def spot_in_file(parts: RowParts) -> str | None:
    """Return where in the file a row stands: at its own key."""
    key = parts.desk.map.key
    return parts.row.cells.get(key[0]) if key else None


def _taken_back(outcome: RowOutcome, id_: str | None) -> Proposal | None:
    """Return the draft of a source that has just been proposed, which is proposed no more."""
    found = next((one for one in outcome.proposals if (one.kind, one.id) == (SOURCE, id_)), None)
    if found is not None:
        outcome.proposals.remove(found)
    return found


def _without_passages(row: int, count: int) -> Unplaced:
    if count:
        why, cure = f"its rows are {count} passages; a source is given {MOST_PASSAGES} at most", "part the file"
    else:
        why = "nothing says where in the file a row stands, so that the file can be cited by no passage"
        cure = "say in the map which column tells rows apart: key"
    return Unplaced(row, "", "", Code.REPORT_WITHOUT_CITATION, why, cure)
