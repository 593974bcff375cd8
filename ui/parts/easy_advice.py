"""Quiet advice about easy words: beside a writing place, and about words that were hard before."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from app.model.halfsaid import OTHERS, HalfSaid
from app.model.statement import Statement, voice_group
from app.model.wording import N_
from app.usecases.talks import Talk
from app.words.easyread.checker import EasyRead
from app.words.easyread.remarks import ABOUT_OTHERS, Remark
from app.words.splitting import words as words_of
from ui.context import Context
from ui.parts.column import clear
from ui.parts.flow import Flow
from ui.parts.pressable import Pressable
from ui.parts.taborder import follow_layout
from ui.parts.words import Words

PAUSE_MS = 300
"""Nothing is said while somebody types; this long after the last letter it is."""
_MOST_HARD = 3
_NOT_OF_OWN_WORDS = ABOUT_OTHERS | {"W16"}
"""Nor is it said of the person's own words that a word is shortened: it is easy to read."""


class EasyAdvice(QWidget):
    """Says what would make the words of a field easier. It holds nobody up, and counts nothing.

    Args:
        ctx: what every part is handed.
        field: where the words are written.
        lang: their language.
        own: words of the person that are never remarked on, even if they stand in the field (R5).
        names: names and words that the person uses.
        most: how many things are said at once.

    """

    def __init__(
        self,
        ctx: Context,
        field: QPlainTextEdit,
        *,
        lang: str,
        own: str = "",
        names: tuple[str, ...] = (),
        most: int = 2,
    ) -> None:
        super().__init__()
        self.ctx, self._most = ctx, most
        self.setObjectName("easy-advice")
        self._field, self._lang, self._own, self._names = field, lang, own, names
        self._put_away: set[tuple[str, str]] = set()
        self._shown: list[tuple[str, str]] = []
        self._easy_read: EasyRead | None = None
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self.look)
        field.textChanged.connect(self._pause.start)
        ctx.desk.do(lambda: ctx.house.easy_read, owner=self, then=self._begin)

    def about(self, lang: str) -> None:
        """Look at the words as words of this language; of none if it is empty."""
        if lang != self._lang:
            self._lang = lang
            self.look()

    def _begin(self, easy_read: EasyRead) -> None:
        self._easy_read = easy_read
        self.look()

    def look(self) -> None:
        """Show what there is to say about what stands in the field now, without waiting."""
        if self._easy_read is None:
            return
        text = self._field.toPlainText()
        if not self._lang or text.strip() == self._own.strip():
            self._show([], text)
            return
        found = self._easy_read.sentence(text, lang=self._lang, vocabulary=self._names)
        self._show([each for each in found if self._is_said(each, text)][: self._most], text)

    def _is_said(self, remark: Remark, text: str) -> bool:
        return remark.weight != "I" and self._key(remark, text) not in self._put_away

    @staticmethod
    def _key(remark: Remark, text: str) -> tuple[str, str]:
        return remark.rule, text[remark.start : remark.end].casefold()

    def _show(self, remarks: list[Remark], text: str) -> None:
        ctx = self.ctx
        # Seldom anything new: what stands here stays then, and the keyboard with it.
        said = [(each.says.said(ctx.words), each.change.said(ctx.words)) for each in remarks]
        if said == self._shown:
            return
        self._shown = said
        clear(self._rows)
        for nth, (remark, (says, change)) in enumerate(zip(remarks, said, strict=True)):
            self._rows.addWidget(Words(ctx, f"{says} {change}", size="helper"))
            row = Flow(gap=0)
            row.addWidget(self._away(nth, says, self._key(remark, text)))
            self._rows.addLayout(row)
        follow_layout(self)

    def _away(self, nth: int, says: str, key: tuple[str, str]) -> Pressable:
        ours = self.ctx.t(N_("Keep these words"))
        button = Pressable(self.ctx, ours, role="quiet", size="helper", helpers=True)
        button.setObjectName(f"our-way-{nth}")
        button.setAccessibleName(f"{ours}: {says}")
        button.clicked.connect(lambda: self._leave_alone(key))
        return button

    def _leave_alone(self, key: tuple[str, str]) -> None:
        self._put_away.add(key)
        self.look()
        self._field.setFocus()


class AdviceForHelper(QVBoxLayout):
    """Advice below a writing place in a talk, where the words are not the person's own (R5).

    Args:
        ctx: what every part is handed.
        field: where the words are written.
        talk: the talk they are written in.

    """

    def __init__(self, ctx: Context, field: QPlainTextEdit, talk: Talk) -> None:
        super().__init__()
        self._ctx, self._field = ctx, field
        around = (talk.person.body.preferred_name, *(each.body.name for each in talk.supporters))
        self._names = tuple(word for name in around for word in words_of(name))
        self._advice: EasyAdvice | None = None

    def look_at(self, now: HalfSaid) -> None:
        """Show it for words that are told like this; the rules are read when they are first due."""
        others = now.how == OTHERS or (now.how and voice_group(now.how) != "own")
        lang = now.lang if others else ""
        if self._advice is not None:
            self._advice.about(lang)
        elif lang:
            # One thing: what stands below moves as little as it can.
            self._advice = EasyAdvice(self._ctx, self._field, lang=lang, names=self._names, most=1)
            self.addWidget(self._advice)


class HardHere(QWidget):
    """What may be hard to read in words that are to be put more easily, before it is done.

    Args:
        ctx: what every part is handed.
        body: the sentence.
        names: names and words that the person uses.

    Signals:
        shown: something stands here now that did not before.

    """

    shown = Signal()

    def __init__(self, ctx: Context, body: Statement, *, names: tuple[str, ...] = ()) -> None:
        super().__init__()
        self.ctx, self._body, self._names = ctx, body, names
        self.setObjectName("hard-here")
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        ctx.desk.do(lambda: ctx.house.easy_read, owner=self, then=self._show)

    def _show(self, easy_read: EasyRead) -> None:
        ctx, body = self.ctx, self._body
        found = easy_read.sentence(body.original, lang=body.original_lang, vocabulary=self._names)
        passed = _NOT_OF_OWN_WORDS if body.voice_group == "own" else frozenset()
        hard = [each for each in found if each.weight != "I" and each.rule not in passed]
        if hard:
            told = ctx.t(N_("What may be hard to read in it:"))
            self._rows.addWidget(Words(ctx, told, size="label"))
        for each in hard[:_MOST_HARD]:
            line = f"{each.says.said(ctx.words)} {each.change.said(ctx.words)}"
            self._rows.addWidget(Words(ctx, line, size="helper"))
        if hard:
            self.shown.emit()
