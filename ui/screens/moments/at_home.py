"""A question of a talk that is ticked on paper at home: how it goes there, and what came back."""

from collections.abc import Callable

from app.model import home_questions
from app.model.session import Answer
from app.model.wording import N_
from app.usecases import choices_at_home
from app.usecases.choices_at_home import FromHome
from ui.parts.flow import Flow
from ui.parts.pressable import Pressable
from ui.parts.refs import PRINT, TICK
from ui.parts.saving import save_questions, tell_where
from ui.parts.taborder import follow_layout
from ui.screens.base import Route
from ui.screens.moments.view import View


class AtHome:
    """Beside a question that can go home: what was ticked there, and a page to take there.

    What was ticked is no answer before the person says that they mean it (rule R4).

    Args:
        view: of the question.
        give: keeps an answer to it.

    """

    def __init__(self, view: View, give: Callable[[Answer], None]) -> None:
        self._view, self._give = view, give
        self._guide = view.talk.conversation.guide
        self._place = Flow()

    @property
    def can_go(self) -> bool:
        """Whether the question can be answered at home at all."""
        return home_questions.can_go_home(self._guide, self._view.moment)

    def came_back(self) -> Flow:
        """Where it is shown what came back, as soon as that is known."""
        view = self._view
        if self.can_go:
            view.ctx.desk.do(
                lambda: choices_at_home.for_step(
                    view.notebook, session=view.session, step=view.step, guide=self._guide
                ),
                owner=view,
                then=self._show,
            )
        return self._place

    def page_to_take(self) -> Pressable | None:
        """What makes a page of it; nothing where it is answered, or cannot go home."""
        view, ctx = self._view, self._view.ctx
        if not self.can_go or view.step.key in view.talk.session.body.answers:
            return None
        button = Pressable(
            ctx, ctx.t(N_("Questions to tick at home")), picture=PRINT, picture_px=30
        )
        button.setObjectName("tick-at-home")
        button.clicked.connect(self._take)
        return button

    def _take(self) -> None:
        """Save the page; where other questions can go too, it is asked first which do."""
        view, guide = self._view, self._guide
        answered = view.talk.session.body.answers
        offered = tuple(
            each
            for each in guide.moments
            if home_questions.can_go_home(guide, each) and each.id not in answered
        )
        if len(offered) > 1:
            about = {"person": view.talk.person.id, "session": view.session, "guide": guide}
            here = {"offered": offered, "first": view.moment.id}
            view.go.emit(Route("questions_home", about | here))
            return
        save_questions(
            view.ctx,
            owner=view,
            person=view.talk.person.id,
            questions=home_questions.of_guide(guide, (view.moment.id,)),
            then=tell_where(view.ctx, view.told.emit),
        )

    def _show(self, found: FromHome | None) -> None:
        if found is None:
            return
        view, ctx = self._view, self._view.ctx
        yes = Pressable(
            ctx,
            ctx.t(N_("Yes, that is what I mean")),
            picture=TICK,
            picture_px=40,
            note=ctx.t(N_("At home you ticked: {words}"), words=found.answer.said),
            role="action",
            size="button",
        )
        yes.setObjectName("mean-it")
        yes.clicked.connect(lambda: self._give(found.as_answer(view.moment, at=view.now())))
        view.also_heard(yes)
        self._place.addWidget(yes)
        follow_layout(view)
