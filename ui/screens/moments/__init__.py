"""The kinds of moments of a conversation, each as one view. A new kind is one new module."""

from app.model.guide import MomentKind
from ui.screens.moments.board import BoardView
from ui.screens.moments.choose import ChooseView
from ui.screens.moments.copy import CopyView
from ui.screens.moments.people_here import PeopleHereView
from ui.screens.moments.question import QuestionView
from ui.screens.moments.read_back import ReadBackView
from ui.screens.moments.settings import SettingsView
from ui.screens.moments.topics import TopicsView
from ui.screens.moments.view import View

VIEWS: dict[MomentKind, type[View]] = {
    "settings": SettingsView,
    "people_here": PeopleHereView,
    "choose": ChooseView,
    "thanks": ChooseView,
    "when_next": ChooseView,
    "topics": TopicsView,
    "board": BoardView,
    "question": QuestionView,
    "read_back": ReadBackView,
    "copy": CopyView,
}
