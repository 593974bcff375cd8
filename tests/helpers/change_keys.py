"""Changes a notebook's keys and says so; made to be killed, by itself at a point or from outside.

Arguments: the notebook, Ana's present PIN, what to do (``change``, ``remove``, ``recovery``), what
is new (a PIN or the signs of a code), and optionally before which step to kill itself.
"""

import os
import signal
import sys
from pathlib import Path

from app.store import cipher, keyfile, keyring, keys
from app.store.device import Device
from app.store.notebook import NotebookFile
from app.store.opening import open_with_secret
from app.store.recovery import RecoveryCode

DEVICE = Device(name="laptop", secret=b"L" * 32)
STEPS = ("write both", "rekey", "write new", "end")


def main() -> None:
    path, pin, what, new = Path(sys.argv[1]), *sys.argv[2:5]
    keys.COST = keys.Cost(passes=1, memory_kib=64, lanes=1)
    notebook = open_with_secret(path, secret=pin, device=DEVICE)
    ana, ben = keyring.workers(notebook)
    if len(sys.argv) > 5:
        _die_before(STEPS.index(sys.argv[5]))
    sys.stdout.write("begins\n")
    sys.stdout.flush()
    _do(notebook, what, new, ana=ana.id, ben=ben.id)
    os.kill(os.getpid(), signal.SIGKILL)


def _do(notebook: NotebookFile, what: str, new: str, *, ana: str, ben: str) -> None:
    if what == "change":
        keyring.change_secret(notebook, worker=ana, secret=new, kind="pin", device=DEVICE)
    elif what == "remove":
        keyring.remove_worker(notebook, worker=ben)
    else:
        RecoveryCode.new = classmethod(lambda cls: cls(new))  # type: ignore[method-assign,assignment]
        keyring.make_recovery(notebook)


def _die_before(step: int) -> None:
    """Kill this process instead of taking a step."""
    taken = iter(range(len(STEPS)))

    def watched(real):  # type: ignore[no-untyped-def]
        def take(*args, **more):  # type: ignore[no-untyped-def]
            if next(taken) == step:
                os.kill(os.getpid(), signal.SIGKILL)
            return real(*args, **more)

        return take

    keyfile.write = watched(keyfile.write)
    cipher.rekey = watched(cipher.rekey)


if __name__ == "__main__":
    main()
