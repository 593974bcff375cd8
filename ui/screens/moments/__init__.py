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
    "thanks": "thanks.ThanksView",
    "when_next": "choose.ChooseView",
    "topics": "topics.TopicsView",
    "board": "board.BoardView",
    "question": "question.QuestionView",
    "read_back": "read_back.ReadBackView",
    "copy": "copy.CopyView",
    "sharing": "sharing.SharingView",
    "agree": "agree.AgreeView",
    "photo": "photo.PhotoView",
    "drawing": "drawing.DrawingView",
    "voice": "voice.VoiceView",
    "observe": "observe.ObserveView",
    "chart_row": "chart_row.ChartRowView",
    "row_check": "row_check.RowCheckView",
    "others_say": "others_say.OthersSayView",
    "profile_pick": "profile_pick.ProfilePickView",
    "recognition": "recognition.RecognitionView",
    "either_or": "either_or.EitherOrView",
    "scale": "scale.ScaleView",
    "order": "order.OrderView",
    "pick": "pick.PickView",
    "pick_people": "pick.PickPeopleView",
    "body": "body.BodyView",
    "circle": "circle.CircleView",
    "day": "day.DayView",
    "ladder": "ladder.LadderView",
    "steps": "steps.StepsView",
    "rate": "rate.RateView",
    "moved": "moved.MovedView",
    "promise": "promise.PromiseView",
    "told": "told.ToldView",
    "due": "due.DueView",
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
