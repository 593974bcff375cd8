"""The frame around the part of a photo that is kept: moved and sized by mouse, presses or keys."""

import math
from typing import Literal

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QBrush,
    QColor,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPixmap,
    QTransform,
)
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget

from app.model import photo_work
from app.model.photo_work import STEP, Corner, Frame, PhotoWork
from app.model.wording import N_
from app.usecases.photos import ROUND
from ui.context import Context

Part = Literal["whole"] | Corner

PART_WORDS: dict[Part, str] = {
    "whole": N_("The whole frame"),
    "top_left": N_("Top left corner"),
    "top_right": N_("Top right corner"),
    "bottom_right": N_("Bottom right corner"),
    "bottom_left": N_("Bottom left corner"),
}
_CORNERS: tuple[Corner, ...] = ("top_left", "top_right", "bottom_right", "bottom_left")
_ARROWS = {
    Qt.Key.Key_Left: (-STEP, 0.0),
    Qt.Key.Key_Right: (STEP, 0.0),
    Qt.Key.Key_Up: (0.0, -STEP),
    Qt.Key.Key_Down: (0.0, STEP),
}
_KEYS_ON = {Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter}

_HANDLE = 20
"""Px from the middle of a corner's handle to its edge; presses further off still reach it."""
_REACH = 34
_EDGE = 28
"""Px around the photo in which handles and the mark of the keyboard have room."""
_WIDEST = 1.4
_LOWEST = 200
"""Px: in a lower frame the handles of the corners would cover the photo."""


class PhotoFrame(QWidget):
    """A photo with a frame on it.

    One part of the frame is chosen: all of it, or a corner. The arrow keys move that part, Space
    and Enter go on to the next. A corner that was pressed goes to where is pressed next.

    Signals:
        changed: the frame is another one now.

    """

    changed = Signal()

    def __init__(self, ctx: Context, photo: QPixmap, *, tallest: int) -> None:
        super().__init__()
        self.ctx = ctx
        self.work = PhotoWork()
        self.part: Part = "whole"
        self.taken: Corner | None = None
        self._photo = self._turned = photo
        self._from: QPointF | None = None
        self._began = photo_work.ALL_OF_IT
        self._dragging: Part | None = None
        self._dragged = False
        self._tallest = tallest
        self.setObjectName("photo-frame")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(tallest)
        self.setMinimumWidth(tallest)
        self._tell()

    @property
    def aspect(self) -> float:
        """The width of the photo as it is turned now, in its heights."""
        return self._turned.width() / max(1, self._turned.height())

    def use(self, work: PhotoWork) -> None:
        """Show other work on the photo."""
        if work.quarters != self.work.quarters:
            turn = QTransform().rotate(90 * work.quarters)
            self._turned = self._photo.transformed(turn)
        self.work = work
        self.taken = None
        self._tell()
        self.update()
        self.changed.emit()

    def be_at_most(self, high: int) -> None:
        """Be lower where there is little room, so that all corners can be seen and reached."""
        self.setFixedHeight(max(_LOWEST, min(self._tallest, high)))

    def sizeHint(self) -> QSize:
        """As tall as it is, and a little wider than it may be tall."""
        return QSize(round(self._tallest * _WIDEST), self.height())

    # By keyboard

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the chosen part, or go on to the next."""
        key = Qt.Key(event.key())
        if key in _ARROWS:
            self._move(self.part, *_ARROWS[key])
        elif key in _KEYS_ON:
            self.go_to_next_part()
        else:
            super().keyPressEvent(event)

    def go_to_next_part(self) -> None:
        """Choose the next corner, or the whole frame after the last one."""
        parts = tuple(PART_WORDS)
        self.part = parts[(parts.index(self.part) + 1) % len(parts)]
        self._tell()
        self.update()

    def nudge(self, across: float, down: float) -> None:
        """Move the chosen part by so much of the photo."""
        self._move(self.part, across, down)

    def _move(self, part: Part, across: float, down: float, *, of: Frame | None = None) -> None:
        frame = self.work.frame if of is None else of
        if part == "whole":
            self._use_frame(photo_work.moved(frame, across, down))
        else:
            x, y = frame.place(part)
            self._use_frame(photo_work.with_corner(frame, part, x + across, y + down))

    def _use_frame(self, frame: Frame) -> None:
        self.work = PhotoWork(self.work.quarters, frame, self.work.shape, self.work.behind)
        self._tell()
        self.update()
        self.changed.emit()

    def _tell(self) -> None:
        """What a screen reader says of it: the chosen part, and how much is kept."""
        ctx, frame = self.ctx, self.work.frame
        self.setAccessibleName(
            ctx.t(
                N_("Frame around your photo. {part}. Arrow keys move it. Space: the next part."),
                part=ctx.t(PART_WORDS[self.part]),
            )
        )
        self.setAccessibleDescription(
            ctx.t(
                N_("The frame keeps {wide} percent across and {high} percent down."),
                wide=round(frame.width * 100),
                high=round(frame.height * 100),
            )
        )

    # By mouse, pen or finger

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take a corner or the frame; a corner that was taken before goes here."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        at = event.position()
        corner = self._corner_at(at)
        if self.taken is not None and corner in {None, self.taken}:
            self._put_taken(at, corner)
            return
        self._from, self._began, self._dragged = at, self.work.frame, False
        inside = self._box().contains(at)
        self._dragging = corner or ("whole" if inside else None)
        if self._dragging is not None:
            self.part = self._dragging
        self._tell()
        self.update()

    def _put_taken(self, at: QPointF, corner: Corner | None) -> None:
        assert self.taken is not None
        taken, self.taken = self.taken, None
        if corner is None:
            place = self._place()
            x, y = (at.x() - place.left()) / place.width(), (at.y() - place.top()) / place.height()
            self._use_frame(photo_work.with_corner(self.work.frame, taken, x, y))
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Move what is held."""
        if self._from is None or self._dragging is None:
            return
        way = event.position() - self._from
        if not self._dragged and way.manhattanLength() < QApplication.startDragDistance():
            return
        self._dragged, self.taken = True, None
        place = self._place()
        across, down = way.x() / place.width(), way.y() / place.height()
        self._move(self._dragging, across, down, of=self._began)

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """Let go. A corner that was only pressed is taken: the next press says where it goes."""
        if self._dragging is not None and self._dragging != "whole" and not self._dragged:
            self.taken = self._dragging
        self._from = self._dragging = None
        self.update()

    def _corner_at(self, at: QPointF) -> Corner | None:
        box = self._box()
        far = {
            corner: math.dist(at.toTuple(), _point(box, corner).toTuple()) for corner in _CORNERS
        }
        nearest = min(far, key=lambda corner: far[corner])
        return nearest if far[nearest] <= _REACH else None

    # How it is drawn

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the photo, what is left away dimmed, and the frame."""
        painter = QPainter(self)
        painter.setRenderHints(
            QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform
        )
        place, box = self._place(), self._box()
        painter.fillRect(place, QBrush(QColor("#FFFFFF")))
        painter.drawPixmap(place, self._turned, QRectF(self._turned.rect()))
        away = QPainterPath()
        away.addRect(place)
        away.addPath(self._shape(box))
        painter.fillPath(away, QColor(0, 0, 0, 165))
        more = 3 if self.part == "whole" and self.hasFocus() else 0
        for colour, width in ((QColor("#000000"), 6 + more), (QColor("#FFFFFF"), 3 + more)):
            painter.setPen(QPen(colour, width))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(box)
        for corner in _CORNERS:
            self._draw_handle(painter, _point(box, corner), corner)
        if self.hasFocus():
            painter.setPen(QPen(self.ctx.look.colour("action"), self.ctx.look.shape.focus_ring))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(2, 2, -2, -2), 12, 12)
        painter.end()

    def _draw_handle(self, painter: QPainter, at: QPointF, corner: Corner) -> None:
        """A corner's handle; the chosen one has a dot in it, one that was taken is filled."""
        chosen = corner in {self.part, self.taken}
        painter.setPen(QPen(QColor("#000000"), 3))
        painter.setBrush(QColor("#000000") if corner == self.taken else QColor("#FFFFFF"))
        painter.drawEllipse(at, _HANDLE, _HANDLE)
        if chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor("#FFFFFF") if corner == self.taken else QColor("#000000"))
            painter.drawEllipse(at, _HANDLE / 2.5, _HANDLE / 2.5)

    def _shape(self, box: QRectF) -> QPainterPath:
        path = QPainterPath()
        match self.work.shape:
            case "oval":
                path.addEllipse(box)
            case "rounded":
                radius = min(box.width(), box.height()) * ROUND
                path.addRoundedRect(box, radius, radius)
            case "whole":
                path.addRect(box)
        return path

    def _place(self) -> QRectF:
        """Where the photo lies: it keeps its shape."""
        wide, high = self.width() - 2 * _EDGE, self.height() - 2 * _EDGE
        scale = min(wide / self._turned.width(), high / self._turned.height())
        size = (self._turned.width() * scale, self._turned.height() * scale)
        return QRectF((self.width() - size[0]) / 2, (self.height() - size[1]) / 2, size[0], size[1])

    def _box(self) -> QRectF:
        place, frame = self._place(), self.work.frame
        return QRectF(
            place.left() + frame.left * place.width(),
            place.top() + frame.top * place.height(),
            frame.width * place.width(),
            frame.height * place.height(),
        )


def _point(box: QRectF, corner: Corner) -> QPointF:
    return {
        "top_left": box.topLeft(),
        "top_right": box.topRight(),
        "bottom_left": box.bottomLeft(),
        "bottom_right": box.bottomRight(),
    }[corner]
