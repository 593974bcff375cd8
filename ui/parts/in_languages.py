"""How much of a plan is in one other language, in words and never as a score."""

from app.model.wording import N_
from app.usecases.translated import InLanguage
from ui.context import Context
from ui.parts.page import Page


def how_much(ctx: Context, page: Page, found: InLanguage) -> None:
    """Say it on a page, under the name of the language.

    What was said in it counts as being in it: a plan is not empty in the language of its person.
    """
    tn, language = ctx.words.tn, ctx.language(found.lang)
    page.say(language, "title")
    if not found.lines:
        page.say(ctx.t(N_("Everything was said in this language.")))
        return
    page.say(
        tn(
            "{there} of {n} sentence is in {language}.",
            "{there} of {n} sentences are in {language}.",
            found.said + len(found.lines),
            there=found.said + found.there,
            language=language,
        )
    )
    told = []
    if found.said:
        told.append(tn("{n} was said in it.", "{n} were said in it.", found.said))
    if missing := len(found.lines) - found.there:
        told.append(
            tn("{n} is still to be put into it.", "{n} are still to be put into it.", missing)
        )
    if found.out_of_date:
        told.append(
            tn(
                "{n} is out of date: its first words were changed.",
                "{n} are out of date: their first words were changed.",
                found.out_of_date,
            )
        )
    if found.waiting:
        told.append(tn("{n} waits for your yes.", "{n} wait for your yes.", found.waiting))
    if told:
        page.say(" ".join(told), "label", bold=False)
