"""What an advocate wrote on their pack, on its way back to the person.

A comment is kept as a person typed it and waits for the next talk. Nothing is decided from what a
scan looks like: how much is written in a box is only shown beside it.
"""

import dataclasses
import datetime
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import cast

import msgspec

from app.model import pack_marks, review_codes
from app.model.change import Change
from app.model.errors import BadWordsError, NotAllowedError
from app.model.ids import RecordId, RevisionId
from app.model.packs import (
    MARK_WORDS,
    Mark,
    PackComment,
    PackLine,
    ReviewPack,
    question,
)
from app.model.person import Person, Supporter
from app.model.record import Record
from app.model.session import Session
from app.model.shape import LONGEST_WORDS
from app.model.statement import Statement
from app.model.text import is_blank, without_controls
from app.model.wording import N_, Phrase, Told
from app.readback.protocol import Opened, Sheet
from app.usecases.packs import given_codes
from app.usecases.ports import Notebook, UnitOfWork
from app.usecases.worker_roles import ADVOCATES

GONE = N_("This sentence is not in the plan any more.")
_INK = 0.004
"""Less than this share of a box may be dust and the grain of paper, or a faint word."""

Lines = tuple[tuple[Told, ...], ...]
"""Lines of what stands beside each other."""


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class CameBack:
    """What came back about one sentence, ready for a person to look at.

    Attributes:
        version: what was on the paper; ``words`` what that said.
        old: the sentence says something else today: ``now``.
        gone: it is not in the plan any more.
        pack: the pack it was written on, and ``commenter`` whose that was, if that is known.
        marks: what looks ticked in the picture; whoever looks at it decides.
        ticked: what was ticked on screen, and ``typed`` what was typed there.
        picture: of the comment box, as PNG; empty where there is none.

    """

    code: str
    statement: RecordId
    version: RevisionId
    words: str
    now: str
    old: bool
    gone: bool = False
    pack: RecordId | None = None
    commenter: RecordId | None = None
    marks: tuple[Mark, ...] = ()
    ticked: tuple[Mark, ...] = ()
    typed: str = ""
    ink: float = 0.0
    picture: bytes = b""

    @property
    def filled(self) -> bool:
        """Whether something seems to be written or ticked: it is shown sooner, nothing more."""
        return bool(self.marks or self.ticked or self.typed) or self.ink > _INK


def sheets(notebook: Notebook, *, person: RecordId | None = None) -> tuple[Sheet, ...]:
    """Where everything stands on the packs of a person, or of everybody."""
    with notebook.unit_of_work() as work:
        return tuple(
            Sheet(
                pack_marks.plan_signs(each.body.person),
                pack_marks.pack_signs(each.id),
                each.body.lines,
                each.body.page_matrix,
            )
            for each in work.records.find(ReviewPack, person=person)
        )


def of_code(notebook: Notebook, *, person: RecordId, typed: str) -> CameBack:
    """The sentence of a code that somebody typed.

    Raises:
        BadCodeError: there is a slip in it, or it is not from this plan.

    """
    code = review_codes.typed(typed)
    with notebook.unit_of_work() as work:
        packs = work.records.find(ReviewPack, person=person)
        said = work.records.find(Statement, person=person, withdrawn=True)
        found = review_codes.meant(
            code,
            person=work.records.get(person, Person).body.preferred_name,
            heads={each.id: each.revision for each in said},
            versions=((each.id, old.id) for each in said for old in work.records.history(each.id)),
            given=given_codes(packs),
        )
        on = [each for each in packs if any(line.code == code for line in each.body.lines)]
        return _came_back(work, code, found.version, on[-1] if on else None)


def of_file(
    notebook: Notebook, *, opened: Opened, person: RecordId | None = None
) -> tuple[CameBack, ...]:
    """Everything that a file holds about sentences of a person's plan, or of anybody's.

    What was typed on screen and what the picture of the page shows stand together.
    """
    with notebook.unit_of_work() as work:
        packs = {
            pack_marks.pack_signs(each.id): each
            for each in work.records.find(ReviewPack, person=person)
        }
        return tuple(_of_file(work, packs, opened))


def keep(
    notebook: Notebook,
    *,
    person: RecordId,
    about: CameBack,
    mark: Mark | None,
    words: str,
    commenter: RecordId | None,
    on: datetime.date,
    by: RecordId,
) -> Change:
    """Keep a comment as somebody typed it; it waits for the next talk with the person.

    A box that comes back once more replaces what waited of it.

    Args:
        notebook: open, to be written to.
        person: whose plan it is about.
        about: the sentence, as it was on paper.
        mark: what is ticked there, if anything.
        words: what is written there, if anything.
        commenter: who wrote it on the paper.
        on: the day on which it came back.
        by: who typed it.

    Raises:
        BadWordsError: nothing is ticked and nothing written, or it is far too long.
        NotAllowedError: the same was kept of this box before.

    """
    text = without_controls(words).strip()
    if mark is None and is_blank(text):
        raise BadWordsError(N_("There are no words yet."))
    if len(text) > LONGEST_WORDS:
        raise BadWordsError(N_("This is too long. Please write it in several pieces."))
    comment = PackComment(
        person=person,
        pack=about.pack,
        statement=about.statement,
        version=about.version,
        mark=mark,
        words=text,
        commenter=commenter,
        on=on,
    )
    with notebook.unit_of_work() as work:
        before = _kept_before(work, about)
        if any((each.body.mark, each.body.words) == (mark, text) for each in before):
            raise NotAllowedError(N_("This is kept already."))
        waits = next((each.id for each in before if each.body.status == "waiting"), None)
        if waits is None:
            work.records.add(comment, by=by)
        else:
            work.records.revise(waits, comment, by=by)
        return work.commit()


def kept_before(notebook: Notebook, *, about: CameBack) -> tuple[Record[PackComment], ...]:
    """What was kept of the same box already, the oldest first: pages are scanned twice."""
    with notebook.unit_of_work() as work:
        return _kept_before(work, about)


def _kept_before(work: UnitOfWork, about: CameBack) -> tuple[Record[PackComment], ...]:
    person = work.records.get(about.statement, Statement).body.person
    box = (about.pack, about.statement, about.version)
    return tuple(
        each
        for each in work.records.find(PackComment, person=person)
        if (each.body.pack, each.body.statement, each.body.version) == box
    )


def waiting(work: UnitOfWork, *, session: RecordId) -> tuple[Record[PackComment], ...]:
    """What came back for the person of a talk and was not talked about yet, the oldest first."""
    person = work.records.get(session, Session).body.person
    found = work.records.find(PackComment, person=person)
    return tuple(each for each in found if each.body.status == "waiting")


def told_below(work: UnitOfWork, *, person: RecordId) -> dict[RecordId, Lines]:
    """What is told below the words of each comment: what was ticked, and of the sentence since."""
    name = work.records.get(person, Person).body.preferred_name
    return {
        each.id: tuple(_told_below(work, each.body, name))
        for each in work.records.find(PackComment, person=person)
        if each.body.status != "answered"
    }


def _told_below(work: UnitOfWork, comment: PackComment, name: str) -> Iterator[tuple[Told, ...]]:
    sentence = work.records.get(comment.statement, Statement)
    if comment.mark is not None:
        yield question(sentence.body, name=name), Phrase(MARK_WORDS[comment.mark])
    if sentence.withdrawn:
        yield (Phrase(GONE),)
    elif at := _reworded_at(work, comment, sentence.body):
        yield (Phrase(N_("This sentence was changed since, on {day}."), (("day", at),)),)


def _reworded_at(
    work: UnitOfWork, comment: PackComment, now: Statement
) -> datetime.datetime | None:
    """When the sentence came to say what it says now, if a comment is about other words.

    Easier words stand on paper where the person said yes to them. Those of which there were none
    on it change nothing of what was read there.
    """
    history = work.records.history(comment.statement)
    then = next((each for each in history if each.id == comment.version), None)
    if then is None:
        return None
    read = cast("Statement", then.body)
    easy = read.easy_ok_by_person and bool(read.easy)
    if _words(read, easy=easy) == _words(now, easy=easy):
        return None
    words = [_words(cast("Statement", each.body), easy=easy) for each in history]
    since = (
        later.at
        for later, (before, after) in zip(history[1:], pairwise(words), strict=True)
        if before != _words(now, easy=easy) == after
    )
    return max(since, default=None)


def _words(sentence: Statement, *, easy: bool) -> tuple[str, str]:
    return sentence.original, sentence.easy if easy and sentence.easy_ok_by_person else ""


def shown(work: UnitOfWork, record: RecordId, *, session: RecordId, by: RecordId) -> None:
    """Write down, within a unit of work, that the person was told of a comment in a talk.

    Anything else than a comment that waits is left as it is.
    """
    found = next((each for each in waiting(work, session=session) if each.id == record), None)
    if found is not None:
        told = msgspec.structs.replace(found.body, status="shown", session=session)
        work.records.revise(record, told, by=by, session=session)


def answer(
    notebook: Notebook, *, comment: RecordId, reply: str, on: datetime.date, by: RecordId
) -> Change:
    """Keep what the person says to a comment.

    Raises:
        BadWordsError: there are no words.

    """
    if is_blank(reply):
        raise BadWordsError(N_("There are no words yet."))
    with notebook.unit_of_work() as work:
        body = work.records.get(comment, PackComment).body
        told = msgspec.structs.replace(
            body, status="answered", reply=without_controls(reply).strip(), reply_on=on
        )
        work.records.revise(comment, told, by=by)
        return work.commit()


def _of_file(
    work: UnitOfWork, packs: dict[str, Record[ReviewPack]], opened: Opened
) -> Iterator[CameBack]:
    fields = {each.code: each for each in opened.fields}
    for box in (box for page in opened.pages for box in page.boxes):
        pack = packs.get(box.pack)
        line = _line(pack, box.code)
        if pack is None or line is None:
            continue
        field = fields.pop(box.code, None)
        found = _came_back(work, box.code, (line.statement, line.version), pack)
        yield dataclasses.replace(
            found,
            marks=box.marked,
            ticked=field.marks if field is not None else (),
            typed=field.words if field is not None else "",
            ink=box.ink,
            picture=box.picture,
        )
    for code, field in fields.items():
        pack, line = _anywhere(packs.values(), code)
        if line is not None:
            found = _came_back(work, code, (line.statement, line.version), pack)
            yield dataclasses.replace(found, ticked=field.marks, typed=field.words)


def _line(pack: Record[ReviewPack] | None, code: str) -> PackLine | None:
    lines = pack.body.lines if pack is not None else ()
    return next((each for each in lines if each.code == code), None)


def _anywhere(
    packs: Iterable[Record[ReviewPack]], code: str
) -> tuple[Record[ReviewPack] | None, PackLine | None]:
    """The last pack with this code."""
    for each in reversed(tuple(packs)):
        line = _line(each, code)
        if line is not None:
            return each, line
    return None, None


def _came_back(
    work: UnitOfWork,
    code: str,
    version: review_codes.Version,
    pack: Record[ReviewPack] | None,
) -> CameBack:
    record, revision = version
    history = work.records.history(record)
    then = next((cast("Statement", each.body) for each in history if each.id == revision), None)
    now = work.records.get(record, Statement)
    to = pack.body.to if pack is not None else None
    return CameBack(
        code=code,
        statement=record,
        version=revision,
        words=then.original if then is not None else "",
        now=now.body.original,
        old=now.revision != revision,
        gone=now.withdrawn,
        pack=pack.id if pack is not None else None,
        commenter=to.supporter if to is not None else None,
    )


def commenters(notebook: Notebook, *, person: RecordId) -> tuple[Record[Supporter], ...]:
    """Who may have written it: the person's advocates, then everybody else around them."""
    with notebook.unit_of_work() as work:
        around = work.records.find(Supporter, person=person)
    there = (each for each in around if each.body.left_on is None)
    return tuple(sorted(there, key=lambda each: each.body.role not in ADVOCATES))
