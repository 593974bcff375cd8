"""A row of languages, each in its own name; pressing one changes the window at once."""

from collections.abc import Callable

from ui.context import Context
from ui.parts.flow import Flow
from ui.parts.pressable import Pressable


def language_row(ctx: Context, chosen: Callable[[str], None]) -> Flow:
    """Cards for the languages the program speaks; ``chosen`` gets the tag."""
    row = Flow(gap=0)
    for language in ctx.house.catalogs.available():
        card = Pressable(ctx, language.own_name, size="choice", lang=language.tag)
        card.setObjectName(f"language-{language.tag}")
        card.choose(language.tag == ctx.words.lang)
        card.clicked.connect(lambda _=False, tag=language.tag: chosen(tag))
        row.addWidget(card)
    return row
