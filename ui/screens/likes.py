"""How I like things: the person's settings, on a screen of their own."""

from app.model.ids import PictureRef, RecordId
from app.model.wording import N_
from app.usecases import people
from ui.context import Context
from ui.parts.column import Column
from ui.parts.flow import Flow
from ui.parts.likes import Likes
from ui.parts.picker import Picker
from ui.parts.pressable import Pressable
from ui.parts.refs import EASIER, LANGUAGES, PERSON, PICTURE, SPEAK_UP
from ui.parts.words import Words
from ui.screens.base import Frame, Readable, Route, StillScreen
from ui.screens.picking import PickingScreen


class LikesScreen(StillScreen, PickingScreen):
    """Every setting applies the moment it is pressed."""

    def __init__(self, ctx: Context, *, person: RecordId) -> None:
        super().__init__(ctx)
        self._person = person
        self._column = column = Column(ctx, margins=(40, 12, 40, 16))
        self._layers.addWidget(column)
        self._title = Words(ctx, ctx.t(N_("How I like things")), size="title")
        column.add(self._title)
        face = Pressable(ctx, ctx.t(N_("Choose a picture of me")), picture=PERSON, picture_px=48)
        face.setObjectName("my-picture")
        face.clicked.connect(self._choose_picture)
        clear = Pressable(
            ctx, ctx.t(N_("Are these pictures clear?")), picture=PICTURE, picture_px=48
        )
        clear.setObjectName("clear-pictures")
        clear.clicked.connect(lambda: self.go.emit(Route("clear_pictures", {"person": person})))
        names = Pressable(
            ctx, ctx.t(N_("How are the names said?")), picture=SPEAK_UP, picture_px=48
        )
        names.setObjectName("name-sounds")
        names.clicked.connect(lambda: self.go.emit(Route("name_sounds", {"person": person})))
        languages = Pressable(
            ctx, ctx.t(N_("The languages of my plan")), picture=LANGUAGES, picture_px=48
        )
        languages.setObjectName("plan-languages")
        languages.clicked.connect(lambda: self.go.emit(Route("plan_languages", {"person": person})))
        row = Flow()
        for each in (face, clear, names, languages):
            row.addWidget(each)
        if ctx.checking is not None and ctx.checking.possible:
            row.addWidget(self._check_words())
        column.add_row(row)
        self._likes = Likes(ctx, person)
        self._likes.changed.connect(self.settings_changed)
        column.add(self._likes)
        column.fill()

    def _check_words(self) -> Pressable:
        """For a speaker of the window's language."""
        card = Pressable(self.ctx, self.ctx.t(N_("Check the words")), picture=EASIER, picture_px=48)
        card.setObjectName("check-words")
        back = Route("likes", {"person": self._person})
        card.clicked.connect(lambda: self.go.emit(Route("checking_words", {"back": back})))
        return card

    def frame(self) -> Frame:
        """Home, hear it, help; back while a picture is being chosen."""
        home = self.home_button(Route("home", {"person": self._person}))
        way = self.picker_back_button() if self.picking else home
        return Frame(
            title=self.ctx.t(N_("How I like things")),
            buttons=(way, self.hear_button(), self.help_button()),
        )

    def show_own(self) -> None:
        """The settings."""
        self._layers.setCurrentWidget(self._column)

    def own_readables(self) -> tuple[Readable, ...]:
        """The questions."""
        return (self._title, *self._likes.readables())

    def _choose_picture(self) -> None:
        title = self.ctx.t(N_("Choose a picture of me"))
        picker = Picker(self.ctx, person=self._person, title=title)
        picker.picked.connect(self._keep_picture)
        self.put_picker_on(picker)
        picker.search.setFocus()

    def _keep_picture(self, ref: PictureRef | None, _words: str) -> None:
        ctx, person = self.ctx, self._person
        notebook = ctx.open_notebook
        ctx.desk.do(
            lambda: people.change_photo(notebook, person=person, photo=ref, by=ctx.writer),
            owner=self,
            then=lambda _: self.go.emit(Route("home", {"person": person})),
        )
