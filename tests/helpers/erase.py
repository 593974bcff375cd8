"""Erases a person and kills itself so many milliseconds after it began, wherever it is by then.

Says how many it took if it came to the end before that.
"""

import os
import signal
import sys
import threading
import time
from pathlib import Path

from app.model.ids import RecordId
from tests.helpers.notebooks import open_again


def main() -> None:
    notebook = open_again(Path(sys.argv[1]))
    begun = time.monotonic()
    dying = threading.Timer(float(sys.argv[3]) / 1_000, os.kill, (os.getpid(), signal.SIGKILL))
    dying.daemon = True
    dying.start()
    notebook.erase(RecordId(sys.argv[2]))
    notebook.close()
    sys.stdout.write(str(1_000 * (time.monotonic() - begun)))


if __name__ == "__main__":
    main()
