"""Choosing a file or a folder: one way for every screen, with nobody else's things in sight.

While a person is here it is Qt's own dialog, as large as they like it and in their colours, which
opens at the same place for everybody and remembers nothing. Where a helper is alone, Windows and
macOS show theirs, which know every network folder and read themselves out.

A dialog belongs to the screen that asked: when the screen goes, because the notebook is locked,
so does the dialog.
"""

import re
import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QSettings, QSize, QStandardPaths, QStorageInfo, Qt, QUrl
from PySide6.QtWidgets import (
    QFileDialog,
    QListView,
    QToolButton,
    QWidget,
)

from app.model.wording import N_
from app.store import backup_file, files
from ui.context import Context

Then = Callable[[Path], None]

_HAVE_THEIR_OWN = {"win32", "darwin"}
_MOUNTED_UNDER = ("/media/", "/run/media/", "/mnt/", "/Volumes/")


def choose_folder(
    ctx: Context, owner: QWidget, title: str, *, then: Then, start: Path | None = None
) -> None:
    """Ask for a folder; only folders are seen.

    Args:
        ctx: what every part is handed.
        owner: the widget that asks; the dialog goes with it.
        title: what is asked for, in the person's language.
        then: called with the folder; not called when none was chosen.
        start: the folder in which to begin; else where documents are kept.

    """
    dialog = _dialog(
        ctx, owner, title, start or _usual(QStandardPaths.StandardLocation.DocumentsLocation)
    )
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    _show(ctx, dialog, then)


def save_place(
    ctx: Context, owner: QWidget, title: str, *, name: str, end: str, then: Then
) -> None:
    """Ask for a folder to save into. The file's name is given by the program, with day and time.

    Whoever sees a folder sees the names in it: they say what, not about whom; and nothing that
    is there is written over.

    Args:
        ctx: as of :func:`choose_folder`.
        owner: as of :func:`choose_folder`.
        title: as of :func:`choose_folder`.
        name: what it is, in the person's language.
        end: how the file ends, such as ``.pdf``.
        then: called with the place of the file.

    """
    now = ctx.now().astimezone()
    # A full stop before the end would be taken for one.
    file = re.sub(r'[\x00-\x1f\\/:*?"<>|.]', "", name) or "Alongside"
    file = f"{file} {now:%Y-%m-%d %H%M}{end}"
    choose_folder(ctx, owner, title, then=lambda folder: then(files.free(folder / file)))


def choose_file(
    ctx: Context,
    owner: QWidget,
    title: str,
    *,
    kind: str,
    ends: tuple[str, ...],
    then: Then,
    start: Path | None = None,
) -> None:
    """Ask for a file that is there already; no other kind of file is seen.

    Args:
        ctx: as of :func:`choose_folder`.
        owner: as of :func:`choose_folder`.
        title: as of :func:`choose_folder`.
        kind: what such files are called, in the person's language.
        ends: how they end, such as ``.jpg``.
        then: called with the file.
        start: the folder in which to begin; else where pictures are kept.

    """
    dialog = _dialog(
        ctx, owner, title, start or _usual(QStandardPaths.StandardLocation.PicturesLocation)
    )
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.setNameFilter(f"{kind} ({' '.join(f'*{end}' for end in ends)})")
    _show(ctx, dialog, then)


def choose_backup(ctx: Context, owner: QWidget, then: Then) -> None:
    """Ask for a backup, beginning where they go on this computer."""
    choose_file(
        ctx,
        owner,
        ctx.t(N_("Choose a backup")),
        kind=ctx.t(N_("Backups")),
        ends=(backup_file.SUFFIX,),
        start=ctx.house.backup_folder() or Path.home(),
        then=then,
    )


def _as_it_was() -> Callable[[], None]:
    """What puts back what Qt keeps of file dialogs for all programs of this user.

    Qt's dialog writes there, when it goes, which folders were visited; no setting keeps it from it.
    """
    kept = _kept_by_qt()
    file = Path(kept.fileName())
    was_there, before = file.exists(), {key: kept.value(key) for key in kept.allKeys()}

    def put_back() -> None:
        kept = _kept_by_qt()
        kept.remove("")
        for key, value in before.items():
            kept.setValue(key, value)
        kept.sync()
        if not was_there and file.is_file() and not file.stat().st_size:
            file.unlink()

    return put_back


def _kept_by_qt() -> QSettings:
    kept = QSettings(QSettings.Scope.UserScope, "QtProject")
    kept.beginGroup("FileDialog")
    return kept


def _dialog(ctx: Context, owner: QWidget, title: str, start: Path) -> QFileDialog:
    put_back = _as_it_was()
    dialog = QFileDialog(owner, title)
    dialog.destroyed.connect(put_back)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    native = ctx.by is None and sys.platform in _HAVE_THEIR_OWN
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog, not native)
    # Nothing can be renamed or deleted there; a helper alone may make a folder.
    dialog.setOption(QFileDialog.Option.ReadOnly, ctx.by is not None)
    dialog.setDirectory(str(start if start.is_dir() else Path.home()))
    return dialog


def _show(ctx: Context, dialog: QFileDialog, then: Then) -> None:
    dialog.fileSelected.connect(lambda name: then(Path(name)))
    if dialog.testOption(QFileDialog.Option.DontUseNativeDialog):
        _dress(ctx, dialog)
    dialog.open()


def _dress(ctx: Context, dialog: QFileDialog) -> None:
    """Make Qt's dialog large enough, in the person's language, and empty of others' places."""
    dialog.setHistory([])
    dialog.setSidebarUrls([QUrl.fromLocalFile(str(place)) for place in _places(dialog)])
    dialog.setViewMode(QFileDialog.ViewMode.List)
    label = QFileDialog.DialogLabel
    folders = dialog.fileMode() == QFileDialog.FileMode.Directory
    for place, words in (
        (label.LookIn, ctx.t(N_("Where"))),
        (label.FileName, ctx.t(N_("Folder")) if folders else ctx.t(N_("File"))),
        (
            label.Accept,
            ctx.t(N_("Choose this folder")) if folders else ctx.t(N_("Choose this file")),
        ),
        (label.Reject, ctx.t(N_("Not now"))),
    ):
        dialog.setLabelText(place, words)
    _lay_out(ctx, dialog)
    window = dialog.parentWidget().window()
    dialog.resize(window.width() * 9 // 10, window.height() * 9 // 10)
    dialog.findChild(QWidget, "sidebar").setMinimumWidth(dialog.width() // 4)


def _lay_out(ctx: Context, dialog: QFileDialog) -> None:
    """Leave only what is needed of Qt's dialog, in words, and large enough to be pressed."""
    target, pad = ctx.look.shape.target_least, ctx.look.shape.gap
    dialog.setStyleSheet(
        f"QPushButton, QToolButton, QComboBox {{ min-height: {target}px; padding: 0 {pad}px; }}"
        f"QListView::item {{ min-height: {target}px; }}"
    )
    buttons = {"toParentButton": ctx.t(N_("One folder up"))}
    if not dialog.testOption(QFileDialog.Option.ReadOnly):
        buttons["newFolderButton"] = ctx.t(N_("Make a new folder"))
    for button in dialog.findChildren(QToolButton):
        words = buttons.get(button.objectName(), "")
        button.setVisible(bool(words))
        button.setText(words)
        button.setAccessibleName(words)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        button.setAutoRaise(False)
        button.setMaximumSize(dialog.maximumSize())  # Qt fixed it to that of its icon
        button.setMinimumWidth(button.sizeHint().width())
    for name in ("fileTypeLabel", "fileTypeCombo"):
        dialog.findChild(QWidget, name).hide()
    dialog.findChild(QWidget, "lookInCombo").setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    side = ctx.look.size("helper")
    for name in ("listView", "sidebar"):
        view = dialog.findChild(QListView, name)
        view.setIconSize(QSize(side, side))
        view.setWrapping(False)


def _places(dialog: QFileDialog) -> tuple[Path, ...]:
    """Where one may look: where the dialog begins, home, and each stick or disk that is there."""
    disks = (Path(each.rootPath()) for each in QStorageInfo.mountedVolumes() if each.isReady())
    sticks = [
        disk
        for disk in disks
        if sys.platform == "win32" or disk.as_posix().startswith(_MOUNTED_UNDER)
    ]
    return tuple(dict.fromkeys((Path(dialog.directory().path()), Path.home(), *sticks)))


def _usual(place: QStandardPaths.StandardLocation) -> Path:
    return Path(QStandardPaths.writableLocation(place))
