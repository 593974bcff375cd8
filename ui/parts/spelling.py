"""Spelling under a field that the helper types in: a quiet dotted line, and help when asked.

Nothing is ever changed by itself, and nothing that the person said is looked at.
"""

import functools
import itertools
from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QVBoxLayout, QWidget

from app.model.ids import RecordId
from app.model.wording import N_
from app.usecases import easy_words
from app.words.splitting import Span, word_spans
from ui.context import Context
from ui.parts.column import clear
from ui.parts.flow import Flow
from ui.parts.pressable import Pressable
from ui.parts.taborder import follow_layout
from ui.parts.words import Words

PAUSE_MS = 300
"""Nothing is marked while somebody types."""
MOST = 3
"""Words that are asked about at a time."""


class SpellingHelp(QWidget):
    """Marks words that no dictionary knows, and has each to press for what may have been meant.

    Args:
        ctx: what every part is handed.
        field: where the words are written.
        lang: their language; where there is no dictionary, nothing is ever marked.
        person: whose plan it is for: its names and its words are known.

    """

    def __init__(self, ctx: Context, field: QPlainTextEdit, *, lang: str, person: RecordId) -> None:
        super().__init__()
        self.ctx = ctx
        self.setObjectName("spelling")
        self._field, self._lang = field, lang
        self._known: frozenset[str] = frozenset()
        self._asked: tuple[str, ...] = ()
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self.look)
        field.textChanged.connect(self._pause.start)
        notebook = ctx.open_notebook
        ctx.desk.do(lambda: easy_words.known(notebook, person=person), owner=self, then=self._begin)

    def _begin(self, known: frozenset[str]) -> None:
        self._known = known
        self.look()

    def look(self) -> None:
        """Ask about what stands in the field now, on the notebook's thread."""
        text, known, lang, house = (
            self._field.toPlainText(),
            self._known,
            self._lang,
            self.ctx.house,
        )
        self.ctx.desk.do(
            lambda: house.spelling.unknown(text, lang=lang, known=known),
            owner=self,
            then=lambda spans: self._show(text, spans),
        )

    def _show(self, text: str, spans: tuple[Span, ...]) -> None:
        if text != self._field.toPlainText():
            return  # somebody types on, and it is looked at again
        self._mark(text, spans)
        asked = tuple(dict.fromkeys(text[start:end] for start, end in spans))[:MOST]
        if asked == self._asked:
            return
        self._asked = asked
        self._ask()

    def _mark(self, text: str, spans: tuple[Span, ...]) -> None:
        marks = []
        for start, end in spans:
            mark = QTextEdit.ExtraSelection()
            mark.cursor = self._cursor(text, start, end)  # type: ignore[attr-defined]
            dots = QTextCharFormat()
            dots.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
            dots.setUnderlineColor(self.ctx.look.colour("quiet_ink"))
            mark.format = dots  # type: ignore[attr-defined]
            marks.append(mark)
        self._field.setExtraSelections(marks)

    def _cursor(self, text: str, start: int, end: int) -> QTextCursor:
        """Qt counts in UTF-16, where a picture sign takes two."""
        cursor = QTextCursor(self._field.document())
        cursor.setPosition(_in_utf16(text[:start]))
        cursor.setPosition(_in_utf16(text[:end]), QTextCursor.MoveMode.KeepAnchor)
        return cursor

    # What can be pressed

    def _ask(self) -> None:
        """A quiet button for each word."""
        clear(self._rows)
        row = Flow(gap=0)
        for word in self._asked:
            row.addWidget(
                self._button(
                    f"spelled-{word}",
                    self.ctx.t(N_("Is “{word}” spelled like this?"), word=word),
                    functools.partial(self._find, word),
                )
            )
        self._rows.addLayout(row)
        follow_layout(self)

    def _find(self, word: str) -> None:
        house, lang = self.ctx.house, self._lang
        self.ctx.desk.do(
            lambda: house.spelling.meant(word, lang=lang),
            owner=self,
            then=lambda found: self._offer(word, found),
        )

    def _offer(self, word: str, found: tuple[str, ...]) -> None:
        """What may have been meant, and the word as it is."""
        if word not in self._asked:
            return
        ctx = self.ctx
        clear(self._rows)
        said = N_("“{word}”: which one is it?") if found else N_("“{word}” is in no list here.")
        self._rows.addWidget(Words(ctx, ctx.t(said, word=word), size="helper", ink="quiet_ink"))
        row = Flow(gap=0)
        for nth, other in enumerate(found):
            row.addWidget(
                self._button(f"meant-{nth}", other, functools.partial(self._put, word, other))
            )
        keep = self._button(
            "spelled-right", ctx.t(N_("Keep it as it is")), functools.partial(self._keep, word)
        )
        row.addWidget(keep)
        self._rows.addLayout(row)
        follow_layout(self)
        first = self.findChild(Pressable, "meant-0") or keep
        first.show()
        first.setFocus()

    def _button(self, name: str, words: str, press: Callable[[], None]) -> Pressable:
        button = Pressable(self.ctx, words, role="quiet", size="helper", helpers=True)
        button.setObjectName(name)
        button.clicked.connect(lambda _=False: press())
        return button

    def _put(self, word: str, other: str) -> None:
        """Put it where the word first stands; Undo in the field takes it back."""
        text = self._field.toPlainText()
        places = (span for span in word_spans(text) if text[span[0] : span[1]] == word)
        for start, end in itertools.islice(places, 1):
            self._cursor(text, start, end).insertText(other)
        self._done()

    def _keep(self, word: str) -> None:
        """It is a word of this plan: once the words stand in it, nobody asks again."""
        self._known |= {word}
        self._done()

    def _done(self) -> None:
        self._asked = ()
        clear(self._rows)
        self._field.setFocus()
        self.look()


def _in_utf16(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2
