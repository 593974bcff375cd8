"""Who may see what: choosing it, taking it back, and what leaves the program."""

import datetime
from collections.abc import Callable

import msgspec
import pytest

from app.model.errors import CannotWriteError, NotAllowedError, NotFoundError
from app.model.ids import RecordId
from app.model.sharing import CopyMade, SharedWith, SharingChoice
from app.model.sharing_rules import Asked, Reader
from app.model.statement import ReadBack, Statement
from app.model.wording import SourceWording
from app.usecases import (
    events,
    handing_over,
    overriding,
    people,
    sessions,
    sharing,
    sharing_choices,
    sharing_glance,
    statements,
    undo,
)
from app.usecases.sharing_choices import Wish
from tests.helpers.guides import guide
from tests.helpers.plans import the_sections

from .conftest import NOW, TODAY, Home

WORDS = SourceWording()
SECTIONS = the_sections()
GUIDE = guide(
    {
        "id": "who", "kind": "sharing", "stage": "talk", "prompt": "Who can see these words?",
        "picture": "openmoji:1F440",
    },
    {
        "id": "copy", "kind": "copy", "stage": "talk", "prompt": "Your copy?",
        "picture": "openmoji:1F4C4",
    },
)  # fmt: skip
GUIDES = {GUIDE.id: GUIDE}


def add(home: Home, words: str, **fields: object) -> RecordId:
    values = {
        "person": home.person,
        "section": "important_to",
        "kind": "important_to",
        "voice": "own_spoken",
        "original": words,
        "read_back": ReadBack(result="keep", on=TODAY),
        **fields,
    }
    with home.notebook.unit_of_work() as work:
        added = work.records.add(Statement(**values), by=home.by)
        work.commit()
    return added.id


@pytest.fixture
def mum(home: Home) -> RecordId:
    change = people.add_supporter(
        home.notebook, person=home.person, name="Mum", role="family", by=home.by
    )
    return change.last("supporter")


@pytest.fixture
def tea(home: Home) -> RecordId:
    return add(home, "I like tea.")


def decide(home: Home, to: RecordId, choice: str, *parts: str, **fields: object) -> RecordId:
    wish = Wish(
        to=SharedWith(supporter=to),
        choice=choice,
        parts=parts or ("plan",),
        **{"purpose": "family_life", **fields},
    )
    return sharing_choices.decide(
        home.notebook, person=home.person, wish=wish, on=TODAY, by=home.by, words=WORDS
    ).last("sharing_choice")


def reader(home: Home, who: RecordId) -> Reader:
    found = sharing.sharing(home.notebook, person=home.person)
    return next(each for each in found.readers if each.supporter == who)


def ask(home: Home, who: RecordId, **fields: object) -> Asked:
    values = {"purpose": "family_life", "on": TODAY, "how": "paper", "document": "booklet"}
    return Asked(reader=reader(home, who), **{**values, **fields})


def seen(home: Home, who: RecordId, **fields: object) -> list[str]:
    shared = sharing.shared_plan(
        home.notebook, person=home.person, asked=ask(home, who, **fields), sections=SECTIONS
    )
    return [line.statement.body.original for line in shared.plan.lines]


def give(home: Home, who: RecordId, put: Callable[[], object] = list, **fields: object) -> None:
    asked = ask(home, who, **fields)
    shared = handing_over.allowed(
        home.notebook, person=home.person, asked=asked, sections=SECTIONS, guides=GUIDES
    )
    handing_over.give(home.notebook, shared=shared, asked=asked, by=home.by, put=put)


def print_own(home: Home) -> None:
    events.note(
        home.notebook, what="printed", person=home.person, document="booklet", for_whom="person"
    )


def choices(home: Home) -> list[SharingChoice]:
    return [each.body for each in sharing.sharing(home.notebook, person=home.person).choices]


def copies(home: Home) -> list[CopyMade]:
    return [each.body for each in sharing.sharing(home.notebook, person=home.person).copies]


def test_r7_without_a_choice_nothing_leaves(home: Home, mum: RecordId, tea: RecordId) -> None:
    with pytest.raises(NotAllowedError, match="Ann Obi has not chosen to share this plan with Mum"):
        give(home, mum)
    assert copies(home) == []
    assert home.notebook.events == []


def test_r7_a_copy_holds_exactly_what_was_shared_and_is_written_down_with_its_choice(
    home: Home, mum: RecordId, tea: RecordId
) -> None:
    add(home, "I love Jo.", private=True)
    add(home, "Perhaps I move.", read_back=ReadBack())
    add(home, "I pray.", section="identity_culture")
    add(home, "Knock first.", section="support_well", kind="please_do")
    choice = decide(home, mum, "yes", "section:important_to", "section:identity_culture")
    assert seen(home, mum) == ["I like tea."]
    print_own(home)
    give(home, mum)
    (copy,) = copies(home)
    assert (copy.choice, copy.to, copy.how) == (choice, SharedWith(supporter=mum), "paper")
    assert (copy.document, copy.purpose, copy.on) == ("booklet", "family_life", TODAY)
    assert home.notebook.events[-1].for_whom == "family"


def test_z4_the_persons_own_copy_comes_first(home: Home, mum: RecordId, tea: RecordId) -> None:
    decide(home, mum, "yes")
    with pytest.raises(NotAllowedError, match="was not offered their own copy"):
        give(home, mum)
    print_own(home)
    give(home, mum)
    tomorrow = datetime.datetime.now(datetime.UTC).date() + datetime.timedelta(days=3)
    add(home, "I like rain.", read_back=ReadBack(result="keep", on=tomorrow))
    with pytest.raises(NotAllowedError, match="was not offered their own copy"):
        give(home, mum)
    assert len(copies(home)) == 1


def test_r7_what_is_given_names_nobody_who_may_not_be_named(home: Home, mum: RecordId) -> None:
    friend = people.add_supporter(
        home.notebook, person=home.person, name="Bo", role="friend", by=home.by
    ).last("supporter")
    add(home, "I like tea.", scribed_by=friend)
    add(home, "I like rain.", scribed_by=home.by)
    decide(home, mum, "yes_some", "section:important_to")
    print_own(home)
    shared = handing_over.allowed(
        home.notebook, person=home.person, asked=ask(home, mum), sections=SECTIONS, guides=GUIDES
    )
    assert {line.scribed_by for line in shared.plan.lines} == {"", "Jo"}
    assert {each.body.name for each in shared.plan.supporters} == {"Mum", "Jo"}


def test_z4_a_sentence_kept_later_on_the_same_day_was_not_offered_yet(
    home: Home, mum: RecordId
) -> None:
    today = datetime.datetime.now(datetime.UTC).astimezone().date()
    kept = ReadBack(result="keep", on=today)
    add(home, "I like tea.", read_back=kept)
    decide(home, mum, "yes")
    print_own(home)
    give(home, mum)
    rain = add(home, "I like rain.", read_back=kept)
    with pytest.raises(NotAllowedError, match="was not offered their own copy"):
        give(home, mum)
    print_own(home)
    with home.notebook.unit_of_work() as work:
        body = work.records.get(rain, Statement).body
        told = msgspec.structs.replace(body, must_know=True)
        work.records.revise(rain, told, by=home.by)
        work.commit()
    give(home, mum)
    assert len(copies(home)) == 2


def test_z4_a_copy_that_was_offered_in_a_talk_and_not_wanted_was_offered(
    home: Home, mum: RecordId, tea: RecordId
) -> None:
    decide(home, mum, "yes")
    talk = sessions.start(home.notebook, person=home.person, guide=GUIDE, by=home.by, now=NOW).last(
        "session"
    )
    for step in ("who", "copy"):
        with pytest.raises(NotAllowedError):
            give(home, mum)
        here = next(each for each in _steps(home, talk) if each.key == step)
        sessions.go_on(home.notebook, session=talk, guide=GUIDE, step=here, by=home.by, now=NOW)
    give(home, mum)


def _steps(home: Home, talk: RecordId):
    from app.model.conversation import Conversation  # noqa: PLC0415

    body = sessions.session(home.notebook, session=talk).body
    return Conversation(GUIDE, body).steps


def test_a_copy_that_could_not_be_written_is_not_on_the_list(
    home: Home, mum: RecordId, tea: RecordId
) -> None:
    def full() -> None:
        raise CannotWriteError("The disk is full.")

    decide(home, mum, "yes")
    print_own(home)
    with pytest.raises(CannotWriteError):
        give(home, mum, put=full)
    assert copies(home) == []


def test_asking_each_time_is_asking_now(home: Home, mum: RecordId, tea: RecordId) -> None:
    decide(home, mum, "ask_each_time")
    print_own(home)
    with pytest.raises(NotAllowedError, match="wants to be asked each time"):
        give(home, mum)
    give(home, mum, asked_now=True)


def test_taking_a_yes_back_lists_the_paper_that_is_to_come_back(
    home: Home, mum: RecordId, tea: RecordId
) -> None:
    choice = decide(home, mum, "yes")
    print_own(home)
    give(home, mum)
    sharing_choices.stop(home.notebook, choice=choice, on=TODAY, by=home.by, words=WORDS)
    assert seen(home, mum) == []
    (body,) = choices(home)
    assert body.withdrawn_on == TODAY
    (listed,) = body.copies_to_collect
    assert listed.startswith("My booklet, from Wednesday")


def glance(home: Home, who: RecordId, on: datetime.date = TODAY) -> str:
    found = sharing_glance.glances(home.notebook, person=home.person, sections=SECTIONS, on=on)
    return found[who]


def end_on(home: Home, choice: RecordId, until: datetime.date | None) -> None:
    sharing_choices.end_on(home.notebook, choice=choice, until=until, today=TODAY, by=home.by)


def test_at_a_glance_is_what_the_rules_say_of_the_lines(
    home: Home, mum: RecordId, tea: RecordId
) -> None:
    assert (glance(home, home.by), glance(home, mum)) == ("yes", "no")
    decide(home, mum, "not_decided", "plan")
    assert glance(home, mum) == "not_decided"
    decide(home, mum, "ask_each_time", "plan")
    assert glance(home, mum) == "ask_each_time"
    decide(home, mum, "yes", "plan")
    assert glance(home, mum) == "yes"
    add(home, "I hate rain.")
    decide(home, mum, "no", f"sentence:{tea}")
    assert glance(home, mum) == "yes_some"


def test_r7_a_yes_to_a_role_shows_at_each_face_that_had_it_then(
    home: Home, mum: RecordId, tea: RecordId
) -> None:
    wish = Wish(to=SharedWith(role="family"), choice="yes", parts=("plan",), purpose="family_life")
    sharing_choices.decide(
        home.notebook, person=home.person, wish=wish, on=TODAY, by=home.by, words=WORDS
    )
    assert glance(home, mum) == "yes"
    later = people.add_supporter(
        home.notebook, person=home.person, name="Zoe", role="family", by=home.by
    ).last("supporter")
    assert glance(home, later) == "no"


def test_r7_a_yes_ends_with_its_day_and_can_be_without_an_end_again(
    home: Home, mum: RecordId, tea: RecordId
) -> None:
    yes = decide(home, mum, "yes", "plan")
    end_on(home, yes, TODAY)
    tomorrow = TODAY + datetime.timedelta(days=1)
    assert (glance(home, mum), glance(home, mum, tomorrow)) == ("yes", "no")
    end_on(home, yes, None)
    assert glance(home, mum, tomorrow) == "yes"


def test_no_yes_ends_on_a_day_that_is_over_and_no_no_ends_at_all(
    home: Home, mum: RecordId, tea: RecordId
) -> None:
    yes = decide(home, mum, "yes", "plan")
    with pytest.raises(NotAllowedError, match="That day is over"):
        end_on(home, yes, TODAY - datetime.timedelta(days=1))
    no = decide(home, mum, "no", "plan")
    for choice in (yes, no):
        with pytest.raises(NotAllowedError, match="no yes here"):
            end_on(home, choice, TODAY)


def test_stopping_can_be_undone_by_name(home: Home, mum: RecordId, tea: RecordId) -> None:
    choice = decide(home, mum, "yes")
    sharing_choices.stop(home.notebook, choice=choice, on=TODAY, by=home.by, words=WORDS)
    name = undo.next_undo(home.notebook, person=home.person)
    assert name is not None
    assert name.name == "sharing stopped"
    undo.undo(home.notebook, person=home.person, by=home.by)
    assert seen(home, mum) == ["I like tea."]


def test_changing_ones_mind_puts_the_new_word_in_place_of_the_old(
    home: Home, mum: RecordId, tea: RecordId
) -> None:
    decide(home, mum, "no")
    decide(home, mum, "yes")
    assert seen(home, mum) == ["I like tea."]
    decide(home, mum, "no")
    assert seen(home, mum) == []
    assert [each.withdrawn_on for each in choices(home)] == [TODAY, TODAY, None]


def test_saying_no_to_one_line_leaves_the_rest_of_a_choice_standing(
    home: Home, mum: RecordId, tea: RecordId
) -> None:
    rain = add(home, "I like rain.")
    decide(home, mum, "yes", f"sentence:{tea}", f"sentence:{rain}")
    decide(home, mum, "no", f"sentence:{rain}")
    assert seen(home, mum) == ["I like tea."]


def test_a_yes_to_one_reason_is_none_to_another(home: Home, mum: RecordId, tea: RecordId) -> None:
    decide(home, mum, "yes")
    assert seen(home, mum, purpose="review") == []


def test_a_yes_to_the_family_is_not_carried_over_to_a_sister_who_comes_later(
    home: Home, mum: RecordId, tea: RecordId
) -> None:
    wish = Wish(to=SharedWith(role="family"), choice="yes", parts=("plan",), purpose="family_life")
    sharing_choices.decide(
        home.notebook, person=home.person, wish=wish, on=TODAY, by=home.by, words=WORDS
    )
    keisha = people.add_supporter(
        home.notebook, person=home.person, name="Keisha", role="family", by=home.by
    ).last("supporter")
    assert seen(home, mum) == ["I like tea."]
    assert seen(home, keisha) == []
    print_own(home)
    with pytest.raises(NotAllowedError, match="Keisha came after Ann Obi said yes"):
        give(home, keisha)


def test_a_reader_is_found_by_name_or_as_an_organisation_that_was_named(
    home: Home, mum: RecordId
) -> None:
    wish = Wish(to=SharedWith(organisation="The surgery"), choice="yes", parts=("plan",))
    sharing_choices.decide(
        home.notebook, person=home.person, wish=wish, on=TODAY, by=home.by, words=WORDS
    )
    found = sharing.sharing(home.notebook, person=home.person)
    assert sharing.reader_named(found, " mum ").supporter == mum
    assert sharing.reader_named(found, "the surgery").organisation == "The surgery"
    with pytest.raises(NotAllowedError):
        sharing.reader_named(found, "The neighbour")
    people.add_supporter(home.notebook, person=home.person, name="Mum", role="family", by=home.by)
    with pytest.raises(NotFoundError, match="Several people"):
        sharing.reader_named(sharing.sharing(home.notebook, person=home.person), "Mum")


def test_a_line_does_not_even_name_the_other_view_that_is_not_shared(
    home: Home, mum: RecordId, tea: RecordId
) -> None:
    other = add(home, "Ann prefers milk.", voice="staff", said_by=home.by, conflicts_with=(tea,))
    statements.reply(
        home.notebook, to=other, view="disagree", words="I do not agree.", lang="en-GB",
        on=TODAY, by=home.by,
    )  # fmt: skip
    decide(home, mum, "yes")
    decide(home, mum, "no", f"sentence:{tea}")
    shared = sharing.shared_plan(
        home.notebook, person=home.person, asked=ask(home, mum), sections=SECTIONS
    )
    (line,) = shared.plan.lines
    assert (line.differs_from, line.view) == ((), "disagree")
    decide(home, mum, "no", f"sentence:{other}")
    assert seen(home, mum) == []


def test_z3_an_answer_in_a_talk_is_kept_for_its_step_and_can_be_taken_back(
    home: Home, mum: RecordId, tea: RecordId
) -> None:
    rain = add(home, "I like rain.")
    talk = sessions.start(home.notebook, person=home.person, guide=GUIDE, by=home.by, now=NOW).last(
        "session"
    )
    to = SharedWith(supporter=mum)
    at = {"session": talk, "step": "who"}
    wishes = (
        Wish(to=to, choice="yes", parts=(f"sentence:{tea}", f"sentence:{rain}"),
             purpose="family_life"),
        Wish(to=to, choice="yes_some", parts=(f"sentence:{tea}",), rest=(f"sentence:{rain}",),
             purpose="family_life"),
    )  # fmt: skip
    for wish in wishes:
        sharing_choices.decide_in_talk(
            home.notebook, **at, wish=wish, at=NOW, by=home.by, words=WORDS
        )
    assert seen(home, mum) == ["I like tea."]
    found = sharing.sharing(home.notebook, person=home.person)
    said = sharing_choices.said_at(found.choices, **at, to=to)
    assert said is not None
    assert said.body.choice == "yes_some"
    answer = sessions.session(home.notebook, session=talk).body.answers["who"]
    assert answer.choices == (f"{mum}:yes_some", f"{mum}:no")
    sharing_choices.take_back_in_talk(home.notebook, **at, to=to, at=NOW, by=home.by)
    assert choices(home) == []
    assert "who" not in sessions.session(home.notebook, session=talk).body.answers


def test_r7_sharing_without_a_yes_names_its_reason_and_is_told_to_the_person(
    home: Home, mum: RecordId, tea: RecordId
) -> None:
    fields = {"what": "One line.", "why": "", "by": home.by, "on": TODAY, "told": True}
    with pytest.raises(NotAllowedError, match="write why"):
        overriding.reason_for(**fields)
    with pytest.raises(NotAllowedError, match="tell the person"):
        overriding.reason_for(**{**fields, "why": "Section 42.", "told": False})
    reason = overriding.reason_for(
        **{**fields, "why": "Section 42.", "told": False}, why_not_told="It would put Ann at risk."
    )
    decide(home, mum, "no")
    choice = overriding.override(
        home.notebook, person=home.person, to=SharedWith(supporter=mum),
        parts=(f"sentence:{tea}",), basis="legal_duty", reason=reason, purpose="family_life",
        on=TODAY, by=home.by,
    ).last("sharing_choice")  # fmt: skip
    assert seen(home, mum) == ["I like tea."]
    assert home.notebook.events[-1].what == "shared"
    with pytest.raises(NotAllowedError, match="You can ask why"):
        sharing_choices.stop(home.notebook, choice=choice, on=TODAY, by=home.by, words=WORDS)
    overriding.told_about(home.notebook, choice=choice, on=TODAY, by=home.by)
    assert choices(home)[-1].override[0].told_person_on == TODAY


def test_what_an_emergency_asks_for_ends_with_its_day(
    home: Home, mum: RecordId, tea: RecordId
) -> None:
    reason = overriding.reason_for(what="Tea.", why="A fall.", by=home.by, on=TODAY, told=True)
    overriding.override(
        home.notebook, person=home.person, to=SharedWith(supporter=mum), parts=("plan",),
        basis="vital_emergency", reason=reason, purpose="family_life", on=TODAY, by=home.by,
    )  # fmt: skip
    assert seen(home, mum) == ["I like tea."]
    assert seen(home, mum, on=TODAY + datetime.timedelta(days=1)) == []


def test_of_one_sentence_it_is_said_who_sees_it(home: Home, mum: RecordId, tea: RecordId) -> None:
    found = {
        each.name: ruling
        for each, ruling in sharing.who_sees(
            home.notebook, statement=tea, sections=SECTIONS, on=TODAY
        )
    }
    assert (found["Jo"].seen, found["Jo"].why) == (True, "team")
    assert (found["Mum"].seen, found["Mum"].why) == (False, "nothing_said")
