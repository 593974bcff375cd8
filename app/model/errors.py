"""What can go wrong in the user's world, each with one plain sentence that says what to do.

Mistakes of the program itself are ordinary Python exceptions and are not caught with these.
"""

from app.model.wording import N_, Wording


class AlongsideError(Exception):
    """Something the user can understand and mend.

    Attributes:
        sentence: one plain sentence marked for translation, with ``{name}`` places.
        values: what fills the places.

    """

    def __init__(self, sentence: str, **values: object) -> None:
        super().__init__(sentence.format(**values) if values else sentence)
        self.sentence = sentence
        self.values = values

    def said(self, words: Wording) -> str:
        """The sentence in the language of ``words``."""
        return words.t(self.sentence, **self.values)


class NotANotebookError(AlongsideError):
    """The file is not one of ours, is damaged, or its key file is missing."""


class WrongKeyError(AlongsideError):
    """The PIN or passphrase does not open this notebook on this computer."""

    def __init__(self) -> None:
        super().__init__(
            N_("That PIN or passphrase does not open this notebook. Please try again.")
        )


class NewerVersionError(AlongsideError):
    """The file was made by a newer program than this one."""


class CannotWriteError(AlongsideError):
    """A file or folder cannot be written, or the disk is full."""


class InUseError(AlongsideError):
    """Another window or program is writing to the notebook and does not let go."""


class BadSecretError(AlongsideError):
    """A PIN or passphrase that is too short or has the wrong form to be used."""


class BadPlanFileError(AlongsideError):
    """A plan file that cannot be used; nothing of it was taken in."""


class BadPictureError(AlongsideError):
    """A photo that cannot be used."""


class BadWordsError(AlongsideError):
    """Words that cannot be kept as one sentence: nothing in them, or far too long."""


class BadDataError(AlongsideError):
    """A data file of the program (guide, sections, topics) that is wrong, named with its place."""


class OwnFaultError(AlongsideError):
    """A mistake of the program itself, told in the window; its details are not for the screen."""

    def __init__(self) -> None:
        super().__init__(
            N_(
                "Something went wrong in the program. What you kept is safe. "
                "Please close it and open it again."
            )
        )


class NotFoundError(AlongsideError):
    """There is no such record."""


class NotAllowedError(AlongsideError):
    """One of the rules R1 to R15 forbids it; the sentence says which in plain words."""
