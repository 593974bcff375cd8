"""How a photo comes in: from a file, from what was copied, or dropped where one is looked for."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QBuffer, QEvent, QMimeData, QObject
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QGuiApplication,
    QImage,
    QKeyEvent,
    QKeySequence,
)
from PySide6.QtWidgets import QWidget

from app.model.errors import BadPictureError
from app.model.wording import N_
from ui.context import Context
from ui.parts import choosing
from ui.parts.pressable import Pressable
from ui.parts.refs import PASTE

_PHOTOS = (
    ".jpg", ".jpeg", ".png", ".webp", ".bmp", ".gif", ".tif", ".tiff", ".heic", ".heif",
    ".avif",
)  # fmt: skip
_LARGEST_FILE = 200 * 2**20
_AS_IT_IS = (
    "image/jpeg", "image/heic", "image/heif", "image/avif", "image/png", "image/webp",
    "image/tiff", "image/gif", "image/bmp",
)  # fmt: skip

Source = Callable[[], bytes]
"""Gives the photo's bytes; asked on the notebook's thread, since reading and packing take time."""

Take = Callable[[Source], None]


def choose_photo(ctx: Context, owner: QWidget, take: Take) -> None:
    """Ask for the file of a photo; ``take`` is called with it, if one was chosen."""
    choosing.choose_file(
        ctx,
        owner,
        ctx.t(N_("Choose a photo")),
        kind=ctx.t(N_("Photos")),
        ends=_PHOTOS,
        then=lambda path: take(lambda: read_file(path)),
    )


def read_file(path: Path) -> bytes:
    """What stands in a photo's file.

    Raises:
        BadPictureError: it cannot be read, or is far too large to be a photo.

    """
    try:
        if path.stat().st_size > _LARGEST_FILE:
            raise BadPictureError(
                N_("That file is too large to be a photo. Please choose another one.")
            )
        return path.read_bytes()
    except OSError as error:
        raise BadPictureError(
            N_("That file cannot be read. Please choose another photo.")
        ) from error


def photo_in(data: QMimeData | None) -> Source | None:
    """The photo in what was copied or is dropped, if there is one."""
    if data is None:
        return None
    for url in data.urls():
        path = Path(url.toLocalFile())
        if url.isLocalFile() and path.suffix.casefold() in _PHOTOS:
            return lambda: read_file(path)
    for kind in _AS_IT_IS:
        if data.hasFormat(kind) and (held := bytes(data.data(kind).data())):
            return lambda: held
    if data.hasImage():
        image = QImage(data.imageData())
        return None if image.isNull() else lambda: _packed(image)
    return None


def holds_photo(data: QMimeData | None) -> bool:
    """Whether there is a photo in it, without taking it out."""
    if data is None:
        return False
    files = (url.toLocalFile() for url in data.urls() if url.isLocalFile())
    return data.hasImage() or any(Path(each).suffix.casefold() in _PHOTOS for each in files)


def _packed(image: QImage) -> bytes:
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG", 100)  # type: ignore[call-overload]
    return bytes(buffer.data().data())


class Intake(QObject):
    """Takes photos that are dropped on a widget, or pasted while the keyboard is within it."""

    def __init__(self, widget: QWidget, take: Take) -> None:
        super().__init__(widget)
        self._take = take
        widget.setAcceptDrops(True)
        widget.installEventFilter(self)

    def also_within(self, line: QWidget) -> None:
        """Watch a line of text as well: it would keep what is pasted and dropped for itself."""
        line.setAcceptDrops(False)
        line.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Take a photo; anything else goes its usual way."""
        if isinstance(event, QKeyEvent):
            return self._key(event)
        if isinstance(event, QDropEvent):
            return self._drag(event)
        return False

    def _key(self, event: QKeyEvent) -> bool:
        if event.type() != QEvent.Type.KeyPress or not event.matches(
            QKeySequence.StandardKey.Paste
        ):
            return False
        return self.paste()

    def paste(self) -> bool:
        """Take the photo that was copied; whether there was one."""
        source = photo_in(QGuiApplication.clipboard().mimeData())
        if source is not None:
            self._take(source)
        return source is not None

    def _drag(self, event: QDropEvent) -> bool:
        if not holds_photo(event.mimeData()):
            return False
        event.acceptProposedAction()
        if not isinstance(event, QDragEnterEvent | QDragMoveEvent):
            source = photo_in(event.mimeData())
            if source is not None:
                self._take(source)
        return True


class PasteButton(Pressable):
    """Pastes a picture; to be seen only while one was copied."""

    def __init__(self, ctx: Context, intake: Intake) -> None:
        super().__init__(ctx, ctx.t(N_("Paste a picture")), picture=PASTE, picture_px=34)
        self.setObjectName("paste-photo")
        self.clicked.connect(intake.paste)
        QGuiApplication.clipboard().dataChanged.connect(self._look)
        self._look()

    def _look(self) -> None:
        self.setVisible(holds_photo(QGuiApplication.clipboard().mimeData()))
