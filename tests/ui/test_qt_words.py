"""What Qt says by itself is said in the language of the window."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,
    QLineEdit,
    QMenu,
    QMessageBox,
    QPlainTextEdit,
)
from pytestqt.qtbot import QtBot

from app.model.wording import SourceWording, Wording
from app.words.languages import Catalogs
from ui.qt_words import QtWords

CATALOG = r"""
msgid ""
msgstr ""
"Content-Type: text/plain; charset=utf-8\n"

msgid "Copy"
msgstr "Copïo"

msgid "{name} is not there. Please check the name of the folder."
msgstr "Nid yw {name} yno."
"""


@pytest.fixture
def speak(tmp_path: Path, qtbot: QtBot) -> Iterator[Callable[[str], None]]:
    """Makes Qt speak a language; each has the same small catalog."""
    assert qtbot
    for lang in ("cy", "pl", "ar"):
        file = tmp_path / lang / "LC_MESSAGES" / "alongside.po"
        file.parent.mkdir(parents=True)
        file.write_text(CATALOG, "utf-8")
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    for left in app.findChildren(QtWords):  # by a window of another test, in its language
        app.removeTranslator(left)
        left.setParent(None)
    words = QtWords(app)

    def use(lang: str) -> None:
        words.speak(Catalogs(tmp_path).wording(lang))
        app.installTranslator(words)

    yield use
    app.removeTranslator(words)
    words.deleteLater()


def entries(menu: QMenu) -> set[str]:
    return {each.text().partition("\t")[0].replace("&", "") for each in menu.actions()}


def test_the_menu_of_a_writing_place_asks_our_catalog_first(speak, qtbot):
    speak("cy")
    for place in (QLineEdit(), QPlainTextEdit()):
        qtbot.addWidget(place)
        assert "Copïo" in entries(place.createStandardContextMenu())


def test_what_our_catalog_lacks_is_in_qts_own_words_or_in_english_never_empty(speak, qtbot):
    line = QLineEdit()
    qtbot.addWidget(line)
    for lang, paste in (("pl", "Wklej"), ("cy", "Paste")):
        speak(lang)
        assert paste in entries(line.createStandardContextMenu())
        assert all(e for e, a in said(line) if not a)


def said(line: QLineEdit) -> list[tuple[str, bool]]:
    return [
        (each.text(), each.isSeparator()) for each in line.createStandardContextMenu().actions()
    ]


NO_FOLDER = "%1\nDirectory not found.\nPlease verify the correct directory name was given."


def test_english_is_qts_own_but_for_what_is_said_more_plainly(qtbot):
    app = QApplication.instance()
    assert app is not None
    assert qtbot
    words = QtWords(app)
    assert words.translate("QLineEdit", "&Copy") is None
    told = words.translate("QFileDialog", NO_FOLDER)
    assert told == "%1 is not there. Please check the name of the folder."
    words.deleteLater()


def test_a_place_in_qts_sentence_stays(speak):
    speak("cy")
    assert QApplication.translate("QFileDialog", NO_FOLDER) == "Nid yw %1 yno."


def test_a_folder_that_is_not_there_is_told_plainly_in_its_dialog(open_window, tmp_path):
    window = open_window().window
    dialog = QFileDialog(window)
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setDirectory(str(tmp_path))
    line = dialog.findChild(QLineEdit, "fileNameEdit")
    line.setText(str(tmp_path / "nowhere"))
    said = []

    def read() -> None:
        (box,) = window.findChildren(QMessageBox)
        said.append(box.text())
        box.reject()

    QTimer.singleShot(0, read)
    dialog.accept()
    assert said == ["nowhere is not there. Please check the name of the folder."]


@pytest.mark.parametrize(("lang", "direction"), [("ar", "RTL"), ("pl", "LTR")])
def test_qt_is_told_from_which_side_is_read(speak, lang, direction):
    speak(lang)
    assert QApplication.translate("QGuiApplication", "QT_LAYOUT_DIRECTION") == direction


def test_the_window_makes_qt_speak_its_language(open_window):
    driver = open_window("ur")
    place = QLineEdit(driver.window)
    wording: Wording = driver.window.house.wording("ur")
    assert wording.lang == "ur"
    assert QApplication.translate("QGuiApplication", "QT_LAYOUT_DIRECTION") == "RTL"
    place.deleteLater()
    open_window(SourceWording.lang)
    assert QApplication.translate("QLineEdit", "&Copy") == "&Copy"
