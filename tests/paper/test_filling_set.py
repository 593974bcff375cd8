"""Drawings of the sets that fill gaps of OpenMoji can be printed."""

from pathlib import Path

import pytest

from app.paper.svg import read_svg

FOLDER = Path(__file__).parents[2] / "resources" / "pictures"


@pytest.mark.parametrize(
    "file", sorted(FOLDER.glob("*/*.svg")), ids=lambda file: f"{file.parent.name}:{file.stem}"
)
def test_it_can_be_drawn_on_paper(file: Path) -> None:
    assert read_svg(file.read_bytes())
