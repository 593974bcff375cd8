"""The commands about languages: which the program speaks and how well, and what is wrong there."""

import argparse
import json
from typing import TYPE_CHECKING, Any

from app import resources
from app.bootstrap import House
from app.model.errors import NotFoundError
from app.model.wording import N_, SourceWording
from app.terminal import WORDS, complain, say

if TYPE_CHECKING:
    from babel.messages.catalog import Catalog

    from app.speech.voices import Voice


def add_to(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Put them on the command line."""
    about = (
        "say for each language how much of the program is translated, who checked it, which voice"
        " and font it has, and from which side it is read"
    )
    listed = commands.add_parser("languages", help=about, description=f"{about.capitalize()}.")
    listed.add_argument("--json", action="store_true", help="as JSON, for other programs")
    listed.set_defaults(command=languages)
    about = (
        "check the translations: what is missing, and what would break; not done if anything would"
        " break, or is missing in a language that is to be complete"
    )
    check = commands.add_parser("catalog-check", help=about, description=f"{about.capitalize()}.")
    check.add_argument("--lang", metavar="TAG", help="only this language, as in cy or pa-Arab")
    check.set_defaults(command=catalog_check)


def languages(house: House, options: argparse.Namespace) -> int:
    """Say one language on each line, or all as JSON."""
    from app.speech_commands import engines_here  # noqa: PLC0415 - a command loads what it needs
    from app.words import catalogs  # noqa: PLC0415

    with engines_here() as engines:
        voices = engines.voices
    sentences = catalogs.sentences_of(resources.root())
    told = [
        {**_facts(house, tag, voices), **_completeness(tag, sentences)} for tag in _known(house)
    ]
    if options.json:
        say(json.dumps(told, ensure_ascii=False, indent=2))
        return 0
    for each in told:
        names = WORDS.listed([one["by"] for one in each["checked"]])
        say(
            f"{each['tag']}  {each['own_name']}  {each['translated']}/{each['sentences']}"
            f"  {'checked by ' + names if names else 'not checked'}"
            f"  {each['voice'] or 'no voice'}  {each['font']}  {each['direction']}"
        )
    return 0


def catalog_check(house: House, options: argparse.Namespace) -> int:  # noqa: ARG001
    """Say per language what is missing or would break.

    Raises:
        NotFoundError: there is no catalog of this language.

    """
    from app.words import catalogs  # noqa: PLC0415 - as above

    root = resources.root()
    folder, only = root / "translations", options.lang and options.lang.replace("-", "_")
    if only and not catalogs.is_there(folder, only):
        raise NotFoundError(
            N_(
                "There is no translation into “{lang}”. The command languages says which there are."
            ),
            lang=options.lang,
        )
    lines, well = catalogs.check(folder, catalogs.sentences_of(root), only=only)
    for line in lines:
        say(line)
    if not well:
        complain(WORDS.t("Not all translations are as they should be: see above."))
    return 0 if well else 1


def _known(house: House) -> tuple[str, ...]:
    """English first, then the languages that have a catalog or are to have one."""
    there = {each.tag for each in house.catalogs.available()} | house.catalogs.facts.known()
    return (SourceWording.lang, *sorted(there - {SourceWording.lang}))


def _facts(house: House, tag: str, voices: "tuple[Voice, ...]") -> dict[str, Any]:
    from app.speech.voices import voice_for  # noqa: PLC0415 - as above
    from app.words.languages import english_name, is_right_to_left, own_name  # noqa: PLC0415
    from app.words.typefaces import order  # noqa: PLC0415

    fonts = resources.read_toml("fonts", "fonts.toml")
    facts = house.catalogs.facts.of(tag)
    voice = voice_for(tag, voices)
    return {
        "tag": tag,
        "own_name": own_name(tag),
        "english_name": english_name(tag),
        "direction": "rtl" if is_right_to_left(tag) else "ltr",
        "checked": [{"by": each.by, "on": each.on.isoformat()} for each in facts.checked],
        "voice": voice.key if voice else None,
        "font": fonts["families"][order(tag, fonts)[0]]["name"],
        "letters": [style for style, _ in facts.letters],
        "digits": list(facts.digits),
    }


def _completeness(tag: str, sentences: "Catalog") -> dict[str, int]:
    """By the honest account: an empty plural form or an unsure translation is missing."""
    from app.words import catalogs  # noqa: PLC0415 - as above

    count = sum(1 for message in sentences if message.id)
    if tag == SourceWording.lang:
        return {"sentences": count, "translated": count, "wrong": 0}
    folder = resources.root() / "translations"
    account = catalogs.account(folder, tag.replace("-", "_"), sentences)
    return {
        "sentences": count,
        "translated": account.translated if account else 0,
        "wrong": len(account.errors) if account else 0,
    }
