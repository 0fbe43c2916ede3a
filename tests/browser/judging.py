"""What an app sent while somebody used the page, read by the checkers of every other payload."""

from __future__ import annotations

from bot.sandbox.client import People
from bot.sandbox.server import Sandbox
from tests.payloads.checking import kept, unexplained
from tests.payloads.complaint import Checker
from tests.payloads.disagreements import DISAGREEMENTS, Disagreement

BESIDE_THE_BOT = (
    *(
        Disagreement(
            Checker.SLACKBLOCKS, kind, "unknown", "slackblocks 3.0 has no model of it; slack_sdk has."
        )
        for kind in (
            "call",
            "card",
            "feedback_buttons",
            "file_input",
            "icon_button",
            "multi_channels_select",
            "multi_conversations_select",
            "plan",
            "rich_text_input",
            "task_card",
            "workflow_button",
        )
    ),
    Disagreement(Checker.SLACKBLOCKS, "container", "differs at /width", "It reads no width; slack_sdk does."),
    Disagreement(
        Checker.SLACKBLOCKS,
        "rich_text",
        ".*unexpected keyword argument 'underline'",
        "A style of text since 2024 (docs.slack.dev, rich text block); slack_sdk takes it.",
    ),
    Disagreement(
        Checker.SLACK_SDK, "data_table", "unknown", "slack_sdk 3.47 has no model of it; slackblocks has."
    ),
    Disagreement(
        Checker.SLACK_SDK,
        "carousel",
        "differs at /elements/[0-9]+/slack_icon",
        "Cards have one (docs.slack.dev, card block); slack_sdk 3.47 has not.",
    ),
)
"""About blocks that the page draws and the bot does not send, besides those about what it sends."""


GONE = ("views.update", "not_found")
"""Whoever chooses and submits at once has closed the form before it is drawn anew: as in Slack, no fault."""


async def objections(people: People) -> list[str]:
    """Of the bot: what the workspace refused, and what a checker says against what it accepted."""
    refused = [
        f"{each['via']}: {each['error']} {each['violations']}"
        for each in await people.rejections()
        if (each["via"], each["error"]) != GONE
    ]
    return refused + [str(complaint) for complaint in unexplained(kept(await people.payloads()))]


def disputed(sandbox: Sandbox) -> list[str]:
    """Of the app that shows samples: what a checker says against what the workspace accepted."""
    known = (*DISAGREEMENTS, *BESIDE_THE_BOT)
    return [str(each) for each in unexplained(sandbox.workspace.payloads.accepted, known)]
