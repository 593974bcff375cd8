"""Taking a picture set in by the window, stopping on the way, and letting one go."""

import threading
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from PySide6.QtWidgets import QLineEdit

from app.model.change import Change
from app.model.person import KnownLanguage, Person
from app.usecases import picture_sets
from tests.helpers.driver import Driver, begin, fill
from tests.helpers.guides import guide, moment
from tests.helpers.picture_files import dots, drawing, mulberry_like, unpacked, zipped


@pytest.fixture
def sets(new_notebook: Driver) -> Driver:
    """The screen with the picture sets."""
    new_notebook.press("keeping")
    new_notebook.press("picture-sets")
    return new_notebook


class Gate:
    """Holds an import up in the middle until it may go on."""

    def __init__(self) -> None:
        self.reached, self.go_on = threading.Event(), threading.Event()
        self.closed = False

    def ready(self, data: bytes) -> object:
        if not self.closed:
            return self.before(data)
        self.reached.set()
        assert self.go_on.wait(20)
        return self.before(data)

    before = staticmethod(picture_sets.ready_picture)


@pytest.fixture
def gate(monkeypatch: pytest.MonkeyPatch) -> Iterator[Gate]:
    made = Gate()
    monkeypatch.setattr(picture_sets, "ready_picture", made.ready)
    yield made
    made.go_on.set()


def take_in(driver: Driver, path: Path, *, how: str = "from-file") -> None:
    driver.press(how)
    driver.choose(path)


def test_a_set_is_taken_in_and_reported(sets: Driver, tmp_path: Path) -> None:
    take_in(sets, mulberry_like(tmp_path / "our-symbols.zip"))
    assert "Our symbols" in sets.seen()
    assert "There are 2 pictures in it." in sets.seen()
    assert "Made by Ada Example. Their licence: CC BY-SA 4.0." in sets.seen()
    sets.press("take-in")
    assert "2 pictures were taken in." in sets.seen()
    sets.press("to-sets")
    assert "Our symbols: 2 pictures" in sets.seen()


def test_a_folder_without_a_licence_asks_whose_they_are(sets: Driver, tmp_path: Path) -> None:
    take_in(sets, unpacked(tmp_path / "photos", {"dog.png": dots()}), how="from-folder")
    sets.press("no-people")
    sets.press("take-in")
    assert "Please write it here first." in sets.seen()
    fill(sets, "Sam", "Our own")
    sets.press("take-in")
    assert "1 picture was taken in." in sets.seen()
    sets.press("to-sets")
    assert "Sam · Our own" in sets.seen()


def test_what_is_no_set_is_said_in_one_sentence(sets: Driver, tmp_path: Path) -> None:
    path = tmp_path / "half.zip"
    path.write_bytes(mulberry_like(tmp_path / "whole.zip").read_bytes()[:300])
    take_in(sets, path)
    assert "cut off or damaged" in sets.seen()
    assert sets.find("from-file") is not None


def test_stopped_it_keeps_what_is_there_and_goes_on_from_there(
    sets: Driver, gate: Gate, tmp_path: Path
) -> None:
    parts = {f"{n}.svg": drawing(f'<path d="M{n} 1h1"/>') for n in range(9)}
    path = zipped(tmp_path / "a.zip", {**parts, "LICENSE.txt": "CC0"})
    take_in(sets, path)
    gate.closed = True
    button = sets.find("take-in")
    assert button is not None
    button.click()
    sets.qtbot.waitUntil(gate.reached.is_set, timeout=20_000)
    sets.qtbot.waitUntil(lambda: sets.find("stop-work") is not None, timeout=20_000)
    stop = sets.find("stop-work")
    assert stop is not None
    assert sets.window.focusWidget() is stop
    stop.click()
    gate.go_on.set()
    sets.settle()
    assert "Stopped. What is taken in stays." in sets.seen()
    assert "A: 1 of 9 pictures are taken in." in sets.seen()
    sets.press("go-on-0")
    assert "8 pictures were taken in." in sets.seen()
    assert "1 was there already." in sets.seen()
    sets.press("to-sets")
    assert "A: 9 pictures" in sets.seen()
    assert sets.find("go-on-0") is None


def test_leaving_the_screen_stops_it(sets: Driver, gate: Gate, tmp_path: Path) -> None:
    take_in(sets, mulberry_like(tmp_path / "a.zip"))
    gate.closed = True
    button = sets.find("take-in")
    assert button is not None
    button.click()
    sets.qtbot.waitUntil(gate.reached.is_set, timeout=20_000)
    back = sets.find("back")
    assert back is not None
    back.click()
    gate.go_on.set()
    sets.settle()
    notebook = sets.window.ctx.open_notebook
    (made,) = sets.ask(lambda: picture_sets.imported_sets(notebook))
    assert (made.pictures, made.of) == (1, 2)
    sets.press("picture-sets")
    sets.press("go-on-0")
    assert "Please choose a.zip once more." in sets.seen()
    take_in(sets, tmp_path / "a.zip")
    assert "1 picture was taken in." in sets.seen()


def test_looking_at_a_file_can_be_stopped(sets: Driver, gate: Gate, tmp_path: Path) -> None:
    bad = {f"{n}.svg": b"<no" for n in range(9)}
    gate.closed = True
    sets.press("from-file")
    sets.pick(zipped(tmp_path / "a.zip", bad))
    sets.qtbot.waitUntil(gate.reached.is_set, timeout=20_000)
    sets.qtbot.waitUntil(lambda: sets.find("stop-work") is not None, timeout=20_000)
    stop = sets.find("stop-work")
    assert stop is not None
    stop.click()
    gate.go_on.set()
    sets.settle()
    assert "Stopped. Nothing was taken in." in sets.seen()


def test_a_file_of_which_nothing_can_be_used_asks_for_no_licence(
    sets: Driver, tmp_path: Path
) -> None:
    take_in(sets, zipped(tmp_path / "a.zip", {"a.svg": drawing("<script/>")}))
    assert "None of the pictures in this file can be used." in sets.seen()
    assert "In the file: a.svg." in sets.seen()
    sets.press("to-sets")
    assert sets.find("take-out-0") is None


def test_photos_of_people_are_sent_the_way_of_photos(sets: Driver, tmp_path: Path) -> None:
    photo = tmp_path / "joe.jpg"
    photo.write_bytes(dots(kind="JPEG"))
    take_in(sets, photo)
    assert "Are there people in these pictures?" in sets.seen()
    sets.press("people")
    assert "Photos of people come in one by one" in sets.seen()
    sets.press("to-sets")
    assert sets.find("take-out-0") is None


def test_a_set_can_be_taken_out_and_can_be_left_in(sets: Driver, tmp_path: Path) -> None:
    take_in(sets, mulberry_like(tmp_path / "a.zip"))
    sets.press("take-in")
    sets.press("to-sets")
    sets.press("take-out-0")
    assert "Pictures that are in a plan stay in the plan." in sets.seen()
    sets.press("leave-in")
    sets.press("take-out-0")
    sets.press("take-out")
    assert "A: 2 pictures" not in sets.seen()
    assert sets.find("take-out-0") is None


def test_pictures_of_a_set_stand_before_the_others_when_one_is_looked_for(
    own: Driver, tmp_path: Path
) -> None:
    notebook = own.window.ctx.open_notebook
    made = mulberry_like(tmp_path / "m.zip")
    own.ask(lambda: picture_sets.import_set(notebook, path=made))
    (first, *_) = own.ask(lambda: picture_sets.search(notebook, words="swim", langs=("en",)))
    begin(own, guide(moment("what")))
    own.press("look-for-picture")
    line = next(w for w in own.window.findChildren(QLineEdit) if w.isVisible())
    line.setText("swim")
    own.settle()
    of_set, usual = own.find(f"picture-{first.ref}"), own.find("picture-swim")
    assert of_set is not None
    assert usual is not None
    own.qtbot.waitUntil(lambda: of_set.y() < usual.y())
    line.setText("zzz")
    own.settle()
    assert not [each for each in own.names() if each.startswith("picture-set:")]


def test_a_picture_is_found_by_a_word_of_any_language_of_the_person(
    own: Driver, tmp_path: Path
) -> None:
    notebook, person = own.window.ctx.open_notebook, own.person()
    files = {"one.svg": drawing('<path d="M1 1h1"/>'), "LICENSE.txt": "CC0"}
    files["symbol-info.csv"] = "symbol-id,symbol-en,symbol-pl\none,holiday hut,domek letni\n"
    own.ask(lambda: picture_sets.import_set(notebook, path=zipped(tmp_path / "a.zip", files)))
    known = tuple(
        KnownLanguage(code=code, speak="well", read="well", home=code == "pl")
        for code in ("pl", "en-GB")
    )

    def speak_polish() -> Change:
        with notebook.unit_of_work() as work:
            me = work.records.get(person, Person)
            body = msgspec.structs.replace(me.body, languages=known)
            work.records.revise(person, body, by=person)
            return work.commit()

    own.ask(speak_polish)
    begin(own, guide(moment("what")))
    own.press("look-for-picture")
    line = next(w for w in own.window.findChildren(QLineEdit) if w.isVisible())
    line.setText("herbata")
    own.settle()
    assert own.find("picture-cup-of-tea") is not None
    line.setText("domek")
    own.settle()
    assert [each for each in own.names() if each.startswith("picture-set:")]
