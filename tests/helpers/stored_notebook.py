"""Makes the notebook that is stored once for every version of its form, and says what it holds.

Run by hand when the form gets a new version, before anything is released with it:
``python -m tests.helpers.stored_notebook tests/store/data/schema-4.1.alongside``. Beside it goes a
JSON file with every row, which is what must still be there in all later versions.
"""

import datetime
import io
import json
import sys
from pathlib import Path
from typing import Any

from PIL import Image

from app.bootstrap import House
from app.model.ids import RecordId
from app.model.statement import Statement
from app.model.wording import SourceWording
from app.store.notebook import NotebookFile
from app.usecases import (
    boards,
    events,
    moving_on,
    people,
    picture_sets,
    sessions,
    statements,
    undo,
)
from tests.helpers.notebooks import make_notebook
from tests.helpers.picture_files import keep_photo, mulberry_like

NOW = datetime.datetime(2026, 3, 4, 9, 30, tzinfo=datetime.UTC)
TABLES = (
    "about", "revision", "current", "media", "unfinished", "action", "action_revision", "event",
    "picture_set", "set_image", "set_picture", "set_name",
)  # fmt: skip


def main() -> None:
    path = Path(sys.argv[1])
    notebook = make_notebook(path)
    fill(notebook)
    take_back_and_print(notebook)
    move_on(notebook)
    take_in_pictures(notebook, path.with_name("drawn.zip"))
    rows = rows_of(notebook, TABLES)
    assert notebook.check() == ()
    notebook.close()
    text = json.dumps(rows, ensure_ascii=False, indent=1, sort_keys=True)
    path.with_suffix(".json").write_text(text + "\n", "utf-8")


def fill(notebook: NotebookFile) -> None:
    """Two people; sentences kept, changed, hidden and answered; a talk half done; a photo."""
    house = House(Path("/nonexistent"), Path("/nonexistent"))
    ann, jo = add(notebook, "Ann Obi", "cy")
    halina, sam = add(notebook, "Halina", "pl")
    review = house.guides["review"]
    talk = sessions.start(notebook, person=ann, guide=review, by=jo, now=NOW).last("session")
    tea = say(notebook, ann, jo, "I likes me tea, in the BLUE mug 👩🏽‍🦽", session=talk)
    statements.change_words(notebook, statement=tea, words="Te mewn mwg glas.", by=jo, session=talk)
    keep(notebook, tea, jo)
    statements.change_pictures(notebook, statement=tea, symbols=("openmoji:2615",), by=jo)
    hidden = say(notebook, ann, jo, "Snow.", session=talk)
    statements.withdraw(notebook, statement=hidden, by=jo)
    other = say(notebook, halina, sam, "Potrzebuje czasu.", voice="staff", said_by=sam)
    keep(notebook, other, sam)
    statements.reply(
        notebook, to=other, view="disagree", words="Nie.", lang="pl", on=NOW.date(), by=sam
    )
    people.change_setting(notebook, person=halina, field="text_percent", value=150, by=sam)
    photo = io.BytesIO()
    Image.new("RGB", (8, 6), "teal").save(photo, "PNG")
    ref = keep_photo(notebook, photo.getvalue())
    people.change_photo(notebook, person=ann, photo=ref, by=jo)
    differ(notebook, tea, jo, sam)
    lay_out(notebook, house, talk, jo)
    sessions.move(notebook, session=talk, to="mood", by=jo)
    with notebook.unit_of_work() as work:
        work.unfinished.keep(session=talk, moment="mood", words="I am")
        work.commit()


def take_back_and_print(notebook: NotebookFile) -> None:
    """What form 2.0 brought: actions undone and done again, and events."""
    for person in people.everyone(notebook):
        by = people.supporters(notebook, person=person.id)[0].id
        for do in (undo.undo, undo.undo, undo.redo):
            do(notebook, person=person.id, by=by)
        events.note(
            notebook, what="printed", person=person.id, document="booklet", for_whom="person"
        )


def move_on(notebook: NotebookFile) -> None:
    """What form 3.0 brought: the day on which somebody moved on, and a decision of the house."""
    halina = people.everyone(notebook)[1].id
    by = people.supporters(notebook, person=halina)[0].id
    moving_on.move_on(notebook, person=halina, on=NOW.date(), by=by)
    moving_on.decide_keep_years(notebook, years=8)


def take_in_pictures(notebook: NotebookFile, made: Path) -> None:
    """What form 4.0 brought: a set of pictures, and a sentence that shows one of it."""
    picture_sets.import_set(notebook, path=mulberry_like(made))
    made.unlink()
    halina = people.everyone(notebook)[1].id
    (by,) = (each.id for each in people.supporters(notebook, person=halina))
    (mug,) = picture_sets.search(notebook, words="mug", langs=("en",))
    with notebook.unit_of_work() as work:
        said = work.records.find(Statement, person=halina)[0].id
    statements.change_pictures(notebook, statement=said, symbols=(mug.ref,), by=by)


def add(notebook: NotebookFile, name: str, lang: str) -> tuple[RecordId, RecordId]:
    change = people.add_person(
        notebook,
        preferred_name=name,
        home_language=lang,
        worker="worker-ana",
        worker_name="Ana",
        today=NOW.date(),
    )
    return change.last("person"), change.last("supporter")


def say(
    notebook: NotebookFile, person: RecordId, by: RecordId, words: str, **more: Any
) -> RecordId:
    given = {"lang": "en-GB", "section": "food", "kind": "preference", "voice": "own_spoken"}
    return statements.say(
        notebook,
        statements.Said(
            person=person,
            words=words,
            by=by,
            **(given | more),
        ),
    ).last("statement")


def keep(notebook: NotebookFile, statement: RecordId, by: RecordId) -> None:
    statements.read_back(
        notebook, statement=statement, result="keep", method="heard it", on=NOW.date(), by=by
    )


def differ(notebook: NotebookFile, statement: RecordId, one: RecordId, other: RecordId) -> None:
    """Two views of one sentence, as the work of two laptops leaves them."""
    with notebook.unit_of_work() as work:
        *_, now = work.records.history(statement)
        for by in (one, other):
            work.records.revise(statement, now.body, by=by, based_on=(now.id,))
        work.commit()


def lay_out(notebook: NotebookFile, house: House, talk: RecordId, by: RecordId) -> None:
    moment = next(each for each in house.guides["review"].moments if each.scale)
    topic = house.topics.topics[0]
    made = boards.lay_out(
        notebook,
        session=talk,
        step=f"{moment.id}:{topic.id}",
        moment=moment,
        topic=topic,
        words=SourceWording(),
        by=by,
    ).last("board")
    boards.place(notebook, board=made, card=topic.cards[0].id, pile="good", by=by)


def rows_of(notebook: NotebookFile, tables: tuple[str, ...]) -> dict[str, list[dict[str, Any]]]:
    """Every row of these tables, as JSON can hold it; blobs in text or hexadecimal."""
    with notebook._engine.connect() as connection:  # type: ignore[union-attr]
        return {
            table: [
                {name: _plain(value) for name, value in row.items()}
                for row in connection.exec_driver_sql(
                    f"SELECT * FROM {table} ORDER BY 1, 2"  # noqa: S608 - names of our own
                ).mappings()
            ]
            for table in tables
        }


def _plain(value: object) -> object:
    if not isinstance(value, bytes):
        return value
    try:
        return value.decode()
    except UnicodeDecodeError:
        return value.hex()


if __name__ == "__main__":
    main()
