"""What is no word of the sentence in front of it: a mark parts them, or that ends in what an item answers."""

from __future__ import annotations

import re

from handlers.grammar.folding import folded

_END = re.compile(r"(?:[,;.!\n(]|\A|(?<!\w)[aeimnor]-?[0-9]{1,9}\)?)\s*\Z", re.IGNORECASE)
"""Behind a mark, at the beginning, or behind a reference: `Build for O-1 owner @who`."""

_LINKING = re.compile(
    r"(?<!\w)(?:is|are|was|were|be|been|being|it's|stays?|stay|remains?|keeps?|kept|becomes?|not?|never|still"
    r"|es|son|sea|sean|ser|fue|era|este|esten|esta|estan|estar|quede|queden|queda|quedan|quedar|sigue|siguen"
    r"|siga|sigan|seguir|continua|continue|permanece|permanezca|nunca|jamas|aun|todavia)\s*\Z"
)
"""What links a thing to what is said of it, which so is no order: `siga, por ahora, a cargo de @who`."""

_NEAR = 120
"""Characters in front that are looked at."""


def is_parted(before: str) -> bool:
    """Whether a sentence may end behind these words."""
    near = before[-_NEAR:]
    return _END.search(near if len(before) <= _NEAR else f"|{near}") is not None


def is_linked(before: str) -> bool:
    """Whether one of the parts in front, which commas set apart, needs more behind it."""
    line = folded(before[-_NEAR:].rpartition("\n")[2])
    return any(_LINKING.search(part) for part in line.split(","))
