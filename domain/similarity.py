"""When two recommendations say much the same, from how many words they share and how alike they read."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from domain.item import Item
from domain.search import words

SHOWN_MAX = 3
"""PRODUCT: similar open ones are shown first; more than three nobody reads."""

SIMILAR_FROM = 0.62
"""What the score of two texts must reach (docs/decisions/0017: measured on pairs in both languages)."""

SAME_THEME = 0.04
"""What being about the same theme adds: most recommendations of a theme share its words."""

WORDS_SHARED_MIN = 2
"""One word in common is no likeness, however short the texts."""

WORDS_COMPARED = 40
"""Words of a text that are compared, from its beginning: what it recommends stands there."""

_LETTERS_MIN = 3
_SAYING_NOTHING = """
    about according after all also and any are because before been between both but can could each
    either every first for from have has having her his how into its itself least less made make
    many may more most much must need needs new not now off one only onto other our out over per
    rather same shall should since single some such than that the their them then there these they
    this those through too under until upon use using very was were what when where which while who
    whose will with within without would you your build create develop establish help open promote
    publish set support algo algun alguna algunas alguno algunos ante antes aquel aquella cada como
    con contra cual cuales cuando deben debe deberia del desde donde dos durante ella ellas ellos
    entre era eran esa esas ese eso esos esta estan estas este esto estos fin fue fueron hacer hacia
    han hasta hay las les los mas mediante menos mientras mismo misma muy nada nos nueva nuevas
    nuevo nuevos otra otras otro otros para pero por porque primero pueda puede pueden que quien
    quienes sea sean segun ser sera sin sobre solo son sus tal tambien tan tanto tener tiene tienen
    toda todas todo todos tras una unas uno unos usar usted varias varios vez abrir apoyar construir
    crear desarrollar establecer impulsar promover publicar
"""
_STOPWORDS = frozenset(words(_SAYING_NOTHING))
"""Words that say nothing of what is recommended, in both languages."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """How like a text an item's text is, in whichever versions of both are most alike.

    `shared` counts the words they have in common, in any of their forms; `words` is the share of those in the
    words of both, `wording` how alike they read letter by letter: both from 0 to 1.
    """

    item: Item
    shared: int
    words: float
    wording: float


def telling_words(text: str) -> tuple[str, ...]:
    """The words of a text that say what it is about, each once, in their order, at most WORDS_COMPARED."""
    found = (word for word in words(text) if len(word) >= _LETTERS_MIN and word not in _STOPWORDS)
    return tuple(dict.fromkeys(found))[:WORDS_COMPARED]


def score(likeness: Likeness, theme: str | None) -> float:
    """How much the item says the same as a text about the theme: from 1 on it has the same words."""
    same_theme = SAME_THEME if theme is not None and likeness.item.theme == theme else 0.0
    return 0.6 * likeness.words + 0.4 * likeness.wording + same_theme


def similar(found: Iterable[Likeness], theme: str | None) -> tuple[Item, ...]:
    """Those that say much the same, the likest first, at most SHOWN_MAX; of equals the older first."""
    scored = [
        (score(likeness, theme), likeness.item)
        for likeness in found
        if likeness.shared >= WORDS_SHARED_MIN or likeness.wording == 1
    ]
    near = [pair for pair in scored if pair[0] >= SIMILAR_FROM]
    near.sort(key=lambda pair: (-pair[0], pair[1].recorded_in))
    return tuple(item for _, item in near[:SHOWN_MAX])
