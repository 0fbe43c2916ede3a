"""What was typed into a form stays there when somebody else was quicker: move, done, withdraw, assign."""

from __future__ import annotations

import pytest

from domain.language import Language
from tests.integration.cast import USERS
from tests.integration.filling import opens
from tests.integration.office import Office
from tests.integration.words import ENGLISH, SPANISH, words
from tests.rendering import view_text

WHERE = "infrastructure"
WHY = "The ministry has answered in writing"


def stale(office: Office, language: Language, reference: str, status: str) -> str:
    kind = "obstacle" if reference.startswith("O") else "action"
    state = words(office, language, f"status-{kind}-{status}")
    return words(office, language, "form-stale", reference=reference, state=state)


@pytest.mark.parametrize(
    ("language", "chair", "line"),
    [(ENGLISH, "chair-us", "/wg move O-1"), (SPANISH, "chair-mx", "/gt mover O-1")],
)
async def test_a_move_keeps_its_reason_and_can_be_sent_again(
    office: Office, language: Language, chair: str, line: str
) -> None:
    await office.asks("oem-us", WHERE, "/wg obstacle No map")
    await office.asks(chair, WHERE, line)
    await office.presses(chair, WHERE, words(office, language, "button-move-form"))
    await office.chooses(chair, "to", "dropped")
    await office.asks("lead-infra", WHERE, "/wg move O-1 confirmed")

    first = await office.submits(chair, {"to": "dropped", "reason": WHY})

    shown = view_text(first.view or {})
    assert stale(office, language, "O-1", "confirmed") in shown
    assert WHY in shown
    done = await office.submits(chair, {})
    assert WHY in view_text(done.view or {})
    assert words(office, language, "status-obstacle-dropped") in view_text(done.view or {})


async def test_a_reason_is_kept_where_the_item_may_go_there_no_more(office: Office) -> None:
    await office.asks("oem-us", WHERE, "/wg obstacle No map")
    await office.asks("chair-us", WHERE, "/wg move O-1")
    await office.presses("chair-us", WHERE, words(office, ENGLISH, "button-move-form"))
    await office.chooses("chair-us", "to", "dropped")
    await office.asks("lead-infra", WHERE, "/wg move O-1 resolved")

    answer = await office.submits("chair-us", {"to": "dropped", "reason": WHY})

    assert stale(office, ENGLISH, "O-1", "resolved") in view_text(answer.view or {})
    assert WHY in view_text(answer.view or {})


async def test_what_cannot_be_finished_any_more_says_so_beside_the_item_and_keeps_the_remark(
    office: Office,
) -> None:
    await office.asks("oem-us", WHERE, "/wg action Call the plant")
    await opens(office, "oem-us", WHERE, "/wg done")
    await office.asks("chair-us", WHERE, "/wg move A-1 dropped because late")

    answer = await office.submits("oem-us", {"reference": "A-1", "remark": WHY})

    assert list(answer.errors) == ["reference"]


async def test_a_withdrawal_keeps_its_reason(office: Office) -> None:
    await office.asks("oem-us", WHERE, "/wg obstacle No map")
    await office.asks("oem-us", WHERE, "/wg withdraw")
    await office.asks("chair-us", WHERE, "/wg withdraw O-1")

    answer = await office.submits("oem-us", {"reference": "O-1", "remark": WHY})

    assert stale(office, ENGLISH, "O-1", "withdrawn") in view_text(answer.view or {})
    assert WHY in view_text(answer.view or {})


async def test_what_is_done_already_keeps_the_remark(office: Office) -> None:
    await office.asks("oem-us", WHERE, "/wg action Call the plant")
    await opens(office, "oem-us", WHERE, "/wg done")
    await office.asks("lead-infra", WHERE, "/wg done A-1")

    answer = await office.submits("oem-us", {"reference": "A-1", "remark": WHY})

    assert stale(office, ENGLISH, "A-1", "done") in view_text(answer.view or {})
    assert WHY in view_text(answer.view or {})


async def test_an_assignment_keeps_who_and_when(office: Office) -> None:
    await office.asks("oem-us", WHERE, "/wg action Call the plant")
    await office.asks("lead-infra", WHERE, "/wg help")
    await office.asks("oem-us", WHERE, "/wg assign A-1")
    await office.presses("oem-us", WHERE, words(office, ENGLISH, "button-form"))
    await office.asks("chair-us", WHERE, "/wg edit A-1 Call both plants")

    first = await office.submits("oem-us", {"owner": USERS["lead-infra"], "due_on": "2027-04-01"})

    assert stale(office, ENGLISH, "A-1", "open") in view_text(first.view or {})
    done = await office.submits("oem-us", {})
    assert "owner: lead-infra" in view_text(done.view or {})
