"""Each checker complains of what it knows to be wrong and of nothing else; no wrong passes all of them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from bot.sandbox.payloads_kept import AcceptedPayload, PayloadKind
from tests.payloads import by_sandbox, by_slack_sdk, by_slackblocks
from tests.payloads.checking import complaints, kept, unexplained
from tests.payloads.complaint import Checker, Complaint, Json, difference
from tests.payloads.disagreements import DISAGREEMENTS, stale

CHECKERS: dict[Checker, Callable[[AcceptedPayload], list[Complaint]]] = {
    Checker.SANDBOX: by_sandbox.complaints,
    Checker.SLACK_SDK: by_slack_sdk.complaints,
    Checker.SLACKBLOCKS: by_slackblocks.complaints,
}
EVERYBODY = frozenset(Checker)
LIBRARIES = frozenset({Checker.SLACK_SDK, Checker.SLACKBLOCKS})


def plain(text: str) -> Json:
    return {"type": "plain_text", "text": text, "emoji": True}


def section(text: str) -> Json:
    return {"type": "section", "text": {"type": "mrkdwn", "text": text}}


def button(**changes: object) -> Json:
    return {"type": "button", "text": plain("Show it"), "action_id": "say:show", "value": "N-1"} | changes


def message(*blocks: Json, kind: PayloadKind = "message", **changes: object) -> AcceptedPayload:
    return AcceptedPayload(kind, "", {"text": "Said", "blocks": list(blocks)} | changes)


def modal(*blocks: Json, **changes: object) -> AcceptedPayload:
    view = {"type": "modal", "title": plain("Join"), "submit": plain("Join"), "blocks": list(blocks)}
    return AcceptedPayload("view", "", view | changes)


def field(element: Json) -> Json:
    return {"type": "input", "block_id": "sector", "label": plain("Sector"), "element": element}


def options(count: int) -> list[Json]:
    return [{"text": plain(f"Sector {n}"), "value": str(n)} for n in range(count)]


def select(count: int, **changes: object) -> Json:
    return {"type": "static_select", "action_id": "entry", "options": options(count)} | changes


TEXTS: Json = {
    "type": "rich_text",
    "elements": [
        {
            "type": "rich_text_list",
            "style": "bullet",
            "elements": [
                {
                    "type": "rich_text_section",
                    "elements": [{"type": "text", "text": "R-1", "style": {"bold": True}}],
                }
            ],
        }
    ],
}
PIE: Json = {
    "type": "data_visualization",
    "title": "By status",
    "chart": {"type": "pie", "segments": [{"label": "Open", "value": 3}]},
}

GOOD: dict[str, AcceptedPayload] = {
    "a message": message(
        section("*R-1*"), TEXTS, {"type": "divider"}, {"type": "actions", "elements": [button()]}
    ),
    "an update": message(section("*R-1*"), kind="update"),
    "a message to one person": message({"type": "context", "elements": [plain("a")]}, kind="ephemeral"),
    "an acknowledgement": message(section("a"), kind="acknowledgement", response_type="in_channel"),
    "an empty acknowledgement": AcceptedPayload("acknowledgement", "", {}),
    "an answer to a click": message(
        section("a"), kind="response", response_type="ephemeral", replace_original=False
    ),
    "a form": modal(field(select(3, initial_option=options(1)[0])), private_metadata="", callback_id="join"),
    "a Home": AcceptedPayload(
        "view", "", {"type": "home", "blocks": [{"type": "header", "text": plain("a")}]}
    ),
    "a form in place of one": AcceptedPayload(
        "submission_response", "", {"response_action": "update", "view": modal(section("Joined")).payload}
    ),
    "errors in a form": AcceptedPayload(
        "submission_response", "", {"response_action": "errors", "errors": {"sector": "no"}}
    ),
    "suggestions": AcceptedPayload("suggestions", "", {"options": options(3)}),
}


@pytest.mark.parametrize("row", GOOD)
def test_what_slack_takes_pleases_everybody(row: str) -> None:
    assert complaints(GOOD[row]) == []


BAD: dict[str, tuple[AcceptedPayload, frozenset[Checker]]] = {
    "a long section": (message(section("a" * 3001)), EVERYBODY),
    "a long heading": (message({"type": "header", "text": plain("a" * 151)}), EVERYBODY),
    "a heading in mrkdwn": (
        message({"type": "header", "text": {"type": "mrkdwn", "text": "a"}}),
        frozenset({Checker.SANDBOX, Checker.SLACKBLOCKS}),
    ),
    "a long button": (message({"type": "actions", "elements": [button(text=plain("a" * 76))]}), EVERYBODY),
    "a button that carries too much": (
        message({"type": "actions", "elements": [button(value="a" * 2001)]}),
        EVERYBODY,
    ),
    "a button of another style": (
        message({"type": "actions", "elements": [button(style="huge")]}),
        frozenset({Checker.SANDBOX, Checker.SLACK_SDK}),
    ),
    "too many buttons": (
        message({"type": "actions", "elements": [button(action_id=str(n)) for n in range(26)]}),
        EVERYBODY,
    ),
    "a button with a key of nobody's": (
        message({"type": "actions", "elements": [button(colour="red")]}),
        EVERYBODY,
    ),
    "a list of another style": (
        message({"type": "rich_text", "elements": [TEXTS["elements"][0] | {"style": "stars"}]}),
        frozenset({Checker.SANDBOX, Checker.SLACKBLOCKS}),
    ),
    "two buttons of one name": (
        message({"type": "actions", "elements": [button(), button()]}),
        frozenset({Checker.SANDBOX}),
    ),
    "a block of nobody's": (message({"type": "hologram"}), EVERYBODY),
    "a block without a type": (message({"text": "a"}), EVERYBODY),
    "too many blocks": (
        message(*[section("a")] * 51),
        frozenset({Checker.SANDBOX, Checker.SLACKBLOCKS}),
    ),
    "a chart with no segment": (
        message(PIE | {"chart": {"type": "pie", "segments": []}}),
        EVERYBODY,
    ),
    "a block of modals in a message": (
        message({"type": "alert", "text": plain("a"), "level": "info"}),
        frozenset({Checker.SANDBOX, Checker.SLACKBLOCKS}),
    ),
    "an answer for nobody": (
        message(section("a"), kind="acknowledgement", response_type="everyone"),
        frozenset({Checker.SANDBOX, Checker.SLACKBLOCKS}),
    ),
    "a key of nobody's in an answer": (
        message(section("a"), kind="response", colour="red"),
        frozenset({Checker.SLACKBLOCKS}),
    ),
    "a long title": (modal(section("a"), title=plain("a" * 25)), EVERYBODY),
    "long metadata": (modal(section("a"), private_metadata="a" * 3001), EVERYBODY),
    "a form that cannot be submitted": (
        AcceptedPayload("view", "", {"type": "modal", "title": plain("a"), "blocks": [field(select(1))]}),
        frozenset({Checker.SANDBOX, Checker.SLACKBLOCKS}),
    ),
    "a choice of too many": (modal(field(select(101))), EVERYBODY),
    "a choice of nothing": (modal(field(select(0))), frozenset({Checker.SANDBOX, Checker.SLACKBLOCKS})),
    "a choice that is not offered": (
        modal(field(select(2, initial_option={"text": plain("x"), "value": "x"}))),
        frozenset({Checker.SANDBOX}),
    ),
    "a Home with a button to submit": (
        AcceptedPayload("view", "", {"type": "home", "blocks": [section("a")], "submit": plain("a")}),
        EVERYBODY,
    ),
    "a long suggestion": (
        AcceptedPayload("suggestions", "", {"options": [{"text": plain("a" * 76), "value": "1"}]}),
        EVERYBODY,
    ),
    "a bad form in place of one": (
        AcceptedPayload(
            "submission_response",
            "",
            {"response_action": "update", "view": modal(section("a"), close=plain("a" * 25)).payload},
        ),
        EVERYBODY,
    ),
}


@pytest.mark.parametrize("row", BAD)
def test_what_is_wrong_is_complained_of_by_whoever_knows(row: str) -> None:
    payload, expected = BAD[row]

    assert {checker for checker, check in CHECKERS.items() if check(payload)} == expected
    assert unexplained([payload])


def test_each_checker_finds_something_wrong_for_itself_and_for_all() -> None:
    assert {checker for _, finders in BAD.values() for checker in finders} == EVERYBODY


def test_a_chart_is_known_to_slackblocks_and_not_to_the_sdk_and_that_is_explained() -> None:
    said = complaints(message(PIE))

    assert said == [Complaint(Checker.SLACK_SDK, "data_visualization", "unknown")]
    assert unexplained([message(PIE)]) == []
    assert stale(said) == [known for known in DISAGREEMENTS if not known.explains(said[0])]


def test_what_a_library_would_write_otherwise_is_found() -> None:
    sent: dict[str, Any] = {"a": [{"b": 1, "c": False}], "d": None}

    assert difference(sent, {"a": [{"b": 1}]}) == ""
    assert difference(sent, {"a": [{"b": 2}]}) == "/a/0/b"
    assert difference(sent, {"a": [{"b": 1, "e": "x"}]}) == "/a/0/e"
    assert difference(sent, {"a": []}) == "/a"
    assert difference({"type": "divider"}, {"type": "divider", "block_id": "given"}) == ""
    assert difference({"block_id": "mine"}, {"block_id": "given"}) == "/block_id"


def test_payloads_of_another_process_are_read_as_they_were_kept() -> None:
    sent = message(section("a" * 3001))

    assert kept([sent.as_json()]) == [sent]
    assert unexplained(kept([sent.as_json()]))


def test_every_disagreement_says_why() -> None:
    assert all(known.reason for known in DISAGREEMENTS)
    assert all(known.checker in LIBRARIES for known in DISAGREEMENTS)
