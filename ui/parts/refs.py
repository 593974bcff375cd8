"""Pictures that the screens themselves use, each for one meaning (easy-read rule L14)."""

from app.model.ids import PictureRef
from app.model.statement import View, VoiceGroup
from ui.parts.strokes import ONWARD


def _openmoji(code: str) -> PictureRef:
    return PictureRef(f"openmoji:{code}")


MARKS: dict[VoiceGroup, PictureRef] = {
    "own": _openmoji("1F4AC"),
    "shown": _openmoji("1F440"),
    "joint": _openmoji("1F91D"),
    "others": _openmoji("1F465"),
}

PICTURE = _openmoji("1F5BC")
PHOTO = _openmoji("1F4F7")
PHOTOS = _openmoji("1F39E")
FROM_FILE = _openmoji("1F4C1")
AGAIN = _openmoji("1F504")
PASTE = _openmoji("1F4CB")
SQUARE = _openmoji("25FB")
UNCUT = _openmoji("1F7E6")
ROUNDED = _openmoji("1F532")
OVAL = _openmoji("26AA")
NONE = _openmoji("1F6AB")
NO_PICTURE = _openmoji("2B1C")
"""An empty place: the sign for "no" would be read as the mark for "not"."""
WRITE = _openmoji("270F")
PLUS = _openmoji("2795")
MORE = _openmoji("1F500")
KEEP = _openmoji("1F44D")
CHANGE = _openmoji("270F")
NOT_MINE = _openmoji("1F645")
DISAGREE = _openmoji("1F44E")
UNSURE = _openmoji("1F914")
TALK = _openmoji("1F4AC")
PLAN = _openmoji("1F4D6")
FEEDBACK = _openmoji("1F4E3")
PRINT = _openmoji("1F5A8")
SOUND = _openmoji("1F3A7")
LIKES = _openmoji("1F39A")
LOCK = _openmoji("1F512")
EXAMPLES = _openmoji("1F465")
NOTEBOOK = _openmoji("1F4D4")
OPEN = _openmoji("1F4C2")
KEY = _openmoji("1F511")
BREAK = _openmoji("2615")
TODAY = _openmoji("1F4C5")
SPEAK_UP = _openmoji("1F5E3")
NOT_SAFE = _openmoji("1F198")
CARRY_ON = ONWARD
PLAY = _openmoji("25B6")
"""The sign of every player: it does not turn round with the reading direction."""
PERSON = _openmoji("1F9D1")
COPY = _openmoji("1F4C4")
SAVE = _openmoji("1F4BE")
BACKUP = _openmoji("1F5C4")
LOOK = _openmoji("1F50D")
OUT = _openmoji("1F6AA")
HISTORY = _openmoji("1F553")
TAKE_OUT = _openmoji("1F5D1")
BACK_AGAIN = _openmoji("1F44B")
CALENDAR = _openmoji("1F5D3")
LIMIT = _openmoji("1F6A9")
MINE = _openmoji("1F50D")
TICK = _openmoji("2705")
SEES = _openmoji("1F441")
SOME = _openmoji("1F4D1")
ASK_ME = _openmoji("1F64B")
PAPER = _openmoji("1F4C3")
BY_LAW = _openmoji("2696")
CAME_BACK = _openmoji("1F4E5")
SHOW = _openmoji("1F4BB")
MICROPHONE = _openmoji("1F399")

REPLY_PICTURES: dict[View, PictureRef] = {
    "agree": KEEP,
    "disagree": NOT_MINE,
    "part": _openmoji("1F44C"),
    "no_view": UNSURE,
}

RUBBER = _openmoji("1F9FD")
TAKE_BACK = _openmoji("21A9")
CLEAR = _openmoji("1F4C4")
EYES = _openmoji("1F440")
THOUGHT = _openmoji("1F4AD")
WHEN = _openmoji("1F553")
TOGETHER = _openmoji("1F91D")
PEOPLE = _openmoji("1F465")
UP = _openmoji("2B06")
DOWN = _openmoji("2B07")
FEWER = _openmoji("2796")
ARCHIVE = _openmoji("1F5C4")
MONEY = _openmoji("1F4B7")
THANKS = _openmoji("1F64F")
EASIER = _openmoji("1F4A1")
EXPLAIN = _openmoji("2754")
READER = _openmoji("1F453")
EARLIER = _openmoji("2B06")
LATER = _openmoji("2B07")
ROLE = _openmoji("1F3F7")
MANAGER = _openmoji("1F9D1-200D-1F4BC")
ADVOCATE = _openmoji("1F5E3")
ASKED = _openmoji("2753")
JUST_ME = _openmoji("1F464")
SEALED = _openmoji("1F510")
TELL = _openmoji("2709")
LANGUAGES = _openmoji("1F310")
INTERPRETER = _openmoji("1F5E3")
GUIDE = _openmoji("1F6DF")
WRONG = _openmoji("26A0")
ABOUT = _openmoji("2139")
STAFF = _openmoji("1F9D1-200D-1F4BC")
FAMILY = _openmoji("1F46A")
SOMEBODY = _openmoji("1F464")
CHILD = _openmoji("1F9D2")
LATER_WORDS = _openmoji("1F504")
LIST = _openmoji("1F4CB")
ONE_BY_ONE = ONWARD
