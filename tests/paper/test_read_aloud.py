"""What is printed can be read aloud: PDF/UA-1, by two checkers that know nothing of each other."""

import io
from collections.abc import Callable, Iterator
from typing import Any

import pypdf
import pytest
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, NumberObject

from app import resources
from app.words.languages import Catalogs
from tests.helpers.documents import KINDS, Documents, documents
from tests.helpers.printing import plan, printed, sentence
from tests.helpers.spoken_pdf import faults

LANGUAGES = [each.tag for each in Catalogs(resources.root() / "translations").available()]
QUICK = ("en-GB", "ur")


@pytest.fixture(scope="module")
def all_documents(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Documents]:
    with documents(tmp_path_factory.mktemp("documents")) as found:
        yield found


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    "lang",
    [pytest.param(lang, marks=() if lang in QUICK else pytest.mark.slow) for lang in LANGUAGES],
)
def test_every_document_can_be_read_aloud_in_every_language(
    all_documents: Documents, kind: str, lang: str
) -> None:
    assert faults(all_documents.in_language(kind, lang)) == []


# That the checkers see what is wrong


def _elements(writer: pypdf.PdfWriter) -> Iterator[DictionaryObject]:
    waiting: list[Any] = [writer.root_object["/StructTreeRoot"]["/K"]]
    while waiting:
        element = waiting.pop(0).get_object()
        if not isinstance(element, DictionaryObject) or "/S" not in element:
            continue
        yield element
        kids = element["/K"]
        waiting += kids if isinstance(kids, ArrayObject) else [kids]


def _first(writer: pypdf.PdfWriter, role: str) -> DictionaryObject:
    return next(each for each in _elements(writer) if each["/S"] == role)


def _no_alt(writer: pypdf.PdfWriter) -> None:
    del _first(writer, "/Figure")["/Alt"]


def _no_language(writer: pypdf.PdfWriter) -> None:
    for each in (writer.root_object, *_elements(writer)):
        each.pop("/Lang", None)


def _no_title(writer: pypdf.PdfWriter) -> None:
    del writer.root_object["/Metadata"]
    writer.metadata = None


def _heading_left_out(writer: pypdf.PdfWriter) -> None:
    _first(writer, "/H2")[NameObject("/S")] = NameObject("/H4")


def _not_marked(writer: pypdf.PdfWriter) -> None:
    del writer.root_object["/MarkInfo"]


def _no_owners(writer: pypdf.PdfWriter) -> None:
    tree = writer.root_object["/StructTreeRoot"]["/ParentTree"]
    tree[NameObject("/Nums")] = ArrayObject()


def _no_tree(writer: pypdf.PdfWriter) -> None:
    del writer.root_object["/StructTreeRoot"]


def _other_way_round(writer: pypdf.PdfWriter) -> None:
    for each in _elements(writer):
        if isinstance(each["/K"], ArrayObject) and len(each["/K"]) > 1:
            each[NameObject("/K")] = ArrayObject(reversed(each["/K"]))


def _drawn_outside(writer: pypdf.PdfWriter) -> None:
    page = writer.pages[0]
    content = page.get_contents()
    assert content is not None
    content.set_data(content.get_data() + b"\nq 0 0 50 50 re f Q")
    page[NameObject("/Contents")] = writer._add_object(content)


def _title_is_not_shown(writer: pypdf.PdfWriter) -> None:
    del writer.root_object["/ViewerPreferences"]


def _page_without_owners(writer: pypdf.PdfWriter) -> None:
    writer.pages[0][NameObject("/StructParents")] = NumberObject(99)


DAMAGE = [
    _no_alt, _no_language, _no_title, _heading_left_out, _not_marked, _no_owners, _no_tree,
    _other_way_round, _drawn_outside, _title_is_not_shown, _page_without_owners,
]  # fmt: skip


def _rewritten(pdf: bytes, change: Callable[[pypdf.PdfWriter], None]) -> bytes:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(pdf))
    change(writer)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


@pytest.fixture(scope="module")
def booklet() -> bytes:
    words = ("I like tea.", "I like it with sugar.", "I walk to the shop on my own.")
    return printed(plan(*(sentence(each, symbols=("openmoji:2615",)) for each in words))).pdf


def test_writing_a_file_anew_alone_damages_nothing(booklet: bytes) -> None:
    assert faults(_rewritten(booklet, lambda _: None)) == []


@pytest.mark.parametrize("damage", DAMAGE)
def test_the_checkers_see_what_is_wrong(
    booklet: bytes, damage: Callable[[pypdf.PdfWriter], None]
) -> None:
    assert faults(_rewritten(booklet, damage)) != []
