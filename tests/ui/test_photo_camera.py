"""A photo with the camera: on only while it is looked at, and on its way like any other photo."""

import io

import pytest
from PIL import Image
from PySide6.QtGui import QGuiApplication

from app.model.pictures import Picture
from tests.helpers.driver import Driver, begin
from tests.helpers.guides import guide, moment
from ui.parts import photo_camera
from ui.parts.photo_camera import PhotoCamera
from ui.screens.base import Route

ASKED = guide(moment("likes", kind="question"))
RED_LEFT = (
    "color=red:size=320x180:rate=25[l];color=blue:size=320x180:rate=25[r];[l][r]hstack,realtime"
)
OTHER = "testsrc=size=320x240:rate=25,realtime"
GONE = "testsrc=size=320x240:rate=25:duration=0.4,realtime"


@pytest.fixture
def cameras(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    monkeypatch.setenv("ALONGSIDE_CAMERA", RED_LEFT)
    return monkeypatch


def at_pictures(driver: Driver) -> None:
    QGuiApplication.clipboard().clear()
    begin(driver, ASKED)
    driver.press("answer-with-picture")


def turn_on(driver: Driver) -> PhotoCamera:
    at_pictures(driver)
    until(driver, "camera")
    assert not driver.window.ctx.eye.on
    driver.press("camera")
    shown = page(driver)
    driver.qtbot.waitUntil(lambda: not shown.view.image.isNull(), timeout=10_000)
    return shown


def page(driver: Driver) -> PhotoCamera:
    (found,) = (w for w in driver.window.findChildren(PhotoCamera) if w.isVisible())
    return found


def until(driver: Driver, name: str) -> None:
    driver.qtbot.waitUntil(lambda: driver.find(name) is not None, timeout=10_000)


def stored(driver: Driver) -> list[Picture]:
    notebook = driver.window.ctx.open_notebook

    def find() -> list[Picture]:
        with notebook._engine.connect() as connection:
            query = "SELECT media_type, data FROM media"
            return [Picture(*row) for row in connection.exec_driver_sql(query).all()]

    return driver.ask(find)


def test_where_there_is_no_camera_none_is_spoken_of(own: Driver) -> None:
    at_pictures(own)
    assert own.find("camera") is None
    own.press("my-photos")
    assert own.find("camera") is None


@pytest.mark.usefixtures("cameras")
def test_a_photo_with_the_camera_goes_the_way_of_any_photo(own: Driver) -> None:
    turn_on(own)
    assert "The camera is on" in own.seen()
    own.press("shutter")
    until(own, "use-photo")
    assert "The camera is off" in own.seen()
    assert not own.window.ctx.eye.on
    own.press("use-photo")
    assert stored(own) == []
    own.press("take-photo")
    assert stored(own) == []
    own.press("in-photo-nobody")
    own.press("photo-who-done")
    (kept,) = stored(own)
    assert Image.open(io.BytesIO(kept.data)).size == (640, 180)


@pytest.mark.usefixtures("cameras")
def test_a_photo_can_also_be_taken_among_my_photos_and_not_wanted_after_all(own: Driver) -> None:
    at_pictures(own)
    own.press("my-photos")
    until(own, "camera")
    own.press("camera")
    own.press("camera-not-now")
    assert own.find("photo") is not None
    assert not own.window.ctx.eye.on
    assert stored(own) == []


@pytest.mark.usefixtures("cameras")
def test_the_living_picture_is_a_mirror_and_the_photo_is_not(own: Driver) -> None:
    shown = turn_on(own)
    assert shown.view.mirrored
    assert shown.view.image.pixelColor(10, 90).red() > 200
    own.press("shutter")
    until(own, "use-photo")
    assert not shown.view.mirrored
    assert shown.view.image.pixelColor(10, 90).red() > 200


@pytest.mark.usefixtures("cameras")
def test_taking_it_again_turns_the_camera_on_again(own: Driver) -> None:
    turn_on(own)
    own.press("shutter")
    until(own, "photo-again")
    own.press("photo-again")
    assert own.window.ctx.eye.on
    own.press("camera-not-now")
    assert not own.window.ctx.eye.on
    assert own.find("camera") is not None


def test_the_numbers_are_counted_down_before_the_photo_is_taken(
    own: Driver, cameras: pytest.MonkeyPatch
) -> None:
    cameras.setattr(photo_camera, "_COUNT_MS", 100)
    shown = turn_on(own)
    own.press("count-down")
    numbers: list[int] = []
    own.window.ctx.eye.taken.connect(lambda _: numbers.append(shown.view.number))
    own.press("shutter")
    assert shown.view.number == 3
    until(own, "use-photo")
    assert numbers == [0]


def test_pressing_again_while_it_counts_stops_the_counting(
    own: Driver, cameras: pytest.MonkeyPatch
) -> None:
    shown = turn_on(own)
    own.press("count-down")
    own.press("shutter")
    own.press("shutter")
    assert shown.view.number == 0
    assert own.window.ctx.eye.on


def test_another_camera_can_be_chosen(own: Driver, cameras: pytest.MonkeyPatch) -> None:
    cameras.setenv("ALONGSIDE_CAMERA", f"{RED_LEFT}|{OTHER}")
    shown = turn_on(own)
    own.press("camera-1")
    own.qtbot.waitUntil(lambda: shown.view.image.width() == 320, timeout=10_000)


@pytest.mark.parametrize("leaving", ["back", "lock", "hide", "another-screen"])
@pytest.mark.usefixtures("cameras")
def test_the_camera_goes_off_at_once_when_it_is_left(own: Driver, leaving: str) -> None:
    turn_on(own)
    window = own.window
    if leaving == "back":
        own.press("back")
    elif leaving == "lock":
        window.holding.idle.nobody_there.emit()
    elif leaving == "hide":
        window.showMinimized()
    else:
        window.show_route(Route("people"))
    own.qtbot.waitUntil(lambda: not window.ctx.eye.on, timeout=2_000)


def test_the_camera_goes_off_when_nothing_is_pressed(
    own: Driver, cameras: pytest.MonkeyPatch
) -> None:
    cameras.setattr(photo_camera, "_REST_MS", 1_500)
    turn_on(own)
    until(own, "camera-again")
    assert not own.window.ctx.eye.on
    assert "went off" in own.seen()


def test_a_camera_that_is_unplugged_says_so_and_can_be_tried_again(
    own: Driver, cameras: pytest.MonkeyPatch
) -> None:
    cameras.setenv("ALONGSIDE_CAMERA", GONE)
    turn_on(own)
    until(own, "camera-again")
    assert "Plug it in" in own.seen()
    own.press("camera-again")
    assert own.window.ctx.eye.on
