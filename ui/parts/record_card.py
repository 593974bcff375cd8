"""A risk, a rule or a decision as a card to read: what it is, where it stands, fact by fact."""

from collections.abc import Callable

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.model.facts import Card, Fact
from app.model.wording import N_, said
from ui.context import Context
from ui.parts.flow import Flow
from ui.parts.picture import PictureOnly
from ui.parts.pressable import Pressable
from ui.parts.refs import LOOK
from ui.parts.words import Words


class RecordCard(QWidget):
    """A card with a way to all of the record; one that lacks something has a red edge (R10).

    Attributes:
        read: its words and its button, in reading order.

    """

    def __init__(self, ctx: Context, card: Card, show: Callable[[], None]) -> None:
        super().__init__()
        self.ctx = ctx
        self.setObjectName(f"card-{card.record}")
        self._stands_out = bool(card.missing)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(24, 18, 24, 14)
        self._column.setSpacing(4)
        title = Words(ctx, said(card.title, ctx.words), size="sentence", bold=True)
        self._column.addWidget(title)
        status = StatusLine(ctx, card)
        self._column.addWidget(status)
        self.read: list[Words | Pressable] = [title, *status.read]
        for fact in card.facts:
            lines = FactLines(ctx, fact)
            self._column.addWidget(lines)
            self.read += lines.read
        if card.written:
            told = said(card.written, ctx.words)
            written = Words(ctx, told, size="helper", ink="quiet_ink", bold=False)
            self._column.addSpacing(8)
            self._column.addWidget(written)
            self.read.append(written)
        button = Pressable(
            ctx,
            ctx.t(N_("Show what is missing") if card.missing else N_("Show all of it")),
            picture=LOOK,
            picture_px=34,
            size="button",
        )
        button.setObjectName(f"record-{card.record}")
        button.clicked.connect(show)
        row = Flow()
        row.addWidget(button)
        self._column.addSpacing(8)
        self._column.addLayout(row)
        self.read.append(button)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the card and its edge."""
        look = self.ctx.look
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = look.colour("stop_edge" if self._stands_out else "quiet_ink")
        painter.setPen(QPen(edge, look.shape.card_edge * (2 if self._stands_out else 1)))
        painter.setBrush(look.colour("card"))
        area = QRectF(self.rect()).adjusted(6, 6, -6, -6)
        painter.drawRoundedRect(area, look.shape.card_radius, look.shape.card_radius)
        painter.end()


class StatusLine(QWidget):
    """Where a record stands, in a word beside its mark, and what it still lacks.

    Attributes:
        read: the words of it.

    """

    def __init__(self, ctx: Context, card: Card) -> None:
        super().__init__()
        ink = "stop_ink" if card.missing else "ink"
        words = Words(ctx, card.standing(ctx.words), size="label", ink=ink)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 2, 0, 6)
        row.setSpacing(12)
        if ctx.shows(card.mark):
            row.addWidget(PictureOnly(ctx, card.mark, 34))
        row.addWidget(words, 1)
        self.read = [words]


class FactLines(QWidget):
    """One fact: its name, and beside it what is known; below it where letters are large.

    Attributes:
        read: the words of it.

    """

    def __init__(self, ctx: Context, fact: Fact) -> None:
        super().__init__()
        label = Words(ctx, fact.label.said(ctx.words), size="label", ink="quiet_ink")
        items = [
            Words(ctx, "\n".join(said(line, ctx.words) for line in item), size="choice", bold=False)
            for item in fact.items
        ]
        outer = (QVBoxLayout if ctx.look.stacked else QHBoxLayout)(self)
        outer.setContentsMargins(0, 8, 0, 0)
        outer.setSpacing(2 if ctx.look.stacked else 20)
        outer.addWidget(label, 3)
        known = QVBoxLayout()
        known.setSpacing(10)
        for words in items:
            known.addWidget(words)
        known.addStretch(1)
        outer.addLayout(known, 7)
        if not ctx.look.stacked:
            outer.setAlignment(label, Qt.AlignmentFlag.AlignTop)
        self.read = [label, *items]
