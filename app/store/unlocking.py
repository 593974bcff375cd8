"""Trying a secret on a key file, with wrong tries counted. Needs no database, so it loads fast."""

import itertools
from collections.abc import Iterator
from pathlib import Path

from app.model.errors import WrongKeyError
from app.store import keyfile, keys
from app.store.keyfile import KeyFile
from app.store.keys import Unlocked, WrappingKey
from app.store.tries import Tries


def unlock(
    path: Path, *, wrapping_key: WrappingKey, tries: Tries | None = None
) -> Iterator[Unlocked]:
    """The ways in which a secret opens a key file; there is at least one.

    The first is found before this returns, the others as they are asked for: there are some only
    if a change of the data key was cut off, and then the notebook's file decides.

    Args:
        path: the key file.
        wrapping_key: of the secret, from :func:`app.store.keys.from_secret` or a recovery code.
        tries: where wrong tries are counted.

    Raises:
        WrongKeyError: it opens nothing.
        TooSoonError: too many were wrong; this one was not tried.
        NotANotebookError: the key file is missing or damaged.
        NewerVersionError: a newer program wrote it.

    """
    file = keyfile.read(path)
    if tries:
        tries.begin(file.lock)
    ways = _ways(file, wrapping_key)
    first = next(ways, None)
    if first is None:
        raise WrongKeyError
    if tries:
        tries.succeeded(file.lock)
    return itertools.chain((first,), ways)


def _ways(file: KeyFile, wrapping_key: WrappingKey) -> Iterator[Unlocked]:
    return keys.unlock(file.slots, notebook=file.notebook, wrapping_key=wrapping_key)
