"""Whoever did something is told what came of it, whatever goes wrong beside it; and Slack that it is done."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

import pytest

from domain.ports import OutcomeUnknown, StoreUnavailable
from handlers.desk.excuses import Failure
from handlers.desk.metadata import Metadata
from handlers.desk.request import SlackUnavailable
from handlers.overview.home_views import SWITCH
from handlers.parts.next_steps import Press
from handlers.register import Register
from tests.fakes.scene import CHANNEL, MEMBER, WORKSPACE
from tests.unit.handlers.desk.house import FakeSlack, House
from tests.unit.handlers.material import EN, WORDS
from tests.unit.handlers.test_register_answers import Ack

TROUBLES = [SlackUnavailable(), StoreUnavailable(), OutcomeUnknown(), TimeoutError(), KeyError("facts")]


@dataclass(slots=True)
class Screens(FakeSlack):
    """Shows Home tabs and other views in open modals, unless there is `trouble` with them."""

    homes: list[Mapping[str, Any]] = field(default_factory=list)
    updated: list[Mapping[str, Any]] = field(default_factory=list)
    trouble: Exception | None = None
    opens: bool = True
    """Takes new modals."""

    async def open_view(self, workspace: str, trigger: str, view: Mapping[str, Any]) -> None:
        if not self.opens:
            raise SlackUnavailable
        await FakeSlack.open_view(self, workspace, trigger, view)

    async def publish_home(self, workspace: str, user: str, view: Mapping[str, Any]) -> None:
        assert (workspace, user) == (WORKSPACE, MEMBER)
        if self.trouble is not None:
            raise self.trouble
        self.homes.append(view)

    async def update_view(self, workspace: str, view_id: str, hash_: str, view: Mapping[str, Any]) -> None:
        assert (workspace, view_id, hash_) == (WORKSPACE, "V1", "1")
        if self.trouble is not None:
            raise self.trouble
        self.updated.append(view)


@pytest.fixture
def screens(house: House) -> Screens:
    house.slack = Screens()
    house.services = replace(house.services, slack=house.slack)
    return house.slack


def words(failure: Failure) -> str:
    return WORDS.for_language(EN)(f"failure-{failure.value}")


def view(kind: str, *, callback: str = "reading", home: bool = False, **more: object) -> dict[str, Any]:
    metadata = Metadata(group=1, channel=None if kind == "home" else CHANNEL, home=home).write()
    return {
        "id": "V1",
        "type": kind,
        "hash": "1",
        "callback_id": callback,
        "private_metadata": metadata,
        **more,
    }


def body(kind: str, **more: object) -> dict[str, Any]:
    return {
        "type": kind,
        "team": {"id": WORKSPACE, "domain": "working-group"},
        "user": {"id": MEMBER},
        "trigger_id": "trigger",
        **more,
    }


def pressed(line: str, where: dict[str, Any]) -> dict[str, Any]:
    return body("block_actions", view=where, actions=[{"action_id": f"say:{line}", "value": line}])


def chosen(group: str) -> dict[str, Any]:
    choice = {"action_id": SWITCH, "selected_option": {"value": group}}
    return body("block_actions", view=view("home", home=True), actions=[choice])


async def acts(house: House, sent: dict[str, Any]) -> list[dict[str, Any]]:
    ack = Ack()
    await Register(house.services, house.router()).action(ack, sent)  # type: ignore[arg-type]  # a stand-in
    return ack.told


async def uses(house: House, sent: dict[str, Any]) -> list[dict[str, Any]]:
    ack = Ack()
    await Register(house.services, house.router()).shortcut(ack, sent)  # type: ignore[arg-type]  # a stand-in
    return ack.told


def notes(house: House) -> int:
    return len(house.store.uow.workspace(WORKSPACE).group(1).notes.by_number)


@pytest.mark.parametrize("trouble", TROUBLES, ids=lambda error: type(error).__name__)
async def test_what_was_done_in_the_home_tab_is_acknowledged_though_home_cannot_be_shown(
    trouble: Exception, house: House, screens: Screens, capsys: pytest.CaptureFixture[str]
) -> None:
    screens.trouble = trouble
    assert await acts(house, pressed("note The census starts", view("home", home=True))) == [{}]
    assert notes(house) == 1
    assert len(screens.opened) == 1
    logged = capsys.readouterr().out
    assert "home.stale" in logged
    assert type(trouble).__name__ in logged
    assert "facts" not in logged


@pytest.mark.parametrize("trouble", TROUBLES, ids=lambda error: type(error).__name__)
async def test_a_form_sent_from_the_home_tab_is_acknowledged_though_home_cannot_be_shown(
    trouble: Exception, house: House, screens: Screens
) -> None:
    screens.trouble = trouble
    entered = {"text": {"entry": {"type": "plain_text_input", "value": "The census starts"}}}
    form = view("modal", callback="record-note", home=True, state={"values": entered})
    ack = Ack()
    register = Register(house.services, house.router())
    await register.view(ack, body("view_submission", view=form))  # type: ignore[arg-type]  # a stand-in
    (told,) = ack.told
    assert "N-1" in str(told)
    assert notes(house) == 1


async def test_a_choice_of_ones_groups_shows_home_about_the_chosen_one(
    house: House, screens: Screens
) -> None:
    assert await acts(house, chosen("1")) == [{}]
    (home,) = screens.homes
    assert Metadata.read(home["private_metadata"]).group == 1


async def test_a_choice_of_ones_groups_that_cannot_be_read_is_told_in_a_modal(
    house: House, screens: Screens
) -> None:
    house.store.reading = StoreUnavailable()
    assert await acts(house, chosen("1")) == [{}]
    (told,) = screens.opened
    assert words(Failure.NOT_SAVED) in str(told)
    assert screens.homes == []


async def test_a_choice_of_ones_groups_that_slack_does_not_show_is_told_in_a_modal(
    house: House, screens: Screens
) -> None:
    screens.trouble = SlackUnavailable()
    assert await acts(house, chosen("1")) == [{}]
    assert words(Failure.NOT_SAVED) in str(screens.opened)


async def test_a_message_shortcut_that_cannot_open_its_form_is_answered_by_its_response_url(
    house: House, screens: Screens
) -> None:
    house.store.reading = StoreUnavailable()
    used = body(
        "message_action",
        callback_id="record-this",
        channel={"id": CHANNEL, "name": "general"},
        message={"ts": "1700.1", "text": "The census starts"},
        response_url="https://hooks.example.org/1",
    )
    assert await uses(house, used) == [{}]
    (told,) = screens.responses
    assert told["text"] == words(Failure.NOT_SAVED)
    assert told["replace_original"] is False


async def test_a_global_shortcut_that_fails_says_so_in_a_modal(house: House, screens: Screens) -> None:
    house.store.reading = StoreUnavailable()
    assert await uses(house, body("shortcut", callback_id="new-record")) == [{}]
    (told,) = screens.opened
    assert words(Failure.NOT_SAVED) in str(told)


async def test_a_global_shortcut_whose_modal_slack_refuses_is_answered_in_the_direct_message(
    house: House, screens: Screens
) -> None:
    screens.opens = False
    assert await uses(house, body("shortcut", callback_id="new-record")) == [{}]
    assert [(channel, user) for channel, user, _ in screens.whispers] == [(MEMBER, MEMBER)]
    assert screens.whispers[0][2]["text"] == words(Failure.FORM)


async def test_a_button_that_opens_a_form_and_cannot_is_answered(house: House, screens: Screens) -> None:
    house.store.reading = StoreUnavailable()
    opener = {"action_id": f"{Press.OPEN}:new-record", "value": "new-record"}
    sent = body(
        "block_actions",
        channel={"id": CHANNEL, "name": "general"},
        container={"message_ts": "1700.1"},
        actions=[opener],
        response_url="https://hooks.example.org/1",
    )
    assert await acts(house, sent) == [{}]
    assert screens.responses[0]["text"] == words(Failure.NOT_SAVED)


async def test_what_a_button_in_a_modal_did_is_told_though_slack_does_not_show_the_answer(
    house: House, screens: Screens
) -> None:
    screens.trouble = SlackUnavailable()
    assert await acts(house, pressed("note The census starts", view("modal"))) == [{}]
    assert notes(house) == 1
    ((channel, user, told),) = screens.whispers
    assert (channel, user) == (MEMBER, MEMBER)
    assert "*N-1*" in told["text"]
    assert set(told) == {"text", "blocks"}


async def test_a_whisper_that_slack_refuses_is_acknowledged_and_the_log_says_so(
    house: House, screens: Screens, capsys: pytest.CaptureFixture[str]
) -> None:
    screens.trouble, screens.silent = SlackUnavailable(), True
    assert await acts(house, pressed("note The census starts", view("modal"))) == [{}]
    logged = capsys.readouterr().out
    assert "request.answer_lost" in logged
    assert "census" not in logged
