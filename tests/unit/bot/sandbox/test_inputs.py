"""Blocks get names, inputs keep values, and forms are checked as Slack's client checks them."""

from typing import Any

import pytest

from bot.sandbox.actions import action_of
from bot.sandbox.blocks import elements, find_element, named_blocks
from bot.sandbox.errors import PeopleError
from bot.sandbox.inputs import filled_state, initial_state, input_errors, kept_state


def plain(text: str) -> dict[str, str]:
    return {"type": "plain_text", "text": text}


def option(value: str) -> dict[str, Any]:
    return {"text": plain(value.upper()), "value": value}


def field(element: dict[str, Any], **block: object) -> dict[str, Any]:
    return {
        "type": "input",
        "block_id": "b",
        "label": plain("L"),
        "element": {"action_id": "a", **element},
        **block,
    }


def value_of(element: dict[str, Any], given: dict[str, Any]) -> dict[str, Any]:
    blocks = [field(element)]
    return filled_state(blocks, initial_state(blocks), {"b": {"a": given}})["b"]["a"]


def test_blocks_and_elements_without_names_get_some_and_others_keep_theirs() -> None:
    given: list[dict[str, Any]] = [
        {"type": "section", "text": plain("x"), "accessory": {"type": "button", "text": plain("y")}},
        {"type": "actions", "block_id": "mine", "elements": [{"type": "button", "action_id": "go"}]},
    ]

    named = named_blocks(given)

    assert "block_id" not in given[0]
    assert named[0]["block_id"]
    assert named[0]["accessory"]["action_id"]
    assert [(e.block_id, e.action_id) for e in elements(named)][1] == ("mine", "go")
    assert find_element(named, "mine", "other") is None


@pytest.mark.parametrize(
    ("element", "value"),
    [
        ({"type": "plain_text_input"}, {"value": None}),
        ({"type": "plain_text_input", "initial_value": "x"}, {"value": "x"}),
        ({"type": "number_input", "initial_value": "3"}, {"value": "3"}),
        ({"type": "static_select", "options": [option("a")]}, {"selected_option": None}),
        ({"type": "radio_buttons", "initial_option": option("a")}, {"selected_option": option("a")}),
        ({"type": "checkboxes", "options": [option("a")]}, {"selected_options": []}),
        ({"type": "users_select", "initial_user": "U1"}, {"selected_user": "U1"}),
        ({"type": "multi_users_select"}, {"selected_users": []}),
        ({"type": "conversations_select"}, {"selected_conversation": None}),
        ({"type": "multi_channels_select"}, {"selected_channels": []}),
        ({"type": "datepicker", "initial_date": "2026-03-01"}, {"selected_date": "2026-03-01"}),
        ({"type": "timepicker"}, {"selected_time": None}),
    ],
)
def test_the_state_starts_with_initial_values(element: dict[str, Any], value: dict[str, Any]) -> None:
    assert initial_state([field(element)]) == {"b": {"a": {"type": element["type"], **value}}}


def test_buttons_have_no_state() -> None:
    assert (
        initial_state(
            [{"type": "actions", "block_id": "b", "elements": [{"type": "button", "action_id": "a"}]}]
        )
        == {}
    )


def test_values_stay_over_an_update_under_the_same_names_and_type() -> None:
    typed = {"b": {"a": {"type": "plain_text_input", "value": "typed"}}}

    same = kept_state([field({"type": "plain_text_input", "initial_value": "new"})], typed)
    other_type = kept_state([field({"type": "number_input"})], typed)
    other_name = kept_state([field({"type": "plain_text_input"}, block_id="c")], typed)

    assert same == typed
    assert other_type["b"]["a"]["value"] is None
    assert other_name["c"]["a"]["value"] is None


def test_chosen_options_are_taken_whole_from_the_element() -> None:
    single = value_of(
        {"type": "static_select", "options": [option("a"), option("b")]}, {"selected_option": {"value": "b"}}
    )
    grouped = value_of(
        {"type": "multi_static_select", "option_groups": [{"label": plain("G"), "options": [option("c")]}]},
        {"selected_options": [{"value": "c"}]},
    )
    external = value_of({"type": "external_select"}, {"selected_option": option("z")})

    assert single["selected_option"] == option("b")
    assert grouped["selected_options"] == [option("c")]
    assert external["selected_option"] == option("z")


def test_what_is_not_offered_cannot_be_chosen() -> None:
    with pytest.raises(PeopleError, match="unknown_option"):
        value_of({"type": "static_select", "options": [option("a")]}, {"selected_option": {"value": "b"}})
    with pytest.raises(PeopleError, match="unknown_input"):
        filled_state([], {}, {"b": {"a": {"value": "x"}}})


def problems(element: dict[str, Any], given: dict[str, Any], **block: object) -> dict[str, str]:
    blocks = [field(element, **block)]
    return input_errors(blocks, filled_state(blocks, initial_state(blocks), {"b": {"a": given}}), "en-US")


@pytest.mark.parametrize(
    ("element", "given"),
    [
        ({"type": "plain_text_input"}, {"value": ""}),
        ({"type": "plain_text_input"}, {"value": "  \n"}),
        ({"type": "plain_text_input", "min_length": 3}, {"value": "ab"}),
        ({"type": "plain_text_input", "max_length": 3}, {"value": "abcd"}),
        ({"type": "plain_text_input"}, {"value": "x" * 3001}),
        ({"type": "number_input", "is_decimal_allowed": False}, {"value": "1.5"}),
        ({"type": "number_input", "is_decimal_allowed": True}, {"value": "many"}),
        ({"type": "number_input", "min_value": "0"}, {"value": "-1"}),
        ({"type": "number_input", "max_value": "100"}, {"value": "101"}),
        ({"type": "email_text_input"}, {"value": "nobody"}),
        ({"type": "url_text_input"}, {"value": "example.org"}),
        ({"type": "users_select"}, {"selected_user": None}),
        ({"type": "multi_users_select", "max_selected_items": 1}, {"selected_users": ["U1", "U2"]}),
    ],
)
def test_a_form_is_not_submitted_with(element: dict[str, Any], given: dict[str, Any]) -> None:
    assert set(problems(element, given)) == {"b"}


@pytest.mark.parametrize(
    ("element", "given"),
    [
        ({"type": "plain_text_input", "min_length": 3}, {"value": ""}),
        ({"type": "users_select"}, {"selected_user": None}),
    ],
)
def test_optional_inputs_may_stay_empty(element: dict[str, Any], given: dict[str, Any]) -> None:
    assert problems(element, given, optional=True) == {}


@pytest.mark.parametrize(
    ("element", "given"),
    [
        ({"type": "plain_text_input", "min_length": 1, "max_length": 3}, {"value": "abc"}),
        ({"type": "number_input", "is_decimal_allowed": True, "min_value": "0"}, {"value": "1.5"}),
        ({"type": "email_text_input"}, {"value": "a@b.org"}),
        ({"type": "url_text_input"}, {"value": "https://example.org"}),
        ({"type": "datepicker"}, {"selected_date": "2026-03-01"}),
    ],
)
def test_what_fits_is_submitted(element: dict[str, Any], given: dict[str, Any]) -> None:
    assert problems(element, given) == {}


def test_a_buttons_value_is_its_own() -> None:
    block = {
        "type": "actions",
        "block_id": "b",
        "elements": [{"type": "button", "action_id": "a", "value": "v"}],
    }
    element = find_element([block], "b", "a")
    assert element is not None

    action = action_of(element, {"value": "forged"}, "1.0")

    assert action == {"type": "button", "action_id": "a", "block_id": "b", "value": "v", "action_ts": "1.0"}
