"""Onto paper: the system's dialog for printers, and the pages of a file painted for one.

A page is painted as it was seen: by the same drawing of the same file. Only a printer that takes
PDF could be handed the file itself, and Windows has none that can be relied upon.
"""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QMarginsF, QRectF, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QWidget

from app.model.errors import CannotWriteError
from app.model.wording import N_
from app.paper import pages
from ui.page_images import image_of

NO_PRINTER = N_("There is no printer here that can be used. Save it as a file instead.")
_FINE = 300
"""Dots an inch; finer ones are not seen in letters of 14 points and more."""


def is_there() -> bool:
    """Whether this computer knows a printer."""
    return bool(QPrinterInfo.availablePrinterNames())


def ask(
    owner: QWidget,
    *,
    sizes: Sequence[tuple[float, float]],
    then: Callable[[QPrinter], None],
) -> None:
    """Show the system's dialog for printing.

    Args:
        owner: the widget that asks; the dialog goes with it.
        sizes: width and height of each page, in points.
        then: called with the printer that was chosen; not called when none was.

    """
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    fit(printer, sizes)
    dialog = QPrintDialog(printer, owner)
    option = QAbstractPrintDialog.PrintDialogOption
    dialog.setOption(option.PrintToFile, False)  # saving is offered beside it, and is safer
    dialog.setOption(option.PrintPageRange, True)
    dialog.setMinMax(1, len(sizes))
    dialog.accepted.connect(lambda: then(printer))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()


def fit(printer: QPrinter, sizes: Sequence[tuple[float, float]]) -> None:
    """Take paper of the size of the pages, to its edges: they have margins of their own."""
    wide, high = sizes[0]
    lies = wide > high
    size = QPageSize(
        QSizeF(min(wide, high), max(wide, high)),
        QPageSize.Unit.Point,
        "",
        QPageSize.SizeMatchPolicy.FuzzyMatch,
    )
    way = QPageLayout.Orientation.Landscape if lies else QPageLayout.Orientation.Portrait
    printer.setPageLayout(QPageLayout(size, way, QMarginsF()))
    printer.setFullPage(True)


def paint(printer: QPrinter, pdf: bytes, *, title: str, told: Callable[[int, int], None]) -> None:
    """Print the pages that were chosen; may be called in any thread.

    Args:
        printer: what :func:`ask` gave.
        pdf: the document.
        title: what the system calls it while it waits for the printer: never whose it is.
        told: called with how many of how many sheets are painted; what it raises ends it.

    Raises:
        CannotWriteError: the printer took nothing.

    """
    sizes = pages.sizes(pdf)
    first = max(printer.fromPage(), 1)
    last = min(printer.toPage() or len(sizes), len(sizes))
    once = range(first - 1, last)
    wanted = [*once] * (1 if printer.supportsMultipleCopies() else printer.copyCount())
    printer.setDocName(title)
    painter = QPainter()
    if not painter.begin(printer):
        raise CannotWriteError(NO_PRINTER)
    painter.setRenderHint(QPainter.RenderHint.LosslessImageRendering)
    try:
        for number, page in enumerate(wanted):
            told(number, len(wanted))
            _begin_page(printer, number)
            _paint_page(painter, printer, pdf, page, sizes[page])
    except BaseException:
        printer.abort()
        painter.end()
        raise
    painter.end()


def _begin_page(printer: QPrinter, number: int) -> None:
    if number and not printer.newPage():
        raise CannotWriteError(NO_PRINTER)


def _paint_page(
    painter: QPainter, printer: QPrinter, pdf: bytes, page: int, size: tuple[float, float]
) -> None:
    """In the middle of the paper, as large as it is, or as fits."""
    dpi = printer.resolution()
    paper = printer.paperRect(QPrinter.Unit.DevicePixel)
    wide, high = (points / 72 * dpi for points in size)
    share = min(1.0, paper.width() / wide, paper.height() / high)
    place = QRectF(0, 0, wide * share, high * share)
    place.moveCenter(paper.center())
    fine = min(dpi, _FINE) / dpi
    painter.drawImage(place, image_of(pdf, page, wide=max(1, round(place.width() * fine))))
