"""Who can be told: a card for each, with a face or a picture, the name, and where to telephone.

Nothing on it is pressed: the program telephones nobody, and a person writes down for themselves
whom they tell.
"""

from collections.abc import Iterable

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.model.contacts import Contact, Number
from app.model.ids import PictureRef
from app.model.person import Supporter, SupporterRole
from app.model.wording import N_
from ui.context import Context
from ui.parts.picture import PictureOnly
from ui.parts.pressable import Pressable
from ui.parts.words import Words
from ui.pixmaps import initial

KNOWN: dict[SupporterRole, str] = {
    "advocate": N_("My advocate"),
    "imca": N_("My advocate"),
    "manager": N_("A manager"),
}
"""Who of the people around a person is told when they are not safe, and what each is to them."""

_IN_A_ROW, _USUAL = 3, 110
_ALL_ONE_WAY = "\N{LEFT-TO-RIGHT MARK}"
"""Before digits: their groups stand in their order on a page that is read from the right, too."""


class WhomToTell(QWidget):
    """Cards side by side; one below the other where the text is very large.

    Attributes:
        read: what can be heard of them, in reading order.

    """

    def __init__(
        self, ctx: Context, contacts: Iterable[Contact], known: Iterable[Supporter] = ()
    ) -> None:
        super().__init__()
        cards = [_known(ctx, each) for each in known]
        alone = not cards
        cards += [_office(ctx, each) for each in contacts if alone or not each.unless_known]
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(ctx.look.shape.gap_small)
        columns = _columns(ctx)
        for column in range(columns):
            grid.setColumnStretch(column, 1)
        for place, card in enumerate(cards):
            grid.addWidget(card, place // columns, place % columns)
        self.read: list[Words | Pressable] = [words for card in cards for words in card.read]


def _columns(ctx: Context) -> int:
    """As many as leave each telephone number on one line."""
    if ctx.look.stacked:
        return 1
    return _IN_A_ROW if ctx.look.percent <= _USUAL else _IN_A_ROW - 1


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
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 16, 8)
        row.setSpacing(18)
        if picture is not None:
            row.addWidget(PictureOnly(ctx, picture, 76), 0, Qt.AlignmentFlag.AlignVCenter)
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

    def _number(self, number: Number) -> QHBoxLayout | QVBoxLayout:
        ctx = self.ctx
        row = QVBoxLayout() if ctx.look.stacked else QHBoxLayout()
        row.setSpacing(0 if ctx.look.stacked else 18)
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
    """A telephone number: seen as people write it, heard digit by digit and lit as a whole."""

    def __init__(self, ctx: Context, number: Number) -> None:
        shown = number.number.replace(" ", "\N{NO-BREAK SPACE}")
        super().__init__(ctx, _ALL_ONE_WAY + shown, size="question")
        self._number = number
        self.setAccessibleName(number.heard)

    @property
    def words(self) -> str:
        """What is heard."""
        return self._number.heard

    def light(self, _start: int, length: int) -> None:
        """Light all of it while any of it is said."""
        super().light(0, len(self._block.text) if length else 0)


def _known(ctx: Context, who: Supporter) -> _Card:
    """Somebody of the person's own circle: a face is shown whatever pictures the person likes."""
    face = who.photo or initial(who.name)
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
