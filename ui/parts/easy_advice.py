"""Quiet advice beside a place where words of others are put more easily: two things at most."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from app.model.wording import N_
from app.words.easyread.checker import EasyRead
from app.words.easyread.remarks import Remark
from ui.context import Context
from ui.parts.column import clear
from ui.parts.flow import Flow
from ui.parts.pressable import Pressable
from ui.parts.taborder import follow_layout
from ui.parts.words import Words

PAUSE_MS = 300
"""Nothing is said while somebody types; this long after the last letter it is."""
MOST = 2


class EasyAdvice(QWidget):
    """Says what would make the words of a field easier. It holds nobody up, and counts nothing.

    Args:
        ctx: what every part is handed.
        field: where the words are written.
        lang: their language.
        own: words of the person that are never remarked on, even if they stand in the field (R5).
        names: names and words that the person uses.

    """

    def __init__(
        self,
        ctx: Context,
        field: QPlainTextEdit,
        *,
        lang: str,
        own: str = "",
        names: tuple[str, ...] = (),
    ) -> None:
        super().__init__()
        self.ctx = ctx
        self.setObjectName("easy-advice")
        self._field, self._lang, self._own, self._names = field, lang, own, names
        self._put_away: set[tuple[str, str]] = set()
        self._shown: list[tuple[str, str]] = []
        self._easy_read: EasyRead | None = None
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._look)
        field.textChanged.connect(self._pause.start)
        ctx.desk.do(lambda: ctx.house.easy_read, owner=self, then=self._begin)

    def _begin(self, easy_read: EasyRead) -> None:
        self._easy_read = easy_read
        self._look()

    def _look(self) -> None:
        """Show what there is to say about what stands in the field now."""
        if self._easy_read is None:
            return
        text = self._field.toPlainText()
        if text.strip() == self._own.strip():
            self._show([], text)
            return
        found = self._easy_read.sentence(text, lang=self._lang, vocabulary=self._names)
        self._show([each for each in found if self._is_said(each, text)][:MOST], text)

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
            self._rows.addWidget(Words(ctx, f"{says} {change}", size="helper", ink="quiet_ink"))
            row = Flow(gap=0)
            row.addWidget(self._away(nth, says, self._key(remark, text)))
            self._rows.addLayout(row)
        follow_layout(self)

    def _away(self, nth: int, says: str, key: tuple[str, str]) -> Pressable:
        ours = self.ctx.t(N_("This is how we say it"))
        button = Pressable(self.ctx, ours, role="quiet", size="helper", helpers=True)
        button.setObjectName(f"our-way-{nth}")
        button.setAccessibleName(f"{ours}: {says}")
        button.clicked.connect(lambda: self._leave_alone(key))
        return button

    def _leave_alone(self, key: tuple[str, str]) -> None:
        self._put_away.add(key)
        self._look()
        self._field.setFocus()
