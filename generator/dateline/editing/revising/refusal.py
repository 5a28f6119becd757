"""Why a change of the records is not made."""

from collections.abc import Iterable

from dateline.ground.problems import Code, Position, Problem


class RefusalError(Exception):
    """A change that is not made, with the problems that stand in its way; nothing was written."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("; ".join(map(str, self.problems)))

    @classmethod
    def because(cls, code: Code, message: str, hint: str = "", path: str = "") -> "RefusalError":
        """Return the refusal for one reason; without `path`, it lies in what was asked for and in no file."""
        return cls([Problem(Position(path), code, message, hint)])
