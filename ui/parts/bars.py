"""What stands in the frame that never moves: who is here and where we are, and its buttons."""

import dataclasses
from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from app.model.conversation import Progress
from app.model.guide import Stage
from app.model.ids import PictureRef
from app.model.wording import N_
from ui.context import Context
from ui.parts.hear_bar import strip_height
from ui.parts.pressable import Role
from ui.parts.strokes import BACKWARD, ONWARD
from ui.parts.words import Words

_ASIDE = 330
"""Px; what stands aside is on one line up to here. The title, which says more, gives way."""
BACK = BACKWARD
NEXT = ONWARD
HEAR = PictureRef("openmoji:1F50A")
STOP = PictureRef("openmoji:270B")
HOME = PictureRef("openmoji:1F3E0")


@dataclasses.dataclass(frozen=True, kw_only=True)
class Button:
    """A button of the bottom bar, with a name that says which it is, and so where it stands.

    Attributes:
        short: what it says where there is no room for all its words.
        near: called once when somebody comes to it, which is mostly before they press it.

    """

    name: str
    words: str
    picture: PictureRef
    press: Callable[[], None]
    role: Role = "plain"
    after: bool = False
    short: str = ""
    near: Callable[[], None] | None = None


@dataclasses.dataclass(frozen=True, kw_only=True)
class Face:
    """A face of the top bar: a photo or a picture, with a name."""

    name: str
    picture: PictureRef
    own: bool = False


class TopBar(QWidget):
    """Who is here, what this screen is, and the path of pictures."""

    def __init__(self, ctx: Context) -> None:
        super().__init__()
        self.setObjectName("topbar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.ctx = ctx
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(26, 8, 26, 8)
        self._row.setSpacing(ctx.look.shape.gap)
        self.setMinimumHeight(strip_height(ctx))

    def show_frame(
        self,
        *,
        faces: tuple[Face, ...],
        title: str,
        path: tuple[tuple[Stage, Progress], ...],
        aside: str,
    ) -> None:
        """Show who is here and where we are."""
        for face in faces:
            self._row.addWidget(_FacePicture(self.ctx, face))
        self._row.addWidget(Words(self.ctx, title, size="top"), 1)
        if path:
            self._row.addWidget(Path(self.ctx, path))
        if aside:
            told = Words(self.ctx, aside, size="top", bold=False)
            told.setMinimumWidth(min(told.sizeHint().width(), _ASIDE))
            self._row.addWidget(told)


class _FacePicture(QWidget):
    def __init__(self, ctx: Context, face: Face) -> None:
        super().__init__()
        self.ctx = ctx
        self._face = face
        self.setAccessibleName(face.name)
        self._side = 50
        self.setFixedSize(self._side, self._side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the face in its ring."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        mark = self.ctx.look.marked("own" if self._face.own else "others")
        painter.setPen(QPen(QColor(mark.edge), 3))
        painter.setBrush(QColor(mark.fill))
        painter.drawEllipse(QRectF(2, 2, self._side - 4, self._side - 4))
        side = round(self._side * 0.66)
        pixmap = self.ctx.pixmaps.pixmap(self._face.picture, side, self.devicePixelRatioF())
        if pixmap is not None:
            at = (self._side - side) // 2
            painter.drawPixmap(at, at, pixmap)
        painter.end()


class Path(QWidget):
    """The row of small pictures: where the conversation is, never a number alone."""

    def __init__(self, ctx: Context, stages: tuple[tuple[Stage, Progress], ...]) -> None:
        super().__init__()
        self.ctx = ctx
        self._stages = stages
        self._side = min(48, max(30, 560 // max(1, len(stages))))
        place = next((i for i, (_, how) in enumerate(stages, 1) if how == "now"), 0)
        title = ctx.t(stages[place - 1][0].title) if place else ""
        self.setAccessibleName(
            ctx.t(N_("{title} · {place} of {all}"), title=title, place=place, all=len(stages))
        )
        self.setToolTip(self.accessibleName())
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """One square a stage."""
        return QSize((self._side + 10) * len(self._stages) + 6, self._side + 10)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw each stage: done, now, or to come."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        for index, (stage, how) in enumerate(self._stages):
            place = len(self._stages) - 1 - index if mirrored else index
            self._draw(painter, stage, how, 5 + place * (self._side + 10))
        painter.end()

    def _draw(self, painter: QPainter, stage: Stage, how: Progress, left: int) -> None:
        look, side = self.ctx.look, self._side
        square = QRectF(left, 5, side, side)
        painter.setOpacity(1.0)
        if how == "now":
            painter.setPen(QPen(look.colour("action"), 5))
            painter.setBrush(look.colour("card"))
            square = square.adjusted(-1, -1, 1, 1)
        else:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.colour("done" if how == "done" else "helper"))
        painter.drawRoundedRect(square, 11, 11)
        picture = round(side * 0.68)
        pixmap = self.ctx.pixmaps.pixmap(stage.picture, picture, self.devicePixelRatioF())
        if pixmap is not None:
            painter.setOpacity(0.45 if how == "to_come" else 1.0)
            at = (side - picture) // 2
            painter.drawPixmap(left + at, 5 + at, pixmap)
