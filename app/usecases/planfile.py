"""Plan files: taking people's plans in from one, and writing one person's plan out to one."""

import contextlib
import dataclasses
import datetime
from collections.abc import Iterator, Mapping
from pathlib import Path

import msgspec

from app.model import halfsaid, shape
from app.model.change import Change
from app.model.errors import BadPictureError, BadPlanFileError, BadSoundError
from app.model.ids import PictureRef, RecordId, RevisionId, SoundRef
from app.model.kinds import LISTS
from app.model.person import Person, Supporter
from app.model.picture_sets import set_ref
from app.model.pictures import OF_A_SET, Picture, is_kept, without_not
from app.model.planfile import (
    LARGEST_FILE,
    Entry,
    PlanFile,
    Typing,
    Version,
    photo_ref,
    write_plan_file,
)
from app.model.planreading import read_plan_file, refuse_too_large
from app.model.record import Body, Record
from app.model.sections import Sections
from app.model.statement import Statement
from app.model.wording import N_
from app.pictures.dots_only import holds_only_dots
from app.usecases import events, recordings
from app.usecases.photos import check_photo, clean_photo
from app.usecases.ports import Notebook, UnitOfWork
from app.usecases.set_pictures import check_set_picture

Renamed = Mapping[PictureRef, PictureRef]
"""The new names of pictures that were changed, by their old ones."""


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
    """Take in everything of a plan file, with its earlier and its unfinished words, or nothing.

    What is hidden in the file stays hidden. Nobody gets a key by it: whoever opens this notebook
    says anew who they are to the person.

    Raises:
        BadPlanFileError: something in the file is wrong, or is in the notebook already.
        NewerVersionError: a newer program made the file.

    """
    plan = read_plan_file(data)
    known = {"", *(section.id for section in sections)}  # some is said for a record alone
    for name, entry in plan.entries():
        for body in (each.body for each in entry.versions):
            if isinstance(body, Statement) and body.section not in known:
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
            (check_set_picture if ref.startswith(OF_A_SET) else check_photo)(picture)
    pictures, renamed = _cleaned(plan.pictures)
    with notebook.unit_of_work() as work:
        for ref, picture in pictures.items():
            with _named(ref):
                _keep(work, ref, picture)
        for sound, held in plan.sounds.items():
            with _named_sound(sound):
                recordings.check_whole(held)
                work.media.put_sound(held)
        for name, entry in plan.entries():
            _refuse_known(work, name, entry)
            _take_in(work, _with_names(entry, renamed))
        for half in plan.unfinished:
            words = _put(halfsaid.write(half.said).encode(), renamed).decode()
            work.unfinished.keep(session=RecordId(half.within), moment=half.moment, words=words)
        return work.commit()


def export_plan(notebook: Notebook, *, person: RecordId, at: datetime.datetime) -> bytes:
    """Everything written about one person as a plan file, drafts and private sentences among it.

    What was hidden or undone is in it, marked as hidden; so are every earlier version, and typing
    that nobody has finished. Whoever has put it where it was to go says so with
    :func:`note_export`.

    Raises:
        NotFoundError: there is no such person.

    """
    with notebook.unit_of_work() as work:
        work.records.get(person, Person)
        lists = {
            name: tuple(
                _entry(work, each.id)
                for each in work.records.find(kind, person=person, withdrawn=True)
            )
            for name, kind in LISTS.items()
        }
        unfinished = tuple(
            half
            for name in ("people", "sessions")
            for each in lists[name]
            for half in _unfinished(work, each.id)
        )
        plan = PlanFile(made_at=at, lists=lists, pictures={}, unfinished=unfinished)
        shown = {
            ref: picture
            for ref in _shown(plan)
            if is_kept(ref) and (picture := work.media.get(ref) or work.sets.get(ref)) is not None
        }
        heard = {ref: data for ref in _heard(plan) if (data := work.media.sound(ref)) is not None}
        return write_plan_file(dataclasses.replace(plan, pictures=shown, sounds=heard))


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


def _cleaned(
    pictures: Mapping[PictureRef, Picture],
) -> tuple[Mapping[PictureRef, Picture], Renamed]:
    """The pictures without what a camera wrote into them, and the new names of those changed."""
    kept: dict[PictureRef, Picture] = {}
    renamed: dict[PictureRef, PictureRef] = {}
    for ref, picture in pictures.items():
        if picture.media_type == "image/svg+xml" or holds_only_dots(picture.data):
            kept[ref] = picture
            continue
        with _named(ref):
            cleaned = dataclasses.replace(clean_photo(picture.data), credit=picture.credit)
        new = (set_ref if ref.startswith(OF_A_SET) else photo_ref)(cleaned.data)
        renamed[ref], kept[new] = new, cleaned
    return kept, renamed


def _with_names(entry: Entry[Body], renamed: Renamed) -> Entry[Body]:
    """A record with the new names of its pictures in all of its versions."""
    if not renamed:
        return entry
    versions = (
        dataclasses.replace(
            each,
            body=msgspec.json.decode(
                _put(msgspec.json.encode(each.body), renamed), type=type(each.body)
            ),
        )
        for each in entry.versions
    )
    return dataclasses.replace(entry, versions=tuple(versions))


def _put(written: bytes, renamed: Renamed) -> bytes:
    """Each new name wherever its old one stands: none of them is like anything else."""
    for old, new in renamed.items():
        written = written.replace(old.encode(), new.encode())
    return written


@contextlib.contextmanager
def _named_sound(ref: SoundRef) -> Iterator[None]:
    """Say which recording of the file it is that cannot be used."""
    try:
        yield
    except BadSoundError as error:
        raise BadPlanFileError(
            N_(
                'The plan file holds a recording that cannot be used ("{sound}"). '
                "Nothing of it was taken in."
            ),
            sound=ref,
        ) from error


def _keep(work: UnitOfWork, ref: PictureRef, picture: Picture) -> None:
    if ref.startswith(OF_A_SET):
        work.sets.carry(picture)
    else:
        work.media.put(picture)


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
    first, *further = (_without_key(each) for each in entry.versions)
    added = work.records.add(
        first.body, by=first.by, record=entry.id, session=first.session, at=first.at
    )
    if first.withdrawn:  # a record is written before it can be hidden
        added = _revise(work, entry.id, first, (added.revision,))
    written = [added.revision]
    for each in further:
        replaced = tuple(written[place] for place in each.replaces)
        written.append(_revise(work, entry.id, each, replaced).revision)


def _without_key(version: Version[Body]) -> Version[Body]:
    """A version in which nobody has a key: who opens this notebook is not said by a file (R14)."""
    body = version.body
    if not isinstance(body, Supporter) or not body.worker:
        return version
    return dataclasses.replace(version, body=msgspec.structs.replace(body, worker=""))


def _revise(
    work: UnitOfWork, record: RecordId, version: Version[Body], replaced: tuple[RevisionId, ...]
) -> Record[Body]:
    return work.records.revise(
        record,
        version.body,
        by=version.by,
        session=version.session,
        at=version.at,
        based_on=replaced,
        withdrawn=version.withdrawn,
    )


def _entry(work: UnitOfWork, record: RecordId) -> Entry[Body]:
    history = work.records.history(record)
    places = {each.id: place for place, each in enumerate(history)}
    return Entry(
        id=record,
        versions=tuple(
            Version(
                at=each.at,
                by=each.by,
                body=each.body,
                withdrawn=each.withdrawn,
                session=each.session,
                replaces=tuple(places[old] for old in each.based_on),
            )
            for each in history
        ),
    )


def _unfinished(work: UnitOfWork, within: RecordId) -> Iterator[Typing]:
    """What stands in the writing places of a talk, or of a person outside of one."""
    for moment, words in work.unfinished.of(session=within).items():
        yield Typing(within=within, moment=moment, said=halfsaid.read(words))


def _shown(plan: PlanFile) -> Iterator[PictureRef]:
    """Every picture that the entries and the typing show."""
    for _, entry in plan.entries():
        for version in entry.versions:
            yield from map(without_not, shape.pictures(version.body))
    for half in plan.unfinished:
        if half.said.picture is not None:
            yield without_not(half.said.picture)


def _heard(plan: PlanFile) -> Iterator[SoundRef]:
    """Every recording of the entries."""
    for _, entry in plan.entries():
        for version in entry.versions:
            yield from shape.sounds(version.body)
