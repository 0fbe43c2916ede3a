"""One's own digest, when one may set up none any more: what can be typed is offered, and does it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from domain.people import Role
from domain.subscription import Subscription, SubscriptionState
from handlers.desk.answer import Reply
from tests.fakes.scene import CHANNEL, MEMBER, WORKSPACE
from tests.unit.domain.usecases.stage import profile
from tests.unit.handlers.accepted import buttons
from tests.unit.handlers.desk.house import DIRECT, House, click, interaction
from tests.unit.handlers.items.test_undoing import alone, typed


def stored(house: House, number: int = 1) -> Subscription:
    return house.store.uow.workspace(WORKSPACE).group(1).subscriptions.by_number[number]


async def observing(house: House, *schedules: str) -> None:
    """The member has these digests of their own, and has become an observer since."""
    for schedule in schedules:
        await house.router().command(typed(f"digest {schedule}", channel=DIRECT))
    members = house.store.uow.workspace(WORKSPACE).group(1).members
    members.save(replace(members.by_user[MEMBER], role=Role.OBSERVER))


async def listed(house: House) -> list[str]:
    """What the buttons of the list say."""
    answer = await house.router().command(typed("digest list", channel=DIRECT))
    assert isinstance(answer, Reply)
    return [each["value"] for each in buttons(answer.message)]


async def press(house: House, line: str) -> str:
    pressed = replace(interaction(channel=DIRECT, message="1700.1"), key=f"click:{line}")
    return alone(await house.router().click(click("say", line, pressed)))


async def test_an_observer_is_offered_what_they_may_do_with_their_own_digest(house: House) -> None:
    await observing(house, "weekly mon 09:00")
    slot = stored(house).next_slot
    assert slot is not None
    skips = f"digest skip D-1 {slot.date}"
    assert await listed(house) == ["digest preview D-1", skips, "digest stop D-1"]
    await press(house, skips)
    (*_, back) = await listed(house)
    assert back == f"digest unskip D-1 {slot.date}"
    await press(house, back)
    assert stored(house).next_slot == slot
    await press(house, "digest stop D-1")
    assert stored(house).state is SubscriptionState.STOPPED


async def test_a_paused_one_is_not_skipped(house: House) -> None:
    await observing(house, "weekly mon 09:00")
    await house.router().command(typed("digest pause D-1", channel=DIRECT))
    assert await listed(house) == ["digest preview D-1", "digest resume D-1", "digest stop D-1"]
    await press(house, "digest resume D-1")
    assert stored(house).state is SubscriptionState.ACTIVE


@pytest.mark.parametrize(("is_guest", "last"), [(False, ["now", "skip", "pause"]), (True, ["skip", "stop"])])
async def test_behind_a_skipped_date_nothing_is_offered_that_would_be_refused(
    house: House, last: list[str], *, is_guest: bool
) -> None:
    await observing(house, "weekly mon 09:00")
    house.store.uow.workspace(WORKSPACE).people.save(profile(MEMBER, is_guest=is_guest))
    answer = await house.router().command(typed("digest skip", channel=DIRECT))
    assert isinstance(answer, Reply)
    assert [each["value"].split()[1] for each in buttons(answer.message)] == ["unskip", *last]


@pytest.mark.parametrize("order", ["skip", "stop", "pause"])
async def test_of_two_of_their_own_an_observer_is_asked_which(order: str, house: House) -> None:
    await observing(house, "weekly mon 09:00", "weekly tue 09:00")
    answer = await house.router().command(typed(f"digest {order}", channel=DIRECT))
    assert isinstance(answer, Reply)
    offered = [" ".join(each["value"].split()[:3]) for each in buttons(answer.message)]
    assert offered == [f"digest {order} D-1", f"digest {order} D-2"]
    assert {stored(house, number).state for number in (1, 2)} == {SubscriptionState.ACTIVE}


async def test_a_channel_s_digest_is_previewed_and_no_more(house: House) -> None:
    await house.router().command(typed("digest weekly mon 09:00", "U0CHAIR"))
    await observing(house)
    answer = await house.router().command(typed("digest list", channel=CHANNEL))
    assert isinstance(answer, Reply)
    assert [each["value"] for each in buttons(answer.message)] == ["digest preview D-1"]
