"""Paper cannot be heard: it says that something was said, and nothing of the sound is in it."""

import contextlib
import datetime

from app.bootstrap import House
from app.model.ids import RecordId
from app.model.recordings import sound_ref
from app.model.wording import SourceWording
from app.paper.one_page import USUAL, fit
from app.usecases import people, statements
from app.usecases.statements import Said
from tests.helpers.printing import job, plan, printed, sentence
from tests.helpers.recorded import recording
from tests.paper.test_booklet import flat

HEARD = "I said this into the computer."


def spoken(words=""):
    return sentence(words, recording=sound_ref(b"sound"))


def test_the_booklet_says_where_a_recording_without_words_can_be_heard():
    pages = flat(printed(plan(spoken())))
    assert HEARD in pages
    assert "sound:" not in pages


def test_where_there_are_words_the_booklet_has_the_words():
    pages = flat(printed(plan(spoken("I like the sea."))))
    assert "I like the sea." in pages
    assert HEARD not in pages


def test_it_stands_on_one_page_as_well():
    fitted = fit(job(plan(spoken())), picks=(RecordId("s0"),), photo=None)
    assert (fitted.size, fitted.pages) == (USUAL, 1)


def test_what_is_kept_about_somebody_says_that_there_is_a_recording(tmp_path):
    house = House(tmp_path, tmp_path)
    with contextlib.closing(house.example_notebook(tmp_path)) as notebook:
        person = people.everyone(notebook)[0].id
        statements.say(
            notebook,
            Said(
                person=person, words="", lang="so", section="important_to", by=person,
                kind="important_to", voice="own_spoken", recording=recording(),
            ),
        )  # fmt: skip
        words, day = SourceWording(), datetime.date(2026, 5, 4)
        made = flat(house.about_me(notebook, person=person, made_on=day, words=words))
    assert "How I said it" in made
    assert "my own voice, as a recording" in made
    assert HEARD in made
    assert "sound:" not in made
