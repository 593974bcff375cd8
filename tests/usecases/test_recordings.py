"""What people say into the computer, kept with their sentences."""

import base64
import datetime

import msgspec
import pytest

from app.model.errors import BadPlanFileError, BadSoundError, BadWordsError, NotAllowedError
from app.model.ids import RecordId
from app.model.recordings import check, sound_ref
from app.model.statement import ReadBack, Statement
from app.usecases import recordings, statements
from app.usecases.planfile import export_plan, import_plan
from app.usecases.statements import Said
from tests.helpers.fake_notebook import FakeNotebook
from tests.helpers.plans import file_of, plan_data, the_sections
from tests.helpers.recorded import recording, short_by_its_own_account

AT = datetime.datetime(2026, 11, 22, tzinfo=datetime.UTC)
ANN, JO, TEA = (RecordId(each) for each in ("ann", "jo", "tea"))

LONG = short_by_its_own_account(recording(600, height=0))
"""Ten minutes of silence in a few bytes, which say that they are a second."""


@pytest.fixture
def notebook():
    made = FakeNotebook()
    import_plan(made, data=file_of(plan_data()), sections=the_sections())
    return made


def now(notebook, record=TEA):
    with notebook.unit_of_work() as work:
        return work.records.get(record, Statement).body


def said(words="", sound=b"", **more):
    return Said(
        person=ANN, words=words, lang="so", section="important_to", kind="important_to",
        voice="own_spoken", by=JO, recording=sound, **more,
    )  # fmt: skip


def spoken(notebook):
    """A sentence that is a recording alone."""
    found = []
    made = said(sound=recording())
    statements.say(notebook, made, then=lambda _, record: found.append(record.id))
    return found[0]


def test_a_recording_alone_is_an_answer_and_a_draft(notebook):
    body = now(notebook, spoken(notebook))
    assert (body.original, body.voice, body.kept) == ("", "own_spoken", False)
    assert recordings.sound(notebook, body.recording) == recording()


def test_without_words_and_recording_there_is_no_sentence(notebook):
    with pytest.raises(BadWordsError):
        statements.say(notebook, said())
    with pytest.raises(ValueError, match="no recording"):
        msgspec.structs.replace(now(notebook), original="")


def test_words_that_are_written_beside_it_leave_it_and_have_it_heard_back_again(notebook):
    record = spoken(notebook)
    heard = {"statement": record, "method": "heard it", "on": None, "by": JO}
    statements.read_back(notebook, result="keep", seen="", **heard)
    assert now(notebook, record).kept
    statements.change_words(notebook, statement=record, words="Shaah ayaan jeclahay.", by=JO)
    body = now(notebook, record)
    assert (body.original, body.kept) == ("Shaah ayaan jeclahay.", False)
    assert body.recording == sound_ref(recording())
    statements.read_back(notebook, result="keep", seen=body.original, **heard)
    assert now(notebook, record).read_back.result == "keep"  # nobody changed what was said


def test_other_words_are_not_what_was_recorded(notebook):
    recordings.keep(notebook, statement=TEA, sound=recording(), by=JO)
    statements.change_words(notebook, statement=TEA, words="I like coffee.", by=ANN)
    assert now(notebook).recording is None
    with notebook.unit_of_work() as work:
        before = [each.body.recording for each in work.records.history(TEA)]
    assert sound_ref(recording()) in before


def read_back(notebook, record=TEA):
    body = now(notebook, record)
    statements.read_back(
        notebook, statement=record, result="keep", method="heard it", on=None, by=JO,
        seen=body.original,
    )  # fmt: skip
    assert now(notebook, record).kept


def test_a_recording_at_a_sentence_leaves_its_words(notebook):
    read_back(notebook)
    before = now(notebook)
    recordings.keep(notebook, statement=TEA, sound=recording(), by=JO)
    after = now(notebook)
    assert after == msgspec.structs.replace(
        before, recording=sound_ref(recording()), read_back=ReadBack()
    )
    read_back(notebook)
    recordings.take_off(notebook, statement=TEA, by=JO)
    assert now(notebook) == before  # the words were agreed all the time


@pytest.mark.parametrize("has_words", [True, False])
def test_r4_another_recording_is_a_draft_until_it_was_heard_back(notebook, has_words):
    record = TEA if has_words else spoken(notebook)
    read_back(notebook, record)
    recordings.keep(notebook, statement=record, sound=recording(0.7), by=JO)
    assert not now(notebook, record).kept
    read_back(notebook, record)
    recordings.keep(notebook, statement=record, sound=recording(0.7), by=JO)
    assert now(notebook, record).kept  # it is the same one


def test_r6_nobody_records_over_somebody_elses_words(notebook):
    theirs = Said(
        person=ANN, words="Ann likes the quiet.", lang="en-GB", section="important_to",
        kind="important_to", voice="professional", said_by=JO, by=JO, recording=recording(),
    )  # fmt: skip
    found = []
    statements.say(notebook, theirs, then=lambda _, record: found.append(record.id))
    before = now(notebook, *found)
    with pytest.raises(NotAllowedError, match="somebody else"):
        recordings.keep(notebook, statement=found[0], sound=recording(0.7), by=ANN)
    with pytest.raises(NotAllowedError, match="somebody else"):
        recordings.take_off(notebook, statement=found[0], by=ANN)
    assert now(notebook, *found) == before


def test_a_recording_without_words_cannot_be_taken_off(notebook):
    record = spoken(notebook)
    with pytest.raises(NotAllowedError, match="write its words"):
        recordings.take_off(notebook, statement=record, by=JO)


@pytest.mark.parametrize(
    "sound", [b"fLaC", b"RIFF" + bytes(60), recording()[:20], b"fLaC" + bytes(60)]
)
def test_what_is_no_recording_is_not_kept(notebook, sound):
    with pytest.raises(BadSoundError):
        recordings.keep(notebook, statement=TEA, sound=sound, by=JO)
    assert now(notebook).recording is None


def test_a_recording_of_more_than_three_minutes_is_not_kept():
    with pytest.raises(BadSoundError, match="3 minutes"):
        check(recording(182, height=0))


# The plan file


def test_a_plan_takes_its_recordings_along(notebook):
    record = spoken(notebook)
    recordings.keep(notebook, statement=TEA, sound=recording(0.7), by=JO)
    statements.change_words(notebook, statement=TEA, words="I like coffee.", by=ANN)
    at = now(notebook).read_back.on
    data = export_plan(notebook, person=ANN, at=AT)
    other = FakeNotebook()
    import_plan(other, data=data, sections=the_sections())
    assert other.sounds == notebook.sounds  # the one that only the history names, too
    assert now(other, record) == now(notebook, record)
    assert at is None
    assert export_plan(other, person=ANN, at=AT) == data


def test_a_plan_without_recordings_is_read_by_older_programs(notebook):
    assert b'"sounds"' not in export_plan(notebook, person=ANN, at=AT)


def with_sound(plan, ref, data, kind="audio/flac"):
    plan["statements"][0]["recording"] = ref
    plan["sounds"] = {ref: {"media_type": kind, "data": base64.b64encode(data).decode()}}
    return plan


@pytest.mark.parametrize(
    ("spoilt", "told"),
    [
        (lambda p: with_sound(p, sound_ref(b"x"), recording()), "SHA-256"),
        (lambda p: with_sound(p, sound_ref(b"no sound"), b"no sound"), "recording that cannot"),
        (lambda p: with_sound(p, sound_ref(LONG), LONG), "recording that cannot"),
        (lambda p: with_sound(p, sound_ref(b"x"), b"x", "audio/mp3"), "media_type"),
        (lambda p: with_sound(p, sound_ref(recording()), recording()) | {"sounds": {}}, "among"),
        (lambda p: p["statements"][0].update(original="") or p, "original"),
    ],
)
def test_a_plan_file_with_a_wrong_recording_is_refused_whole(spoilt, told):
    empty = FakeNotebook()
    with pytest.raises(BadPlanFileError) as error:
        import_plan(empty, data=file_of(spoilt(plan_data())), sections=the_sections())
    assert told in str(error.value)
    assert (empty.revisions, empty.sounds) == ([], {})
