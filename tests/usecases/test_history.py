"""The history of a sentence, in plain words."""

import datetime

import msgspec
import pytest

from app.bootstrap import House
from app.model.errors import NotFoundError
from app.model.ids import RecordId
from app.model.statement import Statement
from app.model.wording import SourceWording
from app.usecases import history, people, sessions, statements, undo
from app.usecases.history import Version

from .conftest import NOW, TODAY, Home

WORDS = SourceWording()


def say(home: Home, words: str = "Me tea.", **more: object) -> RecordId:
    given = {
        "person": home.person,
        "words": words,
        "lang": "en-GB",
        "section": "food",
        "kind": "preference",
        "voice": "own_spoken",
        "by": home.by,
    }
    return statements.say(home.notebook, statements.Said(**(given | more))).last("statement")  # type: ignore[arg-type]


def answer(home: Home, statement: RecordId, result: str, by: RecordId | None = None) -> None:
    statements.read_back(
        home.notebook,
        statement=statement,
        result=result,  # type: ignore[arg-type]
        method="",
        on=TODAY,
        by=by or home.by,
    )


def versions(home: Home, statement: RecordId) -> tuple[Version, ...]:
    return history.history(home.notebook, record=statement)


def changes(version: Version) -> list[str]:
    return [each.said(WORDS) for each in version.changes]


def revise(home: Home, statement: RecordId, by: RecordId | None = None, **fields: object) -> None:
    with home.notebook.unit_of_work() as work:
        body = work.records.get(statement, Statement).body
        work.records.revise(statement, msgspec.structs.replace(body, **fields), by=by or home.by)
        work.commit()


def test_the_first_version_says_whose_words_who_wrote_them_and_when(
    home: Home, house: House
) -> None:
    talk = sessions.start(
        home.notebook, person=home.person, guide=house.guides["review"], by=home.by, now=NOW
    ).last("session")
    (first,) = versions(home, say(home, session=talk))
    assert (first.words, first.lang, first.voice_group) == ("Me tea.", "en-GB", "own")
    assert (first.said_by, first.written_by) == ("", "Jo")
    assert first.session_on == NOW.astimezone().date()
    assert first.on == first.at.astimezone().date()
    assert (first.answer, first.answered_on, first.now) == (None, None, True)
    assert changes(first) == ["It was written down."]


def test_somebody_elses_words_carry_their_name(home: Home) -> None:
    people.add_supporter(home.notebook, person=home.person, name="Mum", role="family", by=home.by)
    mum = people.supporters(home.notebook, person=home.person)[-1].id
    (first,) = versions(home, say(home, voice="family", said_by=mum))
    assert (first.voice_group, first.said_by, first.written_by) == ("others", "Mum", "Jo")


def test_r5_every_version_keeps_its_words_and_the_answer_to_them(home: Home) -> None:
    tea = say(home)
    answer(home, tea, "not_sure")
    statements.change_words(home.notebook, statement=tea, words="My tea.", by=home.by)
    answer(home, tea, "keep", by=home.person)
    found = versions(home, tea)
    assert [each.words for each in found] == ["Me tea.", "Me tea.", "My tea.", "My tea."]
    assert [each.answer and each.answer.said(WORDS) for each in found] == [
        None, "You said: not sure", None, "You said: keep",
    ]  # fmt: skip
    assert [changes(each) for each in found[1:]] == [
        ["You said: not sure"],
        ['The words were changed. Before: "Me tea."', "It waits to be read to you again."],
        ["You said: keep"],
    ]
    assert [each.now for each in found] == [False, False, False, True]
    assert found[-1].written_by == "Ann Obi"
    assert found[-1].answered_on == TODAY


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"symbols": ("openmoji:2615",)}, ["A picture was added."]),
        ({"private": True}, ["It is for you alone now."]),
        ({"easy": "Tea.", "easy_by": "jo"}, ["The easy words were changed."]),
        ({"easy_ok_by_person": True}, ["Something else about it was changed."]),
        ({"section": "hopes"}, ["It moved to another part of the plan."]),
        ({"meaning": "Thirsty.", "meaning_confidence": "sure"}, ["What it means was changed."]),
        ({"must_know": True, "importance": 3}, ["Something else about it was changed."]),
        ({}, []),
    ],
)
def test_what_changed_is_said_in_plain_words(
    home: Home, fields: dict[str, object], said: list[str]
) -> None:
    tea = say(home)
    revise(home, tea, **fields)
    assert changes(versions(home, tea)[-1]) == said


def test_pictures_taken_away_and_hidden_sentences_are_told(home: Home) -> None:
    tea = say(home, symbols=("openmoji:2615",))
    for symbols in (("openmoji:1F375",), ()):
        statements.change_pictures(home.notebook, statement=tea, symbols=symbols, by=home.by)  # type: ignore[arg-type]
    statements.withdraw(home.notebook, statement=tea, by=home.by)
    found = versions(home, tea)
    assert [changes(each) for each in found[1:]] == [
        ["The picture was changed."], ["The picture was taken away."], ["It was hidden."],
    ]  # fmt: skip
    assert [each.withdrawn for each in found] == [False, False, False, True]


def test_what_was_undone_and_done_again_is_named(home: Home) -> None:
    tea = say(home)
    statements.set_private(home.notebook, statement=tea, private=True, by=home.by)
    undo.undo(home.notebook, person=home.person, by=home.by)
    undo.redo(home.notebook, person=home.person, by=home.by)
    *_, undone, again = versions(home, tea)
    assert changes(undone) == ["Undone: kept private", "It is not for you alone any more."]
    assert changes(again) == ["Done again: kept private", "It is for you alone now."]


def test_r6_different_views_both_stand(home: Home) -> None:
    tea = say(home)
    with home.notebook.unit_of_work() as work:
        (first,) = work.records.history(tea)
        for words in ("My tea.", "The tea."):
            body = msgspec.structs.replace(first.body, original=words)
            work.records.revise(tea, body, by=home.by, based_on=(first.id,))
        work.commit()
    assert [each.now for each in versions(home, tea)] == [False, True, True]
    with home.notebook.unit_of_work() as work:
        heads = tuple(each.revision for each in versions(home, tea) if each.now)
        now = work.records.get(tea, Statement)
        work.records.revise(tea, now.body, by=home.by, based_on=heads)
        work.commit()
    assert changes(versions(home, tea)[-1])[0] == "Different views were settled."


def test_names_are_those_of_the_persons_own_circle(home: Home) -> None:
    other = people.add_person(
        home.notebook,
        preferred_name="Ben",
        home_language="en-GB",
        worker="worker-2",
        worker_name="Secret Sam",
        today=TODAY,
    ).last("supporter")
    tea = say(home)
    revise(home, tea, by=other, private=True)
    assert versions(home, tea)[-1].written_by == ""


def test_names_of_those_who_left_are_still_known(home: Home) -> None:
    tea = say(home)
    with home.notebook.unit_of_work() as work:
        jo = people.supporters(home.notebook, person=home.person)[0]
        left = msgspec.structs.replace(jo.body, left_on=datetime.date(2026, 3, 5))
        work.records.revise(jo.id, left, by=home.by, withdrawn=True)
        work.commit()
    assert versions(home, tea)[0].written_by == "Jo"


def test_only_a_sentence_has_one(home: Home) -> None:
    for record in (home.person, RecordId("nothing")):
        with pytest.raises(NotFoundError):
            versions(home, record)
