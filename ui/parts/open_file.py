"""Opening a file or folder with whatever program this computer has for it."""

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from app.model.errors import CannotOpenError
from app.model.wording import N_
from ui.context import Context


def open_file(ctx: Context, path: Path) -> None:
    """Have it opened; where nothing opens it, the window says so, and where it is."""
    if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
        ctx.desk.trouble.emit(
            CannotOpenError(
                N_("No program on this computer opens it. It is {file}, in {folder}."),
                file=path.name,
                folder=path.parent,
            )
        )
