"""Submitting and closing modals."""

import asyncio
from typing import Any

import pytest
from aiohttp import web

from bot.sandbox.client import People
from tests.integration.sandbox.fake_app import FakeApp, Received
from tests.integration.sandbox.forms import modal, plain, text_value
from tests.integration.sandbox.seeds import LEAD, QUICK


async def test_required_inputs_and_lengths_are_checked_before_the_app_is_asked(
    people: People, app: FakeApp, opened: dict[str, Any]
) -> None:
    empty = await people.submit(LEAD, opened["id"])
    short = await people.submit(LEAD, opened["id"], text_value("ab"))
    long = await people.submit(LEAD, opened["id"], text_value("x" * 11))

    assert [set(s.errors) for s in (empty, short, long)] == [{"body"}] * 3
    assert not any(s.ok for s in (empty, short, long))
    assert app.payloads == []


async def test_a_submission_carries_the_state_and_closes_the_modal(
    people: People, app: FakeApp, opened: dict[str, Any]
) -> None:
    values = text_value("a note") | {"theme": {"theme": {"selected_option": {"value": "grid"}}}}

    submission = await people.submit(LEAD, opened["id"], values)

    payload = app.payloads[0]
    assert submission.ok
    assert (payload["type"], payload["user"]["id"]) == ("view_submission", LEAD)
    assert payload["view"]["private_metadata"] == "C1"
    assert payload["view"]["state"]["values"] == {
        "body": {"text": {"type": "plain_text_input", "value": "a note"}},
        "theme": {
            "theme": {
                "type": "static_select",
                "selected_option": {"text": plain("grid"), "value": "grid"},
            }
        },
    }
    assert payload["response_urls"] == []
    assert await people.views(LEAD) == []


async def test_errors_of_the_app_keep_the_modal_open(
    people: People, app: FakeApp, opened: dict[str, Any]
) -> None:
    app.says({"response_action": "errors", "errors": {"body": "Too vague."}})

    submission = await people.submit(LEAD, opened["id"], text_value("a note"))

    assert (submission.ok, submission.errors) == (False, {"body": "Too vague."})
    assert len(await people.views(LEAD)) == 1


async def test_errors_on_blocks_that_are_not_there_are_trouble(
    people: People, app: FakeApp, opened: dict[str, Any]
) -> None:
    app.says({"response_action": "errors", "errors": {"elsewhere": "Too vague."}})

    submission = await people.submit(LEAD, opened["id"], text_value("a note"))

    assert (submission.ok, submission.error) == (False, "invalid_submission_response")
    assert submission.violations


async def test_an_update_replaces_the_view_and_keeps_what_was_typed(
    people: People, app: FakeApp, opened: dict[str, Any]
) -> None:
    app.says({"response_action": "update", "view": modal(title=plain("Again"))})

    submission = await people.submit(LEAD, opened["id"], text_value("a note"))

    stack = await people.views(LEAD)
    assert submission.view is not None
    assert submission.view["title"] == plain("Again")
    assert [v["id"] for v in stack] == [opened["id"]]
    assert stack[0]["hash"] != opened["hash"]
    assert stack[0]["state"]["values"]["body"]["text"]["value"] == "a note"


async def test_views_are_pushed_up_to_three_and_cleared_together(
    people: People, app: FakeApp, opened: dict[str, Any]
) -> None:
    app.says({"response_action": "push", "view": modal()})
    second = await people.submit(LEAD, opened["id"], text_value("one"))
    assert second.view is not None
    third = await people.submit(LEAD, second.view["id"], text_value("two"))
    assert third.view is not None
    fourth = await people.submit(LEAD, third.view["id"], text_value("three"))
    stack = await people.views(LEAD)
    below = await people.submit(LEAD, opened["id"], text_value("one"))
    app.says({"response_action": "clear"})
    await people.submit(LEAD, third.view["id"], text_value("three"))

    assert [v["previous_view_id"] for v in stack] == [None, opened["id"], second.view["id"]]
    assert {v["root_view_id"] for v in stack} == {opened["id"]}
    assert (fourth.ok, fourth.error) == (False, "push_limit_reached")
    assert below.error == "view_not_on_top"
    assert await people.views(LEAD) == []


async def test_closing_shows_the_view_below_and_tells_the_app_that_asked(
    people: People, app: FakeApp, opened: dict[str, Any]
) -> None:
    app.says({"response_action": "push", "view": modal(notify_on_close=True)})
    second = await people.submit(LEAD, opened["id"], text_value("one"))
    assert second.view is not None

    await people.close(LEAD, second.view["id"])

    payload = app.payloads[-1]
    assert (payload["type"], payload["view"]["id"]) == ("view_closed", second.view["id"])
    assert payload["is_cleared"] is False
    assert [v["id"] for v in await people.views(LEAD)] == [opened["id"]]


@pytest.mark.parametrize(("status", "error"), [(500, "dispatch_failed"), (None, "operation_timeout")])
@pytest.mark.parametrize("timing", [QUICK])
async def test_a_failed_submission_leaves_the_modal(
    people: People, app: FakeApp, opened: dict[str, Any], status: int | None, error: str
) -> None:
    async def late(_received: Received) -> web.Response:
        await asyncio.sleep(0.6)
        return web.Response()

    if status is None:
        app.answer = late
    else:
        app.fails(status)

    submission = await people.submit(LEAD, opened["id"], text_value("a note"))

    assert (submission.ok, submission.error) == (False, error)
    assert [v["id"] for v in await people.views(LEAD)] == [opened["id"]]
