"""A made-up language that shows what a real one would break.

Every sentence gets accents, brackets, and about 40 % more length: what has no brackets on screen
was never marked for translation, what is cut off will be cut off in Polish.
"""

import datetime
import re
from collections.abc import Iterable, Sequence

from app.model.wording import SourceWording

_ACCENTS = str.maketrans(
    "AEIOUYaeiouyCcNnSsZzGgLlDdTt",
    "ÀÉÎÕÜÝàéîõüýÇçÑñŠšŽžĞğĿŀĎďŤť",
)
_PLACE = re.compile(r"(\{[^{}]*\}|\{\{|\}\})")
_LONGER = 0.4
_FILLING = "~ õñé ťŵõ ťĥŕéé ƒõüŕ ƒîṽé "
_SHORT = 10
"""Characters. Short labels grow more in real translations: they are doubled."""


class Pseudo:
    """The wording of the made-up language."""

    lang = "en-XA"
    style = ""
    right_to_left = False

    def __init__(self) -> None:
        self._source = SourceWording()

    def knows(self, _sentence: str, /) -> bool:
        """It has something for every sentence."""
        return True

    def t(self, sentence: str, /, **values: object) -> str:
        """The sentence made long and strange, its places filled."""
        return self._source.t(_strange(sentence), **values)

    def tn(self, one: str, many: str, n: int, /, **values: object) -> str:
        """``one`` for exactly one, else ``many``, made long and strange."""
        return self._source.tn(_strange(one), _strange(many), n, **values)

    def date(self, day: datetime.date, /) -> str:
        """The English date made long and strange."""
        return _strange(self._source.date(day))

    def listed(self, items: Sequence[str], /) -> str:
        """The English list."""
        return self._source.listed(items)

    def beside(self, parts: Iterable[str], /) -> str:
        """As in English."""
        return self._source.beside(parts)


def _strange(sentence: str) -> str:
    parts = _PLACE.split(sentence)
    accented = "".join(
        part if _PLACE.fullmatch(part) else part.translate(_ACCENTS) for part in parts
    )
    length = sum(len(part) for part in parts if not _PLACE.fullmatch(part))
    more = max(round(length * (1 if length < _SHORT else _LONGER)) - 2, 0)
    filling = (_FILLING * (more // len(_FILLING) + 1))[:more].rstrip()
    return f"⟦{accented}{' ' if filling else ''}{filling}⟧"
