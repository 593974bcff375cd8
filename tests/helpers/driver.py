"""Uses the window as a person does: presses what can be seen, by its name."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtWidgets import QFileDialog, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from app.model.guide import Guide
from app.model.ids import RecordId
from app.model.record import BodyT, Record
from app.usecases import people, sessions
from app.usecases.talks import Talk
from ui.parts.pressable import Pressable
from ui.parts.words import Words
from ui.screens.base import Route
from ui.screens.talk import TalkScreen
from ui.window import Window

T = TypeVar("T")


class Driver:
    """Presses and reads one window, and waits until it has answered."""

    def __init__(self, qtbot: QtBot, window: Window) -> None:
        self.qtbot = qtbot
        self.window = window

    def settle(self) -> None:
        """Wait until everything asked for has come back."""
        for _ in range(3):
            self.qtbot.waitUntil(lambda: not self.window.desk.busy, timeout=20_000)
            self.qtbot.wait(1)

    def find(self, name: str) -> Pressable | None:
        """What can be pressed under this name, if it can be seen."""
        for each in self.window.findChildren(Pressable, name):
            if each.isVisible() and each.isEnabled():
                return each
        return None

    def press(self, name: str) -> None:
        """Press it."""
        button = self.find(name)
        assert button is not None, f"there is nothing to press called {name}: {self.names()}"
        button.click()
        self.settle()

    def choose(self, path: Path) -> None:
        """Choose a file or folder in the dialog that is open, and wait for what comes of it."""
        self.pick(path)
        self.settle()

    def pick(self, path: Path) -> None:
        """Choose a file or folder in the dialog that is open."""
        (dialog,) = (d for d in self.window.findChildren(QFileDialog) if d.isVisible())
        line = dialog.findChild(QLineEdit, "fileNameEdit")
        assert line is not None
        line.setText(str(path))
        dialog.accept()

    def take_photo(self, path: Path) -> None:
        """Choose a photo from a file where one can be chosen; take all of it, nobody is in it."""
        self.press("photo")
        self.choose(path)
        self.press("take-photo")
        self.press("in-photo-nobody")
        self.press("photo-who-done")
        self.press("photo-name-done")

    def names(self) -> list[str]:
        """Everything that can be pressed."""
        seen = (w for w in self.window.findChildren(Pressable) if w.isVisible())
        return [w.objectName() for w in seen]

    def write(self, words: str) -> None:
        """Write into the writing place of a question."""
        field = self.window.findChild(QPlainTextEdit, "writing")
        assert field is not None
        field.setPlainText(words)

    def seen(self) -> str:
        """All words on screen."""
        found = [
            w.words
            for w in self.window.findChildren(QWidget)
            if isinstance(w, Pressable | Words) and w.isVisible()
        ]
        return "\n".join(found)

    def names_said(self) -> str:
        """What a screen reader is told of everything on screen."""
        found = [
            w.accessibleName()
            for w in self.window.findChildren(QWidget)
            if isinstance(w, Pressable | Words) and w.isVisible()
        ]
        return "\n".join(found)

    @property
    def talk(self) -> Talk:
        """The conversation on screen."""
        assert isinstance(self.window.screen, TalkScreen)
        assert self.window.screen.talk is not None
        return self.window.screen.talk

    @property
    def step(self) -> str:
        """Which step of the conversation is on screen."""
        return self.talk.conversation.step.key

    def person(self) -> RecordId:
        """The first person of the notebook."""
        notebook = self.window.ctx.open_notebook
        return self.ask(lambda: people.everyone(notebook))[0].id

    def next(self) -> None:
        """Press Next."""
        self.press("next")

    def ask(self, work: Callable[[], T]) -> T:
        """Ask the notebook something, on its own thread."""
        answers: list[Any] = []
        self.window.desk.do(work, owner=self.window, then=answers.append)
        self.settle()
        return answers[0]

    def records(self, kind: type[BodyT]) -> list[Record[BodyT]]:
        """Every record of a kind that the notebook holds."""
        notebook = self.window.ctx.open_notebook

        def read() -> list[Record[BodyT]]:
            with notebook.unit_of_work() as work:
                return list(work.records.find(kind))

        return self.ask(read)


def fill(driver: Driver, *words: str) -> None:
    """Write into every line on screen, in their order."""
    lines = [w for w in driver.window.findChildren(QLineEdit) if w.isVisible()]
    for line, said in zip(lines, words, strict=True):
        line.setText(said)


def confirm(driver: Driver, pin: str = "2468") -> None:
    """Write the PIN once more, where it is asked for before something grave."""
    fill(driver, pin)
    driver.press("confirm")


def begin(driver: Driver, guide: Guide, person: RecordId | None = None) -> None:
    """Begin a talk along this guide with somebody, and bring its first moment onto the screen."""
    window, ctx = driver.window, driver.window.ctx
    person = person or driver.person()
    window.show_route(Route("home", {"person": person}))
    driver.settle()
    ctx.house.guides[guide.id] = guide
    notebook, by, now = ctx.open_notebook, ctx.writer, ctx.now()
    change = driver.ask(
        lambda: sessions.start(notebook, person=person, guide=guide, by=by, now=now)
    )
    route = Route("talk", {"session": change.last("session"), "person": person})
    window.show_route(route)
    driver.settle()


def talk_together(driver: Driver, guide: str = "review") -> None:
    """From the person's home: carry on with a talk, or begin it."""
    driver.press("talk")
    there = f"carry-on-{guide}" in driver.names()
    driver.press(f"{'carry-on' if there else 'begin'}-{guide}")
