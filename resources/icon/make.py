"""Draws ``alongside.svg`` in the sizes and forms that Linux, Windows and macOS ask for.

Run by hand after a change of the drawing: ``python -m resources.icon.make``. What it makes is kept
in this folder, so that a build needs no screen.
"""

import io
import os
from pathlib import Path

FOLDER = Path(__file__).parent
SIZES = (16, 22, 24, 32, 48, 64, 128, 256, 512)
"""Pixels of the pictures for Linux; what is larger is drawn from the SVG itself."""
IN_ICO = (16, 20, 24, 32, 40, 48, 64, 128, 256)
LARGEST = 1024  # of macOS


def main() -> None:
    """Make them all."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PIL import Image
    from PySide6.QtGui import QGuiApplication

    app = QGuiApplication.instance() or QGuiApplication([])
    for size in SIZES:
        (FOLDER / f"alongside-{size}.png").write_bytes(drawn(size))
    drawings = [Image.open(io.BytesIO(drawn(size))) for size in IN_ICO]
    drawings[-1].save(
        FOLDER / "alongside.ico",
        append_images=drawings[:-1],
        sizes=[(size, size) for size in IN_ICO],
    )
    Image.open(io.BytesIO(drawn(LARGEST))).save(FOLDER / "alongside.icns")
    del app
    print(f"The icons are in {FOLDER}.")


def drawn(size: int) -> bytes:
    """The drawing, so many pixels wide and high, as PNG."""
    from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
    from PySide6.QtGui import QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    QSvgRenderer(str(FOLDER / "alongside.svg")).render(painter)
    painter.end()
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return bytes(data.data())


if __name__ == "__main__":
    main()
