"""Choosing what stands on one page: pressed to keep, in the person's order, measured as printed."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.model.drawn import Page, ProfilePick
from app.model.ids import PictureRef, RecordId
from app.model.record import Record
from app.model.statement import Statement
from app.model.telling import PHOTO_OF_ME
from app.model.wording import N_
from app.usecases import profiles
from app.usecases.talks import Talk
from ui.context import Context
from ui.parts.column import Column
from ui.parts.flow import Flow
from ui.parts.pressable import Pressable
from ui.parts.refs import DOWN, NONE, PERSON, PHOTO, UP
from ui.parts.statement_card import statement_card
from ui.parts.words import Words
from ui.screens.moments.view import View

if TYPE_CHECKING:
    from app.paper.one_page import Fit


class ProfilePickView(View):
    """What is on the page stands above, what could be on it below. Nothing is dropped by itself."""

    def __init__(self, ctx: Context, talk: Talk) -> None:
        super().__init__(ctx, talk)
        self._document: Page = "passport" if self.moment.about == "passport" else "one_page_profile"
        chosen = profiles.newest(talk.of(ProfilePick), self._document)
        self._pick = chosen.body if chosen is not None else None
        self._said = {each.id: each for each in talk.of(Statement)}
        offered = profiles.on_offer(talk.of(Statement), self._document)
        on_page = [each for each in self._picks if each in {x.id for x in offered}]
        column = self.page()
        column.add(self.question(picture_px=64))
        if (explained := self.explanation()) is not None:
            column.add(explained)
        self._fit = Words(ctx, ctx.t(N_("Looking whether it fits on one page.")), size="label")
        self._read.append(self._fit)
        column.add(self._fit)
        self._add_photo(column)
        self._heading(column, N_("On my page")) if on_page else None
        for place, each in enumerate(on_page):
            column.add(self._on_page(self._said[each], place, len(on_page)))
        left = [each for each in offered if each.id not in on_page]
        if left:
            self._heading(column, N_("Press what you want on your page"))
        for each in left:
            column.add(self._card(each))
        if not offered:
            none = ctx.t(N_("There is nothing to choose from yet. Keep some sentences first."))
            words = Words(ctx, none, size="sentence")
            self._read.append(words)
            column.add(words)
        self.end_page(column)
        self._measure(tuple(on_page))

    def first_focus(self) -> QWidget | None:
        """The first sentence that can be pressed."""
        cards = [w for w in self.findChildren(Pressable) if w.objectName().startswith("pick-")]
        return cards[0] if cards else None

    @property
    def _picks(self) -> tuple[RecordId, ...]:
        return self._pick.picks if self._pick is not None else ()

    @property
    def _photo(self) -> PictureRef | None:
        return self._pick.photo if self._pick is not None else None

    # How it is made

    def _heading(self, column: Column, words: str) -> None:
        head = Words(self.ctx, self.ctx.t(words), size="title")
        self._read.append(head)
        column.add(head)

    def _add_photo(self, column: Column) -> None:
        row = Flow(gap=4)
        face = self.talk.person.body.photo
        if self._photo is not None and self._photo != face:
            mine = self._button("photo-mine", N_("This photo"), self._photo)
            mine.choose(True)
            row.addWidget(mine)
        if face is not None:
            known = self._button("photo-face", PHOTO_OF_ME, face)
            known.choose(self._photo == face)
            known.clicked.connect(lambda: self._use_photo(face, "photo-face"))
            row.addWidget(known)
        other = self._button("choose-photo", N_("Choose a photo"), PHOTO)
        other.clicked.connect(
            lambda: self.photo_wanted.emit(lambda ref: self._use_photo(ref, "choose-photo"))
        )
        row.addWidget(other)
        no = self._button("no-photo", N_("No photo"), NONE if face or self._photo else PERSON)
        no.choose(self._pick is not None and self._photo is None)
        no.clicked.connect(lambda: self._use_photo(None, "no-photo"))
        row.addWidget(no)
        column.add_row(row)

    def _button(self, name: str, words: str, picture: PictureRef) -> Pressable:
        button = Pressable(self.ctx, self.ctx.t(words), picture=picture, picture_px=40)
        button.setObjectName(name)
        self._read.append(button)
        return button

    def _card(self, record: Record[Statement]) -> Pressable:
        card = statement_card(
            self.ctx,
            record,
            person=self.name,
            said_by=self.talk.name_of(record.body.said_by),
        )
        card.setObjectName(f"pick-{record.id}")
        if record.id in self._picks:
            card.setToolTip(self.ctx.t(N_("Take it off my page")))
        card.clicked.connect(lambda: self._toggle(record.id))
        self._read.append(card)
        return card

    def _on_page(self, record: Record[Statement], place: int, count: int) -> QWidget:
        """A sentence on the page, with the ways to move it."""
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self._card(record), 1)
        for name, words, picture, by in (
            ("up", N_("Further up"), UP, -1),
            ("down", N_("Further down"), DOWN, 1),
        ):
            move = Pressable(self.ctx, "", picture=picture, picture_px=34)
            move.setObjectName(f"{name}-{record.id}")
            move.setAccessibleName(f"{self.ctx.t(words)}: {record.body.original}")
            move.setToolTip(self.ctx.t(words))
            keeps_its_place = move.sizePolicy()
            keeps_its_place.setRetainSizeWhenHidden(True)
            move.setSizePolicy(keeps_its_place)
            move.setVisible(0 <= place + by < count)
            move.clicked.connect(lambda _=False, by=by: self._move(record.id, by))
            row.addWidget(move)
        return holder

    # Whether it fits

    def _measure(self, picks: tuple[RecordId, ...]) -> None:
        ctx = self.ctx
        if not picks:
            self._fit.say(ctx.t(N_("Nothing is on your page yet.")))
            return
        house, notebook, person = ctx.house, self.notebook, self.talk.person.id
        photo, today, words = self._photo, ctx.today, ctx.words
        ctx.desk.do(
            lambda: house.fit_on_one_page(
                notebook, person=person, picks=picks, photo=photo, today=today, words=words
            ),
            owner=self,
            then=self._show_fit,
        )

    def _show_fit(self, fit: "Fit") -> None:
        from app.paper.one_page import USUAL  # noqa: PLC0415 - printing loads on use

        if fit.size >= USUAL:
            told = N_("It fits on one page.")
        elif fit.size:
            told = N_("It fits on one page, with smaller letters.")
        else:
            told = N_(
                "It does not fit on one page. You choose what to take off. "
                "The letters do not get any smaller."
            )
        self._fit.say(self.ctx.t(told))

    # What happens

    def _toggle(self, statement: RecordId) -> None:
        ctx, session, step, at = self.ctx, self.session, self.step.key, self.now()
        self.do(
            lambda: profiles.pick(
                self.notebook,
                session=session,
                step=step,
                document=self._document,
                statement=statement,
                by=ctx.writer,
                at=at,
            ),
            focus=f"pick-{statement}",
        )

    def _move(self, statement: RecordId, places: int) -> None:
        ctx, session, step, at = self.ctx, self.session, self.step.key, self.now()
        self.do(
            lambda: profiles.move(
                self.notebook,
                session=session,
                step=step,
                document=self._document,
                statement=statement,
                places=places,
                by=ctx.writer,
                at=at,
            ),
            focus=f"{'up' if places < 0 else 'down'}-{statement}",
        )

    def _use_photo(self, photo: PictureRef | None, focus: str) -> None:
        ctx, session, step, at = self.ctx, self.session, self.step.key, self.now()
        self.do(
            lambda: profiles.choose_photo(
                self.notebook,
                session=session,
                step=step,
                document=self._document,
                photo=photo,
                by=ctx.writer,
                at=at,
            ),
            focus=focus,
        )
