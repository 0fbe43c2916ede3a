"""`undo` after what no change tells: it is named, with the line that takes it back."""

from __future__ import annotations

import re

import pytest

from domain.language import Language
from handlers.desk.answer import Reply
from tests.fakes.scene import CHAIR, WORKSPACE, Hand
from tests.unit.handlers.accepted import buttons
from tests.unit.handlers.desk.house import House, click, interaction
from tests.unit.handlers.items.test_undoing import alone, shown, typed

QUOTED = re.compile("“([^”]+)”")
ACTS = [
    ("snooze A-1 2026-12-01", "You put A-1 off.", "posponer A-1 cancelar", "Usted pospuso A-1."),
    ("snooze A-1 off", "You let the reminders of A-1 come again.", None, "recordatorios de A-1"),
    ("mute N-1", "You muted N-1.", "avisar N-1", "Usted silenció N-1."),
    ("unmute N-1", "You asked to be told of N-1 again.", "silenciar N-1", "los avisos de N-1"),
    ("mute reminders", "You muted your reminders.", "avisar recordatorios", "Usted silenció sus"),
    (
        "unmute reminders",
        "You asked for your reminders again.",
        "silenciar recordatorios",
        "sus recordatorios",
    ),
    ("language zone Tijuana", "You chose the time zone", "idioma zona slack", "Usted eligió la zona horaria"),
]

BEFORE = {
    "snooze A-1 off": "snooze A-1 2026-12-03",
    "unmute N-1": "mute N-1",
    "unmute reminders": "mute reminders",
}
"""What has to be so for an act to change something."""


async def begun(house: House) -> None:
    """A note, and an action of one's own."""
    router = house.router()
    await router.command(typed("note One", CHAIR))
    await router.command(typed("action Two", CHAIR))


def statuses(house: House) -> list[str]:
    record = house.store.uow.workspace(WORKSPACE).group(1)
    return [record.notes.by_number[1].status, record.actions.by_number[1].status]


@pytest.mark.parametrize(("line", "english", "back", "spanish"), ACTS)
async def test_the_act_is_named_in_both_languages_and_every_line_that_is_offered_is_understood(
    line: str, english: str, back: str | None, spanish: str, house: House
) -> None:
    await begun(house)
    router = house.router()
    if line in BEFORE:
        await router.command(typed(BEFORE[line], CHAIR))
    await router.command(typed(line, CHAIR))
    told = alone(await router.command(typed("undo", CHAIR)))
    house.people.choose_language(CHAIR, Language.SPANISH)
    dicho = alone(await router.command(typed("deshacer", CHAIR)))
    assert english in told
    assert spanish in dicho
    assert back is None or f"“{back}”" in dicho
    assert statuses(house) == ["recorded", "open"]
    for offered in [*QUOTED.findall(told)[1:-1], *QUOTED.findall(dicho)[1:-1]]:
        answer = await router.command(typed(offered.replace("…", "2026-12-02"), CHAIR))
        assert isinstance(answer, Reply)
        assert not answer.unclear
        assert not answer.in_channel
    assert statuses(house) == ["recorded", "open"]


@pytest.mark.parametrize(
    ("lines", "back"),
    [
        (["language es", "language en"], "language es"),
        (["language zone Tijuana", "language zone Slack"], "language zone America/Tijuana"),
        (["snooze A-1 2026-12-01", "snooze A-1 2026-12-03"], "snooze A-1 2026-12-01"),
        (["snooze A-1 2026-12-01", "snooze A-1 off"], "snooze A-1 2026-12-01"),
    ],
)
async def test_the_line_that_is_offered_gives_back_what_held_before(
    lines: list[str], back: str, house: House
) -> None:
    await begun(house)
    router = house.router()
    await router.command(typed(lines[0], CHAIR))
    before = house.people.get(CHAIR), house.store.uow.workspace(WORKSPACE).group(1).snoozes.of([CHAIR])
    await router.command(typed(lines[1], CHAIR))
    assert f"“{back}”" in alone(await router.command(typed("undo", CHAIR)))
    assert isinstance(await router.command(typed(f" {back}", CHAIR)), Reply)
    after = house.people.get(CHAIR), house.store.uow.workspace(WORKSPACE).group(1).snoozes.of([CHAIR])
    assert after == before


async def test_a_language_chosen_twice_gives_back_the_one_before(house: House) -> None:
    await begun(house)
    router = house.router()
    for line in ("idioma es", "idioma es", "idioma zona Tijuana", "idioma zona Tijuana", "idioma es"):
        await router.command(typed(line, CHAIR))
    assert "“idioma zona slack”" in alone(await router.command(typed("deshacer", CHAIR)))
    for line in ("language en", "language es", "language es"):
        await router.command(typed(line, CHAIR))
    assert "“idioma en”" in alone(await router.command(typed("deshacer", CHAIR)))


async def test_the_line_for_what_was_done_before_takes_that_back(house: House) -> None:
    await begun(house)
    router = house.router()
    await router.command(typed("snooze A-1 2026-12-01", CHAIR))
    told = alone(await router.command(typed("undo A-1", CHAIR)))
    assert told.endswith("To take back what you recorded or changed before that, name it: “undo A-1 v1”.")
    assert shown(await router.command(typed(QUOTED.findall(told)[-1], CHAIR))).text.startswith(
        "*A-1* taken back"
    )


async def test_what_was_shared_with_the_channel_is_the_last_thing_one_did(house: House) -> None:
    await begun(house)
    router = house.router()
    listed = await router.command(typed("list", CHAIR))
    assert isinstance(listed, Reply)
    (share,) = [each for each in buttons(listed.message) if each["action_id"].startswith("share")]
    shown(await router.click(click(share["action_id"], share["value"], interaction(CHAIR, message="1700.1"))))
    assert "You shared an answer with the channel." in alone(await router.command(typed("undo", CHAIR)))
    assert statuses(house) == ["recorded", "open"]


async def test_a_digest_that_was_asked_for_is_the_last_thing_one_did(house: House) -> None:
    await begun(house)
    router = house.router()
    Hand(house.store.uow, house.store.uow.workspace(WORKSPACE).group(1)).subscribe(house.clock.now())
    await router.command(typed("digest now", CHAIR))
    assert "You had the digest D-1 sent at once." in alone(await router.command(typed("undo", CHAIR)))
    assert statuses(house) == ["recorded", "open"]
