"""How names are said, as people taught it: a spelling for the voice, or the name said by somebody.

A recording is heard where the name stands alone. Within a sentence a voice says the spelling: cut
into it, a recording breaks it in three. Measured with the bundled voice, the sentence then ends
three times (the pitch falls to 80 Hz each time, which it does once in the whole one), has half a
second of silence on both sides of the name, and goes on in another voice and another room.
"""

from typing import Any

import msgspec

from app.model import text
from app.model.change import Change
from app.model.ids import RecordId, SoundRef
from app.model.person import Person, Supporter
from app.model.record import Record
from app.model.wording import N_
from app.usecases.ports import Notebook, UnitOfWork

Named = Record[Person] | Record[Supporter]


def named(notebook: Notebook, *, person: RecordId | None) -> tuple[Named, ...]:
    """The person, then everybody around them who has not left; without one, all whose plans it has.

    Raises:
        NotFoundError: there is no such person.

    """
    with notebook.unit_of_work() as work:
        if person is None:
            return work.records.find(Person)
        whose = work.records.get(person, Person)
        around = work.records.find(Supporter, person=person)
    return (whose, *(each for each in around if each.body.left_on is None))


def name_of(each: Named) -> str:
    """The name that is shown."""
    body = each.body
    return body.preferred_name if isinstance(body, Person) else body.name


def taught(notebook: Notebook, *, person: RecordId | None) -> dict[str, str]:
    """Each name that is said otherwise than a voice would, and how it is spelt for the voice."""
    names: dict[str, str] = {}
    for each in named(notebook, person=person):
        for name, said in sounds(name_of(each), each.body.said_as).items():
            names.setdefault(name, said)
    return names


def sounds(name: str, said_as: str) -> dict[str, str]:
    """A name and its spelling, and those of its parts where there are as many of both.

    Plans mostly use the first name alone: of "Niamh Byrne" as "Neev Burn", "Niamh" is "Neev".
    """
    if not said_as.strip():
        return {}
    parts, spelt = name.split(), said_as.split()
    found = {name: said_as}
    if len(parts) == len(spelt):
        pairs = zip(parts, spelt, strict=True)
        found |= {part: said for part, said in pairs if part != said}
    return found


def recorded(notebook: Notebook, *, person: RecordId | None) -> dict[str, SoundRef]:
    """Each name that somebody said into the computer; of two who are called alike, the first."""
    names: dict[str, SoundRef] = {}
    for each in named(notebook, person=person):
        if each.body.said is not None:
            names.setdefault(name_of(each), each.body.said)
    return names


def teach(
    notebook: Notebook, *, person: RecordId, record: RecordId, said_as: str, by: RecordId
) -> Change:
    """Keep how a name is spelt for a voice; empty for as it is written.

    Nothing is written if it was so.

    Args:
        notebook: the open notebook.
        person: whose plan it is.
        record: the person, or somebody around them.
        said_as: the spelling in which a voice says it right.
        by: who writes it.

    Raises:
        BadWordsError: it is far too long.

    """
    said = text.name(said_as) if said_as.strip() else ""
    with notebook.unit_of_work() as work:
        return _write(work, whose(work, person, record), by, N_("how a name is said"), said_as=said)


def keep(
    notebook: Notebook, *, person: RecordId, record: RecordId, sound: bytes, by: RecordId
) -> Change:
    """Keep a recording of a name; the one before stays in its history.

    Args:
        notebook: the open notebook.
        person: whose plan it is.
        record: the person, or somebody around them.
        sound: the recording.
        by: who writes it.

    Raises:
        BadSoundError: it is none that can be kept.

    """
    with notebook.unit_of_work() as work:
        said = work.media.put_sound(sound)
        return _write(work, whose(work, person, record), by, N_("name recorded"), said=said)


def take_off(notebook: Notebook, *, person: RecordId, record: RecordId, by: RecordId) -> Change:
    """Let a voice say the name again; the recording stays in its history."""
    with notebook.unit_of_work() as work:
        name = N_("recording of a name taken away")
        return _write(work, whose(work, person, record), by, name, said=None)


def whose(work: UnitOfWork, person: RecordId, record: RecordId) -> Named:
    """The person, or somebody around them."""
    if record == person:
        return work.records.get(record, Person)
    return work.records.get(record, Supporter)


def _write(work: UnitOfWork, now: Named, by: RecordId, name: str, **fields: Any) -> Change:
    body = msgspec.structs.replace(now.body, **fields)
    if body == now.body:
        return Change()
    work.records.revise(now.id, body, by=by)
    return work.commit(name)
