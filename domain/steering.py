"""How a chair steers a group: its phase, its rule of agreement, and when something is stalled."""

from __future__ import annotations

from dataclasses import replace

from domain.change import ChangeKind, NewChange
from domain.group import STALLED_WEEKS_OFFERED, AgreementRule, Group
from domain.refusal import Refusal, RefusalCode


def steered(
    group: Group, phase: str | None, rule: AgreementRule | None, weeks: int | None = None
) -> tuple[Group, list[NewChange]]:
    """The group in this phase (a key), with this rule and so many `weeks` until something is stalled.

    None leaves each as it is. Besides the group, what that changes.

    Any phase may follow any other: a group goes back to its diagnosis when it has to. Raises Refusal
    FORM_OUTDATED for a phase that the group does not have and for weeks that nobody offers.
    """
    if phase is not None and phase not in {known.key for known in group.phases}:
        raise Refusal(RefusalCode.FORM_OUTDATED)
    if weeks is not None and weeks not in STALLED_WEEKS_OFFERED:
        raise Refusal(RefusalCode.FORM_OUTDATED)
    after = replace(
        group,
        phase=phase or group.phase,
        agreement_rule=rule or group.agreement_rule,
        stalled_weeks=weeks or group.stalled_weeks,
    )
    told = (
        (ChangeKind.PHASE_CHANGED, group.phase, after.phase),
        (ChangeKind.RULE_CHANGED, group.agreement_rule.value, after.agreement_rule.value),
        (ChangeKind.STALLING_CHANGED, str(group.stalled_weeks), str(after.stalled_weeks)),
    )
    changes = [NewChange(kind=kind, before=old, after=new) for kind, old, new in told if old != new]
    return after, changes
