"""Killed with -9 at any moment: what was said to be kept is kept, and the file is whole."""

import collections
import contextlib
import dataclasses
import functools
import itertools
import json
import os
import random
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import select

from app.model.statement import Statement
from app.store import backup_file, keys, restore, schema, unlocking
from app.store.keyfile import key_file_of
from app.usecases import events, halfsaid, people
from tests.helpers.notebooks import PIN, key_file_for, open_again
from tests.helpers.scripted_talk import STEP, digest

ROOT = Path(__file__).resolve().parents[2]
KILLS = 300
NOTEBOOKS = 6
LONGEST_SECONDS = 0.5
ENOUGH = 200
"""Bodies that were said to be kept, before a notebook is a test of it."""


def write_until_killed(path, person, start, after):
    """How many sentences a process said were kept before it was killed in the middle of one."""
    command = [sys.executable, "-m", "tests.helpers.keep_writing", path, person, str(start)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        for line in process.stdout:
            if int(line) >= start + after:
                process.kill()
                break
        rest = process.stdout.readlines()
    return [int(each) for each in [line, *rest] if each.endswith("\n")][-1]


@pytest.mark.slow
@pytest.mark.timeout(300)
def test_every_sentence_said_to_be_kept_is_there_after_a_kill(notebook, joe):
    notebook.close()
    chance, start = random.Random(11), 0
    for _ in range(20):
        last = write_until_killed(notebook.path, joe, start, chance.randrange(40))
        again = open_again(notebook.path)
        with again.unit_of_work() as work:
            said = work.records.find(Statement, person=joe)
        assert {each.version for each in said} == {2}
        words = [each.body.original for each in said]
        assert words[: last + 1] == [f"Sentence {number}, again" for number in range(last + 1)]
        assert again.check() == ()
        again.close()
        start = len(words)


@dataclasses.dataclass
class Promised:
    """What was said to be kept, over all the evenings.

    Attributes:
        revisions: what each body is recognised by.
        typing: what stands in the writing place of each talk.
        printed: how often.
        backups: what had been promised when each was made.
        begun: the step that was begun last, if it was not said to be done.

    """

    revisions: dict
    typing: dict = dataclasses.field(default_factory=lambda: collections.defaultdict(str))
    photos: set = dataclasses.field(default_factory=set)
    backups: dict = dataclasses.field(default_factory=dict)
    printed: int = 0
    begun: dict = dataclasses.field(default_factory=dict)

    def take(self, told):
        self.begun = told if "begins" in told else {}
        self.revisions |= told.get("revisions", {})
        self.printed += told.get("printed", 0)
        self.photos |= {told["photo"]} if "photo" in told else set()
        if "typing" in told:
            self.typing[told["session"]] = told["typing"]
        if "backup" in told:
            self.backups[told["backup"]] = dict(self.revisions)
            self.keep_backups(self.backups.keys() - told["removed"])

    def keep_backups(self, names):
        self.backups = {name: had for name, had in self.backups.items() if name in names}

    def cut_off(self, step):
        return self.begun.get("begins") == step

    def may_stand(self, session, *, more):
        """What may be in the writing place of a talk: a step is there whole or not at all."""
        before = self.typing[session]
        if self.begun.get("session") != session:
            return {before}
        if self.cut_off("types"):
            return {before, self.begun["words"]}
        on_a_card = self.cut_off("says") or self.cut_off("ends")
        return {""} if on_a_card and more else {before}


@contextlib.contextmanager
def talking(notebook, person, by, stick):
    """A warm process that talks; gives a function that has one evening cut off."""
    helper = [sys.executable, "-m", "tests.helpers.scripted_talk", notebook.path, person, by, stick]
    with subprocess.Popen(
        helper, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:

        def evening(promised, *, seed, seconds):
            process.stdin.write(f"{seed} {seconds}\n")
            process.stdin.flush()
            for told in map(json.loads, process.stdout):
                if "ended" in told:
                    return told["ended"]
                promised.take(told)
            return None

        yield evening
        process.stdin.close()


def written(notebook):
    """What each body is recognised by, and which action wrote it, by revision."""
    link = schema.action_revision
    query = select(schema.revision.c.id, schema.revision.c.body, link.c.action).join_from(
        schema.revision, link, schema.revision.c.id == link.c.revision, isouter=True
    )
    with notebook.unit_of_work() as work:
        rows = work._open().execute(query).all()
    return {row.id: digest(row.body) for row in rows}, {row.id: row.action for row in rows}


def holds_what_was_promised(notebook, promised):
    revisions, actions = written(notebook)
    assert promised.revisions.items() <= revisions.items()
    more = revisions.keys() - promised.revisions.keys()
    assert len({actions[each] for each in more}) <= 1
    for session in {*promised.typing, promised.begun.get("session", "")}:
        now = halfsaid.read(notebook, session=session, step=STEP).words
        assert now in promised.may_stand(session, more=more)
        promised.typing[session] = now
    with notebook.unit_of_work() as work:
        assert all(work.media.get(each) is not None for each in promised.photos)
    printed = sum(each.what == "printed" for each in events.read(notebook))
    assert promised.printed <= printed <= promised.printed + promised.cut_off("prints")
    promised.revisions, promised.printed = revisions, printed


def backups_are_whole(stick, promised):
    there = {each.name: each for each in stick.glob(f"*{backup_file.SUFFIX}")}
    for each in there.values():
        backup_file.copy_database(backup_file.read(each), None)
    if not promised.cut_off("backs_up"):  # which removes older ones
        assert promised.backups.keys() <= there.keys()
    promised.keep_backups(there)


def holds_what_was_promised_then(file, device, promised):
    unlock = functools.partial(unlocking.unlock, wrapping_key=keys.from_secret(PIN, device))
    looked = restore.look_into(file, unlock=unlock, device=device)
    assert promised.backups[file.name].items() <= written(looked)[0].items()
    assert looked.check() == ()
    looked.close()


@pytest.fixture
def ann(notebook, device):
    """A person and their keyworker, in a notebook that is closed, with a key file."""
    change = people.add_person(
        notebook,
        preferred_name="Ann",
        home_language="cy",
        worker=notebook.worker.id,
        worker_name=notebook.worker.name,
        today=None,
    )
    key_file_of(notebook.path).write_bytes(key_file_for(notebook.id, device))
    return change.last("person"), change.last("supporter")


@pytest.mark.slow
@pytest.mark.timeout(600)
@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs a process that can be divided")
@pytest.mark.parametrize("number", range(NOTEBOOKS))
def test_killed_at_300_random_moments_of_talks_all_that_was_promised_is_there(
    notebook, ann, device, tmp_path, number
):
    chance, stick = random.Random(number), tmp_path / "stick"
    stick.mkdir()
    promised = Promised(written(notebook)[0])
    notebook.close()
    with talking(notebook, *ann, stick) as evening:
        for kill in itertools.count(1):
            seconds = chance.uniform(0, LONGEST_SECONDS)
            assert evening(promised, seed=chance.randrange(2**32), seconds=seconds) == -9
            again = open_again(notebook.path)
            holds_what_was_promised(again, promised)
            backups_are_whole(stick, promised)
            assert again.check() == ()
            assert kill % 10 or again.rebuild()
            again.close()
            promised.begun = {}
            if kill >= KILLS // NOTEBOOKS and len(promised.revisions) > ENOUGH and promised.backups:
                break  # a slow machine gets less far in an evening, and needs more of them
    holds_what_was_promised_then(stick / max(promised.backups), device, promised)
