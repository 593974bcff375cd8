"""The pictures of a plan: photos that are kept with it, and symbols of the built-in sets."""

import functools

from app.model.errors import BadPictureError
from app.model.ids import PictureRef
from app.model.pictures import Picture, PictureSource
from app.usecases.ports import Notebook

_KEPT = 64
"""Photos kept in memory; they are at most about 500 KB each."""


class NotebookPictures:
    """Photos from the notebook, everything else from the symbols."""

    def __init__(self, notebook: Notebook, symbols: PictureSource) -> None:
        self._notebook = notebook
        self._symbols = symbols
        self._photo = functools.lru_cache(_KEPT)(self._read_photo)

    def picture(self, ref: PictureRef, /, skin_tone: int | None = None) -> Picture | None:
        """The picture, or None if there is none or it is damaged."""
        if ref.startswith("photo:"):
            return self._photo(ref)
        return self._symbols.picture(ref, skin_tone)

    def _read_photo(self, ref: PictureRef) -> Picture | None:
        with self._notebook.unit_of_work() as work:
            try:
                return work.media.get(ref)
            except BadPictureError:
                return None
