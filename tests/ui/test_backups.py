"""A notebook from a backup, a look into one, one person back; dialogs that tell nothing."""

import datetime
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QFileDialog, QLineEdit, QListView

from app.bootstrap import House
from app.model.person import Person, Settings
from app.model.record import Record
from app.store import backup_file
from app.usecases import people
from tests.helpers.driver import Driver
from ui.desk import Stopped
from ui.parts import choosing
from ui.parts.progress import Progress
from ui.screens.base import Route

PIN = "2468"


def fill(driver: Driver, *words: str) -> None:
    lines = [w for w in driver.window.findChildren(QLineEdit) if w.isVisible()]
    for line, said in zip(lines, words, strict=True):
        line.setText(said)


def add(house: House, path: Path, name: str) -> None:
    notebook = house.open_notebook(path, secret=PIN)
    people.add_person(
        notebook,
        preferred_name=name,
        home_language="en-GB",
        worker=notebook.worker.id,
        worker_name="Sam",
        today=datetime.date(2026, 3, 4),
    )
    notebook.close()


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


@pytest.fixture
def backup(house: House, stick: Path) -> Path:
    """A backup of "Fern Court" with Amina in it, whose notebook is still there."""
    path = house.notebook_path("Fern Court")
    house.create_notebook(path, worker_name="Sam", secret=PIN, kind="pin").close()
    add(house, path, "Amina")
    notebook = house.open_notebook(path, secret=PIN)
    made = house.backup(notebook, stick)
    notebook.close()
    return made.file


@pytest.fixture
def restoring(open_window: Callable[..., Driver], backup: Path) -> Driver:
    """The window at the backup, chosen from the first screen."""
    driver = open_window()
    driver.press("restore")
    driver.choose(backup)
    return driver


@pytest.fixture
def taking(new_notebook: Driver, backup: Path) -> Driver:
    """A notebook without anybody; the backup was chosen to take somebody back."""
    new_notebook.press("keeping")
    new_notebook.press("take-back")
    new_notebook.choose(backup)
    return new_notebook


def copies(tmp_path: Path) -> list[Path]:
    return sorted(tmp_path.glob("alongside-place-*"))


@pytest.fixture(autouse=True)
def private_places(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where backups are unpacked to be looked into."""
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    return tmp_path


# A notebook again


def test_a_notebook_is_made_of_a_backup_under_a_free_name(restoring: Driver, house: House) -> None:
    assert "Fern Court" in restoring.seen()
    assert "This backup is of" in restoring.seen()
    fill(restoring, PIN)
    restoring.press("make")
    assert restoring.window.route.screen == "people"
    assert "Amina" in restoring.seen()
    assert "Fern Court (2) is ready" in restoring.seen()
    opened = restoring.window.ctx.open_notebook
    assert opened.path == house.notebooks_folder / "Fern Court (2).alongside"
    assert not opened.read_only


def test_the_recovery_sheet_of_that_day_opens_it(
    open_window: Callable[..., Driver], house: House, backup: Path, stick: Path
) -> None:
    notebook = house.open_notebook(house.notebook_path("Fern Court"), secret=PIN)
    code = house.make_recovery(notebook)
    later = house.backup(notebook, stick).file
    notebook.close()
    driver = open_window()
    driver.window.show_route(Route("restore", {"file": later}))
    driver.settle()
    driver.press("with-sheet")
    fill(driver, " ".join(code.groups))
    driver.press("make")
    assert "Amina" in driver.seen()


def test_a_wrong_pin_is_told_beside_its_place_and_the_next_try_works(restoring: Driver) -> None:
    fill(restoring, "0000")
    restoring.press("make")
    assert "That does not open this backup" in restoring.seen()
    fill(restoring, PIN)
    restoring.press("look")
    assert "Amina" in restoring.seen()


def test_nothing_is_tried_without_a_key(restoring: Driver, house: House) -> None:
    tries = house.home / "tries.json"
    before = tries.read_bytes()
    restoring.press("make")
    assert "Please write it here first." in restoring.seen()
    assert tries.read_bytes() == before


@pytest.mark.parametrize(
    ("spoil", "told"),
    [
        (lambda data: data[:-10], "is cut off"),
        (lambda data: data.replace(b'"form"', b'"farm"'), "was altered"),
        (lambda _data: b"a letter", "is cut off, or is not a backup"),
    ],
)
def test_a_bad_file_is_refused_with_its_reason_and_another_can_be_chosen(
    open_window: Callable[..., Driver],
    backup: Path,
    stick: Path,
    spoil: Callable[[bytes], bytes],
    told: str,
) -> None:
    bad = stick / f"bad{backup_file.SUFFIX}"
    bad.write_bytes(spoil(backup.read_bytes()))
    driver = open_window()
    driver.press("restore")
    driver.choose(bad)
    assert told in driver.seen()
    driver.press("other-backup")
    driver.choose(backup)
    assert "Fern Court" in driver.seen()


def test_a_database_that_was_altered_is_refused_after_the_key_and_leaves_nothing(
    open_window: Callable[..., Driver], backup: Path, house: House, tmp_path: Path
) -> None:
    data = bytearray(backup.read_bytes())
    data[5000] ^= 1
    backup.write_bytes(data)
    before = sorted(house.notebooks_folder.iterdir())
    for deed in ("make", "look"):
        driver = open_window()
        driver.window.show_route(Route("restore", {"file": backup}))
        driver.settle()
        fill(driver, PIN)
        driver.press(deed)
        assert "was altered or is damaged" in driver.seen()
        assert driver.find("other-backup") is not None
    assert sorted(house.notebooks_folder.iterdir()) == before
    assert not copies(tmp_path)


def test_a_backup_of_a_newer_program_is_refused(
    open_window: Callable[..., Driver], backup: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(backup_file, "VERSION", 0)
    driver = open_window()
    driver.window.show_route(Route("restore", {"file": backup}))
    driver.settle()
    assert "newer Alongside" in driver.seen()


# A look into it


def test_a_look_into_a_backup_shows_the_person_and_lets_nothing_be_changed(
    restoring: Driver, house: House, tmp_path: Path
) -> None:
    fill(restoring, PIN)
    restoring.press("look")
    assert "Nothing can be changed here." in restoring.seen()
    for name in ("add-person", "keeping"):
        assert restoring.find(name) is None
    restoring.press(f"person-{restoring.person()}")
    assert restoring.window.route.screen == "home"
    assert restoring.find("talk") is None
    assert len(copies(tmp_path)) == 1
    restoring.press("lock")
    assert restoring.window.route.screen == "restore"
    assert not copies(tmp_path)
    assert len(house.known_notebooks()) == 1


def test_who_is_nobody_to_a_person_may_look_at_their_plan(
    open_window: Callable[..., Driver], house: House, backup: Path, stick: Path
) -> None:
    notebook = house.open_notebook(house.notebook_path("Fern Court"), secret=PIN)
    house.add_worker(notebook, name="Bea", secret="9753", kind="pin")
    later = house.backup(notebook, stick).file
    notebook.close()
    driver = open_window()
    driver.window.show_route(Route("restore", {"file": later}))
    driver.settle()
    fill(driver, "9753")
    driver.press("look")
    driver.press(f"person-{driver.person()}")
    assert driver.window.route.screen == "home"


def test_after_a_while_with_nobody_there_the_look_goes_on_where_it_was(
    restoring: Driver, tmp_path: Path
) -> None:
    fill(restoring, PIN)
    restoring.press("look")
    restoring.press(f"person-{restoring.person()}")
    restoring.press("plan")
    restoring.window.holding.idle.nobody_there.emit()
    restoring.settle()
    assert "Nobody was here for a while" in restoring.seen()
    assert "Amina" not in restoring.seen()
    assert not copies(tmp_path)
    fill(restoring, PIN)
    restoring.press("look")
    assert restoring.window.route.screen == "plan"


# Stopping


class Gate:
    """Holds the copying of a backup until the test has done what it wants to do meanwhile."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.copying, self.go_on = threading.Event(), threading.Event()
        copy = backup_file.copy_database

        def held(found: object, to: object, progress: Callable[[int, int], object]) -> None:
            progress(4, 10)
            self.copying.set()
            assert self.go_on.wait(20)
            copy(found, to, progress)

        monkeypatch.setattr(backup_file, "copy_database", held)


@pytest.fixture
def gate(monkeypatch: pytest.MonkeyPatch) -> Iterator[Gate]:
    gate = Gate(monkeypatch)
    yield gate
    gate.go_on.set()


def begin(driver: Driver, deed: str, gate: Gate) -> None:
    fill(driver, PIN)
    button = driver.find(deed)
    assert button is not None
    button.click()
    driver.qtbot.waitUntil(gate.copying.is_set, timeout=20_000)


@pytest.mark.parametrize("deed", ["make", "look"])
def test_stop_stops_and_leaves_nothing_behind(
    restoring: Driver, gate: Gate, house: House, tmp_path: Path, deed: str
) -> None:
    before = sorted(house.notebooks_folder.iterdir())
    begin(restoring, deed, gate)
    restoring.qtbot.waitUntil(lambda: "40 % done" in restoring.seen())
    stop = restoring.find("stop-work")
    assert stop is not None
    assert restoring.window.focusWidget() is stop
    stop.click()
    assert "It is being stopped." in restoring.seen()
    gate.go_on.set()
    restoring.settle()
    assert "It was stopped. Everything is as it was." in restoring.seen()
    assert sorted(house.notebooks_folder.iterdir()) == before
    assert not copies(tmp_path)
    assert restoring.window.ctx.notebook is None
    restoring.press(deed)
    assert "Amina" in restoring.seen()


@pytest.mark.parametrize("deed", ["make", "look"])
def test_going_back_in_the_middle_stops_it_too(
    restoring: Driver, gate: Gate, house: House, tmp_path: Path, deed: str
) -> None:
    before = sorted(house.notebooks_folder.iterdir())
    begin(restoring, deed, gate)
    back = restoring.find("back")
    assert back is not None
    back.click()
    gate.go_on.set()
    restoring.settle()
    assert restoring.window.route.screen == "welcome"
    assert sorted(house.notebooks_folder.iterdir()) == before
    assert not copies(tmp_path)


def test_closing_the_window_in_the_middle_stops_it_too(
    restoring: Driver, gate: Gate, house: House, tmp_path: Path
) -> None:
    before = sorted(house.notebooks_folder.iterdir())
    begin(restoring, "make", gate)
    threading.Timer(0.0, gate.go_on.set).start()
    assert restoring.window.close()
    assert sorted(house.notebooks_folder.iterdir()) == before
    assert not copies(tmp_path)


def test_what_was_opened_a_moment_before_going_back_is_closed(
    restoring: Driver, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The work is done, and its result on the way, when the screen is left."""
    opened = threading.Event()
    look_into = type(restoring.window.house).look_into

    def look(house: House, backup: Path, **given: object) -> object:
        try:
            return look_into(house, backup, **given)
        finally:
            opened.set()

    monkeypatch.setattr(type(restoring.window.house), "look_into", look)
    restoring.window.rebuild()
    restoring.settle()
    fill(restoring, PIN)
    button, back = restoring.find("look"), restoring.find("back")
    assert button is not None
    assert back is not None
    button.click()
    assert opened.wait(20)
    back.click()
    restoring.settle()
    assert restoring.window.ctx.notebook is None
    assert not copies(tmp_path)


def test_progress_says_tenths_and_raises_once_it_was_stopped(new_notebook: Driver) -> None:
    progress = Progress(new_notebook.window.ctx)
    new_notebook.qtbot.addWidget(progress)
    progress.show()
    progress.told(49, 100)
    new_notebook.qtbot.waitUntil(lambda: "40 % done" in said(progress))
    progress.told(100, 100)
    new_notebook.qtbot.waitUntil(lambda: "Almost done." in said(progress))
    progress.button.click()
    with pytest.raises(Stopped):
        progress.told(100, 100)


def said(progress: Progress) -> str:
    return " ".join(each.accessibleName() for each in progress.findChildren(type(progress._words)))


# One person back


def test_somebody_comes_back_after_a_second_question(taking: Driver, tmp_path: Path) -> None:
    fill(taking, PIN)
    taking.press("see")
    assert "Who comes back?" in taking.seen()
    assert len(copies(tmp_path)) == 1
    card = next(name for name in taking.names() if name.startswith("back-"))
    taking.press(card)
    assert "Amina comes back, as on" in taking.seen()
    assert "Every sentence comes back" in taking.seen()
    safe = taking.find("not-now")
    assert safe is not None
    assert taking.window.focusWidget() is safe
    taking.press("not-now")
    assert taking.window.route.screen == "take_back"
    taking.press(card)
    taking.press("back")
    taking.press(card)
    taking.press("take-back")
    assert taking.window.route.screen == "people"
    assert "Amina is back, as on" in taking.seen()
    assert [name for name in taking.names() if name.startswith("person-")]
    assert not copies(tmp_path)


def test_who_is_here_is_not_offered(taking: Driver, backup: Path) -> None:
    fill(taking, PIN)
    taking.press("see")
    taking.press(next(name for name in taking.names() if name.startswith("back-")))
    taking.press("take-back")
    taking.window.show_route(Route("take_back", {"file": backup}))
    taking.settle()
    fill(taking, PIN)
    taking.press("see")
    assert "Everybody is here" in taking.seen()
    assert taking.find("other-backup") is not None


@pytest.mark.parametrize("way", ["back", "lock", "nobody", "close"])
def test_the_backup_is_closed_however_the_list_is_left(
    taking: Driver, tmp_path: Path, way: str
) -> None:
    fill(taking, PIN)
    taking.press("see")
    assert copies(tmp_path)
    leave = {
        "back": lambda: taking.press("back"),
        "lock": taking.window.holding.lock,
        "nobody": taking.window.holding.idle.nobody_there.emit,
        "close": taking.window.close,
    }
    leave[way]()
    if way != "close":
        taking.settle()
    assert not copies(tmp_path)


def test_nobody_is_taken_into_the_examples_or_what_is_only_read(
    examples: Driver, house: House, backup: Path
) -> None:
    examples.window.show_route(Route("keeping"))
    examples.settle()
    assert examples.find("take-back") is None
    reading = house.open_notebook(house.notebook_path("Fern Court"), secret=PIN, read_only=True)
    examples.window.holding.take(reading)
    examples.settle()
    examples.press("keeping")
    assert examples.find("take-back") is None


# Dialogs


def dialog_of(driver: Driver) -> QFileDialog:
    (dialog,) = (d for d in driver.window.findChildren(QFileDialog) if d.isVisible())
    return dialog


def gone(driver: Driver, dialog: QFileDialog) -> None:
    driver.qtbot.waitUntil(lambda: not shiboken6.isValid(dialog))


@pytest.fixture
def remembered(tmp_path: Path) -> Path:
    """Where Qt keeps what file dialogs were used for, in a folder of the test's own."""
    QSettings.setPath(
        QSettings.Format.NativeFormat, QSettings.Scope.UserScope, str(tmp_path / "config")
    )
    return tmp_path / "config" / "QtProject.conf"


def test_a_person_saves_into_a_folder_and_sees_no_files(
    examples: Driver, marcus: Record[Person], stick: Path
) -> None:
    (stick / "Halina.pdf").write_bytes(b"")
    examples.press("rights")
    examples.press("print")
    examples.press("save")
    dialog = dialog_of(examples)
    assert dialog.fileMode() == QFileDialog.FileMode.Directory
    assert dialog.testOption(QFileDialog.Option.ShowDirsOnly)
    assert dialog.testOption(QFileDialog.Option.DontUseNativeDialog)
    assert dialog.testOption(QFileDialog.Option.ReadOnly)
    dialog.setDirectory(str(stick))
    view = dialog.findChild(QListView, "listView")
    assert view is not None
    examples.qtbot.waitUntil(lambda: view.rootIndex().data() == "stick")
    assert view.model().rowCount(view.rootIndex()) == 0
    examples.choose(stick)
    (saved,) = stick.glob("My plan *.pdf")
    assert saved.read_bytes().startswith(b"%PDF")


def test_what_is_saved_in_the_same_minute_is_written_beside_it(
    examples: Driver, marcus: Record[Person], stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = datetime.datetime(2026, 3, 4, 10, 30, tzinfo=datetime.UTC)
    examples.window.ctx.now = lambda: now
    examples.press("rights")
    examples.press("print")
    for _ in range(2):
        examples.press("save")
        examples.choose(stick)
    assert len(list(stick.glob("My plan 2026-03-04 *.pdf"))) == 2


def test_dialogs_store_nothing_and_show_nothing_of_earlier_ones(
    examples: Driver, marcus: Record[Person], stick: Path, remembered: Path
) -> None:
    remembered.parent.mkdir()
    kept = "[FileDialog]\nhistory=file:///elsewhere/Halina\nshortcuts=file:///elsewhere/Halina\n"
    remembered.write_text(kept)
    examples.press("rights")
    examples.press("print")
    for _ in range(2):
        examples.press("save")
        dialog = dialog_of(examples)
        assert not any("elsewhere" in place for place in dialog.history())
        assert not any("elsewhere" in url.toString() for url in dialog.sidebarUrls())
        assert Path(dialog.directory().path()) != stick
        examples.choose(stick)
        gone(examples, dialog)
    assert "stick" not in remembered.read_text()
    assert "/elsewhere/Halina" in remembered.read_text()


def test_dialogs_leave_no_file_where_there_was_none(
    examples: Driver, marcus: Record[Person], stick: Path, remembered: Path
) -> None:
    examples.press("rights")
    examples.press("print")
    examples.press("save")
    dialog = dialog_of(examples)
    examples.choose(stick)
    gone(examples, dialog)
    assert not remembered.exists()


def test_a_dialog_goes_when_the_notebook_is_locked(new_notebook: Driver) -> None:
    new_notebook.press("keeping")
    new_notebook.press("folder")
    dialog = dialog_of(new_notebook)
    new_notebook.window.holding.idle.nobody_there.emit()
    gone(new_notebook, dialog)
    new_notebook.settle()
    assert new_notebook.window.route.screen == "unlock"


def test_a_backup_is_made_as_soon_as_its_folder_is_chosen(
    new_notebook: Driver, stick: Path
) -> None:
    new_notebook.press("keeping")
    new_notebook.press("backup")
    new_notebook.choose(stick)
    assert "Last backup" in new_notebook.seen()
    assert len(list(stick.glob(f"*{backup_file.SUFFIX}"))) == 1


@pytest.mark.parametrize("percent", [100, 200, 300])
def test_a_dialog_is_as_large_as_the_persons_text(examples: Driver, percent: int) -> None:
    window = examples.window
    window.use_settings(Settings(text_percent=percent))
    choosing.choose_file(
        window.ctx,
        window.screen,
        "Choose a photo",
        kind="Photos",
        ends=(".png",),
        then=lambda _file: None,
    )
    dialog = dialog_of(examples)
    wanted = window.ctx.look.size("helper")
    for part in ("fileNameEdit", "listView", "sidebar", "lookInCombo", "fileNameLabel"):
        widget = dialog.findChild(QLineEdit if part == "fileNameEdit" else object, part)
        assert widget.fontInfo().pixelSize() >= wanted * 0.95, part
    dialog.close()


def test_a_dialog_runs_right_to_left_with_the_window(open_window: Callable[..., Driver]) -> None:
    driver = open_window("ur")
    driver.press("open")
    assert dialog_of(driver).layoutDirection() == Qt.LayoutDirection.RightToLeft
    dialog_of(driver).close()
