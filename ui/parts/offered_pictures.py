"""The pictures that are offered for the words being written."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.model.ids import PictureRef, RecordId
from app.model.pictures import PHOTO, has_not, with_not, without_not
from app.model.wording import N_
from app.usecases import offering
from app.usecases.offering import Offering
from ui.context import Context
from ui.parts.column import clear
from ui.parts.flow import Flow
from ui.parts.pressable import Pressable
from ui.parts.refs import LOOK, NONE
from ui.parts.taborder import follow_layout

_MOST = 3


class OfferedPictures(QWidget):
    """A few pictures to press, "no picture", and the way to all of them.

    Signals:
        chosen: one was pressed; carries its reference, None for "no picture".
        more: all pictures are wanted.
        learnt: it is known now which pictures this person has chosen before.

    """

    chosen = Signal(object)
    more = Signal()
    learnt = Signal()

    def __init__(self, ctx: Context, person: RecordId) -> None:
        super().__init__()
        self.ctx = ctx
        self._person = person
        self._known = Offering()
        self._asked = False
        self._row = Flow(self, gap=0)

    def begin(self, lang: str) -> None:
        """Read the words of a language before any is typed: 0.1 s for the first time."""
        house = self.ctx.house
        self.ctx.desk.do(lambda: house.ideas.knows(lang), owner=self)

    def _learn(self) -> None:
        """Read the person's pictures, once somebody types: it looks through the whole plan."""
        self._asked = True
        person, notebook, house = self._person, self.ctx.open_notebook, self.ctx.house

        def known(found: Offering) -> None:
            self._known = found
            self.learnt.emit()

        self.ctx.desk.do(
            lambda: offering.offering(notebook, person=person, ideas=house.ideas),
            owner=self,
            then=known,
        )

    def usual(self, text: str, lang: str) -> PictureRef | None:
        """The picture that goes with a text unless another is chosen.

        None beside a "not": the picture alone would say the opposite. It is offered all the same.
        """
        found = self._for(text, lang)
        return found[0] if found and not self.ctx.house.ideas.negated(text, lang=lang) else None

    def show_for(self, text: str, lang: str, now: PictureRef | None) -> None:
        """Offer what goes with a text, beside the picture it has now."""
        if text.strip() and not self._asked:
            self._learn()
        clear(self._row)
        refs = list(self._for(text, lang))
        if now is not None and without_not(now) not in refs:
            refs.insert(0, without_not(now))
        t = self.ctx.t
        marked = self._with_mark(refs, text, lang, now)
        if marked is not None:
            told = t(N_("Use this picture with the mark for “not”"))
            self._chip("use-with-not", told, marked, marked, marked == now)
        for ref in refs:
            self._chip(f"use-{ref}", t(N_("Use this picture")), ref, ref, ref == now)
        if refs:
            self._chip("use-none", t(N_("No picture")), NONE, None, now is None)
        look = Pressable(
            self.ctx, t(N_("More pictures")), picture=LOOK, picture_px=24, role="quiet",
            size="helper",
        )  # fmt: skip
        look.setObjectName("look-for-picture")
        look.clicked.connect(self.more.emit)
        self._row.addWidget(look)
        follow_layout(self)

    def _with_mark(
        self, refs: list[PictureRef], text: str, lang: str, now: PictureRef | None
    ) -> PictureRef | None:
        """The chosen picture, else the first drawing, with the mark for "not"; None without one."""
        if now is not None and has_not(now):
            return now
        drawn = [each for each in (now, *refs) if each is not None and not each.startswith(PHOTO)]
        if not drawn or not self.ctx.house.ideas.negated(text, lang=lang):
            return None
        return with_not(drawn[0])

    def _for(self, text: str, lang: str) -> tuple[PictureRef, ...]:
        ideas = self.ctx.house.ideas
        return offering.pictures(self._known, ideas=ideas, text=text, lang=lang, most=_MOST)

    def _chip(
        self, name: str, said: str, shown: PictureRef, ref: PictureRef | None, chosen: bool
    ) -> None:
        chip = Pressable(self.ctx, "", picture=shown, picture_px=40, role="quiet", arrange="above")
        chip.setObjectName(name)
        chip.setAccessibleName(said)
        chip.choose(chosen)
        chip.clicked.connect(lambda: self.chosen.emit(ref))
        self._row.addWidget(chip)
