"""A disk that is really full, page by page: nothing promised is lost, and then it goes on."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from app.store.keyfile import key_file_of
from tests.helpers.full_disk import can_mount
from tests.helpers.notebooks import key_file_for, open_again

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not can_mount(), reason="needs a small disk of its own"),
]
ROOT = Path(__file__).resolve().parents[2]
FULL = "The disk is full, so this could not be kept. Make some room, then try again."


@pytest.fixture
def small_disk(tmp_path):
    """Where the small disk is put, for the process alone that works on it."""
    folder = tmp_path / "small disk"
    folder.mkdir()
    return folder


def met(small_disk, what):
    """What was said in each round, none of which lost anything or left something half done."""
    script = 'mount -t tmpfs -o size=6M tmpfs "$1" && "$2" -m tests.helpers.full_disk "$1" "$3"'
    command = ["unshare", "--mount", "--map-root-user", "sh", "-c", script, "sh"]
    done = subprocess.run(
        [*command, small_disk, sys.executable, what],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    rounds = json.loads(done.stdout)
    assert [each for each in rounds if not each["whole"]] == []
    assert rounds[0]["said"]
    assert not rounds[-1]["said"]
    return rounds


def test_in_the_middle_of_a_commit_it_is_said_and_goes_on_with_room(small_disk):
    rounds = met(small_disk, "commit")
    assert {each["said"] for each in rounds} == {FULL, ""}


def test_in_the_middle_of_a_backup_it_is_said_and_earlier_ones_stay(small_disk, device):
    path = small_disk.parent / "Our notebook.alongside"
    shutil.copy(ROOT / "tests/store/data/schema-2.0.alongside", path)
    notebook = open_again(path)
    key_file_of(path).write_bytes(key_file_for(notebook.id, device))
    notebook.close()
    for each in met(small_disk, "back_up"):
        assert not each["said"] or "not enough room for the backup" in each["said"]


def test_in_the_middle_of_a_migration_it_is_said_and_goes_through_with_room(small_disk):
    rounds = met(small_disk, "migrate")
    assert {each["said"] for each in rounds} == {FULL, ""}


def test_between_the_copy_and_the_migration_the_copy_stays(small_disk):
    rounds = met(small_disk, "migrate_once_copied")
    assert {each["said"] for each in rounds} == {FULL, ""}
    assert all(each["copied"] == bool(each["said"]) for each in rounds)


def test_in_the_middle_of_a_booklet_it_is_said_and_the_earlier_one_stays(small_disk):
    for each in met(small_disk, "print_it"):
        assert not each["said"] or "disk is full" in each["said"]
