"""This computer, as a notebook knows it: a name, and a secret that makes a PIN worth something.

Four digits fall to anybody who has the file within the hour. So a PIN opens a notebook only
together with 32 random bytes that never leave the computer: not beside the notebook, and not in
its backups.
"""

import dataclasses
import hmac
import platform
import secrets
from pathlib import Path
from typing import Annotated

import msgspec

from app.model.errors import BadDataError
from app.model.text import LONGEST_NAME, without_controls
from app.model.wording import N_
from app.store import faults, files

SECRET_BYTES = 32
_FILE = "device.json"


class _Stored(msgspec.Struct, frozen=True):
    """The file's form: the secret in base64."""

    name: str
    secret: Annotated[bytes, msgspec.Meta(min_length=SECRET_BYTES, max_length=SECRET_BYTES)]


@dataclasses.dataclass(frozen=True, slots=True)
class Device:
    """One computer.

    Attributes:
        name: what revisions written here say they were written on.
        secret: 32 random bytes.

    """

    name: str
    secret: bytes = dataclasses.field(repr=False)

    @property
    def mark(self) -> str:
        """What sets this computer apart from another of its name, and says nothing else."""
        return hmac.digest(self.secret, b"alongside notebook is open", "sha256").hex()[:16]

    @classmethod
    def load(cls, folder: Path) -> "Device":
        """This computer's own, made on the first call.

        Args:
            folder: where the program keeps what belongs to this computer alone.

        Raises:
            BadDataError: the file is damaged. It is not made anew by itself: every PIN would
                stop working without a word.
            CannotWriteError: there is none yet and it cannot be written.

        """
        path = folder / _FILE
        try:
            if not path.exists():
                _make(path)
            stored = msgspec.json.decode(path.read_bytes(), type=_Stored)
            if path.stat().st_mode & 0o077:
                path.chmod(0o600)
        except OSError as error:
            raise faults.in_own_folder(error, folder) from error
        except msgspec.DecodeError:
            raise BadDataError(
                N_(
                    "The file {file}, which belongs to this computer, is damaged. Move it away, "
                    "then open your notebook with a passphrase."
                ),
                file=path,
            ) from None
        return cls(name=stored.name, secret=stored.secret)


def this_computer() -> str:
    """The name that the operating system gives this computer."""
    return without_controls(platform.node()).strip()[:LONGEST_NAME] or "computer"


def _make(path: Path) -> None:
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    stored = _Stored(name=this_computer(), secret=secrets.token_bytes(SECRET_BYTES))
    made = files.beside(path)
    try:
        files.write_private(made, msgspec.json.encode(stored))
        files.place_new(made, path)
    except FileExistsError:
        return  # another window of ours was faster: its secret is the computer's
    finally:
        made.unlink(missing_ok=True)
