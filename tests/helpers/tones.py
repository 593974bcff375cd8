"""Sounds of a known length for tests: a tone, as the files that operating systems write."""

import array
import math
import struct
import sys
import wave
from io import BytesIO

RATE = 22_050
SECONDS_A_LETTER = 0.05


def samples(seconds, height=8_000):
    """A tone."""
    return array.array("h", (int(height * math.sin(n / 8)) for n in range(round(seconds * RATE))))


def wav(letters, channels=1):
    """A WAV file of a tone, so long as so many letters."""
    data = BytesIO()
    with wave.open(data, "wb") as file:
        file.setnchannels(channels)
        file.setsampwidth(2)
        file.setframerate(RATE)
        tone = samples(letters * SECONDS_A_LETTER)
        file.writeframes(array.array("h", (n for n in tone for _ in range(channels))).tobytes())
    return data.getvalue()


def aiff(letters):
    """An AIFF file of it, as macOS writes them."""
    tone = samples(letters * SECONDS_A_LETTER)
    if sys.byteorder == "little":
        tone.byteswap()
    rate = struct.pack(">HQ", 16383 + 14, RATE << 49)  # 80 bits of an extended float
    common = struct.pack(">hIh", 1, len(tone), 16) + rate
    sound = struct.pack(">II", 0, 0) + tone.tobytes()
    parts = b"".join(
        name + struct.pack(">I", len(data)) + data
        for name, data in ((b"COMM", common), (b"SSND", sound))
    )
    return b"FORM" + struct.pack(">I", len(parts) + 4) + b"AIFF" + parts
