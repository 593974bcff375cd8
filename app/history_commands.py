"""The commands about what was written and done: histories, and the lists made anew."""

import argparse
import itertools
import json

from app.bootstrap import House
from app.model.ids import RecordId
from app.model.wording import N_
from app.terminal import WORDS, add_command, open_notebook, say
from app.usecases import doings
from app.usecases import history as past


def add_to(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Put them on the command line."""
    about = "say how a sentence came to be: every version of it"
    made = add_command(commands, "history", history, about)
    made.add_argument("record", metavar="RECORD", help="the sentence's id, as in a plan file")
    made.add_argument("--json", action="store_true", help="as JSON, with every detail")
    about = "say what was done with a notebook: opened, printed, exported, keys changed"
    made = add_command(commands, "events", events, about)
    made.add_argument("--json", action="store_true", help="as JSON, with every detail")
    add_command(commands, "rebuild", rebuild, "make a notebook's lists and search anew")


def history(house: House, options: argparse.Namespace) -> int:
    """Say every version of a sentence, the first first."""
    with open_notebook(house, options, to_read=True) as notebook:
        versions = past.history(notebook, record=RecordId(options.record))
    if options.json:
        found = [past.as_data(each, WORDS) for each in versions]
        say(json.dumps(found, ensure_ascii=False, indent=2))
        return 0
    for each in versions:
        for line in past.lines(each, WORDS):
            say(line)
    return 0


def events(house: House, options: argparse.Namespace) -> int:
    """Say what was done with a notebook, the last first, under the days."""
    with open_notebook(house, options, to_read=True) as notebook:
        workers = {each.id: each.name for each in house.workers(notebook)}
        found = doings.doings(notebook, workers=workers)
    if options.json:
        data = [doings.as_data(each, WORDS) for each in found]
        say(json.dumps(data, ensure_ascii=False, indent=2))
        return 0
    for day, done in itertools.groupby(found, key=lambda each: each.at.date()):
        say(WORDS.date(day))
        for each in done:
            say(f"  {each.at:%H:%M}  {each.said(WORDS)}")
    return 0


def rebuild(house: House, options: argparse.Namespace) -> int:
    """Make the lists and the search anew from everything that was written."""
    with open_notebook(house, options) as notebook:
        were_right = notebook.rebuild()
    same = N_("The lists of {notebook} were made anew. They are as they were.")
    mended = N_("The lists of {notebook} were made anew. They were wrong, and are right now.")
    say(WORDS.t(same if were_right else mended, notebook=options.notebook))
    return 0
