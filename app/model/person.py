"""A person whose plan it is, and the supporters around them (domain records D1 and D2)."""

import datetime
from typing import Annotated, Literal

import msgspec

from app.model.ids import PictureRef, RecordId, SoundRef
from app.model.reaching import Reaching
from app.model.record import Body, Facets, Value
from app.model.shape import CircleRef, PersonRef
from app.model.wording import N_

LanguageTag = Annotated[str, msgspec.Meta(min_length=2, max_length=35)]
Name = Annotated[str, msgspec.Meta(min_length=1, max_length=200)]
SaidAs = Annotated[str, msgspec.Meta(max_length=200)]
VoiceKey = Annotated[str, msgspec.Meta(min_length=1, max_length=300)]
HowWell = Literal["none", "some", "well"]
PictureMode = Literal["none", "photo", "one_per_idea", "key_words"]
PictureSize = Literal["usual", "bigger", "biggest"]
PlanShown = Literal["both", "home", "original"]


class KnownLanguage(Value, frozen=True, kw_only=True):
    """A language of a person, the home language first in their list."""

    code: LanguageTag
    speak: HowWell = "well"
    read: HowWell = "well"
    home: bool = False


class AisNeed(Value, frozen=True, kw_only=True):
    """A need under the Accessible Information Standard: identified, recorded, flagged, shared,
    met and reviewed."""

    kind: Literal[
        "information_format",
        "contact_method",
        "communication_support",
        "communication_professional",
    ]
    detail: str = ""
    flag: bool = True
    identified_on: datetime.date | None = None
    recorded_by: CircleRef | None = None
    shared_with: tuple[str, ...] = ()
    met: Literal["yes", "part", "no"] | None = None
    review_due: datetime.date | None = None


class DecisionProfile(Value, frozen=True, kw_only=True):
    """How the person likes to be helped to decide."""

    info_like: str = ""
    offer_choices: str = ""
    max_choices: Annotated[int, msgspec.Meta(ge=2, le=4)] = 3
    help_understand: str = ""
    best_times: str = ""
    bad_times: str = ""


class LegalFact(Value, frozen=True, kw_only=True):
    """A legal fact that somebody saw a document for. There is no capacity flag (rule R8)."""

    kind: Literal[
        "lpa_health",
        "lpa_property",
        "deputy_health",
        "deputy_property",
        "advance_decision",
        "appointee",
        "court_order",
        "authorisation",
    ]
    holder: str = ""
    seen_document: bool = False
    scope: str = ""
    expires: datetime.date | None = None


class Advocacy(Value, frozen=True, kw_only=True):
    """Who speaks up with the person."""

    types: tuple[str, ...] = ()
    name: str = ""
    since: datetime.date | None = None
    next_visit: datetime.date | None = None
    declined_on: datetime.date | None = None
    substantial_difficulty: tuple[Literal["understand", "retain", "weigh", "communicate"], ...] = ()
    appropriate_individual_id: CircleRef | None = None


BUILT_IN = "built_in"
"""What the program's own pictures are called among the sets."""


class LikedSet(Value, frozen=True, kw_only=True):
    """A picture set in its place among those that a person likes.

    Attributes:
        id: that of the set, or :data:`BUILT_IN`.
        name: what it was called when it was chosen.

    """

    id: Annotated[str, msgspec.Meta(min_length=1, max_length=400)]
    name: Annotated[str, msgspec.Meta(max_length=200)]


class Settings(Value, frozen=True, kw_only=True, omit_defaults=True):
    """How a person likes the program: they apply at once and follow the person.

    Attributes:
        text_percent: size of all text, 100 to 300.
        text_pt: body size of what is printed, in points (14 is the floor of easy-read rule L02).
        pictures: none, photos only, one picture for an idea, or a few with their key words.
        picture_size: of pictures on the screen and on paper.
        sets: the picture sets in the order in which the person likes them; those that are not
            named come after, the program's own first.
        skin_tone: one of OpenMoji's five tones (1 to 5), or None for its plain yellow.
        speech_rate: 0.6 to 1.2 of the voice's own speed.
        voices: the key of the voice chosen for a language; the best there is for all others. A
            voice that another computer does not have is passed over there.
        read_to_me: what is read aloud by itself when a screen comes up; nothing unless they chose.
        guess_words: where it is not known which word is being said, the likely one is lit.
        recordings: a sentence that was said into the computer is heard so, and not in the voice of
            a machine.
        choices_per_screen: how many cards are offered at once.
        cards_shown: the cards of a sorting board come one at a time, or lie there all together.
        plan_shown: a sentence that was translated is read in both languages, in the home language
            alone where that may be, or as it was said.
        scale_flip: the good end of a scale is on the right.
        input: what the person uses; ``switch`` is one switch, ``eye`` the eyes or the head, and
            with ``partner`` somebody points and reads out.
        reach: how exactly, where that is no mouse and no finger.
        language: BCP 47 tag of the window for this person; empty for the computer's. It may ask for
            a style of letters and for digits (``ur-Aran-u-nu-arabext``).
        aloud_in: BCP 47 tag of the language in which the program's sentences are read aloud; empty
            for the one in which they are shown. The person's own words are heard as they are.

    """

    text_percent: Annotated[int, msgspec.Meta(ge=100, le=300)] = 100
    text_pt: Annotated[int, msgspec.Meta(ge=14, le=24)] = 16
    pictures: PictureMode = "one_per_idea"
    picture_size: PictureSize = "usual"
    sets: tuple[LikedSet, ...] = ()
    skin_tone: Annotated[int, msgspec.Meta(ge=1, le=5)] | None = None
    sound: bool = True
    speech_rate: Annotated[float, msgspec.Meta(ge=0.6, le=1.2)] = 1.0
    voices: dict[LanguageTag, VoiceKey] = msgspec.field(default_factory=dict)
    read_to_me: Literal["off", "questions", "everything"] = "off"
    guess_words: bool = False
    recordings: bool = True
    plan_shown: PlanShown = "both"
    theme: Literal["paper", "white", "dark", "black_yellow"] = "paper"
    reduce_motion: bool = True
    choices_per_screen: Annotated[int, msgspec.Meta(ge=2, le=8)] = 4
    cards_shown: Literal["one", "all"] = "one"
    scale_flip: bool = False
    input: Literal["touch", "mouse", "switch", "two_switches", "eye", "partner"] = "mouse"
    reach: Reaching = Reaching()
    language: str = ""
    aloud_in: str = ""


class Person(Body, frozen=True, kw_only=True, omit_defaults=True):
    """The adult whose plan it is, and the owner of it in the program's logic.

    Attributes:
        said_as: the spelling in which a voice says the name right; empty: as it is written.
        said: how somebody says the name, as they said it into the computer.
        left_on: when they moved on from the service; their words stay until somebody erases them.

    """

    preferred_name: Name
    said_as: SaidAs = ""
    said: SoundRef | None = None
    legal_name: str = ""
    pronouns: str = ""
    photo: PictureRef | None = None
    date_of_birth: datetime.date | None = None
    nhs_number: str = ""
    languages: tuple[KnownLanguage, ...] = ()
    sign_systems: tuple[
        Literal["bsl", "makaton", "signalong", "sse", "tactile", "own_signs", "other"], ...
    ] = ()
    ais_need: tuple[AisNeed, ...] = ()
    adjustments: tuple[str, ...] = ()
    decision_profile: DecisionProfile = DecisionProfile()
    legal_facts: tuple[LegalFact, ...] = ()
    advocacy: Advocacy = Advocacy()
    ui: Settings = Settings()
    service: Literal[
        "supported_living",
        "home_care",
        "residential",
        "nursing",
        "shared_lives",
        "extra_care",
        "day",
        "other",
    ] = "other"
    plan_started: datetime.date | None = None
    review_due: datetime.date | None = None
    left_on: datetime.date | None = None
    private_space: bool = False
    example: bool = False

    @property
    def plan_languages(self) -> tuple[str, ...]:
        """The languages in which their plan is kept: a sentence said in one of them is translated
        into the others. One that they neither speak nor read is for those who support them."""
        codes = tuple(dict.fromkeys(each.code for each in self.languages))
        return codes or (self.home_language,)

    @property
    def home_language(self) -> str:
        """BCP 47 tag of the language that feels like home; British English if none is known."""
        for language in self.languages:
            if language.home:
                return language.code
        return self.languages[0].code if self.languages else "en-GB"

    @property
    def known_home(self) -> str:
        """The same; empty where nobody said which one it is."""
        return self.home_language if self.languages else ""

    def facets(self, record: RecordId) -> Facets:
        """A person is found by name."""
        return Facets(person=record, words=f"{self.preferred_name} {self.legal_name}".strip())


SupporterRole = Literal[
    "keyworker",
    "support_worker",
    "manager",
    "family",
    "friend",
    "unpaid_carer",
    "advocate",
    "imca",
    "interpreter",
    "social_worker",
    "nurse",
    "slt",
    "peer",
    "attorney",
    "deputy",
    "other",
]

ROLE_WORDS: dict[SupporterRole, str] = {
    "family": N_("Family"),
    "friend": N_("Friend"),
    "unpaid_carer": N_("Unpaid carer"),
    "keyworker": N_("Keyworker"),
    "support_worker": N_("Support worker"),
    "manager": N_("Manager"),
    "advocate": N_("Advocate"),
    "imca": N_("Mental capacity advocate"),
    "interpreter": N_("Interpreter"),
    "social_worker": N_("Social worker"),
    "nurse": N_("Nurse"),
    "slt": N_("Speech and language therapist"),
    "peer": N_("Peer supporter"),
    "attorney": N_("Attorney"),
    "deputy": N_("Deputy"),
    "other": N_("Someone else"),
}


DAY_BY_DAY: frozenset[SupporterRole] = frozenset({"keyworker", "support_worker"})
"""Whoever supports a person day by day: what is said of support is said of them."""


class PersonSays(Value, frozen=True, kw_only=True, omit_defaults=True):
    """What the person says about a supporter's part."""

    may_attend: Literal["yes", "no", "ask", "not_asked"] = "not_asked"
    may_be_told: tuple[str, ...] = ()
    help_with: tuple[str, ...] = ()


class Supporter(Body, frozen=True, kw_only=True, omit_defaults=True):
    """Anyone who helps one person, paid or unpaid.

    Attributes:
        said_as: the spelling in which a voice says the name right; empty: as it is written.
        said: how somebody says the name, as they said it into the computer.
        worker: the worker of this notebook whom this supporter is, if they have a key to it.

    """

    person: PersonRef
    role: SupporterRole
    name: Name
    paid: bool
    said_as: SaidAs = ""
    said: SoundRef | None = None
    independent: bool = False
    photo: PictureRef | None = None
    relation: str = ""
    languages: tuple[LanguageTag, ...] = ()
    person_says: PersonSays = PersonSays()
    conflict_note: str = ""
    is_appropriate_individual: bool = False
    left_on: datetime.date | None = None
    worker: str = ""

    def __post_init__(self) -> None:
        """Refuse a paid supporter as the appropriate individual (Care Act; domain record D2)."""
        if self.paid and self.is_appropriate_individual:
            raise ValueError("a paid supporter cannot be the appropriate individual")

    def facets(self, record: RecordId) -> Facets:  # noqa: ARG002
        """A supporter belongs to the person they support."""
        return Facets(person=self.person, words=self.name)
