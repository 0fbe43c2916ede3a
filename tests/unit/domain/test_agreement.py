"""The four rules of agreement over positions."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.agreement import Shortfall, shortfall
from domain.group import AgreementRule, Seat, Sector
from domain.people import Member, Role
from domain.position import Position, Stance, Voice
from tests.fakes.scene import CHARTER

NOW = datetime(2027, 3, 3, 16, 0, tzinfo=UTC)
SEATS = [Seat(sector, country) for country in CHARTER.countries for sector in CHARTER.sectors]


def voice(seat: Seat, stance: Stance = Stance.SUPPORT) -> Voice:
    user = f"U-{seat.sector}-{seat.country}"
    member = Member(
        user=user, role=Role.MEMBER, sector=seat.sector, country=seat.country, organisation="Plant"
    )
    return Voice(Position(user=user, stance=stance, comment=None, edition=1, at=NOW), member)


def missed(rule: AgreementRule, *voices: Voice) -> Shortfall:
    return shortfall(voices, replace(CHARTER, agreement_rule=rule))


MX = Seat(Sector.INDUSTRY, "MX")
US = Seat(Sector.ACADEMIA, "US")


def test_the_open_rule_asks_for_nothing() -> None:
    assert not missed(AgreementRule.OPEN, voice(MX, Stance.OBJECTION))


@pytest.mark.parametrize("stance", [Stance.SUPPORT, Stance.RESERVATION, Stance.ABSTENTION])
def test_without_an_objection_the_default_rule_holds(stance: Stance) -> None:
    assert not missed(AgreementRule.NO_OBJECTION)
    assert not missed(AgreementRule.NO_OBJECTION, voice(MX, stance))


@pytest.mark.parametrize("rule", [rule for rule in AgreementRule if rule is not AgreementRule.OPEN])
def test_who_objects_is_named_under_every_other_rule(rule: AgreementRule) -> None:
    objection = voice(US, Stance.OBJECTION)

    assert missed(rule, voice(MX), objection).objecting == (objection.member.user,)


def test_each_country_must_support() -> None:
    assert missed(AgreementRule.EACH_COUNTRY, voice(MX), voice(US, Stance.RESERVATION)).countries == ("US",)
    assert not missed(AgreementRule.EACH_COUNTRY, voice(MX), voice(US))


def test_each_sector_of_each_country_must_support() -> None:
    *others, last = SEATS

    assert missed(AgreementRule.TRIPLE_HELIX, *map(voice, others)).seats == (last,)
    assert not missed(AgreementRule.TRIPLE_HELIX, *map(voice, SEATS))


@given(st.dictionaries(st.sampled_from(SEATS), st.sampled_from(Stance)))
def test_a_stricter_rule_never_holds_where_a_milder_one_does_not(held: dict[Seat, Stance]) -> None:
    voices = [voice(seat, stance) for seat, stance in held.items()]
    verdicts = [not missed(rule, *voices) for rule in AgreementRule]

    assert verdicts == sorted(verdicts, reverse=True)


@given(st.dictionaries(st.sampled_from(SEATS), st.sampled_from(Stance)), st.sampled_from(AgreementRule))
def test_another_support_never_undoes_an_agreement(held: dict[Seat, Stance], rule: AgreementRule) -> None:
    voices = [voice(seat, stance) for seat, stance in held.items()]
    if missed(rule, *voices):
        return
    free = [seat for seat in SEATS if seat not in held]

    assert all(not missed(rule, *voices, voice(seat)) for seat in free)
