"""Choosing: what is pressed at a moment, kept as its answer and, where it belongs there, said.

What follows from laid out cards and from chosen options is said in one way: one sentence a card,
in the person's voice (chosen with symbols), to be read back like everything else.
"""

from collections.abc import Iterable, Mapping

import msgspec

from app.model.change import Change
from app.model.conversation import Step
from app.model.guide import Guide, Moment
from app.model.ids import PictureRef, RecordId
from app.model.record import Record
from app.model.session import REFUSALS, Answer, Session
from app.model.statement import ReadBack, Statement, StatementKind
from app.model.topics import Scale
from app.model.wording import N_, Wording
from app.usecases import choices_at_home, going_out, open_talk
from app.usecases.ports import Notebook, UnitOfWork

_MOST_IMPORTANT = 3
_TWICE = 2
_FEELING = "feeling"
_DEEDS: dict[str, str] = {
    "order": N_("order changed"),
    "body": N_("place on the body chosen"),
    "scale": N_("place on the scale chosen"),
}
"""What undo calls a choice; where a kind has no name here, a picture was chosen."""

_FULL_STOPS = " .۔।"
"""What ends a sentence that goes on when it is placed on a scale."""

Sayings = Mapping[str, Iterable[str]]


def answer(
    notebook: Notebook,
    *,
    session: RecordId,
    step: Step,
    guide: Guide,
    answer: Answer | None,
    words: Wording,
    by: RecordId,
    scale: Scale | None = None,
    thing: str = "",
) -> Change:
    """Keep what was chosen at a step, or that nothing is; what it says becomes sentences.

    Choosing differently changes only what the choice itself said. Where the step asks something
    again, or was asked again, how the two answers go together is kept with what was said.

    Args:
        notebook: the open notebook.
        session: the session.
        step: where in it.
        guide: what the session walks along.
        answer: the answer; None where there is none any more.
        words: the language of the window.
        by: who writes it down.
        scale: the scale on which something was placed, for a moment that has one.
        thing: what was placed on it, in words.

    """
    moment = step.moment
    with notebook.unit_of_work() as work:
        before = work.records.get(session, Session).body
        open_talk.keep_answer(work, session, step.key, answer, by=by)
        if answer is not None and answer.from_paper is not None:
            choices_at_home.shown(work, answer.from_paper, session=session, by=by)
        going_out.keep_who_stays(work, session, step, answer, by=by)
        if moment.section and not moment.practice:
            said = _Said(before, session, step, words, by)
            wanted = said.chosen(answer) if scale is None else said.placed(answer, scale, thing)
            could_say = _could_say(wanted, before.answers.get(step.key))
            say(work, session=session, step=step.key, wanted=wanted, could_say=could_say, by=by)
        for other in guide.moments:
            if other.again and moment.id in {other.id, other.again}:
                _compare(work, session, other, step.about, by)
        return work.commit(_deed(moment, answer, before.answers.get(step.key)))


def _deed(moment: Moment, answer: Answer | None, before: Answer | None) -> str:
    """What undo calls what was chosen here, or taken back."""
    now, earlier = set(answer.choices if answer else ()), set(before.choices if before else ())
    if now < earlier and (answer is None or answer.response not in REFUSALS):
        return N_("choice taken back")
    if answer is not None and answer.words:
        return N_("said in own words")
    if moment.scale == _FEELING:
        return open_talk.deed(answer, chosen=N_("feeling chosen"))
    return open_talk.deed(answer, chosen=_DEEDS.get(moment.kind, N_("picture chosen")))


def say(
    work: UnitOfWork,
    *,
    session: RecordId,
    step: str,
    wanted: Mapping[str, Statement],
    could_say: Sayings,
    by: RecordId,
) -> None:
    """Bring the sentences of a step up to what its cards say now.

    Words that the person put differently stay as they put them. A sentence that was kept and is no
    longer what its card says is read back anew (rule R4); a draft goes.

    Args:
        work: the unit of work.
        session: the session.
        step: the step.
        wanted: what each card says now.
        could_say: what else each card could have said, in the language of now.
        by: who writes it down.

    """
    said = {
        each.body.card: each
        for each in work.records.find(Statement, session=session)
        if each.body.moment == step and each.body.card
    }
    for card, sentence in wanted.items():
        before = said.get(card)
        if before is None:
            work.records.add(sentence, by=by, session=session)
            continue
        body = before.body
        if _differs(body, sentence) and not _put_differently(work, before, could_say):
            body = _now_saying(body, sentence)
        elif body.importance != sentence.importance:
            body = msgspec.structs.replace(body, importance=sentence.importance)
        if body != before.body:
            work.records.revise(before.id, body, by=by, session=session)
    for card, before in said.items():
        if card not in wanted and not _put_differently(work, before, could_say):
            gone = not before.body.kept
            unanswered = msgspec.structs.replace(before.body, read_back=ReadBack())
            work.records.revise(before.id, unanswered, by=by, session=session, withdrawn=gone)


def _now_saying(body: Statement, sentence: Statement) -> Statement:
    """The sentence of a card with what the card says now: it stays private if it was.

    Easier words that were made of other words go, and so does a recording of them, as in
    :func:`statements.change_words`.
    """
    changed = msgspec.structs.replace(
        body,
        original=sentence.original,
        original_lang=sentence.original_lang,
        kind=sentence.kind,
        voice=sentence.voice,
        symbols=sentence.symbols,
        key_words=sentence.key_words,
        importance=sentence.importance,
        read_back=sentence.read_back,
    )
    if changed.original == body.original:
        return changed
    return msgspec.structs.replace(
        changed, recording=None, easy="", easy_by=None, easy_ok_by_person=False
    )


def _differs(body: Statement, sentence: Statement) -> bool:
    """Whether a card says something else now, and not only the same in another language."""
    same_language = body.original_lang == sentence.original_lang
    return body.kind != sentence.kind or (same_language and body.original != sentence.original)


def _put_differently(work: UnitOfWork, now: Record[Statement], could_say: Sayings) -> bool:
    """Whether the person changed the words that the choice had said."""
    first = work.records.history(now.id)[0].body
    if isinstance(first, Statement) and now.body.original == first.original:
        return False
    return now.body.original not in could_say.get(now.body.card, ())


class _Said:
    """What an answer says."""

    def __init__(
        self, body: Session, session: RecordId, step: Step, words: Wording, by: RecordId
    ) -> None:
        self._person = body.person
        self._session = session
        self._step = step
        self._words = words
        self._by = by

    def chosen(self, answer: Answer | None) -> dict[str, Statement]:
        """One sentence for each option that was chosen, in the order of choosing."""
        moment, said = self._step.moment, {}
        options = {option.id: option for option in moment.options}
        ordered = moment.kind == "order"
        for place, name in enumerate(answer.choices if answer is not None else ()):
            option = options.get(name)
            if option is None or option.unsaid or answer is None:
                continue
            own = option.something_else and bool(answer.words)
            sentence = self._words.t(option.sentence or option.words)
            made = self._sentence(name, answer.words if own else sentence, option.picture)
            said[name] = msgspec.structs.replace(
                made,
                voice="own_spoken" if own else made.voice,
                importance=max(0, _MOST_IMPORTANT - place) or None if ordered else None,
            )
        return said

    def placed(self, answer: Answer | None, scale: Scale, thing: str) -> dict[str, Statement]:
        """What the place on the scale says of the one thing."""
        said = {}
        for pile in scale.piles:
            if answer is not None and pile.id in answer.choices and pile.says:
                sentence = self._words.t(pile.sentence, card=thing.rstrip(_FULL_STOPS))
                made = self._sentence(pile.id, sentence, pile.picture)
                kind = msgspec.convert(pile.says, StatementKind)
                said[pile.id] = msgspec.structs.replace(made, kind=kind)
        return said

    def _sentence(self, card: str, words: str, picture: PictureRef) -> Statement:
        moment = self._step.moment
        return Statement(
            person=self._person,
            section=moment.section,
            kind=moment.says or "preference",
            voice="own_choice_symbol",
            original=words,
            original_lang=self._words.lang,
            scribed_by=self._by,
            symbols=(picture,),
            session=self._session,
            moment=self._step.key,
            card=card,
        )


def _could_say(wanted: Mapping[str, Statement], earlier: Answer | None) -> dict[str, set[str]]:
    """What the choice says, and what it said before in words of the person's own."""
    said = {card: {sentence.original} for card, sentence in wanted.items()}
    if earlier is not None and earlier.words:
        for card in earlier.choices:
            said.setdefault(card, set()).add(earlier.words)
    return said


def _compare(work: UnitOfWork, session: RecordId, again: Moment, about: str, by: RecordId) -> None:
    """Keep with what was said at a moment whether asking it the other way round agreed (B.1.6)."""
    given = work.records.get(session, Session).body.answers
    ends = (f":{about}", "") if about else ("",)
    first = next((again.again + end for end in ends if again.again + end in given), again.again)
    second = next((again.id + end for end in ends if again.id + end in given), again.id)
    pressed = [
        set(each.choices)
        for each in (given.get(first), given.get(second))
        if each is not None and each.choices and each.response not in REFUSALS
    ]
    found = "not_checked"
    if len(pressed) == _TWICE:  # what is only said aloud cannot be compared
        found = "same_twice" if pressed[0] == pressed[1] else "unsure"
    for each in work.records.find(Statement, session=session):
        if each.body.moment == first and each.body.card and each.body.consistency != found:
            body = msgspec.structs.replace(each.body, consistency=found)
            work.records.revise(each.id, body, by=by, session=session)
