"""The bundled fonts, and which family serves which language on screen."""

from functools import cache
from typing import Any

from PySide6.QtCore import QLoggingCategory
from PySide6.QtGui import QFontDatabase

from app import resources
from app.words.typefaces import order

EMOJI = "OpenMoji"


@cache
def families_for(lang: str) -> list[str]:
    """Font families in the order in which they are asked for a character.

    The order is that of resources/fonts/fonts.toml, which serves screen and paper alike.

    Args:
        lang: BCP 47 tag; a script in it counts: ``ur-Aran`` asks for Nastaliq.

    """
    data = _data()
    return [*(data["families"][key]["name"] for key in order(lang, data)), EMOJI]


@cache
def load_all() -> None:
    """Make every bundled family known to Qt before anything is shown: it takes 6 ms.

    The first screen names each language in its own letters, and a computer may have none of them.
    """
    # Qt says for each family of the list that it lacks a script, then takes the next, as it should.
    QLoggingCategory.setFilterRules("qt.text.font.db=false")
    data = _data()
    files = (file for each in data["families"].values() for file in (each["regular"], each["bold"]))
    for file in dict.fromkeys(files):
        QFontDatabase.addApplicationFont(str(resources.font(file)))
    emoji = resources.emoji_font()
    if emoji is not None:
        QFontDatabase.addApplicationFont(str(emoji))


@cache
def _data() -> dict[str, Any]:
    return resources.read_toml("fonts", "fonts.toml")
