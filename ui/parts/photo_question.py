"""One question about a photo on a page of its own, with the photo beside it."""

import dataclasses
from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.model import text
from app.model.ids import PictureRef
from app.model.refusals import REFUSAL_PICTURES, REFUSAL_WORDS
from app.model.session import Response
from app.model.wording import N_
from ui.context import Context
from ui.parts.column import Column
from ui.parts.deeds import main_deed
from ui.parts.fields import Field
from ui.parts.flow import Flow
from ui.parts.picture import PictureOnly
from ui.parts.pressable import Pressable
from ui.parts.refs import TICK
from ui.parts.words import Words

_PHOTO_PX = 200
_PHOTO_PX_STACKED = 110
_ANSWER_PX = 56
_ANSWER_PX_STACKED = 36


@dataclasses.dataclass(frozen=True, slots=True)
class Choice:
    """One answer: what it is called in the code, its words and its picture."""

    name: str
    words: str
    picture: PictureRef


class PhotoQuestion(QWidget):
    """A question with its answers; nothing is chosen for anybody.

    Args:
        ctx: what every part is handed.
        photo: the photo, as the pixmaps know it.
        asked: the question, in the person's language.
        choices: the answers.
        note: what the person has to know before they answer.
        below: what is good to know besides, after the answers, so that those stay in sight.
        chosen: what was answered before.
        refused: is told of a way not to answer; there is none where this is left out.

    Signals:
        answered: carries the name of what was pressed.
        passed: this was not answered (rule R3).

    """

    answered = Signal(str)
    passed = Signal()

    def __init__(
        self,
        ctx: Context,
        photo: PictureRef,
        *,
        asked: str,
        choices: tuple[Choice, ...],
        note: str = "",
        below: str = "",
        chosen: str = "",
        refused: Callable[[Response], None] | None = None,
    ) -> None:
        super().__init__()
        self.ctx = ctx
        self._chosen = chosen if chosen in {each.name for each in choices} else ""
        self._choices: dict[str, Pressable] = {}
        page = _Page(self, photo, asked, note)
        self.read = page.read
        row, px = Flow(gap=0), _ANSWER_PX_STACKED if ctx.look.stacked else _ANSWER_PX
        for choice in choices:
            button = self._button(choice.name, choice.words, choice.picture, px)
            button.setAccessibleName(f"{asked} {choice.words}")
            button.choose(choice.name == chosen)
            button.clicked.connect(lambda _=False, name=choice.name: self._answer(name))
            self._choices[choice.name] = button
            row.addWidget(button)
        page.answers.addLayout(row)
        if below:
            self.read.append(Words(ctx, below, size="label", bold=False))
            page.answers.addWidget(self.read[-1])
        if refused is not None:
            page.under.addLayout(self._refusals(refused))
        self._first = self.read[2 if note else 1]

    def first_focus(self) -> QWidget:
        """The first answer."""
        return self._first

    def go_on(self) -> None:
        """Go on with what was answered before, if anything was."""
        if self._chosen:
            self.answered.emit(self._chosen)
        else:
            self.passed.emit()

    def _answer(self, name: str) -> None:
        """Whoever comes back here sees what they answered."""
        self._chosen = name
        for each, button in self._choices.items():
            button.choose(each == name)
        self.answered.emit(name)

    def _refusals(self, refused: Callable[[Response], None]) -> Flow:
        row = Flow(gap=0)
        for response, words in REFUSAL_WORDS.items():
            button = self._button(
                f"photo-{response}", self.ctx.t(words), REFUSAL_PICTURES[response], 30
            )
            button.clicked.connect(lambda _=False, response=response: refused(response))
            row.addWidget(button)
        return row

    def _button(self, name: str, words: str, picture: PictureRef, px: int) -> Pressable:
        button = Pressable(self.ctx, words, picture=picture, picture_px=px)
        button.setObjectName(name)
        self.read.append(button)
        return button


class PhotoName(QWidget):
    """What is in a photo in which nobody is; it may stay empty.

    Signals:
        answered: carries the words.

    """

    answered = Signal(str)

    def __init__(self, ctx: Context, photo: PictureRef, *, words: str = "") -> None:
        super().__init__()
        self.ctx = ctx
        page = _Page(self, photo, ctx.t(N_("What is in the photo?")), "")
        self.read = page.read
        label = ctx.t(N_("You can leave this empty."))
        self._field = Field(ctx, label, text=words)
        self._field.line.setObjectName("photo-name")
        self._field.line.setAccessibleName(f"{ctx.t(N_('What is in the photo?'))} {label}")
        self._field.line.returnPressed.connect(self.go_on)
        page.answers.addWidget(self._field)
        done = main_deed(ctx, "photo-name-done", ctx.t(N_("That is right")), TICK, self.go_on)
        self.read.append(done)
        row = Flow(gap=0)
        row.addWidget(done)
        page.under.addLayout(row)

    def first_focus(self) -> QWidget:
        """The line."""
        return self._field.line

    def go_on(self) -> None:
        """Go on with what is written."""
        name = "" if text.is_blank(self._field.text) else self._field.checked(text.name)
        if name is not None:
            self.answered.emit(name)


class _Page:
    """A photo with a question beside it, room for answers, and a row that stays in sight."""

    def __init__(self, page: QWidget, photo: PictureRef, asked: str, note: str) -> None:
        ctx = page.ctx  # type: ignore[attr-defined]
        page.setObjectName("ground")
        outer = QVBoxLayout(page)
        outer.setContentsMargins(26, 12, 26, 8)
        column = Column(ctx, margins=(0, 0, 0, 8))
        outer.addWidget(column, 1)
        self.read: list[Words | Pressable] = [Words(ctx, asked, size="question")]
        if note:
            self.read.append(Words(ctx, note, size="sentence"))
        said = QVBoxLayout()
        said.addStretch(1)
        for words in self.read:
            said.addWidget(words)
        said.addStretch(1)
        px = _PHOTO_PX_STACKED if ctx.look.stacked else _PHOTO_PX
        head = QHBoxLayout()
        head.setSpacing(26)
        head.addWidget(PictureOnly(ctx, photo, px), 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(said, 1)
        column.add_row(head)
        self.answers = QVBoxLayout()
        column.add_row(self.answers)
        column.fill()
        self.under = QVBoxLayout()
        if ctx.look.roomy:
            outer.addLayout(self.under)
        else:
            column.add_row(self.under)
