"""The lower bar: the same button in the same place on every screen, and none else where Stop is."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QRect

from tests.helpers.driver import Driver, begin
from tests.helpers.guides import guide, moment
from ui.parts.bar_places import Width, shared
from ui.parts.bars import Button
from ui.parts.bottom_bar import BottomBar
from ui.parts.pressable import Pressable
from ui.screens.base import Route
from ui.undoing import REDO, UNDO

STOPS = {"stop", "how"}
"""Where there is nothing to stop, help tells how the screen works."""
BACKS = {"back", "home", "lock"}

LONG = "Undo: picture of a sentence taken off again, and its words put back as they had been"


def like(driver: Driver, **how: object) -> None:
    """Have the window be as somebody likes it."""
    settings = driver.window.ctx.settings
    driver.window.use_settings(type(settings)(**how))
    driver.settle()


def bar_of(driver: Driver) -> BottomBar:
    """The bar, laid out."""
    driver.settle()
    (bar,) = (each for each in driver.window.findChildren(BottomBar) if each.isVisible())
    return bar


def standing(driver: Driver) -> dict[str, QRect]:
    """Each button of the bar, by its name."""
    seen = (each for each in bar_of(driver).findChildren(Pressable) if each.isVisible())
    return {each.objectName(): each.geometry() for each in seen}


def walk(driver: Driver, **how: object) -> Iterator[dict[str, QRect]]:
    """Screens of every kind, with and without a way onward, with and without something to stop."""
    about = {"person": driver.person()}
    begin(driver, guide(moment("one", kind="question"), moment("two", kind="question")))
    like(driver, **how)
    yield standing(driver)
    driver.write("Peas, every day.")
    driver.press("put-on-card")
    yield standing(driver)
    driver.next()
    yield standing(driver)
    for screen in ("plan", "likes", "who_sees", "name_sounds", "rights", "goals"):
        driver.window.show_route(Route(screen, about))
        yield standing(driver)
    for screen in ("stop", "rest", "not_safe"):
        driver.window.show_route(Route(screen, {"behind": about}))
        yield standing(driver)
    driver.window.show_route(Route("help", {"behind": about, "asked_on": "home"}))
    yield standing(driver)
    driver.press("guide-person")
    yield standing(driver)
    driver.window.show_route(Route("thank_you", {**about, "spoke": True}))
    yield standing(driver)


@pytest.mark.parametrize(
    ("percent", "lang"),
    [(100, "en-GB"), (125, "en-GB"), (200, "en-GB"), (300, "en-GB"), (200, "ar"), (300, "pl")],
)
def test_the_same_button_stands_at_the_same_place_on_every_screen(
    own: Driver, percent: int, lang: str
) -> None:
    places: dict[str, set[tuple[int, int]]] = {}
    for seen in walk(own, text_percent=percent, language=lang):
        for name, at in seen.items():
            kind = "stop" if name in STOPS else "back" if name in BACKS else name
            places.setdefault(kind, set()).add((at.left(), at.right()))
    for kind in ("back", "hear", "stop", "next"):
        assert len(places[kind]) == 1, (kind, places[kind])
    assert len({left if lang != "ar" else right for left, right in places["undo"]}) == 1
    ((left, right),) = places.pop("stop")
    for kind, found in places.items():
        assert all(end < left or right < start for start, end in found), kind


@pytest.mark.parametrize("lang", ["en-GB", "ar"])
def test_the_way_onward_stands_alone_at_the_end_of_reading(own: Driver, lang: str) -> None:
    begin(own, guide(moment("one", kind="question")))
    like(own, language=lang)
    order = sorted(standing(own).items(), key=lambda each: each[1].left())
    if lang == "ar":
        order.reverse()
    names = [name for name, _ in order if name != "undo"]
    assert names == ["back", "hear", "stop", "next"]


def test_before_a_screen_has_come_stop_stands_there_already(own: Driver) -> None:
    about = {"person": own.person()}
    begin(own, guide(moment("one", kind="question")))
    talk = own.window.route
    for route in (talk, Route("home", about), Route("plan", about)):
        own.window.show_route(route)
        assert "stop" in own.window._bottom.buttons, route.screen
        own.settle()


@pytest.mark.parametrize("percent", [100, 125, 150, 200, 300])
@pytest.mark.parametrize("names", [["undo"], ["undo", "redo"], ["redo"]])
def test_what_can_be_undone_makes_the_bar_no_higher_and_hides_nothing(
    own: Driver, percent: int, names: list[str]
) -> None:
    begin(own, guide(moment("one", kind="question")))
    like(own, text_percent=percent)
    own.window._offer(())
    before, size = bar_of(own).height(), own.window.size()
    pictures = {"undo": UNDO, "redo": REDO}
    own.window._offer(
        tuple(
            Button(name=name, words=LONG, short="Undo", picture=pictures[name], press=lambda: None)
            for name in names
        )
    )
    bar = bar_of(own)
    assert (bar.height(), own.window.size()) == (before, size)
    for name in names:
        made = own.find(name)
        assert made is not None
        assert made.width() >= made.minimumSizeHint().width()
        assert made.accessibleName() == LONG
    top = bar.mapTo(own.window, QPoint(0, 0)).y()
    screen = own.window.screen
    assert screen is not None
    assert screen.mapTo(own.window, screen.rect().bottomLeft()).y() < top
    refusals = [own.find(name) for name in ("dont_know", "not_today", "dont_want_to_say")]
    for each in refusals if percent <= 200 else ():
        assert each is not None
        assert each.mapTo(own.window, each.rect().bottomLeft()).y() < top


def test_places_share_what_room_there_is_and_never_more() -> None:
    one, two = Width(165, 120, 120, 110), Width(260, 230, 150, 90)
    assert shared((one, two), 500) == (165, 260)
    assert shared((one, two), 350) == (120, 230)
    assert shared((one, two), 270) == (120, 150)
    for room in range(0, 500, 7):
        assert sum(shared((one, two), room)) <= room
