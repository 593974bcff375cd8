"""A document before it leaves, page by page: what is seen is the file that is saved and printed."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from app.model.ids import PictureRef
from app.model.wording import N_
from ui.context import Context
from ui.parts.column import Column
from ui.parts.flow import Flow
from ui.parts.paper_page import PageWords, PaperPage
from ui.parts.pressable import Pressable
from ui.parts.refs import FEWER, PLUS
from ui.parts.strokes import BACKWARD, ONWARD
from ui.parts.text_page import TextPage
from ui.parts.words import Words

if TYPE_CHECKING:
    from app.paper.sheet import Said

_KEPT = 4
"""Pages of which the picture is kept: the one that is seen, and those around it."""
_LEAST = 280
"""Px; a page is never narrower, for it would not be recognised."""
_MARGIN = 8
_WIDEST = 190
"""Px of a button beside the page, so that most of the room is the page's."""
_SIZES = (0.0, 0.5, 1.0)
"""How far from being seen whole to being as wide as there is room."""


class PaperPreview(QWidget):
    """Shows the pages of a document one at a time.

    A page is seen whole, or larger, up to the width of the screen: never wider, so that nobody has
    to move it sideways.

    Args:
        ctx: what every part is handed.
        inside: what it stands in and scrolls with; on its own it scrolls by itself.

    Signals:
        turned: another page is shown; carries which.
        spread: whether it wants all of the screen.
        hear_these: words on the page were pressed.

    """

    turned = Signal(str)
    spread = Signal(bool)
    hear_these = Signal(object)

    def __init__(self, ctx: Context, *, inside: Column | None = None) -> None:
        super().__init__()
        self.ctx = ctx
        self._pdf = b""
        self._sizes: tuple[tuple[float, float], ...] = ()
        self._said: tuple[tuple[Said, ...], ...] = ()
        self._page = 0
        self._size = 0
        self._inside = inside is not None
        self._images: dict[tuple[int, int], QImage] = {}
        self._asked: set[tuple[int, int]] = set()
        self.sheet = PaperPage(ctx)
        self.sheet.turning.connect(self.turn)
        self.sheet.sizing.connect(self.resize_page)
        self.sheet.pressed.connect(self.hear_these)
        self.text = TextPage(ctx)
        self._told_instead = Words(ctx, "", size="label", ink="quiet_ink", bold=False)
        self._which = Words(ctx, "", size="label", bold=False)
        self._fitting = QTimer(self, singleShot=True, interval=0)
        self._fitting.timeout.connect(self._fit)
        self._build(inside)
        self.wait()

    # What it is made of

    def _build(self, inside: Column | None) -> None:
        self._buttons = {
            name: self._button(name, words, picture, press)
            for name, words, picture, press in (
                ("next-page", N_("Next page"), ONWARD, lambda: self.turn(1)),
                ("page-before", N_("Page before"), BACKWARD, lambda: self.turn(-1)),
                ("larger", N_("Larger"), PLUS, lambda: self.resize_page(1)),
                ("smaller", N_("Smaller"), FEWER, lambda: self.resize_page(-1)),
            )
        }
        if inside is None:
            self._build_beside()
        else:
            self._build_below(inside)
        self._port.viewport().installEventFilter(self)

    def _build_beside(self) -> None:
        """The page, and a column of buttons beside it, which stays when the page is moved."""
        row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        row.setContentsMargins(_MARGIN, _MARGIN, 12, _MARGIN)
        row.setSpacing(8)
        self._port = column = Column(self.ctx, margins=(0, 0, 0, 0))
        column.add(self._told_instead)
        column.add(self.text)
        column.add(self.sheet)
        column.column.setAlignment(self.sheet, Qt.AlignmentFlag.AlignHCenter)
        column.fill()
        row.addWidget(column, 1)
        side = Column(self.ctx, margins=(0, 0, 0, 0), gap=4)
        side.add(self._which)
        for each in self._buttons.values():
            side.add(each)
        side.fill()
        side.setFixedWidth(self._side_width() + side.verticalScrollBar().sizeHint().width())
        row.addWidget(side)

    def _side_width(self) -> int:
        """Wide enough for each button, also with its picture beside its words."""
        self._which.say(self.ctx.t(N_("Page {n} of {pages}"), n=888, pages=888))
        widths = [_WIDEST, self._which.sizeHint().width()]
        for each in self._buttons.values():
            each.stand("low")
            widths.append(each.minimumSizeHint().width())
            each.stand("tall")
        return max(widths)

    def _build_below(self, inside: Column) -> None:
        """The buttons, and the page below them: in large words there is no room beside it."""
        self._port = inside
        column = QVBoxLayout(self)
        column.setContentsMargins(0, _MARGIN, 0, _MARGIN)
        row = Flow(gap=4)
        for each in self._buttons.values():
            row.addWidget(each)
        column.addLayout(row)
        column.addWidget(self._which)
        column.addWidget(self._told_instead)
        column.addWidget(self.text)
        column.addWidget(self.sheet, 0, Qt.AlignmentFlag.AlignHCenter)

    def _button(
        self, name: str, words: str, picture: PictureRef, press: Callable[[], None]
    ) -> Pressable:
        button = Pressable(
            self.ctx,
            self.ctx.t(words),
            picture=picture,
            picture_px=30,
            size="note",
            arrange="beside" if self._inside else "above",
            widest=0 if self._inside else _WIDEST,
        )
        button.setObjectName(name)
        kept = button.sizePolicy()
        # Beside the page nothing moves when it comes or goes; above it the room is the page’s.
        kept.setRetainSizeWhenHidden(not self._inside)
        button.setSizePolicy(kept)
        button.clicked.connect(press)
        return button

    # What is shown

    def wait(self) -> None:
        """Show that the document is being made."""
        self._tell(self.ctx.t(N_("This takes a moment.")))

    def cannot(self, why: str) -> None:
        """Say why there is no document, in its place."""
        self._tell(why)
        self.turned.emit(why)

    def _tell(self, words: str) -> None:
        self._pdf, self._images, self._asked = b"", {}, set()
        self._sizes = self._said = ()
        self.text.show_text("", self.ctx.words.lang)
        for each in (self._which, self.sheet, self.text):
            each.hide()
        self._port.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._told_instead.say(words)
        self._told_instead.show()
        self._allow()

    def show_document(
        self,
        pdf: bytes,
        sizes: tuple[tuple[float, float], ...],
        said: "tuple[tuple[Said, ...], ...]",
    ) -> None:
        """Show a document, on the page on which one was.

        Args:
            pdf: the very bytes that will leave.
            sizes: width and height of each page, in points.
            said: the words of each page.

        """
        self._pdf, self._sizes, self._said = pdf, sizes, said
        self._page = min(self._page, len(sizes) - 1)
        self._told_instead.hide()
        self._which.show()
        self.sheet.show()
        self._show_page()

    def show_text(self, text: str, lang: str, *, called: str) -> None:
        """Show a document that has no pages.

        Args:
            text: all of it.
            lang: its language.
            called: what it is, for a screen reader; the keyboard moves it.

        """
        self._told_instead.hide()
        self._port.take_keys(called)
        self.text.show_text(text, lang)
        self.text.show()

    @property
    def readables(self) -> tuple[PageWords | Words, ...]:
        """The words of the page that is seen, or what is told instead of it."""
        if not self._told_instead.isHidden():
            return (self._told_instead,)
        return self.text.lines or self.sheet.lines

    def turn(self, way: int) -> None:
        """Go some pages on, or back; at either end it stays."""
        to = self._page + way
        if 0 <= to < len(self._sizes):
            self._page = to
            self._show_page()
            self._begin()
            self.turned.emit(self._told())

    def resize_page(self, way: int) -> None:
        """Show the page larger, or smaller."""
        size = min(max(self._size + way, 0), len(_SIZES) - 1)
        if size != self._size and self._sizes:
            self._size = size
            self.spread.emit(size > 0)
            self._allow()
            self._fitting.start()

    def _told(self) -> str:
        return self.ctx.t(N_("Page {n} of {pages}"), n=self._page + 1, pages=len(self._sizes))

    def _begin(self) -> None:
        """Show the page from its top, with the buttons where they are above it."""
        top = self.mapTo(self._port.widget(), QPoint(0, 0)).y() if self._inside else 0
        self._port.verticalScrollBar().setValue(top)

    def _show_page(self) -> None:
        said = self._said[self._page] if self._page < len(self._said) else ()
        self.sheet.show_words(self._told(), self._sizes[self._page], said)
        self._which.say(self._told())
        self._allow()
        self._fit()

    def _allow(self) -> None:
        """What can be done now is there to be pressed; the keyboard goes from what cannot."""
        last = len(self._sizes) - 1
        can = {
            "next-page": self._page < last,
            "page-before": 0 < self._page <= last,
            "larger": bool(self._sizes) and self._size < len(_SIZES) - 1,
            "smaller": bool(self._sizes) and self._size > 0,
        }
        others = {"next-page": "page-before", "larger": "smaller"}
        others |= {other: each for each, other in others.items()}
        had = next((name for name, each in self._buttons.items() if each.hasFocus()), "")
        for name, button in self._buttons.items():
            button.setVisible(can[name])
        if had and not can[had] and self._sizes:
            self._buttons[others[had]].setFocus(Qt.FocusReason.OtherFocusReason)

    # How large, and its picture

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Fit the page anew when there is more room or less."""
        if event.type() == QEvent.Type.Resize:
            self._fitting.start()
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        if not self._sizes:
            return
        port = self._port
        margins = self.contentsMargins()
        bar = port.verticalScrollBar().sizeHint().width()
        room = port.width() - bar - margins.left() - margins.right()
        high = port.viewport().height() - _MARGIN
        if self._inside:  # what it stands in has margins, too, and the buttons are above it
            room = min(room, max(self.width(), _LEAST))
            high -= self.sheet.y()
        whole = min(room, max(self.sheet.wide_for(high), _LEAST))
        self.sheet.make_wide(round(whole + (room - whole) * _SIZES[self._size]))
        self._ask(self._page)

    def _ask(self, page: int) -> None:
        """Have a page drawn, unless it is; and then the one that is likely to be next."""
        wanted = page, self.sheet.dots
        if (image := self._images.get(wanted)) is not None:
            self._take(wanted, image)
        elif wanted not in self._asked:
            self._asked.add(wanted)
            pdf = self._pdf
            self.ctx.desk.do(
                lambda: _draw(pdf, *wanted),
                owner=self,
                then=lambda image: self._came(pdf, wanted, image),
            )

    def _came(self, pdf: bytes, wanted: tuple[int, int], image: QImage) -> None:
        self._asked.discard(wanted)
        if pdf is not self._pdf:
            return  # it was made anew meanwhile
        self._images[wanted] = image
        for oldest in list(self._images)[:-_KEPT]:
            del self._images[oldest]
        self._take(wanted, image)

    def _take(self, wanted: tuple[int, int], image: QImage) -> None:
        page, dots = wanted
        if page != self._page or dots != self.sheet.dots:
            return
        self.sheet.show_image(image)
        if page + 1 < len(self._sizes) and (page + 1, dots) not in self._images:
            self._ask(page + 1)


def _draw(pdf: bytes, page: int, wide: int) -> QImage:
    """What draws pages is loaded by the first of them."""
    from ui.page_images import image_of  # noqa: PLC0415

    return image_of(pdf, page, wide=wide)
