"""A photo on its way into a plan: framed, cut out, who is in it, and used again."""

import io
import itertools
from collections.abc import Iterator
from typing import TYPE_CHECKING

from PIL import Image, ImageDraw
from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QLineEdit

from app.camera.protocol import Camera
from app.model.photo_facts import InPhoto
from app.model.photo_work import Frame, PhotoWork
from app.model.pictures import Picture
from app.usecases import people, photo_facts, photos
from app.usecases.photo_facts import Told
from ui.camera import NO_ANSWER
from ui.parts.picker import Picker
from ui.parts.pressable import Pressable
from ui.parts.your_photo import YourPhoto
from ui.shots import Shot
from ui.shots.making import PHOTO
from ui.shots.one_moment import at

if TYPE_CHECKING:
    from ui.gallery import Gallery

_WAIT_MS = 400
_NTH = itertools.count()


def shots(gallery: "Gallery") -> Iterator[Shot]:
    """What is seen of a photo from the page of pictures until it stands in the plan."""
    gallery.like_person(gallery.everyone()[0])
    yield "my-photos-none", lambda: _own(gallery)
    yield "picker", lambda: _picker(gallery)
    yield "your-photo", lambda: _take(gallery, _seaside())
    yield "your-photo-framed", lambda: _frame(gallery)
    yield "your-photo-tall", lambda: _take(gallery, _seaside((700, 1400)))
    yield "camera", lambda: _camera(gallery)
    yield "camera-counting", lambda: _count(gallery)
    yield "camera-taken", lambda: _filmed(gallery)
    yield "camera-off", lambda: gallery.window.ctx.eye.trouble.emit(NO_ANSWER)
    yield "photo-who", lambda: _who(gallery)
    yield "photo-who-asked", lambda: _asked(gallery)
    yield "photo-agreed", lambda: _agreed(gallery)
    yield "photo-said-no", lambda: _said_no(gallery)
    yield "photo-called", lambda: _called(gallery)
    yield "picker-own", lambda: _picker_own(gallery)
    yield "my-photos", lambda: _own(gallery)
    yield "my-photos-who", lambda: gallery.press("who-is-in-photos")
    yield "my-photos-away", lambda: gallery.press("take-photo-away")
    yield "my-photos-remove", lambda: _remove(gallery)


def _seaside(size: tuple[int, int] = (1500, 1000)) -> bytes:
    """A picture that was drawn for this: sand, sea, sun and a hut."""
    wide, high = size
    image = Image.new("RGB", size, "#9CCBEB")
    draw = ImageDraw.Draw(image)
    draw.ellipse((wide * 0.7, high * 0.08, wide * 0.7 + 180, high * 0.08 + 180), fill="#F6D155")
    draw.rectangle((0, high * 0.5, wide, high * 0.72), fill="#2E7D9E")
    draw.rectangle((0, high * 0.72, wide, high), fill="#E3C893")
    hut = (wide * 0.2, high * 0.5, wide * 0.2 + 300, high * 0.5 + 330)
    draw.rectangle(hut, fill="#C0503C")
    draw.polygon(
        ((hut[0] - 40, hut[1]), (hut[2] + 40, hut[1]), ((hut[0] + hut[2]) / 2, hut[1] - 170)),
        fill="#F3EFE4",
    )
    draw.rectangle((hut[0] + 100, hut[1] + 130, hut[0] + 200, hut[3]), fill="#3B2A23")
    out = io.BytesIO()
    image.save(out, "JPEG")
    return out.getvalue()


def _wait(gallery: "Gallery") -> None:
    """Until what is shown to try it out was made."""
    loop = QEventLoop()
    QTimer.singleShot(_WAIT_MS, loop.quit)
    loop.exec()
    gallery.settle()


def _own(gallery: "Gallery") -> None:
    at(gallery, f"photos-{next(_NTH)}", PHOTO)
    gallery.press("choose-photo")
    gallery.settle()


def _picker(gallery: "Gallery") -> None:
    """The page of pictures, where a picture was copied before."""
    QGuiApplication.clipboard().setImage(QImage.fromData(_seaside()))
    at(gallery, f"photos-{next(_NTH)}", PHOTO)
    gallery.press("answer-with-picture")
    gallery.settle()


def _take(gallery: "Gallery", data: bytes) -> None:
    _picker(gallery)
    picker = _shown(gallery)
    picker.search.setText("The sea")
    picker.take_photo(lambda: data)
    gallery.settle()
    _wait(gallery)


def _shown(gallery: "Gallery") -> Picker:
    return next(each for each in gallery.window.findChildren(Picker) if each.isVisible())


def _camera(gallery: "Gallery") -> None:
    """What two made-up cameras see; no process stands behind them."""
    eye = gallery.window.ctx.eye
    eye.known = (Camera("lavfi:none", "Integrated camera"), Camera("lavfi:no", "Logitech C270"))
    _picker(gallery)
    if gallery.window.ctx.look.stacked:
        gallery.press("other-ways")
    gallery.press("camera")
    eye.close()
    gallery.settle()
    eye.seen.emit(_seaside((1280, 720)))


def _count(gallery: "Gallery") -> None:
    _camera(gallery)
    gallery.press("count-down")
    gallery.press("shutter")


def _filmed(gallery: "Gallery") -> None:
    _camera(gallery)
    gallery.window.ctx.eye.taken.emit(_seaside((1280, 720)))


def _frame(gallery: "Gallery") -> None:
    _take(gallery, _seaside())
    page = next(each for each in gallery.window.findChildren(YourPhoto) if each.isVisible())
    page.frame.use(PhotoWork(0, Frame(0.1, 0.2, 0.6, 0.95), "oval"))
    _wait(gallery)


def _who(gallery: "Gallery") -> None:
    _take(gallery, _seaside())
    gallery.press("take-photo")
    gallery.settle()


def _asked(gallery: "Gallery") -> None:
    _who(gallery)
    person = gallery.everyone()[0].id
    notebook = gallery.window.ctx.open_notebook
    around = gallery.ask(lambda: people.supporters(notebook, person=person))
    gallery.press(f"in-photo-{person}")
    gallery.settle()
    gallery.press(f"in-photo-{around[0].id}")
    gallery.settle()
    gallery.press("in-photo-somebody")
    gallery.settle()
    line = gallery.window.findChild(QLineEdit, "in-photo-name")
    assert line is not None
    line.setText("Auntie Bea")


def _agreed(gallery: "Gallery") -> None:
    _press(gallery, "photo-who-done")


def _said_no(gallery: "Gallery") -> None:
    _press(gallery, next(each for each in _names(gallery) if each.startswith("agreed-no-")))


def _called(gallery: "Gallery") -> None:
    _who(gallery)
    _press(gallery, "in-photo-nobody")
    _press(gallery, "photo-who-done")


def _remove(gallery: "Gallery") -> None:
    _press(gallery, next(each for each in _names(gallery) if each.startswith("own-")))


def _press(gallery: "Gallery", name: str) -> None:
    gallery.press(name)
    gallery.settle()


def _names(gallery: "Gallery") -> list[str]:
    seen = gallery.window.findChildren(Pressable)
    return [each.objectName() for each in seen if each.isVisible()]


def _keep_some(gallery: "Gallery") -> None:
    ctx, person = gallery.window.ctx, gallery.everyone()[0].id
    notebook, by, today = ctx.open_notebook, ctx.writer, ctx.today
    sea, hut, bea, al = (
        Told(taken_for="The sea"),
        Told(taken_for="My beach hut"),
        Told(taken_for="Auntie Bea", who=(InPhoto(name="Auntie Bea"),)),
        Told(taken_for="Uncle Al", who=(InPhoto(name="Uncle Al", agreed="no"),)),
    )
    sizes = ((1500, 1000), (900, 900), (1000, 900), (900, 1000))
    for told, size in zip((sea, hut, bea, al), sizes, strict=True):
        photo: Picture = photos.clean_photo(_seaside(size))
        gallery.ask(
            lambda photo=photo, told=told: photo_facts.keep(
                notebook, person=person, photo=photo, told=told, by=by, on=today
            )
        )


def _picker_own(gallery: "Gallery") -> None:
    _keep_some(gallery)
    _picker(gallery)
    _shown(gallery).search.setText("sea")
    gallery.settle()
