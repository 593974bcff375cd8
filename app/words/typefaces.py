"""Which font families serve a language, by ``resources/fonts/fonts.toml``."""

from collections.abc import Mapping
from typing import Any


def order(lang: str, data: Mapping[str, Any]) -> tuple[str, ...]:
    """Keys of families in the order in which they are asked for a character; all are in it.

    Args:
        lang: BCP 47 tag; a script in it counts: ``ur-Aran`` asks for Nastaliq.
        data: what the file holds.

    """
    primary, *rest = lang.split("-")
    named = (part.title() for part in rest if len(part) == 4 and part.isalpha())
    script = next(named, data["written_in"].get(primary, ""))
    first = data["languages"].get(primary, []) + data["scripts"].get(script, [])
    return tuple(dict.fromkeys((*first, *data["scripts"]["default"], *data["families"])))
