"""What stands in writing places: kept as it is typed, and put on a card before it can be lost."""

import contextlib

from app.model import drawing, halfsaid, text
from app.model.change import Change
from app.model.conversation import Step
from app.model.errors import NotFoundError
from app.model.halfsaid import OTHERS, PICKING, HalfSaid
from app.model.ids import PictureRef, RecordId
from app.model.person import Person
from app.model.session import REFUSALS, Session
from app.model.statement import Statement
from app.model.wording import N_
from app.usecases import days, drawings, rows, statements
from app.usecases.ports import Notebook, UnitOfWork
from app.usecases.statements import Also, Said

_ANSWERED_BY_PICTURE = frozenset({"question", "observe", "photo", "drawing", "voice"})
"""Where a picture, or the words that were written to find one, is an answer by itself."""


def keep(notebook: Notebook, *, session: RecordId, step: str, said: HalfSaid) -> Change:
    """Keep what stands in a writing place now, so that a power cut does not lose it."""
    with notebook.unit_of_work() as work:
        work.unfinished.keep(session=session, moment=step, words=halfsaid.write(said))
        return work.commit()


def read(notebook: Notebook, *, session: RecordId, step: str) -> HalfSaid:
    """What stood in a writing place when it was last kept."""
    with notebook.unit_of_work() as work:
        return at(work, session=session, step=step)


def at(work: UnitOfWork, *, session: RecordId, step: str) -> HalfSaid:
    """The same, within a unit of work."""
    return halfsaid.read(work.unfinished.get(session=session, moment=step))


def finish(
    notebook: Notebook, *, session: RecordId, step: Step, said: HalfSaid, by: RecordId
) -> Change:
    """Put what was written, chosen or drawn on a card: a draft until it is read back (R4).

    Raises:
        BadWordsError: there are no words, or far too many.

    """
    text.spoken_words(said.words)
    with notebook.unit_of_work() as work:
        work.unfinished.keep(session=session, moment=step.key, words=halfsaid.write(said))
        put_on_card(work, session=session, step=step, by=by)
        statements.take_refusal_back(work, session, step.key, by)
        return work.commit(N_("sentence added"))


def put_on_card(work: UnitOfWork, *, session: RecordId, step: Step, by: RecordId) -> None:
    """Make a draft of what stands at a step, if whose words they are is known.

    If the person refused to answer there, they still did: the words are read back all the same.
    What is still missing (whose words, how sure we are) is not made up: such words stay in their
    writing place.
    """
    said = at(work, session=session, step=step.key)
    moment = step.moment
    if said.promises:
        return
    if said.blank or moment.says is None or len(said.words) > text.LONGEST_SENTENCE:
        return
    if said.row is not None:
        if not rows.missing(said, moment):
            rows.put(work, session=session, step=step, said=said, by=by)
        return
    voice = rows.voice(work, said)
    if voice is None or (voice == "shown_by_behaviour" and said.sure is None):
        return
    person = work.records.get(session, Session).body.person
    shown = voice == "shown_by_behaviour"
    sentence = Said(
        person=person,
        words=said.words,
        lang=said.lang or work.records.get(person, Person).body.home_language,
        section=moment.section,
        kind=moment.says,
        voice=voice,
        by=by,
        session=session,
        moment=step.key,
        symbols=_shown(work, said),
        key_words=said.key_words if drawing.is_blank(said.drawing) else (),
        said_by=said.said_by if said.how == OTHERS else None,
        meaning=said.meaning if shown else "",
        meaning_confidence=said.sure if shown else None,
    )
    also = _into_day(work, session, step, said, by)
    statements.write_down(work, sentence, answers=False, then=also)


def _into_day(
    work: UnitOfWork, session: RecordId, step: Step, said: HalfSaid, by: RecordId
) -> Also | None:
    """What puts a sentence into its part of a day; nothing where the day is not told (rule R3)."""
    given = work.records.get(session, Session).body.answers.get(step.key)
    time = said.part
    if not time or (given is not None and given.response in REFUSALS):
        return None
    return lambda work, written: days.say(
        work, session=session, step=step, time=time, said=written, by=by, at=None
    )


def looked_for(work: UnitOfWork, *, session: RecordId, step: Step) -> str:
    """Words that stand at a step's page of pictures and can be the person's answer; else none."""
    moment = step.moment
    if moment.says is None or moment.whose or moment.kind not in _ANSWERED_BY_PICTURE:
        return ""
    words = at(work, session=session, step=PICKING + step.key).words
    return "" if text.is_blank(words) or len(words) > text.LONGEST_SENTENCE else words


def put_looked_for_on_card(
    work: UnitOfWork, *, session: RecordId, step: Step, by: RecordId
) -> None:
    """Make a draft of words that stand at a step's page of pictures, where words are an answer."""
    words, says = looked_for(work, session=session, step=step), step.moment.says
    if not words or says is None:
        return
    person = work.records.get(work.records.get(session, Session).body.person, Person)
    said = Said(
        person=person.id,
        words=words,
        lang=person.body.home_language,
        section=step.moment.section,
        kind=says,
        voice="own_written",
        by=by,
        session=session,
        moment=step.key,
    )
    statements.write_down(work, said, finishes_typing=False)
    work.unfinished.keep(session=session, moment=PICKING + step.key, words="")


def put_changes_on_cards(work: UnitOfWork, *, session: RecordId, by: RecordId) -> None:
    """Make drafts of other words that somebody was still writing for a sentence.

    The sentence stays as it is; both are read back (rules R4, R6). Whose words it is stays too:
    what was seen does not become what the person said (rule R1). Beside somebody else's sentence
    the person says it their own way.
    """
    for key, written in work.unfinished.of(session=session).items():
        said = halfsaid.read(written)
        name = halfsaid.changed_sentence(key)
        sentence = _sentence(work, name) if name is not None else None
        if sentence is None or said.blank or len(said.words) > text.LONGEST_SENTENCE:
            continue
        theirs = sentence.voice_group == "others"
        voice = rows.voice(work, said) if theirs else sentence.voice
        if voice is None or (theirs and voice == "shown_by_behaviour" and said.sure is None):
            continue
        statements.write_down(
            work,
            Said(
                person=sentence.person,
                words=said.words,
                lang=said.lang or sentence.original_lang,
                section=sentence.section,
                kind=sentence.kind,
                voice=voice,
                by=by,
                session=session,
                moment=key,
                said_by=said.said_by if said.how == OTHERS else None,
                meaning=said.meaning if theirs else sentence.meaning,
                meaning_confidence=said.sure if theirs else sentence.meaning_confidence,
                conflicts_with=(name,) if theirs and name is not None else (),
            ),
        )


def _sentence(work: UnitOfWork, name: RecordId) -> Statement | None:
    """The sentence of this name; None where it is the name of something else."""
    with contextlib.suppress(NotFoundError):
        return work.records.get(name, Statement).body
    return None


def _shown(work: UnitOfWork, said: HalfSaid) -> tuple[PictureRef, ...]:
    """The pictures beside the words: what was drawn, or what was chosen."""
    if not drawing.is_blank(said.drawing):
        return (work.media.put(drawings.as_picture(said.drawing)),)
    return said.symbols
