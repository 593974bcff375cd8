"""Telling somebody else unseen, reading it, and saying that one is not safe, in the window."""

import pytest
from PySide6.QtWidgets import QAbstractScrollArea, QPlainTextEdit

from app.bootstrap import House
from app.model.feedback import SealedNote
from app.model.guide import KINDS_OF_MOMENTS, Guide, Moment, Option
from app.model.ids import PictureRef, RecordId
from app.model.person import Settings, Supporter
from app.usecases import people, sealed_notes, sessions, worker_roles
from tests.helpers.driver import Driver, begin, fill
from tests.helpers.guides import guide, moment
from ui.parts.picture import PictureOnly
from ui.parts.pressable import Pressable
from ui.parts.words import Words
from ui.screens.base import Route
from ui.screens.moments import VIEWS

SECRET = "Zebra Zacharias frightens me"
TELL = {
    "id": "tell",
    "kind": "sealed",
    "stage": "talk",
    "prompt": "Is there more?",
    "picture": "openmoji:1F510",
}


@pytest.fixture
def joe(new_notebook: Driver) -> RecordId:
    """Joe, whose keyworker Sam (2468) has the notebook open."""
    ctx = new_notebook.window.ctx
    notebook = ctx.open_notebook
    return new_notebook.ask(
        lambda: people.add_person(
            notebook,
            preferred_name="Joe",
            home_language="en-GB",
            worker=notebook.worker.id,
            worker_name="Sam",
            today=ctx.today,
        )
    ).last("person")


@pytest.fixture
def with_manager(new_notebook: Driver, house: House, joe: RecordId) -> Driver:
    """The same, where Amina (1357) is a manager."""
    notebook = new_notebook.window.ctx.open_notebook

    def let_in() -> None:
        amina = house.add_worker(notebook, name="Amina", secret="1357", kind="pin")
        worker_roles.give(
            notebook, worker=amina.id, role="manager", giver=notebook.worker.id, workers=()
        )

    new_notebook.ask(let_in)
    return new_notebook


def around(driver: Driver, who: Supporter) -> None:
    """Somebody is around this person."""
    notebook, by = driver.window.ctx.open_notebook, driver.window.ctx.by

    def add() -> None:
        with notebook.unit_of_work() as work:
            work.records.add(who, by=by or who.person)
            work.commit()

    driver.ask(add)


def show_people(driver: Driver) -> None:
    driver.window.show_route(Route("people"))
    driver.settle()


def add_somebody(driver: Driver, name: str) -> None:
    """One person more, whose keyworker is Sam."""
    ctx = driver.window.ctx
    notebook = ctx.open_notebook
    driver.ask(
        lambda: people.add_person(
            notebook, preferred_name=name, home_language="en-GB", worker=notebook.worker.id,
            worker_name="Sam", today=ctx.today,
        )
    )  # fmt: skip


def become_keyworker(driver: Driver, person: RecordId, worker: str) -> None:
    with driver.window.ctx.open_notebook.unit_of_work() as work:
        body = Supporter(person=person, role="keyworker", name="Amina", paid=True, worker=worker)
        work.records.add(body, by=person)
        work.commit()


def go_home(driver: Driver, person: RecordId) -> None:
    driver.window.show_route(Route("home", {"person": person}))
    driver.settle()


def field(driver: Driver) -> QPlainTextEdit | None:
    return next(
        (f for f in driver.window.findChildren(QPlainTextEdit, "sealed-writing") if f.isVisible()),
        None,
    )


def write(driver: Driver, words: str) -> None:
    place = field(driver)
    assert place is not None
    place.setPlainText(words)


def notes(driver: Driver, person: RecordId) -> list[SealedNote]:
    notebook = driver.window.ctx.open_notebook
    found = driver.ask(lambda: sealed_notes.told(notebook, person=person))
    return [each.body for each in found]


def nothing_is_left(driver: Driver) -> bool:
    """Whether the words are on no widget, also not on one that cannot be seen, nor in the file."""
    shown = [f.toPlainText() for f in driver.window.findChildren(QPlainTextEdit)]
    notebook = driver.window.ctx.open_notebook
    kept = driver.ask(lambda: notebook.look_for("Zacharias").pieces)
    return not kept and not any("Zacharias" in each for each in (*shown, driver.seen()))


def test_from_home_one_tells_the_manager_and_only_that_is_seen(
    with_manager: Driver, joe: RecordId
) -> None:
    driver = with_manager
    go_home(driver, joe)
    driver.press("stop")
    driver.press("tell")
    assert "Amina" in driver.names_said(), "who could read it is named before anything is written"
    driver.press("to-manager")
    assert "Sam, please look away now." in driver.seen()
    assert "Only Amina can read this." in driver.seen()
    write(driver, SECRET)
    driver.press("seal")
    assert "You told a manager something on" in driver.seen()
    assert nothing_is_left(driver)
    assert [each.to for each in notes(driver, joe)] == ["manager"]


def test_who_keeps_the_notebook_is_told_that_nobody_could_read_sealed_words(
    new_notebook: Driver, house: House, joe: RecordId
) -> None:
    driver = new_notebook
    show_people(driver)
    assert "Nobody can read sealed words here yet." in driver.seen()
    assert driver.find(f"person-{joe}") is not None
    notebook = driver.window.ctx.open_notebook
    amina = driver.ask(lambda: house.add_worker(notebook, name="Amina", secret="1357", kind="pin"))
    me = notebook.worker.id
    driver.ask(
        lambda: worker_roles.give(
            notebook, worker=amina.id, role="manager", giver=me, workers=(me, amina.id)
        )
    )
    show_people(driver)
    assert "Nobody can read sealed words" not in driver.seen()
    driver.ask(lambda: become_keyworker(driver, joe, amina.id))
    add_somebody(driver, "Bo")
    show_people(driver)
    assert "Nobody can read sealed words of Joe yet." in driver.seen()


def test_nothing_is_said_of_sealed_words_to_the_person_nor_where_nobody_is_yet(
    new_notebook: Driver,
) -> None:
    driver = new_notebook
    show_people(driver)
    assert "sealed words" not in driver.seen()
    add_somebody(driver, "Joe")
    go_home(driver, driver.person())
    assert "sealed words" not in driver.seen()


def test_the_reader_opens_it_with_their_own_pin_and_nobody_elses(
    with_manager: Driver, house: House, joe: RecordId
) -> None:
    driver = with_manager
    go_home(driver, joe)
    driver.press("stop")
    driver.press("tell")
    driver.press("to-manager")
    driver.press("say-1F641")
    write(driver, SECRET)
    driver.press("seal")
    driver.window.show_route(Route("people"))
    driver.settle()
    assert driver.find("sealed_notes") is None, "nothing was sealed for Sam"
    path = driver.window.ctx.open_notebook.path
    driver.window.holding.lock()
    driver.settle()
    amina = driver.ask(lambda: house.open_notebook(path, secret="1357"))
    driver.window.holding.take(amina)
    driver.settle()
    driver.press("sealed_notes")
    fill(driver, "2468")
    driver.press("open-notes")
    assert SECRET not in driver.seen()
    fill(driver, "1357")
    driver.press("open-notes")
    assert SECRET in driver.seen()
    assert "Joe said this on" in driver.seen()
    heard = [each.words for each in driver.window.screen.readables()]
    assert SECRET not in heard, "a voice leaves a sound behind"
    (note,) = notes(driver, joe)
    assert note.read_on == driver.window.ctx.today


def test_in_a_talk_it_is_an_answer_and_nothing_of_it_is_left(
    with_manager: Driver, joe: RecordId
) -> None:
    driver = with_manager
    begin(driver, guide(TELL, moment("after")), joe)
    driver.press("to-manager")
    write(driver, SECRET)
    driver.press("seal")
    assert "You told a manager something on" in driver.seen()
    assert field(driver) is None
    given = driver.talk.session.body.answers["tell"]
    assert (given.choices, given.words, given.at) == (("manager_sealed",), "", None)
    driver.next()
    driver.press("back")
    assert driver.step == "tell"
    assert nothing_is_left(driver)
    assert len(notes(driver, joe)) == 1


def test_words_that_stand_there_when_next_is_pressed_are_sealed(
    with_manager: Driver, joe: RecordId
) -> None:
    driver = with_manager
    begin(driver, guide(TELL, moment("after")), joe)
    driver.press("to-manager")
    write(driver, SECRET)
    driver.next()
    assert driver.step == "after"
    assert len(notes(driver, joe)) == 1
    assert nothing_is_left(driver)


def test_do_not_say_it_keeps_nothing(with_manager: Driver, joe: RecordId) -> None:
    driver = with_manager
    begin(driver, guide(TELL, moment("after")), joe)
    driver.press("to-manager")
    write(driver, SECRET)
    driver.press("do-not-say")
    assert nothing_is_left(driver)
    driver.next()
    assert driver.talk.session.body.answers["tell"].response == "skip"
    assert notes(driver, joe) == []


def test_of_just_me_only_that_it_was_chosen_is_kept_and_not_when(
    with_manager: Driver, joe: RecordId
) -> None:
    driver = with_manager
    begin(driver, guide(TELL, moment("after")), joe)
    driver.press("just-me")
    assert "It stays with you. Only that you chose this is kept." in driver.seen()
    given = driver.talk.session.body.answers["tell"]
    assert (given.choices, given.words, given.at) == (("just_me",), "", None)
    driver.press("dont_want_to_say")
    assert driver.talk.session.body.answers["tell"].response == "dont_want_to_say"
    assert notes(driver, joe) == []


def test_whom_the_person_chose_before_in_this_talk_is_not_asked_again(
    with_manager: Driver, joe: RecordId
) -> None:
    driver = with_manager
    options = [
        {"id": "manager_sealed", "words": "A manager", "picture": "openmoji:1F464"},
        {"id": "open", "words": "You here", "picture": "openmoji:1F465"},
    ]
    who = TELL | {"id": "who", "kind": "choose", "prompt": "Who?", "options": options}
    begin(driver, guide(who, TELL), joe)
    driver.press("option-manager_sealed")
    driver.next()
    assert "Only Amina can read this." in driver.seen()


def test_where_nobody_could_open_it_nobody_is_offered_and_the_person_sees_whom_they_can_tell(
    new_notebook: Driver, joe: RecordId
) -> None:
    driver = new_notebook
    around(driver, Supporter(person=joe, role="advocate", name="Ruth", paid=True))
    begin(driver, guide(TELL | {"explain": "Your manager can hear it."}), joe)
    assert "The computer cannot pass this on here." in driver.seen()
    assert "Ruth" in driver.seen()
    assert "Your manager can hear it." not in driver.seen(), "it would not be true"
    assert "The police" not in driver.seen(), "nobody spoke of danger"
    assert driver.find("to-manager") is None
    assert driver.find("to-advocate") is None
    driver.press("just-me")
    assert "Only that you chose this is kept." in driver.seen()


def test_only_whoever_could_open_it_is_offered(with_manager: Driver, joe: RecordId) -> None:
    driver = with_manager
    begin(driver, guide(TELL), joe)
    assert driver.find("to-manager") is not None
    assert driver.find("to-advocate") is None


def test_where_nobody_could_open_it_tell_someone_else_names_the_same_people_as_not_safe(
    new_notebook: Driver, joe: RecordId
) -> None:
    driver = new_notebook
    around(driver, Supporter(person=joe, role="manager", name="Priya", paid=True))
    go_home(driver, joe)
    driver.press("stop")
    driver.press("tell")
    for said in ("The computer cannot pass this on here.", "Priya", "The police"):
        assert said in driver.seen()
    assert "A manager here, or your advocate" not in driver.seen()
    assert driver.find("just-me") is None


def hear_feedback(driver: Driver, person: RecordId) -> None:
    """Come to who should hear what the person thinks."""
    begin(driver, driver.window.ctx.house.guides["feedback"], person)
    for pressed in ("option-ready", "option-yes"):
        while driver.find(pressed) is None:
            driver.next()
        driver.press(pressed)
        driver.next()
    assert driver.step == "who_hears"


def test_whoever_could_not_open_it_cannot_be_chosen_to_hear_it(
    new_notebook: Driver, joe: RecordId
) -> None:
    driver = new_notebook
    hear_feedback(driver, joe)
    assert "is sealed. Nobody else can read it." not in driver.seen(), "it would not be true"
    assert driver.names_said().count("Not on this computer") == 2
    driver.press("option-manager_sealed")
    assert "You can choose something else." in driver.seen()
    assert "who_hears" not in driver.talk.session.body.answers
    driver.press("option-open")
    assert driver.talk.session.body.answers["who_hears"].choices == ("open",)


def test_whoever_could_open_it_can_be_chosen_to_hear_it(
    with_manager: Driver, joe: RecordId
) -> None:
    driver = with_manager
    hear_feedback(driver, joe)
    assert "is sealed. Nobody else can read it." in driver.seen()
    assert driver.names_said().count("Not on this computer") == 1
    driver.press("option-manager_sealed")
    driver.next()
    assert "Only Amina can read this." in driver.seen()


def test_words_without_any_are_not_sealed(with_manager: Driver, joe: RecordId) -> None:
    driver = with_manager
    go_home(driver, joe)
    driver.press("stop")
    driver.press("tell")
    driver.press("to-manager")
    write(driver, "   ")
    driver.press("seal")
    assert "There are no words yet." in driver.seen()
    assert notes(driver, joe) == []


def test_a_worker_who_changes_their_pin_writes_the_present_one(
    with_manager: Driver, house: House
) -> None:
    driver = with_manager
    driver.window.show_route(
        Route("worker_secret", {"worker": driver.window.ctx.open_notebook.worker.id})
    )
    driver.settle()
    fill(driver, "9999", "8642", "8642")
    driver.press("change")
    assert driver.window.route.screen == "worker_secret"
    fill(driver, "2468", "8642", "8642")
    driver.press("change")
    assert driver.window.route.screen == "workers"


# Not safe (R15)


def steps_of(guide: Guide) -> list[str]:
    return [each.id for each in guide.moments]


def asked(driver: Driver) -> list[str]:
    return [line for line in driver.seen().splitlines() if "?" in line]


def say_not_safe(driver: Driver) -> None:
    driver.press("stop")
    driver.press("not-safe")


def no_question_follows(driver: Driver, person: RecordId, session: RecordId) -> None:
    """The screen shows who to tell; there is no way on, and the talk is over."""
    assert "You can tell any of these people:" in driver.seen()
    assert "Staff may have to pass on" in driver.seen()
    assert "The police" in driver.seen()
    assert asked(driver) == []
    assert driver.find("next") is None
    notebook = driver.window.ctx.open_notebook
    body = driver.ask(lambda: sessions.session(notebook, session=session)).body
    assert (body.open, body.stopped_by) == (False, "person")
    assert driver.find("tell") is None, "nobody could open sealed words here"
    driver.press("home")
    assert driver.window.route.screen == "home"


def test_r15_whoever_is_not_safe_is_not_offered_to_tell_nobody(
    with_manager: Driver, joe: RecordId
) -> None:
    driver = with_manager
    go_home(driver, joe)
    say_not_safe(driver)
    driver.press("tell")
    assert driver.find("to-manager") is not None
    assert driver.find("just-me") is None
    assert asked(driver) == []


def digits(driver: Driver) -> dict[str, Words]:
    """The telephone numbers on screen, by how they are heard."""
    found = (w for w in driver.window.findChildren(Words) if w.isVisible())
    return {w.words: w for w in found if w.words.replace(" ", "").isdecimal()}


@pytest.mark.parametrize("percent", [100, 120, 150, 200, 300])
@pytest.mark.parametrize("width", [1024, 1366])
def test_no_telephone_number_breaks(
    new_notebook: Driver, joe: RecordId, percent: int, width: int
) -> None:
    driver = new_notebook
    driver.window.resize(width, 768)
    driver.window.use_settings(Settings(text_percent=percent))
    for screen in ("not_safe", "tell"):
        driver.window.show_route(Route(screen, {"behind": {"person": joe}}))
        driver.settle()
        assert driver.window.ctx.look.percent == percent
        shown = digits(driver)
        assert {"9 9 9", "1 0 1", "0 3 0 0 0 6 1 6 1 6 1"} <= shown.keys()
        for each in shown.values():
            assert each.width() >= each.sizeHint().width(), (screen, each.words)
            right = each.mapTo(driver.window, each.rect().topRight()).x()
            assert right < driver.window.width(), "it would be cut off"


def test_the_numbers_for_danger_are_in_sight_where_the_text_is_very_large(
    new_notebook: Driver, joe: RecordId
) -> None:
    driver = new_notebook
    for role, name in (("advocate", "Ruth"), ("manager", "Priya")):
        around(driver, Supporter(person=joe, role=role, name=name, paid=True))  # type: ignore[arg-type]
    driver.window.use_settings(Settings(text_percent=200))
    driver.window.show_route(Route("not_safe", {"behind": {"person": joe}}))
    driver.settle()
    for heard in ("9 9 9", "1 0 1"):
        assert not digits(driver)[heard].visibleRegion().isEmpty()
        assert digits(driver)[heard].visibleRegion().boundingRect() == digits(driver)[heard].rect()


_OPTIONS = (
    Option(id="a", words="One", picture=PictureRef("openmoji:2B50")),
    Option(id="b", words="Two", picture=PictureRef("openmoji:2B50")),
)


def of_kind(house: House, kind: str) -> Moment:
    """A moment of any kind, with everything that one of them may need."""
    return Moment(
        id="it",
        kind=kind,  # type: ignore[arg-type]
        stage="talk",
        prompt="What is it?",
        picture=PictureRef("openmoji:2B50"),
        section="important_to",
        says="important_to",
        options=_OPTIONS,
        scale=house.topics.scales[0].id,
        topic=house.topics.topics[0].id,
        about="good" if kind == "day" else "",
    )


@pytest.mark.parametrize("kind", sorted(KINDS_OF_MOMENTS & set(VIEWS)))
def test_r15_not_safe_stops_the_questions_at_every_kind_of_moment(
    examples: Driver, kind: str
) -> None:
    house, person = examples.window.ctx.house, examples.person()
    base = guide(moment("after"))
    walked = Guide(
        id=f"only-{kind}", version=1, title="A talk", type="other", picture=base.picture,
        stages=base.stages, moments=(of_kind(house, kind), *base.moments),
    )  # fmt: skip
    begin(examples, walked, person)
    session = examples.talk.session.id
    say_not_safe(examples)
    assert asked(examples) == []
    assert examples.find("next") is None
    no_question_follows(examples, person, session)


@pytest.mark.slow
def test_r15_not_safe_stops_the_questions_at_every_step_of_every_shipped_guide(
    new_notebook: Driver, joe: RecordId
) -> None:
    driver, ctx, person = new_notebook, new_notebook.window.ctx, joe
    notebook = ctx.open_notebook
    for name, shipped in list(ctx.house.guides.items()):
        for step in steps_of(shipped):
            go_home(driver, person)
            by, now = ctx.writer, ctx.now()
            session = driver.ask(
                lambda: sessions.start(notebook, person=person, guide=shipped, by=by, now=now)  # noqa: B023
            ).last("session")
            driver.ask(lambda: sessions.move(notebook, session=session, to=step, by=by))  # noqa: B023
            driver.window.show_route(Route("talk", {"session": session, "person": person}))
            driver.settle()
            say_not_safe(driver)
            assert asked(driver) == [], (name, step)
            body = driver.ask(lambda: sessions.session(notebook, session=session)).body  # noqa: B023
            assert not body.open, (name, step)
            assert driver.find("next") is None


@pytest.mark.parametrize(
    "screen",
    ["home", "plan", "print", "rights", "likes", "moving_on", "rest", "speak_up", "tell"],
)
def test_r15_not_safe_can_be_said_from_every_screen_where_a_person_is(
    examples: Driver, screen: str
) -> None:
    person = examples.person()
    go_home(examples, person)
    about = {"person": person}
    calm = {"rest", "speak_up", "tell"}
    route = Route(screen, {"behind": about} if screen in calm else about)
    examples.window.show_route(route)
    examples.settle()
    say_not_safe(examples)
    assert "You can tell any of these people:" in examples.seen()
    assert asked(examples) == []


def test_r15_who_can_be_told_has_a_face_or_picture_a_name_and_a_number(examples: Driver) -> None:
    person = examples.person()
    go_home(examples, person)
    say_not_safe(examples)
    notebook = examples.window.ctx.open_notebook
    around = examples.ask(lambda: people.supporters(notebook, person=person))
    known = [each.body.name for each in around if each.body.role in {"advocate", "manager"}]
    read = [each.words for each in examples.window.screen.readables()]
    assert known
    assert set(known) <= set(read)
    assert "A manager here, or your advocate" not in read
    police = read.index("The police")
    assert read[police + 1 : police + 3] == ["If it is happening now", "9 9 9"]
    shown = [p for p in examples.window.findChildren(PictureOnly) if p.isVisible()]
    assert len(shown) == len(known) + 3


def test_r15_who_does_not_work_here_any_more_is_not_among_who_can_be_told(
    new_notebook: Driver, joe: RecordId
) -> None:
    driver = new_notebook
    ctx = driver.window.ctx
    for name, left_on in (("Ruth", None), ("Olga", ctx.today)):
        around(
            driver, Supporter(person=joe, role="advocate", name=name, paid=True, left_on=left_on)
        )
    go_home(driver, joe)
    say_not_safe(driver)
    assert "Ruth" in driver.seen()
    assert "Olga" not in driver.seen()


def test_r15_where_nobody_is_known_the_offices_are_named_and_nothing_is_pressed(
    new_notebook: Driver, joe: RecordId
) -> None:
    driver = new_notebook
    go_home(driver, joe)
    say_not_safe(driver)
    assert "A manager here, or your advocate" in driver.seen()
    assert driver.window.screen.findChildren(Pressable) == [], "no number is a call"
    by_keys = driver.window.screen.findChild(QAbstractScrollArea, "moved-by-keys")
    assert by_keys is not None, "the arrow keys move what does not fit"
    assert driver.find("tell") is None, "nobody could open sealed words here"


def test_r15_all_who_can_be_told_fit_on_the_smallest_screen(
    new_notebook: Driver, joe: RecordId
) -> None:
    driver = new_notebook
    driver.window.resize(1366, 768)
    around(driver, Supporter(person=joe, role="advocate", name="Ruth", paid=True))
    around(driver, Supporter(person=joe, role="manager", name="Priya", paid=True))
    go_home(driver, joe)
    say_not_safe(driver)
    page = driver.window.screen.findChild(QAbstractScrollArea, "moved-by-keys")
    assert page is not None
    assert page.verticalScrollBar().maximum() == 0


def test_r15_not_safe_from_home_leaves_no_talk_that_asks_to_be_carried_on(
    new_notebook: Driver, joe: RecordId
) -> None:
    driver = new_notebook
    begin(driver, guide(moment("after")), joe)
    go_home(driver, joe)
    assert "You stopped at" in driver.names_said()
    say_not_safe(driver)
    driver.press("home")
    assert "Carry on?" not in driver.names_said()


def test_r15_sealed_words_can_be_added_and_ask_nothing(with_manager: Driver, joe: RecordId) -> None:
    driver = with_manager
    begin(driver, guide(moment("after")), joe)
    say_not_safe(driver)
    driver.press("tell")
    driver.press("to-manager")
    assert asked(driver) == []
    write(driver, SECRET)
    driver.press("seal")
    assert asked(driver) == []
    assert len(notes(driver, joe)) == 1
    assert nothing_is_left(driver)
