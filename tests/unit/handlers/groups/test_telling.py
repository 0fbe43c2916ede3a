"""Who learns that a channel belongs to another theme or group: everybody in it, where the bot is there."""

from __future__ import annotations

from dataclasses import replace

import pytest

from domain.channel import Binding
from domain.delivery import Delivery, DeliveryKind
from domain.people import Person
from handlers.desk.answer import UpdateView
from handlers.desk.metadata import Metadata
from handlers.desk.request import SlackUnavailable
from handlers.groups.views import ALL_THEMES, BIND
from tests.fakes.scene import CHAIR, CHANNEL, WORKSPACE, found
from tests.unit.handlers.desk.house import House, submission
from tests.unit.handlers.items.test_undoing import alone, typed

AWAY = "C0AWAY"


async def bind(house: House, theme: str, channel: str = CHANNEL) -> str:
    """What the chair sees when they have given the channel this theme."""
    entered = submission(BIND, Metadata(channel=channel, group=1).write(), theme=theme)
    by_chair = replace(entered.interaction, person=Person(WORKSPACE, CHAIR), key=f"view:{theme}:{channel}")
    answer = await house.router().submission(replace(entered, interaction=by_chair))
    assert isinstance(answer, UpdateView)
    return str(answer.view)


def told(house: House) -> list[tuple[str, str]]:
    """The channel and the words of everything that is posted for everybody."""
    found: list[Delivery] = list(house.store.uow.outbox.deliveries.values())
    return [
        (each.channel, each.facts["message"]["text"]) for each in found if each.kind is DeliveryKind.REPLY
    ]


async def test_another_theme_is_told_to_the_channel_with_the_one_before_and_who_set_it(house: House) -> None:
    for theme in ("charging", "talent"):
        assert "Invite the bot" not in await bind(house, theme)
    channel, text = told(house)[0]
    assert channel == CHANNEL
    assert text.splitlines() == [
        "The theme of this channel is now: Charging (before: all themes).",
        "El tema de este canal ahora es: Charging (antes: todos los temas).",
        f"At the request of {CHAIR} · A petición de {CHAIR}",
    ]
    assert "now: Talent (before: Charging)" in told(house)[1][1]


async def test_a_channel_that_moves_to_another_group_is_told_which_one(house: House) -> None:
    other = found(house.store.uow, channel=AWAY).group.id
    house.store.uow.workspace(WORKSPACE).channels.bind(Binding(CHANNEL, other))
    await bind(house, ALL_THEMES)
    ((channel, text),) = told(house)
    assert channel == CHANNEL
    assert text.startswith("This channel belongs to the group Working group now (theme: all themes).")


async def test_a_channel_that_was_no_group_s_is_told_nothing(house: House) -> None:
    house.store.uow.workspace(WORKSPACE).channels.release(CHANNEL)
    await bind(house, ALL_THEMES)
    assert told(house) == []


async def test_nothing_is_told_where_nothing_is_different_or_the_form_comes_twice(house: House) -> None:
    await bind(house, ALL_THEMES)
    assert told(house) == []
    for _ in range(2):
        await bind(house, "talent")
    assert len(told(house)) == 1


async def test_where_the_bot_is_not_it_tells_nothing_and_asks_to_be_invited(house: House) -> None:
    assert "Invite the bot" in await bind(house, "talent", AWAY)
    assert told(house) == []
    assert house.store.uow.workspace(WORKSPACE).channels.get(AWAY) == Binding(AWAY, 1, "talent")


async def test_where_slack_does_not_say_whether_the_bot_is_there_the_channel_is_bound_all_the_same(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def unavailable(*_: str) -> bool:
        raise SlackUnavailable

    monkeypatch.setattr(type(house.slack), "is_member", unavailable)
    assert "Invite the bot" in await bind(house, "talent")
    assert told(house) == []


async def test_undo_says_which_channel_it_was_and_what_its_theme_was(house: House) -> None:
    for theme in ("charging", "talent"):
        await bind(house, theme)
    answer = alone(await house.router().command(typed("undo", CHAIR)))
    assert f"You gave <#{CHANNEL}> another theme: Charging → Talent." in answer
    listed = alone(await house.router().command(typed("history all", CHAIR)))
    assert "Theme of a channel: Charging → Talent" in listed
