"""The lines between the window and the process that speaks."""

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app import pipes
from app.speech import protocol
from app.speech.protocol import Speak, Utterance, Word

SAYABLE = st.text().map(protocol.speakable)


@given(SAYABLE, st.sampled_from(["en-GB", "cy", "ur"]), st.floats(0.6, 1.2), st.binary())
def test_a_command_is_one_line_and_comes_back_as_it_was(text, lang, rate, recording):
    utterances = (Utterance(text, lang), Utterance(text, lang, recording))
    command = Speak(1, utterances, rate, 1, {lang: text}, {text: text}, bundled_only=True)
    data = pipes.line(command)
    assert data.count(b"\n") == 1
    assert protocol.read_command(data) == command


def test_an_event_comes_back_as_it_was():
    event = Word(3, 1, 4, 5)
    assert protocol.read_event(pipes.line(event)) == event


@given(st.text())
def test_what_cannot_be_said_becomes_spaces_and_nothing_moves(text):
    said = protocol.speakable(text)
    assert len(said) == len(text)
    assert said.encode("utf-8").decode("utf-8") == said
    assert "\0" not in said


@pytest.mark.parametrize(
    "line",
    [
        b"",
        b"\xff",
        b"{}",
        b'{"type":"speak"}',
        b'{"type":"speak","id":1,"utterances":[],"rate":9}',
        b'{"type":"speak","id":1,"utterances":[],"rate":0.1}',
        b'{"type":"speak","id":1,"utterances":[],"start":-1}',
        b'{"type":"go","index":-1}',
        b'{"type":"pace","rate":2}',
        b'{"type":"finished","id":1}',
    ],
)
def test_a_line_that_is_no_command_is_refused(line):
    with pytest.raises(msgspec.DecodeError):
        protocol.read_command(line)
