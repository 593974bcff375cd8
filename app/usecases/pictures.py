"""The pictures of a plan: those that are kept with it, and symbols of the built-in set."""

import functools

from app.model.errors import BadPictureError
from app.model.ids import PictureRef
from app.model.pictures import OF_A_SET, Picture, PictureSource, is_kept
from app.usecases.ports import Notebook

_KEPT = 64
"""Pictures kept in memory; photos are at most about 500 KB each."""


class NotebookPictures:
    """Photos and pictures of imported sets from the notebook, everything else from the symbols."""

    def __init__(self, notebook: Notebook, symbols: PictureSource) -> None:
        self._notebook = notebook
        self._symbols = symbols
        self._kept = functools.lru_cache(_KEPT)(self._read_kept)
        self._names = functools.cache(self._read_names)

    def picture(self, ref: PictureRef, /, skin_tone: int | None = None) -> Picture | None:
        """The picture, or None if there is none or it is damaged."""
        if is_kept(ref):
            return self._kept(ref)
        return self._symbols.picture(ref, skin_tone)

    def says(self, ref: PictureRef, /, lang: str) -> str:
        """What it shows: a picture of an imported set by its name; a photo says nothing itself."""
        if is_kept(ref):
            return self._names(lang).get(ref, "") if ref.startswith(OF_A_SET) else ""
        return self._symbols.says(ref, lang)

    def _read_names(self, lang: str) -> dict[PictureRef, str]:
        names: dict[PictureRef, str] = {}
        with self._notebook.unit_of_work() as work:
            for each in work.sets.named(langs=(lang, lang.partition("-")[0])):
                names.setdefault(each.ref, each.name)
        return names

    def _read_kept(self, ref: PictureRef) -> Picture | None:
        with self._notebook.unit_of_work() as work:
            try:
                return work.media.get(ref) or work.sets.get(ref)
            except BadPictureError:
                return None
