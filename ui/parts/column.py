"""A column of things that scrolls when it is longer than the screen."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLayout, QScrollArea, QVBoxLayout, QWidget

from ui.context import Context


class Column(QScrollArea):
    """A scrolling column.

    Attributes:
        inside: the widget that holds the column; ``column`` is its layout.

    """

    def __init__(
        self, ctx: Context, *, margins: tuple[int, int, int, int] = (26, 20, 26, 20), gap: int = 0
    ) -> None:
        super().__init__()
        self.inside = QWidget()
        self.column = QVBoxLayout(self.inside)
        self.column.setContentsMargins(*margins)
        self.column.setSpacing(gap or ctx.look.shape.gap_small)
        self.setWidget(self.inside)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def add(self, widget: QWidget) -> QWidget:
        """Add a widget below the others."""
        self.column.addWidget(widget)
        return widget

    def add_row(self, row: QLayout) -> QLayout:
        """Add a row below the others."""
        self.column.addLayout(row)
        return row

    def take_keys(self, name: str) -> None:
        """Let the arrow keys move it, where there is too little in it that takes the keyboard.

        Args:
            name: what a screen reader calls it.

        """
        self.setObjectName("moved-by-keys")
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def bring_into_sight(self, widget: QWidget) -> None:
        """Scroll to a widget that was just put in, once there is room for it."""
        # Its place is known when the column has grown, and the column then says how far it goes.
        self.verticalScrollBar().rangeChanged.connect(
            lambda: self.ensureWidgetVisible(widget), Qt.ConnectionType.SingleShotConnection
        )

    def fill(self) -> None:
        """Leave the rest of the height empty."""
        self.column.addStretch(1)


def clear(layout: QLayout) -> None:
    """Take everything out of a layout and delete it; nothing of it is found by name any more."""
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            _take_name(widget)
            widget.deleteLater()
        elif (inner := item.layout()) is not None:
            clear(inner)
            inner.deleteLater()


def _take_name(widget: QWidget) -> None:
    for each in (widget, *widget.findChildren(QWidget)):
        each.setObjectName("")
