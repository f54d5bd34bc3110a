"""The golden queries: what people type, and where it should lead.

They were thought up, none taken from a person's searches, as what a nurse, a social worker, a GP, a
policy maker at a municipality, a project leader, a zorgkantoor and a resident would type. Those in
`data/queries.tsv` were written after reading every practice, lesson and vocabulary, before any search
was tuned, and without looking at one. Those in `data/exam.tsv` are of three others, who had seen neither
these nor the search nor the words that mean the same; when the search was first held against them, 92,
93 and 91 % were right, and then it learned from them too.

So a query that fails is a fault of the search until a reader of the texts says otherwise: mend the
search, not the query.
"""

from pathlib import Path
from typing import NamedTuple

FILE, EXAM = (Path(__file__).with_name("data") / name for name in ("queries.tsv", "exam.tsv"))
HEADER = ("kind", "query", "wanted")
NOTHING = "-"
"""Stands for no address: nothing on the site answers the query."""


class Query(NamedTuple):
    """What somebody types, and what answers it."""

    kind: str
    """Why it is here: `woord`, `vraag`, `afkorting`, `samenstelling` (compound), `vervoeging` (inflection),
    `tikfout` (typing error), `spelling`, `plaats`, `synoniem`, `geld`, `knelpunt` (barrier), `half` (still
    typing), `inwoner` (a resident's words), `les` (lesson), or `niets`, where nothing may be found."""
    text: str
    wanted: tuple[str, ...]
    """Addresses from the site's root; any one of them is right. Empty where nothing may be found."""


def read(file: Path = FILE) -> tuple[Query, ...]:
    """The queries in their order; raises `ValueError` where a line has another form."""
    header, *lines = file.read_text("utf-8").splitlines()
    if tuple(header.split("\t")) != HEADER:
        raise ValueError(f"{file}: the first line should name {', '.join(HEADER)}")
    return tuple(_query(line) for line in lines)


def _query(line: str) -> Query:
    kind, text, wanted = line.split("\t")
    return Query(kind, text, () if wanted == NOTHING else tuple(wanted.split(" ")))
