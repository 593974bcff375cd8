"""What a screen reader meets on a real accessibility bus: names, roles, states, announcements.

Skipped where there is no such bus, no virtual display, or no system Python with GLib.
"""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from app import resources

HELPER = Path(__file__).parents[1] / "helpers" / "at_spi.py"
SYSTEM_PYTHON = "/usr/bin/python3"
LAUNCHERS = ("/usr/libexec/at-spi-bus-launcher", "/usr/lib/at-spi2-core/at-spi-bus-launcher")
PRESSED = ("Marcus", "My plan", "Home", "How I like things")


def _lacks() -> str:
    """What is missing here to look through a screen reader's eyes."""
    for program in ("Xvfb", "dbus-run-session"):
        if shutil.which(program) is None:
            return program
    if not any(Path(each).exists() for each in LAUNCHERS):
        return "at-spi2-core"
    found = subprocess.run([SYSTEM_PYTHON, "-c", "from gi.repository import Gio"], check=False)
    return "python3-gi" if found.returncode else ""


pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def seen(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What was seen on the way through the program."""
    if sys.platform != "linux":
        pytest.skip("AT-SPI is Linux's")
    if lacks := _lacks():
        pytest.skip(f"there is no {lacks} here")
    folder = tmp_path_factory.mktemp("at-spi")
    read, write = os.pipe()
    display = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write), "-screen", "0", "1366x768x24", "-nolisten", "tcp"],
        pass_fds=(write,), stderr=subprocess.DEVNULL,
    )  # fmt: skip
    os.close(write)
    try:
        with os.fdopen(read) as number:
            where = f":{number.readline().strip()}"
        environment = {
            **os.environ, "DISPLAY": where, "QT_QPA_PLATFORM": "xcb", "ALONGSIDE_SOUND": "null",
            "HOME": str(folder), "XDG_RUNTIME_DIR": str(folder), "NO_AT_BRIDGE": "0",
        }  # fmt: skip
        told = subprocess.run(
            ["dbus-run-session", "--", SYSTEM_PYTHON, str(HELPER), ",".join(PRESSED),
             sys.executable, "-m", "ui", "--demo", "--lang", "en-GB"],
            env=environment, cwd=resources.root(), capture_output=True, text=True, check=False,
            timeout=110,
        )  # fmt: skip
    finally:
        display.terminate()
        display.wait(10)
    assert told.returncode == 0, told.stderr[-3000:]
    return json.loads(told.stdout.splitlines()[-1])


def test_everything_that_takes_the_keyboard_has_a_name_and_a_role(seen: dict[str, Any]) -> None:
    for screen, things in seen["screens"].items():
        reachable = [each for each in things if "focusable" in each["states"]]
        assert len(reachable) > 2, screen
        for each in reachable:
            assert each["name"], (screen, each)
            assert each["role"] not in {"unknown", "invalid", "filler", "panel"}, (screen, each)


def test_buttons_are_buttons_and_lines_are_lines(seen: dict[str, Any]) -> None:
    plan = {each["name"]: each["role"] for each in seen["screens"]["My plan"]}
    assert "button" in plan["Home"]
    assert plan["Find a word in my plan"] in {"text", "entry"}


def test_what_is_chosen_is_told(seen: dict[str, Any]) -> None:
    likes = seen["screens"]["How I like things"]
    chosen = {each["name"] for each in likes if "checked" in each["states"]}
    assert {"Warm", "One picture", "A mouse"} <= chosen
    assert "Dark" not in chosen


def test_words_that_are_only_read_are_words_and_headings(seen: dict[str, Any]) -> None:
    likes = {each["name"]: each["role"] for each in seen["screens"]["How I like things"]}
    assert likes["How I like things"] == "heading"
    assert likes["Which colours?"] in {"label", "static", "text"}
    home = [each["name"] for each in seen["screens"]["Marcus"] if each["role"] == "heading"]
    assert any(name.startswith("Hello Marcus") for name in home)


def test_nothing_that_has_words_is_passed_by(seen: dict[str, Any]) -> None:
    for screen, things in seen["screens"].items():
        passed = [each["name"] for each in things if each["name"] and each["role"] == "filler"]
        assert not passed, screen


def test_each_new_screen_is_announced_with_its_title(seen: dict[str, Any]) -> None:
    announced = seen["announced"]
    assert any(each.startswith("Hello Marcus") for each in announced)
    assert any(each.startswith("My plan") for each in announced)
