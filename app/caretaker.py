"""What a house does because of the settings that whoever looks after many laptops decided.

Like :mod:`app.bootstrap`, of which it is a part, it loads what it needs when it is asked.
"""
# ruff: noqa: PLC0415

import functools
from pathlib import Path
from typing import TYPE_CHECKING

from app.model.contacts import Contact
from app.safekeeper import Safekeeper
from app.shipped import Shipped

if TYPE_CHECKING:
    from app.service_files import Found
    from app.words.languages import Language


class Caretaker(Safekeeper, Shipped):
    """The service's settings, each where it is used; what people chose themselves comes first."""

    @functools.cached_property
    def service(self) -> "Found":
        """What holds in this house: what the program does by itself, unless files were read."""
        from app import service_files

        return service_files.built_in()

    def read_service_files(self) -> None:
        """Let the files for this computer and this account count, from now on."""
        from app import service_files

        def languages() -> tuple[str, ...]:
            return self.catalogs.known_tags()

        self.service = service_files.read(self.service_files, languages=languages)

    @property
    def service_files(self) -> tuple[Path, ...]:
        """Where they may be: for this computer, then for this account."""
        from app import service_files

        return service_files.of_this_computer(), self.home / service_files.FILE

    def backup_folder(self) -> Path | None:
        """Where backups go: where somebody chose, else where the service wants them."""
        wanted = self.service.settings.backup_folder
        if wanted and not self.backup_folder_was_chosen:
            return Path(wanted).expanduser()
        return super().backup_folder()

    @property
    def backup_folder_was_chosen(self) -> bool:
        """Whether somebody chose it in the program."""
        return super().backup_folder() is not None

    @property
    def contacts(self) -> tuple[Contact, ...]:
        """Whom a person can tell when they are not safe: of the service first, then the offices."""
        ours = (each.contact for each in self.service.settings.tell)
        return (*ours, *self.offices)

    @property
    def retention_years(self) -> tuple[int, ...]:
        """For how many years words may be kept after somebody moved on."""
        return self.service.settings.retention_years

    @property
    def idle_minutes(self) -> int:
        """After how long with nobody there an open notebook locks itself."""
        return self.service.settings.idle_minutes

    def languages_offered(self, *also: str) -> "tuple[Language, ...]":
        """The languages to choose from, and for each of ``also`` the nearest that there is."""
        offered = self.service.settings.languages
        also = tuple(self.wording(tag).lang for tag in also) if offered else ()
        return tuple(
            each
            for each in self.catalogs.available()
            if not offered or each.tag in offered or each.tag in also
        )

    def first_language(self, computer: str) -> str:
        """The language of a window in which nobody has chosen one yet.

        Args:
            computer: the computer's own language.

        """
        settings = self.service.settings
        if settings.usual_language:
            return settings.usual_language
        if settings.languages and self.wording(computer).lang not in settings.languages:
            return settings.languages[0]
        return computer
