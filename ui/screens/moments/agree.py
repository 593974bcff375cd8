"""Do you agree with your plan: yes, part of it, no; each part can be left open."""

import dataclasses

from PySide6.QtWidgets import QWidget

from app.model.agreements import PlanAgreement
from app.model.ids import PictureRef, RecordId
from app.model.sections import Section
from app.model.session import Response
from app.model.statement import Statement
from app.model.wording import N_
from app.usecases import agreeing
from app.usecases.agreeing import Agreement, Agrees, How
from app.usecases.talks import Talk
from ui.context import Context
from ui.parts.column import Column
from ui.parts.flow import Flow
from ui.parts.pressable import Pressable
from ui.parts.refs import BY_LAW, KEEP, NOT_MINE, SOME, SPEAK_UP
from ui.parts.words import Words
from ui.screens.moments.view import View

_ANSWERS: dict[Agrees, tuple[str, PictureRef]] = {
    "yes": (N_("I agree with all of it"), KEEP),
    "part": (N_("I agree with part of it"), SOME),
    "no": (N_("I do not agree"), NOT_MINE),
}

_HOW: dict[How, tuple[str, PictureRef]] = {
    "pressed": (N_("I press it here"), PictureRef("openmoji:1F447")),
    "said": (N_("I say it"), SPEAK_UP),
    "signed": (N_("I sign my name"), PictureRef("openmoji:270D")),
    "mark": (N_("I make my mark"), PictureRef("openmoji:1F58D")),
    "thumb": (N_("My thumb print"), PictureRef("openmoji:1FAC6")),
    "photo": (N_("With a photo"), PictureRef("openmoji:1F4F7")),
    "recorded": (N_("With a recording"), PictureRef("openmoji:1F399")),
}


class AgreeView(View):
    """Three answers, the parts of the plan to set aside, and how the person says it.

    Only the person answers. Somebody who may do so by law is offered by name, and only where a
    legal paper was seen.
    """

    def __init__(self, ctx: Context, talk: Talk) -> None:
        super().__init__(ctx, talk)
        record = agreeing.said_at(
            talk.of(PlanAgreement), session=talk.session.id, step=self.step.key
        )
        self._given = record.body if record is not None else None
        if self._given is not None and self._given.agrees not in _ANSWERS:
            self._given = None
        column = self.page()
        column.add(self.question())
        if (explained := self.explanation()) is not None:
            column.add(explained)
        self._answers = Flow(gap=4)
        for agrees, (words, picture) in _ANSWERS.items():
            self._answers.addWidget(self._answer_card(agrees, ctx.t(words), picture))
        column.add_row(self._answers)
        if self._given is not None and self._given.agrees == "yes":
            self._hows(column)
            self._parts(column)
        else:
            self._parts(column)
            if self._given is not None:
                self._hows(column)
        self._by_law(column)
        self.end_page(column)

    def first_focus(self) -> QWidget | None:
        """The first answer."""
        item = self._answers.itemAt(0)
        return item.widget() if item is not None else None

    def refuse(self, response: Response) -> None:
        """Not answering is kept with the plan as well; pressing it again takes it back."""
        given = self.talk.session.body.answers.get(self.step.key)
        if given is not None and given.response == response:
            self._take_back(response)
            return
        self._say(Agreement(agrees=response), response)  # type: ignore[arg-type]

    @property
    def _said(self) -> Agreement:
        """What stands now, to be changed in one thing."""
        if self._given is None:
            return Agreement(agrees="part")
        return Agreement(
            agrees=self._given.agrees,
            how=self._given.how,
            not_agreed=self._given.not_agreed,
            representative=self._given.representative,
        )

    def _answer_card(self, agrees: Agrees, words: str, picture: PictureRef) -> Pressable:
        card = Pressable(self.ctx, words, picture=picture, picture_px=48)
        card.setObjectName(f"agrees-{agrees}")
        given = self._given.agrees if self._given is not None else None
        card.choose(given == agrees)

        def press() -> None:
            if given == agrees:
                self._take_back(f"agrees-{agrees}")
                return
            aside = () if agrees == "yes" else self._said.not_agreed
            said = dataclasses.replace(self._said, agrees=agrees, not_agreed=aside)
            self._say(said, f"agrees-{agrees}")

        card.clicked.connect(press)
        self._read.append(card)
        return card

    # The parts

    def _sections(self) -> tuple[Section, ...]:
        """The sections that hold something that the person kept."""
        held = {each.body.section for each in self.talk.of(Statement) if each.body.kept}
        return tuple(each for each in self.ctx.house.sections if each.id in held)

    def _parts(self, column: Column) -> None:
        sections = self._sections()
        if not sections:
            self._head(column, N_("There is nothing in your plan yet. You can leave it open."))
            return
        self._head(column, N_("Press a part that you do not agree with. It stays open."))
        row = Flow(gap=0)
        aside = self._given.not_agreed if self._given is not None else ()
        for section in sections:
            row.addWidget(self._part(section, aside))
        column.add_row(row)

    def _part(self, section: Section, aside: tuple[str, ...]) -> Pressable:
        left_open = section.id in aside
        card = Pressable(
            self.ctx,
            self.ctx.t(section.easy),
            picture=self.ctx.shows(section.picture),
            picture_px=34,
            note=self.ctx.t(N_("I do not agree with this part")) if left_open else "",
            size="note",
            bold=False,
        )
        card.setObjectName(f"part-{section.id}")
        card.choose(left_open)

        def press() -> None:
            parts = {*aside} ^ {section.id}
            ordered = tuple(each.id for each in self._sections() if each.id in parts)
            agrees: Agrees = "no" if self._said.agrees == "no" else "part"
            said = dataclasses.replace(self._said, agrees=agrees, not_agreed=ordered)
            self._say(said, f"part-{section.id}")

        card.clicked.connect(press)
        self._read.append(card)
        return card

    # How, and for whom

    def _hows(self, column: Column) -> None:
        self._head(column, N_("How do you say it?"))
        row = Flow(gap=0)
        for how, (words, picture) in _HOW.items():
            card = Pressable(self.ctx, self.ctx.t(words), picture=picture, picture_px=30)
            card.setObjectName(f"how-{how}")
            card.choose(self._said.how == how)
            card.clicked.connect(
                lambda _=False, how=how: self._say(
                    dataclasses.replace(self._said, how=how), f"how-{how}"
                )
            )
            self._read.append(card)
            row.addWidget(card)
        column.add_row(row)

    def _by_law(self, column: Column) -> None:
        powers = agreeing.representatives(
            self.talk.person.body, self.talk.supporters, self.ctx.today
        )
        if not powers or self._given is None:
            return
        row = Flow(gap=0)
        for each in powers:
            words = self.ctx.t(
                N_("{name} says it for {person}, by law"), name=each.body.name, person=self.name
            )
            card = Pressable(self.ctx, words, picture=BY_LAW, picture_px=30)
            card.setObjectName(f"by-law-{each.id}")
            card.choose(self._said.representative == each.id)
            card.clicked.connect(lambda _=False, who=each.id: self._stand_in(who))
            self._read.append(card)
            row.addWidget(card)
        column.add_row(row)

    def _stand_in(self, who: RecordId) -> None:
        chosen = None if self._said.representative == who else who
        self._say(dataclasses.replace(self._said, representative=chosen), f"by-law-{who}")

    def _head(self, column: Column, sentence: str) -> None:
        words = Words(self.ctx, self.ctx.t(sentence), size="label", bold=True)
        self._read.append(words)
        column.add(words)

    def _say(self, said: Agreement, focus: str) -> None:
        ctx, session, step, at = self.ctx, self.session, self.step.key, self.now()
        self.do(
            lambda: agreeing.agree(
                self.notebook, session=session, step=step, said=said, at=at, by=ctx.writer
            ),
            focus=focus,
        )

    def _take_back(self, focus: str) -> None:
        ctx, session, step = self.ctx, self.session, self.step.key
        self.do(
            lambda: agreeing.take_back(self.notebook, session=session, step=step, by=ctx.writer),
            focus=focus,
        )
