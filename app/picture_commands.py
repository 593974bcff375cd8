"""The command about pictures: what would be offered for a sentence, and what a search finds."""

import argparse
from typing import TYPE_CHECKING

import msgspec

from app.bootstrap import House
from app.terminal import WORDS, complain, say

if TYPE_CHECKING:
    from app.words.lexicon import Suggestion

_MOST_OFFERED = 4
_MOST_FOUND = 12


def add_to(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Put it on the command line."""
    pictures = commands.add_parser(
        "pictures", help="say which pictures would be offered for a text, and which a search finds"
    )
    pictures.add_argument("text", metavar="TEXT")
    pictures.add_argument("--lang", default="en-GB", help="its language; en-GB if left out")
    pictures.add_argument("--json", action="store_true", help="as JSON, for other programs")
    pictures.set_defaults(command=suggest)


def suggest(house: House, options: argparse.Namespace) -> int:
    """Say what is offered by itself ("suggested"), and what looking for the text brings up."""
    ideas, text, lang = house.ideas, options.text, options.lang
    if not ideas.knows(lang):
        complain(
            WORDS.t(
                "There are no words in “{lang}” yet. Please choose one of: {known}.",
                lang=lang,
                known=", ".join(house.idea_languages),
            )
        )
        return 1
    suggested = ideas.suggest(text, lang=lang, most=_MOST_OFFERED)
    found = ideas.search(text, lang=lang, most=_MOST_FOUND) if text.strip() else ()
    negated = ideas.negated(text, lang=lang)
    if options.json:
        told = {
            "lang": lang,
            "negated": negated,
            "suggested": [_told(each) for each in suggested],
            "found": [_told(each) for each in found],
        }
        say(msgspec.json.format(msgspec.json.encode(told), indent=2).decode())
        return 0
    for each in suggested:
        say(f"{each.picture}  {each.idea}  {each.words}")
    if not suggested:
        say(WORDS.t("Nothing is offered by itself."))
    if negated:
        say(WORDS.t("The text says “not”: a picture alone would say the opposite."))
    return 0


def _told(each: "Suggestion") -> dict[str, str]:
    return {"idea": each.idea, "picture": each.picture, "words": each.words}
