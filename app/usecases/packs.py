"""An advocate's review pack: what it says, exactly as far as its reader may see (rule R7)."""

from collections.abc import Callable, Mapping
from typing import cast

import msgspec

from app.model.contents import Contents
from app.model.guide import Guide
from app.model.ids import RecordId, new_record_id
from app.model.pack_told import News, PackSentence, PackTold
from app.model.packs import PackLaid, PackLine, ReviewPack
from app.model.plan import Line
from app.model.record import Record
from app.model.review_codes import Given, Version, codes
from app.model.sections import Sections
from app.model.sharing_rules import Asked
from app.model.statement import Statement
from app.model.wording import Told
from app.usecases import history, pack_lists
from app.usecases.pack_lists import Reading
from app.usecases.plain_words import Teller
from app.usecases.ports import Notebook, UnitOfWork
from app.usecases.sharing import read_sharing, to_reader
from app.usecases.titles import title_of
from app.usecases.told_records import written_down

_KNOWN = frozenset({"said_by", "interpreter_id", "read_back", "consistency", "meaning_confidence"})
"""What is told of a sentence beside its words and whose they are."""


def told(
    notebook: Notebook,
    *,
    contents: Contents,
    asked: Asked,
    sections: Sections,
    guides: Mapping[str, Guide],
    pack: RecordId | None = None,
) -> PackTold:
    """Everything that a pack for this reader says.

    Args:
        notebook: the open notebook.
        contents: the sentences and records that the reader may see.
        asked: who is to have it, for what, in which way, and when.
        sections: of the plan.
        guides: of the talks, for what was asked in them.
        pack: the record it will be, where it was told before and is told once more: it may have
            left by now, and is no pack before itself.

    """
    plan = contents.plan
    person = plan.person.id
    with notebook.unit_of_work() as work:
        found = work.records.find(ReviewPack, person=person)
        packs = tuple(each for each in found if each.id != pack)
        reader = to_reader(asked.reader)
        reading = Reading(
            work=work,
            found=read_sharing(work, person),
            asked=asked,
            contents=contents,
            sections=sections,
            teller=_teller(work, contents, sections),
            guides=guides,
            last=next((each for each in reversed(packs) if each.body.to == reader), None),
        )
        given = codes((_version(line) for line in plan.lines), given_codes(packs))
        return PackTold(
            pack=pack or new_record_id(),
            plan=plan,
            reader=asked.reader.name,
            last_on=reading.last.body.on if reading.last is not None else None,
            sentences={
                line.statement.id: _sentence(reading, line, given[_version(line)])
                for line in plan.lines
            },
            lists=tuple(each for each in pack_lists.lists(reading) if each.items),
        )


def put(
    notebook: Notebook,
    *,
    told: PackTold,
    asked: Asked,
    laid: PackLaid,
    by: RecordId,
    write: Callable[[], object],
) -> None:
    """Keep where everything stands in a pack, then put it in its place.

    What comes back is looked for by it; so it is there before the paper is. A pack that could not
    be put anywhere is hidden again, unless it lies somewhere already: printed, and then saved.

    Args:
        notebook: the open notebook.
        told: what the pack says.
        asked: for whom it is.
        laid: where everything stands on its pages.
        by: who gives it.
        write: puts it in its place.

    """
    pack = ReviewPack(
        person=told.plan.person.id,
        to=to_reader(asked.reader),
        on=asked.on,
        lines=laid.lines,
        page_matrix=laid.page_matrix,
    )
    with notebook.unit_of_work() as work:
        known = work.records.find(ReviewPack, person=pack.person, withdrawn=True)
        before = next((each for each in known if each.id == told.pack), None)
        if before is None:
            work.records.add(pack, by=by, record=told.pack)
        elif before.withdrawn:
            work.records.revise(told.pack, pack, by=by)
        work.commit()
    try:
        write()
    except BaseException:
        if before is not None and not before.withdrawn:
            raise
        with notebook.unit_of_work() as work:
            work.records.revise(told.pack, pack, by=by, withdrawn=True)
            work.commit()
        raise


def given_codes(packs: tuple[Record[ReviewPack], ...]) -> list[Given]:
    """Every code that stands on paper."""
    return [
        Given(line.code, (line.statement, line.version))
        for each in packs
        for line in each.body.lines
    ]


def _version(line: Line) -> Version:
    return line.statement.id, line.statement.revision


def _teller(work: UnitOfWork, contents: Contents, sections: Sections) -> Teller:
    """Says what records hold, and names nobody and nothing of which the reader may not be told."""
    plan = contents.plan
    names: dict[RecordId, Told] = {
        **contents.known,
        **history.days_of_talks(work, plan.person.id),
    }
    names |= {line.statement.id: title_of(line.statement.body, names) for line in plan.lines}
    return Teller(names=names, sections=sections, topics=contents.topics, only_named=True)


def _sentence(reading: Reading, line: Line, code: str) -> PackSentence:
    record = line.statement
    fields = frozenset(record.body.__struct_fields__)
    by = reading.teller.names.get(record.body.scribed_by or record.created_by, "")
    news, before = _news(reading, record)
    marked = {"said_by"} if record.body.voice_group == "others" else set()  # the mark names them
    return PackSentence(
        code=code,
        version=record.version,
        written=written_down(record.created_at, by),
        facts=reading.teller.facts(record.body, without=fields - (_KNOWN - marked)),
        news=news,
        changes=tuple(history.differences(before, record.body)) if before is not None else (),
    )


def _news(reading: Reading, record: Record[Statement]) -> tuple[News, Statement | None]:
    """Whether a sentence is other than in the pack before, and how it was then.

    What the person answered to it, and who may see it, are not told as changes of its words.
    """
    if reading.last is None:
        return "first", None
    lines: dict[RecordId, PackLine] = {each.statement: each for each in reading.last.body.lines}
    then = lines.get(record.id)
    if then is None:
        return "new", None
    if then.version == record.revision:
        return "same", None
    written = reading.work.records.history(record.id)
    before = next(cast("Statement", x.body) for x in written if x.id == then.version)
    now = record.body
    before = msgspec.structs.replace(
        before, read_back=now.read_back, private=now.private, audience=now.audience,
        conflicts_with=now.conflicts_with,
    )  # fmt: skip
    return "changed", before
