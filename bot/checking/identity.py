"""Whose tokens the settings hold, and what Slack lets them do."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from urllib.parse import urlsplit

from bot.checking.asking import Answered, Slack, Unanswered
from bot.checking.findings import Finding, failed, noted, passed, told
from bot.manifest import SCOPE_USES
from bot.settings import APP_TOKEN, BOT_TOKEN, CheckSettings

_SIGNING_SECRET = re.compile("[0-9a-f]{32}")
"""As Slack's app pages show it. It is not documented, so another form is only noted."""

_WHOLE = re.compile("[!-~]+")
"""What a header can carry and a token consists of: visible ASCII."""

_WHERE = "It is on the app's page at api.slack.com/apps, under"
_REINSTALL = "Install the app in the workspace again and copy the new token into SLACK_BOT_TOKEN."
_BOT_REMEDIES: Mapping[str, str] = MappingProxyType(
    {
        "account_inactive": _REINSTALL,
        "invalid_auth": f"Copy it again. {_WHERE} OAuth & Permissions.",
        "not_allowed_token_type": f"Copy the bot's token. {_WHERE} OAuth & Permissions.",
        "token_expired": "Turn token rotation off, then install the app again: the manifest asks for none.",
        "token_revoked": _REINSTALL,
    }
)
_APP_TOKENS = "Basic Information, App-Level Tokens."
_APP_REMEDIES: Mapping[str, str] = MappingProxyType(
    {
        "invalid_auth": f"Copy it again. {_WHERE} {_APP_TOKENS}",
        "not_allowed_token_type": f"Copy the app-level token. {_WHERE} {_APP_TOKENS}",
        "token_revoked": f"Make another with connections:write. {_WHERE} {_APP_TOKENS}",
    }
)
_ELSEWHERE = "Look the code up at docs.slack.dev/reference/methods"


def shapes(settings: CheckSettings) -> Iterator[Finding]:
    """What can be said of the settings without asking anybody."""
    token = settings.bot_token.get_secret_value()
    if not token:
        yield failed("SLACK_BOT_TOKEN is not set.", f"Copy the bot's token. {_WHERE} OAuth & Permissions.")
    elif not token.startswith(BOT_TOKEN):
        yield failed(
            f"SLACK_BOT_TOKEN is no bot's token: it does not begin with {BOT_TOKEN}.",
            f"Copy the Bot User OAuth Token. {_WHERE} OAuth & Permissions.",
        )
    elif not whole(token):
        yield _not_whole("SLACK_BOT_TOKEN", "OAuth & Permissions")
    yield from _way_in(settings)


def whole(token: str) -> bool:
    """Whether it could be a token: no line end, space or other character that none has."""
    return _WHOLE.fullmatch(token) is not None


def _not_whole(name: str, page: str) -> Finding:
    return failed(
        f"{name} holds a line end, a space or another character that none has.",
        f"Copy it again, as one line. {_WHERE} {page}.",
    )


def address(api_url: str) -> Finding | None:
    """What is wrong with SLACK_API_URL by itself."""
    remedy = "Set it to such as https://slack.com/api/, or unset it to use Slack's own."
    try:
        parts = urlsplit(api_url)
        held = parts.scheme in {"http", "https"} and parts.hostname and (parts.port is None or parts.port)
    except ValueError:
        held = None
    if not held:
        return failed("SLACK_API_URL is no address: it needs http or https and a host.", remedy)
    if "@" in parts.netloc:
        return failed("SLACK_API_URL holds a user name or a password, which the bot does not send.", remedy)
    if parts.query or parts.fragment:
        return failed("SLACK_API_URL has a part after ? or #: names of methods cannot follow it.", remedy)
    return None


def _way_in(settings: CheckSettings) -> Iterator[Finding]:
    app_token = settings.app_token.get_secret_value()
    secret = settings.signing_secret.get_secret_value()
    if app_token and not app_token.startswith(APP_TOKEN):
        yield failed(
            f"SLACK_APP_TOKEN is no app-level token: it does not begin with {APP_TOKEN}.",
            f"Make one with the scope connections:write. {_WHERE} {_APP_TOKENS}",
        )
    elif app_token and not whole(app_token):
        yield _not_whole("SLACK_APP_TOKEN", "Basic Information, App-Level Tokens")
    if app_token:
        return
    if not secret:
        yield failed(
            "Neither SLACK_SIGNING_SECRET (requests over HTTP) nor SLACK_APP_TOKEN (Socket Mode) is set.",
            f"Set one of them. {_WHERE} Basic Information.",
        )
    elif not whole(secret):
        yield _not_whole("SLACK_SIGNING_SECRET", "Basic Information, App Credentials")
    elif not _SIGNING_SECRET.fullmatch(secret):
        yield noted(
            "SLACK_SIGNING_SECRET does not look like one: Slack's are 32 hexadecimal digits.",
            f"Compare it. {_WHERE} Basic Information, App Credentials.",
        )
    else:
        yield passed("The signing secret is set: requests come over HTTP.")


async def bot_identity(slack: Slack, token: str) -> tuple[Finding, Answered]:
    """Whose token it is (auth.test), and the answer, for its scopes. Raises Unanswered."""
    answer = await slack.ask("auth.test", token)
    if answer.error:
        remedy = _BOT_REMEDIES.get(answer.error, f"{_ELSEWHERE}/auth.test.")
        return failed(f"Slack refused the bot's token: {answer.error}.", remedy), answer
    if not answer.body.get("bot_id"):
        remedy = f"Copy the Bot User OAuth Token. {_WHERE} OAuth & Permissions."
        return failed("The token is a person's, not a bot's.", remedy), answer
    user, team = told(answer.body.get("user")), told(answer.body.get("team"))
    return passed(f"The token is @{user}'s, in the workspace {team}."), answer


def scopes(granted: frozenset[str] | None) -> Iterator[Finding]:
    """Each scope that is missing with what it is for, then those that nothing needs."""
    if granted is None:
        yield noted("Slack did not say which scopes the token has.")
        return
    missing = [scope for scope in SCOPE_USES if scope not in granted]
    for scope in missing:
        yield failed(
            f"The scope {scope} is missing: {SCOPE_USES[scope]}.",
            "Add it under OAuth & Permissions, or take the manifest of `rapporteur manifest`; then install "
            "the app again.",
        )
    if not missing:
        yield passed(f"All {len(SCOPE_USES)} scopes are granted.")
    more = sorted(granted - SCOPE_USES.keys())
    odd = [scope for scope in more if not scope.isprintable()]
    if odd:
        more = [*(scope for scope in more if scope.isprintable()), f"{len(odd)} with characters of no scope"]
    if more:
        yield noted(f"Granted and not needed: {', '.join(more)}.")


async def socket_mode(slack: Slack, token: str) -> Finding:
    """Whether Socket Mode gives an address (apps.connections.open). Raises Unanswered."""
    answer = await slack.ask("apps.connections.open", token)
    if answer.error == "missing_scope":
        remedy = f"Make another with connections:write. {_WHERE} {_APP_TOKENS}"
        return failed("The app-level token lacks the scope connections:write.", remedy)
    if answer.error:
        remedy = _APP_REMEDIES.get(answer.error, f"{_ELSEWHERE}/apps.connections.open.")
        return failed(f"Slack refused the app-level token: {answer.error}.", remedy)
    metadata = answer.body.get("response_metadata") or {}
    if not isinstance(metadata, dict):
        raise Unanswered("apps.connections.open: response_metadata is no object")
    if metadata.get("messages"):
        remedy = f"Turn it on, or unset SLACK_APP_TOKEN to use HTTP. {_WHERE} Socket Mode."
        return failed("Socket Mode is not turned on for the app.", remedy)
    return passed("The app-level token opens connections: requests come over Socket Mode.")
