"""Are these pictures clear? One picture of the plan at a time, large, with its word."""

from app.model.ids import PictureRef, RecordId
from app.model.person import Person
from app.model.picture_said import Clear
from app.model.record import Record
from app.model.wording import N_
from app.usecases import clear_pictures, people
from app.usecases.clear_pictures import PicturesOfPlan, Shown
from app.usecases.ports import Notebook
from ui.context import Context
from ui.parts.bars import Button
from ui.parts.pressable import Pressable
from ui.parts.refs import BREAK, DISAGREE, KEEP, PICTURE, UNSURE
from ui.screens.base import Route
from ui.screens.paged import ListScreen

Found = tuple[Record[Person], PicturesOfPlan]

_ANSWERS: tuple[tuple[Clear, str, PictureRef], ...] = (
    ("clear", N_("Yes, it is clear"), KEEP),
    ("not_clear", N_("No, it is not clear"), DISAGREE),
    ("not_sure", N_("I am not sure"), UNSURE),
)
_LONGEST_WORD = 60


class ClearPicturesScreen(ListScreen):
    """Asked of the whole plan, or of the pictures of one sentence. Stopping is always there."""

    title = N_("Are these pictures clear?")

    def __init__(
        self,
        ctx: Context,
        *,
        person: RecordId,
        statement: RecordId | None = None,
        section: str = "",
    ) -> None:
        """Ask of one sentence and go back to it, or of everything in the plan."""
        self._statement, self._section = statement, section
        self._asking: list[Shown] | None = None
        self._found: PicturesOfPlan | None = None
        self._unclear: PictureRef | None = None
        super().__init__(ctx, person=person)

    def way_back(self) -> Button:
        """To what the person likes, or to the sentence."""
        if self._statement is None:
            return self.back_button(Route("likes", {"person": self.person_id}))
        return self.back_button(self._to_sentence(self._statement, self._section))

    def find(self, notebook: Notebook) -> Found:
        """The pictures of the plan."""
        ideas = self.ctx.house.ideas
        found = clear_pictures.of_plan(notebook, person=self.person_id, ideas=ideas)
        return people.person(notebook, person=self.person_id), found

    def show_found(self, found: Found) -> None:
        """The next picture of this round; after the last, the places of those not clear."""
        self.person, self._found = found
        if self._asking is None:
            self._asking = self._round(found[1])
        if self._asking and not self.ctx.open_notebook.read_only:
            self._ask(self._asking[0])
        else:
            self._end()

    def _round(self, found: PicturesOfPlan) -> list[Shown]:
        """Those that were not asked about; all of them where each was."""
        of_plan = found.shown
        if self._statement is not None:
            return [each for each in found.places if each.statement.id == self._statement]
        return [each for each in of_plan if not each.answer] or list(of_plan)

    def _ask(self, shown: Shown) -> None:
        ctx, page = self.ctx, self.page
        page.begin_anew()
        page.say(ctx.t(N_("Is this picture clear to you?")), "title")
        card = Pressable(
            ctx,
            _short(shown.word),
            picture=shown.picture,
            picture_px=140 if ctx.look.stacked else 190,
            size="sentence",
            arrange="beside" if ctx.look.stacked else "above",
            lang=shown.lang,
        )
        card.setObjectName("picture-asked")
        card.can_be_low = False
        self.add_heard(card)
        first = None
        for answer, words, picture in _ANSWERS:
            button = page.card(
                f"picture-{answer}",
                ctx.t(words),
                picture,
                lambda _=False, answer=answer: self._say(answer),
            )
            button.choose(shown.answer == answer)
            first = first or button
        page.card("picture-stop", ctx.t(N_("Stop")), BREAK, self._stop)
        self.show_page(first)

    def _say(self, answer: Clear) -> None:
        assert self._asking
        ctx, shown, person = self.ctx, self._asking[0], self.person_id
        notebook, by, on = ctx.open_notebook, ctx.writer, ctx.today

        def said(_change: object) -> None:
            if self._asking:
                del self._asking[0]
            if answer == "not_clear":
                self._unclear = self._unclear or shown.picture
            self._load()

        ctx.desk.do(
            lambda: clear_pictures.say(
                notebook, person=person, picture=shown.picture, clear=answer, word=shown.word,
                by=by, on=on,
            ),
            owner=self,
            then=said,
        )  # fmt: skip

    def _stop(self) -> None:
        """Nothing is kept of the picture that stands here."""
        self._asking = []
        self._end()

    def _end(self) -> None:
        """What is not clear, with its places, for whoever helps to choose another picture."""
        if self._statement is not None:
            self.go.emit(self._to_sentence(self._statement, self._section, self._unclear))
            return
        assert self._found is not None
        ctx, page, found = self.ctx, self.page, self._found
        page.begin_anew()
        page.say(ctx.t(self.title), "title")
        if not found.shown:
            page.say(ctx.t(N_("There are no pictures beside your words yet.")))
        elif not found.not_clear:
            page.say(ctx.t(N_("So far no picture is unclear to you.")))
        else:
            page.say(ctx.t(N_("These are not clear. Another picture can be chosen for each.")))
        cards = [self._place(place) for place in found.not_clear]
        if found.shown and not ctx.open_notebook.read_only:
            words = ctx.t(N_("Look at the pictures"))
            page.begin_row()
            cards.append(page.card("pictures-again", words, PICTURE, self._again))
        self.show_page(cards[0] if cards else None)

    def _place(self, place: Shown) -> Pressable:
        body, ctx = place.statement.body, self.ctx
        card = Pressable(
            ctx,
            body.original,
            picture=place.picture,
            picture_px=72,
            role=body.voice_group,
            size="sentence",
            bold=False,
            lang=body.original_lang,
        )
        card.setObjectName(f"unclear-{place.statement.id}")
        card.clicked.connect(
            lambda: self.go.emit(self._to_sentence(place.statement.id, body.section, place.picture))
        )
        self.page.add(card, card)
        return card

    def _again(self) -> None:
        self._asking = None
        self._load()

    def _to_sentence(
        self, statement: RecordId, section: str, picture: PictureRef | None = None
    ) -> Route:
        """To a sentence, where ``picture`` is the one that can be changed."""
        about = {"person": self.person_id, "statement": statement, "section": section}
        if picture is not None:
            about["picture"] = picture
        return Route("sentence", about)


def _short(words: str) -> str:
    return words if len(words) <= _LONGEST_WORD else f"{words[:_LONGEST_WORD]}…"
