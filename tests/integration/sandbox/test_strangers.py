"""Requests that a website in a person's browser can make: refused before anything reads them."""

import aiohttp
import pytest

from bot.sandbox.client import People
from bot.sandbox.seed import WorkspaceSeed
from bot.sandbox.server import Sandbox
from tests.integration.sandbox.fake_app import FakeApp
from tests.integration.sandbox.seeds import BOT_TOKEN, GENERAL, LEAD

COMMAND = {"as": LEAD, "channel": GENERAL, "text": "/wg note Not mine"}
OF_PEOPLE = (
    "/",
    "/page/app.js",
    f"/people/workspace?as={LEAD}",
    f"/people/stream?as={LEAD}",
    "/people/clock",
)
FOREIGN_HOSTS = (
    "evil.example",
    "evil.example:80",
    "127.0.0.1.evil.example",
    "localhost.",
    "10.0.0.1",
    "someone@127.0.0.1",
    "[::",
    "",
)
PORTS = ("", ":1", ":80", ":99999", ":x")
FOREIGN_ORIGINS = ("https://evil.example", "null", "http://127.0.0.1:1", "http://localhost", "", "file://")
WEBSITES = (
    {"Host": "evil.example"},
    {"Origin": "https://evil.example"},
    {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "no-cors", "Sec-Fetch-Dest": "image"},
    {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate", "Sec-Fetch-Dest": "document"},
)
"""What browsers send along for a name of somebody else's, a script, an image and a link."""


def port_of(sandbox: Sandbox) -> str:
    return sandbox.url.rpartition(":")[2]


@pytest.mark.parametrize("path", OF_PEOPLE)
@pytest.mark.parametrize("host", FOREIGN_HOSTS)
async def test_a_name_that_is_not_of_this_machine_is_refused(
    sandbox: Sandbox, session: aiohttp.ClientSession, path: str, host: str
) -> None:
    for named in (host, f"{host}:{port_of(sandbox)}"):
        async with session.get(f"{sandbox.url}{path}", headers={"Host": named}) as response:
            assert (response.status, (await response.json())["error"]) == (403, "foreign_host")


@pytest.mark.parametrize("path", OF_PEOPLE)
@pytest.mark.parametrize("name", ["127.0.0.1", "localhost", "LOCALHOST", "[::1]"])
async def test_every_name_of_this_machine_is_served_at_the_workspaces_port_alone(
    sandbox: Sandbox, session: aiohttp.ClientSession, path: str, name: str
) -> None:
    found = {}
    for port in (f":{port_of(sandbox)}", *PORTS):
        async with session.get(f"{sandbox.url}{path}", headers={"Host": name + port}) as response:
            found[port] = response.status

    served = 400 if path.startswith("/people/stream") else 200  # asked for, not as a WebSocket
    assert found == {f":{port_of(sandbox)}": served} | dict.fromkeys(PORTS, 403)


@pytest.mark.parametrize("origin", FOREIGN_ORIGINS)
async def test_a_stream_for_a_page_of_another_origin_is_refused(
    sandbox: Sandbox, session: aiohttp.ClientSession, origin: str
) -> None:
    with pytest.raises(aiohttp.WSServerHandshakeError, match="403"):
        await session.ws_connect(f"{sandbox.url}/people/stream?as={LEAD}", headers={"Origin": origin})


@pytest.mark.parametrize("path", OF_PEOPLE)
@pytest.mark.parametrize("origin", FOREIGN_ORIGINS)
async def test_a_page_of_another_origin_is_refused(
    sandbox: Sandbox, session: aiohttp.ClientSession, path: str, origin: str
) -> None:
    async with session.get(f"{sandbox.url}{path}", headers={"Origin": origin}) as response:
        assert (response.status, (await response.json())["error"]) == (403, "foreign_origin")


async def test_a_command_from_a_page_of_another_origin_does_not_reach_the_app(
    sandbox: Sandbox, session: aiohttp.ClientSession, app: FakeApp
) -> None:
    headers = {"Origin": "https://evil.example"}

    async with session.post(f"{sandbox.url}/people/command", json=COMMAND, headers=headers) as response:
        assert response.status == 403

    assert app.received == []


async def test_the_pages_own_requests_are_served(
    sandbox: Sandbox, session: aiohttp.ClientSession, app: FakeApp
) -> None:
    headers = {"Origin": f"http://localhost:{port_of(sandbox)}", "Host": f"localhost:{port_of(sandbox)}"}

    async with session.post(f"{sandbox.url}/people/command", json=COMMAND, headers=headers) as response:
        assert (response.status, (await response.json())["ok"]) == (200, True)

    assert len(app.received) == 1


@pytest.mark.parametrize(
    "kind",
    [
        "text/plain",
        "text/plain; application/json",
        "application/x-www-form-urlencoded",
        "multipart/form-data",
    ],
)
async def test_a_body_that_needs_no_leave_of_the_browser_is_refused(
    sandbox: Sandbox, session: aiohttp.ClientSession, app: FakeApp, kind: str
) -> None:
    body = b'{"as": "%s", "channel": "%s", "text": "/wg note x"}' % (LEAD.encode(), GENERAL.encode())

    async with session.post(
        f"{sandbox.url}/people/command", data=body, headers={"Content-Type": kind}
    ) as response:
        assert (response.status, (await response.json())["error"]) == (415, "invalid_content_type")

    assert app.received == []


async def test_a_body_of_no_kind_is_refused(sandbox: Sandbox, session: aiohttp.ClientSession) -> None:
    async with session.post(
        f"{sandbox.url}/people/revoke_token", skip_auto_headers=["Content-Type"]
    ) as response:
        assert response.status == 415


async def test_json_with_its_encoding_named_is_read(sandbox: Sandbox, session: aiohttp.ClientSession) -> None:
    headers = {"Content-Type": "Application/JSON; charset=utf-8"}

    async with session.post(
        f"{sandbox.url}/people/clock", data=b'{"advance_seconds": 1}', headers=headers
    ) as response:
        assert response.status == 200


@pytest.mark.parametrize("headers", WEBSITES)
async def test_no_website_plays_the_app(
    sandbox: Sandbox, session: aiohttp.ClientSession, people: People, headers: dict[str, str]
) -> None:
    form = {"token": BOT_TOKEN, "channel": GENERAL, "text": "Not the app's"}
    method = f"{sandbox.url}/api/chat.postMessage"

    async with session.post(method, data=form, headers=headers) as sent:
        assert sent.status == 403
    async with session.get(method, params=form, headers=headers) as embedded:
        assert embedded.status == 403

    assert await people.messages(LEAD, GENERAL) == []


@pytest.mark.parametrize("headers", WEBSITES)
async def test_no_website_answers_in_the_apps_place(
    sandbox: Sandbox, session: aiohttp.ClientSession, people: People, headers: dict[str, str]
) -> None:
    url = sandbox.workspace.response_url(LEAD, GENERAL)

    async with session.post(url, json={"text": "x", "response_type": "in_channel"}, headers=headers) as sent:
        assert sent.status == 403

    assert await people.messages(LEAD, GENERAL) == []


@pytest.mark.parametrize("headers", WEBSITES)
async def test_no_website_opens_the_apps_socket(
    sandbox: Sandbox, session: aiohttp.ClientSession, headers: dict[str, str]
) -> None:
    ticket = sandbox.workspace.sockets.ticket()

    with pytest.raises(aiohttp.WSServerHandshakeError) as refusal:
        await session.ws_connect(f"{sandbox.url}/socket/{ticket}", headers=headers)
    async with session.ws_connect(f"{sandbox.url}/socket/{ticket}") as socket:
        assert (await socket.receive_json())["type"] == "hello"

    assert refusal.value.status == 403


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
async def test_a_link_to_the_page_is_followed_from_anywhere_and_nothing_is_embedded(
    sandbox: Sandbox, session: aiohttp.ClientSession, site: str
) -> None:
    link = {"Sec-Fetch-Site": site, "Sec-Fetch-Mode": "navigate", "Sec-Fetch-Dest": "document"}
    asked = [
        ("/", link),
        (f"/people/workspace?as={LEAD}", link),
        ("/", link | {"Sec-Fetch-Dest": "iframe"}),
        ("/page/app.js", link | {"Sec-Fetch-Mode": "no-cors", "Sec-Fetch-Dest": "script"}),
    ]
    found = []
    for path, headers in asked:
        async with session.get(f"{sandbox.url}{path}", headers=headers) as response:
            found.append(response.status)

    assert found == [200, 403, 403, 403]


async def test_a_workspace_for_every_address_takes_addresses_and_bots_by_any_name(
    seed: WorkspaceSeed, session: aiohttp.ClientSession
) -> None:
    sandbox = Sandbox(seed)
    await sandbox.start("0.0.0.0")  # noqa: S104 - stopped at the end of the test
    port = port_of(sandbox)
    asked = [("/", f"10.0.0.1:{port}"), ("/", f"evil.example:{port}"), ("/api/api.test", "workspace:80")]
    try:
        found = []
        for path, host in asked:
            url = f"http://127.0.0.1:{port}{path}"
            async with session.get(url, headers={"Host": host}) as response:
                found.append(response.status)
    finally:
        await sandbox.stop()

    assert found == [200, 403, 200]
