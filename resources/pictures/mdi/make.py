"""Makes the drawings of this folder: ``python resources/pictures/mdi/make.py FOLDER``.

FOLDER is the unpacked npm package @iconify-json/mdi 1.2.3 (Material Design Icons, Apache 2.0,
Pictogrammers). Only those are taken that fill a gap of OpenMoji: mostly things of the home. Their
black stays black.
"""

import json
import sys
from pathlib import Path

HERE = Path(__file__).parent
WANTED = (
    "baby-carriage", "binoculars", "blender", "braille", "caravan", "certificate",
    "curtains", "desk", "dishwasher", "dresser", "ear-hearing-loop", "fan", "food-halal",
    "fridge-outline", "garage", "grill", "hair-dryer", "hanger", "head-question",
    "hiking", "hot-tub", "human-queue", "iron", "kayaking", "kettle-steam", "microwave", "necklace",
    "passport", "piggy-bank", "pot-steam", "power-socket-uk", "radiator", "remote-tv", "rug",
    "sausage", "seatbelt", "slide", "spray", "spray-bottle", "stove", "toaster",
    "toy-brick", "translate", "tumble-dryer", "vacuum", "wardrobe",
)  # fmt: skip


def main() -> None:
    """Write each drawing to a file of its name."""
    icons = json.loads((Path(sys.argv[1]) / "icons.json").read_text("utf-8"))["icons"]
    for name in WANTED:
        body = icons[name]["body"].replace("currentColor", "#000")
        drawing = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24">{body}</svg>\n'
        (HERE / f"{name}.svg").write_text(drawing, "utf-8")
        print(name)


if __name__ == "__main__":
    main()
