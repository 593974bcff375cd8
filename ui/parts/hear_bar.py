"""What can be done while something is read aloud, in one strip at the top of the window."""

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from app.model.ids import PictureRef
from app.model.wording import N_
from ui.context import Context
from ui.parts.bar_button import BarButton
from ui.parts.strokes import STOPPED, TURN_RIGHT
from ui.parts.textblock import TextBlock

RATES: tuple[tuple[float, str], ...] = (
    (0.6, N_("Very slow")),
    (0.8, N_("Slow")),
    (1.0, N_("Usual")),
    (1.2, N_("Fast")),
)
"""How fast the voice can be, and what that is called."""

_PLAY = (N_("Go on reading"), PictureRef("drawn:play"))
_PAUSE = (N_("Wait"), PictureRef("drawn:pause"))
_OTHERS: tuple[tuple[str, str, str], ...] = (
    ("quiet", N_("Stop reading"), STOPPED),
    ("again", N_("Once more"), TURN_RIGHT),
    ("slower", N_("Slower"), "openmoji:1F422"),
    ("faster", N_("Faster"), "openmoji:1F3C3"),
    ("other_voice", N_("Another voice"), "openmoji:1F5E3"),
)
_PICTURE = 28
_RING, _RING_GAP = 3, 1
"""Px: slimmer than elsewhere, and the strip is hardly higher than the top bar need be."""
_AROUND = 10
_LINE = 2
_ENDLESS = 100_000


def strip_height(ctx: Context) -> int:
    """How high the strip is, whatever stands in it."""
    look = ctx.look
    words = "" if look.stacked else "\u00a0".join(ctx.t(words) for _, words, _ in _OTHERS)
    line = TextBlock(words, look.font("note", bold=True)).height(_ENDLESS)
    button = max(look.shape.target_least, max(line, look.picture(_PICTURE)) + 2 * _AROUND)
    return button + 2 * (_RING + _RING_GAP) + _LINE


class HearBar(QWidget):
    """Always the same things in the same places; what there may not be stands last.

    Where there is no room for all words beside their pictures, the pictures stand alone.

    Signals:
        pressed: something is to be done: ``go_on``, ``wait``, ``quiet``, ``again``, ``slower``,
            ``faster`` or ``other_voice``.

    """

    pressed = Signal(str)

    def __init__(self, ctx: Context, width: int) -> None:
        """Make one for a window that is so wide."""
        super().__init__()
        self.setObjectName("hearbar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(ctx.t(N_("Reading aloud")))
        self.ctx = ctx
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(20, 0, 20, 0)
        self.setFixedHeight(strip_height(ctx))
        self._row.setSpacing(4 if ctx.look.stacked else ctx.look.shape.gap_small)
        self._on = _Button(ctx, _PAUSE, _PLAY)
        self._on.setObjectName("hear-on")
        self._on.clicked.connect(lambda: self.pressed.emit("go_on" if self._still else "wait"))
        self._still = False
        self._row.addWidget(self._on)
        self._buttons = {"on": self._on}
        for name, words, picture in _OTHERS:
            button = _Button(ctx, (words, PictureRef(picture)))
            button.setObjectName(f"hear-{name}")
            button.clicked.connect(lambda _=False, name=name: self.pressed.emit(name))
            self._buttons[name] = button
            self._row.addWidget(button)
        self._pace = Pace(ctx)
        self._row.insertWidget(self._row.indexOf(self._buttons["faster"]), self._pace)
        self._row.addStretch(1)
        self._buttons["other_voice"].hide()
        self._fit(width)

    def show_state(self, *, still: bool, rate: float, more_voices: bool) -> None:
        """Show whether it is silent, how fast it is, and whether there is another voice."""
        self._still = still
        words, picture = _PLAY if still else _PAUSE
        self._on.say(self.ctx.t(words))
        self._on.show_picture(picture)
        self._pace.show_rate(rate)
        self._buttons["other_voice"].setVisible(more_voices)
        self._fit(self.width())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Look anew whether the words have room."""
        super().resizeEvent(event)
        self._fit(self.width())

    def _fit(self, width: int) -> None:
        """All words or none, so that like things look alike; there is room for every state."""
        margins = self._row.contentsMargins()
        room = width - margins.left() - margins.right() - self._row.spacing() * 8
        needed = sum(each.widest() for each in self._buttons.values())
        wordy = needed + self._pace.sizeHint().width() <= room and not self.ctx.look.stacked
        for each in self._buttons.values():
            each.show_words(each.said if wordy else "")


class _Button(BarButton):
    """One of the strip: as wide whatever it says, so that nothing beside it moves."""

    def __init__(self, ctx: Context, *states: tuple[str, PictureRef]) -> None:
        """Make one that shows the first of these states."""
        self._longest = max((ctx.t(words) for words, _ in states), key=len)
        words, picture = states[0]
        super().__init__(ctx, ctx.t(words), picture, picture_px=_PICTURE, size="note")

    def _ring(self) -> int:
        return _RING

    def _ring_gap(self) -> int:
        return _RING_GAP

    def widest(self) -> int:
        """How wide it is with the longest of its words."""
        return self.width_with(self._longest)

    def sizeHint(self) -> QSize:
        """With words it is as wide as with any of them."""
        hint = super().sizeHint()
        return QSize(self.widest(), hint.height()) if self.words else hint

    def _draw_picture(self, painter: QPainter, ref: PictureRef, at: QPoint, side: int) -> None:
        """Signs of players are drawn, thick and not turned round with the reading direction."""
        signs = _signs(QRectF(at.x(), at.y(), side, side).adjusted(3, 3, -3, -3))
        if ref not in signs:
            turned = QPoint(side // 10 if ref == TURN_RIGHT else 0, 0)  # its point reaches further
            super()._draw_picture(painter, ref, at - turned, side)
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.ctx.look.colour("ink"))
        for shape in signs[ref]:
            painter.drawPolygon(shape)


def _signs(square: QRectF) -> dict[PictureRef, tuple[QPolygonF, ...]]:
    bar = QRectF(
        square.x() + square.width() * 0.12, square.y(), square.width() / 4, square.height()
    )
    right = QPointF(square.right(), square.center().y())
    return {
        _PLAY[1]: (QPolygonF([square.topLeft(), right, square.bottomLeft()]),),
        _PAUSE[1]: (QPolygonF(bar), QPolygonF(bar.translated(square.width() / 2, 0))),
        STOPPED: (QPolygonF(square.adjusted(1, 1, -1, -1)),),
    }


class Pace(QWidget):
    """How fast the voice is: of four steps those that are reached are filled.

    Attributes:
        filled: how many are reached.
        steps: how many there are.

    """

    def __init__(self, ctx: Context) -> None:
        super().__init__()
        self.ctx = ctx
        self.filled, self.steps = 0, len(RATES)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)

    def show_rate(self, rate: float) -> None:
        """Show this one."""
        self.filled = sum(rate >= each for each, _ in RATES)
        self.setAccessibleName(rate_words(self.ctx, rate))
        self.setToolTip(self.accessibleName())
        self.update()

    def sizeHint(self) -> QSize:
        """Four steps beside each other."""
        return QSize(4 * 14 + 4, 44)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the steps, each higher than the one before."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink = self.ctx.look.colour("ink")
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        base = self.height() / 2 + 18
        painter.setPen(QPen(ink, 2))
        for step in range(len(RATES)):
            left = 4 + 14 * (len(RATES) - 1 - step if mirrored else step)
            high = 12 + 8 * step
            painter.setBrush(ink if step < self.filled else Qt.BrushStyle.NoBrush)
            painter.drawRect(QRectF(left, base - high, 8, high))
        painter.end()


def rate_words(ctx: Context, rate: float) -> str:
    """What a speed of the voice is called."""
    nearest = min(RATES, key=lambda each: abs(each[0] - rate))
    return ctx.t(N_("Speed of the voice: {speed}"), speed=ctx.t(nearest[1]))
