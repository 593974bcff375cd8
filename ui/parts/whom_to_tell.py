"""Who can be told: a card for each, with a face or a picture, the name, and where to telephone.

Nothing on it is pressed: the program telephones nobody, and a person writes down for themselves
whom they tell.
"""

from collections.abc import Iterable

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.model.contacts import Contact, Number
from app.model.ids import PictureRef
from app.model.person import Supporter, SupporterRole
from app.model.record import Record
from app.model.wording import N_
from ui.context import Context
from ui.parts.picture import PictureOnly
from ui.parts.pressable import Pressable
from ui.parts.words import Words
from ui.pixmaps import face_picture

KNOWN: dict[SupporterRole, str] = {
    "advocate": N_("My advocate"),
    "imca": N_("My advocate"),
    "manager": N_("A manager"),
}
"""Who of the people around a person is told when they are not safe, and what each is to them."""

_IN_A_ROW = 3
_SHORT = 4
"""Digits of a number that is known by heart; a longer one is smaller, or it would need a line."""
_PICTURE, _LOW_PICTURE = 76, 48
_ALL_ONE_WAY = "\N{LEFT-TO-RIGHT MARK}"
"""Before digits: their groups stand in their order on a page that is read from the right, too."""


class WhomToTell(QWidget):
    """Cards side by side, as many as leave each telephone number on one line.

    Whoever can be named of the people around the person comes first. Where the text is very large,
    the numbers do: on a line of their own, so that they are seen without scrolling.

    Args:
        contacts: whom there is to tell in this nation.
        supporters: the people around the person, of whom some are told.

    Attributes:
        read: what can be heard of them, in reading order.

    """

    def __init__(
        self,
        ctx: Context,
        contacts: Iterable[Contact],
        supporters: Iterable[Record[Supporter]] = (),
    ) -> None:
        super().__init__()
        cards = [_known(ctx, each.body) for each in supporters if _is_told(each.body)]
        alone = not cards
        cards += [_office(ctx, each) for each in contacts if alone or not each.unless_known]
        self._wide = [card for card in cards if card.explains_numbers and ctx.look.stacked]
        self._cards = [card for card in cards if card not in self._wide]
        self._columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(ctx.look.shape.gap_small)
        self._place(1)
        self.read: list[Words | Pressable] = [
            words for card in (*self._wide, *self._cards) for words in card.read
        ]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put as many side by side as there is room for."""
        super().resizeEvent(event)
        needed = max((card.minimumSizeHint().width() for card in self._cards), default=1)
        gap = self._grid.horizontalSpacing()
        self._place(min(_IN_A_ROW, max(1, (self.width() + gap) // (needed + gap))))

    def _place(self, columns: int) -> None:
        if columns == self._columns:
            return
        grid, self._columns = self._grid, columns
        for card in (*self._wide, *self._cards):
            grid.removeWidget(card)
        for column in range(_IN_A_ROW):
            grid.setColumnStretch(column, 1 if column < columns else 0)
        for row, card in enumerate(self._wide):
            grid.addWidget(card, row, 0, 1, columns)
        for place, card in enumerate(self._cards):
            grid.addWidget(card, len(self._wide) + place // columns, place % columns)


class _Card(QWidget):
    """One who can be told."""

    def __init__(
        self,
        ctx: Context,
        name: str,
        *,
        picture: PictureRef | None,
        explain: str = "",
        numbers: tuple[Number, ...] = (),
    ) -> None:
        super().__init__()
        self.ctx = ctx
        self.read: list[Words] = []
        self.explains_numbers = any(number.words for number in numbers)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 16, 8)
        row.setSpacing(18)
        if picture is not None:
            px = _LOW_PICTURE if ctx.look.stacked else _PICTURE
            row.addWidget(PictureOnly(ctx, picture, px), 0, Qt.AlignmentFlag.AlignVCenter)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addStretch(1)
        column.addWidget(self._heard(Words(ctx, name, size="title")))
        if explain:
            column.addWidget(self._heard(Words(ctx, explain, size="label", bold=False)))
        for number in numbers:
            column.addLayout(self._number(number))
        column.addStretch(1)
        row.addLayout(column, 1)

    def _number(self, number: Number) -> QHBoxLayout:
        ctx = self.ctx
        row = QHBoxLayout()
        row.setSpacing(18)
        if number.words:
            row.addWidget(self._heard(Words(ctx, ctx.t(number.words), size="label", bold=False)), 1)
        row.addWidget(self._heard(_Digits(ctx, number)), 0 if number.words else 1)
        return row

    def _heard(self, words: Words) -> Words:
        self.read.append(words)
        return words

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the card."""
        look = self.ctx.look
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(look.colour("quiet_ink"), look.shape.card_edge))
        painter.setBrush(look.colour("card"))
        area = QRectF(self.rect()).adjusted(2, 2, -2, -2)
        painter.drawRoundedRect(area, look.shape.card_radius, look.shape.card_radius)
        painter.end()


class _Digits(Words):
    """A telephone number: seen as people write it, heard digit by digit and lit as a whole.

    It stands on one line: broken, it would be two numbers.
    """

    def __init__(self, ctx: Context, number: Number) -> None:
        shown = number.number.replace(" ", "\N{NO-BREAK SPACE}")
        large = len(number.number) <= _SHORT and not ctx.look.stacked
        size = "question" if large else "title"
        super().__init__(ctx, _ALL_ONE_WAY + shown, size=size)
        self._number = number
        self.setAccessibleName(number.heard)

    @property
    def words(self) -> str:
        """What is heard."""
        return self._number.heard

    def minimumSizeHint(self) -> QSize:
        """As wide as all of it."""
        return self.sizeHint()

    def light(self, _start: int, length: int) -> None:
        """Light all of it while any of it is said."""
        super().light(0, len(self._block.text) if length else 0)

    def light_word(self, _start: int, _length: int) -> None:
        """What is said is not what is written, digit by digit."""


def _is_told(who: Supporter) -> bool:
    return who.role in KNOWN and who.left_on is None


def _known(ctx: Context, who: Supporter) -> _Card:
    """Somebody of the person's own circle: a face is shown whatever pictures the person likes."""
    face = face_picture(who.photo, who.name)
    return _Card(ctx, who.name, picture=face, explain=ctx.t(KNOWN[who.role]))


def _office(ctx: Context, contact: Contact) -> _Card:
    explain = ctx.t(contact.explain) if contact.explain else ""
    return _Card(
        ctx,
        ctx.t(contact.words),
        picture=ctx.shows(contact.picture),
        explain=explain,
        numbers=contact.numbers,
    )
