"""Plan files: taking people's plans in from one, and writing one person's plan out to one."""

import contextlib
import datetime
from collections.abc import Iterator
from pathlib import Path

import msgspec

from app.model.change import Change
from app.model.errors import BadPictureError, BadPlanFileError
from app.model.ids import PictureRef, RecordId
from app.model.person import Person, Supporter
from app.model.planfile import LARGEST_FILE, Earlier, Entry, PlanFile, write_plan_file
from app.model.planreading import read_plan_file, refuse_too_large
from app.model.planrefs import pictures_in
from app.model.record import Body, Record
from app.model.sections import Sections
from app.model.session import Board, Session
from app.model.statement import Statement
from app.model.wording import N_
from app.usecases import events
from app.usecases.photos import check_photo
from app.usecases.ports import Notebook, UnitOfWork


def read_file(path: Path) -> bytes:
    """What stands in a plan file, which is not read if it is far too large to be one.

    Raises:
        BadPlanFileError: there is no such file, it cannot be read, or it is too large.

    """
    try:
        with path.open("rb") as file:
            refuse_too_large(path.stat().st_size)
            return file.read(LARGEST_FILE + 1)
    except OSError as error:
        raise BadPlanFileError(
            N_("The plan file {file} cannot be read. Please check its name and place."),
            file=path,
        ) from error


def import_plan(notebook: Notebook, *, data: bytes, sections: Sections) -> Change:
    """Take in everything of a plan file, with its earlier words, or nothing.

    Raises:
        BadPlanFileError: something in the file is wrong, or is in the notebook already.
        NewerVersionError: a newer program made the file.

    """
    plan = read_plan_file(data)
    for name, entry in plan.entries():
        for body in (entry.body, *(each.body for each in entry.earlier)):
            if isinstance(body, Statement) and body.section not in sections:
                raise BadPlanFileError(
                    N_(
                        'The plan file names a section "{section}" that this program does not '
                        'know ({kind}, "{record}"). Nothing of it was taken in.'
                    ),
                    section=body.section[:64],
                    kind=name,
                    record=entry.id,
                )
    for ref, picture in plan.pictures.items():
        with _named(ref):
            check_photo(picture)
    with notebook.unit_of_work() as work:
        for ref, picture in plan.pictures.items():
            with _named(ref):
                work.media.put(picture)
        for name, entry in plan.entries():
            _refuse_known(work, name, entry)
            _take_in(work, entry)
        return work.commit()


def export_plan(notebook: Notebook, *, person: RecordId, at: datetime.datetime) -> bytes:
    """One person's whole plan as a plan file, drafts and private sentences among it.

    What the person wished to be hidden is left out, with their replies to it. Whoever has put it
    where it was to go says so with :func:`note_export`.

    Raises:
        NotFoundError: there is no such person.

    """
    with notebook.unit_of_work() as work:
        records = work.records
        owner = records.get(person, Person)
        said = records.find(Statement, person=person)
        there = {each.id for each in said}
        lists: dict[str, tuple[Entry[Body], ...]] = {
            "people": (_entry(owner),),
            "supporters": tuple(map(_entry, records.find(Supporter, person=person))),
            "sessions": tuple(map(_entry, records.find(Session, person=person))),
            "statements": tuple(
                _with_earlier(work, each, there)
                for each in said
                if each.body.answer_to is None or each.body.answer_to.statement in there
            ),
            "boards": tuple(map(_entry, records.find(Board, person=person))),
        }
        plan = PlanFile(made_at=at, lists=lists, pictures={})
        shown = {
            ref: picture
            for _, entry in plan.entries()
            for body in (entry.body, *(each.body for each in entry.earlier))
            for ref in pictures_in(body)
            if ref.startswith("photo:") and (picture := work.media.get(ref)) is not None
        }
        return write_plan_file(PlanFile(made_at=at, lists=lists, pictures=shown))


def note_export(notebook: Notebook, *, person: RecordId) -> None:
    """Write down that somebody's plan file was saved."""
    events.note(notebook, what="exported", person=person, document="plan_file")


@contextlib.contextmanager
def _named(ref: PictureRef) -> Iterator[None]:
    """Say which picture of the file it is that cannot be used."""
    try:
        yield
    except BadPictureError as error:
        raise BadPlanFileError(
            N_(
                'The plan file holds a picture that cannot be used ("{picture}"). '
                "Nothing of it was taken in."
            ),
            picture=ref,
        ) from error


def _refuse_known(work: UnitOfWork, name: str, entry: Entry[Body]) -> None:
    if work.records.history(entry.id):
        raise BadPlanFileError(
            N_(
                "This plan is in the notebook already, or a part of it "
                '({kind}, "{record}"). Nothing of the file was taken in.'
            ),
            kind=name,
            record=entry.id,
        )


def _take_in(work: UnitOfWork, entry: Entry[Body]) -> None:
    session = getattr(entry.body, "session", None)
    written = [(each.at, each.by, each.body) for each in entry.earlier]
    written.append(
        (entry.changed_at or entry.created_at, entry.changed_by or entry.created_by, entry.body)
    )
    _, _, first = written[0]
    work.records.add(
        first, by=entry.created_by, record=entry.id, session=session, at=entry.created_at
    )
    for at, by, body in written[1:]:
        work.records.revise(entry.id, body, by=by, session=session, at=at)


def _entry(record: Record[Body]) -> Entry[Body]:
    return Entry(
        id=record.id,
        created_at=record.created_at,
        created_by=record.created_by,
        body=record.body,
    )


def _with_earlier(work: UnitOfWork, record: Record[Statement], there: set[RecordId]) -> Entry[Body]:
    before: tuple[Earlier[Body], ...] = tuple(
        Earlier(at=each.at, by=each.by, body=_pruned(each.body, there))
        for each in work.records.history(record.id)
        if each.id != record.revision
    )
    return Entry(
        id=record.id,
        created_at=record.created_at,
        created_by=record.created_by,
        body=_pruned(record.body, there),
        earlier=before,
        changed_at=record.changed_at if before else None,
        changed_by=record.changed_by if before else None,
    )


def _pruned(body: Body, there: set[RecordId]) -> Body:
    """A sentence without the names of sentences that are hidden."""
    if not isinstance(body, Statement) or there.issuperset(body.conflicts_with):
        return body
    left = tuple(each for each in body.conflicts_with if each in there)
    return msgspec.structs.replace(body, conflicts_with=left)
