"""A website that the same browser shows, on another port or under a name of its own, reaches nothing."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio
from aiohttp import web
from playwright.async_api import Browser, Page

from bot.sandbox.server import Sandbox
from tests.browser.launching import REBOUND
from tests.integration.sandbox.fake_app import FakeApp
from tests.integration.sandbox.seeds import BOT_TOKEN, GENERAL, LEAD

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]

ACT = f'{{"as": "{LEAD}", "channel": "{GENERAL}", "text": "/wg note Not mine '
"""How a command begins: a form writes `=` into it, and ends it."""
COMMAND = f'{ACT}"}}'
POSTED = f"token={BOT_TOKEN}&channel={GENERAL}&text=Not+the+app%27s"

ATTEMPTS = {
    "plain text, unseen": f"""
        await fetch(there + "/people/command", {{
            method: "POST", mode: "no-cors", body: `{COMMAND}`,
            headers: {{ "Content-Type": "text/plain" }} }});
        return "sent";""",
    "JSON, by the browser's leave": f"""
        return await fetch(there + "/people/command", {{
            method: "POST", headers: {{ "Content-Type": "application/json" }}, body: `{COMMAND}` }}).then(
                () => "allowed", () => "not allowed");""",
    "reading": f"""
        return await fetch(there + "/people/workspace?as={LEAD}").then(
            () => "allowed", () => "not allowed");""",
    "a form": f"""
        const into = document.createElement("iframe");
        into.name = "into";
        const form = document.createElement("form");
        Object.assign(form, {{
            method: "post", enctype: "text/plain", target: "into", action: there + "/people/command" }});
        const field = document.createElement("input");
        [field.name, field.value] = [`{ACT}`, '"}}'];
        form.append(field);
        document.body.append(into, form);
        const loaded = new Promise((resolve) => into.addEventListener("load", () => resolve("sent")));
        form.submit();
        return await loaded;""",
    "the stream": f"""
        const socket = new WebSocket(there.replace("http", "ws") + "/people/stream?as={LEAD}");
        return await new Promise((resolve) => {{
            socket.onopen = () => resolve("allowed");
            socket.onerror = () => resolve("not allowed");
        }});""",
    "an image that posts": f"""
        const image = new Image();
        image.src = there + "/api/chat.postMessage?{POSTED}";
        return await new Promise((resolve) => {{
            image.onload = () => resolve("allowed");
            image.onerror = () => resolve("not allowed");
        }});""",
    "the page in a frame": """
        const frame = document.createElement("iframe");
        frame.src = there + "/";
        document.body.append(frame);
        return await new Promise((resolve) => frame.addEventListener("load", () => resolve("sent")));""",
    "a socket of the app": """
        const socket = new WebSocket(there.replace("http", "ws") + "/socket/" + ticket);
        return await new Promise((resolve) => {
            socket.onopen = () => resolve("allowed");
            socket.onerror = () => resolve("not allowed");
        });""",
}


@pytest_asyncio.fixture(loop_scope="session")
async def website(browser: Browser) -> AsyncIterator[Page]:
    """Somebody else's page, on this machine."""

    async def answer(_: web.Request) -> web.Response:
        return web.Response(text="<!doctype html><title>Elsewhere</title>", content_type="text/html")

    application = web.Application()
    application.router.add_get("/", answer)
    runner = web.AppRunner(application)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    page = await browser.new_page()
    await page.goto(f"http://127.0.0.1:{runner.addresses[0][1]}/")
    yield page
    await page.close()
    await runner.cleanup()


@pytest.mark.parametrize("attempt", ATTEMPTS)
async def test_a_page_on_another_port_reaches_nothing(
    website: Page, sandbox: Sandbox, app: FakeApp, attempt: str
) -> None:
    answers: list[tuple[str, int]] = []
    website.on("response", lambda response: answers.append((response.url, response.status)))
    ticket = sandbox.workspace.sockets.ticket()
    script = f"async ([there, ticket]) => {{ {ATTEMPTS[attempt]} }}"

    outcome = await website.evaluate(script, [sandbox.url, ticket])

    assert outcome in {"not allowed", "sent"}
    assert {status for url, status in answers if url.startswith(sandbox.url)} <= {403}
    assert outcome == "not allowed" or answers
    assert nothing_happened(sandbox, app)
    assert sandbox.workspace.sockets.admits(ticket)


async def test_a_name_that_comes_to_mean_this_machine_reaches_nothing(
    browser: Browser, sandbox: Sandbox, app: FakeApp
) -> None:
    port = sandbox.url.rpartition(":")[2]
    page = await browser.new_page()
    opened = await page.goto(f"http://{REBOUND}:{port}/")
    asked = await page.evaluate(
        """async (body) => {
            const headers = { "Content-Type": "application/json" };
            const sent = await fetch("/people/command", { method: "POST", headers, body });
            return [sent.status, (await fetch("/people/clock")).status];
        }""",
        COMMAND,
    )
    await page.close()

    assert opened is not None
    assert (opened.status, asked) == (403, [403, 403])
    assert nothing_happened(sandbox, app)


async def test_a_link_on_another_page_opens_the_workspace(website: Page, sandbox: Sandbox) -> None:
    await website.evaluate("(there) => { location.href = there; }", f"{sandbox.url}/#as={LEAD}")

    await website.get_by_test_id("composer").wait_for()


def nothing_happened(sandbox: Sandbox, app: FakeApp) -> bool:
    return not (app.received or sandbox.workspace.traffic.last() or sandbox.workspace.payloads.accepted)
