"""An easier wording beside a sentence: it never takes its place, and the person says yes (R5)."""

import datetime
from collections.abc import Iterable

import msgspec

from app.model import text
from app.model.change import Change
from app.model.errors import NotAllowedError
from app.model.halfsaid import easier_key
from app.model.ids import RecordId
from app.model.person import Person, Supporter
from app.model.record import Record
from app.model.statement import Statement
from app.model.wording import N_
from app.usecases.ports import Notebook, UnitOfWork
from app.usecases.statements import standing
from app.words.splitting import words as words_of


def write(
    notebook: Notebook,
    *,
    statement: RecordId,
    words: str,
    by: RecordId,
    session: RecordId | None = None,
) -> Change:
    """Put easier words beside a sentence. They count only once the person said yes to them.

    What was being written for it is finished with it.

    Raises:
        BadWordsError: there are no words, or far too many.

    """
    with notebook.unit_of_work() as work:
        body = msgspec.structs.replace(
            standing(work, statement).body,
            easy=text.spoken_words(words),
            easy_by=by,
            easy_ok_by_person=False,
            easy_unsure_on=None,
        )
        work.records.revise(statement, body, by=by, session=session)
        key = easier_key(statement)
        work.unfinished.keep(session=session or body.person, moment=key, words="")
        return work.commit(N_("easier words written"))


def answer(
    notebook: Notebook,
    *,
    statement: RecordId,
    ok: bool,
    seen: str,
    by: RecordId,
    session: RecordId | None = None,
) -> Change:
    """Keep the person's answer to easier words: yes, or take them away. The original stays.

    Args:
        notebook: the open notebook.
        statement: the sentence.
        ok: whether the person says that it says the same.
        seen: the easier words that were on screen: an answer never counts for others.
        by: who writes it down.
        session: the talk in which it was asked, if in one.

    Raises:
        NotAllowedError: the easier words are not those that were seen.

    """
    with notebook.unit_of_work() as work:
        now = _as_seen(work, statement, seen)
        body = msgspec.structs.replace(now, easy_ok_by_person=True, easy_unsure_on=None)
        if not ok:
            body = msgspec.structs.replace(
                now, easy="", easy_by=None, easy_ok_by_person=False, easy_unsure_on=None
            )
        work.records.revise(statement, body, by=by, session=session)
        return work.commit(N_("easier words kept") if ok else N_("easier words taken away"))


def leave(
    notebook: Notebook,
    *,
    statement: RecordId,
    seen: str,
    on: datetime.date,
    by: RecordId,
    session: RecordId | None = None,
) -> Change:
    """Keep that the person was not sure about easier words: they wait, and nobody asks that day.

    Raises:
        NotAllowedError: the easier words are not those that were seen.

    """
    with notebook.unit_of_work() as work:
        body = msgspec.structs.replace(_as_seen(work, statement, seen), easy_unsure_on=on)
        work.records.revise(statement, body, by=by, session=session)
        return work.commit(N_("easier words left for another day"))


def waiting(statements: Iterable[Record[Statement]]) -> tuple[Record[Statement], ...]:
    """Sentences that the person kept and whose easier words wait for their yes."""
    return tuple(
        each
        for each in statements
        if each.body.easy and each.body.kept and not each.body.easy_ok_by_person
    )


def _as_seen(work: UnitOfWork, statement: RecordId, seen: str) -> Statement:
    now = standing(work, statement).body
    if seen != now.easy:
        raise NotAllowedError(N_("These words were changed meanwhile. Please read them once more."))
    return now


def known(notebook: Notebook, *, person: RecordId) -> frozenset[str]:
    """Every word that stands in a person's plan, and the names around them: nobody misspelt those.

    So what was kept as it is, is known from then on.
    """
    with notebook.unit_of_work() as work:
        bodies = [each.body for each in work.records.find(Statement, person=person)]
        texts = [part for body in bodies for part in (body.original, body.easy)]
        texts += [each.body.name for each in work.records.find(Supporter, person=person)]
        texts.append(work.records.get(person, Person).body.preferred_name)
    return frozenset(word for text in texts for word in words_of(text))
