"""What a changed message leaves as it is: what the group went on with, and what its line does not name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from domain.action import DEFAULT_DUE
from domain.change import Change, ChangeKind
from domain.item import WITHDRAWN, Item
from domain.kinds import NATURES
from domain.recommendation import Recommendation
from domain.reference import RecordKind
from domain.refusal import Refusal, RefusalCode
from domain.scribed import Scribed
from domain.undo import standing
from domain.usecases.items import answers_to
from domain.usecases.moving import HISTORY_READ
from domain.usecases.origin import Scene
from domain.usecases.scribbling import Line, Misread
from domain.usecases.scribe_deeds import held_item


def require_going_on(held: Scribed, scene: Scene, author: str, *, gone: bool) -> None:
    """What the group has gone on with, or somebody else has corrected, a message changes no more.

    One whose line is `gone` also stays when an undo of its recording would be refused: when something answers
    it, or somebody else did anything to it. Positions taken on words that are only corrected count no more,
    as after any correction. Raises Refusal SCRIBED_MOVED_ON, SCRIBED_CORRECTED, SCRIBED_ANSWERED or
    SCRIBED_BUILT_ON.
    """
    found = held_item(held, scene)
    if found is None or found.status == WITHDRAWN:
        return
    reference = str(held.reference)
    if found.status != NATURES[held.reference.series].first:
        raise Refusal(RefusalCode.SCRIBED_MOVED_ON, reference=reference, status=str(found.status))
    history = scene.record.changes.latest_of(held.reference, HISTORY_READ)
    others = [each for each in standing(history) if each.actor != author]
    if any(each.kind is ChangeKind.EDITED for each in others):
        raise Refusal(RefusalCode.SCRIBED_CORRECTED, reference=reference)
    if gone:
        _require_nothing_on(found, scene, others)


def _require_nothing_on(found: Item, scene: Scene, others: Sequence[Change]) -> None:
    reference, answers = str(found.reference), answers_to(scene.record, found)
    if answers:
        raise Refusal(RefusalCode.SCRIBED_ANSWERED, reference=reference, by=str(answers[0]))
    if others:
        latest = others[0]
        profile = scene.workspace.people.get(latest.actor)
        person = profile.name if profile is not None else latest.actor
        change = latest.kind.value
        raise Refusal(RefusalCode.SCRIBED_BUILT_ON, reference=reference, person=person, change=change)


def unchanged(line: Line, item: Item, scene: Scene, theme: str | None) -> Iterator[Refusal]:
    """What the record says as before though its corrected line does not; `theme` is the meeting's.

    A line that names no theme, owner, day or obstacle leaves what the record has. One of another kind, after
    the meeting's end, leaves the kind.
    """
    if isinstance(line, Misread):
        return
    reference = str(item.reference)
    if item.kind is not line.kind:
        yield Refusal(RefusalCode.SCRIBED_KIND, reference=reference, kind=item.kind.value)
    if isinstance(item, Recommendation) and set(line.answers) != set(item.links):
        yield Refusal(RefusalCode.SCRIBED_ANSWERS, reference=reference)
    if line.kind is RecordKind.ACTION and line.owner is None and item.owner not in {None, item.author}:
        yield Refusal(RefusalCode.SCRIBED_OWNER, reference=reference)
    recorded_on = item.recorded_at.astimezone(scene.record.group.timezone).date()
    usual = {None, recorded_on + DEFAULT_DUE}
    if line.kind is RecordKind.ACTION and line.due_on is None and item.due_on not in usual:
        yield Refusal(RefusalCode.SCRIBED_DUE, reference=reference, date=str(item.due_on))
    if line.theme is None and item.theme != theme:
        yield Refusal(RefusalCode.SCRIBED_THEME, reference=reference)
