"""Makes ``common_en.txt``: the English words that are common enough to be everyday words.

They come from the small English list of the package wordfreq 3.1.1 (its data: CC BY-SA 4.0, see
LICENCE.txt beside this file), which the program itself does not need. Give the lowest Zipf value;
the list that ships was made with ``python make_common.py 3.7``.
"""

import sys
from pathlib import Path

import wordfreq

SHORTEST = 2


def common_words(lowest: float) -> list[str]:
    """Words of plain letters that are as common as ``lowest``, in the order of the alphabet."""
    frequencies = wordfreq.get_frequency_dict("en", wordlist="small")
    return sorted(
        word
        for word in frequencies
        if wordfreq.zipf_frequency(word, "en", wordlist="small") >= lowest
        and len(word) >= SHORTEST
        and word.isascii()
        and word.isalpha()
    )


if __name__ == "__main__":
    words = common_words(float(sys.argv[1]))
    Path(__file__).with_name("common_en.txt").write_text("\n".join(words) + "\n", "utf-8")
