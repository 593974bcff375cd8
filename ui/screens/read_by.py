"""Who uses easy read and read the booklet: asked and never assumed, then what was hard (L24)."""

import datetime

from PySide6.QtWidgets import QPlainTextEdit

from app.model.errors import BadWordsError
from app.model.ids import RecordId
from app.model.text import is_blank
from app.model.wording import N_
from app.usecases import reader_checks, words_check
from app.usecases.reader_checks import Reading
from app.usecases.words_check import WordsCheck
from ui.context import Context
from ui.parts.bars import Button
from ui.parts.day_field import DayField
from ui.parts.deeds import main_deed
from ui.parts.fields import Field
from ui.parts.hard_lines import HardLines
from ui.parts.people_row import people_row
from ui.parts.refs import KEEP, NOT_MINE, TICK
from ui.screens.base import Route
from ui.screens.paged import PersonPageScreen


class ReadByScreen(PersonPageScreen):
    """Who it was, whether they use easy read, and what they said: one question after the other."""

    title = N_("Are the words easy?")

    def __init__(self, ctx: Context, *, person: RecordId) -> None:
        super().__init__(ctx, person=person)
        self._found: WordsCheck | None = None
        self._reader: RecordId | None = None
        self._name = ""
        self._hard: HardLines | None = None
        notebook = ctx.open_notebook
        ctx.desk.do(
            lambda: words_check.words_check(
                notebook,
                person=person,
                sections=ctx.house.sections,
                rules=ctx.house.easy_read,
                words=ctx.words,
                today=ctx.today,
            ),
            owner=self,
            then=self._show,
        )

    def way_back(self) -> Button:
        """Back to the advice."""
        return self.back_button(self._way_out())

    def _way_out(self) -> Route:
        return Route("easy_words", {"person": self.person_id})

    # Who

    def _show(self, found: WordsCheck) -> None:
        self._found = found
        self.person = found.plan.person
        self._ask_who()

    def _ask_who(self) -> None:
        assert self._found is not None
        ctx, page = self.ctx, self.page
        page.begin_anew()
        page.say(ctx.t(N_("Who read the booklet?")), "question")
        note = N_(
            "It is somebody who uses easy read. It is not the keyworker, and nobody who wrote "
            "some of the plan."
        )
        page.say(ctx.t(note), "label", bold=False)
        row, faces = people_row(
            ctx,
            self.person,
            self._found.may_read,
            chosen=(),
            pick=self._picked,
            name="reader",
        )
        page.add_row(row)
        page.read += faces
        other = Field(ctx, ctx.t(N_("Somebody else")))
        other.line.setObjectName("reader-name")
        page.add(other)
        page.begin_row(same=False)
        page.put(
            main_deed(ctx, "this-name", ctx.t(N_("This person")), TICK, lambda: self._named(other))
        )
        self.show_page(faces[0])

    def _picked(self, who: RecordId) -> None:
        assert self._found is not None
        plan = self._found.plan
        people = [(plan.person.id, plan.person.body.preferred_name)]
        people += [(each.id, each.body.name) for each in plan.supporters]
        self._reader, self._name = who, dict(people)[who]
        self._ask_whether()

    def _named(self, other: Field) -> None:
        if is_blank(other.text):
            other.tell(self.ctx.t(N_("Please say who read it.")))
            return
        ctx, notebook, person = self.ctx, self.ctx.open_notebook, self.person_id
        name = other.text.strip()
        ctx.desk.do(
            lambda: reader_checks.named(notebook, person=person, name=name, by=ctx.writer),
            owner=self,
            then=lambda who: self._found_named(who, name),
            failed=lambda error: other.tell(error.said(ctx.words)),
        )

    def _found_named(self, who: RecordId | None, name: str) -> None:
        self._reader, self._name = who, name
        if who is None:
            self._ask_made_it()
        else:
            self._ask_whether()

    # Whether

    def _ask_made_it(self) -> None:
        """Of somebody whom nobody here knows, that is asked: their name says nothing."""
        ctx, page, name = self.ctx, self.page, self._name
        person = self.person.body.preferred_name
        page.begin_anew()
        asked = N_("Is {name} paid to support {person}, or did they write some of it?")
        page.say(ctx.t(asked, name=name, person=person), "question")
        page.say(ctx.t(N_("Please ask {name}."), name=name), "label", bold=False)
        page.begin_row(same=True)
        yes = page.card("made-yes", ctx.t(N_("Yes, or we do not know")), KEEP, self._made_it)
        page.card("made-no", ctx.t(N_("No")), NOT_MINE, self._ask_whether)
        self.show_page(yes)

    def _made_it(self) -> None:
        self.told.emit(self.ctx.t(reader_checks.MADE_IT))
        self._ask_who()

    def _ask_whether(self) -> None:
        ctx, page = self.ctx, self.page
        page.begin_anew()
        page.say(ctx.t(N_("Does {name} use easy read?"), name=self._name), "question")
        page.say(ctx.t(N_("Please ask {name}."), name=self._name), "label", bold=False)
        page.begin_row(same=True)
        yes = page.card("uses-yes", ctx.t(N_("Yes")), KEEP, self._ask_what)
        page.card("uses-no", ctx.t(N_("No, or we do not know")), NOT_MINE, self._not_a_reader)
        self.show_page(yes)

    def _not_a_reader(self) -> None:
        """Nothing is written down; what they said can still make the words easier."""
        self.told.emit(self.ctx.t(reader_checks.NOT_A_READER))
        self._ask_who()

    # What they said

    def _ask_what(self) -> None:
        assert self._found is not None
        ctx, page = self.ctx, self.page
        page.begin_anew()
        page.say(ctx.t(N_("What did {name} say about it?"), name=self._name), "question")
        said = QPlainTextEdit()
        said.setObjectName("reader-said")
        said.setFont(ctx.look.font("sentence"))
        said.setTabChangesFocus(True)
        said.setAccessibleName(ctx.t(N_("What they said about it")))
        said.setFixedHeight(ctx.look.size("sentence") * 4)
        page.add(said)
        day = DayField(ctx, ctx.t(N_("On which day did {name} read it?"), name=self._name),
                       day=ctx.today)  # fmt: skip
        day.line.setObjectName("read-on")
        page.add(day)
        keep = main_deed(ctx, "keep-reading", ctx.t(N_("Write it down")), TICK,
                         lambda: self._keep(said.toPlainText(), day))  # fmt: skip
        page.begin_row(same=False)
        page.put(keep)
        page.say(ctx.t(N_("Which sentences were hard? Press them.")), "title")
        self._hard = HardLines(ctx, self._found.plan.lines)
        page.add(self._hard)
        self.show_page(said)

    def _keep(self, said: str, day: DayField) -> None:
        assert self._found is not None
        assert self._hard is not None
        ctx, notebook, person = self.ctx, self.ctx.open_notebook, self.person_id
        on = self._day_of(day)
        if on is None:
            return
        told = Reading(
            reader=self._reader,
            name=self._name if self._reader is None else "",
            uses_easy_read=True,
            made_it=False,
            seen=self._found.plan,
            words=ctx.words,
            hard=self._hard.hard,
            said=said,
        )
        by = ctx.writer
        ctx.desk.do(
            lambda: reader_checks.keep(notebook, person=person, told=told, on=on, by=by),
            owner=self,
            then=lambda _: self.go.emit(self._way_out()),
        )

    def _day_of(self, written: DayField) -> datetime.date | None:
        """The day of the reading; where it is none, that is said under the line."""
        today = self.ctx.today
        try:
            day = written.day or today
        except BadWordsError as error:
            written.tell(error.said(self.ctx.words))
            return None
        if day > today:
            written.tell(self.ctx.t(N_("That day is still to come.")))
            return None
        return day
