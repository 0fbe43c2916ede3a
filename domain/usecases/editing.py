"""Correcting an item: who may, what the group has to know of, and what is kept of before."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TypeAlias

from domain import editing
from domain.change import NewChange
from domain.editing import Correction, Field, fields_of
from domain.item import WITHDRAWN, Item
from domain.kinds import NATURES
from domain.language import Language
from domain.meeting import Arrangement, Meeting
from domain.permissions import Actor, Right, require
from domain.ports import UnitOfWork
from domain.recommendation import Recommendation
from domain.reference import Reference
from domain.refusal import Refusal, RefusalCode
from domain.repositories import GroupRecord
from domain.retiming import Retiming, retimed
from domain.text import recordable
from domain.usecases.assigning import require_ahead
from domain.usecases.corrections import tell_of_corrections
from domain.usecases.items import Stale, item_in
from domain.usecases.notices import tell_of_move
from domain.usecases.origin import Origin, enter
from domain.usecases.positions import balance
from domain.usecases.reagreeing import on_another_text
from domain.usecases.rearranging import another_agenda, explained, rearranged
from domain.usecases.recording import require_countries
from domain.usecases.snoozing import wake
from domain.usecases.writes import told_again

PLANNED = frozenset({Field.COUNTRIES, Field.DRIVERS, Field.PRIORITY, Field.DUE})
"""Of a recommendation these are its plan, which leads and chairs make, as when it is recorded."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """What an item should say instead. `version` is the item's that the person saw; None: they did not say.

    `spoken` is the language that the correction's `text` seems to be in, where nobody said which version it
    is; None: it is the original, whatever it is in. `arrangement` says when and where a meeting is,
    `retiming` what of that is told from when it is now, `reason` why. A text beside these that somebody
    typed, in the language `spoken`, is the agenda in every language.
    """

    origin: Origin
    group: int
    reference: Reference
    correction: Correction
    arrangement: Arrangement | None = None
    retiming: Retiming | None = None
    reason: str | None = None
    spoken: Language | None = None
    version: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Edited:
    """The item as it is now, and the changes this interaction made; none when it said that already.

    `uncounted` is how many positions counted before and no more do, since they were taken on another text.
    `left` are the languages whose versions stayed while the original changed: they may say something else.
    """

    item: Item
    changes: tuple[NewChange, ...] = ()
    uncounted: int = 0
    left: tuple[Language, ...] = ()
    repeated: bool = False


@dataclass(frozen=True, slots=True)
class WhichVersion:
    """Nothing was changed: the words seem to be in a language (`spoken`) that is not the original's."""

    item: Item
    spoken: Language


EditOutcome: TypeAlias = Edited | Stale | WhichVersion


def edit(command: Edit, uow: UnitOfWork, now: datetime) -> EditOutcome:
    """The item with what was corrected, or why it is as it was. Raises Refusal."""
    scene = enter(uow, command.origin, command.group)
    found = item_in(scene.record, command.reference)
    receipt = scene.workspace.receipts.find(command.origin.key)
    if receipt is not None:
        return Edited(item=found, changes=told_again(scene.record, receipt), repeated=True)
    require(scene.actor, Right.RECORD)
    changed_fields = set(fields_of(editing.corrected(found, command.correction, now)[1]))
    require_fields(found, command.correction.fields(), changed_fields)
    require_editor(scene.actor, found, changed_fields)
    if command.version not in {None, found.version}:
        return Stale(found)
    if _may_be_a_version(scene.record, found, command):
        return WhichVersion(found, command.spoken or found.text.language)
    said = _recordable(scene.record, found, command.correction, now)
    made = editing.corrected(found, _with_agenda(scene.record, found, command, said), now)
    arrangement = _arrangement(found, command)
    if arrangement is not None:
        made = rearranged(uow, scene, found, made, arrangement, now)
    changed, changes = made[0], tuple(explained(made[1], command.reason))
    if not changes:
        return Edited(item=found)
    changed, along = on_another_text(scene.record, scene.actor, found, changed)
    changes = (*changes, *along)
    uncounted = _uncounted(scene.record, found, changed)
    scene.record.items(found.kind.series).save(changed)
    wake(scene.record, found, changed)
    told = scene.write(command.origin, changed, changes, now)
    tell_of_corrections(uow, scene.record, [changed], told)
    tell_of_move(uow, scene, changed, told)
    return Edited(item=changed, changes=changes, uncounted=uncounted, left=_left(found, changed))


def _arrangement(found: Item, command: Edit) -> Arrangement | None:
    """When and where it is to be."""
    if command.arrangement is None or command.retiming is None or not isinstance(found, Meeting):
        return command.arrangement
    return retimed(found, command.retiming, command.arrangement)


def _with_agenda(record: GroupRecord, found: Item, command: Edit, said: Correction) -> Correction:
    """The correction whose text, of a meeting that is moved, is its agenda in every language."""
    is_moved = command.arrangement is not None and command.spoken is not None
    if not is_moved or said.text is None or said.versions or command.spoken is None:
        return said
    agenda = another_agenda(record, found, said.text, command.spoken)
    dropped = said.dropped | agenda.dropped
    return replace(said, text=agenda.text, versions=agenda.versions, dropped=dropped)


def require_fields(found: Item, fields: Collection[Field], changed: Collection[Field]) -> None:
    """What kind of thing it is decides what can be said of it, and what was taken back says nothing more.

    Whatever else has come to an end keeps its history and may still be corrected, but is due no more: of the
    `fields` that are said those that would be `changed` matter. Raises Refusal CLOSED or FIELD_OF_OTHER_KIND.
    """
    reference, nature = str(found.reference), NATURES[found.kind.series]
    for name in sorted(fields):
        if not editing.has(found, name) or (name is Field.DUE and not nature.assignable):
            raise Refusal(RefusalCode.FIELD_OF_OTHER_KIND, reference=reference, field=name.value)
    is_over = found.status == WITHDRAWN or (Field.DUE in changed and nature.life.is_closed(found.status))
    if is_over:
        raise Refusal(RefusalCode.CLOSED, reference=reference, status=str(found.status))


def require_editor(actor: Actor, found: Item, fields: Collection[Field]) -> None:
    """Authors correct what they said; leads and chairs correct what stands in their themes.

    A recommendation is planned by leads and chairs alone, and what has gone on from its first status is moved
    to another theme by those of the theme it is in: whoever leads a theme moves what is in it. Raises Refusal
    as `require` does; an author's names the `fields` that are not theirs to correct.
    """
    planned = isinstance(found, Recommendation) and bool(PLANNED & set(fields))
    taken_away = Field.THEME in fields and not _is_new(found)
    own = actor.person.user == found.author and not planned and not taken_away
    try:
        require(actor, Right.RECORD if own else Right.MODERATE, found.theme)
    except Refusal as refusal:
        if refusal.code is not RefusalCode.LEAD_ONLY or actor.person.user != found.author:
            raise
        beyond = (PLANNED & set(fields) if planned else set()) | ({Field.THEME} if taken_away else set())
        raise Refusal(refusal.code, fields=" ".join(sorted(beyond))) from refusal


def require_text_editor(actor: Actor, found: Item) -> None:
    """Who may correct what the item says. Raises Refusal as the two above do."""
    require_fields(found, {Field.TEXT}, {Field.TEXT})
    require_editor(actor, found, {Field.TEXT})


def may_edit(actor: Actor, found: Item) -> bool:
    """Whether the actor may correct the item's text."""
    try:
        require_text_editor(actor, found)
    except Refusal:
        return False
    return True


def _is_new(found: Item) -> bool:
    return found.status == NATURES[found.kind.series].first


def _may_be_a_version(record: GroupRecord, found: Item, command: Edit) -> bool:
    """Whether a text of which nobody said so may be meant for another language than the original's."""
    spoken = command.spoken
    return (
        command.correction.text not in {None, found.text.original}
        and command.arrangement is None
        and spoken not in {None, found.text.language}
        and spoken in record.group.languages
    )


def _recordable(record: GroupRecord, found: Item, correction: Correction, now: datetime) -> Correction:
    """The correction with texts ready to store, once the group knows what it names. Raises Refusal."""
    group = record.group
    if found.text.language in correction.dropped:
        language = found.text.language.value
        raise Refusal(RefusalCode.ORIGINAL_STAYS, reference=str(found.reference), language=language)
    group.theme(correction.theme)
    require_countries(record, correction.countries or ())
    known = {driver.key for driver in group.drivers}
    for key in correction.drivers or ():
        if key not in known:
            raise Refusal(RefusalCode.DRIVER_UNKNOWN, word=key)
    if correction.due_on is not None and correction.due_on != found.due_on:
        require_ahead(correction.due_on, now.astimezone(group.timezone).date())
    return replace(
        correction,
        text=None if correction.text is None else recordable(correction.text),
        versions=_versions(record, found, correction.versions),
    )


def _versions(record: GroupRecord, found: Item, versions: Mapping[Language, str]) -> dict[Language, str]:
    for language in versions:
        if language not in {*record.group.languages, found.text.language}:
            raise Refusal(RefusalCode.LANGUAGE_OF_NO_GROUP, language=language.value)
    return {language: recordable(text) for language, text in versions.items()}


def _uncounted(record: GroupRecord, before: Item, after: Item) -> int:
    if not isinstance(before, Recommendation) or before.edition == after.edition:
        return 0
    return len(balance(record, before).voices)


def _left(before: Item, after: Item) -> tuple[Language, ...]:
    if before.edition == after.edition:
        return ()
    then, now = before.text.versions, after.text.versions
    return tuple(language for language in now if then.get(language) == now[language])
