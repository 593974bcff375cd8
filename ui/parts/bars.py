"""The frame that never moves: who is here and where we are above, the same buttons below."""

import dataclasses
from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from app.model.conversation import Progress
from app.model.guide import Stage
from app.model.ids import PictureRef
from app.model.wording import N_
from ui.context import Context
from ui.parts.nearing import Nearing
from ui.parts.pressable import Pressable, Role
from ui.parts.strokes import BACKWARD, ONWARD
from ui.parts.taborder import follow_layout
from ui.parts.words import Words

TOP_HEIGHT = 70
_LARGE = 200
"""Percent of text from which words and pictures need not go beside each other."""
_ASIDE = 330
"""Px; what stands aside is on one line up to here. The title, which says more, gives way."""
_LEAST = 165
"""Px of a button at the usual size of text: a shorter word does not move what stands beside it."""
_OFFERED = 320
"""Px that the name of what can be undone or done again takes at most."""
_HIGHER = 26
"""Px by which those may make the bar higher: two lines do, three do not."""
BACK = BACKWARD
NEXT = ONWARD
HEAR = PictureRef("openmoji:1F50A")
STOP = PictureRef("openmoji:270B")
HOME = PictureRef("openmoji:1F3E0")


@dataclasses.dataclass(frozen=True, kw_only=True)
class Button:
    """A button of the bottom bar, with a name that tells tests and screen readers which it is.

    Attributes:
        near: called once when somebody comes to it, which is mostly before they press it.

    """

    name: str
    words: str
    picture: PictureRef
    press: Callable[[], None]
    role: Role = "plain"
    after: bool = False
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
        self.setMinimumHeight(TOP_HEIGHT)

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


class BottomBar(QWidget):
    """The buttons of the screen: back and hear at the start, help and next at the end."""

    def __init__(self, ctx: Context) -> None:
        super().__init__()
        self.setObjectName("bottombar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.ctx = ctx
        self.buttons: dict[str, Pressable] = {}
        self._pictures: dict[Pressable, PictureRef] = {}
        self._offered: list[QWidget] = []
        self._wanted: tuple[Button, ...] = ()
        self._middle = 0
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(20, 6, 20, 6)
        self._row.setSpacing(4 if ctx.look.stacked else ctx.look.shape.gap_small)

    def show_buttons(self, first: tuple[Button, ...], last: tuple[Button, ...]) -> None:
        """Show these buttons, the first on the side where reading starts."""
        for button in first:
            self._add(button)
        self._middle = self._row.count()
        self._row.addStretch(1)
        for button in last:
            self._add(button)
        self._fit()

    def offer(self, buttons: tuple[Button, ...]) -> None:
        """Show what can be undone and done again, after the first buttons; nothing else moves.

        It stands far from "Next", which is pressed most. Undo stands first, and where only doing
        again is left its place stays empty: a second press in the same spot must not do what was
        just undone.
        """
        self._wanted = tuple(sorted(buttons, key=lambda each: each.name != "undo"))
        self._show_offered()
        follow_layout(self)

    def _show_offered(self) -> None:
        for each in self._offered:
            each.hide()
            each.deleteLater()
        self._offered = []
        if not self._wanted:
            return
        places = 1 if [each.name for each in self._wanted] == ["undo"] else 2
        wide = min(self._room() // places, round(_OFFERED * self.ctx.look.percent / 100))
        made = [self._offered_button(button, button.words, wide) for button in self._wanted]
        if self.ctx.look.stacked or any(self._too_high(each) for each in made):
            made = [self._offered_button(button, "", 0) for button in self._wanted]
        if self._wanted[0].name != "undo":
            empty = QWidget()
            empty.setFixedWidth(made[0].width())
            self._place(empty)
        for each in made:
            self._place(each)
        self._fit()

    def _offered_button(self, button: Button, words: str, wide: int) -> Pressable:
        made = Pressable(
            self.ctx, words, picture=button.picture, picture_px=28, size="note", bold=False
        )
        made.setFixedWidth(wide or max(made.sizeHint().width(), made.minimumSizeHint().width()))
        made.setObjectName(button.name)
        made.setAccessibleName(button.words)
        made.setToolTip(button.words)
        made.clicked.connect(button.press)
        return made

    def _room(self) -> int:
        """Px that the other buttons leave to what can be undone and done again."""
        margins = self._row.contentsMargins()
        gaps = self._row.spacing() * (len(self._pictures) + 3)
        taken = sum(max(each.sizeHint().width(), each.minimumWidth()) for each in self._pictures)
        free = self.width() - margins.left() - margins.right() - gaps - taken
        return max(0, free)

    def _too_high(self, offered: Pressable) -> bool:
        """Whether its words would make the bar higher, or do not stand in it."""
        wide, bar = offered.width(), max(each.sizeHint().height() for each in self._pictures)
        if offered.minimumSizeHint().width() > wide:
            return True
        return offered.heightForWidth(wide) > bar + _HIGHER

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Look anew whether the pictures and the names have room."""
        super().resizeEvent(event)
        self._fit()
        if event.size().width() != event.oldSize().width():
            self._show_offered()

    def _fit(self) -> None:
        """At large text, leave the pictures out where words would not stand beside them."""
        if self.ctx.look.percent < _LARGE:
            return
        for pressable, picture in self._pictures.items():
            pressable.show_picture(picture)
        # The row is not asked for its items: PySide would keep them beyond their time.
        shown = [*self._pictures, *self._offered]
        margins = self._row.contentsMargins()
        gaps = self._row.spacing() * (len(shown) + 1)
        room = self.width() - margins.left() - margins.right() - gaps
        if sum(each.sizeHint().width() for each in shown) > room:
            for pressable in self._pictures:
                pressable.show_picture(None)

    def _place(self, widget: QWidget) -> None:
        self._offered.append(widget)
        self._row.insertWidget(self._middle + len(self._offered) - 1, widget)

    def _add(self, button: Button) -> None:
        pressable = Pressable(
            self.ctx,
            button.words,
            picture=button.picture,
            picture_px=34,
            role=button.role,
            size="bar",
            after=button.after,
        )
        pressable.setObjectName(button.name)
        if not self.ctx.look.stacked:
            pressable.setMinimumWidth(round(_LEAST * self.ctx.look.percent / 100))
        pressable.clicked.connect(button.press)
        if button.near is not None:
            Nearing(pressable, button.near)
        self._pictures[pressable] = button.picture
        self.buttons[button.name] = pressable
        self._row.addWidget(pressable)
