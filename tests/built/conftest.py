"""Tests of the built program: ``ALONGSIDE_BUILT`` names its file. Without it they are skipped."""

import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

Start = Callable[..., "subprocess.CompletedProcess[bytes]"]

_KEPT = ("PATH", "SYSTEMROOT", "TEMP", "TMP", "LANG")
"""Of this process's environment: nothing that tells a Python where this checkout is."""


@pytest.fixture
def start(tmp_path: Path) -> Start:
    """Starts the program with arguments, something to read, and settings; waits for its end."""
    built = os.environ.get("ALONGSIDE_BUILT")
    if not built:
        pytest.skip("ALONGSIDE_BUILT does not say where the built program is")

    def begin(*arguments: str, told: bytes = b"", **settings: str):
        environment = {name: os.environ[name] for name in _KEPT if name in os.environ}
        environment |= {
            "HOME": str(tmp_path),
            "USERPROFILE": str(tmp_path),
            "ALONGSIDE_HOME": str(tmp_path / "home"),
            "ALONGSIDE_PIN": "271828",
            "ALONGSIDE_SOUND": "null",
            "QT_QPA_PLATFORM": "offscreen",
            **settings,
        }
        return subprocess.run(
            [Path(built).absolute(), *arguments],
            input=told,
            capture_output=True,
            env=environment,
            cwd=tmp_path,
            timeout=110,
            check=False,
        )

    return begin
