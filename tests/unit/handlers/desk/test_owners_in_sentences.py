"""Who does it, said without a colon: parted from the text it is that, within its sentence it stays there."""

from __future__ import annotations

import pytest

from tests.fakes.scene import CHAIR, LEAD, MEMBER
from tests.unit.handlers.talk import Talk

WHO = "<@U0LEAD|U0LEAD>"


@pytest.fixture
async def talk(talk: Talk) -> Talk:
    """O-1."""
    await talk.channel("obstacle Few chargers")
    return talk


@pytest.mark.parametrize(
    "text",
    [
        "confirm that CFE is the owner, not assigned to {}",
        "confirm that the map stays assigned to {}",
        "confirmar que el mapa sigue a cargo de {}",
        "confirmar que el mapa siga, por ahora, a cargo de {}",
        "revisar el padrón asignado a {}",
    ],
)
async def test_who_is_spoken_of_does_not_get_the_action(text: str, talk: Talk) -> None:
    shown = await talk.channel(f"action {text.format(WHO)}", CHAIR)
    held = talk.record.actions.by_number[1]
    assert (held.text.original, held.owner) == (text.format("@U0LEAD"), CHAIR)
    assert "stays in the text" in shown


@pytest.mark.parametrize(
    "text",
    [
        "that the study be assigned to {}",
        "that the census stays, for now, assigned to {}",
        "que el padrón quede a cargo de {}",
        "que el padrón no esté a cargo de {}",
        "que la ventanilla sea responsable {}",
    ],
)
async def test_a_clause_of_a_recommendation_is_not_cut(text: str, talk: Talk) -> None:
    shown = await talk.channel(f"recommend {text.format(WHO)}", CHAIR)
    held = talk.record.recommendations.by_number[1]
    assert (held.text.original, held.owner) == (text.format("@U0LEAD"), None)
    assert "stays in the text" in shown


@pytest.mark.parametrize(
    "line",
    [
        f"recomendar abrir ventanilla, a cargo de {WHO}, para O-1",
        f"recomendar abrir ventanilla para O-1, a cargo de {WHO}",
        f"recommend abrir ventanilla; assigned to {WHO}; for O-1",
    ],
)
async def test_what_a_mark_parts_is_the_owner(line: str, talk: Talk) -> None:
    shown = await talk.channel(line, CHAIR)
    held = talk.record.recommendations.by_number[1]
    assert (held.text.original, held.owner, held.answers) == ("abrir ventanilla", LEAD, (1,))
    assert "stays in the text" not in shown


async def test_an_owner_that_no_mark_parts_is_asked_about(talk: Talk) -> None:
    asked = await talk.hears(f"action ask the site owner {WHO}", CHAIR)
    assert not asked.in_channel
    assert "a part of the text?" in asked.message.text


@pytest.mark.parametrize(
    "line",
    [
        f"note permits assigned to {WHO} are late",
        f"obstáculo los permisos a cargo de {WHO}",
        f"decision the permits stay assigned to {WHO}",
    ],
)
async def test_a_record_that_nobody_owns_may_speak_of_owners(line: str, talk: Talk) -> None:
    assert "stays in the text" not in await talk.channel(line)


@pytest.mark.parametrize(
    ("typed", "text", "answers"),
    [
        ("Paint docks by June 30, owner {}", "Paint docks by June 30, owner {}", ()),
        ("Paint docks for O-1 by June 30, owner {}", "Paint docks by June 30, owner {}", (1,)),
        ("Pintar muelles para el 30 de junio; responsable: {}", None, ()),
        ("Paint docks by June 30, owner {} country:mx", None, ()),
    ],
)
async def test_the_words_of_whoever_may_not_plan_stay_in_their_order(
    typed: str, text: str | None, answers: tuple[int, ...], talk: Talk
) -> None:
    shown = await talk.channel(f"recommend {typed.format(WHO)}", MEMBER)
    held = talk.record.recommendations.by_number[1]
    assert (held.text.original, held.answers) == ((text or typed).format("@U0LEAD"), answers)
    assert "stays in the text" in shown
