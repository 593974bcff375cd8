"""Better words from a speaker: kept, used, and sent back as a catalog."""

import io
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from app.bootstrap import House
from app.model.errors import BadWordsError, CannotWriteError
from app.words.finding import Entry, entries


@pytest.fixture
def house(tmp_path: Path) -> House:
    return House(tmp_path / "home", tmp_path / "notebooks")


def entry(house: House, *ids: str) -> Entry:
    return next(e for e in entries(house.catalogs.compiled("cy")) if e.ids == ids)


COPY = "This copy is for {name}."
KEPT = ("{n} sentence you kept.", "{n} sentences you kept.")


def test_a_suggestion_is_used_at_once_and_the_rest_stays(house: House) -> None:
    house.suggest("cy", entry(house, COPY), form=0, words="I {name} mae hwn.")
    words = house.wording_as_suggested("cy")
    assert words.t(COPY, name="Ewa") == "I Ewa mae hwn."
    assert words.t("Hear it") == house.wording("cy").t("Hear it")
    assert house.wording("cy").t(COPY, name="Ewa") != "I Ewa mae hwn."


def test_one_plural_form_is_changed_and_the_others_stay(house: House) -> None:
    old = entry(house, *KEPT)
    house.suggest("cy", old, form=0, words="{n} o frawddegau gadwoch chi.")
    words, before = house.wording_as_suggested("cy"), house.wording("cy")
    assert words.tn(*KEPT, 10) == "10 o frawddegau gadwoch chi."
    assert words.tn(*KEPT, 2) == before.tn(*KEPT, 2)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("", "write what it is to say"),
        ("Dim lle", "{name}"),
        ("I {enw}.", "{name}"),
        ("x" * 3000, "long"),
    ],
)
def test_what_would_break_is_refused_and_nothing_is_kept(
    house: House, words: str, told: str
) -> None:
    with pytest.raises(BadWordsError) as refused:
        house.suggest("cy", entry(house, COPY), form=0, words=words)
    assert told in refused.value.said(house.wording("en-GB"))
    assert house.suggestions("cy") == ()


def test_the_file_that_is_sent_back_is_a_catalog_with_what_it_said_before(
    house: House, tmp_path: Path
) -> None:
    old = entry(house, COPY)
    house.suggest("cy", old, form=0, words="I {name} mae hwn.")
    house.save_suggestions("cy", tmp_path / "cy.po")
    catalog = read_po(io.BytesIO((tmp_path / "cy.po").read_bytes()), locale="cy")
    (message,) = [each for each in catalog if each.id]
    assert (message.id, message.string) == (COPY, "I {name} mae hwn.")
    assert old.strings[0] in message.user_comments[0]


def test_a_suggestion_is_taken_back(house: House) -> None:
    for words in ("Ar gyfer {name}.", "I {name} mae hwn."):
        house.suggest("cy", entry(house, COPY), form=0, words=words)
    (kept,) = house.suggestions("cy")
    assert kept.strings == ("I {name} mae hwn.",)
    house.take_suggestion_back("cy", kept.ids)
    assert house.suggestions("cy") == ()


DAMAGED = b'msgid "\xff'


@pytest.fixture
def damaged(house: House) -> Path:
    """A file of suggestions that cannot be read."""
    file = house.home / "suggested words" / "cy.po"
    file.parent.mkdir(parents=True)
    file.write_bytes(DAMAGED)
    return file


@pytest.mark.usefixtures("damaged")
def test_a_damaged_file_counts_as_none(house: House) -> None:
    assert (house.suggestions("cy"), house.speaker("cy")) == ((), "")


@pytest.mark.parametrize("data", [DAMAGED, b"", b'msgid "Hear it"\nmsgstr "Gwr'])
def test_a_damaged_file_is_put_aside_and_never_written_over(
    house: House, damaged: Path, data: bytes
) -> None:
    damaged.write_bytes(data)
    house.suggest("cy", entry(house, COPY), form=0, words="I {name} mae hwn.")
    aside = house.suggestions_put_aside("cy")
    assert aside is not None
    assert (aside.read_bytes(), aside.suffix) == (data, ".damaged")
    assert [each.strings for each in house.suggestions("cy")] == [("I {name} mae hwn.",)]


def test_what_cannot_be_put_aside_is_not_written_over(
    house: House, damaged: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "rename", fails)
    for change in (
        lambda: house.suggest("cy", entry(house, COPY), form=0, words="I {name} mae hwn."),
        lambda: house.take_suggestion_back("cy", (COPY,)),
        lambda: house.say_who_speaks("cy", "Nia"),
    ):
        with pytest.raises(CannotWriteError):
            change()
    assert damaged.read_bytes() == DAMAGED


def test_who_speaks_the_language_goes_with_the_words(house: House, tmp_path: Path) -> None:
    house.suggest("cy", entry(house, COPY), form=0, words="I {name} mae hwn.")
    assert house.speaker("cy") == ""
    house.say_who_speaks("cy", " Nia  Puw ")
    house.take_suggestion_back("cy", ("something else",))
    house.save_suggestions("cy", tmp_path / "cy.po")
    assert "Last-Translator: Nia Puw" in (tmp_path / "cy.po").read_text("utf-8")
    assert house.speaker("cy") == "Nia Puw"
    house.say_who_speaks("cy", " ")
    assert house.speaker("cy") == ""
