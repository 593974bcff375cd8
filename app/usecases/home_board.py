"""You said, we did, for the wall at home: what others may read, and no line in which a name stands.

A promise is on it if its person said that others may read it without their name.
"""

import datetime
import re
from collections.abc import Mapping

import msgspec

from app.model.contents import Contents
from app.model.ids import RecordId, RevisionId
from app.model.person import Person, Supporter
from app.model.plan import Plan
from app.model.promises import Promise
from app.model.record import BodyT, Record
from app.model.statement import Statement
from app.model.wording import N_, Wording
from app.usecases.ports import Notebook, UnitOfWork

_NOBODY = RecordId("nobody")
_OPTIONAL = ("words", "what_changed")
_TOGETHER = ("because_plain", "instead", "how_to_challenge")
"""What "we could not change this" needs (rule R13): all of it stands there, or nothing."""


def for_everybody(notebook: Notebook, *, today: datetime.date, words: Wording) -> Contents:
    """What stands on the wall, out of every plan in the notebook.

    Whose it is, who does it, what they think of it and every line in which somebody's name stands
    are left out here, so that nothing that is set from it can tell.
    """
    with notebook.unit_of_work() as work:
        names = _names(work)
        said = {each.id: each.body for each in work.records.find(Statement)}
        found = [
            each
            for each in work.records.find(Promise)
            if each.body.public_ok and (each.body.owed or each.body.told_on is not None)
        ]
    quoted = {
        each.id: said[each.body.said].original
        for each in found
        if each.body.said is not None and _may_be_quoted(said.get(each.body.said), names)
    }
    lines = [line for each in found if (line := _nameless(each, quoted, names)) is not None]
    told = {each.id for each in lines}
    heading = Person(preferred_name=words.t(N_("For everybody here")))
    return Contents(
        plan=Plan(person=_nobody(heading), supporters=(), sections=(), read_on=today),
        reader=heading.preferred_name,
        own=False,
        others=tuple(lines),
        quoted=quoted,
        whose=tuple(dict.fromkeys(each.body.person for each in found if each.id in told)),
        held_back=len(found) - len(lines),
    )


def _may_be_quoted(said: Statement | None, names: re.Pattern[str]) -> bool:
    return said is not None and said.kept and not said.private and not names.search(said.original)


def _nameless(
    promise: Record[Promise], quoted: Mapping[RecordId, str], names: re.Pattern[str]
) -> Record[Promise] | None:
    """A promise without whose it is; None where nothing, or half a reason, would be left of it."""
    body = promise.body
    if any(names.search(getattr(body, field)) for field in _TOGETHER):
        return None
    lost = {field: "" for field in _OPTIONAL if names.search(getattr(body, field))}
    told = msgspec.structs.replace(
        body, person=_NOBODY, owner=_NOBODY, said=None, session=None, told_in=None, told_how="",
        evidence=(), reaction=None, impact_by_person="not_asked", **lost,
    )  # fmt: skip
    return _plain(promise.id, told) if told.words or promise.id in quoted else None


def _names(work: UnitOfWork) -> re.Pattern[str]:
    """Finds any name of anybody in the notebook, also with an ending, as Marcus in "Marcusa"."""
    people = work.records.find(Person, withdrawn=True)
    around = work.records.find(Supporter, withdrawn=True)
    whole = [
        *(name for each in people for name in (each.body.preferred_name, each.body.legal_name)),
        *(each.body.name for each in around),
    ]
    parts = {part for name in whole for part in name.split()}
    longest_first = sorted(parts, key=lambda part: (-len(part), part))
    if not longest_first:
        return re.compile(r"(?!)")
    either = "|".join(re.escape(part) for part in longest_first)
    joined = "|".join(re.escape(part) for part in longest_first if not part.isascii())
    pattern = rf"(?<!\w)(?:{either})" + (f"|{joined}" if joined else "")
    return re.compile(pattern, re.IGNORECASE)


def _nobody(body: Person) -> Record[Person]:
    return _plain(_NOBODY, body)


def _plain(name: RecordId, body: BodyT) -> Record[BodyT]:
    """A record that tells nothing of who wrote it, and when."""
    never = datetime.datetime.fromtimestamp(0, datetime.UTC)
    return Record(
        id=name,
        kind="",
        revision=RevisionId(""),
        others=(),
        version=1,
        created_at=never,
        created_by=_NOBODY,
        changed_at=never,
        changed_by=_NOBODY,
        session=None,
        withdrawn=False,
        body=body,
    )
