"""What is done to a photo before it is kept: turned, a part of it chosen, a shape cut out.

All of it is worked out in parts of the photo's width and height, so that the same work fits the
photo as it stands on screen and as it came from the camera.
"""

import dataclasses
from typing import Literal

Corner = Literal["top_left", "top_right", "bottom_left", "bottom_right"]
"""A corner of the frame, as it is seen: photos are not mirrored where people read to the left."""

Shape = Literal["whole", "rounded", "oval"]
Behind = Literal["clear", "white"]

LEAST = 0.2
"""The smallest part of a side that a frame may leave: less is a blur, and its corners touch."""
STEP = 0.04
"""How far one press of an arrow key moves a frame or a corner."""
QUARTERS = 4
ROUND_CORNER = 0.06
"""How round the corners of every photo are shown, in parts of the square it lies in."""


@dataclasses.dataclass(frozen=True, slots=True)
class Frame:
    """The part of a photo that is kept; 0 to 1 from its left and its top."""

    left: float = 0.0
    top: float = 0.0
    right: float = 1.0
    bottom: float = 1.0

    @property
    def width(self) -> float:
        """How much of the photo's width is kept."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """How much of the photo's height is kept."""
        return self.bottom - self.top

    def place(self, corner: Corner) -> tuple[float, float]:
        """Where a corner is."""
        return (
            self.left if corner.endswith("left") else self.right,
            self.top if corner.startswith("top") else self.bottom,
        )


ALL_OF_IT = Frame()


@dataclasses.dataclass(frozen=True, slots=True)
class PhotoWork:
    """Everything that is done to one photo.

    Attributes:
        quarters: how many quarters it is turned clockwise; the frame is that of the turned photo.
        shape: what is cut out of the frame.
        behind: what is left around a shape.

    """

    quarters: int = 0
    frame: Frame = ALL_OF_IT
    shape: Shape = "whole"
    behind: Behind = "clear"


def turned(work: PhotoWork, *, clockwise: bool) -> PhotoWork:
    """A quarter further, with the frame around the same part of the photo."""
    old = work.frame
    if clockwise:
        frame = Frame(1 - old.bottom, old.left, 1 - old.top, old.right)
    else:
        frame = Frame(old.top, 1 - old.right, old.bottom, 1 - old.left)
    quarters = (work.quarters + (1 if clockwise else -1)) % QUARTERS
    return dataclasses.replace(work, quarters=quarters, frame=frame)


def moved(frame: Frame, across: float, down: float) -> Frame:
    """The frame further along, as large as it was; it stays within the photo."""
    across = min(max(across, -frame.left), 1 - frame.right)
    down = min(max(down, -frame.top), 1 - frame.bottom)
    return Frame(frame.left + across, frame.top + down, frame.right + across, frame.bottom + down)


def with_corner(frame: Frame, corner: Corner, x: float, y: float) -> Frame:
    """The frame with one corner somewhere else, the opposite one where it was."""
    left, top, right, bottom = frame.left, frame.top, frame.right, frame.bottom
    if corner.endswith("left"):
        left = min(max(x, 0.0), right - LEAST)
    else:
        right = max(min(x, 1.0), left + LEAST)
    if corner.startswith("top"):
        top = min(max(y, 0.0), bottom - LEAST)
    else:
        bottom = max(min(y, 1.0), top + LEAST)
    return Frame(left, top, right, bottom)


def square(frame: Frame, *, aspect: float) -> Frame:
    """The largest square around the middle of a frame that is within the frame.

    Args:
        frame: what is chosen now.
        aspect: the width of the turned photo, in its heights.

    """
    wide, high = frame.width * aspect, frame.height
    side = min(wide, high)
    off_x, off_y = (wide - side) / 2 / aspect, (high - side) / 2
    return Frame(frame.left + off_x, frame.top + off_y, frame.right - off_x, frame.bottom - off_y)
