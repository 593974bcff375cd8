"""What whoever looks after many laptops decides for them: each setting with its bounds."""

import dataclasses
from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Annotated, Any

import msgspec

from app.model.contacts import Contact, Digits, Number
from app.model.ids import PictureRef
from app.model.record import Value

SOONEST, LATEST = 3, 60
"""Minutes: sooner, whoever takes their time is locked out; later, whoever passes by looks in."""

MOST_TOLD = 3
"""More would push the police and the council off the screen."""

_LONGEST_NAMED = 20
"""Characters of what was written for a language."""

_Years = Annotated[int, msgspec.Meta(ge=1, le=100)]


class Told(Value, frozen=True, kw_only=True):
    """Somebody of the service whom a person can tell when they are not safe."""

    name: Annotated[str, msgspec.Meta(pattern=r"\S", max_length=40)]
    telephone: Digits

    @property
    def contact(self) -> Contact:
        """The same as what stands on the screen."""
        number = Number(number=self.telephone)
        return Contact(words=self.name, picture=PictureRef("openmoji:1F4DE"), numbers=(number,))


class ServiceSettings(Value, frozen=True, kw_only=True):
    """What holds on a computer; ``resources/settings.toml`` explains each for people.

    Attributes:
        notebooks_folder: where new notebooks are made; empty for the account's documents.
        backup_folder: where backups go until somebody chooses; empty for nowhere yet.
        idle_minutes: after so long with nobody there an open notebook locks itself.
        languages: the tags that are offered; empty for all.
        usual_language: of the window until somebody chooses; empty for the computer's.
        retention_years: for how long words may be kept after somebody moved on.
        tell: who of the service can be told when somebody is not safe.

    """

    notebooks_folder: str
    backup_folder: str
    idle_minutes: Annotated[int, msgspec.Meta(ge=SOONEST, le=LATEST)]
    languages: tuple[str, ...]
    usual_language: str
    retention_years: Annotated[tuple[_Years, ...], msgspec.Meta(min_length=1, max_length=8)]
    tell: Annotated[tuple[Told, ...], msgspec.Meta(max_length=MOST_TOLD)]


_FIELDS = {field.name: field.type for field in msgspec.structs.fields(ServiceSettings)}
_HAS_TO_BE = {
    "notebooks_folder": 'a whole path, such as "~/Plans" or "/srv/plans", in quotation marks',
    "backup_folder": 'a whole path, such as "~/Backups" or "/srv/backups", in quotation marks',
    "idle_minutes": f"a whole number from {SOONEST} to {LATEST}",
    "languages": 'a list of languages that there are, such as ["en-GB", "cy"]',
    "usual_language": 'a language that there is, such as "cy"',
    "retention_years": "a list of one to eight whole numbers from 1 to 100, smaller ones first",
    "tell": f"at most {MOST_TOLD} parts [[tell]], each with a short name and a telephone in digits",
}


@dataclasses.dataclass(frozen=True, slots=True)
class WrongSetting:
    """One mistake.

    Attributes:
        name: of the setting.
        sentence: what it has to be.
        entry: which of its parts is wrong, counted from 0; None where it is the whole.

    """

    name: str
    sentence: str
    entry: int | None = None


class WrongSettingsError(ValueError):
    """Settings that cannot be used.

    Attributes:
        problems: what is wrong, in the order of the file.

    """

    def __init__(self, problems: Iterable[WrongSetting]) -> None:
        self.problems = tuple(problems)
        super().__init__(" ".join(each.sentence for each in self.problems))


def checked(data: Mapping[str, Any], *, languages: Collection[str]) -> dict[str, Any]:
    """The settings of one file, as :class:`ServiceSettings` holds them.

    Args:
        data: what stands in the file.
        languages: the tags of all languages that there are.

    Raises:
        WrongSettingsError: something in it is wrong.

    """
    problems = tuple(_problems(data, languages))
    if problems:
        raise WrongSettingsError(problems)
    return {name: msgspec.convert(value, _FIELDS[name]) for name, value in data.items()}


def sound_minutes(data: Mapping[str, Any]) -> int | None:
    """After how long to lock, by a file of which something else may be wrong; None if not named.

    What is named and cannot be made out counts as the soonest: a mistake never locks later.
    """
    if "idle_minutes" not in data:
        return None
    try:
        return int(msgspec.convert(data["idle_minutes"], _FIELDS["idle_minutes"]))
    except msgspec.ValidationError:
        return SOONEST


def _problems(data: Mapping[str, Any], languages: Collection[str]) -> Iterator[WrongSetting]:
    for name, value in data.items():
        if name not in _FIELDS:
            told = f"There is no setting {name}; there are {', '.join(_FIELDS)}."
            yield WrongSetting(name, told)
        elif not (_fits(name, value) and _makes_sense(name, value, languages)):
            which = _no_languages(name, value, languages)
            told = f"{name} has to be {_HAS_TO_BE[name]}{which}."
            yield from (WrongSetting(name, told, entry) for entry in _wrong_entries(name, value))


def _wrong_entries(name: str, value: object) -> tuple[int | None, ...]:
    """Which of those to tell are wrong; of any other setting, the whole."""
    if name != "tell" or not isinstance(value, list):
        return (None,)
    looked_at = enumerate(value[: MOST_TOLD + 1])
    return tuple(n for n, each in looked_at if n == MOST_TOLD or not _converts(each, Told))


def _no_languages(name: str, value: object, languages: Collection[str]) -> str:
    """Names those that are none, where languages are asked for."""
    if name not in {"languages", "usual_language"}:
        return ""
    named = value if isinstance(value, list) else [value]
    wrong = [str(each)[:_LONGEST_NAMED] for each in named if each not in tuple(languages)]
    return f"; there is no language {', '.join(wrong)}" if wrong else ""


def _fits(name: str, value: object) -> bool:
    return _converts(value, _FIELDS[name])


def _converts(value: object, to: Any) -> bool:
    try:
        msgspec.convert(value, to)
    except msgspec.ValidationError:
        return False
    return True


def _makes_sense(name: str, value: Any, languages: Collection[str]) -> bool:
    match name:
        case "notebooks_folder" | "backup_folder":
            return not value or Path(value).parts[0] == "~" or Path(value).is_absolute()
        case "languages":
            return set(value) <= set(languages)
        case "usual_language":
            return not value or value in languages
        case "retention_years":
            return list(value) == sorted(set(value))
    return True
