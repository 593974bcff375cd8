"""A line for a day, written as people here write one."""

import datetime

from app.model.errors import BadWordsError
from app.model.wording import N_
from ui.context import Context
from ui.parts.fields import Field

_FORMS = ("%d/%m/%Y", "%d.%m.%Y", "%d-%m-%Y", "%Y-%m-%d")


class DayField(Field):
    """Day, month, year; it may stay empty."""

    def __init__(self, ctx: Context, label: str, *, day: datetime.date | None = None) -> None:
        super().__init__(ctx, label, text=f"{day:%d/%m/%Y}" if day else "")
        self.line.setPlaceholderText("31/12/2030")

    @property
    def day(self) -> datetime.date | None:
        """The day that is written, or None for none.

        Raises:
            BadWordsError: what is written is no day.

        """
        written = self.text.strip()
        if not written:
            return None
        for form in _FORMS:
            try:
                return datetime.datetime.strptime(written, form).date()  # noqa: DTZ007 - a day
            except ValueError:
                continue
        raise BadWordsError(N_("Please write the day like this: 31/12/2030."))
