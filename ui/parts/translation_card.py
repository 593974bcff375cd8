"""A sentence in another language under or over its original: who translated it, how it stands."""

import dataclasses
from collections.abc import Callable, Iterator

from PySide6.QtGui import QColor

from app.model import translation_told
from app.model.ids import PictureRef
from app.model.statement import Statement
from app.model.translation import State, Translated, same_language
from app.model.wording import N_, Phrase
from ui.context import Context
from ui.own_voice import say_with
from ui.parts.pressable import Pressable
from ui.parts.refs import ASKED, LATER_WORDS, NOT_MINE, TICK

SIGNS: dict[State, PictureRef] = {
    "checked": TICK,
    "draft": ASKED,
    "out_of_date": LATER_WORDS,
}
"""How it stands, beside the words that say so."""


class TranslationCard(Pressable):
    """Lighter than the words it stands beside, and as large."""

    lighter = True

    def _colours(self) -> tuple[QColor, QColor, QColor]:
        fill, edge, ink = super()._colours()
        if self.lighter and not self.isChecked():
            ink = self.ctx.look.colour("quiet_ink")
        return fill, edge, ink


def translation_card(
    ctx: Context,
    each: Translated,
    *,
    press: Callable[[], None],
    first: bool = False,
    brief: bool = False,
    look_at: tuple[Phrase, ...] = (),
) -> TranslationCard:
    """A card for one translation.

    Args:
        ctx: what every part is handed.
        each: the translation.
        press: what pressing it does.
        first: it is read first, since it is in the person's home language.
        brief: its language and what the person says to it are told beside it.
        look_at: what whoever checks it should look at.

    """
    body, first = each.body, first and not each.out_of_date
    told = _told_in_brief(ctx, each) if brief else told_of(ctx, each)
    card = TranslationCard(
        ctx,
        body.text or ctx.t(N_("It was said into the computer.")),
        note=ctx.words.beside((*told, *(each.said(ctx.words) for each in look_at))),
        note_picture=SIGNS[each.state] if body.stands else NOT_MINE,
        role="bare",
        size="sentence",
        bold=first,
        lang=body.lang if body.text else "",
    )
    card.lighter = not first
    card.setObjectName(f"translation-{each.record.id}")
    card.clicked.connect(press)
    if ctx.settings.recordings or not body.text:
        say_with(card, body.recording)
    return card


def told_of(ctx: Context, each: Translated) -> Iterator[str]:
    """Its language, who translated it, whether it was checked, and what the person said to it."""
    body = each.body
    yield ctx.language(body.lang)
    yield from _told_in_brief(ctx, each)
    if each.out_of_date or not body.stands:
        return
    if body.recording is not None:
        yield ctx.t(N_("recorded"))
    if body.answer != "yes":
        yield translation_told.not_agreed(each, ctx.words)
    elif body.use_for == "decision":
        yield ctx.t(N_("can be used to decide"))
    elif body.method == "family":
        yield ctx.t(N_("only to read along"))


def _told_in_brief(ctx: Context, each: Translated) -> Iterator[str]:
    """Who translated it, whether it was checked, and why only people should have (rule R12)."""
    yield translation_told.who_translated(each, ctx.words)
    yield translation_told.state_of(each, ctx.words)
    if each.why_not and each.body.stands:
        yield ctx.t(each.why_not)


@dataclasses.dataclass(frozen=True, slots=True)
class Shown:
    """In which languages a sentence is shown, in reading order.

    Attributes:
        before: what is read before the original; ``after`` what is read after it.
        original: whether the original is shown.

    """

    before: tuple[Translated, ...] = ()
    original: bool = True
    after: tuple[Translated, ...] = ()


def shown_in(
    ctx: Context, said: Statement, translated: tuple[Translated, ...], *, home: str
) -> Shown:
    """Which of the languages of a sentence are shown, as the person likes it.

    The home language is first. What only a computer translated, what the person has not said yes
    to, and what is out of date never stands without the original.
    """
    way = ctx.settings.plan_shown
    at_home = same_language(said.original_lang, home)
    if way == "original" or (way == "home" and at_home):
        return Shown()
    first = tuple(each for each in translated if same_language(each.body.lang, home))[-1:]
    if way == "home":
        return Shown(first, original=not (first and first[0].may_stand_alone))
    return Shown(first, after=tuple(each for each in translated if each not in first))
