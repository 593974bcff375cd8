"""You said, we did: what was promised to a person, what came of it, what they think of it."""

from app.model.outcome import IMPACTS, REACTIONS, late_words, outcome_words
from app.model.promises import Promise
from app.model.record import Record
from app.model.wording import N_
from app.usecases.promises import Told
from ui.parts.bars import Button
from ui.parts.pressable import Pressable
from ui.parts.promise_card import promise_card
from ui.parts.refs import WRITE
from ui.parts.statement_card import statement_card
from ui.screens.base import Route
from ui.screens.promised import PromisedScreen


class YouSaidWeDidScreen(PromisedScreen):
    """The person's own list: what they said, what was promised, and what came of it."""

    title = N_("You said, we did")

    def way_back(self) -> Button:
        """Home."""
        return self.home_button(Route("home", {"person": self.person_id}))

    def show_found(self, found: Told) -> None:
        """The promises, anew."""
        self.person = found.person
        ctx, page = self.ctx, self.page
        page.begin_anew()
        page.say(ctx.t(N_("You said, we did")), "question")
        if not found.promises:
            page.say(ctx.t(N_("Nothing is promised yet. Promises are made in a talk.")))
        for record in found.promises:
            self._add(record, found)
        if found.promises and not ctx.open_notebook.read_only:
            page.begin_row(gap=0, same=False)
            answer = Pressable(
                ctx, ctx.t(N_("Helper: write what came of it")), picture=WRITE, picture_px=30
            )
            answer.setObjectName("promises")
            answer.clicked.connect(
                lambda: self.go.emit(Route("promises", {"person": self.person_id}))
            )
            page.put(answer)
        self.show_page(self.findChild(Pressable, "promises"))

    def _add(self, record: Record[Promise], found: Told) -> None:
        ctx, page, body = self.ctx, self.page, record.body
        name = found.person.body.preferred_name
        said = next((each for each in found.statements if each.id == body.said), None)
        if said is not None:
            page.say(ctx.t(N_("You said")), "label")
            words = statement_card(ctx, said, person=name)
            self.add_heard(words)
        card = promise_card(ctx, record, people=(found.person, *found.supporters))
        self.add_heard(card)
        if body.told_on is None and body.response != "we_will":
            if body.late(ctx.today):
                page.say(late_words(ctx.words, body.due), "label", bold=False)
            page.say(ctx.t(N_("In our next talk we tell you what came of it.")), "label")
            return
        for sentence in outcome_words(ctx.words, body, name=name, today=ctx.today):
            page.say(sentence, "label", bold=False)
        if body.reaction is not None:
            think = ctx.t(REACTIONS[body.reaction][0])
            page.say(ctx.t(N_("{name}: {words}"), name=name, words=think), "label")
        if body.impact_by_person != "not_asked":
            better = ctx.t(IMPACTS[body.impact_by_person][0])
            page.say(
                ctx.t(N_("Did it make things better? {name}: {words}"), name=name, words=better),
                "label",
            )
