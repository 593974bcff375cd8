"""In which language a document is printed, and in which other one its sentences stand too."""

import dataclasses
import functools

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.model.person import Person
from app.model.translation import same_language
from app.model.wording import N_, Wording
from ui.context import Context
from ui.parts.flow import Flow
from ui.parts.pressable import Pressable
from ui.parts.refs import LANGUAGES


@dataclasses.dataclass(frozen=True, slots=True)
class _Row:
    """What says which language it is, and the languages that pressing it brings up."""

    door: Pressable
    place: QWidget
    cards: dict[str, Pressable]


class PrintLanguages(QWidget):
    """Which languages they are; what else they can be is there once it is asked for.

    So they stand over a document and leave it its room. The second one is asked for where the plan
    is kept in more than one.

    Args:
        ctx: what every part is handed.
        person: whose plan it is.

    Attributes:
        second: the tag of the other language; empty for none.

    Signals:
        chosen: another language was chosen.

    """

    chosen = Signal()

    def __init__(self, ctx: Context, person: Person) -> None:
        super().__init__()
        self._ctx = ctx
        self._lang, self.second = ctx.words.lang, ""
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._doors = Flow()
        self._column.addLayout(self._doors)
        spoken = (each.code for each in person.languages)
        offered = [each.tag for each in ctx.house.languages_offered(ctx.words.lang, *spoken)]
        self._in = self._row(N_("In which language?"), "print-in", offered)
        self._also: _Row | None = None
        if len(kept := person.plan_languages) > 1:
            self._also = self._row(N_("Also in another language?"), "print-also-in", ["", *kept])
        for lang, card in self._in.cards.items():
            card.clicked.connect(functools.partial(self._choose, lang))
        for lang, card in self._also.cards.items() if self._also is not None else ():
            card.clicked.connect(functools.partial(self._choose_second, lang))
        self._show()

    @property
    def words(self) -> Wording:
        """The language that was chosen; the window's with its letters and digits as they are."""
        ctx = self._ctx
        return ctx.words if self._lang == ctx.words.lang else ctx.house.wording(self._lang)

    @property
    def readables(self) -> tuple[Pressable, ...]:
        """What can be pressed now, in reading order."""
        cards = (card for row in self._rows for card in row.cards.values())
        pressed = (*(row.door for row in self._rows), *cards)
        return tuple(each for each in pressed if each.isVisibleTo(self))

    @property
    def _rows(self) -> tuple[_Row, ...]:
        return (self._in,) if self._also is None else (self._in, self._also)

    def _row(self, asked: str, name: str, langs: list[str]) -> _Row:
        ctx = self._ctx
        door = Pressable(
            ctx, ctx.t(asked), picture=LANGUAGES, picture_px=30, size="note", bold=False
        )
        door.setObjectName(f"choose-{name}")
        self._doors.addWidget(door)
        place = QWidget()
        flow = Flow(place)
        cards = {}
        for lang in langs:
            words = ctx.house.language_name(lang) if lang else ctx.t(N_("No"))
            cards[lang] = Pressable(ctx, words, lang=lang, size="note")
            cards[lang].setObjectName(f"{name}-{lang or 'none'}")
            flow.addWidget(cards[lang])
        place.hide()
        self._column.addWidget(place)
        row = _Row(door, place, cards)
        door.clicked.connect(lambda: self._open(row))
        return row

    def _open(self, wanted: _Row) -> None:
        """Bring up what can be chosen, or put it away again; never both at once."""
        for row in self._rows:
            row.place.setVisible(row is wanted and row.place.isHidden())
        if not wanted.place.isHidden():
            there = (each for each in wanted.cards.values() if not each.isHidden())
            next(there).setFocus(Qt.FocusReason.OtherFocusReason)

    def _choose(self, lang: str) -> None:
        self._lang = lang
        if self.second and same_language(self.second, lang):
            self.second = ""
        self._chose(self._in)

    def _choose_second(self, lang: str) -> None:
        self.second = lang
        assert self._also is not None
        self._chose(self._also)

    def _chose(self, row: _Row) -> None:
        row.door.setFocus(Qt.FocusReason.OtherFocusReason)
        row.place.hide()
        self._show()
        self.chosen.emit()

    def _show(self) -> None:
        """Show what is chosen; the language that it is in already is not offered beside it."""
        ctx = self._ctx
        self._in.door.add_note(ctx.language(self._lang))
        for lang, card in self._in.cards.items():
            card.choose(lang == self._lang)
        if self._also is None:
            return
        self._also.door.add_note(ctx.language(self.second) if self.second else ctx.t(N_("No")))
        for lang, card in self._also.cards.items():
            card.choose(lang == self.second)
            card.setVisible(not lang or not same_language(lang, self._lang))
