"""Review packs to print: a plan's sentences with their codes."""

from app.model import pack_marks
from app.model.contents import Contents
from app.model.documents import document
from app.model.facts import Fact
from app.model.ids import RecordId
from app.model.pack_told import PackItem, PackList, PackSentence, PackTold
from app.model.packs import PackLaid
from app.model.plan import Plan
from app.model.review_codes import codes
from app.model.wording import Phrase, SourceWording, Wording
from app.paper.documents import make
from app.paper.job import Job
from app.paper.press import Printed
from app.readback.protocol import Sheet
from tests.helpers.printing import DAY, OpenMoji, fonts, look

PACK = RecordId("0190-pack")


def told(plan: Plan, *, reader: str = "Grace Bell", **fields: object) -> PackTold:
    """A first pack of a plan."""
    versions = {line.statement.id: line.statement.revision for line in plan.lines}
    found = codes(versions.items())
    facts = (Fact(label=Phrase("Who wrote it down"), items=(("Dele",),)),)
    values: dict[str, object] = {
        "pack": PACK,
        "plan": plan,
        "reader": reader,
        "last_on": None,
        "sentences": {
            each: PackSentence(
                code=found[each, revision],
                version=1,
                written="Written down on 4 March by Dele",
                facts=facts,
                news="first",
            )
            for each, revision in versions.items()
        },
        "lists": (
            PackList(title=Phrase("Decisions"), items=(PackItem(title="To move", facts=facts),)),
        ),
    }
    return PackTold(**(values | fields))  # type: ignore[arg-type]


def printed(which: PackTold, *, words: Wording | None = None) -> Printed:
    """The pack on paper, with where everything stands on it."""
    return make(
        document("review_copy"),
        Job(
            contents=Contents(plan=which.plan, reader=which.reader, own=False, pack=which),
            made_on=DAY,
            words=words or SourceWording(),
            look=look(),
            fonts=fonts(),
            pictures=OpenMoji(),
        ),
    )


def sheet(made: Printed) -> Sheet:
    """Where everything stands on it, as the reading process is told."""
    return Sheet(
        pack_marks.plan_signs(RecordId("person")),
        pack_marks.pack_signs(PACK),
        laid(made).lines,
        laid(made).page_matrix,
    )


def laid(made: Printed) -> PackLaid:
    """Where everything stands on it."""
    assert made.laid is not None
    return made.laid
