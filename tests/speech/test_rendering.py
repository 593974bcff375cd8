"""The process that renders for files: it is replaced when it crashes or hangs."""

import sys

import pytest

from app.speech.rendering import Manner, Rendering
from app.speech.sound import RenderError

_CRASHES_ONCE = """
import os, pathlib, sys
from app.speech import engines, render_worker
mark = pathlib.Path(sys.argv[1])
render = engines.Engines.render
def crash(self, text, **more):
    mark.open("a").write(f"{more['wish'].bundled_only}\\n")
    if mark.read_text().count("\\n") == 1:
        DEED
    return render(self, text, **more)
engines.Engines.render = crash
sys.exit(render_worker.main())
"""
CRASH = _CRASHES_ONCE.replace("DEED", "os.abort()")
HANG = _CRASHES_ONCE.replace("DEED", "import time; time.sleep(60)")
NEVER = "import sys; sys.exit(1)"
TELLS = """
import base64, json, os, sys
print(json.dumps({"voices": []}), flush=True)
for line in sys.stdin:
    told = " ".join(sorted(os.environ)).encode()
    print(json.dumps({"what": "sound", "pcm": base64.b64encode(told).decode()}), flush=True)
"""
USUAL = Manner()


def of(code, *more, patience=20.0):
    return Rendering((sys.executable, "-c", code, *map(str, more)), patience=patience)


def test_each_sentence_is_said_in_its_own_language_slower_and_as_names_are_taught():
    with Rendering() as rendering:
        assert {"cy", "pl", "ur"} <= {tag for each in rendering.voices for tag in each.languages}
        usual = rendering.render("Tea with milk.", lang="en-GB", manner=USUAL)
        slow = rendering.render("Tea with milk.", lang="en-GB", manner=Manner(rate=0.6))
        other = rendering.render("Tea with milk.", lang="pl", manner=USUAL)
        taught = rendering.render(
            "Tea with milk.", lang="en-GB", manner=Manner(names={"milk": "chocolate biscuits"})
        )
        assert rendering.render("Waan ku faraxsanahay.", lang="so", manner=USUAL) is None
    assert slow.frames > 1.3 * usual.frames
    assert other.pcm != usual.pcm
    assert taught.frames > usual.frames


@pytest.mark.parametrize(("code", "patience"), [(CRASH, 20.0), (HANG, 2.0)])
def test_a_sentence_over_which_it_crashes_or_hangs_is_said_with_the_bundled_voice(
    tmp_path, code, patience
):
    mark = tmp_path / "asked"
    with of(code, mark, patience=patience) as rendering:
        assert rendering.render("Tea.", lang="en-GB", manner=USUAL).frames > 1_000
    assert mark.read_text().split() == ["False", "True"]


def test_where_no_process_will_run_there_are_no_voices_and_it_is_said_of_a_sentence():
    for rendering in (of(NEVER), Rendering(("/nowhere/at/all",))):
        with rendering:
            assert rendering.voices == ()
            with pytest.raises(RenderError):
                rendering.render("Tea.", lang="en-GB", manner=USUAL)


def test_the_process_is_not_told_the_pin(monkeypatch):
    monkeypatch.setenv("ALONGSIDE_PIN", "2718")
    with of(TELLS) as rendering:
        told = rendering.render("Tea.", lang="en-GB", manner=USUAL).pcm.decode()
    assert "PYTHONPATH" in told
    assert "ALONGSIDE_PIN" not in told
