"""That a recording was deleted for good: what is left of it."""

import datetime

from app.model.ids import RecordId, SoundRef
from app.model.record import Body, Facets
from app.model.shape import CircleRef, PersonRef


class RecordingRemoved(Body, frozen=True, kw_only=True, omit_defaults=True):
    """Earlier versions of what it belonged to still name it, but nobody can hear it any more.

    Attributes:
        recording: the name of what was deleted.
        written_by: who deleted it.

    """

    person: PersonRef
    recording: SoundRef
    written_by: CircleRef | None = None
    on: datetime.date

    def facets(self, record: RecordId) -> Facets:  # noqa: ARG002
        """It belongs to the person whose plan the recording was in; there are no words in it."""
        return Facets(person=self.person)
