"""Whether a notebook can be kept: made, written, closed, opened with its passphrase, read."""

import contextlib
from collections.abc import Iterator
from pathlib import Path

from app import resources
from app.bootstrap import EXAMPLES, SUFFIX, House
from app.terminal import WORDS
from app.usecases import people, planfile

_SECRET = "only for the self-test"  # noqa: S105 - of a notebook that is thrown away


def problems(house: House, folder: Path) -> Iterator[str]:
    """What is wrong."""
    path = folder / f"self-test{SUFFIX}"
    data = resources.path("examples", f"{EXAMPLES[0]}.json").read_bytes()
    made = house.create_notebook(path, worker_name="Self-test", secret=_SECRET, kind="passphrase")
    with contextlib.closing(made):
        planfile.import_plan(made, data=data, sections=house.sections)
        written = [each.body for each in people.everyone(made)]
    with contextlib.closing(house.open_notebook(path, secret=_SECRET)) as opened:
        if [each.body for each in people.everyone(opened)] != written:
            yield "What was written to a notebook was not there when it was opened again."
        yield from map(WORDS.t, opened.check())
    if b"Marcus" in path.read_bytes():
        yield "A notebook is not encrypted."
