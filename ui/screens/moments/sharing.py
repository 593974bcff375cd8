"""Who can see these words: real faces, one at a time, and the person's answer for each."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.model.person import Supporter
from app.model.record import Record
from app.model.session import Answer, Response
from app.model.sharing import Part, SharedWith, SharingChoice
from app.model.sharing_rules import TEAM
from app.model.statement import Statement
from app.model.wording import N_
from app.usecases import sharing_choices
from app.usecases.sharing import usual_purpose
from app.usecases.sharing_choices import Wish
from app.usecases.talks import Talk
from ui.context import Context
from ui.parts.flow import Flow
from ui.parts.inside import things_in
from ui.parts.pressable import Pressable
from ui.parts.refs import MARKS
from ui.parts.sharing_panel import Item, Said, SharingPanel
from ui.parts.sharing_words import SAID
from ui.parts.statement_card import statement_card, whose_words
from ui.parts.words import Words
from ui.pixmaps import face_picture
from ui.screens.moments.view import View


class SharingView(View):
    """The faces of the people around the person; pressing one asks about them.

    What is asked about are the new sentences of this talk that the person kept. Nobody's yes is
    carried over to anybody else, and what is only for the person is not even asked about.

    Attributes:
        chosen: whose face was pressed.

    """

    def __init__(self, ctx: Context, talk: Talk) -> None:
        super().__init__(ctx, talk)
        self.chosen: Record[Supporter] | None = None
        self._panel: SharingPanel | None = None
        self._lines = tuple(
            each
            for each in talk.of(Statement)
            if each.body.session == talk.session.id
            and each.body.kept
            and not each.body.private
            and each.body.answer_to is None
        )
        self._around = tuple(each for each in talk.supporters if each.body.left_on is None)
        self._column = self.page()
        self._column.add(self.question())
        if (explained := self.explanation()) is not None:
            self._column.add(explained)
        if not self._lines:
            self._say(ctx.t(N_("There are no new words to share today.")))
            self._say(ctx.t(N_("You can change who sees your plan on any day.")))
        self._beside = QVBoxLayout()
        self._faces = QVBoxLayout() if not ctx.look.stacked else Flow(gap=4)
        if self._lines and self._around:
            self._lay_out()
        elif self._lines:
            self._say(ctx.t(N_("There is nobody around you in this notebook yet.")))
        self.end_page(self._column)

    def first_focus(self) -> QWidget | None:
        """The first face."""
        return next((each for each in things_in(self._faces) if isinstance(each, QWidget)), None)

    def carry_over(self, old: View) -> None:
        """The same reader stays chosen."""
        assert isinstance(old, SharingView)
        if old.chosen is not None:
            again = next((x for x in self._around if x.id == old.chosen.id), None)
            if again is not None:
                self._choose(again)

    def refuse(self, response: Response) -> None:
        """Not answering takes back what was said here before."""
        given = self.talk.session.body.answers.get(self.step.key)
        if given is not None and given.response == response:
            super().refuse(response)
            return
        ctx, session, step = self.ctx, self.session, self.step.key
        answer = Answer(response=response, field=self.moment.field, at=self.now())
        self.do(
            lambda: sharing_choices.refuse_in_talk(
                self.notebook, session=session, step=step, answer=answer, by=ctx.writer
            ),
            focus=response,
        )

    def _lay_out(self) -> None:
        """The faces on one side, what is asked about the chosen one on the other."""
        for each in self._around:
            self._faces.addWidget(self._face(each))
        if isinstance(self._faces, QVBoxLayout):
            self._faces.setSpacing(0)
            self._faces.addStretch(1)
            both = QHBoxLayout()
            both.setSpacing(18)
            both.addLayout(self._faces)
            both.addLayout(self._beside, 1)
            self._column.add_row(both)
        else:
            self._column.add_row(self._faces)
            self._column.add_row(self._beside)
        self._show_new_words()

    def _show_new_words(self) -> None:
        """Before a face is pressed: which words it is about."""
        self._new = QWidget()
        inside = QVBoxLayout(self._new)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(2)
        head = Words(self.ctx, self.ctx.t(N_("These are the new words:")), size="label", bold=True)
        self._read.append(head)
        inside.addWidget(head)
        for line in self._lines:
            card = statement_card(
                self.ctx, line, person=self.name, said_by=self.talk.name_of(line.body.said_by)
            )
            card.clicked.connect(self.hear.emit)
            self._read.append(card)
            inside.addWidget(card)
        inside.addStretch(1)
        self._beside.addWidget(self._new)

    def _say(self, sentence: str) -> None:
        words = Words(self.ctx, sentence, size="sentence", bold=False)
        self._read.append(words)
        self._column.add(words)

    def _face(self, supporter: Record[Supporter]) -> Pressable:
        given = self._given(supporter)
        card = Pressable(
            self.ctx,
            supporter.body.name,
            picture=face_picture(supporter.body.photo, supporter.body.name),
            picture_px=48,
            note=self.ctx.t(SAID[given.body.choice]) if given is not None else "",
        )
        card.setObjectName(f"reader-{supporter.id}")
        card.clicked.connect(lambda: self._choose(supporter, pressed=True))
        self._read.append(card)
        return card

    def _given(self, supporter: Record[Supporter]) -> Record[SharingChoice] | None:
        return sharing_choices.said_at(
            self.talk.of(SharingChoice),
            session=self.session,
            step=self.step.key,
            to=SharedWith(supporter=supporter.id),
        )

    def _choose(self, supporter: Record[Supporter], *, pressed: bool = False) -> None:
        self.chosen = supporter
        for each in self._around:
            card = self.findChild(Pressable, f"reader-{each.id}")
            if card is not None:
                card.choose(each.id == supporter.id)
        if self._panel is not None:
            self._panel.hide()
            self._panel.deleteLater()
            self._read = [each for each in self._read if each not in self._panel.read]
        self._panel = self._panel_for(supporter)
        self._new.hide()
        self._read = [each for each in self._read if not self._new.isAncestorOf(each)]
        self._beside.insertWidget(0, self._panel)
        self._read += self._panel.read
        if pressed:
            first = self._panel.findChild(Pressable, "say-yes")
            self._panel.show()
            if first is not None:
                first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _panel_for(self, supporter: Record[Supporter]) -> SharingPanel:
        ctx, name, role = self.ctx, supporter.body.name, supporter.body.role
        given = self._given(supporter)
        told = ""
        if role in TEAM:
            told = ctx.t(
                N_("{name} is in the team that supports you, and can read it unless you say no."),
                name=name,
            )
        some = given is not None and given.body.choice == "yes_some"
        return SharingPanel(
            ctx,
            question=ctx.t(N_("Can {name} see these new words?"), name=name),
            told=told,
            name=name,
            items=tuple(self._item(each) for each in self._lines),
            purpose=given.body.purpose if given is not None else usual_purpose(role),
            given=given.body.choice if given is not None else None,
            seen=frozenset(given.body.parts if given is not None and some else ()),
            say=lambda said, focus: self._decide(supporter, said, focus),
            back=lambda: self._take_back(supporter),
        )

    def _item(self, line: Record[Statement]) -> Item:
        body, sections = line.body, self.ctx.house.sections
        said_by = self.talk.name_of(body.said_by)
        return Item(
            part=_part(line),
            words=body.original,
            picture=self.ctx.shows_said(body.symbols) or MARKS[body.voice_group],
            note=whose_words(self.ctx, body, said_by=said_by),
            role=body.voice_group,
            lang=body.original_lang,
            alone=body.section in sections and sections[body.section].private,
        )

    def _decide(self, supporter: Record[Supporter], said: Said, focus: str) -> None:
        ctx, session, step, at = self.ctx, self.session, self.step.key, self.now()
        wish = Wish(
            to=SharedWith(supporter=supporter.id),
            choice=said.choice,
            parts=said.seen,
            rest=said.unseen,
            purpose=said.purpose,
            shown_example=True,
        )
        self.do(
            lambda: sharing_choices.decide_in_talk(
                self.notebook,
                session=session,
                step=step,
                wish=wish,
                at=at,
                by=ctx.writer,
                words=ctx.words,
            ),
            focus=focus,
        )

    def _take_back(self, supporter: Record[Supporter]) -> None:
        ctx, session, step, at = self.ctx, self.session, self.step.key, self.now()
        self.do(
            lambda: sharing_choices.take_back_in_talk(
                self.notebook,
                session=session,
                step=step,
                to=SharedWith(supporter=supporter.id),
                at=at,
                by=ctx.writer,
            ),
            focus=f"reader-{supporter.id}",
        )


def _part(line: Record[Statement]) -> Part:
    return f"sentence:{line.id}"
