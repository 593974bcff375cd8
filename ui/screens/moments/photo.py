"""A photo that the person chooses: seen first, and theirs only once they say so."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.model.halfsaid import HalfSaid
from app.model.ids import PictureRef
from app.model.wording import N_
from app.usecases import halfsaid
from ui.parts.column import Column
from ui.parts.deeds import deed_card, main_deed
from ui.parts.picture import PictureOnly
from ui.parts.pressable import Pressable
from ui.parts.refs import PHOTO, TAKE_OUT, TICK
from ui.parts.words import Words
from ui.screens.moments.made import MadeView

_PHOTO_PX = 260


class PhotoView(MadeView):
    """A photo from a file, large; nothing of it is in the plan until "This is my photo"."""

    unnamed = N_("A photo that I chose")

    def first_focus(self) -> QWidget | None:
        """The photo is wanted first; once it is there, whether it is the one."""
        return self.findChild(Pressable, "use-photo") or self.findChild(Pressable, "choose-photo")

    def lay_out(self, column: Column) -> None:
        """The photo that was chosen, or the way to choose one."""
        ctx = self.ctx
        self._photo = self.talk.typing.picture
        if self._photo is None:
            self.caption.hide()
            choose = deed_card(
                ctx, "choose-photo", ctx.t(N_("Choose a photo")), PHOTO, self._choose
            )
            self._read.append(choose)
            column.add_row(self.row(choose, self.answer_with_picture(large=True)))
            return
        both: QBoxLayout = QVBoxLayout() if ctx.look.stacked else QHBoxLayout()
        both.setSpacing(24)
        both.addWidget(PictureOnly(ctx, self._photo, _PHOTO_PX), 0, Qt.AlignmentFlag.AlignTop)
        beside = QVBoxLayout()
        both.addLayout(beside, 1)
        column.add_row(both)
        asked = Words(ctx, ctx.t(N_("Is this your photo?")), size="title")
        self._read.append(asked)
        beside.addWidget(asked)
        use = main_deed(ctx, "use-photo", ctx.t(N_("This is my photo")), TICK, self._use)
        another = self._button("choose-photo", N_("Another photo"), PHOTO)
        another.clicked.connect(self._choose)
        no = self._button("no-photo", N_("Not this photo"), TAKE_OUT)
        no.clicked.connect(self._put_away)
        self._read += [use, another, no]
        beside.addLayout(self.row(use, another, no))
        beside.addWidget(self.caption)
        beside.addStretch(1)

    def standing(self) -> HalfSaid:
        """The photo on screen, and what is written to it."""
        if self._photo is None and not self.own_name:
            return HalfSaid()
        return HalfSaid(words=self.own_name, how="own_made", picture=self._photo)

    def _button(self, name: str, words: str, picture: PictureRef) -> Pressable:
        button = Pressable(self.ctx, self.ctx.t(words), picture=picture, picture_px=34)
        button.setObjectName(name)
        return button

    def _choose(self) -> None:
        self.photo_wanted.emit(self._chosen)

    def _chosen(self, photo: PictureRef) -> None:
        self._show(photo, focus="use-photo")

    def _put_away(self) -> None:
        self._show(None, focus="choose-photo")

    def _show(self, photo: PictureRef | None, *, focus: str) -> None:
        """Keep which photo stands here, and show it: it is in the plan only when it is used."""
        self._photo = photo
        said = self.standing()
        notebook, session, step = self.notebook, self.session, self.step.key
        self.do(lambda: halfsaid.keep(notebook, session=session, step=step, said=said), focus=focus)

    def _use(self) -> None:
        words = self.own_name or self.default_name
        self.finish(
            HalfSaid(words=words, how="own_made", picture=self._photo, lang=self.ctx.words.lang)
        )
