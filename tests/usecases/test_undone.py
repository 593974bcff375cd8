"""What was undone is told in words, with the words that it was about."""

from app.model.change import Change
from app.model.wording import SourceWording, said
from app.usecases import statements, undo, undone
from app.usecases.statements import Said

from .conftest import TODAY, Home


def told(home: Home, *, again: bool = False) -> str:
    next_, do = (undo.next_redo, undo.redo) if again else (undo.next_undo, undo.undo)
    what = next_(home.notebook, person=home.person)
    assert what is not None
    change = do(home.notebook, person=home.person, by=home.by)
    return said(undone.told(home.notebook, what, change, again=again), SourceWording())


def say(home: Home, words: str) -> Change:
    sentence = Said(
        person=home.person,
        words=words,
        lang="en-GB",
        section="food",
        kind="preference",
        voice="own_spoken",
        by=home.by,
    )
    return statements.say(home.notebook, sentence)


def test_a_sentence_is_told_with_its_words(home: Home) -> None:
    say(home, "I like tea.")
    assert told(home) == "Undone: sentence added, “I like tea.”"
    assert told(home, again=True) == "Done again: sentence added, “I like tea.”"


def test_what_somebody_answered_is_told_with_the_sentence_it_was_about(home: Home) -> None:
    statement = say(home, "I like tea.").last("statement")
    statements.read_back(
        home.notebook, statement=statement, result="keep", method="", on=TODAY, by=home.by
    )
    assert told(home).endswith(", “I like tea.”")
