"""Sentences in other languages: who may translate, what counts, and when one is out of date."""

from collections.abc import Iterator
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.bootstrap import House
from app.model.errors import BadWordsError, NotAllowedError, NotFoundError
from app.model.hard_days import HardDay
from app.model.ids import RecordId
from app.model.person import KnownLanguage, Person, Supporter
from app.model.plan import Plan
from app.model.sharing_rules import Asked, Reader
from app.model.statement import Statement
from app.model.translation import Translation
from app.usecases import (
    plans,
    recordings,
    sharing,
    statements,
    story,
    translated,
    translations,
    undo,
)
from app.usecases.about_me import about_me
from app.usecases.planfile import export_plan, import_plan
from app.usecases.translated import InLanguage
from app.usecases.translations import Interpreter
from tests.helpers.fake_notebook import FakeNotebook
from tests.helpers.recorded import recording
from tests.helpers.translations import (
    CHAI,
    COFFEE,
    MACHINE,
    OMAR,
    SANA,
    add,
    answer,
    beside,
    change_words,
    check,
    decide_on,
    put,
    say,
    shown,
)

from .conftest import NOW, TODAY, Home, new_home

# Who may translate, and for what


def test_r12_a_child_never_translates() -> None:
    home = new_home()
    tea = say(home)
    child = Interpreter(method="child", name="Zara")
    with pytest.raises(NotAllowedError, match="A child should not carry this"):
        put(home, tea, who=child)
    with pytest.raises(NotAllowedError, match="A child should not carry this"):
        check(home, put(home, tea), child)
    assert shown(home, tea).body.status == "draft"


def test_r12_family_helps_to_read_and_never_to_decide() -> None:
    home = new_home()
    made = put(home, say(home), who=Interpreter(method="family", name="Aunt Rubi"))
    answer(home, made)
    with pytest.raises(NotAllowedError, match="Family and friends can help to read along"):
        decide_on(home, made)
    check(home, made)  # also not where somebody competent stands for it
    with pytest.raises(NotAllowedError, match="Family and friends can help to read along"):
        decide_on(home, made)


def test_r12_family_does_not_check_what_is_decided_on() -> None:
    home = new_home()
    made = put(home, say(home), who=OMAR)
    with pytest.raises(NotAllowedError, match="Family and friends"):
        check(home, made, Interpreter(method="family", name="Aunt Rubi"))


@pytest.mark.parametrize("known_as", ["family", "friend", "unpaid_carer", "attorney"])
def test_r12_family_is_family_also_under_another_name(known_as: str) -> None:
    home = new_home()
    aunt = add(home, "Rubi Obi", known_as)
    typed = put(home, say(home), who=Interpreter(method="professional", name=" rubi  OBI "))
    chosen = put(home, say(home), who=Interpreter(method="professional", supporter=aunt))
    with home.notebook.unit_of_work() as work:
        bodies = [work.records.get(each, Translation).body for each in (typed, chosen)]
    assert [(each.method, each.made_by) for each in bodies] == [("family", aunt)] * 2


@pytest.mark.parametrize(
    ("role", "pressed", "method"),
    [
        ("keyworker", "professional", "bilingual_staff"),
        ("manager", "somebody_else", "bilingual_staff"),
        ("peer", "professional", "somebody_else"),
        ("interpreter", "bilingual_staff", "professional"),
        ("interpreter", "family", "family"),
    ],
)
def test_r12_who_is_around_the_person_translates_as_what_they_are(
    role: str, pressed: Any, method: str
) -> None:
    home = new_home()
    somebody = add(home, "Kit Lee", role)
    for who in (
        Interpreter(method=pressed, supporter=somebody),
        Interpreter(method=pressed, name="kit lee"),
    ):
        found = translations.allow(home.notebook, person=home.person, who=who)
        assert (found.method, found.supporter) == (method, somebody)


def test_r12_of_two_of_one_name_it_is_whoever_may_least() -> None:
    home = new_home()
    add(home, "Sana Malik", "interpreter")
    cousin = add(home, "Sana Malik", "family")
    add(home, "Sana Malik", "keyworker")
    found = translations.allow(home.notebook, person=home.person, who=SANA)
    assert (found.method, found.supporter) == ("family", cousin)


@pytest.mark.parametrize(
    "section",
    ["health", "risks", "restrictions", "decisions", "sharing", "if_things_go_wrong", ""],
)
def test_r12_a_machine_never_translates_what_much_rests_on(house: House, section: str) -> None:
    home = new_home()
    said = say(home, section=section)
    with pytest.raises(NotAllowedError, match="A machine does not translate it"):
        put(home, said, who=Interpreter(method="machine_offline"), guarding=house.guard)
    assert not beside(home, said)


def test_r12_a_machine_never_translates_a_worry_wherever_it_stands(house: House) -> None:
    home = new_home()
    said = statements.Said(
        person=home.person, words="I may fall.", lang="en-GB", section="home", kind="worry",
        voice="own_spoken", by=home.by,
    )  # fmt: skip
    worry = statements.say(home.notebook, said).last("statement")
    with pytest.raises(NotAllowedError, match="A machine does not translate it"):
        put(home, worry, who=Interpreter(method="machine_offline"), guarding=house.guard)


def test_r12_a_machine_s_is_decided_on_only_where_somebody_checked_it(house: House) -> None:
    home = new_home()
    tea = say(home)
    made = put(home, tea, who=MACHINE, guarding=house.guard)
    answer(home, made)
    assert (shown(home, tea).by, shown(home, tea).may_stand_alone) == ("", False)
    with pytest.raises(NotAllowedError, match="Nobody has checked this translation"):
        decide_on(home, made)
    check(home, made)
    decide_on(home, made)
    assert shown(home, tea).may_be_decided_on
    assert shown(home, tea).may_stand_alone


def test_r12_nobody_decides_on_what_the_person_has_not_said_yes_to() -> None:
    home = new_home()
    tea = say(home)
    made = put(home, tea)
    with pytest.raises(NotAllowedError, match="has not said yes"):
        decide_on(home, made)
    answer(home, made)
    decide_on(home, made)
    answer(home, made, "not_sure")
    assert not shown(home, tea).may_be_decided_on
    assert shown(home, tea).body.use_for == "reading"


def test_r12_whoever_made_it_does_not_check_it() -> None:
    home = new_home()
    made = put(home, say(home), who=OMAR)
    with pytest.raises(NotAllowedError, match="Somebody else has to check it"):
        check(home, made, Interpreter(method="professional", name="omar aziz"))
    with pytest.raises(NotAllowedError, match="a person who has a name"):
        check(home, made, Interpreter(method="machine_offline"))


def test_whoever_translates_has_a_name_and_is_around_this_person() -> None:
    home = new_home()
    tea = say(home)
    with pytest.raises(BadWordsError, match="write a name"):
        put(home, tea, who=Interpreter(method="professional", name=" "))
    other = Interpreter(method="professional", supporter=RecordId("somebody"))
    with pytest.raises(NotAllowedError, match="around this person"):
        put(home, tea, who=other)


# What stands beside a sentence


def test_a_translation_is_a_draft_with_a_name_until_it_is_checked() -> None:
    home = new_home()
    tea = say(home)
    made = put(home, tea)
    now = shown(home, tea)
    assert (now.body.text, now.by, now.state, now.counts) == (CHAI, "Sana Malik", "draft", False)
    answer(home, made)
    check(home, made)
    now = shown(home, tea)
    assert (now.state, now.counts, now.body.checker) == ("checked", True, "Omar Aziz")
    assert now.body.checked_on == TODAY


def test_it_may_be_said_into_the_computer_alone() -> None:
    home = new_home()
    tea = say(home)
    made = put(home, tea, "", recording=recording())
    body = shown(home, tea).body
    assert (body.text, recordings.sound(home.notebook, body.recording)) == ("", recording())
    answer(home, made, seen="")
    with pytest.raises(BadWordsError, match="no words yet"):
        put(home, tea, " ")


def test_it_is_said_back_and_answered_as_it_was_seen() -> None:
    home = new_home()
    tea = say(home)
    made = put(home, tea)
    translations.say_back(home.notebook, translation=made, words="Tea is what I like.", by=home.by)
    assert shown(home, tea).body.back_translation == "Tea is what I like."
    with pytest.raises(NotAllowedError, match="changed meanwhile"):
        answer(home, made, seen="something else")
    with pytest.raises(NotAllowedError, match="changed meanwhile"):
        put(home, tea, seen="I like coffee.")


def test_the_newest_that_nobody_turned_down_is_shown_and_no_other_is_lost() -> None:
    home = new_home()
    tea = say(home)
    first, second = put(home, tea), put(home, tea, COFFEE)
    assert shown(home, tea).record.id == second
    answer(home, second, "no", COFFEE)
    assert shown(home, tea).record.id == first
    translations.reject(home.notebook, translation=first, by=home.by)
    assert not beside(home, tea)
    with home.notebook.unit_of_work() as work:
        kept = [each.body.text for each in work.records.find(Translation, person=home.person)]
    assert kept == [CHAI, COFFEE]
    with pytest.raises(NotFoundError, match="was taken away"):
        answer(home, first)


def test_a_sentence_is_not_translated_into_the_language_in_which_it_was_said() -> None:
    home = new_home()
    with pytest.raises(NotAllowedError, match="in that language already"):
        put(home, say(home), lang="en")


def test_a_sentence_that_was_taken_out_has_no_translation() -> None:
    home = new_home()
    tea = say(home)
    made = put(home, tea)
    statements.withdraw(home.notebook, statement=tea, by=home.by)
    with pytest.raises(NotFoundError):
        put(home, tea)
    with pytest.raises(NotFoundError):
        answer(home, made)


# Out of date


def test_other_words_leave_a_translation_behind_and_nothing_else_does() -> None:
    home = new_home()
    tea = say(home)
    made = put(home, tea)
    answer(home, made)
    statements.set_private(home.notebook, statement=tea, private=True, by=home.by)
    statements.change_pictures(home.notebook, statement=tea, symbols=(), by=home.by)
    assert shown(home, tea).counts
    change_words(home, tea, "I like coffee.")
    assert (shown(home, tea).state, shown(home, tea).counts) == ("out_of_date", False)
    with pytest.raises(NotAllowedError, match="were changed since"):
        check(home, made)
    with pytest.raises(NotAllowedError, match="were changed since"):
        answer(home, made)


def test_a_decision_rests_on_nothing_that_is_out_of_date() -> None:
    home = new_home()
    tea = say(home)
    made = put(home, tea)
    answer(home, made)
    decide_on(home, made)
    change_words(home, tea, "I like coffee.")
    assert not shown(home, tea).may_be_decided_on


WORDS = ("I like tea.", "I like coffee.", "I like milk.")
DEEDS = st.lists(
    st.sampled_from([*WORDS, "translate", "private", "read_back", "undo", "redo"]), max_size=14
)


@given(DEEDS)
@settings(max_examples=150)
def test_what_is_out_of_date_is_what_was_made_of_other_words(deeds: list[str]) -> None:
    """However often and in whatever order things are done and undone."""
    home = new_home()
    tea = say(home)
    made_of: dict[RecordId, str] = {}
    for deed in deeds:
        for record, words in _do(home, tea, deed):
            made_of[record] = words
        for each in beside(home, tea):
            now = _words(home, tea)
            assert each.out_of_date == (made_of[each.record.id] != now)


def _do(home: Home, tea: RecordId, deed: str) -> Iterator[tuple[RecordId, str]]:
    """Do it; a translation that was made, and of which words."""
    person, by = home.person, home.by
    try:
        match deed:
            case "translate":
                yield put(home, tea), _words(home, tea)
            case "private":
                statements.set_private(home.notebook, statement=tea, private=True, by=by)
            case "read_back":
                statements.read_back(
                    home.notebook, statement=tea, result="keep", method="", on=TODAY, by=by
                )
            case "undo":
                undo.undo(home.notebook, person=person, by=by)
            case "redo":
                undo.redo(home.notebook, person=person, by=by)
            case words:
                change_words(home, tea, words)
    except (NotAllowedError, NotFoundError):
        return  # nothing to undo, or the sentence was undone


def _words(home: Home, tea: RecordId) -> str:
    with home.notebook.unit_of_work() as work:
        return work.records.get(tea, Statement).body.original


# What rests on more is shown


def in_urdu(home: Home, house: House) -> InLanguage:
    return translated.in_language(
        home.notebook, person=home.person, lang="ur", guarding=house.guard
    )


def test_r12_a_later_draft_hides_nothing_that_the_person_may_decide_on(house: House) -> None:
    home = new_home()
    tea = say(home)
    made = put(home, tea)
    answer(home, made)
    check(home, made)
    decide_on(home, made)
    put(home, tea, COFFEE, who=MACHINE, guarding=house.guard)
    assert (shown(home, tea, house.guard).record.id, shown(home, tea).may_be_decided_on) == (
        made, True,
    )  # fmt: skip
    (line,) = in_urdu(home, house).lines
    assert (line.newer, line.is_open) == (None, False)


def test_a_later_one_by_somebody_waits_beside_it_and_takes_its_place_with_a_yes(
    house: House,
) -> None:
    home = new_home()
    tea = say(home)
    first = put(home, tea)
    answer(home, first)
    second = put(home, tea, COFFEE, who=OMAR)
    (line,) = in_urdu(home, house).lines
    assert line.translated is not None
    assert line.newer is not None
    assert (line.translated.record.id, line.newer.record.id) == (first, second)
    assert (line.is_open, line.waits) == (True, True)
    answer(home, second, seen=COFFEE)
    (line,) = in_urdu(home, house).lines
    assert line.translated is not None
    assert (line.translated.record.id, line.newer, line.is_open) == (second, None, False)


def test_what_is_out_of_date_never_hides_a_draft_of_the_words_of_now() -> None:
    home = new_home()
    tea = say(home)
    made = put(home, tea)
    answer(home, made)
    check(home, made)
    change_words(home, tea, "I like coffee.")
    again = put(home, tea, COFFEE)
    assert shown(home, tea).record.id == again


def test_one_of_each_language_is_shown_however_its_tag_is_written() -> None:
    home = new_home()
    tea = say(home)
    for tag in ("ur", "ur-PK", "ur-Aran-u-nu-arabext"):
        newest = put(home, tea, lang=tag)
    put(home, tea, "ਮੈਨੂੰ ਚਾਹ ਪਸੰਦ ਹੈ।", lang="pa")
    assert {each.body.lang for each in beside(home, tea)} == {"ur-Aran-u-nu-arabext", "pa"}
    assert newest in {each.record.id for each in beside(home, tea)}


# What only people translate, and what nobody checked


def make_must_know(home: Home, statement: RecordId) -> None:
    """The sentence comes to be one that whoever supports the person has to know."""
    with home.notebook.unit_of_work() as work:
        body = work.records.get(statement, Statement).body
        now = msgspec.structs.replace(body, must_know=True)
        work.records.revise(statement, now, by=home.by)
        work.commit("changed")


def test_r12_a_machine_s_counts_no_more_once_only_people_may_translate_it(house: House) -> None:
    home = new_home()
    tea = say(home)
    made = put(home, tea, who=MACHINE, guarding=house.guard)
    answer(home, made)
    assert (shown(home, tea, house.guard).counts, shown(home, tea, house.guard).why_not) == (
        True, "",
    )  # fmt: skip
    make_must_know(home, tea)
    now = shown(home, tea, house.guard)
    assert not now.counts
    assert now.why_not is not None
    assert now.why_not.startswith("This is about worries and being safe.")
    check(home, made)
    assert (shown(home, tea, house.guard).counts, shown(home, tea, house.guard).why_not) == (
        True, "",
    )  # fmt: skip


def test_r12_a_hard_day_that_names_a_sentence_later_is_noticed(house: House) -> None:
    home = new_home()
    tea = say(home)
    answer(home, put(home, tea, who=MACHINE, guarding=house.guard))
    with home.notebook.unit_of_work() as work:
        work.records.add(HardDay(person=home.person, account=(tea,)), by=home.by)
        work.commit("told")
    assert not shown(home, tea, house.guard).counts


def test_r12_where_nobody_asked_what_only_people_translate_no_machine_s_counts(
    house: House,
) -> None:
    home = new_home()
    tea = say(home)
    answer(home, put(home, tea, who=MACHINE, guarding=house.guard))
    assert (shown(home, tea).why_not, shown(home, tea).counts) == (None, False)


@pytest.mark.parametrize("method", ["machine_offline", "phrasebook"])
def test_r12_what_nobody_made_or_checked_is_open_and_never_stands_alone(
    house: House, method: Any
) -> None:
    home = new_home()
    tea = say(home)
    made = put(home, tea, who=Interpreter(method=method), guarding=house.guard)
    answer(home, made)
    found = in_urdu(home, house)
    assert (len(found.open), found.waiting) == (1, 0), "it waits for a check, not for a yes"
    assert not shown(home, tea, house.guard).may_stand_alone
    check(home, made)
    assert in_urdu(home, house).open == ()
    assert shown(home, tea, house.guard).may_stand_alone


def test_r12_the_list_translates_nothing_that_only_people_translate(house: House) -> None:
    home = new_home()
    held = say(home, "They restrain me.", section="restrictions")
    listed = Interpreter(method="phrasebook")
    with pytest.raises(NotAllowedError, match="about a limit on somebody"):
        put(home, held, who=listed, guarding=house.guard)
    with pytest.raises(NotAllowedError, match="too much rests on it"):
        put(home, say(home), who=listed)


def test_what_is_said_back_anew_is_answered_and_checked_anew() -> None:
    home = new_home()
    tea = say(home)
    made = put(home, tea, back_translation="Tea is what I like.")
    answer(home, made)
    check(home, made)
    decide_on(home, made)
    for words, still in (("Tea is what I like.", True), ("I hate tea.", False)):
        translations.say_back(home.notebook, translation=made, words=words, by=home.by)
        assert (shown(home, tea).counts, shown(home, tea).may_be_decided_on) == (still, still)
    body = shown(home, tea).body
    assert (body.status, body.answer, body.back_translation) == ("draft", "", "I hate tea.")


def test_what_is_said_back_for_the_first_time_leaves_a_check() -> None:
    home = new_home()
    tea = say(home)
    made = put(home, tea)
    check(home, made)
    translations.say_back(home.notebook, translation=made, words="I like tea.", by=home.by)
    assert shown(home, tea).body.status == "checked"


# Undo, plan file, what is kept about me, search, sharing


def test_a_translation_is_undone_by_name() -> None:
    home = new_home()
    tea = say(home)
    put(home, tea)
    name = undo.next_undo(home.notebook, person=home.person)
    assert name is not None
    assert name.name == "translation added"
    undo.undo(home.notebook, person=home.person, by=home.by)
    assert not beside(home, tea)
    undo.redo(home.notebook, person=home.person, by=home.by)
    assert shown(home, tea).body.text == CHAI


def test_translations_go_with_the_plan_file_and_come_back_as_they_were() -> None:
    home = new_home()
    tea = say(home)
    made = put(home, tea, recording=recording())
    answer(home, made)
    check(home, made)
    change_words(home, tea, "I like coffee.")
    taken = FakeNotebook()
    data = export_plan(home.notebook, person=home.person, at=NOW)
    import_plan(taken, data=data, sections=House.here().sections)
    there = shown(Home(taken, home.person, home.by), tea)
    assert (there.body.text, there.state, there.body.checker) == (CHAI, "out_of_date", "Omar Aziz")
    assert recordings.sound(taken, there.body.recording) == recording()


def test_all_that_was_translated_is_told_to_the_person(house: House) -> None:
    home = new_home()
    put(home, say(home), back_translation="Tea is what I like.")
    told = about_me(
        home.notebook, person=home.person, sections=house.sections, guides=house.guides,
        topics=house.topics, today=TODAY,
    )  # fmt: skip
    text = repr(told.parts)
    assert CHAI in text
    assert "Sana Malik" in text
    assert "Tea is what I like." in text


def test_a_sentence_is_found_by_the_words_of_its_translation() -> None:
    home = new_home()
    tea = say(home)
    put(home, tea)
    found = plans.search(home.notebook, person=home.person, words="چائے")
    assert [each.id for each in found] == [tea]


def seen_by_jo(home: Home, house: House) -> Plan:
    with home.notebook.unit_of_work() as work:
        (jo,) = work.records.find(Supporter, person=home.person)
    reader = Reader(name="Jo", supporter=jo.id, role="keyworker", since=jo.created_at)
    asked = Asked(reader=reader, purpose="support", on=TODAY)
    return sharing.shared_plan(
        home.notebook, person=home.person, asked=asked, sections=house.sections,
        guarding=house.guard,
    ).plan  # fmt: skip


def test_r4_others_see_no_translation_that_the_person_did_not_say_yes_to(house: House) -> None:
    home = new_home()
    tea, bus = say(home), say(home, "I go by bus.")
    put(home, tea)
    answer(home, put(home, bus), "not_sure")
    assert [each.translated for each in seen_by_jo(home, house).lines] == [(), ()]


def test_r12_others_see_a_machine_s_only_where_a_machine_may_translate(house: House) -> None:
    home = new_home()
    tea = say(home)
    answer(home, put(home, tea, who=MACHINE, guarding=house.guard))
    (line,) = seen_by_jo(home, house).lines
    assert [each.body.text for each in line.translated] == [CHAI]
    make_must_know(home, tea)
    (line,) = seen_by_jo(home, house).lines
    assert line.translated == ()


def test_a_translation_is_as_private_as_its_sentence(house: House) -> None:
    home = new_home()
    tea, secret = say(home), say(home, "Only mine.")
    for each in (tea, secret):
        answer(home, put(home, each))
    statements.set_private(home.notebook, statement=secret, private=True, by=home.by)
    plan = seen_by_jo(home, house)
    (line,) = plan.lines
    assert (line.statement.id, [each.body.text for each in line.translated]) == (tea, [CHAI])


def test_the_plan_and_the_story_show_what_stands_beside(house: House) -> None:
    home = new_home()
    tea = say(home)
    put(home, tea)
    plan = plans.plan(home.notebook, person=home.person, sections=house.sections, today=TODAY)
    assert [each.body.text for each in plan.lines[0].translated] == [CHAI]
    assert story.talks_had(home.notebook, person=home.person, guides=house.guides) == ()


# In which languages


def test_how_much_of_a_plan_is_in_a_language() -> None:
    home = new_home()
    tea, bus, dog = (say(home, each) for each in ("Tea.", "The bus.", "My dog."))
    say(home, "Cŵn.", recording=b"")
    answer(home, put(home, tea))
    put(home, bus)
    put(home, dog)
    change_words(home, dog, "My cat.")
    found = translated.in_language(home.notebook, person=home.person, lang="ur")
    assert (found.there, len(found.lines), found.out_of_date, found.waiting) == (2, 4, 1, 1)
    assert tea not in {each.statement.id for each in found.open}


def test_a_plan_is_kept_in_the_languages_of_the_person_home_first() -> None:
    home = new_home()
    say(home)
    known = (
        KnownLanguage(code="en-GB"),
        KnownLanguage(code="ur", home=True),
        KnownLanguage(code="pl", speak="none", read="none"),
    )
    translations.keep_languages(home.notebook, person=home.person, languages=known, by=home.by)
    found = translated.in_all_languages(home.notebook, person=home.person)
    assert [(each.lang, len(each.lines)) for each in found] == [("ur", 1), ("en-GB", 0), ("pl", 1)]
    with home.notebook.unit_of_work() as work:
        assert work.records.get(home.person, Person).body.home_language == "ur"
