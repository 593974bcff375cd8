"""Opens the window; the packaged program's entry, which hands commands on to ``app``."""

import argparse
import os
import shlex
import sys
from collections.abc import Callable
from pathlib import Path

from app import __version__


def main(arguments: list[str] | None = None) -> int:
    """Run the program; the first argument ``app`` hands the rest to the commands."""
    given = sys.argv[1:] if arguments is None else arguments
    if (worker := _worker(given)) is not None:
        return worker()
    _speak_to_nobody_where_there_is_nobody()
    if given[:1] == ["app"]:
        from app.__main__ import main as commands  # noqa: PLC0415

        return commands(given[1:])
    if given[:1] == ["gallery"]:
        from ui.gallery import main as gallery  # noqa: PLC0415

        return gallery(given[1:])
    options = _parser().parse_args(given)
    if options.self_test:
        from ui.self_test import main as self_test  # noqa: PLC0415

        return self_test()
    if not _has_display():
        print(
            f"There is no screen here. To see the main job without one, type: {_without_screen()}",
            file=sys.stderr,
        )
        return 1
    from ui.opening import open_window  # noqa: PLC0415 - nothing of Qt before this point

    return open_window(
        demo=options.demo,
        lang=options.lang,
        notebook=options.notebook,
        quit_after=options.quit_after_paint,
    )


def _speak_to_nobody_where_there_is_nobody() -> None:
    """Let a Windows program without a console say what it says; it has no streams for it."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            nowhere = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115 - kept open
            setattr(sys, name, nowhere)


def _worker(given: list[str]) -> Callable[[], int] | None:
    """The process that the packaged program is to be, beside the window."""
    match given[:1]:
        case ["--tts-worker"]:
            from app.speech.worker import main  # noqa: PLC0415
        case ["--camera-worker"]:
            from app.camera.worker import main  # noqa: PLC0415
        case ["--render-worker"]:
            from app.speech.render_worker import main  # noqa: PLC0415
        case ["--microphone-worker"]:
            from app.microphone.worker import main  # noqa: PLC0415
        case ["--translate-worker"]:
            from app.translate.worker import main  # noqa: PLC0415
        case ["--readback-worker"]:
            from app.readback.worker import main  # noqa: PLC0415
        case _:
            return None
    return main


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="alongside",
        description="Write a care and support plan together. Opens the window.",
        epilog="'app ...' runs the commands without a window, 'gallery ...' draws every screen.",
    )
    parser.add_argument("notebook", nargs="?", help="a notebook to open")
    parser.add_argument(
        "--demo", action="store_true", help="look around in a throw-away example notebook"
    )
    parser.add_argument(
        "--self-test", action="store_true", help="try everything, and say what is missing here"
    )
    parser.add_argument("--version", action="version", version=f"Alongside {__version__}")
    parser.add_argument("--lang", help="language of the window, such as en-GB, cy or ur")
    parser.add_argument(
        "--quit-after-paint", action="store_true", help="close once the first screen is painted"
    )
    return parser


def _without_screen() -> str:
    """What to type to see the main job without a screen, as the program was started."""
    if getattr(sys, "frozen", False):
        return f"{shlex.quote(sys.argv[0])} app show-example --to FOLDER"
    return "python3 start.py show --to FOLDER"


def _has_display() -> bool:
    if sys.platform in {"win32", "darwin"}:
        return True
    named = os.environ.get("QT_QPA_PLATFORM", "")
    if named.split(":")[0] in {"offscreen", "minimal", "vnc"}:
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


if __name__ == "__main__":
    raise SystemExit(main())
