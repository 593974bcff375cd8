"""Carrying out commands in process, with a key derivation that does not make the tests wait."""

from collections.abc import Callable
from pathlib import Path

import pytest

from app.__main__ import main

PIN = "271828"
Said = tuple[int, str, str]
"""Exit code, output and errors of a command."""
Run = Callable[..., Said]


def runner(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Run:
    """Something that carries out commands in a folder, with a home and a PIN of its own.

    What it is given by name is put into the variables of the environment for that command:
    ``new_pin="1234"`` sets ``ALONGSIDE_NEW_PIN``.
    """
    monkeypatch.chdir(folder)
    monkeypatch.setenv("ALONGSIDE_HOME", str(folder / "home"))
    monkeypatch.setenv("ALONGSIDE_PIN", PIN)

    def carry_out(*arguments: str, **variables: str) -> Said:
        capsys.readouterr()
        with monkeypatch.context() as now:
            for name, value in variables.items():
                now.setenv(f"ALONGSIDE_{name.upper()}", value)
            code = main(list(arguments))
        said = capsys.readouterr()
        return code, said.out, said.err

    return carry_out


def refused(said: Said) -> str:
    """The one plain line with which a command says that it was not done."""
    code, out, err = said
    assert (code, out) == (1, "")
    assert err.count("\n") == 1
    assert "Traceback" not in err
    return err
