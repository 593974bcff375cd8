"""The camera is on: what it sees, one large button, and a look at the photo before it goes on."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QPoint, QRect, Qt, QTimer, Signal, SignalInstance
from PySide6.QtGui import QHideEvent, QPainter, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.camera.protocol import Camera
from app.model.ids import PictureRef
from app.model.wording import N_
from ui.context import Context
from ui.parts.column import Column, clear
from ui.parts.deeds import main_deed
from ui.parts.flow import Flow
from ui.parts.pressable import Pressable
from ui.parts.refs import AGAIN, NOT_MINE, PHOTO, TICK, WHEN
from ui.parts.taborder import follow_layout
from ui.parts.viewfinder import Viewfinder
from ui.parts.words import Words

_TALLEST = 372
_TALLEST_STACKED = 280
_SHUTTER_PX = 136
_COUNTED = 3
_COUNT_MS = 1000
_REST_MS = 120_000
"""After so long with nothing pressed the camera goes off."""

_WENT_OFF = N_("The camera went off, because nothing was pressed for two minutes.")


class CameraButton(Pressable):
    """Leads to the camera; to be seen only where there is one."""

    def __init__(self, ctx: Context) -> None:
        super().__init__(
            ctx, ctx.t(N_("Take a photo with the camera")), picture=PHOTO, picture_px=34
        )
        self.setObjectName("camera")
        ctx.eye.found.connect(self._look)
        self._look()
        ctx.eye.find_soon()

    def _look(self) -> None:
        self.setVisible(bool(self.ctx.eye.known))


class Shutter(Pressable):
    """The large round button that takes the photo."""

    def __init__(self, ctx: Context) -> None:
        super().__init__(
            ctx,
            ctx.t(N_("Take the photo")),
            picture=PHOTO,
            picture_px=_SHUTTER_PX,
            role="bare",
            size="button",
            arrange="above",
        )
        self.setObjectName("shutter")
        self.can_be_low = False

    def _draw_picture(self, painter: QPainter, ref: PictureRef, at: QPoint, side: int) -> None:
        look = self.ctx.look
        disc = QRect(at.x(), at.y(), side, side)
        painter.setPen(QPen(look.colour("action"), 5))
        painter.setBrush(look.colour("card"))
        painter.drawEllipse(disc.adjusted(3, 3, -3, -3))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour("lit") if self.isDown() else look.colour("action"))
        painter.drawEllipse(disc.adjusted(10, 10, -10, -10))
        painter.setBrush(look.colour("action_ink"))
        inner = side // 4
        painter.drawEllipse(disc.adjusted(inner - 6, inner - 6, 6 - inner, 6 - inner))
        pixmap = self.ctx.pixmaps.pixmap(ref, side - 2 * inner, self.devicePixelRatioF())
        if pixmap is not None:
            painter.drawPixmap(at + QPoint(inner, inner), pixmap)


class PhotoCamera(QWidget):
    """One photo with the camera. Nothing of it is in the notebook.

    The camera goes off when the photo is there, when this is left or hidden, and after a while.

    Args:
        ctx: what every part is handed.

    Signals:
        used: the photo is to be gone on with; carries the bytes of a JPEG.
        declined: no photo is wanted.

    """

    used = Signal(bytes)
    declined = Signal()

    def __init__(self, ctx: Context) -> None:
        super().__init__()
        self.ctx = ctx
        self.setObjectName("ground")
        self._shown: list[Words | Pressable] = []
        self._main: Pressable | None = None
        self._counts_down = False
        self._photo = b""
        self._camera: Camera | None = ctx.eye.known[0] if ctx.eye.known else None
        self._count = QTimer(self, interval=_COUNT_MS)
        self._count.timeout.connect(self._count_on)
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._rest.timeout.connect(lambda: self._stopped(_WENT_OFF))
        eye = ctx.eye
        self._heard: tuple[tuple[SignalInstance, Callable[..., None]], ...] = (
            (eye.seen, self._seen),
            (eye.taken, self._taken),
            (eye.trouble, self._stopped),
        )
        for said, heard in self._heard:
            said.connect(heard)
        self._lay_out()
        self._begin()

    @property
    def read(self) -> list[Words | Pressable]:
        """What can be heard."""
        return [self._title, self._note, *self._shown]

    def first_focus(self) -> QWidget | None:
        """The button that takes the photo, or uses it."""
        return self._main

    def go_on(self) -> None:
        """Take the photo, or go on with it."""
        if self._main is not None:
            self._main.click()

    def let_go(self) -> None:
        """Turn the camera off for good: this page is left."""
        self._turn_off()
        for said, heard in self._heard:
            said.disconnect(heard)
        self._heard = ()

    def _turn_off(self) -> None:
        self._count.stop()
        self._rest.stop()
        self.ctx.eye.close()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody looks any more, unless it only moved within the window."""
        super().hideEvent(event)
        QTimer.singleShot(0, self, self._off_if_hidden)

    def _off_if_hidden(self) -> None:
        hidden = not self.isVisible() or self.window().isMinimized()
        if self._heard and hidden and self.ctx.eye.on:
            self._stopped(N_("The camera is off, because nobody could see what it sees."))

    # How it is made

    def _lay_out(self) -> None:
        ctx, stacked = self.ctx, self.ctx.look.stacked
        outer = QVBoxLayout(self)
        outer.setContentsMargins(26, 12, 26, 8)
        column = Column(ctx, margins=(0, 0, 0, 8))
        outer.addWidget(column, 1)
        self._title = Words(ctx, "", size="title")
        self._note = Words(ctx, "", size="label", bold=False)
        column.add(self._title)
        if not stacked:
            column.add(self._note)
        row = QHBoxLayout()
        row.setSpacing(18)
        self.view = Viewfinder(ctx, tallest=_TALLEST_STACKED if stacked else _TALLEST)
        row.addWidget(self.view, 3, Qt.AlignmentFlag.AlignTop)
        self._beside = QVBoxLayout()
        self._beside.setSpacing(4)
        row.addLayout(self._beside, 2)
        column.add_row(row)
        if stacked:  # what the camera sees is in sight without scrolling
            column.add(self._note)
        self._below = Flow(gap=0)
        column.add_row(self._below)
        column.fill()

    def _say(self, title: str, note: str) -> None:
        self._title.say(self.ctx.t(title))
        self._note.say(self.ctx.t(note))

    def _offer(
        self, main: Pressable, *others: Pressable, below: Iterable[Words | Pressable] = ()
    ) -> None:
        """Put what can be pressed beside the picture; where words are large, the first alone.

        Where there is no picture, all of it stands under the sentence that says why.
        """
        clear(self._beside)
        clear(self._below)
        below, off = tuple(below), self.view.isHidden()
        (self._below if off else self._beside).addWidget(main)
        for each in others:
            (self._below if off or self.ctx.look.stacked else self._beside).addWidget(each)
        for each in below:
            self._below.addWidget(each)
        self._beside.addStretch(1)
        self._shown = [main, *others, *below]
        self._main = main
        follow_layout(self)
        main.setFocus(Qt.FocusReason.ActiveWindowFocusReason)

    def _button(self, name: str, words: str, picture: PictureRef | None) -> Pressable:
        button = Pressable(
            self.ctx, words, picture=picture, picture_px=34, size="label", bold=False
        )
        button.setObjectName(name)
        return button

    def _way_out(self) -> Pressable:
        button = self._button("camera-not-now", self.ctx.t(N_("Not now")), NOT_MINE)
        button.clicked.connect(self.declined)
        return button

    # While it is on

    def _begin(self) -> None:
        if self._camera is None:
            self._stopped(N_("There is no camera at this computer."))
            return
        self._photo = b""
        self._say(
            N_("The camera is on"),
            N_("Nothing is kept until you have taken a photo and said yes to it."),
        )
        self.view.say(self.ctx.t(N_("Waiting for the camera")))
        self.view.show()
        self.ctx.eye.open(self._camera.id)
        self._rest.start()
        self._offer_shutter()

    def _offer_shutter(self) -> None:
        ctx = self.ctx
        shutter = Shutter(ctx)
        shutter.clicked.connect(self._pressed)
        counting = self._button("count-down", ctx.t(N_("Count to three first")), WHEN)
        counting.choose(self._counts_down)
        counting.clicked.connect(lambda: self._choose_counting(counting))
        self._offer(shutter, counting, self._way_out(), below=self._others())

    def _others(self) -> list[Words | Pressable]:
        """Which camera it is to be, where there are several."""
        cameras = self.ctx.eye.known
        if len(cameras) < 2:
            return []
        shown: list[Words | Pressable] = [
            Words(self.ctx, self.ctx.t(N_("Which camera?")), size="label")
        ]
        for number, camera in enumerate(cameras):
            button = self._button(f"camera-{number}", camera.name, None)
            button.choose(camera == self._camera)
            button.clicked.connect(lambda _=False, camera=camera: self._use_camera(camera))
            shown.append(button)
        return shown

    def _use_camera(self, camera: Camera) -> None:
        if camera != self._camera:
            self._camera = camera
            self._count.stop()
            self._begin()

    def _choose_counting(self, button: Pressable) -> None:
        self._counts_down = not self._counts_down
        button.choose(self._counts_down)
        self._rest.start()

    def _seen(self, jpeg: bytes) -> None:
        self.view.show_live(jpeg)

    def _pressed(self) -> None:
        """Take it, now or after counting; pressing again while it counts stops that."""
        self._rest.start()
        if self._count.isActive():
            self._count.stop()
            self.view.count(0)
        elif self._counts_down:
            self.view.count(_COUNTED)
            self._count.start()
        else:
            self.ctx.eye.take()

    def _count_on(self) -> None:
        left = self.view.number - 1
        self.view.count(left)
        if left <= 0:
            self._count.stop()
            self.ctx.eye.take()

    # When it is off

    def _taken(self, jpeg: bytes) -> None:
        self._turn_off()
        self._photo = jpeg
        self.view.show_photo(jpeg)
        self._say(N_("Your photo"), N_("The camera is off. This photo is not kept yet."))
        use = N_("Use this photo")
        again = self._button("photo-again", self.ctx.t(N_("Take it again")), PHOTO)
        again.clicked.connect(self._begin)
        self._offer(
            main_deed(self.ctx, "use-photo", self.ctx.t(use), TICK, self._use),
            again,
            self._way_out(),
        )

    def _use(self) -> None:
        self.used.emit(self._photo)

    def _stopped(self, why: str) -> None:
        """Say in one sentence why there is no picture, and what to do."""
        self._turn_off()
        self._say(N_("The camera is off"), why)
        self.view.say("")
        self.view.hide()
        again = self._button("camera-again", self.ctx.t(N_("Try again")), AGAIN)
        again.clicked.connect(self._begin)
        self._offer(again, self._way_out())
