"""What a document says of its own parts, so that it can be heard as well as seen (PDF/UA-1).

Whatever is drawn belongs to an element, in the order in which it is to be read, or is passed over:
the rules, cards and page numbers that only eyes need. Nothing can be drawn that is neither.
"""

import contextlib
import dataclasses
from collections.abc import Callable, Iterator
from typing import Any, Literal

from reportlab.pdfbase.pdfdoc import PDFName, PDFObject, PDFObjectReference

Role = Literal["Sect", "H", "P", "L", "LI", "Lbl", "LBody", "Figure", "Form"]
"""What an element is, as PDF calls it; ``H`` becomes a heading of its own level."""
PassedOver = Literal["Layout", "Pagination"]

_DEEPEST = 6


class UntaggedError(RuntimeError):
    """Something was drawn outside of every element, or one element was drawn within another."""


@dataclasses.dataclass(frozen=True, slots=True)
class _Marked:
    """A stretch of a page that belongs to an element."""

    page: str
    number: int


@dataclasses.dataclass(frozen=True, slots=True)
class _Laid:
    """What lies over a page and belongs to an element, such as a form field."""

    page: str
    what: PDFObjectReference


class Element(PDFObject):  # type: ignore[misc]
    """One part of a document; it writes itself when all is drawn.

    Attributes:
        source: what it says, where that may go on over pages.
        lang: BCP 47 tag, empty where it is that of the part around it.
        alt: what a picture shows.
        said: what is read out in place of what is drawn.
        more: further entries, as PDF.

    """

    def __init__(
        self,
        role: str,
        parent: "Element | None",
        *,
        source: object = None,
        lang: str = "",
        alt: str = "",
        said: str = "",
        more: str = "",
    ) -> None:
        self.role = role
        self.parent = parent
        self.source = source
        self.kids: list[Element | _Marked | _Laid] = []
        self._texts = (("Lang", lang), ("Alt", alt), ("ActualText", said))
        self._more = more
        if parent is not None:
            parent.kids.append(self)

    def format(self, document: Any) -> bytes:
        """As PDF."""
        page = next((kid.page for kid in self.kids if isinstance(kid, _Marked)), "")
        kids = [self._kid(kid, page, document) for kid in self.kids]
        around = self.parent or document.Catalog.StructTreeRoot
        parts = [
            b"<</Type/StructElem/S/%b/P %b"
            % (self.role.encode("ascii"), _reference(document, around))
        ]
        parts += [b"/%b%b" % (key.encode(), _text(text)) for key, text in self._texts if text]
        if page:
            parts.append(b"/Pg %b" % PDFObjectReference(page).format(document))
        parts.append(self._more.encode("ascii"))
        parts.append(b"/K %b" % kids[0] if len(kids) == 1 else b"/K[%b]" % b" ".join(kids))
        return b"".join((*parts, b">>"))

    @staticmethod
    def _kid(kid: "Element | _Marked | _Laid", page: str, document: Any) -> bytes:
        if isinstance(kid, Element):
            return _reference(document, kid)
        on = b"/Pg %b" % PDFObjectReference(kid.page).format(document)
        if isinstance(kid, _Laid):
            return b"<</Type/OBJR%b/Obj %b>>" % (on, kid.what.format(document))
        if kid.page == page:
            return b"%d" % kid.number
        return b"<</Type/MCR%b/MCID %d>>" % (on, kid.number)


class _Root(PDFObject):  # type: ignore[misc]
    """The root of the tree, and for each page which element each of its stretches belongs to."""

    def __init__(self, top: Element, owners: list[Element | list[Element]]) -> None:
        self._top = top
        self._owners = owners

    def format(self, document: Any) -> bytes:
        """As PDF."""
        numbers = b"".join(
            b"%d[%b]" % (at, b" ".join(_reference(document, each) for each in owner))
            if isinstance(owner, list)
            else b"%d %b " % (at, _reference(document, owner))
            for at, owner in enumerate(self._owners)
        )
        return b"<</Type/StructTreeRoot/K %b/ParentTree<</Nums[%b]>>/ParentTreeNextKey %d>>" % (
            _reference(document, self._top),
            numbers,
            len(self._owners),
        )


class Tags:
    """The parts of one document while its pages are drawn, one after the other."""

    def __init__(self, lang: str, *, write: Callable[[str], None], page: Callable[[], str]) -> None:
        """Begin a document.

        Args:
            lang: its language, as a BCP 47 tag.
            write: takes operators for the page.
            page: tells the name of the page that is being drawn.

        """
        self._write = write
        self._page = page
        self._top = Element("Document", None, lang=lang)
        self._open = [self._top]
        self._on_page: list[Element] = []
        self._owners: list[Element | list[Element]] = []
        self._drawing: Literal["", "element", "passed over"] = ""
        self._titled: set[int] = set()
        self._before_title = 0

    @property
    def drawing(self) -> bool:
        """Whether what is drawn now belongs to something."""
        return bool(self._drawing)

    @property
    def passing_over(self) -> bool:
        """Whether what is drawn now is passed over by whoever listens."""
        return self._drawing == "passed over"

    def section(self, level: int) -> None:
        """Begin a section; it goes on until the next one of its level, or of one above."""
        while sum(each.role == "Sect" for each in self._open) > level:
            self._close()
        self._begin("Sect")

    @contextlib.contextmanager
    def within(self, role: Role, *, lang: str = "") -> Iterator[None]:
        """An element that holds others."""
        depth = len(self._open)
        self._begin(role, lang=lang)
        yield
        self._close_to(depth)

    @contextlib.contextmanager
    def item(self, *, goes_on: bool = False) -> Iterator[None]:
        """An item of a list; items that follow each other are one list.

        Args:
            goes_on: it is the rest of the item before, which did not fit onto its page.

        """
        depth = len(self._open)
        if not self._again("L"):
            self._begin("L")
        if not (goes_on and self._again("LI") and self._again("LBody")):
            del self._open[depth + 1 :]
            self._begin("LI")
            self._begin("LBody")
        yield
        self._close_to(depth)

    @contextlib.contextmanager
    def element(
        self,
        role: Role,
        *,
        source: object = None,
        lang: str = "",
        alt: str = "",
        said: str = "",
        more: str = "",
    ) -> Iterator[None]:
        """An element whose content is drawn now.

        Args:
            role: what it is.
            source: what it says; the element before goes on if it says the very same.
            lang: its language, as a BCP 47 tag.
            alt: what a picture shows.
            said: what is read out in place of what is drawn.
            more: further entries, as PDF.

        """
        last = self._last()
        if source is None or last is None or last.source is not source:
            where = self._open[-1]
            last = Element(
                self._named(role), where, source=source, lang=lang, alt=alt, said=said, more=more
            )
            if role == "Lbl" and where.role == "LBody" and where.parent is not None:
                self._move_before(last, where, where.parent)
        number = len(self._on_page)
        self._on_page.append(last)
        last.kids.append(_Marked(self._page(), number))
        with self._marked("element", f"/{last.role} <</MCID {number}>> BDC"):
            yield

    @contextlib.contextmanager
    def pass_over(self, kind: PassedOver = "Layout") -> Iterator[None]:
        """What is drawn now is only for eyes; within it nothing is an element."""
        if self.passing_over:
            yield
            return
        with self._marked("passed over", f"/Artifact <</Type /{kind}>> BDC"):
            yield

    def lay(self, annotation: PDFObjectReference) -> int:
        """Give what lies over the page to the open element; returns its number in the tree."""
        owner = self._open[-1]
        owner.kids.append(_Laid(self._page(), annotation))
        self._owners.append(owner)
        return len(self._owners) - 1

    def end_page(self, page: Any) -> None:
        """Tell a page which elements its stretches belong to."""
        if self._drawing:
            raise UntaggedError(self._drawing)
        page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
        page.StructParents = len(self._owners)
        page.Tabs = PDFName("S")
        self._owners.append(self._on_page)
        self._on_page = []

    def write_into(self, document: Any) -> None:
        """Put the tree into a document whose pages are all drawn."""
        self._close_to(1)
        for each in _all(self._top):
            document.Reference(each)
        document.Catalog.StructTreeRoot = _Root(self._top, self._owners)

    def _begin(self, role: Role, *, lang: str = "") -> None:
        if self._drawing:
            raise UntaggedError(self._drawing)
        self._open.append(Element(role, self._open[-1], lang=lang))

    def _close(self) -> None:
        """End the innermost element; one in which nothing was drawn was never there."""
        ended = self._open.pop()
        if not ended.kids:
            self._open[-1].kids.remove(ended)

    def _close_to(self, depth: int) -> None:
        while len(self._open) > depth:
            self._close()

    def _last(self) -> Element | None:
        kids = self._open[-1].kids
        return kids[-1] if kids and isinstance(kids[-1], Element) else None

    def _again(self, role: Role) -> bool:
        """Open what was ended last once more, if it is of this role."""
        last = self._last()
        if last is None or last.role != role:
            return False
        self._open.append(last)
        return True

    def _named(self, role: Role) -> str:
        """A heading's own level: a section's first is its title, further ones are below it."""
        if role != "H":
            return role
        sections = [each for each in self._open if each.role in {"Document", "Sect"}]
        if not self._titled:  # the title of the document, wherever it stands
            self._before_title = len(sections) - 1
        level = len(sections) - self._before_title + (id(sections[-1]) in self._titled)
        if self._titled:
            level = max(level, 2)
        self._titled.add(id(sections[-1]))
        return f"H{min(level, _DEEPEST)}"

    @staticmethod
    def _move_before(label: Element, body: Element, item: Element) -> None:
        """A label stands before the body of its item, and not in it."""
        body.kids.remove(label)
        item.kids.insert(item.kids.index(body), label)
        label.parent = item

    @contextlib.contextmanager
    def _marked(self, what: Literal["element", "passed over"], begin: str) -> Iterator[None]:
        if self._drawing:
            raise UntaggedError(self._drawing)
        self._drawing = what
        self._write(begin)
        yield
        self._write("EMC")
        self._drawing = ""


class Operators(list[str]):
    """What is drawn onto one page; anything outside of every element is refused."""

    def __init__(self, tags: Tags) -> None:
        super().__init__()
        self._tags = tags

    def append(self, operators: str) -> None:
        """Take operators.

        Raises:
            UntaggedError: nothing says what they belong to.

        """
        if not self._tags.drawing and not operators.isspace():
            raise UntaggedError(operators)
        super().append(operators)


def _all(element: Element) -> Iterator[Element]:
    yield element
    for kid in element.kids:
        if isinstance(kid, Element):
            yield from _all(kid)


def _reference(document: Any, element: PDFObject) -> bytes:
    found: bytes = document.Reference(element).format(document)
    return found


def _text(text: str) -> bytes:
    """A text as PDF writes it."""
    plain = text.encode("ascii") if text.isascii() else b"\xfe\xff" + text.encode("utf-16-be")
    for sign in (b"\\", b"(", b")"):
        plain = plain.replace(sign, b"\\" + sign)
    return b"(%b)" % plain.replace(b"\r", b"\\r").replace(b"\n", b"\\n")
