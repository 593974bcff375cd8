"""Small picture sets, made in the shapes in which other programs give theirs out."""

import base64
import io
import json
import zipfile
from pathlib import Path
from typing import Any

from PIL import Image

from app.model.ids import PictureRef
from app.usecases.photos import clean_photo
from app.usecases.ports import Notebook

LICENCE = (
    "The Made-up Set\n\nCopyright 2018-2026 Ada Example\n\n"
    "To view a copy, visit https://creativecommons.org/licenses/by-sa/4.0/\n"
)
TABLE = (
    "symbol-id,category-id,tags,symbol-en,category-en,symbol-fr\n"
    '1,1,drink,mug_1,Kitchen,tasse\n2,1,sport,"swim_,_to",Sport,nager\n'
)


def drawing(body: str = '<path d="M1 1h8v8z" fill="#123456"/>', *, more: str = "") -> bytes:
    """A drawing of 10 by 10."""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"{more}>{body}</svg>'
    ).encode()


def dots(colour: str = "teal", *, kind: str = "PNG", size: tuple[int, int] = (8, 6)) -> bytes:
    """A picture made of dots."""
    out = io.BytesIO()
    Image.new("RGB", size, colour).save(out, kind)
    return out.getvalue()


def keep_photo(notebook: Notebook, data: bytes) -> PictureRef:
    """Keep a photo in a notebook, as it is kept once somebody has said who is in it."""
    with notebook.unit_of_work() as work:
        ref = work.media.put(clean_photo(data))
        work.commit()
    return ref


def zipped(path: Path, parts: dict[str, bytes | str]) -> Path:
    """A zip with these parts."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in parts.items():
            made.writestr(name, content)
    return path


def unpacked(folder: Path, parts: dict[str, bytes | str]) -> Path:
    """The same as a folder."""
    for name, content in parts.items():
        to = folder / name
        to.parent.mkdir(parents=True, exist_ok=True)
        to.write_bytes(content.encode() if isinstance(content, str) else content)
    return folder


def mulberry_like(path: Path) -> Path:
    """Two drawings, their table and their licence."""
    return zipped(
        path,
        {
            "EN-symbols/mug_1.svg": drawing(),
            "EN-symbols/swim_,_to.svg": drawing('<circle cx="5" cy="5" r="4"/>'),
            "symbol-info.csv": TABLE,
            "LICENSE.txt": LICENCE,
        },
    )


def board(**more: Any) -> dict[str, Any]:
    """A board with one picture in it, one beside it, and one that is only an address."""
    inside = base64.b64encode(dots("red")).decode()
    return {
        "format": "open-board-0.1",
        "id": 7,
        "locale": "en-GB",
        "buttons": [
            {"id": 1, "label": "happy", "image_id": 9},
            {"id": 2, "label": "sad", "image_id": "11"},
            {"id": 3, "label": "tired", "image_id": 12},
        ],
        "images": [
            {"id": "9", "data": f"data:image/png;base64,{inside}", "url": "https://x.example/9"},
            {"id": 11, "path": "images/sad.png", "license": {"type": "CC By", "author_name": "Bo"}},
            {"id": 12, "url": "https://x.example/12.png"},
        ],
        **more,
    }


def boards(path: Path, *, of: dict[str, Any] | None = None) -> Path:
    """The board, packed as ``.obz``, with the mark that some programs put before their text."""
    manifest = {
        "format": "open-board-0.1",
        "root": "boards/one.obf",
        "paths": {"boards": {"7": "boards/one.obf"}, "images": {}},
    }
    return zipped(
        path,
        {
            "manifest.json": json.dumps(manifest),
            "boards/one.obf": b"\xef\xbb\xbf" + json.dumps(of or board()).encode(),
            "images/sad.png": dots("blue"),
        },
    )


def arasaac(path: Path) -> Path:
    """Three pictures by number, and what they are called in two languages."""
    plain = {"sex": False, "violence": False}
    english = [
        {"_id": 2349, "keywords": [{"keyword": "cup", "plural": "cups", "type": 2}], **plain},
        {"_id": 2350, "keywords": [{"keyword": "gun"}], "sex": False, "violence": True},
    ]
    welsh = [{"_id": 2349, "keywords": [{"keyword": "cwpan"}], **plain}]
    return zipped(
        path,
        {
            "2349.png": dots("red"),
            "2350.png": dots("blue"),
            "2351_500.png": dots("green"),
            "pictograms_en.json": json.dumps(english),
            "pictograms_cy.json": json.dumps(welsh),
        },
    )
