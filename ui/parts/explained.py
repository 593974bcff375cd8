"""Hard words of a sentence, each explained in easy words under it."""

from ui.context import Context
from ui.parts.words import Words

MOST = 2


def explained(ctx: Context, text: str, *, lang: str) -> list[Words]:
    """What the glossary says about the first few hard words of a text, each to be heard too."""
    return [
        Words(
            ctx,
            f"{text[each.start : each.end]}: {each.hard.means}",
            size="label",
            bold=False,
            lang=lang,
        )
        for each in ctx.house.glossary.find(text, lang=lang)[:MOST]
    ]
