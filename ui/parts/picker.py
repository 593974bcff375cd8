"""Choosing a picture: from the words, by searching, from a photo, or none."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.model.halfsaid import PICKING, HalfSaid
from app.model.ids import PictureRef, RecordId
from app.model.wording import N_
from ui.context import Context
from ui.parts.column import Column, clear
from ui.parts.flow import Flow
from ui.parts.keeping import Keeping
from ui.parts.photo_file import choose_photo, take_photo
from ui.parts.pressable import Pressable
from ui.parts.refs import NONE, PHOTO, WRITE
from ui.parts.taborder import follow_layout
from ui.parts.words import Words

_SHOWN_WORDS = 60


def picture_question(ctx: Context, words: str) -> str:
    """Ask which picture goes with these words."""
    if not words:
        return ctx.t(N_("Which picture?"))
    short = words if len(words) <= _SHOWN_WORDS else f"{words[:_SHOWN_WORDS]}…"
    return ctx.t(N_("Which picture goes with: {words}"), words=short)


class Picker(QWidget):
    """A page of pictures with a place to search.

    Args:
        ctx: what every part is handed.
        title: what is asked for.
        start: what is looked for at first.
        may_be_none: no picture can be chosen; else the words alone are an answer.
        kept: the talk and the step with which words that are an answer are kept as they are typed.

    Signals:
        picked: a picture was chosen; carries its reference (None for "no picture") and its words.

    """

    picked = Signal(object, str)

    def __init__(
        self,
        ctx: Context,
        *,
        title: str,
        start: str = "",
        may_be_none: bool = True,
        kept: tuple[RecordId, str] | None = None,
    ) -> None:
        super().__init__()
        self.setObjectName("ground")
        self.ctx = ctx
        self._may_be_none = may_be_none
        outer = QVBoxLayout(self)
        outer.setContentsMargins(26, 16, 26, 8)
        self.search = self._search_line(start)
        self._pictures = Flow(gap=0, same=True)
        grid = Column(ctx, margins=(0, 8, 0, 8))
        head = Words(ctx, title, size="title")
        if ctx.look.stacked:
            buttons = Flow()
            for button in self._side_buttons():
                buttons.addWidget(button)
            grid.add(head)
            grid.add(self.search)
            grid.add_row(buttons)
        else:
            row = QHBoxLayout()
            row.addWidget(self.search, 1)
            for button in self._side_buttons():
                row.addWidget(button)
            outer.addWidget(head)
            outer.addLayout(row)
        grid.add_row(self._pictures)
        grid.fill()
        outer.addWidget(grid, 1)
        self.search.textChanged.connect(self._show)
        self._show(start)
        self._keeping: Keeping | None = None
        if kept is not None and not may_be_none:
            self._keep(*kept)

    def leave(self) -> None:
        """Keep what is half typed."""
        if self._keeping is not None:
            self._keeping.now()

    def _keep(self, session: RecordId, step: str) -> None:
        keeping = Keeping(
            self, self.ctx, place=session, key=PICKING + step,
            standing=lambda: HalfSaid(words=self.search.text()),
            kept=HalfSaid(words=self.search.text()),
        )  # fmt: skip
        self.search.textChanged.connect(keeping.soon)
        self.picked.connect(keeping.forget)
        keeping.bring_back(lambda said: self.search.setText(said.words))
        self._keeping = keeping

    def _search_line(self, start: str) -> QLineEdit:
        line = QLineEdit(start)
        line.setFont(self.ctx.look.font("sentence"))
        line.setPlaceholderText(self.ctx.t(N_("Write a word")))
        line.setAccessibleName(self.ctx.t(N_("Write a word to find a picture")))
        return line

    def _side_buttons(self) -> list[Pressable]:
        ctx = self.ctx
        made = [self._button("photo", ctx.t(N_("A photo from a file")), PHOTO, self._photo)]
        if self._may_be_none:
            made.append(
                self._button(
                    "no-picture", ctx.t(N_("No picture")), NONE, lambda: self.picked.emit(None, "")
                )
            )
        return made

    def _button(
        self, name: str, words: str, picture: PictureRef, press: Callable[[], None]
    ) -> Pressable:
        button = Pressable(self.ctx, words, picture=picture, picture_px=34)
        button.setObjectName(name)
        button.clicked.connect(press)
        return button

    def _show(self, looked_for: str) -> None:
        clear(self._pictures)
        found = self.ctx.house.ideas.search(looked_for, lang=self.ctx.words.lang)
        for each in found:
            card = Pressable(
                self.ctx,
                each.words,
                picture=each.picture,
                picture_px=84,
                size="note",
                arrange="above",
                widest=round(190 * max(1, self.ctx.look.percent / 130)),
            )
            card.setObjectName(f"picture-{each.idea or each.picture}")
            card.clicked.connect(
                lambda _=False, each=each: self.picked.emit(each.picture, each.words)
            )
            self._pictures.addWidget(card)
        if not found:
            self._pictures.addWidget(
                Words(self.ctx, self.ctx.t(N_("No picture for that word. Try another word.")))
            )
        if looked_for.strip() and not self._may_be_none:
            self._pictures.addWidget(self._only_words(looked_for.strip()))
        follow_layout(self)

    def _only_words(self, words: str) -> Pressable:
        """An answer of the person's own needs no picture."""
        button = self._button(
            "only-words",
            self.ctx.t(N_("Only these words: {words}"), words=words),
            WRITE,
            lambda: self.picked.emit(None, words),
        )
        self.search.returnPressed.connect(button.click)
        return button

    def _photo(self) -> None:
        choose_photo(self.ctx, self, self._photo_kept)

    def _photo_kept(self, ref: PictureRef) -> None:
        """What was looked for is what the photo shows; the name of its file is nobody's words."""
        self.picked.emit(ref, self.search.text().strip())

    def take_photo(self, path: Path) -> None:
        """Keep a photo from a file in the notebook and choose it."""
        take_photo(self.ctx, self, path, self._photo_kept)
