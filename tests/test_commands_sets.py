"""The command ``import-pictures``."""

from pathlib import Path

import pytest

from tests.helpers.commands import Run, refused
from tests.helpers.picture_files import dots, drawing, mulberry_like, zipped


@pytest.fixture
def run(run: Run) -> Run:
    """Carries out a command beside ``n``, a notebook."""
    assert run("new", "n.alongside", "--worker", "Jo")[0] == 0
    return run


def test_a_set_is_taken_in_once(run: Run, tmp_path: Path) -> None:
    made = str(mulberry_like(tmp_path / "m.zip"))
    assert run("import-pictures", "n.alongside", made) == (0, "2 pictures were taken in.\n", "")
    again = "0 pictures were taken in.\n2 were there already.\n"
    assert run("import-pictures", "n.alongside", made) == (0, again, "")
    assert run("verify", "n.alongside")[0] == 0


def test_what_was_left_out_is_reported(run: Run, tmp_path: Path) -> None:
    parts = {"dog.png": dots(), "cat.svg": drawing("<script/>"), "LICENSE.txt": "CC0"}
    code, out, _ = run("import-pictures", "n.alongside", str(zipped(tmp_path / "a.zip", parts)))
    assert code == 0
    assert out.splitlines() == [
        "1 picture was taken in.",
        "Left out (1): a drawing that does more than show something. In the file: cat.svg.",
    ]


def test_a_licence_that_the_file_does_not_name_is_asked_for(run: Run, tmp_path: Path) -> None:
    made = str(zipped(tmp_path / "a.zip", {"dog.svg": drawing()}))
    assert "under which licence" in refused(run("import-pictures", "n.alongside", made))
    said = run("import-pictures", "n.alongside", made, "--licence", "Our own", "--author", "Us")
    assert said == (0, "1 picture was taken in.\n", "")


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"hello", bytes(1000)])
def test_what_is_no_set_is_refused_in_one_sentence(
    run: Run, tmp_path: Path, content: bytes
) -> None:
    (tmp_path / "a.zip").write_bytes(content)
    said = refused(run("import-pictures", "n.alongside", "a.zip"))
    assert "a.zip" in said or "Please" in said
    assert run("verify", "n.alongside")[0] == 0


def test_what_is_not_there_is_refused(run: Run) -> None:
    assert "gone.zip cannot be read" in refused(run("import-pictures", "n.alongside", "gone.zip"))


def test_where_nothing_can_be_used_it_says_so_before_any_pin_and_fails(
    run: Run, tmp_path: Path
) -> None:
    made = str(zipped(tmp_path / "a.zip", {"cat.svg": drawing("<script/>")}))
    code, out, err = run("import-pictures", "n.alongside", made)
    assert (code, out) == (1, "")
    assert err.splitlines() == [
        "None of the pictures in this file can be used. Nothing was taken in.",
        "Left out (1): a drawing that does more than show something. In the file: cat.svg.",
    ]


def test_photos_that_may_show_people_are_not_made_a_set_unasked(run: Run, tmp_path: Path) -> None:
    made = str(zipped(tmp_path / "a.zip", {"joe.jpg": dots(kind="JPEG")}))
    assert "--no-people" in refused(
        run("import-pictures", "n.alongside", made, "--licence", "Our own")
    )
    said = run("import-pictures", "n.alongside", made, "--licence", "Our own", "--no-people")
    assert said == (0, "1 picture was taken in.\n", "")


def test_a_set_of_which_all_is_there_is_no_failure(run: Run, tmp_path: Path) -> None:
    made = str(mulberry_like(tmp_path / "m.zip"))
    assert [run("import-pictures", "n.alongside", made)[0] for _ in range(2)] == [0, 0]
