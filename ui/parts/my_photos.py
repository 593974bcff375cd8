"""My photos: those of this plan to use again, and the ways to bring in a new one."""

from typing import Literal

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.model.ids import PictureRef
from app.model.wording import N_
from app.usecases.own_photos import OwnPhoto, OwnPhotos
from ui.context import Context
from ui.parts.column import Column
from ui.parts.flow import Flow
from ui.parts.photo_camera import CameraButton
from ui.parts.photo_in import Intake, PasteButton, Take, choose_photo
from ui.parts.pressable import Pressable
from ui.parts.refs import FROM_FILE, PEOPLE, TAKE_OUT
from ui.parts.words import Words

Pressing = Literal["use", "who", "away"]
"""What a press on a photo does: use it again, ask who is in it, take it away."""


def own_photo_card(ctx: Context, own: OwnPhoto) -> Pressable:
    """A photo of the plan, with what it goes with."""
    card = Pressable(
        ctx,
        own.words,
        picture=own.photo,
        picture_px=84,
        size="note",
        arrange="above",
        widest=round(190 * max(1, ctx.look.percent / 130)),
    )
    card.can_be_low = False  # it is chosen by its picture
    card.setObjectName(f"own-{own.photo}")
    if not own.words:
        card.setAccessibleName(ctx.t(N_("A photo of mine")))
    return card


class MyPhotos(QWidget):
    """The photos of one plan, newest first.

    Args:
        ctx: what every part is handed.
        own: the photos.
        intake: brings in what was copied.
        take: is told of a photo from a file.
        pressing: what a press on a photo does.

    Signals:
        turned: what a press is to do from now on; carries a :data:`Pressing`.
        filmed: a photo is to be taken with the camera.
        picked: a photo is to be used again; carries an :class:`OwnPhoto`.
        put_away: a photo is to be taken out of the plan; carries it.
        asked_again: it is to be asked again who is in a photo; carries it.

    """

    picked = Signal(object)
    filmed = Signal()
    turned = Signal(str)
    asked_again = Signal(object)
    put_away = Signal(object)

    def __init__(
        self,
        ctx: Context,
        own: OwnPhotos,
        *,
        intake: Intake,
        take: Take,
        pressing: Pressing = "use",
    ) -> None:
        super().__init__()
        self.ctx = ctx
        self.setObjectName("ground")
        self._read: list[Words | Pressable] = []
        outer = QVBoxLayout(self)
        outer.setContentsMargins(26, 16, 26, 8)
        self._column = Column(ctx, margins=(0, 0, 0, 8))
        outer.addWidget(self._column)
        self._say(N_("My photos"), "title")
        every = (*own.offered, *own.held)
        loose = tuple(each for each in every if each.loose)
        self._column.add_row(self._ways(intake, take))
        if every:
            self._turn("who", "who-is-in-photos", N_("Who is in my photos"), PEOPLE, pressing)
        if loose:
            self._turn("away", "take-photo-away", N_("Take a photo away"), TAKE_OUT, pressing)
        if pressing == "away" and loose:
            self._say(N_("Press the photo that you do not want any more."), "label")
            self._cards(loose, self.put_away)
        elif pressing == "who" and every:
            self._say(N_("Press a photo to say who is in it, and whether they say yes."), "label")
            self._cards(every, self.asked_again)
        else:
            self._show(own)
        self._column.fill()

    @property
    def read(self) -> list[Words | Pressable]:
        """What can be heard; of the ways in, those that can be seen."""
        return [each for each in self._read if not each.isHidden()]

    def _ways(self, intake: Intake, take: Take) -> Flow:
        """The ways to bring in a new one."""
        ctx, self._row = self.ctx, Flow(gap=0)
        from_file = Pressable(
            ctx, ctx.t(N_("A photo from a file")), picture=FROM_FILE, picture_px=34
        )
        from_file.setObjectName("photo")
        from_file.clicked.connect(lambda: choose_photo(ctx, self, take))
        self._first = from_file
        camera = CameraButton(ctx)
        camera.clicked.connect(self.filmed)
        self._row.addWidget(from_file)
        self._row.addWidget(camera)
        paste = PasteButton(ctx, intake)
        self._row.addWidget(paste)
        self._read += [from_file, camera, paste]
        return self._row

    def _show(self, own: OwnPhotos) -> None:
        agreed = tuple(each for each in own.offered if each.agreed)
        waiting = tuple(each for each in own.offered if not each.agreed)
        self._cards(agreed, self.picked)
        if not own.offered:
            self._say(N_("There are no photos in this plan yet."), "label")
        if waiting:
            self._say(N_("Only you see these, until everybody in them says yes."), "label")
            self._cards(waiting, self.picked)
        if own.held:
            self._say(N_("Not offered any more, because somebody in it said no"), "label")
            self._cards(own.held, self.asked_again)

    def _turn(
        self, to: Pressing, name: str, words: str, picture: PictureRef, now: Pressing
    ) -> None:
        """A way to have a press do something else, and back."""
        button = Pressable(self.ctx, self.ctx.t(words), picture=picture, picture_px=34)
        button.setObjectName(name)
        button.choose(now == to)
        button.clicked.connect(lambda: self.turned.emit("use" if now == to else to))
        self._read.append(button)
        self._row.addWidget(button)

    def first_focus(self) -> QWidget:
        """The way to bring in a new one."""
        return self._first

    def _say(self, words: str, size: str) -> None:
        said = Words(self.ctx, self.ctx.t(words), size=size)
        self._read.append(said)
        self._column.add(said)

    def _cards(self, photos: tuple[OwnPhoto, ...], pressed: Signal) -> None:
        row = Flow(gap=0, same=True)
        for own in photos:
            card = own_photo_card(self.ctx, own)
            card.clicked.connect(lambda _=False, own=own: pressed.emit(own))
            self._read.append(card)
            row.addWidget(card)
        self._column.add_row(row)
