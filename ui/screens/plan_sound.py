"""My plan as sound: the person's own, or for somebody else what they may know of it (rule R7)."""

import dataclasses
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from app.model.errors import AlongsideError, OwnCopyFirstError
from app.model.ids import PictureRef, RecordId
from app.model.plan import Plan
from app.model.sharing_rules import REASONS, Asked
from app.model.wording import N_
from app.soundroom import SoundMade, SoundWanted
from app.store import files
from app.usecases import plans, sharing
from ui.context import Context
from ui.parts import choosing
from ui.parts.bars import Button
from ui.parts.deeds import main_deed
from ui.parts.open_file import open_file
from ui.parts.own_first import offer_own_copy
from ui.parts.page import Page
from ui.parts.pressable import Pressable
from ui.parts.progress import Progress
from ui.parts.refs import LOCK, OPEN, PLAN, PLAY, SAVE, SOME
from ui.parts.words import Words
from ui.screens.base import Route
from ui.screens.paged import PersonPageScreen

if TYPE_CHECKING:
    from app.speech.sound_writer import Form

_FORMS: "dict[Form, str]" = {
    "mp3": N_("One file, for a phone or a computer"),
    "wav": N_("A file for each part, for any player"),
}


class PlanSoundScreen(PersonPageScreen):
    """What is said and for whom, in which files; then how far it is, and where they lie.

    Args:
        ctx: what every part is handed.
        person: whose plan.
        asked: for whom it is and what for, where it is not for the person.

    """

    title = N_("My plan as sound")

    def __init__(self, ctx: Context, *, person: RecordId, asked: Asked | None = None) -> None:
        super().__init__(ctx, Page(ctx, margins=(40, 24, 40, 16), gap=10), person=person)
        self._asked = dataclasses.replace(asked, how="file", document="sound") if asked else None
        self._form: Form = "mp3"
        self._section = ""
        self._with_private = self._own_declined = False
        self._progress: Progress | None = None
        self._plan: Plan | None = None
        ctx.desk.do(self._found, owner=self, then=self._show_found)

    def way_back(self) -> Button:
        """To printing, or to what the other person can see."""
        screen = "show_to" if self._asked else "print"
        return self.back_button(Route(screen, {"person": self.person_id}))

    def leave(self) -> None:
        """Stop what nobody waits for any more; nothing is left of half a file."""
        if self._progress is not None:
            self._progress.stop()

    # What is to be made

    def _found(self) -> tuple[Plan, str]:
        """What can be said, and where that is nothing, why."""
        notebook, sections = self.ctx.open_notebook, self.ctx.house.sections
        guarding = self.ctx.house.guard
        if self._asked is None:
            plan = plans.plan(
                notebook,
                person=self.person_id,
                sections=sections,
                today=self.ctx.today,
                with_drawn=True,
                guarding=guarding,
            )
            return plan, N_("No words have been kept yet. First we read my words together.")
        shared = sharing.shared_plan(
            notebook,
            person=self.person_id,
            asked=self._asked,
            sections=sections,
            guarding=guarding,
        )
        return shared.plan, REASONS[shared.main_reason]

    def _show_found(self, found: tuple[Plan, str]) -> None:
        plan, why = found
        if plan.only_kept(with_private=True).sections:
            self._show(plan)
            return
        self.person = plan.person
        ctx, person = self.ctx, plan.person.body.preferred_name
        name = self._asked.reader.name if self._asked else person
        self.page.say(ctx.t(N_("There is nothing to hear yet")), "question")
        self.page.say(ctx.t(why, person=person, name=name))
        self.show_page()

    def _show(self, plan: Plan) -> None:
        self.person, self._plan, self._progress = plan.person, plan, None
        ctx, page = self.ctx, self.page
        page.begin_anew()
        kept = plan.only_kept(with_private=self._with_private)
        parts = {each.section.id: each for each in kept.sections}
        only = parts.get(self._section)
        self._section = only.section.id if only else ""
        name = self._asked.reader.name if self._asked else plan.person.body.preferred_name
        page.say(ctx.t(N_("My plan as sound")), "question")
        page.say(ctx.t(N_("This copy is for {name}."), name=name))
        said = len(only.lines if only else kept.lines)
        page.say(ctx.words.tn("{n} sentence is said.", "{n} sentences are said.", said))
        page.say(
            ctx.t(N_("Sound files are not locked. Whoever has them can hear them.")), bold=True
        )
        self._private_card(plan)
        page.begin_row(gap=4, same=False)
        for form, words in _FORMS.items():
            self._form_card(form, words)
        page.begin_row()
        save = main_deed(ctx, "save", ctx.t(N_("Save as sound")), SAVE, self._choose_folder)
        page.put(save)
        whole = ctx.t(N_("The whole plan"))
        part = ctx.t(N_("Only: {part}"), part=ctx.t(only.section.easy)) if only else whole
        self._put("part", part, SOME, self._choose_part)
        self.show_page(save)

    def _private_card(self, plan: Plan) -> None:
        kept = len(plan.only_kept(with_private=True).lines)
        private = kept - len(plan.only_kept().lines)
        if self._asked or not private:
            return
        card = self._put(
            "with-private",
            self.ctx.words.tn(
                "Say my {n} private sentence too", "Say my {n} private sentences too", private
            ),
            LOCK,
            lambda: self._turn_private(plan),
        )
        card.choose(self._with_private)

    def _turn_private(self, plan: Plan) -> None:
        self._with_private = not self._with_private
        self._again(plan, "with-private")

    def _form_card(self, form: "Form", words: str) -> None:
        card = Pressable(self.ctx, self.ctx.t(words), size="choice")
        card.setObjectName(f"form-{form}")
        card.choose(form == self._form)
        card.clicked.connect(lambda: self._take(form))
        self.page.put(card)

    def _take(self, form: "Form") -> None:
        self._form = form
        for each in _FORMS:
            card = self.findChild(Pressable, f"form-{each}")
            if isinstance(card, Pressable):
                card.choose(each == form)

    def _choose_part(self) -> None:
        """The whole plan, or one of its sections."""
        assert self._plan is not None
        plan, page = self._plan, self.page
        page.begin_anew()
        page.say(self.ctx.t(N_("What is to be said?")), "question")
        page.begin_row(gap=4, same=False)
        whole = self._put("part-all", self.ctx.t(N_("The whole plan")), PLAN, self._taker(""))
        for each in plan.only_kept(with_private=self._with_private).sections:
            section = each.section
            self._put(
                f"part-{section.id}",
                self.ctx.t(section.easy),
                section.picture,
                self._taker(section.id),
            )
        self.show_page(whole)
        whole.setFocus()

    def _taker(self, section: str) -> Callable[[], None]:
        def take() -> None:
            assert self._plan is not None
            self._section = section
            self._again(self._plan, "part")

        return take

    def _again(self, plan: Plan, focus: str) -> None:
        self._show(plan)
        found = self.findChild(Pressable, focus)
        if isinstance(found, Pressable):
            found.setFocus()

    def _put(
        self, name: str, words: str, picture: PictureRef, press: Callable[[], None]
    ) -> Pressable:
        card = Pressable(self.ctx, words, picture=picture, picture_px=40)
        card.setObjectName(name)
        card.clicked.connect(press)
        return self.page.put(card)

    # Making it

    def _choose_folder(self) -> None:
        title = self.ctx.t(N_("Where to save the sound"))
        choosing.choose_folder(self.ctx, self, title, then=self._make)

    def _make(self, folder: Path) -> None:
        """Into a folder of its own; its name says what, and not about whom."""
        ctx, page = self.ctx, self.page
        now = ctx.now().astimezone()
        own = files.free(folder / f"{ctx.t(N_('My plan as sound'))} {now:%Y-%m-%d %H%M}")
        self._progress = progress = Progress(ctx)
        page.begin_anew()
        page.say(ctx.t(N_("Your plan is being made into sound.")), "question")
        page.add(progress)
        self.show_page(progress.button)
        wanted = SoundWanted(
            folder=own, form=self._form, section=self._section, progress=progress.told
        )
        ctx.desk.do(
            self._maker(wanted),
            owner=self,
            then=self._made,
            failed=self._refused,
            stopped=self._was_stopped,
        )

    def _maker(self, wanted: SoundWanted) -> Callable[[], SoundMade]:
        ctx, person, asked = self.ctx, self.person_id, self._asked
        notebook, house, words, today = ctx.open_notebook, ctx.house, ctx.words, ctx.today
        if asked is None:
            private = self._with_private
            return lambda: house.plan_sound(
                notebook,
                person=person,
                copy_for="",
                made_on=today,
                words=words,
                wanted=wanted,
                with_private=private,
            )
        by, declined = ctx.writer, self._own_declined
        return lambda: house.share_plan_sound(
            notebook,
            person=person,
            asked=asked,
            by=by,
            words=words,
            wanted=wanted,
            own_declined=declined,
        )

    def _was_stopped(self) -> None:
        assert self._plan is not None
        self._again(self._plan, "save")
        self.told.emit(self.ctx.t(N_("Stopped. No sound was saved.")))

    def _refused(self, error: AlongsideError) -> None:
        assert self._plan is not None
        assert self.person is not None
        if isinstance(error, OwnCopyFirstError):
            self._progress = None
            self.page.begin_anew()
            mine = offer_own_copy(
                self.ctx,
                self.page,
                owner=self,
                person=self.person,
                had=lambda: self._again_after_offer(declined=False),
                declined=lambda: self._again_after_offer(declined=True),
            )
            self.show_page(mine)
            mine.setFocus()
            return
        self._again(self._plan, "save")
        self.told.emit(error.said(self.ctx.words))

    def _again_after_offer(self, *, declined: bool) -> None:
        assert self._plan is not None
        self._own_declined = declined
        self._again(self._plan, "save")

    def _made(self, made: SoundMade) -> None:
        """Where it lies, what could not be said, and how to hear it."""
        ctx, page = self.ctx, self.page
        self._progress = None
        page.begin_anew()
        saved = N_("This part of your plan is saved as sound.")
        if not self._section:
            saved = N_("Your plan is saved as sound.")
        page.say(ctx.t(saved), "question")
        folder = made.files[0].parent
        page.say(
            ctx.t(
                N_("It is in the folder {name}, in {folder}."),
                name=folder.name,
                folder=folder.parent,
            )
        )
        page.begin_row(gap=4, same=False)
        first = self._opener("hear-file", N_("Hear my plan"), PLAY, made.files[0])
        self._opener("open-folder", N_("Open the folder"), OPEN, folder)
        if made.frame_lang.split("-")[0] != ctx.words.lang.split("-")[0]:
            page.say(ctx.t(N_("No voice here speaks your language, so the titles are in English.")))
        if made.unsaid:
            page.say(ctx.t(N_("No voice here could say these words. You can read them together:")))
        for each in made.unsaid:
            words = Words(ctx, each.text, size="sentence", lang=each.lang)
            page.add(words, words)
        self.show_page(first)
        first.setFocus()

    def _opener(self, name: str, words: str, picture: PictureRef, path: Path) -> Pressable:
        return self._put(name, self.ctx.t(words), picture, lambda: open_file(self.ctx, path))
