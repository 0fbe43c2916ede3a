"""What is kept of digests is bounded by its weight."""

from __future__ import annotations

from dataclasses import replace

from bot.known_digests import ITEMS_MAX, KnownDigests
from domain.digest import Digest, NetEffects
from tests.unit.handlers.digests.made import digest
from tests.unit.handlers.material import EN, ES, by_reference, note

QUIET = NetEffects(recorded=(), moved=(), progressed=(), joined=())


def of_items(count: int) -> Digest:
    items = by_reference(*(replace(note(), number=number) for number in range(1, count + 1)))
    return replace(digest(QUIET), items=items, languages=(EN,))


def test_deliveries_of_the_same_facts_share_what_is_known() -> None:
    digests = KnownDigests()
    assert digests.of("facts") is digests.of("facts")
    assert digests.of("others") is not digests.of("facts")


def test_the_longest_unused_goes_when_it_becomes_too_much() -> None:
    digests = KnownDigests(weight_max=25)
    first, second = digests.of("first"), digests.of("second")
    digests.weigh("first", first, of_items(5))
    digests.weigh("second", second, of_items(5))
    assert digests.of("first") is first
    digests.weigh("third", digests.of("third"), of_items(5))
    assert digests.of("first") is first
    assert digests.of("second") is not second


def test_a_digest_weighs_as_much_again_in_a_second_language() -> None:
    digests = KnownDigests(weight_max=30)
    for name, languages in (("one", (EN,)), ("two", (EN, ES))):
        digests.weigh(name, digests.of(name), replace(of_items(5), languages=languages))
    assert len(digests) == 2
    digests.weigh("one", digests.of("one"), replace(of_items(5), languages=(EN, ES)))
    assert len(digests) == 1


def test_a_large_digest_is_not_kept() -> None:
    digests = KnownDigests()
    digests.weigh("large", digests.of("large"), of_items(ITEMS_MAX + 1))
    digests.weigh("fit", digests.of("fit"), of_items(ITEMS_MAX))
    assert len(digests) == 1


def test_what_went_while_it_was_worded_does_not_come_back() -> None:
    digests = KnownDigests(weight_max=10)
    gone = digests.of("gone")
    digests.weigh("other", digests.of("other"), of_items(5))
    digests.weigh("gone", gone, of_items(1))
    assert digests.of("gone") is not gone


def test_facts_that_are_never_worded_are_forgotten_too() -> None:
    digests = KnownDigests(weight_max=100)
    for number in range(1000):
        digests.of(number)
    digests.weigh("worded", digests.of("worded"), of_items(1))
    assert len(digests) <= 20
