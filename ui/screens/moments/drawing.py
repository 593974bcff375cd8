"""Drawing: a sheet, five colours, a rubber, and the last line can always be taken back."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.model import drawing as drawing_
from app.model.drawing import INK_WORDS, Pen
from app.model.halfsaid import HalfSaid
from app.model.ids import PictureRef
from app.model.wording import N_
from ui.parts.canvas import Canvas
from ui.parts.column import Column
from ui.parts.deeds import main_deed
from ui.parts.flow import Flow
from ui.parts.pressable import Pressable
from ui.parts.refs import CLEAR, RUBBER, TAKE_BACK, TICK
from ui.screens.moments.made import MadeView
from ui.screens.moments.view import View

_TALLEST = 312


class DrawingView(MadeView):
    """What is drawn is kept as it is drawn, and comes back as it was left."""

    unnamed = N_("A drawing that I made")

    def first_focus(self) -> QWidget | None:
        """The first colour."""
        return self.findChild(Pressable, "pen-black")

    def lay_out(self, column: Column) -> None:
        """The sheet, and what to draw with beside it."""
        ctx = self.ctx
        self.canvas = Canvas(ctx, self.talk.typing.drawing, tallest=_TALLEST)
        self._tools = Flow(gap=0)
        for pen, words in INK_WORDS.items():
            dot = PictureRef(f"ink:{drawing_.INKS[pen]}")
            self._tools.addWidget(self._tool(f"pen-{pen}", words, dot, self._taker(pen)))
        self._tools.addWidget(self._tool("pen-rubber", N_("Rubber"), RUBBER, self._taker("rubber")))
        self._tools.addWidget(
            self._tool("take-back", N_("Take the last line back"), TAKE_BACK, self._take_back)
        )
        self._tools.addWidget(self._tool("clear", N_("Start again"), CLEAR, self._clear))
        beside: QBoxLayout = QVBoxLayout() if ctx.look.stacked else QHBoxLayout()
        beside.setSpacing(12)
        beside.addWidget(self.canvas, 0, Qt.AlignmentFlag.AlignTop)
        side = QVBoxLayout()
        beside.addLayout(side, 1)
        side.addLayout(self._tools)
        side.addWidget(self.caption)
        column.add_row(beside)
        keep = main_deed(ctx, "keep-drawing", ctx.t(N_("Keep my drawing")), TICK, self._keep)
        self._read.append(keep)
        side.addLayout(self.row(keep, self.answer_with_picture()))
        side.addStretch(1)
        self._take("black")
        self.canvas.drawn.connect(self.changed)

    def standing(self) -> HalfSaid:
        """The drawing as it is; what is drawn has a name, so that it is read back like words."""
        drawing = self.canvas.standing
        words = self.own_name
        if not drawing and not words:
            return HalfSaid()
        if not words and not drawing_.is_blank(drawing):
            words = self.default_name
        lang = self.ctx.words.lang
        return HalfSaid(words=words, how="own_made", lang=lang, drawing=drawing)

    def carry_over(self, old: View) -> None:
        """What was drawn while the notebook was busy stays."""
        super().carry_over(old)
        if isinstance(old, DrawingView) and not old.finished:
            self.canvas.use(old.canvas.standing)

    def _tool(
        self, name: str, words: str, picture: PictureRef, press: Callable[[], None]
    ) -> Pressable:
        tool = Pressable(self.ctx, self.ctx.t(words), picture=picture, picture_px=30, size="note")
        tool.setObjectName(name)
        tool.clicked.connect(press)
        self._read.append(tool)
        return tool

    def _taker(self, pen: Pen) -> Callable[[], None]:
        return lambda: self._take(pen)

    def _take(self, pen: Pen) -> None:
        self.canvas.pen = pen
        for index in range(self._tools.count()):
            item = self._tools.itemAt(index)
            tool = item.widget() if item is not None else None
            if isinstance(tool, Pressable) and tool.objectName().startswith("pen-"):
                tool.choose(tool.objectName() == f"pen-{pen}")

    def _take_back(self) -> None:
        self.canvas.use(drawing_.taken_back(self.canvas.standing))

    def _clear(self) -> None:
        self.canvas.use(drawing_.cleared(self.canvas.standing))

    def _keep(self) -> None:
        if drawing_.is_blank(self.canvas.standing):
            self.told.emit(self.ctx.t(N_("There is nothing on the sheet yet.")))
            return
        self.finish(self.standing())
