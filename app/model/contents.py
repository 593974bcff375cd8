"""What one document holds for one reader: gathered and cut down before anything is set."""

import dataclasses

from app.model.about_me import AboutMe
from app.model.documents.kind import DocumentKind
from app.model.drawn import ProfilePick
from app.model.home_questions import HomeQuestions
from app.model.ids import RecordId
from app.model.pack_told import PackTold
from app.model.plan import Line, Plan
from app.model.promises import Promise
from app.model.record import Body, BodyT, Record
from app.model.telling import Views
from app.model.topics import Topics

_NO_TOPICS = Topics(topics=(), scales=())


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """What a document may hold. Whatever sets it prints nothing that is not in here (rule R7).

    Attributes:
        plan: the sentences, all of them kept (rule R4).
        reader: for whom the copy is, by name.
        own: it is the person's own copy.
        others: the records beside the sentences, none of which tells of a sentence left out.
        quoted: the words of sentences that are told without the plan in which they stand.
        known: the names of those who may be named, by their identifiers.
        about: the board or the talk that it is about.
        questions: those of a guide that it asks.
        topics: what boards are about.
        everything: all that is written about a person, where it is about that.
        pack: what is known of each sentence where somebody else is to write on it.
        sheet: by what the codes on its pages name it, where it is filled in and comes back.
        differing: sentences of other parts of the plan, which say something else than one in the
            document does, and are told with it (rule R6).
        whose: of whom it tells without naming them, so that it is noted for each of them.
        held_back: how many lines were left out because a name stands in them.

    """

    plan: Plan
    reader: str
    own: bool
    others: tuple[Record[Body], ...] = ()
    quoted: dict[RecordId, str] = dataclasses.field(default_factory=dict)
    known: dict[RecordId, str] = dataclasses.field(default_factory=dict)
    about: RecordId | None = None
    questions: HomeQuestions | None = None
    topics: Topics = _NO_TOPICS
    everything: AboutMe | None = None
    pack: PackTold | None = None
    sheet: RecordId | None = None
    differing: tuple[Line, ...] = ()
    whose: tuple[RecordId, ...] = ()
    held_back: int = 0

    def views(self) -> Views:
        """Which sentences stand together because they say different things (rule R6)."""
        return Views((*self.plan.lines, *self.differing))

    @property
    def gathered_pack(self) -> PackTold:
        """What is known of each sentence.

        Raises:
            LookupError: nothing was gathered: nobody is to write on it.

        """
        if self.pack is None:
            raise LookupError
        return self.pack

    def of(self, kind: type[BodyT]) -> tuple[Record[BodyT], ...]:
        """Those of the records that are of this kind, the first first."""
        return tuple(each for each in self.others if isinstance(each.body, kind))  # type: ignore[misc]

    def one(self, kind: type[BodyT]) -> Record[BodyT]:
        """The record that the document is about.

        Raises:
            LookupError: it is not here.

        """
        return next(each for each in self.of(kind) if each.id == self.about)

    def came_of_talk(self) -> bool:
        """Whether anything was kept, promised or told in the talk that it is about."""
        kept = any(line.statement.body.session == self.about for line in self.plan.lines)
        promises = self.of(Promise)
        return kept or any(self.about in {x.body.session, x.body.told_in} for x in promises)

    def lines(self) -> tuple[Line, ...]:
        """Every sentence that may stand in it, each once."""
        whole = self.everything.plan.lines if self.everything is not None else self.plan.lines
        return tuple({x.statement.id: x for x in (*whole, *self.differing)}.values())

    def line(self, statement: RecordId | None) -> Line | None:
        """A sentence, if it is in here."""
        return next((x for x in self.plan.lines if x.statement.id == statement), None)

    @property
    def asked(self) -> HomeQuestions:
        """The questions that it asks.

        Raises:
            LookupError: it asks none.

        """
        if self.questions is None:
            raise LookupError
        return self.questions

    @property
    def all_of_it(self) -> AboutMe:
        """Everything that is written about the person.

        Raises:
            LookupError: it was not asked for.

        """
        if self.everything is None:
            raise LookupError("only the document that holds everything does")
        return self.everything

    def empty_for(self, kind: DocumentKind) -> bool:
        """Whether nothing that this document prints is in here."""
        if self.about is not None:
            return all(each.id != self.about for each in self.others)
        lines = self.plan.lines if kind.tells_sentences else ()
        beside = any(not isinstance(each.body, ProfilePick) for each in self.others)
        return not (lines or beside or self.everything)
