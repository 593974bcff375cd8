"""When a translation is out of date, and what languages are the same."""

import dataclasses
import datetime

import pytest

from app.model.ids import RecordId, RevisionId, SoundRef
from app.model.record import Record, Revision
from app.model.statement import Statement
from app.model.translation import Translation, is_out_of_date, method_of, same_language

AT = datetime.datetime(2026, 3, 4, tzinfo=datetime.UTC)


def said(words: str, **more: object) -> Statement:
    return Statement(
        person=RecordId("ann"), section="food", kind="fact", voice="own_spoken", original=words,
        **more,
    )  # fmt: skip


def history(*bodies: Statement) -> tuple[Revision[Statement], ...]:
    return tuple(
        Revision(
            id=RevisionId(str(n)), record=RecordId("tea"), kind="statement", based_on=(),
            session=None, by=RecordId("jo"), device="here", at=AT, schema=1, withdrawn=False,
            body=each,
        )
        for n, each in enumerate(bodies, 1)
    )  # fmt: skip


def now(written: tuple[Revision[Statement], ...]) -> Record[Statement]:
    last = written[-1]
    return Record(
        id=last.record, kind="statement", revision=last.id, others=(), version=len(written),
        created_at=AT, created_by=last.by, changed_at=AT, changed_by=last.by, session=None,
        withdrawn=False, body=last.body,
    )  # fmt: skip


def test_the_same_words_again_are_what_was_translated() -> None:
    written = history(said("Tea."), said("Coffee."), said("Tea."))
    assert not is_out_of_date(1, now(written), written)
    assert is_out_of_date(2, now(written), written)


@pytest.mark.parametrize("version", [0, 4])
def test_of_a_version_that_nobody_has_nothing_is_believed(version: int) -> None:
    written = history(said("Tea."), said("Tea."), said("Tea."))
    assert is_out_of_date(version, now(written), written)


def test_two_views_that_nobody_settled_are_not_what_was_translated() -> None:
    written = history(said("Tea."), said("Tea."))
    unsettled = dataclasses.replace(now(written), others=(RevisionId("other"),))
    assert is_out_of_date(1, unsettled, written)


def test_a_recording_whose_words_were_written_is_looked_at_once_more() -> None:
    sound = SoundRef("sound:a")
    written = history(said("", recording=sound), said("Tea.", recording=sound))
    assert is_out_of_date(1, now(written), written)
    another = history(said("Tea."), said("Tea.", recording=sound))
    assert not is_out_of_date(1, now(another), another)


def test_without_words_and_recording_there_is_no_translation() -> None:
    with pytest.raises(ValueError, match="no recording"):
        Translation(
            person=RecordId("ann"), source=RecordId("tea"), source_version=1, lang="ur", text="",
            method="professional",
        )  # fmt: skip


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("en-GB", "en", True),
        ("ur", "ur-PK", True),
        ("pa", "pa-Arab", False),
        ("ur", "pa", False),
        ("ur", "ur-Aran", True),
        ("ar", "ar-u-nu-arab", True),
        ("pa-Arab", "PA_arab-u-nu-guru", True),
    ],
)
def test_languages_are_the_same_where_they_are_written_the_same(
    one: str, other: str, same: bool
) -> None:
    assert same_language(one, other) == same


def test_whoever_is_close_translates_as_family() -> None:
    assert {method_of(each) for each in ("family", "friend", "unpaid_carer", "attorney")} == {
        "family"
    }
    assert method_of("interpreter") == "professional"
    assert method_of("peer") == "somebody_else"
