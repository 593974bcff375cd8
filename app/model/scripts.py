"""The letters in which a language is written: Panjabi has two scripts, and few read both."""

import itertools
from collections.abc import Mapping

_OF = {"Aran": "Arab"}
"""Ways of writing a script, which Unicode counts as it: Nastaliq is Arabic."""


def script_of(tag: str) -> str:
    """The script that a tag names, or else that in which its language is written most (ISO 15924).

    Of a language that nobody knows it is ``Zzzz``.
    """
    from babel.core import get_global  # noqa: PLC0415 - only for tags that are not there as such

    likely: Mapping[str, str] = get_global("likely_subtags")
    named = itertools.takewhile(lambda part: len(part) > 1, tag.replace("_", "-").split("-"))
    language, *others = named  # what follows a single letter is about digits and the like
    given = next((part.title() for part in others if len(part) == 4), None)
    parts = (language.lower(), *(part.upper() for part in others))
    script = given or likely.get("_".join(parts), likely.get(parts[0], "_Zzzz_")).split("_")[1]
    return _OF.get(script, script)
