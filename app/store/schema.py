"""The tables of a notebook, as statements are built from them.

Their making is in :mod:`app.store.migrations`; a test holds the two against each other.

``revision``
    Every version of every record, written once and never changed. ``based_on`` is a JSON list
    of revision identifiers, ``at`` ISO 8601 in UTC with microseconds, ``body`` the JSON of
    :func:`app.model.kinds.write_body`.
``current``
    What is true now of each record: a read model that can be made anew from ``revision``.
    ``first`` is the record's first revision (its place in lists), ``session`` the session it was
    said in, ``others`` a JSON list of unsettled revisions, ``words`` what a search looks through,
    folded by :mod:`app.store.search`. ``body`` is that of ``revision``, put there by triggers.
``searched``
    A view of ``current``: the words, and whose record it is as one word that nobody types.
``found``
    The full-text index over ``searched``, kept by triggers; a query is matched with the column
    that has the table's own name.
``action``
    What somebody did about one person, under its name, so that it can be undone: ``undoes`` and
    ``redoes`` name the action that this one took back or did again.
``action_revision``
    Which revisions an action wrote.
``event``
    What was done with the notebook itself (:mod:`app.model.event`): added to, never changed.
``media``
    Photos, under the SHA-256 of their content in hexadecimal.
``picture_set``
    Sets of pictures that were imported. One that is not ``offered`` was removed, or came with a
    plan file: it has only the pictures that some plan shows, and whose they are.
``set_image``
    What the pictures of sets show, under the SHA-256 of their content; drawings are compressed.
``set_picture``
    Which pictures a set has, under what its file calls each, and whose it is where that is not
    whoever made the set.
``set_name``
    What they are called, by language, the usual name first; ``folded`` is what a search compares.
``unfinished``
    Typing that nobody has finished yet.
``about``
    Facts about the notebook itself.
"""

from sqlalchemy import BLOB, INTEGER, TEXT, Column, MetaData, Table, column, table

metadata = MetaData()

about = Table(
    "about",
    metadata,
    Column("name", TEXT, primary_key=True),
    Column("value", TEXT, nullable=False),
)

revision = Table(
    "revision",
    metadata,
    Column("id", TEXT, primary_key=True),
    Column("record", TEXT, nullable=False),
    Column("kind", TEXT, nullable=False),
    Column("based_on", TEXT, nullable=False),
    Column("session", TEXT),
    Column("by", TEXT, nullable=False),
    Column("device", TEXT, nullable=False),
    Column("at", TEXT, nullable=False),
    Column("schema", INTEGER, nullable=False),
    Column("withdrawn", INTEGER, nullable=False),
    Column("body", BLOB, nullable=False),
)

current = Table(
    "current",
    metadata,
    Column("number", INTEGER, primary_key=True),
    Column("record", TEXT, nullable=False),
    Column("kind", TEXT, nullable=False),
    Column("revision", TEXT, nullable=False),
    Column("others", TEXT, nullable=False),
    Column("first", TEXT, nullable=False),
    Column("version", INTEGER, nullable=False),
    Column("created_at", TEXT, nullable=False),
    Column("created_by", TEXT, nullable=False),
    Column("changed_at", TEXT, nullable=False),
    Column("changed_by", TEXT, nullable=False),
    Column("withdrawn", INTEGER, nullable=False),
    Column("person", TEXT),
    Column("session", TEXT),
    Column("section", TEXT, nullable=False),
    Column("words", TEXT, nullable=False),
    Column("body", BLOB, nullable=False),
)

found = table("found", column("rowid"), column("found"))

action = Table(
    "action",
    metadata,
    Column("id", TEXT, primary_key=True),
    Column("name", TEXT, nullable=False),
    Column("by", TEXT, nullable=False),
    Column("at", TEXT, nullable=False),
    Column("person", TEXT, nullable=False),
    Column("session", TEXT),
    Column("undoes", TEXT),
    Column("redoes", TEXT),
)

action_revision = Table(
    "action_revision",
    metadata,
    Column("revision", TEXT, primary_key=True),
    Column("action", TEXT, nullable=False),
)

event = Table(
    "event",
    metadata,
    Column("id", TEXT, primary_key=True),
    Column("at", TEXT, nullable=False),
    Column("what", TEXT, nullable=False),
    Column("worker", TEXT, nullable=False),
    Column("device", TEXT, nullable=False),
    Column("person", TEXT),
    Column("document", TEXT, nullable=False),
    Column("for_whom", TEXT, nullable=False),
)

media = Table(
    "media",
    metadata,
    Column("hash", TEXT, primary_key=True),
    Column("media_type", TEXT, nullable=False),
    Column("data", BLOB, nullable=False),
)

picture_set = Table(
    "picture_set",
    metadata,
    Column("number", INTEGER, primary_key=True),
    Column("id", TEXT, nullable=False),
    Column("name", TEXT, nullable=False),
    Column("author", TEXT, nullable=False),
    Column("licence", TEXT, nullable=False),
    Column("source", TEXT, nullable=False),
    Column("at", TEXT, nullable=False),
    Column("offered", INTEGER, nullable=False),
    Column("wanted", INTEGER, nullable=False),
)

set_image = Table(
    "set_image",
    metadata,
    Column("hash", TEXT, primary_key=True),
    Column("media_type", TEXT, nullable=False),
    Column("data", BLOB, nullable=False),
)

set_picture = Table(
    "set_picture",
    metadata,
    Column("number", INTEGER, primary_key=True),
    Column("picture_set", INTEGER, nullable=False),
    Column("source_id", TEXT, nullable=False),
    Column("hash", TEXT, nullable=False),
    Column("author", TEXT, nullable=False),
    Column("licence", TEXT, nullable=False),
)

set_name = Table(
    "set_name",
    metadata,
    Column("picture", INTEGER, primary_key=True),
    Column("lang", TEXT, primary_key=True),
    Column("place", INTEGER, primary_key=True),
    Column("name", TEXT, nullable=False),
    Column("folded", TEXT, nullable=False),
)

unfinished = Table(
    "unfinished",
    metadata,
    Column("session", TEXT, primary_key=True),
    Column("moment", TEXT, primary_key=True),
    Column("words", TEXT, nullable=False),
)
