"""`edit` with another text: what of it is no text, what stays in it and is told."""

from __future__ import annotations

import pytest

from tests.fakes.scene import CHAIR
from tests.unit.handlers.talk import Talk

WHO = "<@U0LEAD|U0LEAD>"


@pytest.fixture
async def talk(talk: Talk) -> Talk:
    """O-1, R-1 and A-1."""
    for line in ("obstacle Few chargers", "recommend Build them for O-1", "action Write it down"):
        await talk.channel(line, CHAIR)
    return talk


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("edit R-1 Build a map of stations by 2027-Q3", "by 2027-Q3"),
        ("edit R-1 Build a map due friday\n- of stations", "due friday"),
        ("edit A-1 Call them due friday at 5pm", "due friday"),
        ("edit A-1 Tell them by friday at the plant", "by friday"),
    ],
)
async def test_a_day_that_recording_would_read_stays_in_a_new_text_and_is_told(
    line: str, told: str, talk: Talk
) -> None:
    assert f"“{told}” stays in the text" in await talk.channel(line, CHAIR)


async def test_a_theme_that_is_not_read_stays_in_a_new_text_and_is_told(talk: Talk) -> None:
    assert "“theme talent” stays in the text" in await talk.channel(
        "edit R-1 Train drivers, theme talent", CHAIR
    )
    assert "stays in" not in await talk.channel("edit R-1 Train drivers theme:talent", CHAIR)


async def test_a_day_that_is_set_with_a_pair_is_not_told_again(talk: Talk) -> None:
    shown = await talk.channel("edit R-1 due:2027-06-30 Build a map by 2027-Q3", CHAIR)
    assert "stays in the text" not in shown


async def test_a_day_that_cannot_be_is_asked_about(talk: Talk) -> None:
    assert "No calendar has" in await talk.alone("edit A-1 june 31", CHAIR)


@pytest.mark.parametrize(
    "text",
    [
        *("Friday is too late", "Confirm by friday", "Mexico has few", "High tariffs", "Done by whom?"),
        *("Owner training is missing everywhere", "Theme parks need chargers", "Status quo is no option"),
        *("Countries must agree on NOM-163", "Deadlines slip", "Due process takes years", "Date palms burn"),
        *(
            "Estado de México no tiene cargadores",
            "Fecha de publicación desconocida",
            "es necesario publicar",
        ),
        *("Tema que no avanza en la CRE", "En Laredo faltan cargadores", "Es urgente", "A 3 km de Laredo"),
        *("Owner training program", "State programs for welders", "Responsable social de la obra"),
        *("País sin norma", "Avance lento de la obra", "Progress is slow", "Type approval is slow"),
    ],
)
async def test_other_words_are_the_text(text: str, talk: Talk) -> None:
    shown = await talk.channel(f"edit A-1 {text}", CHAIR)
    held = talk.record.actions.by_number[1]
    assert held.text.original == text
    assert text in shown
