"""Makes a backup in a process of its own, and says each step; made to be killed or run dry."""

import datetime
import sys
from pathlib import Path

from app.model.errors import AlongsideError
from app.store import backup
from tests.helpers.notebooks import open_again


def main() -> int:
    notebook = open_again(Path(sys.argv[1]))
    try:
        made = backup.make(
            notebook, Path(sys.argv[2]), at=datetime.datetime.now().astimezone(), progress=said
        )
    except AlongsideError as error:
        print(error)  # noqa: T201
        return 1
    finally:
        notebook.close()
    print(made.file.name)  # noqa: T201
    return 0


def said(done: int, pages: int) -> None:
    sys.stderr.write(f"{done} {pages}\n")
    sys.stderr.flush()


if __name__ == "__main__":
    sys.exit(main())
