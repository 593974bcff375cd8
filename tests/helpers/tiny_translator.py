"""Makes a translator so small that it can lie in the repository.

``python -m tests.helpers.tiny_translator`` writes the one that is committed, the same again.
It is an ``.argosmodel`` like any other: SentencePiece pieces, and a Transformer written with
CTranslate2's own specifications. Its layers are random; only the last one is solved, so that it
gives back the sentences it was made with. Every other sentence it gets wrong, as large ones do.
"""

import argparse
import io
import json
import tempfile
import zipfile
from pathlib import Path
from typing import Any

import numpy as np
import sentencepiece
from ctranslate2.specs import TransformerSpec

SENTENCES = (
    ("I like tea.", "Rwy'n hoffi te."),
    ("I like music.", "Rwy'n hoffi cerddoriaeth."),
    ("I like dogs.", "Rwy'n hoffi cŵn."),
    ("I do not like tea.", "Dydw i ddim yn hoffi te."),
    ("I do not like noise.", "Dydw i ddim yn hoffi sŵn."),
    ("I need help.", "Mae angen help arnaf."),
    ("I need my glasses.", "Mae angen fy sbectol arnaf."),
    ("Please wait.", "Arhoswch os gwelwch yn dda."),
    ("My name is Sam.", "Fy enw i yw Sam."),
    ("I drink 2 cups of tea.", "Rwy'n yfed 2 gwpanaid o de."),
    ("I go to church on Sunday.", "Rwy'n mynd i'r eglwys ddydd Sul."),
    ("I go swimming.", "Rwy'n mynd i nofio."),
)
COMMITTED = Path(__file__).parents[1] / "translate" / "data" / "tiny-en_cy.argosmodel"

_PIECES = 130
_WIDTH, _HEADS, _INNER = 128, 4, 32
_LONGEST = 64
_STEPS, _PACE = 1500, 0.5
_SLIPS = (0.1, 0.1, 0.2)
"""Shares of the words so far that were written wrong: from these it finds back to the sentence, so
that a search along several ways comes to no wrong end before the right one."""
_NOISE = 0.1
"""So that rounding to 8 bits changes nothing."""
_HEARS_THE_SOURCE = 2
"""Times: else the random layers would drown what the sentence says in what was written so far."""
_BEGIN, _END, _UNKNOWN = "<s>", "</s>", "<unk>"

Weights = dict[str, np.ndarray]


def make(
    path: Path,
    *,
    source: str = "en",
    target: str = "cy",
    sentences: tuple[tuple[str, str], ...] = SENTENCES,
    **metadata: Any,
) -> Path:
    """Write a translator that knows these sentences; ``metadata`` is added to what it says."""
    pieces = pieces_of([each for pair in sentences for each in pair], most=_PIECES)
    spec = _model(sentencepiece.SentencePieceProcessor(model_proto=pieces), sentences)
    return pack(path, spec, pieces, source=source, target=target, **metadata)


def pack(
    path: Path, spec: TransformerSpec, pieces: bytes, *, source: str, target: str, **metadata: Any
) -> Path:
    """Write a model and its pieces as an ``.argosmodel``."""
    says = {
        "package_version": "1.0",
        "argos_version": "1.9.0",
        "from_code": source,
        "from_name": source,
        "to_code": target,
        "to_name": target,
        "type": "translate",
        **metadata,
    }
    root = f"translate-{source}_{target}-1_0"
    with tempfile.TemporaryDirectory() as folder, zipfile.ZipFile(path, "w") as file:
        spec.save(folder)
        parts = {f"model/{each.name}": each.read_bytes() for each in Path(folder).iterdir()}
        parts |= {
            "metadata.json": json.dumps(says).encode(),
            "README.md": b"For tests only: it knows twelve sentences and gets all others wrong.",
            "sentencepiece.model": pieces,
        }
        for name, data in sorted(parts.items()):
            entry = zipfile.ZipInfo(f"{root}/{name}")  # of no date, so that it is the same again
            file.writestr(entry, data, zipfile.ZIP_DEFLATED, compresslevel=9)
    return path


def pieces_of(sentences: list[str], *, most: int) -> bytes:
    """SentencePiece's model of these sentences."""
    written = io.BytesIO()
    sentencepiece.SentencePieceTrainer.train(
        sentence_iterator=iter(sentences),
        model_writer=written,
        vocab_size=most,
        hard_vocab_limit=False,
        character_coverage=1.0,
        normalization_rule_name="identity",
        minloglevel=2,
    )
    return written.getvalue()


def _model(
    pieces: sentencepiece.SentencePieceProcessor, sentences: tuple[tuple[str, str], ...]
) -> TransformerSpec:
    known = [pieces.id_to_piece(at) for at in range(pieces.get_piece_size())]
    words = [_UNKNOWN, _BEGIN, _END, *(each for each in known if each[0] != "<")]
    at = {word: place for place, word in enumerate(words)}
    weights = _random_weights(len(words))
    random = np.random.default_rng(7)
    states, follows = [], []
    for source, target in sentences:
        said = np.array([at[each] for each in pieces.encode(source, out_type=str)])
        to_say = [at[each] for each in pieces.encode(target, out_type=str)]
        memory = _encoded(weights, said)
        for wrong in (0.0, *_SLIPS):
            begun = np.array([at[_BEGIN], *to_say])
            slips = random.random(len(begun)) < wrong
            begun[slips] = random.integers(len(words), size=slips.sum())
            states.append(_decoded(weights, memory, begun))
            follows += [*to_say, at[_END]]
    weights["out"], weights["out_bias"] = _solved(np.concatenate(states), follows, len(words))
    spec = _spec(weights)
    spec.register_source_vocabulary(words)
    spec.register_target_vocabulary(words)
    spec.validate()
    spec.optimize(quantization="int8")
    return spec


def _random_weights(words: int) -> Weights:
    random = np.random.default_rng(7)

    def matrix(rows: int, columns: int) -> np.ndarray:
        return (random.standard_normal((rows, columns)) / np.sqrt(columns)).astype(np.float32)

    square = (_WIDTH, _WIDTH)
    shapes = {"source": (words, _WIDTH), "target": (words, _WIDTH), "cross_q": square}
    shapes |= {"cross_kv": (2 * _WIDTH, _WIDTH), "cross_o": square}
    for layer in ("enc", "dec"):
        shapes |= {f"{layer}_qkv": (3 * _WIDTH, _WIDTH), f"{layer}_o": square}
        shapes |= {f"{layer}_in": (_INNER, _WIDTH), f"{layer}_out": (_WIDTH, _INNER)}
    weights = {name: matrix(*shape) for name, shape in shapes.items()}
    weights["cross_o"] *= _HEARS_THE_SOURCE
    weights["places"] = places(_LONGEST, _WIDTH)
    return weights


def _encoded(weights: Weights, said: np.ndarray) -> np.ndarray:
    state = weights["source"][said] * np.sqrt(_WIDTH) + weights["places"][: len(said)]
    state = state + _attended(weights, "enc", state)
    return _normal(state + _fed(weights, "enc", state))


def _decoded(weights: Weights, memory: np.ndarray, begun: np.ndarray) -> np.ndarray:
    """What the last layer is given after each beginning of the sentence."""
    state = weights["target"][begun] * np.sqrt(_WIDTH) + weights["places"][: len(begun)]
    later = np.triu(np.full((len(begun), len(begun)), -1e9), 1)
    state = state + _attended(weights, "dec", state, later)
    asked = _normal(state) @ weights["cross_q"].T
    key, value = np.split(memory @ weights["cross_kv"].T, 2, 1)
    state = state + _looked(asked, key, value, 0.0) @ weights["cross_o"].T
    return _normal(state + _fed(weights, "dec", state))


def _attended(
    weights: Weights, layer: str, state: np.ndarray, hidden: np.ndarray | float = 0.0
) -> np.ndarray:
    asked, key, value = np.split(_normal(state) @ weights[f"{layer}_qkv"].T, 3, 1)
    return _looked(asked, key, value, hidden) @ weights[f"{layer}_o"].T


def _looked(
    asked: np.ndarray, key: np.ndarray, value: np.ndarray, hidden: np.ndarray | float
) -> np.ndarray:
    """Attention with several heads."""
    asked, key, value = (
        each.reshape(len(each), _HEADS, -1).swapaxes(0, 1) for each in (asked, key, value)
    )
    found = _shares(asked @ key.swapaxes(1, 2) / np.sqrt(_WIDTH // _HEADS) + hidden) @ value
    return found.swapaxes(0, 1).reshape(-1, _WIDTH)


def _fed(weights: Weights, layer: str, state: np.ndarray) -> np.ndarray:
    inner = np.maximum(_normal(state) @ weights[f"{layer}_in"].T, 0)
    return inner @ weights[f"{layer}_out"].T


def _normal(state: np.ndarray) -> np.ndarray:
    spread = np.sqrt(state.var(-1, keepdims=True) + 1e-5)
    return (state - state.mean(-1, keepdims=True)) / spread


def _shares(values: np.ndarray) -> np.ndarray:
    raised = np.exp(values - values.max(-1, keepdims=True))
    return raised / raised.sum(-1, keepdims=True)


def _solved(states: np.ndarray, follows: list[int], words: int) -> tuple[np.ndarray, np.ndarray]:
    """The last layer: which word follows each state, by plain descent (the problem is convex)."""
    wanted, random = np.eye(words)[follows], np.random.default_rng(7)
    out, bias = np.zeros((words, _WIDTH)), np.zeros(words)
    for _ in range(_STEPS):
        seen = states + _NOISE * random.standard_normal(states.shape)
        wrong = (_shares(seen @ out.T + bias) - wanted) / len(states)
        out -= _PACE * wrong.T @ seen
        bias -= _PACE * wrong.sum(0)
    return out.astype(np.float32), bias.astype(np.float32)


def _spec(weights: Weights) -> TransformerSpec:
    spec = TransformerSpec.from_config((1, 1), _HEADS, pre_norm=True)
    encoder, decoder = spec.encoder, spec.decoder
    encoder.embeddings[0].weight = weights["source"]
    decoder.embeddings.weight = weights["target"]
    for side in (encoder, decoder):
        side.scale_embeddings = True
        plain(side.layer_norm, _WIDTH)
    for name, layer in (("enc", encoder.layer[0]), ("dec", decoder.layer[0])):
        attention(layer.self_attention, weights[f"{name}_qkv"], weights[f"{name}_o"])
        plain(layer.ffn.layer_norm, _WIDTH)
        linear(layer.ffn.linear_0, weights[f"{name}_in"])
        linear(layer.ffn.linear_1, weights[f"{name}_out"])
    cross = ("cross_q", "cross_kv", "cross_o")
    attention(decoder.layer[0].attention, *(weights[each] for each in cross))
    linear(decoder.projection, weights["out"], weights["out_bias"])
    return spec


def places(most: int, width: int) -> np.ndarray:
    """How CTranslate2 tells places in a sentence apart where a model brings nothing of its own."""
    half = width // 2
    angles = np.arange(1, most + 1)[:, None] / 10000 ** (np.arange(half) / (half - 1))
    return np.concatenate([np.sin(angles), np.cos(angles)], 1).astype(np.float32)


def attention(part: Any, *matrices: np.ndarray) -> None:
    """Fill an attention layer and the norm before it, without biases."""
    plain(part.layer_norm, matrices[0].shape[1])
    for each, matrix in zip(part.linear, matrices, strict=True):
        linear(each, matrix)


def linear(part: Any, matrix: np.ndarray, bias: np.ndarray | None = None) -> None:
    """Fill a layer."""
    part.weight = matrix
    part.bias = np.zeros(len(matrix), np.float32) if bias is None else bias


def plain(part: Any, width: int) -> None:
    """Fill a norm that adds nothing of its own."""
    part.gamma = np.ones(width, np.float32)
    part.beta = np.zeros(width, np.float32)


def main() -> None:
    """Write the file that is committed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--to", type=Path, default=COMMITTED)
    make(parser.parse_args().to)


if __name__ == "__main__":
    main()
