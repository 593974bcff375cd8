"""What is typed to start the window, before there is one."""

import sys
from pathlib import Path

import pytest

from app import __version__
from ui import opening
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


@pytest.mark.parametrize(
    ("named", "of_the_system", "tag"),
    [
        ("cy_GB.UTF-8", ["pl-Latn-PL"], "cy-GB"),
        ("", ["pl-Latn-PL", "pl-PL"], "pl-Latn-PL"),
        ("", [], "en-GB"),
    ],
)
def test_the_computers_language_is_what_it_is_told_or_what_its_system_shows(
    named: str, of_the_system: list[str], tag: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    class System:
        @staticmethod
        def system() -> "System":
            return System()

        def uiLanguages(self) -> list[str]:  # noqa: N802 - Qt's own name
            return of_the_system

    for name in ("LC_ALL", "LC_MESSAGES"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", named)
    monkeypatch.setattr(opening, "QLocale", System)
    assert opening.computer_language() == tag


@pytest.mark.parametrize("asked", [["plan-schema"], ["people", "there is none"], ["--version"]])
def test_without_a_console_commands_do_their_work_all_the_same(
    asked: list[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    request: pytest.FixtureRequest,
) -> None:
    """As ``alongside.exe`` on Windows, which has neither of the two."""
    request.addfinalizer(lambda: [stream.close() for stream in given])
    monkeypatch.setenv("ALONGSIDE_PIN", "271828")
    monkeypatch.setenv("ALONGSIDE_HOME", str(tmp_path))
    with monkeypatch.context() as now:
        now.setattr(sys, "stdout", None)
        now.setattr(sys, "stderr", None)
        code = main(["app", *asked])
        given = sys.stdout, sys.stderr
    assert code == int(asked[0] == "people")
