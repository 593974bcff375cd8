"""Sentences that begin like the one being written, each with its picture, to be put there whole."""

import dataclasses
import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from app.model.halfsaid import OTHERS, HalfSaid
from app.model.ids import PictureRef
from app.model.statement import voice_group
from app.model.text import is_blank
from app.model.wording import N_
from app.usecases.talks import Talk
from app.words.phrasebook import BLANK
from ui.context import Context
from ui.parts.column import clear
from ui.parts.flow import Flow
from ui.parts.pressable import Pressable
from ui.parts.taborder import follow_layout

if TYPE_CHECKING:
    from app.words.lexicon import Ideas

PAUSE_MS = 300
"""Nothing comes while somebody types; this long after the last letter it does."""
_MOST = 3
_IN_PICTURES = frozenset({"own_choice_symbol", "own_made"})
"""Ways of telling that were a picture: words of a list would say more than the person did."""

_WITHOUT_DRAWINGS = frozenset({"none", "photo"})
_PLACE = re.compile(r"\{\w+\}")


class PhraseOffers(QWidget):
    """A few sentences to press, while the person's own words are written in their own language.

    Going on typing or Esc makes them go. They are offered for nobody else's words, and not where
    what is said is private.

    Args:
        ctx: what every part is handed.
        field: where the words are written.
        talk: the talk they are written in.

    """

    def __init__(self, ctx: Context, field: QPlainTextEdit, talk: Talk) -> None:
        super().__init__()
        self.ctx, self._field = ctx, field
        moment = talk.conversation.step.moment
        sections = ctx.house.sections
        private = moment.section in sections and sections[moment.section].private
        self._section = moment.section
        self._allowed = not private and moment.whose != "others"
        self._now = HalfSaid()
        self._shown: tuple[_Offer, ...] = ()
        self._put_away = ""
        self._row = Flow(self, gap=0)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self.look)
        field.textChanged.connect(self._typed)
        field.installEventFilter(self)
        self.hide()

    def look_at(self, now: HalfSaid) -> None:
        """Offer for words that are told like this, and in this language."""
        if (now.how, now.lang) != (self._now.how, self._now.lang):
            self._show(())
        self._now = now

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Esc makes them go; writing goes on."""
        if (
            self._shown
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() == Qt.Key.Key_Escape
        ):
            self.put_away()
            self._field.setFocus()
            return True
        return super().eventFilter(watched, event)

    def put_away(self) -> None:
        """Offer none for these words."""
        self._put_away = self._field.toPlainText()
        self._show(())

    def _typed(self) -> None:
        self._show(())
        self._pause.start()

    @property
    def _fits(self) -> bool:
        how = self._now.how
        if not self._allowed or how == OTHERS or how in _IN_PICTURES:
            return False
        return not how or voice_group(how) == "own"

    def look(self) -> None:
        """Offer what begins like the words that stand there now, without waiting."""
        text, lang, house = self._field.toPlainText(), self._now.lang, self.ctx.house
        if not self._fits or is_blank(text) or text == self._put_away:
            return

        plain = self.ctx.settings.pictures in _WITHOUT_DRAWINGS

        def find() -> tuple[_Offer, ...]:
            found = house.phrasebook.offers(text, lang=lang, most=len(house.phrasebook.phrases))
            longer = [each for each in found if not each.exact]
            longer.sort(key=lambda each: each.phrase.section != self._section)
            return tuple(
                _Offer(each.words, None if plain else _picture(house.ideas, each.phrase.words))
                for each in longer[:_MOST]
            )

        def found(offers: tuple[_Offer, ...]) -> None:
            if self._field.toPlainText() == text and self._fits and text != self._put_away:
                self._show(offers)

        self.ctx.desk.do(find, owner=self, then=found)

    def _show(self, offers: "tuple[_Offer, ...]") -> None:
        if offers == self._shown:
            return
        self._shown = offers
        clear(self._row)
        for nth, each in enumerate(offers):
            self._row.addWidget(self._chip(nth, each))
        self.setVisible(bool(offers))
        follow_layout(self)

    def _chip(self, nth: int, each: "_Offer") -> Pressable:
        chip = Pressable(
            self.ctx, each.words, picture=each.picture, picture_px=28, role="quiet",
            size="helper", lang=self._now.lang, helpers=True,
        )  # fmt: skip
        chip.setObjectName(f"phrase-{nth}")
        said = self.ctx.t(N_("Write this sentence: {words}"), words=each.words)
        chip.setAccessibleName(said)
        chip.installEventFilter(self)
        chip.clicked.connect(lambda: self._put_in(each.words))
        return chip

    def _put_in(self, words: str) -> None:
        """Write its words over those it begins with; its blank waits to be filled."""
        field = self._field
        cursor = field.textCursor()
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(words)
        if (blank := words.find(BLANK)) >= 0:
            cursor.setPosition(blank)
            cursor.setPosition(blank + len(BLANK), QTextCursor.MoveMode.KeepAnchor)
        field.setTextCursor(cursor)
        self.put_away()
        field.setFocus()


@dataclasses.dataclass(frozen=True, slots=True)
class _Offer:
    words: str
    picture: PictureRef | None


def _picture(ideas: "Ideas", english: str) -> PictureRef | None:
    """The picture that goes with a sentence; none beside a "not", as where it is written."""
    words = _PLACE.sub(BLANK, english)
    found = next(iter(ideas.suggest(words, lang="en", most=1)), None)
    if found is None or ideas.denies(words, lang="en", beside=found.words):
        return None
    return found.picture
