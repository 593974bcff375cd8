"""Guides: conversations as data (domain section C).

A guide is an ordered list of moments. One moment is one screen. Nothing here knows how a moment
is drawn; a new conversation is a new file in ``resources/guides/``.
"""

from collections.abc import Mapping
from typing import Any, Literal

import msgspec

from app.model.errors import BadDataError
from app.model.ids import PictureRef
from app.model.record import Value
from app.model.session import SessionType
from app.model.statement import StatementKind
from app.model.wording import N_

MomentKind = Literal[
    "settings",
    "people_here",
    "choose",
    "topics",
    "board",
    "question",
    "read_back",
    "copy",
    "thanks",
    "when_next",
]

_NEEDS_SECTION = {"question", "board"}
_NEEDS_OPTIONS = {"choose", "thanks", "when_next"}


class Option(Value, frozen=True, kw_only=True, omit_defaults=True):
    """Something that can be pressed.

    Attributes:
        ends: pressing it ends the conversation politely ("Not today").
        something_else: it opens a place for the person's own words.
        days: how many days from today it means, for "when next".

    """

    id: str
    words: str
    picture: PictureRef
    ends: bool = False
    something_else: bool = False
    days: int = 0


class Stage(Value, frozen=True, kw_only=True):
    """One step of the row of pictures that shows where the conversation is."""

    id: str
    title: str
    picture: PictureRef


class Moment(Value, frozen=True, kw_only=True, omit_defaults=True):
    """One screen of a conversation.

    Attributes:
        prompt: the one question.
        others: other ways to ask the same.
        helper: a quiet word to whoever helps.
        section: where in the plan the answers belong, and ``says`` what kind they are.
        shows_kept: the section's kept sentences are shown with the new ones (reread).
        needs_yes: nothing follows until the person pressed an answer that does not end it.
        most: how many answers at most, 0 for any number.
        field: the field of record D5 that the answer fills.
        scale: the scale of a board.
        for_each: ``agenda`` repeats the moment for each topic the person picked.
        practice: a practice run, whose result counts for nothing.

    """

    id: str
    kind: MomentKind
    stage: str
    prompt: str
    picture: PictureRef
    others: tuple[str, ...] = ()
    explain: str = ""
    helper: str = ""
    section: str = ""
    says: StatementKind | None = None
    shows_kept: bool = False
    options: tuple[Option, ...] = ()
    needs_yes: bool = False
    most: int = 0
    field: str = ""
    scale: str = ""
    topic: str = ""
    for_each: Literal["", "agenda"] = ""
    practice: bool = False


class Guide(Value, frozen=True, kw_only=True):
    """A conversation from its first moment to its last."""

    id: str
    version: int
    title: str
    type: SessionType
    picture: PictureRef
    stages: tuple[Stage, ...]
    moments: tuple[Moment, ...]

    def stage(self, name: str) -> Stage:
        """The stage of this name.

        Raises:
            KeyError: there is none.

        """
        for stage in self.stages:
            if stage.id == name:
                return stage
        raise KeyError(name)


def read_guide(data: Mapping[str, Any], *, name: str, parts: Mapping[str, Any]) -> Guide:
    """A guide from its file's data.

    Args:
        data: the file's content: ``guide`` (id, version, title, type, picture), ``stage`` list,
            ``moment`` list. A moment of only ``{include = "open"}`` stands for all stages and
            moments of the part of that name.
        name: the file's name, for messages.
        parts: the shared parts, by name, in the same form without ``guide``.

    Raises:
        BadDataError: the guide is wrong; the sentence names the file and the place.

    """
    stages: list[Any] = []
    moments: list[Any] = []
    for entry in data.get("moment", []):
        part = entry.get("include")
        if part is None:
            moments.append(entry)
        elif part in parts:
            moments += parts[part].get("moment", [])
        else:
            raise _wrong(name, f"there is no part called {part!r} to include")
    for entry in data.get("stage", []):
        part = entry.get("include")
        stages += [entry] if part is None else parts.get(part, {}).get("stage", [])
    try:
        guide = msgspec.convert(
            {**data.get("guide", {}), "stages": stages, "moments": moments}, Guide
        )
    except msgspec.ValidationError as error:
        raise _wrong(name, str(error)) from error
    for problem in _problems(guide):
        raise _wrong(name, problem)
    return guide


def _problems(guide: Guide) -> list[str]:
    """What the types cannot say is wrong with a guide, in the order of its moments."""
    found = []
    stages = {stage.id for stage in guide.stages}
    seen: set[str] = set()
    for moment in guide.moments:
        if moment.id in seen:
            found.append(f"two moments are called {moment.id!r}")
        seen.add(moment.id)
        if moment.stage not in stages:
            found.append(f"moment {moment.id!r}: no stage is called {moment.stage!r}")
        if moment.kind in _NEEDS_SECTION and not moment.practice and not moment.section:
            found.append(f"moment {moment.id!r}: a {moment.kind} needs a section")
        if moment.kind == "question" and moment.says is None:
            found.append(f"moment {moment.id!r}: a question needs 'says'")
        if moment.kind in _NEEDS_OPTIONS and not moment.options:
            found.append(f"moment {moment.id!r}: a {moment.kind} needs options")
        if moment.kind == "board" and not moment.scale:
            found.append(f"moment {moment.id!r}: a board needs a scale")
    return found


def _wrong(name: str, problem: str) -> BadDataError:
    return BadDataError(
        N_("The guide {name} cannot be used: {problem}."), name=name, problem=problem
    )
