"""The advocate's review pack, A4: every sentence with its code and room to say what is meant.

It is for somebody who speaks up with the person, and plainer and smaller than what the person
reads (domain section E.3). Where everything stands is given back with it, so that a scan of the
filled pages finds its way to the sentences.
"""

import dataclasses
from collections.abc import Iterator, Sequence

from app.model import pack_marks, packs
from app.model.facts import Fact
from app.model.pack_told import PackItem, PackList, PackSentence, PackTold
from app.model.packs import Area, PackLaid, PackLine
from app.model.plan import Line, PlanSection
from app.model.review_codes import shown
from app.model.telling import ONLY_HEARD, meaning
from app.model.whose_words import whose_words
from app.model.wording import N_, Told, Wording, said, set_as
from app.paper.blocks import Part, SectionHead, SentenceBlock, under
from app.paper.desk import START_MARGIN, WIDTH
from app.paper.flow import Block, paginate
from app.paper.job import Job
from app.paper.matrix import PAGE_DOT, matrix
from app.paper.pack_blocks import (
    CODE_COLUMN,
    WORDS_WIDTH,
    Answering,
    Laid,
    PackBlock,
    filled_up,
)
from app.paper.press import Press, Printed
from app.paper.sheet import A4, MM, PAPERS, Sheets
from app.paper.text.layout import SetText, Setting

_SAID, _KNOWN = 14.0, 12.0
"""Points: this pack is for readers who read much; E.3 allows 12 to 14 in it."""
_TITLE, _HEAD = 22.0, 16.0
_LINE_GAP = 8.0
_ITEM_GAP = 12.0
_FACT = N_("{label}: {value}")
_NEWS = {
    "new": N_("New since the last pack"),
    "changed": N_("Changed since the last pack"),
}
_PAGE_MATRIX_TOP = 7 * MM
_BELOW_CODE_WIDTH = CODE_COLUMN - 3 * MM


def make(job: Job) -> Printed:
    """Set a pack, with where everything stands on its pages."""
    told, t = job.contents.gathered_pack, job.words.t
    title = t(N_("Review pack: the plan of {name}"), name=job.name)
    press = job.press(title)
    setting = _Pages(press, told, title)
    footer = job.footer(press)
    room = press.room(footer)
    pages = [tuple(filled_up(page, room)) for page in paginate(setting.blocks(), room)]
    printed = press.bind(pages, footer, setting.mark_page)
    laid = PackLaid(lines=setting.lines(), page_matrix=_page_matrix(job.words))
    return dataclasses.replace(printed, laid=laid)


class _Pages:
    """Sets the blocks of one pack, and keeps where they were drawn."""

    def __init__(self, press: Press, told: PackTold, title: str) -> None:
        self._desk = dataclasses.replace(press.desk, size=_SAID, mode="none")
        self._form = press.form()
        self._told = told
        self._title = title
        self._laid: list[Laid] = []

    def lines(self) -> tuple[PackLine, ...]:
        """Where every sentence stands, once all is drawn."""
        versions = {
            each.code: line.statement
            for line in self._told.plan.lines
            if (each := self._told.sentences[line.statement.id])
        }
        return tuple(
            PackLine(
                statement=versions[each.code].id,
                version=versions[each.code].revision,
                code=each.code,
                page=each.page,
                matrix=each.matrix,
                ticks=each.ticks,
                box=each.box,
            )
            for each in self._laid
        )

    def mark_page(self, sheets: Sheets, number: int) -> None:
        """Draw the code that says which page of which pack this is."""
        text = pack_marks.of_page(self._told.plan.person.id, self._told.pack, number)
        area = _page_matrix(self._desk.words)
        start = A4[0] - area.left - area.wide if sheets.rtl else area.left
        sheets.dots(matrix(text), start=start, top=_PAGE_MATRIX_TOP, dot=PAGE_DOT)

    def blocks(self) -> Iterator[Block]:
        """What the pack is, every section, the lists."""
        yield from self._beginning()
        for section in self._told.plan.sections:
            head = self._head(self._t(section.section.easy))
            yield from under(head, self._sentences(section))
        for each in self._told.lists:
            yield from under(self._head(said(each.title, self._desk.words)), self._list(each))

    def _beginning(self) -> Iterator[Block]:
        name = self._told.plan.person.body.preferred_name
        texts = [
            self._t(N_("These are the sentences that {name} shares with you."), name=name),
            self._t(
                N_(
                    "Under each sentence, tick a square and write in the box: on screen, or with "
                    "a dark pen. Then bring the pages, a scan or a photo back."
                )
            ),
            self._t(
                N_("The code beside a sentence leads back to it. Please do not write over it.")
            ),
        ]
        if self._told.last_on is not None:
            day = self._desk.words.date(self._told.last_on)
            texts.append(self._t(N_("The last pack was made on {day}."), day=day))
        yield dataclasses.replace(self._head(self._title, size=_TITLE), keeps=1)
        yield self._plain([Part(text=self._set(text, _SAID, width=WIDTH)) for text in texts])

    def _sentences(self, section: PlanSection) -> Iterator[PackBlock]:
        for line in section.lines:
            yield self._sentence(line, self._told.sentences[line.statement.id])

    def _sentence(self, line: Line, known: PackSentence) -> PackBlock:
        desk, code = self._desk, known.code
        marks = matrix(pack_marks.of_sentence(self._told.pack, code))
        return PackBlock(
            theme=desk.theme,
            shown_code=self._small(shown(code), bold=True),
            dots=marks,
            below_code=tuple(self._below_code(line, known)),
            parts=tuple(self._parts(line, known)),
            answering=self._answering(line, code),
            note=self._laid.append,
        )

    def _parts(self, line: Line, known: PackSentence) -> Iterator[Part]:
        desk, body = self._desk, line.statement.body
        if body.original:
            yield Part(text=self._said(body.original, lang=body.original_lang))
        else:
            yield Part(text=self._said(self._t(ONLY_HEARD)))
        if meant := meaning(body, desk.words):
            yield Part(text=self._said(meant))
        if body.easy and body.easy_ok_by_person:
            yield Part(text=self._small(self._t(N_("In easier words"))), quiet=True)
            yield Part(text=self._said(body.easy, lang=body.original_lang))
        facts = (self._in_one_line(fact) for fact in known.facts)
        told = desk.words.beside((said(known.written, desk.words), *facts))
        yield Part(text=self._small(told), quiet=True)
        if known.news in _NEWS:
            lines = [self._t(_NEWS[known.news]), *(said(one, desk.words) for one in known.changes)]
            yield Part(text=self._small("\n".join(lines)))

    def _below_code(self, line: Line, known: PackSentence) -> Iterator[Part]:
        person = self._told.plan.person.body.preferred_name
        whose = whose_words(line, person=person, words=self._desk.words, by_name=True)
        version = self._t(N_("Version {n}"), n=known.version)
        yield Part(text=self._small(whose, bold=True, width=_BELOW_CODE_WIDTH))
        yield Part(text=self._small(version, width=_BELOW_CODE_WIDTH), quiet=True)

    def _answering(self, line: Line, code: str) -> Answering:
        name = self._told.plan.person.body.preferred_name
        question = packs.question(line.statement.body, name=name).said(self._desk.words)
        answers = (self._t(N_("yes")), self._t(N_("not sure")), self._t(N_("no")))
        yes, unsure, no = (f"{shown(code)}. {question} {answer}" for answer in answers)
        one, two, three = (self._small(answer, width=WORDS_WIDTH / 2) for answer in answers)
        comment = self._t(N_("What you want to say about it"))
        return Answering(
            theme=self._desk.theme,
            code=code,
            question=self._small(question, bold=True),
            words=(one, two, three),
            labels=(yes, unsure, no, f"{shown(code)}. {comment}"),
            form=self._form,
        )

    def _list(self, each: PackList) -> Iterator[SentenceBlock]:
        for item in each.items:
            yield self._plain(list(self._item(item)), gap=_ITEM_GAP)

    def _item(self, item: PackItem) -> Iterator[Part]:
        yield Part(text=self._set(said(item.title, self._desk.words), _SAID, width=WIDTH))
        if item.facts:
            facts = "\n".join(self._in_one_line(fact) for fact in item.facts)
            yield Part(text=self._small(facts, width=WIDTH), quiet=True)

    def _in_one_line(self, fact: Fact) -> str:
        value: tuple[Told, ...] = tuple(line for item in fact.items for line in item)
        words = self._desk.words
        return words.t(_FACT, label=said(fact.label, words), value=said(value, words))

    def _head(self, title: str, *, size: float = _HEAD) -> SectionHead:
        text = self._desk.heading(title, size)
        return SectionHead(
            theme=self._desk.theme, title=text, name=title, keeps=1, gap=_LINE_GAP * 2
        )

    def _plain(self, parts: Sequence[Part], *, gap: float = _LINE_GAP) -> SentenceBlock:
        return SentenceBlock(
            theme=self._desk.theme, start=START_MARGIN, parts=tuple(parts), gap=gap
        )

    def _said(self, text: str, *, lang: str = "") -> SetText:
        return self._set(text, _SAID, lang=lang)

    def _small(self, text: str, *, bold: bool = False, width: float = WORDS_WIDTH) -> SetText:
        return self._set(text, _KNOWN, bold=bold, width=width)

    def _set(
        self,
        text: str,
        size: float,
        *,
        lang: str = "",
        bold: bool = False,
        width: float = WORDS_WIDTH,
    ) -> SetText:
        words = self._desk.words
        setting = Setting(
            size=size,
            width=width,
            bold=bold,
            lang=set_as(words, lang),
            rtl=words.right_to_left,
            tight=True,
        )
        return self._desk.setter.set(text, setting)

    def _t(self, sentence: str, **values: object) -> str:
        return self._desk.words.t(sentence, **values)


def _page_matrix(words: Wording) -> Area:
    """Where each page's code is: in the upper corner on the side on which lines end."""
    wide, high = pack_marks.DOTS_WIDE * PAGE_DOT, pack_marks.DOTS_HIGH * PAGE_DOT
    end = PAPERS["A4"].end
    left = end if words.right_to_left else A4[0] - end - wide
    return Area(left=left, bottom=A4[1] - _PAGE_MATRIX_TOP - high, wide=wide, high=high)
