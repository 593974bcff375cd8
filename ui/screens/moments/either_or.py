"""This or that: two large pictured cards, as the last way to ask what is hard to say."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from ui.parts.column import Column
from ui.screens.moments.choose import ChooseView

_LARGE = 2


class EitherOrView(ChooseView):
    """Two cards of one size beside each other; what else may be answered stands below them."""

    def _lay_out(self, column: Column) -> None:
        row = (QVBoxLayout if self.ctx.look.stacked else QHBoxLayout)()
        row.setSpacing(self.ctx.look.shape.gap)
        stacked = self.ctx.look.stacked
        for option in self.moment.options[:_LARGE]:
            card = self._card(option, picture_px=64 if stacked else 132, widest=620, beside=stacked)
            row.addWidget(card, 1)
        column.add_row(row)
        for option in self.moment.options[_LARGE:]:
            self._cards.addWidget(self._card(option, picture_px=44, widest=360, beside=True))
