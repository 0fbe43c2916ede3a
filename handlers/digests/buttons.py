"""The buttons under a digest: on to the roadmap, one's own part of it, and quiet."""

from __future__ import annotations

from collections.abc import Sequence

from domain.digest import Digest
from handlers.grammar.roadmaps import roadmap_line
from handlers.grammar.schedules import DigestAction
from handlers.parts.bilingual import in_each, label
from handlers.parts.blocks import Block
from handlers.parts.next_steps import asks_first, say
from handlers.words.translator import Translator


def digest_buttons(ts: Sequence[Translator], digest: Digest) -> list[Block]:
    """In every language of the digest; one that is only shown has no delivery to ask about.

    Where it stands is authorised again when one is pressed: the key names a delivery and proves nothing.
    """
    theme = digest.themes[0] if len(digest.themes) == 1 else None
    row = [_button(ts, "button-roadmap", roadmap_line(theme))]
    posted = digest.posted
    if posted is None:
        return row
    number = f"D-{posted.number}"
    if posted.reader is None:
        own = _button(ts, "button-only-mine", f"digest {DigestAction.OWN.value} {posted.key}")
        mute = _button(ts, "button-mute-digest", f"digest {DigestAction.MUTE.value} {number}")
        return [*row, own, _asking(ts, mute)]
    if posted.following is not None:
        skip = f"digest {DigestAction.SKIP.value} {number} {posted.following.isoformat()}"
        row.append(_button(ts, "button-skip", skip))
    return [*row, _button(ts, "button-pause", f"digest {DigestAction.PAUSE.value} {number}")]


def _asking(ts: Sequence[Translator], pause: Block) -> Block:
    """Whoever presses it is asked first: it is everybody's digest."""
    said = [in_each(ts, f"digest-pause-{part}") for part in ("title", "text", "yes", "no")]
    title, text, confirm, deny = said
    return asks_first(pause, title=title, text=text, confirm=confirm, deny=deny)


def _button(ts: Sequence[Translator], name: str, line: str) -> Block:
    return say(label(ts, name), line)
