"""Everything that is written about a person: nothing that is kept is left out."""

import datetime
import typing
from typing import Any

import msgspec
import pytest

from app.bootstrap import House
from app.model import kinds
from app.model.decisions import Decision
from app.model.errors import NotFoundError
from app.model.goals import Goal, GoalStep
from app.model.halfsaid import HalfSaid
from app.model.ids import PictureRef, RecordId
from app.model.kinds import KINDS
from app.model.person import Advocacy, KnownLanguage, LegalFact, Person, Supporter
from app.model.pictures import Picture
from app.model.record import Body, Facets, Value
from app.model.risks import RiskPlan
from app.model.session import AgendaTopic, Answer, Board, BoardCard, Session
from app.model.sharing import SharedWith, SharingChoice
from app.model.statement import Statement
from app.model.translation import Translation
from app.usecases import events, halfsaid, people, sessions, statements, undo
from app.usecases.field_words import name_of_kind
from tests.helpers.everything import everything, told
from tests.helpers.one_of_each import SEALED, WITHOUT_WORDS, one_of_each

from .conftest import NOW, TODAY, Home

_TEA: dict[str, Any] = {
    "words": "Me tea.",
    "lang": "en-GB",
    "section": "important_to",
    "kind": "preference",
    "voice": "own_spoken",
}


class Visit(Value, frozen=True, kw_only=True):
    """A part of a record of a kind that there is not yet."""

    who_came: str
    how_it_was: typing.Literal["good_enough", "bad"]


class Diary(Body, frozen=True, kw_only=True):
    """A record of a kind that there is not yet."""

    person: RecordId
    what_happened: str
    visits: tuple[Visit, ...]
    by_day: dict[str, str]

    def facets(self, record: RecordId) -> Facets:  # noqa: ARG002
        return Facets(person=self.person)


def say(home: Home, **more: object) -> RecordId:
    asked = {"person": home.person, "by": home.by, **_TEA, **more}
    return statements.say(home.notebook, statements.Said(**asked)).last("statement")  # type: ignore[arg-type]


def talk(home: Home, house: House) -> RecordId:
    guide = house.guides["review"]
    started = sessions.start(home.notebook, person=home.person, guide=guide, by=home.by, now=NOW)
    return started.last("session")


def revise(home: Home, record: RecordId, kind: type[Body], **fields: object) -> None:
    with home.notebook.unit_of_work() as work:
        now = work.records.get(record, kind)
        body = msgspec.structs.replace(now.body, **fields)
        work.records.revise(record, body, by=home.by)
        work.commit()


def all_of(home: Home, house: House, part: str = "") -> str:
    return told(everything(home.notebook, home.person, house), part)


def each_kind(home: Home) -> dict[str, Body]:
    return one_of_each(home.person, by=home.by, now=NOW)


def test_every_kind_of_record_there_is_is_shown(home: Home, house: House) -> None:
    each = each_kind(home)
    assert set(each) == set(KINDS), "show the new kind too, and add it in one_of_each"
    with home.notebook.unit_of_work() as work:
        work.records.revise(home.person, each.pop("person"), by=home.by)
        for body in each.values():
            work.records.add(body, by=home.by)
        work.commit()
    found = all_of(home, house)
    for kind in KINDS:
        words = f"{kind.capitalize()} words"
        assert (name_of_kind(kind).sentence if kind in WITHOUT_WORDS else words) in found


def test_r14_of_a_sealed_note_only_for_whom_and_the_day_are_told(home: Home, house: House) -> None:
    with home.notebook.unit_of_work() as work:
        work.records.add(each_kind(home)["sealed_note"], by=home.by)
        work.commit()
    found = all_of(home, house, "Sealed notes")
    assert "For whom\nmanager" in found
    assert "When\nWednesday 4 March 2026" in found
    assert SEALED not in found
    assert "manager-1" not in found


def test_records_that_others_name_are_told_by_what_stands_in_them(home: Home, house: House) -> None:
    wish = say(home, words="I want to go by bus.")
    with home.notebook.unit_of_work() as work:
        goal = work.records.add(Goal(person=home.person, words=wish), by=home.by).id
        key = work.records.add(Decision(person=home.person, question="A key?"), by=home.by).id
        step = GoalStep(person=home.person, goal=goal, words="Buy a card.", who=home.person)
        work.records.add(step, by=home.by)
        work.records.add(RiskPlan(person=home.person, what="The bus.", decision=key), by=home.by)
        work.commit()
    steps = all_of(home, house, "Steps towards what I want")
    assert "The goal\n“I want to go by bus.”" in steps
    assert "Who\nAnn Obi" in steps
    risks = all_of(home, house, "Things I want to do that have a risk")
    assert "The decision it goes with\nA key?" in risks


def test_r12_a_machine_that_translated_is_named(home: Home, house: House) -> None:
    with home.notebook.unit_of_work() as work:
        made = Translation(
            person=home.person, source=say(home), source_version=1, lang="pl", text="Herbata.",
            method="machine_offline",
        )  # fmt: skip
        work.records.add(made, by=home.by)
        work.commit()
    assert "Who or what translated\na machine" in all_of(home, house)


def test_what_may_be_seen_is_told_by_the_names_of_its_parts(home: Home, house: House) -> None:
    tea = say(home)
    choice = SharingChoice(
        person=home.person, to=SharedWith(role="family"), since=TODAY, choice="yes_some",
        parts=("section:home", "document:booklet", f"sentence:{tea}"), how=("paper",),
    )  # fmt: skip
    with home.notebook.unit_of_work() as work:
        work.records.add(choice, by=home.by)
        work.commit()
    found = all_of(home, house, "Who may see what")
    assert f"What they may see\n{house.sections['home'].easy}\nmy booklet\n“Me tea.”" in found
    assert "How\non paper" in found


def test_a_kind_that_is_added_later_is_told_field_by_field(
    home: Home, house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(kinds.KINDS, "day_diary", Diary)
    monkeypatch.setitem(kinds._NAMES, Diary, "day_diary")
    monkeypatch.setitem(kinds._decoders, "day_diary", msgspec.json.Decoder(Diary))
    diary = Diary(
        person=home.person,
        what_happened="We went out.",
        visits=(Visit(who_came="The vicar", how_it_was="good_enough"),),
        by_day={"next_day": "It rained."},
    )
    with home.notebook.unit_of_work() as work:
        work.records.add(diary, by=home.by)
        work.commit()
    found = all_of(home, house, "Day diary")
    for words in (
        "What happened\nWe went out.",
        "Who came: The vicar",
        "How it was: Good enough",
        "Next day: It rained.",
        "by Jo",
    ):
        assert words in found


def test_the_persons_record_is_told_in_words_and_not_in_codes(home: Home, house: House) -> None:
    revise(
        home,
        home.person,
        Person,
        languages=(KnownLanguage(code="cy", speak="well", read="none", home=True),),
        legal_facts=(LegalFact(kind="lpa_health", holder="Mum", seen_document=True),),
        advocacy=Advocacy(name="Ruth", appropriate_individual_id=home.by),
        date_of_birth=datetime.date(1980, 5, 1),
    )
    found = all_of(home, house, "About me")
    for line in (
        "Language: Cymraeg",
        "I read it: not at all",
        "What it is: somebody I chose decides about health if I cannot",
        "Somebody saw the paper: yes",
        "Who helps me take part: Jo",
        "The day I was born\nThursday 1 May 1980",
        "Choices on one screen: 4",
    ):
        assert line in found
    assert "_" not in found


def test_what_was_true_of_the_person_before_is_told(home: Home, house: House) -> None:
    revise(home, home.person, Person, pronouns="she", adjustments=("A quiet room", "Tea"))
    revise(home, home.person, Person, pronouns="they", adjustments=("Tea", "Time"))
    about = everything(home.notebook, home.person, house)
    (entry,) = about.parts[0].groups[0].entries
    (change,) = entry.earlier
    before = {fact.label.sentence: fact.items for fact in change.before}
    assert before == {
        "Words to use for me": (("she",),),
        "What should be made to fit me": (("A quiet room",),),
    }
    assert change.by == "Jo"


def test_whoever_left_is_still_there(home: Home, house: House) -> None:
    revise(home, home.by, Supporter, left_on=datetime.date(2026, 3, 5))
    with home.notebook.unit_of_work() as work:
        jo = work.records.get(home.by, Supporter)
        work.records.revise(home.by, jo.body, by=home.by, withdrawn=True)
        work.commit()
    found = all_of(home, house, "People around me")
    assert "Jo\n" in found
    assert "They left on\nThursday 5 March 2026" in found
    assert "This is hidden" in found
    assert "It was hidden." in found


def test_drafts_private_hidden_and_disowned_sentences_are_told(home: Home, house: House) -> None:
    say(home, words="A draft.")
    private = say(home, words="For me alone.")
    statements.set_private(home.notebook, statement=private, private=True, by=home.by)
    hidden = say(home, words="Hide this.")
    statements.withdraw(home.notebook, statement=hidden, by=home.by)
    not_mine = say(home, words="I never said that.")
    statements.read_back(
        home.notebook, statement=not_mine, result="not_mine", method="pointed", on=TODAY,
        by=home.by,
    )  # fmt: skip
    found = all_of(home, house, "What I said")
    assert "A draft.\nYou have not said yes or no to these words yet." in found
    assert "For me alone\nyes" in found
    assert "Hide this.\nThis is hidden" in found
    assert "not mine, pointed, Wednesday 4 March 2026" in found


def test_r5_every_version_of_a_sentence_is_told(home: Home, house: House) -> None:
    tea = say(home)
    revise(home, tea, Statement, easy="Tea please.", easy_by=home.by)
    statements.change_words(home.notebook, statement=tea, words="My tea.", by=home.by)
    statements.change_words(home.notebook, statement=tea, words="The tea.", by=home.by)
    found = all_of(home, house, "What I said")
    assert "The tea." in found
    assert 'The words were changed. Before: "My tea."' in found
    assert 'The words were changed. Before: "Me tea."' in found
    assert "In easier words\nTea please." in found


def test_r6_a_different_view_of_a_sentence_is_told(home: Home, house: House) -> None:
    tea = say(home)
    with home.notebook.unit_of_work() as work:
        (first,) = work.records.history(tea)
        for words in ("My tea.", "The tea."):
            body = msgspec.structs.replace(first.body, original=words)
            work.records.revise(tea, body, by=home.by, based_on=(first.id,))
        work.commit()
    found = all_of(home, house, "What I said")
    _, _, view = found.partition("This is a different view. Both stand:")
    assert "The words\nMy tea." in view
    assert "The tea." in found


def test_the_persons_reply_is_told_with_what_it_replies_to(home: Home, house: House) -> None:
    jo = say(home, words="Ann needs time.", voice="staff", said_by=home.by)
    statements.reply(
        home.notebook, to=jo, view="part", words="Not always.", lang="en-GB", on=TODAY, by=home.by
    )
    found = all_of(home, house, "What I said")
    assert "Not always." in found
    assert "My reply to\n“Ann needs time.”, I agree with part of it" in found


def test_a_talk_is_told_with_its_questions_answers_and_boards(home: Home, house: House) -> None:
    session = talk(home, house)
    revise(
        home,
        session,
        Session,
        ended=NOW + datetime.timedelta(minutes=42),
        parked=("my bike",),
        stopped_by="person",
        answers={
            "feeling_now": Answer(response="chosen", choices=("so_so",), words="My hip.", at=NOW),
            "people_here": Answer(response="chosen", choices=(f"{home.by}:not_now",)),
            "important": Answer(response="dont_want_to_say"),
            "not_safe": Answer(response="said", field="not_safe"),
        },
    )
    board = Board(
        person=home.person, session=session, moment="sorting:food", topic="food", scale="doing_ok",
        cards=(
            BoardCard(id="tea", words="Hot tea", pile="going_well"),
            BoardCard(id="own-1", words="My own mug", added=True),
        ),
    )  # fmt: skip
    with home.notebook.unit_of_work() as work:
        work.records.add(board, by=home.by, session=session)
        work.commit()
    found = all_of(home, house, "Our talks")
    for words in (
        "The talk of Wednesday 4 March 2026",
        "Minutes from its beginning to its end: 42",
        "Kept for another day\nmy bike",
        "Who stopped it\nme",
        "How do you feel now?\nSo-so\nMy hip.",
        "Who is it OK to have here?\nJo: not now",
        "What feels important this month?\nI do not want to say",
        "I said that I am not safe",
        "Sorting cards: Food and meals",
        "How is this going? (Food and meals)",
        "Going well\nHot tea",
        "Not put anywhere\nMy own mug",
    ):
        assert words in found


def test_a_card_that_was_moved_is_told_where_it_lay_before(home: Home, house: House) -> None:
    body = each_kind(home)["board"]
    lay = BoardCard(id="a", words="Hot tea", pile="going_well")
    with home.notebook.unit_of_work() as work:
        board = work.records.add(msgspec.structs.replace(body, cards=(lay,)), by=home.by).id
        work.commit()
    moved = msgspec.structs.replace(lay, pile="not_going_well")
    revise(home, board, Board, cards=(moved,))
    (group,) = everything(home.notebook, home.person, house).parts[3].groups
    (change,) = group.entries[0].earlier
    assert [(f.label.sentence, f.items) for f in change.before] == [("Going well", (("Hot tea",),))]


def test_words_that_were_never_finished_are_told_wherever_they_stand(
    home: Home, house: House
) -> None:
    session = talk(home, house)
    agenda = (AgendaTopic(topic="food"),)
    revise(home, session, Session, agenda=agenda, at_moment="a_moment_of_long_ago")
    revise(home, session, Session, agenda=(), at_moment="important")
    for step, words in (
        ("worse", "When they"),
        ("a_moment_of_long_ago", "I used to"),
        ("sorting:food", "Not soup"),
    ):
        said = HalfSaid(words=words, how="shown_by_behaviour", meaning="Too loud.", sure="guess")
        halfsaid.keep(home.notebook, session=session, step=step, said=said)
    found = all_of(home, house, "Not finished")
    assert "What makes it worse?" in found
    assert "Words\nWhen they" in found
    assert "What it means\nToo loud." in found
    assert "shown by what I do" in found
    assert "A moment of long ago" in found
    assert "I used to" in found
    assert "Not soup" in found  # its topic was taken off the table


def test_what_was_undone_and_done_again_is_told(home: Home, house: House) -> None:
    tea = say(home)
    statements.set_private(home.notebook, statement=tea, private=True, by=home.by)
    undo.undo(home.notebook, person=home.person, by=home.by)
    undo.redo(home.notebook, person=home.person, by=home.by)
    undo.undo(home.notebook, person=home.person, by=home.by)
    found = all_of(home, house, "What was done with it")
    assert found.count("Jo took this back: kept private") == 2
    assert found.count("Jo did this again: kept private") == 1


def test_a_change_that_was_begun_outside_of_a_talk_is_told_too(home: Home, house: House) -> None:
    tea = say(home, words="I like tea, in the blue mug.")
    said = HalfSaid(words="I like green tea, or")
    halfsaid.keep(home.notebook, session=home.person, step=tea, said=said)
    found = all_of(home, house, "Not finished")
    assert "I like green tea, or" in found
    assert "I like tea, in the blue mug." in found


def test_only_what_was_done_with_this_persons_plan_is_listed(home: Home, house: House) -> None:
    other = other_person(home)
    for who, document in ((home.person, "booklet"), (other, "passport"), (None, "backup")):
        events.note(home.notebook, what="printed", person=who, document=document, for_whom="person")  # type: ignore[arg-type]
    found = all_of(home, house, "What was done with it")
    assert "Jo printed the booklet of Ann Obi." in found
    assert "passport" not in found
    assert "backup" not in found


def test_every_photo_of_every_version_is_shown_once(home: Home, house: House) -> None:
    with home.notebook.unit_of_work() as work:
        old, new = (work.media.put(Picture("image/png", data)) for data in (b"old", b"new"))
        work.commit()
    tea = say(home, symbols=(old,))
    statements.change_pictures(home.notebook, statement=tea, symbols=(new,), by=home.by)
    people.change_photo(home.notebook, person=home.person, photo=new, by=home.by)
    board = each_kind(home)["board"]
    symbols = (BoardCard(id="a", words="Tea", symbol=PictureRef("openmoji:2615")),)
    with home.notebook.unit_of_work() as work:
        work.records.add(msgspec.structs.replace(board, cards=symbols), by=home.by)
        work.commit()
    (part,) = (
        each
        for each in everything(home.notebook, home.person, house).parts
        if each.title.sentence == "Photos"
    )
    shown = [entry.pictures for group in part.groups for entry in group.entries]
    assert sorted(shown) == sorted([(old,), (new,)])


def test_nothing_of_another_person_is_told(home: Home, house: House) -> None:
    other = other_person(home)
    say(home, words="Mine.")
    say(home, person=other, words="Nobody else reads this.")
    found = all_of(home, house)
    assert "Mine." in found
    for secret in ("Ben", "Sam", "Nobody else"):
        assert secret not in found


def test_a_notebook_that_keeps_little_says_so(home: Home, house: House) -> None:
    about = everything(home.notebook, home.person, house)
    empty = {part.title.sentence: part.none.sentence for part in about.parts if not part.groups}
    assert empty == {
        "What I said": "No words are kept.",
        "Our talks": "No talks are kept.",
        "Not finished": "No words stand unfinished.",
        "Photos": "No photos are kept.",
        "What was done with it": "Nothing was printed, given to anybody or taken back.",
    }


def test_there_must_be_such_a_person(home: Home, house: House) -> None:
    with pytest.raises(NotFoundError):
        everything(home.notebook, RecordId("nobody"), house)


def other_person(home: Home) -> RecordId:
    return people.add_person(
        home.notebook,
        preferred_name="Ben",
        home_language="en-GB",
        worker="worker-2",
        worker_name="Sam",
        today=TODAY,
    ).last("person")
