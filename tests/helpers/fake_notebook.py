"""A notebook in memory: what the use cases need of one, and nothing that takes time."""

import datetime
import hashlib
import itertools
from types import TracebackType
from typing import Any, Self

from app.model import recordings
from app.model.action import Action
from app.model.change import Change, Touched
from app.model.errors import NotFoundError
from app.model.event import Event, refuse_words
from app.model.ids import (
    ActionId,
    EventId,
    PictureRef,
    RecordId,
    RevisionId,
    SoundRef,
    new_record_id,
    new_revision_id,
    new_uuid7,
)
from app.model.kinds import kind_of, read_body, write_body
from app.model.picture_sets import set_ref
from app.model.pictures import Picture
from app.model.record import Body, Record, Revision, heads


class FakeNotebook:
    """Keeps revisions, photos and unfinished typing as long as it lives."""

    def __init__(self) -> None:
        self.revisions: list[Revision[Body]] = []
        self.photos: dict[PictureRef, Picture] = {}
        self.sounds: dict[SoundRef, bytes] = {}
        self.carried: dict[PictureRef, Picture] = {}
        self.typing: dict[tuple[str, str], str] = {}
        self.actions: list[tuple[Action, tuple[RevisionId, ...]]] = []
        self.events: list[Event] = []
        self.facts: dict[str, str] = {}

    def unit_of_work(self) -> "FakeWork":
        return FakeWork(self)


class FakeWork:
    """One change: written to copies that take the originals' place when it is committed."""

    def __init__(self, notebook: FakeNotebook) -> None:
        self.notebook = notebook
        self.revisions = list(notebook.revisions)
        self.photos = dict(notebook.photos)
        self.sounds = dict(notebook.sounds)
        self.typing = dict(notebook.typing)
        self.events = FakeEvents(list(notebook.events))
        self.facts = FakeFacts(dict(notebook.facts))
        self.actions = FakeActions(self)
        self.records = FakeRecords(self)
        self.media = FakeMedia(self)
        self.carried = dict(notebook.carried)
        self.sets = FakeSets(self.carried)
        self.unfinished = FakeUnfinished(self.typing)

    def commit(
        self,
        action: str = "",
        *,
        undoes: ActionId | None = None,
        redoes: ActionId | None = None,
    ) -> Change:
        new = self.revisions[len(self.notebook.revisions) :]
        if action and new:
            (person,) = {each.body.facets(each.record).person for each in new}
            done = Action(
                id=ActionId(new_uuid7()),
                name=action,
                by=new[-1].by,
                at=datetime.datetime.now(datetime.UTC),
                person=person,
                session=next((each.session for each in new if each.session), None),
                undoes=undoes,
                redoes=redoes,
            )
            self.notebook.actions.append((done, tuple(each.id for each in new)))
        self.notebook.events = self.events.events
        self.notebook.facts = self.facts.facts
        self.notebook.revisions = self.revisions
        self.notebook.photos = self.photos
        self.notebook.sounds = self.sounds
        self.notebook.carried = self.carried
        self.notebook.typing = self.typing
        return Change(tuple(Touched(r.kind, r.record, r.body.facets(r.record).person) for r in new))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        pass


class FakeFacts:
    def __init__(self, facts: dict[str, str]) -> None:
        self.facts = facts

    def get(self, name: str) -> str:
        return self.facts.get(name, "")

    def keep(self, name: str, value: str) -> None:
        self.facts[name] = value


class FakeRecords:
    def __init__(self, work: FakeWork) -> None:
        self.work = work

    def add(
        self,
        body: Any,
        *,
        by: RecordId,
        session: RecordId | None = None,
        record: RecordId | None = None,
        at: datetime.datetime | None = None,
    ) -> Record[Any]:
        record = record or new_record_id()
        if any(each.record == record for each in self.work.revisions):
            raise ValueError(record)
        return self._write(record, body, (), by=by, session=session, at=at, withdrawn=False)

    def revise(
        self,
        record: RecordId,
        body: Any,
        *,
        by: RecordId,
        session: RecordId | None = None,
        at: datetime.datetime | None = None,
        based_on: tuple[Any, ...] | None = None,
        withdrawn: bool = False,
    ) -> Record[Any]:
        now = self.get(record, type(body))
        return self._write(
            record,
            body,
            based_on or (now.revision,),
            by=by,
            session=session,
            at=at,
            withdrawn=withdrawn,
        )

    def _write(
        self,
        record: RecordId,
        body: Any,
        based_on: tuple[Any, ...],
        *,
        by: RecordId,
        session: RecordId | None,
        at: datetime.datetime | None,
        withdrawn: bool,
    ) -> Record[Any]:
        kind = kind_of(body)
        revision = Revision(
            id=new_revision_id(),
            record=record,
            kind=kind,
            based_on=based_on,
            session=session,
            by=by,
            device="fake",
            at=at or datetime.datetime.now(datetime.UTC),
            schema=1,
            withdrawn=withdrawn,
            body=read_body(kind, write_body(body)),
        )
        self.work.revisions.append(revision)
        return self.get(record, type(body))

    def get(self, record: RecordId, kind: Any) -> Record[Any]:
        own = self.history(record)
        if not own or own[0].kind != kind_of(kind):
            raise NotFoundError("There is no such record.")
        ends = heads(own)
        now, first = ends[0], own[0]
        return Record(
            id=record,
            kind=now.kind,
            revision=now.id,
            others=tuple(each.id for each in ends[1:]),
            version=len(own),
            created_at=first.at,
            created_by=first.by,
            changed_at=now.at,
            changed_by=now.by,
            session=now.body.facets(record).session,
            withdrawn=now.withdrawn,
            body=now.body,
        )

    def find(
        self,
        kind: Any,
        *,
        person: RecordId | None = None,
        session: RecordId | None = None,
        section: str | None = None,
        since: datetime.datetime | None = None,
        withdrawn: bool = False,
    ) -> tuple[Record[Any], ...]:
        ids = dict.fromkeys(r.record for r in self.work.revisions if r.kind == kind_of(kind))
        found = []
        for each in (self.get(one, kind) for one in ids):
            facets = each.body.facets(each.id)
            if (
                person in {None, facets.person}
                and session in {None, facets.session}
                and section in {None, facets.section}
                and (since is None or each.created_at >= since)
                and (withdrawn or not each.withdrawn)
            ):
                found.append(each)
        return tuple(found)

    def search(
        self, words: str, *, person: RecordId | None = None, most: int | None = 50
    ) -> tuple[Record[Any], ...]:
        wanted = words.casefold().split()
        kinds = {type(r.body) for r in self.work.revisions}
        every = itertools.chain.from_iterable(self.find(kind, person=person) for kind in kinds)
        found = (
            each
            for each in sorted(every, key=lambda each: each.created_at, reverse=True)
            if all(any(word.startswith(one) for word in _words(each)) for one in wanted)
        )
        return tuple(itertools.islice(found, most))

    def history(self, record: RecordId) -> tuple[Revision[Any], ...]:
        return tuple(each for each in self.work.revisions if each.record == record)


def _words(record: Record[Any]) -> list[str]:
    return record.body.facets(record.id).words.casefold().replace(".", " ").split()


class FakeActions:
    """Replays a person's actions on two stacks."""

    def __init__(self, work: FakeWork) -> None:
        self.work = work

    def next_undo(self, *, person: RecordId) -> Action | None:
        return (self._stacks(person)[0] or [None])[-1]

    def next_redo(self, *, person: RecordId) -> Action | None:
        return (self._stacks(person)[1] or [None])[-1]

    def _stacks(self, person: RecordId) -> tuple[list[Any], list[Any]]:
        done: list[Any] = []
        undone: list[Any] = []
        for action, _ in self.work.notebook.actions:
            if action.person != person:
                continue
            if action.undoes:
                undone.append(done.pop())
            elif action.redoes:
                done.append(undone.pop())
            else:
                done.append(action)
                undone.clear()
        return done, undone

    def written(self, action: ActionId) -> tuple[Revision[Any], ...]:
        ids = next(ids for each, ids in self.work.notebook.actions if each.id == action)
        return tuple(each for each in self.work.revisions if each.id in ids)

    def of_record(self, record: RecordId) -> dict[RevisionId, Action]:
        own = {each.id for each in self.work.revisions if each.record == record}
        return {each: action for action, ids in self.work.notebook.actions for each in ids
                if each in own}  # fmt: skip


class FakeEvents:
    def __init__(self, events: list[Event]) -> None:
        self.events = events

    def note(
        self,
        what: Any,
        *,
        person: RecordId | None = None,
        document: Any = "",
        for_whom: Any = "",
    ) -> None:
        refuse_words(what=what, document=document, for_whom=for_whom)
        self.events.append(
            Event(
                id=EventId(new_uuid7()),
                at=datetime.datetime.now(datetime.UTC),
                what=what,
                worker="worker-1",
                device="fake",
                person=person,
                document=document,
                for_whom=for_whom,
            )
        )

    def read(
        self,
        *,
        person: RecordId | None = None,
        before: EventId | None = None,
        latest: int | None = None,
    ) -> tuple[Event, ...]:
        found = [each for each in self.events if person in {None, each.person}]
        found = [each for each in found if before is None or each.id < before]
        return tuple(found if latest is None else found[max(0, len(found) - latest) :])


class FakeMedia:
    def __init__(self, work: FakeWork) -> None:
        self.work, self.photos = work, work.photos

    def put(self, picture: Picture) -> PictureRef:
        ref = PictureRef(f"photo:{hashlib.sha256(picture.data).hexdigest()}")
        self.photos.setdefault(ref, picture)
        return ref

    def get(self, ref: PictureRef) -> Picture | None:
        return self.photos.get(ref)

    def put_sound(self, data: bytes) -> SoundRef:
        recordings.check(data)
        ref = recordings.sound_ref(data)
        self.work.sounds.setdefault(ref, data)
        return ref

    def sound(self, ref: SoundRef) -> bytes | None:
        return self.work.sounds.get(ref)

    def remove(self, ref: Any, *, told_in: RecordId) -> bool:
        now = {record: heads(self.work.records.history(record))[0] for record in self._records()}
        mine = now[told_in].body.facets(told_in).person
        for each in self.work.revisions:
            theirs = each.body.facets(each.record).person != mine
            shown = now[each.record] is each and not each.withdrawn and each.record != told_in
            if (theirs or shown) and ref.encode() in write_body(each.body):
                return False
        if any(ref in words for words in self.work.typing.values()):
            return False
        return (self.work.sounds.pop(ref, None) or self.photos.pop(ref, None)) is not None

    def _records(self) -> set[RecordId]:
        return {each.record for each in self.work.revisions}


class FakeSets:
    """Pictures that plans brought along; importing a set needs a notebook that is a file."""

    def __init__(self, carried: dict[PictureRef, Picture]) -> None:
        self.carried = carried

    def carry(self, picture: Picture) -> PictureRef:
        ref = set_ref(picture.data)
        self.carried.setdefault(ref, picture)
        return ref

    def get(self, ref: PictureRef) -> Picture | None:
        return self.carried.get(ref)

    def all(self) -> tuple[()]:
        return ()


class FakeUnfinished:
    def __init__(self, typing: dict[tuple[str, str], str]) -> None:
        self.typing = typing

    def keep(self, *, session: RecordId, moment: str, words: str) -> None:
        if words:
            self.typing[session, moment] = words
        else:
            self.typing.pop((session, moment), None)

    def get(self, *, session: RecordId, moment: str) -> str:
        return self.typing.get((session, moment), "")

    def of(self, *, session: RecordId) -> dict[str, str]:
        return {moment: words for (one, moment), words in self.typing.items() if one == session}

    def places(self) -> frozenset[RecordId]:
        return frozenset(RecordId(one) for one, _ in self.typing)
