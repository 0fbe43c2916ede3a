"""How a chair steers a group: into its next phase, and by which rule recommendations are agreed."""

from __future__ import annotations

from dataclasses import replace

from domain.change import ChangeKind, NewChange
from domain.group import AgreementRule, Group
from domain.refusal import Refusal, RefusalCode


def steered(group: Group, phase: str | None, rule: AgreementRule | None) -> tuple[Group, list[NewChange]]:
    """The group in this phase (a key) and with this rule, None leaving either; and what that changes.

    Any phase may follow any other: a group goes back to its diagnosis when it has to. Raises Refusal
    FORM_OUTDATED for a phase that the group does not have, which no form of now offers.
    """
    if phase is not None and phase not in {known.key for known in group.phases}:
        raise Refusal(RefusalCode.FORM_OUTDATED)
    after = replace(group, phase=phase or group.phase, agreement_rule=rule or group.agreement_rule)
    told = (
        (ChangeKind.PHASE_CHANGED, group.phase, after.phase),
        (ChangeKind.RULE_CHANGED, group.agreement_rule.value, after.agreement_rule.value),
    )
    changes = [NewChange(kind=kind, before=old, after=new) for kind, old, new in told if old != new]
    return after, changes
