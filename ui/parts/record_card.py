"""A risk, a rule or a decision as a card to read: what it is, where it stands, fact by fact."""

from collections.abc import Callable, Iterator

from PySide6.QtCore import QRectF
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
        self.read: list[Words | Pressable] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(24, 18, 24, 14)
        self._column.setSpacing(4)
        self._say(Words(ctx, said(card.title, ctx.words), size="sentence", bold=True))
        status = StatusLine(ctx, card)
        self._column.addWidget(status)
        self.read += status.read
        for words in facts_as_words(ctx, card.facts):
            self._say(words)
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

    def _say(self, words: Words) -> None:
        self._column.addWidget(words)
        self.read.append(words)

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
        status = card.status.said(ctx.words)
        ink = "ink"
        if card.missing:
            ink = "stop_ink"
            missing = said(card.missing, ctx.words)
            status = ctx.t(N_("Not complete. Still missing: {parts}"), parts=missing)
        words = Words(ctx, status, size="label", ink=ink)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 2, 0, 6)
        row.setSpacing(12)
        if ctx.shows(card.mark):
            row.addWidget(PictureOnly(ctx, card.mark, 34))
        row.addWidget(words, 1)
        self.read = [words]


def facts_as_words(ctx: Context, facts: tuple[Fact, ...]) -> Iterator[Words]:
    """Each fact as its name and, below it, what is known."""
    for fact in facts:
        yield Words(ctx, fact.label.said(ctx.words), size="label", ink="quiet_ink")
        for item in fact.items:
            lines = "\n".join(said(line, ctx.words) for line in item)
            yield Words(ctx, lines, size="choice", bold=False)
