"""The command about plain words: what would make a text easier to read."""

import argparse
import json
import re
import sys
from collections.abc import Iterator
from typing import Any

from app.bootstrap import House
from app.model.errors import BadWordsError
from app.model.wording import N_
from app.terminal import WORDS, complain, say
from app.words.easyread.remarks import Remark, Rules
from app.words.languages import english_name

LONGEST = 100_000
"""Characters of a text that is looked at: 15,000 words, far more than anybody reads at once."""

_ONLY_SOME = N_(
    "In {language} only the rules that hold in every language were looked at: long sentences and"
    " lists, commas, numbers, dates, times, signs and capitals. Hard words were not looked for."
)
_HOW_TO_READ = (
    "Each remark is a line: where it is (line:column), the number and the name of the rule, how"
    " much it matters, what it is, and one change. It matters like this: F, with it a text is not"
    " called Easy read; W, worth a change; I, good to know. Nothing is counted up to a score. A"
    " line that begins with '# ' is read as a heading, one with '- ' as a point of a list."
)
_LANG = (
    "language of the text, as in en or cy; in English all rules are looked at, in any other those"
    " that hold in every language, and that is said"
)
_TAG = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")


def add_to(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Put it on the command line."""
    about = "read a text from standard input and say what would make it easier to read"
    check = commands.add_parser(
        "check-words", help=about, description=f"{about.capitalize()}. {_HOW_TO_READ}"
    )
    check.add_argument("--lang", metavar="TAG", required=True, help=_LANG)
    check.add_argument("--json", action="store_true", help="as JSON, with places in the text")
    check.set_defaults(command=check_words)


def check_words(house: House, options: argparse.Namespace) -> int:
    """Say each remark on a line: where, which rule, what it is and one change."""
    lang = language(options.lang)
    text = _read_text()
    remarks = house.easy_read.document(text, lang=lang)
    if not house.easy_read.knows(lang):
        complain(WORDS.t(_ONLY_SOME, language=english_name(lang)))
    about = house.easy_read.rules
    if options.json:
        say(
            json.dumps(
                [_as_data(each, text, about) for each in remarks], ensure_ascii=False, indent=2
            )
        )
        return 0
    for line in _lines(remarks, text, about):
        say(line)
    return 0


def _lines(remarks: tuple[Remark, ...], text: str, about: Rules) -> Iterator[str]:
    for each in remarks:
        line = text.count("\n", 0, each.start) + 1
        column = each.start - (text.rfind("\n", 0, each.start) + 1) + 1
        says, change = each.says.said(WORDS), each.change.said(WORDS)
        rule = f"{each.rule} ({about[each.rule].about}) {each.weight}"
        yield f"{line}:{column}: {rule}: {says} {change}"


def _as_data(remark: Remark, text: str, about: Rules) -> dict[str, Any]:
    return {
        "rule": remark.rule,
        "about": about[remark.rule].about,
        "weight": remark.weight,
        "start": remark.start,
        "end": remark.end,
        "text": text[remark.start : remark.end],
        "says": remark.says.said(WORDS),
        "change": remark.change.said(WORDS),
    }


def language(tag: str) -> str:
    """The tag of a language, if there is one.

    Raises:
        BadWordsError: it is none.

    """
    if not _TAG.fullmatch(tag):
        raise BadWordsError(
            N_("{tag} is not the tag of a language. Please write one such as en, cy or ur."),
            tag=tag,
        )
    if not english_name(tag):
        raise BadWordsError(
            N_("There is no language “{tag}” that we know of. Please write one such as en or cy."),
            tag=tag,
        )
    return tag


def _read_text() -> str:
    try:
        text = sys.stdin.buffer.read(4 * LONGEST + 1).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise BadWordsError(
            N_("This text is not in UTF-8. Please save it as UTF-8 and try again.")
        ) from error
    if len(text) > LONGEST:
        raise BadWordsError(
            N_("This text is longer than {most} characters. Please give a part of it."),
            most=LONGEST,
        )
    if not text.strip():
        raise BadWordsError(N_("There are no words here to check."))
    return text.replace("\r\n", "\n")
