"""The kinds of buttons there are: what a button says, without what it says it about."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from handlers.grammar.digests import DigestAction
from handlers.grammar.meetings import MeetingAction
from handlers.grammar.verbs import Verb, VerbFound, find_verb
from handlers.overview.home_views import SWITCH
from handlers.parts.modals import ENTRY
from handlers.parts.next_steps import Press, verb_of
from tests.goldens import PAYLOADS

_ALONE = frozenset({Press.AGAIN, Press.ANYWAY, Press.CHOOSE, Press.OPEN})
"""Said by what was pressed, whatever it is about."""

_SUB_VERBS: Mapping[Verb, frozenset[str]] = {
    Verb.DIGEST: frozenset({*(action.value for action in DigestAction), "arrived", "resend"}),
    Verb.MEETING: frozenset({*(action.value for action in MeetingAction), "past", "upcoming"}),
    Verb.MEMBERS: frozenset({"edit", "leave"}),
    Verb.LIST: frozenset({"table"}),
    Verb.ASSIGN: frozenset({"nobody"}),
    Verb.SNOOZE: frozenset({"off"}),
    Verb.MUTE: frozenset({"reminders"}),
    Verb.UNMUTE: frozenset({"reminders"}),
}
"""Words behind a verb that make another thing of it."""

_PAGES = ("before:", "behind:")
GUESSED = "did you mean"


def kind_of(action: str, value: str) -> str:
    """`say done`, `fill edit`, `share list`, `again`: the kind of a button with this action_id and value."""
    if action == SWITCH:
        return SWITCH
    said = verb_of(action)
    if said in _ALONE:
        return str(said)
    found = find_verb(value.split(maxsplit=1)[0])
    if said is not None and isinstance(found, VerbFound):
        about = _about(found.verb, value.split()[1:]) if said == Press.SAY else ()
        return " ".join([said, found.verb.value, *about])
    raise ValueError(f"{action} says {value}, which begins with no verb")


def _about(verb: Verb, words: list[str]) -> Iterator[str]:
    """Words that make another thing of the verb: not what it is done to."""
    for word in words:
        if word in _SUB_VERBS.get(verb, ()):
            yield word
        yield from (page for page in _PAGES if word.startswith(page))


def kinds_in_goldens() -> Mapping[str, str]:
    """Every kind that the views' golden payloads carry, with the payloads that carry it."""
    found: dict[str, str] = {}
    for path in sorted(PAYLOADS.glob("*.json")):
        for element in _pressed(json.loads(path.read_text(encoding="utf-8"))):
            for value in _values(element):
                kind = GUESSED if path.stem == "no-such-verb" else kind_of(element["action_id"], value)
                found.setdefault(kind, path.stem)
    return found


def _values(element: Mapping[str, Any]) -> list[str]:
    """What a button says, or each option of a menu."""
    if element["type"] == "button":
        return [element["value"]]
    return [option["value"] for option in element["options"]]


def _pressed(part: Any) -> Iterator[Mapping[str, Any]]:  # noqa: ANN401 - any part of a payload
    """Buttons, and menus that say lines; not the fields of forms, nor links."""
    if isinstance(part, list):
        for each in part:
            yield from _pressed(each)
    elif isinstance(part, dict):
        if part.get("action_id") not in {None, ENTRY} and "url" not in part:
            yield part
        for each in part.values():
            yield from _pressed(each)
