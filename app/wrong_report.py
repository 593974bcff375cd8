"""The report of what went wrong: what mends a program, and no word of anybody's plan.

It is put together of what is named here, and never by leaving something out of a whole: versions,
the system, numbers and fixed choices of the settings, kinds of errors with their places, and how
often what was done. It is in English, for whoever mends the program, and is shown in full before it
is saved; nothing sends it. Whoever saves it may add words of their own.
"""

import collections
import dataclasses
import datetime
import platform
import sys
import typing
from collections.abc import Iterable, Iterator, Mapping

import msgspec
from msgspec import inspect

from app import __version__
from app.mishaps import Mishap
from app.model.event import Event
from app.model.person import Settings
from app.model.record import Value

OWN_WORDS = "Written by whoever saved this report"

_MINUTE = "%Y-%m-%d %H:%M UTC"

_PLAIN = (
    inspect.BoolType,
    inspect.FloatType,
    inspect.IntType,
    inspect.LiteralType,
    inspect.NoneType,
)
"""Types of settings that nobody can write words into."""


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class WhereItRuns:
    """What the window knows of itself.

    Attributes:
        screen: the name of the screen from which help was asked for.
        lang: the window's language, one of those that the program has.
        facts: numbers and names of versions, each with what it is.

    """

    screen: str = ""
    lang: str = ""
    facts: Mapping[str, str] = dataclasses.field(default_factory=dict)


def wrong_report(
    *,
    where: WhereItRuns,
    settings: Settings,
    mishaps: Iterable[Mishap],
    done: Iterable[Event],
    at: datetime.datetime,
    cut_off: Iterable[datetime.datetime] = (),
) -> str:
    """The report.

    Args:
        where: what the window knows of itself.
        settings: how the person likes the program; of it, what holds nobody's words.
        mishaps: what went wrong, the newest first.
        done: what was done with the notebook that is open; nothing if none is.
        at: now.
        cut_off: when runs of the program began that ended before anybody closed it.

    """
    parts = (
        ("Alongside: what went wrong", _program(at)),
        ("The window", _window(where)),
        ("Settings", tuple(_settings(settings))),
        ("Errors, the newest first", tuple(_errors(mishaps))),
        ("Cut off before it was closed", tuple(f"Started {each:{_MINUTE}}" for each in cut_off)),
        ("What was done, and how often", tuple(_done(done))),
    )
    return "\n\n".join("\n".join((title, *(lines or ("none",)))) for title, lines in parts) + "\n"


def with_own_words(report: str, said: str) -> str:
    """The report with what whoever saves it wrote themselves, if anything, at its end."""
    said = said.encode("utf-8", "replace").decode().strip()
    return f"{report}\n{OWN_WORDS}\n{said}\n" if said else report


def _program(at: datetime.datetime) -> tuple[str, ...]:
    packaged = "packaged" if getattr(sys, "frozen", False) else "from source"
    return (
        f"Made: {at:{_MINUTE}}",
        f"Version: {__version__}, {packaged}",
        f"System: {platform.system()} {platform.release()}, {platform.machine()}",
        f"Python: {platform.python_version()}",
    )


def _window(where: WhereItRuns) -> tuple[str, ...]:
    named = {"Help asked for on": where.screen, "Language": where.lang, **where.facts}
    return tuple(f"{name}: {told}" for name, told in named.items() if told)


def _settings(settings: Value) -> Iterator[str]:
    """Each that is a number, yes or no, or one of fixed choices; of lists, how long they are."""
    types = typing.get_type_hints(type(settings), include_extras=True)
    for field in msgspec.structs.fields(settings):
        value = getattr(settings, field.name)
        if _is_plain(inspect.type_info(types[field.name])):
            yield f"{field.name}: {value}"
        elif isinstance(value, Value):
            yield from (f"{field.name}.{line}" for line in _settings(value))
        elif isinstance(value, tuple | dict):
            yield f"{field.name}: {len(value)} chosen"
        else:
            yield f"{field.name}: {'as usual' if value == field.default else 'chosen'}"


def _is_plain(kind: inspect.Type) -> bool:
    if isinstance(kind, inspect.UnionType):
        return all(_is_plain(each) for each in kind.types)
    return isinstance(kind, _PLAIN)


def _errors(mishaps: Iterable[Mishap]) -> Iterator[str]:
    for each in mishaps:
        yield f"{each.at:%Y-%m-%d %H:%M} {' < '.join(each.kinds)}"
        yield from (f"    {place}" for place in each.places)


def _done(done: Iterable[Event]) -> Iterator[str]:
    counted = collections.Counter(f"{each.what} {each.document}".strip() for each in done)
    yield from (f"{what}: {times}" for what, times in sorted(counted.items()))
