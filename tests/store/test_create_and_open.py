import os
import shutil
from pathlib import Path

import pytest

from app.model.errors import (
    BadSecretError,
    BadWordsError,
    CannotWriteError,
    InUseError,
    NewerVersionError,
    NotANotebookError,
    WrongKeyError,
)
from app.model.ids import new_revision_id
from app.store import cipher, files, migrations
from app.store.opening import create, open_with_secret
from tests.helpers.notebooks import (
    KEY,
    add_person,
    add_statement,
    make_notebook,
    new_key,
    open_again,
)


def made(path, device, **more):
    asked = {"worker_name": "Ana", "secret": "4711", "kind": "pin", "device": device} | more
    create(path, **asked).close()


def names(folder):
    return sorted(each.name for each in folder.iterdir())


def test_a_notebook_is_made_with_its_key_file_and_nothing_else(path, device):
    made(path, device)
    assert names(path.parent) == [path.name, path.name + ".keys"]


def test_it_opens_with_the_pin_it_was_made_with(path, device):
    notebook = create(path, worker_name=" Ana  Maria ", secret="4711", kind="pin", device=device)
    worker = notebook.worker
    person = add_person(notebook)
    notebook.close()
    again = open_with_secret(path, secret="4711", device=device)
    assert (again.worker, again.worker.name, again.example) == (worker, "Ana Maria", False)
    with again.unit_of_work() as work:
        assert work.records.get(person.id, type(person.body)) == person
        assert work.records.history(person.id)[0].device == "laptop"
    again.close()


def test_an_example_says_that_it_is_one(path, device):
    made(path, device, example=True)
    again = open_with_secret(path, secret="4711", device=device)
    assert again.example
    again.close()


def test_a_passphrase_opens_it_on_another_computer_and_a_pin_does_not(
    tmp_path, device, other_device
):
    pin, phrase = tmp_path / "pin.alongside", tmp_path / "phrase.alongside"
    made(pin, device)
    made(phrase, device, secret="three small words", kind="passphrase")
    open_with_secret(phrase, secret="three small words", device=other_device).close()
    with pytest.raises(WrongKeyError):
        open_with_secret(pin, secret="4711", device=other_device)


def test_a_wrong_pin_opens_nothing_and_says_so_plainly(path, device, capfd):
    made(path, device)
    with pytest.raises(WrongKeyError) as refused:
        open_with_secret(path, secret="4712", device=device)
    assert "4712" not in str(refused.value)
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize(
    ("more", "error"),
    [
        ({"secret": "471"}, BadSecretError),
        ({"worker_name": " \u200b"}, BadWordsError),
        ({"kind": "passphrase"}, BadSecretError),
    ],
)
def test_what_cannot_be_used_leaves_nothing_behind(path, device, more, error):
    with pytest.raises(error):
        made(path, device, **more)
    assert names(path.parent) == []


def test_nothing_is_ever_overwritten(path, device):
    keys_path = path.with_name(path.name + ".keys")
    for there in (path, keys_path):
        there.write_bytes(b"precious")
        with pytest.raises(CannotWriteError, match="already"):
            made(path, device)
        assert there.read_bytes() == b"precious"
        assert names(path.parent) == [there.name]
        there.unlink()
    path.mkdir()
    with pytest.raises(CannotWriteError, match="already"):
        made(path, device)


def test_a_folder_that_is_not_there_is_said(tmp_path, device):
    with pytest.raises(CannotWriteError, match="no folder"):
        made(tmp_path / "gone" / "n.alongside", device)


@pytest.mark.skipif(not Path("/proc/self").is_dir(), reason="needs a folder nobody can write")
def test_a_folder_that_cannot_be_written_is_said(device):
    with pytest.raises(CannotWriteError):
        made(Path("/proc/self/n.alongside"), device)


@pytest.mark.parametrize(
    ("stage", "call"), [("write_private", 1), ("place_new", 1), ("place_new", 2)]
)
def test_a_disk_that_fills_up_while_it_is_made_leaves_nothing(
    path, device, monkeypatch, stage, call
):
    real, calls = getattr(files, stage), []

    def fill_up(*args):
        calls.append(args)
        if len(calls) == call:
            raise OSError(28, "no room")
        real(*args)

    monkeypatch.setattr(files, stage, fill_up)
    with pytest.raises(CannotWriteError, match="disk is full"):
        made(path, device)
    assert names(path.parent) == []


class KilledError(BaseException):
    """Stands for the end of the process: nothing after it is tidied up."""


@pytest.mark.parametrize("call", [1, 2])
def test_killed_while_it_is_made_no_notebook_is_left_that_cannot_be_opened(
    path, device, monkeypatch, call
):
    real, calls, at_the_end = files.place_new, [], []

    def killed(*args):
        calls.append(args)
        if len(calls) == call:
            at_the_end.extend(names(path.parent))
            raise KilledError
        real(*args)

    monkeypatch.setattr(files, "place_new", killed)
    with pytest.raises(KilledError):
        made(path, device)
    assert at_the_end
    assert not [name for name in at_the_end if name.endswith(".alongside")]


def test_a_missing_key_file_is_named(path, device):
    made(path, device)
    path.with_name(path.name + ".keys").unlink()
    with pytest.raises(NotANotebookError, match=r"key file .*keys is missing"):
        open_with_secret(path, secret="4711", device=device)


def test_the_key_file_of_another_notebook_is_noticed(tmp_path, device):
    one, two = tmp_path / "one.alongside", tmp_path / "two.alongside"
    made(one, device)
    made(two, device)
    shutil.copy(tmp_path / "one.alongside.keys", tmp_path / "two.alongside.keys")
    with pytest.raises(NotANotebookError):
        open_with_secret(two, secret="4711", device=device)


@pytest.mark.parametrize("content", [b"", b"Dear diary", b"x" * 20_000, bytes(8192)])
def test_a_file_that_is_no_notebook_is_refused_and_left_alone(path, content, capfd):
    path.write_bytes(content)
    with pytest.raises(NotANotebookError):
        open_again(path)
    assert path.read_bytes() == content
    assert names(path.parent) == [path.name]
    assert capfd.readouterr() == ("", "")


def test_a_folder_and_nothing_at_all_are_refused(path, device):
    with pytest.raises(NotANotebookError, match="no notebook called"):
        open_with_secret(path, secret="4711", device=device)
    path.mkdir()
    with pytest.raises(NotANotebookError, match="not an Alongside notebook"):
        open_with_secret(path, secret="4711", device=device)


@pytest.mark.parametrize("part", [0.01, 0.3, 0.7, 0.99, 0.5])
def test_a_cut_off_file_is_refused(notebook, joe, part):
    for number in range(100):
        add_statement(notebook, joe, f"Sentence {number} " + "and so on " * 20)
    notebook.close()
    size = notebook.path.stat().st_size
    os.truncate(notebook.path, int(size * part))
    with pytest.raises(NotANotebookError, match="damaged"):
        open_again(notebook.path)
    assert notebook.path.stat().st_size == int(size * part)


def test_a_wrong_key_opens_nothing(notebook):
    notebook.close()
    with pytest.raises(NotANotebookError):
        open_again(notebook.path, key=new_key())
    with pytest.raises(ValueError, match="32 bytes"):
        open_again(notebook.path, key=b"short")


@pytest.mark.parametrize(("newer", "opens"), [(migrations.MINORS, False), (1, True)])
def test_a_newer_major_version_is_refused_and_a_newer_minor_one_is_not(notebook, newer, opens):
    with notebook._engine.begin() as connection:
        version = migrations.version_of(connection) + newer
        connection.exec_driver_sql(f"PRAGMA user_version = {version}")
    notebook.close()
    if opens:
        open_again(notebook.path).close()
        return
    with pytest.raises(NewerVersionError, match="newer Alongside"):
        open_again(notebook.path)


def test_a_notebook_that_another_program_holds_is_said_to_be_in_use(notebook, monkeypatch):
    monkeypatch.setattr(cipher, "PATIENCE_SECONDS", 0.05)
    with notebook.unit_of_work(), pytest.raises(InUseError):
        open_again(notebook.path)


def test_closing_twice_is_as_good_as_once_and_leaves_one_file(notebook):
    add_person(notebook)
    notebook.close()
    notebook.close()
    assert names(notebook.path.parent) == [notebook.path.name]
    with pytest.raises(RuntimeError):
        notebook.unit_of_work()


def test_new_revisions_sort_after_the_old_ones_though_the_clock_was_set_back(
    notebook, joe, monkeypatch
):
    notebook.close()
    monkeypatch.setattr("app.model.ids._last", 0)
    monkeypatch.setattr("app.model.ids.time.time_ns", lambda: 10**18)
    again = open_again(notebook.path)
    with again.unit_of_work() as work:
        assert new_revision_id() > work.records.history(joe)[0].id
    again.close()


def test_names_with_marks_of_addresses_in_them_can_be_used(tmp_path):
    path = tmp_path / "100% #1? Åsa's.alongside"
    made_here = make_notebook(path)
    add_person(made_here)
    made_here.close()
    open_again(path).close()
    assert names(tmp_path) == [path.name]


def test_no_word_can_be_read_in_the_file_or_its_journal(notebook, joe):
    marker = "Elderflower"
    add_statement(notebook, joe, f"I love {marker} cordial")
    with notebook.unit_of_work() as work:
        work.unfinished.keep(session=joe, moment="food", words=f"{marker} and")
        work.commit()
    before = {each.name: each.read_bytes() for each in notebook.path.parent.iterdir()}
    notebook.close()
    after = {each.name: each.read_bytes() for each in notebook.path.parent.iterdir()}
    beside = {name.removeprefix(notebook.path.name) for name in before}
    assert beside == {"", "-wal", "-shm", ".open"}
    for data in (*before.values(), *after.values()):
        for trace in (marker.encode(), marker.lower().encode(), KEY, b"SQLite format"):
            assert trace not in data
