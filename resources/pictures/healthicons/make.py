"""Makes the drawings of this folder: ``python resources/pictures/healthicons/make.py FOLDER``.

FOLDER is the unpacked npm package @iconify-json/healthicons 1.2.13 (Health Icons, MIT, Resolve to
Save Lives). Only those are taken that fill a gap of OpenMoji; their black stays black.
"""

import json
import sys
from pathlib import Path

HERE = Path(__file__).parent
WANTED = (
    "allergies", "american-sign-language", "asthma-inhaler", "blood-pressure", "burn", "cane",
    "contact-lenses-outline", "coughing", "cpap-masks", "diabetes-measure",
    "disinfecting-wipes", "exercise-bicycle", "gluten-free", "group-discussion-meeting",
    "lactose-free", "low-vision", "male-condom", "market-stall", "medical-records",
    "mental-health", "oral-contraception-pillsx21", "oxygen-tank", "physical-therapy-outline",
    "ppe-gloves", "sling", "speech-language-therapy", "sugar",
    "sugar-free", "urine-sample", "walk-supported",
)  # fmt: skip


def main() -> None:
    """Write each drawing to a file of its name."""
    icons = json.loads((Path(sys.argv[1]) / "icons.json").read_text("utf-8"))["icons"]
    for name in WANTED:
        body = icons[name]["body"].replace("currentColor", "#000")
        drawing = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 48">{body}</svg>\n'
        (HERE / f"{name}.svg").write_text(drawing, "utf-8")
        print(name)


if __name__ == "__main__":
    main()
