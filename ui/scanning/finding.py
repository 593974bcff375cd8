"""What can be chosen on the window as it is now, in groups, in the order in which it is seen."""

from collections.abc import Callable, Iterator

import shiboken6
from PySide6.QtCore import QModelIndex, QPoint, QRect, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QDialog,
    QLineEdit,
    QMainWindow,
    QPlainTextEdit,
    QScrollArea,
    QWidget,
)

from app.model.session import REFUSALS
from app.model.wording import N_
from ui.context import Context
from ui.parts.bottom_bar import BottomBar
from ui.parts.hear_bar import HearBar
from ui.parts.notice import Notice
from ui.parts.taborder import in_order
from ui.scanning.offers import Box, Group, Offer, Thing, flat, group

ROW = "offeredTogether"
"""The property of a widget whose things are one group; its value says what it is called."""

SILENT = "offeredSilently"
"""The property of what lies over the window whose things are offered without being said."""

_AT_ONCE = 5
_HARDLY = 12
"""Px of a page out of sight on which nothing stands."""
_BEFORE_REFUSALS = 2
"""So much may be offered before the ways of not answering."""
_PARTS: dict[str, str] = {
    "hearing": N_("Reading aloud"),
    "notice": N_("What is new"),
    "answers": N_("What is on this screen"),
    "refusals": N_("Not answering"),
    "bar": N_("The buttons at the bottom"),
    "helper": N_("The helper’s side"),
}
"""The parts of the screen, in the order in which they are offered.

Not answering comes right after the answers, so that it is never far (rule R3).
"""

_STRIPS: dict[type[QWidget], str] = {HearBar: "hearing", BottomBar: "bar", Notice: "notice"}

Field = QLineEdit | QPlainTextEdit


class Finder:
    """Looks at one window."""

    def __init__(self, ctx: Context, root: QWidget, write: Callable[[Field], None]) -> None:
        """Look at a window.

        Args:
            ctx: what every part is handed.
            root: the window, a dialog, or a layer that lies over everything else.
            write: has words written into a line without a keyboard.

        """
        self._ctx, self._root, self._write = ctx, root, write

    def find(self) -> tuple[Offer, ...]:
        """Everything that can be chosen and is in sight."""
        found: dict[str, list[Thing]] = {}
        names: dict[str, str] = dict(_PARTS)
        for widget in self._widgets():
            part = self._part(widget, names)
            found.setdefault(part, []).extend(self._things(widget))
        moves: dict[str, list[Thing]] = {}
        for area in self._root.findChildren(QScrollArea):
            if area.isVisibleTo(self._root):
                moves.setdefault(self._part(area, names), []).extend(self._moves(area))
        offers: list[Offer] = []
        for part, name in names.items():
            words = self._ctx.t(name) if part in _PARTS else name
            lang = self._ctx.words.lang
            inside = (*group(part, words, found.get(part, []), lang=lang), *moves.get(part, []))
            if part == "answers" and len(offers) + len(inside) > _BEFORE_REFUSALS:
                inside = (
                    Group(
                        key=("all", part), name=words, inside=_not_twice(part, inside), lang=lang
                    ),
                )
            offers += inside
        everything = flat(offers)
        return everything if len(everything) <= _AT_ONCE else tuple(offers)

    # What there is

    def _widgets(self) -> Iterator[QWidget]:
        root = self._root
        if isinstance(root, QDialog):
            widgets = [
                each
                for each in root.findChildren(QWidget)
                if each.focusPolicy() & Qt.FocusPolicy.TabFocus and not _is_inner(each)
            ]
            widgets.sort(key=lambda each: each.mapTo(root, QPoint(0, 0)).toTuple()[::-1])
        else:
            inside = root.centralWidget() if isinstance(root, QMainWindow) else root
            widgets = in_order(inside) if inside is not None else []
        for each in widgets:
            if each.isVisibleTo(root) and each.isEnabled() and not isinstance(each, QScrollArea):
                yield each

    def _part(self, widget: QWidget, names: dict[str, str]) -> str:
        if widget.objectName() in REFUSALS:
            return "refusals"
        parent: QWidget | None = widget
        while parent is not None and parent is not self._root:
            if (name := parent.property(ROW)) is not None:
                key = f"row-{_key(parent)}"
                names[key] = name
                return key
            if (strip := next((at for at in _STRIPS if isinstance(parent, at)), None)) is not None:
                return _STRIPS[strip]
            if parent.objectName() == "helper":
                return "helper"
            parent = parent.parentWidget()
        return "answers"

    def _things(self, widget: QWidget) -> list[Thing]:
        box = self._box(widget, widget.rect())
        if box is None:
            return []
        name, lang = _name(widget), getattr(widget, "lang", "") or self._ctx.words.lang
        if isinstance(widget, QAbstractItemView):
            return list(self._lines(widget))
        if isinstance(widget, QAbstractButton):
            press: Callable[[], None] = widget.click
        elif isinstance(widget, Field) and not widget.isReadOnly():
            press = lambda: self._write(widget)  # noqa: E731 - one of two ways to choose it
        else:
            return []
        return [Thing(key=_key(widget), name=name, lang=lang, box=box, choose=press)]

    def _lines(self, view: QAbstractItemView) -> Iterator[Thing]:
        """The lines of a list, such as the folders of a dialog: chosen once, opened when again."""
        model = view.model()
        for row in range(model.rowCount(view.rootIndex()) if model is not None else 0):
            index = model.index(row, 0, view.rootIndex())
            box = self._box(view.viewport(), view.visualRect(index))
            if box is not None:
                name = str(index.data() or "")
                key = (_key(view), name)
                yield Thing(key=key, name=name, box=box, choose=_line_chooser(view, index))

    def _moves(self, area: QScrollArea) -> Iterator[Thing]:
        bar = area.verticalScrollBar()
        box = self._box(area, area.rect())
        if box is None:
            return
        t = self._ctx.t
        if bar.value() + _HARDLY < bar.maximum():
            yield Thing(
                key=("down", _key(area)), name=t(N_("Further down")), box=box, where="below",
                lang=self._ctx.words.lang, choose=lambda: self._move(area, 1),
            )  # fmt: skip
        if bar.value() - _HARDLY > bar.minimum():
            yield Thing(
                key=("up", _key(area)), name=t(N_("Further up")), box=box, where="above",
                lang=self._ctx.words.lang, choose=lambda: self._move(area, -1),
            )  # fmt: skip

    def _move(self, area: QScrollArea, way: int) -> None:
        """Move by less than what is seen, so that nothing is passed over."""
        bar = area.verticalScrollBar()
        bar.setValue(bar.value() + way * round(area.viewport().height() * 0.7))

    # Where it is

    def _box(self, widget: QWidget, rect: QRect) -> Box | None:
        """Where a thing is on the window; None where too little of it is in sight."""
        here = QRect(widget.mapTo(self._root, rect.topLeft()), rect.size())
        seen = QRect(here)
        parent = widget.parentWidget()
        while parent is not None and widget is not self._root:
            if isinstance(parent, QScrollArea) and parent.viewport().isAncestorOf(widget):
                port = parent.viewport()
                seen &= QRect(port.mapTo(self._root, QPoint(0, 0)), port.size())
            if parent is self._root:
                break
            parent = parent.parentWidget()
        seen &= self._root.rect()
        enough = min(here.height() * 0.6, self._root.height() * 0.2)
        if seen.isEmpty() or seen.height() < enough:
            return None
        return seen.x(), seen.y(), seen.width(), seen.height()


def _not_twice(part: str, inside: tuple[Offer, ...]) -> tuple[Offer, ...]:
    """What is in the group of a part, with what stands beside that group: one press less."""
    whole = next((each for each in inside if isinstance(each, Group) and each.key == part), None)
    if whole is None:
        return inside
    return (*whole.inside, *(each for each in inside if each is not whole))


def _is_inner(widget: QWidget) -> bool:
    """Whether it is a part that Qt made of something that can be chosen itself."""
    parent = widget.parentWidget()
    return isinstance(parent, QAbstractItemView | QLineEdit | QAbstractButton)


def _line_chooser(view: QAbstractItemView, index: QModelIndex) -> Callable[[], None]:
    def choose() -> None:
        if view.currentIndex() == index and view.selectionModel().isSelected(index):
            view.activated.emit(index)
            return
        view.setCurrentIndex(index)
        view.clicked.emit(index)

    return choose


def _name(widget: QWidget) -> str:
    """What stands on it; what is noted under it is on the screen, and would be long to hear."""
    if words := getattr(widget, "words", ""):
        return str(words)
    text = widget.text() if isinstance(widget, QAbstractButton) else ""
    return widget.accessibleName() or text.replace("&", "")


def _key(widget: QWidget) -> int:
    """A widget is the same as long as it lives, whatever Python made of it meanwhile."""
    return shiboken6.getCppPointer(widget)[0]
