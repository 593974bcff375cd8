"""The commands ``history``, ``events`` and ``rebuild``."""

import json
from pathlib import Path

import pytest
from sqlalchemy import update

from app.bootstrap import House
from app.model.ids import RecordId
from app.store import schema
from app.usecases import events, statements
from tests.helpers.commands import PIN, Run
from tests.helpers.plans import file_of, plan_data


@pytest.fixture
def run(run: Run, tmp_path: Path) -> Run:
    """Carries out a command on ``n``, a notebook with Ann in it."""
    (tmp_path / "ann.json").write_bytes(file_of(plan_data()))
    assert run("new", "n.alongside", "--worker", "Jo")[0] == 0
    assert run("import", "n.alongside", "ann.json")[0] == 0
    return run


def change_tea() -> None:
    notebook = House.here().open_notebook(Path("n.alongside"), secret=PIN)
    statements.change_words(
        notebook, statement=RecordId("tea"), words="I like  green\ntea.", by=RecordId("jo")
    )
    notebook.close()


def test_history_says_every_version_in_plain_words(run: Run) -> None:
    change_tea()
    code, out, err = run("history", "n.alongside", "tea")
    assert (code, err) == (0, "")
    first, words, _, second, *rest = out.splitlines()
    assert first == "Monday 2 March 2026, Jo Bell wrote this down:"
    assert words == "  I like tea in my blue mug."
    assert second.endswith(", Jo Bell wrote this down:")
    assert rest == [
        "  I like green tea.",
        '  The words were changed. Before: "I like tea in my blue mug."',
        "  It waits to be read to you again.",
    ]


def test_history_as_json_has_every_detail(run: Run) -> None:
    change_tea()
    code, out, _ = run("history", "n.alongside", "tea", "--json")
    first, last = json.loads(out)
    assert code == 0
    assert first["answer"] == "You said: keep"
    assert (first["now"], last["now"]) == (False, True)
    assert last["words"] == "I like  green\ntea."
    assert last["changes"][1] == "It waits to be read to you again."
    _, out, _ = run("history", "n.alongside", "jo-says", "--json")
    (version,) = json.loads(out)
    assert (version["voice"], version["said_by"]) == ("staff", "Jo Bell")
    _, out, _ = run("history", "n.alongside", "bus", "--json")
    assert json.loads(out)[0]["session_on"] == "2026-03-02"


def test_a_history_of_nothing_is_said_in_one_plain_line(run: Run) -> None:
    for record in ("nothing", "ann"):
        code, out, err = run("history", "n.alongside", record)
        assert (code, out) == (1, "")
        assert err == "That is not in this notebook. Please go back and choose again.\n"


def test_rebuild_says_whether_the_lists_were_right(run: Run) -> None:
    assert run("rebuild", "n.alongside") == (
        0, "The lists of n.alongside were made anew. They are as they were.\n", "",
    )  # fmt: skip
    notebook = House.here().open_notebook(Path("n.alongside"), secret=PIN)
    with notebook._open().begin() as connection:
        connection.execute(update(schema.current).values(section="nowhere"))
    notebook.close()
    assert run("verify", "n.alongside")[0] == 1
    assert "They were wrong, and are right now." in run("rebuild", "n.alongside")[1]
    assert run("verify", "n.alongside")[0] == 0


def test_opening_printing_and_exporting_are_written_down_without_a_word_of_the_plan(
    run: Run,
) -> None:
    assert run("print", "n.alongside", "Ann", "--as", "booklet", "--to", "a.pdf")[0] == 0
    assert run("export", "n.alongside", "Ann", "--to", "a.json")[0] == 0
    notebook = House.here().open_notebook(Path("n.alongside"), secret=PIN)
    found = [
        (each.what, each.person, each.document, each.for_whom)
        for each in events.read(notebook)
        if each.what not in {"opened", "closed"}
    ]
    opened = [each.what for each in events.read(notebook) if each.what in {"opened", "closed"}]
    assert found == [
        ("printed", "ann", "booklet", "person"),
        ("exported", "ann", "plan_file", ""),
    ]
    assert opened == ["opened", "closed"] * 4 + ["opened"]
    assert {each.worker for each in events.read(notebook)} == {notebook.worker.id}
    notebook.close()


def test_events_says_what_was_done_under_the_day_the_last_first(run: Run) -> None:
    assert run("print", "n.alongside", "Ann", "--as", "booklet", "--to", "a.pdf")[0] == 0
    code, out, err = run("events", "n.alongside")
    day, *done = out.splitlines()
    assert (code, err) == (0, "")
    assert day.split()[0].endswith("day")
    assert [line[9:] for line in done[:4]] == [
        "Jo opened the notebook.",
        "Jo closed the notebook.",
        "Jo printed the booklet of Ann. It is for Ann.",
        "Jo opened the notebook.",
    ]


def test_events_as_json_has_every_detail(run: Run) -> None:
    assert run("export", "n.alongside", "Ann", "--to", "a.json")[0] == 0
    code, out, _ = run("events", "n.alongside", "--json")
    found = next(each for each in json.loads(out) if each["what"] == "exported")
    assert code == 0
    assert (found["person"], found["document"]) == ("ann", "plan_file")
    assert found["said"] == "Jo saved a plan file of Ann."
    assert {"id", "at", "worker", "device", "for_whom"} < found.keys()
