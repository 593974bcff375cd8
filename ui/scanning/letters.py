"""Writing without a keyboard: letters in rows, words of one's own plan, take back, done."""

from collections.abc import Callable

import shiboken6
from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from app.model.ids import PictureRef
from app.model.wording import N_
from app.words.alphabets import letters, signs
from app.words.own_words import OwnWords, put_in
from ui.context import Context
from ui.parts.column import Column, clear
from ui.parts.fields import is_unsaid
from ui.parts.flow import Flow
from ui.parts.pressable import Pressable
from ui.parts.refs import TAKE_BACK, TICK
from ui.parts.words import Words
from ui.scanning.finding import ROW, SILENT, Field

MOST_WORDS = 5
_SHOWN = 120
"""So many letters of the end of a long text are seen while one writes."""


class LetterBoard(QWidget):
    """Lies over the window; what is written goes into the line at once, letter by letter.

    No letter is said where nothing of what is written may be said aloud.

    Signals:
        done: the person is done; what is written stays in the line.

    """

    done = Signal()

    def __init__(
        self, ctx: Context, over: QWidget, field: Field, lang: str, *, top: int = 0
    ) -> None:
        """Write into a line.

        Args:
            ctx: what every part is handed.
            over: the window.
            field: the line or the writing place.
            lang: the language in which is written.
            top: px that are left free at the top.

        """
        super().__init__(over)
        self.ctx = ctx
        self.lang = lang
        self._field = field
        self._own: OwnWords | None = None
        self._signs = self._capitals = False
        self._secret = (
            isinstance(field, QLineEdit) and field.echoMode() != QLineEdit.EchoMode.Normal
        )
        self.setProperty(SILENT, is_unsaid(field))
        self.setObjectName("ground")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAutoFillBackground(True)
        self._column = Column(ctx, margins=(30, top + 10, 30, 10), gap=2)
        self._lay_out()
        self._show_letters()
        self._show_standing()

    def know(self, own: OwnWords) -> None:
        """Offer these words from now on; never where something secret is written."""
        if not self._secret:
            self._own = own
            self._show_standing()

    @property
    def text(self) -> str:
        """What stands in the line."""
        field = self._field
        if not shiboken6.isValid(field):
            return ""
        return field.text() if isinstance(field, QLineEdit) else field.toPlainText()

    # How it is made

    def _lay_out(self) -> None:
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._column)
        self._column.add(Words(self.ctx, self._asks(), size="label"))
        self._standing = Words(self.ctx, "", size="sentence")
        self._column.add(self._standing)
        # Letters follow the direction in which they are written, not that of the window.
        written = QLocale(self.lang).textDirection()
        self._offered = self._row_holder(self.ctx.t(N_("Words")))
        self._offered.parentWidget().setLayoutDirection(written)
        below = QWidget()
        below.setLayoutDirection(written)
        self._rows = Flow(below, gap=6)  # rows stand side by side where there is room
        self._column.add(below)
        self._column.add(self._deeds())
        self._column.fill()

    def _asks(self) -> str:
        field = self._field
        return field.accessibleName() or field.placeholderText()

    def _row_holder(self, name: str) -> Flow:
        holder = QWidget()
        holder.setProperty(ROW, name)
        row = Flow(holder, gap=0)
        self._column.add(holder)
        return row

    def _deeds(self) -> QWidget:
        t = self.ctx.t
        holder = QWidget()
        holder.setProperty(ROW, t(N_("Space, take back, done")))
        row = Flow(holder, gap=0)
        for name, words, picture, press in (
            ("letter-space", N_("Space"), None, lambda: self._write(" ")),
            ("letter-back", N_("Take a letter back"), TAKE_BACK, self._take_back),
            ("word-back", N_("Take a word back"), TAKE_BACK, self._take_word_back),
            ("capitals", N_("Capital letters"), None, self._turn_capitals),
            ("signs", N_("Signs and numbers"), None, self._turn_signs),
        ):
            row.addWidget(self._key(name, t(words), press, picture, lang=self.ctx.words.lang))
        done = Pressable(
            self.ctx, t(N_("I am done writing")), picture=TICK, picture_px=30, role="action"
        )
        done.setObjectName("written")
        done.clicked.connect(self.done)
        row.addWidget(done)
        return holder

    def _key(
        self,
        name: str,
        words: str,
        press: Callable[[], None],
        picture: PictureRef | None = None,
        *,
        lang: str = "",
    ) -> Pressable:
        key = Pressable(
            self.ctx, words, picture=picture, picture_px=28, size="button", bold=False,
            lang=lang or self.lang,
        )  # fmt: skip
        key.setObjectName(name)
        key.clicked.connect(press)
        return key

    def _show_letters(self) -> None:
        clear(self._rows)
        for row in signs(self.lang) if self._signs else letters(self.lang):
            holder = QWidget()
            holder.setProperty(ROW, f"{row[0]} – {row[-1]}")
            inside = QHBoxLayout(holder)
            inside.setContentsMargins(0, 0, 0, 0)
            inside.setSpacing(0)
            for letter in row:
                shown = letter.upper() if self._capitals else letter
                key = Pressable(
                    self.ctx, shown, size="title", bold=False, arrange="above", lang=self.lang
                )
                key.setObjectName(f"letter-{letter}")
                key.clicked.connect(self._writer(letter))
                key.setMinimumWidth(round(self.ctx.look.size("title") * 2.6))
                inside.addWidget(key)
            inside.addStretch(1)
            self._rows.addWidget(holder)

    def _show_standing(self) -> None:
        text = self.text
        shown = "•" * len(text) if self._secret else text[-_SHOWN:]
        self._standing.say(f"{shown}▏")
        clear(self._offered)
        offers = self._own.offer(text, most=MOST_WORDS) if self._own is not None else ()
        for word in offers:
            self._offered.addWidget(self._key(f"word-{word}", word, self._word_writer(word)))

    # Writing

    def _writer(self, letter: str) -> Callable[[], None]:
        return lambda: self._write(self._cased(letter))

    def _word_writer(self, word: str) -> Callable[[], None]:
        def write() -> None:
            text = put_in(self.text, word)
            first = " " not in text.strip()
            self._put(text[:1].upper() + text[1:] if first else text)

        return write

    def _cased(self, letter: str) -> str:
        """A sentence begins with a capital letter by itself; a secret is written as it is."""
        if self._capitals:
            return letter.upper()
        begins = not self._secret and not self.text.strip()
        return letter[:1].upper() + letter[1:] if begins else letter

    def _write(self, more: str) -> None:
        self._put(self.text + more)

    def _take_back(self) -> None:
        self._put(self.text[:-1])

    def _take_word_back(self) -> None:
        shorter = self.text.rstrip()
        self._put(shorter[: shorter.rfind(" ") + 1])

    def _put(self, text: str) -> None:
        field = self._field
        if not shiboken6.isValid(field):  # the screen under it has gone
            self.done.emit()
            return
        if isinstance(field, QPlainTextEdit):
            field.setPlainText(text)
        else:
            field.setText(text)
        self._show_standing()

    def _turn_capitals(self) -> None:
        self._capitals = not self._capitals
        self._show_letters()

    def _turn_signs(self) -> None:
        self._signs = not self._signs
        self._show_letters()
