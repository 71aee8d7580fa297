"""Source mentions -> speakers: who said it, under the fullest name the article uses, in what role.

The stage refuses to guess: where nothing decides between two people, or nobody fits, the speaker stays empty.
"""

from __future__ import annotations

from collections.abc import Sequence

from quotes.records import Attribution, Document, Speaker
from quotes.resolution.firm_names import with_firms
from quotes.resolution.mistagged import corrected
from quotes.resolution.resolver import Resolution
from quotes.resolution.title import affiliation, best
from quotes.tree import Tree

NOBODY = Speaker(None, None, None)


def speakers(document: Document, attributions: Sequence[Attribution]) -> list[Speaker]:
    """The speaker of each attribution, in the order given.

    ``name`` is a stretch of the text; for joint speakers several, joined by "and"; for "her lawyer" the owner's name
    and the noun. ``title`` is the most complete of the person's titles, ``affiliation`` the body that the best of them
    names. All are None where nobody can be named.
    Time and memory are linear in the length of the article.
    """
    if not attributions:
        return []
    resolution = Resolution(Tree(with_firms(corrected(document))), attributions)
    return [_speaker(resolution, entity) for entity in resolution.sources]


def _speaker(resolution: Resolution, entity: int | None) -> Speaker:
    if entity is None:
        return NOBODY
    referent = resolution.discourse.referents[entity]
    titles = resolution.titles[entity] if referent.kind == "person" else []
    title = best(titles)
    return Speaker(referent.name, title.text if title else None, referent.kind, affiliation(titles))
