"""The one thing on screen that can be pressed: a card with a picture, words and a note.

Everything a person or helper presses is one of these, so that it looks, wraps, focuses, is read
aloud and is named for screen readers in one way.
"""

from typing import Literal

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from app.model.ids import PictureRef
from ui.accessible import in_one
from ui.context import Context
from ui.parts.heard import HeardCard, NoteHeard
from ui.parts.in_sight import show_in_scroll_area
from ui.parts.second_press import SecondPress
from ui.parts.strokes import draw_sign, draw_tick
from ui.parts.textblock import TextBlock

Role = Literal["plain", "quiet", "action", "stop", "own", "shown", "joint", "others", "bare"]
Arrange = Literal["beside", "above"]
Stature = Literal["tall", "smaller", "low"]
"""How much height a card takes: all it asks for, a smaller picture, or the picture beside."""

SECOND_PRESS = SecondPress()
"""Of all cards together: the second press of a double click may meet another one."""

_TICK = 10
"""Px beside words that can be chosen and have no picture: a tick does not stand on them."""
_SMALLER = 0.7
"""Of a picture's side, where a card has a little less room than it asks for."""
_LOW_WIDER = 1.1
"""The words have as much room beside the picture as under it."""

_BY_KEYBOARD = {
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.OtherFocusReason,
}


class Pressable(HeardCard, QAbstractButton):
    """A card that can be pressed by mouse, touch, Enter or Space."""

    def __init__(
        self,
        ctx: Context,
        words: str,
        *,
        picture: PictureRef | None = None,
        picture_px: int = 40,
        note: str = "",
        note_picture: PictureRef | None = None,
        note_heard: NoteHeard = "after",
        note_bold: bool = True,
        role: Role = "plain",
        size: str = "choice",
        bold: bool | None = None,
        arrange: Arrange = "beside",
        dashed: bool = False,
        after: bool = False,
        lang: str = "",
        widest: int = 0,
        helpers: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.ctx = ctx
        self.lang = lang or ctx.words.lang
        self._role = role
        self._arrange = arrange
        self._stature: Stature = "tall"
        self._dashed = dashed
        self._after = after
        self._widest = self._full_widest = widest
        self._helpers, self._bold = helpers, bold
        self._picture = picture
        self._picture_px = self._full_px = ctx.look.picture(picture_px)
        self._note_picture = note_picture
        self._note_heard = note_heard
        self._note_gap = ctx.look.shape.gap_small
        centre = arrange == "above"
        self.can_be_low = centre
        self._bold_font = ctx.look.font(size, bold=True, lang=lang)
        self._plain_font = ctx.look.font(size, bold=bold, lang=lang)
        self._words = TextBlock(words, self._plain_font, centre=centre)
        self._chosen = TextBlock(words, self._bold_font)
        self._note = TextBlock(note, ctx.look.font("note", bold=note_bold), centre=centre)
        self.setText(words)
        self.setAccessibleName(in_one(words, note))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    # What it says

    @property
    def note(self) -> str:
        """What it says under them."""
        return self._note.text

    def choose(self, chosen: bool) -> None:
        """Show whether it is chosen: by fill, edge, weight and a tick, not by colour alone."""
        self.setCheckable(True)
        self.setChecked(chosen)
        self._words.set_font(self._bold_font if chosen else self._plain_font)
        self.update()

    def add_note(self, note: str) -> None:
        """Say something more under the words, once it is known."""
        font = self.ctx.look.font("note", bold=True)
        self._note = TextBlock(note, font, centre=self._arrange == "above")
        self.setAccessibleName(in_one(self.words, note))
        self.updateGeometry()
        self.update()

    def write_in(self, size: str, picture_px: int) -> None:
        """Write its words in another named size, with its picture as large as goes with that."""
        look = self.ctx.look
        self._bold_font = look.font(size, bold=True, lang=self.lang)
        self._plain_font = look.font(size, bold=self._bold, lang=self.lang)
        self._words.set_font(self._bold_font if self.isChecked() else self._plain_font)
        self._chosen.set_font(self._bold_font)
        self._full_px = look.picture(picture_px)
        self._picture_px = self._picture_side(self._stature)
        self.updateGeometry()
        self.update()

    def keep_within(self, widest: int) -> None:
        """Be no wider than this while it is low, if its longest word allows."""
        self._full_widest = int(widest / _LOW_WIDER)
        low = self._arrange == "beside"
        self._widest = max(widest, self._narrowest()) if low else self._full_widest
        self.updateGeometry()

    def stand(self, stature: Stature) -> None:
        """Put the picture above the words where there is room, beside them where there is little.

        For cards that :attr:`can_be_low`: those whose picture stands above.
        """
        if stature == self._stature:
            return
        self._stature = stature
        low = stature == "low"
        self._arrange = "beside" if low else "above"
        self._picture_px = self._picture_side(stature)
        self._widest = self._full_widest
        if low and self._widest:
            self._widest = max(int(self._widest * _LOW_WIDER), self._narrowest())
        self._words.set_centre(not low)
        self._note.set_centre(not low)
        self.updateGeometry()

    def _picture_side(self, stature: Stature) -> int:
        if stature == "tall":
            return self._full_px
        low = min(self._full_px, self.ctx.look.low_picture)
        return low if stature == "low" else max(low, round(self._full_px * _SMALLER))

    # Its size

    def sizeHint(self) -> QSize:
        """As wide as its words on one line, up to its widest."""
        inner = self._content_width()
        width = inner + 2 * self._margin() + 2 * self._padding()[0]
        if self._widest:
            width = min(width, self._widest)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """As narrow as its longest word allows."""
        width = self._narrowest()
        if self._widest:
            width = min(width, self._widest)
        return QSize(width, 2 * self._margin() + self.ctx.look.shape.target_least // 2)

    def _narrowest(self) -> int:
        """The width with no word cut in two."""
        longest = max(self._chosen.longest_word(), min(self._note.longest_word(), 400))
        return longest + self._aside() + 2 * self._margin() + 2 * self._padding()[0]

    def hasHeightForWidth(self) -> bool:
        """Its words wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height its picture and wrapped words need, bold ones too: it keeps its size."""
        pad_x, pad_y = self._padding()
        inner = max(1, width - 2 * self._margin() - 2 * pad_x)
        text_width = inner - self._aside()
        texts = max(self._words.height(text_width), self._chosen.height(text_width))
        if self._note.text:
            texts += self._note_gap + self._note.height(text_width - self._note_aside())
        picture = self._picture_px if self._picture else 0
        if self._arrange == "above":
            height = picture + texts + (self.ctx.look.shape.gap_small if picture and texts else 0)
        else:
            height = max(picture, texts)
        least = self._least()
        return max(height + 2 * pad_y, least) + 2 * self._margin()

    def _least(self) -> int:
        """Targets on the person's side are 64 px; on the helper's 44 (WCAG 2.5.5)."""
        return 44 if self._role == "quiet" or self._helpers else self.ctx.look.shape.target_least

    def _margin(self) -> int:
        return self._ring() + self._ring_gap()

    def _ring(self) -> int:
        return 3 if self._role == "quiet" else self.ctx.look.shape.focus_ring

    def _ring_gap(self) -> int:
        return 1 if self._role == "quiet" else self.ctx.look.shape.focus_gap

    def _padding(self) -> tuple[int, int]:
        if self._role == "quiet":
            return 9, 6
        return (14, 12) if self._arrange == "above" else (14, 10)

    def _aside(self) -> int:
        if self._arrange == "above" or not self._picture:
            return 0
        return self._picture_px + self._picture_gap()

    def _picture_gap(self) -> int:
        if self._role == "quiet":
            return 8
        return 24 if self._picture_px > 48 else 12

    def _note_aside(self) -> int:
        return (self._note_px() + 8) if self._note_picture and self._note.text else 0

    def _note_px(self) -> int:
        return round(self.ctx.look.size("note") * 1.2)

    def _content_width(self) -> int:
        words = max(self._words.natural_width(), self._chosen.natural_width())
        texts = max(words, self._note.natural_width() + self._note_aside())
        if self._arrange == "above":
            return max(texts, self._picture_px if self._picture else 0)
        return texts + (self._aside() or _TICK * self.isCheckable())

    # How it is drawn

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the card, its focus ring, its picture and its words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        fill, edge, ink = self._colours()
        margin = self._margin()
        card = QRectF(self.rect()).adjusted(margin, margin, -margin, -margin)
        self._draw_card(painter, card, fill, edge)
        if self.hasFocus():
            self._draw_focus(painter, card)
        pad_x, pad_y = self._padding()
        inner = card.adjusted(pad_x, pad_y, -pad_x, -pad_y)
        if self._arrange == "above":
            self._draw_above(painter, inner, ink)
        else:
            self._draw_beside(painter, inner, ink)
        if self.isChecked() and (self._role != "quiet" or not self.words):
            draw_tick(painter, card, edge, at_left=self._mirrored())
        painter.end()

    def _colours(self) -> tuple[QColor, QColor, QColor]:
        look = self.ctx.look
        ink = look.colour("ink")
        if self.isChecked():
            mark = look.marked("own")
            return QColor(mark.fill), QColor(mark.edge), ink
        if self._role == "action":
            return look.colour("action"), look.colour("action"), look.colour("action_ink")
        if self._role == "stop":
            return look.colour("card"), look.colour("stop_edge"), look.colour("stop_ink")
        if self._role in {"own", "shown", "joint", "others"}:
            mark = look.marked(self._role)
            return QColor(mark.fill), QColor(mark.edge), ink
        if self._role == "bare":
            return QColor(0, 0, 0, 0), QColor(0, 0, 0, 0), ink
        edge = "quiet_ink" if self._role == "quiet" else "ink"
        return look.colour("card"), look.colour(edge), ink

    def _draw_card(self, painter: QPainter, card: QRectF, fill: QColor, edge: QColor) -> None:
        shape = self.ctx.look.shape
        width = 2 if self._role == "quiet" and not self.isChecked() else shape.card_edge
        half = width / 2
        pen = QPen(edge, width)
        if self._dashed:
            pen.setDashPattern([4, 3])
        painter.setPen(pen)
        if self.isDown():
            fill = fill.darker(108) if not self.ctx.look.theme.dark else fill.lighter(130)
        painter.setBrush(fill)
        radius = 12 if self._role == "quiet" else shape.card_radius
        painter.drawRoundedRect(card.adjusted(half, half, -half, -half), radius, radius)

    def _draw_focus(self, painter: QPainter, card: QRectF) -> None:
        off = self._ring_gap() + self._ring() / 2
        painter.setPen(QPen(self.ctx.look.colour("action"), self._ring()))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        radius = (12 if self._role == "quiet" else self.ctx.look.shape.card_radius) + off
        painter.drawRoundedRect(card.adjusted(-off, -off, off, off), radius, radius)

    def _draw_above(self, painter: QPainter, inner: QRectF, ink: QColor) -> None:
        width = int(inner.width())
        texts = self._words.height(width)
        note = self._note.height(width) + self._note_gap if self._note.text else 0
        gap = self.ctx.look.shape.gap_small if self._picture and self._words.text else 0
        picture = self._picture_px if self._picture else 0
        top = inner.top() + (inner.height() - picture - gap - texts - note) / 2
        if self._picture:
            left = inner.left() + (inner.width() - picture) / 2
            self._draw_picture(painter, self._picture, QPoint(int(left), int(top)), picture)
        place = QRect(int(inner.left()), int(top + picture + gap), width, texts)
        self._words.draw(painter, place, ink, self._mirrored())
        if note:
            below = place.translated(0, texts + self._note_gap)
            self._note.draw(painter, below, ink, self._mirrored())

    def _draw_beside(self, painter: QPainter, inner: QRectF, ink: QColor) -> None:
        aside, picture = self._aside(), self._picture_px if self._picture else 0
        width = int(inner.width()) - aside
        picture_first = self._after == self._mirrored()
        if self._picture:
            left = inner.left() if picture_first else inner.right() - picture
            top = inner.top() + (inner.height() - picture) / 2
            self._draw_picture(painter, self._picture, QPoint(int(left), int(top)), picture)
        texts = self._words.height(width)
        note_width = width - self._note_aside()
        note = self._note.height(note_width) + self._note_gap if self._note.text else 0
        top = inner.top() + (inner.height() - texts - note) / 2
        left = inner.left() + (aside if picture_first else 0)
        place = QRect(int(left), int(top), width, texts)
        self._words.draw(painter, place, ink, self._mirrored())
        if note:
            self._draw_note(painter, place, note_width, ink)

    def _draw_note(self, painter: QPainter, above: QRect, width: int, ink: QColor) -> None:
        top = above.bottom() + 1 + self._note_gap
        aside = self._note_aside()
        left = above.left() + (0 if self._mirrored() else aside)
        if self._note_picture and aside:
            px = self._note_px()
            at = above.right() + 1 - px if self._mirrored() else above.left()
            middle = top + max(0, (self._note.line_height() - px) // 2)
            self._draw_picture(painter, self._note_picture, QPoint(at, middle), px)
        place = QRect(left, top, width, self._note.height(width))
        self._note.draw(painter, place, ink, self._mirrored())

    def _draw_picture(self, painter: QPainter, ref: PictureRef, at: QPoint, side: int) -> None:
        if draw_sign(painter, ref, at, side, self._colours()[2], mirrored=self._mirrored()):
            return
        if self._role == "action":
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor("#F7F3EA"))
            painter.drawRoundedRect(QRect(at, QSize(side, side)).adjusted(-3, -3, 3, 3), 8, 8)
        pixmap = self.ctx.pixmaps.pixmap(ref, side, self.devicePixelRatioF())
        if pixmap is not None:
            painter.drawPixmap(at, pixmap)

    def _mirrored(self) -> bool:
        return self.layoutDirection() == Qt.LayoutDirection.RightToLeft

    # How it is reached

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses like Space does."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.isAutoRepeat():
            self.click()
            return
        super().keyPressEvent(event)

    def nextCheckState(self) -> None:
        """What is chosen is what the notebook says, not what was pressed."""

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A second press in the same spot was meant for what stood here before."""
        if SECOND_PRESS.is_one(self, event):
            event.accept()
        else:
            super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Whoever holds for long may let go and press again by a tremor."""
        SECOND_PRESS.let_go(event)
        super().mouseReleaseEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A double click is one press."""
        event.accept()

    def show_picture(self, picture: PictureRef | None) -> None:
        """Show this picture beside the words, or none."""
        if picture != self._picture:
            self._picture = picture
            self.updateGeometry()
            self.update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Bring it into view when it is reached by keyboard."""
        super().focusInEvent(event)
        if event.reason() in _BY_KEYBOARD:
            show_in_scroll_area(self)
