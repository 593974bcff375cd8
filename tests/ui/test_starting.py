"""What is typed to start the window, before there is one."""

import sys

import pytest

from app import __version__
from ui.__main__ import main


@pytest.fixture
def no_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)


def test_it_says_its_version(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["--version"])
    assert ended.value.code == 0
    assert capsys.readouterr().out == f"Alongside {__version__}\n"


@pytest.mark.usefixtures("no_screen")
@pytest.mark.parametrize(
    ("packaged", "named"),
    [(False, "python3 start.py show --to"), (True, "/opt/alongside app show-example --to")],
)
def test_without_a_screen_it_names_the_program_that_was_started(
    packaged: bool, named: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "frozen", packaged, raising=False)
    monkeypatch.setattr(sys, "argv", ["/opt/alongside"])
    assert main(["--demo"]) == 1
    assert named in capsys.readouterr().err
