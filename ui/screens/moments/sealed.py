"""Tell someone else: the keyworker looks away, and what is said is sealed at once (rule R14)."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from app.model.change import Change
from app.model.errors import AlongsideError
from app.model.feedback import SealedNote, SealedWords
from app.model.session import Answer
from app.model.wording import N_
from app.usecases.sealed_notes import ROUTES, To
from app.usecases.talks import Talk
from ui.context import Context
from ui.parts.sealed_writing import Readers, SealedWriting
from ui.parts.words import Words
from ui.screens.base import Readable
from ui.screens.moments.view import View

JUST_ME = "just_me"


class SealedView(View):
    """Whom to tell; then the words, which are sealed when the person says so or presses Next.

    Where the person already said in this talk who should hear it, they are not asked again.
    """

    def __init__(self, ctx: Context, talk: Talk) -> None:
        super().__init__(ctx, talk)
        self.complete = False
        self._gone = False
        self._carried: tuple[To, SealedWords] | None = None
        column = self.page()
        self._asked: list[QWidget] = [column.add(self.question())]
        self._explained = self.explanation()
        if self._explained is not None:
            self._asked.append(column.add(self._explained))
        if self._is_just_me():
            stays = Words(ctx, ctx.t(N_("It stays with you. Only that you chose this is kept.")))
            self._read.append(stays)
            self._asked.append(column.add(stays))
        self._writing = SealedWriting(
            ctx,
            helper=talk.name_of(ctx.by) or ctx.t(N_("Helper")),
            contacts=(each for each in ctx.house.contacts if each.unless_known),
            supporters=talk.supporters,
        )
        self._writing.seal.connect(self._seal)
        self._writing.just_me.connect(self._just_me)
        self._writing.changed.connect(self._make_room)
        column.add(self._writing)
        self.end_page(column)
        if self.quiet is not None:
            self._asked.append(self.quiet)
        house, notebook, person = ctx.house, ctx.open_notebook, talk.person.id
        ctx.desk.do(lambda: house.note_readers(notebook, person=person), owner=self, then=self._ask)

    def readables(self) -> tuple[Readable, ...]:
        """The question and whom to tell; never what is written."""
        return (*(self._read if self._writing.asking else ()), *self._writing.readables)

    def unsaid(self) -> Callable[[], Change] | None:
        """What is written and not sealed yet is sealed, so that nothing that was said is lost."""
        said, to = self._writing.standing, self._writing.to
        if to is None or said.blank:
            return None
        return self._sealing(to, said)

    def carry_over(self, old: View) -> None:
        """What is written and kept nowhere."""
        if isinstance(old, SealedView) and not old._gone:  # noqa: SLF001 - its own kind
            writing = old._writing  # noqa: SLF001
            if writing.to is not None:
                self._carried = writing.to, writing.standing

    def refused(self, error: AlongsideError) -> bool:
        """It could not be sealed, and stands where it was written."""
        self._gone = False
        self._writing.tell(error.said(self.ctx.words))
        return self._writing.to is not None

    def _ask(self, readers: Readers) -> None:
        if self._explained is not None and not any(readers.values()):
            self._asked.remove(self._explained)  # it says who can hear it
            self._read.remove(self._explained)
            self._explained.hide()
        notes = tuple(each.body for each in self.talk.of(SealedNote))
        self._writing.ask(readers, notes)
        chosen = self._said_before()
        if self._carried is not None:
            self._writing.write(*self._carried)
        elif chosen is not None:
            self._writing.write(chosen)
        self.complete = True

    def _make_room(self) -> None:
        """While something is written the question has been answered, and is in the way."""
        for each in self._asked:
            each.setVisible(self._writing.asking)

    def _said_before(self) -> To | None:
        """Whom the person chose at an earlier moment, unless it was said here already."""
        answers = self.talk.session.body.answers
        if self.step.key in answers:
            return None
        chosen = {choice for answer in answers.values() for choice in answer.choices}
        return next((to for to, route in ROUTES.items() if route in chosen), None)

    def _is_just_me(self) -> bool:
        given = self.talk.session.body.answers.get(self.step.key)
        return given is not None and JUST_ME in given.choices

    def _seal(self, to: To, said: SealedWords) -> None:
        self._gone = True
        self.do(self._sealing(to, said), focus="to-manager")

    def _sealing(self, to: To, said: SealedWords) -> Callable[[], Change]:
        ctx, notebook, person = self.ctx, self.ctx.open_notebook, self.talk.person.id
        today, session, step, by = ctx.today, self.session, self.step.key, ctx.writer
        return lambda: ctx.house.seal_note(
            notebook, person=person, to=to, said=said, on=today, session=session, step=step, by=by
        )

    def _just_me(self) -> None:
        self.give_answer(
            Answer(response="chosen", field=self.moment.field, choices=(JUST_ME,)),
            focus="just-me",
        )
