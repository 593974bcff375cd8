"""The way of a photo into the plan: where it comes from, what is kept of it, who is in it."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedLayout, QWidget

from app.model.ids import PictureRef, RecordId
from app.model.photo_facts import PhotoFacts
from app.model.photo_work import PhotoWork
from app.model.pictures import Picture
from app.model.planfile import photo_ref
from app.model.record import Record
from app.model.wording import N_
from app.usecases import own_photos, people, photo_facts, photos
from app.usecases.own_photos import OwnPhoto, OwnPhotos
from app.usecases.photo_facts import Told
from ui.context import Context
from ui.parts.my_photos import MyPhotos, Pressing
from ui.parts.photo_asking import PhotoAsking
from ui.parts.photo_camera import PhotoCamera
from ui.parts.photo_in import Intake, Source
from ui.parts.photo_question import Choice, PhotoQuestion
from ui.parts.photo_who import Around
from ui.parts.pressable import Pressable
from ui.parts.refs import KEEP, TAKE_OUT
from ui.parts.taborder import follow_layout
from ui.parts.words import Words
from ui.parts.your_photo import YourPhoto

Page = MyPhotos | PhotoCamera | YourPhoto | PhotoAsking | PhotoQuestion


def ideas_of(ctx: Context, words: str, lang: str) -> frozenset[str]:
    """The ideas in some words, by which own photos are found."""
    return frozenset(each.idea for each in ctx.house.ideas.suggest(words, lang=lang))


def read_own_photos(ctx: Context, person: RecordId) -> OwnPhotos:
    """The photos of a person's plan; to be asked on the notebook's thread."""
    return own_photos.own_photos(
        ctx.open_notebook,
        person=person,
        lang=ctx.words.lang,
        ideas_of=lambda words, lang: ideas_of(ctx, words, lang),
    )


class PhotoWay(QWidget):
    """Pages that follow each other, each of which leads back to the one before.

    Args:
        ctx: what every part is handed.
        person: whose plan it is for.
        words: what the photo is wanted for, if that is known.

    Signals:
        done: a photo is chosen and kept; carries its reference and what it is called.
        left: none is wanted now.
        came: the first page is there to be shown.

    """

    done = Signal(str, str)
    left = Signal()
    came = Signal()

    def __init__(self, ctx: Context, person: RecordId, *, words: str = "") -> None:
        super().__init__()
        self.ctx = ctx
        self._person, self._words = person, words
        self._pages: list[Page] = []
        self._held: PictureRef | None = None
        self._intake = Intake(self, self.take)
        self._layers = QStackedLayout(self)

    @property
    def read(self) -> list[Words | Pressable]:
        """What can be heard of the page on top."""
        return self._pages[-1].read if self._pages else []

    def step_back(self) -> bool:
        """Go back a page; False where there is none before this."""
        page = self._pages[-1] if self._pages else None
        if isinstance(page, PhotoAsking) and page.step_back():
            return True
        if len(self._pages) < 2:
            return False
        self._drop_last()
        return True

    def go_on(self) -> bool:
        """Go on as the page on top does; False where nothing was begun."""
        page = self._pages[-1] if self._pages else None
        if page is None or isinstance(page, MyPhotos):
            return False
        page.go_on()
        return True

    def leave(self) -> None:
        """Nothing of it is kept that was not taken."""
        for page in self._pages:
            if isinstance(page, YourPhoto | PhotoCamera):
                page.let_go()
        self._let_go_held()

    def _let_go_held(self) -> None:
        if self._held is not None:
            self.ctx.pixmaps.let_go(self._held)
            self._held = None

    # Where it comes from

    def show_own(self, *, pressing: Pressing = "use") -> None:
        """Begin with the photos that are in the plan."""
        self.ctx.desk.do(
            lambda: read_own_photos(self.ctx, self._person),
            owner=self,
            then=lambda own: self._show_own(own, pressing),
        )

    def _show_own(self, own: OwnPhotos, pressing: Pressing) -> None:
        while self._pages:
            self._drop_last()
        page = MyPhotos(self.ctx, own, intake=self._intake, take=self.take, pressing=pressing)
        page.filmed.connect(self.show_camera)
        page.turned.connect(lambda pressing: self.show_own(pressing=pressing))
        page.put_away.connect(self._put_away)
        page.picked.connect(lambda each: self.done.emit(each.photo, each.words))
        page.asked_again.connect(self._ask_again)
        self._put(page)

    def _put_away(self, own: OwnPhoto) -> None:
        """Ask once more: a photo that is taken out cannot be brought back."""
        ctx = self.ctx
        page = PhotoQuestion(
            ctx,
            own.photo,
            asked=ctx.t(N_("Take this photo out of my plan for good?")),
            note=ctx.t(
                N_(
                    "It cannot be brought back. Paper and backups that were made before still "
                    "have it."
                )
            ),
            choices=(
                Choice("keep-photo", ctx.t(N_("Keep it")), KEEP),
                Choice("remove-photo", ctx.t(N_("Take it out for good")), TAKE_OUT),
            ),
        )
        page.answered.connect(lambda name: self._remove(own, wanted=name == "remove-photo"))
        page.passed.connect(self.step_back)
        self._put(page)

    def _remove(self, own: OwnPhoto, *, wanted: bool) -> None:
        if not wanted:
            self.step_back()
            return
        notebook, person, by = self.ctx.open_notebook, self._person, self.ctx.writer

        def gone(_: object) -> None:
            self.ctx.pixmaps.let_go(own.photo)
            self.show_own()

        self.ctx.desk.do(
            lambda: photo_facts.remove(notebook, person=person, photo=own.photo, by=by),
            owner=self,
            then=gone,
        )

    def show_camera(self) -> None:
        """Take a photo with the camera, which goes on from here."""
        page = PhotoCamera(self.ctx)
        page.used.connect(lambda photo: self.take(lambda: photo))
        page.declined.connect(self._declined)
        self._put(page)

    def take(self, source: Source) -> None:
        """Go on with a photo that came in."""

        def read() -> tuple[bytes, Picture]:
            data = source()
            return data, photos.make_photo(data, PhotoWork())

        self.ctx.desk.do(read, owner=self, then=lambda came: self._show_photo(*came))

    # What is kept of it

    def _show_photo(self, data: bytes, shown: Picture) -> None:
        page = YourPhoto(self.ctx, data, shown, words=self._words)
        page.taken.connect(self._taken)
        page.declined.connect(self._declined)
        while self._pages and not isinstance(self._pages[-1], MyPhotos):
            self._drop_last()
        self._put(page)

    def _declined(self) -> None:
        if not self.step_back():
            self.left.emit()

    def _taken(self, made: Picture) -> None:
        ref = photo_ref(made.data)
        self._look_up(ref, lambda around, facts: self._ask_who(made, ref, around, facts))

    # Who is in it

    def _look_up(
        self, ref: PictureRef, then: Callable[[Around, Record[PhotoFacts] | None], None]
    ) -> None:
        """Who may be in it, and what was said of it before."""
        notebook, person = self.ctx.open_notebook, self._person
        self.ctx.desk.do(
            lambda: (
                Around(
                    people.person(notebook, person=person),
                    people.supporters(notebook, person=person),
                ),
                photo_facts.of_photo(notebook, person=person, photo=ref),
            ),
            owner=self,
            then=lambda found: then(*found),
        )

    def _ask_who(
        self, made: Picture, ref: PictureRef, around: Around, facts: Record[PhotoFacts] | None
    ) -> None:
        """Ask, unless everybody in this very photo was asked before and said yes."""
        if facts is not None and not facts.withdrawn and facts.body.agreed:
            self.done.emit(ref, facts.body.taken_for)
            return
        self._held = self.ctx.pixmaps.hold(made)
        self._show_who(made, ref, around, facts)

    def _ask_again(self, own: OwnPhoto) -> None:
        self._look_up(
            own.photo, lambda around, facts: self._show_who(own.photo, own.photo, around, facts)
        )

    def _show_who(
        self,
        photo: Picture | PictureRef,
        ref: PictureRef,
        around: Around,
        facts: Record[PhotoFacts] | None,
    ) -> None:
        told = Told()
        if facts is not None:
            body = facts.body
            told = Told(taken_for=body.taken_for, answer=body.answer, who=body.who)
        page = PhotoAsking(self.ctx, ref, around=around, told=told)
        new = isinstance(photo, Picture)
        page.answered.connect(lambda told: self._keep(photo, ref, told, new=new))
        there = not new or (facts is not None and not facts.withdrawn)
        page.left_out.connect(lambda told: self._leave_out(ref if there else None, told))
        self._put(page)

    def _leave_out(self, there: PictureRef | None, told: Told) -> None:
        """Back to where another one can be taken; of one that is in the plan the no is kept."""
        if there is None:
            self._show_others()
            return
        person, today, by = self._person, self.ctx.today, self.ctx.writer
        notebook = self.ctx.open_notebook
        self.ctx.desk.do(
            lambda: photo_facts.leave_out(
                notebook, person=person, photo=there, told=told, by=by, on=today
            ),
            owner=self,
            then=lambda _: self._show_others(),
        )

    def _show_others(self) -> None:
        while self._pages and not isinstance(self._pages[-1], MyPhotos):
            self._drop_last()
        if self._pages:
            self.show_own()
        else:
            self.left.emit()

    def _keep(self, photo: Picture | PictureRef, ref: PictureRef, told: Told, *, new: bool) -> None:
        self._write(
            photo, told, lambda: self.done.emit(ref, told.taken_for) if new else self.show_own()
        )

    def _write(self, photo: Picture | PictureRef, told: Told, then: Callable[[], None]) -> None:
        ctx, person, today = self.ctx, self._person, self.ctx.today
        notebook, by = ctx.open_notebook, ctx.writer
        ctx.desk.do(
            lambda: photo_facts.keep(
                notebook, person=person, photo=photo, told=told, by=by, on=today
            ),
            owner=self,
            then=lambda _: then(),
        )

    # Its pages

    def _put(self, page: Page) -> None:
        self._pages.append(page)
        self._layers.addWidget(page)
        self._layers.setCurrentWidget(page)
        self.came.emit()
        self._settle(page)

    def _drop_last(self) -> None:
        page = self._pages.pop()
        if isinstance(page, YourPhoto | PhotoCamera):
            page.let_go()
        elif isinstance(page, PhotoAsking):
            self._let_go_held()
        self._layers.removeWidget(page)
        page.deleteLater()
        if self._pages:
            self._layers.setCurrentWidget(self._pages[-1])
            self._settle(self._pages[-1])

    def _settle(self, page: Page) -> None:
        follow_layout(self)
        first = page.first_focus()
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)
