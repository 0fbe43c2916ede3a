"""The checks in their order: each that fails says so, and those that cannot go on without it are left out."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence

from bot.checking.asking import Slack, Unanswered
from bot.checking.blocks import Payload, validated
from bot.checking.findings import Finding, Verdict, failed, passed
from bot.checking.identity import APP_TOKEN, BOT_TOKEN, bot_identity, scopes, shapes, socket_mode
from bot.settings import SLACK_API, CheckSettings


async def checks(
    settings: CheckSettings, slack: Slack, payloads: Sequence[Payload] = ()
) -> AsyncIterator[Finding]:
    """Every finding, as soon as it is known; with `payloads` Slack is asked about each of them too."""
    for finding in shapes(settings):
        yield finding
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
    if app_token.startswith(APP_TOKEN):
        yield await socket_mode(slack, app_token)
    token = settings.bot_token.get_secret_value()
    if not token.startswith(BOT_TOKEN):
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
    return failed(f"{wrong} of {len(findings)} checks failed.", "")
