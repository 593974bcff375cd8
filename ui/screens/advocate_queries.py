"""What an advocate asked, what was answered and when, and the days of a report to the council."""

import datetime

from app.model.agreements import AdvocateReview, FormalReport, Query
from app.model.errors import BadWordsError
from app.model.ids import RecordId
from app.model.record import Record
from app.model.wording import N_
from app.usecases import advocates
from app.usecases.advocates import Look
from ui.parts.day_field import DayField
from ui.parts.deeds import main_deed
from ui.parts.fields import Field
from ui.parts.refs import ADVOCATE, CALENDAR, FROM_FILE, TICK
from ui.screens.advocate import AdvocateScreen, Here
from ui.screens.base import Frame, Route, face_of


class AdvocateQueriesScreen(AdvocateScreen):
    """What the advocate asked, what was answered and when, and the days of a report."""

    def frame(self) -> Frame:
        """Back to the look at the plan."""
        back = self.back_button(Route("advocate_review", {"person": self.person_id}))
        faces = (face_of(self.person.body),) if self.person is not None else ()
        return Frame(
            title=self.ctx.t(self.title),
            faces=faces,
            buttons=(back, self.hear_button(), self.help_button()),
        )

    def show_all(self, here: Here) -> None:
        """Every question of every look, the newest look first; then what can be added."""
        ctx, page, look = self.ctx, self.page, here.look
        page.say(ctx.t(N_("Questions and answers")), "title")
        if not ctx.open_notebook.read_only and not here.only_looks:
            words = ctx.t(N_("What came back on paper"))
            page.card("came-back", words, FROM_FILE, lambda: self.to("came_back"))
        if not any(each.body.queries for each in look.reviews):
            page.say(ctx.t(N_("Nothing was asked yet.")))
        writes = not ctx.open_notebook.read_only
        for review in reversed(look.reviews):
            for place, query in enumerate(review.body.queries):
                self._query(look, review, query)
                if query.reply_on is None and writes and not here.only_looks:
                    self._answering(review, place)
        if look.reviews and writes:
            self._asking(look.reviews[-1])
            for review in look.reviews[:-1]:
                report = review.body.formal_report
                if report is not None and report.reply_on is None:
                    self._reporting(look, review, f"report-{review.id}")
            self._reporting(look, look.reviews[-1], "report")
        self.show_page(self.page.first)

    def _query(self, look: Look, review: Record[AdvocateReview], query: Query) -> None:
        ctx, page = self.ctx, self.page
        asked = N_("{advocate} asked on {day}: {question}")
        day = ctx.words.date(query.asked_on or review.body.on)
        advocate = look.name_of(review.body.advocate)
        page.say(ctx.t(asked, advocate=advocate, day=day, question=query.text))
        if query.asked_by not in {None, review.body.advocate}:
            self._written_down(look, query.asked_by, query.asked_on or review.body.on)
        if query.about in look.about:
            page.say(ctx.t(N_("About: “{words}”"), words=look.about[query.about]), "label")
        if query.reply_on is not None:
            answered = N_("{name} answered on {day}: {answer}")
            name = look.name_of(query.replied_by) or ctx.t(N_("The team"))
            day = ctx.words.date(query.reply_on)
            page.say(ctx.t(answered, name=name, day=day, answer=query.reply))
        elif query.reply_due is not None:
            due = ctx.words.date(query.reply_due)
            page.say(ctx.t(N_("No answer yet. It is wanted by {day}."), day=due), "label")
        else:
            page.say(ctx.t(N_("No answer yet.")), "label")

    def _written_down(self, look: Look, by: RecordId | None, on: datetime.date) -> None:
        ctx = self.ctx
        name = look.name_of(by) or ctx.t(N_("The team"))
        told = N_("{day} · {name} wrote it down")
        self.page.say(ctx.t(told, day=ctx.words.date(on), name=name), "label")

    def _answering(self, review: Record[AdvocateReview], place: int) -> None:
        ctx = self.ctx
        notebook, by, today = ctx.open_notebook, ctx.writer, ctx.today
        field = Field(ctx, ctx.t(N_("Answer it")))
        name = f"answer-{review.id}-{place}"
        field.line.setObjectName(f"words-{name}")
        self.page.add(field)

        def answer() -> None:
            text = field.text
            self.do(
                lambda: advocates.reply(
                    notebook, review=review.id, place=place, text=text, on=today, by=by
                ),
                field=field,
            )

        self.page.put(main_deed(ctx, name, ctx.t(N_("Keep this answer")), TICK, answer))

    def _asking(self, review: Record[AdvocateReview]) -> None:
        ctx, page = self.ctx, self.page
        notebook, by, today = ctx.open_notebook, ctx.writer, ctx.today
        page.say(ctx.t(N_("Ask the team something")), "title")
        words = Field(ctx, ctx.t(N_("The question")))
        words.line.setObjectName("question")
        due = DayField(ctx, ctx.t(N_("Answer wanted by (day/month/year)")))
        due.line.setObjectName("question-due")
        page.add(words)
        page.add(due)

        def ask() -> None:
            days = self._days(due)
            if days is None:
                return
            text = words.text
            self.do(
                lambda: advocates.ask(
                    notebook, review=review.id, text=text, due=days[0], on=today, by=by
                ),
                field=words,
            )

        page.put(main_deed(ctx, "ask", ctx.t(N_("Ask this")), ADVOCATE, ask))

    def _reporting(self, look: Look, review: Record[AdvocateReview], called: str) -> None:
        """The days of a report to the council; what is in it is between it and the advocate."""
        ctx, page, now = self.ctx, self.page, review.body.formal_report
        notebook, by, today = ctx.open_notebook, ctx.writer, ctx.today
        page.say(ctx.t(N_("A report to the council")), "title")
        told = N_(
            "The council must meet the advocate and answer in writing. Here are only the days."
        )
        page.say(ctx.t(told), "label", bold=False)
        if now is not None and now.written_on is not None:
            self._written_down(look, now.written_by, now.written_on)
        labels = (
            ("sent", N_("Sent on (day/month/year)"), now and now.sent_on),
            ("meeting", N_("Meeting on"), now and now.meeting_on),
            ("due", N_("Answer wanted by (day/month/year)"), now and now.reply_due),
            ("answered", N_("Answer came on"), now and now.reply_on),
        )
        fields = []
        for name, label, day in labels:
            field = DayField(ctx, ctx.t(label), day=day)
            field.line.setObjectName(f"{called}-{name}")
            fields.append(field)
            page.add(field)

        def keep() -> None:
            days = self._days(*fields)
            if days is None:
                return
            sent, meeting, due, answered = days
            if sent is None:
                fields[0].tell(ctx.t(N_("Please write on which day it was sent.")))
                return
            report = FormalReport(
                sent_on=sent, meeting_on=meeting, reply_due=due, reply_on=answered
            )
            self.do(
                lambda: advocates.report(notebook, review=review.id, report=report, on=today, by=by)
            )

        page.put(main_deed(ctx, f"keep-{called}", ctx.t(N_("Keep these days")), CALENDAR, keep))

    def _days(self, *fields: DayField) -> list[datetime.date | None] | None:
        """The days that are written; None where one is wrong, which is said under it."""
        found = []
        for field in fields:
            field.tell("")
            try:
                found.append(field.day)
            except BadWordsError as error:
                field.tell(error.said(self.ctx.words))
                return None
        return found
