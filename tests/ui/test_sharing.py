"""Who may see what, in the window: the moment, the screens, and agreeing the plan."""

import datetime
from pathlib import Path

import msgspec
import pytest
from pypdf import PdfReader
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QLineEdit

from app.model.agreements import PlanAgreement
from app.model.errors import NotAllowedError
from app.model.guide import Guide
from app.model.ids import RecordId
from app.model.person import LegalFact, Person
from app.model.sharing import CopyMade, SharedWith, SharingChoice
from app.usecases import people, sharing, sharing_choices, statements
from app.usecases.sharing import Sharing
from app.usecases.sharing_choices import Wish
from tests.helpers.driver import Driver, begin
from tests.helpers.guides import guide, moment
from ui.parts.column import Column
from ui.parts.words import Words
from ui.screens.base import Route
from ui.screens.copy_for import CopyForScreen
from ui.screens.moments.sharing import SharingView

WHO = {
    "id": "who", "kind": "sharing", "stage": "talk", "prompt": "Who can see these words?",
    "picture": "openmoji:1F441",
}  # fmt: skip
AGREE = {**WHO, "id": "agree", "kind": "agree", "prompt": "Do you agree with your plan?"}
SENSITIVE = "I want to meet somebody."


@pytest.fixture
def ann(new_notebook: Driver) -> Driver:
    """A notebook with Ann, whom Sam supports, and her mum and her sister; nothing was chosen."""
    driver = new_notebook
    notebook = driver.window.ctx.open_notebook
    driver.ask(
        lambda: people.add_person(
            notebook,
            preferred_name="Ann",
            home_language="en-GB",
            worker=notebook.worker.id,
            worker_name="Sam",
            today=driver.window.ctx.today,
        )
    )
    person = driver.person()
    for name in ("Mum", "Keisha"):
        driver.ask(
            lambda name=name: people.add_supporter(
                notebook, person=person, name=name, role="family", by=person
            )
        )
    driver.window.show_route(Route("home", {"person": person}))
    driver.settle()
    return driver


def standing(driver: Driver) -> Sharing:
    notebook, person = driver.window.ctx.open_notebook, driver.person()
    return driver.ask(lambda: sharing.sharing(notebook, person=person))


def who(driver: Driver, name: str) -> RecordId:
    found = next(each.supporter for each in standing(driver).readers if each.name == name)
    assert found is not None
    return found


def choices(driver: Driver) -> list[SharingChoice]:
    return [each.body for each in standing(driver).choices if each.body.withdrawn_on is None]


def copies(driver: Driver) -> list[CopyMade]:
    return [each.body for each in standing(driver).copies]


def keep(driver: Driver, words: str, section: str = "important_to", **fields: object) -> RecordId:
    """A sentence that the person said and kept, in the talk that is on screen if one is."""
    ctx, person = driver.window.ctx, driver.person()
    notebook, by, today = ctx.open_notebook, ctx.writer, ctx.today
    session = driver.window.route.about.get("session")
    said = driver.ask(
        lambda: statements.say(
            notebook,
            statements.Said(
                person=person,
                words=words,
                lang="en-GB",
                section=section,
                kind="fact",
                voice="own_spoken",
                by=by,
                session=session,
                moment="earlier",
                **fields,
            ),
        )
    ).last("statement")
    driver.ask(
        lambda: statements.read_back(
            notebook, statement=said, result="keep", method="heard", on=today, by=by,
            session=session,
        )
    )  # fmt: skip
    return said


def decide(driver: Driver, name: str, choice: str, *parts: str, **fields: object) -> None:
    ctx, person = driver.window.ctx, driver.person()
    notebook, by, today = ctx.open_notebook, ctx.writer, ctx.today
    wish = Wish(
        to=SharedWith(supporter=who(driver, name)),
        choice=choice,
        parts=parts or ("plan",),
        **{"purpose": "family_life", **fields},
    )
    driver.ask(
        lambda: sharing_choices.decide(
            notebook, person=person, wish=wish, on=today, by=by, words=ctx.words
        )
    )


def show(driver: Driver, screen: str, **about: object) -> None:
    driver.window.show_route(Route(screen, {"person": driver.person(), **about}))
    driver.settle()


def talk(driver: Driver, with_moment: dict[str, object], *words: str) -> Guide:
    """A talk that stands at a moment, in which these words were kept."""
    made = guide(with_moment, moment("after"))
    begin(driver, made)
    for each in words:
        keep(driver, each, "identity_culture" if each == SENSITIVE else "important_to")
    driver.window.show_route(driver.window.route)
    driver.settle()
    return made


# The moment


def test_z3_new_words_are_shared_with_one_face_at_a_time(ann: Driver) -> None:
    talk(ann, WHO, "I like tea.", SENSITIVE)
    mum = who(ann, "Mum")
    assert "I like tea." in ann.seen()
    ann.press(f"reader-{mum}")
    assert "Can Mum see these new words?" in ann.seen()
    ann.press("say-yes")
    (choice,) = choices(ann)
    assert (choice.choice, choice.to, choice.purpose) == (
        "yes", SharedWith(supporter=mum), "family_life",
    )  # fmt: skip
    assert len(choice.parts) == 1  # what is sensitive is not part of "all of it"
    assert "You said yes" in ann.names_said()
    ann.next()
    session = ann.talk.session.body
    assert session.answers["who"].choices == (f"{mum}:yes",)
    ann.press("back")
    assert "You said yes" in ann.names_said()
    assert len(choices(ann)) == 1


def test_z3_pressing_again_takes_it_back_and_going_on_is_a_skip_then(ann: Driver) -> None:
    talk(ann, WHO, "I like tea.")
    ann.press(f"reader-{who(ann, 'Mum')}")
    ann.press("say-yes")
    ann.press("say-yes")
    assert choices(ann) == []
    ann.next()
    assert ann.talk.session.body.answers["who"].response == "skip"


def test_z3_of_some_of_it_each_line_is_pressed(ann: Driver) -> None:
    talk(ann, WHO, "I like tea.", "I hate rain.", SENSITIVE)
    ann.press(f"reader-{who(ann, 'Keisha')}")
    ann.press("say-yes_some")
    items = [each for each in ann.names() if each.startswith("item-")]
    assert len(items) == 3
    assert choices(ann) == []
    ann.press(items[2])
    said = {each.choice: each.parts for each in choices(ann)}
    assert said == {
        "yes_some": (items[2].removeprefix("item-"),),
        "no": tuple(each.removeprefix("item-") for each in items[:2]),
    }
    ann.press(items[2])
    assert [each.choice for each in choices(ann)] == ["no"]


def test_z3_another_reason_is_said_in_words_and_kept(ann: Driver) -> None:
    talk(ann, WHO, "I like tea.")
    ann.press(f"reader-{who(ann, 'Mum')}")
    ann.press("say-yes")
    assert "What it is for: to be part of your life." in ann.seen()
    ann.press("other-purpose")
    ann.press("purpose-health")
    assert [each.purpose for each in choices(ann)] == ["health"]
    assert "What it is for: to look after your health." in ann.seen()


def test_r3_not_answering_takes_back_what_was_said_here(ann: Driver) -> None:
    talk(ann, WHO, "I like tea.")
    ann.press(f"reader-{who(ann, 'Mum')}")
    ann.press("say-yes")
    ann.press("not_today")
    assert choices(ann) == []
    assert ann.talk.session.body.answers["who"].response == "not_today"


def test_the_helpers_words_stand_on_the_helpers_side_and_not_in_the_persons(ann: Driver) -> None:
    talk(ann, {**WHO, "helper": "One at a time."}, "I like tea.")
    view = ann.window.findChild(SharingView)
    assert view is not None
    assert view.quiet is not None
    assert [each.accessibleName() for each in view.quiet.findChildren(Words)] == ["One at a time."]
    assert view.quiet.objectName() == "helper"
    refuses = ann.find("dont_know")
    assert refuses is not None
    assert view.quiet.mapTo(view, QPoint(0, 0)).x() > refuses.mapTo(view, QPoint(0, 0)).x()
    column = view.findChild(Column)
    assert column is not None
    assert not column.isAncestorOf(view.quiet)


def test_where_nothing_new_was_kept_nothing_is_asked(ann: Driver) -> None:
    talk(ann, WHO)
    assert "There are no new words to share today." in ann.seen()
    assert not any(each.startswith("reader-") for each in ann.names())


# The screens


def test_who_sees_what_is_one_short_answer_a_face_and_stopped_where_it_is_opened(
    ann: Driver,
) -> None:
    keep(ann, "I like tea.")
    decide(ann, "Mum", "yes")
    show(ann, "rights")
    ann.press("who-sees")
    seen = ann.seen()
    assert "Mum: Yes" in ann.names_said()
    assert "Sam: Yes" in ann.names_said()
    assert "They see nothing of your plan:" in seen
    assert [each for each in ann.names() if each.startswith("stop-")] == []
    mum = f"reader-{who(ann, 'Mum')}"
    ann.press(mum)
    assert "You said yes: all of your plan (to be part of your life, since" in ann.seen()
    ann.press(mum)
    assert "You said yes" not in ann.seen()
    ann.press(mum)
    ann.press(next(x for x in ann.names() if x.startswith("stop-")))
    assert "Mum: Yes" not in ann.names_said()
    assert choices(ann) == []


def test_whoever_is_told_no_and_has_a_key_can_open_the_notebook_and_that_is_said(
    ann: Driver,
) -> None:
    keep(ann, "I like tea.")
    decide(ann, "Mum", "no")
    show(ann, "who_sees")
    assert "can still open the notebook" not in ann.seen()
    ann.press(f"reader-{who(ann, 'Sam')}")
    assert "Sam reads your plan to support you" in ann.seen()
    ann.press(f"stop-team-{who(ann, 'Sam')}")
    assert [each.choice for each in choices(ann)] == ["no", "no"]
    assert "Sam: No" in ann.names_said()
    assert "Sam has a key and can still open the notebook itself." in ann.seen()
    assert "Mum has a key" not in ann.seen()
    show(ann, "share_with", reader=who(ann, "Sam"))
    assert "Sam has a key and can still open the notebook itself." in ann.seen()
    ann.press("say-yes")
    assert "Sam has a key" not in ann.seen()


def test_stopping_a_yes_to_somebody_of_the_team_is_a_no(ann: Driver) -> None:
    keep(ann, "I like tea.")
    decide(ann, "Sam", "yes", purpose="support")
    show(ann, "who_sees")
    ann.press(f"reader-{who(ann, 'Sam')}")
    assert "Sam reads your plan to support you" not in ann.seen()
    ann.press(next(x for x in ann.names() if x.startswith("stop-")))
    assert [(each.choice, each.parts) for each in choices(ann)] == [("no", ("plan",))]
    ann.press(next(x for x in ann.names() if x.startswith("stop-")))
    assert choices(ann) == []
    assert "Sam reads your plan to support you" in ann.seen()


def test_until_when_is_chosen_by_pressing_and_taken_back(ann: Driver) -> None:
    keep(ann, "I like tea.")
    show(ann, "share_with", reader=who(ann, "Mum"))
    assert ann.find("until") is None
    ann.press("say-yes")
    ann.press("until")
    ann.press("day-14")
    end = ann.window.ctx.today + datetime.timedelta(days=14)
    assert [each.until for each in choices(ann)] == [end]
    ann.press("say-ask_each_time")
    assert [(each.choice, each.until) for each in choices(ann)] == [("ask_each_time", end)]
    ann.press("until")
    ann.press("no-end")
    assert [each.until for each in choices(ann)] == [None]
    ann.press("say-no")
    assert ann.find("until") is None


def test_a_yes_of_the_team_has_no_end_because_they_would_read_it_after_all(ann: Driver) -> None:
    show(ann, "share_with", reader=who(ann, "Sam"))
    ann.press("say-yes")
    assert ann.find("until") is None


def test_everybody_in_one_role_is_chosen_by_pressing(ann: Driver) -> None:
    keep(ann, "I like tea.")
    show(ann, "share_with")
    ann.press("by-role")
    ann.press("role-family")
    assert "Can everybody in this role see your plan? Family" in ann.seen()
    ann.press("say-yes")
    assert [(each.to, each.purpose) for each in choices(ann)] == [
        (SharedWith(role="family"), "family_life")
    ]
    ann.press("back")
    assert "Everybody in this role: Family: Yes" in ann.names_said()
    assert "Mum: Yes" in ann.names_said()
    ann.press("to-family")
    assert "Whoever comes later is asked about anew." in ann.seen()
    ann.press("change")
    ann.press("say-no")
    assert [each.choice for each in choices(ann)] == ["no"]


def test_somebody_from_outside_is_named_and_can_then_be_shown_it(ann: Driver) -> None:
    keep(ann, "I like tea.")
    show(ann, "share_with")
    ann.press("outside")
    ann.press("take")
    assert choices(ann) == []
    assert ann.find("say-yes") is None
    (line,) = (w for w in ann.window.findChildren(QLineEdit, "organisation") if w.isVisible())
    line.setText("The hospital")
    ann.press("take")
    assert "Can The hospital see your plan?" in ann.seen()
    ann.press("say-yes")
    assert [each.to for each in choices(ann)] == [SharedWith(organisation="The hospital")]
    show(ann, "show_to")
    ann.press("reader-The hospital")
    assert "The hospital can see 1 sentence." in ann.seen()


def test_somebody_is_given_some_sections_and_then_nothing(ann: Driver) -> None:
    tea = keep(ann, "I like tea.")
    keep(ann, "Knock first.", "support_well")
    decide(ann, "Mum", "yes", f"sentence:{tea}")
    show(ann, "share_with")
    ann.press(f"reader-{who(ann, 'Mum')}")
    ann.press("say-yes_some")
    ann.press("item-section:support_well")
    assert ("section:support_well",) in [each.parts for each in choices(ann)]
    ann.press("say-no")
    assert [(each.choice, each.parts) for each in choices(ann)] == [("no", ("plan",))]


def test_of_one_line_each_face_says_whether_it_sees_it(ann: Driver) -> None:
    tea = keep(ann, "I like tea.")
    show(ann, "sentence", statement=tea, section="important_to")
    ann.press("who-sees")
    mum = who(ann, "Mum")
    assert "Ann was not asked about Mum." in ann.seen()
    ann.press(f"yes-{mum}")
    assert [each.parts for each in choices(ann)] == [(f"sentence:{tea}",)]
    ann.press(f"no-{mum}")
    assert "Ann said no." in ann.seen()
    ann.press(f"no-{mum}")
    assert choices(ann) == []
    ann.press("back")
    assert ann.window.route.screen == "sentence"


def test_r7_another_reader_is_shown_what_they_may_see_and_it_is_written_down(ann: Driver) -> None:
    keep(ann, "I like tea.")
    keep(ann, "Knock first.", "support_well")
    decide(ann, "Mum", "yes", "section:support_well")
    show(ann, "show_to")
    ann.press(f"reader-{who(ann, 'Mum')}")
    assert "Mum can see 1 sentence." in ann.seen()
    assert copies(ann) == []
    ann.press("show")
    assert ann.window.route.screen == "shown"
    assert "Knock first." in ann.seen()
    assert "I like tea." not in ann.seen()
    assert not any(each in {"undo", "stop", "plan"} for each in ann.names())
    (copy,) = copies(ann)
    assert (copy.how, copy.to) == ("see_here", SharedWith(supporter=who(ann, "Mum")))
    ann.press("home")
    assert ann.window.route.screen == "who_sees"


def test_r7_whoever_may_see_nothing_is_shown_nothing_with_a_plain_reason(ann: Driver) -> None:
    keep(ann, "I like tea.")
    decide(ann, "Mum", "no")
    show(ann, "show_to")
    ann.press(f"reader-{who(ann, 'Mum')}")
    assert "Ann said no." in ann.seen()
    assert ann.find("show") is None
    assert "I like tea." not in ann.seen()
    ann.press("choose")
    assert ann.window.route.screen == "share_with"


def test_r7_where_i_am_asked_each_time_i_am_asked_now(ann: Driver) -> None:
    keep(ann, "I like tea.")
    decide(ann, "Mum", "ask_each_time")
    show(ann, "show_to")
    ann.press(f"reader-{who(ann, 'Mum')}")
    assert ann.find("show") is None
    assert "You said: ask me each time. Can Mum see it this time?" in ann.seen()
    assert "cannot see anything" not in ann.seen()
    ann.press("ask-yes")
    ann.press("show")
    assert "I like tea." in ann.seen()


def test_it_is_never_said_that_i_was_not_asked_where_i_want_to_be_asked_each_time(
    ann: Driver,
) -> None:
    keep(ann, "I like tea.")
    keep(ann, "Knock first.", "support_well")
    keep(ann, "Mornings are best.", "my_day")
    decide(ann, "Mum", "ask_each_time", "section:support_well")
    show(ann, "show_to")
    ann.press(f"reader-{who(ann, 'Mum')}")
    assert "Can Mum see it this time?" in ann.seen()
    assert "was not asked" not in ann.seen()
    ann.press("ask-yes")
    assert "Mum can see 1 sentence." in ann.seen()


def test_z4_a_copy_for_others_comes_after_the_offer_of_my_own(ann: Driver, tmp_path: Path) -> None:
    keep(ann, "I like tea.")
    keep(ann, "Knock first.", "support_well")
    decide(ann, "Mum", "yes", "section:support_well")
    show(ann, "print")
    ann.press("for-others")
    ann.press(f"reader-{who(ann, 'Mum')}")
    ann.press("paper")
    assert "First your own copy. Would you like one?" in ann.seen()
    ann.press("own-copy")
    ann.choose(tmp_path)
    assert "This copy is for Mum." in ann.seen()
    ann.press("back")
    assert "Mum can see 1 sentence." in ann.seen()


def test_r7_a_copy_is_seen_before_it_is_given_and_given_as_it_was_seen(
    ann: Driver, tmp_path: Path
) -> None:
    keep(ann, "I like tea.")
    keep(ann, "Knock first.", "support_well")
    decide(ann, "Mum", "yes", "section:support_well")
    to_paper(ann)
    ann.press("no-own-copy")
    screen = ann.window.screen
    assert isinstance(screen, CopyForScreen)
    assert screen.preview is not None
    heard = "\n".join(each for page in screen.preview._said for each in (x.words for x in page))
    assert "Knock first." in heard
    assert "I like tea." not in heard
    assert copies(ann) == []
    seen = screen.preview._pdf
    ann.press("save")
    ann.choose(tmp_path)
    (file,) = tmp_path.glob("*.pdf")
    assert file.read_bytes() == seen
    words = " ".join("".join(p.extract_text() for p in PdfReader(file).pages).split())
    assert "This copy is for Mum." in words
    assert "Knock first." in words
    assert "I like tea." not in words
    (copy,) = copies(ann)
    assert (copy.how, copy.own_declined) == ("paper", True)
    show(ann, "who_sees")
    ann.press("copies")
    assert "Mum has a copy: My booklet" in ann.seen()
    ann.press(next(each for each in ann.names() if each.startswith("came-back-")))
    assert "Mum has a copy" not in ann.seen()
    assert "Mum had a copy: My booklet" in ann.seen()
    assert not [each for each in ann.names() if each.startswith("came-back-")]


def test_what_was_shown_and_ones_own_copy_are_on_the_list_with_names(
    ann: Driver, tmp_path: Path
) -> None:
    keep(ann, "Knock first.", "support_well")
    decide(ann, "Mum", "yes", "section:support_well")
    show(ann, "copies")
    assert "Nothing yet." in ann.seen()
    show(ann, "show_to")
    ann.press(f"reader-{who(ann, 'Mum')}")
    ann.press("show")
    show(ann, "print")
    ann.press("print-goals")
    ann.press("save")
    ann.choose(tmp_path)
    show(ann, "copies")
    lines = ann.seen().splitlines()
    own = next(each for each in lines if each.startswith("Ann has a copy: What I want next"))
    mums = next(each for each in lines if each.startswith("Mum saw it here: My plan"))
    assert lines.index(own) < lines.index(mums)


def test_r7_plain_text_leaves_as_a_file_and_others_are_not_offered_what_is_for_ann_alone(
    ann: Driver, tmp_path: Path
) -> None:
    keep(ann, "Knock first.", "support_well")
    decide(ann, "Mum", "yes", "section:support_well")
    to_paper(ann)
    ann.press("no-own-copy")
    offered = {each for each in ann.names() if each.startswith("print-")}
    assert {"print-plain-text", "print-review-copy", "print-changed-today"} <= offered
    assert not offered & {"print-about-me", "print-home-board"}
    ann.press("print-changed-today")
    assert "There is nothing of that to print yet." in ann.seen()
    ann.press("print-plain-text")
    ann.press("save")
    ann.choose(tmp_path)
    (file,) = tmp_path.glob("*.txt")
    assert "Knock first." in file.read_text(encoding="utf-8")
    (copy,) = copies(ann)
    assert (copy.how, copy.document) == ("file", "plain_text")


def test_what_is_usual_for_a_reader_comes_first(ann: Driver) -> None:
    notebook, person = ann.window.ctx.open_notebook, ann.person()
    ann.ask(
        lambda: people.add_supporter(
            notebook, person=person, name="Ruth", role="advocate", by=person
        )
    )
    keep(ann, "Knock first.", "support_well")
    decide(ann, "Ruth", "yes", "section:support_well", purpose="speaking_up")
    show(ann, "show_to")
    ann.press(f"reader-{who(ann, 'Ruth')}")
    ann.press("paper")
    ann.press("no-own-copy")
    offered = [each for each in ann.names() if each.startswith("print-")]
    assert offered[:2] == ["print-it", "print-booklet"]
    assert offered.index("print-review-copy") < offered.index("print-passport")


def test_r7_what_was_looked_at_is_not_given_once_it_is_another_or_not_shared(ann: Driver) -> None:
    keep(ann, "Knock first.", "support_well")
    decide(ann, "Mum", "yes", "section:support_well")
    to_paper(ann)
    ann.press("no-own-copy")
    screen = ann.window.screen
    assert isinstance(screen, CopyForScreen)
    made, given = screen._shown, []
    assert made is not None

    def give() -> None:
        notebook = ann.window.ctx.open_notebook
        ann.window.house.give_document(notebook, made, put=lambda: given.append("given"))

    keep(ann, "Knock twice.", "support_well")
    with pytest.raises(NotAllowedError, match="This has changed"):
        give()
    assert screen._shown is not made
    decide(ann, "Mum", "no", "section:support_well")
    with pytest.raises(NotAllowedError, match="Ann said no"):
        give()
    assert (given, copies(ann)) == ([], [])
    assert ann.find("save") is None
    assert "Ann said no" in ann.seen()


def test_r7_what_stood_there_overnight_is_made_anew_before_it_leaves(
    ann: Driver, tmp_path: Path
) -> None:
    keep(ann, "Knock first.", "support_well")
    decide(ann, "Mum", "yes", "section:support_well", until=ann.window.ctx.today)
    to_paper(ann)
    ann.press("no-own-copy")
    tomorrow = ann.window.ctx.now() + datetime.timedelta(days=1)
    ann.window.ctx.now = lambda: tomorrow
    ann.press("save")
    assert "The yes of Ann has ended" in ann.seen()
    assert copies(ann) == []


def to_paper(driver: Driver) -> None:
    show(driver, "show_to")
    driver.press(f"reader-{who(driver, 'Mum')}")
    driver.press("paper")


def test_r7_sharing_without_a_yes_needs_a_reason_and_is_shown_to_the_person(ann: Driver) -> None:
    keep(ann, "Knock first.", "support_well")
    show(ann, "who_sees")
    ann.press("override")
    ann.press("write-down")
    assert "Please choose who has to see it" in ann.seen()
    ann.press(f"reader-{who(ann, 'Mum')}")
    ann.press("part-support_well")
    ann.press("write-down")
    assert "Please write why" in ann.seen()
    assert choices(ann) == []
    why = ann.window.findChild(QLineEdit, "why")
    assert why is not None
    why.setText("A court asked for it.")
    ann.press("told-no")
    why_not = ann.window.findChild(QLineEdit, "why-not")
    assert why_not is not None
    why_not.setText("Ann is in hospital.")
    ann.press("write-down")
    assert ann.window.route.screen == "who_sees"
    assert "Mum saw this because of the law: How to support me well." in ann.seen()
    assert "because: A court asked for it." in ann.seen()
    ann.press(next(each for each in ann.names() if each.startswith("told-")))
    assert "You were told on" in ann.seen()


# Agreeing


def agreement(driver: Driver) -> PlanAgreement | None:
    notebook, person = driver.window.ctx.open_notebook, driver.person()

    def read() -> PlanAgreement | None:
        with notebook.unit_of_work() as work:
            found = work.records.find(PlanAgreement, person=person)
        return found[-1].body if found else None

    return driver.ask(read)


def test_a_plan_is_agreed_with_parts_left_open(ann: Driver) -> None:
    keep(ann, "Knock first.", "support_well")
    talk(ann, AGREE, "I like tea.")
    ann.press("agrees-yes")
    said = agreement(ann)
    assert said is not None
    assert (said.agrees, said.not_agreed, said.how) == ("yes", (), "pressed")
    ann.press("part-support_well")
    ann.press("how-thumb")
    said = agreement(ann)
    assert said is not None
    assert (said.agrees, said.not_agreed, said.how) == ("part", ("support_well",), "thumb")
    ann.next()
    assert ann.talk.session.body.answers["agree"].choices == ("part", "support_well")
    ann.press("back")
    ann.press("agrees-part")
    assert agreement(ann) is None


@pytest.mark.parametrize("refusal", ["dont_know", "not_today", "dont_want_to_say"])
def test_r3_not_answering_whether_i_agree_is_kept(ann: Driver, refusal: str) -> None:
    talk(ann, AGREE, "I like tea.")
    ann.press("agrees-no")
    ann.press(refusal)
    said = agreement(ann)
    assert said is not None
    assert said.agrees == refusal
    ann.press(refusal)
    assert agreement(ann) is None


def test_nobody_agrees_for_the_person_without_a_legal_paper_that_was_seen(ann: Driver) -> None:
    mum = who(ann, "Mum")
    talk(ann, AGREE, "I like tea.")
    ann.press("agrees-yes")
    assert ann.find(f"by-law-{mum}") is None
    notebook, person = ann.window.ctx.open_notebook, ann.person()

    def write(fact: LegalFact) -> None:
        with notebook.unit_of_work() as work:
            body = work.records.get(person, Person).body
            changed = msgspec.structs.replace(body, legal_facts=(fact,))
            work.records.revise(person, changed, by=person)
            work.commit()

    for seen in (False, True):
        fact = LegalFact(kind="lpa_health", holder="Mum", seen_document=seen)
        ann.ask(lambda fact=fact: write(fact))
        ann.window.show_route(ann.window.route)
        ann.settle()
        assert (ann.find(f"by-law-{mum}") is not None) == seen
    ann.press(f"by-law-{mum}")
    said = agreement(ann)
    assert said is not None
    assert said.representative == mum
