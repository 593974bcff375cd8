"""One translator, loaded: sentences in, sentences out. Only the process of its own loads one."""

import importlib.util
from collections.abc import Sequence
from pathlib import Path

PACKAGES = ("ctranslate2", "sentencepiece")
"""What the extra ``alongside[translate]`` brings."""

_BEAM = 2
"""Ways that are followed at once; two leave slow laptops time to spare."""
_LENGTH_PENALTY = 0.2
_LONGEST = 256
"""Pieces that are written for one sentence, where it would never come to an end; many translators
know no more places than that."""
_START_OF_WORD = "\u2581"


def is_installed() -> bool:
    """Whether the extra is here; nothing of it is loaded to find that out."""
    return all(importlib.util.find_spec(each) is not None for each in PACKAGES)


class Engine:
    """A translator that was taken in, in memory.

    Args:
        folder: where it lies.
        prefix: the piece with which everything it writes begins; empty for none.

    Raises:
        Exception: whatever the libraries raise where a file is not what it should be.

    """

    def __init__(self, folder: Path, *, prefix: str = "") -> None:
        import ctranslate2  # noqa: PLC0415 - an extra, which need not be here
        import sentencepiece  # noqa: PLC0415

        self._pieces = sentencepiece.SentencePieceProcessor(
            model_file=str(folder / "sentencepiece.model")
        )
        self._model = ctranslate2.Translator(
            str(folder / "model"), device="cpu", compute_type="auto", inter_threads=1
        )
        self._prefix = prefix

    def translate(self, sentences: Sequence[str]) -> tuple[str, ...]:
        """Each sentence in the other language; empty for one that is."""
        cut = [self._pieces.encode(each, out_type=str) for each in sentences]
        written = self._model.translate_batch(
            cut,
            target_prefix=[[self._prefix]] * len(cut) if self._prefix else None,
            beam_size=_BEAM,
            length_penalty=_LENGTH_PENALTY,
            max_decoding_length=_LONGEST,
            replace_unknowns=True,
        )
        return tuple(self._joined(each.hypotheses[0]) for each in written)

    def _joined(self, pieces: list[str]) -> str:
        if self._prefix and pieces[:1] == [self._prefix]:
            pieces = pieces[1:]
        return " ".join("".join(pieces).replace(_START_OF_WORD, " ").split())
