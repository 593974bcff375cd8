"""How a sentence came to be: each version, who wrote it down, on which day, what was answered."""

from PySide6.QtWidgets import QVBoxLayout

from app.model.ids import RecordId
from app.model.translation import Translated
from app.model.wording import N_
from app.usecases import history, translated
from app.usecases.history import Version
from ui.context import Context
from ui.parts.column import Column
from ui.parts.pressable import Pressable, Role
from ui.parts.refs import MARKS
from ui.parts.statement_card import whose_words
from ui.parts.translation_card import translation_card
from ui.parts.words import Words
from ui.screens.base import Frame, Readable, Route, Screen


class HistoryScreen(Screen):
    """The versions of one sentence, the newest first, then its translations, all of them.

    Nothing here can be changed.
    """

    def __init__(
        self, ctx: Context, *, person: RecordId, statement: RecordId, section: str
    ) -> None:
        super().__init__(ctx)
        about = {"person": person, "statement": statement, "section": section}
        self._back_to = Route("sentence", about)
        self._read: list[Readable] = []
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        self._column = Column(ctx, margins=(60, 20, 60, 16), gap=4)
        outer.addWidget(self._column)
        notebook, guarding = ctx.open_notebook, ctx.house.guard

        def read() -> tuple[tuple[Version, ...], tuple[Translated, ...]]:
            versions = history.history(notebook, record=statement)
            return versions, translated.every(notebook, statement=statement, guarding=guarding)

        ctx.desk.do(read, owner=self, then=lambda found: self._show(*found))

    def frame(self) -> Frame:
        """Back to the sentence."""
        return Frame(
            title=self.ctx.t(N_("How it came to be")),
            buttons=(self.back_button(self._back_to), self.hear_button(), self.help_button()),
        )

    def readables(self) -> tuple[Readable, ...]:
        """Every version, newest first."""
        return tuple(self._read)

    def _show(self, versions: tuple[Version, ...], others: tuple[Translated, ...]) -> None:
        self._say(N_("How it came to be"))
        for version in reversed(versions):
            self._add(version)
        if others:
            self._say(N_("In another language"))
        for each in reversed(others):
            card = translation_card(self.ctx, each, press=self.hear.emit)
            self._read.append(card)
            self._column.add(card)
        self._column.fill()
        self.framed.emit()
        self.ready.emit()

    def _say(self, heading: str) -> None:
        title = Words(self.ctx, self.ctx.t(heading), size="title")
        self._read.append(title)
        self._column.add(title)

    def _add(self, version: Version) -> None:
        ctx = self.ctx
        role: Role = version.voice_group
        card = Pressable(
            ctx,
            version.words,
            note="\n".join(self._told(version)),
            note_picture=MARKS[version.voice_group],
            note_heard="around",
            role=role,
            size="sentence",
            bold=False,
            dashed=not version.now,
            lang=version.lang,
        )
        card.setObjectName(f"version-{version.revision}")
        card.clicked.connect(self.hear.emit)
        self._read.append(card)
        self._column.add(card)

    def _told(self, version: Version) -> list[str]:
        words = self.ctx.words
        day = words.date(version.on)
        told = [whose_words(self.ctx, version, said_by=version.said_by)]
        if version.written_by and not version.turned:
            told.append(
                words.t(N_("{day} · {name} wrote it down"), day=day, name=version.written_by)
            )
        else:
            told.append(words.beside((day, version.written_by)))
        if version.session_on is not None:
            talk = words.date(version.session_on)
            told.append(words.t(N_("In the talk of {day}"), day=talk))
        if version.answer is not None:
            told.append(version.answer.said(words))
        told += [change.said(words) for change in version.changes]
        return list(dict.fromkeys(told))
