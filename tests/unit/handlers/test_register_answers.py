"""How answers reach Slack, and what happens when they do not."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from typing import Any

import pytest

from handlers import register as register_module
from handlers.desk.answer import Reply
from handlers.desk.router import Router
from handlers.feature_table import FEATURES
from handlers.parts.limits import MESSAGE_TEXT_AIM
from handlers.parts.message import Message
from handlers.register import Register
from tests.fakes.scene import CHANNEL, MEMBER, WORKSPACE
from tests.unit.handlers.desk.house import House

LEFT = 0.05


class Ack:
    """Stands for Bolt's; keeps what Slack is told."""

    def __init__(self) -> None:
        self.told: list[dict[str, Any]] = []

    async def __call__(self, **told: Any) -> None:  # noqa: ANN401 - whatever Slack takes
        self.told.append(told)


def pressed(value: str) -> dict[str, Any]:
    return {
        "team": {"id": WORKSPACE},
        "user": {"id": MEMBER},
        "channel": {"id": CHANNEL, "name": "general"},
        "container": {"message_ts": "1700.1"},
        "trigger_id": "trigger",
        "response_url": "https://hooks.example.org/1",
        "actions": [{"action_id": f"say:{value}", "value": value}],
    }


async def press(house: House, value: str) -> list[dict[str, Any]]:
    ack = Ack()
    await Register(house.services, house.router()).action(ack, pressed(value))  # type: ignore[arg-type]  # a stand-in
    return ack.told


def notes(house: House) -> int:
    return len(house.store.uow.workspace(WORKSPACE).group(1).notes.by_number)


async def test_a_click_is_answered_and_acknowledged(house: House) -> None:
    assert await press(house, "note The census starts on Monday") == [{}]
    (answer,) = house.slack.responses
    assert answer["replace_original"] is False
    assert "*N-1*" in answer["text"]


async def test_a_click_in_a_thread_is_answered_in_the_thread(house: House) -> None:
    body = pressed("help") | {"container": {"message_ts": "2.0", "thread_ts": "1.0"}}
    await Register(house.services, house.router(FEATURES)).action(Ack(), body)  # type: ignore[arg-type]  # a stand-in
    await press(house, "help")
    assert [answer.get("thread_ts") for answer in house.slack.responses] == ["1.0", None]


async def test_a_click_whose_answer_slack_refuses_is_acknowledged_and_the_log_says_so(
    house: House, capsys: pytest.CaptureFixture[str]
) -> None:
    house.slack.deaf = True
    assert await press(house, "note The census starts on Monday") == [{}]
    assert notes(house) == 1
    logged = capsys.readouterr().out
    assert "request.answer_lost" in logged
    assert "census" not in logged


async def test_a_click_whose_answer_is_slow_is_acknowledged_within_its_time(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(register_module, "ACTION_SECONDS", LEFT)
    house.slack.hangs = 60
    async with asyncio.timeout(5):
        assert await press(house, "note The census starts on Monday") == [{}]
    assert notes(house) == 1
    assert house.slack.responses == []


async def test_the_text_beside_the_blocks_is_cut_without_splitting_an_entity(house: House) -> None:
    class Talkative(Router):
        async def click(self, _: object) -> Reply:
            return Reply(Message("&amp;" * 1000))

    ack = Ack()
    router = Talkative(house.services, FEATURES)
    await Register(house.services, router).action(ack, pressed("help"))  # type: ignore[arg-type]  # a stand-in
    (answer,) = house.slack.responses
    assert len(answer["text"]) <= MESSAGE_TEXT_AIM
    assert answer["text"].removesuffix("…").replace("&amp;", "") == ""


async def typed(house: House, text: str) -> list[dict[str, Any]]:
    ack = Ack()
    body = {
        "team_id": WORKSPACE,
        "user_id": MEMBER,
        "channel_id": CHANNEL,
        "command": "/rapporteur",
        "text": text,
        "trigger_id": "trigger",
        "response_url": "https://hooks.example.org/1",
    }
    await Register(house.services, house.router()).command(ack, body)  # type: ignore[arg-type]  # a stand-in
    return ack.told


def has_table(answer: Mapping[str, Any]) -> bool:
    return any(block["type"] == "data_table" for block in answer["blocks"])


@pytest.mark.parametrize("line", ["list notes table", "listar tabla notas", "notas como tabla"])
async def test_a_table_that_was_typed_for_comes_at_once(house: House, line: str) -> None:
    await typed(house, "note The census starts on Monday")
    assert await typed(house, line) == [{}]
    (answer,) = house.slack.responses
    assert has_table(answer)
    assert answer["response_type"] == "ephemeral"


async def test_a_table_that_slack_does_not_take_is_a_list(house: House) -> None:
    await typed(house, "note The census starts on Monday")
    house.slack.deaf = True
    (answer,) = await typed(house, "list notes table")
    assert not has_table(answer)
    assert "N-1" in answer["text"]
