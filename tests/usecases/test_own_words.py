"""Which of a person's words are offered on the letter board."""

import pytest

from app.model.statement import Voice
from app.usecases import statements
from app.usecases.own_words import own_words
from app.usecases.statements import Said

from .conftest import TODAY, Home


def say(
    home: Home,
    words: str,
    *,
    voice: Voice = "own_spoken",
    lang: str = "en-GB",
    kept: bool = True,
    private: bool = False,
) -> None:
    said = Said(
        person=home.person, words=words, lang=lang, section="important_to", kind="important_to",
        voice=voice, by=home.by, said_by=home.by if voice == "family" else None,
    )  # fmt: skip
    made = statements.say(home.notebook, said).last("statement")
    if kept:
        statements.read_back(
            home.notebook, statement=made, result="keep", method="pressed", on=TODAY, by=home.by
        )
    statements.set_private(home.notebook, statement=made, private=private, by=home.by)


def offered(home: Home) -> tuple[str, ...]:
    return own_words(home.notebook, person=home.person, lang="en").offer("Z", most=6)


def test_words_that_the_person_kept_are_offered(home: Home) -> None:
    say(home, "Zebedee makes me laugh.")
    assert offered(home) == ("Zebedee",)


@pytest.mark.parametrize(
    "said", [{"private": True}, {"kept": False}, {"voice": "family"}, {"lang": "cy"}]
)
def test_r7_what_is_private_a_draft_or_of_others_is_not_offered(home: Home, said: dict) -> None:  # type: ignore[type-arg]
    say(home, "Zebedee hurt me.", **said)
    assert offered(home) == ()
