import random
import subprocess
import sys
from pathlib import Path

import pytest

from app.model.statement import Statement
from tests.helpers.notebooks import open_again

ROOT = Path(__file__).resolve().parents[2]


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
