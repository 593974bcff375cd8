"""Choosing a picture: from the words, by searching, from a photo, or none."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QStackedLayout, QVBoxLayout, QWidget

from app.model.halfsaid import PICKING, HalfSaid
from app.model.ids import PictureRef, RecordId
from app.model.picture_sets import FoundPicture
from app.model.pictures import has_not, with_not
from app.model.wording import N_
from app.usecases import offering, picture_sets
from app.usecases.offering import Offering
from app.usecases.own_photos import OwnPhotos
from app.words.lexicon import Suggestion
from ui.context import Context
from ui.parts.column import Column, clear
from ui.parts.flow import Flow
from ui.parts.keeping import Keeping
from ui.parts.my_photos import own_photo_card
from ui.parts.photo_camera import CameraButton
from ui.parts.photo_in import Intake, PasteButton, Source, choose_photo
from ui.parts.photo_way import PhotoWay, ideas_of, read_own_photos
from ui.parts.pressable import Pressable
from ui.parts.refs import FROM_FILE, NO_PICTURE, PHOTOS, PICTURE, WRITE
from ui.parts.taborder import follow_layout
from ui.parts.words import Words

_OF_SETS = 12
_NARROWEST = 300
"""Px of the place to search: what stands beside it wraps before this is narrower."""
_PX, _AROUND = 84, 44
"""Of a picture before it grows as the person likes, and what its card is wider than it."""
_MOST_OWN = 4
"""Photos of the person's own that stand above the symbols; the others are behind "My photos"."""


class Picker(QWidget):
    """A page of pictures with a place to search.

    Args:
        ctx: what every part is handed.
        person: whose plan the picture is for.
        title: what is asked for.
        start: what is looked for at first.
        goes_with: the sentence that the picture is for, and its language; where it says "not", or
            speaks against something, the mark for it is offered.
        instead_of: the picture in the place of which it will stand: it has the same mark.
        may_be_none: no picture can be chosen; else the words alone are an answer.
        written_is_name: what is written here is what the picture will be called, also a photo.
        kept: the talk and the step with which words that are an answer are kept as they are typed.

    Signals:
        picked: a picture was chosen; carries its reference (None for "no picture") and its words.

    """

    picked = Signal(object, str)

    def __init__(
        self,
        ctx: Context,
        *,
        person: RecordId,
        title: str,
        start: str = "",
        goes_with: tuple[str, str] = ("", ""),
        instead_of: PictureRef | None = None,
        may_be_none: bool = True,
        written_is_name: bool = False,
        kept: tuple[RecordId, str] | None = None,
    ) -> None:
        super().__init__()
        self.setObjectName("ground")
        self.ctx = ctx
        self._person = person
        self._may_be_none = may_be_none
        self._written_is_name = written_is_name
        self._goes_with, self._goes_with_lang = goes_with
        self._denied = instead_of is not None and has_not(instead_of)
        says_not = ctx.house.ideas.denies(goes_with[0], lang=goes_with[1])
        self._mark_offered = self._denied or says_not
        self._way: PhotoWay | None = None
        self._mine = OwnPhotos()
        self._known = Offering(mode=ctx.settings.pictures)
        self._intake = Intake(self, self.take_photo)
        self._layers = QStackedLayout(self)
        self._search_page = QWidget()
        self._layers.addWidget(self._search_page)
        self.search = self._search_line(start)
        self._words_alone = Flow(gap=0)
        self._own = Flow(gap=0, same=True)
        self._of_sets = Flow(gap=0, same=True)
        self._pictures = Flow(gap=0, same=True)
        self._lay_out(title)
        self.search.textChanged.connect(self._show)
        self._show(start)
        self._read_own()
        self._read_liked()
        self._keeping: Keeping | None = None
        if kept is not None and not may_be_none:
            self._keep(*kept)

    def _lay_out(self, title: str) -> None:
        ctx = self.ctx
        outer = QVBoxLayout(self._search_page)
        outer.setContentsMargins(26, 16, 26, 8)
        grid = Column(ctx, margins=(0, 8, 0, 8))
        head = Words(ctx, title, size="title")
        ways = QWidget() if ctx.look.stacked else None
        buttons = Flow(ways)
        for button in self._side_buttons():
            buttons.addWidget(button)
        if ways is not None:
            grid.add(head)
            grid.add(self.search)
            near = Flow()
            near.addWidget(self._door_to(ways))
            if self._mark_offered:
                near.addWidget(self._not_button())
            grid.add_row(near)
            grid.add(ways)
        else:
            self.search.setMinimumWidth(_NARROWEST)
            row = QHBoxLayout()
            row.addWidget(self.search, 1, Qt.AlignmentFlag.AlignVCenter)
            row.addLayout(buttons, 2)
            if self._mark_offered:
                buttons.addWidget(self._not_button())
            outer.addWidget(head)
            outer.addLayout(row)
        grid.add_row(self._words_alone)
        grid.add_row(self._own)
        grid.add_row(self._of_sets)
        grid.add_row(self._pictures)
        grid.fill()
        outer.addWidget(grid, 1)

    def leave(self) -> None:
        """Keep what is half typed; a photo that was not taken is not kept."""
        if self._way is not None:
            self._way.leave()
        if self._keeping is not None:
            self._keeping.now()

    def _keep(self, session: RecordId, step: str) -> None:
        keeping = Keeping(
            self, self.ctx, place=session, key=PICKING + step,
            standing=lambda: HalfSaid(words=self.search.text()),
            kept=HalfSaid(words=self.search.text()),
        )  # fmt: skip
        self.search.textChanged.connect(keeping.soon)
        self.picked.connect(keeping.forget)
        keeping.bring_back(lambda said: self.search.setText(said.words))
        self._keeping = keeping

    def _search_line(self, start: str) -> QLineEdit:
        line = QLineEdit(start)
        line.setFont(self.ctx.look.font("sentence"))
        line.setPlaceholderText(self.ctx.t(N_("Write a word")))
        line.setAccessibleName(self.ctx.t(N_("Write a word to find a picture")))
        self._intake.also_within(line)
        return line

    def _door_to(self, ways: QWidget) -> Pressable:
        """In large words the other ways are one press away: else no picture would be in sight."""

        def turn() -> None:
            ways.setVisible(ways.isHidden())
            door.choose(not ways.isHidden())
            follow_layout(self)

        words = self.ctx.t(N_("Photos and other ways"))
        door = self._button("other-ways", words, PHOTOS, turn)
        ways.hide()
        return door

    def _side_buttons(self) -> list[Pressable]:
        ctx = self.ctx
        camera = CameraButton(ctx)
        camera.clicked.connect(lambda: self._open_way().show_camera())
        made = [
            self._button("my-photos", ctx.t(N_("My photos")), PHOTOS, self._my_photos),
            self._button(
                "photo",
                ctx.t(N_("A photo from a file")),
                FROM_FILE,
                lambda: choose_photo(ctx, self, self.take_photo),
            ),
            camera,
            PasteButton(ctx, self._intake),
        ]
        if self._may_be_none:
            none = ctx.t(N_("No picture"))
            made.append(
                self._button("no-picture", none, NO_PICTURE, lambda: self.picked.emit(None, ""))
            )
        return made

    def _not_button(self) -> Pressable:
        told = self.ctx.t(N_("With the mark for “not”"))
        self._not = self._button("with-not", told, with_not(PICTURE), self._turn_not)
        self._not.choose(self._denied)
        return self._not

    def _turn_not(self) -> None:
        self._denied = not self._denied
        self._not.choose(self._denied)
        self._show(self.search.text())

    def _button(
        self, name: str, words: str, picture: PictureRef, press: Callable[[], None]
    ) -> Pressable:
        button = Pressable(self.ctx, words, picture=picture, picture_px=34)
        button.setObjectName(name)
        button.clicked.connect(press)
        return button

    def _show(self, looked_for: str) -> None:
        self._show_own(looked_for)
        clear(self._pictures)
        found = self._found(looked_for)
        self._look_in_sets(looked_for)
        for each in found:
            name = f"picture-{each.idea or each.picture}"
            self._pictures.addWidget(self._card(name, each.picture, each.words))
        if not found:
            none = N_("No picture for that word. Try another word.")
            if self._known.mode == "photo":
                none = N_("Only photos are shown here. You chose that in “How I like things”.")
            self._pictures.addWidget(Words(self.ctx, self.ctx.t(none)))
        clear(self._words_alone)
        if looked_for.strip() and not self._may_be_none:
            self._words_alone.addWidget(self._only_words(looked_for.strip()))
        follow_layout(self)

    def _card(self, name: str, ref: PictureRef, words: str) -> Pressable:
        picture = with_not(ref) if self._denied else ref
        look = self.ctx.look
        of_words = round(132 * max(1, look.percent / 130))
        card = Pressable(
            self.ctx,
            words,
            picture=picture,
            picture_px=_PX,
            size="note",
            arrange="above",
            widest=max(of_words, look.picture(_PX) + _AROUND),
        )
        card.can_be_low = False  # it is chosen by its picture
        card.setObjectName(name)
        card.clicked.connect(lambda: self.picked.emit(picture, words))
        return card

    def _found(self, looked_for: str) -> tuple[Suggestion, ...]:
        """What is found among the program's own pictures, as this person likes them."""
        ideas, lang = self.ctx.house.ideas, self.ctx.words.lang
        first_page = not looked_for.strip()
        searched = ideas.search(looked_for, lang=lang, also=self._known.langs)
        if first_page:  # what the sentence is about stands before what is often wanted
            about = ideas.suggest(self._goes_with, lang=self._goes_with_lang)
            searched = (*about, *searched)
        return offering.found(self._known, searched, ideas=ideas, lang=lang, first_page=first_page)

    def _read_liked(self) -> None:
        """Which sets the person likes, which pictures are clear to them, and their languages."""
        notebook, person = self.ctx.open_notebook, self._person
        ideas, lang = self.ctx.house.ideas, self.ctx.words.lang

        def read() -> Offering:
            known = offering.liked(notebook, person=person)
            ideas.search("a", lang=lang, also=known.langs)  # the first one reads their words
            return known

        def use(known: Offering) -> None:
            if known.own_first:
                self._of_sets, self._pictures = self._pictures, self._of_sets
            changed, self._known = known != self._known, known
            if changed:
                self._show(self.search.text())

        self.ctx.desk.do(read, owner=self, then=use)

    def _look_in_sets(self, looked_for: str) -> None:
        """Pictures of imported sets stand first: somebody brought them because people know them."""
        ctx = self.ctx
        notebook, langs = ctx.open_notebook, (ctx.words.lang, *self._known.langs)

        def show(found: tuple[FoundPicture, ...]) -> None:
            if self.search.text() != looked_for:
                return
            clear(self._of_sets)
            for each in offering.found_in_sets(self._known, found, looked_for):
                self._of_sets.addWidget(self._card(f"picture-{each.ref}", each.ref, each.name))
            follow_layout(self)

        ctx.desk.do(
            lambda: picture_sets.search(notebook, words=looked_for, langs=langs, most=_OF_SETS),
            owner=self,
            then=show,
        )

    def _only_words(self, words: str) -> Pressable:
        """An answer of the person's own needs no picture."""
        button = self._button(
            "only-words",
            self.ctx.t(N_("Only these words: {words}"), words=words),
            WRITE,
            lambda: self.picked.emit(None, words),
        )
        self.search.returnPressed.connect(button.click)
        return button

    # Photos

    @property
    def read(self) -> list[Words | Pressable]:
        """What can be heard of a photo on its way in; nothing while pictures are looked for."""
        return self._way.read if self._way is not None else []

    def step_back(self) -> bool:
        """Go back within the way of a photo; False where the pictures themselves are shown."""
        if self._way is None:
            return False
        if not self._way.step_back():
            self._end_photo()
        return True

    def go_on(self) -> bool:
        """Go on with the photo that is on its way; False where there is none."""
        return self._way is not None and self._way.go_on()

    def _read_own(self) -> None:
        ctx, person = self.ctx, self._person
        ctx.desk.do(lambda: read_own_photos(ctx, person), owner=self, then=self._use_own)

    def _use_own(self, mine: OwnPhotos) -> None:
        self._mine = mine
        self._show_own(self.search.text())
        follow_layout(self)

    def _show_own(self, looked_for: str) -> None:
        """A photo of one's own stands before any symbol."""
        clear(self._own)
        ctx, lang = self.ctx, self.ctx.words.lang
        found = self._mine.matching(
            looked_for, lang=lang, ideas_of=lambda words, lang: ideas_of(ctx, words, lang)
        )
        most = _MOST_OWN
        if self._known.mode == "photo":
            found, most = found or self._mine.offered, _OF_SETS
        for own in found[:most]:
            card = own_photo_card(ctx, own)
            card.clicked.connect(lambda _=False, own=own: self._photo_kept(own.photo, own.words))
            self._own.addWidget(card)

    def _my_photos(self) -> None:
        self._open_way().show_own()

    def take_photo(self, source: Source) -> None:
        """Go on with a photo that came in."""
        self._open_way().take(source)

    def _open_way(self) -> PhotoWay:
        if self._way is None:
            words = self._written() or self._goes_with
            self._way = PhotoWay(self.ctx, self._person, words=words)
            self._way.done.connect(self._photo_kept)
            self._way.left.connect(self._end_photo)
            self._way.came.connect(self._show_way)
            self._layers.addWidget(self._way)
        return self._way

    def _show_way(self) -> None:
        """Only once there is something to show: a file that is no photo leaves all as it was."""
        if self._way is not None:
            self._layers.setCurrentWidget(self._way)

    def _end_photo(self) -> None:
        way, self._way = self._way, None
        if way is not None:
            way.leave()
            self._layers.removeWidget(way)
            way.deleteLater()
        self._layers.setCurrentWidget(self._search_page)
        follow_layout(self)
        self.search.setFocus()
        self._read_own()

    def _written(self) -> str:
        """What the picture will be called, where that is written here."""
        return self.search.text().strip() if self._written_is_name else ""

    def _photo_kept(self, ref: PictureRef, called: str) -> None:
        """A word to search by is no name, and that of its file is nobody's words."""
        self.picked.emit(ref, self._written() or called)
