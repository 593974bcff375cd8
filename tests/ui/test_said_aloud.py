"""Whatever a moment asks, it can be answered in one's own voice."""

import pytest

from app.model.change import Change
from app.model.errors import CannotWriteError
from app.model.statement import Statement
from app.usecases import name_sounds, recordings, statements
from app.usecases.statements import Said
from tests.helpers.driver import Driver, begin
from tests.helpers.guides import guide, moment
from tests.helpers.recorded import recording
from tests.ui.test_layouts import BODY, option
from ui.parts.voice_recorder import VoiceRecorder
from ui.reading import Reader
from ui.screens.base import Route

TWO = [option("tea"), option("bus")]
SAYS_SO = {**option("other"), "something_else": True}
FOR_TIME = [option("none"), option("voucher")]
MOMENTS = {
    "choose": moment("here", kind="choose", options=[*TWO, SAYS_SO]),
    "either_or": moment("here", kind="either_or", options=TWO),
    "scale": moment("here", kind="scale", scale="feeling", options=TWO[:1]),
    "order": moment("here", kind="order", options=TWO),
    "body": BODY,
    "photo": moment("here", kind="photo"),
    "drawing": moment("here", kind="drawing"),
    "when_next": moment("here", kind="when_next", section="", options=[*TWO, SAYS_SO]),
    "recognition": moment("here", kind="recognition", section="", options=FOR_TIME),
    "thanks": moment("here", kind="thanks", section="", options=FOR_TIME),
}


def record(driver: Driver) -> None:
    driver.press("answer-with-voice")
    (recorder,) = (w for w in driver.window.findChildren(VoiceRecorder) if w.isVisible())
    recorder.kept.emit(recording())
    driver.settle()


def full_disk(*_: object, **__: object) -> Change:
    raise CannotWriteError("There is no room left on this disk.")


def recorders(driver: Driver) -> list[VoiceRecorder]:
    return [w for w in driver.window.findChildren(VoiceRecorder) if w.isVisible()]


def keep(driver: Driver) -> None:
    """Have a recording, and keep it as people do."""
    driver.window.ctx.ear.recorded.emit(recording(), False)
    driver.press("record-listen")
    driver.press("record-keep")
    driver.settle()


def media(driver: Driver) -> list[str]:
    notebook = driver.window.ctx.open_notebook

    def find() -> list[str]:
        with notebook._engine.connect() as connection:
            return sorted(connection.exec_driver_sql("SELECT hash FROM media").scalars())

    return driver.ask(find)


def delete(driver: Driver, name: str) -> None:
    """Say no once, then yes."""
    driver.press(name)
    assert "cannot be brought back" in driver.seen()
    driver.press("keep-recording")
    driver.settle()
    driver.press(name)
    driver.press("remove-recording")
    driver.settle()


def test_an_answer_is_deleted_for_good_only_after_it_was_asked_once_more(own: Driver) -> None:
    begin(own, guide(MOMENTS["choose"]))
    own.press("option-tea")
    record(own)
    before = media(own)
    own.press("said-aloud-delete")
    own.press("back")
    own.settle()
    assert media(own) == before
    delete(own, "said-aloud-delete")
    assert len(media(own)) == len(before) - 1
    assert own.find("said-aloud") is None
    assert own.talk.session.body.answers["here"].choices == ("tea",)


def test_the_recording_of_a_sentence_or_a_name_is_deleted_for_good(marcus, examples) -> None:
    ctx, person = examples.window.ctx, marcus.id
    said = Said(
        person=person, words="", lang="so", section="important_to", kind="important_to",
        voice="own_spoken", by=ctx.writer, recording=recording(),
    )  # fmt: skip
    notebook, by = ctx.open_notebook, ctx.writer
    before = media(examples)
    name = {"person": person, "record": person, "sound": recording(0.7), "by": by}
    made = examples.ask(lambda: statements.say(notebook, said)).last("statement")
    examples.ask(lambda: name_sounds.keep(notebook, **name))
    assert len(media(examples)) == len(before) + 2
    about = {"person": person, "statement": made, "section": "important_to"}
    examples.window.show_route(Route("sentence", about))
    examples.settle()
    examples.press("record-delete")
    assert "The sentence goes with it." in examples.seen()
    examples.press("remove-recording")
    examples.settle()
    assert examples.window.route.screen == "plan"
    examples.window.show_route(Route("name_sounds", {"person": person}))
    examples.settle()
    delete(examples, f"record-delete-{person}")
    assert examples.find(f"record-delete-{person}") is None
    assert media(examples) == before


@pytest.mark.parametrize("words", ["", "I like the sea."])
def test_a_recording_that_cannot_be_written_is_still_there(
    own: Driver, monkeypatch, words: str
) -> None:
    begin(own, guide(moment("likes", kind="question")))
    if words:
        own.write(words)
    own.press("answer-with-voice")
    with monkeypatch.context() as patch:
        patch.setattr(statements, "say", full_disk)
        keep(own)
        assert recorders(own)
        assert "no room left" in own.seen()
    own.press("record-keep")
    own.settle()
    assert not recorders(own)
    (said,) = own.talk.said
    assert (said.body.original, said.body.recording is not None) == (words, True)


def test_an_answer_that_cannot_be_written_is_still_there(own: Driver, monkeypatch) -> None:
    begin(own, guide(MOMENTS["choose"]))
    own.press("answer-with-voice")
    with monkeypatch.context() as patch:
        patch.setattr(recordings, "answer", full_disk)
        keep(own)
        assert "no room left" in own.seen()
    own.press("record-keep")
    own.settle()
    assert own.talk.session.body.answers["here"].recording is not None


def test_a_recording_of_a_sentence_or_a_name_is_still_there(marcus, examples, monkeypatch) -> None:
    ctx, person = examples.window.ctx, marcus.id
    said = Said(
        person=person, words="Tea.", lang="en", section="important_to", kind="important_to",
        voice="own_spoken", by=ctx.writer,
    )  # fmt: skip
    notebook = ctx.open_notebook
    made = examples.ask(lambda: statements.say(notebook, said)).last("statement")
    about = {"person": person, "statement": made, "section": "important_to"}
    for route, button, module in (
        (Route("sentence", about), "record-it", recordings),
        (Route("name_sounds", {"person": person}), f"record-it-{person}", name_sounds),
    ):
        examples.window.show_route(route)
        examples.settle()
        examples.press(button)
        with monkeypatch.context() as patch:
            patch.setattr(module, "keep", full_disk)
            keep(examples)
            assert recorders(examples)
            assert "no room left" in examples.seen()
        examples.press("record-keep")
        examples.settle()
        assert not recorders(examples)
    assert examples.find(f"record-off-{person}") is not None


def test_where_no_more_is_asked_for_nobody_speaks_for_nothing(own: Driver) -> None:
    begin(own, guide({**moment("likes", kind="question"), "most": 1}))
    record(own)
    own.press("answer-with-voice")
    assert not recorders(own)
    assert "That is enough for one time" in own.seen()


@pytest.mark.parametrize("kind", MOMENTS)
def test_an_answer_is_said_heard_and_taken_off_again(own: Driver, monkeypatch, kind: str) -> None:
    heard: list[bytes] = []
    monkeypatch.setattr(
        Reader, "read", lambda _, said, **__: heard.extend(each.recording for each in said)
    )
    begin(own, guide(MOMENTS[kind]))
    record(own)
    own.press("said-aloud")
    own.qtbot.waitUntil(lambda: heard == [recording()])
    own.press("said-aloud-off")
    own.settle()
    assert own.find("said-aloud") is None
    assert "here" not in own.talk.session.body.answers


def test_a_feeling_is_pressed_and_said(own: Driver) -> None:
    begin(own, guide(MOMENTS["choose"]))
    own.press("option-tea")
    record(own)
    own.press("option-bus")
    answer = own.talk.session.body.answers["here"]
    assert answer.choices == ("bus",)
    assert own.find("said-aloud") is not None


@pytest.mark.parametrize(
    "asked",
    [
        moment("here", kind="choose", section="", needs_yes=True,
               options=[option("yes"), {**option("no"), "ends": True}]),
        moment("here", kind="scale", scale="feeling", options=TWO[:1], practice=True),
        moment("here", kind="when_next", section="", options=TWO),
    ],
)  # fmt: skip
def test_what_only_says_how_the_talk_goes_on_or_is_tried_out_is_not_recorded(
    own: Driver, asked
) -> None:
    begin(own, guide(asked))
    assert own.find("answer-with-voice") is None


def test_a_hope_of_a_goal_can_be_said(own: Driver) -> None:
    begin(own, guide(moment("here", kind="ladder")))
    record(own)
    (hope,) = own.talk.of(Statement)
    assert hope.body.original == ""
    assert hope.body.recording is not None


def test_a_sentence_is_said_where_it_is_read_back(own: Driver) -> None:
    begin(own, guide(moment("first")))
    window, talk = own.window, own.talk
    notebook, by = window.ctx.open_notebook, window.ctx.writer
    said = Said(
        person=talk.person.id, words="I like tea.", lang="en-GB", section="important_to",
        kind="important_to", voice="own_spoken", by=by, session=talk.session.id, moment="first",
    )  # fmt: skip
    own.ask(lambda: statements.say(notebook, said))
    own.next()
    own.press("change")
    record(own)
    (draft,) = own.talk.to_read_back
    assert (draft.body.original, draft.body.kept) == ("I like tea.", False)
    assert draft.body.recording is not None
    assert own.find("keep") is not None
