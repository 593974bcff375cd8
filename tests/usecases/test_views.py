"""What others say and the person's view of it, easier words, one page, and thanks."""

import pytest

from app.bootstrap import House
from app.model.drawn import ProfilePick
from app.model.errors import BadWordsError, NotAllowedError
from app.model.feedback import Recognition
from app.model.halfsaid import HalfSaid, change_key
from app.model.ids import PictureRef, RecordId
from app.model.record import Record
from app.model.session import Answer
from app.model.statement import Statement
from app.usecases import (
    easy_words,
    halfsaid,
    plans,
    profiles,
    recognition,
    sessions,
    statements,
    talks,
    undo,
    views,
)
from app.usecases.surroundings import views_to_answer
from tests.helpers.guides import moment

from .conftest import NOW, TODAY, Home
from .test_making import begun, said, session_of
from .test_statements import keep, now
from .test_statements import said as say

OTHERS = moment("others", kind="others_say", for_each="views", section="", says="quote")
OFFER = moment("offer", kind="recognition", section="", options=[
    {"id": "voucher", "words": "A voucher", "picture": "openmoji:2B50"},
])  # fmt: skip


def theirs(home: Home) -> RecordId:
    return say(home, "Ann needs to lose weight.", voice="staff", said_by=home.by)


# What others say


def reply(home: Home, session: RecordId, to: RecordId, view: str) -> None:
    views.answer(
        home.notebook,
        session=session,
        step=f"others:{to}",
        to=to,
        view=view,  # type: ignore[arg-type]
        words="I do not agree.",
        lang="en-GB",
        on=TODAY,
        at=NOW,
        by=home.by,
    )


@pytest.mark.parametrize(
    ("no", "asked_again"), [("dont_want_to_say", False), ("dont_know", True), ("not_today", True)]
)
def test_r3_what_somebody_did_not_want_to_say_to_a_view_is_not_asked_again_in_another_talk(
    home: Home, no: str, asked_again: bool
) -> None:
    to = theirs(home)
    session, _ = begun(home, OTHERS)
    refusal = Answer(response=no, at=NOW)  # type: ignore[arg-type]
    sessions.answer(home.notebook, session=session, step=f"others:{to}", answer=refusal, by=home.by)
    with home.notebook.unit_of_work() as work:
        assert views_to_answer(work, home.person) == (to,)
    sessions.stop(home.notebook, session=session, by=home.by, now=NOW)
    with home.notebook.unit_of_work() as work:
        assert views_to_answer(work, home.person) == ((to,) if asked_again else ())


def test_a_view_is_kept_beside_their_sentence_and_is_the_answer_to_its_step(
    home: Home, house: House
) -> None:
    to = theirs(home)
    session, talk = begun(home, OTHERS)
    assert talks.talk(home.notebook, session=session, guides={talk.id: talk}).conversation.next
    reply(home, session, to, "disagree")
    plan = plans.plan(home.notebook, person=home.person, sections=house.sections, today=TODAY)
    assert [line.view for line in plan.lines] == ["disagree"]
    assert session_of(home, session).answers[f"others:{to}"].choices == ("disagree",)
    walk = talks.talk(home.notebook, session=session, guides={talk.id: talk}).conversation
    assert walk.step.key == f"others:{to}"


def test_r3_refusing_takes_a_view_back_and_is_kept(home: Home) -> None:
    to = theirs(home)
    session, _ = begun(home, OTHERS)
    reply(home, session, to, "agree")
    views.no_answer(
        home.notebook,
        session=session,
        step=f"others:{to}",
        to=to,
        answer=Answer(response="dont_know", at=NOW),
        by=home.by,
    )
    assert [each.id for each in said(home)] == [to]
    assert session_of(home, session).answers[f"others:{to}"].response == "dont_know"


def test_taking_a_view_back_leaves_the_reply_that_was_given_before_the_talk(home: Home) -> None:
    to = theirs(home)
    statements.reply(
        home.notebook, to=to, view="disagree", words="No.", lang="en-GB", on=TODAY, by=home.by
    )
    (before,) = (each for each in said(home) if each.body.answer_to)
    session, _ = begun(home, OTHERS)
    for view in ("agree", "disagree"):
        reply(home, session, to, view)
    views.no_answer(
        home.notebook, session=session, step=f"others:{to}", to=to, answer=None, by=home.by
    )
    (after,) = (each for each in said(home) if each.body.answer_to)
    assert (after.id, after.body) == (before.id, before.body)


def test_r6_the_persons_own_words_stand_beside_theirs(home: Home) -> None:
    to = theirs(home)
    session, _ = begun(home, OTHERS)

    def own(words: str) -> Record[Statement]:
        views.say_own(
            home.notebook,
            session=session,
            step=f"others:{to}",
            to=to,
            words=words,
            lang="en-GB",
            voice="own_spoken",
            at=NOW,
            by=home.by,
        )
        return said(home)[-1]

    first = own("I like me the way I am.")
    assert (first.body.conflicts_with, first.body.voice_group) == ((to,), "own")
    assert first.body.section == now(home, to).body.section
    key = change_key(to)
    halfsaid.keep(home.notebook, session=session, step=key, said=HalfSaid(words="I like me."))
    second = own("I like me.")
    assert halfsaid.read(home.notebook, session=session, step=key).blank
    assert (second.id, second.body.original) == (first.id, "I like me.")
    assert now(home, to).body.original == "Ann needs to lose weight."
    with pytest.raises(BadWordsError):
        own(" ")


# Easier words


def test_r5_easier_words_stand_beside_the_words_as_they_were_said(home: Home) -> None:
    tea = say(home, "I am partial to a brew of an evening.")
    keep(home, tea)
    easy_words.write(home.notebook, statement=tea, words="I like tea at night.", by=home.by)
    body = now(home, tea).body
    assert body.original == "I am partial to a brew of an evening."
    assert (body.easy, body.easy_by, body.easy_ok_by_person) == (
        "I like tea at night.", home.by, False,
    )  # fmt: skip
    assert body.kept


def test_easier_words_count_only_after_the_persons_yes(home: Home) -> None:
    tea = say(home, "I am partial to a brew.")
    easy_words.write(home.notebook, statement=tea, words="I like tea.", by=home.by)
    with pytest.raises(NotAllowedError):
        easy_words.answer(home.notebook, statement=tea, ok=True, seen="Other.", by=home.by)
    easy_words.answer(home.notebook, statement=tea, ok=True, seen="I like tea.", by=home.by)
    assert now(home, tea).body.easy_ok_by_person
    easy_words.write(home.notebook, statement=tea, words="Tea is good.", by=home.by)
    assert not now(home, tea).body.easy_ok_by_person


def test_a_no_to_easier_words_takes_them_away_and_can_be_undone(home: Home) -> None:
    tea = say(home, "I am partial to a brew.")
    easy_words.write(home.notebook, statement=tea, words="I like tea.", by=home.by)
    easy_words.answer(home.notebook, statement=tea, ok=False, seen="I like tea.", by=home.by)
    assert now(home, tea).body.easy == ""
    undo.undo(home.notebook, person=home.person, by=home.by)
    assert now(home, tea).body.easy == "I like tea."


# One page


def page(home: Home) -> ProfilePick:
    with home.notebook.unit_of_work() as work:
        (found,) = work.records.find(ProfilePick, person=home.person)
    return found.body


def test_one_page_holds_what_the_person_picked_in_their_order(home: Home) -> None:
    one, two, three = (say(home, words) for words in ("Tea.", "Bus.", "Cat."))
    session, _ = begun(home, moment("page", kind="profile_pick", about="one_page_profile"))
    given = {
        "session": session, "step": "page", "document": "one_page_profile", "by": home.by,
        "at": NOW,
    }  # fmt: skip
    for each in (one, two, three):
        profiles.pick(home.notebook, statement=each, **given)  # type: ignore[arg-type]
    profiles.move(home.notebook, statement=three, places=-1, **given)  # type: ignore[arg-type]
    assert page(home).picks == (one, three, two)
    profiles.move(home.notebook, statement=one, places=-1, **given)  # type: ignore[arg-type]
    assert page(home).picks == (one, three, two)
    profiles.pick(home.notebook, statement=three, **given)  # type: ignore[arg-type]
    assert page(home).picks == (one, two)
    assert session_of(home, session).answers["page"].response == "chosen"
    photo = PictureRef("photo:" + "0" * 64)
    profiles.choose_photo(home.notebook, photo=photo, **given)  # type: ignore[arg-type]
    assert page(home).photo == photo


def test_a_passport_is_another_page_made_of_other_sections(home: Home) -> None:
    profile = say(home, "Tea.")
    signs = say(home, "I tap the door.", section="communication")
    for each in (profile, signs):
        keep(home, each)
    assert [each.id for each in profiles.on_offer(tuple(said(home)), "passport")] == [signs]
    session, _ = begun(home, moment("page", kind="profile_pick", about="one_page_profile"))
    for document, each in (("one_page_profile", profile), ("passport", signs)):
        profiles.pick(
            home.notebook, session=session, step="page", document=document, statement=each,
            by=home.by, at=NOW,
        )  # fmt: skip
    with home.notebook.unit_of_work() as work:
        found = work.records.find(ProfilePick, person=home.person)
    assert {each.body.document: each.body.picks for each in found} == {
        "one_page_profile": (profile,), "passport": (signs,),
    }  # fmt: skip


def test_only_what_the_person_kept_and_does_not_keep_private_is_offered(home: Home) -> None:
    kept, draft, private, elsewhere = (
        say(home, words, **more)
        for words, more in (
            ("Tea.", {}),
            ("Bus.", {}),
            ("My secret.", {}),
            ("Money.", {"section": "money"}),
        )
    )
    for each in (kept, private, elsewhere):
        keep(home, each)
    statements.set_private(home.notebook, statement=private, private=True, by=home.by)
    assert [each.id for each in profiles.on_offer(tuple(said(home)), "one_page_profile")] == [kept]
    assert draft in [each.id for each in said(home)]


# Thanks


def thanked(home: Home) -> Recognition:
    with home.notebook.unit_of_work() as work:
        (found,) = work.records.find(Recognition, person=home.person)
    return found.body


def offer(home: Home, session: RecordId, answer: Answer | None) -> Recognition:
    recognition.offer(
        home.notebook,
        session=session,
        step="offer",
        answer=answer,
        for_what="A talk",
        on=TODAY,
        by=home.by,
    )
    return thanked(home)


def test_what_is_offered_before_the_work_is_dated_and_what_is_chosen_kept(home: Home) -> None:
    session, _ = begun(home, OFFER)
    made = offer(home, session, Answer(response="chosen", choices=("voucher",), at=NOW))
    assert (made.offered_on, made.menu_shown, made.chosen) == (TODAY, True, "voucher")
    made = offer(home, session, Answer(response="said", choices=("other",), words="A cake"))
    assert (made.chosen, made.other_choice) == (None, "A cake")


def test_r3_saying_nothing_about_it_is_kept_and_it_was_offered_all_the_same(home: Home) -> None:
    session, _ = begun(home, OFFER)
    made = offer(home, session, Answer(response="dont_want_to_say", at=NOW))
    assert (made.offered_on, made.chosen) == (TODAY, None)
    assert session_of(home, session).answers["offer"].response == "dont_want_to_say"


def test_expenses_and_advice_are_kept_beside_the_choice(home: Home) -> None:
    session, _ = begun(home, OFFER)
    offer(home, session, Answer(response="chosen", choices=("voucher",)))
    recognition.spend(home.notebook, session=session, what="The bus", amount="£4", by=home.by)
    recognition.advise(home.notebook, session=session, offered=True, by=home.by)
    made = thanked(home)
    assert [each.what for each in made.expenses] == ["The bus"]
    assert (made.advice_offered, made.chosen) == (True, "voucher")
    with pytest.raises(BadWordsError):
        recognition.spend(home.notebook, session=session, what=" ", amount="£4", by=home.by)


def test_thanks_are_given_with_a_day_and_the_person_may_thank_somebody_too(home: Home) -> None:
    session, _ = begun(home, moment("thanks", kind="thanks", section="", options=[
        {"id": "thanks", "words": "Thanks", "picture": "openmoji:2B50"},
    ]))  # fmt: skip
    given = {"session": session, "step": "thanks", "by": home.by}
    recognition.give(home.notebook, on=TODAY, at=NOW, **given)  # type: ignore[arg-type]
    assert (thanked(home).given_on, thanked(home).given_by) == (TODAY, home.by)
    recognition.thank(
        home.notebook,
        section="people",
        words="Thank you Jo.",
        lang="en-GB",
        voice="own_spoken",
        **given,  # type: ignore[arg-type]
    )
    (words,) = said(home)
    assert thanked(home).thanked == (words.id,)
    assert words.body.voice_group == "own"
    recognition.give(home.notebook, on=None, at=NOW, **given)  # type: ignore[arg-type]
    assert thanked(home).given_by is None
