"""How is this name said? A spelling for the voice or the name recorded, and hearing it at once."""

import functools
from collections.abc import Callable, Iterable

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.model.change import Change
from app.model.errors import AlongsideError
from app.model.ids import PictureRef, RecordId
from app.model.person import Person
from app.model.wording import N_
from app.usecases import name_sounds, removing_recordings
from app.usecases.name_sounds import Named
from ui.context import Context
from ui.own_voice import say_with
from ui.parts.bars import HEAR
from ui.parts.column import clear
from ui.parts.fields import Field
from ui.parts.flow import Flow
from ui.parts.page import Page
from ui.parts.pressable import Pressable
from ui.parts.taborder import follow_layout
from ui.pixmaps import face_picture
from ui.screens.base import Frame, Readable, Route, face_of
from ui.screens.picking import PickingScreen
from ui.screens.voice_deeds import Deed, Spoken, recording_deeds


class _Line(QWidget):
    """One name: hearing it, its spelling, and its recording.

    Attributes:
        each: whose name it is, as it is kept.
        card: the name as it is heard where it stands alone.
        field: the spelling, which a voice says within sentences.
        read: what can be heard of it.

    """

    def __init__(self, ctx: Context, each: Named) -> None:
        super().__init__()
        self.ctx, self.each = ctx, each
        self.name = name = name_sounds.name_of(each)
        self.card = Pressable(
            ctx,
            name,
            picture=face_picture(each.body.photo, name),
            picture_px=48,
            note=ctx.t(N_("Press here to hear it.")),
            note_heard="no",
            size="choice",
        )
        self.card.setObjectName(f"hear-name-{each.id}")
        self.card.setAccessibleName(ctx.t(N_("Hear the name {name}"), name=name))
        label = ctx.t(N_("The way {name} sounds"), name=name)
        self.field = Field(ctx, label, text=each.body.said_as)
        self.field.line.setObjectName(f"said-as-{each.id}")
        self.read: list[Pressable] = [self.card]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 4)
        column.setSpacing(0)
        row = QVBoxLayout() if ctx.look.stacked else QHBoxLayout()
        row.addWidget(self.card, 2)
        row.addWidget(self.field, 3)
        column.addLayout(row)
        self._deeds = Flow()
        column.addLayout(self._deeds)

    def offer(self, deeds: Iterable[Deed], *, in_sentence: Callable[[Pressable], None]) -> None:
        """Show what can be done with the recording; where there is one, both ways are heard."""
        clear(self._deeds)
        self.read = [self.card]
        say_with(self.card, self.each.body.said)
        if self.each.body.said is not None:
            said = self.ctx.t(N_("This is {name}"), name=self.name)
            within = self._deed(f"hear-within-{self.each.id}", said, HEAR)
            within.clicked.connect(lambda: in_sentence(within))
        for name, words, picture, press in deeds:
            self._deed(name, words, picture).clicked.connect(press)

    def _deed(self, name: str, words: str, picture: PictureRef) -> Pressable:
        deed = Pressable(
            self.ctx, words, picture=picture, picture_px=30, role="quiet", size="label", bold=False
        )
        deed.setObjectName(name)
        self._deeds.addWidget(deed)
        self.read.append(deed)
        return deed


class NameSoundsScreen(PickingScreen):
    """The person's name, then those around them. What is written is kept when a line is left."""

    def __init__(self, ctx: Context, *, person: RecordId) -> None:
        super().__init__(ctx)
        self._person = person
        self._whose: Person | None = None
        self._lines: dict[RecordId, _Line] = {}
        self._page = Page(ctx)
        self._layers.addWidget(self._page)
        notebook = ctx.open_notebook
        ctx.desk.do(lambda: name_sounds.named(notebook, person=person), owner=self, then=self._show)

    def frame(self) -> Frame:
        """Back to what the person likes."""
        back = self.back_button(Route("likes", {"person": self._person}))
        return Frame(
            title=self.ctx.t(N_("How are the names said?")),
            faces=(face_of(self._whose),) if self._whose is not None else (),
            buttons=(
                self.picker_back_button() if self.picking else back,
                self.hear_button(),
                self.help_button(),
            ),
        )

    def own_readables(self) -> tuple[Readable, ...]:
        """The sentences, then each name with what can be done."""
        return (*self._page.read, *(part for line in self._lines.values() for part in line.read))

    def first_focus(self) -> QWidget | None:
        """The place for the person's own name."""
        return self._page.first

    def show_own(self) -> None:
        """The names."""
        self._layers.setCurrentWidget(self._page)

    def leave(self) -> None:
        """Keep what is in the lines."""
        super().leave()
        for record in self._lines:
            self._keep(record)

    def _show(self, found: tuple[Named, ...]) -> None:
        ctx, page = self.ctx, self._page
        page.say(ctx.t(N_("How are the names said?")), "title")
        page.say(
            ctx.t(
                N_(
                    "Does the voice say a name wrong? Write it the way it sounds, "
                    "such as “Neev” for Niamh."
                )
            ),
            "label",
            bold=False,
        )
        page.say(
            ctx.t(
                N_(
                    "Or say the name into the computer. "
                    "That is heard wherever the name stands alone."
                )
            ),
            "label",
            bold=False,
        )
        for each in found:
            if isinstance(each.body, Person):
                self._whose = each.body
            self._add(each)
        page.fill(next(iter(self._lines.values())).field.line)
        self.framed.emit()
        self.ready.emit()

    def _add(self, each: Named) -> None:
        line = _Line(self.ctx, each)
        record = each.id
        line.card.clicked.connect(lambda: self._hear(record, line.card))
        line.field.line.setReadOnly(self.ctx.open_notebook.read_only)
        line.field.line.editingFinished.connect(lambda: self._keep(record))
        self._lines[record] = line
        self._page.add(line)
        self._offer(record)

    def _offer(self, record: RecordId) -> None:
        """What can be done with the recording of a name."""
        ctx, line = self.ctx, self._lines[record]
        if ctx.open_notebook.read_only:
            return
        notebook, person, by = ctx.open_notebook, self._person, ctx.writer
        about, today = {"person": person, "record": record, "by": by}, ctx.today
        spoken = Spoken(
            title=ctx.t(N_("Say the name {name}"), name=line.name),
            recording=line.each.body.said,
            keep=lambda sound: name_sounds.keep(notebook, sound=sound, **about),
            take_off=lambda: name_sounds.take_off(notebook, **about),
            delete=lambda: removing_recordings.of_name(notebook, on=today, **about),
            there=line.each.body.said is not None,
            at=f"-{record}",
        )
        deeds = recording_deeds(self, spoken, functools.partial(self._do, record))
        line.offer(deeds, in_sentence=lambda card: self._hear(record, card))
        follow_layout(self)

    def _do(
        self,
        record: RecordId,
        work: Callable[[], Change],
        *,
        then: Callable[[], None] = lambda: None,
        failed: Callable[[AlongsideError], None] | None = None,
    ) -> None:
        """Have it written; the keyboard stays at this name."""
        notebook, person = self.ctx.open_notebook, self._person

        def write() -> tuple[Change, tuple[Named, ...]]:
            return work(), name_sounds.named(notebook, person=person)

        def written(done: tuple[Change, tuple[Named, ...]]) -> None:
            change, found = done
            self.ctx.desk.changed.emit(change)
            line = self._lines[record]
            line.each = next(each for each in found if each.id == record)
            self._offer(record)
            then()
            line.card.setFocus()
            self.framed.emit()

        self.ctx.desk.do(write, owner=self, then=written, failed=failed)

    def _hear(self, record: RecordId, card: Pressable) -> None:
        """The name as it would be said now, kept or not."""
        line = self._lines[record]
        taught = {key: said for key, said in self.ctx.taught.items() if key != line.name}
        self.ctx.taught = taught | name_sounds.sounds(line.name, line.field.text)
        self.hear_these.emit((card,))

    def _keep(self, record: RecordId) -> None:
        ctx, person = self.ctx, self._person
        line = self._lines[record]
        said, kept = line.field.text, line.each.body.said_as
        if said.strip() == kept.strip() or ctx.open_notebook.read_only:
            return
        notebook, by = ctx.open_notebook, ctx.writer
        ctx.desk.do(
            lambda: name_sounds.teach(notebook, person=person, record=record, said_as=said, by=by),
            owner=self,
            failed=lambda error: line.field.tell(error.said(ctx.words)),
        )
