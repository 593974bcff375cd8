"""Makes the tables of word forms of this folder: ``python resources/words/forms/make.py``.

Needs simplemma and wordfreq (neither is needed by the program). For every word of
``resources/words/terms/LANG.toml`` the forms are looked up from which simplemma's dictionary comes
back to it. A form is left out where it means something else: listed in ``never.toml``, or so much
more frequent than its own base form that people type it for another word.
"""

import json
import sys
import tomllib
from pathlib import Path

from simplemma.strategies.dictionaries.dictionary_factory import DefaultDictionaryFactory

HERE = Path(__file__).parent
TERMS = HERE.parent / "terms"
LANGUAGES = ("cy", "pl", "ro", "ar")
MORE_FREQUENT = 0.6
"""On the Zipf scale: four times as frequent."""


def main() -> None:
    """Make the table of each language."""
    sys.path.insert(0, str(HERE.parents[2]))
    never = tomllib.loads((HERE / "never.toml").read_text("utf-8"))
    for lang in LANGUAGES:
        terms = tomllib.loads((TERMS / f"{lang}.toml").read_text("utf-8"))["words"]
        made = forms(lang, terms, frozenset(never.get(lang, ())))
        by_base: dict[str, list[str]] = {}
        for form, base in sorted(made.items()):
            by_base.setdefault(base, []).append(form)
        target = HERE / f"{lang}.json"
        lines = {base: " ".join(found) for base, found in sorted(by_base.items())}
        target.write_text(json.dumps(lines, ensure_ascii=False, indent=0) + "\n", "utf-8")
        print(f"{lang}: {len(made)} forms of {len(by_base)} words, {target.stat().st_size} bytes")


def forms(lang: str, terms: dict[str, list[str]], never: frozenset[str]) -> dict[str, str]:
    """Form to base form, all folded as the program compares words."""
    from app.words.matching import folded
    from app.words.splitting import words
    from app.words.terms import bare

    said = [bare(term) for each in terms.values() for term in each]
    wanted = {folded(word) for term in said for word in words(term)}
    written = {folded(term) for term in said}
    made: dict[str, str] = {}
    for form, base in ((folded(form), folded(base)) for form, base in _pairs(lang)):
        if base not in wanted or form == base or form in written or form in never:
            continue
        if " " not in form and not _is_usually_another(form, base, lang):
            made.setdefault(form, base)
    return made


def _pairs(lang: str) -> list[tuple[str, str]]:
    found = DefaultDictionaryFactory(cache_max_size=1).get_dictionary(lang)
    return [(_text(form), _text(base)) for form, base in found.items()]


def _text(word: bytes | str) -> str:
    return word.decode("utf-8") if isinstance(word, bytes) else word


def _is_usually_another(form: str, base: str, lang: str) -> bool:
    from wordfreq import available_languages, zipf_frequency

    if lang not in available_languages("small"):
        return len(form) < 4
    of_form = zipf_frequency(form, lang, wordlist="small")
    return of_form > 4 and of_form > zipf_frequency(base, lang, wordlist="small") + MORE_FREQUENT


if __name__ == "__main__":
    main()
