"""Which parts of a place are pictures: by how they are called, and else by how they begin."""

import hashlib

from app.pictures.found import MOST_PICTURES
from app.pictures.naming import stem
from app.pictures.place import Place, too_many

_PICTURES = frozenset(
    {"svg", "png", "jpg", "jpeg", "webp", "gif", "bmp", "heic", "heif", "avif", "tif", "tiff"}
)
_TELLING = frozenset({"csv", "tsv", "json", "obf", "txt", "md"})
"""What is no picture, but may say something about them."""
_OTHERS = frozenset(
    {
        "csv", "tsv", "txt", "md", "json", "obf", "html", "htm", "css", "js", "xml", "pdf", "ttf",
        "otf", "woff", "woff2", "mp3", "wav", "ogg", "mp4", "rtf", "doc", "docx", "xls", "xlsx",
        "yml", "yaml", "toml", "ini", "db", "svgz", "ai", "eps", "zip", "py", "sh", "exe", "dll",
    }
)  # fmt: skip
_BEGINNINGS = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"<svg", b"<?xml")
_LICENCES = ("license", "licence", "copying", "copyright", "credits", "readme")
_LARGEST_TEXT = 200_000


def end(part: str) -> str:
    """What the name of a part says about its kind, in small letters."""
    name = part.rpartition("/")[2]
    return name.rpartition(".")[2].casefold() if "." in name else ""


def picture_parts(place: Place) -> tuple[str, ...]:
    """The parts that look like pictures; whether they are is seen when they are read.

    Raises:
        BadPictureSetError: there are too many.

    """
    found = tuple(part for part in place.marks if _may_be_picture(place, part))
    if len(found) > MOST_PICTURES:
        raise too_many()
    return found


def fingerprint(place: Place) -> str:
    """The same for the same pictures, and the same that is said of them, whatever else is there."""
    made = hashlib.sha256()
    for part, mark in place.marks.items():
        if end(part) not in _OTHERS or end(part) in _TELLING:
            made.update(f"{part}|{mark}\n".encode("utf-8", "surrogatepass"))
    return made.hexdigest()


def parts_ending(place: Place, *ends: str) -> tuple[str, ...]:
    """The parts with one of these ends."""
    return tuple(part for part in place.marks if end(part) in ends)


def licence_texts(place: Place) -> tuple[str, ...]:
    """The parts in which a licence usually stands, the likeliest first."""
    texts = [part for part in parts_ending(place, "txt", "md", "") if part]
    named = [
        (place_of, part.count("/"), part)
        for part in texts
        for place_of, word in enumerate(_LICENCES)
        if stem(part).casefold().startswith(word)
    ]
    return tuple(part for *_, part in sorted(named))


def _may_be_picture(place: Place, part: str) -> bool:
    ending = end(part)
    if ending in _PICTURES:
        return True
    if ending in _OTHERS:
        return False
    head = place.head(part)
    return head.startswith(_BEGINNINGS) or head[8:12] == b"WEBP"
