"""Whether a PDF can be read aloud: two independent checkers of PDF/UA-1, and its tree of parts."""

import dataclasses
import io
import re
import tempfile
import unicodedata
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import page
import pypdf
import pypdfium2
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, NumberObject
from pypdfium2 import raw

with warnings.catch_warnings():
    warnings.simplefilter("ignore", DeprecationWarning)  # of what SWIG wrapped for pymupdf
    import outloud

_MARKED = re.compile(rb"/MCID (\d+)")


def faults(pdf: bytes) -> list[str]:
    """What the checkers find wrong; each is told apart by the name of its rule."""
    return [*_of_page_validation(pdf), *_of_outloud(pdf), *_of_owners(pdf)]


def _of_page_validation(pdf: bytes) -> Iterator[str]:
    report = page.validate_pdf_bytes(pdf, profile=page.ValidationProfile.PDF_UA_1)
    for each in report.failures:
        yield f"page-validation: {each}"
    if not report.is_compliant and not report.failures:
        yield f"page-validation: {report}"


def _of_outloud(pdf: bytes) -> Iterator[str]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "printed.pdf")
        path.write_bytes(pdf)
        result = outloud.check(str(path))
    if result.error:
        yield f"outloud: {result.error}"
    for each in result.sorted_findings():
        serious = each.severity in {"error", "warning"}
        if serious and not _misjudged(each.rule, each.message, str(each.evidence), pdf):
            yield f"outloud {each.rule}: {each.message} ({each.evidence})"


def _misjudged(rule: str, message: str, evidence: str, pdf: bytes) -> bool:
    """Whether it is a guess of outloud's, beyond PDF/UA, that is wrong for what it was made on.

    It guesses about scripts as if all were Latin, and takes long titles for prose.
    """
    kinds = {unicodedata.bidirectional(sign) for sign in evidence}
    match rule:
        case "TAG-032":  # it compares letters as they are drawn, from left to right
            return bool(kinds & {"R", "AL"}) and "L" in kinds
        case "FIG-012":  # it counts no vowel signs as letters
            return any(unicodedata.category(sign) in {"Mn", "Mc"} for sign in evidence)
        case "TXT-004":  # a letter that has many shapes has a code for each
            return "map to the private" not in message and "control" not in message
        case "TAG-002":  # a title that is said once, and repeated where its section goes on
            titles = pypdf.PdfReader(io.BytesIO(pdf)).outline
            return any(str(each.title).startswith(evidence) for each in _flat(titles))
    return False


def _of_owners(pdf: bytes) -> Iterator[str]:
    """What neither looks at: each page tells of each of its stretches which element has it."""
    reader = pypdf.PdfReader(io.BytesIO(pdf))
    root: Any = reader.trailer["/Root"].get("/StructTreeRoot", {})
    nums = root.get("/ParentTree", {}).get("/Nums", [])
    owners = dict(zip(nums[::2], nums[1::2], strict=True))
    for number, each in enumerate(reader.pages, start=1):
        told = owners.get(each.get("/StructParents"), ())
        marked = _MARKED.findall(each.get_contents().get_data())
        if [int(mark) for mark in marked] != list(range(len(told))):
            yield f"page {number}: {len(marked)} stretches, {len(told)} of them with an element"
        for at, owner in enumerate(told):
            if not _has(owner.get_object(), at, each.indirect_reference.idnum):
                yield f"page {number}: stretch {at} belongs to an element that does not have it"


def _has(element: DictionaryObject, number: int, page_number: int) -> bool:
    kids = element["/K"] if isinstance(element["/K"], ArrayObject) else [element["/K"]]
    return any(
        each == number and element.raw_get("/Pg").idnum == page_number
        if isinstance(each, NumberObject)
        else each.get_object().get("/MCID") == number
        and each.get_object().raw_get("/Pg").idnum == page_number
        for each in kids
    )


def _flat(outline: list[Any]) -> Iterator[Any]:
    for each in outline:
        if isinstance(each, list):
            yield from _flat(each)
        else:
            yield each


@dataclasses.dataclass(frozen=True)
class Spoken:
    """An element of a document, as a screen reader comes to it.

    Attributes:
        text: of what is drawn for it, or what is said in its place.

    """

    role: str
    lang: str
    alt: str
    said: str
    text: str
    within: tuple[str, ...]


def spoken(pdf: bytes) -> list[Spoken]:
    """The elements that say or show something, in reading order."""
    reader = pypdf.PdfReader(io.BytesIO(pdf))
    texts = _marked_texts(pdf)
    numbers = {each.indirect_reference.idnum: at for at, each in enumerate(reader.pages)}
    root: Any = reader.trailer["/Root"]["/StructTreeRoot"]["/K"]
    top = root.get_object()
    return list(_walk(top, str(top.get("/Lang", "")), (), texts, numbers))


def _walk(
    element: DictionaryObject,
    lang: str,
    within: tuple[str, ...],
    texts: list[dict[int, str]],
    numbers: dict[int, int],
) -> Iterator[Spoken]:
    lang = str(element.get("/Lang", lang))
    role = str(element["/S"])[1:]
    kids = element["/K"]
    kids = list(kids) if isinstance(kids, ArrayObject) else [element.raw_get("/K")]
    drawn = []
    for kid in kids:
        found = kid.get_object() if isinstance(kid, IndirectObject) else kid
        if isinstance(found, NumberObject):
            drawn.append(texts[_page(element, numbers)].get(int(found), ""))
        elif found.get("/Type") == "/MCR":
            drawn.append(texts[_page(found, numbers)].get(int(found["/MCID"]), ""))
        elif found.get("/Type") != "/OBJR":
            yield from _walk(found, lang, (*within, role), texts, numbers)
    if drawn:
        said = str(element.get("/ActualText", ""))
        yield Spoken(
            role, lang, str(element.get("/Alt", "")), said, said or " ".join(drawn), within
        )


def _page(entry: DictionaryObject, numbers: dict[int, int]) -> int:
    return numbers[entry.raw_get("/Pg").idnum]


def _marked_texts(pdf: bytes) -> list[dict[int, str]]:
    """For each page the text of its stretches that belong to an element, as pdfium finds it."""
    document = pypdfium2.PdfDocument(pdf)
    pages = [_texts_on(document[number]) for number in range(len(document))]
    document.close()
    return pages


def _texts_on(page: pypdfium2.PdfPage) -> dict[int, str]:
    text = page.get_textpage()
    texts: dict[int, str] = {}
    last = -1
    for at in range(text.count_chars()):
        drawn = raw.FPDFText_GetTextObject(text, at)
        last = raw.FPDFPageObj_GetMarkedContentID(drawn) if drawn else last
        sign = chr(raw.FPDFText_GetUnicode(text, at))
        texts[last] = texts.get(last, "") + sign
    return {number: " ".join(found.split()) for number, found in texts.items()}
