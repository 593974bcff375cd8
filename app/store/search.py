"""What a search compares: words without the differences that people do not type.

Marks above and below Latin, Greek, Cyrillic, Hebrew and Arabic letters are left away, and so are
joiners; the vowel signs of Indic scripts stay, since they make other words. Upper and lower case
are the index's business.
"""

import unicodedata

from app.model.ids import RecordId

_LEFT_AWAY = frozenset(
    chr(code)
    for first, last in (
        (0x0300, 0x036F),  # Latin, Greek, Cyrillic
        (0x0591, 0x05C7),  # Hebrew
        (0x0610, 0x061A),  # Arabic
        (0x0640, 0x0640),
        (0x064B, 0x065F),
        (0x0670, 0x0670),
        (0x06D6, 0x06ED),
    )
    for code in range(first, last + 1)
)

_ALIKE = str.maketrans({"ł": "l", "Ł": "l", "ø": "o", "Ø": "o", "đ": "d", "Đ": "d", "ı": "i"})
_ALIKE |= str.maketrans({"ي": "ی", "ى": "ی", "ك": "ک", "ہ": "ه", "ھ": "ه", "ە": "ه"})

_WHOSE = "ꙮ"
"""What a person's word begins with in the index (:mod:`app.store.migrations`): a letter of Old
Church Slavonic, since every letter that people type would find everybody's records."""

_IN_WORDS = {"L", "N", "M"}


def folded(text: str) -> str:
    """The words of the text, as the index holds them and as a query is compared with them.

    What parts words is decided here, for both alike: the index's own tables of letters are of
    another age than Python's.
    """
    plain = (
        each
        for each in unicodedata.normalize("NFKD", text)
        if each not in _LEFT_AWAY and unicodedata.category(each) != "Cf"
    )
    joined = unicodedata.normalize("NFC", "".join(plain)).translate(_ALIKE)
    return " ".join(
        "".join(
            each if unicodedata.category(each)[0] in _IN_WORDS else " " for each in joined
        ).split()
    )


def query(words: str, *, person: RecordId | None = None) -> str | None:
    """The index's query for text in which every one of these words begins a word, in any order.

    Nothing that was typed can be taken for an operator: only letters, digits and their marks
    are let through. None if there are none.

    Args:
        words: what was typed.
        person: whose records are looked through; everybody's if left out.

    """
    wanted = (folded(typed) for typed in words.split())
    begun = " ".join(f'"{each}"*' for each in wanted if each)
    if not begun:
        return None
    return f"words : ({begun})" if person is None else f"{_whose(person)} AND words : ({begun})"


def _whose(person: RecordId) -> str:
    """The query for the records of one person, which the index holds under one word.

    The index may take two identifiers for one, as it does with large and small letters: it only
    spares the walk through what everybody else said.
    """
    word = f"{_WHOSE}{person.replace('-', '')}".replace('"', '""')
    return f'whose : "{word}"'
