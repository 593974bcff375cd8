"""What a laptop keeps of the program's work: notebooks, backups, its settings, and no log."""

import ast
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.helpers.plans import file_of, plan_data

ROOT = Path(__file__).parents[1]
SECRETS = ("Quillfeather", "marzipan", "zeppelin")
"""A name, and two words of what somebody said."""
PIN = "271828"
COMMANDS = """
import json, sys
from app.__main__ import main
from app.store import keys
keys.COST = keys.Cost(passes=1, memory_kib=64, lanes=1)
print(json.dumps([main(each) for each in json.loads(sys.argv[1])]))
"""


@pytest.fixture
def laptop(tmp_path: Path) -> Path:
    """A home, a folder for temporary files and one to work in, all empty."""
    for name in ("home", "temporary", "work"):
        (tmp_path / name).mkdir()
    plan = (
        json.dumps(plan_data())
        .replace("Ann", SECRETS[0])
        .replace("I like tea", "I like marzipan zeppelin")
    )
    plan_file = tmp_path / "plan.json"
    plan_file.write_bytes(file_of(json.loads(plan)))
    assert all(each in plan_file.read_text("utf-8") for each in SECRETS)
    return tmp_path


def run(laptop: Path, *arguments: str, pin: str = PIN) -> subprocess.CompletedProcess[str]:
    """Python, as somebody who has nothing but this laptop."""
    inherited = ("PATH", "SYSTEMROOT", "LD_LIBRARY_PATH", "PYTHONPATH")
    variables = {name: os.environ[name] for name in inherited if name in os.environ}
    variables |= dict.fromkeys(("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA"), "home")
    variables |= dict.fromkeys(("TMPDIR", "TEMP", "TMP"), "temporary")
    variables = {
        name: str(laptop / value) if value in {"home", "temporary"} else value
        for name, value in variables.items()
    }
    variables |= {
        "ALONGSIDE_HOME": str(laptop / "home"),
        "ALONGSIDE_PIN": pin,
        "ALONGSIDE_SOUND": "null",
        "ALONGSIDE_CAMERA": "none",
        "ALONGSIDE_MICROPHONE": "none",
        "PYTHONDONTWRITEBYTECODE": "1",
        "PYTHONPATH": str(ROOT),
        "QT_QPA_PLATFORM": "offscreen",
    }
    return subprocess.run(
        [sys.executable, *arguments],
        check=False,
        cwd=laptop / "work",
        env=variables,
        capture_output=True,
        text=True,
        encoding="utf-8",
    )


def commands(laptop: Path, *each: tuple[str, ...], pin: str = PIN) -> tuple[list[int], str]:
    """Exit codes, and all that was said."""
    done = run(laptop, "-c", COMMANDS, json.dumps(each), pin=pin)
    said, _, codes = done.stdout.strip().rpartition("\n")
    return json.loads(codes), said + done.stderr


def left(laptop: Path) -> set[str]:
    files = (each for each in laptop.rglob("*") if each.is_file())
    return {each.relative_to(laptop).as_posix() for each in files} - {"plan.json"}


def shows(laptop: Path, name: str) -> list[str]:
    data = name.encode() + (laptop / name).read_bytes()
    encodings = ("utf-8", "utf-16-le", "utf-16-be")
    return [word for word in SECRETS if any(word.encode(each) in data for each in encodings)]


def test_commands_leave_the_notebook_its_backup_the_settings_and_what_was_asked_for(
    laptop: Path,
) -> None:
    stick = laptop / "stick"
    stick.mkdir()
    codes, said = commands(
        laptop,
        ("new", "n.alongside", "--worker", "Jo"),
        ("import", "n.alongside", str(laptop / "plan.json")),
        ("verify", "n.alongside"),
        ("backup", "n.alongside", "--to", str(stick)),
        ("print", "n.alongside", SECRETS[0], "--as", "booklet", "--to", "asked.pdf"),
        ("settings",),
        ("people", "missing.alongside"),
        ("import", "n.alongside", "n.alongside"),
    )
    assert codes == [0, 0, 0, 0, 0, 0, 1, 1], said
    assert not any(word in said for word in SECRETS)
    backups = {f"stick/{each.name}" for each in stick.iterdir()}
    assert len(backups) == 1
    assert left(laptop) == backups | {
        "home/device.json",
        "home/remembered.json",
        "home/tries.json",
        "work/n.alongside",
        "work/n.alongside.keys",
        "work/asked.pdf",
    }
    assert not any(shows(laptop, name) for name in left(laptop) - {"work/asked.pdf"})


def test_what_goes_wrong_is_told_without_a_word_of_a_plan_and_written_nowhere(
    laptop: Path,
) -> None:
    plan = laptop / "plan.json"
    data = json.loads(plan.read_bytes())
    data["statements"][0]["voice"] = f"{SECRETS[1]} {SECRETS[2]}"
    (laptop / "work" / "wrong.json").write_text(json.dumps(data), "utf-8")
    commands(laptop, ("new", "n.alongside", "--worker", "Jo"), ("import", "n.alongside", str(plan)))
    before = left(laptop)
    codes, said = commands(laptop, ("import", "n.alongside", "wrong.json"))
    codes += commands(laptop, ("people", "n.alongside"), pin="9999")[0]
    notebook = laptop / "work" / "n.alongside"
    data = bytearray(notebook.read_bytes())
    data[len(data) // 2] ^= 1
    notebook.write_bytes(data)
    more, told = commands(laptop, ("verify", "n.alongside"), ("people", "n.alongside"))
    assert codes + more[:1] == [1, 1, 1]
    assert [word for word in SECRETS if word in said + told] == [], said + told
    assert left(laptop) == before | {"home/tries.json"}


@pytest.mark.slow
@pytest.mark.parametrize("arguments", [(), ("--demo",)])
def test_a_window_that_was_opened_and_closed_leaves_nothing(
    laptop: Path, arguments: tuple[str, ...]
) -> None:
    done = run(laptop, "-m", "ui", "--quit-after-paint", *arguments)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert left(laptop) == set()


def test_the_program_keeps_no_log() -> None:
    for file in (*(ROOT / "app").rglob("*.py"), *(ROOT / "ui").rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            names = [each.name for each in node.names] if isinstance(node, ast.Import) else []
            names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            assert not {name.partition(".")[0] for name in names} & {"logging", "syslog"}, file
