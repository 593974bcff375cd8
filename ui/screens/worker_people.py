"""Whose advocate a worker is, and who of that person's advocates: by face, never by name alone."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from app.model.ids import PictureRef, RecordId
from app.model.person import Person, Supporter
from app.model.record import Record
from app.model.wording import N_
from app.usecases import advocate_keys, people
from app.usecases.ports import Notebook
from ui.context import Context
from ui.parts.pressable import Pressable
from ui.parts.refs import PLUS
from ui.pixmaps import face_picture
from ui.screens.base import Route
from ui.screens.workers import OneWorkerScreen

if TYPE_CHECKING:
    from app.store.keys import Worker

_Found = tuple[tuple[Record[Person], ...], frozenset[RecordId]]
_Faces = tuple[Record[Supporter], ...]


class WorkerPeopleScreen(OneWorkerScreen):
    """A card for each person; pressed, this worker speaks up with them.

    Where the person has advocates who never had a key, it is asked which of them this is.
    """

    def __init__(self, ctx: Context, *, worker: str) -> None:
        super().__init__(ctx, worker=worker, back_to=Route("worker", {"worker": worker}))

    def show_worker(self, worker: "Worker", others: int) -> None:  # noqa: ARG002
        """Ask who there is."""
        self._name = worker.name
        self._load()

    def _load(self, focus: str = "") -> None:
        notebook, worker = self.ctx.open_notebook, self.worker
        self.ctx.desk.do(
            lambda: _read(notebook, worker),
            owner=self,
            then=lambda found: self._show(*found, focus),
        )

    def _show(
        self, everyone: tuple[Record[Person], ...], theirs: frozenset[RecordId], focus: str
    ) -> None:
        ctx, page = self.ctx, self.page
        page.begin_anew()
        asked = N_("With whom does {name} speak up?")
        page.say(ctx.t(asked, name=self._name), "question")
        only = N_("{name} then sees these people and nobody else, and writes in no plan.")
        page.say(ctx.t(only, name=self._name), "label", bold=False)
        page.begin_row(gap=8)
        cards = {f"of-{each.id}": page.put(self._card(each, theirs)) for each in everyone}
        self.show_page(cards.get(focus) or next(iter(cards.values()), None))

    def _card(self, person: Record[Person], theirs: frozenset[RecordId]) -> Pressable:
        body = person.body
        card = self._face(f"of-{person.id}", body.preferred_name, body.photo)
        card.choose(person.id in theirs)
        if person.id in theirs:
            card.clicked.connect(lambda: self._change(person.id, speaks_up=False))
        else:
            card.clicked.connect(lambda: self._ask_who(person))
        return card

    def _face(self, name: str, words: str, photo: PictureRef | None) -> Pressable:
        card = Pressable(
            self.ctx,
            words,
            picture=face_picture(photo, words),
            picture_px=90,
            arrange="above",
            size="button",
            widest=round(280 * max(1.0, self.ctx.look.percent / 125)),
        )
        card.setObjectName(name)
        return card

    def _ask_who(self, person: Record[Person]) -> None:
        """Which of the person's advocates this is, where they have any without a key."""
        notebook, worker = self.ctx.open_notebook, self.worker

        def show(faces: _Faces) -> None:
            if faces:
                self._show_faces(person, faces)
            else:
                self._change(person.id, speaks_up=True)

        self.ctx.desk.do(
            lambda: advocate_keys.without_key(notebook, person=person.id, worker=worker),
            owner=self,
            then=show,
        )

    def _show_faces(self, person: Record[Person], faces: _Faces) -> None:
        ctx, page = self.ctx, self.page
        page.begin_anew()
        asked = N_("Who is {name} to {person}?")
        page.say(ctx.t(asked, name=self._name, person=person.body.preferred_name), "question")
        page.begin_row(gap=8)
        for each in faces:
            words = ctx.t(N_("This is {name}"), name=each.body.name)
            card = self._face(f"is-{each.id}", words, face_picture(each.body.photo, each.body.name))
            card.clicked.connect(
                lambda _=False, known=each.id: self._change(person.id, speaks_up=True, known=known)
            )
            page.put(card)
        new = self._face("is-new", ctx.t(N_("Somebody new")), PLUS)
        new.clicked.connect(lambda: self._change(person.id, speaks_up=True))
        page.put(new)
        first = self.findChild(Pressable, f"is-{faces[0].id}")
        self.show_page(first)
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _change(self, person: RecordId, *, speaks_up: bool, known: RecordId | None = None) -> None:
        house, notebook = self.ctx.house, self.ctx.open_notebook
        worker, name = self.worker, self._name
        giver = notebook.worker.id

        def change() -> None:
            by = people.writer(notebook, person=person, worker=giver)
            advocate_keys.name_advocate(
                notebook, person=person, worker=worker, name=name, speaks_up=speaks_up,
                giver=giver, workers=[each.id for each in house.workers(notebook)], by=by,
                known=known,
            )  # fmt: skip

        self.ctx.desk.do(change, owner=self, then=lambda _: self._load(f"of-{person}"))


def _read(notebook: Notebook, worker: str) -> _Found:
    theirs = advocate_keys.people_for(notebook, worker=worker) or ()
    return people.everyone(notebook), frozenset(each.id for each in theirs)
