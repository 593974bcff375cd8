"""What use cases need of a notebook. ``app.store`` provides it; tests may put a fake in place."""

import datetime
from collections.abc import Iterator
from types import TracebackType
from typing import Protocol, Self, TypeVar

from app.model.action import Action
from app.model.change import Change
from app.model.event import Document, Event, ForWhom, What
from app.model.ids import ActionId, EventId, PictureRef, RecordId, RevisionId, SoundRef
from app.model.picture_sets import FoundPicture, NamedPicture, NewPicture, PictureSet, SetDetails
from app.model.pictures import Picture
from app.model.record import Body, Record, Revision

BodyT = TypeVar("BodyT", bound=Body)


class Records(Protocol):
    """The records of one notebook, within one unit of work."""

    def add(
        self,
        body: BodyT,
        *,
        by: RecordId,
        session: RecordId | None = None,
        record: RecordId | None = None,
        at: datetime.datetime | None = None,
    ) -> Record[BodyT]:
        """Write the first revision of a new record.

        Args:
            body: what it says.
            by: the supporter or person who writes it.
            session: the session in which it is written.
            record: its identifier if it has one already (import), else a new one is made.
            at: when, in UTC; now if left out.

        Raises:
            ValueError: a record of this identifier exists.

        """

    def revise(
        self,
        record: RecordId,
        body: BodyT,
        *,
        by: RecordId,
        session: RecordId | None = None,
        at: datetime.datetime | None = None,
        based_on: tuple[RevisionId, ...] | None = None,
        withdrawn: bool = False,
    ) -> Record[BodyT]:
        """Write a further revision, based on the current one unless told on which.

        Raises:
            NotFoundError: there is no such record.

        """

    def get(self, record: RecordId, kind: type[BodyT]) -> Record[BodyT]:
        """What is true now of one record.

        Raises:
            NotFoundError: there is none of this kind under this identifier.

        """

    def find(
        self,
        kind: type[BodyT],
        *,
        person: RecordId | None = None,
        session: RecordId | None = None,
        section: str | None = None,
        since: datetime.datetime | None = None,
        withdrawn: bool = False,
    ) -> tuple[Record[BodyT], ...]:
        """The records of a kind, in the order in which they were first written.

        ``since`` leaves out those first written in this notebook before that time, and reads
        none of them; ``withdrawn`` also gives those that were hidden.
        """

    def search(
        self, words: str, *, person: RecordId | None = None, most: int | None = 50
    ) -> tuple[Record[Body], ...]:
        """The records in which all these words (or beginnings of words) occur, newest first.

        Args:
            words: what was typed.
            person: whose records are looked through: while a session with one person is open,
                nobody else's may be. Everybody's if left out.
            most: how many are wanted; None for all of them.

        """

    def history(self, record: RecordId) -> tuple[Revision[Body], ...]:
        """Every revision of a record, the first first."""


class Media(Protocol):
    """Photos, drawings and recordings, each under the hash of its content."""

    def put(self, picture: Picture) -> PictureRef:
        """Keep a picture (once, however often it is put) and say how it is called."""

    def get(self, ref: PictureRef) -> Picture | None:
        """The picture, or None if this notebook has none of this name."""

    def put_sound(self, data: bytes) -> SoundRef:
        """Keep a recording (once, however often it is put) and say how it is called."""

    def sound(self, ref: SoundRef) -> bytes | None:
        """The recording, or None if this notebook has none of this name."""

    def remove(self, ref: PictureRef | SoundRef, *, told_in: RecordId) -> bool:
        """Delete a photo that nothing shows, or a recording that nothing has; whether it was.

        It stays where a record that is not withdrawn, anything of another person, or something
        half said names it.

        Args:
            ref: the photo or the recording.
            told_in: the record of who is in it, or that it was deleted, which does not count.

        """


class PictureSets(Protocol):
    """The picture sets that were imported, and what plans show of them."""

    def there(self, set_id: str) -> frozenset[str]:
        """What the file of a set calls those of its pictures that are here."""

    def begin(self, details: SetDetails, *, of: int) -> None:
        """Have a set, with these details from now on, of which so many are to come in all."""

    def add(self, set_id: str, new: NewPicture) -> bool:
        """Keep a picture of a set (what it shows once, however many show it).

        Returns:
            Whether the set had nothing yet that its file calls so.

        """

    def finish(self, set_id: str) -> None:
        """Say that all pictures of a set that can be used are here."""

    def carry(self, picture: Picture) -> PictureRef:
        """Keep a picture that a plan brings with it, and its credit, without offering its set."""

    def get(self, ref: PictureRef) -> Picture | None:
        """The picture with its credit, or None if this notebook has none of this name."""

    def search(
        self, words: str, *, langs: tuple[str, ...], most: int = 50
    ) -> tuple[FoundPicture, ...]:
        """The pictures with this name, then those whose name begins so, then with such a word.

        Args:
            words: what was typed.
            langs: languages whose names count, the first first; so do those of no language.
            most: how many are wanted.

        """

    def named(self, *, langs: tuple[str, ...]) -> Iterator[NamedPicture]:
        """Every name in these languages, and of none, of every picture; usual names first."""

    def all(self) -> tuple[PictureSet, ...]:
        """The sets that were imported and not removed."""

    def remove(self, set_id: str) -> None:
        """Offer a set no longer; of its pictures those stay that some plan shows."""


class Unfinished(Protocol):
    """Typing that nobody has finished yet: kept so that a power cut does not lose it.

    It is not a record: nobody has said that these are the words.
    """

    def keep(self, *, session: RecordId, moment: str, words: str) -> None:
        """Keep what stands in the writing place now; nothing for empty words."""

    def get(self, *, session: RecordId, moment: str) -> str:
        """What stood there last, or an empty text."""

    def of(self, *, session: RecordId) -> dict[str, str]:
        """Everything that stands in the writing places of a session, by moment."""

    def places(self) -> frozenset[RecordId]:
        """The sessions, and people, in whose writing places something stands."""


class Actions(Protocol):
    """What was done about each person and can be undone, by name.

    Done, undone, done something else: what was undone before that cannot be done again.
    """

    def next_undo(self, *, person: RecordId) -> Action | None:
        """The last thing done about this person that was not taken back."""

    def next_redo(self, *, person: RecordId) -> Action | None:
        """The last thing taken back, unless something new was done since."""

    def written(self, action: ActionId) -> tuple[Revision[Body], ...]:
        """The revisions that an action wrote, in their order."""

    def of_record(self, record: RecordId) -> dict[RevisionId, Action]:
        """The action that wrote each revision of a record, where one did."""


class Events(Protocol):
    """What was done with the notebook itself: a list that is only added to."""

    def note(
        self,
        what: What,
        *,
        person: RecordId | None = None,
        document: Document = "",
        for_whom: ForWhom = "",
    ) -> None:
        """Write down that something was done now.

        Raises:
            ValueError: something else than the name of a kind was to be written.

        """

    def read(
        self,
        *,
        person: RecordId | None = None,
        before: EventId | None = None,
        latest: int | None = None,
    ) -> tuple[Event, ...]:
        """What was done, the first first.

        Args:
            person: only what was done about this person.
            before: only what was done before this.
            latest: of all that, only so many, the last ones.

        """


class Facts(Protocol):
    """What the people who keep the notebook decided about it."""

    def get(self, name: str) -> str:
        """What was decided, or an empty text."""

    def keep(self, name: str, value: str) -> None:
        """Keep what was decided; an empty text takes it back."""


class UnitOfWork(Protocol):
    """One change to a notebook: all of it or nothing. Leaving without commit rolls back."""

    @property
    def records(self) -> Records:
        """The notebook's records."""

    @property
    def media(self) -> Media:
        """The notebook's photos."""

    @property
    def sets(self) -> PictureSets:
        """The picture sets that were imported."""

    @property
    def unfinished(self) -> Unfinished:
        """Typing that is not finished."""

    @property
    def actions(self) -> Actions:
        """What can be undone."""

    @property
    def events(self) -> Events:
        """What was done with the notebook itself."""

    @property
    def facts(self) -> Facts:
        """What was decided about the notebook."""

    def commit(
        self,
        action: str = "",
        *,
        undoes: ActionId | None = None,
        redoes: ActionId | None = None,
    ) -> Change:
        """Make the change durable and say what it touched.

        Args:
            action: what was done, in plain words marked with ``N_``, if a person would want to
                undo it; it must then concern one person. Nothing is named if nothing was written.
            undoes: the action that this takes back.
            redoes: the action that this does again.

        """

    def __enter__(self) -> Self: ...

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None: ...


class Notebook(Protocol):
    """An open notebook."""

    def unit_of_work(self) -> UnitOfWork:
        """Start a unit of work; the caller enters it with ``with``."""
