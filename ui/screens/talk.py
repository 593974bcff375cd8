"""The conversation screen: one moment at a time, which can be left and carried on at any point."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.model.change import Change
from app.model.errors import AlongsideError
from app.model.ids import PictureRef, RecordId
from app.model.wording import N_
from app.usecases import parked, sessions, talks
from app.usecases.talks import Talk
from ui.context import Context
from ui.parts.bars import BACK, NEXT, Button, Face
from ui.parts.photo_way import PhotoWay
from ui.parts.picture_wanted import PictureWanted
from ui.parts.voice_recorder import VoiceRecorder
from ui.pixmaps import face_picture
from ui.screens.base import Frame, Readable, Route, face_of
from ui.screens.moments import view_class
from ui.screens.moments.view import View, Wish
from ui.screens.picking import PickingScreen

T = TypeVar("T")


class TalkScreen(PickingScreen):
    """Shows the moment a session stands at, and walks to the next and back."""

    def __init__(
        self, ctx: Context, *, session: RecordId, person: RecordId, wind_up: bool = False
    ) -> None:
        super().__init__(ctx)
        self._winding_up = wind_up
        self._session = session
        self._person = person
        self.talk: Talk | None = None
        self.view: View | None = None
        self._waiting = False
        self._read_anew()

    # The frame

    def frame(self) -> Frame:
        """Faces, the path of pictures, and the four buttons that never move."""
        buttons = (self._back(), self.hear_button(), self.help_button())
        if self.talk is None:
            return Frame(title="", buttons=buttons)
        talk, ctx = self.talk, self.ctx
        name = talk.person.body.preferred_name
        helper = talk.name_of(ctx.by)
        faces = [face_of(talk.person.body)]
        mine = next((s.body for s in talk.supporters if s.id == ctx.by), None)
        title = ctx.t(N_("{name} and {helper} are talking"), name=name, helper=helper)
        if not talk.is_here(ctx.by):
            title = ctx.t(N_("{name} is talking"), name=name)
        elif mine is not None:
            faces.append(Face(name=mine.name, picture=face_picture(mine.photo, mine.name)))
        return Frame(
            title=title,
            faces=tuple(faces),
            path=talk.conversation.progress(),
            buttons=(*buttons, self._next()),
        )

    def _back(self) -> Button:
        return Button(name="back", words=self.ctx.t(N_("Back")), picture=BACK, press=self.go_back)

    def _next(self) -> Button:
        more_here = self.view is not None and self.view.more_here
        at_end = self.talk is not None and self.talk.conversation.ends_here and not more_here
        return Button(
            name="next",
            words=self.ctx.t(N_("Finish")) if at_end else self.ctx.t(N_("Next")),
            picture=NEXT,
            press=self.go_next,
            role="action",
            after=True,
        )

    def own_readables(self) -> tuple[Readable, ...]:
        """What can be heard at this moment."""
        return self.view.readables() if self.view is not None else ()

    def first_focus(self) -> QWidget | None:
        """What has the keyboard when the moment appears."""
        return self.view.first_focus() if self.view is not None else None

    def leave(self) -> None:
        """Keep what is unfinished."""
        super().leave()
        if self.view is not None:
            self.view.leave()

    def place(self) -> str:
        """The step of the conversation, and which of several things there is on screen."""
        if self.talk is None or self.view is None:
            return ""
        return f"{self.talk.conversation.step.key} {self.view.within}".strip()

    # Walking

    def go_next(self) -> None:
        """On to the next thing here, or the next moment; unanswered it is skipped (rule R3)."""
        if self.picking:
            self.picker_on()
            return
        if self.talk is None or self.view is None or self._waiting:
            return
        self.view.leave()
        if self.view.holds_back():
            return
        if self.view.go_within(1):
            self._show(self.talk)
            return
        walk_on = self.talk.conversation
        step, guide = walk_on.step, walk_on.guide
        session, ctx = self._session, self.ctx
        notebook, by, now = ctx.open_notebook, ctx.writer, ctx.now()

        unsaid = self.view.unsaid()

        written: list[Change] = []

        def walk() -> Talk:
            if unsaid is not None:
                written.append(unsaid())
            sessions.go_on(
                notebook,
                session=session,
                guide=guide,
                step=step,
                by=by,
                now=now,
            )
            return talks.talk(notebook, session=session, guides=ctx.house.guides)

        def walked(talk: Talk) -> None:
            self._walked(talk)
            for change in written:
                ctx.desk.changed.emit(change)

        self._ask(walk, walked)

    def go_back(self) -> None:
        """Back to the moment before; answers stay. From the first one, home."""
        if self.picking:
            self.picker_back()
            return
        if self._waiting:
            return
        if self.talk is not None and self.view is not None and self.view.go_within(-1):
            self.view.leave()
            self._show(self.talk)
            return
        if self.talk is None or self.talk.conversation.previous is None:
            self.go.emit(Route("home", {"person": self._person}))
            return
        if self.view is not None:
            self.view.leave()
        to = self.talk.conversation.previous.key
        session, ctx = self._session, self.ctx
        notebook, by = ctx.open_notebook, ctx.writer

        def walk() -> Talk:
            sessions.move(notebook, session=session, to=to, by=by)
            return talks.talk(notebook, session=session, guides=ctx.house.guides)

        self._ask(walk, self._walked)

    def _wind_up(self) -> None:
        """Enough for today: on to the end, the rest left for another day."""
        if self.talk is None or self.view is None:
            return
        session, ctx, unsaid = self._session, self.ctx, self.view.unsaid()
        notebook, by, now = ctx.open_notebook, ctx.writer, ctx.now()
        guide = self.talk.conversation.guide

        def wind_up() -> Talk:
            if unsaid is not None:
                unsaid()
            parked.wind_up(notebook, session=session, guide=guide, by=by, now=now)
            return talks.talk(notebook, session=session, guides=ctx.house.guides)

        self._ask(wind_up, self._show)

    def _ask(self, work: Callable[[], T], then: Callable[[T], None]) -> None:
        """One thing at a time: what is pressed meanwhile was meant for what is on screen now."""
        self._waiting = True

        def done(result: T) -> None:
            self._waiting = False
            then(result)

        def refused(error: AlongsideError) -> None:
            self._waiting = False
            self._refused(error)

        self.ctx.desk.do(work, owner=self, then=done, failed=refused)

    def _walked(self, talk: Talk) -> None:
        if talk.session.body.open:
            self._show(talk)
        else:
            about = {"person": self._person, "spoke": talk.spoke}
            self.go.emit(Route("thank_you", about))

    # Showing

    def _read_anew(self, focus: str = "") -> None:
        notebook, guides = self.ctx.open_notebook, self.ctx.house.guides
        self.ctx.desk.do(
            lambda: talks.talk(notebook, session=self._session, guides=guides),
            owner=self,
            then=lambda talk: self._show(talk, focus),
        )

    def _show(self, talk: Talk, focus: str = "") -> None:
        if not talk.session.body.open:
            self.go.emit(Route("home", {"person": self._person}))
            return
        self.talk = talk
        old = self.view
        view = view_class(talk.conversation.step.moment.kind)(self.ctx, talk)
        view.waiting = lambda: self._waiting
        view.wish.connect(self._grant)
        view.end.connect(self._not_today)
        view.hear.connect(self.hear)
        view.go.connect(self.go)
        view.told.connect(self.told)
        view.picker_wanted.connect(self._show_picker)
        view.photo_wanted.connect(self._show_photos)
        view.voice_wanted.connect(self._show_recorder)
        view.delete_wanted.connect(self.ask_to_delete)
        view.settings_changed.connect(self.settings_changed)
        if old is not None and old.step.key == view.step.key:
            view.carry_over(old)
        self.view = view
        self._layers.addWidget(view)
        self._layers.setCurrentWidget(view)
        if old is not None:
            self._layers.removeWidget(old)
            old.deleteLater()
        self.framed.emit()
        wanted = view.findChild(QWidget, focus) if focus else None
        if wanted is not None:
            wanted.setFocus(Qt.FocusReason.OtherFocusReason)
        if self._winding_up:
            self._winding_up = False
            self._wind_up()
        elif view.complete:
            self.ready.emit()

    def _grant(self, wish: Wish) -> None:
        if self._waiting or self.view is None:
            return
        notebook, guides, session = self.ctx.open_notebook, self.ctx.house.guides, self._session
        self.view.leave()

        def work() -> Talk:
            change = wish.work()
            self.ctx.desk.changed.emit(change)
            return talks.talk(notebook, session=session, guides=guides)

        def done(talk: Talk) -> None:
            self.put_picker_away()
            self._show(talk, wish.focus)

        self._ask(work, done)

    def _refused(self, error: AlongsideError) -> None:
        told = self.view is not None and self.view.refused(error)
        if self.picking or not told:
            self.not_kept(error)

    def _not_today(self) -> None:
        """That is fine: home, and nothing there asks to carry on."""
        session, ctx = self._session, self.ctx
        notebook, by, now = ctx.open_notebook, ctx.writer, ctx.now()
        ctx.desk.do(
            lambda: sessions.stop(notebook, session=session, by=by, now=now),
            owner=self,
            then=lambda _: self.go.emit(Route("home", {"person": self._person})),
        )

    # Choosing a picture

    def _show_picker(self, wanted: PictureWanted) -> None:
        self.show_picker(
            wanted,
            person=self._person,
            kept=(self._session, self.view.step.key if self.view is not None else ""),
            written_is_name=self.view is not None and self.view.written_is_name,
        )

    def _show_photos(self, told: Callable[[PictureRef], None]) -> None:
        way = PhotoWay(self.ctx, self._person)

        def done(ref: PictureRef, _called: str) -> None:
            self.put_picker_away()
            told(ref)

        way.done.connect(done)
        way.left.connect(self.put_picker_away)
        self.put_picker_on(way)
        way.show_own()

    def _show_recorder(self, title: str, lang: str, told: Callable[[bytes], None]) -> None:
        recorder = VoiceRecorder(self.ctx, title, lang=lang)

        def kept(sound: bytes) -> None:
            if not self._waiting:  # its page goes when it is written
                told(sound)

        recorder.kept.connect(kept)
        self.put_recorder_on(recorder)

    def show_own(self) -> None:
        """The moment."""
        if self.view is not None:
            self._layers.setCurrentWidget(self.view)
