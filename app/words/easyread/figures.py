"""Rules about numbers, dates, times, signs and letters: W17 to W21, W25, L04, L06.

All but the words for numbers hold in every language.
"""

import datetime
from collections.abc import Iterator

import regex

from app.model.wording import N_, Phrase
from app.words.easyread.hardwords import is_shouted
from app.words.easyread.remarks import Remark, phrase
from app.words.easyread.sentence import Knowing, Sentence

_PERCENT = regex.compile(r"(?<!\p{N})(\p{N}++(?:[.,]\p{N}++)?)\s?(?:%|\u066a)")
_FRACTION = regex.compile(
    r"(?<![\p{N}/])(\p{Nd}{1,2})/(\p{Nd}{1,2})(?![\p{N}/])|[\u00bc-\u00be\u2150-\u215e]"
)
_ROMAN = regex.compile(r"(?=[IVX]{2})X{0,3}(?:IX|IV|V?I{0,3})")
_NUMBER = regex.compile(
    r"(?<![\p{N}+/.:-])\p{Nd}{1,3}(?:,\p{Nd}{3})+(?!\p{N})|(?<![\p{N}+/.:-])\p{Nd}{4,6}(?![\p{N}/:-])"
)
_DATE = regex.compile(
    r"(?<!\p{N})(?:(\p{Nd}{1,2})([/.-])(\p{Nd}{1,2})\2(\p{Nd}{4}|\p{Nd}{2})|(\p{Nd}{4})-(\p{Nd}{2})-(\p{Nd}{2}))(?!\p{N})"
)
_TIME = regex.compile(
    r"(?<![\p{N}:.\u00a3$\u20ac])([01]?\p{Nd}|2[0-3])[:.]([0-5]\p{Nd})(?!\p{N}|[:.]\p{N}|\s?%)"
)
_HOURS = regex.compile(
    r"(?<!\p{N})([01]\p{Nd}|2[0-3]):?([0-5]\p{Nd})\s?(?:hrs?|hours|h)(?!\p{L})", regex.I
)
_PHONE = regex.compile(r"(?<![\p{N}/])(?:\+|\()?\p{Nd}(?:[\p{Nd} ()-]){7,}\p{Nd}(?!\p{N})")
_SIGN = regex.compile(r"[><\\#\u2026|~^=]|\.\.\.|(?<!\p{N})/|/(?!\p{N})")
_BRACKET = regex.compile(r"[(\[{][^)\]}]*[)\]}]?")
_ADDRESS = regex.compile(r"(?<!\S)\S*?(?:www\.|://|@)\S++")
_ELSEWHERE = regex.compile(
    r"""
    (?<! \p{L} )
    (?: (?: see | read | refer\sto | turn\sto | go\sto | look\sat ) \s+ (?: the\s+ )?
        (?: page | section | chapter | appendix | annex | figure | table ) \s* [\p{Nd}A-Z]?
      | see \s+ (?: above | below | overleaf | over | attached | also )
      | as \s+ (?: mentioned | stated | said | described ) \s+ (?: above | below | before )
      | (?: above | below ) [-\s] mentioned
      | overleaf
      | footnote
    )
    (?! \p{L} )
    """,
    regex.IGNORECASE | regex.VERBOSE,
)
_NOTE_MARK = regex.compile(
    r"(?<=\p{L}|[.,!?])(?:[\u00b9\u00b2\u00b3\u2070-\u2079\u2020\u2021]|\[\p{Nd}+\]|\*(?!\*|\p{L}))"
)
_LOUD = regex.compile(r"(?<![\p{L}\p{M}])\p{Lu}{4,}(?![\p{L}\p{M}])")
_SPLIT = regex.compile(
    r"""
    (?<! [\p{L}\p{M}] ) ( [\p{L}\p{M}]++ )
    (?: \u00ad \s* | - [ \t]* \r? \n [ \t]* )
    (?= \p{Ll} ) ( [\p{L}\p{M}]++ )
    """,
    regex.VERBOSE,
)
_HALF_OF = frozenset({"of", "the", "my", "our", "their", "his", "her", "your"})
_YEARS = range(1900, 2101)
_ALL = 100
"""Per cent: of more nobody says how many out of ten."""


def w17_numbers_in_figures(sentence: Sentence, knowing: Knowing) -> Iterator[Remark]:
    """W17: 3 and not three, no percentages, no fractions, no Roman numerals, no huge numbers."""
    text, start, end = sentence.text, sentence.start, sentence.end
    for found in _PERCENT.finditer(text, start, end):
        yield _number(found.span(), found.group(), _out_of(found[1]), knowing)
    for found in _FRACTION.finditer(text, start, end):
        part, whole = _value(found[1] or ""), _value(found[2] or "")
        if part is None or whole is None or part < whole:
            yield _number(
                found.span(), found.group(), phrase(N_("Say how many, out of how many.")), knowing
            )
    for nth, written in enumerate(sentence.written):
        if nth and _ROMAN.fullmatch(written) and not is_shouted(sentence):
            change = phrase(N_("Use: {words}"), words=str(_roman(written)))
            yield _number(sentence.spans[nth], written, change, knowing)
    yield from _large(sentence, knowing)
    if knowing.english is not None:
        yield from _number_words(sentence, knowing)


def w18_dates_in_words(sentence: Sentence, knowing: Knowing) -> Iterator[Remark]:
    """W18: Wednesday 4 March 2026, never 04/03/26."""
    for found in _DATE.finditer(sentence.text, sentence.start, sentence.end):
        day = _day(found)
        yield knowing.rules.remark(
            "W18",
            found.span(),
            phrase(N_("“{date}” is hard to read as a day."), date=found.group()),
            phrase(N_("Use: {words}"), words=day)
            if day
            else phrase(N_("Write the day of the week, the day, the month and the year.")),
        )


def w19_times_as_people_say_them(sentence: Sentence, knowing: Knowing) -> Iterator[Remark]:
    """W19: 2:30 in the afternoon; 14:30 only if the person uses it."""
    if knowing.uses_24_hours:
        return
    dates = [found.span() for found in _DATE.finditer(sentence.text, sentence.start, sentence.end)]
    seen: set[int] = set()
    for pattern in (_HOURS, _TIME):
        for found in pattern.finditer(sentence.text, sentence.start, sentence.end):
            hour = _value(found[1])
            early = len(found[1]) == 2 and found[1][0] == "0"
            if hour is None or (pattern is _TIME and hour < 13 and not early):
                continue
            inside = any(first <= found.start() < last for first, last in dates)
            if inside or found.start() in seen:
                continue
            seen.add(found.start())
            yield knowing.rules.remark(
                "W19",
                found.span(),
                phrase(N_("Not everybody reads “{time}” as a time."), time=found.group()),
                _time(int(hour), found[2]),
            )


def w20_phone_numbers_in_groups(sentence: Sentence, knowing: Knowing) -> Iterator[Remark]:
    """W20: groups of 3 to 5 digits with spaces, no hyphens."""
    for found in _PHONE.finditer(sentence.text, sentence.start, sentence.end):
        digits = regex.sub(r"\D", "", found.group())
        groups = found.group().lstrip("+").split()
        if not 9 <= len(digits) <= 14 or all(
            group.isdecimal() and (3 <= len(group) <= 5 or (not nth and len(group) == 2))
            for nth, group in enumerate(groups)
        ):
            continue
        yield knowing.rules.remark(
            "W20",
            found.span(),
            phrase(N_("This number is hard to read.")),
            phrase(N_("Use: {words}"), words=_grouped(digits, "+" if "+" in found.group() else "")),
        )


def w21_no_special_signs(sentence: Sentence, knowing: Knowing) -> Iterator[Remark]:
    """W21: no slashes, arrows, dots in a row, and no brackets inside a sentence."""
    text, start, end = sentence.text, sentence.start, sentence.end
    left_alone = [found.span() for found in _ADDRESS.finditer(text, start, end)]
    left_alone += [found.span() for found in _DATE.finditer(text, start, end)]
    left_alone += [found.span() for found in _NOTE_MARK.finditer(text, start, end)]
    for found in _SIGN.finditer(text, start, end):
        if not any(first <= found.start() < last for first, last in left_alone):
            yield _sign(found.span(), found.group(), knowing)
    if knowing.english is None:
        for found in regex.finditer("&", text, pos=start, endpos=end):
            yield _sign(found.span(), "&", knowing)
    for found in _BRACKET.finditer(text, start, end):
        inside = (
            not any(first <= found.start() < last for first, last in left_alone)
            and text[start : found.start()].strip()
            and not _PHONE.match(text, found.start())
        )
        if inside:
            yield knowing.rules.remark(
                "W21",
                found.span(),
                phrase(N_("There are brackets inside this sentence.")),
                phrase(N_("Make a sentence of its own of what is in them.")),
            )


def w25_nothing_to_look_up_elsewhere(sentence: Sentence, knowing: Knowing) -> Iterator[Remark]:
    """W25: no footnotes, and no "see page 4"."""
    patterns = [_NOTE_MARK] if knowing.english is None else [_NOTE_MARK, _ELSEWHERE]
    for pattern in patterns:
        for found in pattern.finditer(sentence.text, sentence.start, sentence.end):
            yield knowing.rules.remark(
                "W25",
                found.span(),
                phrase(N_("This sends the reader somewhere else.")),
                phrase(N_("Say it here, in a short sentence.")),
            )


def l04_no_words_in_capitals(sentence: Sentence, knowing: Knowing) -> Iterator[Remark]:
    """L04: words of 4 letters and more in capitals are hard to read. Initials are W15."""
    english = knowing.english
    for found in _LOUD.finditer(sentence.text, sentence.start, sentence.end):
        word = found.group()
        if word.casefold() in knowing.vocabulary or word in knowing.explained:
            continue
        if english is not None:
            is_word = english.is_everyday(word.casefold()) and word not in english.data.initials
            loud = is_word or len(word) > 6 or is_shouted(sentence)
            known = word in english.data.known_initials
        else:
            loud, known = len(word) > 4 or is_shouted(sentence), False
        if loud and not known:
            yield knowing.rules.remark(
                "L04",
                found.span(),
                phrase(N_("Words in capitals are hard to read.")),
                phrase(N_("Use: {words}"), words=word.lower()),
            )


def l06_no_word_cut_in_two(text: str, knowing: Knowing) -> Iterator[Remark]:
    """L06: no word goes on in the next line. It looks at the whole text, before it is split."""
    for found in _SPLIT.finditer(text):
        yield knowing.rules.remark(
            "L06",
            found.span(),
            phrase(N_("A word is cut in two here.")),
            phrase(N_("Use: {words}"), words=found[1] + found[2]),
        )


def _number(place: tuple[int, int], written: str, change: Phrase, knowing: Knowing) -> Remark:
    says = phrase(N_("“{number}” is hard to read as a number."), number=written)
    return knowing.rules.remark("W17", place, says, change)


def _number_words(sentence: Sentence, knowing: Knowing) -> Iterator[Remark]:
    assert knowing.english is not None  # noqa: S101 - the caller asked
    data = knowing.english.data
    for nth, word in enumerate(sentence.words):
        place, written = sentence.spans[nth], sentence.written[nth]
        after = sentence.words[nth + 1] if nth + 1 < len(sentence.words) else ""
        joined = "-" in (sentence.gap_before(nth), sentence.text[place[1] : place[1] + 1])
        if word in data.number_words and not joined and not (nth and written[0].isupper()):
            change = phrase(N_("Use: {words}"), words=data.number_words[word])
            yield _number(place, written, change, knowing)
        elif word in data.part_words and (after in _HALF_OF or "percent" in word):
            yield _number(place, written, phrase(N_("Say how many, out of how many.")), knowing)
        elif word == "per" and after == "cent":
            number = sentence.words[nth - 1] if nth else ""
            change = (
                _out_of(number)
                if number.isdecimal()
                else phrase(N_("Say how many, out of how many."))
            )
            yield _number(place, f"{written} cent", change, knowing)


def _large(sentence: Sentence, knowing: Knowing) -> Iterator[Remark]:
    most = knowing.rules["W17"].limits[0]
    others = [
        found.span()
        for pattern in (_DATE, _HOURS, _PHONE)
        for found in pattern.finditer(sentence.text, sentence.start, sentence.end)
    ]
    for found in _NUMBER.finditer(sentence.text, sentence.start, sentence.end):
        number = _value(found.group().replace(",", ""))
        is_year = len(found.group()) == 4 and number in _YEARS
        elsewhere = any(first <= found.start() < last for first, last in others)
        code = found.group().startswith("0")
        if (number is None or number > most) and not is_year and not elsewhere and not code:
            change = phrase(N_("Say: a lot of. Or explain how much that is."))
            yield _number(found.span(), found.group(), change, knowing)


def _out_of(percent: str) -> Phrase:
    """30 -> "3 out of 10", 25 -> "1 out of 4", 33 -> "about 3 out of 10"."""
    value = _value(percent.replace(",", "."))
    if value is None or value > _ALL:
        return phrase(N_("Use: most, some, or a few"))
    for whole in (10, 4, 20):
        part = value * whole / 100
        if part == int(part) and 0 < part <= whole:
            return phrase(N_("Use: {part} out of {whole}"), part=str(int(part)), whole=str(whole))
    part = round(value / 10)
    if 0 < part < 10:
        return phrase(N_("Use: about {part} out of {whole}"), part=str(part), whole="10")
    return phrase(N_("Use: most, some, or a few"))


def _value(written: str) -> float | None:
    """The number; None where it is a sign such as \u00bd, or one that Python cannot read yet."""
    try:
        return float(written)
    except ValueError:
        return None


def _roman(written: str) -> int:
    values = [{"I": 1, "V": 5, "X": 10}[letter] for letter in written]
    following = [*values[1:], 0]
    return sum(-v if v < after else v for v, after in zip(values, following, strict=True))


def _day(found: "regex.Match[str]") -> datetime.date | None:
    """The day that is meant, the day before the month as people here write it."""
    try:
        if found[5]:
            return datetime.date(int(found[5]), int(found[6]), int(found[7]))
        year = int(found[4])
        return datetime.date(year + 2000 if year < 100 else year, int(found[3]), int(found[1]))
    except ValueError:
        return None


def _time(hour: int, minutes: str) -> Phrase:
    time = f"{hour % 12 or 12}" + ("" if minutes == "00" else f":{minutes}")
    if hour == 12 and minutes == "00":
        return phrase(N_("Use: 12 in the middle of the day"))
    if hour < 5 or hour >= 22:
        return phrase(N_("Use: {time} at night"), time=time)
    if hour < 12:
        return phrase(N_("Use: {time} in the morning"), time=time)
    if hour < 18:
        return phrase(N_("Use: {time} in the afternoon"), time=time)
    return phrase(N_("Use: {time} in the evening"), time=time)


def _grouped(digits: str, before: str) -> str:
    if len(digits) == 11:
        return f"{digits[:5]} {digits[5:8]} {digits[8:]}"
    cuts = range(0, len(digits) - 1 if len(digits) % 3 == 1 else len(digits), 3)
    groups = [digits[at : at + 3] for at in cuts]
    if len(digits) % 3 == 1:
        groups[-1] += digits[-1]
    elif len(groups[-1]) == 2:
        groups = [digits[:5], *[digits[at : at + 3] for at in range(5, len(digits), 3)]]
    return before + " ".join(groups)


def _sign(place: tuple[int, int], written: str, knowing: Knowing) -> Remark:
    return knowing.rules.remark(
        "W21",
        place,
        phrase(N_("“{sign}” is a sign that not everybody reads."), sign=written),
        phrase(N_("Say it in words.")),
    )
