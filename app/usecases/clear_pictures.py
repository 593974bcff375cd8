"""Which pictures of a plan the person finds clear: asked one at a time, and heeded everywhere.

It is the person's answer. Whoever does not want to say is not asked the same again in this round,
and nothing is kept of it.
"""

import dataclasses
import datetime
from collections.abc import Iterator

from app.model import text
from app.model.change import Change
from app.model.ids import PictureRef, RecordId
from app.model.picture_said import Clear, PictureSaid
from app.model.pictures import without_not
from app.model.record import Record
from app.model.statement import Statement
from app.model.text import place_of_words
from app.model.wording import N_
from app.usecases import statements
from app.usecases.ports import Notebook, UnitOfWork
from app.words.lexicon import Ideas


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A picture of the plan, once, with the first place where it stands.

    Attributes:
        picture: without any mark over it.
        word: what it stands for there: its key word, else the words that carry it, else the
            sentence.
        lang: of these words.
        statement: the sentence.
        answer: what the person said of it before; empty where they were not asked.

    """

    picture: PictureRef
    word: str
    lang: str
    statement: Record[Statement]
    answer: Clear | str = ""


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class PicturesOfPlan:
    """The pictures of a person's plan.

    Attributes:
        shown: each of them once, those first that were not asked about.
        places: every place of every one of them.

    """

    shown: tuple[Shown, ...]
    places: tuple[Shown, ...]

    @property
    def not_clear(self) -> tuple[Shown, ...]:
        """The places of pictures that the person said are not clear."""
        return tuple(each for each in self.places if each.answer == "not_clear")


def of_plan(notebook: Notebook, *, person: RecordId, ideas: Ideas) -> PicturesOfPlan:
    """Every picture beside a sentence of a person's plan; sentences not theirs are left out."""
    with notebook.unit_of_work() as work:
        said = work.records.find(Statement, person=person)
        answers = {each.body.picture: each.body.clear for each in _answers(work, person)}
    places = [
        place for each in said if not each.body.disowned for place in _places(each, answers, ideas)
    ]
    once: dict[PictureRef, Shown] = {}
    for each in places:
        once.setdefault(each.picture, each)
    return PicturesOfPlan(
        shown=tuple(sorted(once.values(), key=lambda each: bool(each.answer))),
        places=tuple(places),
    )


def say(
    notebook: Notebook,
    *,
    person: RecordId,
    picture: PictureRef,
    clear: Clear,
    word: str,
    by: RecordId,
    on: datetime.date,
) -> Change:
    """Keep what the person said of one picture; what they said before stays in its history.

    Args:
        notebook: the open notebook.
        person: whose answer it is.
        picture: which; a mark over it is not part of it.
        clear: their answer.
        word: the words that stood under it.
        by: who asked.
        on: the day.

    """
    ref = without_not(picture)
    body = PictureSaid(
        person=person,
        picture=ref,
        clear=clear,
        word=text.without_controls(word).strip()[: text.LONGEST_SENTENCE],
        asked_by=by if by != person else None,
        on=on,
    )
    with notebook.unit_of_work() as work:
        now = next((each for each in _answers(work, person) if each.body.picture == ref), None)
        if now is None:
            work.records.add(body, by=by)
        elif body != now.body:
            work.records.revise(now.id, body, by=by)
        return work.commit(N_("answer about a picture changed") if now else N_("picture answered"))


def another_picture(
    notebook: Notebook,
    *,
    statement: RecordId,
    instead_of: PictureRef | None,
    picture: PictureRef | None,
    by: RecordId,
) -> Change:
    """Put another picture in the place of one; of the main one where it no longer stands there.

    The word that it stands for stays, and so do the pictures beside it. None takes them all away.
    """
    with notebook.unit_of_work() as work:
        said = statements.standing(work, statement).body
    at = said.symbols.index(instead_of) if instead_of in said.symbols else 0
    symbols = (*said.symbols[:at], picture, *said.symbols[at + 1 :]) if picture else ()
    return statements.change_pictures(
        notebook,
        statement=statement,
        symbols=symbols,
        key_words=said.key_words if symbols else (),
        by=by,
    )


def _answers(work: UnitOfWork, person: RecordId) -> tuple[Record[PictureSaid], ...]:
    return work.records.find(PictureSaid, person=person)


def _places(
    said: Record[Statement], answers: dict[PictureRef, Clear], ideas: Ideas
) -> Iterator[Shown]:
    body = said.body
    for at, symbol in enumerate(body.symbols):
        ref = without_not(symbol)
        key = body.key_words[at] if at < len(body.key_words) else ""
        stands = place_of_words(key, body.original) is not None
        yield Shown(
            picture=ref,
            word=key if stands else _word_of(ref, body, ideas),
            lang=body.original_lang,
            statement=said,
            answer=answers.get(ref, ""),
        )


def _word_of(ref: PictureRef, said: Statement, ideas: Ideas) -> str:
    for each in ideas.carried(said.original, lang=said.original_lang):
        if ref in each.idea.pictures:
            return each.words
    return said.original
