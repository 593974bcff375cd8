"""Your photo: turned, framed, cut out, seen on a card, and only then taken."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QPixmap, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.model import photo_work
from app.model.errors import AlongsideError
from app.model.ids import PictureRef
from app.model.photo_work import Behind, PhotoWork, Shape
from app.model.pictures import Picture
from app.model.wording import N_
from app.usecases import photos
from ui.context import Context
from ui.parts.column import Column, clear
from ui.parts.deeds import main_deed
from ui.parts.flow import Flow
from ui.parts.frame_moves import frame_moves
from ui.parts.photo_frame import PhotoFrame
from ui.parts.pressable import Pressable
from ui.parts.refs import OVAL, PICTURE, ROUNDED, SQUARE, TAKE_OUT, TICK, UNCUT
from ui.parts.strokes import TURN_LEFT, TURN_RIGHT
from ui.parts.words import Words

_TALLEST = 360
_TALLEST_STACKED = 310
_UNDER_FRAME = 4
_PREVIEW_PX = 130
_PREVIEW_LONGEST = 500
_PREVIEW_AFTER_MS = 120

_SHAPES: tuple[tuple[Shape, str, PictureRef], ...] = (
    ("whole", N_("Not cut out"), UNCUT),
    ("rounded", N_("Round corners"), ROUNDED),
    ("oval", N_("Oval"), OVAL),
)
_BEHIND: tuple[tuple[Behind, str], ...] = (
    ("clear", N_("See-through around it")),
    ("white", N_("White around it")),
)


class YourPhoto(QWidget):
    """What is done to a photo before it is kept. Nothing of it is in the notebook yet.

    Args:
        ctx: what every part is handed.
        data: the photo as it came; what is taken is made from this.
        shown: the same, clean and small enough for the screen.
        words: what the card will say, if that is known.

    Signals:
        taken: the photo as it is to be kept; carries a :class:`Picture`.
        declined: this photo is not wanted.

    """

    taken = Signal(object)
    declined = Signal()

    def __init__(self, ctx: Context, data: bytes, shown: Picture, *, words: str = "") -> None:
        super().__init__()
        self.ctx = ctx
        self.setObjectName("ground")
        self.read: list[Words | Pressable] = []
        self._data, self._small, self._words = data, shown.data, words
        self._choices: dict[str, Pressable] = {}
        self._held: PictureRef | None = None
        self._soon = QTimer(self, singleShot=True, interval=_PREVIEW_AFTER_MS)
        self._soon.timeout.connect(self._ask_preview)
        self._fitting = QTimer(self, singleShot=True, interval=0)
        self._fitting.timeout.connect(self._fit_frame)
        photo = QPixmap()
        photo.loadFromData(shown.data)
        tallest = _TALLEST_STACKED if ctx.look.stacked else _TALLEST
        self.frame = PhotoFrame(ctx, photo, tallest=tallest)
        self._lay_out()
        self.frame.changed.connect(self._changed)
        self._show_work()
        self._ask_preview()

    def first_focus(self) -> QWidget:
        """The frame."""
        return self.frame

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the frame anew once everything has its place."""
        super().resizeEvent(event)
        self._fitting.start()

    def _fit_frame(self) -> None:
        """All four corners are in sight without scrolling, also in a low window."""
        self.frame.be_at_most(self._column.viewport().height() - self.frame.y() - _UNDER_FRAME)

    # How it is made

    def _lay_out(self) -> None:
        ctx, stacked = self.ctx, self.ctx.look.stacked
        outer = QVBoxLayout(self)
        outer.setContentsMargins(26, 12, 26, 8)
        self._column = column = Column(ctx, margins=(0, 0, 0, 8))
        outer.addWidget(column, 1)
        column.add(self._say(N_("Your photo"), "title"))
        how = N_(
            "Move the frame to what you want to keep. Press a corner, then press where it should "
            "go. What is outside the frame is not kept."
        )
        explained = self._say(how, "label", bold=False)
        if not stacked:
            column.add(explained)
        both: QBoxLayout = QVBoxLayout() if stacked else QHBoxLayout()
        both.setSpacing(18)
        both.addWidget(self.frame, 0, Qt.AlignmentFlag.AlignTop)
        side = QVBoxLayout()
        side.setSpacing(4)
        if stacked:  # the photo itself is in sight without scrolling
            side.addWidget(explained)
        both.addLayout(side, 1)
        column.add_row(both)
        self._fill_side(side)
        column.fill()
        deeds = self._deeds()
        if ctx.look.roomy:
            outer.addLayout(deeds)
        else:
            column.add_row(deeds)

    def _fill_side(self, side: QVBoxLayout) -> None:
        """What can be done, and what it looks like."""
        side.addLayout(self._turning())
        if (moves := frame_moves(self.ctx, self.frame)) is not None:
            side.addLayout(moves)
        choosing = QVBoxLayout()
        choosing.addWidget(self._say(N_("Cut it out"), "label"))
        choosing.addLayout(self._cutting())
        self._around = self._behinds()
        choosing.addWidget(self._around)
        choosing.addStretch(1)
        lower: QBoxLayout = QVBoxLayout() if self.ctx.look.stacked else QHBoxLayout()
        lower.setSpacing(14)
        lower.addLayout(choosing, 1)
        lower.addLayout(self._preview_place())
        side.addLayout(lower)
        side.addStretch(1)

    def _say(self, words: str, size: str, *, bold: bool | None = None) -> Words:
        said = Words(self.ctx, self.ctx.t(words), size=size, bold=bold)
        self.read.append(said)
        return said

    def _turning(self) -> Flow:
        row = Flow(gap=0)
        for name, words, picture, press in (
            ("turn-left", N_("Turn it left"), TURN_LEFT, lambda: self._turn(clockwise=False)),
            ("turn-right", N_("Turn it right"), TURN_RIGHT, lambda: self._turn(clockwise=True)),
            ("all-of-it", N_("All of it"), PICTURE, self._all_of_it),
            ("square", N_("Square"), SQUARE, self._square),
        ):
            row.addWidget(self._button(name, words, picture, press))
        return row

    def _cutting(self) -> Flow:
        row = Flow(gap=0)
        for shape, words, picture in _SHAPES:
            button = self._button(f"shape-{shape}", words, picture, self._shaper(shape))
            row.addWidget(button)
        return row

    def _behinds(self) -> QWidget:
        holder = QWidget()
        row = Flow(holder, gap=0)
        for behind, words in _BEHIND:
            row.addWidget(self._button(f"behind-{behind}", words, None, self._behinder(behind)))
        return holder

    def _button(
        self, name: str, words: str, picture: PictureRef | None, press: Callable[[], None]
    ) -> Pressable:
        button = Pressable(
            self.ctx, self.ctx.t(words), picture=picture, picture_px=30, size="label", bold=False
        )
        button.setObjectName(name)
        button.clicked.connect(press)
        self._choices[name] = button
        self.read.append(button)
        return button

    def _preview_place(self) -> QVBoxLayout:
        place = QVBoxLayout()
        place.addWidget(self._say(N_("On a card"), "label"))
        self._card = QVBoxLayout()
        place.addLayout(self._card)
        place.addStretch(1)
        return place

    def _deeds(self) -> Flow:
        row = Flow(gap=4)
        take = N_("Take this photo")
        self._take_button = main_deed(self.ctx, "take-photo", self.ctx.t(take), TICK, self._take)
        self.read.append(self._take_button)
        row.addWidget(self._take_button)
        row.addWidget(
            self._button("decline-photo", N_("Not this one"), TAKE_OUT, self.declined.emit)
        )
        return row

    # What is done

    def _turn(self, *, clockwise: bool) -> None:
        self.frame.use(photo_work.turned(self.frame.work, clockwise=clockwise))

    def _all_of_it(self) -> None:
        self._use(frame=photo_work.ALL_OF_IT)

    def _square(self) -> None:
        self._use(frame=photo_work.square(self.frame.work.frame, aspect=self.frame.aspect))

    def _shaper(self, shape: Shape) -> Callable[[], None]:
        return lambda: self._use(shape=shape)

    def _behinder(self, behind: Behind) -> Callable[[], None]:
        return lambda: self._use(behind=behind)

    def _use(
        self,
        *,
        frame: photo_work.Frame | None = None,
        shape: Shape | None = None,
        behind: Behind | None = None,
    ) -> None:
        now = self.frame.work
        self.frame.use(
            PhotoWork(now.quarters, frame or now.frame, shape or now.shape, behind or now.behind)
        )

    def _changed(self) -> None:
        self._show_work()
        self._soon.start()

    def _show_work(self) -> None:
        work = self.frame.work
        for name, button in self._choices.items():
            kind, _, which = name.partition("-")
            if kind in {"shape", "behind"}:
                button.choose(which in {work.shape, work.behind})
        self._choices["all-of-it"].choose(work.frame == photo_work.ALL_OF_IT)
        self._around.setVisible(work.shape != "whole")

    # What it looks like

    def _ask_preview(self) -> None:
        small, work = self._small, self.frame.work
        self.ctx.desk.do(
            lambda: photos.make_photo(small, work, longest=_PREVIEW_LONGEST),
            owner=self,
            then=lambda made: self._show_preview(made, work),
        )

    def _show_preview(self, made: Picture, work: PhotoWork) -> None:
        """Made in the same way as what will be kept, so that it shows the same."""
        if work != self.frame.work:
            return
        self.let_go()
        self._held = self.ctx.pixmaps.hold(made)
        clear(self._card)
        card = Pressable(
            self.ctx,
            self._words,
            picture=self._held,
            picture_px=_PREVIEW_PX,
            size="note",
            arrange="above",
            widest=round(240 * max(1, self.ctx.look.percent / 130)),
        )
        card.can_be_low = False
        card.setObjectName("preview")
        card.setAccessibleName(self.ctx.t(N_("Your photo on a card")))
        card.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        card.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._card.addWidget(card)

    def let_go(self) -> None:
        """Forget what was shown to try it out."""
        if self._held is not None:
            self.ctx.pixmaps.let_go(self._held)
            self._held = None

    # Taking it

    def go_on(self) -> None:
        """Take it, as if that had been pressed."""
        self._take_button.click()

    def _take(self) -> None:
        data, work = self._data, self.frame.work
        self._take_button.setEnabled(False)
        self.ctx.desk.do(
            lambda: photos.make_photo(data, work),
            owner=self,
            then=self._made,
            failed=self._refused,
        )

    def _made(self, made: Picture) -> None:
        self._take_button.setEnabled(True)
        self.taken.emit(made)

    def _refused(self, error: AlongsideError) -> None:
        self._take_button.setEnabled(True)
        self.ctx.desk.trouble.emit(error)
