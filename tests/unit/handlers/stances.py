"""Positions of members, and where they stand together."""

from __future__ import annotations

from dataclasses import replace

from domain.agreement import shortfall
from domain.group import AgreementRule, Group, Sector
from domain.people import Member, Role
from domain.position import Position, Stance, Voice, matrix
from domain.usecases.positions import Balance
from tests.unit.handlers.material import GROUP, NOW


def position(user: str, stance: Stance, comment: str | None = None, edition: int = 1) -> Position:
    return Position(user=user, stance=stance, comment=comment, edition=edition, at=NOW)


def voice(
    user: str,
    stance: Stance,
    sector: Sector = Sector.INDUSTRY,
    country: str = "MX",
    comment: str | None = None,
) -> Voice:
    seated = Member(user=user, role=Role.MEMBER, sector=sector, country=country, organisation="Plant")
    return Voice(position(user, stance, comment), seated)


def balance(
    *voices: Voice,
    outdated: tuple[Position, ...] = (),
    group: Group = GROUP,
    rule: AgreementRule = AgreementRule.NO_OBJECTION,
) -> Balance:
    charter = replace(group, agreement_rule=rule)
    return Balance(
        voices=voices,
        outdated=outdated,
        matrix=matrix(voices, charter),
        shortfall=shortfall(voices, charter),
    )
