"""What an advocate's key opens without a window (rules R7 and R14)."""

import contextlib
from pathlib import Path

import pytest

from app.bootstrap import House
from app.usecases import advocate_keys, people, worker_roles
from tests.helpers.commands import PIN, Run, refused
from tests.helpers.plans import file_of, plan_data

RUTH = "1357"


@pytest.fixture
def run(run: Run, tmp_path: Path) -> Run:
    """Carries out a command on ``n``, with Ann and Bo, and with Ruth (1357), Ann's advocate."""
    (tmp_path / "ann.json").write_bytes(file_of(plan_data()))
    assert run("new", "n.alongside", "--worker", "Sam")[0] == 0
    assert run("import", "n.alongside", "ann.json")[0] == 0
    house = House.here()
    with contextlib.closing(house.open_notebook(tmp_path / "n.alongside", secret=PIN)) as notebook:
        ann, sam = people.everyone(notebook)[0].id, notebook.worker.id
        ruth = house.add_worker(notebook, name="Ruth", secret=RUTH, kind="pin").id
        worker_roles.give(notebook, worker=ruth, role="advocate", giver=sam, workers=(sam, ruth))
        advocate_keys.name_advocate(
            notebook, person=ann, worker=ruth, name="Ruth", speaks_up=True,
            giver=sam, workers=(sam, ruth), by=None,
        )  # fmt: skip
    return run


def test_an_advocate_is_told_only_of_their_own_people(run: Run, tmp_path: Path) -> None:
    with contextlib.closing(
        House.here().open_notebook(tmp_path / "n.alongside", secret=PIN)
    ) as notebook:
        today = people.everyone(notebook)[0].created_at.date()
        people.add_person(
            notebook, preferred_name="Bo", home_language="en", worker=notebook.worker.id,
            worker_name="Sam", today=today,
        )  # fmt: skip
    assert "Bo" in run("people", "n.alongside")[1]
    code, out, _ = run("people", "n.alongside", pin=RUTH)
    assert code == 0
    assert "Ann" in out
    assert "Bo" not in out


@pytest.mark.parametrize(
    "arguments",
    [
        ("export", "n.alongside", "Ann", "--to", "out"),
        ("print", "n.alongside", "Ann", "--as", "booklet", "--with-private", "--to", "out"),
        ("print", "n.alongside", "Ann", "--as", "about-me", "--to", "out"),
        ("print", "n.alongside", "Ann", "--as", "booklet", "--for", "Keisha", "--to", "out"),
        ("history", "n.alongside", "any"),
        ("events", "n.alongside"),
        ("verify", "n.alongside", "--trace", "tea"),
        ("backup", "n.alongside", "--to", "."),
        ("import", "n.alongside", "ann.json"),
        ("erase", "n.alongside", "Ann", "--without-copy", "--name", "Ann"),
        ("rebuild", "n.alongside"),
        ("workers", "n.alongside", "--add", "Eve"),
        ("recovery-sheet", "n.alongside", "--to", "out"),
    ],
)
def test_r7_an_advocates_key_reads_carries_away_and_changes_nothing_by_a_command(
    run: Run, tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    before = sorted(tmp_path.iterdir())
    assert "an advocate's key" in refused(run(*arguments, pin=RUTH, new_pin="4444"))
    assert sorted(tmp_path.iterdir()) == before
    assert run("people", "n.alongside")[1].count("Ann") == 1


def test_an_advocate_may_check_that_the_notebook_is_whole(run: Run) -> None:
    assert run("verify", "n.alongside", pin=RUTH)[0] == 0
