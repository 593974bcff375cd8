import datetime
import hashlib
import os
import random
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import msgspec
import pytest
from sqlalchemy import select

from app.model.errors import (
    BadBackupError,
    CannotWriteError,
    InUseError,
    NewerVersionError,
    NotAllowedError,
    NotANotebookError,
    WrongKeyError,
)
from app.model.person import Person
from app.store import (
    backup,
    backup_file,
    cipher,
    keyring,
    keys,
    migrations,
    restore,
    schema,
    unlocking,
)
from app.store.opening import create, open_with_secret
from tests.helpers.full_disk import can_mount
from tests.helpers.notebooks import (
    BY,
    KEY,
    PIN,
    add_person,
    add_statement,
    key_file_for,
    make_notebook,
    statement,
)

ROOT = Path(__file__).resolve().parents[2]
NOW = datetime.datetime(2026, 4, 18, 14, 5, tzinfo=datetime.UTC)
DAY = datetime.timedelta(days=1)
MARKER = "Elderflower"


@pytest.fixture
def notebook(path, device):
    """A notebook of some pages, with Joe and twenty sentences in it."""
    made = create(path, worker_name="Ana", secret=PIN, kind="pin", device=device)
    joe = add_person(made, "Joe").id
    for number in range(20):
        add_statement(made, joe, f"Sentence {number} about {MARKER} " + "and so on " * 40)
    yield made
    made.close()


@pytest.fixture
def stick(tmp_path):
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


@pytest.fixture
def private(tmp_path, monkeypatch):
    """Where private places are made."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


def made(notebook, folder, at=NOW, **more):
    return backup.make(notebook, folder, at=at, **more)


def opens_with(secret, device):
    return lambda key_file: unlocking.unlock(
        key_file, wrapping_key=keys.from_secret(secret, device)
    )


def written(notebook):
    """Every revision, and every photo, as rows."""
    with notebook.unit_of_work() as work:
        connection = work._open()
        return [
            connection.execute(select(table)).all() for table in (schema.revision, schema.media)
        ]


def names(folder):
    return sorted(each.name for each in folder.iterdir())


def test_a_backup_restored_is_the_notebook_as_it_was(notebook, stick, device, tmp_path):
    before = written(notebook)
    file = made(notebook, stick).file
    assert names(stick) == ["Our notebook 2026-04-18 1405.alongside-backup"] == [file.name]
    add_person(notebook, "Ann")
    to = tmp_path / "again.alongside"
    again = restore.restore(file, to, unlock=opens_with(PIN, device), device=device)
    assert written(again) == before
    assert (again.id, again.worker, again.path) == (notebook.id, notebook.worker, to)
    assert again.check() == ()
    add_person(again, "Ben")
    again.close()
    assert names(stick) == [file.name]


def test_it_opens_on_another_computer_with_a_passphrase_or_the_sheet_and_not_with_a_pin(
    notebook, stick, device, other_device
):
    phrase = "three small words"
    keyring.add_worker(notebook, name="Ben", secret=phrase, kind="passphrase", device=device)
    code = keyring.make_recovery(notebook)
    file = made(notebook, stick).file
    for unlock in (
        opens_with(phrase, other_device),
        lambda key_file: unlocking.unlock(key_file, wrapping_key=code.wrapping_key),
    ):
        looked = restore.look_into(file, unlock=unlock, device=other_device)
        assert written(looked) == written(notebook)
        looked.close()
    with pytest.raises(WrongKeyError, match="recovery sheet"):
        restore.look_into(file, unlock=opens_with(PIN, other_device), device=other_device)


def test_looking_into_a_backup_changes_nothing_and_leaves_nothing(notebook, stick, device, private):
    file = made(notebook, stick).file
    before = file.read_bytes()
    looked = restore.look_into(file, unlock=opens_with(PIN, device), device=device)
    assert looked.read_only
    assert len(names(private)) == 1
    assert looked.check() == ()
    with looked.unit_of_work() as work, pytest.raises(NotAllowedError, match="read only"):
        work.records.add(Person(preferred_name="Ann"), by=BY)
    assert looked.check() == ()
    looked.close()
    assert names(private) == []
    assert file.read_bytes() == before
    assert names(stick) == [file.name]


def test_a_backup_of_what_is_only_read_is_as_good(notebook, stick, device):
    reading = open_with_secret(notebook.path, secret=PIN, device=device, read_only=True)
    file = made(reading, stick).file
    reading.close()
    looked = restore.look_into(file, unlock=opens_with(PIN, device), device=device)
    assert written(looked) == written(notebook)
    looked.close()


def test_progress_is_told_in_steps_until_all_is_read_back(notebook, stick, monkeypatch):
    monkeypatch.setattr(backup, "_PAGES_AT_ONCE", 5)
    told = []
    made(notebook, stick, progress=lambda done, of: told.append((done, of)))
    assert len({of for _, of in told}) == 1
    assert [done for done, _ in told] == sorted(done for done, _ in told)
    assert len(told) > 10
    assert told[-1][0] == told[-1][1]


@pytest.mark.parametrize("call", [1, 3, -1])
def test_whatever_the_progress_raises_stops_it_and_leaves_nothing(
    notebook, stick, monkeypatch, call
):
    monkeypatch.setattr(backup, "_PAGES_AT_ONCE", 5)
    calls = []

    def stop(done, of):
        calls.append(done)
        if len(calls) == call or (call == -1 and done == of):
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        made(notebook, stick, progress=stop)
    assert names(stick) == []
    assert notebook.check() == ()


def test_people_go_on_writing_meanwhile_and_the_backup_is_of_one_moment(
    notebook, stick, device, monkeypatch
):
    monkeypatch.setattr(backup, "_PAGES_AT_ONCE", 5)
    before = written(notebook)
    file = made(notebook, stick, progress=lambda *_: add_person(notebook, "Ann")).file
    assert len(written(notebook)[0]) > len(before[0])
    looked = restore.look_into(file, unlock=opens_with(PIN, device), device=device)
    assert written(looked) == before
    looked.close()


def test_a_second_one_in_the_same_minute_gets_a_name_of_its_own(notebook, stick):
    first, second = made(notebook, stick, keep_all=True), made(notebook, stick, keep_all=True)
    assert first.file != second.file
    assert second.file.name == "Our notebook 2026-04-18 1405 (2).alongside-backup"


def test_old_ones_go_by_the_rule_and_nothing_else_does(notebook, stick, device, tmp_path):
    other = create(
        tmp_path / "elsewhere.alongside", worker_name="Bo", secret=PIN, kind="pin", device=device
    )
    strangers = [made(other, stick, NOW - number * DAY).file for number in (0, 1, 2)]
    taken = stick / "Our notebook 2020-01-01 1200.alongside-backup"
    strangers[0].rename(taken)  # our name, and another notebook inside
    (stick / "Our notebook 2020-01-02 1200.alongside-backup").write_bytes(b"not ours")
    (stick / "holiday.jpg").write_bytes(b"photo")
    other.close()
    there = set(names(stick))
    results = [made(notebook, stick, NOW - number * DAY) for number in range(40, -1, -1)]
    assert there <= set(names(stick))
    ours = sorted(set(names(stick)) - there)
    assert len(ours) < 20
    assert ours[-1] == results[-1].file.name
    gone = [file for result in results for file in result.removed]
    assert len(gone) == 41 - len(ours)
    assert not any(file.exists() for file in gone)


def test_keep_all_removes_nothing(notebook, stick):
    for number in range(12):
        made(notebook, stick, NOW + number * DAY / 24, keep_all=True)
    assert len(names(stick)) == 12


def test_the_one_just_made_stays_though_the_clock_was_set_back(notebook, stick):
    for number in range(30):
        made(notebook, stick, NOW + number * DAY)
    assert made(notebook, stick, NOW - 365 * DAY).file.exists()


def test_an_example_has_no_backup(tmp_path, stick):
    example = make_notebook(tmp_path / "example.alongside", example=True)
    with pytest.raises(NotAllowedError, match="Nobody could open"):
        made(example, stick)
    example.close()


def test_a_folder_that_is_not_there_or_cannot_be_written_is_said(notebook, stick):
    with pytest.raises(CannotWriteError, match="no folder"):
        made(notebook, stick / "gone")
    (stick / "file").touch()
    with pytest.raises(CannotWriteError, match="no folder"):
        made(notebook, stick / "file")
    if Path("/proc/self").is_dir():
        with pytest.raises(CannotWriteError, match="Your notebook is as it was"):
            made(notebook, Path("/proc/self"))


def test_a_disk_that_fills_up_while_pages_are_written_is_said_and_nothing_is_left(
    notebook, stick, monkeypatch
):
    real = cipher.open_connection

    def small(path, key, *, mode, **more):
        connection = real(path, key, mode=mode, **more)
        if mode == "rwc":
            connection.execute("PRAGMA max_page_count = 10")
        return connection

    monkeypatch.setattr(cipher, "open_connection", small)
    with pytest.raises(CannotWriteError, match="not enough room"):
        made(notebook, stick)
    assert names(stick) == []
    assert notebook.check() == ()


def test_a_disk_that_fills_up_at_the_end_is_said_and_nothing_is_left(notebook, stick, monkeypatch):
    def full(*_):
        raise OSError(28, "no room")

    monkeypatch.setattr(backup_file, "finish", full)
    with pytest.raises(CannotWriteError, match="not enough room"):
        made(notebook, stick)
    assert names(stick) == []


def test_a_stick_pulled_out_in_the_middle_is_said(notebook, stick, monkeypatch):
    monkeypatch.setattr(backup, "_PAGES_AT_ONCE", 5)
    calls = []

    def pull(*_):
        calls.append(1)
        if len(calls) == 3:
            shutil.rmtree(stick)

    with pytest.raises(CannotWriteError, match="stick is still there"):
        made(notebook, stick, progress=pull)
    assert notebook.check() == ()


def test_what_reads_back_differently_does_not_count(notebook, stick, monkeypatch):
    real = backup_file.finish

    def failing_stick(to, label):
        real(to, label)
        to.seek(5000)
        to.write(b"\0\0\0\0\0\0\0\0")
        to.flush()

    monkeypatch.setattr(backup_file, "finish", failing_stick)
    with pytest.raises(CannotWriteError, match="may be failing"):
        made(notebook, stick)
    assert names(stick) == []


def test_a_damaged_notebook_is_said_and_never_becomes_a_backup(notebook, stick, device):
    file = made(notebook, stick).file
    notebook.close()
    whole, chance = notebook.path.read_bytes(), random.Random(5)
    for _ in range(20):
        spoilt = bytearray(whole)
        spoilt[chance.randrange(len(whole))] ^= 1 << chance.randrange(8)
        notebook.path.write_bytes(spoilt)
        with pytest.raises(NotANotebookError, match="damaged"):
            back_up_once(notebook.path, stick, device)
        assert names(stick) == [file.name]
    notebook.path.write_bytes(whole)
    again = open_with_secret(notebook.path, secret=PIN, device=device)
    assert made(again, stick).file.exists()
    again.close()


def back_up_once(path, stick, device):
    opened = open_with_secret(path, secret=PIN, device=device)
    try:
        made(opened, stick)
    finally:
        opened.close()


def test_an_unfinished_one_that_nobody_works_at_is_cleared_up(notebook, stick):
    left = stick / ".Our notebook 2026-04-17 1200.alongside-backup.0a1b2c3d.unfinished"
    journal = stick / f"{left.name}-journal"
    fresh = stick / ".Our notebook 2026-04-18 1405.alongside-backup.0a1b2c3d.unfinished"
    other = stick / ".Other 2026-04-17 1200.alongside-backup.0a1b2c3d.unfinished"
    for each in (left, journal, fresh, other):
        each.write_bytes(b"half")
        if each != fresh:
            os.utime(each, (1, 1))
    made(notebook, stick)
    assert not left.exists()
    assert not journal.exists()
    assert fresh.exists()
    assert other.exists()


def test_a_backup_cut_off_anywhere_is_refused_and_harms_nothing(notebook, stick, device, tmp_path):
    file = made(notebook, stick).file
    whole, chance = file.read_bytes(), random.Random(3)
    lengths = [0, 1, 51, 52, len(whole) - 1, len(whole) - 17, len(whole) - 60]
    lengths += [chance.randrange(len(whole)) for _ in range(30)]
    for length in lengths:
        assert "cut off" in refused(file, whole[:length], device, tmp_path)


@pytest.mark.timeout(300)
def test_any_bit_that_flips_in_a_backup_is_found_and_said(notebook, stick, device, tmp_path):
    file = made(notebook, stick).file
    whole, chance = file.read_bytes(), random.Random(7)
    database = backup_file.read(file).label.size
    places = [chance.randrange(len(whole)) for _ in range(100)]
    places += [chance.randrange(database, len(whole)) for _ in range(50)]
    for place in places:
        spoilt = bytearray(whole)
        spoilt[place] ^= 1 << chance.randrange(8)
        assert refused(file, bytes(spoilt), device, tmp_path)
    file.write_bytes(whole)
    restore.look_into(file, unlock=opens_with(PIN, device), device=device).close()


def refused(file, content, device, tmp_path):
    """The sentence with which a backup of this content is refused, both ways."""
    file.write_bytes(content)
    to = tmp_path / "again.alongside"
    there = names(tmp_path)
    with pytest.raises(BadBackupError) as restored:
        restore.restore(file, to, unlock=opens_with(PIN, device), device=device)
    with pytest.raises(BadBackupError) as looked_into:
        restore.look_into(file, unlock=opens_with(PIN, device), device=device)
    assert names(tmp_path) == there
    assert str(restored.value) == str(looked_into.value)
    return str(restored.value)


def relabelled(file, **fields):
    """Write the backup again with a label that says something else, and is in itself right."""
    label = backup_file.read(file).label
    database = file.read_bytes()[: label.size]
    with file.open("wb") as to:
        to.write(database)
        backup_file.finish(to, msgspec.structs.replace(label, **fields))


@pytest.mark.parametrize(
    "fields",
    [
        {"notebook": "another"},
        {"made_at": NOW + DAY},
        {"key_file": b"{}"},
        {"seal": b""},
        {"form": 0},
        {"size": 4096},
        {"sha256": bytes(32)},
    ],
)
def test_a_label_that_somebody_changed_is_refused(notebook, stick, device, tmp_path, fields):
    file = made(notebook, stick).file
    relabelled(file, **fields)
    assert "altered" in refused(file, file.read_bytes(), device, tmp_path)


@pytest.mark.parametrize("fields", [{"version": 2}, {"form": 99 * migrations.MINORS}])
def test_a_backup_from_a_newer_version_is_refused(notebook, stick, device, tmp_path, fields):
    file = made(notebook, stick).file
    relabelled(file, **fields)
    with pytest.raises(NewerVersionError, match="newer Alongside"):
        restore.restore(
            file, tmp_path / "again.alongside", unlock=opens_with(PIN, device), device=device
        )
    assert names(tmp_path) == sorted([notebook.path.name + tail for tail in TAILS] + ["stick"])


TAILS = ("", "-shm", "-wal", ".keys", ".open")


def test_a_backup_of_an_older_form_is_looked_into_and_restored(stick, device, tmp_path):
    stored = ROOT / "tests/store/data/schema-1.0.alongside"
    label = backup_file.Label(
        version=1,
        notebook="old",
        made_at=NOW,
        form=migrations.STEPS[0].version,
        size=stored.stat().st_size,
        sha256=hashlib.sha256(stored.read_bytes()).digest(),
        key_file=key_file_for("old", device),
    )
    file = stick / f"old{backup_file.SUFFIX}"
    shutil.copyfile(stored, file)
    with file.open("r+b") as to:
        backup_file.finish(to, label.sealed(KEY))
    looked = restore.look_into(file, unlock=opens_with(PIN, device), device=device)
    again = restore.restore(
        file, tmp_path / "again.alongside", unlock=opens_with(PIN, device), device=device
    )
    for each in (looked, again):
        assert written(each)[0]
        assert each.check() == ()
        each.close()


@pytest.mark.parametrize("damage", [b"", b"{}", b'{"version": 2, "slots": []}'])
def test_without_a_key_file_that_fits_there_is_no_backup(notebook, stick, damage):
    notebook.path.with_name(notebook.path.name + ".keys").write_bytes(damage)
    with pytest.raises((NotANotebookError, InUseError)):
        made(notebook, stick)
    assert names(stick) == []


def test_keys_changed_between_reading_and_backing_up_are_noticed(notebook, stick, device):
    reading = open_with_secret(notebook.path, secret=PIN, device=device, read_only=True)
    keyring.make_recovery(notebook)
    with pytest.raises(InUseError, match="try again"):
        made(reading, stick)
    reading.close()
    file = made(notebook, stick).file
    restore.look_into(file, unlock=opens_with(PIN, device), device=device).close()


@pytest.mark.parametrize("content", [b"", b"Dear diary", b"x" * 50_000])
def test_what_is_no_backup_is_refused(stick, device, tmp_path, content):
    (stick / "b").write_bytes(content)
    with pytest.raises(BadBackupError, match="not a backup"):
        restore.look_into(stick / "b", unlock=opens_with(PIN, device), device=device)
    with pytest.raises(BadBackupError, match="cannot be read"):
        restore.look_into(stick / "gone", unlock=opens_with(PIN, device), device=device)


def test_restoring_never_overwrites_anything(notebook, stick, device, tmp_path):
    file = made(notebook, stick).file
    for there in ("again.alongside", "again.alongside.keys"):
        (tmp_path / there).write_bytes(b"precious")
        with pytest.raises(CannotWriteError, match="already"):
            restore.restore(
                file, tmp_path / "again.alongside", unlock=opens_with(PIN, device), device=device
            )
        assert (tmp_path / there).read_bytes() == b"precious"
        (tmp_path / there).unlink()


def test_a_disk_that_fills_up_while_restoring_leaves_nothing(
    notebook, stick, device, tmp_path, monkeypatch
):
    file = made(notebook, stick).file
    there = names(tmp_path)

    def full(*_):
        raise OSError(28, "no room")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(CannotWriteError, match="disk is full"):
        restore.restore(
            file, tmp_path / "again.alongside", unlock=opens_with(PIN, device), device=device
        )
    monkeypatch.undo()
    assert names(tmp_path) == there


def test_no_word_of_the_plan_can_be_read_in_a_backup_or_on_its_way(
    notebook, stick, device, private, monkeypatch
):
    monkeypatch.setattr(backup, "_PAGES_AT_ONCE", 5)
    seen = []

    def look(*_):
        seen.extend(each.read_bytes() for each in stick.iterdir())

    file = made(notebook, stick, progress=look).file
    looked = restore.look_into(file, unlock=opens_with(PIN, device), device=device)
    seen += [each.read_bytes() for each in private.rglob("*") if each.is_file()]
    seen += [file.read_bytes()]
    looked.close()
    assert len(seen) > 10
    for data in seen:
        for trace in (MARKER.encode(), MARKER.lower().encode(), b"Joe", notebook.key, b"SQLite"):
            assert trace not in data


def big_notebook(folder, device):
    """A notebook of a few megabytes, which a helper can open."""
    big = make_notebook(folder / "big.alongside")
    with big.unit_of_work() as work:
        joe = work.records.add(Person(preferred_name="Joe"), by=BY).id
        for number in range(600):
            words = f"Sentence {number} " + "and so on " * 150
            work.records.add(statement(joe, words), by=BY)
        work.commit()
    big.close()
    (folder / "big.alongside.keys").write_bytes(key_file_for(big.id, device))
    return big.path


@pytest.mark.slow
@pytest.mark.timeout(300)
def test_killed_at_any_moment_nothing_counts_that_is_not_whole(tmp_path, stick, device):
    path = big_notebook(tmp_path, device)
    chance = random.Random(13)
    for _ in range(15):
        command = [sys.executable, "-m", "tests.helpers.make_backup", str(path), str(stick)]
        with subprocess.Popen(
            command, cwd=ROOT, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL
        ) as process:
            for _ in range(chance.randrange(1, 9)):
                process.stderr.readline()
            process.kill()
    for file in stick.iterdir():
        if file.suffix == backup_file.SUFFIX:
            backup_file.copy_database(backup_file.read(file), None)
        else:
            assert file.name.startswith(".big 2")
            assert ".unfinished" in file.name
            os.utime(file, (1, 1))
    command = [sys.executable, "-m", "tests.helpers.make_backup", str(path), str(stick)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    assert all(file.suffix == backup_file.SUFFIX for file in stick.iterdir())


@pytest.mark.slow
@pytest.mark.skipif(not can_mount(), reason="needs a small disk of its own")
def test_a_stick_that_is_really_full_is_said_and_left_as_it_was(tmp_path, stick, device):
    path = big_notebook(tmp_path, device)
    size = path.stat().st_size
    for room in (size // 2, size - 4096, size // 4096 * 4096):
        script = (
            f"mount -t tmpfs -o size={room} tmpfs {stick} && "
            f"{sys.executable} -m tests.helpers.make_backup {path} {stick}; ls -A {stick} >&2"
        )
        said = subprocess.run(
            ["unshare", "--mount", "--map-root-user", "sh", "-c", script],
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=False,
        )
        assert "not enough room" in said.stdout, (said.stdout, said.stderr)
        assert "big" not in said.stderr
