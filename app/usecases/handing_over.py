"""What leaves the program for somebody else: whether it may, and that it did (rule R7)."""

import dataclasses
import datetime
from collections.abc import Callable, Mapping
from typing import cast

import msgspec

from app.model.change import Change
from app.model.contents import Contents
from app.model.documents.kind import DocumentKind
from app.model.errors import NotAllowedError, OwnCopyFirstError
from app.model.guide import Guide
from app.model.ids import RecordId
from app.model.plan import Plan
from app.model.record import Record
from app.model.sections import Sections
from app.model.session import Session
from app.model.sharing import CopyMade
from app.model.sharing_rules import Asked, Why
from app.model.statement import Statement
from app.model.wording import N_
from app.usecases import documents
from app.usecases.by_machine import Guarding
from app.usecases.ports import Notebook, UnitOfWork
from app.usecases.sharing import (
    NOT_CHOSEN,
    SharedPlan,
    named_to,
    read_shared_plan,
    read_sharing,
    to_reader,
)

_BLOCKED: dict[Why, str] = {
    "said_no": N_("{person} said no, so nothing was given to {name}."),
    "ask_first": N_(
        "{person} wants to be asked each time. Please ask now, in the program, "
        "so nothing was given to {name} yet."
    ),
    "not_decided": N_("{person} has not decided yet, so nothing was given to {name}."),
    "some_only": N_("{person} shares other parts with {name}, so nothing was given."),
    "other_way": N_(
        "{person} said yes to another way for {name} to see it, so nothing was given in this way."
    ),
    "other_purpose": N_(
        "{person} said yes to {name} for another reason, so nothing was given for this one."
    ),
    "came_later": N_(
        "{name} came after {person} said yes. Please ask {person} again; nothing was given."
    ),
    "ended": N_("The yes of {person} has ended, so nothing was given to {name}."),
    "left": N_("{name} has left, so nothing was given."),
    "draft": N_("Nothing of this plan was read back and kept yet, so nothing was given to {name}."),
    "private": N_("These words are only for {person}, so nothing was given to {name}."),
    "line_by_line": N_(
        "{person} says yes or no to each of these lines, so nothing was given to {name} yet."
    ),
}
_OWN_FIRST = N_(
    "{person} was not offered their own copy of these words yet. "
    "Please offer it first; then {name} can have one."
)


def allowed(
    notebook: Notebook,
    *,
    person: RecordId,
    asked: Asked,
    sections: Sections,
    guides: Mapping[str, Guide],
    own_declined: bool = False,
    guarding: Guarding | None = None,
) -> SharedPlan:
    """What may be given to this reader, if anything may (rule R7).

    On paper or as a file the person's own copy comes first (moment Z4): it was printed, or offered
    at the end of a talk, since the last of these words was kept.

    Args:
        notebook: the open notebook.
        person: whose plan it is.
        asked: who is to have it, for what, in which way.
        sections: the plan's sections.
        guides: in which talks a copy is offered.
        own_declined: the person was offered their own copy just now, and did not want one.
        guarding: says what only people translate (rule R12); without it no translation is given
            that no person stands for.

    Raises:
        NotAllowedError: no choice covers any sentence.
        OwnCopyFirstError: the person's own copy comes first.

    """
    with notebook.unit_of_work() as work:
        found = read_sharing(work, person)
        shared = read_shared_plan(work, found, asked, sections, guarding=guarding)
        _refuse(work, shared, asked, guides, own_declined=own_declined)
        known = named_to(found, asked, sections)
        return dataclasses.replace(shared, plan=documents.naming_only(shared.plan, known))


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class ToGive:
    """What a reader may have of one document, and what it was cut from."""

    shared: SharedPlan
    contents: Contents


def allowed_document(
    notebook: Notebook,
    *,
    person: RecordId,
    asked: Asked,
    kind: DocumentKind,
    about: RecordId | None,
    sections: Sections,
    guides: Mapping[str, Guide],
    own_declined: bool = False,
    guarding: Guarding | None = None,
) -> ToGive:
    """The same as :func:`allowed`, for one document: with its records, and nothing it lacks.

    Raises:
        NotAllowedError: no choice covers anything that stands in it.
        OwnCopyFirstError: the person's own copy comes first.
        NotFoundError: there is no such person.

    """
    asked = dataclasses.replace(asked, document=kind.key)
    with notebook.unit_of_work() as work:
        found = read_sharing(work, person)
        shared = read_shared_plan(work, found, asked, sections, guarding=guarding)
        contents = documents.for_a_reader(
            work, found, shared, asked, kind, sections=sections, about=about
        )
        _refuse(
            work, shared, asked, guides, own_declined=own_declined, nothing=contents.empty_for(kind)
        )
        return ToGive(shared=shared, contents=contents)


def _refuse(
    work: UnitOfWork,
    shared: SharedPlan,
    asked: Asked,
    guides: Mapping[str, Guide],
    *,
    own_declined: bool,
    nothing: bool = False,
) -> None:
    """Stop what no choice covers, and what leaves before the person was offered their own."""
    names = {"person": shared.plan.person.body.preferred_name, "name": asked.reader.name}
    if nothing or not shared.plan.lines:
        raise NotAllowedError(blocked(shared), **names)
    leaves = asked.how in {"paper", "file"}
    if leaves and not own_declined and not _own_offered(work, shared.plan, asked, guides):
        raise OwnCopyFirstError(_OWN_FIRST, **names)


def blocked(shared: SharedPlan) -> str:
    """Why a reader may see nothing, in a sentence that names ``{person}`` and ``{name}``."""
    return _BLOCKED.get(shared.main_reason, NOT_CHOSEN)


def _own_offered(work: UnitOfWork, plan: Plan, asked: Asked, guides: Mapping[str, Guide]) -> bool:
    """Whether the person could have their own copy since the last of these words was kept."""
    person = plan.person.id
    theirs = {("printed", each, "person") for each in ("booklet", asked.document)}
    printed = (
        each.at
        for each in work.events.read(person=person)
        if (each.what, each.document, each.for_whom) in theirs
    )
    offered = (
        given.at
        for talk in work.records.find(Session, person=person)
        if talk.body.guide in guides
        for moment in guides[talk.body.guide].moments
        if moment.kind == "copy" and (given := talk.body.answers.get(moment.id)) is not None
    )
    last = max((at for at in (*printed, *offered) if at is not None), default=None)
    return last is not None and all(_kept_by(work, line.statement, last) for line in plan.lines)


def _kept_by(work: UnitOfWork, statement: Record[Statement], at: datetime.datetime) -> bool:
    """Whether a sentence stood as it does now, and was kept, at a moment.

    The day on which it was read back says so; on that very day, the revision that was written then.
    One that came from elsewhere later has no moment on that day.
    """
    now, day = statement.body, at.astimezone().date()
    on = now.read_back.on
    if on is not None and on != day:
        return on < day
    kept = statement.changed_at
    for revision in reversed(work.records.history(statement.id)):
        then = cast("Statement", revision.body)
        if (then.original, then.read_back) != (now.original, now.read_back):
            break
        kept = revision.at
    return kept <= at or (on is not None and kept.astimezone().date() != on)


def give(
    notebook: Notebook,
    *,
    shared: SharedPlan,
    asked: Asked,
    by: RecordId,
    put: Callable[[], object],
    own_declined: bool = False,
) -> Change:
    """Write down what leaves, then let it leave. What cannot leave is taken back from the list.

    Args:
        notebook: the open notebook.
        shared: what :func:`allowed` gave.
        asked: what it was asked, and as which document.
        by: who gives it.
        put: puts the file in its place, or shows it.
        own_declined: the person did not want a copy of their own.

    """
    person = shared.plan.person.id
    copy = CopyMade(
        person=person,
        document=asked.document,
        to=to_reader(asked.reader),
        how=asked.how,
        purpose=asked.purpose,
        on=asked.on,
        choice=shared.choice,
        own_declined=own_declined,
    )
    with notebook.unit_of_work() as work:
        written = work.records.add(copy, by=by)
        work.events.note(
            "shared" if asked.how == "see_here" else "printed",
            person=person,
            document=asked.document,
            for_whom=asked.reader.role or "other",
        )
        change = work.commit()
    try:
        put()
    except BaseException:
        with notebook.unit_of_work() as work:
            work.records.revise(written.id, copy, by=by, withdrawn=True)
            work.commit()
        raise
    return change


def came_back(notebook: Notebook, *, copy: RecordId, on: datetime.date, by: RecordId) -> Change:
    """A paper copy came back."""
    with notebook.unit_of_work() as work:
        body = work.records.get(copy, CopyMade).body
        work.records.revise(copy, msgspec.structs.replace(body, collected_on=on), by=by)
        return work.commit(N_("copy came back"))
