"""What was done with a notebook, in plain sentences, for the people in it and for inspectors."""

import dataclasses
import datetime
from collections.abc import Iterator, Mapping

from app.model.documents import documents
from app.model.event import Document, Event, What
from app.model.ids import EventId, RecordId
from app.model.person import ROLE_WORDS, Person
from app.model.wording import N_, Phrase, Wording
from app.usecases import copies
from app.usecases.ports import Notebook


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Doing:
    """One thing that was done.

    Attributes:
        event: the line of the list that says so.
        at: when, where the laptop is.
        sentences: what was done by whom, and if need be what was made, and for whom.

    """

    event: Event
    at: datetime.datetime
    sentences: tuple[Phrase, ...]

    def said(self, words: Wording) -> str:
        """All of it in the language of ``words``."""
        return " ".join(each.said(words) for each in self.sentences)


_DONE: dict[What, str] = {
    "opened": N_("{name} opened the notebook."),
    "closed": N_("{name} closed the notebook."),
    "printed": N_("{name} printed something from the plan of {person}."),
    "exported": N_("{name} saved a file from the plan of {person}."),
    "shared": N_("{name} gave somebody something from the plan of {person}."),
    "worker_added": N_("{name} let somebody else open the notebook."),
    "worker_renamed": N_("{name} changed the name of somebody who opens the notebook."),
    "worker_removed": N_("{name} took away somebody's key to the notebook."),
    "key_changed": N_("{name} changed a PIN or a passphrase."),
    "recovery_sheet_made": N_("{name} made a new recovery sheet."),
    "recovered": N_("{name} opened the notebook with the recovery sheet."),
    "backed_up": N_("{name} made a backup."),
    "restored": N_("{name} brought back the notebook, from a backup."),
    "erased": N_("{name} erased the plan of somebody."),
    "retention_decided": N_("{name} decided how long words are kept after somebody moved on."),
    "role_given": N_("{name} said what somebody who opens the notebook is here: {role}."),
    "role_taken": N_("{name} said what they themselves are here: {role}."),
    "role_ended": N_("{name} ended what somebody who opens the notebook was here: {role}."),
}

_SAID_WHOLE: dict[tuple[What, Document], str] = {
    ("printed", "booklet"): N_("{name} printed the booklet of {person}."),
    ("printed", "about_me"): N_("{name} saved everything that is written about {person}."),
    ("printed", "sound"): N_("{name} saved the plan of {person} as sound."),
    ("exported", "plan_file"): N_("{name} saved a plan file of {person}."),
}

_DOCUMENTS: dict[Document, str] = {
    **{kind.key: kind.title for kind in documents()},
    "sound": N_("Plan as sound"),
    "plan_file": N_("Plan file"),
}

_UNKNOWN_WORKER = Phrase(N_("Somebody who can no longer open it"))
_ERASED_PERSON = Phrase(N_("somebody whose plan was erased"))
_NOBODY_NAMED = Phrase(N_("somebody"))


def doings(
    notebook: Notebook,
    *,
    workers: Mapping[str, str],
    person: RecordId | None = None,
    before: EventId | None = None,
    latest: int | None = None,
) -> tuple[Doing, ...]:
    """What was done, the last first.

    Args:
        notebook: the open notebook.
        workers: the names of those who can open it, by their identifiers.
        person: only what was done about this person; no other plan's name is read then, and those
            who got something of this plan are named.
        before: only what was done before this.
        latest: of all that, only so many.

    """
    with notebook.unit_of_work() as work:
        found = work.events.read(person=person, before=before, latest=latest)
        people = work.records.find(Person, person=person, withdrawn=True)
        readers = copies.readers(work, person, found) if person is not None else {}
    names = {each.id: each.body.preferred_name for each in people}
    return tuple(
        Doing(
            event=each,
            at=each.at.astimezone(),
            sentences=tuple(
                sentences(each, workers=workers, people=names, reader=readers.get(each.id, ""))
            ),
        )
        for each in reversed(found)
    )


def as_data(doing: Doing, words: Wording) -> dict[str, object]:
    """A doing as what JSON can hold, said in the language of ``words``."""
    fields = dataclasses.asdict(doing.event)
    return fields | {"at": doing.event.at.isoformat(), "said": doing.said(words)}


def sentences(
    event: Event,
    *,
    workers: Mapping[str, str],
    people: Mapping[RecordId, str],
    reader: str = "",
) -> Iterator[Phrase]:
    """What one line of the list says.

    Args:
        event: the line.
        workers: the names of those who can open the notebook, by their identifiers.
        people: the names of the people it may be about.
        reader: who got what was made, by name; their role is said where it is not known.

    """
    whom: str | Phrase = _NOBODY_NAMED
    if event.person is not None:
        whom = people.get(event.person, _ERASED_PERSON)
    whole = _SAID_WHOLE.get((event.what, event.document))
    who = workers.get(event.worker, _UNKNOWN_WORKER)
    if event.what in {"role_given", "role_taken", "role_ended"}:
        role = Phrase(next((ROLE_WORDS[r] for r in ROLE_WORDS if r == event.for_whom), ""))
        yield Phrase(_DONE[event.what], (("name", who), ("role", role)))
        return
    yield Phrase(whole or _sentence(event), (("name", who), ("person", whom)))
    if not whole and event.document in _DOCUMENTS:
        made = Phrase(_DOCUMENTS[event.document])
        yield Phrase(N_("What it was: {document}."), (("document", made),))
    if event.for_whom == "person":
        yield Phrase(N_("It is for {person}."), (("person", whom),))
    elif event.for_whom:
        who_got_it: str | Phrase = reader or Phrase(ROLE_WORDS[event.for_whom])
        yield Phrase(N_("It is for: {who}."), (("who", who_got_it),))


def _sentence(event: Event) -> str:
    if event.what == "restored" and event.person is not None:
        return N_("{name} brought back the plan of {person}, from a backup.")
    return _DONE[event.what]
