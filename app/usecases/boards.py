"""Sorting boards: laying out cards, moving them, and what follows from the piles."""

import datetime

import msgspec

from app.model import text
from app.model.change import Change
from app.model.guide import Moment
from app.model.ids import PictureRef, RecordId
from app.model.pictures import Picture
from app.model.record import Record
from app.model.session import REFUSALS, Answer, Board, BoardCard, Session
from app.model.statement import Statement, StatementKind
from app.model.topics import Scale, Topic
from app.model.wording import N_, Wording
from app.usecases import boards_at_home, choices, open_talk, own_topics
from app.usecases.ports import Notebook


def board(notebook: Notebook, *, session: RecordId, step: str) -> Record[Board] | None:
    """The board of one step of a session, if it was laid out."""
    with notebook.unit_of_work() as work:
        for each in work.records.find(Board, session=session):
            if each.body.moment == step:
                return each
    return None


def one(notebook: Notebook, *, board: RecordId) -> Record[Board]:
    """One board.

    Raises:
        NotFoundError: there is none.

    """
    with notebook.unit_of_work() as work:
        return work.records.get(board, Board)


def lay_out(
    notebook: Notebook,
    *,
    session: RecordId,
    step: str,
    moment: Moment,
    topic: Topic,
    words: Wording,
    by: RecordId,
) -> Change:
    """Lay out the cards of a topic, none of them placed but those that came back from home."""
    cards = tuple(
        BoardCard(id=card.id, words=words.t(card.words), symbol=card.picture)
        for card in topic.cards
    )
    with notebook.unit_of_work() as work:
        person = work.records.get(session, Session).body.person
        body = Board(
            person=person,
            session=session,
            moment=step,
            topic=topic.id,
            scale=moment.scale,
            cards=cards,
            practice=moment.practice,
        )
        lay = boards_at_home.as_at_home(work, body, by=by, session=session)
        body = msgspec.structs.replace(body, cards=lay)
        work.records.add(body, by=by, session=session)
        return work.commit()


def place(notebook: Notebook, *, board: RecordId, card: str, pile: str, by: RecordId) -> Change:
    """Put a card on a pile, last in its order; an empty pile takes it off the board again.

    A card may be moved at any time; whatever was confirmed before has to be confirmed again. Who
    did not want to say, and then moves a card, says something after all.
    """
    with notebook.unit_of_work() as work:
        body = work.records.get(board, Board).body
        order = 1 + max((c.order for c in body.cards if c.pile == pile), default=-1)
        cards = tuple(
            msgspec.structs.replace(c, pile=pile, order=order if pile else 0) if c.id == card else c
            for c in body.cards
        )
        changed = msgspec.structs.replace(body, cards=cards, confirmed=False, picture=None)
        work.records.revise(board, changed, by=by, session=body.session)
        answer = work.records.get(body.session, Session).body.answers.get(body.moment)
        if answer is not None and answer.response in REFUSALS:
            open_talk.keep_answer(work, body.session, body.moment, None, by=by)
        return work.commit(N_("card moved"))


def add_card(
    notebook: Notebook,
    *,
    board: RecordId,
    words: str,
    symbol: PictureRef | None,
    by: RecordId,
) -> Change:
    """Fill the blank card with something of the person's own, and keep it for the next time.

    Raises:
        BadWordsError: there are no words, or far too many for a card.

    """
    with notebook.unit_of_work() as work:
        body = work.records.get(board, Board).body
        own = sum(1 for card in body.cards if card.added)
        card = BoardCard(id=f"own-{own + 1}", words=text.name(words), symbol=symbol, added=True)
        changed = msgspec.structs.replace(
            body, cards=(*body.cards, card), confirmed=False, picture=None
        )
        if not body.practice:
            own_topics.keep_card(
                work, person=body.person, topic=body.topic, words=card.words, picture=symbol, by=by
            )
        work.records.revise(board, changed, by=by, session=body.session)
        return work.commit(N_("card added"))


def confirm(
    notebook: Notebook,
    *,
    board: RecordId,
    moment: Moment,
    scale: Scale,
    words: Wording,
    by: RecordId,
    at: datetime.datetime,
    right: bool = True,
    picture: Picture | None = None,
) -> Change:
    """The person said "right": the board is kept, and its piles become sentences to read back.

    Each card in a pile that says something becomes one draft in the person's voice (chosen with
    symbols). Confirming again after moving cards changes only what the board itself said: words
    that the person put differently stay as they put them. A practice board says nothing.

    A board that is left with cards on it and was not confirmed (``right`` is false) says its piles
    too: they are read back like everything else, and nothing of it is lost. It is not called
    confirmed anywhere, because nobody said so (R3).

    Args:
        notebook: the open notebook.
        board: the board.
        moment: the moment at which it was laid out.
        scale: what its cards were sorted on.
        words: the language in which its piles are said.
        by: who writes.
        at: when, in UTC.
        right: whether the person said that the piles are right.
        picture: how the finished board looks.

    """
    with notebook.unit_of_work() as work:
        record = work.records.get(board, Board)
        body = record.body
        if right and not body.confirmed:
            shown = work.media.put(picture) if picture is not None else None
            done = msgspec.structs.replace(body, confirmed=True, picture=shown)
            work.records.revise(board, done, by=by, session=body.session)
        answered = Answer(response="chosen", field=moment.field, at=at)
        open_talk.keep_answer(work, body.session, body.moment, answered, by=by)
        if not body.practice:
            choices.say(
                work,
                session=body.session,
                step=body.moment,
                wanted=_sentences(body, moment, scale, words, by),
                could_say=_sayings(body, scale, words),
                by=by,
            )
        return work.commit(N_("piles confirmed") if right else N_("piles written down"))


def _sentences(
    board: Board, moment: Moment, scale: Scale, words: Wording, by: RecordId
) -> dict[str, Statement]:
    """What each placed card says, by card."""
    piles = {pile.id: pile for pile in scale.piles}
    said = {}
    for card in sorted(board.cards, key=lambda card: (card.pile, card.order)):
        pile = piles.get(card.pile)
        if pile is None or not pile.says:
            continue
        said[card.id] = Statement(
            person=board.person,
            section=moment.section,
            kind=msgspec.convert(pile.says, StatementKind),
            voice="own_choice_symbol",
            original=words.t(pile.sentence, card=card.words),
            original_lang=words.lang,
            scribed_by=by,
            symbols=(card.symbol,) if card.symbol else (),
            session=board.session,
            moment=board.moment,
            card=card.id,
        )
    return said


def _sayings(board: Board, scale: Scale, words: Wording) -> dict[str, set[str]]:
    """What the board could say of each card, whichever pile it is on."""
    return {
        card.id: {words.t(pile.sentence, card=card.words) for pile in scale.piles if pile.says}
        for card in board.cards
    }
