"""Tests of the window need no screen and no loudspeaker."""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("ALONGSIDE_SOUND", "null")
os.environ.setdefault("ALONGSIDE_CAMERA", "none")
os.environ.setdefault("ALONGSIDE_MICROPHONE", "none")

import pytest
from PIL import Image
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

import ui.reading
from app.bootstrap import House
from app.model.person import Person
from app.model.record import Record
from app.shipped import Shipped
from app.store import opening
from app.store.keys import KEY_BYTES, Worker
from app.store.notebook import NotebookFile
from app.usecases import people
from tests.helpers.driver import Driver, begin
from tests.helpers.guides import guide, moment
from tests.helpers.made_up_reader import MadeUpReader
from ui.window import Window

READ_ONCE = (
    "look",
    "sections",
    "topics",
    "guide_parts",
    "shipped_guides",
    "known_to_guides",
    "ideas",
    "glossary",
    "fonts",
    "catalogs",
)


@pytest.fixture(scope="session")
def made_examples(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, bytes, Worker]:
    """The notebook of the example people, made once; its key; whose it is."""
    folder, key = tmp_path_factory.mktemp("examples"), bytes(KEY_BYTES)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("app.bootstrap.secrets.token_bytes", lambda _: key)
        made = House(folder, folder).example_notebook(folder)
    made.close()
    return made.path, key, made.worker


@pytest.fixture(autouse=True)
def _copied_examples(
    monkeypatch: pytest.MonkeyPatch, made_examples: tuple[Path, bytes, Worker]
) -> None:
    """Tests of the window look at copies of it: making it anew takes most of their time."""
    made, key, worker = made_examples

    def copied(house: House, folder: Path) -> NotebookFile:
        path = folder / made.name
        shutil.copyfile(made, path)
        return opening.open_with_key(path, key=key, worker=worker)

    monkeypatch.setattr(House, "example_notebook", copied)


@pytest.fixture(scope="session")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Shipped:
    """What ships with the program, of which nothing is ever written: read once for all tests."""
    folder = tmp_path_factory.mktemp("shipped")
    return House(folder, folder)


@pytest.fixture
def house(tmp_path: Path, shipped: Shipped) -> House:
    """The program with a home of its own."""
    house = House(tmp_path / "home", tmp_path / "notebooks")
    for name in READ_ONCE:
        vars(house)[name] = getattr(shipped, name)
    return house


@pytest.fixture
def open_window(qtbot: QtBot, house: House) -> Iterator[Callable[..., Driver]]:
    """Opens windows, and closes them with their threads and processes."""
    opened: list[Window] = []

    def open_one(lang: str = "en-GB") -> Driver:
        window = Window(house, lang=lang)
        qtbot.addWidget(window, before_close_func=lambda w: w.close())
        opened.append(window)
        window.resize(1366, 768)
        window.show()
        return Driver(qtbot, window)

    yield open_one
    for window in opened:
        window.close()


@pytest.fixture
def new_notebook(open_window: Callable[..., Driver], house: House) -> Driver:
    """A window with a new notebook of Sam, whose PIN is 2468, on its people: nobody yet."""
    driver = open_window()
    notebook = house.create_notebook(
        house.notebook_path("Two"), worker_name="Sam", secret="2468", kind="pin"
    )
    driver.window.holding.take(notebook)
    driver.settle()
    return driver


@pytest.fixture
def examples(open_window: Callable[..., Driver]) -> Driver:
    """A window with the example people."""
    driver = open_window()
    driver.press("examples")
    driver.settle()
    return driver


@pytest.fixture
def marcus(examples: Driver) -> Record[Person]:
    """The first example person, whose home is on screen."""
    notebook = examples.window.ctx.open_notebook
    person = examples.ask(lambda: people.everyone(notebook))[0]
    examples.press(f"person-{person.id}")
    return person


@pytest.fixture
def reader(monkeypatch: pytest.MonkeyPatch) -> MadeUpReader:
    """The reader of the window, made when something is first heard."""
    made = MadeUpReader()
    monkeypatch.setattr(ui.reading, "Reader", lambda _parent: made)
    return made


@pytest.fixture
def home(reader: MadeUpReader, examples: Driver, marcus: Record[Person]) -> Driver:
    """Marcus's home; his settings and what he hears can be looked at."""
    return examples


@pytest.fixture
def own(new_notebook: Driver) -> Driver:
    """A new notebook with one person, on their home."""
    driver = new_notebook
    notebook = driver.window.ctx.open_notebook
    change = driver.ask(
        lambda: people.add_person(
            notebook,
            preferred_name="Amina",
            home_language="en-GB",
            worker=notebook.worker.id,
            worker_name=notebook.worker.name,
            today=driver.window.ctx.today,
        )
    )
    driver.press(f"person-{change.last('person')}")
    return driver


@pytest.fixture
def picker(own: Driver) -> Iterator[Driver]:
    """At the page of pictures; nothing was copied before."""
    QGuiApplication.clipboard().clear()
    begin(own, guide(moment("likes", kind="question")))
    own.press("answer-with-picture")
    yield own
    QGuiApplication.clipboard().clear()


@pytest.fixture
def halves(tmp_path: Path) -> Path:
    """A photo that is red on the left and blue on the right."""
    image = Image.new("RGB", (400, 200), "red")
    image.paste("blue", (200, 0, 400, 200))
    exif = Image.Exif()
    exif.get_ifd(0x8825)[27] = "SecretPlace"
    path = tmp_path / "IMG_1234 Ward 7.jpg"
    image.save(path, exif=exif)
    return path
