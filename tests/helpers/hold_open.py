"""Has a notebook open, says so, and closes it when it is told to; made to be killed too."""

import sys
from pathlib import Path

from tests.helpers.notebooks import add_person, open_again


def main() -> None:
    notebook = open_again(Path(sys.argv[1]))
    add_person(notebook, "Ann")
    sys.stdout.write("open\n")
    sys.stdout.flush()
    sys.stdin.readline()
    notebook.close()


if __name__ == "__main__":
    main()
