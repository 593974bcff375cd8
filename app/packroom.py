"""What comes back from paper: a pack somebody else has written on.

Like :mod:`app.bootstrap`, of which it is a part, it loads what it needs when it is asked.
"""
# ruff: noqa: PLC0415

from pathlib import Path
from typing import TYPE_CHECKING

from app.pressroom import PressRoom

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from app.readback.protocol import Opened, Sheet


class PackRoom(PressRoom):
    """Reads what was given on paper or as a file, and comes back."""

    def read_back(
        self,
        file: Path,
        sheets: "Sequence[Sheet]",
        *,
        going: "Callable[[int, int], None] | None" = None,
    ) -> "Opened":
        """What stands in a scan, a photo or a filled PDF that came back.

        Args:
            file: PDF, PNG or JPEG.
            sheets: where everything stands on what was printed, as
                :func:`app.usecases.comments.sheets` and
                :func:`app.usecases.sheets_at_home.sheets` tell.
            going: is told how many pages of how many are read; if it raises, reading ends at once.

        Raises:
            UnreadableFileError: it is not there, is something else, is broken, locked or far too
                large, or holds no code of these packs.

        """
        from app.readback import reading

        return reading.read(file, sheets, going=going)
