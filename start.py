"""Sets Alongside up in the folder ``.venv`` beside this file, then opens, tests or builds it.

    python3 start.py                 opens the program (whatever follows goes to it)
    python3 start.py test            runs every check and quick test (--slow: the slow ones too;
                                     whatever else follows goes to pytest)
    python3 start.py show --to DIR   prints the example booklets and draws every screen there
    python3 start.py translate       adds what translating by machine needs, 220 MB
    python3 start.py build           makes the program that needs no Python, in dist/alongside
                                     (--translate: with what translating by machine needs)
    python3 start.py package         builds it, and makes of it what is handed on: an archive to
                                     unpack anywhere, and a Debian package where there is dpkg

It needs Python 3.11 to 3.14, and the network the first time. Setting up uses uv if that is
installed, else venv and pip.
"""

from __future__ import annotations  # an older Python has to get as far as its sentence

import hashlib
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

OLDEST, NEWEST = (3, 11), (3, 14)
ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
BASE_PYTHON = getattr(sys, "_base_executable", None) or sys.executable  # not one of .venv itself
STAMP = VENV / "alongside-stamp"
LOCK = ROOT / "requirements.lock"
DEV_LOCK = ROOT / "requirements-dev.lock"
TRANSLATE_LOCK = ROOT / "requirements-translate.lock"

# What the wheels of Qt leave to the operating system, and what else is needed, a row a purpose.
INSTALLERS = {"apt-get": "apt-get install --no-install-recommends", "dnf": "dnf install"}
PACKAGES = {
    "venv": {"apt-get": f"python{sys.version_info[0]}.{sys.version_info[1]}-venv"},
    "window": {
        "apt-get": "libgl1 libegl1 libglib2.0-0 libxkbcommon0 libdbus-1-3 libfontconfig1",
        "dnf": "mesa-libGL mesa-libEGL glib2 libxkbcommon dbus-libs fontconfig freetype",
    },
    "x11": {
        "apt-get": "libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0 libxcb-xkb1"
        " libxkbcommon-x11-0",
        "dnf": "xcb-util-cursor xcb-util-wm xcb-util-keysyms xcb-util-image xcb-util-renderutil"
        " libxcb libxkbcommon-x11",
    },
    "wayland": {
        "apt-get": "libwayland-client0 libwayland-cursor0 libwayland-egl1",
        "dnf": "libwayland-client libwayland-cursor libwayland-egl",
    },
    "build": dict.fromkeys(INSTALLERS, "binutils"),
}
PLUGINS = {"window": "libqoffscreen.so", "x11": "libqxcb.so", "wayland": "libqwayland.so"}
PROBE = """
import ctypes, pathlib, sys
try:
    import PySide6.QtPrintSupport, PySide6.QtSvg, PySide6.QtWidgets
    plugins = pathlib.Path(PySide6.__file__).parent / "Qt" / "plugins" / "platforms"
    ctypes.CDLL(str(plugins / sys.argv[1]))
except (ImportError, OSError) as missing:
    sys.exit(str(missing))
"""


class PlainError(Exception):
    """Something the reader has to put right; its text is the sentence that says what."""


def wrong_python(version: tuple[int, int]) -> str | None:
    """The sentence for a Python that Alongside does not run on, None for one that it does."""
    if OLDEST <= version <= NEWEST:
        return None
    return (
        f"Alongside needs Python {OLDEST[0]}.{OLDEST[1]} to {NEWEST[0]}.{NEWEST[1]} and this is"
        f" Python {version[0]}.{version[1]}: install one of those and start this file with it."
    )


def run(command: Sequence[str | Path], **environment: str) -> int:
    """Run a command in the project's folder; its exit code, more than 128 if it was killed."""
    code = subprocess.run(command, cwd=ROOT, env=os.environ | environment, check=False).returncode
    return code if code >= 0 else 128 - code


# Setting up


def mark(lock: Path, python: str = sys.version, place: Path = VENV) -> str:
    """The line of the stamp which says that this lock file is installed, here, for this Python."""
    machine = os.uname().machine if hasattr(os, "uname") else ""
    facts = "\n".join((python, sys.platform, machine, str(place)))
    return f"{lock.name} {hashlib.sha256(facts.encode() + lock.read_bytes()).hexdigest()}"


def marks() -> set[str]:
    """What the stamp says was done; nothing if ``.venv`` is not whole."""
    if not (PYTHON.exists() and (VENV / "pyvenv.cfg").exists()):
        return set()
    try:
        return set(STAMP.read_text("utf-8").splitlines())
    except OSError:
        return set()


def write_marks(lines: set[str]) -> None:
    """Write the stamp whole or not at all."""
    fresh = STAMP.with_suffix(".new")
    fresh.write_text("\n".join(sorted(lines)), "utf-8")
    fresh.replace(STAMP)


def set_up(*, dev: bool, translate: bool = False) -> None:
    """Make ``.venv`` fit the lock file if it does not yet; an interrupted try starts afresh.

    Who once asked for translating has it again after an update.
    """
    done = marks()
    translate = translate or any(line.startswith(TRANSLATE_LOCK.name) for line in done)
    wanted = [LOCK, *([TRANSLATE_LOCK] if translate else []), *([DEV_LOCK] if dev else [])]
    lock = wanted[-1]  # it holds all that the others do
    if mark(lock) not in done:
        print(f"Setting Alongside up in {VENV}. This takes a minute, and only once.", flush=True)
        if mark(LOCK) not in done:
            remove_venv()
        STAMP.unlink(missing_ok=True)
        install(lock)
        write_marks({mark(each) for each in wanted})
    compile_catalogs()
    if sys.platform == "linux":
        provide_libraries("window")


def remove_venv() -> None:
    """Take away a ``.venv`` that is out of date or half made."""
    if not VENV.exists() and not VENV.is_symlink():
        return
    try:
        if VENV.is_symlink() or VENV.is_file():
            VENV.unlink()
        else:
            shutil.rmtree(VENV)
    except OSError as why:
        raise PlainError(
            f"The folder {VENV} could not be taken away ({why.strerror}):"
            " close Alongside if it is open, then start this again."
        ) from why


def install(lock: Path) -> None:
    """Install exactly what the lock file names, with uv if it is there, else with venv and pip."""
    exactly = ("--require-hashes", "--only-binary=:all:", "--no-deps", "-r", lock)
    uv = shutil.which("uv")
    if uv:
        make = (uv, "venv", "--quiet", "--allow-existing", "--python", BASE_PYTHON, VENV)
        if not run(make) and not run(
            (uv, "pip", "install", "--quiet", "--python", PYTHON, *exactly)
        ):
            return
        print("uv could not do it; trying again with pip.", flush=True)
        remove_venv()
    provide("venv", lambda: None if has_ensurepip() else "ensurepip")
    if run((BASE_PYTHON, "-m", "venv", VENV)):
        raise PlainError(f"Python could not make the folder {VENV}; the lines above say why.")
    pip = (PYTHON, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-input")
    if run((*pip, *exactly)):
        raise PlainError(
            "The packages that Alongside is made with could not be installed; the lines above say"
            " why. If the network was away, start this again when it is back."
        )


def has_ensurepip() -> bool:
    """Whether this Python can make a virtual environment with pip; Debian's often cannot."""
    command = (BASE_PYTHON, "-c", "import ensurepip, venv")
    return subprocess.run(command, capture_output=True, check=False).returncode == 0


def compile_catalogs() -> None:
    """Make the message catalogs anew where a translation is newer than what was made of it."""
    for source in (ROOT / "translations").glob("*/LC_MESSAGES/*.po"):
        made = source.with_suffix(".mo")
        if not made.exists() or made.stat().st_mtime < source.stat().st_mtime:
            if run((PYTHON, "-m", "app.words.catalogs", "compile")):
                raise PlainError(
                    "The translations could not be made ready; the lines above say why."
                )
            return


# What the operating system has to have


def missing_library(row: str) -> str | None:
    """The library that Qt misses for a purpose, found out by trying in another process."""
    command = (PYTHON, "-c", PROBE, PLUGINS[row])
    tried = subprocess.run(command, capture_output=True, text=True, check=False)
    if tried.returncode == 0:
        return None
    said = tried.stderr.strip().splitlines() or ["Qt"]
    return said[-1].partition(": cannot open shared object")[0]


def provide_libraries(row: str) -> None:
    """See once that Qt's libraries for a purpose are there, and remember it in the stamp."""
    if row not in marks():
        provide(row, lambda: missing_library(row))
        write_marks(marks() | {row})


def provide(row: str, missing: Callable[[], str | None]) -> None:
    """Have what a purpose needs of the operating system, or end with the line to type."""
    if missing() is None:
        return
    if may_install():
        install_with_apt(PACKAGES[row]["apt-get"].split())
    still = missing()
    if still is not None:
        tool = next((tool for tool in INSTALLERS if shutil.which(tool)), None)
        raise PlainError(how_to_install(row, still, tool))


def may_install() -> bool:
    """Whether packages may be installed unasked: by root, on Debian, Ubuntu and their like."""
    root = hasattr(os, "geteuid") and os.geteuid() == 0
    return root and Path("/etc/debian_version").exists() and shutil.which("apt-get") is not None


def install_with_apt(packages: list[str]) -> None:
    """Install Debian packages; the lists are fetched only if it does not work without."""
    print(f"Installing {' '.join(packages)}.", flush=True)
    command = ("apt-get", "install", "-y", "-qq", "--no-install-recommends", *packages)
    quietly = {"DEBIAN_FRONTEND": "noninteractive"}
    first = subprocess.run(command, env=os.environ | quietly, capture_output=True, check=False)
    if first.returncode:
        run(("apt-get", "update", "-qq"), **quietly)
        run(command, **quietly)


def how_to_install(row: str, missing: str, tool: str | None) -> str:
    """The sentence, with the line to type, for something that the operating system lacks."""
    packages = PACKAGES[row].get(tool or "")
    if not packages:
        names = PACKAGES[row]["apt-get"]
        return (
            f"{missing} is missing here: install what your system calls the Debian packages"
            f" {names}, then start this again."
        )
    line = f"{INSTALLERS[tool or '']} {packages}"
    return f"{missing} is missing here: type this line, then start this again.\n    sudo {line}"


def displays(environment: dict[str, str], platform: str) -> list[str] | None:
    """The kinds of display that Qt can use, the likelier first; None where there is no choice."""
    chosen = environment.get("QT_QPA_PLATFORM") or "xcb"
    if platform != "linux" or not chosen.startswith(("xcb", "wayland")):
        return None
    kinds = {"wayland": "WAYLAND_DISPLAY", "x11": "DISPLAY"}
    return [kind for kind, name in kinds.items() if environment.get(name)]


def no_display() -> PlainError:
    """What to say where nothing can be shown."""
    return PlainError(
        "There is no screen to open Alongside on; this prints the example booklets and draws"
        f" every screen into a folder instead:\n    python3 {Path(__file__).name} show --to example"
    )


def x_answers() -> bool:
    """Whether there is an X server behind DISPLAY; Qt would abort without a sentence."""
    import ctypes  # noqa: PLC0415 - only Linux without Wayland pays for it

    try:
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError:
        return True
    xcb.xcb_connect.restype = ctypes.c_void_p
    connection = ctypes.c_void_p(xcb.xcb_connect(None, None))
    refused = xcb.xcb_connection_has_error(connection)
    xcb.xcb_disconnect(connection)
    return not refused


def provide_display(kinds: list[str]) -> None:
    """See that Qt can use at least one of these kinds of display."""
    if not set(kinds) & marks():
        works = (kind for kind in kinds if missing_library(kind) is None)
        provide_libraries(next(works, kinds[-1]))
    if kinds == ["x11"] and not x_answers():
        raise no_display()


# The commands


def open_window(arguments: list[str]) -> int:
    """Open the program with these arguments; on Windows wait for it, elsewhere become it."""
    asks_only = {"-h", "--help", "--version"} & set(arguments)
    kinds = None if asks_only else displays(dict(os.environ), sys.platform)
    if kinds == []:
        raise no_display()
    set_up(dev=False)
    if kinds:
        provide_display(kinds)
    # -P and PYTHONPATH: found from any folder, and never mixed up with what lies in that folder.
    command = [str(PYTHON), "-P", "-m", "ui", *arguments]
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    if os.name != "nt":
        os.execve(command[0], command, environment)  # noqa: S606
    return subprocess.run(command, env=environment, check=False).returncode


def show(arguments: list[str]) -> int:
    """Print the example booklets and draw every screen into a folder, without a display."""
    if len(arguments) != 2 or arguments[0] != "--to":
        raise PlainError("Say where to put the pictures: python3 start.py show --to DIR")
    folder = Path(arguments[1]).resolve()
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as why:
        raise PlainError(f"The folder {folder} could not be made: {why.strerror}.") from why
    set_up(dev=False)
    for module in (("app", "show-example"), ("ui.gallery",)):
        code = run((PYTHON, "-m", *module, "--to", folder), QT_QPA_PLATFORM="offscreen")
        if code:
            return code
    print(f"The example booklets and a picture of every screen are in {folder}.")
    return 0


def checks(pytest_arguments: list[str], *, slow: bool) -> dict[str, list[str]]:
    """The checks that the test command runs, by name: what follows ``python`` for each."""
    lint_imports = "from importlinter.cli import lint_imports_command as run; run()"
    chosen = ["-n", "auto", "--dist", "worksteal"]
    chosen += [] if slow else ["-m", "not slow"]
    return {
        "format": ["-m", "ruff", "format", "--check", "."],
        "lint": ["-m", "ruff", "check", "."],
        "types": ["-m", "mypy"],
        "architecture": ["-c", lint_imports],
        "catalogs": ["-m", "app.words.catalogs", "check"],
        "tests": ["-m", "pytest", *chosen, *pytest_arguments],
    }


def test(arguments: list[str]) -> int:
    """Run every check, also after one failed, and say at the end which passed."""
    slow = "--slow" in arguments
    rest = [argument for argument in arguments if argument != "--slow"]
    set_up(dev=True)
    summary, failed = [], False
    for name, command in checks(rest, slow=slow).items():
        print(f"\n== {name}", flush=True)
        began = time.monotonic()
        code = run(
            (PYTHON, *command),
            QT_QPA_PLATFORM="offscreen",
            ALONGSIDE_SOUND="null",
            ALONGSIDE_CAMERA="none",
            ALONGSIDE_MICROPHONE="none",
        )
        failed = failed or code != 0
        result = "FAILED" if code else "passed"
        summary.append(f"  {result}  {name:<13} {time.monotonic() - began:6.1f} s")
    print("\n== summary", *summary, sep="\n")
    print("Something failed: read above." if failed else "Everything passed.")
    return int(failed)


def add_translating(arguments: list[str]) -> int:
    """Install what translating by machine needs, beside what is there."""
    if arguments:
        raise PlainError("That needs nothing else: python3 start.py translate")
    set_up(dev=False, translate=True)
    print("Translating by machine is there. Bring a translator along, a file .argosmodel.")
    return 0


def build(arguments: list[str]) -> int:
    """Make the program that needs no Python, with PyInstaller, as build.spec says."""
    translate = "--translate" in arguments
    arguments = [argument for argument in arguments if argument != "--translate"]
    set_up(dev=True)
    if sys.platform == "linux":
        provide("build", lambda: None if shutil.which("objdump") else "objdump")
        for row in ("x11", "wayland"):  # the program takes them along from here
            provide_libraries(row)
    folders = ("--distpath", "dist", "--workpath", "build")
    spec = (*folders, *arguments, "build.spec")
    make = (PYTHON, "-m", "PyInstaller", "--noconfirm", "--log-level=WARN", *spec)
    if run(make, ALONGSIDE_BUILD_TRANSLATE="1" if translate else "", **settled()):
        raise PlainError("The program could not be built; the lines above say why.")
    print(f"The program is in {ROOT / 'dist' / 'alongside'}.")
    return 0


def settled() -> dict[str, str]:
    """What makes the same files give the same program: a time of their own, and one order."""
    said = (PYTHON, "-m", "resources.packaging", "--when")
    when = subprocess.run(said, cwd=ROOT, capture_output=True, text=True, check=False).stdout
    return {"SOURCE_DATE_EPOCH": when.strip(), "PYTHONHASHSEED": "1"}


def package(arguments: list[str]) -> int:
    """Build the program, and make what is handed on of it."""
    code = build(arguments)
    if code or run((PYTHON, "-m", "resources.packaging"), **settled()):
        raise PlainError("The packages could not be made; the lines above say why.")
    return 0


def main(arguments: list[str]) -> int:
    """Do what the first argument says (open if it says nothing) and give the exit code."""
    if arguments and arguments[0] in ("-h", "--help"):
        print(__doc__)
        return 0
    commands = {"open": open_window, "show": show, "test": test, "build": build}
    commands |= {"package": package, "translate": add_translating}
    named = bool(arguments) and arguments[0] in commands
    command = commands[arguments[0]] if named else open_window
    wrong = wrong_python(sys.version_info[:2])
    if wrong:
        print(wrong, file=sys.stderr)
        return 1
    try:
        return command(arguments[1:] if named else arguments)
    except PlainError as error:
        print(error, file=sys.stderr)
        return 1
    except OSError as why:
        print(f"Alongside could not be set up: {why.strerror}: {why.filename}.", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("Stopped.", file=sys.stderr)
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
