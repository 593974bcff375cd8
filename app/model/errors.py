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


class NotErasedError(AlongsideError):
    """A plan is taken out of the notebook, but something of it may still stand in the file."""


class NotANotebookError(AlongsideError):
    """The file is not one of ours, is damaged, or its key file is missing."""


class WrongKeyError(AlongsideError):
    """The PIN or passphrase does not open this notebook on this computer."""

    def __init__(
        self,
        sentence: str = N_("That PIN or passphrase does not open this notebook. Please try again."),
    ) -> None:
        super().__init__(sentence)


class TooSoonError(AlongsideError):
    """After several wrong PINs the next one has to wait; it is never shut out for good.

    Attributes:
        seconds: how long, from now.

    """

    def __init__(self, seconds: int) -> None:
        super().__init__(N_("That was wrong several times. Please wait, then try again."))
        self.seconds = seconds

    def said(self, words: Wording) -> str:
        """With how long to wait."""
        if self.seconds <= 90:
            return words.tn(
                "That was wrong several times. Please wait {n} second, then try again.",
                "That was wrong several times. Please wait {n} seconds, then try again.",
                self.seconds,
            )
        return words.tn(
            "That was wrong several times. Please wait {n} minute, then try again.",
            "That was wrong several times. Please wait {n} minutes, then try again.",
            -(-self.seconds // 60),
        )


class KeysError(AlongsideError):
    """Who can open the notebook cannot be changed in this way."""


class NewerVersionError(AlongsideError):
    """The file was made by a newer program than this one."""


class CannotWriteError(AlongsideError):
    """A file or folder cannot be written, or the disk is full."""


class CannotOpenError(AlongsideError):
    """No program of this computer opens a file."""


class InUseError(AlongsideError):
    """Another window or program is writing to the notebook and does not let go."""


class OpenElsewhereError(InUseError):
    """Another window or computer has the notebook open; it can be read, and not written."""


class BadBackupError(AlongsideError):
    """A backup that cannot be used: cut off, altered, or something else."""


class BadSecretError(AlongsideError):
    """A PIN or passphrase that is too short or has the wrong form to be used."""


class BadPlanFileError(AlongsideError):
    """A plan file that cannot be used; nothing of it was taken in."""


class BadPictureError(AlongsideError):
    """A photo that cannot be used."""


class TooLargePictureError(BadPictureError):
    """A photo with more dots than can be opened safely."""


class BadSoundError(AlongsideError):
    """A recording that cannot be used."""


class BadPictureSetError(AlongsideError):
    """A file that is no set of pictures, or none that can be used; nothing of it was taken in."""


class BadWordsError(AlongsideError):
    """Words that cannot be kept as one sentence: nothing in them, or far too long."""


class CannotSayError(AlongsideError):
    """Words that cannot be made into sound: there is no voice for them, or there are none."""


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


class OwnCopyFirstError(NotAllowedError):
    """Somebody else is to have a copy before the person was offered their own (moment Z4)."""


class NotWholeError(NotAllowedError, ValueError):
    """A value that its own rules do not take; whoever writes it is told what is lacking.

    It is a ``ValueError`` too, so that a file that holds such a value is refused with its place.
    """
