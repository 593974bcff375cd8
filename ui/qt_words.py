"""What Qt says by itself, in the language of the window: menus of writing places, file dialogs.

Our own catalog is asked first, then Qt's for the language, which it has for some of them; what is
in neither stays English.
"""

from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QObject, QTranslator

from app.model.wording import N_, SourceWording, Wording

_SAID = {
    "Undo": N_("Undo"),
    "Redo": N_("Redo"),
    "Cut": N_("Cut"),
    "Copy": N_("Copy"),
    "Paste": N_("Paste"),
    "Delete": N_("Delete"),
    "Select All": N_("Select all"),
    "OK": N_("OK"),
    "Cancel": N_("Cancel"),
    "Close": N_("Close"),
    "Yes": N_("Yes"),
    "No": N_("No"),
    "Open": N_("Open"),
    "Choose": N_("Choose"),
    "Rename": N_("Give another name"),
    "New Folder": N_("New folder"),
    "Create New Folder": N_("Make a new folder"),
    "Create a New Folder": N_("Make a new folder"),
    "Parent Directory": N_("One folder up"),
    "Show hidden files": N_("Show hidden files"),
    "Computer": N_("Computer"),
    "Drive": N_("Disk or stick"),
    "Folder": N_("Folder"),
    "File": N_("File"),
    "Sidebar": N_("Where"),
    "Name": N_("Name"),
    "Size": N_("Size"),
    "Type": N_("Kind"),
    "Date Modified": N_("Last changed"),
    "%1\nDirectory not found.\nPlease verify the correct directory name was given.": N_(
        "{name} is not there. Please check the name of the folder."
    ),
    "%1\nFile not found.\nPlease verify the correct file name was given.": N_(
        "{name} is not there. Please check the name of the file."
    ),
    "%1 already exists.\nDo you want to replace it?": N_(
        "{name} is there already. Shall it be replaced?"
    ),
}
"""By what Qt asks for, without the sign for a shortcut key."""

_DIRECTION = "QT_LAYOUT_DIRECTION"


class QtWords(QTranslator):
    """Belongs to the application; asked by Qt for each of its own words."""

    def __init__(self, app: QObject) -> None:
        super().__init__(app)
        self._words: Wording = SourceWording()
        self._qts: QTranslator | None = None

    def speak(self, words: Wording) -> bool:
        """Answer in this language from now on; whether it is another one than before."""
        other = words is not self._words
        self._words = words
        if other:
            self._qts = _qts_own(words.lang)
        return other

    def isEmpty(self) -> bool:
        """Qt asks nothing of a translator that is empty."""
        return False

    def translate(
        self, context: str, source: str, disambiguation: str | None = None, n: int = -1
    ) -> str | None:
        """What to say for it; None where it stays: an empty answer would be shown."""
        if source == _DIRECTION:
            return "RTL" if self._words.right_to_left else "LTR"
        sentence = _SAID.get(source.replace("&", ""))
        if sentence is not None and (ours := self._ours(sentence, source)):
            return ours
        if self._qts is not None:
            return self._qts.translate(context, source, disambiguation, n) or None
        return None

    def _ours(self, sentence: str, source: str) -> str:
        """What we say for it; empty where we have nothing, or nothing else in English than Qt."""
        english = self._words.lang == SourceWording.lang
        if not self._words.knows(sentence) or (english and sentence == source.replace("&", "")):
            return ""
        return self._words.t(sentence, name="%1") if "%1" in source else self._words.t(sentence)


def _qts_own(lang: str) -> QTranslator | None:
    """Qt's catalog of a language, if it came with Qt."""
    folder = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    primary = lang.partition("-")[0]
    found = next(iter(sorted(folder.glob(f"qtbase_{primary}*.qm"))), None)
    if primary == "en" or found is None:
        return None
    made = QTranslator()
    return made if made.load(str(found)) else None
