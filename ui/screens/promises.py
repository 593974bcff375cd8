"""For the worker: what was promised, and writing down what came of it."""

import functools

from PySide6.QtWidgets import QWidget

from app.model.change import Change
from app.model.errors import AlongsideError
from app.model.halfsaid import answer_key
from app.model.ids import RecordId
from app.model.outcome import COULD_NOT, OUTCOMES
from app.model.promises import Promise
from app.model.record import Record
from app.model.wording import N_
from app.usecases import promises
from app.usecases.promises import REASONS, MissingReasonError, Told
from ui.context import Context
from ui.parts.bars import Button
from ui.parts.column import clear
from ui.parts.deeds import main_deed
from ui.parts.fields import Field
from ui.parts.flow import Flow
from ui.parts.kept_line import KeptLine
from ui.parts.pressable import Pressable
from ui.parts.promise_card import promise_card
from ui.parts.refs import TICK
from ui.parts.statement_card import statement_card
from ui.parts.words import Words
from ui.screens.base import Route
from ui.screens.moments.asking import choice_cards
from ui.screens.paged import PersonPageScreen
from ui.screens.promised import PromisedScreen


class PromisesScreen(PromisedScreen):
    """The promises that are still open; pressing one writes down what came of it."""

    title = N_("What we promised")

    def way_back(self) -> Button:
        """Back to what the person sees of it."""
        return self.back_button(Route("yswd", {"person": self.person_id}))

    def show_found(self, found: Told) -> None:
        """The promises, anew."""
        self.person = found.person
        ctx, page = self.ctx, self.page
        page.begin_anew()
        page.say(ctx.t(N_("What came of it?")), "question")
        open_ones = [each for each in found.promises if each.body.closed_on is None]
        first: QWidget | None = None
        words = (
            N_("Press a promise, and write what came of it. The person is told in the next talk.")
            if open_ones
            else N_("No promise is open.")
        )
        page.say(ctx.t(words), "label", bold=False)
        for record in open_ones:
            card = promise_card(ctx, record, people=(found.person, *found.supporters))
            card.clicked.connect(functools.partial(self._answer, record.id))
            page.add(card, card)
            first = first or card
        self.show_page(first)

    def _answer(self, promise: RecordId) -> None:
        self.go.emit(Route("answer_promise", {"person": self.person_id, "promise": promise}))


class AnswerPromiseScreen(PersonPageScreen):
    """What came of one promise. "We could not" takes its reason, instead, and how to challenge."""

    title = N_("What we promised")

    def __init__(
        self,
        ctx: Context,
        *,
        person: RecordId,
        promise: RecordId,
        response: str = "",
        session: RecordId | None = None,
    ) -> None:
        super().__init__(ctx, person=person)
        self._promise, self._asked, self._session = promise, response, session
        self._response, self._because = "", None
        self._fields: dict[str, Field] = {}
        self._found: Told | None = None
        notebook = ctx.open_notebook
        ctx.desk.do(
            lambda: promises.of_person(notebook, person=person), owner=self, then=self._begin
        )

    def way_back(self) -> Button:
        """Back to the list, or to the talk in which it was asked."""
        return self.back_button(self._behind())

    def _behind(self) -> Route:
        about = {"person": self.person_id}
        if self._session is None:
            return Route("promises", about)
        return Route("talk", {**about, "session": self._session})

    def leave(self) -> None:
        """Keep what is half typed."""
        for each in self._fields.values():
            if isinstance(each, KeptLine):
                each.keep_now()

    def _begin(self, found: Told) -> None:
        self._found, self.person = found, found.person
        body = self._record.body
        self._response = self._asked or body.response
        self._because = body.could_not_because
        self._show("")

    @property
    def _record(self) -> Record[Promise]:
        assert self._found is not None
        return next(each for each in self._found.promises if each.id == self._promise)

    def _show(self, focus: str) -> None:
        self.leave()
        assert self._found is not None
        ctx, page, found, record = self.ctx, self.page, self._found, self._record
        page.begin_anew()
        self._fields = {}
        page.say(ctx.t(N_("What came of it?")), "question")
        said = next((each for each in found.statements if each.id == record.body.said), None)
        if said is not None:
            words = statement_card(ctx, said, person=found.person.body.preferred_name)
            self.add_heard(words)
        card = promise_card(ctx, record, people=(found.person, *found.supporters))
        self.add_heard(card)
        row, cards = choice_cards(
            ctx, OUTCOMES, chosen=self._response, pick=self._respond, name="response", flat=True
        )
        page.add_row(row)
        if self._response == "could_not_change":
            self._ask_reasons(record.body)
        else:
            self._line("what_changed", N_("In plain words"), record.body.what_changed)
        self._told = Flow()
        page.add_row(self._told)
        save = ctx.t(N_("Write it down"))
        page.put(main_deed(ctx, "save-answer", save, TICK, self._save))
        self.show_page(self.findChild(Pressable, focus) or cards[0])
        follow = self.findChild(Pressable, focus)
        if follow is not None:
            follow.setFocus()

    def _line(self, field: str, label: str, text: str, /, **values: object) -> None:
        line = KeptLine(
            self.ctx,
            self.ctx.t(label, **values),
            place=self.person_id,
            key=answer_key(self._promise, field),
            text=text,
        )
        line.line.setObjectName(field)
        self._fields[field] = line
        self.page.add(line)

    def _ask_reasons(self, body: Promise) -> None:
        ctx, page = self.ctx, self.page
        page.say(ctx.t(N_("What kept you from it?")), "label")
        row, cards = choice_cards(
            ctx, COULD_NOT, chosen=self._because, pick=self._choose_because, name="because",
            flat=True,
        )  # fmt: skip
        page.add_row(row)
        page.read += cards
        self._under_because = Flow()
        page.add_row(self._under_because)
        self._line("because_plain", N_("Why it could not be changed"), body.because_plain)
        self._line("instead", N_("What can be done instead"), body.instead)
        page.begin_row(gap=0, same=False)
        nothing = Pressable(ctx, ctx.t(N_("Nothing yet")), role="quiet", size="helper")
        nothing.setObjectName("nothing-yet")
        nothing.clicked.connect(lambda: self._fields["instead"].line.setText(nothing.words))
        page.put(nothing)
        assert self.person is not None
        name = self.person.body.preferred_name
        self._line(
            "how_to_challenge",
            N_("What {name} can do if they do not agree"),
            body.how_to_challenge,
            name=name,
        )

    def _respond(self, response: str) -> None:
        self._response = response
        self._show(f"response-{response}")

    def _choose_because(self, because: str) -> None:
        self._because = because
        self._show(f"because-{because}")

    def _save(self) -> None:
        self.leave()
        by, notebook, promise = self.ctx.writer, self.ctx.open_notebook, self._promise
        response, because = self._response, self._because
        words = {name: field.text for name, field in self._fields.items()}
        self.ctx.desk.do(
            lambda: promises.answer(
                notebook, promise=promise, response=response, could_not_because=because, by=by,
                **words,
            ),
            owner=self,
            then=self._saved,
            failed=self._refused,
        )  # fmt: skip

    def _saved(self, _change: Change) -> None:
        for each in self._fields.values():
            if isinstance(each, KeptLine):
                each.forget()
        self._fields = {}
        self.go.emit(self._behind())

    def _refused(self, error: AlongsideError) -> None:
        """Say under each line what is missing in it; the first has the keyboard."""
        if not isinstance(error, MissingReasonError):
            self._tell(self._told, error.said(self.ctx.words))
            return
        for name in reversed(list(REASONS)):
            sentence = self.ctx.t(REASONS[name], **error.values) if name in error.fields else ""
            if name == "could_not_because":
                self._tell(self._under_because, sentence)
            else:
                self._fields[name].tell(sentence)
                if sentence:
                    self.page.ensureWidgetVisible(self._fields[name])

    def _tell(self, place: Flow, sentence: str) -> None:
        clear(place)
        if sentence:
            told = Words(self.ctx, sentence, size="label", ink="stop_ink")
            place.addWidget(told)
            told.show()
            self.page.ensureWidgetVisible(told)
