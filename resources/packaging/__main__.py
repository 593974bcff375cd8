"""Makes the packages of the built program: ``python -m resources.packaging``, by start.py package.

What it makes lies in ``dist``: the list of parts, the portable archive, and on Debian and its like
the Debian package. Their checksums are in ``SHA256SUMS``.
"""

import argparse
import hashlib
import shutil
import sys
from pathlib import Path

from resources.packaging import deb, portable, sbom
from resources.packaging.facts import ROOT, facts


def main() -> int:
    """Make them."""
    parser = argparse.ArgumentParser(description="Makes the packages of the built program.")
    parser.add_argument("--dist", type=Path, default=ROOT / "dist", help="where the program lies")
    parser.add_argument("--when", action="store_true", help="only say the time that they carry")
    options = parser.parse_args()
    about = facts()
    if options.when:
        print(about.made)
        return 0
    dist: Path = options.dist.resolve()
    program = dist / "alongside"
    bill = sbom.make(program, dist, about)
    bundle = dist / "Alongside.app"
    made = [bill, portable.make(bundle if sys.platform == "darwin" else program, dist, about)]
    if shutil.which("dpkg-deb"):
        made.append(deb.make(program, dist, about, bill))
    sums = (f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.name}\n" for path in made)
    (dist / "SHA256SUMS").write_text("".join(sums), "utf-8", newline="\n")
    for path in made:
        print(f"{path} ({path.stat().st_size / 1e6:.1f} MB)")
    return 0


if __name__ == "__main__":
    sys.exit(main())
