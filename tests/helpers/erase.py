"""Erases a person and kills itself so many milliseconds after it began, wherever it is by then."""

import os
import signal
import sys
import threading
from pathlib import Path

from app.model.ids import RecordId
from tests.helpers.notebooks import open_again


def main() -> None:
    notebook = open_again(Path(sys.argv[1]))
    threading.Timer(int(sys.argv[3]) / 1_000, os.kill, (os.getpid(), signal.SIGKILL)).start()
    notebook.erase(RecordId(sys.argv[2]))
    notebook.close()


if __name__ == "__main__":
    main()
