"""What can go wrong with a translator, each with one plain sentence."""

from app.model.errors import AlongsideError, CannotWriteError
from app.model.wording import N_

NOT_INSTALLED = N_(
    "Translating by machine is an extra that is not on this computer. In the program's folder, "
    "type: python3 start.py translate"
)
NOT_IN_THIS_PROGRAM = N_(
    "Translating by machine is an extra that was left out of this copy of the program."
)


class BadTranslatorError(AlongsideError):
    """A file that is no translator, or none that can be used; nothing of it was taken in."""


class AlreadyThereError(CannotWriteError):
    """There is another translator of the same two languages: ``name`` among its values."""


class NotATranslatorError(BadTranslatorError):
    """It is something else than a translator."""


class NoTranslatingError(AlongsideError):
    """The extra that translates is not installed."""


def damaged() -> BadTranslatorError:
    """The error for a file that cannot be read to its end."""
    return BadTranslatorError(
        N_("This file is cut off or damaged. Please get a new copy of it. Nothing was taken in.")
    )


def unsafe() -> BadTranslatorError:
    """The error for a file that would write where it has no business."""
    return BadTranslatorError(
        N_(
            "This file is not made as a translator is, so it may do harm. "
            "Please get another one from where you trust it. Nothing was taken in."
        )
    )


def no_translator() -> NotATranslatorError:
    """The error for something else than a translator."""
    return NotATranslatorError(
        N_(
            "This is not a translator. Please choose a file whose name ends in .argosmodel. "
            "Nothing was taken in."
        )
    )
