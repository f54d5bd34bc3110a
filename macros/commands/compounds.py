"""`scripts/compounds`: lines for the table of compounds, proposed from the words of the site.

For developers: what is right goes into `macros/search/compounds.tsv`, mended where needed; a word that should
stay whole goes there too, with itself as its only part.
"""

import argparse
import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path

from macros.search import compounds, language
from macros.search.compounds import Compounds
from macros.spoken import lexicon

from . import ROOT, run

TEXTS, VOCABULARIES = ("practices/[!_]*/*.md", "docs/lessen/*.md"), "practices/_vocabulary/*.yml"
"""Where the words come from: practices and lessons; vocabularies."""
LEAST = 3
"""Letters of a part: a person judges the proposals, so they may be bolder than what is split by itself."""
_ADDRESS = re.compile(r"https?://\S+")
_UNSEEN = re.compile("^# .*$|^- id: .*$", re.MULTILINE)
"""What nobody who searches reads in a vocabulary: a comment, and an id."""


def main() -> int:
    """Print the lines; always 0."""
    argparse.ArgumentParser(
        prog="scripts/compounds",
        description="Stelt regels voor voor de tabel van samenstellingen, de meest gebruikte woorden eerst.",
    ).parse_args()
    common = {language.fold(word) for word in lexicon.read().words}
    for line in proposed(used(ROOT), compounds.read(), common):
        print(line)
    return 0


def used(root: Path) -> Counter[str]:
    """The folded words of practices, lessons and vocabularies, with how often they are used."""
    texts = [file.read_text("utf-8") for pattern in TEXTS for file in sorted(root.glob(pattern))]
    texts += [_UNSEEN.sub("", file.read_text("utf-8")) for file in sorted(root.glob(VOCABULARIES))]
    return Counter(word for text in texts for word in language.words(_ADDRESS.sub("", text)))


def proposed(counts: Mapping[str, int], table: Compounds, common: Collection[str]) -> Iterator[str]:
    """Lines for words that look like compounds and have no line yet, the most used words first.

    `counts` are the words of a corpus and their number; parts may be those, or `common` words. One line
    does for the singular and the plural.
    """
    known = {*counts, *common}
    seen = set()
    for word in sorted(counts, key=lambda word: (-counts[word], word)):
        if language.stem(word) in seen or table.judged(word):
            continue
        if parts := compounds.split(word, known, LEAST):
            seen.add(language.stem(word))
            yield f"{word}\t{' '.join(parts)}"


if __name__ == "__main__":
    run(main)
