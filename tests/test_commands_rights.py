"""The command ``erase``."""

import io
from pathlib import Path

import pytest

from tests.helpers.commands import Run, refused
from tests.helpers.plans import file_of, plan_data


@pytest.fixture
def run(run: Run, tmp_path: Path) -> Run:
    """Carries out a command on ``n``, a notebook with Ann in it."""
    (tmp_path / "ann.json").write_bytes(file_of(plan_data()))
    assert run("new", "n.alongside", "--worker", "Jo")[0] == 0
    assert run("import", "n.alongside", "ann.json")[0] == 0
    return run


def ids(run: Run) -> list[str]:
    return [line.split()[0] for line in run("people", "n.alongside")[1].splitlines()]


def test_a_copy_is_saved_and_then_no_trace_is_left(run: Run, tmp_path: Path) -> None:
    (ann,) = ids(run)
    code, out, err = run("erase", "n.alongside", "Ann", "--copy-to", "copy", "--name", "ann")
    assert (code, err) == (0, "")
    *saved, proof = out.splitlines()
    assert sorted(Path(file).suffix for file in saved) == [".json", ".pdf"]
    assert all((tmp_path / file).stat().st_size > 1_000 for file in saved)
    assert "Ann" not in "".join(saved)
    assert f"no trace of {ann} is left" in proof
    assert ids(run) == []
    code, out, _ = run(
        "verify", "n.alongside", "--trace", ann, "--trace", "blue mug", "--trace", "Ann"
    )
    assert code == 0
    assert out.count("No trace of") == 3


def test_what_was_saved_can_be_taken_in_again(run: Run, tmp_path: Path) -> None:
    run("erase", "n.alongside", "Ann", "--copy-to", "copy", "--name", "Ann")
    (plan,) = (tmp_path / "copy").glob("*.json")
    assert run("import", "n.alongside", str(plan))[0] == 0
    assert len(ids(run)) == 1


@pytest.mark.parametrize("name", ["", "An", "Jo"])
def test_without_the_name_nothing_is_erased_and_nothing_saved(
    run: Run, tmp_path: Path, name: str
) -> None:
    said = run("erase", "n.alongside", "Ann", "--copy-to", "copy", "--name", name)
    assert "Nothing was erased" in refused(said)
    assert not (tmp_path / "copy").exists()
    assert len(ids(run)) == 1


def test_the_name_is_asked_for_where_it_was_not_given(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("Ann\n"))
    code, _, err = run("erase", "n.alongside", "Ann", "--without-copy")
    assert code == 0
    assert "Write the name" in err
    assert ids(run) == []


def test_where_the_copy_cannot_be_written_nothing_is_erased(run: Run, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    said = run("erase", "n.alongside", "Ann", "--copy-to", "file", "--name", "Ann")
    assert "folder" in refused(said)
    assert len(ids(run)) == 1


def test_one_has_to_say_whether_there_is_a_copy(run: Run) -> None:
    assert run("erase", "n.alongside", "Ann", "--name", "Ann")[0] == 2
    assert len(ids(run)) == 1
