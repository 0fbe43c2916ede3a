"""The line that shows what was taken back."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from domain.change import Change, ChangeKind
from domain.group import Group
from domain.kinds import NATURES
from domain.position import Stance
from domain.usecases.undoing import TakenBack
from handlers.parts.blocks import Block, actions, faint, paragraph, said, strong
from handlers.parts.edited import fields_text
from handlers.parts.history import kind_of, what_changed
from handlers.parts.message import Message
from handlers.parts.naming import kind_name, original, person_name, status_word, theme_name
from handlers.parts.next_steps import again, say
from handlers.words.slack_text import escape
from handlers.words.translator import Translator

PEOPLE_NAMED = 10
"""Of those whose attendance was taken back; of more their number is told."""

_NOBODY: Mapping[str, str] = MappingProxyType({})


def undone_message(
    t: Translator, group: Group, taken: TakenBack, names: Mapping[str, str] = _NOBODY
) -> Message:
    """What was taken back, and the ways on: the item, and recording it again when it was a record.

    `names` are display names by user id.
    """
    item = taken.item
    told = _told(t, group, taken, names)
    wording = item.text.for_reader(t.language)
    text = f"*{item.reference}* {escape(told)}: {escape(wording.text)}"
    runs = [strong(f"{item.reference} "), said(f"{told}: "), said(wording.text)]
    if not wording.translated_for_reader:
        runs.append(faint(f" ({original(t, wording.language)})"))
    return Message(text, (paragraph(*runs), _next(t, taken)))


def _told(t: Translator, group: Group, taken: TakenBack, names: Mapping[str, str]) -> str:
    if taken.recording:
        understood = f"{kind_name(t, taken.item.kind)}, {theme_name(t, group, taken.item.theme)}"
        return t("undone-recording", what=understood)
    kinds = {change.kind for change in taken.undone}
    if ChangeKind.POSITIONED in kinds:
        former = taken.told[0].after
        if former is None:
            return what_changed(t, taken.told[0], {}, group)
        return t("undone-position", after=t(f"stance-{Stance(former).value}"))
    if ChangeKind.EDITED in kinds:
        return t("undone-edit", what=", ".join(fields_text(t, taken.undone, group)))
    return _restored(t, group, taken, names)


def _restored(t: Translator, group: Group, taken: TakenBack, names: Mapping[str, str]) -> str:
    """How the item is again, as far as that can be said."""
    told = [change for change in taken.told if change.subject == taken.item.reference]
    states = list(_states(t, group, told, names))
    if states:
        return t("undone-change", state=", ".join(states))
    return "; ".join([*_marks(t, told, names), *_links(t, group, told)]) or t("undone-other")


def _states(t: Translator, group: Group, told: Sequence[Change], names: Mapping[str, str]) -> Iterator[str]:
    """What the item came back to, where that can be said in a word; no progress goes without saying."""
    reached = {change.kind: change.after for change in told if change.after is not None}
    status, progress = reached.get(ChangeKind.MOVED), reached.get(ChangeKind.PROGRESSED)
    if status is not None:
        yield status_word(t, kind_of(told[0].subject), status)
    if progress is not None and (status is None or int(progress)):
        yield t.percent(int(progress))
    for change in told:
        if change.kind is ChangeKind.ASSIGNED and change.after is None:
            yield t("undone-owner.gone")
        elif change.kind is ChangeKind.ASSIGNED:
            yield t("undone-owner", owner=person_name(names, change.after or ""))
        elif change.kind is ChangeKind.DUE:
            yield what_changed(t, change, names, group)


def _marks(t: Translator, told: Sequence[Change], names: Mapping[str, str]) -> Iterator[str]:
    """Who is marked as present at a meeting no longer."""
    people = [change.person or "" for change in told if change.kind is ChangeKind.ATTENDED]
    if len(people) > PEOPLE_NAMED:
        yield t("undone-attended.many", count=len(people))
    elif people:
        named = t.list([person_name(names, user) for user in people])
        yield t("undone-attended", people=named)


def _links(t: Translator, group: Group, told: Sequence[Change]) -> Iterator[str]:
    return (what_changed(t, change, _NOBODY, group) for change in told if change.kind is ChangeKind.LINKED)


def _next(t: Translator, taken: TakenBack) -> Block:
    item = taken.item
    buttons = [say(t("button-show"), f"show {item.reference}")]
    if taken.recording and not NATURES[item.kind.series].own_verbs:
        buttons.append(again(t("button-again"), str(item.reference)))
    elif item.theme is not None:
        buttons.append(say(t("button-status"), f"status theme:{item.theme}"))
    return actions(*buttons)
