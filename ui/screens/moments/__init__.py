"""The kinds of moments of a conversation, each as one view. A new kind is one new module.

A view's module is loaded when its moment first comes up, or while nobody is waiting.
"""

import importlib
from typing import TYPE_CHECKING

from app.model.guide import MomentKind

if TYPE_CHECKING:
    from ui.screens.moments.view import View

VIEWS: dict[MomentKind, str] = {
    "settings": "settings.SettingsView",
    "people_here": "people_here.PeopleHereView",
    "choose": "choose.ChooseView",
    "thanks": "choose.ChooseView",
    "when_next": "choose.ChooseView",
    "topics": "topics.TopicsView",
    "board": "board.BoardView",
    "question": "question.QuestionView",
    "read_back": "read_back.ReadBackView",
    "copy": "copy.CopyView",
    "sealed": "sealed.SealedView",
}


def view_class(kind: MomentKind) -> "type[View]":
    """The class of a view."""
    module, _, found = VIEWS[kind].partition(".")
    made: type[View] = getattr(importlib.import_module(f"ui.screens.moments.{module}"), found)
    return made


def load_all() -> None:
    """Load every view, while nobody is waiting."""
    for kind in VIEWS:
        view_class(kind)
