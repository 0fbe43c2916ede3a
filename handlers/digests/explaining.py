"""`digest help`: what can be said of digests, as the help says it."""

from __future__ import annotations

from dataclasses import replace

from handlers.desk.answer import Reply
from handlers.desk.excuses import usage
from handlers.desk.request import Request
from handlers.grammar.folding import bare, folded
from handlers.parts.blocks import section

_HELP = frozenset({"help", "ayuda", "ayudame", "how", "como", "?"})


def asks_how(text: str) -> bool:
    """Whether the words behind `digest` ask for help alone."""
    return folded(bare(text)).strip("¿?") in _HELP or text.strip() in _HELP


def explained(request: Request) -> Reply:
    """What it does, an example, and everything that can stand behind it."""
    return replace(usage(request), unclear=False).followed_by(section(request.t("verb-digest.more")))
