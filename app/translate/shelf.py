"""The translators that were taken in on this computer: one for each pair of languages."""

import contextlib
import dataclasses
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import msgspec

from app.model.errors import CannotWriteError, NotFoundError
from app.model.scripts import script_of
from app.model.wording import N_
from app.translate import engine, model_file, trial
from app.translate.errors import (
    NOT_IN_THIS_PROGRAM,
    NOT_INSTALLED,
    AlreadyThereError,
    BadTranslatorError,
    NoTranslatingError,
)
from app.translate.model_file import Details, Progress

FOLDER = "translators"

_DETAILS = "details.json"
_UNFINISHED = ".unfinished"
_PUT_ASIDE = ".put-aside"


@dataclasses.dataclass(frozen=True, slots=True)
class Translator:
    """A translator that can be used.

    Attributes:
        details: its languages, its name and version, and the mark of the file it came in.
        folder: where it lies.

    """

    details: Details
    folder: Path


class Shelf:
    """The translators of one folder, which lies with what belongs to this computer.

    No words of anybody are in it, so nothing of it is encrypted. Nothing is there until somebody
    takes a translator in, and then it is used only when somebody asks for it.

    Args:
        folder: where they are; it need not be there.
        works: tries one in a process of its own, for tests.

    """

    def __init__(self, folder: Path, *, works: Callable[..., bool] = trial.works) -> None:
        self.folder = folder
        self._works = works

    def translators(self) -> tuple[Translator, ...]:
        """All that are there, by their languages; one that somebody tampered with is left out."""
        found = []
        with contextlib.suppress(OSError):
            for each in sorted(self.folder.iterdir()):
                details = None if each.name.startswith(".") else _read(each)
                if details is not None and details.id == each.name:
                    found.append(Translator(details, each))
        return tuple(found)

    def between(self, source: str, target: str) -> Translator | None:
        """The one that translates from one language to another; None where there is none.

        A language in other letters is another one: who reads Panjabi in Arabic ones is not offered
        what writes it in Gurmukhi.

        Args:
            source: a BCP 47 tag; a region that no translator knows does not matter, so that
                ``en-GB`` finds one for ``en``.
            target: likewise.

        """
        wanted = _nearness(source), _nearness(target)
        near = [
            (wanted[0].index(each.details.source) + wanted[1].index(each.details.target), at, each)
            for at, each in enumerate(self.translators())
            if each.details.source in wanted[0]
            and each.details.target in wanted[1]
            and script_of(each.details.source) == script_of(source)
            and script_of(each.details.target) == script_of(target)
        ]
        return min(near)[2] if near else None

    def add(
        self, path: Path, *, replace: bool = False, progress: Progress | None = None
    ) -> Translator:
        """Take a translator in, whole or not at all, after it was tried once.

        This takes seconds for a large one: not for the window's own thread.

        Args:
            path: an ``.argosmodel``, on a stick or anywhere else; it is only read.
            replace: whether it may take the place of another one of the same two languages.
            progress: told how far it is; what it raises ends the work, and nothing is left of it.

        Raises:
            NoTranslatingError: the extra that translates is not installed.
            BadTranslatorError: it is something else, damaged, unsafe, or does not work.
            AlreadyThereError: there is another one of these languages.
            CannotWriteError: there is no room for it.

        """
        refuse_without_extra()
        with model_file.opened(path, progress=progress) as file:
            details = file.details
            to = self.folder / details.id
            there = _read(to)
            if there == details:
                return Translator(details, to)
            if there is not None and not replace:
                raise AlreadyThereError(
                    N_(
                        "There is a translator for these two languages already: {name}. "
                        "Take that one out first, or use --replace."
                    ),
                    name=f"{there.name} {there.version}",
                )
            try:
                self._take_in(file, to)
            except OSError as error:
                raise CannotWriteError(
                    N_("There is no room for this translator in {folder}. Nothing was taken in."),
                    folder=self.folder,
                ) from error
        return Translator(details, to)

    def remove(self, name: str) -> None:
        """Take a translator out; what it translated stays where it is.

        Raises:
            NotFoundError: there is none of this name.
            CannotWriteError: it cannot be taken out.

        """
        known = {each.details.id: each for each in self.translators()}
        if name not in known:
            raise NotFoundError(
                N_("There is no translator {name}. The command translators says which there are."),
                name=name,
            )
        try:
            self._put_aside(known[name].folder)
        except OSError as error:
            raise CannotWriteError(
                N_("{name} cannot be taken out. Close Alongside where it is open, and try again."),
                name=name,
            ) from error

    def _take_in(self, file: model_file.ModelFile, to: Path) -> None:
        made = to.with_name(f".{to.name}{_UNFINISHED}")
        shutil.rmtree(made, ignore_errors=True)  # a try that was cut off left it
        try:
            made.mkdir(parents=True)
            file.unpack(made)
            (made / _DETAILS).write_bytes(msgspec.json.encode(file.details))
            self._refuse_broken(made, file.details)
            if to.exists():
                self._put_aside(to)
            made.rename(to)
        except BaseException:
            shutil.rmtree(made, ignore_errors=True)
            raise

    def _refuse_broken(self, folder: Path, details: Details) -> None:
        if not self._works(folder, prefix=details.prefix):
            raise BadTranslatorError(
                N_(
                    "This translator was tried and does not work here. Please get a new copy "
                    "of it, or another one. Nothing was taken in."
                )
            )

    def _put_aside(self, folder: Path) -> None:
        """Take one away in one step, and then its files, so that no half of it is ever found."""
        aside = folder.with_name(f".{folder.name}{_PUT_ASIDE}")
        shutil.rmtree(aside, ignore_errors=True)
        folder.rename(aside)
        shutil.rmtree(aside, ignore_errors=True)


def refuse_without_extra() -> None:
    """Make sure that the extra which translates is here.

    Raises:
        NoTranslatingError: it is not; the sentence says what to do.

    """
    sentence = missing()
    if sentence:
        raise NoTranslatingError(sentence)


def missing() -> str:
    """The sentence for what is missing on this computer, marked for translation; else nothing."""
    if engine.is_installed():
        return ""
    return NOT_IN_THIS_PROGRAM if getattr(sys, "frozen", False) else NOT_INSTALLED


def _read(folder: Path) -> Details | None:
    try:
        return msgspec.json.decode((folder / _DETAILS).read_bytes(), type=Details)
    except (OSError, msgspec.DecodeError):
        return None


def _nearness(tag: str) -> tuple[str, ...]:
    """A language as translators may call it, the nearest name first."""
    return tuple(dict.fromkeys((tag, tag.partition("-")[0])))
