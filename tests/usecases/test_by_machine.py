"""What a machine may translate of a plan (rule R12), and what becomes of its words."""

import pytest

from app.bootstrap import House
from app.model.errors import BadDataError, NotAllowedError
from app.model.hard_days import HardDay
from app.model.ids import RecordId
from app.model.never_by_machine import read_never
from app.model.record import Record
from app.model.session import Session
from app.model.statement import Statement
from app.usecases import by_machine
from tests.usecases.conftest import NOW, Home


def sentence(
    home: Home,
    words: str = "I like tea.",
    *,
    section: str = "important_to",
    kind: str = "fact",
    lang: str = "en-GB",
    session: RecordId | None = None,
) -> Record[Statement]:
    body = Statement(
        person=home.person,
        section=section,
        kind=kind,
        voice="own_spoken",
        original=words,
        original_lang=lang,
        session=session,
    )
    with home.notebook.unit_of_work() as work:
        made = work.records.add(body, by=home.by, session=session)
        work.commit("said")
    return made


def guarded(home: Home, house: House) -> by_machine.Guard:
    with home.notebook.unit_of_work() as work:
        return by_machine.guard(
            work, person=home.person, never=house.never_by_machine, ideas=house.ideas
        )


def test_what_a_person_likes_may_be_translated(home: Home, house: House) -> None:
    assert guarded(home, house).why_not(sentence(home)) == ""


@pytest.mark.parametrize(
    ("section", "about"),
    [
        ("sharing", "consent"),
        ("decisions", "capacity"),
        ("restrictions", "limit"),
        ("risks", "risk"),
        ("if_things_go_wrong", "risk"),
        ("health", "medicine"),
    ],
)
def test_r12_no_machine_translates_these_sections(
    home: Home, house: House, section: str, about: str
) -> None:
    assert guarded(home, house).about(sentence(home, section=section)) == about


@pytest.mark.parametrize(("kind", "about"), [("worry", "risk"), ("illness_sign", "medicine")])
def test_r12_no_machine_translates_these_kinds_of_sentence_wherever_they_stand(
    home: Home, house: House, kind: str, about: str
) -> None:
    assert guarded(home, house).about(sentence(home, kind=kind)) == about


@pytest.mark.parametrize(
    ("words", "lang"),
    [
        ("I take two tablets at night.", "en-GB"),
        ("My insulin is in the fridge.", "en"),
        ("Biorę tabletki.", "pl"),
        ("I have a nut allergy.", "en-GB"),
        ("My Warfarin is at six.", "en-GB"),
    ],
)
def test_r12_no_machine_translates_medicine_in_any_section(
    home: Home, house: House, words: str, lang: str
) -> None:
    said = sentence(home, words, section="my_day", lang=lang)
    assert guarded(home, house).about(said) == "medicine"


def test_r12_no_machine_translates_what_somebody_says_of_harm_in_any_section(
    home: Home, house: House
) -> None:
    guard = guarded(home, house)
    assert guard.about(sentence(home, "He hits me at night.")) == "safety"
    assert guard.about(sentence(home, "I do not feel well when I am not safe.")) == "safety"
    assert guard.about(sentence(home, "They lock me in.")) == "limit"
    assert guard.about(sentence(home, "He whits me.")) is None


def test_r12_no_machine_translates_what_was_said_of_a_hard_day(home: Home, house: House) -> None:
    said = sentence(home, "They shouted at me.")
    assert guarded(home, house).why_not(said) == ""
    day = HardDay(person=home.person, account=(said.id,))
    with home.notebook.unit_of_work() as work:
        work.records.add(day, by=home.by)
        work.commit("told")
    assert guarded(home, house).about(said) == "safety"


def test_r12_no_machine_translates_what_was_said_in_a_talk_about_a_decision(
    home: Home, house: House
) -> None:
    talk = Session(person=home.person, type="decision", guide="decision", started=NOW)
    with home.notebook.unit_of_work() as work:
        session = work.records.add(talk, by=home.by).id
        work.commit("begun")
    assert guarded(home, house).about(sentence(home, session=session)) == "capacity"


def test_r12_a_refused_sentence_never_becomes_a_machines_translation(
    home: Home, house: House
) -> None:
    said = sentence(home, section="decisions")
    with pytest.raises(NotAllowedError, match="ask an interpreter"):
        by_machine.draft(said, lang="cy", text="Te.", guarded=guarded(home, house))


def test_what_a_machine_wrote_is_a_draft_that_nobody_checked(home: Home, house: House) -> None:
    said = sentence(home)
    made = by_machine.draft(said, lang="cy", text="Rwy'n hoffi te.", guarded=guarded(home, house))
    assert (made.method, made.status, made.checker) == ("machine_offline", "draft", "")
    assert (made.use_for, made.may_be_decided_on) == ("reading", False)
    assert (made.source, made.source_version) == (said.id, said.version)


def test_everything_that_is_refused_has_its_sentence(house: House) -> None:
    assert {each.about for each in house.never_by_machine} == set(by_machine.WHY_NOT)


@pytest.mark.parametrize(
    "wrong",
    [
        {"sections": ["riscs"]},
        {"kinds": ["wory"]},
        {"records": ["decisions"]},
        {"talks": ["chat"]},
        {"ideas": ["medecine"]},
        {"section": ["risks"]},
    ],
)
def test_r12_a_word_written_wrong_in_the_list_is_noticed(
    house: House, wrong: dict[str, list[str]]
) -> None:
    data = {"never": [{"about": "risk", **wrong}]}
    with pytest.raises(BadDataError, match="may not translate"):
        read_never(
            data, sections=house.sections, is_idea=lambda name: house.ideas.idea(name) is not None
        )


def test_r12_a_subject_that_the_list_forgets_is_noticed(house: House) -> None:
    with pytest.raises(BadDataError, match="nothing is said of"):
        read_never({"never": [{"about": "risk"}]}, sections=house.sections, is_idea=lambda _: True)
