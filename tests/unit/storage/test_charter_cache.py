"""Groups kept in memory by revision."""

from __future__ import annotations

from dataclasses import fields, replace

from domain.group import Group, GroupCharter
from storage.repositories.charters import CACHED, CharterCache
from tests.contract.samples import CHARTER, WORKSPACE

GROUP = Group(
    id=1, workspace=WORKSPACE, **{each.name: getattr(CHARTER, each.name) for each in fields(GroupCharter)}
)
LATER = replace(GROUP, horizon_months=6)


def test_a_group_is_found_by_its_revision_only() -> None:
    cache = CharterCache()
    cache.put(GROUP, 1)
    assert cache.get(1, 1) is GROUP
    assert cache.get(1, 2) is None
    assert cache.get(2, 1) is None


def test_a_slow_reader_does_not_put_an_older_revision_over_a_later_one() -> None:
    cache = CharterCache()
    cache.put(LATER, 2)
    cache.put(GROUP, 1)
    assert cache.get(1, 2) is LATER


def test_the_longest_unused_goes_first() -> None:
    cache = CharterCache()
    for number in range(CACHED):
        cache.put(replace(GROUP, id=number), 1)
    cache.get(0, 1)
    cache.put(replace(GROUP, id=CACHED), 1)
    assert cache.get(0, 1) is not None
    assert cache.get(1, 1) is None
    assert cache.get(CACHED, 1) is not None


def test_nothing_is_left_after_clearing() -> None:
    cache = CharterCache()
    cache.put(GROUP, 1)
    cache.clear()
    assert cache.get(1, 1) is None
