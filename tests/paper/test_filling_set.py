"""Drawings of the second set can be printed."""

from pathlib import Path

import pytest

from app.paper.svg import read_svg

FOLDER = Path(__file__).parents[2] / "resources" / "pictures" / "healthicons"


@pytest.mark.parametrize("file", sorted(FOLDER.glob("*.svg")), ids=lambda file: file.stem)
def test_it_can_be_drawn_on_paper(file: Path) -> None:
    assert read_svg(file.read_bytes())
