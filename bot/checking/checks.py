"""The checks in their order: each that fails says so, and those that cannot go on without it are left out."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence

from bot.checking.asking import Slack, Unanswered
from bot.checking.blocks import Payload, validated
from bot.checking.findings import Finding, Verdict, failed, passed, printable
from bot.checking.identity import address, bot_identity, scopes, shapes, socket_mode, whole
from bot.settings import APP_TOKEN, BOT_TOKEN, SLACK_API, CheckSettings


async def checks(
    settings: CheckSettings, slack: Slack, payloads: Sequence[Payload] = ()
) -> AsyncIterator[Finding]:
    """Every finding, as soon as it is known; with `payloads` Slack is asked about each of them too.

    What Slack is quoted with is printable and holds none of the settings' secrets.
    """
    secrets = [
        secret.get_secret_value()
        for secret in (settings.bot_token, settings.app_token, settings.signing_secret)
    ]
    async for finding in _found(settings, slack, payloads):
        yield printable(finding, secrets)


async def _found(
    settings: CheckSettings, slack: Slack, payloads: Sequence[Payload]
) -> AsyncIterator[Finding]:
    for finding in shapes(settings):
        yield finding
    wrong = address(slack.api_url)
    if wrong is not None:
        yield wrong
        return
    try:
        async for finding in _asked(settings, slack, payloads):
            yield finding
    except Unanswered as silence:
        own = "" if slack.api_url == SLACK_API else " and SLACK_API_URL"
        remedy = f"Check the network, a proxy in between{own}, then try again."
        yield failed(f"{slack.api_url} gives no answer to work with ({silence}).", remedy)


async def _asked(
    settings: CheckSettings, slack: Slack, payloads: Sequence[Payload]
) -> AsyncIterator[Finding]:
    """Raises Unanswered."""
    app_token = settings.app_token.get_secret_value()
    if app_token.startswith(APP_TOKEN) and whole(app_token):
        yield await socket_mode(slack, app_token)
    token = settings.bot_token.get_secret_value()
    if not token.startswith(BOT_TOKEN) or not whole(token):
        return
    identity, answer = await bot_identity(slack, token)
    yield identity
    if identity.verdict is Verdict.FAILED:
        return
    for finding in scopes(answer.scopes):
        yield finding
    if payloads:
        async for finding in validated(slack, token, payloads):
            yield finding


def summary(findings: Sequence[Finding]) -> Finding:
    """The last line: whether everything passed."""
    wrong = sum(finding.verdict is Verdict.FAILED for finding in findings)
    if not wrong:
        return passed("Everything is as Slack wants it.")
    checks = "check" if len(findings) == 1 else "checks"
    return failed(f"{wrong} of {len(findings)} {checks} failed.", "")
