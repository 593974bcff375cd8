"""What ``strings`` finds in all that an evening leaves on the disk: not one word of the plans."""

import base64
import contextlib
import datetime
import json
import re
import sqlite3
import tempfile

import pytest

from app import resources
from app.bootstrap import EXAMPLES, House
from app.model.halfsaid import HalfSaid
from app.store import backup
from app.usecases import halfsaid, people, planfile, sessions, statements, undo
from tests.helpers.picture_files import keep_photo
from tests.helpers.plans import photo

NOW = datetime.datetime(2026, 4, 18, 14, 5, tzinfo=datetime.UTC)
PIN = "271828"
OF_THE_FILES = {"home", "made", "mark", "name", "open", "reading", "seen", "since"}
"""Words of the plans that are also names of fields and folders of ours."""

_UTF_8 = re.compile(rb"(?:[\t\n\r\x20-\x7e]|[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}){12,}")
_UTF_16 = re.compile(r"[\t\n\r\x20-\x7e\xa0-\u05ff]{4,}")
_WORD = re.compile(r"[^\W\d_]{4,}")
_CODED = re.compile(r"[A-Za-z0-9+/=-]{16,}")
"""Keys and identifiers, among whose signs some spell a word too."""


def words_shown(data):
    """The words of four letters or more in whatever reads as text, in small letters.

    Among millions of random bytes some spell a word: it counts only among a dozen signs of text,
    and one of less than six letters among twenty.
    """
    runs = [_CODED.sub(" ", found.decode("utf-8", "ignore")) for found in _UTF_8.findall(data)]
    shown = {
        word
        for run in runs
        for word in _WORD.findall(run.casefold())
        if len(word) > 5 or len(run) >= 20
    }
    for encoding in ("utf-16-le", "utf-16-be"):
        for start in (0, 1):
            for run in _UTF_16.findall(data[start:].decode(encoding, "replace")):
                shown.update(_WORD.findall(run.casefold()))
    return shown


@pytest.fixture
def house(tmp_path, monkeypatch):
    """A house whose home, notebooks and temporary files are all below one folder."""
    monkeypatch.setattr(backup, "_PAGES_AT_ONCE", 200)
    for folder in ("temporary", "stick"):
        (tmp_path / folder).mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "temporary"))
    return House(tmp_path / "home", tmp_path / "notebooks")


@pytest.fixture
def plans():
    """The plan files of the example people, as their bytes."""
    return [resources.path("examples", f"{name}.json").read_bytes() for name in EXAMPLES]


@pytest.fixture
def said(plans):
    """Every word in them, and what is said in the evening."""
    texts = " ".join(
        (TYPED, SAID, *(text for each in plans for text in texts_in(json.loads(each))))
    )
    return set(_WORD.findall(texts.casefold())) - OF_THE_FILES


def texts_in(value, field=""):
    """The names and the sentences of a plan file, without its identifiers and kinds."""
    if isinstance(value, dict):
        for name, each in value.items():
            yield from texts_in(each, name)
    elif isinstance(value, list):
        for each in value:
            yield from texts_in(each)
    elif isinstance(value, str) and (" " in value or "name" in field):
        yield value


SAID = "Elderflower cordial with ice, please."
TYPED = "Rhubarb crumble, but not"


def evening(house, plans, stick, look):
    """Whatever people do with a notebook; ``look`` is called after each thing."""
    notebook = house.create_notebook(
        house.notebook_path("Ours"), worker_name="Zo", secret=PIN, kind="pin"
    )
    house.make_recovery(notebook)
    look()
    for each in plans:
        planfile.import_plan(notebook, data=each, sections=house.sections)
        look()
    _talk(house, notebook, look)
    house.backup(notebook, stick, progress=look)
    reading = house.open_notebook(notebook.path, secret=PIN, read_only=True)
    looked = house.look_into(next(stick.iterdir()), secret=PIN, progress=look)
    for each in (reading, looked):
        assert each.check() == ()
        look()
        each.close()
    assert notebook.rebuild()
    key = notebook.key
    notebook.close()
    look()
    house.open_notebook(notebook.path, secret=PIN).close()
    return key


def _talk(house, notebook, look):
    marcus = people.everyone(notebook)[0].id
    by = people.supporters(notebook, person=marcus)[0].id
    talk = sessions.open_session(notebook, person=marcus).id
    halfsaid.keep(notebook, session=talk, step="important", said=HalfSaid(words=TYPED))
    statements.say(
        notebook,
        statements.Said(
            person=marcus,
            words=SAID,
            lang="en-GB",
            section="food",
            kind="preference",
            voice="own_spoken",
            by=by,
            session=talk,
        ),
    )
    ref = keep_photo(notebook, photo())
    people.change_photo(notebook, person=marcus, photo=ref, by=by)
    look()
    for do in (undo.undo, undo.undo, undo.redo):
        do(notebook, person=marcus, by=by)
    with notebook.unit_of_work() as work:
        assert work.records.search("Elderflower", person=marcus)
    words = house.wording("en-GB")
    house.booklet(notebook, person=marcus, copy_for="Marcus", made_on=NOW.date(), words=words)
    look()


def test_no_word_of_the_plans_no_pin_and_no_key_lies_open_at_any_moment(
    house, plans, said, tmp_path
):
    seen, shown, where = {}, {}, json.dumps(str(tmp_path))[1:-1].encode()

    def look(*_):
        for file in tmp_path.rglob("*"):
            with contextlib.suppress(OSError):  # a folder, or a backup that has its name by now
                data, name = file.read_bytes(), file.relative_to(tmp_path).as_posix()
                if data not in seen.setdefault(name, set()):
                    seen[name].add(data)
                    text = name.encode() + b" " + data.replace(where, b"")
                    shown[name] = shown.get(name, set()) | words_shown(text) & said

    key = evening(house, plans, tmp_path / "stick", look)
    look()
    assert {name: words for name, words in shown.items() if words} == {}
    tails = {name.rpartition(".")[2] for name in seen}
    assert {"alongside", "alongside-wal", "alongside-shm", "keys", "open", "json"} <= tails
    assert {name.split("/")[0] for name in seen} == {"home", "notebooks", "stick", "temporary"}
    assert any(name.startswith("stick/.") for name in seen)
    secrets = (PIN.encode(), PIN.encode("utf-16-le"), key, key.hex().encode(), photo()[:40])
    for name, contents in seen.items():
        for data in contents:
            assert not any(each in data for each in (*secrets, base64.b64encode(key))), name


def test_what_lies_open_would_be_found(plans, said, tmp_path):
    for encoding in ("utf-8", "utf-16-le", "utf-16-be"):
        text = plans[0].decode().encode(encoding)
        assert len(words_shown(b"\x00\xff\x80" + text) & said) > 300
    with contextlib.closing(sqlite3.connect(tmp_path / "open")) as database:
        database.execute("CREATE TABLE plan (words)")
        database.execute("INSERT INTO plan VALUES (?)", (SAID,))
        database.commit()
    assert {"cordial", "with", "please"} <= words_shown((tmp_path / "open").read_bytes())
