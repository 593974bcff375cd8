"""The pictures of README.md are made by one command."""

from pathlib import Path

import pytest

from app import resources
from ui import readme


def test_they_are_those_that_are_drawn() -> None:
    assert {file.stem for file in resources.path("readme").iterdir()} == set(readme.NAMES)


@pytest.mark.slow
def test_they_can_be_drawn(tmp_path: Path) -> None:
    assert readme.main(["--to", str(tmp_path)]) == 0
    assert {file.stem for file in tmp_path.glob("*.png")} == set(readme.NAMES)
