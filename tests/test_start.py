"""The set-up: what it says, what it installs, and that it never trusts a half-made ``.venv``."""

import ast
import re
import tomllib
from pathlib import Path
from types import SimpleNamespace

import pytest

import start

PINNED = re.compile(r"^([A-Za-z0-9._-]+)==(\S+)(?: ;[^\\]*)? \\$")
HOST = re.compile(
    r"https?:|--(extra-)?index-url|--find-links|\bfiles\.|\.(org|com|net|io)\b", re.IGNORECASE
)


def pins(lock: Path) -> dict[str, str]:
    """The locked versions by normalised name."""
    found = (PINNED.match(line) for line in lock.read_text("utf-8").splitlines())
    return {match[1].lower(): match[2] for match in found if match}


def required(names: list[str]) -> dict[str, str]:
    pairs = (name.split(";")[0].strip().split("==") for name in names)
    return {name.lower().replace("_", "-"): version for name, version in pairs}


@pytest.fixture
def project() -> dict[str, object]:
    return tomllib.loads((start.ROOT / "pyproject.toml").read_text("utf-8"))


@pytest.fixture
def venv(tmp_path, monkeypatch):
    """A folder that start.py takes for its own ``.venv``, with nothing in it."""
    folder = tmp_path / ".venv"
    monkeypatch.setattr(start, "VENV", folder)
    monkeypatch.setattr(start, "PYTHON", folder / "python")
    monkeypatch.setattr(start, "STAMP", folder / "alongside-stamp")
    monkeypatch.setattr(start, "compile_catalogs", lambda: None)
    monkeypatch.setattr(start, "provide_libraries", lambda *_: None)
    return folder


def make_whole(folder):
    folder.mkdir(exist_ok=True)
    (folder / "python").touch()
    (folder / "pyvenv.cfg").touch()


AT_ONCE = ("-m", "pytest", "-n", "auto", "--dist", "worksteal")
"""Pytest on every core of the machine."""


@pytest.mark.parametrize("version", [(3, 11), (3, 12), (3, 13), (3, 14)])
def test_these_pythons_will_do(version):
    assert start.wrong_python(version) is None


@pytest.mark.parametrize("version", [(2, 7), (3, 8), (3, 10), (3, 15)])
def test_another_python_gets_one_sentence_with_both_versions(version):
    sentence = start.wrong_python(version)
    assert sentence is not None
    assert f"Python {version[0]}.{version[1]}:" in sentence
    assert "3.11 to 3.14" in sentence


def test_an_older_python_can_read_this_file_as_far_as_its_sentence():
    source = (start.ROOT / "start.py").read_text("utf-8")
    assert ast.parse(source, feature_version=(3, 7))


def test_the_stamp_changes_with_lock_python_and_place(tmp_path):
    lock = tmp_path / "requirements.lock"
    lock.write_text("babel==1", "utf-8")
    first = start.mark(lock, "3.11.7", tmp_path)
    assert first == start.mark(lock, "3.11.7", tmp_path)
    assert first != start.mark(lock, "3.12.0", tmp_path)
    assert first != start.mark(lock, "3.11.7", tmp_path / "moved")
    lock.write_text("babel==2", "utf-8")
    assert first != start.mark(lock, "3.11.7", tmp_path)


def test_a_second_run_installs_nothing(venv, monkeypatch):
    installed = []
    monkeypatch.setattr(start, "install", lambda lock: (installed.append(lock), make_whole(venv)))
    start.set_up(dev=False)
    start.set_up(dev=False)
    assert installed == [start.LOCK]


def test_the_test_set_up_is_also_good_for_opening(venv, monkeypatch):
    installed = []
    monkeypatch.setattr(start, "install", lambda lock: (installed.append(lock), make_whole(venv)))
    start.set_up(dev=True)
    start.set_up(dev=False)
    assert installed == [start.DEV_LOCK]


def test_translating_is_installed_only_when_it_is_asked_for(venv, monkeypatch):
    installed = []
    monkeypatch.setattr(start, "install", lambda lock: (installed.append(lock), make_whole(venv)))
    start.set_up(dev=False)
    assert start.add_translating([]) == 0
    assert start.add_translating([]) == 0
    start.set_up(dev=False)
    assert installed == [start.LOCK, start.TRANSLATE_LOCK]


def test_who_has_translating_keeps_it_after_an_update(venv, monkeypatch, tmp_path):
    installed = []
    monkeypatch.setattr(start, "install", lambda lock: (installed.append(lock), make_whole(venv)))
    start.add_translating([])
    start.set_up(dev=True)
    updated = tmp_path / start.TRANSLATE_LOCK.name
    updated.write_text("babel==2", "utf-8")
    monkeypatch.setattr(start, "TRANSLATE_LOCK", updated)
    start.set_up(dev=False)
    assert installed[1:] == [start.DEV_LOCK, updated]


def test_what_is_set_up_stays_when_the_tests_need_more(venv, monkeypatch):
    monkeypatch.setattr(start, "install", lambda *_: make_whole(venv))
    start.set_up(dev=False)
    (venv / "heavy").touch()
    start.set_up(dev=True)
    assert (venv / "heavy").exists()


def test_an_interrupted_set_up_starts_afresh(venv, monkeypatch):
    def is_cut_short(lock):
        make_whole(venv)
        (venv / "half").touch()
        raise KeyboardInterrupt

    monkeypatch.setattr(start, "install", is_cut_short)
    with pytest.raises(KeyboardInterrupt):
        start.set_up(dev=False)
    monkeypatch.setattr(start, "install", lambda *_: make_whole(venv))
    start.set_up(dev=False)
    assert not (venv / "half").exists()
    assert start.mark(start.LOCK) in start.marks()


def test_an_interrupted_addition_for_the_tests_starts_afresh(venv, monkeypatch):
    monkeypatch.setattr(start, "install", lambda *_: make_whole(venv))
    start.set_up(dev=False)

    def is_cut_short(lock):
        raise KeyboardInterrupt

    monkeypatch.setattr(start, "install", is_cut_short)
    with pytest.raises(KeyboardInterrupt):
        start.set_up(dev=True)
    assert start.marks() == set()


@pytest.mark.parametrize("lost", ["python", "pyvenv.cfg", "alongside-stamp"])
def test_a_broken_set_up_is_not_trusted(venv, lost):
    make_whole(venv)
    start.write_marks({"done"})
    assert start.marks() == {"done"}
    (venv / lost).unlink()
    assert start.marks() == set()


def test_what_is_missing_is_said_with_the_line_to_type():
    debian = start.how_to_install("x11", "libxcb-cursor.so.0", "apt-get")
    assert debian.startswith("libxcb-cursor.so.0 is missing here")
    assert "sudo apt-get install --no-install-recommends libxcb-cursor0" in debian
    assert "sudo dnf install xcb-util-cursor" in start.how_to_install("x11", "x", "dnf")


def test_an_unknown_system_is_told_the_debian_names():
    said = start.how_to_install("window", "libGL.so.1", None)
    assert "libgl1" in said
    assert "sudo" not in said


def test_the_library_is_installed_where_it_may_be(monkeypatch):
    here: set[str] = set()
    monkeypatch.setattr(start, "may_install", lambda: True)
    monkeypatch.setattr(start, "install_with_apt", here.update)
    start.provide("window", lambda: None if "libgl1" in here else "libGL.so.1")
    assert "libegl1" in here


def test_nothing_is_installed_where_it_may_not_be(monkeypatch):
    def refuse(packages):
        raise AssertionError(packages)

    monkeypatch.setattr(start, "may_install", lambda: False)
    monkeypatch.setattr(start, "install_with_apt", refuse)
    with pytest.raises(start.PlainError, match=r"libGL\.so\.1 is missing here"):
        start.provide("window", lambda: "libGL.so.1")


@pytest.mark.parametrize(
    ("environment", "platform", "kinds"),
    [
        ({}, "linux", []),
        ({"DISPLAY": ":0"}, "linux", ["x11"]),
        ({"DISPLAY": ":0", "WAYLAND_DISPLAY": "wayland-0"}, "linux", ["wayland", "x11"]),
        ({"QT_QPA_PLATFORM": "offscreen"}, "linux", None),
        ({"QT_QPA_PLATFORM": "", "DISPLAY": ""}, "linux", []),
        ({}, "win32", None),
        ({}, "darwin", None),
    ],
)
def test_where_a_window_can_be_shown(environment, platform, kinds):
    assert start.displays(environment, platform) == kinds


def test_without_a_display_one_sentence_names_what_still_works(monkeypatch, capsys):
    monkeypatch.setattr(start, "displays", lambda *_: [])
    monkeypatch.setattr(start, "set_up", lambda **_: pytest.fail("nothing is to be set up"))
    assert start.main([]) == 1
    output = capsys.readouterr()
    assert "python3 start.py show --to" in output.err
    assert output.out == ""


@pytest.mark.parametrize("asked", ["--version", "--help"])
def test_what_only_asks_needs_no_display(asked, monkeypatch):
    monkeypatch.setattr(start, "displays", lambda *_: [])
    monkeypatch.setattr(start, "set_up", lambda **_: None)
    monkeypatch.setattr(start.os, "name", "nt")  # there it waits for the program
    started = []
    run = SimpleNamespace(returncode=0)
    monkeypatch.setattr(
        start.subprocess, "run", lambda command, **_: started.append(command) or run
    )
    assert start.main(["open", asked]) == 0
    assert started[0][-1] == asked


def test_every_check_runs_also_after_one_failed(monkeypatch, capsys):
    ran = []

    def run(command, **environment):
        ran.append((command[1:], environment))
        return 1 if "ruff" in command else 0

    monkeypatch.setattr(start, "set_up", lambda **_: None)
    monkeypatch.setattr(start, "run", run)
    assert start.main(["test", "tests/model"]) == 1
    assert len(ran) == len(start.checks([], slow=False))
    assert all(env["QT_QPA_PLATFORM"] == "offscreen" for _, env in ran)
    assert ran[-1][0] == (*AT_ONCE, "-m", "not slow", "tests/model")
    summary = capsys.readouterr().out.partition("== summary")[2]
    assert summary.count("FAILED") == 2
    assert summary.rstrip().endswith("Something failed: read above.")


def test_slow_tests_run_when_asked_for():
    assert "not slow" in start.checks([], slow=False)["tests"]
    assert "not slow" not in start.checks([], slow=True)["tests"]


@pytest.mark.parametrize("arguments", [["show"], ["show", "--to"], ["show", "--too", "x"]])
def test_show_asks_for_a_folder(arguments, capsys):
    assert start.main(arguments) == 1
    assert "--to DIR" in capsys.readouterr().err


@pytest.mark.parametrize(
    "name",
    ["requirements.lock", "requirements-dev.lock", "requirements-translate.lock", "start.py"],
)
def test_no_package_host_is_named(name):
    assert not HOST.search((start.ROOT / name).read_text("utf-8"))


@pytest.mark.parametrize(
    "lock", [start.LOCK, start.DEV_LOCK, start.TRANSLATE_LOCK], ids=lambda lock: lock.name
)
def test_every_locked_version_has_a_hash(lock):
    lines = lock.read_text("utf-8").splitlines()
    text = "\n".join(line for line in lines if not line.startswith("#"))
    packages = re.split(r"\n(?=\S)", text)
    assert len(packages) == len(pins(lock))
    assert all("--hash=sha256:" in package for package in packages)


def test_the_lock_holds_what_the_project_asks_for(project):
    wanted = required(project["project"]["dependencies"])
    assert wanted.items() <= pins(start.LOCK).items()


def test_what_translates_is_an_extra_which_the_tests_have(project):
    extra = required(project["project"]["optional-dependencies"]["translate"])
    assert not extra.keys() & pins(start.LOCK).keys()
    for lock in (start.TRANSLATE_LOCK, start.DEV_LOCK):
        assert (extra | pins(start.LOCK)).items() <= pins(lock).items()


def test_the_dev_lock_holds_the_lock_and_the_dev_group(project):
    wanted = required(project["dependency-groups"]["dev"])
    locked = pins(start.DEV_LOCK)
    assert wanted.items() <= locked.items()
    assert pins(start.LOCK).items() <= locked.items()
