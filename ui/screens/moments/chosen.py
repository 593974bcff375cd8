"""What every moment has at which something is chosen: how it is kept, and what it then says."""

from collections.abc import Callable

from app.model.change import Change
from app.model.choosing import Choices, toggled
from app.model.session import Answer
from app.model.topics import Scale
from app.usecases import choices, talks
from app.usecases.sealed_notes import ROUTES
from app.usecases.talks import Talk
from ui.context import Context
from ui.parts.column import Column
from ui.parts.flow import Flow
from ui.screens.moments.at_home import AtHome
from ui.screens.moments.view import View


class ChosenView(View):
    """A moment whose answer is what was pressed; pressing something else changes it."""

    def __init__(self, ctx: Context, talk: Talk) -> None:
        super().__init__(ctx, talk)
        self._at_home = AtHome(self, self.give_answer)

    def refusals(self) -> Flow:
        """Beside the ways not to answer now, the way to answer at home."""
        row = super().refusals()
        if self._helper_beside and (take := self._at_home.page_to_take()) is not None:
            row.addWidget(take)
        return row

    def end_page(self, column: Column) -> None:
        """Where the text is large, the way to answer at home comes last."""
        if not self._helper_beside and (take := self._at_home.page_to_take()) is not None:
            row = Flow()
            row.addWidget(take)
            column.add_row(row)
        super().end_page(column)

    @property
    def can_be_said(self) -> bool:
        """Wherever something is asked of the person.

        Not where it is only chosen how the talk goes on, or to whom sealed words go.
        """
        options = {each.id for each in self.moment.options}
        sealed = not options.isdisjoint(ROUTES.values())
        own_words = any(each.something_else for each in self.moment.options)
        return (own_words or not talks.arranges(self.moment)) and not sealed

    @property
    def chosen(self) -> Choices:
        """What is chosen, in the order of choosing; nothing where the person did not say."""
        given = self.talk.session.body.answers.get(self.step.key)
        return given.choices if given is not None else ()

    def give_answer(self, answer: Answer, *, focus: str = "") -> None:
        """Keep an answer to this step, and what it says."""
        self.do(self.writes(answer), focus=focus or answer.response)

    def take_answer_back(self, *, focus: str = "") -> None:
        """This step is without an answer again, and says nothing."""
        self.do(self.writes(None), focus=focus)

    def keep_choices(self, chosen: Choices, *, focus: str) -> None:
        """Keep what is chosen now; with nothing chosen there is no answer."""
        if not chosen:
            self.take_answer_back(focus=focus)
            return
        answer = Answer(response="chosen", field=self.moment.field, choices=chosen, at=self.now())
        self.give_answer(answer, focus=focus)

    def toggle(self, one: str, *, focus: str) -> None:
        """Choose one thing more, or take it out; no more than the moment asks for."""
        after, most = toggled(self.chosen, one), self.moment.most
        if most and len(after) > max(most, len(self.chosen)):
            self.told.emit(
                self.ctx.words.tn(
                    "You can choose {n}. Press the one you chose to take it out.",
                    "You can choose {n}. Press one of them to take it out.",
                    most,
                )
            )
            return
        self.keep_choices(after, focus=focus)

    def writes(self, answer: Answer | None) -> Callable[[], Change]:
        """What keeps an answer, or takes it back."""
        notebook, session, step = self.notebook, self.session, self.step
        guide, words, by = self.talk.conversation.guide, self.ctx.words, self.ctx.writer
        scale, thing = self.placed_on()
        return lambda: choices.answer(
            notebook,
            session=session,
            step=step,
            guide=guide,
            answer=answer,
            words=words,
            by=by,
            scale=scale,
            thing=thing,
        )

    def placed_on(self) -> tuple[Scale | None, str]:
        """The scale on which something is placed, and what it is in words."""
        return None, ""
