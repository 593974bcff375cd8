"""Picture sets that were imported, each picture kept once (``app.usecases.ports.PictureSets``)."""

import datetime
import hashlib
import json
import re
import zlib
from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, bindparam, delete, func, select
from sqlalchemy.dialects.sqlite import insert

from app.model.errors import BadPictureError
from app.model.ids import PictureRef
from app.model.picture_sets import (
    FoundPicture,
    NamedPicture,
    Names,
    NewPicture,
    PictureSet,
    SetDetails,
    set_ref,
)
from app.model.pictures import OF_A_SET, Credit, Picture
from app.model.wording import N_
from app.store import schema
from app.store.search import folded

LARGEST_PICTURE = 10 * 2**20
CARRIED = "carried:"
"""What the name of a set begins with that is not here: only pictures that plans brought along."""

_DRAWING = "image/svg+xml"
_LAST = "\U0010ffff"
_set, _image, _picture, _name = (
    schema.picture_set, schema.set_image, schema.set_picture, schema.set_name,
)  # fmt: skip
_ADD_SET = insert(_set)
_HAVE_SET = _ADD_SET.on_conflict_do_update(
    index_elements=["id"],
    set_={
        field: getattr(_ADD_SET.excluded, field)
        for field in ("name", "author", "licence", "source", "offered", "wanted")
    },
)
_KEEP_SET = _ADD_SET.on_conflict_do_nothing(index_elements=["id"])
_NUMBER = select(_set.c.number).where(_set.c.id == bindparam("which"))
_ADD_IMAGE = insert(_image)
_KEEP_IMAGE = _ADD_IMAGE.on_conflict_do_update(
    index_elements=["hash"],
    set_={"media_type": _ADD_IMAGE.excluded.media_type, "data": _ADD_IMAGE.excluded.data},
)
_ADD_PICTURE = insert(_picture).returning(_picture.c.number)
_SAME = (
    select(_picture.c.hash)
    .join_from(_picture, _set, _picture.c.picture_set == _set.c.number)
    .where(_set.c.id == bindparam("which"), _picture.c.source_id == bindparam("called"))
)
_ADD_NAMES = insert(_name)
_THERE = (
    select(_picture.c.source_id)
    .join_from(_picture, _set, _picture.c.picture_set == _set.c.number)
    .where(_set.c.id == bindparam("which"))
)
_ONE = (
    select(
        _image.c.media_type,
        _image.c.data,
        _set.c.name,
        func.coalesce(func.nullif(_picture.c.author, ""), _set.c.author).label("author"),
        func.coalesce(func.nullif(_picture.c.licence, ""), _set.c.licence).label("licence"),
    )
    .join_from(_image, _picture, _picture.c.hash == _image.c.hash)
    .join(_set, _picture.c.picture_set == _set.c.number)
    .where(_image.c.hash == bindparam("which"))
    .order_by(_set.c.offered.desc(), _picture.c.number)
    .limit(1)
)
_ALL = (
    select(_set, func.count(_picture.c.number).label("pictures"))
    .join_from(_set, _picture, _picture.c.picture_set == _set.c.number, isouter=True)
    .where(_set.c.offered == 1)
    .group_by(_set.c.number)
    .order_by(_set.c.number)
)
_TAGS = 1000
"""From this place on it is no name but something else that a picture may be found by."""

_NAMED_ALL = (
    select(_set.c.id, _name.c.lang, _name.c.name, _picture.c.hash)
    .join_from(_name, _picture, _picture.c.number == _name.c.picture)
    .join(_set, _set.c.number == _picture.c.picture_set)
    .where(_set.c.offered == 1, _name.c.lang.in_(bindparam("langs", expanding=True)))
    .order_by(_set.c.number, _name.c.place, _picture.c.number)
)
_FIND = """WITH wanted (lang, place) AS MATERIALIZED (SELECT value, key FROM json_each(:langs))
    SELECT n.lang, p.hash, s.id AS set_id,
        CASE WHEN n.place < :tags THEN n.name ELSE coalesce((SELECT m.name FROM set_name m
            WHERE m.picture = n.picture AND m.lang = n.lang AND m.place = 0), n.name) END AS name,
        CASE WHEN n.folded = :words THEN 0 WHEN n.folded < :last AND n.folded > :words THEN 1
            ELSE 2 END AS far
    FROM set_name n CROSS JOIN wanted w ON w.lang = n.lang
        CROSS JOIN set_picture p ON p.number = n.picture
        CROSS JOIN picture_set s ON s.number = p.picture_set
    WHERE s.offered = 1
        AND (n.folded >= :words AND n.folded < :last OR instr(n.folded, :within))
    ORDER BY n.place >= :tags, far, w.place, n.place, length(n.folded), n.folded, p.number
    LIMIT :most"""
_NAMING_PICTURES = """SELECT body FROM revision WHERE instr(body, CAST('set:' AS BLOB))
    UNION ALL SELECT CAST(words AS BLOB) FROM unfinished WHERE instr(words, 'set:')"""
_NAMED = re.compile(rb"set:([0-9a-f]{64})")


class NotebookPictureSets:
    """Reads and writes picture sets through one connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def there(self, set_id: str) -> frozenset[str]:
        """What the file of a set calls those of its pictures that are here."""
        return frozenset(self._connection.execute(_THERE, {"which": set_id}).scalars())

    def begin(self, details: SetDetails, *, of: int) -> None:
        """Have a set, with these details from now on, of which so many are to come in all."""
        self._connection.execute(_HAVE_SET, _row(details, offered=1, wanted=of))

    def finish(self, set_id: str) -> None:
        """Say that all pictures of a set that can be used are here."""
        self._connection.execute(_set.update().where(_set.c.id == set_id).values(wanted=0))

    def add(self, set_id: str, new: NewPicture) -> bool:
        """Keep a picture of a set (what it shows once, however many show it).

        Returns:
            Whether the set had nothing yet that its file calls so. What is there is written anew
            if it is the same, which mends one that was damaged.

        Raises:
            BadPictureError: it is no drawing, PNG or JPEG, or is larger than 10 MiB.

        """
        name = set_ref(new.picture.data).removeprefix(OF_A_SET)
        which = {"which": set_id, "called": new.source_id}
        there = self._connection.execute(_SAME, which).scalar()
        if there is None or there == name:
            self._put(new.picture)
        if there is not None:
            return False
        number = self._connection.execute(
            _ADD_PICTURE,
            {
                "picture_set": self._connection.execute(_NUMBER, {"which": set_id}).scalar_one(),
                "source_id": new.source_id,
                "hash": name,
                "author": new.author,
                "licence": new.licence,
            },
        ).scalar_one()
        names = [*_name_rows(new.names, number), *_name_rows(new.tags, number, first=_TAGS)]
        if names:
            self._connection.execute(_ADD_NAMES, names)
        return True

    def carry(self, picture: Picture) -> PictureRef:
        """Keep a picture that a plan brings with it, and its credit, without offering its set."""
        ref = set_ref(picture.data)
        if self._connection.execute(_ONE, {"which": ref.removeprefix(OF_A_SET)}).first():
            return ref
        credit = picture.credit or Credit(set_name="", author="", licence="")
        told = "\n".join((credit.set_name, credit.author, credit.licence))
        details = SetDetails(
            id=CARRIED + hashlib.sha256(told.encode()).hexdigest(),
            name=credit.set_name,
            author=credit.author,
            licence=credit.licence,
            source="",
        )
        self._connection.execute(_KEEP_SET, _row(details, offered=0))
        self.add(details.id, NewPicture(source_id=ref, names={}, picture=picture))
        return ref

    def get(self, ref: PictureRef) -> Picture | None:
        """The picture with its credit, or None if this notebook has none of this name.

        Raises:
            BadPictureError: it is there, but is no longer what was put in.

        """
        if not ref.startswith(OF_A_SET):
            return None
        row = self._connection.execute(_ONE, {"which": ref.removeprefix(OF_A_SET)}).first()
        if row is None:
            return None
        data = _content(row.media_type, row.data)
        if data is None or set_ref(data) != ref:
            raise BadPictureError(
                N_("A picture in this notebook is damaged. Please choose another one.")
            )
        credit = Credit(set_name=row.name, author=row.author, licence=row.licence)
        return Picture(media_type=row.media_type, data=data, credit=credit)

    def search(
        self, words: str, *, langs: tuple[str, ...], most: int = 50
    ) -> tuple[FoundPicture, ...]:
        """The pictures with this name, then those whose name begins so, then with such a word.

        Those of which only something else says so come last, each under its own name.
        """
        wanted = _plain(words)
        if not wanted:
            return ()
        given = {
            "words": wanted,
            "last": wanted + _LAST,
            "within": f" {wanted}",
            "langs": json.dumps([*dict.fromkeys(_primary(each) for each in langs if each), ""]),
            "tags": _TAGS,
            "most": 4 * most,  # a picture may have several names that begin so
        }
        found: dict[str, FoundPicture] = {}
        for row in self._connection.exec_driver_sql(_FIND, given):
            each = FoundPicture(
                ref=PictureRef(OF_A_SET + row.hash), name=row.name, lang=row.lang, set_id=row.set_id
            )
            found.setdefault(row.hash, each)
        return tuple(found.values())[:most]

    def named(self, *, langs: tuple[str, ...]) -> Iterator[NamedPicture]:
        """Every name in these languages, and of none, of every picture; usual names first."""
        wanted = {*(_primary(each) for each in langs), ""}
        for row in self._connection.execute(_NAMED_ALL, {"langs": sorted(wanted)}):
            yield NamedPicture(
                set_id=row.id, lang=row.lang, name=row.name, ref=PictureRef(OF_A_SET + row.hash)
            )

    def all(self) -> tuple[PictureSet, ...]:
        """The sets that were imported and not removed."""
        return tuple(
            PictureSet(
                details=SetDetails(
                    id=row.id,
                    name=row.name,
                    author=row.author,
                    licence=row.licence,
                    source=row.source,
                ),
                at=datetime.datetime.fromisoformat(row.at),
                pictures=row.pictures,
                of=row.wanted,
            )
            for row in self._connection.execute(_ALL)
        )

    def remove(self, set_id: str) -> None:
        """Offer a set no longer; of its pictures those stay that some plan shows."""
        self._connection.execute(_set.update().where(_set.c.id == set_id).values(offered=0))
        take_out_unused(self._connection)

    def _put(self, picture: Picture) -> None:
        if len(picture.data) > LARGEST_PICTURE or not _is_what_it_says(picture):
            raise BadPictureError(N_("That is not a picture that can be kept with a set."))
        is_drawing = picture.media_type == _DRAWING
        self._connection.execute(
            _KEEP_IMAGE,
            {
                "hash": set_ref(picture.data).removeprefix(OF_A_SET),
                "media_type": picture.media_type,
                "data": zlib.compress(picture.data) if is_drawing else picture.data,
            },
        )


def take_out_unused(connection: Connection) -> tuple[tuple[str, bytes], ...]:
    """Delete what no set offers and no plan shows; gives the hash and bytes of each picture."""
    shown: set[str] = set()
    loose = select(_picture.c.number, _picture.c.hash).join_from(
        _picture, _set, _picture.c.picture_set == _set.c.number
    )
    rows = connection.execute(loose.where(_set.c.offered == 0)).all()
    if rows:
        for content in connection.exec_driver_sql(_NAMING_PICTURES).scalars():
            shown.update(name.decode() for name in _NAMED.findall(content))
    for row in rows:
        if row.hash not in shown:
            # foreign keys are off while a person is erased: nothing goes by itself
            connection.execute(delete(_name).where(_name.c.picture == row.number))
            connection.execute(delete(_picture).where(_picture.c.number == row.number))
    connection.execute(
        delete(_set).where(
            _set.c.offered == 0, _set.c.number.not_in(select(_picture.c.picture_set))
        )
    )
    unused = _image.c.hash.not_in(select(_picture.c.hash))
    taken = connection.execute(select(_image.c.hash, _image.c.data).where(unused)).all()
    connection.execute(delete(_image).where(unused))
    return tuple((row.hash, row.data) for row in taken)


def damaged(connection: Connection) -> Iterator[str]:
    """The hashes of pictures that are no longer what was put in."""
    for row in connection.execute(select(_image)):
        data = _content(row.media_type, row.data)
        if data is None or hashlib.sha256(data).hexdigest() != row.hash:
            yield row.hash


def _row(details: SetDetails, *, offered: int, wanted: int = 0) -> dict[str, Any]:
    return {
        "id": details.id,
        "name": details.name,
        "author": details.author,
        "licence": details.licence,
        "source": details.source,
        "at": datetime.datetime.now(datetime.UTC).isoformat(timespec="microseconds"),
        "offered": offered,
        "wanted": wanted,
    }


def _name_rows(names: Names, number: int, *, first: int = 0) -> Iterator[dict[str, Any]]:
    """Each name once for a language, in its order; "en-GB" is English."""
    by_language: dict[str, dict[str, None]] = {}
    for lang, each in names.items():
        by_language.setdefault(_primary(lang), {}).update(dict.fromkeys(each))
    for lang, once in by_language.items():
        for place, name in enumerate(once, first):
            yield {
                "picture": number,
                "lang": lang,
                "place": place,
                "name": name,
                "folded": _plain(name),
            }


def _content(media_type: str, data: bytes) -> bytes | None:
    try:
        return zlib.decompress(data) if media_type == _DRAWING else data
    except zlib.error:
        return None


def _is_what_it_says(picture: Picture) -> bool:
    start = {_DRAWING: b"<", "image/png": b"\x89PNG\r\n\x1a\n", "image/jpeg": b"\xff\xd8\xff"}
    return picture.data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(start[picture.media_type])


def _primary(lang: str) -> str:
    return lang.replace("_", "-").partition("-")[0].casefold()


def _plain(words: str) -> str:
    return folded(words).casefold().strip()
