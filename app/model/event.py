"""What was done with a notebook itself: opened, printed, exported, its keys changed.

A line of this list names what was done, by which worker, and about whom, and never a word of a
plan: identifiers, the kind of document, and for whom by role.
"""

import dataclasses
import datetime
import typing
from typing import Literal

from app.model.documents import documents
from app.model.ids import EventId, RecordId
from app.model.person import SupporterRole

What = Literal[
    "opened",
    "closed",
    "printed",
    "exported",
    "shared",
    "worker_added",
    "worker_renamed",
    "worker_removed",
    "key_changed",
    "recovery_sheet_made",
    "recovered",
    "backed_up",
    "restored",
    "erased",
    "retention_decided",
    "role_given",
    "role_taken",
    "role_ended",
]

Document = str
"""The name of a kind of document: one that is printed, or one of those that are made otherwise."""

_OTHERWISE = frozenset({"", "sound", "plan_file", "recovery_sheet", "backup"})

ForWhom = Literal["", "person"] | SupporterRole

WHAT: frozenset[str] = frozenset(typing.get_args(What))
DOCUMENTS: frozenset[str] = _OTHERWISE | {kind.key for kind in documents()}
FOR_WHOM: frozenset[str] = frozenset({"", "person", *typing.get_args(SupporterRole)})


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One line of the list.

    Attributes:
        at: when, in UTC.
        worker: the identifier of the worker who had the notebook open.
        device: a name of the device.
        person: whose plan it was about; None for what concerns the whole notebook.
        document: what was made, if something was.
        for_whom: for whom it was made, by role.

    """

    id: EventId
    at: datetime.datetime
    what: What
    worker: str
    device: str
    person: RecordId | None = None
    document: Document = ""
    for_whom: ForWhom = ""


def refuse_words(*, what: str, document: str, for_whom: str) -> None:
    """Make sure that only names of kinds are written down.

    Raises:
        ValueError: one of them is none.

    """
    if what not in WHAT or document not in DOCUMENTS or for_whom not in FOR_WHOM:
        raise ValueError("an event is made of names of kinds, never of words")
