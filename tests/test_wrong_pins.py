"""Wrong PINs, each tried by a program that was started for it alone, and one that was killed."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from app.store.tries import FREE

ROOT = Path(__file__).resolve().parents[1]
RIGHT, WRONG = "271828", "000000"


def started(tmp_path, pin, *arguments):
    """The program, started afresh."""
    variables = {"ALONGSIDE_HOME": str(tmp_path / "home"), "ALONGSIDE_PIN": pin}
    return subprocess.Popen(
        [sys.executable, "-m", "app", *arguments],
        cwd=ROOT,
        env=os.environ | variables,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def said(tmp_path, pin, *arguments):
    """Exit code and what it said when it could not be done."""
    with started(tmp_path, pin, *arguments) as program:
        _, errors = program.communicate()
    return program.returncode, errors


def counted(tmp_path):
    file = tmp_path / "home/tries.json"
    return sum(each["count"] for each in json.loads(file.read_bytes()).values())


def time_passes(tmp_path):
    """Have the last wrong try be ten minutes longer ago."""
    file = tmp_path / "home/tries.json"
    wrong = json.loads(file.read_bytes())
    for each in wrong.values():
        each["at"] -= 600
        each["ticks"] -= 600
    file.write_text(json.dumps(wrong))


@pytest.mark.slow
def test_they_are_remembered_over_restarts_and_one_that_was_killed_counts_too(tmp_path):
    notebook, before = str(tmp_path / "n.alongside"), FREE + 2
    assert said(tmp_path, RIGHT, "new", notebook, "--worker", "Jo")[0] == 0
    for number in range(1, before + 1):
        assert "does not open" in said(tmp_path, WRONG, "people", notebook)[1]
        assert counted(tmp_path) == number
        time_passes(tmp_path)
    with started(tmp_path, WRONG, "people", notebook) as program:
        while counted(tmp_path) == before and program.poll() is None:
            pass
        program.kill()
    assert counted(tmp_path) == before + 1
    code, errors = said(tmp_path, RIGHT, "people", notebook)
    assert code == 1
    assert "Please wait" in errors
    time_passes(tmp_path)
    assert said(tmp_path, RIGHT, "people", notebook)[0] == 0
    assert counted(tmp_path) == 0
