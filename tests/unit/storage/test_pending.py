"""What several jobs want written is written in an order that is right for each of them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from storage.session import merged

orders = st.lists(st.sampled_from("abcdef"), unique=True)


def is_ordered_as(order: list[str], part: list[str]) -> bool:
    return [one for one in order if one in part] == part


@given(orders, orders)
def test_two_orders_become_one_that_is_both_or_contradict_each_other(
    first: list[str], second: list[str]
) -> None:
    order = merged(first, second)
    if order is None:
        shared = set(first) & set(second)
        assert [one for one in first if one in shared] != [one for one in second if one in shared]
    else:
        assert sorted(order) == sorted({*first, *second})
        assert is_ordered_as(order, first)
        assert is_ordered_as(order, second)


def test_what_only_the_second_writes_first_comes_first() -> None:
    assert merged(["begin", "lease"], ["freeze", "begin", "lease"]) == ["freeze", "begin", "lease"]
    assert merged(["freeze", "begin", "lease"], ["begin", "turn", "lease"]) == [
        "freeze",
        "begin",
        "turn",
        "lease",
    ]
    assert merged(["a", "b"], ["b", "a"]) is None
