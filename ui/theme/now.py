"""The look as it is just now: one theme, at one person's size of text, for one language."""

from PySide6.QtGui import QColor, QFont, QFontMetrics

from app.model.look import Look, Marked, Theme
from app.model.person import PictureSize
from ui.theme.fonts import families_for

_GROWTH: dict[PictureSize, float] = {"usual": 1.0, "bigger": 1.3, "biggest": 1.6}
_LARGEST = 260
"""Px: larger, and the words beside it would go off the screen."""
_SIGN = 40
"""Px: what is smaller is a sign on a button, and grows with its words alone."""
_LOW, _LOW_STACKED = 48, 40
"""Px; a larger picture would make a card that is to be low no lower."""
_ROLES = ("own", "shown", "joint", "others")


class LookNow:
    """Sizes, fonts and colours for the widgets.

    Attributes:
        percent: size of text, 100 to 300.
        theme: the colours.

    Args:
        lang: BCP 47 tag of the window's language, with the script in which it is to be set.

    """

    def __init__(
        self,
        look: Look,
        *,
        theme: str = "paper",
        percent: int = 100,
        lang: str = "en",
        pictures: PictureSize = "usual",
    ) -> None:
        self.look = look
        self.theme: Theme = look.themes[theme]
        self.percent = percent
        self.shape = look.shape
        self._growth = _GROWTH[pictures]
        self._lang = lang

    def size(self, name: str) -> int:
        """Pixels of a named size of type."""
        return self.look.sizes[name].at(self.percent)

    def font(self, name: str, *, bold: bool | None = None, lang: str = "") -> QFont:
        """The font of a named size, for text of a language; of the window's if none is named."""
        font = QFont()
        font.setFamilies(families_for(self._set_as(lang)))
        font.setPixelSize(self.size(name))
        font.setBold(self.look.sizes[name].bold if bold is None else bold)
        font.setStyleStrategy(QFont.StyleStrategy.PreferAntialias)
        return font

    def lines(self, name: str, count: int, *, lang: str = "") -> int:
        """How high so many lines of a writing place are, as the font of a named size needs them.

        Nastaliq takes twice the room of Latin letters.
        """
        return QFontMetrics(self.font(name, lang=lang)).lineSpacing() * count

    def _set_as(self, lang: str) -> str:
        """The tag for fonts: text in the window's language is set as the window is.

        Unless its tag names a script.
        """
        primary, *rest = lang.split("-")
        named = any(len(part) == 4 and part.isalpha() for part in rest)
        same = primary in {"", self._lang.partition("-")[0]}
        return self._lang if same and not named else lang

    def colour(self, name: str) -> QColor:
        """A colour of the theme by its name in resources/look.toml."""
        return QColor(getattr(self.theme, name))

    def lit(self) -> tuple[QColor, QColor]:
        """The ground under what is being said, and the ink on it."""
        return self.colour("lit"), self.colour("ink")

    def marked(self, role: str) -> Marked:
        """Fill and edge of a voice group."""
        mark = getattr(self.theme, role if role in _ROLES else "others")
        assert isinstance(mark, Marked)
        return mark

    def picture(self, px: int) -> int:
        """A picture's side in pixels: it follows the text, though not all the way.

        Pictures that say something are as large as the person likes them, up to what the text
        leaves of the screen.
        """
        side = px * (1 + (self.percent / 100 - 1) * 0.5)
        return round(side if px < _SIGN else max(side, min(side * self._growth, _LARGEST)))

    @property
    def low_picture(self) -> int:
        """The largest side of a picture on a card that is to be low, in px.

        Where cards stand below each other and the page scrolls anyhow, it grows in step with the
        text: who needs large words needs large pictures.
        """
        return round(_LOW_STACKED * self.percent / 100) if self.stacked else _LOW

    @property
    def roomy(self) -> bool:
        """Whether there is room to keep the ways not to answer in sight under each moment."""
        return self.percent <= 200

    @property
    def stacked(self) -> bool:
        """Whether the text is so large that two columns would be too narrow."""
        return self.percent >= 175
