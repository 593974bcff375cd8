"""The form of the notebook's file over the years, and how an older one is brought up to date.

Each step holds its own literal SQL, frozen: it must do the same in ten years, whatever the tables
have become by then. A step and the mark that it was done are one transaction.

The version is kept in ``user_version`` as ``major * 65536 + minor``. A file of a newer major
version is refused; a newer minor one only adds what this program can do without.

Version 1.0
    The first: ``about``, ``revision``, ``current``, ``found``, ``media``, ``unfinished``.
"""

import dataclasses

from sqlalchemy import Connection, Engine

from app.model.errors import NewerVersionError
from app.model.wording import N_
from app.store import faults

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
        raise NewerVersionError(
            N_("{name} was made by a newer Alongside. Please update this one."), name=name
        )


def migrate(engine: Engine, *, name: str, steps: tuple[Step, ...] = STEPS) -> None:
    """Bring the file up to date, one transaction a step.

    Foreign keys are off meanwhile, because making a table anew would else delete what refers to
    it, and are checked before each step counts. SQLite only lets them be switched outside of a
    transaction.

    Raises:
        NotANotebookError: a step would leave references to nothing; the file is as it was.

    """
    with engine.connect() as connection:
        todo = pending(version_of(connection), steps)
        connection.rollback()
        if not todo:
            return
        driver = connection.connection
        driver.execute("PRAGMA foreign_keys = OFF")
        try:
            for step in todo:
                _take(connection, step, name)
        finally:
            driver.execute("PRAGMA foreign_keys = ON")


def _take(connection: Connection, step: Step, name: str) -> None:
    with connection.begin():
        for statement in step.statements:
            connection.exec_driver_sql(statement)
        if connection.exec_driver_sql("PRAGMA foreign_key_check").first() is not None:
            raise faults.damaged(name)
        connection.exec_driver_sql(f"PRAGMA user_version = {step.version:d}")
