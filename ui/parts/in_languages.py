"""How much of a plan is in one other language, in words and never as a score."""

from app.model.wording import N_
from app.usecases.translated import InLanguage
from ui.context import Context
from ui.parts.page import Page


def how_much(ctx: Context, page: Page, found: InLanguage) -> None:
    """Say it on a page, under the name of the language."""
    language = ctx.language(found.lang)
    page.say(language, "title")
    if not found.lines:
        page.say(ctx.t(N_("Everything was said in this language.")))
        return
    page.say(
        ctx.words.tn(
            "{there} of {n} sentence is in {language}.",
            "{there} of {n} sentences are in {language}.",
            len(found.lines),
            there=found.there,
            language=language,
        )
    )
    if found.out_of_date:
        page.say(
            ctx.words.tn(
                "{n} is out of date: its first words were changed.",
                "{n} are out of date: their first words were changed.",
                found.out_of_date,
            ),
            "label",
            bold=False,
        )
    if found.waiting:
        page.say(
            ctx.words.tn("{n} waits for your yes.", "{n} wait for your yes.", found.waiting),
            "label",
            bold=False,
        )
