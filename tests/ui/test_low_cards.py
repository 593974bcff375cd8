"""Cards that would hide below the screen are low: what is not seen is not chosen."""

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from app.model.ids import PictureRef
from app.usecases import people
from tests.helpers.driver import Driver
from tests.helpers.hearing import like
from ui.context import Context
from ui.parts.column import Column, clear
from ui.parts.flow import Flow
from ui.parts.pressable import Pressable
from ui.parts.words import Words

FEELINGS = ("Good", "So-so", "Sad", "Worried", "Angry", "Tired", "Something else")
MakeCards = Callable[[int], tuple[Column, list[Pressable]]]


@pytest.fixture
def ctx(open_window: Callable[..., Driver]) -> Context:
    return open_window().window.ctx


@pytest.fixture
def cards(ctx: Context, qtbot: QtBot) -> MakeCards:
    """A column with seven cards, as high as is asked for."""

    def make(height: int) -> tuple[Column, list[Pressable]]:
        column, row = Column(ctx), Flow(gap=4, same=True)
        made = []
        for words in FEELINGS:
            made.append(feeling(ctx, words))
            row.addWidget(made[-1])
        column.add_row(row)
        column.fill()
        qtbot.addWidget(column)
        column.resize(1100, height)
        column.show()
        qtbot.waitExposed(column)
        return column, made

    return make


def feeling(ctx: Context, words: str) -> Pressable:
    face = PictureRef("openmoji:1F600")
    return Pressable(ctx, words, picture=face, picture_px=84, arrange="above", widest=250)


def lowest(column: Column, made: list[Pressable]) -> int:
    return max(each.mapTo(column, each.rect().bottomLeft()).y() for each in made)


def test_with_room_for_all_of_them_the_pictures_stand_above(cards: MakeCards) -> None:
    _, made = cards(700)
    assert all(each.height() > 84 * 1.2 for each in made)


def test_with_little_room_every_card_is_in_sight(cards: MakeCards, qtbot: QtBot) -> None:
    roomy, tall = cards(700)
    little = lowest(roomy, tall) - 40
    column, made = cards(little)
    qtbot.waitUntil(lambda: lowest(column, made) <= little)


@pytest.mark.parametrize("percent", [200, 300])
def test_at_large_text_the_pictures_of_the_home_are_in_step_with_it(
    own: Driver, percent: int
) -> None:
    notebook = own.window.ctx.open_notebook
    (person,) = own.ask(lambda: people.everyone(notebook))
    like(own, person, text_percent=percent)
    for name in ("talk", "plan", "goals", "likes"):
        card = own.find(name)
        assert card is not None
        assert card._picture_px >= 0.4 * percent, name
        assert card.height() > card._picture_px


def test_with_a_little_too_little_room_the_pictures_are_smaller_and_stay_above(
    cards: MakeCards, qtbot: QtBot
) -> None:
    roomy, tall = cards(700)
    little = lowest(roomy, tall) - 20
    column, made = cards(little)
    qtbot.waitUntil(lambda: lowest(column, made) <= little)
    for each in made:
        assert 0.6 * 84 < each._picture_px < 84
        assert each.height() > 1.5 * each._picture_px


def test_at_half_as_large_again_the_pictures_of_the_home_still_stand_above(own: Driver) -> None:
    notebook = own.window.ctx.open_notebook
    (person,) = own.ask(lambda: people.everyone(notebook))
    like(own, person, text_percent=150)
    for name in ("talk", "plan", "goals", "likes"):
        card = own.find(name)
        assert card is not None
        assert card._picture_px >= 64, name
        assert card.height() > 1.5 * card._picture_px


def test_they_stand_up_again_when_there_is_room(cards: MakeCards, qtbot: QtBot) -> None:
    column, made = cards(300)
    qtbot.waitUntil(lambda: lowest(column, made) <= 300)
    low = made[0].height()
    column.resize(1100, 700)
    qtbot.waitUntil(lambda: made[0].height() > low)


def test_no_word_is_cut_in_two(ctx: Context, qtbot: QtBot) -> None:
    column, row = Column(ctx), Flow(gap=4, same=True)
    word = "Communication"
    for _ in range(12):
        card = Pressable(
            ctx, word, picture=PictureRef("openmoji:1F600"), arrange="above", widest=190
        )
        row.addWidget(card)
    column.add_row(row)
    qtbot.addWidget(column)
    column.resize(800, 150)
    column.show()
    qtbot.waitExposed(column)
    one_line = card.heightForWidth(1000)
    qtbot.waitUntil(lambda: card.height() <= one_line)


def test_cards_that_come_later_are_in_sight_too(
    cards: MakeCards, ctx: Context, qtbot: QtBot
) -> None:
    column, made = cards(300)
    qtbot.waitUntil(lambda: lowest(column, made) <= 300)
    low = made[0].height()
    clear(column.column)
    row = Flow(gap=4, same=True)
    later = [feeling(ctx, words) for words in FEELINGS]
    for card in later:
        row.addWidget(card)
    column.add_row(row)
    column.fill()
    qtbot.waitUntil(lambda: later[0].height() == low)
    qtbot.waitUntil(lambda: lowest(column, later) <= 300)


@pytest.mark.parametrize("height", range(200, 420, 20))
def test_they_come_to_rest(ctx: Context, qtbot: QtBot, height: int) -> None:
    """Low cards would make the scroll bar go, and tall ones bring it back."""
    column, row = Column(ctx), Flow(gap=4, same=True)
    for words in FEELINGS:
        row.addWidget(feeling(ctx, words))
    column.add_row(row)
    for number in range(4):
        column.add(Words(ctx, f"More {number}"))
    qtbot.addWidget(column)
    column.resize(746, height)
    column.show()
    qtbot.waitExposed(column)
    fitted = []
    column._fitting.timeout.connect(lambda: fitted.append(1))
    qtbot.wait(60)
    assert len(fitted) < 6


def test_what_is_hidden_takes_no_room(cards: MakeCards, ctx: Context, qtbot: QtBot) -> None:
    column, made = cards(460)
    qtbot.waitUntil(lambda: made[0].height() > 100)
    hidden = Words(ctx, "A long story. " * 60)
    hidden.hide()
    column.column.insertWidget(0, hidden)
    column.resize(1100, 440)
    qtbot.wait(20)
    assert made[0].height() > 100
