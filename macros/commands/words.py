"""`scripts/words`: the list of common words in `macros/spoken/`, made from its sources.

For developers: needs `wordfreq` (dependency group `words`), `espeak-ng` and the Dutch word list of OpenTaal.
A build needs none of these. The same versions of them give the same bytes.
"""

import argparse
import importlib.util
import re
import shutil
import subprocess
import sys
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path

from macros.spoken.lexicon import COMMON, FILE, HEADER, LONGEST, SHORTEST

from . import run

DICTIONARY = Path("/usr/share/dict/dutch")
"""Where Debian's package `wdutch` puts the list of OpenTaal: no name in it begins with a small letter."""
SPEAKER = "espeak-ng"
_NOT_A_SOUND = re.compile(r"[ˈˌ]|\([a-z-]+\)|\s")
"""Stress, which is not written; and the name of another language where a word is said in that."""


def main() -> int:
    """0 if the list is written, 1 if something is missing to make it."""
    argparse.ArgumentParser(
        prog="scripts/words", description="Maakt de lijst van gewone woorden, met hun klank, opnieuw."
    ).parse_args()
    missing = list(_missing())
    if missing:
        print(*missing, sep="\n", file=sys.stderr)
        return 1
    frequencies = _frequencies()
    words = chosen(frequencies, set(DICTIONARY.read_text("utf-8").split()))
    text = listed(words, frequencies, sounds(words))
    FILE.write_text(text, "utf-8", newline="\n")
    print(f"{FILE.name}: {len(words)} woorden, {len(text.encode())} bytes")
    return 0


def chosen(frequencies: Mapping[str, float], dutch: Collection[str]) -> list[str]:
    """The words to list, sorted: of plain small letters, common, and Dutch.

    Frequencies are counted in texts that also hold names and English. A word is Dutch if OpenTaal has it
    in small letters: that drops `jan`, `utrecht` and `news`, and keeps loanwords such as `team`.
    """
    form = re.compile(f"[a-z]{{{SHORTEST},{LONGEST}}}")
    return sorted(
        word
        for word, zipf in frequencies.items()
        if zipf >= COMMON and form.fullmatch(word) and word in dutch
    )


def sounds(words: Collection[str]) -> list[str]:
    """How each word sounds, as espeak-ng says it; a full stop keeps a word apart from its neighbours."""
    said = subprocess.run(  # noqa: S603 – our own command, and words of plain letters on its input
        [SPEAKER, "-v", "nl", "-q", "--ipa"],
        input="".join(f"{word}.\n" for word in words),
        capture_output=True,
        check=True,
        encoding="utf-8",
    ).stdout
    lines = [_NOT_A_SOUND.sub("", line) for line in said.splitlines() if line.strip()]
    if len(lines) != len(words):
        raise RuntimeError(f"{SPEAKER} said {len(lines)} words of {len(words)}")
    return lines


def listed(words: Collection[str], frequencies: Mapping[str, float], spoken: Collection[str]) -> str:
    """The file: a line a word, in columns with a tab between."""
    lines = [f"{word}\t{frequencies[word]:.2f}\t{sound}" for word, sound in zip(words, spoken, strict=True)]
    return "\n".join(["\t".join(HEADER), *lines, ""])


def _frequencies() -> dict[str, float]:
    """Every Dutch word that wordfreq knows, with its Zipf frequency."""
    import wordfreq

    return {word: wordfreq.zipf_frequency(word, "nl") for word in wordfreq.get_frequency_dict("nl", "best")}


def _missing() -> Iterator[str]:
    """What to install first, in words."""
    if importlib.util.find_spec("wordfreq") is None:
        yield f"wordfreq ontbreekt. Installeer: {sys.executable} -m pip install --group words"
    if shutil.which(SPEAKER) is None:
        yield f"{SPEAKER} ontbreekt. Installeer (Debian): apt-get install espeak-ng"
    if not DICTIONARY.exists():
        yield f"{DICTIONARY} ontbreekt. Installeer (Debian): apt-get install wdutch"


if __name__ == "__main__":
    run(main)
