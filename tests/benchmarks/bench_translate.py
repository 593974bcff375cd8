"""Translating with a translator of the usual size: ``python -m tests.benchmarks.bench_translate``.

Six and six layers, 512 wide, 32,000 pieces, as most are. Its weights are random, so that its words
mean nothing; it works as long as a real one, since each translation is made to stop after as many
pieces as the original has. Prints JSON: times in milliseconds from the window's side, memory in MB.
"""

import json
import statistics
import sys
import tempfile
import time
from pathlib import Path

import numpy as np
import sentencepiece
from ctranslate2.specs import TransformerSpec
from PySide6.QtCore import QCoreApplication, QEventLoop, QObject, QProcess, Qt, QTimer

from app.translate.shelf import Shelf, Translator
from tests.helpers.tiny_translator import attention, linear, pack, pieces_of, places, plain
from ui.translating import Machine

LAYERS, WIDTH, INNER, HEADS, PIECES = 6, 512, 2048, 8, 32_000
LONGEST = 256
TIMES = 10
SENTENCE = "I like to go to the market on Saturdays with my brother Karim."
PLAN = [f"{SENTENCE[:-1]} at {hour}." for hour in range(1, 31)]
STOPS_AFTER = 16
"""Pieces: about as many as the sentence has."""
_QUIET = 0.01
"""What the layers add is small, so that the place in the sentence alone says when to stop."""


def main() -> int:
    """Measure and print."""
    application = QCoreApplication(sys.argv)
    with tempfile.TemporaryDirectory() as scratch:
        path = usual(Path(scratch) / "usual.argosmodel")
        shelf = Shelf(Path(scratch) / "shelf")
        began = time.perf_counter()
        translator = shelf.add(path)
        taken_in = time.perf_counter() - began
        machine = Machine()
        first = order(machine, translator, [SENTENCE])
        sentence = [order(machine, translator, [SENTENCE]) for _ in range(TIMES)]
        plan = [order(machine, translator, PLAN) for _ in range(TIMES)]
        report = {
            "file_mb": round(path.stat().st_size / 1e6, 1),
            "written_pieces": STOPS_AFTER,
            "take_in_ms": round(1000 * taken_in),
            "first_sentence_with_loading_ms": round(first["all"]),
            "sentence_ms": spread([each["all"] for each in sentence]),
            "plan_of_30_ms": spread([each["all"] for each in plan]),
            "first_of_plan_ms": spread([each["first"] for each in plan]),
            "window_pause_5ms_timer": spread([each["pause"] for each in (*sentence, *plan)]),
            "worker_peak_mb": peak(machine),
        }
        machine.wait_until_gone()
    print(json.dumps(report, indent=1))
    application.quit()
    return 0


def usual(path: Path) -> Path:
    """Write a translator of the usual size."""
    pieces = pieces_of([*PLAN, SENTENCE], most=200)
    known = sentencepiece.SentencePieceProcessor(model_proto=pieces)
    words = ["<unk>", "<s>", "</s>"]
    words += [known.id_to_piece(at) for at in range(3, known.get_piece_size())]
    words += [f"\u2581piece{at}" for at in range(PIECES - len(words))]
    spec = _spec(np.random.default_rng(7))
    spec.register_source_vocabulary(words)
    spec.register_target_vocabulary(words)
    spec.validate()
    spec.optimize(quantization="int8")
    return pack(path, spec, pieces, source="en", target="cy")


def _spec(random: np.random.Generator) -> TransformerSpec:
    def matrix(rows: int, columns: int, scale: float = 1.0) -> np.ndarray:
        made = random.standard_normal((rows, columns), np.float32)
        made *= scale / np.sqrt(columns)
        return made

    spec = TransformerSpec.from_config((LAYERS, LAYERS), HEADS, pre_norm=True)
    encoder, decoder = spec.encoder, spec.decoder
    encoder.embeddings[0].weight = matrix(PIECES, WIDTH)
    decoder.embeddings.weight = matrix(PIECES, WIDTH, _QUIET)
    for side in (encoder, decoder):
        side.scale_embeddings = True
        plain(side.layer_norm, WIDTH)
        for layer in side.layer:
            attention(layer.self_attention, matrix(3 * WIDTH, WIDTH), matrix(WIDTH, WIDTH, _QUIET))
            plain(layer.ffn.layer_norm, WIDTH)
            linear(layer.ffn.linear_0, matrix(INNER, WIDTH))
            linear(layer.ffn.linear_1, matrix(WIDTH, INNER, _QUIET))
    for layer in decoder.layer:
        cross = (matrix(WIDTH, WIDTH), matrix(2 * WIDTH, WIDTH), matrix(WIDTH, WIDTH, _QUIET))
        attention(layer.attention, *cross)
    out, bias = matrix(PIECES, WIDTH), np.zeros(PIECES, np.float32)
    out[2], bias[2] = _stop(places(LONGEST, WIDTH))
    linear(decoder.projection, out, bias)
    return spec


def _stop(at: np.ndarray) -> tuple[np.ndarray, float]:
    """What makes the end likely at one place, and at no place before."""
    normal = at - at.mean(1, keepdims=True)
    normal /= normal.std(1, keepdims=True)
    row = 10 * normal[STOPS_AFTER]
    near = normal[STOPS_AFTER - 1 : STOPS_AFTER + 1] @ row
    return row, -float(near.mean())


def order(machine: Machine, translator: Translator, texts: list[str]) -> dict[str, float]:
    """Have texts translated while the window lives: when they came, and how long it stood still."""
    loop = QEventLoop()
    came: list[float] = []
    pauses: list[float] = []
    last = time.perf_counter()

    def tick() -> None:
        nonlocal last
        now = time.perf_counter()
        pauses.append(1000 * (now - last))
        last = now

    ticks = QTimer(interval=5, timerType=Qt.TimerType.PreciseTimer)
    ticks.timeout.connect(tick)
    heard = machine.translated.connect(lambda *_: came.append(time.perf_counter()))
    ended = machine.finished.connect(loop.quit)
    failed = machine.trouble.connect(loop.quit)
    ticks.start()
    began = last = time.perf_counter()
    machine.translate(translator, texts)
    loop.exec()
    ticks.stop()
    for each in (heard, ended, failed):
        QObject.disconnect(each)
    if len(came) != len(texts):
        raise SystemExit("The translator gave up.")
    first, whole = (1000 * (each - began) for each in (came[0], came[-1]))
    return {"first": first, "all": whole, "pause": max(pauses, default=0.0)}


def peak(machine: Machine) -> int | None:
    """The memory that the process took at most; None where the system does not say."""
    process = machine.findChild(QProcess)
    try:
        status = Path(f"/proc/{process.processId()}/status").read_text("utf-8")
    except OSError:
        return None
    (line,) = (each for each in status.splitlines() if each.startswith("VmHWM"))
    return int(line.split()[1]) // 1000


def spread(values: list[float]) -> dict[str, float]:
    """Median and greatest."""
    return {"median": round(statistics.median(values), 1), "max": round(max(values), 1)}


if __name__ == "__main__":
    sys.exit(main())
