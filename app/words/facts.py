"""What is known about the languages of the program: ``translations/languages.toml``."""

import dataclasses
import datetime
import functools
import tomllib
from pathlib import Path
from typing import Any

from app.words.tags import LATIN

FILE = "languages.toml"


@dataclasses.dataclass(frozen=True, slots=True)
class Checked:
    """A named speaker went through the words of the program."""

    by: str
    on: datetime.date


@dataclasses.dataclass(frozen=True, slots=True)
class Facts:
    """What is known about one language.

    Attributes:
        complete: every sentence has to be translated before the program is released.
        checked: who went through its words; empty as long as nobody has.
        letters: script subtags of the styles in which it is written, the usual one first, each
            with its own name; empty if there is one style alone.
        digits: kinds of digits that its readers use, those of the program first.
        dates: tag by which dates are written; empty for that of the language.

    """

    complete: bool = False
    checked: tuple[Checked, ...] = ()
    letters: tuple[tuple[str, str], ...] = ()
    digits: tuple[str, ...] = (LATIN,)
    dates: str = ""


class LanguageFacts:
    """Reads the file when it is first asked; what is not in it has nothing said about it."""

    def __init__(self, folder: Path) -> None:
        self._file = folder / FILE

    def of(self, tag: str) -> Facts:
        """What is known about a language, by its tag with hyphens."""
        return self._all.get(tag.replace("_", "-"), Facts())

    def known(self) -> frozenset[str]:
        """The languages that the program speaks or is to speak, beside its own."""
        return frozenset(self._all)

    def called_complete(self) -> frozenset[str]:
        """The languages in which no sentence may be missing."""
        return frozenset(tag for tag, facts in self._all.items() if facts.complete)

    @functools.cached_property
    def _all(self) -> dict[str, Facts]:
        """Each language's facts.

        Raises:
            tomllib.TOMLDecodeError, KeyError: the file, which ships with the program, is wrong.

        """
        if not self._file.is_file():
            return {}
        data = tomllib.loads(self._file.read_text("utf-8"))
        return {tag.replace("_", "-"): _facts(told) for tag, told in data.items()}


def _facts(told: dict[str, Any]) -> Facts:
    return Facts(
        complete=bool(told.get("complete", False)),
        checked=tuple(Checked(each["by"], each["on"]) for each in told.get("checked", ())),
        letters=tuple((each["style"], each["name"]) for each in told.get("letters", ())),
        digits=tuple(told.get("digits", (LATIN,))),
        dates=str(told.get("dates", "")),
    )
