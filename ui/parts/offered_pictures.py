"""The pictures that are offered for the words being written."""

import dataclasses

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.model.change import Change
from app.model.ids import PictureRef, RecordId
from app.model.pictures import has_not, with_not, without_not
from app.model.showing import KeyPicture, caption, is_photo
from app.model.wording import N_
from app.usecases import offering
from app.usecases.offering import Offering
from ui.context import Context
from ui.parts.column import clear
from ui.parts.flow import Flow
from ui.parts.pressable import Pressable
from ui.parts.refs import LOOK, NO_PICTURE
from ui.parts.taborder import follow_layout

_MOST = 3
_WIDEST_CHIP = 130
_TOLD_IN = frozenset({"person", "photo_facts", "picture_said", "supporter"})
"""Records that say which pictures are offered, and that may change while somebody writes."""


class OfferedPictures(QWidget):
    """A few pictures to press, "no picture", and the way to all of them.

    Signals:
        chosen: one was pressed; carries it with its word, None for "no picture".
        more: all pictures are wanted.
        learnt: it is known now which pictures this person has chosen before.
        refused: somebody said no meanwhile to a photo in use; carries the pictures that are left.

    """

    chosen = Signal(object)
    more = Signal()
    learnt = Signal()
    refused = Signal(object)

    def __init__(self, ctx: Context, person: RecordId) -> None:
        super().__init__()
        self.ctx = ctx
        self._person = person
        self._known = Offering()
        self._asked = self._knows = False
        self._now: tuple[KeyPicture, ...] = ()
        self._row = Flow(self, gap=0)
        ctx.desk.changed.connect(self._changed)

    def begin(self, lang: str) -> None:
        """Read the words of a language before any is typed: 0.1 s for the first time."""
        house = self.ctx.house
        self.ctx.desk.do(lambda: house.ideas.knows(lang), owner=self)

    def _learn(self) -> None:
        """Read the person's pictures, once somebody types: it looks through the whole plan."""
        self._asked = True
        person, notebook, house = self._person, self.ctx.open_notebook, self.ctx.house
        refused, used = self._known.refused if self._knows else None, self._now

        def known(found: Offering) -> None:
            self._known, self._knows = found, True
            gone = found.refused - refused if refused is not None else frozenset()
            if any(key.picture in gone for key in used if key in self._now):
                self.refused.emit(tuple(key for key in self._now if key.picture not in gone))
            else:
                self.learnt.emit()

        self.ctx.desk.do(
            lambda: offering.offering(notebook, person=person, ideas=house.ideas),
            owner=self,
            then=known,
        )

    def _changed(self, change: Change) -> None:
        if self._asked and change.kinds & _TOLD_IN:
            self._learn()

    def usual(self, text: str, lang: str) -> KeyPicture | None:
        """The picture that goes with a text unless another is chosen.

        None beside a "not", or what somebody hates: the picture alone would say the opposite. It
        is offered all the same.
        """
        found = self._for(text, lang)
        return found[0] if found and not self._denied(text, lang, found[0]) else None

    def word_of(self, ref: PictureRef, text: str, lang: str) -> str:
        """The words of a text that a picture stands for, where that is known."""
        ideas = self.ctx.house.ideas
        return offering.word_of(ref, self._known, ideas=ideas, text=text, lang=lang)

    def show_for(self, text: str, lang: str, now: tuple[KeyPicture, ...]) -> None:
        """Offer what goes with a text, beside the pictures it has now."""
        self._now = now
        if (text.strip() or now) and not self._asked:
            self._learn()
        clear(self._row)
        keys = list(self._for(text, lang))
        offered = {key.picture for key in keys}
        bare = [KeyPicture(without_not(key.picture), key.word) for key in now]
        keys[:0] = [key for key in bare if key.picture not in offered]
        t, used = self.ctx.t, {key.picture for key in now}
        marked = self._with_mark(keys, text, lang, now)
        if marked is not None:
            told = t(N_("Use this picture with the mark for “not”"))
            self._chip("use-with-not", told, marked, marked.picture in used)
        for key in keys:
            said = t(N_("Use this picture"))
            if key.word:
                said = t(N_("Use this picture for: {word}"), word=key.word)
            self._chip(f"use-{key.picture}", said, key, key.picture in used)
        if keys:
            self._chip("use-none", t(N_("No picture")), None, not now)
        look = Pressable(
            self.ctx, t(N_("More pictures")), picture=LOOK, picture_px=24, role="quiet",
            size="helper",
        )  # fmt: skip
        look.setObjectName("look-for-picture")
        look.clicked.connect(self.more.emit)
        self._row.addWidget(look)
        follow_layout(self)

    def _with_mark(
        self, keys: list[KeyPicture], text: str, lang: str, now: tuple[KeyPicture, ...]
    ) -> KeyPicture | None:
        """The chosen picture, else the first drawing, with the mark for "not"; None without one."""
        marked = next((key for key in now if has_not(key.picture)), None)
        ideas = self.ctx.house.ideas  # "no sugar" has a picture of its own, which says it already
        plain = (key for key in (*now, *keys) if not ideas.negated(key.word, lang=lang))
        drawn = next((key for key in plain if not is_photo(key.picture)), None)
        if marked is not None or drawn is None or not self._denied(text, lang, drawn):
            return marked
        return dataclasses.replace(drawn, picture=with_not(drawn.picture))

    def _denied(self, text: str, lang: str, key: KeyPicture) -> bool:
        return self.ctx.house.ideas.denies(text, lang=lang, beside=key.word)

    @property
    def _with_words(self) -> bool:
        return self.ctx.settings.pictures == "key_words"

    def _for(self, text: str, lang: str) -> tuple[KeyPicture, ...]:
        ideas = self.ctx.house.ideas
        most = _MOST + 1 if self._with_words else _MOST
        known = dataclasses.replace(self._known, mode=self.ctx.settings.pictures)
        return offering.offered(known, ideas=ideas, text=text, lang=lang, most=most)

    def _chip(self, name: str, said: str, key: KeyPicture | None, chosen: bool) -> None:
        chip = Pressable(
            self.ctx,
            caption(key, self.ctx.words) if key is not None else said,
            picture=key.picture if key is not None else NO_PICTURE,
            picture_px=40,
            role="quiet",
            arrange="above",
            size="helper",
            widest=_WIDEST_CHIP,
        )
        chip.setObjectName(name)
        chip.setAccessibleName(said)
        chip.choose(chosen)
        chip.clicked.connect(lambda: self.chosen.emit(key))
        self._row.addWidget(chip)
