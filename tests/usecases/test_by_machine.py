"""What a machine may translate of a plan (rule R12), and what becomes of its words."""

import tomllib
import typing
from pathlib import Path
from typing import Any

import pytest

from app.bootstrap import House
from app.model.errors import BadDataError, NotAllowedError
from app.model.hard_days import HardDay
from app.model.ids import RecordId
from app.model.never_by_machine import Subject, read_never
from app.model.record import Record
from app.model.session import Session
from app.model.statement import Statement
from app.model.translation import Translation
from app.usecases import by_machine, translations
from app.usecases.translations import Interpreter, Put
from tests.usecases.conftest import NOW, Home

MACHINE = Interpreter(method="machine_offline")


def sentence(
    home: Home,
    words: str = "I like tea.",
    *,
    section: str = "important_to",
    kind: str = "fact",
    lang: str = "en-GB",
    session: RecordId | None = None,
    must_know: bool = False,
) -> Record[Statement]:
    body = Statement(
        person=home.person,
        section=section,
        kind=kind,
        voice="own_spoken",
        original=words,
        original_lang=lang,
        session=session,
        must_know=must_know,
    )
    with home.notebook.unit_of_work() as work:
        made = work.records.add(body, by=home.by, session=session)
        work.commit("said")
    return made


def guarded(home: Home, house: House) -> by_machine.Guard:
    with home.notebook.unit_of_work() as work:
        return house.guard(work, home.person)


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


def test_r12_the_reason_is_the_subject_also_where_everybody_has_to_know_it(
    home: Home, house: House
) -> None:
    tablets = sentence(home, "Tablets with squash. Not yoghurt.", must_know=True)
    assert guarded(home, house).about(tablets) == "medicine"
    assert guarded(home, house).about(sentence(home, must_know=True)) == "risk"


def test_r12_no_machine_translates_what_somebody_says_of_harm_in_any_section(
    home: Home, house: House
) -> None:
    guard = guarded(home, house)
    assert guard.about(sentence(home, "He hits me at night.")) == "safety"
    assert guard.about(sentence(home, "I do not feel well when I am not safe.")) == "safety"
    assert guard.about(sentence(home, "They lock me in.")) == "limit"
    assert guard.about(sentence(home, "He whits me.")) is None


SAID: dict[str, dict[str, list[str]]] = tomllib.loads(
    (Path(__file__).parent / "data" / "only_people_translate.toml").read_text("utf-8")
)


def wrongly(guard: by_machine.Guard, home: Home, lang: str, subjects: set[str]) -> list[str]:
    """What of these subjects is said in a language and may be translated, or may not."""
    return [
        words
        for subject in subjects
        for words in SAID[lang][subject]
        if (guard.about(sentence(home, words, section="my_day", lang=lang)) is None)
        != (subject == "harmless")
    ]


@pytest.mark.parametrize("lang", SAID)
def test_r12_no_machine_translates_what_people_say_of_any_subject_in_their_language(
    home: Home, house: House, lang: str
) -> None:
    said = set(SAID[lang]) - {"harmless"}
    assert said == set(typing.get_args(Subject))
    assert sum(len(SAID[lang][each]) for each in said) >= 15
    assert wrongly(guarded(home, house), home, lang, said) == []


@pytest.mark.parametrize("lang", SAID)
def test_what_does_no_harm_may_be_translated_in_every_language(
    home: Home, house: House, lang: str
) -> None:
    assert wrongly(guarded(home, house), home, lang, {"harmless"}) == []


def test_r12_every_language_of_the_program_has_words_for_every_subject(house: House) -> None:
    tags = {each.tag.partition("-")[0] for each in house.catalogs.available()}
    assert {lang for lang in tags if not house.never_by_machine.knows(lang)} == set()
    assert set(SAID) == tags


@pytest.mark.parametrize(
    ("words", "lang"),
    [
        ("Er schlägt mich.", "de"),
        ("wo mujhe marta hai", "ur"),
        ("اوہ مینوں ماردا اے", "pa-Arab"),
        ("वह मुझे मारता है।", "hi"),
        ("وہ مجھے مارتا ہے", "en-GB"),
    ],
)
def test_r12_where_nobody_gave_words_a_machine_translates_in_safe_sections_alone(
    home: Home, house: House, words: str, lang: str
) -> None:
    guard = guarded(home, house)
    assert guard.about(sentence(home, words, section="my_day", lang=lang)) == "unknown"
    assert guard.about(sentence(home, words, section="", lang=lang)) is not None
    assert guard.about(sentence(home, words, section="appreciation", lang=lang)) is None


MOSTLY_PEOPLE = {"health", "wellness", "future"}
"""Sections of which the list has sentences that it offers to write, and never to translate."""
OF_FEARS = {
    "Please do not shout.",
    "Please ask before you touch me.",
    "I am afraid of {thing}.",
    "I am afraid of dogs.",
    "I am afraid of the dark.",
    "I do not like to be touched.",
}


def test_r12_hardly_any_sentence_of_the_list_is_about_what_only_people_translate(
    home: Home, house: House
) -> None:
    guard, refused = guarded(home, house), set()
    for each in house.phrasebook.phrases:
        words = each.words.format(thing="tea", name="Sam", place="the park", time="noon")
        if guard.about(sentence(home, words, section=each.section)) is not None:
            refused.add(each)
    assert {each.words for each in refused if each.section not in MOSTLY_PEOPLE} == OF_FEARS


def test_r12_accents_that_somebody_leaves_out_change_nothing(home: Home, house: House) -> None:
    said = sentence(home, "NIE ZGADZAM SIE NA OPERACJE", section="my_day", lang="pl")
    assert guarded(home, house).about(said) == "consent"


def test_r12_no_machine_translates_what_was_said_of_a_hard_day(home: Home, house: House) -> None:
    said = sentence(home, "They came late.")
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


def put(home: Home, said: Record[Statement], **more: Any) -> Translation:
    """What a machine wrote, written down as it is from the interpreter's page."""
    given = Put(
        statement=said.id, lang="cy", who=MACHINE, by=home.by, words="Rwy'n hoffi te.", **more
    )
    made = translations.put(home.notebook, given).last("translation")
    with home.notebook.unit_of_work() as work:
        return work.records.get(made, Translation).body


def test_r12_a_refused_sentence_never_becomes_a_machines_translation(
    home: Home, house: House
) -> None:
    for said in (
        sentence(home, section="decisions"),
        sentence(home, must_know=True),
        sentence(home, "My insulin is in the fridge."),
    ):
        with pytest.raises(NotAllowedError, match="ask an interpreter"):
            put(home, said, guarding=house.guard)


def test_r12_nothing_writes_a_machines_translation_past_the_guard(home: Home) -> None:
    with pytest.raises(NotAllowedError, match="A computer may not translate this"):
        put(home, sentence(home))


def test_what_a_machine_wrote_is_a_draft_that_nobody_checked(home: Home, house: House) -> None:
    said = sentence(home)
    made = put(home, said, guarding=house.guard, made_with="English → Welsh 1.9 (0123)")
    assert (made.method, made.status, made.checker) == ("machine_offline", "draft", "")
    assert (made.use_for, made.may_be_decided_on) == ("reading", False)
    assert (made.source, made.source_version) == (said.id, said.version)
    assert made.made_with == "English → Welsh 1.9 (0123)"


def test_everything_that_is_refused_has_its_sentence(house: House) -> None:
    known = {each.about for each in house.never_by_machine.never}
    assert known | {"unknown"} == set(by_machine.WHY_NOT)


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
            data,
            {},
            sections=house.sections,
            is_idea=lambda name: house.ideas.idea(name) is not None,
        )


def test_r12_a_subject_that_the_list_forgets_is_noticed(house: House) -> None:
    with pytest.raises(BadDataError, match="nothing is said of"):
        read_never(
            {"never": [{"about": "risk"}]}, {}, sections=house.sections, is_idea=lambda _: True
        )
