"""Are the words easy?: what would make the words of a plan easier, and who read it (L24).

It is the helper's, quiet, and gives no score. The person's own words stay as they are (rule R5).
"""

from collections.abc import Iterable, Sequence
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.model.ids import PictureRef, RecordId
from app.model.plan import Line
from app.model.wording import N_
from app.usecases import words_check
from app.usecases.easy_read import OnPlan
from app.usecases.ports import Notebook
from app.usecases.words_check import AtSentence, WordsCheck
from app.words.easyread.labelling import EASY_READ
from ui.context import Context
from ui.parts.bars import Button
from ui.parts.more import more_card
from ui.parts.pressable import Pressable
from ui.parts.refs import CHANGE, EASIER, READER
from ui.parts.statement_card import heading_card
from ui.screens.base import Route
from ui.screens.paged import ListScreen

AT_ONCE = 12
"""Sentences that are shown at first; the rest are one press away."""
MORE = 40
MOST_REMARKS = 3

T = TypeVar("T")


class EasyWordsScreen(ListScreen):
    """What a booklet is called and why; then each sentence with what could be changed in it."""

    title = N_("Are the words easy?")
    kinds = frozenset({"statement", "checked_with", "supporter", "person"})

    def __init__(self, ctx: Context, *, person: RecordId, at: RecordId | None = None) -> None:
        self._at = at
        self._at_once = AT_ONCE
        self._room = self._left_out = 0
        super().__init__(ctx, person=person)

    def way_back(self) -> Button:
        """Where the booklet is printed."""
        return self.back_button(Route("print", {"person": self.person_id}))

    def find(self, notebook: Notebook) -> WordsCheck:
        """Read the plan with the rules."""
        ctx = self.ctx
        return words_check.words_check(
            notebook,
            person=self.person_id,
            sections=ctx.house.sections,
            rules=ctx.house.easy_read,
            words=ctx.words,
            today=ctx.today,
        )

    def show_found(self, found: WordsCheck) -> None:
        """All of it, anew."""
        self.person = found.plan.person
        self._room, self._left_out = self._at_once, 0
        page = self.page
        page.begin_anew()
        page.say(self.ctx.t(N_("Are the words easy?")), "question")
        if not found.plan.lines:
            page.say(self.ctx.t(N_("There is nothing in the booklet yet.")))
            page.take_keys(self.ctx.t(self.title))
            self.show_page(page)
            return
        self._add_label(found)
        if found.nothing and found.elsewhere < len(found.plan.lines):
            page.say(self.ctx.t(N_("No rule has anything to say about these words.")), "label")
        grave = [each for each in found.sentences if each.grave or each.is_hard]
        other = [each for each in found.sentences if each not in grave]
        self._add_group(N_("Change these first"), grave)
        self._add_of_all(found.of_all)
        self._add_group(N_("These could be easier too"), other)
        self._add_own(found.own)
        self._add_more(found)
        if found.elsewhere:
            page.say(
                self.ctx.words.tn(
                    "{n} sentence is in another language. It was not looked at.",
                    "{n} sentences are in another language. They were not looked at.",
                    found.elsewhere,
                ),
                "helper",
                "quiet_ink",
            )
        self.show_page(self._first())

    def _first(self) -> QWidget | None:
        come_back = self._at and self.findChild(Pressable, f"change-{self._at}")
        return come_back or self.findChild(Pressable, "somebody-read")

    # What it is called

    def _add_label(self, found: WordsCheck) -> None:
        ctx, page = self.ctx, self.page
        page.say(ctx.t(N_("The booklet is called: {label}"), label=ctx.t(found.label)), "label")
        for sentence in self._why(found):
            page.say(sentence, "label", bold=False)
        note = N_("This is advice. You can print the booklet as it is.")
        page.say(ctx.t(note), "helper", "quiet_ink")
        if ctx.open_notebook.read_only:
            return
        page.begin_row(same=False)
        read = Pressable(
            ctx, ctx.t(N_("Somebody who uses easy read has read it")), picture=READER, picture_px=40
        )
        read.setObjectName("somebody-read")
        read.clicked.connect(lambda: self.go.emit(Route("read_by", {"person": self.person_id})))
        page.put(read)

    def _why(self, found: WordsCheck) -> Iterable[str]:
        ctx, last = self.ctx, found.last
        if last is None:
            yield ctx.t(N_("Nobody who uses easy read has read it yet."))
        else:
            day = ctx.words.date(last.body.on)
            yield ctx.t(N_("{name} read it on {day}."), name=last.name, day=day)
            if last.other_words:
                yield ctx.t(N_("Some words are new since then. Please read it together again."))
            if last.body.said:
                said = N_("{name} said: {words}")
                yield ctx.t(said, name=last.name, words=last.body.said)
        hard = last is not None and last.still_hard
        if hard or (found.label != EASY_READ and any(each.grave for each in found.sentences)):
            yield ctx.t(N_("Some sentences are still hard to read."))

    # What stands at the sentences

    def _add_group(self, title: str, group: Sequence[AtSentence]) -> None:
        """As many of them as are shown now."""
        some = self._some(group)
        if some:
            self.page.say(self.ctx.t(title), "title")
        for each in some:
            self._add_sentence(each)

    def _some(self, all_of_them: Sequence[T]) -> Sequence[T]:
        some = all_of_them[: self._room]
        self._room -= len(some)
        self._left_out += len(all_of_them) - len(some)
        return some

    def _add_sentence(self, each: AtSentence) -> None:
        ctx, page = self.ctx, self.page
        self._add_card(each.line)
        if each.is_hard:
            said = each.found_hard or ctx.t(N_("This was hard to read."))
            page.say(ctx.t(N_("The reader said: {words}"), words=said), "label")
        for remark in each.remarks[:MOST_REMARKS]:
            page.say(self._said(remark), "label", bold=False)
        if each.line.statement.body.voice_group == "own" and not each.line.statement.body.easy:
            self._add_easy_way(each.line)
        else:
            self._add_way(each.line, N_("Change this sentence"), CHANGE)

    def _said(self, found: OnPlan) -> str:
        says, change = found.remark.says, found.remark.change
        return f"{says.said(self.ctx.words)} {change.said(self.ctx.words)}"

    def _add_card(self, line: Line) -> None:
        card = heading_card(self.ctx, line.statement.body, line.said_by)
        card.setObjectName(f"stands-{line.statement.id}")
        self.add_heard(card)

    def _add_way(self, line: Line, words: str, picture: PictureRef) -> None:
        """To the sentence, where it can be changed or put in easier words."""
        if self.ctx.open_notebook.read_only:
            return
        said = self.ctx.t(words)
        button = Pressable(self.ctx, said, picture=picture, picture_px=34, size="label")
        button.setObjectName(f"change-{line.statement.id}")
        button.setAccessibleName(f"{said}: {line.statement.body.original}")
        about = {
            "person": self.person_id,
            "statement": line.statement.id,
            "section": line.statement.body.section,
            "came_from": "easy_words",
        }
        button.clicked.connect(lambda: self.go.emit(Route("sentence", about)))
        self.page.begin_row(same=False)
        self.page.put(button)

    def _add_of_all(self, remarks: Sequence[OnPlan]) -> None:
        if not remarks:
            return
        self.page.say(self.ctx.t(N_("About the whole booklet")), "title")
        for sentence in dict.fromkeys(map(self._said, remarks)):
            self.page.say(sentence, "label", bold=False)

    def _add_own(self, lines: Sequence[Line]) -> None:
        """The person's own words: nothing is said against them (rule R5)."""
        some = self._some(lines)
        if not some:
            return
        ctx, page, name = self.ctx, self.page, self.person.body.preferred_name
        page.say(ctx.t(N_("{name}’s own words"), name=name), "title")
        note = N_("They stay as they were said. An easy version can stand beside them.")
        page.say(ctx.t(note), "label", bold=False)
        for line in some:
            self._add_card(line)
            self._add_easy_way(line)

    def _add_easy_way(self, line: Line) -> None:
        self._add_way(line, N_("Write an easy version beside it"), EASIER)

    def _add_more(self, found: WordsCheck) -> None:
        if not self._left_out:
            return
        more = more_card(self.ctx, self._left_out)
        more.clicked.connect(lambda: self._show_more(found))
        self.page.put(more)

    def _show_more(self, found: WordsCheck) -> None:
        before = {each.objectName() for each in self.findChildren(Pressable)}
        self._at_once += MORE
        self.show_found(found)
        new = (x for x in self.page.read if isinstance(x, Pressable))
        first = next((each for each in new if each.objectName() not in before), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)
