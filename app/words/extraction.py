"""Which sentences of the program and of its data are to be translated.

In code they are what is given to ``N_``, ``t`` and ``tn``; in data the values of certain keys.
Only sentences written out in one piece can be found: :func:`not_in_one_piece` names the others.
"""

import ast
import dataclasses
import tokenize
import tomllib
from collections.abc import Iterator, Mapping
from io import StringIO
from pathlib import Path
from typing import Any

SENTENCES_IN = {"N_": 1, "t": 1, "tn": 2}
"""How many sentences, from the first argument on, each call takes."""

COMMENT = "Translators:"

CODE = ("app/**/*.py", "ui/**/*.py")
DATA = (
    "resources/sections.toml",
    "resources/topics.toml",
    "resources/contacts.toml",
    "resources/benefits.toml",
    "resources/phrases.toml",
    "resources/guides/**/*.toml",
)

DATA_KEYS = frozenset(
    {
        *("title", "easy", "why", "ask", "sentence", "words", "name", "label"),
        *("prompt", "prompts", "others", "explain", "helper"),
    }
)
"""Keys of data files whose values people read."""


@dataclasses.dataclass(frozen=True, slots=True)
class Marked:
    """A sentence to be translated.

    Attributes:
        file: where it stands, from the project's root, with slashes.
        ids: the sentence; or its forms for one and for many.
        comment: a word to translators, or nothing.

    """

    file: str
    ids: tuple[str, ...]
    comment: str = ""


def marked_in(root: Path) -> Iterator[Marked]:
    """Every sentence of a project, file by file in alphabetical order.

    Raises:
        SyntaxError: a file of code cannot be read.
        tomllib.TOMLDecodeError: a data file cannot be read.

    """
    for file in _files(root, CODE):
        yield from marked_in_code(file.read_text("utf-8"), file=_name(file, root))
    for file in _files(root, DATA):
        yield from marked_in_data(tomllib.loads(file.read_text("utf-8")), file=_name(file, root))


def marked_in_code(source: str, *, file: str) -> Iterator[Marked]:
    """The sentences of one module, in the order in which they stand."""
    comments = _comment_lines(source)
    for call, arguments in _calls(source):
        written = [_written(argument) for argument in arguments]
        if len(arguments) == 1:
            for sentence in written[0]:
                yield Marked(file, (sentence,), _comment_above(call, comments))
        elif all(len(each) == 1 for each in written):
            ids = tuple(each[0] for each in written)
            yield Marked(file, ids, _comment_above(call, comments))


def marked_in_data(data: Mapping[str, Any], *, file: str, within: str = "") -> Iterator[Marked]:
    """The sentences of a data file, each with a note on where it is used."""
    here = str(data.get("id", within))
    for key, value in data.items():
        values = value if isinstance(value, list) else [value]
        for each in values:
            if isinstance(each, Mapping):
                yield from marked_in_data(each, file=file, within=here)
            elif key in DATA_KEYS and isinstance(each, str) and each.strip():
                yield Marked(file, (each,), f"{key} of {here}" if here else key)


def not_in_one_piece(source: str) -> Iterator[tuple[int, str]]:
    """Line and code of each sentence that is put together where it should be marked whole.

    An f-string, joined or filled text given to ``N_``, ``t`` or ``tn`` is no sentence that a
    translator ever sees.
    """
    for call, arguments in _calls(source):
        for argument in arguments:
            if any(_puts_together(part) for part in _branches(argument)):
                yield call.lineno, ast.unparse(argument)


def _calls(source: str) -> Iterator[tuple[ast.Call, list[ast.expr]]]:
    calls = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call)]
    for call in sorted(calls, key=lambda each: (each.lineno, each.col_offset)):
        name = getattr(call.func, "id", getattr(call.func, "attr", ""))
        count = SENTENCES_IN.get(name, 0)
        if count and len(call.args) >= count:
            yield call, call.args[:count]


def _branches(argument: ast.expr) -> Iterator[ast.expr]:
    """The argument, or both outcomes where one of two sentences is chosen."""
    if isinstance(argument, ast.IfExp):
        yield from _branches(argument.body)
        yield from _branches(argument.orelse)
    else:
        yield argument


def _written(argument: ast.expr) -> list[str]:
    return [
        part.value
        for part in _branches(argument)
        if isinstance(part, ast.Constant) and isinstance(part.value, str) and part.value
    ]


def _puts_together(part: ast.expr) -> bool:
    if isinstance(part, ast.JoinedStr):
        return True
    if isinstance(part, ast.BinOp):
        return isinstance(part.op, ast.Add | ast.Mod | ast.Mult)
    if isinstance(part, ast.Call) and isinstance(part.func, ast.Attribute):
        return part.func.attr in {"format", "format_map", "join"}
    return False


def _comment_lines(source: str) -> dict[int, str]:
    """The comments that have a line to themselves, by line."""
    return {
        token.start[0]: token.string.lstrip("# ").rstrip()
        for token in tokenize.generate_tokens(StringIO(source).readline)
        if token.type == tokenize.COMMENT and token.line.lstrip().startswith("#")
    }


def _comment_above(call: ast.Call, comments: Mapping[int, str]) -> str:
    """The word to translators that stands right above a call or above its sentence."""
    for line in (call.args[0].lineno, call.lineno):
        above: list[str] = []
        while line - 1 - len(above) in comments:
            above.insert(0, comments[line - 1 - len(above)])
        for first, text in enumerate(above):
            if text.startswith(COMMENT):
                return " ".join((text.removeprefix(COMMENT).strip(), *above[first + 1 :]))
    return ""


def _files(root: Path, patterns: tuple[str, ...]) -> list[Path]:
    return sorted({file for pattern in patterns for file in root.glob(pattern)})


def _name(file: Path, root: Path) -> str:
    return file.relative_to(root).as_posix()
