import shutil
import threading
import types

import pytest
from sqlalchemy import insert
from sqlalchemy.exc import IntegrityError

from app.model.errors import CannotWriteError, InUseError
from app.model.person import Person
from app.model.pictures import Picture
from app.store import cipher, faults, schema
from app.store.media import LARGEST_PICTURE
from tests.helpers.notebooks import BY, KEY, add_person, make_notebook

PNG = b"\x89PNG\r\n\x1a\n"


def names(notebook):
    with notebook.unit_of_work() as work:
        return [each.body.preferred_name for each in work.records.find(Person)]


def test_rolls_back_uncommitted_work_by_default(notebook):
    with notebook.unit_of_work() as work:
        work.records.add(Person(preferred_name="Joe"), by=BY)
    assert names(notebook) == []


def test_rolls_back_on_error(notebook):
    with pytest.raises(LookupError):
        fail_in_the_middle(notebook, commit=False)
    assert names(notebook) == []


def test_keeps_what_was_committed(notebook):
    add_person(notebook, "Joe")
    assert names(notebook) == ["Joe"]


def test_an_error_after_the_commit_takes_nothing_back(notebook):
    with pytest.raises(LookupError):
        fail_in_the_middle(notebook, commit=True)
    assert names(notebook) == ["Joe"]


def test_is_over_after_the_commit_and_not_begun_before_it_is_entered(notebook):
    work = notebook.unit_of_work()
    with pytest.raises(RuntimeError):
        _ = work.records
    with work:
        work.commit()
        for use in (lambda: work.records, lambda: work.media, work.commit):
            with pytest.raises(RuntimeError):
                use()


def test_a_second_one_in_the_same_thread_is_a_mistake_and_does_not_hang(notebook):
    with notebook.unit_of_work() as work:
        with pytest.raises(RuntimeError), notebook.unit_of_work():
            pass
        work.records.add(Person(preferred_name="Joe"), by=BY)
        work.commit()
    assert names(notebook) == ["Joe"]


def test_threads_take_turns(notebook):
    def write(name):
        for _ in range(20):
            add_person(notebook, name)

    threads = [threading.Thread(target=write, args=(name,)) for name in ("Joe", "Ann", "Ben")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(names(notebook)) == 60
    assert notebook.check() == ()


def test_another_program_writing_is_waited_for_and_then_said(path, monkeypatch):
    monkeypatch.setattr(cipher, "PATIENCE_SECONDS", 0.05)
    notebook = make_notebook(path)
    other = cipher.open_connection(path, KEY, mode="rw")
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(InUseError, match="in use by another window"), notebook.unit_of_work():
        pass
    other.execute("ROLLBACK")
    add_person(notebook, "Ann")
    assert names(notebook) == ["Ann"]
    other.close()
    notebook.close()


def test_a_full_disk_is_said_and_nothing_is_half_written(notebook):
    add_person(notebook, "Joe")
    limit_pages(notebook, 40)
    with pytest.raises(CannotWriteError, match="disk is full"):
        add_ann_with_a_large_photo(notebook)
    assert names(notebook) == ["Joe"]
    limit_pages(notebook, 100_000)
    add_person(notebook, "Ben")
    assert names(notebook) == ["Joe", "Ben"]
    assert notebook.check() == ()


@pytest.mark.parametrize(("free", "said"), [(0, "disk is full"), (2**30, "cannot be reached")])
def test_what_sqlite_cannot_write_is_a_full_disk_where_there_is_no_room(
    tmp_path, monkeypatch, free, said
):
    monkeypatch.setattr(shutil, "disk_usage", lambda _: types.SimpleNamespace(free=free))
    error = cipher.DatabaseFault("disk I/O error")
    assert said in str(faults.from_database(error, tmp_path / "n.alongside"))


def fail_in_the_middle(notebook, *, commit):
    with notebook.unit_of_work() as work:
        work.records.add(Person(preferred_name="Joe"), by=BY)
        if commit:
            work.commit()
        raise LookupError


def add_ann_with_a_large_photo(notebook):
    with notebook.unit_of_work() as work:
        work.records.add(Person(preferred_name="Ann"), by=BY)
        work.media.put(Picture("image/png", PNG + bytes(LARGEST_PICTURE // 2)))
        work.commit()


def test_an_error_of_the_database_does_not_quote_what_was_said(notebook, joe):
    with notebook.unit_of_work() as work:
        row = {"session": joe, "moment": "food", "words": "I love Elderflower"}
        statement = insert(schema.unfinished)
        work._open().execute(statement, row)
        with pytest.raises(IntegrityError) as refused:
            work._open().execute(statement, row)
    assert "Elderflower" not in str(refused.value) + repr(refused.value)


def limit_pages(notebook, pages):
    with notebook._engine.connect() as connection:
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
