"""A full disk or a locked file: what was there stands, nothing half is left, nothing is noted."""

import contextlib
import errno
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.bootstrap import House
from app.store import files
from app.usecases import events
from tests.helpers.commands import PIN, Run, refused
from tests.helpers.plans import file_of, plan_data

OLD = b"what was printed before"
WAYS = {
    "own copy": ("out.pdf", "print", "n.alongside", "Ann", "--as", "booklet"),
    "everything": ("out.pdf", "print", "n.alongside", "Ann", "--as", "about-me"),
    "as text": ("out.txt", "print", "n.alongside", "Ann", "--as", "plain-text"),
    "home board": ("out.pdf", "print", "n.alongside", "--as", "home-board"),
    "questions": (
        *("out.pdf", "print", "n.alongside", "Ann", "--as", "choice-page"),
        *("--about", "passport:say_yes,say_no"),
    ),
    "recovery sheet": ("out.pdf", "recovery-sheet", "n.alongside"),
    "plan file": ("out.json", "export", "n.alongside", "Ann"),
}
"""What the file is called, and the command that writes it."""


@pytest.fixture
def run(run: Run, tmp_path: Path) -> Run:
    """Carries out a command on ``n``, in which Ann lives."""
    (tmp_path / "ann.json").write_bytes(file_of(plan_data()))
    assert run("new", "n.alongside", "--worker", "Jo")[0] == 0
    assert run("import", "n.alongside", "ann.json")[0] == 0
    return run


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    """The folder that is written into."""
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


def noted(folder: Path) -> int:
    with contextlib.closing(
        House.here().open_notebook(folder / "n.alongside", secret=PIN)
    ) as notebook:
        return sum(each.what in {"printed", "exported"} for each in events.read(notebook))


@pytest.fixture(params=["a full disk", "held by another program"])
def trouble(
    request: pytest.FixtureRequest, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[None]:
    """What is written into the folder ends in the middle; or is there, and may not be renamed."""
    write, replace = files.write_private, Path.replace

    def full(path: Path, data: bytes) -> None:
        if path.parent != stick:
            return write(path, data)
        path.write_bytes(data[: len(data) // 2])
        raise OSError(errno.ENOSPC, "")

    def held(made: Path, path: Path) -> Path:
        if Path(path).parent != stick:
            return replace(made, path)
        raise PermissionError(errno.EACCES, "")

    with monkeypatch.context() as now:
        if request.param == "a full disk":
            now.setattr(files, "write_private", full)
        else:
            now.setattr(Path, "replace", held)
        yield


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.usefixtures("trouble")
def test_what_cannot_be_written_leaves_everything_as_it_was(
    run: Run, tmp_path: Path, stick: Path, way: str
) -> None:
    name, *command = WAYS[way]
    (stick / name).write_bytes(OLD)
    before = noted(tmp_path)
    assert "a name that ends" not in refused(run(*command, "--to", str(stick / name)))
    assert [(each.name, each.read_bytes()) for each in stick.iterdir()] == [(name, OLD)]
    assert noted(tmp_path) == before
