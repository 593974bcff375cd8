"""Photos of a plan file: what is not the picture never comes into the notebook with them."""

import base64
import io
from typing import Any

import pytest
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from app.model import halfsaid
from app.model.ids import RecordId
from app.model.person import Person
from app.model.planfile import photo_ref
from app.model.statement import Statement
from app.pictures.dots_only import holds_only_dots
from app.usecases import planfile
from app.usecases.photos import clean_photo
from tests.helpers.fake_notebook import FakeNotebook
from tests.helpers.plans import AT, file_of, photo, plan_data, the_sections

_WORDS = b"51.5007 N, Elm Street"
_GPS = 0x8825


def with_place(kind: str) -> bytes:
    """A photo with where it was taken, as cameras write it."""
    exif = Image.Exif()
    exif.get_ifd(_GPS)[0x001D] = _WORDS.decode()
    return made(kind, exif=exif.tobytes())


def made(kind: str, **more: Any) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (40, 30), "teal").save(out, kind, **more)
    return out.getvalue()


def with_words() -> bytes:
    info = PngInfo()
    info.add_text("Comment", _WORDS.decode())
    return made("PNG", pnginfo=info)


def with_xmp() -> bytes:
    info = PngInfo()
    info.add_itxt("XML:com.adobe.xmp", f"<x>{_WORDS.decode()}</x>")
    return made("PNG", pnginfo=info)


HOLDING_MORE = [
    with_place("JPEG"),
    with_place("PNG"),
    with_words(),
    with_xmp(),
    made("JPEG", comment=_WORDS),
    made("JPEG", xmp=_WORDS),
    made("JPEG") + _WORDS,
    made("PNG") + _WORDS,
]


def plan_with(data: bytes) -> dict[str, Any]:
    """A plan in which a photo is somebody's face, stands by a sentence, and is being chosen."""
    plan, ref = plan_data(), photo_ref(data)
    kind = "image/png" if data.startswith(b"\x89PNG") else "image/jpeg"
    plan["pictures"] = {ref: {"media_type": kind, "data": base64.b64encode(data).decode()}}
    plan["people"][0]["photo"] = ref
    tea = plan["statements"][0]
    tea |= {
        "symbols": [],
        "changed_at": AT,
        "changed_by": "jo",
        "earlier": [{"at": AT, "by": "jo", "symbols": [ref]}],
    }
    plan["unfinished"] = [{"within": "talk", "moment": "next", "said": {"picture": ref}}]
    return plan


@pytest.mark.parametrize("data", HOLDING_MORE)
def test_no_place_and_no_words_of_a_photo_are_kept(data: bytes) -> None:
    assert _WORDS in data
    notebook = FakeNotebook()
    planfile.import_plan(notebook, data=file_of(plan_with(data)), sections=the_sections())
    (kept,) = notebook.photos.values()
    assert _WORDS not in kept.data
    assert holds_only_dots(kept.data)


def test_the_new_name_stands_wherever_the_old_one_stood() -> None:
    data, notebook = with_place("JPEG"), FakeNotebook()
    planfile.import_plan(notebook, data=file_of(plan_with(data)), sections=the_sections())
    new = photo_ref(clean_photo(data).data)
    with notebook.unit_of_work() as work:
        assert work.records.get(RecordId("ann"), Person).body.photo == new
        first, *_ = work.records.history(RecordId("tea"))
        assert isinstance(first.body, Statement)
        assert first.body.symbols == (new,)
        typed = work.unfinished.get(session=RecordId("talk"), moment="next")
        assert halfsaid.read(typed).picture == new
        assert work.media.get(new) is not None


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
@pytest.mark.parametrize("mode", ["RGB", "RGBA", "L", "CMYK"])
def test_a_photo_made_here_is_kept_byte_for_byte(kind: str, mode: str) -> None:
    out = io.BytesIO()
    Image.new(mode, (40, 30)).save(out, "TIFF")
    assert holds_only_dots(clean_photo(out.getvalue()).data)
    assert holds_only_dots(photo())
    assert holds_only_dots(made(kind))


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_part_of_a_file_is_no_plain_picture(kind: str) -> None:
    whole = made(kind, progressive=True)
    assert holds_only_dots(whole)
    assert not any(holds_only_dots(whole[:end]) for end in range(len(whole)))
