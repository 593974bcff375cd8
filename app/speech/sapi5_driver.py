"""The pyttsx3 driver for the voices of Windows, with a list of voices that one odd voice cannot
spoil.

pyttsx3's own reads the language of a voice as one number; Windows allows several ("809;9"), and
then none of the voices can be listed.
"""

import importlib
import locale
import sys
from collections.abc import Iterator
from typing import Any

from pyttsx3.voice import Voice

NAME = "alongside_sapi5"

_GENDERS = {"male": "Male", "female": "Female"}


def register() -> str:
    """Make the driver known to pyttsx3 and give the name to ask ``pyttsx3.Engine`` for."""
    sys.modules[f"pyttsx3.drivers.{NAME}"] = sys.modules[__name__]
    return NAME


def buildDriver(proxy: Any) -> Any:  # noqa: N802 - pyttsx3's own name
    """What pyttsx3 calls to get the driver."""
    # Loaded only here: it starts Windows' COM on the thread that loads it.
    stock: Any = importlib.import_module("pyttsx3.drivers.sapi5").SAPI5Driver

    class Driver(stock):  # type: ignore[misc]
        """The stock driver with our list of voices."""

        @staticmethod
        def _toVoice(attr: Any) -> Voice:  # noqa: N802
            """A voice that tells only what can be read of it."""
            told = _told(attr, "Language")
            gender = _GENDERS.get(_told(attr, "Gender").casefold())
            return Voice(attr.Id, attr.GetDescription(), list(_languages(told)), gender)

    return Driver(proxy)


def _told(attr: Any, name: str) -> str:
    """An attribute of a voice; empty if it has none of this name, which is an error for COM."""
    try:
        return str(attr.GetAttribute(name) or "")
    except Exception:  # noqa: BLE001 - comtypes' own kinds exist on Windows only
        return ""


def _languages(told: str) -> Iterator[str]:
    """Tags from Windows' numbers, as in "809;9"; 9 is any English and has no tag of its own."""
    for number in told.split(";"):
        try:
            tag = locale.windows_locale.get(int(number, 16))
        except ValueError:
            continue
        if tag:
            yield tag.replace("_", "-")
