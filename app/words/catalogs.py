"""The catalogs of translations: ``python -m app.words.catalogs update|compile|check``.

update   finds the sentences anew and brings ``translations/`` up to date; ``--lang xx`` makes a
         catalog for a new language
compile  makes the ``.mo`` files that the program reads
check    says per language what is missing or would break; fails if anything would break, or is
         missing in a language that ``translations/languages.toml`` calls complete
"""

import argparse
import io
import sys
from collections.abc import Sequence
from pathlib import Path

from babel import Locale, UnknownLocaleError
from babel.messages.catalog import Catalog
from babel.messages.mofile import read_mo, write_mo
from babel.messages.pofile import PoFileError, read_po, write_po

from app.words.catalog_check import Account, account_of
from app.words.extraction import marked_in
from app.words.facts import LanguageFacts
from app.words.languages import DOMAIN

_PROJECT = "Alongside"
_DATES = ("POT-Creation-Date:", "PO-Revision-Date:")
_SHOWN = 12
"""How many missing sentences and errors are listed for a language."""


def template_of(root: Path) -> Catalog:
    """All sentences of the project, without translations."""
    template = Catalog(
        project=_PROJECT,
        domain=DOMAIN,
        header_comment=f"# The sentences of {_PROJECT}. Made by app.words.catalogs: do not edit.",
        fuzzy=False,
    )
    for marked in marked_in(root):
        template.add(
            marked.ids if len(marked.ids) > 1 else marked.ids[0],
            locations=[(marked.file, 0)],
            auto_comments=[marked.comment] if marked.comment else (),
        )
    return template


def sentences_of(root: Path) -> Catalog:
    """All sentences of the program: of its source; as they were when it was packaged else.

    Raises:
        PoFileError, ValueError: the list that was packaged cannot be read.

    """
    if (root / "app" / "__init__.py").is_file():
        return template_of(root)
    with (root / "translations" / f"{DOMAIN}.pot").open("rb") as source:
        return read_po(source, domain=DOMAIN, abort_invalid=True)


def is_there(folder: Path, name: str) -> bool:
    """Whether there is a catalog of a language, by the name of its folder."""
    return name in _files(folder)


def account(folder: Path, name: str, template: Catalog) -> Account | None:
    """What a catalog holds of the sentences that the program has now; None if there is none.

    Raises:
        PoFileError, ValueError: the catalog cannot be read.

    """
    file = _files(folder).get(name)
    return account_of(_read(file), template) if file else None


def update(folder: Path, template: Catalog, *, new: str | None = None) -> list[Path]:
    """Bring the template and every catalog up to date; give the files that changed.

    Raises:
        UnknownLocaleError: ``new`` is no language.
        PoFileError, ValueError: a catalog cannot be read.

    """
    if new:
        Locale.parse(new)
    changed = []
    if _write_if_changed(folder / f"{DOMAIN}.pot", template):
        changed.append(folder / f"{DOMAIN}.pot")
    names = {file.parent.parent.name for file in _catalogs(folder)} | ({new} if new else set())
    for name in sorted(names):
        file = folder / name / "LC_MESSAGES" / f"{DOMAIN}.po"
        catalog = _read(file) if file.exists() else _new_catalog(name)
        catalog.update(template, no_fuzzy_matching=True)
        if _write_if_changed(file, catalog):
            changed.append(file)
    return changed


def compile_all(folder: Path, *, only: str | None = None) -> list[Path]:
    """Make the ``.mo`` file of each catalog; give the files that were made.

    Raises:
        PoFileError, ValueError: a catalog cannot be read.

    """
    made = []
    for source in _catalogs(folder, only):
        data = io.BytesIO()
        write_mo(data, _read(source))
        source.with_suffix(".mo").write_bytes(data.getvalue())
        made.append(source.with_suffix(".mo"))
    return made


def check(folder: Path, template: Catalog, *, only: str | None = None) -> tuple[list[str], bool]:
    """What to say about the catalogs, line by line, and whether all is well."""
    complete = {tag.replace("-", "_") for tag in LanguageFacts(folder).called_complete()}
    files = _files(folder, only)
    lines: list[str] = []
    well = True
    for name in sorted(files.keys() | {each for each in complete if only in {None, each}}):
        if name not in files:
            lines.append(f"{name}: called complete, but there is no catalog")
            well = False
            continue
        try:
            account = account_of(_read(files[name]), template)
        except (PoFileError, ValueError, UnknownLocaleError) as error:
            lines.append(f"{name}: cannot be read: {error}")
            well = False
            continue
        lines += _told(name, account, complete=name in complete)
        well = well and not account.errors and (account.complete or name not in complete)
    return lines, well


def _told(name: str, account: Account, *, complete: bool) -> list[str]:
    counts = (
        f"{account.translated} translated, {len(account.missing)} missing, "
        f"{len(account.fuzzy)} fuzzy, {account.obsolete} obsolete"
    )
    lines = [f"{name}: {counts}"]
    if complete:
        wanting = account.missing + account.fuzzy
        lines += [f"  missing: {each!r}" for each in wanting[:_SHOWN]]
        if len(wanting) > _SHOWN:
            lines.append(f"  and {len(wanting) - _SHOWN} more")
    return lines + [f"  wrong: {each}" for each in account.errors[:_SHOWN]]


def _files(folder: Path, only: str | None = None) -> dict[str, Path]:
    """The catalog of each language by its name: compiled where its source was not packaged."""
    compiled = sorted(folder.glob(f"{only or '*'}/LC_MESSAGES/{DOMAIN}.mo"))
    return {file.parent.parent.name: file for file in (*compiled, *_catalogs(folder, only))}


def _catalogs(folder: Path, only: str | None = None) -> list[Path]:
    return sorted(folder.glob(f"{only or '*'}/LC_MESSAGES/{DOMAIN}.po"))


def _new_catalog(name: str) -> Catalog:
    return Catalog(
        locale=name,
        project=_PROJECT,
        domain=DOMAIN,
        header_comment=f"# {_PROJECT} in another language.",
        fuzzy=False,
    )


def _read(file: Path) -> Catalog:
    name = file.parent.parent.name
    with file.open("rb") as source:
        if file.suffix == ".po":
            return read_po(source, locale=name, domain=DOMAIN, abort_invalid=True)
        compiled = read_mo(source)
    # Babel takes the rule for plurals from the locale and not from the file.
    compiled.locale = Locale.parse(name)
    return compiled


def _write_if_changed(file: Path, catalog: Catalog) -> bool:
    """Write a catalog unless only dates would differ: a new date alone is no change."""
    made = io.BytesIO()
    write_po(made, catalog, width=100, include_lineno=False)
    if file.exists() and _undated(file.read_bytes()) == _undated(made.getvalue()):
        return False
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(made.getvalue())
    return True


def _undated(data: bytes) -> list[str]:
    lines = data.decode("utf-8").splitlines()
    return [line for line in lines if not line.lstrip('"').startswith(_DATES)]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; 0 if all is well."""
    parser = argparse.ArgumentParser(
        prog="python -m app.words.catalogs",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("command", choices=("update", "compile", "check"))
    parser.add_argument("--lang", help="only, or in addition, this language: cy, ur, pa_Arab")
    parser.add_argument("--root", type=Path, default=Path(), help="the project's folder")
    options = parser.parse_args(arguments)
    folder = options.root / "translations"
    well = True
    try:
        if options.command == "compile":
            lines = [str(file) for file in compile_all(folder, only=options.lang)]
        elif options.command == "update":
            lines = list(map(str, update(folder, template_of(options.root), new=options.lang)))
        else:
            lines, well = check(folder, template_of(options.root), only=options.lang)
    except (PoFileError, ValueError, UnknownLocaleError, SyntaxError) as error:
        sys.stderr.write(f"{error}\n")
        return 1
    sys.stdout.writelines(f"{line}\n" for line in lines)
    return 0 if well else 1


if __name__ == "__main__":
    raise SystemExit(main())
