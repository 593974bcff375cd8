"""Nothing needs dragging, speed, colour or movement: what is checked of it in one place."""

import re
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage

from app.model.person import Person
from app.model.record import Record
from app.usecases import people
from tests.helpers.driver import Driver
from tests.helpers.switches import Scan
from ui.scanning.offers import Group
from ui.theme.now import LookNow

UI = Path(__file__).parents[2] / "ui"

DRAGGED = {
    "parts/dragging.py": "carries a card: pressed and its place pressed (test_board)",
    "screens/moments/board.py": "the same, with the keyboard and by switch (test_scanned_review)",
    "parts/photo_frame.py": "a corner: pressed twice, arrow keys, buttons (test_photos)",
    "parts/canvas.py": "drawing itself; answering with a picture instead stands beside it",
}
"""Where a pointer is held and moved, and the way to the same without it."""

_DRAGS = re.compile(r"mouseMoveEvent|Carrying\(|MouseMove\b|startDrag|QDrag\(")
_NO_DRAG = {"idle.py"}
"""A moved mouse is only a sign of life there."""

_MOVES = re.compile(r"QPropertyAnimation|QVariantAnimation|QTimeLine|QMovie|QGraphics\w*Effect")


def modules() -> dict[str, str]:
    found = (each for each in UI.rglob("*.py"))
    return {each.relative_to(UI).as_posix(): each.read_text("utf-8") for each in found}


def test_every_drag_is_known_and_has_a_way_without_it() -> None:
    drags = {name for name, code in modules().items() if _DRAGS.search(code)}
    assert drags - _NO_DRAG == set(DRAGGED)


def test_nothing_on_screen_moves_by_itself() -> None:
    assert not [name for name, code in modules().items() if _MOVES.search(code)]


def luminance(colour: QColor) -> float:
    """Relative luminance as WCAG 2.2 defines it."""
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: QColor, other: QColor) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def like(driver: Driver, field: str, value: object) -> None:
    ctx, person = driver.window.ctx, driver.person()
    notebook, by = ctx.open_notebook, ctx.writer
    driver.ask(
        lambda: people.change_setting(notebook, person=person, field=field, value=value, by=by)
    )


def across(image: QImage, left: int, y: int, width: int) -> list[QColor]:
    return [image.pixelColor(x, y) for x in range(max(0, left), left + width)]


@pytest.mark.parametrize("theme", ["paper", "white", "dark", "black_yellow"])
def test_the_frame_is_thick_and_stands_out_without_colours(
    examples: Driver, marcus: Record[Person], theme: str
) -> None:
    like(examples, "theme", theme)
    scan = Scan(examples, marcus.id).use("two_switches")
    now = scan.scanner.now
    assert isinstance(now, Group)
    scan.press(1)
    left, top, _, height = scan.scanner.now.box
    look: LookNow = examples.window.ctx.look
    image = examples.window.grab().toImage()
    edge = across(image, left - 6, top + height // 2, 26)
    ink, paper = look.colour("ink"), look.colour("paper")
    assert contrast(ink, paper) >= 3
    assert edge.count(ink) >= 6
    assert edge.count(paper) >= 4


def test_a_group_and_a_thing_are_told_apart_by_the_line(
    examples: Driver, marcus: Record[Person]
) -> None:
    scan = Scan(examples, marcus.id).use("two_switches")
    ink = examples.window.ctx.look.colour("ink")

    def gaps() -> int:
        left, top, _, height = scan.scanner.now.box
        image = examples.window.grab().toImage()
        ground = range(top + 40, top + height - 40)
        columns = [
            [image.pixelColor(x, y) == ink for y in ground] for x in range(left - 5, left + 9)
        ]
        return min(sum(not each for each in column) for column in columns)

    assert isinstance(scan.scanner.now, Group)
    assert gaps() > 10
    scan.press(1)
    assert gaps() == 0
