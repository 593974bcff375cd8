"""The camera is on: what it sees, one large button, and a look at the photo before it goes on."""

from collections.abc import Callable

from PySide6.QtCore import QTimer, Signal, SignalInstance
from PySide6.QtGui import QHideEvent

from app.camera.protocol import Camera
from app.model.wording import N_
from ui.context import Context
from ui.parts.deeds import main_deed
from ui.parts.pressable import Pressable
from ui.parts.refs import AGAIN, PHOTO, TICK, WHEN
from ui.parts.shutter import Shutter
from ui.parts.taking import Taking
from ui.parts.viewfinder import Viewfinder
from ui.parts.words import Words

_TALLEST = 372
_TALLEST_STACKED = 280
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


class PhotoCamera(Taking):
    """One photo with the camera. Nothing of it is in the notebook.

    The camera goes off when the photo is there, when this is left or hidden, and after a while.

    Args:
        ctx: what every part is handed.

    Signals:
        used: the photo is to be gone on with; carries the bytes of a JPEG.

    """

    used = Signal(bytes)
    way_out_name = "camera-not-now"

    def __init__(self, ctx: Context) -> None:
        super().__init__(ctx)
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
        tallest = _TALLEST_STACKED if ctx.look.stacked else _TALLEST
        self.view = Viewfinder(ctx, tallest=tallest)
        self.lay_out(self.view)
        self._begin()

    @property
    def read(self) -> list[Words | Pressable]:
        """What can be heard."""
        return [self.title, self.note, *self.shown]

    def go_on(self) -> None:
        """Take the photo, or go on with it."""
        if self.main is not None:
            self.main.click()

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

    def _say(self, title: str, note: str) -> None:
        self.title.say(self.ctx.t(title))
        self.note.say(self.ctx.t(note))

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
        shutter = Shutter(ctx, "shutter", ctx.t(N_("Take the photo")), PHOTO)
        shutter.clicked.connect(self._pressed)
        counting = self.button("count-down", ctx.t(N_("Count to three first")), WHEN)
        counting.choose(self._counts_down)
        counting.clicked.connect(lambda: self._choose_counting(counting))
        self.offer(shutter, counting, self.way_out(), below=self._others())

    def _others(self) -> list[Words | Pressable]:
        """Which camera it is to be, where there are several."""
        cameras, now = self.ctx.eye.known, self._camera
        if len(cameras) < 2 or now is None:
            return []
        asked, called = self.ctx.t(N_("Which camera?")), [(c.id, c.name) for c in cameras]
        return self.choice(asked, "camera", called, now.id, self._use_camera)

    def _use_camera(self, camera: str) -> None:
        if self._camera is not None and camera != self._camera.id:
            self._camera = next(each for each in self.ctx.eye.known if each.id == camera)
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
        again = self.button("photo-again", self.ctx.t(N_("Take it again")), PHOTO)
        again.clicked.connect(self._begin)
        self.offer(
            main_deed(self.ctx, "use-photo", self.ctx.t(use), TICK, self._use),
            again,
            self.way_out(),
        )

    def _use(self) -> None:
        self.used.emit(self._photo)

    def _stopped(self, why: str) -> None:
        """Say in one sentence why there is no picture, and what to do."""
        self._turn_off()
        self._say(N_("The camera is off"), why)
        self.view.say("")
        self.view.hide()
        again = self.button("camera-again", self.ctx.t(N_("Try again")), AGAIN)
        again.clicked.connect(self._begin)
        self.offer(again, self.way_out())
