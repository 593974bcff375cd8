"""What a use case changed, broadcast so that each screen can redraw what concerns it."""

import dataclasses

from app.model.ids import RecordId


@dataclasses.dataclass(frozen=True, slots=True)
class Touched:
    """One record that was changed: its kind, itself, and whose it is."""

    kind: str
    record: RecordId
    person: RecordId | None


@dataclasses.dataclass(frozen=True, slots=True)
class Change:
    """Everything one unit of work changed, in the order in which it was written."""

    touched: tuple[Touched, ...] = ()

    @property
    def kinds(self) -> frozenset[str]:
        """The kinds of record that were touched."""
        return frozenset(each.kind for each in self.touched)

    def last(self, kind: str) -> RecordId:
        """The record of this kind that was written last.

        Raises:
            LookupError: no record of this kind was touched.

        """
        for each in reversed(self.touched):
            if each.kind == kind:
                return each.record
        raise LookupError(kind)
