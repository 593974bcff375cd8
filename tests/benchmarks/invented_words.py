"""Made-up sentences whose words come as often as words do: a few everywhere, most of them rarely.

Each language has its small words, its words of everyday life and a long tail of made-up names, and
draws them by Zipf's law. Nothing here was said by anybody.
"""

import itertools
import random

_ENGLISH = """
I the to and my a with me in it is of on like for not when at do you have help go please we am
people want need home can be time they this that day every but morning because after before
swimming tea bus music bed breakfast friends phone shower garden quiet keyworker walk dinner
television church shop money doctor tablets coffee cat dog photo sister brother mum dad kitchen
window coat Tuesday Saturday Wednesday chocolate wheelchair headphones medication appointment
"""
_WELSH = """
yn y i fi a mae ac dw hoffi ar am gyda o bod dim rydw pan eisiau bob dydd fy cael mynd ddim helpu
amser te bws cerddoriaeth gwely brecwast ffrindiau ffôn cawod gardd tawel cerdded swper teledu
capel siop arian meddyg tabledi coffi cath ci llun chwaer brawd mam tad cegin ffenest côt glas
"""
_URDU = """
میں ہے کو کے اور مجھے کی سے پسند نہیں کا پر ہوں کرتا چاہتا وقت ہر دن گھر ساتھ صبح جب مدد جانا بہت
چائے بس موسیقی بستر ناشتہ دوست فون باغ خاموشی سیر کھانا مسجد دکان پیسے ڈاکٹر دوا کافی بلی تصویر بہن
بھائی امی ابو باورچی کھڑکی کوٹ نیلا ٹھنڈا پانی
"""
_POLISH = """
i w nie lubię się na z do mam że to jest ja mi po kiedy chcę proszę dom dzień rano czas pomoc
herbata autobus muzyka łóżko śniadanie przyjaciele telefon prysznic ogród cisza spacer obiad
telewizja kościół sklep pieniądze lekarz tabletki kawa kot pies zdjęcie siostra brat mama tata
kuchnia okno
"""

_LATIN = """
ab er lan mor wen gwy dol pen tre far win ash ton by ford ley ham ster mill brook car no vi sel ma
ri ka do lu ben
"""
_ARABIC = "با ری نور شا دل گل آباد خان پور مہر سا رن کو ٹ لا جا وا نی"
_TAIL = 12_000
_SHORTEST, _LONGEST = 5, 16

_LANGUAGES = {
    "en-GB": (_ENGLISH, _LATIN, 76),
    "cy": (_WELSH, _LATIN, 10),
    "ur": (_URDU, _ARABIC, 8),
    "pl": (_POLISH, _LATIN, 6),
}


class Language:
    """The words of one language, the most frequent first."""

    def __init__(self, common: str, syllables: str, chance: random.Random) -> None:
        parts = syllables.split()
        names = ("".join(chance.choices(parts, k=chance.randint(2, 4))) for _ in range(_TAIL))
        self.words = tuple(dict.fromkeys((*common.split(), *names)))
        self._names = self.words[len(common.split()) :]
        self._weights = tuple(
            itertools.accumulate(1 / (rank + 2.7) for rank in range(len(self.words)))
        )

    def draw(self, chance: random.Random, number: int) -> list[str]:
        """So many words, each by how often it comes."""
        return chance.choices(self.words, cum_weights=self._weights, k=number)

    def name(self, chance: random.Random) -> str:
        """What somebody is called."""
        return chance.choice(self._names).capitalize()

    def sentence(self, chance: random.Random) -> str:
        """A sentence of 5 to 16 words."""
        words = self.draw(chance, chance.randint(_SHORTEST, _LONGEST))
        return f"{words[0].capitalize()} {' '.join(words[1:])}."


class Languages:
    """The languages of a notebook and how many people speak each."""

    def __init__(self, seed: int) -> None:
        chance = random.Random(seed)
        self._of = {
            tag: Language(common, syllables, chance)
            for tag, (common, syllables, _share) in _LANGUAGES.items()
        }
        self._shares = [share for *_, share in _LANGUAGES.values()]

    def __getitem__(self, tag: str) -> Language:
        return self._of[tag]

    def draw(self, chance: random.Random) -> str:
        """A language tag, by how many people speak it."""
        return chance.choices(tuple(self._of), weights=self._shares)[0]
