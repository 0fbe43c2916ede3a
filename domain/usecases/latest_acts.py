"""What a person did last: a write to an item, which can be taken back, or something else, which is named."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

from domain.act import Act, ActKind
from domain.change import FORMER_THEME, Change, ChangeKind
from domain.notice import zone_of
from domain.reference import Reference
from domain.refusal import Refusal, RefusalCode
from domain.undo import standing
from domain.usecases.items import item_in
from domain.usecases.origin import Scene
from domain.usecases.writes import write_of

LOOKS_BACK = 200
"""Changes of a person, or of an item, that are looked through: what lies behind so many that were all taken
back stays. There is no bound in time."""

NONE = "none"
"""The fact of a refusal that says that there is nothing of the kind."""

_SOME_DIGEST = "D-…"
"""For a digest in a history that does not say which."""


def latest_write(scene: Scene, now: datetime) -> Change:
    """The person's latest change to an item that stands, unless they did something else after it.

    Raises Refusal UNDO_GROUP for a change to the group itself, UNDO_ACT for what no change tells, UNDO_BEYOND
    or UNDO_NOTHING where there is none.
    """
    user = scene.actor.person.user
    changes = scene.record.changes.latest_by(user, LOOKS_BACK)
    last = next(standing(changes), None)
    is_cut = len(changes) == LOOKS_BACK
    known = last.number if last is not None else changes[-1].number if is_cut else 0
    steered = next(iter(scene.record.changes.latest_to_group_by(user, 1)), None)
    act = scene.record.acts.latest(user)
    if act is not None and act.after >= max(known, 0 if steered is None else steered.number):
        raise _of_act(scene, act, last, now)
    if steered is not None and steered.number > known:
        raise _of_group(scene, steered, last)
    if last is None:
        raise Refusal(RefusalCode.UNDO_BEYOND if is_cut else RefusalCode.UNDO_NOTHING)
    return last


def require_no_act_since(scene: Scene, reference: Reference, last: Change, now: datetime) -> None:
    """Whoever names an item may mean what they did about it after `last`, and no change tells that.

    Raises Refusal UNDO_ACT.
    """
    act = scene.record.acts.latest(scene.actor.person.user)
    if act is not None and act.subject == str(reference) and act.after >= last.number:
        raise _of_act(scene, act, last, now)


def name_of(scene: Scene, user: str) -> str:
    """What people are shown for a user id."""
    profile = scene.workspace.people.get(user)
    return user if profile is None else profile.name


def _of_act(scene: Scene, act: Act, earlier: Change | None, now: datetime) -> Refusal:
    """A day until which something was put off before is told while it lies ahead."""
    former = act.former
    today = now.astimezone(ZoneInfo(zone_of(scene.actor.profile, scene.record.group))).date()
    if act.kind is ActKind.SNOOZED and former is not None and date.fromisoformat(former) <= today:
        former = None
    return Refusal(
        RefusalCode.UNDO_ACT,
        act=act.kind.value,
        subject=act.subject or NONE,
        former=former or NONE,
        earlier=_earlier(scene, earlier, act.subject),
    )


def _of_group(scene: Scene, steered: Change, earlier: Change | None) -> Refusal:
    """Names the write by its first change: a role before the themes that go with it."""
    first = write_of(scene.record, steered.write)[0]
    return Refusal(
        RefusalCode.UNDO_GROUP,
        change=f"{first.kind.value}{_turn(first)}",
        digest=first.comment or _SOME_DIGEST,
        person=name_of(scene, first.person or first.actor),
        former=(first.before or "").removeprefix(FORMER_THEME),
        earlier=_earlier(scene, earlier),
        **_channel(first),
    )


def _channel(change: Change) -> dict[str, str]:
    """Which channel it was, and the key of its theme; empty for all themes."""
    if change.kind is not ChangeKind.CHANNEL_BOUND:
        return {}
    return {"channel": change.after or change.before or "", "theme": change.theme or ""}


def _earlier(scene: Scene, last: Change | None, about: str | None = None) -> str:
    """What to name to take the change back: with a version where the name alone means something else."""
    if last is None or last.subject is None:
        return NONE
    named = str(last.subject)
    return named if named != about else f"{named} v{item_in(scene.record, last.subject).version}"


def _turn(change: Change) -> str:
    """Which of two things of one kind it was: what somebody did themselves, what was taken away."""
    if change.kind in {ChangeKind.MEMBER_JOINED, ChangeKind.MEMBER_LEFT}:
        return "" if change.person is not None else "-self"
    if change.kind is not ChangeKind.CHANNEL_BOUND:
        return ""
    return "-gone" if change.after is None else "" if change.before is None else "-theme"
