"""The files in which whoever looks after laptops decides things: found, read, and put together.

Each is used whole or not at all, so that nobody has to guess which half of it holds; but a file
with a mistake never makes a notebook lock later.
"""

import dataclasses
import re
import sys
import tomllib
from collections.abc import Callable, Collection, Iterable, Mapping
from pathlib import Path
from typing import Any

import msgspec

from app import resources
from app.model.errors import BadDataError
from app.model.service_settings import (
    MOST_TOLD,
    SOONEST,
    ServiceSettings,
    WrongSetting,
    WrongSettingsError,
    checked,
    sound_minutes,
)
from app.model.wording import N_

FILE = "alongside.toml"


@dataclasses.dataclass(frozen=True, slots=True)
class Found:
    """What holds here.

    Attributes:
        settings: all of them.
        files: for each setting the files it comes from.
        not_used: files with a mistake; at most how soon a notebook locks comes from them.
        faults: what is wrong with each of these, and what holds now, for people to read.

    """

    settings: ServiceSettings
    files: Mapping[str, tuple[Path, ...]]
    not_used: tuple[Path, ...] = ()
    faults: tuple[BadDataError, ...] = ()


def of_this_computer() -> Path:
    """The file for everybody on this computer.

    Not what ``XDG_CONFIG_DIRS`` names on Linux: a variable of the account's own must not decide.
    """
    if sys.platform in {"win32", "darwin"}:
        import platformdirs  # noqa: PLC0415 - only where it is needed

        return platformdirs.site_config_path("Alongside", appauthor=False) / FILE
    return Path("/etc/alongside") / FILE


def built_in() -> Found:
    """What the program does by itself."""
    file = resources.path("settings.toml")
    data = resources.read_toml("settings.toml")
    return Found(msgspec.convert(data, ServiceSettings), dict.fromkeys(data, (file,)))


def read(files: Iterable[Path], *, languages: Callable[[], Collection[str]]) -> Found:
    """What holds by those of these files that are there, the last one first.

    Args:
        files: for the computer, then the account's own.
        languages: gives the tags of all languages that there are; asked only if there is a file.

    """
    found, begun, wrong = built_in(), frozenset[str](), dict[Path, tuple[str, ...]]()
    for file in files:
        minutes: int | None = SOONEST
        text = ""
        try:
            text = _text(file)
            data = tomllib.loads(text)
            minutes = sound_minutes(data)
            said = checked(data, languages=languages())
        except FileNotFoundError:
            continue
        except (OSError, ValueError) as error:
            wrong[file] = _said(error, text)
            said = {} if minutes is None else {"idle_minutes": minutes}
            begun |= said.keys()  # sooner than what the program does by itself, or not at all
        found = _with(found, file, said, joined=begun & said.keys())
        begun |= said.keys()
    faults = tuple(_fault(file, said, found.settings) for file, said in wrong.items())
    return dataclasses.replace(found, not_used=tuple(wrong), faults=faults)


def problems(file: Path, *, languages: Collection[str]) -> tuple[str, ...]:
    """What is wrong with one file, a sentence each.

    Raises:
        OSError: it cannot be read.

    """
    text = ""
    try:
        text = _text(file)
        checked(tomllib.loads(text), languages=languages)
    except ValueError as error:
        return _said(error, text)
    return ()


def _with(found: Found, file: Path, said: dict[str, Any], *, joined: Collection[str]) -> Found:
    """What holds with another file; of ``joined`` it can take nothing away."""
    said, files = dict(said), {**found.files, **dict.fromkeys(said, (file,))}
    if "tell" in joined:
        together = dict.fromkeys((*found.settings.tell, *said["tell"]))
        said["tell"] = tuple(together)[:MOST_TOLD]
        files["tell"] = (*found.files["tell"], file)
    if "idle_minutes" in joined and found.settings.idle_minutes <= said["idle_minutes"]:
        del said["idle_minutes"]
        files["idle_minutes"] = found.files["idle_minutes"]
    settings = msgspec.structs.replace(found.settings, **said)
    return dataclasses.replace(found, settings=settings, files=files)


def _text(file: Path) -> str:
    return file.read_text("utf-8-sig")  # Notepad begins a file with a mark of its own


def _fault(file: Path, said: Iterable[str], now: ServiceSettings) -> BadDataError:
    holds = (
        f"Until it is mended, notebooks lock after {now.idle_minutes} minutes, "
        "and nothing else that it says counts."
    )
    return BadDataError(
        N_(
            "The settings file {file} has a mistake and is not used. "
            "Please tell whoever looks after this computer: {problem}"
        ),
        file=file,
        problem=" ".join((*said, holds)),
    )


def _said(error: OSError | ValueError, text: str) -> tuple[str, ...]:
    """What is wrong with a file of this text, a sentence each, with its line where there is one."""
    match error:
        case WrongSettingsError():
            said = (_at(each, text) + each.sentence for each in error.problems)
            return tuple(dict.fromkeys(said))  # parts may all stand in one line
        case tomllib.TOMLDecodeError():
            return (_unreadable(str(error), text),)
        case UnicodeError():
            return ("It is not text in UTF-8.",)
        case OSError():
            return (f"{error.strerror or type(error).__name__}.",)
    return (f"{error}.",)


def _at(wrong: WrongSetting, text: str) -> str:
    """The line where a setting, or a part of it, begins; nothing where it is written otherwise."""
    begins = re.compile(rf"\s*(\[+\s*)?[\"']?{re.escape(wrong.name)}[\"']?\s*[=.\]]")
    found = [n for n, line in enumerate(text.splitlines(), 1) if begins.match(line)]
    entry = 0 if wrong.entry is None or len(found) == 1 else wrong.entry
    return f"Line {found[entry]}: " if entry < len(found) else ""


def _unreadable(problem: str, text: str) -> str:
    """A sentence for what the reader of TOML says; it names a line, or the end."""
    named = re.search(r"at line (\d+)", problem)
    line = int(named[1]) if named else len(text.splitlines())
    if re.match("Cannot (overwrite|declare|mutate)", problem):
        return f"Line {line} says once more what stands above it. Please keep one of the two."
    if "\\" in "".join(text.splitlines()[line - 1 : line]):
        return f"Line {line} cannot be understood. Please write / instead of \\ in it."
    return (
        f"Line {line} cannot be understood. Please write it as in idle_minutes = 15 "
        'or usual_language = "cy": a name, an equals sign and a value, words in quotation marks.'
    )
