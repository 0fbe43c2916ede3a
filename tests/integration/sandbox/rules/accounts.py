"""Rules of what the Web API tells of people, and of the tokens it takes."""

from bot.sandbox.seed import WorkspaceSeed
from tests.integration.sandbox.rules.stage import Row, Stage
from tests.integration.sandbox.seeds import (
    MEMBER,
    STRANGER,
    seed_facts,
    workspace_seed,
)

REFRESH = "xoxe-1-first"


def rotating() -> WorkspaceSeed:
    rotation = {"client_id": "1.2", "client_secret": "not-a-secret", "refresh_token": REFRESH}
    return workspace_seed(app=seed_facts()["app"] | {"rotation": rotation})


async def locale_when_asked(stage: Stage) -> None:
    user = (await stage.ask("users.info", user=MEMBER, include_locale=True))["user"]
    assert (user["locale"], user["tz"]) == ("es-MX", "America/Mexico_City")


async def locale_not_given(stage: Stage) -> None:
    unasked = (await stage.ask("users.info", user=MEMBER))["user"]
    stranger = (await stage.ask("users.info", user=STRANGER, include_locale=True))["user"]
    assert "locale" not in unasked
    assert not {"locale", "tz"} & set(stranger)


async def _refresh(stage: Stage, token: str) -> dict[str, object]:
    return await stage.ask(
        "oauth.v2.access",
        grant_type="refresh_token",
        client_id="1.2",
        client_secret="not-a-secret",
        refresh_token=token,
    )


async def a_fresh_token(stage: Stage) -> None:
    stage.watch.seconds += 12 * 3600
    pair = await _refresh(stage, REFRESH)
    stage.watch.seconds += 1
    stage.slack.token = str(pair["access_token"])
    assert pair["expires_in"] == 12 * 3600
    assert (await stage.ask("auth.test"))["ok"]


async def an_old_token(stage: Stage) -> None:
    await _refresh(stage, REFRESH)
    stage.watch.seconds += 12 * 3600 + 1
    assert await stage.error("auth.test") == "token_expired"
    assert (await _refresh(stage, REFRESH))["error"] == "invalid_refresh_token"
    wrong = {
        "grant_type": "refresh_token",
        "client_id": "1.2",
        "client_secret": "x",
        "refresh_token": REFRESH,
    }
    assert await stage.error("oauth.v2.access", **wrong) == "bad_client_secret"
    assert await stage.error("oauth.v2.access", **wrong | {"client_id": "x"}) == "invalid_client_id"
    assert await stage.error("oauth.v2.access", code="x") == "invalid_code"


ROWS = (
    Row(
        "locale, time zone",
        "`users.info` with `include_locale=true`; not given for people of other workspaces",
        ("directory", "methods.users"),
        locale_when_asked,
        locale_not_given,
    ),
    Row(
        "token rotation",
        "access token 12 h, refresh token single use; rotate under a lock, one install at a time",
        ("tokens",),
        a_fresh_token,
        an_old_token,
        seed=rotating,
    ),
)
