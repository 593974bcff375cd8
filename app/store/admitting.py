"""Who may stand in a key file: nobody twice, and no slot that was slipped in."""

from app.model.errors import BadSecretError, BadWordsError, KeysError
from app.model.wording import N_
from app.store import keys
from app.store.device import Device
from app.store.keyfile import RECOVERY, KeyFile
from app.store.keys import Held, Slot, Worker


def slot_of(file: KeyFile, worker: str) -> Slot:
    """The slot of this worker.

    Raises:
        KeysError: they cannot open the notebook.

    """
    for slot in file.slots:
        if slot.id == worker and slot.kind != RECOVERY:
            return slot
    raise KeysError(N_("That worker cannot open this notebook any more."))


def refuse_known_name(file: KeyFile, worker: Worker) -> None:
    """Two workers of one name could not be told apart.

    Raises:
        BadWordsError: somebody else is called so.

    """
    for each in file.workers:
        if each.id != worker.id and each.name.casefold() == worker.name.casefold():
            raise BadWordsError(
                N_("There is somebody called {name} already. Please write another name."),
                name=each.name,
            )


def refuse_known_secret(file: KeyFile, worker: Worker, secret: str, device: Device) -> None:
    """Two workers with one PIN could not be told apart; the sentence gives away nobody's.

    Raises:
        BadSecretError: it opens somebody else's slot.

    """
    others = tuple(slot for slot in file.slots if slot.id != worker.id)
    wrapping_key = keys.from_secret(secret, device)
    found = keys.unlock(others, notebook=file.notebook, wrapping_key=wrapping_key)
    if next(found, None) is not None:
        raise BadSecretError(N_("That one cannot be used here. Please choose another."))


def refuse_stranger(slot: Slot, held: Held) -> None:
    """Refuse a slot to which no new data key may be sealed.

    Raises:
        KeysError: it is of version 1, or was altered by somebody without the data key.

    """
    if slot.public is None:
        raise KeysError(
            N_("{name} has to open the notebook once with this Alongside. Then try again."),
            name=slot.name,
        )
    if keys.is_vouched_for(slot, held):
        return
    if slot.kind == RECOVERY:
        raise KeysError(
            N_("The recovery sheet's key was altered. Please make a new recovery sheet first.")
        )
    raise KeysError(
        N_("The key of {name} was altered. Please remove {name} and add them again first."),
        name=slot.name,
    )
