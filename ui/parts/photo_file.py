"""A photo from a file, taken into the notebook without what the camera wrote into it."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from app.model.errors import BadPictureError
from app.model.ids import PictureRef
from app.model.wording import N_
from ui.context import Context
from ui.parts import choosing

_PHOTOS = (".jpg", ".jpeg", ".png", ".webp", ".bmp", ".gif", ".tif", ".tiff")

Then = Callable[[PictureRef], None]


def choose_photo(ctx: Context, owner: QWidget, then: Then) -> None:
    """Ask for a photo, and keep it; ``then`` is called with its name, if one was chosen."""
    choosing.choose_file(
        ctx,
        owner,
        ctx.t(N_("Choose a photo")),
        kind=ctx.t(N_("Photos")),
        ends=_PHOTOS,
        then=lambda path: take_photo(ctx, owner, path, then),
    )


def take_photo(ctx: Context, owner: QWidget, path: Path, then: Then) -> None:
    """Keep a photo from a file in the notebook."""
    from app.usecases import photos  # noqa: PLC0415 - the picture library loads on use

    notebook = ctx.open_notebook

    def keep() -> PictureRef:
        try:
            data = path.read_bytes()
        except OSError as error:
            raise BadPictureError(
                N_("That file cannot be read. Please choose another photo.")
            ) from error
        return photos.add_photo(notebook, data=data)

    ctx.desk.do(keep, owner=owner, then=then)
