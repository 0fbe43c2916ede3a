"""What can be said of tokens and scopes."""

from __future__ import annotations

import pytest
from pydantic import SecretStr

from bot.checking.findings import Verdict
from bot.checking.identity import scopes, shapes
from bot.manifest import BOT_SCOPES, SCOPE_USES
from bot.settings import CheckSettings

SECRET = "0123456789abcdef0123456789abcdef"


def settings(bot: str = "xoxb-1", app: str = "", secret: str = "") -> CheckSettings:
    return CheckSettings(bot_token=SecretStr(bot), app_token=SecretStr(app), signing_secret=SecretStr(secret))


@pytest.mark.parametrize(
    ("given", "verdicts", "word"),
    [
        (settings(secret=SECRET), [Verdict.PASSED], "over HTTP"),
        (settings(app="xapp-1"), [], ""),
        (settings(app="xapp-1", secret=SECRET), [], ""),
        (settings(), [Verdict.FAILED], "Neither"),
        (settings(secret="short"), [Verdict.NOTED], "32 hexadecimal"),
        (settings(app="xoxb-1"), [Verdict.FAILED], "no app-level token"),
        (settings("", secret=SECRET), [Verdict.FAILED, Verdict.PASSED], "SLACK_BOT_TOKEN is not set"),
        (settings("xoxp-1", "xapp-1"), [Verdict.FAILED], "no bot's token"),
        (settings("xapp-1", "xapp-1"), [Verdict.FAILED], "no bot's token"),
    ],
)
def test_a_setting_that_cannot_be_right_is_told_before_slack_is_asked(
    given: CheckSettings, verdicts: list[Verdict], word: str
) -> None:
    found = list(shapes(given))
    assert [finding.verdict for finding in found] == verdicts
    assert word in "\n".join(finding.line for finding in found)


def test_each_missing_scope_is_told_with_what_it_is_for() -> None:
    found = list(scopes(frozenset(BOT_SCOPES) - {"chat:write", "users:read"}))
    assert [finding.verdict for finding in found] == [Verdict.FAILED, Verdict.FAILED]
    assert SCOPE_USES["chat:write"] in found[0].said
    assert SCOPE_USES["users:read"] in found[1].said


def test_more_than_is_needed_is_only_mentioned() -> None:
    found = list(scopes(frozenset((*BOT_SCOPES, "files:write", "admin"))))
    assert [finding.verdict for finding in found] == [Verdict.PASSED, Verdict.NOTED]
    assert "admin, files:write" in found[1].said


def test_scopes_that_slack_does_not_tell_are_no_failure() -> None:
    assert [finding.verdict for finding in scopes(None)] == [Verdict.NOTED]


def test_every_scope_says_what_is_lost_without_it() -> None:
    assert all(SCOPE_USES.values())
    assert tuple(SCOPE_USES) == BOT_SCOPES
