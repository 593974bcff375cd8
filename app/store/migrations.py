"""The form of the notebook's file over the years, and how an older one is brought up to date.

Each step holds its own literal SQL, frozen: it must do the same in ten years, whatever the tables
have become by then. A step and the mark that it was done are one transaction.

The version is kept in ``user_version`` as ``major * 65536 + minor``. A file of a newer major
version is refused; a newer minor one only adds what this program can do without.

Version 1.0
    The first: ``about``, ``revision``, ``current``, ``found``, ``media``, ``unfinished``.
Version 2.0
    ``action`` and ``action_revision``: what can be undone, by name. ``event``: what was done with
    the notebook itself. An older program would write revisions that no action names, so that it
    could undo less than people expect: it is refused.
Version 3.0
    A person can have moved on (``left_on``), which an older program would take for damage: it is
    refused. The body of what is true now stands in ``current`` too, kept there by triggers.
    ``searched``, and ``found`` made anew over it: whose a record is stands in the full-text index
    too, and beginnings of words of one to six letters.
Version 4.0
    ``picture_set``, ``set_image``, ``set_picture``, ``set_name``: picture sets that were imported.
    An older program would leave their pictures out of plan files, and behind when a person is
    erased: it is refused.
Version 4.1
    ``picture_set.wanted``: how many pictures a set has whose import was stopped.
"""

import dataclasses

from sqlalchemy import Connection, Engine

from app.model.errors import NewerVersionError
from app.model.wording import N_
from app.store import cipher, faults

MINORS = 0x10000


@dataclasses.dataclass(frozen=True, slots=True)
class Step:
    """One change of form.

    Attributes:
        version: what the file is at afterwards.
        statements: what brings it there.

    """

    version: int
    statements: tuple[str, ...]


STEPS: tuple[Step, ...] = (
    Step(
        version=1 * MINORS,
        statements=(
            """CREATE TABLE about (
                name TEXT PRIMARY KEY NOT NULL,
                value TEXT NOT NULL
            ) STRICT, WITHOUT ROWID""",
            """CREATE TABLE revision (
                id TEXT PRIMARY KEY NOT NULL,
                record TEXT NOT NULL,
                kind TEXT NOT NULL,
                based_on TEXT NOT NULL,
                session TEXT,
                by TEXT NOT NULL,
                device TEXT NOT NULL,
                at TEXT NOT NULL,
                schema INTEGER NOT NULL,
                withdrawn INTEGER NOT NULL CHECK (withdrawn IN (0, 1)),
                body BLOB NOT NULL
            ) STRICT""",
            "CREATE INDEX revision_of_record ON revision (record, id)",
            """CREATE TRIGGER revision_is_never_changed BEFORE UPDATE ON revision
                BEGIN SELECT raise(ABORT, 'a revision is never changed'); END""",
            """CREATE TABLE current (
                number INTEGER PRIMARY KEY,
                record TEXT NOT NULL UNIQUE,
                kind TEXT NOT NULL,
                revision TEXT NOT NULL REFERENCES revision (id),
                others TEXT NOT NULL,
                first TEXT NOT NULL REFERENCES revision (id),
                version INTEGER NOT NULL,
                created_at TEXT NOT NULL,
                created_by TEXT NOT NULL,
                changed_at TEXT NOT NULL,
                changed_by TEXT NOT NULL,
                withdrawn INTEGER NOT NULL CHECK (withdrawn IN (0, 1)),
                person TEXT,
                session TEXT,
                section TEXT NOT NULL,
                words TEXT NOT NULL
            ) STRICT""",
            "CREATE INDEX current_of_person ON current (person, kind, first)",
            "CREATE INDEX current_of_kind ON current (kind, first)",
            "CREATE INDEX current_of_session ON current (session, kind, first)",
            """CREATE VIRTUAL TABLE found USING fts5(
                words,
                content='current',
                content_rowid='number',
                prefix='2 3 4',
                tokenize="unicode61 remove_diacritics 0 categories 'L* N* M* Cn'"
            )""",
            """CREATE TRIGGER found_added AFTER INSERT ON current BEGIN
                INSERT INTO found (rowid, words) VALUES (new.number, new.words); END""",
            """CREATE TRIGGER found_removed AFTER DELETE ON current BEGIN
                INSERT INTO found (found, rowid, words)
                VALUES ('delete', old.number, old.words); END""",
            """CREATE TRIGGER found_changed AFTER UPDATE OF words ON current
                WHEN old.words IS NOT new.words BEGIN
                INSERT INTO found (found, rowid, words)
                VALUES ('delete', old.number, old.words);
                INSERT INTO found (rowid, words) VALUES (new.number, new.words); END""",
            """CREATE TABLE media (
                hash TEXT PRIMARY KEY NOT NULL,
                media_type TEXT NOT NULL,
                data BLOB NOT NULL
            ) STRICT""",
            """CREATE TABLE unfinished (
                session TEXT NOT NULL,
                moment TEXT NOT NULL,
                words TEXT NOT NULL,
                PRIMARY KEY (session, moment)
            ) STRICT, WITHOUT ROWID""",
        ),
    ),
    Step(
        version=2 * MINORS,
        statements=(
            """CREATE TABLE action (
                id TEXT PRIMARY KEY NOT NULL,
                name TEXT NOT NULL CHECK (name <> ''),
                by TEXT NOT NULL,
                at TEXT NOT NULL,
                person TEXT NOT NULL,
                session TEXT,
                undoes TEXT REFERENCES action (id),
                redoes TEXT REFERENCES action (id),
                CHECK (undoes IS NULL OR redoes IS NULL)
            ) STRICT""",
            """CREATE INDEX action_done ON action (person, id)
                WHERE undoes IS NULL AND redoes IS NULL""",
            "CREATE INDEX action_undone ON action (person, id) WHERE undoes IS NOT NULL",
            "CREATE INDEX action_undoes ON action (undoes, id) WHERE undoes IS NOT NULL",
            "CREATE INDEX action_redoes ON action (redoes, id) WHERE redoes IS NOT NULL",
            """CREATE TRIGGER action_is_never_changed BEFORE UPDATE ON action
                BEGIN SELECT raise(ABORT, 'an action is never changed'); END""",
            """CREATE TABLE action_revision (
                revision TEXT PRIMARY KEY NOT NULL REFERENCES revision (id),
                action TEXT NOT NULL REFERENCES action (id)
            ) STRICT, WITHOUT ROWID""",
            "CREATE INDEX action_revision_of_action ON action_revision (action, revision)",
            """CREATE TRIGGER action_revision_is_never_changed BEFORE UPDATE ON action_revision
                BEGIN SELECT raise(ABORT, 'an action is never changed'); END""",
            """CREATE TABLE event (
                id TEXT PRIMARY KEY NOT NULL,
                at TEXT NOT NULL,
                what TEXT NOT NULL,
                worker TEXT NOT NULL,
                device TEXT NOT NULL,
                person TEXT,
                document TEXT NOT NULL,
                for_whom TEXT NOT NULL
            ) STRICT""",
            "CREATE INDEX event_of_person ON event (person, id)",
            """CREATE TRIGGER event_is_never_changed BEFORE UPDATE ON event
                BEGIN SELECT raise(ABORT, 'an event is never changed'); END""",
            """CREATE TRIGGER event_is_never_removed BEFORE DELETE ON event
                BEGIN SELECT raise(ABORT, 'an event is never removed'); END""",
        ),
    ),
    Step(
        version=3 * MINORS,
        statements=(
            "DROP TRIGGER found_added",
            "DROP TRIGGER found_removed",
            "DROP TRIGGER found_changed",
            "DROP TABLE found",
            "ALTER TABLE current ADD COLUMN body BLOB NOT NULL DEFAULT x''",
            """UPDATE current SET body =
                (SELECT revision.body FROM revision WHERE revision.id = current.revision)""",
            """CREATE TRIGGER current_body_added AFTER INSERT ON current BEGIN
                UPDATE current SET body = (SELECT body FROM revision WHERE id = new.revision)
                WHERE number = new.number; END""",
            """CREATE TRIGGER current_body_changed AFTER UPDATE OF revision ON current
                WHEN old.revision IS NOT new.revision BEGIN
                UPDATE current SET body = (SELECT body FROM revision WHERE id = new.revision)
                WHERE number = new.number; END""",
            """CREATE VIEW searched AS
                SELECT number, 'ꙮ' || replace(person, '-', '') AS whose, words FROM current""",
            """CREATE VIRTUAL TABLE found USING fts5(
                whose,
                words,
                content='searched',
                content_rowid='number',
                prefix='1 2 3 4 5 6',
                tokenize="unicode61 remove_diacritics 0 categories 'L* N* M* Cn'"
            )""",
            "INSERT INTO found (found) VALUES ('rebuild')",
            """CREATE TRIGGER found_added AFTER INSERT ON current BEGIN
                INSERT INTO found (rowid, whose, words)
                VALUES (new.number, 'ꙮ' || replace(new.person, '-', ''), new.words); END""",
            """CREATE TRIGGER found_removed AFTER DELETE ON current BEGIN
                INSERT INTO found (found, rowid, whose, words) VALUES
                ('delete', old.number, 'ꙮ' || replace(old.person, '-', ''), old.words); END""",
            """CREATE TRIGGER found_changed AFTER UPDATE OF words, person ON current
                WHEN old.words IS NOT new.words OR old.person IS NOT new.person BEGIN
                INSERT INTO found (found, rowid, whose, words) VALUES
                ('delete', old.number, 'ꙮ' || replace(old.person, '-', ''), old.words);
                INSERT INTO found (rowid, whose, words)
                VALUES (new.number, 'ꙮ' || replace(new.person, '-', ''), new.words); END""",
        ),
    ),
    Step(
        version=4 * MINORS,
        statements=(
            """CREATE TABLE picture_set (
                number INTEGER PRIMARY KEY,
                id TEXT NOT NULL UNIQUE,
                name TEXT NOT NULL,
                author TEXT NOT NULL,
                licence TEXT NOT NULL,
                source TEXT NOT NULL,
                at TEXT NOT NULL,
                offered INTEGER NOT NULL CHECK (offered IN (0, 1))
            ) STRICT""",
            """CREATE TABLE set_image (
                hash TEXT PRIMARY KEY NOT NULL,
                media_type TEXT NOT NULL,
                data BLOB NOT NULL
            ) STRICT""",
            """CREATE TABLE set_picture (
                number INTEGER PRIMARY KEY,
                picture_set INTEGER NOT NULL REFERENCES picture_set (number) ON DELETE CASCADE,
                source_id TEXT NOT NULL,
                hash TEXT NOT NULL REFERENCES set_image (hash),
                author TEXT NOT NULL,
                licence TEXT NOT NULL,
                UNIQUE (picture_set, source_id)
            ) STRICT""",
            "CREATE INDEX set_picture_of_image ON set_picture (hash)",
            """CREATE TABLE set_name (
                picture INTEGER NOT NULL REFERENCES set_picture (number) ON DELETE CASCADE,
                lang TEXT NOT NULL,
                place INTEGER NOT NULL,
                name TEXT NOT NULL,
                folded TEXT NOT NULL,
                PRIMARY KEY (picture, lang, place)
            ) STRICT, WITHOUT ROWID""",
            "CREATE INDEX set_name_folded ON set_name (folded, lang)",
        ),
    ),
    Step(
        version=4 * MINORS + 1,
        statements=("ALTER TABLE picture_set ADD COLUMN wanted INTEGER NOT NULL DEFAULT 0",),
    ),
)


def version_of(connection: Connection) -> int:
    """The version that the file is at; 0 for one without tables."""
    return int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())


def pending(version: int, steps: tuple[Step, ...] = STEPS) -> tuple[Step, ...]:
    """The steps that a file of this version still needs."""
    return tuple(step for step in steps if step.version > version)


def refuse_unknown(version: int, *, name: str) -> None:
    """Raise if this program cannot know what a file of this version means.

    Raises:
        NotANotebookError: it has no version: it was never finished, or is something else.
        NewerVersionError: its major version is newer than the newest step's.

    """
    if version == 0:
        raise faults.damaged(name)
    if version // MINORS > STEPS[-1].version // MINORS:
        raise newer(name)


def newer(name: str) -> NewerVersionError:
    """The file holds what only a newer program knows."""
    return NewerVersionError(
        N_("{name} was made by a newer Alongside. Please update this one."), name=name
    )


def migrate(engine: Engine, *, name: str, steps: tuple[Step, ...] = STEPS) -> None:
    """Bring the file up to date, one transaction a step.

    Foreign keys are off meanwhile, because making a table anew would else delete what refers to
    it, and are checked before each step counts.

    Raises:
        NotANotebookError: a step would leave references to nothing, or lose rows; the file is
            as it was.

    """
    with cipher.without_foreign_keys(engine) as connection:
        needed = pending(version_of(connection), steps)
        connection.rollback()
        for step in needed:
            _take(connection, step, name)


def rows(connection: Connection) -> dict[str, int]:
    """How many rows each table has, those of the full-text index left out."""
    listed = connection.exec_driver_sql("PRAGMA table_list").mappings().all()
    tables = sorted(
        row["name"]
        for row in listed
        if row["type"] == "table" and row["schema"] == "main" and row["name"][:7] != "sqlite_"
    )
    return {
        table: int(connection.exec_driver_sql(f'SELECT count(*) FROM "{table}"').scalar_one())  # noqa: S608 - the file's own names
        for table in tables
    }


def _take(connection: Connection, step: Step, name: str) -> None:
    with connection.begin():
        before = rows(connection)
        for statement in step.statements:
            connection.exec_driver_sql(statement)
        after = rows(connection)
        if any(after.get(table) != number for table, number in before.items()):
            raise faults.damaged(name)
        if connection.exec_driver_sql("PRAGMA foreign_key_check").first() is not None:
            raise faults.damaged(name)
        connection.exec_driver_sql(f"PRAGMA user_version = {step.version:d}")
