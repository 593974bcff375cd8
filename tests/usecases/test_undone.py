"""What was undone is told in words, with the words that it was about."""

from app.model.wording import SourceWording, said
from app.usecases import undo, undone

from .conftest import Home
from .test_undo import keep, say


def told(home: Home, *, again: bool = False) -> str:
    next_, do = (undo.next_redo, undo.redo) if again else (undo.next_undo, undo.undo)
    what = next_(home.notebook, person=home.person)
    assert what is not None
    change = do(home.notebook, person=home.person, by=home.by)
    return said(undone.told(home.notebook, what, change, again=again), SourceWording())


def test_a_sentence_is_told_with_its_words(home: Home) -> None:
    say(home, "I like tea.")
    assert told(home) == "Undone: sentence added, “I like tea.”"
    assert told(home, again=True) == "Done again: sentence added, “I like tea.”"


def test_what_somebody_answered_is_told_with_the_sentence_it_was_about(home: Home) -> None:
    keep(home, say(home, "I like tea."))
    assert told(home).endswith(", “I like tea.”")
