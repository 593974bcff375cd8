"""Keeps sentences without end and says each number once it is on the disk; made to be killed."""

import sys
from pathlib import Path

from app.model.ids import RecordId
from tests.helpers.notebooks import BY, open_again, statement


def main() -> None:
    notebook = open_again(Path(sys.argv[1]))
    person = RecordId(sys.argv[2])
    number = int(sys.argv[3])
    while True:
        with notebook.unit_of_work() as work:
            said = work.records.add(statement(person, f"Sentence {number}"), by=BY)
            work.records.revise(said.id, statement(person, f"Sentence {number}, again"), by=BY)
            work.commit()
        sys.stdout.write(f"{number}\n")
        sys.stdout.flush()
        number += 1


if __name__ == "__main__":
    main()
