"""The payloads that an installed release asks Slack about."""

from __future__ import annotations

import pytest

from bot.checking.blocks import Payload, golden_payloads
from bot.sandbox.validator import check_message, check_view
from tests.goldens import FOLDER, PAYLOADS

KEPT = golden_payloads()


def test_every_golden_view_is_kept_as_payload_too_and_nothing_else_is() -> None:
    views = {path.stem for path in (FOLDER / "views").glob("*.txt")}
    assert {path.stem for path in PAYLOADS.iterdir()} == views


def test_there_are_as_many_payloads_as_golden_cases_in_both_languages() -> None:
    cases = sum(
        path.read_text("utf-8").count("\n=== ") + 1
        for path in (FOLDER / "views").glob("*.txt")
        if path.read_text("utf-8").startswith("=== ")
    )
    names = [payload.name for payload in KEPT]
    assert len(names) == len(set(names))
    assert len(names) > cases
    assert sum(name.endswith("(es)") for name in names) >= cases // 2


@pytest.mark.repeats
@pytest.mark.parametrize("payload", KEPT, ids=lambda payload: str(payload.name))
def test_the_local_workspace_takes_each(payload: Payload) -> None:
    found = check_view(payload.content) if payload.kind == "view" else check_message(payload.content)
    assert found == []
