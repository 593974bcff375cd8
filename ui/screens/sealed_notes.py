"""Words that only their reader opens: saying them at any time, and reading them with one's PIN."""

from typing import Any

from PySide6.QtWidgets import QWidget

from app.model.errors import AlongsideError
from app.model.feedback import SealedNote, SealedWords
from app.model.ids import PictureRef
from app.model.person import Supporter
from app.model.record import Record
from app.model.wording import N_
from app.usecases import people, sealed_notes
from app.usecases.sealed_notes import Opened, To
from ui.context import Context
from ui.parts.deeds import main_deed
from ui.parts.fields import Field
from ui.parts.flow import Flow
from ui.parts.page import Page
from ui.parts.picture import PictureOnly
from ui.parts.refs import KEY
from ui.parts.sealed_writing import Readers, SealedWriting
from ui.parts.slow_deed import SlowDeed
from ui.parts.words import Words
from ui.screens.base import Frame, Readable, Route
from ui.screens.paged import StillPageScreen
from ui.screens.stop import CalmScreen

_Known = tuple[Readers, tuple[Record[SealedNote], ...], tuple[Record[Supporter], ...]]


class TellScreen(CalmScreen):
    """A place for words that are sealed at once. It asks nothing (rules R14 and R15).

    Telling nobody is offered unless the person has just said that they are not safe.
    """

    def __init__(self, ctx: Context, *, behind: dict[str, Any], may_stay: bool = True) -> None:
        super().__init__(ctx, behind)
        self._busy = False
        self._may_stay = may_stay
        self._writing: SealedWriting | None = None
        self._read()

    def readables(self) -> tuple[Readable, ...]:
        """The sentences and the cards; never what is written."""
        inside = self._writing.readables if self._writing is not None else ()
        return (*self.page.read, *inside)

    def frame(self) -> Frame:
        """Home, "Hear it" and help."""
        home = self.home_button(Route("home", {"person": self.person}))
        return Frame(
            title=self.ctx.t(N_("Stop or help")),
            buttons=(home, self.hear_button(), self.help_button()),
        )

    def _read(self) -> None:
        house, notebook, person = self.ctx.house, self.ctx.open_notebook, self.person
        assert person is not None

        def known() -> _Known:
            return (
                house.note_readers(notebook, person=person),
                sealed_notes.told(notebook, person=person),
                people.supporters(notebook, person=person),
            )

        self.ctx.desk.do(known, owner=self, then=lambda found: self._show(*found))

    def _show(
        self,
        readers: Readers,
        notes: tuple[Record[SealedNote], ...],
        supporters: tuple[Record[Supporter], ...],
    ) -> None:
        ctx, page = self.ctx, self.page
        self._busy = False
        page.begin_anew()
        page.say(ctx.t(N_("Tell someone else")), "question")
        if any(readers.values()):
            page.say(ctx.t(N_("Your words are sealed. Nobody beside you can read them.")))
        else:
            page.take_keys(ctx.t(N_("You can tell any of these people:")))
        helper = next((s.body.name for s in supporters if s.id == ctx.by), ctx.t(N_("Helper")))
        writing = SealedWriting(
            ctx,
            helper=helper,
            contacts=ctx.house.contacts,
            supporters=supporters,
            may_stay=self._may_stay and any(readers.values()),
        )
        writing.seal.connect(self._seal)
        writing.just_me.connect(self._just_me)
        page.add(writing)
        writing.ask(readers, tuple(each.body for each in notes))
        self._writing = writing
        page.fill()
        self.framed.emit()

    def _just_me(self) -> None:
        self.told.emit(self.ctx.t(N_("It stays with you. Nothing was written down.")))

    def _seal(self, to: To, said: SealedWords) -> None:
        if self._busy:
            return
        self._busy = True
        ctx, house, notebook, person = self.ctx, self.ctx.house, self.ctx.open_notebook, self.person
        assert person is not None
        today, by = ctx.today, ctx.writer
        ctx.desk.do(
            lambda: house.seal_note(notebook, person=person, to=to, said=said, on=today, by=by),
            owner=self,
            then=lambda _: self._sealed(),
            failed=self._refused,
        )

    def _sealed(self) -> None:
        if self._writing is not None:
            self._writing.wipe()
        self._read()

    def _refused(self, error: AlongsideError) -> None:
        self._busy = False
        if self._writing is not None:
            self._writing.tell(error.said(self.ctx.words))


class SealedNotesScreen(StillPageScreen):
    """The reader's side: their PIN once more, then what was sealed to them.

    What it says is not read aloud: a voice is heard by whoever is near, and leaves a sound behind.
    """

    def __init__(self, ctx: Context) -> None:
        super().__init__(ctx, Page(ctx, margins=(40, 16, 40, 8), gap=8))
        page = self.page
        page.say(ctx.t(N_("Words that were sealed for you")), "title")
        page.say(ctx.t(N_("Only you can open them. Be alone when you do.")))
        self._secret = Field(ctx, ctx.t(N_("Your PIN or passphrase")), secret=True)
        self._secret.line.returnPressed.connect(self._open)
        page.add(self._secret)
        deed = main_deed(ctx, "open-notes", ctx.t(N_("Open them")), KEY, self._open)
        self._deed = SlowDeed(ctx, deed)
        page.add(self._deed, deed)
        page.fill()

    def frame(self) -> Frame:
        """Back to the people."""
        return Frame(
            title=self.ctx.open_notebook.path.stem,
            buttons=(self.back_button(Route("people")), self.hear_button()),
        )

    def first_focus(self) -> QWidget | None:
        """The place for the PIN, as long as there is one."""
        return self._secret.line if self._deed is not None else None

    def _open(self) -> None:
        if self._deed is None or self._deed.waiting:
            return
        ctx, house, notebook = self.ctx, self.ctx.house, self.ctx.open_notebook
        secret, today = self._secret.text, self.ctx.today
        self._secret.tell("")
        self._deed.wait()
        ctx.desk.do(
            lambda: house.open_notes(notebook, secret=secret, on=today),
            owner=self,
            then=self._show,
            failed=self._refused,
        )

    def _refused(self, error: AlongsideError) -> None:
        assert self._deed is not None
        self._deed.wait(False)
        self._secret.line.clear()
        self._secret.tell(error.said(self.ctx.words))

    def _show(self, notes: tuple[Opened, ...]) -> None:
        ctx, page = self.ctx, self.page
        self._deed = None
        page.begin_anew()
        page.say(ctx.t(N_("Words that were sealed for you")), "title")
        if not notes:
            page.say(ctx.t(N_("There are none.")))
        for each in notes:
            self._note(each)
        page.fill()
        page.take_keys(ctx.t(N_("Words that were sealed for you")))
        self.framed.emit()
        page.setFocus()

    def _note(self, opened: Opened) -> None:
        ctx, page, note = self.ctx, self.page, opened.note.body
        name, day = opened.person.body.preferred_name, ctx.words.date(note.on)
        page.say(ctx.t(N_("{name} said this on {day}:"), name=name, day=day), "label")
        if opened.said is None:
            lost = N_("It was sealed to a key that is gone, so nobody can open it here.")
            page.say(ctx.t(lost), "sentence", "quiet_ink")
            return
        if opened.said.words:
            page.add(Words(ctx, opened.said.words, size="sentence", lang=opened.said.lang))
        if opened.said.pictures:
            page.add_row(self._pictures(opened.said.pictures))
        if note.read_on is not None:
            read = ctx.t(N_("You read it first on {day}."), day=ctx.words.date(note.read_on))
            page.say(read, "label", "quiet_ink", bold=False)

    def _pictures(self, pictures: tuple[PictureRef, ...]) -> Flow:
        row = Flow(gap=8)
        for each in pictures:
            row.addWidget(PictureOnly(self.ctx, each, 84))
        return row
