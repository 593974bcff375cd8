"""The commands about translators."""

import hashlib
import json
import subprocess
import sys
from pathlib import Path

from app.translate import engine
from tests.helpers.commands import Run, refused
from tests.helpers.tiny_translator import COMMITTED

ROOT = Path(__file__).parents[1]


def test_a_translator_is_taken_in_listed_and_taken_out(run: Run) -> None:
    code, out, err = run("add-translator", str(COMMITTED))
    assert (code, err) == (0, "")
    assert out == "en - cy is there as en_cy. What it writes is marked as not checked.\n"
    mark = hashlib.sha256(COMMITTED.read_bytes()).hexdigest()
    assert run("translators") == (0, f"en_cy  en - cy 1.0 ({mark[:12]})\n", "")
    (only,) = json.loads(run("translators", "--json")[1])
    assert (only["name"], only["from"], only["to"]) == ("en_cy", "en", "cy")
    assert (only["version"], only["sha256"]) == ("1.0", mark)
    assert run("remove-translator", "en_cy")[0] == 0
    assert run("translators", "--json")[:2] == (0, "[]\n")


def test_nothing_is_there_by_itself(run: Run) -> None:
    code, out, err = run("translators")
    assert (code, out) == (0, "")
    assert "add-translator" in err


def test_something_else_is_refused_in_one_line(run: Run, tmp_path: Path) -> None:
    other = tmp_path / "photo.argosmodel"
    other.write_bytes(b"\xff\xd8\xff")
    assert "not made as a translator is" in refused(run("add-translator", str(other)))
    assert "cannot be read" in refused(run("add-translator", str(tmp_path / "none")))
    assert "no translator cy_en" in refused(run("remove-translator", "cy_en"))


def test_without_the_extra_the_commands_say_what_to_type(run: Run, monkeypatch) -> None:
    monkeypatch.setattr(engine, "PACKAGES", ("there_is_no_such_package",))
    code, out, err = run("translators")
    assert (code, out) == (0, "")
    assert "start.py translate" in err
    assert "start.py translate" in refused(run("add-translator", str(COMMITTED)))


def test_nothing_else_needs_the_extra() -> None:
    code = """
import sys
sys.modules.update(ctranslate2=None, sentencepiece=None, numpy=None)
import app.commands, app.translator_commands, app.usecases.by_machine, ui.window
app.commands.parser()
assert "app.translate.engine" not in sys.modules
"""
    subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True)
