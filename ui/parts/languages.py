"""A row of languages, each in its own name; pressing one changes the window at once."""

from collections.abc import Callable

from app.model.wording import N_, SourceWording
from app.words.languages import Language
from ui.context import Context
from ui.parts.flow import Flow
from ui.parts.pressable import Pressable


def language_row(ctx: Context, chosen: Callable[[str], None]) -> Flow:
    """Cards for the languages the program speaks; ``chosen`` gets the tag."""
    row = Flow(gap=0)
    for language in ctx.house.catalogs.available():
        card = language_card(ctx, language)
        card.clicked.connect(lambda _=False, tag=language.tag: chosen(tag))
        row.addWidget(card)
    return row


def language_card(ctx: Context, language: Language, *, note: str = "") -> Pressable:
    """One language, in its own name."""
    card = Pressable(ctx, language.own_name, size="choice", lang=language.tag, note=note)
    card.setObjectName(f"language-{language.tag}")
    card.choose(language.tag == ctx.words.lang)
    return card


def not_checked(ctx: Context) -> str:
    """That nobody checked the words of the window's language, if so; empty else."""
    facts = ctx.house.catalogs.facts.of(ctx.words.lang)
    if ctx.words.lang == SourceWording.lang or facts.checked:
        return ""
    return ctx.t(N_("Nobody who speaks this language has checked these words yet."))


def checked(ctx: Context, language: Language) -> str:
    """Who checked the words of a language; of the program's own there is nothing to say."""
    if language.tag == SourceWording.lang:
        return ""
    names = [each.by for each in language.facts.checked]
    if not names:
        return ctx.t(N_("Not checked yet"))
    return ctx.t(N_("Checked by {names}"), names=ctx.words.listed(names))
