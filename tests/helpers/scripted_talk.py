"""Talks as people have them, each step told once it is on the disk; made to be killed.

For each line of standard input (a number to begin the chance with, and seconds) a child of this
warm process goes on with the talk in the notebook, and is killed with -9 after that time. Every
line that comes out is JSON: a step that ``begins``, a step that is ``done``, or how it ``ended``.

Arguments: a notebook with its key file, the person, their keyworker, and a folder for backups.
"""

import datetime
import hashlib
import io
import json
import os
import random
import signal
import sys
import time
import traceback
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from PIL import Image
from sqlalchemy import select

from app.bootstrap import House
from app.model.conversation import Conversation
from app.model.errors import NotAllowedError
from app.model.halfsaid import HalfSaid
from app.model.ids import RecordId
from app.model.session import Answer
from app.model.statement import Statement
from app.store import backup, schema
from app.store.notebook import NotebookFile
from app.usecases import events, halfsaid, people, sessions, statements, undo
from tests.helpers.notebooks import open_again
from tests.helpers.picture_files import keep_photo

STEP = "important"
_SECTIONS = ("important_to", "food", "support_well")
_revisions = select(schema.revision.c.id, schema.revision.c.body).order_by(schema.revision.c.id)

Told = dict[str, Any]


def digest(body: bytes) -> str:
    """What a body is recognised by."""
    return hashlib.sha256(body).hexdigest()


class Talk:
    """One evening at the laptop: goes on where the last one was cut off, without end."""

    def __init__(
        self,
        notebook: NotebookFile,
        *,
        person: RecordId,
        by: RecordId,
        stick: Path,
        house: House,
        chance: random.Random,
    ) -> None:
        self.notebook, self.person, self.by, self.stick = notebook, person, by, stick
        self.house, self.chance = house, chance
        self.session = RecordId("")
        self.told = self._written()[-1].id

    def go_on(self) -> None:
        steps = {
            self.types: 5, self.says: 8, self.answers: 4, self.changes_words: 2,
            self.refuses: 1, self.likes: 2, self.shows_a_photo: 1, self.takes_back: 2,
            self.does_again: 1, self.prints: 1, self.backs_up: 1, self.ends: 1,
        }  # fmt: skip
        while True:
            self.session = self._open_session()
            (step,) = self.chance.choices(list(steps), list(steps.values()))
            self._take(step)

    def types(self) -> Told:
        words = f"half of what is said {self.chance.random()}"
        tell(begins="types", session=self.session, words=words)
        halfsaid.keep(self.notebook, session=self.session, step=STEP, said=HalfSaid(words=words))
        return {"typing": words}

    def says(self) -> Told:
        long = " and so on" * self.chance.choice((0, 0, 0, 150))
        statements.say(
            self.notebook,
            statements.Said(
                person=self.person,
                words=f"I said this {self.chance.random()}{long}",
                lang="en-GB",
                section=self.chance.choice(_SECTIONS),
                kind="preference",
                voice="own_spoken",
                by=self.by,
                session=self.session,
                moment=STEP,
            ),
        )
        return {"typing": ""}

    def answers(self) -> Told:
        if (sentence := self._some_sentence()) is not None:
            statements.read_back(
                self.notebook,
                statement=sentence,
                result=self.chance.choice(("keep", "not_mine", "not_sure")),
                method="heard it",
                on=_now().date(),
                by=self.by,
                session=self.session,
            )
        return {}

    def changes_words(self) -> Told:
        if (sentence := self._some_sentence()) is not None:
            words = f"I say it so {self.chance.random()}"
            statements.change_words(self.notebook, statement=sentence, words=words, by=self.by)
        return {}

    def refuses(self) -> Told:
        answer = Answer(response="not_today", at=_now())
        sessions.answer(self.notebook, session=self.session, step=STEP, answer=answer, by=self.by)
        return {}

    def likes(self) -> Told:
        percent = self.chance.randrange(100, 301, 25)
        people.change_setting(
            self.notebook, person=self.person, field="text_percent", value=percent, by=self.by
        )
        return {}

    def shows_a_photo(self) -> Told:
        photo = io.BytesIO()
        side = self.chance.randrange(40, 160)
        Image.frombytes("L", (side, side), self.chance.randbytes(side * side)).save(photo, "PNG")
        ref = keep_photo(self.notebook, photo.getvalue())
        tell(done="puts_a_photo", photo=ref)
        people.change_photo(self.notebook, person=self.person, photo=ref, by=self.by)
        return {}

    def takes_back(self) -> Told:
        undo.undo(self.notebook, person=self.person, by=self.by)
        return {}

    def does_again(self) -> Told:
        undo.redo(self.notebook, person=self.person, by=self.by)
        return {}

    def prints(self) -> Told:
        events.note(
            self.notebook, what="printed", person=self.person, document="booklet", for_whom="person"
        )
        return {"printed": 1}

    def backs_up(self) -> Told:
        made = backup.make(self.notebook, self.stick, at=_now())
        return {"backup": made.file.name, "removed": [each.name for each in made.removed]}

    def ends(self) -> Told:
        body = sessions.session(self.notebook, session=self.session).body
        guide = self.house.guides[body.guide]
        step = Conversation(guide, body).steps[-1]
        sessions.go_on(
            self.notebook, session=self.session, guide=guide, step=step, by=self.by, now=_now()
        )
        return {"typing": ""}

    def _open_session(self) -> RecordId:
        """The talk that is not finished, begun if there is none."""
        found = sessions.open_session(self.notebook, person=self.person)
        if found is not None:
            return found.id
        guide = self.house.guides["review"]
        started = sessions.start(
            self.notebook, person=self.person, guide=guide, by=self.by, now=_now()
        )
        self._tell_new(done="starts")
        return started.last("session")

    def _some_sentence(self) -> RecordId | None:
        with self.notebook.unit_of_work() as work:
            found = work.records.find(Statement, person=self.person)
        return self.chance.choice(found).id if found else None

    def _take(self, step: Callable[[], Told]) -> None:
        if step != self.types:  # which says itself what it is about to type
            tell(begins=step.__name__, session=self.session)
        try:
            told = step()
        except NotAllowedError:
            told = {}  # nothing to undo, or something else has changed it since
        self._tell_new(done=step.__name__, **told)

    def _tell_new(self, **told: Any) -> None:
        """Say that a step is kept, with every revision since the last that was told."""
        rows = self._written(after=self.told)
        self.told = rows[-1].id if rows else self.told
        tell(session=self.session, revisions={row.id: digest(row.body) for row in rows}, **told)

    def _written(self, after: str = "") -> Sequence[Any]:
        with self.notebook.unit_of_work() as work:
            return work._open().execute(_revisions.where(schema.revision.c.id > after)).all()


def tell(**told: Any) -> None:
    """One line, whole or not at all."""
    os.write(sys.stdout.fileno(), json.dumps(told).encode() + b"\n")


def main() -> None:
    path, stick = Path(sys.argv[1]), Path(sys.argv[4])
    person, by = map(RecordId, sys.argv[2:4])
    house = House(Path("/nonexistent"), Path("/nonexistent"))
    _ = house.guides
    for line in sys.stdin:
        seed, seconds = line.split()
        child = os.fork()
        if not child:
            chance = random.Random(int(seed))
            _talk(path, person=person, by=by, stick=stick, house=house, chance=chance)
        time.sleep(float(seconds))
        os.kill(child, signal.SIGKILL)
        _, status = os.waitpid(child, 0)
        tell(ended=os.waitstatus_to_exitcode(status))


def _talk(path: Path, **more: Any) -> None:
    """Talk until the end of this process."""
    try:
        Talk(open_again(path), **more).go_on()
    finally:
        traceback.print_exc()
        os._exit(1)


def _now() -> datetime.datetime:
    return datetime.datetime.now(datetime.UTC)


if __name__ == "__main__":
    main()
