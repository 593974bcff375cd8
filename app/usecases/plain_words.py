"""Any record, field by field in plain words: also one of a kind that nobody has thought of yet."""

import dataclasses
import datetime
import functools
import types
import typing
from collections.abc import Iterator, Mapping
from typing import Any, Literal

import msgspec

from app.model import shape
from app.model.choice_sheets import PaperQuestion
from app.model.facts import Fact
from app.model.guide import Guide, Moment
from app.model.halfsaid import PICKING
from app.model.ids import PictureRef, RecordId, SoundRef
from app.model.person import LanguageTag
from app.model.sections import Sections
from app.model.session import Answer, Board, BoardCard
from app.model.statement import AnswerTo, ReadBack
from app.model.topics import Topics
from app.model.wording import N_, Phrase, Told
from app.usecases.field_words import has_answer, in_words, name_of_answer, name_of_field
from app.words.languages import own_name

FOR_THE_PROGRAM = frozenset(
    {
        "person",
        "Supporter.worker",
        "Answer.field",
        "BoardCard.id",
        "Statement.card",
        "OwnCard.id",
        "SealedNote.boxes",
        "SealedBox.key",
        "SealedBox.sealed",
        "LikedSet.id",
        "HalfSaid.drawing",
        "CheckedWith.read",
        "HalfRow.part",
        "HalfPromise.open",
        "Stroke.pen",
        "Stroke.points",
        "ReviewPack.lines",
        "ReviewPack.page_matrix",
        "PackLine.statement",
        "PackLine.version",
        "PackLine.code",
        "PackLine.page",
        "PackLine.matrix",
        "PackLine.ticks",
        "PackLine.box",
        "Area.left",
        "Area.bottom",
        "Area.wide",
        "Area.high",
        "PackComment.version",
        "BoardSheet.piles",
        "BoardSheet.cards",
        "BoardSheet.corners",
        "ChoiceSheet.lines",
        "ChoiceSheet.corners",
        "PaperQuestion.moment",
        "PaperQuestion.asked",
        "PaperQuestion.choices",
        "PaperChoice.id",
        "PaperChoice.words",
        "PaperAnswer.response",
        "PaperAnswer.choices",
        "PaperAnswer.words",
        "TickLine.card",
        "TickLine.page",
        "TickLine.row",
        "TickLine.squares",
    }
)
"""Names by which the program finds things; what they stand for is told by name elsewhere.

And what is sealed: nobody can read it here, whoever it is for opens it (rule R14).
"""

_LANGUAGES = frozenset({"language", "lang", "aloud_in"})
_STEPS = frozenset({"moment", "at_moment", "only"})
_TOPICS = frozenset({"topic", "parked", "agenda"})
_FIXED_ANSWERS = frozenset({"audience", "shared_with", "types", "how", "document"})
_PARTS_OF_A_PLAN = frozenset({"section", "parts", "not_agreed"})
_CODES = frozenset({"wellbeing", "outcome"})
"""Names that a law has for parts of a life; they stand in data, since laws move."""
_UNSAID = ("not_checked", "not_asked", "not_done")
_SAID_IN_ONE = (ReadBack, AnswerTo)
"""Values whose fields make one line together."""
_LINE = N_("{label}: {value}")


@dataclasses.dataclass(frozen=True, kw_only=True)
class Teller:
    """Says what records hold.

    Attributes:
        names: what the records that others name are called: people, talks, sentences.
        only_named: what is not among them is passed over in silence, since the reader may not be
            told of it; else it is said to be gone.
        guide: the conversation that is told about.
        moment: the step of it that is told about.

    """

    names: Mapping[RecordId, Told]
    sections: Sections
    topics: Topics
    only_named: bool = False
    guide: Guide | None = None
    moment: str = ""

    def facts(
        self, held: msgspec.Struct, *, without: frozenset[str] = frozenset()
    ) -> tuple[Fact, ...]:
        """Every field that is filled; pictures are left to be shown."""
        struct = type(held).__name__
        hints = shape.hints(type(held))
        found: list[Fact] = []
        for field in _fields(type(held)):
            value = getattr(held, field.name)
            names = {field.name, f"{struct}.{field.name}"}
            if names & (FOR_THE_PROGRAM | without) or _empty(value, field):
                continue
            match value:
                case (BoardCard(), *_) if isinstance(held, Board):
                    found += self._piles(held)
                case (PaperQuestion(), *_):
                    found += self._asked_at_home(value)
                case dict() if field.name == "answers":
                    found += self._answers(value)
                case _:
                    items = tuple(self._items(field.name, hints[field.name], value))
                    found.append(Fact(label=name_of_field(field.name, struct), items=items))
        return tuple(fact for fact in found if fact.items)

    def topic(self, name: str) -> Told:
        """A topic by its name; one of somebody's own is its own words."""
        known = self.topics.topic(name)
        return Phrase(known.words) if known else name

    def question(self, step: str) -> Phrase:
        """What was asked at a step."""
        name, _, topic = step.removeprefix(PICKING).partition(":")
        if name == "not_safe":
            return Phrase(N_("I said that I am not safe"))
        known = self._moment(name)
        asked = Phrase(known.prompt if known else in_words(name))
        if not topic:
            return asked
        return Phrase(
            N_("{question} ({topic})"), (("question", asked), ("topic", self.topic(topic)))
        )

    def _moment(self, name: str) -> Moment | None:
        moments = self.guide.moments if self.guide else ()
        return next((each for each in moments if each.id == name), None)

    def _items(self, field: str, hint: Any, value: Any) -> Iterator[tuple[Told, ...]]:
        hint = _single(hint)
        if hint is PictureRef or (hint is RecordId and self.only_named and value not in self.names):
            return
        if isinstance(value, _SAID_IN_ONE):
            said = tuple(line for fact in self.facts(value) for item in fact.items for line in item)
            yield from [(said,)] if said else []
        elif isinstance(value, msgspec.Struct):
            yield from ((line,) for line in self._lines(value))
        elif isinstance(value, dict):
            yield from (self._entry(key, each) for key, each in value.items())
        elif isinstance(value, tuple):
            of = typing.get_args(hint)[0]
            for each in value:
                yield from self._listed(field, of, each)
        else:
            yield (self._word(field, hint, value),)

    def _listed(self, field: str, hint: Any, value: Any) -> Iterator[tuple[Told, ...]]:
        if isinstance(value, msgspec.Struct):
            lines = tuple(self._lines(value))
            if lines:
                yield lines
        else:
            yield from self._items(field, hint, value)

    def _entry(self, key: str, value: Any) -> tuple[Told, ...]:
        if isinstance(value, msgspec.Struct):
            return (in_words(key), *self._lines(value))
        held = value if isinstance(value, tuple | str) else str(value)
        return (Phrase(_LINE, (("label", in_words(key)), ("value", held))),)

    def _lines(self, held: msgspec.Struct) -> Iterator[Told]:
        for fact in self.facts(held):
            value = tuple(line for item in fact.items for line in item)
            yield Phrase(_LINE, (("label", fact.label), ("value", value)))

    def _word(self, field: str, hint: Any, value: Any) -> Told:
        match value:
            case bool():
                return Phrase(N_("yes")) if value else Phrase(N_("no"))
            case datetime.datetime():
                at = value.astimezone()
                return Phrase(N_("{day}, {time}"), (("day", at.date()), ("time", f"{at:%H:%M}")))
            case datetime.date():
                return value
            case str():
                return self._text(field, hint, value)
        return str(value)

    def _text(self, field: str, hint: Any, value: str) -> Told:  # noqa: PLR0911 - a table
        if hint is RecordId:
            unknown = Phrase(N_("something that is not here any more"))
            return self.names.get(RecordId(value), unknown)
        if _is_fixed(hint) or field in _FIXED_ANSWERS:
            known = _is_fixed(hint) or has_answer(value, field)
            return name_of_answer(value, field) if known else _readable(value)
        if hint is SoundRef:
            own = field == "recording"  # a name may be said by anybody
            return Phrase(N_("my own voice, as a recording") if own else N_("a recording"))
        if hint == LanguageTag or field in _LANGUAGES:
            return own_name(value)
        if field in _STEPS:
            return self.question(value)
        if field in _TOPICS:
            return self.topic(value)
        if field == "choices":
            return self._choice(value)
        if field in _PARTS_OF_A_PLAN:
            return self._part(value)
        if field in _CODES:
            return _readable(value)
        if field == "guide":
            return Phrase(self.guide.title) if self.guide else _readable(value)
        if field == "scale":
            return self._scale(value)
        return value

    def _part(self, value: str) -> Told:
        """A part of a plan: all of it, a section, a document, one sentence."""
        kind, separator, name = value.partition(":")
        section = name if separator else value
        if section in self.sections:
            return Phrase(self.sections[section].easy)
        if kind == "sentence":
            return self._text(kind, RecordId, name)
        known = has_answer(section, "document")
        return name_of_answer(section, "document") if known else _readable(value)

    def _scale(self, name: str) -> Told:
        asked = [each.ask for each in self.topics.scales if each.id == name]
        return Phrase(asked[0]) if asked else _readable(name)

    def _choice(self, value: str) -> Told:
        moment = self._moment(self.moment.partition(":")[0])
        for option in moment.options if moment else ():
            if option.id == value:
                return Phrase(option.words)
        who, separator, answer = value.partition(":")
        if separator and RecordId(who) in self.names:
            said = name_of_answer(answer, "ok_by_person")
            return Phrase(_LINE, (("label", self.names[RecordId(who)]), ("value", said)))
        known = self.topics.topic(value)
        return Phrase(known.words) if known else _readable(value)

    def _answers(self, answers: Mapping[str, Answer]) -> Iterator[Fact]:
        """What was answered to each question, in the order in which it was answered."""
        for step, answer in sorted(answers.items(), key=_when):
            there = dataclasses.replace(self, moment=step)
            told = {"at", "response"} if answer.choices else {"at"}
            facts = there.facts(answer, without=frozenset(told))
            lines = [line for fact in facts for item in fact.items for line in item]
            if answer.at is not None:
                time = f"{answer.at.astimezone():%H:%M}"
                lines.append(Phrase(N_("At {time}"), (("time", time),)))
            yield Fact(label=self.question(step), items=(tuple(lines),))

    def _asked_at_home(self, questions: tuple[PaperQuestion, ...]) -> Iterator[Fact]:
        """What was asked on paper, each with what came back."""
        asked = tuple((Phrase(each.asked),) for each in questions)
        yield Fact(label=name_of_field("questions", "ChoiceSheet"), items=asked)
        for each in questions:
            if each.answer is not None:
                lines = tuple((line,) for line in self._lines(each.answer))
                yield Fact(label=Phrase(each.asked), items=lines)

    def _piles(self, board: Board) -> Iterator[Fact]:
        """Where each card lies, in the order of the scale; those without a place last."""
        scales = {each.id: each for each in self.topics.scales}
        piles = scales[board.scale].piles if board.scale in scales else ()
        words = {each.id: Phrase(each.words) for each in piles}
        used = dict.fromkeys(card.pile for card in board.cards if card.pile)
        for pile in dict.fromkeys((*words, *used, "")):
            cards = sorted((c for c in board.cards if c.pile == pile), key=lambda card: card.order)
            if cards:
                away = Phrase(N_("Not put anywhere"))
                label = words.get(pile, Phrase(in_words(pile))) if pile else away
                yield Fact(label=label, items=tuple((card.words,) for card in cards))


def _when(answer: tuple[str, Answer]) -> tuple[datetime.datetime, str]:
    last = datetime.datetime.max.replace(tzinfo=datetime.UTC)
    return answer[1].at or last, answer[0]


def _is_fixed(hint: Any) -> bool:
    """Whether only certain answers are possible, written as one list of them or as several."""
    if typing.get_origin(hint) in {typing.Union, types.UnionType}:
        return all(_is_fixed(each) for each in typing.get_args(hint))
    return typing.get_origin(hint) is Literal


def _single(hint: Any) -> Any:
    """The type of a field that is there; a language's is known by its mark."""
    given = shape.there(hint)
    return given if given == LanguageTag else shape.single(given)


@functools.cache
def _fields(struct: type[msgspec.Struct]) -> tuple[msgspec.structs.FieldInfo, ...]:
    """What a kind of record is made of: to find it out takes longer than to say it."""
    return msgspec.structs.fields(struct)


def _empty(value: object, field: msgspec.structs.FieldInfo) -> bool:
    """Whether a field says nothing: it is not filled, or is as it was before anybody said."""
    if value is None or value in ("", (), {}):
        return True
    unsaid = not value or value in _UNSAID
    return unsaid and not field.required and field.default == value


def _readable(value: str) -> str:
    """Somebody's own words as they are; a name of the code as words."""
    return in_words(value) if "_" in value else value
