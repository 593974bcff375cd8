"""Names of pictures, as people say them, from the names of files."""

import re
from pathlib import PurePosixPath

from app.model.text import without_controls

_KIND_OF_WORD = re.compile(r"_,_(?:to|of)$")
_VARIANT = re.compile(r"(?<=\D)[ _-]+\d[a-z]?$")
_COMMA = re.compile(r"\s+(?=,)")
_BETWEEN = re.compile(r"[\s_]+(?:-+[\s_]+)?")
_TURNED_ROUND = re.compile("[\u202a-\u202e\u2066-\u2069]")
"""Signs by which a name can show other letters than it has, and turn those after it round."""
_LONGEST = 200
_LONGEST_SHOWN = 80


def spoken(name: str) -> str:
    """What a picture is called: ``swim_,_to`` is "swim", ``dentist_1a`` is "dentist".

    A number of one digit at the end tells pictures of one thing apart. A name that is nothing but
    a number stays, and so do years and ages.
    """
    plain = _KIND_OF_WORD.sub("", without_controls(_TURNED_ROUND.sub("", name)).strip())
    plain = _VARIANT.sub("", plain)
    return _COMMA.sub("", _BETWEEN.sub(" ", plain))[:_LONGEST].strip(" ,-")


def stem(part: str) -> str:
    """The name of a file without folders and without what tells its kind."""
    return PurePosixPath(part.replace("\\", "/")).stem


def identifier(part: str) -> str:
    """The path of a part in letters that can be kept: some computers allow others in names."""
    return part.encode("utf-8", "backslashreplace").decode()


def shown(part: str) -> str:
    """The path of a part, or a name in a file, as it may stand in a sentence."""
    return " ".join(without_controls(_TURNED_ROUND.sub("", part)).split())[:_LONGEST_SHOWN]


def title(file_name: str) -> str:
    """The name of a set, from that of its file: "Mulberry symbols"."""
    plain = without_controls(_TURNED_ROUND.sub("", file_name))
    words = " ".join(re.split(r"[\s_-]+", plain)).strip()
    return words[:1].upper() + words[1:_LONGEST]
