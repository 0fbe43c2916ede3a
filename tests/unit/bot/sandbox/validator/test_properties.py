"""What holds for any payload."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.sandbox.validator import (
    MessageKind,
    Rule,
    Violation,
    advise_message,
    check_acknowledgement,
    check_message,
    check_submission_response,
    check_suggestions,
    check_view,
    cut_text,
    error_code,
    error_messages,
)
from bot.sandbox.validator.blocks import BLOCKS
from bot.sandbox.validator.elements import ELEMENTS
from tests.unit.bot.sandbox.validator.builders import actions, field, home, message, modal, section
from tests.unit.bot.sandbox.validator.cases import CASES

SCALARS = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8)
ANY_JSON = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=12,
)
KEYS = st.sampled_from(
    [
        "text",
        "fields",
        "elements",
        "element",
        "accessory",
        "options",
        "option_groups",
        "initial_option",
        "initial_options",
        "rows",
        "chart",
        "child_blocks",
        "confirm",
        "title",
        "label",
        "style",
        "block_id",
        "action_id",
        "min_length",
        "max_length",
        "column_settings",
        "row_header_column_index",
        "axis_config",
        "series",
        "dispatch_action",
        "focus_on_load",
    ]
)
INNER_TYPES = ("plain_text", "mrkdwn", "rich_text_section", "rich_text_list", "pie", "bar", "modal")
TYPES = st.sampled_from([*BLOCKS, *ELEMENTS, *INNER_TYPES])


@st.composite
def almost_blocks(draw: st.DrawFn, depth: int = 3) -> object:
    """Objects with types and keys that Slack knows and values that it may not."""
    inner = almost_blocks(depth - 1) if depth else ANY_JSON
    values = inner | st.lists(inner, max_size=3) | SCALARS
    return {
        "type": draw(st.one_of(TYPES, TYPES, TYPES, ANY_JSON)),
        **draw(st.dictionaries(KEYS, values, max_size=4)),
    }


def all_checks(value: object) -> list[Violation]:
    found = [
        *check_view(value),
        *check_acknowledgement(value),
        *check_submission_response(value, value),
        *check_suggestions(value),
        *advise_message(value),
    ]
    for kind in MessageKind:
        found.extend(check_message(value, kind))
    return found


@given(ANY_JSON)
def test_any_json_value_is_answered_with_violations_and_never_raises(value: object) -> None:
    assert all(isinstance(violation, Violation) for violation in all_checks(value))


@given(st.lists(almost_blocks() | ANY_JSON, max_size=3), ANY_JSON)
def test_any_blocks_are_answered_with_violations_and_never_raise(blocks: list[object], other: object) -> None:
    for payload in (message(*blocks), modal(*blocks, submit=other), home(*blocks)):
        found = all_checks(payload)
        assert all(violation.path == "" or violation.path.startswith("/") for violation in found)


@given(st.data())
def test_any_value_anywhere_in_a_payload_is_answered_and_never_raises(data: st.DataObject) -> None:
    case = data.draw(st.sampled_from(CASES))
    payload = data.draw(replaced_somewhere(case.accepted))
    assert all(isinstance(violation, Violation) for violation in case.check(payload))


@st.composite
def replaced_somewhere(draw: st.DrawFn, value: object) -> object:
    """The value with one part of it, or the whole, replaced by any JSON."""
    if not isinstance(value, dict | list) or not value or draw(st.integers(0, 4)) == 0:
        return draw(ANY_JSON)
    if isinstance(value, dict):
        key = draw(st.sampled_from(sorted(value)))
        return {**value, key: draw(replaced_somewhere(value[key]))}
    index = draw(st.integers(0, len(value) - 1))
    return [*value[:index], draw(replaced_somewhere(value[index])), *value[index + 1 :]]


@given(ANY_JSON)
def test_any_keys_of_a_message_are_answered_with_violations(value: object) -> None:
    keys = ("text", "blocks", "attachments", "metadata", "thread_ts", "markdown_text", "response_type")
    assert all(isinstance(check_message({key: value}), list) for key in keys)


@given(st.text(min_size=1, max_size=3000))
def test_a_section_takes_any_text_of_at_most_3000_characters(text: str) -> None:
    assert check_message(message(section(text))) == []


@given(st.integers(0, 3500))
def test_a_section_takes_lengths_from_1_to_3000_and_no_others(length: int) -> None:
    assert (check_message(message(section("x" * length))) == []) == (1 <= length <= 3000)


@given(st.text(min_size=1).filter(str.strip))
def test_any_text_that_is_not_blank_makes_a_message(text: str) -> None:
    assert check_message({"text": text}) == []


@given(st.integers(0, 3100), st.integers(0, 3100))
def test_lengths_of_a_text_field_are_accepted_exactly_when_in_range_and_order(low: int, high: int) -> None:
    element = {"type": "plain_text_input", "min_length": low, "max_length": high}
    accepted = check_view(modal(field(element))) == []
    assert accepted == (0 <= low <= 3000 and 1 <= high <= 3000 and low <= high)


@given(st.text(max_size=200_000) | st.builds(lambda count: "x" * count, st.integers(39_990, 40_010)))
def test_a_posted_text_is_cut_at_40000_characters_and_kept_below(text: str) -> None:
    kept = cut_text(text)
    assert len(kept) <= 40_000
    assert text.startswith(kept)
    assert len(kept) == min(len(text), 40_000)


@pytest.mark.parametrize("kind", sorted(ELEMENTS))
def test_a_key_that_slack_does_not_know_is_refused_in_every_element(kind: str) -> None:
    found = list(_spec_violations({"type": kind, "colour": "red"}))
    assert Rule.FIELD_UNKNOWN in found


@pytest.mark.parametrize("kind", sorted(BLOCKS))
def test_a_key_that_slack_does_not_know_is_refused_in_every_block(kind: str) -> None:
    value = {"type": kind, "colour": "red"}
    rules = {violation.rule for check in (message, modal) for violation in _anywhere(check(value))}
    assert rules & {Rule.FIELD_UNKNOWN, Rule.FILE_NOT_SENDABLE}


def _anywhere(payload: dict[str, object]) -> list[Violation]:
    return check_view(payload) if "type" in payload else check_message(payload)


def _spec_violations(value: dict[str, object]) -> list[str]:
    places = (
        check_view(modal(field(value))),
        check_message(message(actions(value))),
        check_message(message({"type": "context_actions", "elements": [value]})),
        check_message(message({"type": "context", "elements": [value]})),
    )
    return [violation.rule for found in places for violation in found]


def test_a_value_nested_a_million_times_is_refused_and_does_not_raise() -> None:
    value: object = "x"
    for _ in range(1_000_000):
        value = [value]
    payload = {"text": "Text", "blocks": value, "type": "home", "response_action": "update"}
    assert Rule.PAYLOAD_DEPTH in {violation.rule for violation in all_checks(payload)}
    _unwind(value)


def _unwind(value: object) -> None:
    """Take the value apart from the outside: freeing it at once would be as deep as it is."""
    while isinstance(value, list) and value:
        value = value.pop()


@given(ANY_JSON)
def test_answers_name_an_error_exactly_when_something_is_refused(value: object) -> None:
    found = check_message(value)
    assert (error_code(found) is None) == (found == [])
    assert len(json.dumps(error_messages(found))) >= 2
