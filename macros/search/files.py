"""The files of the index: a browser fetches those that a query needs, and no others.

They lie in a folder that is named after their content, so that files of two builds are never mixed;
`register.json` says where. All of it is JSON, which hosts compress.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import sha256
from itertools import islice
from typing import Any

from ..indexes import FACETS, terms
from ..library import Library
from ..residents import addresses
from ..spoken import lexicon
from .codec import encode
from .compounds import read
from .concepts import Concepts
from .index import Index, make
from .language import fold, phrase, rules, stem
from .records import Kind, Lesson, Record, parameter, records

FOLDER = "zoeken"
"""Where the files go, from the site's root."""
CARDS = 16
"""Records in a file of cards."""
WORDS = 12_000
"""Characters of words and postings after which another file begins."""
SPELLINGS = 6_000
"""Words that others are corrected to: more would weigh more than they help."""


def search_files(library: Library, lessons: Iterable[Lesson]) -> Iterator[tuple[str, str]]:
    """Path from the site's root, and contents, of each file that the search needs."""
    found = records(library, lessons)
    concepts = Concepts(library.vocabularies["begrippen"].terms.values())
    index = make(found, read(), concepts, SPELLINGS)
    shards = list(_shards(index))
    files = {
        **{f"woorden-{at}.json": shard for at, shard in enumerate(shards)},
        **{f"kaarten-{at}.json": cards for at, cards in enumerate(_cards(found))},
        "facetten.json": _facets(library, found),
        "spelling.json": {"known": index.spellings, "common": _common(index)},
    }
    contents = {name: _json(content) for name, content in files.items()}
    version = sha256("".join(contents.values()).encode()).hexdigest()[:12]
    starts = _starts(found)
    register = {
        "folder": version,
        "starts": starts,
        "records": len(found),
        "cards": CARDS,
        "addresses": {one.id: starts[Kind.RESIDENTS] + at for at, one in enumerate(addresses(library))},
        "phrases": _phrases(library, starts),
        "words": [next(iter(shard), "") for shard in shards],
        "language": rules(),
    }
    yield f"{FOLDER}/register.json", _json(register)
    for name, content in contents.items():
        yield f"{FOLDER}/{version}/{name}", content


def _common(index: Index) -> str:
    """Words that are no typing errors, though no record has them: common Dutch, by the list of `spoken`."""
    common = {fold(word) for word in lexicon.read().words}
    return " ".join(sorted(word for word in common if stem(word) not in index.postings))


def _json(content: Any) -> str:
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"))


def _starts(found: Sequence[Record]) -> Mapping[str, int]:
    """Kind → number of its first record, or where that would be: records of one kind stand together."""
    kinds = [record.kind for record in found]
    starts, start = {}, 0
    for kind in Kind:
        starts[kind.value] = start
        start += kinds.count(kind)
    return starts


def _phrases(library: Library, starts: Mapping[str, int]) -> Mapping[str, int]:
    """What people in need type in several words → number of the page for all help, which they see first."""
    return {
        phrase(name): starts[Kind.RESIDENTS]
        for address in addresses(library)[:1]
        for name in address.synonyms
        if " " in name
    }


def _shards(index: Index) -> Iterator[Mapping[str, str]]:
    """The words in order, in pieces; there is one, if empty, even where there are no words."""
    shard: dict[str, str] = {}
    size = 0
    for word, postings in index.postings.items():
        if size > WORDS:
            yield shard
            shard, size = {}, 0
        shard[word] = postings
        size += len(word) + len(postings)
    yield shard


def _cards(found: Iterable[Record]) -> Iterator[Sequence[Any]]:
    remaining = iter(found)
    while chunk := list(islice(remaining, CARDS)):
        yield [_card(record) for record in chunk]


def _card(record: Record) -> Mapping[str, Any]:
    card = {
        "titel": record.title,
        "pad": record.url,
        "samenvatting": record.summary,
        "plaats": record.place,
        "fase": record.phase,
        "financiering": record.funding,
        "gecontroleerd": record.reviewed,
    }
    return {key: value for key, value in card.items() if value}


def _facets(library: Library, found: Iterable[Record]) -> Sequence[Any]:
    """Each facet with its values, and which practices have each."""
    having: dict[tuple[str, str], list[int]] = {}
    for number, record in enumerate(found):
        for key, ids in record.terms.items():
            for term_id in dict.fromkeys(ids):
                having.setdefault((key, term_id), []).append(number)
    return [
        {
            "key": parameter(facet),
            "label": facet.label,
            "plural": facet.plural,
            "values": [
                {"id": term.id, "label": term.label, "at": encode(having.get((key, term.id), ()))}
                for term in terms(library, key)
            ],
        }
        for key, facet in FACETS.items()
    ]
