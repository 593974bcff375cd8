"""Translators of this computer: what they are and are not, taking one in, and taking one out."""

import functools
from pathlib import Path
from typing import TYPE_CHECKING

from app.model.errors import AlongsideError
from app.model.wording import N_
from ui.context import Context
from ui.parts import choosing
from ui.parts.pressable import Pressable
from ui.parts.progress import Progress
from ui.parts.refs import KEEP, LANGUAGES, PLUS, TAKE_OUT
from ui.screens.taking_in import TakingInScreen

if TYPE_CHECKING:
    from app.translate.shelf import Translator

_WHAT_IT_IS = (
    N_(
        "A translator writes a sentence in another language. It works on this computer alone, and "
        "only when somebody presses for it."
    ),
    N_("What it writes can be wrong. It is marked as not checked until a person checks it."),
    N_(
        "It does not translate what is about saying yes, decisions, limits, worries, medicine or "
        "hard days. Please ask an interpreter."
    ),
)


class TranslatorsScreen(TakingInScreen):
    """For helpers: none is here until somebody brings one, on a stick or in another way."""

    def __init__(self, ctx: Context) -> None:
        super().__init__(ctx)
        self._load()

    # Which there are

    def _load(self) -> None:
        from app.translate import shelf  # noqa: PLC0415 - it is needed here alone

        house = self.ctx.house
        self.ctx.desk.do(
            lambda: (shelf.missing(), house.translators.translators()),
            owner=self,
            then=lambda found: self._show(*found),
        )

    def _show(self, missing: str, found: "tuple[Translator, ...]") -> None:
        ctx, page = self.ctx, self.page
        self._begin(ctx.t(N_("Translators")))
        for sentence in _WHAT_IT_IS:
            page.say(ctx.t(sentence), "label", bold=False)
        first = None
        if missing:
            page.say(ctx.t(missing))
        else:
            words = ctx.t(N_("Take in a translator"))
            first = page.card("take-in", words, PLUS, self._choose)
        for each in found:
            self._say_one(each)
        self.show_page(first)

    def _say_one(self, each: "Translator") -> None:
        ctx, details = self.ctx, each.details
        source, target = ctx.language(details.source), ctx.language(details.target)
        self.page.say(ctx.t(N_("From {source} into {target}"), source=source, target=target))
        self.page.say(f"{details.name} {details.version}", "label", "quiet_ink", bold=False)
        words = ctx.t(N_("Take out {name}"), name=details.name)
        button = Pressable(ctx, words, picture=TAKE_OUT, picture_px=40, size="button")
        button.setObjectName(f"take-out-{details.id}")
        button.clicked.connect(functools.partial(self._ask_to_take_out, each))
        self.page.put(button)

    def _ask_to_take_out(self, each: "Translator") -> None:
        ctx = self.ctx
        words = ctx.t(N_("Take out {name}"), name=each.details.name)
        self._begin(words)
        stay = self.page.card("leave-in", ctx.t(N_("Leave it in")), KEEP, self._load)
        self.page.card("take-out", words, TAKE_OUT, functools.partial(self._take_out, each))
        self.show_page(stay)

    def _take_out(self, each: "Translator") -> None:
        house, name = self.ctx.house, each.details.name
        self.ctx.machine.stop()  # it may be this one that is at rest, with its files open
        told = N_("{id} was taken out. What it translated stays where it is.")
        self.ctx.desk.do(
            lambda: house.translators.remove(each.details.id),
            owner=self,
            then=lambda _: self._back_and_tell(self.ctx.t(told, id=name)),
            failed=self._refused,
        )

    # From a file

    def _choose(self) -> None:
        choosing.choose_file(
            self.ctx,
            self,
            self.ctx.t(N_("Take in a translator")),
            kind=self.ctx.t(N_("Translators")),
            ends=(".argosmodel",),
            start=Path.home(),
            then=self._take_in,
        )

    def _take_in(self, path: Path, *, replace: bool = False) -> None:
        house = self.ctx.house
        self._begin(self.ctx.t(N_("The translator is being taken in and tried")))
        self._progress = progress = Progress(self.ctx)
        self.page.add(progress)
        self.show_page(progress.button)
        if replace:
            self.ctx.machine.stop()
        self.ctx.desk.do(
            lambda: house.translators.add(path, replace=replace, progress=progress.told),
            owner=self,
            then=self._taken_in,
            failed=lambda error: self._not_taken_in(path, error),
            stopped=self._stopped,
        )

    def _taken_in(self, added: "Translator") -> None:
        told = N_("{name} is there as {id}. What it writes is marked as not checked.")
        details = added.details
        self._back_and_tell(self.ctx.t(told, name=details.name, id=details.id))

    def _not_taken_in(self, path: Path, error: AlongsideError) -> None:
        from app.translate.errors import AlreadyThereError  # noqa: PLC0415 - as above

        if isinstance(error, AlreadyThereError):
            self._ask_which(path, str(error.values["name"]))
        else:
            self._refused(error)

    def _ask_which(self, path: Path, there: str) -> None:
        """Two of the same languages cannot be there together."""
        ctx, page = self.ctx, self.page
        self._begin(
            ctx.t(N_("There is a translator for these two languages already: {name}."), name=there)
        )
        stay = page.card("leave-in", ctx.t(N_("Leave it in")), KEEP, self._load)
        words = ctx.t(N_("Take the new one instead"))
        page.card("instead", words, LANGUAGES, lambda: self._take_in(path, replace=True))
        self.show_page(stay)

    def _stopped(self) -> None:
        self._back_and_tell(self.ctx.t(N_("Stopped. Nothing was taken in.")))

    def _refused(self, error: AlongsideError) -> None:
        self._back_and_tell(error.said(self.ctx.words))

    def _back_and_tell(self, sentence: str) -> None:
        self._load()
        self.told.emit(sentence)

    def _begin(self, title: str) -> None:
        self._progress = None
        self.page.begin_anew()
        self.page.say(title, "title")
