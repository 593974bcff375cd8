"""Guides that an organisation wrote for itself, from the folder beside the program's data."""

import dataclasses
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from app import resources
from app.model import guide_advice
from app.model.errors import CannotWriteError
from app.model.guide import Guide
from app.model.guide_checks import Known
from app.model.guide_file import Fault, GuideFile
from app.model.guide_reading import blocks_of_moments, check_guide, fault_of
from app.model.ids import PictureRef
from app.model.wording import N_

FOLDER = "guides"
SUFFIX = ".toml"
LARGEST = 1_000_000
"""Bytes of a guide; what is larger is something else."""


@dataclasses.dataclass(frozen=True, slots=True)
class Checked:
    """A guide and what was found about it.

    Attributes:
        guide: the guide, if it can be used.
        faults: what must be mended first.
        advice: what could be better.
        text: what was checked, word for word.

    """

    guide: Guide | None
    faults: tuple[Fault, ...]
    advice: tuple[Fault, ...] = ()
    text: str = ""


class _UnreadableError(Exception):
    """A file is no text that can be read; says what to do in words that follow its name."""


class OwnGuides:
    """The guides of one folder. One that is wrong is left out, and the others are there.

    Attributes:
        folder: where they are; it need not be there.
        guides: those that can be used, by name.
        files: the file of each.
        faults: what is wrong with the others.

    """

    def __init__(
        self,
        folder: Path,
        *,
        shipped: Mapping[str, Guide],
        parts: Mapping[str, GuideFile],
        known: Known,
        is_drawn: Callable[[PictureRef], bool],
    ) -> None:
        self.folder = folder
        self._shipped, self._parts, self._known = shipped, parts, known
        self._is_drawn = is_drawn
        self.guides: dict[str, Guide] = {}
        self.files: dict[str, Path] = {}
        faults: list[Fault] = []
        for path in _files_in(folder, faults):
            checked = self.check(path, advise=False)
            guide = checked.guide
            if guide is not None and guide.id in self.guides:
                other = self.files[guide.id].name
                words = f"the guide {guide.id!r} is there already, in {other}"
                checked = Checked(None, (Fault(path.name, 0, words),))
            faults += checked.faults
            if checked.guide is not None:
                self.guides[checked.guide.id] = checked.guide
                self.files[checked.guide.id] = path
        self.faults = tuple(faults)

    def check(self, path: Path, *, advise: bool = True) -> Checked:
        """Check a guide, wherever it lies; what cannot be read is a fault like any other."""
        try:
            text = _text(path)
        except _UnreadableError as error:
            return Checked(None, (Fault(path.name, 0, str(error)),))
        file = GuideFile(text, name=path.name)
        guide, faults = check_guide(file, parts=self._parts, known=self._known)
        taken = guide is not None and guide.id in {*self._shipped, *self._parts}
        if guide is not None and taken and not faults and not _is_shipped(path):
            words = f"{guide.id!r} is a guide of the program: please choose another id"
            faults.append(Fault(path.name, file.line_of("guide", 0, "id"), words))
        if guide is None or faults:
            return Checked(None, tuple(faults))
        advice = self._advice(guide, file) if advise else ()
        return Checked(guide, (), tuple(advice), text)

    def _advice(self, guide: Guide, file: GuideFile) -> Iterator[Fault]:
        """What could be better in the file itself; the shared parts are not its author's."""
        moments = blocks_of_moments(file, parts=self._parts)
        for each in guide_advice.advice(guide, is_drawn=self._is_drawn):
            fault = fault_of(each, file, moments)
            if fault.file == file.name:
                yield fault

    def add(self, checked: Checked, *, replace: bool) -> Path:
        """Keep a guide that was checked and can be used in the folder, whole.

        Args:
            checked: the guide.
            replace: whether it may take the place of one of the same name.

        Returns:
            Where it lies now.

        Raises:
            CannotWriteError: one of this name is there already or comes with the program, or the
                folder cannot be written.

        """
        from app.usecases import printing  # noqa: PLC0415 - the window starts without it

        if checked.guide is None:
            raise ValueError("a guide that cannot be used")
        name = checked.guide.id
        if name in self._shipped:
            raise CannotWriteError(
                N_("{name} is a guide of the program already. Please choose another id."), name=name
            )
        to = self.files.get(name, self.folder / f"{name}{SUFFIX}")
        if to.exists() and not replace:
            raise CannotWriteError(
                N_("There is a guide {name} already. Use --replace to put this one in its place."),
                name=name,
            )
        printing.write_file(to, checked.text.encode("utf-8"))
        return to


def _files_in(folder: Path, faults: list[Fault]) -> list[Path]:
    try:
        return sorted(each for each in folder.iterdir() if each.name.endswith(SUFFIX))
    except (FileNotFoundError, NotADirectoryError):
        return []
    except OSError as error:
        faults.append(Fault(folder.name, 0, f"the folder cannot be read: {error.strerror}"))
        return []


def _is_shipped(path: Path) -> bool:
    return path.resolve().parent == resources.path("guides").resolve()


def _text(path: Path) -> str:
    """The text of a guide's file.

    Raises:
        _UnreadableError: it is no text that can be read.

    """
    try:
        if path.is_dir():
            raise _UnreadableError("this is a folder; please name the file of a guide")
        if not path.is_file():
            raise _UnreadableError("there is no such file; please check its name and place")
        if path.stat().st_size > LARGEST:
            raise _UnreadableError("this is far too large for a guide")
        return path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        words = "this is no text in UTF-8; please save it as UTF-8 and try again"
        raise _UnreadableError(words) from error
    except OSError as error:
        raise _UnreadableError(f"it cannot be read: {error.strerror}") from error
