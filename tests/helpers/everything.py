"""Everything that is written about a person, gathered for a test."""

import dataclasses
import datetime
from collections.abc import Iterator

from app.bootstrap import House
from app.model.about_me import AboutMe
from app.model.facts import Fact
from app.model.ids import RecordId
from app.model.wording import Phrase, SourceWording, said
from app.usecases.about_me import about_me
from app.usecases.ports import Notebook

_WORDS = SourceWording()


def everything(notebook: Notebook, person: RecordId, house: House) -> AboutMe:
    """What the use case gathers, with the program's own sections, guides and topics."""
    return about_me(
        notebook,
        person=person,
        sections=house.sections,
        guides=house.guides,
        topics=house.topics,
        today=datetime.date(2026, 3, 4),
    )


def told(about: AboutMe, part: str = "") -> str:
    """All that is told, in English; of one part alone if one is named."""
    parts = [each for each in about.parts if part in {"", each.title.sentence}]
    assert parts, part
    return "\n".join(line for each in parts for line in _lines(each))


def _lines(held: object) -> Iterator[str]:
    match held:
        case str() | Phrase() | datetime.date():
            yield said(held, _WORDS)
        case Fact():
            yield said(held.label, _WORDS)
            yield from (said(line, _WORDS) for item in held.items for line in item)
        case tuple():
            for each in held:
                yield from _lines(each)
        case _ if dataclasses.is_dataclass(held):
            for field in dataclasses.fields(held):
                if field.name == "line":
                    line = held.line  # type: ignore[attr-defined]
                    yield from [line.statement.body.original] if line else []
                elif field.name != "pictures":
                    yield from _lines(getattr(held, field.name))
