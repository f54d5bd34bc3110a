"""The comparison as tables in Markdown."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from .cost import Cost
from .engines import Engine
from .scoring import Score
from .trial import Speed, Trial

NONE = "–"
COLUMNS = (
    "Engine",
    "Right in top 3",
    "same, list alone",
    "same, practices",
    "Silent",
    "First result",
    "Next word",
    "Ready",
    "Keystroke",
    "same, 4× slower",
    "Memory",
    "Index time",
    "Index memory",
    "Index size",
)


@dataclass(frozen=True)
class Row:
    """One engine with so many practices."""

    engine: Engine
    practices: int
    words: int
    """Different ones, in the practices."""
    cost: Cost
    size: int
    """Bytes of the index on disk."""
    trial: Trial


def tables(rows: Iterable[Row], left_out: Iterable[str], today: date, queries: int) -> str:
    """Two tables for each number of practices, one by kind of query; and why an engine is not there."""
    rows = list(rows)
    versions = dict.fromkeys(
        f"{row.engine.name.partition(' ')[0].rstrip(',')} {row.engine.version()}"
        for row in rows
        if row.engine.version()
    )
    parts = [f"{today.isoformat()}, {queries} golden queries; {', '.join(versions)}."]
    for practices, group in groupby(rows, lambda row: row.practices):
        of_size = list(group)
        parts.append(f"{practices:,} practices, {of_size[0].words:,} different words:")
        parts.append(_table(COLUMNS, (_cells(row, queries) for row in of_size)))
        parts.append(f"Right answers by kind of query, {practices:,} practices:")
        kinds = [row.trial.score.kinds for row in of_size]
        body = ([kind, *(_percent(one[kind]) if kind in one else NONE for one in kinds)] for kind in kinds[0])
        parts.append(_table(("Kind", *(row.engine.name for row in of_size)), body))
    return "\n\n".join((*parts, *(f"Left out: {one}." for one in left_out)))


def _cells(row: Row, queries: int) -> Iterator[str]:
    trial = row.trial
    yield row.engine.name if trial.score.asked == queries else f"{row.engine.name}; {trial.score.asked} asked"
    yield from map(_percent, _shares(trial.score))
    yield from map(_bytes, (trial.first, trial.further))
    yield f"{trial.ready:.1f} s"
    yield from map(_speed, (trial.speed, trial.slow))
    yield NONE if trial.memory is None else _bytes(trial.memory)
    yield f"{row.cost.seconds:.1f} s" if row.cost.seconds else NONE
    yield _bytes(row.cost.memory) if row.cost.memory else NONE
    yield _bytes(row.size)


def _table(head: Sequence[str], body: Iterable[Iterable[str]]) -> str:
    rule = ["---", *("--:" for _ in head[1:])]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in (head, rule, *body))


def _shares(score: Score) -> tuple[float, ...]:
    return score.found, score.found_listed, score.found_practice, score.silent


def _percent(share: float) -> str:
    return f"{share:.0%}"


def _bytes(number: float) -> str:
    """Of a thousand each."""
    return f"{number / 1_000_000:,.1f} MB" if number >= 1_000_000 else f"{number / 1_000:,.1f} kB"


def _speed(speed: Speed) -> str:
    return f"{speed.median:,.1f} / {speed.high:,.1f} ms"
