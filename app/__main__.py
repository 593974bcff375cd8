"""The commands, without a window: ``python -m app --help``."""

import sys

from app import commands


def main(arguments: list[str] | None = None) -> int:
    """Do what the command line asks; 0 only if it was done."""
    return commands.run(sys.argv[1:] if arguments is None else arguments)


if __name__ == "__main__":
    raise SystemExit(main())
