import contextlib
import errno
import os
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest

from app.model.errors import CannotWriteError, InUseError, NotAllowedError, OpenElsewhereError
from app.model.person import Person
from app.model.statement import Statement
from app.store import one_writer
from app.store.one_writer import OneWriter, Said, open_file_of
from app.store.opening import open_with_key
from tests.helpers.notebooks import (
    BY,
    KEY,
    WORKER,
    add_person,
    add_statement,
    make_notebook,
    open_again,
)

ROOT = Path(__file__).resolve().parents[2]


def people(notebook):
    with notebook.unit_of_work() as work:
        return [each.body.preferred_name for each in work.records.find(Person)]


def open_to_read(path, **more):
    return open_with_key(path, key=KEY, worker=WORKER, read_only=True, **more)


def can_be_written(path):
    """Opens it as its one writer, and writes a person into it."""
    with contextlib.closing(open_again(path)) as notebook:
        before = people(notebook)
        add_person(notebook)
        return len(people(notebook)) == len(before) + 1


def open_on(path, computer):
    return open_with_key(path, key=KEY, worker=WORKER, device_name=computer)


@contextlib.contextmanager
def another_window(path):
    """A process that has the notebook open and wrote Ann into it."""
    command = [sys.executable, "-m", "tests.helpers.hold_open", str(path)]
    with subprocess.Popen(
        command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout.readline() == "open\n"
        yield process


@pytest.fixture
def closed(path):
    """A notebook that nobody has open."""
    make_notebook(path).close()
    return path


@pytest.fixture
def no_locks(monkeypatch):
    """A file system without locks."""
    monkeypatch.setattr(one_writer.locks, "taken", lambda _handle: None)


def grow_old(path):
    """As if nobody had said for an hour that the notebook is open."""
    file = open_file_of(path)
    then = file.stat().st_mtime - 3600
    os.utime(file, (then, then))


def test_the_second_window_is_told_where_it_is_open_and_may_read(closed):
    with another_window(closed) as first:
        with pytest.raises(OpenElsewhereError, match="another window on this computer, since"):
            open_again(closed)
        reading = open_to_read(closed)
        assert reading.read_only
        assert people(reading) == ["Ann"]
        first.stdin.write("\n")
        first.stdin.close()
        assert first.wait() == 0
    assert people(reading) == ["Ann"]
    reading.close()
    again = open_again(closed)
    assert people(again) == ["Ann"]
    again.close()
    assert not open_file_of(closed).exists()


def test_what_is_only_read_cannot_be_written_and_says_so(closed):
    reading = open_to_read(closed)
    for write in (
        lambda: add_person(reading, "Ben"),
        reading.rebuild,
        lambda: keep_typing(reading),
    ):
        with pytest.raises(NotAllowedError, match="open to read only"):
            write()
    assert people(reading) == []
    assert reading.check() == ()
    reading.close()


def keep_typing(notebook):
    with notebook.unit_of_work() as work:
        work.unfinished.keep(session=BY, moment="food", words="I love")
        work.commit()


def test_what_is_only_read_writes_down_no_event(closed):
    reading = open_to_read(closed)
    with reading.unit_of_work() as work:
        work.events.note("exported")
        work.commit()
    with reading.unit_of_work() as work:
        assert work.events.read() == ()
    reading.close()


def test_reading_is_never_in_the_writers_way_and_leaves_nothing(notebook, joe, tmp_path):
    reading = open_to_read(notebook.path)
    copy = reading.file
    with notebook.unit_of_work() as work:
        work.records.add(Person(preferred_name="Ben"), by=BY)
        assert people(reading) == ["Joe"]
        work.commit()
    with notebook.unit_of_work():
        second = open_to_read(notebook.path)
        assert people(second) == ["Joe", "Ben"]
        second.close()
    assert people(reading) == ["Joe"]
    reading.close()
    assert not copy.parent.exists()
    assert people(notebook) == ["Joe", "Ben"]


def test_after_a_crash_the_next_one_takes_over_at_once(closed):
    with another_window(closed) as first:
        first.kill()
    assert open_file_of(closed).exists()
    again = open_again(closed)
    assert people(again) == ["Ann"]
    again.close()


def test_two_in_one_program_are_two_windows_too(notebook):
    with pytest.raises(OpenElsewhereError):
        open_again(notebook.path)
    assert issubclass(OpenElsewhereError, InUseError)
    add_person(notebook, "Joe")


def test_the_file_tells_a_computer_and_a_time_and_nothing_else(notebook, joe):
    add_statement(notebook, joe, "I love Elderflower")
    data = open_file_of(notebook.path).read_bytes()
    assert set(msgspec.json.decode(data)) <= {"computer", "mark", "since", "seen", "opening"}
    assert msgspec.json.decode(data, type=Said).computer == "laptop"
    for trace in (b"Ana", b"Joe", b"Elderflower", WORKER.id.encode(), KEY, KEY.hex().encode()):
        assert trace not in data


def said_by_another_computer(path, computer="office"):
    """What a computer leaves whose locks do not reach as far as here."""
    writer = OneWriter.take(path, computer=computer)
    data = open_file_of(path).read_bytes()
    writer.give_back()
    open_file_of(path).write_bytes(data)


def test_another_computer_counts_without_its_lock_as_long_as_it_says_so(closed):
    said_by_another_computer(closed)
    with pytest.raises(OpenElsewhereError, match="the computer office, since"):
        open_again(closed)
    reading = open_to_read(closed)
    assert people(reading) == []
    reading.close()
    grow_old(closed)
    open_again(closed).close()


def test_two_computers_of_one_name_are_not_taken_for_one(closed):
    said_by_another_computer(closed, "laptop")
    with pytest.raises(OpenElsewhereError):
        open_with_key(closed, key=KEY, worker=WORKER, device_name="laptop", mark="ab12")


def test_a_clock_that_is_wrong_keeps_nobody_out_for_good(closed):
    said_by_another_computer(closed)
    future = open_file_of(closed).stat().st_mtime + 10**8
    os.utime(open_file_of(closed), (future, future))
    assert can_be_written(closed)


@pytest.mark.parametrize("content", [b"", b"{", b"\xff\xfe", b"[]", b'{"computer": 3}'])
def test_a_damaged_file_keeps_nobody_out(closed, content):
    open_file_of(closed).write_bytes(content)
    assert can_be_written(closed)


def test_where_there_are_no_locks_the_fresh_file_must_do(closed, no_locks):
    first = open_on(closed, "one")
    with pytest.raises(OpenElsewhereError, match="the computer one"):
        open_on(closed, "two")
    first.close()
    open_on(closed, "two").close()


def test_an_open_notebook_is_kept_fresh(closed, no_locks, monkeypatch):
    monkeypatch.setattr(one_writer, "REFRESH_SECONDS", 0.01)
    first = open_on(closed, "one")
    before = open_file_of(closed).stat().st_mtime - 3600
    grow_old(closed)
    while open_file_of(closed).stat().st_mtime < before + 1800:
        first.unit_of_work()
    with pytest.raises(OpenElsewhereError):
        open_on(closed, "two")
    first.close()


def test_whoever_slept_too_long_writes_no_more_and_spoils_nothing(closed, no_locks):
    first = open_on(closed, "one")
    add_person(first, "Joe")
    grow_old(closed)
    second = open_on(closed, "two")
    add_person(second, "Ann")
    with pytest.raises(OpenElsewhereError, match="the computer two"):
        add_person(first, "Ben")
    first.close()
    assert msgspec.json.decode(open_file_of(closed).read_bytes(), type=Said).computer == "two"
    add_person(second, "Cy")
    assert people(second) == ["Joe", "Ann", "Cy"]
    assert second.check() == ()
    second.close()
    again = open_again(closed)
    assert people(again) == ["Joe", "Ann", "Cy"]
    again.close()


def test_the_file_is_put_back_when_somebody_tidies_it_away(notebook):
    open_file_of(notebook.path).unlink()
    add_person(notebook, "Joe")
    assert open_file_of(notebook.path).exists()
    with pytest.raises(OpenElsewhereError):
        open_again(notebook.path)


def test_tidied_away_and_taken_by_another_it_is_theirs(notebook):
    open_file_of(notebook.path).unlink()
    other = OneWriter.take(notebook.path, computer="office")
    with pytest.raises(OpenElsewhereError, match="office"):
        add_person(notebook, "Joe")
    notebook.close()
    assert open_file_of(notebook.path).exists()
    other.give_back()
    assert not open_file_of(notebook.path).exists()


def test_where_nothing_can_be_written_reading_is_offered(closed, monkeypatch):
    def refuse(*_):
        raise OSError(errno.EROFS, "read-only")

    monkeypatch.setattr(one_writer, "_taken", refuse)
    with pytest.raises(CannotWriteError, match="read only"):
        open_again(closed)
    reading = open_to_read(closed)
    reading.close()


def test_what_came_only_half_from_another_computer_is_not_shown(notebook, joe):
    for number in range(60):
        add_statement(notebook, joe, f"Sentence {number} " + "and so on " * 100)
    notebook.close()
    spoilt = bytearray(notebook.path.read_bytes())
    spoilt[len(spoilt) // 2] ^= 1
    notebook.path.write_bytes(spoilt)
    said_by_another_computer(notebook.path)
    with pytest.raises(InUseError, match="try again in a minute"):
        open_to_read(notebook.path)


@pytest.mark.slow
@pytest.mark.timeout(300)
def test_whatever_is_read_while_another_one_writes_is_of_one_moment(notebook, joe):
    notebook.close()
    command = [sys.executable, "-m", "tests.helpers.keep_writing", str(notebook.path), joe, "0"]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        for _ in range(60):
            kept = int(process.stdout.readline())
            reading = open_to_read(notebook.path)
            with reading.unit_of_work() as work:
                said = work.records.find(Statement, person=joe)
            assert [each.version for each in said] == [2] * len(said)
            words = [each.body.original for each in said]
            assert words == [f"Sentence {number}, again" for number in range(len(words))]
            assert len(words) > kept
            assert reading.check() == ()
            reading.close()
        process.kill()
    again = open_again(notebook.path)
    assert again.check() == ()
    again.close()
