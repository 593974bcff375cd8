"""A sentence in another language under or over its original: who translated it, how it stands."""

import dataclasses
from collections.abc import Callable, Iterator

from PySide6.QtGui import QColor

from app.model.ids import PictureRef
from app.model.statement import Statement
from app.model.translation import METHOD_WORDS, State, Translated, same_language
from app.model.wording import N_
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
) -> TranslationCard:
    """A card for one translation.

    Args:
        ctx: what every part is handed.
        each: the translation.
        press: what pressing it does.
        first: it is read first, since it is in the person's home language.
        brief: its language and what the person says to it are told beside it.

    """
    body, first = each.body, first and not each.out_of_date
    told = (who_translated(ctx, each), state_of(ctx, each)) if brief else told_of(ctx, each)
    card = TranslationCard(
        ctx,
        body.text or ctx.t(N_("It was said into the computer.")),
        note=" · ".join(told),
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
    yield who_translated(ctx, each)
    yield state_of(ctx, each)
    if each.out_of_date or not body.stands:
        return
    if body.recording is not None:
        yield ctx.t(N_("recorded"))
    if body.answer != "yes":
        unsure = body.answer == "not_sure"
        yield ctx.t(N_("not sure yet") if unsure else N_("nobody has said yes to it yet"))
    elif body.use_for == "decision":
        yield ctx.t(N_("can be used to decide"))
    elif body.method == "family":
        yield ctx.t(N_("only to read along"))


def state_of(ctx: Context, each: Translated) -> str:
    """Whether it was checked, by whom and when; or that it was turned down or is out of date."""
    if not each.body.stands:
        person_said = each.body.answer == "no"
        return ctx.t(N_("not what was said") if person_said else N_("taken away"))
    match each.state:
        case "out_of_date":
            return ctx.t(N_("out of date: the first words were changed"))
        case "draft":
            return ctx.t(N_("not checked yet"))
    body = each.body
    if body.checked_on is None:
        return ctx.t(N_("checked by {name}"), name=body.checker)
    day = ctx.words.date(body.checked_on)
    return ctx.t(N_("checked by {name}, {day}"), name=body.checker, day=day)


def who_translated(ctx: Context, each: Translated) -> str:
    """By whom it was translated; a computer is always named as one (rule R12)."""
    how = ctx.t(METHOD_WORDS[each.body.method])
    if not each.by:
        return how
    return ctx.t(N_("translated by {name}, {how}"), name=each.by, how=how)


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
