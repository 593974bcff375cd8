from hypothesis import given
from hypothesis import strategies as st

from app.model import photo_work
from app.model.photo_work import ALL_OF_IT, LEAST, Corner, Frame, PhotoWork

SHARES = st.floats(-2, 2)
CORNERS: tuple[Corner, ...] = ("top_left", "top_right", "bottom_left", "bottom_right")


@st.composite
def frames(draw: st.DrawFn) -> Frame:
    left, top = draw(st.floats(0, 1 - LEAST)), draw(st.floats(0, 1 - LEAST))
    return Frame(left, top, draw(st.floats(left + LEAST, 1)), draw(st.floats(top + LEAST, 1)))


def within(frame: Frame) -> bool:
    off = 1e-9
    return (
        -off <= frame.left < frame.right <= 1 + off
        and -off <= frame.top < frame.bottom <= 1 + off
        and frame.width >= LEAST - off
        and frame.height >= LEAST - off
    )


@given(frames(), SHARES, SHARES)
def test_a_frame_is_moved_within_the_photo_and_keeps_its_size(
    frame: Frame, across: float, down: float
) -> None:
    moved = photo_work.moved(frame, across, down)
    assert within(moved)
    assert abs(moved.width - frame.width) < 1e-9
    assert abs(moved.height - frame.height) < 1e-9


@given(frames(), st.sampled_from(CORNERS), SHARES, SHARES)
def test_a_corner_goes_anywhere_within_the_photo_and_never_crosses_the_opposite_one(
    frame: Frame, corner: Corner, x: float, y: float
) -> None:
    assert within(photo_work.with_corner(frame, corner, x, y))


@given(frames())
def test_four_quarters_are_none_and_left_undoes_right(frame: Frame) -> None:
    begun = work = PhotoWork(frame=frame)
    right = photo_work.turned(begun, clockwise=True)
    back = photo_work.turned(right, clockwise=False)
    assert back.quarters == 0
    assert abs(back.frame.left - frame.left) < 1e-9
    for _ in range(4):
        work = photo_work.turned(work, clockwise=True)
    assert work.quarters == 0
    assert abs(work.frame.bottom - frame.bottom) < 1e-9


def test_a_turned_frame_stays_around_the_same_part_of_the_photo() -> None:
    upper_left = PhotoWork(frame=Frame(0, 0, 0.5, 0.25))
    assert photo_work.turned(upper_left, clockwise=True).frame == Frame(0.75, 0, 1, 0.5)
    assert photo_work.turned(upper_left, clockwise=False).frame == Frame(0, 0.5, 0.25, 1)


def test_square_is_the_largest_square_in_the_middle_of_the_frame() -> None:
    assert photo_work.square(ALL_OF_IT, aspect=2) == Frame(0.25, 0, 0.75, 1)
    assert photo_work.square(ALL_OF_IT, aspect=0.5) == Frame(0, 0.25, 1, 0.75)
