"""My photos: those of this plan to use again, and the ways to bring in a new one."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.model.wording import N_
from app.usecases.own_photos import OwnPhoto, OwnPhotos
from ui.context import Context
from ui.parts.column import Column
from ui.parts.flow import Flow
from ui.parts.photo_camera import CameraButton
from ui.parts.photo_in import Intake, PasteButton, Take, choose_photo
from ui.parts.pressable import Pressable
from ui.parts.refs import FROM_FILE, TAKE_OUT
from ui.parts.words import Words


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
        removing: a photo that is pressed is taken away; only those are shown that can be.

    Signals:
        remove: whether pressing is to take away from now on.
        filmed: a photo is to be taken with the camera.
        picked: a photo is to be used again; carries an :class:`OwnPhoto`.
        put_away: a photo is to be taken out of the plan; carries it.
        asked_again: a photo that is held back is to be looked at again; carries it.

    """

    picked = Signal(object)
    filmed = Signal()
    remove = Signal(bool)
    asked_again = Signal(object)
    put_away = Signal(object)

    def __init__(
        self,
        ctx: Context,
        own: OwnPhotos,
        *,
        intake: Intake,
        take: Take,
        removing: bool = False,
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
        loose = tuple(each for each in (*own.offered, *own.held) if each.loose)
        self._column.add_row(self._ways(intake, take))
        if loose:
            self._row.addWidget(self._way_out(removing))
        if removing and loose:
            self._say(N_("Press the photo that you do not want any more."), "label")
            self._cards(loose, self.put_away)
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
        if own.offered:
            self._cards(own.offered, self.picked)
        else:
            self._say(N_("There are no photos in this plan yet."), "label")
        if own.held:
            self._say(N_("Not used, because somebody in it said no"), "label")
            self._cards(own.held, self.asked_again)

    def _way_out(self, removing: bool) -> Pressable:
        button = Pressable(
            self.ctx, self.ctx.t(N_("Take a photo away")), picture=TAKE_OUT, picture_px=34
        )
        button.setObjectName("take-photo-away")
        button.choose(removing)
        button.clicked.connect(lambda: self.remove.emit(not removing))
        self._read.append(button)
        return button

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
