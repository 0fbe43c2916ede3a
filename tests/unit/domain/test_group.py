"""A group knows its themes and its zone."""

from __future__ import annotations

from dataclasses import fields
from zoneinfo import ZoneInfo

import pytest

from domain.group import Group, GroupCharter, known_zone
from domain.refusal import Refusal, RefusalCode
from tests.fakes.scene import CHARTER, WORKSPACE

FACTS = {each.name: getattr(CHARTER, each.name) for each in fields(GroupCharter)}
GROUP = Group(**FACTS, id=1, workspace=WORKSPACE)


def test_a_theme_is_found_by_its_key() -> None:
    theme = GROUP.theme("talent")
    assert theme is not None
    assert theme.key == "talent"


def test_no_key_means_no_theme() -> None:
    assert GROUP.theme(None) is None


@pytest.mark.parametrize("key", ["Talent", "talents", ""])
def test_a_key_the_group_does_not_have_is_refused_with_the_word(key: str) -> None:
    with pytest.raises(Refusal) as caught:
        GROUP.theme(key)
    assert caught.value.code is RefusalCode.THEME_UNKNOWN
    assert caught.value.facts == {"word": key}


def test_the_group_reads_its_dates_in_its_own_zone() -> None:
    assert GROUP.timezone == ZoneInfo("America/Mexico_City")


@pytest.mark.parametrize("zone", ["America/Mexico_City", "America/Tijuana", "UTC"])
def test_a_zone_of_the_tz_database_is_known(zone: str) -> None:
    assert known_zone(zone) == zone


@pytest.mark.parametrize("zone", ["America/Springfield", "", "../UTC", "america/mexico_city", "CDMX"])
def test_any_other_zone_is_refused(zone: str) -> None:
    with pytest.raises(Refusal) as caught:
        known_zone(zone)
    assert caught.value.code is RefusalCode.ZONE_UNKNOWN
    assert caught.value.facts == {"word": zone}
